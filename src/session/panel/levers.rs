//! What would make the target as likely as asked: each lever on its own, and all of them a little.

use gyakusan_engine::plan::Rate;
use gyakusan_engine::sim::{Lever, LeverAnswer};
use gyakusan_engine::tree::{Tree, required_count as whole_count};

use super::figure::{Drawing, FigurePanel, Look, RowPanel};
use super::subject::{Subject, Unit, subject};
use crate::chart::{Scale, round_end};
use crate::session::field::currency;
use crate::session::{Figure, Session, Summary, moved};
use crate::text::filled;
use crate::text::number::{
    exact_count, money_range, multiplier, odds, point_change, rate, rate_range, rounded_count, signed_percent,
};

/// Beyond this many times its volume a channel's cost per entry is no longer what was seen.
const FAR_VOLUME: f64 = 2.0;
/// The gain at which levers are compared.
const GAIN: f64 = 1.1;

/// A lever with what is made of it.
struct Judged<'a> {
    /// Its place among the answers.
    place: usize,
    answer: &'a LeverAnswer,
    subject: Subject,
    /// Whether it gives the confidence.
    is_reached: bool,
    /// Why it is beyond what is usual or was observed; empty where it is not.
    beyond: String,
}

impl Judged<'_> {
    /// How far it moves, relative to what it is.
    fn change(&self) -> f64 {
        self.answer.to / self.answer.from - 1.0
    }

    fn is_aside(&self) -> bool {
        matches!(self.answer.lever, Lever::ChannelVolume(_))
    }

    /// Orders by what can be had: within reach and priced, within reach, beyond, out of reach; then by cost and way.
    fn rank(&self) -> (u8, f64) {
        let by_way = self.change().abs();
        match (self.is_reached, self.beyond.is_empty(), self.answer.cost) {
            _ if self.answer.lever == Lever::All => (9, 0.0),
            (true, true, Some(cost)) => (0, cost),
            (true, true, None) => (1, by_way),
            (true, false, _) => (2, by_way),
            _ => (3, by_way),
        }
    }
}

pub(super) fn panel(session: &Session, summary: &Summary, answers: &[LeverAnswer]) -> FigurePanel {
    let words = session.language.words().levers();
    let judged = judged(session, answers);
    let is_short = summary.odds.probability < session.plan.simulation.confidence.get();
    let cheapest = cheapest(&judged).filter(|_| is_short);
    let widest = judged.iter().filter(|each| each.is_reached && !each.is_aside());
    let widest = widest.map(|each| each.change().abs()).fold(0.1, f64::max);
    // In percent, since 50 is a round number where 0.45 rounds up to 0.5 with dust.
    let scale = Scale::to(round_end(100.0 * widest) / 100.0);
    let confidence = rate(session.plan.simulation.confidence.get()).to_string();
    let rows = judged.iter().map(|each| row(session, each, scale, cheapest == Some(each.place)));
    let rows: Vec<_> = rows.collect();
    let name = cheapest.and_then(|place| judged.iter().find(|each| each.place == place));
    FigurePanel {
        figure: Figure::Levers,
        title: match name {
            _ if !is_short => filled(words.title_spare, &[&confidence]),
            Some(judged) => filled(
                words.title_cheapest,
                &[&confidence, &(session.language.words().figures().inside)(&judged.subject.name)],
            ),
            None => filled(words.title, &[&confidence]),
        },
        reading: filled(words.reading, &[&rate(scale.end()).to_string()]),
        is_interim: session.is_stale(Figure::Levers),
        head: words.head,
        rows: rows.iter().map(cells).collect(),
        drawing: Drawing::Rows(rows),
        notes: notes(session, &judged, is_short && cheapest.is_none()),
        points: Vec::new(),
    }
}

/// The sentence below the headline: the cheapest way, where there is one.
pub(super) fn lead(session: &Session) -> Option<(String, [String; 2], Option<[String; 2]>)> {
    let answers = session.answers.levers.as_ref().filter(|_| !session.is_stale(Figure::Levers))?;
    let judged = judged(session, answers);
    let place = cheapest(&judged)?;
    let judged = judged.iter().find(|each| each.place == place)?;
    Some((judged.subject.name.clone(), ends(session, judged), budgets(session, judged)))
}

