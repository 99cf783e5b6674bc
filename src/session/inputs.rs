//! What a user gave a plan, one written value after the other, so that two plans can be told apart field by field.

use std::borrow::Cow;

use gyakusan_engine::plan::{Plan, Weight};
use gyakusan_engine::tree::Tree;

use super::choice::TICKED;
use super::field::{self, Reads};
use super::{
    ChannelField, Choice, CustomersField, DealField, ExpansionField, Field, RunField, SeasonShape,
    StageField, StepField, Wanted,
};
use crate::text::number::{exact_count, money, rate};
use crate::text::{Language, channel_name};

/// One thing that a plan is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// Tells it from the others, the same in every plan: what it is, and of which stage or channel.
    key: (&'static str, String),
    /// What it is called.
    pub(super) label: String,
    /// Its value as it is written; empty where the plan does not give it.
    pub(super) value: String,
}

/// One thing that plans are given differently: what it is called, and the value of each plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) label: String,
    pub(super) values: Vec<String>,
}

/// What differs between plans, in the order of their inputs; the settings of the simulation aside.
pub(super) fn differences(plans: &[(&Plan, &Tree)], language: Language) -> Vec<Difference> {
    let given: Vec<_> = plans.iter().map(|(plan, tree)| inputs(plan, tree, language)).collect();
    // Every input once; what only a later plan has stands after what comes before it there.
    let mut all: Vec<&Input> = Vec::new();
    for inputs in &given {
        let mut next = 0;
        for input in inputs {
            let known = all.iter().position(|known| known.key == input.key);
            if known.is_none() {
                all.insert(next, input);
            }
            next = known.unwrap_or(next) + 1;
        }
    }
    let mut found = Vec::new();
    for input in all {
        let value = |inputs: &Vec<Input>| {
            let same = inputs.iter().find(|each| each.key == input.key);
            same.map(|each| each.value.clone()).unwrap_or_default()
        };
        let values: Vec<_> = given.iter().map(value).collect();
        if values.iter().any(|value| *value != values[0]) {
            found.push(Difference { label: input.label.clone(), values });
        }
    }
    found
}

/// Writes down what a plan is given.
struct Writer<'a> {
    plan: &'a Plan,
    tree: &'a Tree,
    language: Language,
    inputs: Vec<Input>,
}

fn inputs(plan: &Plan, tree: &Tree, language: Language) -> Vec<Input> {
    let mut writer = Writer { plan, tree, language, inputs: Vec::new() };
    writer.frame();
    writer.funnel();
    writer.channels();
    writer.customers();
    // Last, since it follows from other differences more often than it makes one.
    let answer = language.words().tree().answer.to_owned();
    writer.push("answer", answer, Wanted::of(plan).name(plan, language));
    writer.inputs
}

