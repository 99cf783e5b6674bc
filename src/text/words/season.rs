//! How the entries are spread over the months.

use super::en::month_name;

/// How the entries are spread over the months.
#[derive(Debug)]
pub struct SeasonWords {
    /// Names the part.
    pub title: &'static str,
    /// What it says: the count with its unit, name of the stage.
    pub lead: fn(&str, &str) -> String,
    /// Names the buttons of the shapes.
    pub shapes: &'static str,
    /// The same every month.
    pub even: &'static str,
    /// Most in these two months, 1 for January.
    pub half_years: fn(u8, u8) -> String,
    /// Most at the end of each quarter.
    pub quarters: &'static str,
    /// A month of the axis: month, 1 for January, and whether it says its unit.
    pub month: fn(u8, bool) -> String,
    /// Names the row of counts.
    pub counts: &'static str,
    /// The sum of the counts with its unit, and of the shares.
    pub sum: fn(&str, &str) -> String,
    /// The shares of a whole year do not come to 100%.
    pub ratio: &'static str,
    /// The months of channels that have their own numbers: names.
    pub own_months: fn(&str) -> String,
}

pub(super) const JA: SeasonWords = SeasonWords {
    title: "月ごとの配分",
    lead: |count, stage| format!("必要な{stage} {count}を、どの月に集めるか"),
    shapes: "配分の型",
    even: "均等",
    half_years: |first, second| format!("{first}月・{second}月に山"),
    quarters: "四半期末に山",
    month: |month, with_unit| if with_unit { format!("{month}月") } else { month.to_string() },
    counts: "件",
    sum: |count, share| format!("合計 {count} ・ 年の {share}"),
    ratio: "100% にならなくても、月どうしの割合として使います。",
    own_months: |names| format!("{names}は月ごとの数字で入れてあるので、この配分は使いません。"),
};

pub(super) const EN: SeasonWords = SeasonWords {
    title: "Seasonality",
    lead: |count, stage| format!("In which months the {count} {} are needed", super::en::lower(stage)),
    shapes: "Shapes",
    even: "Even",
    half_years: |first, second| format!("Peaks in {}, {}", month_name(first), month_name(second)),
    quarters: "Quarter ends",
    month: |month, _| month_name(month).to_owned(),
    counts: "",
    sum: |count, share| format!("Total {count} · {share} of the year"),
    ratio: "If it is not 100%, the months count in proportion.",
    own_months: |names| format!("{names}: numbers of its own by month, so these shares do not apply."),
};
