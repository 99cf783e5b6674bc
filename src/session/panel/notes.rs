//! Notes: what to look at before relying on the plan. Each names the value, says why, and the way out.

use gyakusan_engine::plan::{Channel, Id, Measure, Money, Rate, SolveFor, Stage, UncertainRate};
use gyakusan_engine::tree::{Outcome, ZeroFactor, required_count};

use super::channels::TYPICAL_COST;
use super::field::FieldPanel;
use super::tree::{RANGE, benchmark};
use crate::session::field::currency;
use crate::session::{Field, Session, WorkbookField};
use crate::text::number::{
    Currency, editable_count, exact_count, money_range, multiplier, rate, rate_range, rounded_count,
};
use crate::text::{Language, channel_name, filled, stage_names};

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
    pub words: Vec<String>,
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

pub(super) fn panel(session: &Session) -> NotesPanel {
    let mut list = Vec::new();
    outcome(session, &mut list);
    unprofitable(session, &mut list);
    few_deals(session, &mut list);
    for place in 1..session.plan.stages.len() {
        unlike_rate(session, place, &mut list);
    }
    unlike_cost(session, &mut list);
    results_only(session, &mut list);
    steep_growth(session, &mut list);
    no_evidence(session, &mut list);
    for place in 1..session.plan.stages.len() {
        unused_rate(session, place, &mut list);
    }
    far_volume(session, &mut list);
    market(session, &mut list);
    NotesPanel {
        notes: list,
        last_year: FieldPanel::new(session, Field::Workbook(WorkbookField::LastYearRevenue)),
    }
}

