//! The places of the agreement as they are shown, the numbers that are promised, the example of the score.

use gyakusan_engine::plan::Owner;

use super::{money, refusal_sentence};
use crate::document::agreed::{CHECKS, Kind, OWNERS, Place, Rows, Section};
use crate::session::panel::{Department, department, exact_of_stage, written_count};
use crate::session::{Field, Session, StepField};
use crate::text::number::{editable_count, exact_count, rate, rate_range};
use crate::text::{filled, stage_names};

/// What a place looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellLook {
    /// A text of one line.
    Line,
    /// A text of several lines.
    Area,
    /// A number.
    Number,
    /// A box to tick.
    Tick,
    /// A day.
    Day,
    /// A list: the names in files, and what each is called.
    List(Vec<[String; 2]>),
}

/// A place of the agreement as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPanel {
    /// Which place it is.
    pub place: Place,
    /// What it is called.
    pub label: String,
    /// The text in it; "true" or "false" of a box.
    pub text: String,
    /// What it looks like.
    pub look: CellLook,
    /// What is wrong with the text, once it has been left.
    pub error: Option<String>,
}

/// A number that is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// Who promises it; `None` for the goal, which is everybody's.
    pub department: Option<Department>,
    /// What is promised.
    pub name: String,
    /// In the period.
    pub total: String,
    /// In a month on average; of a rate the range that it lies in.
    pub monthly: String,
}

/// The score of the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScorePanel {
    /// What the example comes to.
    pub finding: String,
    /// Whether it is an MQL.
    pub is_mql: bool,
}

impl CellPanel {
    /// What stands there as a reader sees it: of a list what is chosen is called, of a box whether it is ticked.
    pub fn shown(&self) -> String {
        match &self.look {
            CellLook::List(options) => {
                let chosen = options.iter().find(|[name, _]| *name == self.text);
                chosen.map(|[_, called]| called.clone()).unwrap_or_default()
            }
            CellLook::Tick => if self.text == "true" { "✓" } else { "" }.to_owned(),
            _ => self.text.clone(),
        }
    }
}

impl Session {
    /// A place of the agreement.
    pub fn agreed_cell(&self, place: Place) -> CellPanel {
        let label = self.agreed_label(place);
        let draft = self.agreed_drafts.iter().find(|draft| draft.place == place);
        let text = draft.map_or_else(|| self.written_agreed(place), |draft| draft.text.clone());
        let refusal = draft.and_then(|draft| draft.refusal.as_ref());
        let error = refusal.map(|refusal| refusal_sentence(self, &label, &text, refusal));
        let look = match place.kind() {
            Kind::Line => CellLook::Line,
            Kind::Text => CellLook::Area,
            Kind::Number { .. } | Kind::Months => CellLook::Number,
            Kind::Tick => CellLook::Tick,
            Kind::Day | Kind::Month => CellLook::Day,
            Kind::Choice(names) => CellLook::List(self.choice_names(place, names)),
            Kind::Stage => CellLook::List(self.stage_choices(&text)),
        };
        CellPanel { place, label, text, look, error }
    }

    /// The numbers that are promised: the goal, each stage's count, and the rate that two departments share.
    pub fn promises(&self) -> Vec<PromiseRow> {
        let words = self.language.words();
        let months = self.plan.months() as f64;
        let target = self.plan.goal.target.get();
        let mut rows = vec![PromiseRow {
            department: None,
            name: Field::Target.label(&self.plan, self.language),
            total: money(self, target),
            monthly: money(self, target / months),
        }];
        for (place, stage) in self.plan.stages.iter().enumerate() {
            rows.push(PromiseRow {
                department: Some(department(self, &[stage.owner])),
                name: stage_names(stage, self.language).count,
                total: self.counted(&written_count(self, place)),
                monthly: self.counted(&exact_count(exact_of_stage(self, place) / months)),
            });
        }
        for place in (1..self.plan.stages.len()).filter(|place| self.is_shared(*place)) {
            rows.push(PromiseRow {
                department: Some(department(self, &self.owners_of_rate(place))),
                name: filled(words.agree().shared_rate, &[&self.rate_name(place)]),
                total: self.written_rate(place),
                monthly: self.written_range(place),
            });
        }
        rows
    }

