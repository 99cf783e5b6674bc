//! What the actuals teach: every rate beside the plan's on one rail, the deal value, churn, volumes, delays, why prospects are lost.

use gyakusan_engine::actuals::{Density, EVIDENCE_OF_A_WISH, RatePosterior, VolumePosterior};
use gyakusan_engine::plan::{Evidence, UncertainRate};

use super::funnel::{Months, arrived};
use super::taken::{learned_plan, mark, tenths};
use super::{Compared, Span};
use crate::chart::{Scale, round_end};
use crate::session::Session;
use crate::text::number::{Written, exact_count, rate, rate_range, rounded_count};
use crate::text::{channel_name, filled, stage_names};

/// The share of possible values that a range holds.
const RANGE: f64 = 0.9;
/// The reasons that the format's own example names.
const REASONS: [&str; 4] = ["budget", "timing", "competitor", "no_need"];
/// Delays that differ by less are the same tenth of a month.
const SAME: f64 = 1e-9;
/// A rail ends at least this much beyond what stands on it.
const ROOM: f64 = 1.15;

/// What was learned.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedPanel {
    /// Rates, deal value, churn.
    pub rows: Vec<LearnedRow>,
    /// Entries beside the plan's: what they are, and what is made of them.
    pub volumes: Vec<[String; 2]>,
    /// Measured delays.
    pub delays: Vec<DelayRow>,
    /// Whether a measured delay differs from the plan's.
    pub can_take_delays: bool,
    /// Why prospects are lost.
    pub lost: Vec<LostPanel>,
    /// Whether there is something to be taken into the plan.
    pub can_take: bool,
    /// What has been taken into it already.
    pub taken: Option<String>,
    /// Where this month's numbers alone would mislead.
    pub warning: Option<String>,
}

/// A quantity before and after the actuals.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedRow {
    /// What it is called.
    pub name: String,
    /// What it rests on.
    pub counts: String,
    /// The plan's, and how much that weighs.
    pub prior: String,
    /// What it is now.
    pub learned: Written,
    /// The range that holds it 9 times in 10; empty where it is known.
    pub range: String,
    /// Both on one scale; `None` where nothing could be learned.
    pub rail: Option<LearnedRail>,
}

/// Places on a scale from 0, in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedRail {
    /// The value at the end.
    pub end: String,
    /// The plan's.
    pub prior: f64,
    /// Start and width of the range.
    pub range: (f64, f64),
    /// What it is now.
    pub value: f64,
}

/// A measured delay.
#[derive(Debug, Clone, PartialEq)]
pub struct DelayRow {
    /// What it is called.
    pub name: String,
    /// The plan's.
    pub prior: String,
    /// As measured.
    pub measured: String,
    /// What it rests on.
    pub counts: String,
}

/// Why prospects are lost on the way into a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct LostPanel {
    /// The step, and how many.
    pub name: String,
    /// Each reason: what it is called, how many, share, and the bar's length in percent.
    pub reasons: Vec<(String, String, f64)>,
}

pub(super) fn panel(session: &Session, compared: &Compared) -> LearnedPanel {
    let words = session.language.words().track();
    let learned = &compared.learned;
    let mut rows: Vec<_> = learned.rates.iter().map(|rate| rate_row(session, compared, rate)).collect();
    rows.extend(value_row(session, compared));
    rows.extend(churn_row(session, compared));
    let delays: Vec<_> =
        compared.delays.iter().map(|delay| (delay, planned_delay(session, &delay.stage))).collect();
    let taken = mark(session)
        .map(|(as_of, _)| filled(words.taken_already, &[&super::panel::long_month(session, as_of)]));
    LearnedPanel {
        rows,
        volumes: learned.volumes.iter().filter_map(|volume| volume_row(session, volume)).collect(),
        can_take_delays: delays.iter().any(|(delay, planned)| (tenths(delay.months) - planned).abs() > SAME),
        delays: delays
            .into_iter()
            .map(|(delay, planned)| DelayRow {
                name: session.quantity_name(&["delay:", delay.stage.as_str()].concat()),
                prior: filled(words.planned, &[&months(session, planned)]),
                measured: months(session, tenths(delay.months)),
                counts: filled(words.delay_counts, &[&rounded_count(delay.passes)]),
            })
            .collect(),
        lost: lost(session, compared),
        can_take: learned_plan(compared).is_some_and(|plan| plan != session.plan),
        taken,
        warning: warning(session, compared),
    }
}

