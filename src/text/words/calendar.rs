//! The calendar: month by month, by when, a week and a person.

use super::en;
use crate::text::Sentence;

/// The calendar.
#[derive(Debug)]
pub struct CalendarWords {
    /// Names the section.
    pub title: &'static str,
    /// How the table is rounded and used.
    pub reading: &'static str,
    /// Column of stages.
    pub stage: &'static str,
    /// Column of sums.
    pub total: &'static str,
    /// Row of revenue.
    pub revenue: &'static str,
    /// Row of spend.
    pub budget: &'static str,
    /// January to December.
    pub months: [&'static str; 12],
    /// A year.
    pub year: fn(u16) -> String,
    /// A month: year, name.
    pub month: fn(u16, &str) -> String,
    /// By when they must arrive: stage, month.
    pub deadline: fn(&str, &str) -> Sentence,
    /// The last month is early enough: stage, month.
    pub deadline_last: fn(&str, &str) -> Sentence,
    /// No month is early enough: stage.
    pub deadline_none: fn(&str) -> String,
    /// Names the paces of an average month.
    pub pace: &'static str,
    /// Names the paces of a month: month.
    pub pace_of_month: fn(&str) -> String,
    /// Columns of the paces: a month, a week, a month and person, a week and person.
    pub paces: [&'static str; 4],
    /// Names the fields for people, which may stay empty.
    pub people: &'static str,
}

pub(super) const JA: CalendarWords = CalendarWords {
    title: "月ごとの件数と金額",
    reading: "端数は、足すと合計になるように丸めています。月を押すと、その月の1週あたりと1人あたりを下に出します。",
    stage: "段階",
    total: "合計",
    revenue: "売上（平均どおりなら）",
    budget: "予算",
    months: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
    year: |year| format!("{year}年"),
    month: |year, month| format!("{year}年{month}"),
    deadline: |stage, month| {
        Sentence::plain("期間内の受注にするには、")
            .strong(format!("{stage}は{month}まで"))
            .then("に必要です。それより後に入った分は、半分も期間内に受注になりません。")
    },
    deadline_last: |stage, month| {
        Sentence::plain(format!("最後の{month}に入った{stage}も、半分以上が期間内に受注になります。"))
    },
    deadline_none: |stage| {
        format!(
            "どの月に入った{stage}も、半分も期間内に受注になりません。期間を延ばすか、遅れを短くしてください。"
        )
    },
    pace: "1週あたり・1人あたり（平均の月）",
    pace_of_month: |month| format!("1週あたり・1人あたり（{month}）"),
    paces: ["月", "週", "1人/月", "1人/週"],
    people: "担当の人数（任意）",
};

pub(super) const EN: CalendarWords = CalendarWords {
    title: "Month by month",
    reading: "Rounded so that the months add up to the total. Press a month to see it per week and person below.",
    stage: "Stage",
    total: "Total",
    revenue: "Revenue (at the averages)",
    budget: "Budget",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    year: |year| format!("{year}"),
    month: |year, month| format!("{month} {year}"),
    deadline: |stage, month| {
        Sentence::plain("To be won within the period, ")
            .strong(format!("{} must arrive by {month}", en::lower(stage)))
            .then(". Less than half of what comes later is won in time.")
    },
    deadline_last: |stage, month| {
        let stage = en::lower(stage);
        Sentence::plain(format!(
            "Of the {stage} that arrive in the last month, {month}, at least half are still won in time."
        ))
    },
    deadline_none: |stage| {
        let stage = en::lower(stage);
        format!(
            "Whichever month {stage} arrive in, less than half are won in time. \
             Make the period longer or the delays shorter."
        )
    },
    pace: "Per week and person (average month)",
    pace_of_month: |month| format!("Per week and person ({month})"),
    paces: ["Month", "Week", "Each / mo", "Each / wk"],
    people: "People (optional)",
};
