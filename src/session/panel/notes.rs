//! Notes: what to look at before relying on the plan. Each names the value, says why, and the way out.

use gyakusan_engine::plan::{Channel, Id, Measure, SolveFor, Stage, UncertainRate, Volume};
use gyakusan_engine::tree::{Outcome, ZeroFactor, required_count};

use super::channels::TYPICAL_COST;
use super::field::FieldPanel;
use super::tree::{RANGE, benchmark};
use crate::session::field::currency;
use crate::session::{Field, Session, WorkbookField};
use crate::text::number::{
    Currency, editable_count, exact_count, money_range, multiplier, rate, rate_range, rounded_count,
};
use crate::text::{Language, channel_name, stage_names};

/// Below this many deals luck alone moves the result by more than 18 %.
const FEW_DEALS: f64 = 30.0;
/// A number that is known exactly is unlike a band beyond this many times its end.
const UNLIKE: f64 = 1.5;
/// Growth on last year above which a plan is asked what is different.
const STEEP_GROWTH: f64 = 1.5;
/// Volumes above this many times the ones entered rest on rates that were seen at a tenth of them.
const FAR_VOLUME: f64 = 10.0;

/// The notes.
#[derive(Debug, Clone, PartialEq)]
pub struct NotesPanel {
    /// Those that apply, the most serious first.
    pub notes: Vec<Note>,
    /// Last year's revenue, which one of them asks for.
    pub last_year: FieldPanel,
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The value, why it matters, the way out.
    pub words: [String; 3],
}

/// Kinds of notes, the most serious first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// A factor of the chain is zero.
    ZeroFactor,
    /// The solved number stands at its limit and does not reach the target.
    LimitReached,
    /// A channel costs more than its deals bring.
    Unprofitable,
    /// So few deals that luck decides.
    FewDeals,
    /// A rate unlike its benchmark.
    UnlikeRate,
    /// A cost per lead unlike its benchmark.
    UnlikeCost,
    /// Nothing between entry and deal is counted.
    ResultsOnly,
    /// Far more than last year.
    SteepGrowth,
    /// Every rate is taken as certain.
    NoEvidence,
    /// A rate that nothing uses.
    UnusedRate,
    /// Far more volume than the plan's numbers were seen at.
    FarVolume,
    /// Numbers that move together.
    Market,
}

/// A kind with its words, where it applies.
type Found = Option<(NoteKind, [String; 3])>;

pub(super) fn panel(session: &Session) -> NotesPanel {
    let stages = 1..session.plan.stages.len();
    let mut found = vec![outcome(session), unprofitable(session), few_deals(session)];
    found.extend(stages.clone().map(|place| unlike_rate(session, place)));
    found.extend([unlike_cost(session), results_only(session), steep_growth(session), no_evidence(session)]);
    found.extend(stages.map(|place| unused_rate(session, place)));
    found.extend([far_volume(session), market(session)]);
    NotesPanel {
        notes: found.into_iter().flatten().map(|(kind, words)| Note { kind, words }).collect(),
        last_year: FieldPanel::new(session, Field::Workbook(WorkbookField::LastYearRevenue)),
    }
}

fn outcome(session: &Session) -> Found {
    let words = &session.language.words().notes;
    let money = |amount: f64| session.money(amount).to_string();
    let factor = match &session.tree.outcome {
        Outcome::Impossible(factor) => factor,
        Outcome::Limit => {
            let target = session.plan.goal.target.get();
            let words = (words.limit_reached)(&money(session.tree.expected_goal), &money(target));
            return Some((NoteKind::LimitReached, words));
        }
        _ => return None,
    };
    let words = match factor {
        ZeroFactor::Rate(id) => {
            let stage = session.plan.stages.iter().find(|stage| stage.id == *id)?;
            (words.zero_rate)(&rate_name(session, stage))
        }
        ZeroFactor::DealValue => words.zero_value.map(str::to_owned),
        ZeroFactor::Volume => words.zero_volume.map(str::to_owned),
        ZeroFactor::Time => words.zero_time.map(str::to_owned),
    };
    Some((NoteKind::ZeroFactor, words))
}

fn unprofitable(session: &Session) -> Found {
    let economics = session.economics.as_ref()?;
    let names = names(session, |place, channel| {
        let limit = economics.channels[place].limit_cpa;
        limit > 0.0 && channel.volume.cost_per_entry().is_some_and(|cost| cost > limit)
    })?;
    Some((NoteKind::Unprofitable, (session.language.words().notes.unprofitable)(&names)))
}

/// The deals are a Poisson number with values of their own spread c, so their sum varies by √((1 + c²) ÷ n).
fn few_deals(session: &Session) -> Found {
    let wins = session.tree.stages.last()?.expected;
    if wins <= 0.0 || wins >= FEW_DEALS {
        return None;
    }
    let count = match session.tree.outcome {
        Outcome::Forward if wins < 1.0 => exact_count(wins),
        Outcome::Forward => rounded_count(wins),
        _ => rounded_count(required_count(wins)),
    };
    let spread = session.plan.deal.value.spread.get();
    let swing = |deals: f64| rate(whole_percent(((1.0 + spread * spread) / deals).sqrt())).to_string();
    let words = (session.language.words().notes.few_deals)(&count, &swing(wins), &swing(FEW_DEALS));
    Some((NoteKind::FewDeals, words))
}