    /// The score of the example.
    pub fn score(&self) -> ScorePanel {
        let words = self.language.words().agree();
        let place = |row: usize, column| Place { section: Section::Scores, row: row as u8, column };
        let ticked = (0..self.agreed_rows(Section::Scores)).filter(|row| self.is_agreed(place(*row, 3)));
        let points: f64 = ticked.filter_map(|row| self.agreed_number(place(row, 2))).sum();
        let threshold = self.agreed_number(Place { section: Section::Threshold, row: 0, column: 0 });
        let threshold = threshold.unwrap_or(0.0);
        let is_mql = points >= threshold;
        let phrase = words.score_findings[usize::from(!is_mql)];
        let finding = filled(phrase, &[&editable_count(points), &editable_count(threshold)]);
        ScorePanel { finding, is_mql }
    }

    /// What comes of the activity in a row: how many a month.
    pub fn activity_volume(&self, row: usize) -> String {
        let words = self.language.words().agree();
        let place = |column| Place { section: Section::Activities, row: row as u8, column };
        let id = self.agreed_text(place(2));
        let stage = self.plan.stages.iter().position(|stage| stage.id.as_str() == id);
        let (Some(stage), Some(each)) = (stage, self.agreed_number(place(3))) else {
            return words.none.to_owned();
        };
        let monthly = each * exact_of_stage(self, stage) / self.plan.months() as f64;
        filled(words.per_month, &[&self.counted(&exact_count(monthly))])
    }

    /// How the last actual of the measure in a row stands to its target.
    pub fn measure_finding(&self, row: usize) -> String {
        let words = self.language.words().agree();
        let first = Section::Measures.columns().len() - 1;
        let place =
            |column: usize| Place { section: Section::Measures, row: row as u8, column: column as u8 };
        let mut months = (0..self.plan.months()).rev();
        let last = months.find_map(|month| self.agreed_number(place(first + month)));
        let (Some(last), Some(target)) = (last, self.agreed_number(place(3))) else {
            return words.none.to_owned();
        };
        let goes_down = self.agreed_text(place(4)) == "down";
        let is_reached = if goes_down { last <= target } else { last >= target };
        let unit = self.agreed_text(place(2));
        let [last, target] = [last, target].map(|value| editable_count(value) + &unit);
        filled(words.measured[usize::from(!is_reached)], &[&last, &target])
    }

    /// What is removed with a row: its name, or its number where it has none.
    pub fn agreed_row_name(&self, section: Section, row: usize) -> String {
        let name = self.agreed_text(Place { section, row: row as u8, column: 0 });
        if name.is_empty() { editable_count(row as f64 + 1.0) } else { name }
    }

    /// What a month of the period is called.
    pub fn agreed_month(&self, month: usize) -> String {
        let start = self.plan.period.start;
        let number = (usize::from(start.month()) - 1 + month) % 12 + 1;
        (self.language.words().settings().month)(number as u8)
    }

    /// What the agreement is called, and the period it is for.
    pub fn agreement_title(&self) -> [String; 2] {
        let words = self.language.words();
        let start = self.plan.period.start;
        let months = [&editable_count(self.plan.months() as f64), words.stages().months].concat();
        let period = (words.settings().period_note)((start.year(), start.month()), &months);
        [filled(words.agree().title, &[self.shown_name()]), period]
    }

