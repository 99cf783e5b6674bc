//! The head of the view: the finding, where the actuals come from, and the goal's cards.

use gyakusan_engine::actuals::{NoLonger, RatePosterior, StillNeeded};
use gyakusan_engine::plan::{Measure, Month};
use gyakusan_engine::tree::reaches;

use super::departments::{Attainment, is_recurring};
use super::funnel::{Months, revenue};
use super::taken::mark;
use super::{
    Compared, DepartmentPanel, ForecastPanel, Landed, LearnedPanel, Span, Track, TrackFunnelPanel, Trouble,
};
use super::{departments, figure, forecasts, funnel, learned, origin};
use crate::session::Session;
use crate::session::panel::FigurePanel;
use crate::share::file_sentence;
use crate::text::number::{Written, multiplier, odds, rate, required_count, rounded_count};
use crate::text::{Sentence, filled, stage_names};

/// Odds that differ by less than this are said to stand.
const NOTABLE: f64 = 0.005;
/// Errors that are said at once.
const MAX_ERRORS: usize = 5;

/// The view as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackPanel {
    /// The finding.
    pub headline: Sentence,
    /// What it was before, and what moved most; or what is wrong.
    pub lead: Vec<String>,
    /// Where the actuals come from: files, then months and rows, as far as they are known.
    pub sources: Vec<String>,
    /// Everything below, where the actuals fit the plan.
    pub content: Option<ContentPanel>,
}

/// What actuals that fit the plan say.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentPanel {
    /// The landing, once there is a first figure.
    pub figure: Option<FigurePanel>,
    /// The goal.
    pub cards: Vec<CardPanel>,
    /// What the departments' figures are compared with.
    pub reading: String,
    /// The departments.
    pub departments: Vec<DepartmentPanel>,
    /// The funnel.
    pub funnel: TrackFunnelPanel,
    /// What was learned.
    pub learned: LearnedPanel,
    /// The forecasts that were given.
    pub forecasts: Option<ForecastPanel>,
}

/// A figure of the goal.
#[derive(Debug, Clone, PartialEq)]
pub struct CardPanel {
    /// What it is.
    pub name: String,
    /// The figure; nothing where there is none.
    pub number: Option<Written>,
    /// What is to be said of it.
    pub notes: Vec<Sentence>,
}

impl Track {
    /// The view; `None` without actuals, or before they have been read.
    pub fn panel(&self, session: &Session) -> Option<TrackPanel> {
        match self.compared.as_ref()? {
            Ok(compared) => Some(panel(session, self, compared)),
            Err(trouble) => Some(troubled(session, trouble)),
        }
    }
}

/// A month on an axis: 8月.
pub(super) fn short_month(session: &Session, month: Month) -> String {
    (session.language.words().figures().short_month)(month.month())
}

/// A month in a sentence: 2026年8月.
pub(super) fn long_month(session: &Session, month: Month) -> String {
    (session.language.words().figures().long_month)((month.year(), month.month()))
}

fn troubled(session: &Session, trouble: &Trouble) -> TrackPanel {
    let words = session.language.words().track();
    let mut lead = vec![words.misfit[1].to_owned()];
    match trouble {
        Trouble::Errors(errors) => {
            lead.extend(errors.iter().take(MAX_ERRORS).map(|error| file_sentence(error, session.language)));
            let more = errors.iter().count().saturating_sub(MAX_ERRORS);
            if more > 0 {
                lead.push(filled(words.more_errors, &[&rounded_count(more as f64)]));
            }
        }
        Trouble::NoTree => lead.push(words.no_tree.to_owned()),
    }
    TrackPanel {
        headline: Sentence::plain(words.misfit[0]),
        lead,
        sources: origin::files(session),
        content: None,
    }
}

fn panel(session: &Session, track: &Track, compared: &Compared) -> TrackPanel {
    let words = session.language.words().track();
    let landed = compared.landed.as_ref();
    let month = long_month(session, compared.as_of());
    let content = ContentPanel {
        figure: landed.map(|landed| FigurePanel {
            is_interim: !compared.is_final() || track.is_behind(session),
            ..figure::figure(session, compared, landed)
        }),
        cards: cards(session, compared),
        reading: filled(words.department_reading, &[&month]),
        departments: departments::panels(session, compared),
        funnel: funnel::panel(session, track, compared),
        learned: learned::panel(session, compared),
        forecasts: forecasts::panel(session, compared),
    };
    TrackPanel {
        headline: headline(session, compared, landed),
        lead: lead(session, compared, landed),
        sources: origin::sources(session, compared),
        content: Some(content),
    }
}

