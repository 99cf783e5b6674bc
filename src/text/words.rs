//! Every phrase of the page, as the shape that both languages fill in.
//!
//! Figures come in written (`&str`); a phrase only puts them in their place. Where a phrase takes several figures, its
//! parameters stand in the order of the comment.

use super::Sentence;

/// Every phrase of the page in one language.
#[derive(Debug)]
pub struct Words {
    /// Top bar and footer.
    pub shell: ShellWords,
    /// The strip of four figures.
    pub strip: StripWords,
    /// The tree.
    pub tree: TreeWords,
    /// The channel table.
    pub channels: ChannelWords,
    /// The view of the odds.
    pub odds: OddsWords,
    /// The state of the simulation.
    pub run: RunWords,
    /// What is wrong with an input.
    pub errors: ErrorWords,
}

/// Top bar and footer.
#[derive(Debug)]
pub struct ShellWords {
    /// The page's title in the browser.
    pub title: &'static str,
    /// Jumps past the top bar.
    pub skip: &'static str,
    /// Names the views' tabs.
    pub views: &'static str,
    /// The view of the tree.
    pub plan: &'static str,
    /// The view of the odds.
    pub odds: &'static str,
    /// Names the other language, short.
    pub other_language: &'static str,
    /// Switches to the other language, said in that language.
    pub switch_language: &'static str,
    /// Theme button while the system decides.
    pub theme_system: &'static str,
    /// Theme button while the page is light.
    pub theme_light: &'static str,
    /// Theme button while the page is dark.
    pub theme_dark: &'static str,
    /// Nothing leaves this device.
    pub privacy: &'static str,
}

