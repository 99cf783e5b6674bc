//! The engine's own report, run natively, which the page has to agree with.

use gyakusan::text::Language;
use gyakusan::text::number::{Currency, money, odds, rounded_count};
use gyakusan_engine::plan::Plan;
use gyakusan_engine::report::Report;
use gyakusan_engine::tree::Tree;

use super::browser::Browser;

/// The strip shows what the engine, run natively, says of the same plan.
pub(crate) async fn assert_strip(browser: &Browser, plan: &Plan, language: Language) {
    let report = Report::of_plan(plan).expect("a report");
    let found = report.odds.expect("odds").odds;
    // What the strip counts are arrivals in the first stage, without those who enter later.
    let multiplier = report.confidence.expect("a volume").multiplier;
    let required = Tree::at_multiplier(plan, multiplier).expect("a tree").stages[0].expected;
    let unit = if language == Language::Ja { "件" } else { "" };
    assert_eq!(browser.text("#chance").await, odds(found.probability, language).to_string());
    assert_eq!(browser.text("#median").await, money(found.p50, Currency::JPY, language).to_string());
    assert_eq!(browser.text("#required").await, format!("{}{unit}", rounded_count(required)));
}
