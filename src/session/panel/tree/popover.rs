//! What is folded behind a number: how well it is known, how long it takes.

use gyakusan_engine::plan::{DelayMonths, Evidence, SolveFor};
use gyakusan_engine::tree::Tree;

use super::benchmark::benchmark;
use crate::session::field::currency;
use crate::session::panel::FieldPanel;
use crate::session::{DealField, Edit, Field, Knowledge, Session, StepField, Wanted};
use crate::text::number::{exact_count, money_range, rate, rate_range};
use crate::text::stage_names;

/// What is folded behind a short text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PopoverPanel {
    /// The short text.
    pub summary: String,
    /// What it is about.
    pub title: String,
    /// Lines of words and fields.
    pub lines: Vec<Vec<PiecePanel>>,
    /// Buttons, and whether one says how the number is known now.
    pub choices: Vec<(String, Edit, bool)>,
    /// Sentences.
    pub notes: Vec<String>,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum PiecePanel {
    /// Words.
    Words(String),
    /// A field.
    Field(FieldPanel),
}

impl PopoverPanel {
    /// The short text alone, before what is behind it is known.
    pub(super) fn closed(summary: String) -> Self {
        Self { summary, ..Self::default() }
    }
}

/// The cases that the rate into a stage is known from, in short.
pub(super) fn rate_cases(session: &Session, place: usize) -> String {
    let known = session.plan.stages[place].step.map(|step| step.rate).filter(|rate| rate.beta().is_some());
    cases(session, known.and_then(|known| known.evidence).map(Evidence::get))
}

/// The deals that the mean deal value is known from, in short.
pub(super) fn deal_cases(session: &Session) -> String {
    let value = session.plan.deal.value;
    let is_known = value.central_range(super::RANGE).is_some();
    cases(session, value.observed_deals().filter(|_| is_known).map(f64::round))
}

/// How unequal deals are, in short.
pub(super) fn spread(session: &Session) -> String {
    let spread = rate(session.plan.deal.value.spread.get()).to_string();
    (session.language.words().tree().spread_open)(&spread)
}

/// The delay of the step into a stage, in short.
pub(super) fn delay_months(session: &Session, place: usize) -> String {
    let delay = session.value_of(Field::Step(place, StepField::Delay));
    let written = Wanted::Delay(place).written(delay, &session.plan, session.language);
    (session.language.words().tree().delay_open)(&written)
}

/// How well the rate of the step into a stage is known.
pub(super) fn rate_knowledge(session: &Session, place: usize) -> PopoverPanel {
    let words = session.language.words().knowledge();
    let stage = &session.plan.stages[place];
    let field = |field| PiecePanel::Field(FieldPanel::new(session, Field::Step(place, field)));
    let say = |text: &str| PiecePanel::Words(text.to_owned());
    let known = stage.step.map(|step| step.rate).filter(|rate| rate.beta().is_some());
    let mean = rate(session.value_of(Field::Step(place, StepField::Rate))).to_string();
    let about = known.is_some_and(|known| {
        let about =
            gyakusan_engine::plan::UncertainRate::about(known.mean).evidence.map_or(0.0, Evidence::get);
        (known.evidence.map_or(0.0, Evidence::get) / about - 1.0).abs() < 1e-9
    });
    let know = |knowledge| Edit::Know(place, knowledge);
    let mut choices = vec![
        (words.about.to_owned(), know(Knowledge::About), about),
        (words.exact.to_owned(), know(Knowledge::Exact), known.is_none()),
    ];
    let band = benchmark(&session.plan.stages, place);
    if let Some(band) = band {
        let label = (words.from_benchmark)(&band.figure(session));
        choices.insert(1, (label, know(Knowledge::Benchmark), false));
    }
    let mut notes = vec![match known {
        Some(known) => {
            let (low, high) = known.central_range(super::RANGE);
            (words.result)(&mean, &rate_range(low, high).to_string())
        }
        None => (words.result_exact)(&mean),
    }];
    notes.extend(half_added(session, place));
    notes.extend(band.map(|band| format!("{} {}", band.figure(session), band.source(session))));
    let names = stage_names(stage, session.language);
    PopoverPanel {
        summary: rate_cases(session, place),
        title: names.rate,
        lines: vec![
            vec![
                say(words.by_cases),
                field(StepField::Trials),
                say(words.of_which),
                field(StepField::Passes),
                PiecePanel::Words((words.passed)(&names.stage)),
            ],
            vec![say(words.by_range), field(StepField::Low), say(words.to), field(StepField::High)],
        ],
        choices,
        notes,
    }
}

