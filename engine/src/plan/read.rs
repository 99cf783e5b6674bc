//! Reading a plan from JSON: every field with its default, every error at once.

use super::check;
use super::json::{Faults, Node, Object};
use super::number::Limited;
use super::{
    ById, Channel, CoefficientOfVariation, Conflict, CostPerEntry, Currency, Customers, Deal, DealKind,
    DelayMonths, DelayVariation, Entries, Expansion, Goal, Id, MAX_BYTES, Measure, Money, Month, Name, Owner,
    PLAN_VERSION, PerMonth, Period, Plan, PlanDocument, PlanError, PlanErrors, Problem, Rate,
    SimulationSettings, SolveFor, Stage, Step, UncertainMoney, UncertainRate, Volume, Weight, version,
};
use crate::json::{SyntaxError, Value};

pub(super) const KINDS: [(DealKind, &str); 2] =
    [(DealKind::OneOff, "one_off"), (DealKind::Recurring, "recurring")];
const KIND_FORM: &str = "one_off or recurring";

pub(super) fn plan(text: &str) -> Result<Plan, PlanErrors> {
    value(parse(text, "")?)
}

/// The JSON of a document; what is wrong with the text as a whole is reported at `path`.
pub(crate) fn parse(text: &str, path: &str) -> Result<Value, PlanErrors> {
    let refused = |problem| PlanErrors::of(PlanError { path: path.to_owned(), problem });
    if text.len() > MAX_BYTES {
        return Err(refused(Problem::TooLarge { found: text.len(), max: MAX_BYTES }));
    }
    Value::parse(text).map_err(|SyntaxError { line, column, reason }| {
        refused(Problem::NotJson { line, column, reason: reason.to_owned() })
    })
}

