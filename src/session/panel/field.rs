//! A field as it is shown: its text, its unit, and what is wrong with it.

use gyakusan_engine::plan::Entries;
use gyakusan_engine::tree::MAX_ENTRIES;

use crate::chart::round_end;
use crate::session::{Field, Refusal, Session, StageField, StepField, Wanted};
use crate::text::channel_name;
use crate::text::number::{NumberError, editable_count, required_count, rounded_count};

/// A field is at most this many characters wide; a longer text scrolls in it.
const MAX_WIDTH: usize = 16;

/// A field as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPanel {
    /// Which field it is.
    pub field: Field,
    /// What it is called.
    pub label: String,
    /// The text in it.
    pub text: String,
    /// The unit after it.
    pub unit: String,
    /// What is wrong with the text, once it has been left.
    pub error: Option<String>,
    /// Its lock; `None` for a number that cannot be solved for.
    pub lock: Option<LockPanel>,
}

/// The lock of a number: open where the number is the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockPanel {
    /// What a press asks for.
    pub wanted: Wanted,
    /// What a press does, in words.
    pub label: String,
    /// Whether the number is the answer.
    pub is_answer: bool,
    /// What marks the answer, where it is that.
    pub answer: Option<&'static str>,
}

impl FieldPanel {
    pub(in crate::session) fn new(session: &Session, field: Field) -> Self {
        let label = field.label(&session.plan, session.language);
        let lock = lock(session, field, &label);
        let Some(draft) = session.drafts.get(field) else {
            let written = session.shown(field);
            return Self { field, label, text: written.number, unit: written.unit, error: None, lock };
        };
        let refusal = draft.refusal.as_ref().filter(|_| draft.judged);
        let error = refusal.map(|refusal| sentence(session, field, &label, &draft.text, refusal));
        Self { field, label, text: draft.text.clone(), unit: draft.unit.clone(), error, lock }
    }

    /// Whether the number is the tree's, not the plan's.
    pub fn is_computed(&self) -> bool {
        matches!(self.field, Field::Stage(_, StageField::Count))
    }

    /// Whether the number is the answer.
    pub fn is_answer(&self) -> bool {
        self.lock.as_ref().is_some_and(|lock| lock.is_answer)
    }

    /// The width of the text in characters, where Japanese ones count twice.
    pub fn width(&self) -> usize {
        self.text
            .chars()
            .map(|letter| if letter.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
            .max(1)
            .min(MAX_WIDTH)
    }
}

fn lock(session: &Session, field: Field, label: &str) -> Option<LockPanel> {
    let wanted = Wanted::of_field(field, &session.plan)?;
    let words = session.language.words().tree();
    let is_answer = wanted == Wanted::of(&session.plan);
    let mut label = (words.solve)(label);
    if is_answer {
        // What is written on it belongs to its name, by which people who speak to their machine press it.
        label = [&label, " ", words.answer].concat();
    }
    Some(LockPanel { wanted, label, is_answer, answer: is_answer.then_some(words.answer) })
}

/// The round end of a field's rail, well beyond its value, its range and its benchmark.
pub(in crate::session) fn rail_end(session: &Session, field: Field) -> f64 {
    let plan = &session.plan;
    let value = session.value_of(field);
    match field {
        Field::Step(place, StepField::Rate) => {
            let step = plan.stages[place].step;
            let range = step.map_or(value, |step| step.rate.central_range(super::tree::RANGE).1);
            let band = super::tree::benchmark(&plan.stages, place).map_or(0.0, |band| band.high);
            // In percent, since 30 rounds up to 40 where 0.3 would be no round number.
            round_end(100.0 * (2.0 * value).max(1.1 * range).max(1.2 * band).max(0.01).min(1.0)).min(100.0)
                / 100.0
        }
        _ => round_end(2.0 * value),
    }
}

/// What is wrong, in the language's words: value, limit, way out.
fn sentence(session: &Session, field: Field, label: &str, text: &str, refusal: &Refusal) -> String {
    let words = session.language.words().errors();
    let written = |value: f64| field.written(value, &session.plan, session.language);
    match refusal {
        Refusal::Unreadable(error) => match error {
            NumberError::Empty => (words.empty)(label),
            NumberError::NotANumber { text, at, found } => (words.not_a_number)(label, text, at + 1, *found),
            NumberError::TwoNumbers { at } => (words.two_numbers)(label, at + 1),
            NumberError::WrongUnit { unit } => (words.wrong_unit)(label, unit),
            NumberError::TooLong { limit } => (words.too_long)(label, *limit),
            NumberError::TooLarge => (words.refused)(label, text),
        },
        Refusal::OutOfRange { value, min, .. } if *value < *min && *min > 0.0 && *min < 1e-300 => {
            (words.not_positive)(label, &written(*value))
        }
        Refusal::OutOfRange { value, min, .. } if *value < *min => {
            (words.too_small)(label, &written(*value), &written(*min))
        }
        Refusal::OutOfRange { value, max, .. } => (words.too_large)(label, &written(*value), &written(*max)),
        Refusal::NotWhole { value } => (words.not_whole)(label, &editable_count(*value)),
        Refusal::TooManyEntries { value, entries } => (words.too_many_entries)(
            label,
            &written(*value),
            &rounded_count(*entries),
            &rounded_count(MAX_ENTRIES),
        ),
        Refusal::TooMuchVolume { value } => {
            (words.too_much_volume)(label, &written(*value), &rounded_count(Entries::MAX))
        }
        Refusal::NoName => (words.no_name)(label),
        Refusal::NobodyCounted { value, channel } => {
            let named = session.plan.channels.iter().find(|each| each.id == *channel);
            let name = named.map_or("", |channel| channel_name(channel, session.language));
            (words.nobody_counted)(label, &written(*value), name)
        }
        Refusal::NoSeason { value } => (words.no_season)(label, &written(*value)),
        Refusal::NoRange { value } => (words.no_range)(label, &written(*value)),
        Refusal::OutOfReach { value, freed, limit, count } => {
            let limit = freed.written(*limit, &session.plan, session.language);
            let freed = freed.name(&session.plan, session.language);
            let is_too_small = value < count;
            let count = if is_too_small { required_count(*count) } else { rounded_count(count.floor()) };
            (words.out_of_reach)(label, &written(*value), [&freed, &limit, &count], is_too_small)
        }
        Refusal::NameTooLong { limit } => (words.too_long)(label, *limit),
        Refusal::Refused => (words.refused)(label, text),
    }
}