/// The plan's delay as it is now: taking a measured one over teaches nothing else.
fn planned_delay(session: &Session, stage: &gyakusan_engine::plan::Id) -> f64 {
    let stage = session.plan.stages.iter().find(|each| each.id == *stage);
    stage.and_then(|stage| stage.step).map_or(0.0, |step| step.delay_months.get())
}

fn months(session: &Session, months: f64) -> String {
    exact_count(months) + session.language.words().stages().months
}

fn rate_row(session: &Session, compared: &Compared, posterior: &RatePosterior) -> LearnedRow {
    let words = session.language.words().track();
    let counts = [posterior.arrivals, posterior.passes, posterior.losses, posterior.open].map(rounded_count);
    let phrase = words.rate_counts[usize::from(posterior.losses_recorded)];
    let place = compared.plan.stages.iter().position(|stage| stage.id == posterior.stage).unwrap_or(1);
    let before = stage_names(&compared.plan.stages[place.saturating_sub(1)], session.language).stage;
    let prior = rate(posterior.prior.mean.get()).to_string();
    let own = match &posterior.channel {
        None => compared.plan.stages[place].step.map(|step| step.rate),
        Some(id) => {
            let channel = compared.plan.channels.iter().find(|channel| channel.id == *id);
            channel.and_then(|channel| channel.rates.get(&posterior.stage)).copied()
        }
    };
    LearnedRow {
        name: session.quantity_name(&posterior.source),
        counts: filled(phrase, &[&counts[0], &counts[1], &counts[2], &counts[3]]),
        prior: weight(session, &prior, own.and_then(|rate| rate.evidence), posterior.prior, &before),
        learned: rate(posterior.learned.mean.get()),
        range: range_of(posterior.density.as_ref(), &|low, high| rate_range(low, high).to_string()),
        rail: rail(posterior.density.as_ref(), posterior.prior.mean.get(), 1.0, &rate),
    }
}

/// The plan's rate, and how much it weighs beside what happened.
fn weight(
    session: &Session,
    prior: &str,
    evidence: Option<Evidence>,
    rate: UncertainRate,
    what: &str,
) -> String {
    let words = session.language.words().track();
    match (evidence, rate.evidence) {
        (Some(evidence), _) => filled(words.weights[0], &[prior, what, &rounded_count(evidence.get())]),
        (None, Some(_)) => filled(words.weights[1], &[prior, what, &rounded_count(EVIDENCE_OF_A_WISH)]),
        (None, None) => filled(words.weights[2], &[prior]),
    }
}

fn value_row(session: &Session, compared: &Compared) -> Option<LearnedRow> {
    let words = session.language.words().track();
    let value = compared.learned.deal_value.as_ref()?;
    if value.deals <= 0.0 {
        return None;
    }
    let prior = compared.plan.deal.value;
    let written = session.money(prior.mean.get()).to_string();
    let won = stage_names(compared.plan.stages.last()?, session.language).stage;
    let prior_text = match prior.observed_deals() {
        Some(deals) => filled(words.weights[0], &[&written, &won, &rounded_count(deals)]),
        None => filled(words.weights[2], &[&written]),
    };
    let counts = [rounded_count(value.deals), session.money(value.sum / value.deals).to_string()];
    let low_high = |low: f64, high: f64| {
        let currency = crate::session::field::currency(&session.plan);
        crate::text::number::money_range(low, high, currency, session.language).to_string()
    };
    Some(LearnedRow {
        name: session.quantity_name("deal_value"),
        counts: filled(words.value_counts, &[&counts[0], &counts[1]]),
        prior: prior_text,
        learned: session.money(value.learned.mean.get()),
        range: range_of(value.density.as_ref(), &low_high),
        rail: rail(value.density.as_ref(), prior.mean.get(), f64::INFINITY, &|amount| session.money(amount)),
    })
}

fn churn_row(session: &Session, compared: &Compared) -> Option<LearnedRow> {
    let words = session.language.words().track();
    let churn = compared.learned.churn.as_ref().filter(|churn| churn.customer_months > 0.0)?;
    let prior = compared.plan.customers.as_ref()?.monthly_churn?;
    let counts = [churn.customer_months, churn.lost].map(rounded_count);
    let written = rate(prior.mean.get()).to_string();
    let (low, high) = churn.learned.central_range(RANGE);
    Some(LearnedRow {
        name: session.quantity_name("churn"),
        counts: filled(words.churn_counts, &[&counts[0], &counts[1]]),
        prior: weight(session, &written, prior.evidence, churn.prior, words.customer_months),
        learned: rate(churn.learned.mean.get()),
        range: rate_range(low, high).to_string(),
        rail: Some(drawn([low, churn.learned.mean.get(), high], prior.mean.get(), 1.0, &rate)),
    })
}

