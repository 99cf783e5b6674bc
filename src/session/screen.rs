//! What the screen shows beside the plan: which view, which theme, which figures as tables.

use super::Library;

/// A view of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// 逆算
    #[default]
    Plan,
    /// 見通し
    Odds,
    /// 実績
    Track,
    /// 合意
    Agree,
}

impl View {
    /// Every view with its name in addresses.
    pub const ALL: [(Self, &str); 4] =
        [(Self::Plan, "plan"), (Self::Odds, "odds"), (Self::Track, "track"), (Self::Agree, "agree")];

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Odds => "odds",
            Self::Track => "track",
            Self::Agree => "agree",
        }
    }
}

/// A theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The theme that a press of the button brings.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The part of the program that is fetched when something first asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LaterPart {
    /// Nothing has asked for it.
    #[default]
    Absent,
    /// It was asked for.
    Asked,
    /// It did not come.
    Failed,
    /// It is there.
    Here,
}

/// A figure of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// How the goal is spread.
    Histogram,
    /// Cumulative revenue by month.
    Fan,
    /// Probability against volume.
    Curve,
    /// Arrivals by stage.
    Funnel,
    /// What moves the result.
    Variance,
    /// What would make it as likely as asked.
    Levers,
    /// Where the period will land.
    Landing,
}

impl Figure {
    /// The figures of 見通し in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Histogram, Self::Levers, Self::Fan, Self::Curve, Self::Funnel, Self::Variance];

    /// The name in the document.
    pub fn id(self) -> &'static str {
        match self {
            Self::Histogram => "histogram",
            Self::Fan => "fan",
            Self::Curve => "curve",
            Self::Funnel => "funnel",
            Self::Variance => "variance",
            Self::Levers => "levers",
            Self::Landing => "landing",
        }
    }
}

/// What became of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictured {
    /// It is in the clipboard.
    Copied,
    /// The clipboard took none, so it is a file among the downloads.
    Saved,
    /// The browser could not draw it.
    Failed,
}

/// What the screen shows beside the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Screen {
    /// The view.
    pub view: View,
    /// The theme.
    pub theme: Theme,
    /// The part of the program that makes what stands below the first figures.
    pub later: LaterPart,
    /// Whether the scenarios are shown beside the plan.
    pub compares: bool,
    /// Figures shown as tables.
    pub tables: Vec<Figure>,
    /// The month of the period whose pace is shown; an average month otherwise.
    pub month: Option<usize>,
    /// The figure that is read point by point, and the point.
    pub reading: Option<(Figure, usize)>,
    /// The figure whose picture was asked for last, and what became of it.
    pub pictured: Option<(Figure, Pictured)>,
    /// What was just done, until it has been read.
    pub notice: Option<Notice>,
    /// The plans saved on this device, and what came from elsewhere.
    pub library: Library,
    /// Whether the counts are also shown rounded down in each month.
    pub whole_units: bool,
}

/// Says what was just done to the plan, which can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Tells it from the one before.
    pub id: u64,
    /// The sentence.
    pub text: String,
    /// How it is taken back.
    pub way_back: WayBack,
}

/// How what was just done is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayBack {
    /// By undoing the last change of the plan.
    Undo,
    /// By putting back what was removed from the saved plans.
    PutBack,
    /// There is nothing to be taken back.
    None,
}

impl Screen {
    /// Whether the later part is to be fetched: it was asked for, or the view shown rests on it. One that did not come
    /// is fetched again only when it is asked for again.
    pub fn wants_later(&self) -> bool {
        match self.later {
            LaterPart::Absent => self.library.arrival.is_some() || self.view != View::Plan,
            LaterPart::Asked => true,
            LaterPart::Failed | LaterPart::Here => false,
        }
    }

    /// Whether a figure is shown as a table.
    pub fn is_table(&self, figure: Figure) -> bool {
        self.tables.contains(&figure)
    }

    /// Shows a figure as a table, or as a drawing again.
    pub fn toggle_table(&mut self, figure: Figure) {
        if self.is_table(figure) {
            self.tables.retain(|each| *each != figure);
        } else {
            self.tables.push(figure);
        }
    }
}
