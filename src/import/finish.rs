//! What was read to actuals that fit the plan.

use gyakusan_engine::actuals::{Actuals, Date, MAX_PROSPECTS, Prospect, Record};
use gyakusan_engine::plan::{ById, Money, Month, Plan};

use super::draft::Draft;
use super::importer::{Imported, Importer};
use super::mapping::Shape;
use super::meaning::Meaning;
use super::report::{Bucket, Issue, Problem, Report};

pub(super) fn finish(importer: Importer) -> Imported {
    let Importer {
        plan,
        as_of,
        assumes_skipped,
        shape,
        drafts,
        counts,
        score_headings,
        latest,
        mut report,
        ..
    } = importer;
    let period = plan.period;
    let as_of = as_of.or(latest).unwrap_or(period.start).min(period.last()).max(period.start);
    let mut scores = Vec::new();
    let record = if shape == Some(Shape::Months) {
        Record::Months(counts.finish(&plan, as_of, &mut report))
    } else {
        let mut prospects = Vec::new();
        for mut draft in drafts {
            if assumes_skipped {
                assume(&mut draft, &plan, &mut report);
            }
            let last = draft.rows.clone();
            let own_scores = draft.is_scored.then(|| draft.scores.clone());
            let bucket = match prospect(draft, &plan, as_of, &mut report) {
                Ok(prospect) if prospects.len() < MAX_PROSPECTS => {
                    prospects.push(prospect);
                    scores.push(own_scores);
                    None
                }
                Ok(_) => Some(refused(&last, &mut report, Problem::TooMany, None, &plan)),
                Err(bucket) => Some(bucket),
            };
            for (file, _, how) in last {
                report.count(file, bucket.unwrap_or(how));
            }
        }
        Record::Prospects(prospects)
    };
    let is_empty = match &record {
        Record::Months(rows) => rows.is_empty(),
        Record::Prospects(prospects) => prospects.is_empty(),
    };
    let actuals = Actuals { as_of, record, customers: None };
    let is_broken = report.files.iter().any(|file| file.broken.is_some());
    let is_usable = !is_empty && !is_broken;
    Imported { actuals: is_usable.then_some(actuals), score_headings, scores, report }
}

/// Gives stages without a day that of the stage after them.
fn assume(draft: &mut Draft, plan: &Plan, report: &mut Report) {
    let channel = draft.channel.and_then(|place| plan.channels.get(place));
    let Some(enters) = channel.and_then(|channel| plan.stage_index(&channel.enters)) else { return };
    let mut next = None;
    for day in draft.entered.iter_mut().skip(enters).rev() {
        if day.is_none() && next.is_some() {
            *day = next;
            report.assumed_days += 1;
        }
        next = *day;
    }
}

/// The prospect that a draft is, or where its rows end.
fn prospect(draft: Draft, plan: &Plan, as_of: Month, report: &mut Report) -> Result<Prospect, Bucket> {
    let rows = draft.rows;
    let Some(channel) = draft.channel.and_then(|place| plan.channels.get(place)) else {
        if rows.is_empty() {
            // Another has taken it in, with its rows.
            return Err(Bucket::Refused);
        }
        return Err(refused(&rows, report, Problem::NoChannel, None, plan));
    };
    let enters = plan.stage_index(&channel.enters).unwrap_or(0);
    let is_later = |day: &Date| day.month() > as_of;
    let mut last: Option<Date> = None;
    let (mut entered, mut has_ended, mut stages) = (ById::new(), false, 0);
    for (place, stage) in plan.stages.iter().enumerate() {
        let day = draft.entered.get(place).copied().flatten();
        if place < enters {
            if day.is_some() {
                refused(&rows, report, Problem::BeforeEntry, Some(place), plan);
            }
            continue;
        }
        let Some(day) = day else {
            has_ended = true;
            continue;
        };
        if has_ended {
            let problem = if entered.is_empty() { Problem::NoEntry } else { Problem::StageSkipped };
            return Err(refused(&rows, report, problem, Some(place), plan));
        }
        if last.is_some_and(|last| day < last) {
            return Err(refused(&rows, report, Problem::DaysOutOfOrder, Some(place), plan));
        }
        last = Some(day);
        if is_later(&day) {
            report.later_days += 1;
        } else {
            entered.insert(stage.id.clone(), day);
            stages = place + 1;
        }
    }
    let Some(last) = last else {
        return Err(refused(&rows, report, Problem::NoEntry, Some(enters), plan));
    };
    if draft.lost.is_some_and(|lost| lost < last) || (draft.lost.is_some() && stages == plan.stages.len()) {
        return Err(refused(&rows, report, Problem::DaysOutOfOrder, None, plan));
    }
    if entered.is_empty() {
        return Err(Bucket::Outside);
    }
    let lost = draft.lost.filter(|lost| !is_later(lost));
    report.later_days += usize::from(lost != draft.lost);
    Ok(Prospect {
        id: draft.id,
        email: draft.email,
        company: draft.company,
        channel: channel.id.clone(),
        entered,
        lost,
        lost_reason: draft.lost_reason,
        amount: draft.amount.and_then(|amount| Money::new(amount).ok()),
    })
}

/// Says what is wrong with a prospect, at its first row.
fn refused(
    rows: &[(usize, usize, Bucket)],
    report: &mut Report,
    problem: Problem,
    stage: Option<usize>,
    plan: &Plan,
) -> Bucket {
    let (file, row) = rows.first().map_or((0, 0), |(file, row, _)| (*file, *row));
    // The heading of the stage's day, in whichever of the files has one, else its name.
    let column = stage.and_then(|stage| plan.stages.get(stage)).map(|stage| {
        let meaning = Meaning::Entered(stage.id.clone());
        let mappings = rows.iter().filter_map(|(file, ..)| report.files.get(*file)?.mapping.as_ref());
        let mut columns = mappings.flat_map(|mapping| &mapping.columns);
        let heading = columns.find(|column| column.meaning == meaning).map(|column| column.heading.as_str());
        heading.unwrap_or(stage.name.as_str()).to_owned()
    });
    report.issue(Issue { file, row, column: column.unwrap_or_default(), value: String::new(), problem });
    Bucket::Refused
}
