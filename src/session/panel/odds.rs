//! The view of the odds: the sentence, the figures, how far the simulation is.

use gyakusan_engine::tree::required_count as whole_count;

use super::dots::{self, DotsPanel};
use super::field::FieldPanel;
use super::levers;
use crate::session::{Field, Required, Run, RunField, Session, Summary};
use crate::text::number::{odds, points, rate, rounded_count};
use crate::text::{Sentence, stage_names};

/// The view of the odds.
#[derive(Debug, Clone, PartialEq)]
pub struct OddsPanel {
    /// The finding.
    pub headline: Sentence,
    /// What would make it as likely as asked; empty before the first answer.
    pub lead: Sentence,
    /// Twenty equally likely outcomes; `None` before the first answer.
    pub dots: Option<DotsPanel>,
    /// How far the simulation is.
    pub run: RunPanel,
    /// Whether the figures still change.
    pub is_interim: bool,
}

/// How far the simulation is.
#[derive(Debug, Clone, PartialEq)]
pub struct RunPanel {
    /// Running, done or stopped.
    pub run: Run,
    /// The state in words.
    pub state: Sentence,
    /// Trials done and all trials.
    pub progress: [u32; 2],
    /// The standard error of the chance, in words, and what divides it from the seed.
    pub error: Option<String>,
    /// The seed.
    pub seed: FieldPanel,
    /// Said where the page's own thread does the work.
    pub note: Option<&'static str>,
}

pub(super) fn panel(session: &Session) -> OddsPanel {
    let summary = session.summary.as_ref();
    OddsPanel {
        headline: headline(session),
        lead: summary.map(|summary| lead(session, summary)).unwrap_or_default(),
        dots: summary.map(|summary| dots::panel(session, summary)),
        run: run(session),
        is_interim: session.is_interim(),
    }
}

fn headline(session: &Session) -> Sentence {
    let words = session.language.words().odds();
    let Some(chance) = session.chance() else { return Sentence::plain(words.pending) };
    let target = session.target();
    (words.headline)(
        &target,
        &chance.to_string(),
        &stage_names(&session.plan.stages[0], session.language).stage,
    )
}

fn lead(session: &Session, summary: &Summary) -> Sentence {
    let words = session.language.words().odds();
    let stage = stage_names(&session.plan.stages[0], session.language).stage;
    let planned = whole_count(session.tree.stages[0].expected);
    let full_stop = full_stop(session);
    match summary.required {
        Required::Reached { confidence, arrivals, monthly_budget } => {
            let confidence = rate(confidence).to_string();
            let [from, to] = [planned, arrivals].map(|count| session.counted(&rounded_count(count)));
            if arrivals <= planned {
                return (words.fewer)(&confidence, &stage, &from, &to).then(full_stop);
            }
            let sentence = (words.more)(&confidence, &stage, &from, &to);
            let budget = session.tree.period_budget / session.plan.months() as f64;
            let priced = budget > 0.0 && monthly_budget > 0.0;
            let cost = |amount: f64| session.money(amount).to_string();
            let cost = priced.then(|| (words.more_cost)(&cost(budget), &cost(monthly_budget)));
            sentence.then(cost.unwrap_or_default() + full_stop)
        }
        Required::Unreachable { confidence, probability } => {
            let chance = odds(probability, session.language).to_string();
            (words.unreachable)(&rate(confidence).to_string(), &chance)
        }
    }
}

/// What would make it as likely as asked at the least cost; `None` where nothing would, or before the answer.
pub(super) fn cheapest(session: &Session) -> Option<Sentence> {
    let words = session.language.words().odds();
    let Required::Reached { confidence, arrivals, .. } = session.summary.as_ref()?.required else {
        return None;
    };
    if arrivals <= whole_count(session.tree.stages[0].expected) {
        return None;
    }
    let (name, [from, to], cost) = levers::lead(session)?;
    let sentence = (words.cheapest)(&rate(confidence).to_string(), &name, &from, &to);
    let cost = cost.map(|[from, to]| (words.more_cost)(&from, &to));
    Some(sentence.then(cost.unwrap_or_default() + full_stop(session)))
}

fn full_stop(session: &Session) -> &'static str {
    if session.language == crate::text::Language::Ja { "。" } else { "." }
}

fn run(session: &Session) -> RunPanel {
    let words = session.language.words().run();
    let all = session.plan.simulation.trials;
    let done = rounded_count(f64::from(session.trials_done));
    let standard_error = session.summary.as_ref().map(|summary| summary.odds.standard_error);
    RunPanel {
        run: session.run,
        state: match session.run {
            Run::Running => (words.running)(&done, &rounded_count(f64::from(all))),
            Run::Done => Sentence::plain((words.done)(&done)),
            Run::Stopped => Sentence::plain((words.stopped)(&done)),
        },
        progress: [session.trials_done, all],
        error: standard_error.map(|error| {
            (words.error)(&points(error, session.language).to_string())
                + session.language.words().tree().separator
        }),
        seed: FieldPanel::new(session, Field::Run(RunField::Seed)),
        note: (!session.has_workers).then_some(words.no_workers),
    }
}
