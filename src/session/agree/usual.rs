//! What is usual: the articles' values, in the language's words. It is noted only once it is changed.

use gyakusan_engine::json::Value;

use crate::document::agreed::{CHECKS, DIRECTIONS, Help, OWNERS, Place, SCORE_KINDS, Section};
use crate::session::Session;

/// Points from which on a prospect is an MQL.
const THRESHOLD: f64 = 50.0;
/// Hours until an MQL is handed off.
const HOURS: f64 = 24.0;
/// Working days until sales says what became of it.
const ANSWER_DAYS: f64 = 3.0;
/// Approaches for one opportunity: 80 opportunities a year then take 100 a month.
const APPROACHES: f64 = 15.0;

impl Session {
    /// What is usual at a place outside of lists.
    pub(super) fn usual(&self, place: Place) -> Value {
        let words = self.language.words().agreed();
        let (row, column) = (usize::from(place.row), usize::from(place.column));
        let id = |place: usize| self.plan.stages.get(place).map_or("", |stage| stage.id.as_str());
        let text = |text: &str| Value::Text(text.to_owned());
        match place.section {
            Section::Definitions => {
                let known = words.definitions.iter().find(|(known, _)| *known == id(row));
                text(known.map_or("", |(_, texts)| texts[column]))
            }
            Section::Factors if row == 0 => text(words.goal_factor),
            Section::Factors => {
                let known = words.factors.iter().find(|(known, _)| *known == id(row - 1));
                text(known.map_or("", |(_, factor)| factor))
            }
            Section::Mql => text(words.mql[column]),
            Section::Threshold => Value::Number(THRESHOLD),
            Section::HandOff => match column {
                0 => Value::Number(HOURS),
                1 => text(words.hand_off[0]),
                2 => Value::Number(ANSWER_DAYS),
                _ => text(words.hand_off[1]),
            },
            Section::Meetings => text(words.meetings[column]),
            Section::Checks if column == 0 => {
                Value::Bool(CHECKS.get(row).is_some_and(|check| check.help == Help::HasTree))
            }
            Section::People | Section::Notes | Section::Checks => text(""),
            Section::Scores | Section::LostReasons | Section::Activities | Section::Measures => Value::Null,
        }
    }

    /// The usual rows of a list.
    pub(super) fn usual_list(&self, section: Section) -> Value {
        let words = self.language.words().agreed();
        let text = |text: &str| Value::Text(text.to_owned());
        Value::List(match section {
            Section::Scores => {
                let scores = words.scores.iter().zip(SCORES);
                let row = |(name, (kind, points, example)): (&&str, (usize, f64, bool))| {
                    let mut fields = vec![("example", Value::Bool(true))];
                    fields.retain(|_| example);
                    fields.extend([
                        ("kind", text(SCORE_KINDS[kind])),
                        ("name", text(name)),
                        ("points", Value::Number(points)),
                    ]);
                    object(fields)
                };
                scores.map(row).collect()
            }
            Section::LostReasons => words.lost_reasons.iter().map(|reason| text(reason)).collect(),
            Section::Activities => vec![self.activity(words.activity, APPROACHES)],
            _ => Vec::new(),
        })
    }

    /// A row that is new in a list.
    pub(super) fn new_row(&self, section: Section) -> Value {
        let text = |text: &str| Value::Text(text.to_owned());
        match section {
            Section::Scores => object(vec![
                ("kind", text(SCORE_KINDS[0])),
                ("name", text("")),
                ("points", Value::Number(0.0)),
            ]),
            Section::Activities => self.activity("", 1.0),
            Section::Measures => object(vec![
                ("direction", text(DIRECTIONS[0])),
                ("name", text("")),
                ("owner", text(OWNERS[0])),
                ("unit", text("")),
            ]),
            _ => text(""),
        }
    }

    /// An activity of the stage that the articles count approaches for: the opportunity, or the one before the last.
    fn activity(&self, name: &str, per_arrival: f64) -> Value {
        let stages = &self.plan.stages;
        let usual = stages.iter().position(|stage| stage.id.as_str() == "opportunity");
        let stage = &stages[usual.unwrap_or(stages.len() - 2)];
        let owner = gyakusan_engine::plan::Owner::ALL.iter().position(|(owner, _)| *owner == stage.owner);
        let text = |text: &str| Value::Text(text.to_owned());
        object(vec![
            ("name", text(name)),
            ("owner", text(OWNERS[owner.unwrap_or(0)])),
            ("per_arrival", Value::Number(per_arrival)),
            ("stage", text(stage.id.as_str())),
        ])
    }
}

/// The kind of each usual score, its points, and whether the example has it.
const SCORES: [(usize, f64, bool); 7] = [
    (0, 30.0, true),
    (0, 20.0, true),
    (0, 15.0, false),
    (1, 10.0, false),
    (1, 10.0, false),
    (1, 15.0, false),
    (1, -50.0, false),
];

/// An object of fields that stand in the order of their keys.
fn object(fields: Vec<(&str, Value)>) -> Value {
    Value::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
