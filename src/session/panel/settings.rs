//! The frame of the plan: period and goal, the deal, who stands in the funnel at the start.

use gyakusan_engine::plan::{DealKind, Measure};

use super::choice::ChoicePanel;
use super::field::FieldPanel;
use crate::session::{Choice, DealField, Field, Session, StageField};
use crate::text::number::{exact_count, rate, rounded_count};

/// A part of the frame that is folded until it is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingPanel {
    /// What it is called.
    pub name: &'static str,
    /// How it stands, in a line.
    pub summary: String,
    /// What to know before changing it; may be empty.
    pub lead: &'static str,
    /// What can be changed.
    pub entries: Vec<EntryPanel>,
    /// What comes of it; may be empty.
    pub result: String,
}

/// Something that can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryPanel {
    /// By typing.
    Field(FieldPanel),
    /// By choosing.
    Choice(ChoicePanel),
}

pub(super) fn panels(session: &Session) -> [SettingPanel; 3] {
    [period(session), deal(session), opening(session)]
}

fn period(session: &Session) -> SettingPanel {
    let words = session.language.words();
    let plan = &session.plan;
    let start = plan.period.start;
    let months = format!("{}{}", rounded_count(plan.months() as f64), words.stages.months);
    let period = (words.settings.period_note)((start.year(), start.month()), &months);
    let measure = match plan.goal.measure {
        Measure::PeriodRevenue => words.tree.revenue,
        Measure::ExitArr => words.settings.exit_arr,
    };
    let target = session.money(plan.goal.target.get());
    let mut entries = vec![
        choice(session, Choice::StartYear),
        choice(session, Choice::StartMonth),
        field(session, Field::Months),
    ];
    if plan.deal.kind == DealKind::Recurring {
        entries.push(choice(session, Choice::ExitArr));
    }
    SettingPanel {
        name: words.settings.period,
        summary: format!("{period}{}{measure} {target}", words.tree.separator),
        lead: "",
        entries,
        result: String::new(),
    }
}

fn deal(session: &Session) -> SettingPanel {
    let words = session.language.words();
    let deal = &session.plan.deal;
    let kind = words.settings.kinds[usize::from(deal.kind == DealKind::Recurring)];
    let margin = (words.settings.margin_note)(&rate(deal.gross_margin.get()).to_string());
    SettingPanel {
        name: words.settings.deal,
        summary: format!("{kind}{}{margin}", words.tree.separator),
        lead: words.settings.kind_lead,
        entries: vec![
            choice(session, Choice::DealKind),
            field(session, Field::Deal(DealField::Value)),
            field(session, Field::Deal(DealField::Margin)),
        ],
        result: String::new(),
    }
}

fn opening(session: &Session) -> SettingPanel {
    let words = &session.language.words().stages;
    let plan = &session.plan;
    let count: f64 = plan.pipeline.values().map(|count| f64::from(*count)).sum();
    let counted = session.counted(&rounded_count(count));
    let last = plan.stages.len() - 1;
    // The wins that no channel brought.
    let bought: f64 = session.tree.channels.iter().flat_map(|stages| &stages[last]).sum();
    let wins = session.counted(&exact_count((session.tree.stages[last].expected - bought).max(0.0)));
    let fields = (0..last).map(|place| field(session, Field::Stage(place, StageField::Opening)));
    let is_empty = plan.pipeline.is_empty();
    SettingPanel {
        name: words.opening,
        lead: words.opening_lead,
        entries: fields.collect(),
        result: if is_empty { String::new() } else { (words.opening_wins)(&counted, &wins) },
        summary: if is_empty { words.opening_none.to_owned() } else { counted },
    }
}

fn field(session: &Session, field: Field) -> EntryPanel {
    EntryPanel::Field(FieldPanel::new(session, field))
}

fn choice(session: &Session, choice: Choice) -> EntryPanel {
    EntryPanel::Choice(ChoicePanel::new(session, choice))
}