/// The strip of four figures.
#[derive(Debug)]
pub struct StripWords {
    /// Names the strip.
    pub region: &'static str,
    /// Target of a period: number of months.
    pub target: fn(usize) -> String,
    /// The same where space is short.
    pub target_short: &'static str,
    /// Chance of reaching the target, long and short.
    pub odds: [&'static str; 2],
    /// Median of the outcomes, long and short.
    pub median: [&'static str; 2],
    /// First-stage count needed: confidence, the count's name.
    pub required: fn(&str, &str) -> String,
    /// The same where space is short: confidence.
    pub required_short: fn(&str) -> String,
    /// Short of the confidence: confidence, points.
    pub short_of: fn(&str, &str) -> String,
    /// At or above the confidence: confidence.
    pub above: fn(&str) -> String,
    /// Percentiles: p10, p90.
    pub percentiles: fn(&str, &str) -> String,
    /// The plan's own count: count with unit.
    pub plan_has: fn(&str) -> String,
    /// No volume gives the confidence.
    pub unreachable: &'static str,
    /// Nothing has come back yet.
    pub pending: &'static str,
}

/// One entry of the legend; the outer parts are left out where space is short.
#[derive(Debug)]
pub struct LegendWords {
    /// Left out on phones.
    pub before: &'static str,
    /// Always shown.
    pub always: &'static str,
    /// Left out on phones.
    pub after: &'static str,
}

/// The tree.
#[derive(Debug)]
pub struct TreeWords {
    /// Names the tree.
    pub region: &'static str,
    /// The finding: target, required count with its unit, name of the stage, months.
    pub headline: fn(&str, &str, &str, usize) -> Sentence,
    /// The finding of a plan that runs forward: entries, goal, months.
    pub headline_forward: fn(&str, &str, usize) -> Sentence,
    /// What is fixed reaches the target alone: target.
    pub headline_reached: fn(&str) -> Sentence,
    /// A rate is zero: target, name of the rate.
    pub headline_zero_rate: fn(&str, &str) -> Sentence,
    /// A deal brings nothing: target.
    pub headline_zero_value: fn(&str) -> Sentence,
    /// No channel brings anybody: target.
    pub headline_zero_volume: fn(&str) -> Sentence,
    /// How to use the tree.
    pub lead: &'static str,
    /// Box = type, grey = computed, yellow = answer.
    pub legend: [LegendWords; 3],
    /// Marks the answer.
    pub answer: &'static str,
    /// The root.
    pub revenue: &'static str,
    /// Mean value of a deal.
    pub deal_value: &'static str,
    /// Between two short notes.
    pub separator: &'static str,
    /// Counts people: 件; empty where the language does without.
    pub count_unit: &'static str,
    /// Months of the period: first and last, each year and month.
    pub period: fn((u16, u8), (u16, u8)) -> String,
    /// Per month: count with unit.
    pub per_month: fn(&str) -> String,
    /// Before rounding: exact count.
    pub exactly: fn(&str) -> String,
    /// Range that holds 9 times in 10.
    pub range: fn(&str) -> String,
    /// Known exactly, so there is no range.
    pub no_range: &'static str,
    /// Benchmark band, and whether the value lies above, below or inside.
    pub typical: fn(&str, std::cmp::Ordering) -> String,
    /// Where the benchmark comes from: source.
    pub typical_source: fn(&str) -> String,
    /// Observed trials that a rate rests on.
    pub evidence: fn(&str) -> String,
    /// A rate that marketing and another department share.
    pub shared: &'static str,
    /// Departments in the order of the plan's owners: marketing, inside sales, sales, customer success.
    pub departments: [&'static str; 4],
}

/// The channel table.
#[derive(Debug)]
pub struct ChannelWords {
    /// Names the table.
    pub title: &'static str,
    /// Column of names.
    pub name: &'static str,
    /// Column of budgets.
    pub budget: &'static str,
    /// Column of costs.
    pub cost: &'static str,
    /// Column of entries.
    pub entries: &'static str,
    /// Column of buttons.
    pub actions: &'static str,
    /// Names a name field.
    pub name_label: &'static str,
    /// Names a budget field: channel.
    pub budget_label: fn(&str) -> String,
    /// Names a cost field: channel.
    pub cost_label: fn(&str) -> String,
    /// Removes a channel: channel.
    pub remove: fn(&str) -> String,
    /// Sums.
    pub total: &'static str,
    /// Adds a channel.
    pub add: &'static str,
    /// Name of a channel just added.
    pub new_name: &'static str,
    /// Typical cost of a lead: range.
    pub typical: fn(&str) -> String,
    /// Supply covers the requirement: supply, required, spare, months.
    pub enough: fn(&str, &str, &str, usize) -> Sentence,
    /// Supply falls short: supply, required, missing, months; then, where it has a price, the monthly budget to add.
    pub short: fn(&str, &str, &str, usize, Option<&str>) -> Sentence,
}

/// The view of the odds.
#[derive(Debug)]
pub struct OddsWords {
    /// The finding: target, chance, what is collected (name of the first stage).
    pub headline: fn(&str, &str, &str) -> Sentence,
    /// Nothing has come back yet.
    pub pending: &'static str,
    /// Volume for the confidence: confidence, name of the first stage, from, to.
    pub more: fn(&str, &str, &str, &str) -> Sentence,
    /// The same with what it costs: monthly budget from, to.
    pub more_cost: fn(&str, &str) -> String,
    /// The plan is beyond the confidence: confidence, name of the first stage, from, to.
    pub fewer: fn(&str, &str, &str, &str) -> Sentence,
    /// No volume gives the confidence: confidence, chance at the limit.
    pub unreachable: fn(&str, &str) -> Sentence,
    /// Title of the histogram: p10 to p90.
    pub histogram: fn(&str) -> String,
    /// How to read the histogram: trials, width of a bin.
    pub histogram_reading: fn(&str, &str) -> String,
    /// Labels the target line: target.
    pub target: fn(&str) -> String,
    /// Share that misses.
    pub missed: &'static str,
    /// Share that reaches.
    pub reached: &'static str,
    /// What percentiles mean.
    pub percentiles: &'static str,
    /// Shows the table.
    pub table: &'static str,
    /// Shows the figure.
    pub figure: &'static str,
    /// Table column: revenue.
    pub revenue: &'static str,
    /// Table column: share.
    pub share: &'static str,
    /// Table row: from, to.
    pub between: fn(&str, &str) -> String,
    /// Table row: at least.
    pub at_least: fn(&str) -> String,
}

/// The state of the simulation.
#[derive(Debug)]
pub struct RunWords {
    /// All trials are done: trials.
    pub done: fn(&str) -> String,
    /// Some are done: done, all.
    pub running: fn(&str, &str) -> Sentence,
    /// Names the progress bar.
    pub progress: &'static str,
    /// Stops.
    pub stop: &'static str,
    /// Stopped: trials.
    pub stopped: fn(&str) -> String,
    /// Goes on.
    pub resume: &'static str,
    /// Standard error: points.
    pub error: fn(&str) -> String,
    /// Names the seed.
    pub seed: &'static str,
    /// The browser runs no workers.
    pub no_workers: &'static str,
}

/// What is wrong with an input: value, limit, way out. The first figure is always the field's name.
#[derive(Debug)]
pub struct ErrorWords {
    /// Nothing typed: field.
    pub empty: fn(&str) -> String,
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
    /// Anything else that the plan does not allow: field, value.
    pub refused: fn(&str, &str) -> String,
}
