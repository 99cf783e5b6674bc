//! The whole funnel: what arrived in every stage beside what the plan expects to have arrived by now.

use std::ops::Range;

use gyakusan_engine::plan::{DealKind, Owner};

use super::departments::{Attainment, planned_count};
use super::{Compared, Span, Track, TrackPress};
use crate::session::Session;
use crate::text::number::{rate, rounded_count};
use crate::text::{channel_name, filled, stage_names};

/// The funnel as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackFunnelPanel {
    /// The channels to choose from, and which is shown; empty where there is but one.
    pub channels: Vec<(TrackPress, String, bool)>,
    /// The months to choose from, and which are shown.
    pub spans: Vec<(TrackPress, String, bool)>,
    /// What the plan's figures are.
    pub reading: String,
    /// The stages, and the revenue below them.
    pub rows: Vec<FunnelRow>,
}

/// A stage of the funnel, or the revenue.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelRow {
    /// Who answers for it; `None` for the revenue.
    pub owner: Option<Owner>,
    /// What it is called.
    pub name: String,
    /// By the plan.
    pub plan: String,
    /// What came.
    pub actual: String,
    /// How far that is.
    pub attainment: Attainment,
    /// What the rate from the stage before is called, and what it came to.
    pub rate: Option<[String; 2]>,
}

/// Months of the period: those that are counted, and those whose plan they are compared with.
pub(super) struct Months {
    known: Range<usize>,
    planned: Range<usize>,
}

impl Months {
    pub(super) fn of(compared: &Compared, span: Span) -> Self {
        let end = compared.elapsed();
        let start = match span {
            Span::Month => end - 1,
            Span::Quarter => (end - 1) / 3 * 3,
            Span::SoFar | Span::Period => 0,
        };
        let planned = if span == Span::Period { 0..compared.plan.months() } else { start..end };
        Self { known: start..end, planned }
    }
}

/// What arrived in a stage, of one channel or all.
pub(super) fn arrived(compared: &Compared, channel: Option<usize>, stage: usize, months: &Months) -> f64 {
    let mut sum = 0.0;
    for (place, stages) in compared.history.arrivals().iter().enumerate() {
        if channel.is_none_or(|channel| channel == place) {
            sum += sum_of(&stages[stage], &months.known);
        }
    }
    sum
}

/// What the plan expects to arrive in a stage, delays included; those who stood in the funnel at the start come under no
/// channel.
pub(super) fn expected(compared: &Compared, channel: Option<usize>, stage: usize, months: &Months) -> f64 {
    match channel {
        None => sum_of(&compared.tree.stages[stage].monthly, &months.planned),
        Some(channel) => sum_of(&compared.tree.channels[channel][stage], &months.planned),
    }
}

fn sum_of(numbers: &[f64], months: &Range<usize>) -> f64 {
    numbers.get(months.clone()).unwrap_or_default().iter().fold(0.0, |sum, number| sum + number)
}

/// What came in, and what the plan expects; `None` for a channel whose revenue is not that of its deals alone.
pub(super) fn revenue(compared: &Compared, channel: Option<usize>, months: &Months) -> Option<[f64; 2]> {
    let Some(channel) = channel else {
        let actual = sum_of(&compared.so_far.monthly_revenue, &months.known);
        return Some([actual, sum_of(&compared.tree.monthly_revenue, &months.planned)]);
    };
    if compared.plan.deal.kind != DealKind::OneOff {
        return None;
    }
    let won = compared.plan.stages.len() - 1;
    let planned = expected(compared, Some(channel), won, months) * compared.plan.deal.value.mean.get();
    Some([super::departments::deals_of(compared, channel, &months.known), planned])
}

pub(super) fn panel(session: &Session, track: &Track, compared: &Compared) -> TrackFunnelPanel {
    let words = session.language.words().track();
    let channel = track.channel.filter(|channel| *channel < compared.plan.channels.len());
    let months = Months::of(compared, track.span);
    let mut channels = vec![(TrackPress::Channel(0), words.all.to_owned(), channel.is_none())];
    for (place, each) in compared.plan.channels.iter().enumerate() {
        let name = channel_name(each, session.language).to_owned();
        channels.push((TrackPress::Channel(place as u8 + 1), name, channel == Some(place)));
    }
    if channels.len() == 2 {
        channels.clear();
    }
    let month = super::panel::short_month(session, compared.as_of());
    let span = |span: Span| {
        let name = words.spans[span as usize];
        (TrackPress::Span(span), filled(name, &[&month]), track.span == span)
    };
    let is_whole = track.span == Span::Period;
    TrackFunnelPanel {
        channels,
        spans: Span::ALL.into_iter().map(span).collect(),
        reading: filled(words.funnel_readings[usize::from(is_whole)], &[&month]),
        rows: rows(session, compared, channel, &months, is_whole),
    }
}

fn rows(
    session: &Session,
    compared: &Compared,
    channel: Option<usize>,
    months: &Months,
    is_whole: bool,
) -> Vec<FunnelRow> {
    let mut rows = Vec::new();
    let first = channel.and_then(|channel| {
        let enters = &compared.plan.channels[channel].enters;
        compared.plan.stages.iter().position(|stage| stage.id == *enters)
    });
    // What the stages before a channel's first have to do with it nobody asks.
    for (place, stage) in compared.plan.stages.iter().enumerate().skip(first.unwrap_or(0)) {
        let names = stage_names(stage, session.language);
        let [actual, plan] =
            [arrived(compared, channel, place, months), expected(compared, channel, place, months)];
        let before = if place == 0 { 0.0 } else { arrived(compared, channel, place - 1, months) };
        // More may pass in some months than come in; that is no rate.
        let passed = (before > 0.0 && actual <= before).then(|| actual / before);
        let attainment = Attainment::of(actual, plan);
        rows.push(FunnelRow {
            owner: Some(stage.owner),
            name: names.stage,
            plan: planned_count(plan),
            actual: rounded_count(actual),
            attainment: if is_whole { attainment.without_warning() } else { attainment },
            rate: passed.map(|passed| [names.rate, rate(passed).to_string()]),
        });
    }
    if let Some([actual, plan]) = revenue(compared, channel, months) {
        let attainment = Attainment::of(actual, plan);
        rows.push(FunnelRow {
            owner: None,
            name: session.language.words().tree().revenue.to_owned(),
            plan: session.money(plan).to_string(),
            actual: session.money(actual).to_string(),
            attainment: if is_whole { attainment.without_warning() } else { attainment },
            rate: None,
        });
    }
    rows
}
