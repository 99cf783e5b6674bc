//! What is wrong with an input.

/// What is wrong with an input: value, limit, way out. The first figure is always the field's name.
#[derive(Debug)]
pub struct ErrorWords {
    /// Nothing typed: field.
    pub empty: fn(&str) -> String,
    /// Nothing typed where a name belongs: field.
    pub no_name: fn(&str) -> String,
    /// A character that does not belong: field, text, place from 1, character.
    pub not_a_number: fn(&str, &str, usize, char) -> String,
    /// Two numbers: field, place from 1.
    pub two_numbers: fn(&str, usize) -> String,
    /// A unit of another kind: field, unit.
    pub wrong_unit: fn(&str, &str) -> String,
    /// Too many characters: field, limit.
    pub too_long: fn(&str, usize) -> String,
    /// Below the limit: field, value, limit.
    pub too_small: fn(&str, &str, &str) -> String,
    /// Above the limit: field, value, limit.
    pub too_large: fn(&str, &str, &str) -> String,
    /// Not above zero: field, value.
    pub not_positive: fn(&str, &str) -> String,
    /// Not whole: field, value.
    pub not_whole: fn(&str, &str) -> String,
    /// The target takes too many entries: field, value, entries, limit.
    pub too_many_entries: fn(&str, &str, &str, &str) -> String,
    /// A channel brings too many entries: field, value, limit.
    pub too_much_volume: fn(&str, &str, &str) -> String,
    /// A channel is counted where nobody would arrive: field, value, channel.
    pub nobody_counted: fn(&str, &str, &str) -> String,
    /// No month of the period would bring anybody: field, value.
    pub no_season: fn(&str, &str) -> String,
    /// Two ends that make no range: field, value.
    pub no_range: fn(&str, &str) -> String,
    /// A count that does not fit: field, value; what would give way, its limit and the count there; whether the value is
    /// too small.
    pub out_of_reach: fn(&str, &str, [&str; 3], bool) -> String,
    /// Anything else that the plan does not allow: field, value.
    pub refused: fn(&str, &str) -> String,
}

pub(super) const JA: ErrorWords = ErrorWords {
    empty: |field| format!("{field}が空です。数字を入れてください。"),
    no_name: |field| format!("{field}が空です。名前を入れてください。"),
    not_a_number: |field, text, place, found| {
        format!(
            "{field}の「{text}」は、{place}文字目の「{found}」で読めなくなります。1.2億 や 15 のように入れてください。"
        )
    },
    two_numbers: |field, place| {
        format!("{field}に数字が2つあります（{place}文字目から）。1つにしてください。")
    },
    wrong_unit: |field, unit| format!("{field}に「{unit}」は使えません。単位を取ってください。"),
    too_long: |field, limit| format!("{field}は{limit}文字までです。短くしてください。"),
    too_small: |field, value, limit| format!("{field}が {value} です。{limit}以上にしてください。"),
    too_large: |field, value, limit| format!("{field}が {value} です。{limit}以下にしてください。"),
    not_positive: |field, value| format!("{field}が {value} です。0 より大きくしてください。"),
    not_whole: |field, value| format!("{field}が {value} です。整数にしてください。"),
    too_many_entries: |field, value, entries, limit| {
        format!(
            "{field}が {value} だと {entries}件 が必要になり、計算できる {limit}件 を超えます。目標を下げるか、率や単価を上げてください。"
        )
    },
    too_much_volume: |field, value, limit| {
        format!(
            "{field}が {value} だと、1か月の件数が {limit}件 を超えます。予算を下げるか、CPA を上げてください。"
        )
    },
    nobody_counted: |field, value, channel| {
        format!(
            "{field}が {value} だと、{channel}の件数を数える段階に誰も届きません。率を上げるか、数える段階を入口に戻してください。"
        )
    },
    no_season: |field, value| {
        format!("{field}が {value} だと、期間のどの月も 0% になります。1つの月は 0% より大きくしてください。")
    },
    no_range: |field, value| {
        format!(
            "{field}が {value} だと幅になりません。0% と 100% の間の2つの率を、小さい順に入れてください。"
        )
    },
    out_of_reach: |field, value, [freed, limit, count], is_too_small| {
        let side = if is_too_small { "以上" } else { "以下" };
        format!(
            "{field}を {value}件 にするには、{freed}を {limit} にしても合いません。{count}件{side}にしてください。"
        )
    },
    refused: |field, value| format!("{field}を {value} にはできません。前の数字のまま計算しています。"),
};

pub(super) const EN: ErrorWords = ErrorWords {
    empty: |field| format!("{field} is empty. Type a number."),
    no_name: |field| format!("{field} is empty. Type a name."),
    not_a_number: |field, text, place, found| {
        format!(
            "{field}: \"{text}\" cannot be read from character {place} (\"{found}\"). Type it like 1.2M or 15."
        )
    },
    two_numbers: |field, place| format!("{field} holds two numbers (from character {place}). Keep one."),
    wrong_unit: |field, unit| format!("{field} does not take \"{unit}\". Remove the unit."),
    too_long: |field, limit| format!("{field} takes up to {limit} characters. Shorten it."),
    too_small: |field, value, limit| format!("{field} is {value}. Make it {limit} or more."),
    too_large: |field, value, limit| format!("{field} is {value}. Make it {limit} or less."),
    not_positive: |field, value| format!("{field} is {value}. Make it more than 0."),
    not_whole: |field, value| format!("{field} is {value}. Make it a whole number."),
    too_many_entries: |field, value, entries, limit| {
        format!(
            "With {field} at {value} it takes {entries} entries, more than the {limit} that are calculated. \
             Lower the target, or raise a rate or the deal size."
        )
    },
    too_much_volume: |field, value, limit| {
        format!(
            "With {field} at {value} a month has more than {limit} entries. Lower the budget or raise the CPA."
        )
    },
    nobody_counted: |field, value, channel| {
        format!(
            "With {field} at {value} nobody reaches the stage at which {channel} is counted. \
             Raise the rate, or count the channel where it enters."
        )
    },
    no_season: |field, value| {
        format!("With {field} at {value} every month of the period is 0%. Keep one month above 0%.")
    },
    no_range: |field, value| {
        format!(
            "{field} at {value} makes no range. Type two rates between 0% and 100%, the smaller one first."
        )
    },
    out_of_reach: |field, value, [freed, limit, count], is_too_small| {
        let side = if is_too_small { "more" } else { "less" };
        format!("{field} cannot be {value}, even with {freed} at {limit}. Make it {count} or {side}.")
    },
    refused: |field, value| format!("{field} cannot be {value}. The last good number stands."),
};