/// The levers in the order of their rank.
fn judged<'a>(session: &Session, answers: &'a [LeverAnswer]) -> Vec<Judged<'a>> {
    let confidence = session.plan.simulation.confidence.get();
    let is_only = session.plan.channels.len() == 1;
    let judge = |(place, answer): (usize, &'a LeverAnswer)| {
        let subject = subject(session, &answer.lever.to_string());
        let beyond = beyond(session, answer, &subject);
        let is_reached = (answer.reaches - confidence).abs() < 1e-9;
        Judged { place, answer, subject, is_reached, beyond }
    };
    // The only channel's volume is the volume.
    let wanted = answers.iter().enumerate();
    let wanted = wanted.filter(|(_, answer)| !(is_only && matches!(answer.lever, Lever::ChannelVolume(_))));
    let mut judged: Vec<Judged> = Vec::new();
    for each in wanted.map(judge) {
        let place = judged.iter().position(|other| other.rank() > each.rank()).unwrap_or(judged.len());
        judged.insert(place, each);
    }
    judged
}

/// The place of the least expensive lever among those that have a cost and stay within what is usual and was observed.
fn cheapest(judged: &[Judged]) -> Option<usize> {
    judged.first().filter(|each| each.rank().0 == 0).map(|each| each.place)
}

/// Why a lever goes beyond what is usual or was observed; empty where it does not.
fn beyond(session: &Session, answer: &LeverAnswer, subject: &Subject) -> String {
    let words = session.language.words().levers();
    let (from, to) = (answer.from, answer.to);
    // A benchmark that the plan is beyond already still says that further is far.
    let leaves = |low: f64, high: f64| if to > from { to > high } else { to < low };
    if let Some(band) = subject.benchmark.filter(|band| leaves(band.low, band.high)) {
        return filled(words.beyond_typical, &[&rate_range(band.low, band.high).to_string()]);
    }
    if let Some((low, high)) = subject.range.filter(|(low, high)| leaves(*low, *high)) {
        let range = match subject.unit {
            Unit::Money => money_range(low, high, currency(&session.plan), session.language),
            _ => rate_range(low, high),
        };
        return filled(words.beyond_range, &[&range.to_string()]);
    }
    if subject.unit == Unit::Count && to > FAR_VOLUME * from {
        return filled(words.beyond_volume, &[&multiplier(to / from, session.language).to_string()]);
    }
    String::new()
}

fn row(session: &Session, judged: &Judged, scale: Scale, is_answer: bool) -> RowPanel {
    let words = session.language.words().levers();
    let Judged { answer, subject, is_reached, beyond, place } = judged;
    let [from, to] = ends(session, judged);
    let change = match subject.unit {
        Unit::Rate => point_change(answer.to - answer.from),
        _ => signed_percent(judged.change()),
    };
    let figures = vec![from, to, change.to_string()];
    let width = if *is_reached { scale.percent(judged.change().abs()) } else { 100.0 };
    let note = match (budgets(session, judged), &answer.lever) {
        (Some([from, to]), _) => filled(words.cost, &[&from, &to]),
        (None, Lever::All) => all_values(session, judged),
        _ => String::new(),
    };
    let chance = odds(answer.reaches, session.language).to_string();
    let warning = if *is_reached { beyond.clone() } else { filled(words.unreached, &[&chance]) };
    RowPanel {
        look: if warning.is_empty() { Look::Plain } else { Look::Beyond },
        note,
        warning,
        is_answer,
        lever: is_reached.then_some(*place),
        is_aside: judged.is_aside(),
        ..RowPanel::new(subject.department.clone(), subject.name.clone(), figures, (0.0, width))
    }
}

