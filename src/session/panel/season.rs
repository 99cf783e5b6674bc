//! How what is required is spread over the months.

use gyakusan_engine::plan::Month;

use super::calendar::whole_months;
use super::tree::written_count;
use crate::chart::column_heights;
use crate::session::{Edit, Field, SeasonShape, Session};
use crate::text::number::{rate, rounded_count};
use crate::text::{channel_name, stage_names};

/// Months of a year.
const YEAR: usize = 12;

/// How what is required is spread over the months.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonPanel {
    /// What it says.
    pub lead: String,
    /// The shapes: what pressing does, their words, whether the plan has this one.
    pub shapes: Vec<(Edit, String, bool)>,
    /// The months of the period. They carry the fields where there is no month twice.
    pub months: Vec<SeasonMonthPanel>,
    /// The months of a year with their fields, where the period is longer.
    pub year: Vec<SeasonMonthPanel>,
    /// The sums.
    pub sum: String,
    /// What to know about it.
    pub notes: Vec<String>,
}

/// A month.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonMonthPanel {
    /// Its name.
    pub name: String,
    /// What is required in it, and the height of its column in percent.
    pub count: Option<(String, f64)>,
    /// The month of the year, 1 for January.
    pub month: u8,
    /// The field of its share of the year.
    pub share: Option<Field>,
}

pub(super) fn panel(session: &Session) -> SeasonPanel {
    let words = session.language.words().season();
    let plan = &session.plan;
    let first = &session.tree.stages[0];
    let counts = whole_months(session, 0);
    let heights = column_heights(&first.monthly);
    let is_long = plan.months() > YEAR;
    let month = |(at, month): (usize, Month), has_count: bool, has_share: bool| SeasonMonthPanel {
        name: (words.month)(month.month(), at == 0),
        count: has_count.then(|| (rounded_count(counts[at]), heights[at])),
        month: month.month(),
        share: has_share.then(|| Field::Season(usize::from(month.month()) - 1)),
    };
    let year = (0..YEAR).map(|at| (at, plan.period.start.plus(at)));
    let count = session.counted(&written_count(session, 0));
    let sum = shown_sum(session);
    SeasonPanel {
        lead: (words.lead)(&count, &stage_names(&plan.stages[0], session.language).stage),
        shapes: SeasonShape::ALL.map(|shape| shape_button(session, shape)).to_vec(),
        months: plan.period.iter().enumerate().map(|each| month(each, true, !is_long)).collect(),
        year: if is_long { year.map(|each| month(each, false, true)).collect() } else { Vec::new() },
        sum: (words.sum)(&count, &rate(sum).to_string()),
        notes: notes(session, sum),
    }
}

fn shape_button(session: &Session, shape: SeasonShape) -> (Edit, String, bool) {
    let words = session.language.words().season();
    let start = session.plan.period.start;
    let words = match shape {
        SeasonShape::Even => words.even.to_owned(),
        SeasonShape::HalfYearEnds => (words.half_years)(start.plus(5).month(), start.plus(11).month()),
        SeasonShape::QuarterEnds => words.quarters.to_owned(),
    };
    (Edit::Season(shape), words, session.plan.seasonality == shape.weights(start.month()))
}

/// The sum of the shares of the months that are shown.
fn shown_sum(session: &Session) -> f64 {
    let months = session.plan.period.iter().take(YEAR);
    let weights = months.map(|month| session.plan.seasonality[usize::from(month.month()) - 1].get());
    weights.fold(0.0, |sum, weight| sum + weight) / YEAR as f64
}

fn notes(session: &Session, sum: f64) -> Vec<String> {
    let words = session.language.words().season();
    let plan = &session.plan;
    let mut notes = Vec::new();
    if plan.months() >= YEAR && (sum - 1.0).abs() >= 0.000_5 {
        notes.push(words.ratio.to_owned());
    }
    let mut own = String::new();
    for channel in plan.channels.iter().filter(|channel| !channel.volume.is_even()) {
        if !own.is_empty() {
            own += session.language.words().tree().separator;
        }
        own += channel_name(channel, session.language);
    }
    if !own.is_empty() {
        notes.push((words.own_months)(&own));
    }
    notes
}