    /// What the columns of a section are called.
    pub fn section_columns(&self, section: Section) -> &'static [&'static str] {
        let place = Section::ALL.iter().position(|each| *each == section).unwrap_or(0);
        self.language.words().agree().columns[place]
    }

    /// What a row of a section is called.
    pub fn agreed_row(&self, section: Section, row: usize) -> String {
        let words = self.language.words();
        let stage = |place: usize| {
            self.plan
                .stages
                .get(place)
                .map_or_else(String::new, |stage| stage_names(stage, self.language).stage)
        };
        match section.rows() {
            Rows::One => String::new(),
            Rows::Stages => stage(row),
            Rows::GoalAndStages if row == 0 => words.tree().revenue.to_owned(),
            Rows::GoalAndStages => stage(row - 1),
            Rows::Owners => words.tree().departments.get(row).copied().unwrap_or_default().to_owned(),
            Rows::Checks => words.checks().items[row.min(CHECKS.len() - 1)].to_owned(),
            Rows::List(_) => self.agreed_row_name(section, row),
        }
    }

    fn agreed_label(&self, place: Place) -> String {
        let words = self.language.words();
        let columns = self.section_columns(place.section);
        let row = usize::from(place.row);
        let place_of_column = usize::from(place.column);
        let mut column = columns.get(place_of_column).or(columns.last()).copied().unwrap_or("").to_owned();
        if place.section == Section::Measures && place_of_column + 1 >= columns.len() {
            column =
                self.agreed_month(place_of_column + 1 - columns.len()) + words.tree().separator + &column;
        }
        let row = match place.section.rows() {
            Rows::One => return column,
            // Its name is what is typed.
            Rows::List(_) if place.column == 0 => editable_count(row as f64 + 1.0),
            _ => self.agreed_row(place.section, row),
        };
        [&row, words.tree().separator, &column].concat()
    }

    fn choice_names(&self, place: Place, names: &[&str]) -> Vec<[String; 2]> {
        let words = self.language.words();
        let called: &[&str] = match place.section {
            Section::Scores => &words.agree().score_kinds,
            _ if names.len() == OWNERS.len() => &words.tree().departments,
            _ => &words.agree().directions,
        };
        names.iter().zip(called).map(|(name, called)| [name, called].map(|text| (*text).to_owned())).collect()
    }

    /// The stages; one that the plan no longer has is offered as long as it is chosen.
    fn stage_choices(&self, chosen: &str) -> Vec<[String; 2]> {
        let mut choices: Vec<_> = self
            .plan
            .stages
            .iter()
            .map(|stage| [stage.id.as_str().to_owned(), stage_names(stage, self.language).stage])
            .collect();
        if !choices.iter().any(|[id, _]| id == chosen) {
            choices.insert(0, [chosen.to_owned(), self.language.words().agree().none.to_owned()]);
        }
        choices
    }

    /// Whether marketing and another department make a rate together.
    pub(super) fn is_shared(&self, place: usize) -> bool {
        self.owners_of_rate(place).len() > 1
    }

    /// Who makes the rate into a stage.
    pub(super) fn owners_of_rate(&self, place: usize) -> Vec<Owner> {
        match [self.plan.stages[place - 1].owner, self.plan.stages[place].owner] {
            [Owner::Marketing, after] if after != Owner::Marketing => vec![Owner::Marketing, after],
            [_, owner] => vec![owner],
        }
    }

    pub(super) fn rate_name(&self, place: usize) -> String {
        stage_names(&self.plan.stages[place], self.language).rate
    }

    pub(super) fn written_rate(&self, place: usize) -> String {
        rate(self.value_of(Field::Step(place, StepField::Rate))).to_string()
    }

    /// The range that the rate into a stage lies in; that of a rate known exactly is none.
    pub(super) fn written_range(&self, place: usize) -> String {
        let words = self.language.words().agree();
        let step = self.plan.stages[place].step.filter(|step| step.rate.evidence.is_some());
        let range = step.map(|step| step.rate.central_range(crate::session::panel::RANGE_OF_RATES));
        let written = range.map(|(low, high)| filled(words.range, &[&rate_range(low, high).to_string()]));
        written.unwrap_or_else(|| words.none.to_owned())
    }
}