impl Writer<'_> {
    fn frame(&mut self) {
        self.field("target", "", Field::Target);
        let start = Choice::StartMonth.label(self.plan, self.language);
        self.push("start", start, self.plan.period.start.to_string());
        self.field("months", "", Field::Months);
        self.choice("measure", Choice::ExitArr);
    }

    fn funnel(&mut self) {
        for (place, stage) in self.plan.stages.iter().enumerate() {
            let id = stage.id.as_str();
            if place > 0 {
                self.field("rate", id, Field::Step(place, StepField::Rate));
                self.field("trials", id, Field::Step(place, StepField::Trials));
                self.field("delay", id, Field::Step(place, StepField::Delay));
            }
            if place + 1 < self.plan.stages.len() {
                self.field("opening", id, Field::Stage(place, StageField::Opening));
            }
        }
        self.field("delay cv", "", Field::Step(1, StepField::DelayVariation));
        self.choice("kind", Choice::DealKind);
        for (key, field) in [
            ("value", DealField::Value),
            ("deals", DealField::Deals),
            ("spread", DealField::Spread),
            ("margin", DealField::Margin),
        ] {
            self.field(key, "", Field::Deal(field));
        }
    }

    fn channels(&mut self) {
        for (place, channel) in self.plan.channels.iter().enumerate() {
            let id = channel.id.as_str();
            for (key, field) in [
                ("budget", ChannelField::Budget),
                ("cost", ChannelField::Cost),
                ("entries", ChannelField::Entries),
                ("uncertainty", ChannelField::Uncertainty),
                ("overdispersion", ChannelField::Overdispersion),
            ] {
                let field = Field::Channel(place, field);
                if field.exists(self.plan) {
                    self.field(key, id, field);
                }
            }
        }
        let words = self.language.words().season();
        let start = self.plan.period.start;
        let is = |shape: SeasonShape| self.plan.seasonality == shape.weights(start.month());
        let shape = if is(SeasonShape::Even) {
            words.even.to_owned()
        } else if is(SeasonShape::HalfYearEnds) {
            (words.half_years)(start.plus(5).month(), start.plus(11).month())
        } else if is(SeasonShape::QuarterEnds) {
            words.quarters.to_owned()
        } else {
            self.highest_month()
        };
        self.push("season", words.title.to_owned(), shape);
        self.field("correlation", "", Field::Run(RunField::Correlation));
    }

    fn customers(&mut self) {
        let Some(customers) = &self.plan.customers else { return };
        self.choice("counted", Choice::CustomersCounted);
        for (key, field) in [
            ("customers", CustomersField::Opening),
            ("fee", CustomersField::YearlyFee),
            ("fee spread", CustomersField::FeeSpread),
            ("retention", CustomersField::Retention),
        ] {
            self.field(key, "", Field::Customers(field));
        }
        for (place, expansion) in customers.expansions.iter().enumerate() {
            let id = expansion.id.as_str();
            self.field("expansion rate", id, Field::Expansion(place, ExpansionField::Rate));
            self.field("expansion value", id, Field::Expansion(place, ExpansionField::Value));
        }
    }

    /// The month that brings most, and its share of the year.
    fn highest_month(&self) -> String {
        let weights = self.plan.seasonality.map(Weight::get);
        let highest = weights.iter().copied().fold(0.0, f64::max);
        let month = weights.iter().take_while(|weight| **weight < highest).count();
        let sum: f64 = weights.iter().sum();
        let name = self.language.words().calendar().months[month.min(11)];
        format!("{name} {}", rate(highest / sum))
    }

    fn field(&mut self, key: &'static str, id: &str, field: Field) {
        let value = self.written(field);
        let mut label = field.label(self.plan, self.language);
        if let Field::Channel(place, _) = field {
            let name = channel_name(&self.plan.channels[place], self.language);
            if !label.contains(name) {
                label = name.to_owned() + " " + &label;
            }
        }
        self.inputs.push(Input { key: (key, id.to_owned()), label, value });
    }

    fn choice(&mut self, key: &'static str, choice: Choice) {
        let value = choice.value(self.plan);
        let options = choice.options(self.plan, self.language);
        let name = options.into_iter().find(|(known, _)| *known == value).map(|(_, name)| name);
        // A box that is ticked, or not.
        let tick = if value == TICKED { "✓" } else { "" };
        let value = name.map_or_else(|| tick.to_owned(), Cow::into_owned);
        self.push(key, choice.label(self.plan, self.language), value);
    }

    /// A field's value: the solved one where it is the answer, empty where there is none.
    fn written(&self, field: Field) -> String {
        let wanted = Wanted::of_field(field, self.plan);
        if wanted == Some(Wanted::of(self.plan)) {
            let solved = self.tree.solved_value;
            return match field.reads(self.language.words()) {
                Reads::Money => money(solved, field::currency(self.plan), self.language).to_string(),
                Reads::Rate => rate(solved).to_string(),
                reads => exact_count(solved) + &reads.unit(),
            };
        }
        let written = field.editable(self.plan, self.language);
        if written.number.is_empty() { String::new() } else { written.to_string() }
    }

    fn push(&mut self, key: &'static str, label: String, value: String) {
        self.inputs.push(Input { key: (key, String::new()), label, value });
    }
}
