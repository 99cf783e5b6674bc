//! What the prospects of an import did, counted for the sheet of scores: how many did the same and came equally far.

use std::collections::BTreeMap;
use std::sync::Arc;

use gyakusan_engine::actuals::{Prospect, Record};
use gyakusan_engine::json::Writer;
use gyakusan_engine::plan::Plan;

use crate::document::agreed::{MAX_LINE, MAX_SCORED, MAX_SCORED_BY, SCORED, SCORED_BY};
use crate::import::{Imported, condition_of, holds_points};

/// The most points of either sign that a threshold can have.
const MAX_POINTS: f64 = 1000.0;

/// What is counted by.
enum Columns {
    /// The points in the column of the heading at this place.
    Points(usize),
    /// What conditions ask for: places of headings and of conditions.
    Conditions(Vec<(usize, usize)>),
}

/// What prospects share: whole points, or one bit for each column; nothing where that is not known. Then how far they came.
type Group = (Option<i32>, usize);

/// The fields of a workbook that count the prospects, as JSON. `None` where no column holds points or is about one of the
/// conditions, or where hardly two prospects did the same.
pub(super) fn scored(imported: &Imported, conditions: &[String], plan: &Plan) -> Option<Arc<str>> {
    let Record::Prospects(prospects) = &imported.actuals.as_ref()?.record else { return None };
    let columns = Columns::of(&imported.score_headings, conditions)?;
    let mut groups: BTreeMap<Group, u32> = BTreeMap::new();
    for (prospect, scores) in prospects.iter().zip(&imported.scores) {
        let value = scores.as_ref().and_then(|scores| columns.value(scores));
        *groups.entry((value, stage_of(prospect, plan))).or_default() += 1;
    }
    if groups.len() > MAX_SCORED {
        // How far they came is given up first.
        let mut fewer: BTreeMap<Group, u32> = BTreeMap::new();
        for ((value, _), count) in groups {
            *fewer.entry((value, 0)).or_default() += count;
        }
        groups = fewer;
    }
    (groups.len() <= MAX_SCORED).then(|| columns.written(&groups, &imported.score_headings, conditions, plan))
}

/// The place of the last stage that a prospect came to.
fn stage_of(prospect: &Prospect, plan: &Plan) -> usize {
    let reached = plan.stages.iter().rposition(|stage| prospect.entered.get(&stage.id).is_some());
    reached.unwrap_or(0)
}

impl Columns {
    /// A column of points counts; where there is none, those that conditions are about.
    fn of(headings: &[String], conditions: &[String]) -> Option<Self> {
        if let Some(place) = headings.iter().position(|heading| holds_points(heading, conditions)) {
            return Some(Self::Points(place));
        }
        let mut columns = Vec::new();
        for (place, heading) in headings.iter().enumerate() {
            if let Some(condition) = condition_of(heading, conditions)
                && columns.len() < MAX_SCORED_BY
            {
                columns.push((place, condition));
            }
        }
        (!columns.is_empty()).then_some(Self::Conditions(columns))
    }

    /// What a prospect has or did; what its files leave blank it did not do.
    fn value(&self, scores: &[(usize, f64)]) -> Option<i32> {
        let found = |place: usize| scores.iter().find(|(known, _)| *known == place).map(|(_, value)| *value);
        match self {
            // Thresholds are whole numbers, so that whole points say which side a prospect is on.
            Self::Points(place) => Some(found(*place)?.floor().max(-MAX_POINTS).min(MAX_POINTS) as i32),
            Self::Conditions(columns) => {
                Some(columns.iter().enumerate().fold(0, |bits, (bit, (place, _))| {
                    bits | (i32::from(found(*place).is_some_and(|value| value > 0.0)) << bit)
                }))
            }
        }
    }

    /// Keys in their order.
    fn written(
        &self,
        groups: &BTreeMap<Group, u32>,
        headings: &[String],
        conditions: &[String],
        plan: &Plan,
    ) -> Arc<str> {
        let mut writer = Writer::default();
        let w = &mut writer;
        w.open_object();
        w.key(SCORED).open_list();
        for ((value, stage), count) in groups {
            w.open_object();
            w.key("count").number(f64::from(*count));
            match (self, value) {
                (Self::Conditions(columns), Some(bits)) => {
                    let met = (0..columns.len()).map(|bit| if (bits >> bit) & 1 == 1 { '1' } else { '0' });
                    w.key("met").text(&met.collect::<String>());
                }
                (Self::Points(_), Some(points)) => {
                    w.key("points").number(f64::from(*points));
                }
                (_, None) => {}
            }
            w.key("stage").text(plan.stages[*stage].id.as_str());
            w.close_object();
        }
        w.close_list();
        w.key(SCORED_BY).open_list();
        let columns = match self {
            Self::Points(place) => vec![(*place, None)],
            Self::Conditions(columns) => columns.iter().map(|(place, at)| (*place, Some(*at))).collect(),
        };
        for (place, condition) in columns {
            w.open_object();
            w.key("column").text(&line(&headings[place]));
            if let Some(condition) = condition {
                w.key("condition").text(&line(&conditions[condition]));
            }
            w.close_object();
        }
        w.close_list();
        w.close_object();
        writer.finish().into()
    }
}

/// A text as a line of a workbook can hold it.
pub(super) fn line(text: &str) -> String {
    match text.char_indices().nth(MAX_LINE - 1) {
        Some((cut, last)) if cut + last.len_utf8() < text.len() => [&text[..cut], "…"].concat(),
        _ => text.to_owned(),
    }
}