/// What became of counts of which none or all passed, as [`from_counts`](gyakusan_engine::plan::UncertainRate::from_counts)
/// takes them.
fn half_added(session: &Session, place: usize) -> Option<String> {
    let value = |field| session.value_of(Field::Step(place, field));
    let [passes, cases] = [value(StepField::Passes), value(StepField::Trials)];
    let is_half = |count: f64| (count - 0.5).abs() < 1e-9;
    let words = session.language.words().knowledge();
    let is_added = cases.fract() == 0.0 && (is_half(passes) || is_half(cases - passes));
    is_added.then(|| (words.half_added)(&exact_count(passes), &exact_count(cases)))
}

/// How well the mean deal value is known.
pub(super) fn deal_knowledge(session: &Session) -> PopoverPanel {
    let words = session.language.words().knowledge();
    let value = session.plan.deal.value;
    let mean = session.money(session.value_of(Field::Deal(DealField::Value))).to_string();
    let range = value.central_range(super::RANGE);
    let written = range
        .map(|(low, high)| money_range(low, high, currency(&session.plan), session.language).to_string());
    PopoverPanel {
        summary: deal_cases(session),
        title: session.language.words().tree().deal_value.to_owned(),
        lines: vec![vec![
            PiecePanel::Words(words.by_cases.to_owned()),
            PiecePanel::Field(FieldPanel::new(session, Field::Deal(DealField::Deals))),
        ]],
        choices: vec![(words.exact.to_owned(), Edit::ExactDealValue, range.is_none())],
        notes: vec![match written {
            Some(range) => (words.result)(&mean, &range),
            None => (words.result_exact)(&mean),
        }],
    }
}

/// How unequal deals are.
pub(super) fn deal_spread(session: &Session) -> PopoverPanel {
    let words = session.language.words().knowledge();
    let field = FieldPanel::new(session, Field::Deal(DealField::Spread));
    PopoverPanel {
        summary: spread(session),
        title: field.label.clone(),
        lines: vec![vec![PiecePanel::Words("±".to_owned()), PiecePanel::Field(field)]],
        notes: vec![words.spread_note.to_owned()],
        ..PopoverPanel::default()
    }
}

/// How long the step into a stage takes, and what that carries past the end.
pub(super) fn delay(session: &Session, place: usize) -> PopoverPanel {
    let words = session.language.words().knowledge();
    let name = |place: usize| stage_names(&session.plan.stages[place], session.language).stage;
    let field = |field| FieldPanel::new(session, Field::Step(place, field));
    let delay = field(StepField::Delay);
    let mut notes = vec![words.delay_spread_note.to_owned(), words.delay_note.to_owned()];
    if let Some(inside) = share_inside(session, place) {
        let [inside, outside] = [inside, 1.0 - inside].map(|share| rate_range(share, share).to_string());
        notes.insert(0, (words.delay_share)(&name(place), &inside, &outside));
    }
    PopoverPanel {
        summary: delay_months(session, place),
        title: delay.label.clone(),
        lines: vec![
            vec![PiecePanel::Words((words.delay_line)(&name(place - 1), &name(place)))],
            vec![PiecePanel::Words(words.on_average.to_owned()), PiecePanel::Field(delay)],
            vec![
                PiecePanel::Words(words.delay_spread.to_owned()),
                PiecePanel::Field(field(StepField::DelayVariation)),
            ],
        ],
        notes,
        ..PopoverPanel::default()
    }
}

fn cases(session: &Session, evidence: Option<f64>) -> String {
    let words = session.language.words().tree();
    match evidence {
        None => words.no_cases.to_owned(),
        Some(count) if count.fract() == 0.0 => (words.from_cases)(&session.counted(&exact_count(count))),
        Some(count) => (words.worth_cases)(&session.counted(&exact_count(count))),
    }
}

/// The share of those who come to a stage sooner or later that comes in the period; `None` without delays.
fn share_inside(session: &Session, place: usize) -> Option<f64> {
    let wanted = Wanted::of(&session.plan);
    let mut is_delayed = false;
    let at_once = session.plan.edit(|document| {
        wanted.put(document, session.tree.solved_value);
        document.solve_for = SolveFor::Nothing;
        for step in document.stages[..=place].iter_mut().filter_map(|stage| stage.step.as_mut()) {
            is_delayed |= step.delay_months > DelayMonths::ZERO;
            step.delay_months = DelayMonths::ZERO;
        }
    });
    let at_once = at_once.ok().filter(|_| is_delayed)?;
    let tree = Tree::at_multiplier(&at_once, session.tree.multiplier).ok()?;
    let share = session.tree.stages[place].expected / tree.stages[place].expected;
    share.is_finite().then_some(share.min(1.0))
}
