//! The frame of the plan: period, goal, deal, templates.

use gyakusan_engine::plan::{DealKind, Measure};

use super::choice::ChoicePanel;
use super::field::FieldPanel;
use crate::session::{Choice, DealField, Field, Session};
use crate::text::number::{rate, rounded_count};

/// Period and goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodPanel {
    /// Both in a line.
    pub summary: String,
    /// Year and month of the first month, in the order of the language.
    pub start: [ChoicePanel; 2],
    /// How many months count.
    pub months: FieldPanel,
    /// The target.
    pub target: FieldPanel,
    /// The box that makes the target yearly fees at the end; `None` for deals paid once.
    pub measure: Option<ChoicePanel>,
}

/// What a won deal brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealPanel {
    /// It in a line.
    pub summary: String,
    /// Once or every month.
    pub kind: ChoicePanel,
    /// The mean value or fee.
    pub value: FieldPanel,
    /// What is left of it after direct costs.
    pub margin: FieldPanel,
}

pub(super) fn period(session: &Session) -> PeriodPanel {
    let words = session.language.words();
    let plan = &session.plan;
    let start = plan.period.start;
    let months = format!("{}{}", rounded_count(plan.months() as f64), words.stages.months);
    let period = (words.settings.period_note)((start.year(), start.month()), &months);
    let measure = match plan.goal.measure {
        Measure::PeriodRevenue => words.tree.revenue,
        Measure::ExitArr => words.settings.exit_arr,
    };
    let mut choices = [Choice::StartYear, Choice::StartMonth].map(|choice| ChoicePanel::new(session, choice));
    if words.settings.month_first {
        choices.reverse();
    }
    PeriodPanel {
        summary: format!(
            "{period}{}{measure} {}",
            words.tree.separator,
            session.money(plan.goal.target.get())
        ),
        start: choices,
        months: FieldPanel::new(session, Field::Months),
        target: FieldPanel::new(session, Field::Target),
        measure: (plan.deal.kind == DealKind::Recurring).then(|| ChoicePanel::new(session, Choice::ExitArr)),
    }
}

pub(super) fn deal(session: &Session) -> DealPanel {
    let words = session.language.words();
    let deal = &session.plan.deal;
    let [once, monthly] = words.settings.kinds;
    let kind = if deal.kind == DealKind::Recurring { monthly } else { once };
    let margin = (words.settings.margin_note)(&rate(deal.gross_margin.get()).to_string());
    DealPanel {
        summary: format!("{kind}{}{margin}", words.tree.separator),
        kind: ChoicePanel::new(session, Choice::DealKind),
        value: FieldPanel::new(session, Field::Deal(DealField::Value)),
        margin: FieldPanel::new(session, Field::Deal(DealField::Margin)),
    }
}
