//! The phrases in English.

use std::cmp::Ordering;

use super::Sentence;
use super::words::{
    ChannelWords, ErrorWords, LegendWords, OddsWords, RunWords, ShellWords, StripWords, TreeWords, Words,
};

pub(super) const WORDS: Words = Words {
    shell: ShellWords {
        title: "Gyakusan — work backwards from a revenue target to leads",
        skip: "Skip to content",
        views: "Views",
        plan: "Plan",
        odds: "Odds",
        other_language: "日本語",
        switch_language: "日本語に切りかえる",
        theme_system: "Theme: follows the system. Press for light",
        theme_light: "Theme: light. Press for dark",
        theme_dark: "Theme: dark. Press to follow the system",
        privacy: "What you type stays on this device",
    },
    strip: StripWords {
        region: "Target and outlook",
        target: |months| format!("Revenue target ({})", span(months)),
        target_short: "Target",
        odds: ["Chance of reaching it", "Chance"],
        median: ["Likely result (P50)", "P50"],
        required: |confidence, count| format!("{count} needed for {confidence}"),
        required_short: |confidence| format!("For {confidence}"),
        short_of: |confidence, points| format!("{points} short of the {confidence} mark"),
        above: |confidence| format!("At or above the {confidence} mark"),
        percentiles: |p10, p90| format!("P10 {p10} – P90 {p90}"),
        plan_has: |count| format!("The plan has {count}"),
        unreachable: "No volume is enough",
        pending: "Calculating",
    },
    tree: TreeWords {
        region: "KPI tree",
        headline: |target, count, stage, months| {
            let answer = format!("{count} {}", lower(stage));
            Sentence::plain(format!("{target} needs ")).answer(answer).then(format!(" {}.", within(months)))
        },
        headline_forward: |entries, goal, months| {
            let plain = format!("{entries} entries {} bring ", within(months));
            Sentence::plain(plain).answer(goal).then(" of revenue.")
        },
        headline_reached: |target| Sentence::plain(format!("What is fixed already reaches {target}.")),
        headline_zero_rate: |target, rate| {
            Sentence::plain(format!("{rate} is 0%, so no number of entries reaches {target}."))
        },
        headline_zero_value: |target| {
            Sentence::plain(format!("The average deal is 0, so no number of deals reaches {target}."))
        },
        headline_zero_volume: |target| {
            Sentence::plain(format!("No channel has a budget, so {target} is out of reach."))
        },
        lead: "Change any boxed number. The answer is recalculated in place.",
        legend: [
            LegendWords { before: "You\u{a0}", always: "type", after: "" },
            LegendWords { before: "", always: "Computed", after: "" },
            LegendWords { before: "", always: "Answer", after: "" },
        ],
        answer: "Answer",
        revenue: "Revenue",
        deal_value: "Average deal",
        separator: " · ",
        count_unit: "",
        period: |(year, month), (last_year, last_month)| {
            format!("{} {year} – {} {last_year}", month_name(month), month_name(last_month))
        },
        per_month: |count| format!("{count} / mo"),
        exactly: |count| format!("Exactly {count}"),
        range: |range| format!("Range {range}"),
        no_range: "No range (taken as certain)",
        typical: |range, place| format!("Typical {range}{}", arrow(place)),
        typical_source: |source| format!("Source: {source}. Varies by trade, price and process"),
        evidence: |count| format!("From {count}"),
        shared: "Shared",
        departments: ["Marketing", "Inside sales", "Sales", "CS"],
    },
    channels: ChannelWords {
        title: "Channels",
        name: "Channel",
        budget: "Budget/mo",
        cost: "CPA",
        entries: "Leads/mo",
        actions: "Actions",
        name_label: "Channel name",
        budget_label: |channel| format!("Monthly budget of {channel}"),
        cost_label: |channel| format!("CPA of {channel}"),
        remove: |channel| format!("Remove {channel}"),
        total: "Total",
        add: "Add channel",
        new_name: "New channel",
        typical: |range| format!("Typical CPA {range}"),
        enough: |supply, required, spare, months| {
            let plain = format!("{supply} {} against {required}: ", within(months));
            Sentence::plain(plain).strong(format!("{spare} to spare"))
        },
        short: |supply, required, missing, months, price| {
            let plain = format!("{supply} {} against {required}: ", within(months));
            let sentence = Sentence::plain(plain).strong(format!("{missing} short"));
            match price {
                Some(price) => sentence.then(format!(". {price} a month more closes the gap")),
                None => sentence,
            }
        },
    },
    odds: OddsWords {
        headline: |target, chance, stage| {
            let plain = format!("With exactly these {}, the chance of reaching {target} is ", lower(stage));
            Sentence::plain(plain).answer(chance).then(".")
        },
        pending: "Working out the odds.",
        more: |confidence, stage, from, to| {
            let plain = format!("For {confidence}, raise {} from {from} to ", lower(stage));
            Sentence::plain(plain).strong(to)
        },
        more_cost: |from, to| format!(" (ad budget {from} → {to} a month)"),
        fewer: |confidence, stage, from, to| {
            let plain = format!("If {confidence} is enough, {} can go from {from} to ", lower(stage));
            Sentence::plain(plain).strong(to)
        },
        unreachable: |confidence, chance| {
            let plain = format!("Volume alone does not give {confidence}: a thousand times as much gives ");
            Sentence::plain(plain).strong(chance).then(". Look at the rates or the deal size.")
        },
        histogram: |range| format!("8 times in 10, revenue lands within {range}"),
        histogram_reading: |trials, width| {
            format!("Up: share of {trials} draws in each {width} step / Across: revenue of the period")
        },
        target: |target| format!("Target {target}"),
        missed: "miss",
        reached: "reach",
        percentiles: "P10 means 1 time in 10 it is this or less, P90 that 1 time in 10 it is more.",
        table: "Table",
        figure: "Chart",
        revenue: "Revenue",
        share: "Share",
        between: |from, to| format!("{from} to under {to}"),
        at_least: |from| format!("{from} or more"),
    },
    run: RunWords {
        done: |trials| format!("{trials} draws done"),
        running: |done, all| Sentence::plain("Running ").strong(done).then(format!(" / {all}")),
        progress: "Progress",
        stop: "Stop",
        stopped: |trials| format!("Stopped at {trials}"),
        resume: "Go on",
        error: |points| format!("Error of the chance ±{points}"),
        seed: "Seed",
        no_workers: "This browser runs no workers; the page calculates between its other tasks",
    },
    errors: ErrorWords {
        empty: |field| format!("{field} is empty. Type a number."),
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
        refused: |field, value| format!("{field} cannot be {value}. The last good number stands."),
    },
};

fn span(months: usize) -> String {
    match months {
        12 => "year".to_owned(),
        1 => "month".to_owned(),
        months => format!("{months} months"),
    }
}

fn within(months: usize) -> String {
    match months {
        12 => "a year".to_owned(),
        1 => "in a month".to_owned(),
        months => format!("in {months} months"),
    }
}

/// A name inside a sentence: Leads → leads, but MQLs stays.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[usize::from(month - 1) % 12]
}

fn arrow(place: Ordering) -> &'static str {
    match place {
        Ordering::Less => " ↓",
        Ordering::Equal => "",
        Ordering::Greater => " ↑",
    }
}
