//! What every figure shows: finding, how to read it, drawing, and the same numbers as a table.

use super::tree::Department;
use crate::session::{Figure, Question, Session};
use crate::text::Sentence;

/// A figure as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct FigurePanel {
    /// Which figure it is.
    pub figure: Figure,
    /// The finding.
    pub title: String,
    /// Units, and how to read it.
    pub reading: String,
    /// The drawing.
    pub drawing: Drawing,
    /// What is said below it.
    pub notes: Vec<String>,
    /// Names of the table's columns.
    pub head: &'static [&'static str],
    /// Whether the figures still change, or are an older plan's.
    pub is_interim: bool,
    /// Rows of the table; the first cell names the row.
    pub rows: Vec<Vec<String>>,
    /// Where the first rows of the table stand in the drawing, in percent from the left, to be read one by one; none
    /// where the drawing is not along an axis.
    pub points: Vec<f64>,
}

impl FigurePanel {
    /// What a point says: what it is, and its figures with their names.
    pub fn spoken(&self, point: usize) -> Option<Sentence> {
        let (name, figures) = self.rows.get(point)?.split_first()?;
        let mut spoken = Sentence::default().strong(name.clone());
        for (head, figure) in self.head.iter().skip(1).zip(figures) {
            spoken = spoken.then(format!("\u{2003}{head} ")).strong(figure.clone());
        }
        Some(spoken)
    }
}

/// The drawing of a figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Shapes over two axes.
    Plot(PlotPanel),
    /// A bar or a range in each row.
    Rows(Vec<RowPanel>),
}

/// A label at a place in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLabel {
    /// Percent of the drawing.
    pub at: f64,
    /// The label.
    pub text: String,
}

/// Shapes over two axes; all places in percent of the drawing, those of heights from the top.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlotPanel {
    /// Paths in the order of drawing, each with its name in the style sheets.
    pub shapes: Vec<(&'static str, String)>,
    /// Labels along the horizontal axis.
    pub across: Vec<PlacedLabel>,
    /// Labels along the vertical axis.
    pub up: Vec<PlacedLabel>,
    /// Places that are marked, and whether as the answer.
    pub dots: Vec<(f64, f64, bool)>,
    /// What is written into the drawing.
    pub labels: Vec<PlotLabel>,
}

/// On which side of its place a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Above it, in the middle.
    Above,
    /// Upon it.
    Upon,
    /// To its right.
    Right,
    /// To its left.
    Left,
}

/// What is written at a place of the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct PlotLabel {
    /// Its place.
    pub at: (f64, f64),
    /// The side of the place.
    pub side: Side,
    /// Its name in the style sheets.
    pub class: &'static str,
    /// The first line.
    pub text: Sentence,
    /// The second line; may be empty.
    pub below: String,
}

/// How a bar looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Data.
    Plain,
    /// In the colour of the department.
    Owner,
    /// Less than the rest.
    Faint,
    /// Beyond what is usual or was observed.
    Beyond,
    /// Luck.
    Luck,
}

impl Look {
    /// Its name in the style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Owner => "owner",
            Self::Faint => "faint",
            Self::Beyond => "beyond",
            Self::Luck => "luck",
        }
    }
}

/// A row with a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct RowPanel {
    /// Who answers for it.
    pub department: Department,
    /// What it is.
    pub name: String,
    /// Its figures, the weightiest last.
    pub figures: Vec<String>,
    /// Start and width of its bar, in percent.
    pub bar: (f64, f64),
    /// How the bar looks.
    pub look: Look,
    /// Where a place on the bar is marked.
    pub dot: Option<f64>,
    /// What is said below it.
    pub note: String,
    /// What there is to be wary of.
    pub warning: String,
    /// Whether it is the answer.
    pub is_answer: bool,
    /// Its place among the levers, to be taken into the plan.
    pub lever: Option<usize>,
    /// Whether it belongs to a second list.
    pub is_aside: bool,
}

impl RowPanel {
    /// A row with a plain bar from 0 on, and nothing said about it.
    pub(super) fn new(department: Department, name: String, figures: Vec<String>, bar: (f64, f64)) -> Self {
        Self {
            department,
            name,
            figures,
            bar,
            look: Look::Plain,
            dot: None,
            note: String::new(),
            warning: String::new(),
            is_answer: false,
            lever: None,
            is_aside: false,
        }
    }
}

impl Session {
    /// Whether a figure still changes, or is an older plan's.
    pub(in crate::session) fn is_stale(&self, figure: Figure) -> bool {
        let question = match figure {
            Figure::Histogram => return self.is_interim(),
            Figure::Fan | Figure::Funnel => Question::Spreads,
            Figure::Curve => Question::Curve,
            Figure::Levers => Question::Levers,
            Figure::Variance => Question::Variance,
            // It is made beside the session and knows itself.
            Figure::Landing => return false,
        };
        self.is_interim() || !self.answers.is_fresh(question)
    }

    /// A figure; `None` while its answer has not come.
    pub fn figure(&self, figure: Figure) -> Option<FigurePanel> {
        let summary = self.summary.as_ref()?;
        let answers = &self.answers;
        match figure {
            Figure::Histogram => Some(super::histogram::panel(self, summary)),
            Figure::Levers => Some(super::levers::panel(self, summary, answers.levers.as_ref()?)),
            Figure::Fan => super::fan::panel(self, summary, answers.months.as_ref()?),
            Figure::Curve => super::curve::panel(self, summary, answers.curve.as_ref()?),
            Figure::Funnel => Some(super::funnel::panel(self, summary, answers.stages.as_ref()?)),
            Figure::Variance => super::variance::panel(self, answers.variance.as_ref()?),
            Figure::Landing => None,
        }
    }
}