/// The odds of the plan itself, before anything happened.
fn odds_before(session: &Session) -> Option<f64> {
    mark(session).map_or_else(|| session.odds_of_plan(), |(_, odds)| odds)
}

fn headline(session: &Session, compared: &Compared, landed: Option<&Landed>) -> Sentence {
    let words = session.language.words().track();
    let elapsed = rounded_count(compared.elapsed() as f64);
    let Some(landed) = landed else {
        return Sentence::plain(filled(words.calculating, &[&elapsed]));
    };
    if compared.is_over() {
        let is_reached = reaches(landed.goal.p50, compared.landing.target());
        let [before, after] = words.over[usize::from(!is_reached)];
        return Sentence::plain(before).answer(session.money(landed.goal.p50).to_string()).then(after);
    }
    let now = landed.odds;
    let change = odds_before(session).map_or(3, |before| match now - before {
        up if up >= NOTABLE => 0,
        down if down <= -NOTABLE => 1,
        _ => 2,
    });
    Sentence::plain(filled(words.headline, &[&elapsed]))
        .answer(odds(now, session.language).to_string())
        .then(words.changes[change])
}

fn lead(session: &Session, compared: &Compared, landed: Option<&Landed>) -> Vec<String> {
    let words = session.language.words().track();
    let mut said = Vec::new();
    let Some(landed) = landed else { return said };
    if compared.is_over() {
        said.push(filled(words.target_was, &[&session.target()]));
    }
    if let Some(before) = odds_before(session) {
        said.push(filled(words.odds_before, &[&odds(before, session.language).to_string()]));
    }
    said.extend(mover(session, compared, landed));
    vec![said.join(words.joiner)]
}

/// What moved the expected goal most, of what moved it the way the odds went.
///
/// A relative change of a rate changes the expected goal in proportion to the share of the wins that pass through it, one of
/// the deal value all of it, and more or fewer entries so far by the part of the period that is known.
fn mover(session: &Session, compared: &Compared, landed: &Landed) -> Option<String> {
    let words = session.language.words().track();
    let way = odds_before(session).map_or(0.0, |before| landed.odds - before);
    let mut most: Option<(f64, String)> = None;
    let mut offer = |effect: f64, phrases: [&str; 2], figures: &[&str]| {
        let is_weightier = most.as_ref().is_none_or(|(known, _)| effect.abs() > known.abs());
        if effect.abs() >= NOTABLE && effect * way >= 0.0 && is_weightier {
            most = Some((effect, filled(phrases[usize::from(effect < 0.0)], figures)));
        }
    };
    for posterior in &compared.learned.rates {
        let [before, after] = [posterior.prior.mean.get(), posterior.learned.mean.get()];
        if before > 0.0 {
            let name = session.quantity_name(&posterior.source);
            let figures = [before, after].map(|share| rate(share).to_string());
            let effect = share_of_wins(compared, posterior) * (after / before - 1.0);
            offer(effect, words.moved, &[&name, &figures[0], &figures[1]]);
        }
    }
    let (mut arrivals, mut expected) = (0.0, 0.0);
    for volume in &compared.learned.volumes {
        arrivals += volume.arrivals;
        expected += volume.expected;
    }
    if expected > 0.0 {
        let known = compared.elapsed() as f64 / compared.plan.months() as f64;
        let figure = rounded_count(100.0 * arrivals / expected) + "%";
        offer(known * (arrivals / expected - 1.0), words.came, &[&session.quantity_name("volume"), &figure]);
    }
    if let Some(value) = &compared.learned.deal_value {
        let [before, after] = [compared.plan.deal.value.mean.get(), value.learned.mean.get()];
        if before > 0.0 {
            let name = session.quantity_name("deal_value");
            let figures = [before, after].map(|amount| session.money(amount).to_string());
            offer(after / before - 1.0, words.moved, &[&name, &figures[0], &figures[1]]);
        }
    }
    most.map(|(_, said)| said)
}

/// The share of the period's expected wins that pass through a rate.
fn share_of_wins(compared: &Compared, posterior: &RatePosterior) -> f64 {
    let won = compared.plan.stages.len() - 1;
    let (mut passing, mut all) = (0.0, 0.0);
    for (channel, stages) in compared.plan.channels.iter().zip(&compared.tree.channels) {
        let wins = stages[won].iter().fold(0.0, |sum, month| sum + month);
        let passes = match &posterior.channel {
            Some(id) => channel.id == *id,
            None => channel.rates.get(&posterior.stage).is_none(),
        };
        passing += if passes { wins } else { 0.0 };
        all += wins;
    }
    if all > 0.0 { passing / all } else { 0.0 }
}

