//! The frame of the plan: period and goal, the deal, who stands in the funnel at the start.

use gyakusan_engine::plan::{DealKind, Measure};

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
    pub entries: Vec<Entry>,
    /// What comes of it; may be empty.
    pub result: String,
}

/// Something that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// By typing.
    Field(Field),
    /// By choosing from a list.
    List(Choice),
    /// By ticking a box.
    Box(Choice),
}

pub(super) fn panels(session: &Session) -> [SettingPanel; 3] {
    [period(session), deal(session), opening(session)]
}

fn period(session: &Session) -> SettingPanel {
    let words = session.language.words();
    let plan = &session.plan;
    let start = plan.period.start;
    let months = format!("{}{}", rounded_count(plan.months() as f64), words.stages().months);
    let period = (words.settings().period_note)((start.year(), start.month()), &months);
    let measure = match plan.goal.measure {
        Measure::PeriodRevenue => words.tree().revenue,
        Measure::ExitArr => words.fields().exit_arr,
    };
    let target = session.money(plan.goal.target.get());
    let mut entries =
        vec![Entry::List(Choice::StartYear), Entry::List(Choice::StartMonth), Entry::Field(Field::Months)];
    if plan.deal.kind == DealKind::Recurring {
        entries.push(Entry::Box(Choice::ExitArr));
    }
    SettingPanel {
        name: words.settings().period,
        summary: format!("{period}{}{measure} {target}", words.tree().separator),
        lead: "",
        entries,
        result: String::new(),
    }
}

fn deal(session: &Session) -> SettingPanel {
    let words = session.language.words();
    let deal = &session.plan.deal;
    let kind = words.settings().kinds[usize::from(deal.kind == DealKind::Recurring)];
    let margin = (words.settings().margin_note)(&rate(deal.gross_margin.get()).to_string());
    SettingPanel {
        name: words.settings().deal,
        summary: format!("{kind}{}{margin}", words.tree().separator),
        lead: words.settings().kind_lead,
        entries: vec![
            Entry::List(Choice::DealKind),
            Entry::Field(Field::Deal(DealField::Value)),
            Entry::Field(Field::Deal(DealField::Margin)),
        ],
        result: String::new(),
    }
}

fn opening(session: &Session) -> SettingPanel {
    let words = session.language.words().stages();
    let plan = &session.plan;
    let count: f64 = plan.pipeline.values().map(|count| f64::from(*count)).sum();
    let counted = session.counted(&rounded_count(count));
    let last = plan.stages.len() - 1;
    // The wins that no channel brought.
    let bought: f64 = session.tree.channels.iter().flat_map(|stages| &stages[last]).sum();
    let wins = session.counted(&exact_count((session.tree.stages[last].expected - bought).max(0.0)));
    let fields = (0..last).map(|place| Entry::Field(Field::Stage(place, StageField::Opening)));
    let is_empty = plan.pipeline.is_empty();
    SettingPanel {
        name: words.opening,
        lead: words.opening_lead,
        entries: fields.collect(),
        result: if is_empty { String::new() } else { (words.opening_wins)(&counted, &wins) },
        summary: if is_empty { words.opening_none.to_owned() } else { counted },
    }
}

#[cfg(test)]
mod tests {
    use gyakusan_engine::plan::{PerMonth, Volume};

    use super::Entry;
    use crate::session::{Choice, Edit, Field, Session, StageEdit, StageField, StepField, Template};
    use crate::text::Language;

    fn summaries(session: &Session) -> [String; 3] {
        session.settings().map(|panel| panel.summary)
    }

    #[test]
    fn each_part_says_how_it_stands() {
        let mut session = Session::new(Language::Ja);
        assert_eq!(
            summaries(&session),
            ["2026年4月から12か月 ・ 売上 1億円", "1回だけ ・ 粗利率 100%", "なし"]
        );
        session.edit(Edit::Template(Template::Subscription));
        session.choose(Choice::StartMonth, "1");
        session.type_into(Field::Months, "24");
        session.language = Language::En;
        assert_eq!(
            summaries(&session),
            ["24 mo from Jan 2026 · Exit ARR ¥100M", "Every month · 100% gross margin", "None"]
        );
        assert_eq!(
            session.tree_panel().headline.to_string().split(" needs").next(),
            Some("¥100M of exit ARR")
        );
        assert_eq!(session.strip().target_label[0], "Exit ARR");
        // Only monthly fees can be counted at the end of the period.
        let choices = |session: &Session| {
            let [period, ..] = session.settings();
            period.entries.iter().filter(|entry| !matches!(entry, Entry::Field(_))).count()
        };
        assert_eq!(choices(&session), 3);
        session.choose(Choice::DealKind, "one_off");
        assert_eq!(choices(&session), 2);
    }

    #[test]
    fn the_opening_pipeline_says_what_it_brings() {
        let mut session = Session::new(Language::Ja);
        session.type_into(Field::Step(2, StepField::Delay), "0");
        session.type_into(Field::Stage(1, StageField::Opening), "12");
        session.type_into(Field::Stage(0, StageField::Opening), "40");
        let [.., opening] = session.settings();
        assert_eq!(opening.summary, "52件");
        // 12 × 25 % and 40 × 15 % × 25 %.
        assert_eq!(opening.result, "いま進行中の 52件から、期間内に 4.5件の受注を見込めます。");
        session.type_into(Field::Stage(0, StageField::Opening), "0");
        assert_eq!(session.settings()[2].result, "いま進行中の 12件から、期間内に 3件の受注を見込めます。");
        session.edit(Edit::Stage(StageEdit::Remove(1)));
        assert_eq!(session.settings()[2].result, "いま進行中の 80件から、期間内に 3件の受注を見込めます。");
        session.type_into(Field::Stage(0, StageField::Opening), "0");
        assert_eq!(session.settings()[2].result, "");
    }

    #[test]
    fn typing_a_length_digit_by_digit_keeps_each_months_volume() {
        let mut session = Session::new(Language::Ja);
        let months: Vec<f64> = (1..=12).map(|month| f64::from(month) * 1000.0).collect();
        let plan = session.plan().edit(|document| {
            if let Volume::Budget { monthly_budget, .. } = &mut document.channels[0].volume {
                let months =
                    months.iter().map(|month| gyakusan_engine::plan::Money::new(*month).expect("money"));
                *monthly_budget = PerMonth::Each(months.collect());
            }
        });
        session.take(plan.ok());
        let listed = |session: &Session| match &session.plan().channels[0].volume {
            Volume::Budget { monthly_budget, .. } => {
                monthly_budget.as_slice().iter().map(|month| month.get()).collect::<Vec<_>>()
            }
            Volume::Entries { .. } => Vec::new(),
        };
        session.type_into(Field::Months, "1");
        assert_eq!(listed(&session), months[..1]);
        session.type_into(Field::Months, "15");
        let mut longer = months.clone();
        longer.extend(&months[..3]);
        assert_eq!(listed(&session), longer, "the months after the twelfth are those of the year before");
        session.type_into(Field::Months, "150");
        session.commit(Field::Months);
        let error = session.field(Field::Months).expect("a field").error;
        assert_eq!(error.as_deref(), Some("期間が 150 です。60以下にしてください。"));
        assert_eq!(listed(&session), longer, "a bad text changes nothing");
        session.restore(Field::Months);
        assert_eq!(listed(&session), months);
    }
}
