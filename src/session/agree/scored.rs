//! How many of the imported prospects reach the threshold, and how far those and the others came.

use gyakusan_engine::json::Value;
use gyakusan_engine::plan::Owner;

use crate::document::Step;
use crate::document::agreed::{IMPORTED, Place, SCORED, SCORED_BY, Section};
use crate::session::Session;
use crate::text::number::{editable_count, rate, rounded_count};
use crate::text::{filled, stage_names};

/// The imported prospects on both sides of the threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredPanel {
    /// The share that reaches it.
    pub finding: String,
    /// What the columns of the table are called.
    pub head: Vec<String>,
    /// Those that reach it, then the others: what they are called, how many they are, how many came to each stage.
    pub rows: [Vec<String>; 2],
    /// What was counted, and what was not.
    pub notes: Vec<String>,
}

/// What a column of the import counts for.
enum Column {
    /// It holds points.
    Points,
    /// It is about the condition in this row of the sheet.
    Row(usize),
    /// The sheet no longer has its condition.
    Gone(String),
}

/// Prospects by the last stage that they came to.
type Tally = Vec<f64>;

impl Session {
    /// The imported prospects on both sides of the threshold; `None` where no import says what they did.
    pub fn scored(&self) -> Option<ScoredPanel> {
        let columns = self.scored_by();
        let threshold = self.agreed_number(Place { section: Section::Threshold, row: 0, column: 0 });
        let threshold = threshold.unwrap_or(0.0);
        let mut sides: [Tally; 2] = [(); 2].map(|()| vec![0.0; self.plan.stages.len()]);
        let mut unknown = 0.0;
        for group in self.records(SCORED) {
            let count = number(group, "count").unwrap_or(0.0);
            let Some(points) = self.points_of(group, &columns) else {
                unknown += count;
                continue;
            };
            let stage =
                self.plan.stages.iter().position(|stage| Some(stage.id.as_str()) == text(group, "stage"));
            sides[usize::from(points < threshold)][stage.unwrap_or(0)] += count;
        }
        let [above, below] = sides.each_ref().map(|tally| reached(tally, 0));
        (above + below > 0.0).then(|| {
            let words = self.language.words().agree();
            let written = editable_count(threshold);
            let [count, all] = [above, above + below].map(rounded_count);
            let share = rate(above / (above + below)).to_string();
            let stages = self.stages_after_hand_off();
            let names =
                stages.iter().map(|place| stage_names(&self.plan.stages[*place], self.language).stage);
            let row = |side: usize| {
                let all = reached(&sides[side], 0);
                let mut cells = vec![filled(words.scored_sides[side], &[&written]), self.counted_people(all)];
                cells.extend(stages.iter().map(|place| self.came(reached(&sides[side], *place), all)));
                cells
            };
            ScoredPanel {
                finding: filled(words.scored, &[&all, &written, &count, &share]),
                head: words.scored_head.iter().map(|name| (*name).to_owned()).chain(names).collect(),
                rows: [row(0), row(1)],
                notes: self.scored_notes(&columns, unknown),
            }
        })
    }

    /// A list that nobody types.
    fn records(&self, key: &str) -> &[Value] {
        match self.workbook.agreement.get(&[Step::Key(key)]) {
            Some(Value::List(rows)) => rows,
            _ => &[],
        }
    }

    fn scored_by(&self) -> Vec<Column> {
        let names: Vec<_> = (0..self.agreed_rows(Section::Scores))
            .map(|row| self.agreed_text(Place { section: Section::Scores, row: row as u8, column: 0 }))
            .collect();
        let column = |row: &Value| match text(row, "condition") {
            None => Column::Points,
            Some(condition) => match names.iter().position(|name| name == condition) {
                Some(row) => Column::Row(row),
                None => Column::Gone(condition.to_owned()),
            },
        };
        self.records(SCORED_BY).iter().map(column).collect()
    }

    /// The points of some prospects: those of their column, or what the sheet gives, once for each condition.
    fn points_of(&self, group: &Value, columns: &[Column]) -> Option<f64> {
        if let Some(points) = number(group, "points") {
            return Some(points);
        }
        let mut met: Vec<usize> = Vec::new();
        for (column, mark) in columns.iter().zip(text(group, "met")?.bytes()) {
            if let Column::Row(row) = column
                && mark == b'1'
                && !met.contains(row)
            {
                met.push(*row);
            }
        }
        let place = |row: usize| Place { section: Section::Scores, row: row as u8, column: 2 };
        Some(met.into_iter().filter_map(|row| self.agreed_number(place(row))).sum())
    }

    /// The stages that show what a hand-off is worth: the first one that is not marketing's, and the last one.
    fn stages_after_hand_off(&self) -> Vec<usize> {
        let stages = &self.plan.stages;
        let first = (1..stages.len()).find(|place| stages[*place].owner != Owner::Marketing);
        let mut shown: Vec<_> = first.into_iter().chain([stages.len() - 1]).collect();
        shown.dedup();
        shown
    }

    fn counted_people(&self, count: f64) -> String {
        filled(self.language.words().agree().people, &[&rounded_count(count)])
    }

    /// How many came to a stage, and which share of all that is.
    fn came(&self, count: f64, all: f64) -> String {
        let words = self.language.words().agree();
        if all <= 0.0 {
            return words.none.to_owned();
        }
        filled(words.came, &[&self.counted_people(count), &rate(count / all).to_string()])
    }

    fn scored_notes(&self, columns: &[Column], unknown: f64) -> Vec<String> {
        let words = self.language.words().agree();
        let rows = self.records(SCORED_BY).iter();
        let names: Vec<_> =
            rows.map(|row| filled(words.quoted, &[text(row, "column").unwrap_or("")])).collect();
        let day = self.records(IMPORTED).first().and_then(|file| text(file, "day")).unwrap_or(words.none);
        let has_points = matches!(columns, [Column::Points]);
        let phrase = words.scored_by[usize::from(!has_points)];
        let mut notes = vec![filled(phrase, &[&names.concat(), day]) + words.scored_so_far];
        for column in columns {
            if let Column::Gone(condition) = column {
                notes.push(filled(words.scored_gone, &[condition]));
            }
        }
        if unknown > 0.0 {
            notes.push(filled(words.scored_unknown, &[&rounded_count(unknown)]));
        }
        notes
    }
}

/// How many came to a stage or further.
fn reached(tally: &[f64], stage: usize) -> f64 {
    tally[stage..].iter().fold(0.0, |sum, count| sum + count)
}

fn number(value: &Value, key: &str) -> Option<f64> {
    if let Some(Value::Number(number)) = value.get(key) { Some(*number) } else { None }
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_text()
}