/// What a lever is and what it would have to be.
fn ends(session: &Session, judged: &Judged) -> [String; 2] {
    let words = session.language.words().levers();
    let LeverAnswer { lever, from, to, .. } = judged.answer;
    match judged.subject.unit {
        Unit::Rate => [*from, *to].map(|value| rate(value).to_string()),
        // The plan's count is a requirement, as in the tree and in the strip.
        Unit::Count => {
            let from = if *lever == Lever::Volume { whole_count(*from) } else { *from };
            [from, *to].map(|value| session.counted(&rounded_count(value)))
        }
        Unit::Money => [*from, *to].map(|value| session.money(value).to_string()),
        Unit::Months => [*from, *to].map(|value| filled(words.months, &[&exact_count(value)])),
        Unit::Times => [words.each.to_owned(), multiplier(*to, session.language).to_string()],
    }
}

/// The monthly budget of all channels as planned and with the lever, where it has a cost.
fn budgets(session: &Session, judged: &Judged) -> Option<[String; 2]> {
    let months = session.plan.months() as f64;
    let now = session.tree.period_budget;
    let cost = judged.answer.cost.filter(|_| judged.is_reached)?;
    Some([now, now + cost].map(|amount| session.money(amount / months).to_string()))
}

/// What each quantity becomes where all are moved a little.
fn all_values(session: &Session, judged: &Judged) -> String {
    let words = session.language.words().levers();
    let plan = &session.plan;
    let factor = judged.answer.to;
    let entries = session.tree.period_entries * factor;
    let mut values = vec![(subject(session, "volume").name, session.counted(&rounded_count(entries)))];
    for stage in &plan.stages {
        if let Some(step) = stage.step {
            let value = (step.rate.mean.get() * factor).min(Rate::MAX);
            let name = crate::text::stage_names(stage, session.language).rate;
            values.push((name, rate(value).to_string()));
        }
    }
    let value = session.money(plan.deal.value.mean.get() * factor).to_string();
    values.push((subject(session, "deal_value").name, value));
    let values: Vec<_> = values.into_iter().map(|(name, value)| format!("{name} {value}")).collect();
    values.join(words.separator)
}

fn cells(row: &RowPanel) -> Vec<String> {
    let mut cells = vec![row.name.clone()];
    cells.extend_from_slice(&row.figures);
    let said: Vec<_> =
        [&row.note, &row.warning].into_iter().filter(|text| !text.is_empty()).cloned().collect();
    cells.push(said.join(" / "));
    cells
}

fn notes(session: &Session, judged: &[Judged], none_is_cheapest: bool) -> Vec<String> {
    let words = session.language.words().levers();
    let mut notes = Vec::new();
    if none_is_cheapest {
        notes.push(words.no_cheapest.to_owned());
    }
    notes.extend(worth(session, judged));
    notes
}

/// What a gain of a tenth is worth: the same at every stage, or by how much it differs.
fn worth(session: &Session, judged: &[Judged]) -> Option<String> {
    let words = session.language.words().levers();
    let forward = moved::forward(&session.plan, &session.tree)?;
    let now = session.tree.expected_goal;
    let mut gains: Vec<(&str, f64)> = Vec::new();
    for Judged { answer, subject, .. } in judged {
        if !matches!(answer.lever, Lever::Volume | Lever::Rate(_) | Lever::OwnRate { .. } | Lever::DealValue)
        {
            continue;
        }
        // A rate that has no tenth left is left out.
        let Some(plan) = moved::moved(&forward, &answer.lever, GAIN, GAIN * answer.from) else { continue };
        let gain = Tree::solve(&plan).ok()?.expected_goal / now - 1.0;
        let place = gains.iter().position(|(_, other)| *other + 1e-9 < gain).unwrap_or(gains.len());
        gains.insert(place, (subject.name.as_str(), gain));
    }
    let (_, first) = *gains.first().filter(|(_, gain)| gain.is_finite())?;
    let written = |gain: f64| format!("+{}", rate(gain));
    if gains.iter().all(|(_, gain)| (gain - first).abs() < 1e-9) {
        let names: Vec<_> = gains.iter().map(|(name, _)| *name).collect();
        return Some(filled(words.worth_same, &[&names.join(words.separator), &written(first)]));
    }
    let list: Vec<_> = gains.iter().map(|(name, gain)| format!("{name} {}", written(*gain))).collect();
    Some(filled(words.worth_differs, &[&list.join(words.separator)]))
}