fn cards(session: &Session, compared: &Compared) -> Vec<CardPanel> {
    let words = session.language.words().track();
    let mut cards = Vec::new();
    if let Some([actual, plan]) = revenue(compared, None, &Months::of(compared, Span::SoFar)) {
        let name = if is_recurring(compared) { words.fees_card } else { words.revenue_card };
        let month = short_month(session, compared.as_of());
        let plan_text = session.money(plan).to_string();
        cards.push(CardPanel {
            name: filled(name, &[&short_month(session, compared.plan.period.start), &month]),
            number: Some(session.money(actual)),
            notes: vec![
                Sentence::plain(filled(words.revenue_note, &[&plan_text]))
                    .strong(Attainment::of(actual, plan).text),
            ],
        });
    }
    if let Some(landed) = &compared.landed {
        let range = [landed.goal.p10, landed.goal.p90].map(|amount| session.money(amount).to_string());
        let is_arr = compared.plan.goal.measure == Measure::ExitArr;
        if !compared.is_over() {
            cards.push(CardPanel {
                name: words.landing_card[usize::from(is_arr)].to_owned(),
                number: Some(session.money(landed.goal.p50)),
                notes: vec![Sentence::plain(filled(words.landing_note, &[&range[0], &range[1]]))],
            });
            cards.extend(needed(session, compared, landed));
        }
    }
    cards
}

/// The entries that are still needed, or what still helps where they do not.
fn needed(session: &Session, compared: &Compared, landed: &Landed) -> Option<CardPanel> {
    let words = session.language.words().track();
    let planned = compared.landing.planned_per_month()?;
    let left = (compared.plan.months() - compared.elapsed()) as f64;
    let name = filled(words.needed_card, &[&rounded_count(left), &session.quantity_name("volume")]);
    let unit = session.language.words().tree().count_unit;
    let number = Some(Written { number: rounded_count(planned * left), unit: unit.to_owned() });
    let confidence = rate(compared.plan.simulation.confidence.get()).to_string();
    let counted = |count: f64| session.counted(&required_count(count));
    let now = session.counted(&departments::planned_count(planned));
    let notes = match landed.needed.as_ref() {
        None => vec![Sentence::plain(words.needed_coming)],
        Some(StillNeeded::Entries { multiplier, .. }) if *multiplier <= 0.0 => {
            vec![Sentence::plain(filled(words.needed_none, &[&confidence]))]
        }
        Some(StillNeeded::Entries { per_month, .. }) => {
            let enough = usize::from(*per_month <= planned);
            let figures = [&confidence, &counted(per_month * left), &now, &counted(*per_month)];
            let [before, after] = words.needed[enough];
            vec![
                Sentence::plain(filled(before, &[figures[0]]))
                    .strong(figures[1].clone())
                    .then(filled(after, &[figures[2], figures[3]])),
            ]
        }
        Some(StillNeeded::NoLonger { reason, open_alone }) => {
            no_longer(session, compared, landed, *reason, *open_alone, &confidence)
        }
    };
    Some(CardPanel { name, number, notes })
}

fn no_longer(
    session: &Session,
    compared: &Compared,
    landed: &Landed,
    reason: NoLonger,
    open_alone: f64,
    confidence: &str,
) -> Vec<Sentence> {
    let words = session.language.words().track();
    let why = match reason {
        NoLonger::TooLate { in_time } => filled(words.too_late, &[confidence, &rate(in_time).to_string()]),
        NoLonger::TooMany | NoLonger::PeriodOver => filled(words.too_many, &[confidence]),
    };
    let before_won = compared.plan.stages.len().checked_sub(2).map(|place| &compared.plan.stages[place]);
    let before_won = before_won.map_or_else(String::new, |stage| stage_names(stage, session.language).stage);
    let mut notes = vec![
        Sentence::plain(why),
        Sentence::plain(filled(words.open_alone, &[&before_won]))
            .strong(odds(open_alone, session.language).to_string()),
    ];
    if let Some(times) = landed.price {
        notes.push(
            Sentence::plain(filled(words.price, &[confidence]))
                .strong(multiplier(times, session.language).to_string()),
        );
    }
    notes
}