fn volume_row(session: &Session, volume: &VolumePosterior) -> Option<[String; 2]> {
    let words = session.language.words().track();
    if volume.expected <= 0.0 {
        return None;
    }
    let channel = session.plan.channels.iter().find(|channel| channel.id == volume.channel)?;
    let figures = [
        rounded_count(volume.arrivals),
        super::departments::planned_count(volume.expected),
        rounded_count(100.0 * volume.arrivals / volume.expected) + "%",
    ];
    let said = match &volume.density {
        Some(_) => rounded_count(100.0 * volume.factor) + "%",
        None => String::new(),
    };
    let phrase = words.volumes[usize::from(volume.density.is_some())];
    let text = filled(phrase, &[&figures[0], &figures[1], &figures[2], &said]);
    Some([channel_name(channel, session.language).to_owned(), text])
}

fn range_of(density: Option<&Density>, write: &dyn Fn(f64, f64) -> String) -> String {
    let tail = (1.0 - RANGE) / 2.0;
    density.map_or_else(String::new, |density| write(density.quantile(tail), density.quantile(1.0 - tail)))
}

fn rail(
    density: Option<&Density>,
    prior: f64,
    most: f64,
    write: &dyn Fn(f64) -> Written,
) -> Option<LearnedRail> {
    let density = density?;
    let tail = (1.0 - RANGE) / 2.0;
    let places = [density.quantile(tail), density.mean(), density.quantile(1.0 - tail)];
    Some(drawn(places, prior, most, write))
}

fn drawn([low, value, high]: [f64; 3], prior: f64, most: f64, write: &dyn Fn(f64) -> Written) -> LearnedRail {
    let end = round_end(ROOM * high.max(prior)).min(most);
    let scale = Scale::to(end);
    LearnedRail {
        end: write(end).to_string(),
        prior: scale.percent(prior),
        range: (scale.percent(low), scale.percent(high) - scale.percent(low)),
        value: scale.percent(value),
    }
}

/// Why prospects are lost, step by step.
fn lost(session: &Session, compared: &Compared) -> Vec<LostPanel> {
    let words = session.language.words().track();
    let mut panels = Vec::new();
    for stage in &compared.plan.stages {
        let reasons: Vec<_> = compared.lost.iter().filter(|reason| reason.stage == stage.id).collect();
        let all: f64 = reasons.iter().map(|reason| f64::from(reason.count)).sum();
        if all <= 0.0 {
            continue;
        }
        let row = |reason: &&gyakusan_engine::actuals::LostReason| {
            let usual = REASONS.iter().position(|known| *known == reason.reason);
            let name = match usual {
                _ if reason.reason.is_empty() => words.no_reason,
                Some(place) => words.reasons[place],
                None => reason.reason.as_str(),
            };
            let share = f64::from(reason.count) / all;
            let count = session.counted(&rounded_count(f64::from(reason.count)));
            let figures = filled(words.lost_share, &[&count, &rounded_count(100.0 * share)]);
            (name.to_owned(), figures, 100.0 * share)
        };
        panels.push(LostPanel {
            name: filled(words.lost_at, &[&stage_names(stage, session.language).stage, &rounded_count(all)]),
            reasons: reasons.iter().map(row).collect(),
        });
    }
    panels
}

/// Where the last month's wins, divided by its arrivals in the stage before, lie outside of what the rate can be: with a
/// delay they are not those arrivals' wins.
fn warning(session: &Session, compared: &Compared) -> Option<String> {
    let words = session.language.words().track();
    let won = compared.plan.stages.len() - 1;
    let stage = &compared.plan.stages[won];
    let delay = stage.step?.delay_months.get();
    let month = Months::of(compared, Span::Month);
    let [wins, before] = [won, won - 1].map(|place| arrived(compared, None, place, &month));
    let posterior = compared.learned.rates.iter().find(|rate| rate.stage == stage.id)?;
    let (low, high) = (posterior.quantile(0.05), posterior.quantile(0.95));
    if delay <= 0.0 || before <= 0.0 || (low..=high).contains(&(wins / before)) {
        return None;
    }
    let names = stage_names(stage, session.language);
    let before_name = stage_names(&compared.plan.stages[won - 1], session.language).stage;
    let naive = if wins > before { words.above_all.to_owned() } else { rate(wins / before).to_string() };
    Some(filled(
        words.misleading,
        &[
            &super::panel::short_month(session, compared.as_of()),
            &names.rate,
            &naive,
            &rounded_count(wins),
            &before_name,
            &rounded_count(before),
            &months(session, delay),
            &rate(posterior.learned.mean.get()).to_string(),
        ],
    ))
}