/// Adds a note with its written figures.
fn add(list: &mut Vec<Note>, kind: NoteKind, words: &[&'static str; 3], figures: &[&str]) {
    list.push(Note { kind, words: words.iter().map(|words| filled(words, figures)).collect() });
}

fn outcome(session: &Session, list: &mut Vec<Note>) {
    let words = session.language.words().notes();
    let factor = match &session.tree.outcome {
        Outcome::Impossible(factor) => factor,
        Outcome::Limit => {
            let goal = session.money(session.tree.expected_goal).to_string();
            let target = session.money(session.plan.goal.target.get()).to_string();
            add(list, NoteKind::LimitReached, &words.limit_reached, &[&goal, &target]);
            return;
        }
        _ => return,
    };
    let mut name = String::new();
    let words = match factor {
        ZeroFactor::Rate(id) => {
            name = session.plan.stage_index(id).map_or(name, |place| rate_name(session, place));
            &words.zero_rate
        }
        ZeroFactor::DealValue => &words.zero_value,
        ZeroFactor::Volume => &words.zero_volume,
        ZeroFactor::Time => &words.zero_time,
    };
    add(list, NoteKind::ZeroFactor, words, &[&name]);
}

fn unprofitable(session: &Session, list: &mut Vec<Note>) {
    let Some(economics) = &session.economics else { return };
    let names = names(session, |place, _, cost| {
        let limit = economics.channels[place].limit_cpa;
        limit > 0.0 && cost > limit
    });
    if !names.is_empty() {
        add(list, NoteKind::Unprofitable, &session.language.words().notes().unprofitable, &[&names]);
    }
}

/// The deals are a Poisson number with values of their own spread c, so their sum varies by √((1 + c²) ÷ n).
fn few_deals(session: &Session, list: &mut Vec<Note>) {
    let wins = session.tree.stages.last().map_or(0.0, |won| won.expected);
    if wins <= 0.0 || wins >= FEW_DEALS {
        return;
    }
    // The swing is that of the count beside it.
    let (wins, count) = match session.tree.outcome {
        Outcome::Forward if wins < 1.0 => (wins, exact_count(wins)),
        Outcome::Forward => (wins, rounded_count(wins)),
        _ => (required_count(wins), rounded_count(required_count(wins))),
    };
    let spread = session.plan.deal.value.spread.get();
    let swing = |deals: f64| rate(whole_percent(((1.0 + spread * spread) / deals).sqrt())).to_string();
    let confidence = rate(session.plan.simulation.confidence.get()).to_string();
    let figures = [count.as_str(), &swing(wins), &swing(FEW_DEALS), &confidence];
    add(list, NoteKind::FewDeals, &session.language.words().notes().few_deals, &figures);
}

fn unlike_rate(session: &Session, place: usize, list: &mut Vec<Note>) {
    let stage = &session.plan.stages[place];
    let (Some(band), Some(known)) = (benchmark(&session.plan.stages, place), rate_of(session, stage)) else {
        return;
    };
    let mean = known.mean.get();
    let (low, high) = known.central_range(RANGE);
    let exact = known.beta().is_none();
    let slack = if exact { UNLIKE } else { 1.0 };
    // A rate of 0 is the headline's matter, and one that nothing uses has a note of its own.
    let unlike = low > band.high * slack || high < band.low / slack;
    if mean <= 0.0 || !unlike || !is_used(session, place) {
        return;
    }
    let value = if exact { rate(mean) } else { rate_range(low, high) }.to_string();
    let usual = rate_range(band.low, band.high).to_string();
    let name = rate_name(session, place);
    let figures = [name.as_str(), &value, &usual, band.source_name(session)];
    add(list, NoteKind::UnlikeRate, &session.language.words().notes().unlike_rate, &figures);
}

fn unlike_cost(session: &Session, list: &mut Vec<Note>) {
    let (low, high) = TYPICAL_COST;
    let names = names(session, |_, channel, cost| {
        channel.counted_at.as_str() == "lead" && (cost > high * UNLIKE || cost < low / UNLIKE)
    });
    // The survey asked for yen a lead.
    if !names.is_empty() && currency(&session.plan) == Currency::JPY {
        let usual = money_range(low, high, Currency::JPY, session.language).to_string();
        add(list, NoteKind::UnlikeCost, &session.language.words().notes().unlike_cost, &[&names, &usual]);
    }
}

fn results_only(session: &Session, list: &mut Vec<Note>) {
    if let [entry, won] = session.plan.stages.as_slice() {
        let name = |stage| stage_names(stage, session.language).stage;
        let words = &session.language.words().notes().results_only;
        add(list, NoteKind::ResultsOnly, words, &[&name(entry), &name(won)]);
    }
}

/// The target is brought to a year before it is compared; annual recurring revenue already is.
fn steep_growth(session: &Session, list: &mut Vec<Note>) {
    let last_year = session.workbook.last_year_revenue.map_or(0.0, Money::get);
    let goal = &session.plan.goal;
    let months = session.plan.months();
    let is_yearly = goal.measure == Measure::ExitArr || months == 12;
    let target = if is_yearly { goal.target.get() } else { goal.target.get() * 12.0 / months as f64 };
    let times = target / last_year;
    if last_year <= 0.0 || times <= STEEP_GROWTH {
        return;
    }
    let times = multiplier(times, session.language).to_string();
    let last_year = session.money(last_year).to_string();
    let words = session.language.words().notes();
    let figures = [words.target[usize::from(is_yearly)], &times, &last_year];
    add(list, NoteKind::SteepGrowth, &words.steep_growth, &figures);
}

fn no_evidence(session: &Session, list: &mut Vec<Note>) {
    let known = |rate: &UncertainRate| rate.beta().is_some();
    let has_range = session.plan.stages.iter().any(|stage| stage.step.is_some_and(|step| known(&step.rate)))
        || session.plan.channels.iter().any(|channel| channel.rates.values().any(known));
    if !has_range {
        add(list, NoteKind::NoEvidence, &session.language.words().notes().no_evidence, &[]);
    }
}

fn unused_rate(session: &Session, place: usize, list: &mut Vec<Note>) {
    if !is_used(session, place) {
        let words = &session.language.words().notes().unused_rate;
        add(list, NoteKind::UnusedRate, words, &[&rate_name(session, place)]);
    }
}

fn far_volume(session: &Session, list: &mut Vec<Note>) {
    let times = session.tree.multiplier;
    // A plan without budgets has no volumes of its own yet.
    if session.tree.outcome == Outcome::Solved && session.tree.period_budget > 0.0 && times > FAR_VOLUME {
        let times = multiplier(times, session.language).to_string();
        add(list, NoteKind::FarVolume, &session.language.words().notes().far_volume, &[&times]);
    }
}

fn market(session: &Session, list: &mut Vec<Note>) {
    let correlation = session.plan.market_correlation.get();
    if correlation > 0.0 {
        let words = &session.language.words().notes().market;
        add(list, NoteKind::Market, words, &[&editable_count(correlation)]);
    }
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
    let solved = Rate::new(session.tree.solved_value).ok()?;
    Some(UncertainRate { mean: solved, ..entered })
}

fn rate_name(session: &Session, place: usize) -> String {
    stage_names(&session.plan.stages[place], session.language).rate
}

/// The names of the bought channels of whose place and cost something holds, joined; empty where it holds of none.
fn names(session: &Session, holds: impl Fn(usize, &Channel, f64) -> bool) -> String {
    let mut joined = String::new();
    for (place, channel) in session.plan.channels.iter().enumerate() {
        if channel.volume.cost_per_entry().is_some_and(|cost| holds(place, channel, cost)) {
            if !joined.is_empty() {
                joined.push_str(if session.language == Language::Ja { "、" } else { ", " });
            }
            joined.push_str(channel_name(channel, session.language));
        }
    }
    joined
}

fn whole_percent(share: f64) -> f64 {
    (100.0 * share).round() / 100.0
}
