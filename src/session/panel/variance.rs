//! What moves the result: luck, and what is not known well, each with its share and what measuring it would save.

use gyakusan_engine::sim::{Measuring, VarianceShare};

use super::figure::{Drawing, FigurePanel, Look, RowPanel};
use super::subject::{Subject, Unit, subject};
use crate::session::{Figure, Session};
use crate::text::filled;
use crate::text::number::{odds, rate, rounded_count};

/// The source that no knowledge removes.
const LUCK: &str = "luck";
/// A share that is not worth a row.
const TINY: f64 = 0.005;

pub(super) fn panel(session: &Session, shares: &[VarianceShare]) -> Option<FigurePanel> {
    let words = session.language.words().levers();
    let luck = shares.iter().find(|each| each.source == LUCK)?.share;
    let mut known: Vec<&VarianceShare> = Vec::new();
    // What sources do together is a remainder, which can come out a little below nothing.
    for share in shares.iter().filter(|each| each.share >= TINY) {
        let rank = |share: &VarianceShare| rank(share) + share.share;
        let place = known.iter().position(|each| rank(each) < rank(share)).unwrap_or(known.len());
        known.insert(place, share);
    }
    let sum: f64 = known.iter().map(|each| each.share).sum();
    let mut start = 0.0;
    let mut rows = Vec::new();
    for each in known {
        let width = 100.0 * each.share / sum;
        rows.push(row(session, each, (start, width)));
        start += width;
    }
    let [by_luck, rest] = [luck, 1.0 - luck].map(|share| odds(share, session.language).to_string());
    Some(FigurePanel {
        figure: Figure::Variance,
        title: filled(words.variance, &[&by_luck, &rest]),
        reading: words.variance_reading.to_owned(),
        is_interim: session.is_stale(Figure::Variance),
        head: words.variance_head,
        rows: rows
            .iter()
            .map(|row| vec![row.name.clone(), row.figures[0].clone(), row.note.clone()])
            .collect(),
        drawing: Drawing::Rows(rows),
        notes: Vec::new(),
        points: Vec::new(),
    })
}

/// Luck first, what sources do together last.
fn rank(share: &VarianceShare) -> f64 {
    match share.source.as_str() {
        LUCK => 4.0,
        "interaction" => 0.0,
        _ => 2.0,
    }
}

fn row(session: &Session, share: &VarianceShare, bar: (f64, f64)) -> RowPanel {
    let words = session.language.words().levers();
    let subject = subject(session, &share.source);
    let (look, note) = match share.source.as_str() {
        LUCK => (Look::Luck, words.luck[1].to_owned()),
        "market" => (Look::Plain, words.market[1].to_owned()),
        "interaction" => (Look::Faint, words.interaction[1].to_owned()),
        source => {
            let is_owned = subject.unit == Unit::Rate && !subject.department.owners.is_empty();
            let look = if is_owned { Look::Owner } else { Look::Faint };
            (look, measuring(session, source, &subject))
        }
    };
    let figures = vec![rate((100.0 * share.share).round() / 100.0).to_string()];
    RowPanel { look, note, ..RowPanel::new(subject.department, subject.name, figures, bar) }
}

/// What measuring a quantity saves; nothing while it is not known, or where no volume is enough.
fn measuring(session: &Session, source: &str, subject: &Subject) -> String {
    let words = session.language.words().levers();
    let found =
        session.answers.measuring.as_ref().and_then(|all| all.iter().find(|each| each.source == source));
    let Some(Measuring { entries_saved_if_known, entries_saved_if_twice, money_saved_if_known, .. }) = found
    else {
        return String::new();
    };
    if entries_saved_if_twice.round() < 1.0 {
        return words.measured.to_owned();
    }
    let counted = |count: f64| session.counted(&rounded_count(count));
    let saved = counted(*entries_saved_if_twice);
    let mut said = match subject.evidence.filter(|evidence| *evidence >= 1.0) {
        Some(evidence) => {
            filled(words.measure_evidence, &[&counted(evidence), &counted(2.0 * evidence), &saved])
        }
        None => filled(words.measure_twice, &[&saved]),
    };
    said += &filled(words.measure_known, &[&counted(*entries_saved_if_known)]);
    let money = money_saved_if_known / session.plan.months() as f64;
    if money > 0.0 {
        said += &filled(words.measure_money, &[&session.money(money).to_string()]);
    }
    said
}