fn unlike_rate(session: &Session, place: usize) -> Found {
    let stage = &session.plan.stages[place];
    let (band, known) = (benchmark(stage)?, rate_of(session, stage)?);
    let mean = known.mean.get();
    let (low, high) = known.central_range(RANGE);
    let exact = known.beta().is_none();
    let slack = if exact { UNLIKE } else { 1.0 };
    // A rate of 0 is the headline's matter, and one that nothing uses has a note of its own.
    let unlike = low > band.high * slack || high < band.low / slack;
    if mean <= 0.0 || !unlike || !is_used(session, place) {
        return None;
    }
    let value = if exact { rate(mean) } else { rate_range(low, high) }.to_string();
    let usual = rate_range(band.low, band.high).to_string();
    let words = &session.language.words().notes;
    Some((NoteKind::UnlikeRate, (words.unlike_rate)(&rate_name(session, stage), &value, &usual, band.source)))
}

fn unlike_cost(session: &Session) -> Found {
    let (low, high) = TYPICAL_COST;
    // The survey asked for yen a lead.
    if currency(&session.plan) != Currency::JPY {
        return None;
    }
    let names = names(session, |_, channel| {
        let unlike = |cost: f64| cost > high * UNLIKE || cost < low / UNLIKE;
        channel.counted_at.as_str() == "lead" && channel.volume.cost_per_entry().is_some_and(unlike)
    })?;
    let usual = money_range(low, high, Currency::JPY, session.language).to_string();
    Some((NoteKind::UnlikeCost, (session.language.words().notes.unlike_cost)(&names, &usual)))
}

fn results_only(session: &Session) -> Found {
    let [entry, won] = session.plan.stages.as_slice() else { return None };
    let [entry, won] = [entry, won].map(|stage| stage_names(stage, session.language).stage);
    Some((NoteKind::ResultsOnly, (session.language.words().notes.results_only)(&entry, &won)))
}

/// The target is brought to a year before it is compared; annual recurring revenue already is.
fn steep_growth(session: &Session) -> Found {
    let last_year = session.workbook.last_year_revenue?.get();
    let goal = &session.plan.goal;
    let months = session.plan.months();
    let is_yearly = goal.measure == Measure::ExitArr || months == 12;
    let target = if is_yearly { goal.target.get() } else { goal.target.get() * 12.0 / months as f64 };
    let times = target / last_year;
    if last_year <= 0.0 || times <= STEEP_GROWTH {
        return None;
    }
    let times = multiplier(times, session.language).to_string();
    let last_year = session.money(last_year).to_string();
    let words = &session.language.words().notes;
    Some((NoteKind::SteepGrowth, (words.steep_growth)(&times, &last_year, is_yearly)))
}

fn no_evidence(session: &Session) -> Found {
    let steps = session.plan.stages.iter().filter_map(|stage| stage.step.map(|step| step.rate));
    let own = session.plan.channels.iter().flat_map(|channel| channel.rates.values().copied());
    if steps.chain(own).any(|rate| rate.beta().is_some()) {
        return None;
    }
    Some((NoteKind::NoEvidence, session.language.words().notes.no_evidence.map(str::to_owned)))
}

fn unused_rate(session: &Session, place: usize) -> Found {
    if is_used(session, place) {
        return None;
    }
    let name = rate_name(session, &session.plan.stages[place]);
    Some((NoteKind::UnusedRate, (session.language.words().notes.unused_rate)(&name)))
}

fn far_volume(session: &Session) -> Found {
    let times = session.tree.multiplier;
    // A plan without budgets has no volumes of its own yet.
    let budgets = session.plan.channels.iter().any(|channel| matches!(channel.volume, Volume::Budget { .. }));
    if session.tree.outcome != Outcome::Solved || !budgets || times <= FAR_VOLUME {
        return None;
    }
    let times = multiplier(times, session.language).to_string();
    Some((NoteKind::FarVolume, (session.language.words().notes.far_volume)(&times)))
}

fn market(session: &Session) -> Found {
    let correlation = session.plan.market_correlation.get();
    let words = &session.language.words().notes;
    (correlation > 0.0).then(|| (NoteKind::Market, (words.market)(&editable_count(correlation))))
}

/// Whether anybody passes a step at the plan's rate: a channel without an own one, or those who stand before it.
fn is_used(session: &Session, place: usize) -> bool {
    let plan = &session.plan;
    let stage = &plan.stages[place].id;
    let is_before = |id: &Id| plan.stage_index(id).is_some_and(|before| before < place);
    let by_channel = |channel: &Channel| is_before(&channel.enters) && channel.rates.get(stage).is_none();
    plan.channels.iter().any(by_channel)
        || plan.pipeline.iter().any(|(id, count)| *count > 0 && is_before(id))
}

/// The rate of the step into a stage, the solved one where that is the answer.
fn rate_of(session: &Session, stage: &Stage) -> Option<UncertainRate> {
    let entered = stage.step?.rate;
    if session.plan.solve_for != SolveFor::Rate(stage.id.clone()) {
        return Some(entered);
    }
    let solved = gyakusan_engine::plan::Rate::new(session.tree.solved_value).ok()?;
    Some(UncertainRate { mean: solved, ..entered })
}

fn rate_name(session: &Session, stage: &Stage) -> String {
    stage_names(stage, session.language).rate
}

/// The names of the channels of which something holds, joined; `None` where it holds of none.
fn names(session: &Session, holds: impl Fn(usize, &Channel) -> bool) -> Option<String> {
    let mut joined = String::new();
    for (place, channel) in session.plan.channels.iter().enumerate() {
        if holds(place, channel) {
            if !joined.is_empty() {
                joined.push_str(if session.language == Language::Ja { "、" } else { ", " });
            }
            joined.push_str(channel_name(channel, session.language));
        }
    }
    (!joined.is_empty()).then_some(joined)
}

fn whole_percent(share: f64) -> f64 {
    (100.0 * share).round() / 100.0
}