pub(super) fn value(mut value: Value) -> Result<Plan, PlanErrors> {
    let faults = Faults::default();
    version::migrate(&mut value);
    let document = document(&Node::root(&value, &faults));
    let mut errors = faults.into_inner();
    for error in document.iter().flat_map(check::contradictions) {
        // A wrong number of items has been reported by the reader, which does not read past the limit.
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    match (PlanErrors::new(errors), document) {
        (None, Some(document)) => Ok(Plan(document)),
        (Some(errors), _) => Err(errors),
        (None, None) => unreachable!("a document is refused only with a reason"),
    }
}

fn document(node: &Node<'_>) -> Option<PlanDocument> {
    const FIELDS: [&str; 15] = [
        "version",
        "name",
        "currency",
        "period",
        "goal",
        "stages",
        "delay_cv",
        "deal",
        "channels",
        "solve_for",
        "seasonality",
        "pipeline",
        "customers",
        "market_correlation",
        "simulation",
    ];
    if !version_is_read(node, PLAN_VERSION) {
        return None;
    }
    let top = node.object(&FIELDS, &["workbook", "actuals"])?;
    top.required("version");
    let period = top.required("period").and_then(|node| period(&node));
    let goal = top.required("goal").and_then(|node| goal(&node));
    let stages = top.required("stages").map(|node| stages(&node));
    let deal = top.required("deal").and_then(|node| deal(&node));
    let first = stages.as_ref().and_then(|stages| Some(stages.first()?.id.clone()));
    let channels = match (top.optional("channels"), first) {
        (Some(node), first) => channels(&node, first.as_ref()),
        (None, first) => first.map(|first| vec![only_channel(first)]),
    };
    Some(PlanDocument {
        name: name(&top, None),
        currency: currency(&top),
        delay_cv: top.number_or("delay_cv", DelayVariation::DEFAULT),
        solve_for: solve_for(&top),
        seasonality: seasonality(&top),
        pipeline: pipeline(&top),
        customers: top.optional("customers").and_then(|node| customers(&node)),
        market_correlation: top.number_or("market_correlation", super::Correlation::ZERO),
        simulation: top
            .optional("simulation")
            .map_or_else(SimulationSettings::default, |node| simulation(&node)),
        period: period?,
        goal: goal?,
        stages: stages?,
        deal: deal?,
        channels: channels?,
    })
}

/// A newer version is refused by its number alone, since its other fields mean what this reader cannot know.
pub(crate) fn version_is_read(node: &Node<'_>, newest: u32) -> bool {
    let Some(version) = node.field("version") else { return true };
    let Some(found) = version.whole(1..=u64::from(u32::MAX)) else { return true };
    let newer = found > u64::from(newest);
    if newer {
        version.report(Problem::Newer { found, newest });
    }
    !newer
}

fn name(object: &Object<'_>, id: Option<&Id>) -> Name {
    let Some(node) = object.optional("name") else {
        return id.and_then(|id| Name::new(id.as_str())).unwrap_or_default();
    };
    let text = node.text();
    Name::new(text).unwrap_or_else(|| {
        node.report(Problem::TooLong { found: text.chars().count(), max: Name::MAX_CHARACTERS });
        Name::default()
    })
}

/// A required id; a refused text stands in for itself, so that references to it resolve.
fn id(object: &Object<'_>) -> Option<Id> {
    object.required("id").map(|node| id_of(&node))
}

fn id_of(node: &Node<'_>) -> Id {
    node.form(Id::FORM, Id::new).unwrap_or_else(|| Id::refused(node.quiet_text()))
}

fn currency(top: &Object<'_>) -> Currency {
    top.optional("currency").and_then(|node| node.form(Currency::FORM, Currency::new)).unwrap_or_default()
}

fn period(node: &Node<'_>) -> Option<Period> {
    let object = node.object(&["start", "months"], &[])?;
    let months = object.optional("months");
    let months = months.map_or(Some(12), |node| node.whole(1..=u64::from(Period::MAX_MONTHS)));
    let start = object.required("start")?.form(Month::FORM, Month::parse)?;
    Some(Period { start, months: months? as u8 })
}

fn goal(node: &Node<'_>) -> Option<Goal> {
    let object = node.object(&["measure", "target"], &[])?;
    let measure = object.optional("measure");
    let measure =
        measure.map_or(Measure::PeriodRevenue, |n| n.choice(Measure::ALL, "period_revenue or exit_arr"));
    Some(Goal { measure, target: object.required_number("target")? })
}

fn stages(node: &Node<'_>) -> Vec<Stage> {
    node.list(Plan::STAGES.0..=Plan::STAGES.1)
        .iter()
        .enumerate()
        .filter_map(|(index, node)| stage(node, index == 0))
        .collect()
}

fn stage(node: &Node<'_>, first: bool) -> Option<Stage> {
    let object = node.object(&["id", "name", "owner", "rate", "delay_months"], &[])?;
    let id = id(&object)?;
    let default = if first { Owner::Marketing } else { Owner::Sales };
    let owner = object.optional("owner");
    let form = "marketing, inside_sales, sales or customer_success";
    let owner = owner.map_or(default, |node| node.choice(Owner::ALL, form));
    let step = if first { no_step(&object) } else { Some(step(&object)?) };
    Some(Stage { name: name(&object, Some(&id)), id, owner, step })
}

fn no_step(object: &Object<'_>) -> Option<Step> {
    for key in ["rate", "delay_months"] {
        if let Some(node) = object.optional(key) {
            node.report(Problem::Contradiction(Conflict::StepIntoFirstStage));
        }
    }
    None
}

fn step(object: &Object<'_>) -> Option<Step> {
    let delay_months = object.number_or("delay_months", DelayMonths::ZERO);
    Some(Step { rate: uncertain_rate(&object.required("rate")?)?, delay_months })
}

fn uncertain_rate(node: &Node<'_>) -> Option<UncertainRate> {
    let object = node.object(&["mean", "evidence"], &[])?;
    let evidence = object.optional("evidence").map(|node| node.number());
    Some(UncertainRate { mean: object.required_number("mean")?, evidence })
}

fn deal(node: &Node<'_>) -> Option<Deal> {
    let object = node.object(&["kind", "value", "monthly_fee", "gross_margin"], &[])?;
    let kind = object.required("kind")?.choice(KINDS, KIND_FORM);
    let (key, other) = match kind {
        DealKind::OneOff => ("value", "monthly_fee"),
        DealKind::Recurring => ("monthly_fee", "value"),
    };
    if object.optional(other).is_some() {
        object.report(other, Problem::Contradiction(Conflict::ValueOfOtherKind));
    }
    let value = object.required(key).and_then(|node| uncertain_money(&node));
    let gross_margin = object.number_or("gross_margin", Rate::ONE);
    Some(Deal { kind, value: value?, gross_margin })
}

fn uncertain_money(node: &Node<'_>) -> Option<UncertainMoney> {
    let object = node.object(&["mean", "spread", "uncertainty"], &[])?;
    let spread = object.number_or("spread", CoefficientOfVariation::ZERO);
    let uncertainty = object.number_or("uncertainty", CoefficientOfVariation::ZERO);
    Some(UncertainMoney { mean: object.required_number("mean")?, spread, uncertainty })
}

/// The channel of a plan that names none: one prospect a month into the first stage.
fn only_channel(first: Id) -> Channel {
    let all = Id::refused("all");
    Channel {
        name: Name::new(all.as_str()).unwrap_or_default(),
        id: all,
        enters: first.clone(),
        counted_at: first,
        volume: Volume::Entries { monthly_entries: PerMonth::Even(Entries::ONE) },
        uncertainty: CoefficientOfVariation::ZERO,
        overdispersion: CoefficientOfVariation::ZERO,
        fixed: false,
        rates: ById::new(),
    }
}

fn channels(node: &Node<'_>, first: Option<&Id>) -> Option<Vec<Channel>> {
    let channels = node.list(Plan::CHANNELS.0..=Plan::CHANNELS.1);
    let read: Vec<_> = channels.iter().filter_map(|node| channel(node, first?)).collect();
    (read.len() == channels.len()).then_some(read)
}

fn channel(node: &Node<'_>, first: &Id) -> Option<Channel> {
    const FIELDS: [&str; 9] =
        ["id", "name", "enters", "counted_at", "volume", "uncertainty", "overdispersion", "fixed", "rates"];
    let object = node.object(&FIELDS, &[])?;
    let id = id(&object);
    let enters = object.optional("enters").map_or_else(|| first.clone(), |node| id_of(&node));
    let counted_at = object.optional("counted_at").map_or_else(|| enters.clone(), |node| id_of(&node));
    let volume = object.required("volume").and_then(|node| volume(&node));
    let uncertainty = object.number_or("uncertainty", CoefficientOfVariation::ZERO);
    let overdispersion = object.number_or("overdispersion", CoefficientOfVariation::ZERO);
    let fixed = object.optional("fixed").is_some_and(|node| node.boolean());
    let rates = object.optional("rates").map(|node| own_rates(&node)).unwrap_or_default();
    let name = name(&object, id.as_ref());
    Some(Channel {
        id: id?,
        name,
        enters,
        counted_at,
        volume: volume?,
        uncertainty,
        overdispersion,
        fixed,
        rates,
    })
}

fn own_rates(node: &Node<'_>) -> ById<UncertainRate> {
    let mut rates = ById::new();
    for (key, node) in node.map() {
        if let Some(rate) = uncertain_rate(&node) {
            rates.insert(Id::refused(key), rate);
        }
    }
    rates
}

fn volume(node: &Node<'_>) -> Option<Volume> {
    let object = node.object(&["monthly_entries", "monthly_budget", "cost_per_entry"], &[])?;
    if let Some(entries) = object.optional("monthly_entries") {
        for other in
            ["monthly_budget", "cost_per_entry"].into_iter().filter(|key| object.optional(key).is_some())
        {
            object.report(other, Problem::Unknown);
        }
        return Some(Volume::Entries { monthly_entries: per_month(&entries) });
    }
    let monthly_budget = object.required("monthly_budget").map(|node| per_month(&node));
    let cost_per_entry = object.required_number::<CostPerEntry>("cost_per_entry");
    Some(Volume::Budget { monthly_budget: monthly_budget?, cost_per_entry: cost_per_entry? })
}

fn per_month<T: Limited>(node: &Node<'_>) -> PerMonth<T> {
    if !node.is_list() {
        return PerMonth::Even(node.number());
    }
    PerMonth::Each(node.list(1..=usize::from(Period::MAX_MONTHS)).iter().map(Node::number).collect())
}

fn solve_for(top: &Object<'_>) -> SolveFor {
    let node = top.optional("solve_for");
    node.and_then(|node| node.form(SolveFor::FORM, SolveFor::parse)).unwrap_or(SolveFor::Volume)
}

fn seasonality(top: &Object<'_>) -> [Weight; 12] {
    let mut weights = [Weight::ONE; 12];
    if let Some(node) = top.optional("seasonality") {
        for (weight, node) in weights.iter_mut().zip(node.list(12..=12)) {
            *weight = node.number();
        }
    }
    weights
}

fn pipeline(top: &Object<'_>) -> ById<u32> {
    let mut waiting = ById::new();
    for (key, node) in top.optional("pipeline").map(|node| node.map()).unwrap_or_default() {
        let count = node.whole(0..=u64::from(Customers::MAX_OPENING));
        waiting.insert(Id::refused(key), count.unwrap_or(0) as u32);
    }
    waiting
}

fn customers(node: &Node<'_>) -> Option<Customers> {
    const FIELDS: [&str; 6] =
        ["counted", "opening", "monthly_fee", "fee_spread", "monthly_churn", "expansions"];
    let object = node.object(&FIELDS, &[])?;
    let opening =
        object.optional("opening").and_then(|node| node.whole(0..=u64::from(Customers::MAX_OPENING)));
    let expansions = object.optional("expansions").map(|node| node.list(0..=Customers::MAX_EXPANSIONS));
    Some(Customers {
        counted: object.optional("counted").is_none_or(|node| node.boolean()),
        opening: opening.unwrap_or(0) as u32,
        monthly_fee: object.number_or("monthly_fee", Money::ZERO),
        fee_spread: object.number_or("fee_spread", CoefficientOfVariation::ZERO),
        monthly_churn: object.optional("monthly_churn").and_then(|node| uncertain_rate(&node)),
        expansions: expansions.unwrap_or_default().iter().filter_map(expansion).collect(),
    })
}

fn expansion(node: &Node<'_>) -> Option<Expansion> {
    let object = node.object(&["id", "name", "yearly_rate", "value", "kind"], &[])?;
    let id = id(&object);
    let yearly_rate = object.required("yearly_rate").and_then(|node| uncertain_rate(&node));
    let value = object.required_number("value");
    let kind = object.optional("kind").map_or(DealKind::OneOff, |node| node.choice(KINDS, KIND_FORM));
    let name = name(&object, id.as_ref());
    Some(Expansion { id: id?, name, yearly_rate: yearly_rate?, value: value?, kind })
}

fn simulation(node: &Node<'_>) -> SimulationSettings {
    let default = SimulationSettings::default();
    let Some(object) = node.object(&["seed", "trials", "confidence"], &[]) else { return default };
    let trials = u64::from(SimulationSettings::MIN_TRIALS)..=u64::from(SimulationSettings::MAX_TRIALS);
    SimulationSettings {
        seed: object
            .optional("seed")
            .and_then(|n| n.whole(0..=SimulationSettings::MAX_SEED))
            .unwrap_or(default.seed),
        trials: object.optional("trials").and_then(|n| n.whole(trials)).map_or(default.trials, |n| n as u32),
        confidence: object.number_or("confidence", default.confidence),
    }
}
