//! What a planner does who weighs plans against each other: keeps one, changes a rate, compares, changes over, takes it back.

use fantoccini::key::Key;
use gyakusan::session::{Edit, Field, ScenarioEdit, Session, StepField};
use gyakusan::text::Language;
use gyakusan::text::number::odds;
use gyakusan_engine::plan::Plan;
use gyakusan_engine::report::Report;
use serde_json::json;

use crate::support::browser::{Browser, DESK, SMALL_PHONE};
use crate::support::site::Site;

/// The win rate's field in the tree.
const WIN_RATE: &str = "#factor-1";
/// The focused element.
const FOCUS: &str = "return document.activeElement.id";

/// Waits until every scenario has all its trials.
async fn wait_for_scenarios(browser: &Browser, count: usize) {
    let rows = format!("return document.querySelectorAll('.scenario-row').length === {count}");
    browser.wait_for("the scenarios", &rows).await;
    let done = "return document.querySelector('.scenario-row[data-interim]') === null";
    browser.wait_for("their odds", done).await;
}

/// What the engine says of a plan alone.
fn chance(plan: &Plan) -> String {
    let report = Report::of_plan(plan).expect("a report");
    odds(report.odds.expect("odds").odds.probability, Language::Ja).to_string()
}

#[tokio::test]
async fn a_plan_is_kept_compared_made_the_plan_and_taken_back() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for_odds().await;
    browser.click("#compare").await;
    browser.wait_for("the panel", "return document.querySelector('.scenarios') !== null").await;
    assert_eq!(browser.run(FOCUS).await, json!("scenarios"), "the focus goes in");
    browser.click(".scenarios-keep button").await;
    wait_for_scenarios(&browser, 2).await;
    // The volume stays as it was, and the rate rises.
    browser.run("document.querySelector('.tree-count .lock').click()").await;
    browser.type_into(WIN_RATE, "40").await;
    browser.press(Key::Enter).await;
    browser.wait_for_odds().await;
    wait_for_scenarios(&browser, 2).await;
    browser
        .wait_for(
            "the finding",
            "return document.querySelector('.scenarios-findings').textContent.startsWith('B は A より')",
        )
        .await;

    let mut session = Session::new(Language::Ja);
    session.edit(Edit::Scenario(ScenarioEdit::Keep));
    session.edit(Edit::Solve(gyakusan::session::Wanted::Revenue));
    session.type_into(Field::Step(2, StepField::Rate), "40");
    let kept = &session.scenarios()[0].document.plan;
    assert_eq!(browser.text(".scenario-row:nth-child(1) .range-chance").await, chance(session.plan()));
    assert_eq!(browser.text(".scenario-row:nth-child(2) .range-chance").await, chance(kept));

    // B is made the plan, and the plan before is kept in its place.
    browser.click(".scenario-more").await;
    browser.click(".scenario-action").await;
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
    browser.click(".scenarios-offer button").await;
    wait_for_scenarios(&browser, 2).await;
    let name = "return document.querySelector('#scenario-0').value";
    assert_eq!(browser.run(name).await, json!("受注率を40%に ・ 答えを売上に"));
    // Both steps are taken back.
    browser.press_with_control('z').await;
    browser.press_with_control('z').await;
    assert_eq!(browser.run(name).await, json!("最初の計画"));
    assert_eq!(browser.run(&format!("return document.querySelector('{WIN_RATE}').value")).await, json!("40"));
    // A name is typed, and one that was not meant is taken back; then the panel closes and the focus comes back.
    browser.type_into("#scenario-0", "控えめ").await;
    browser.press(Key::Enter).await;
    browser.wait_for("the name", "return document.querySelector('#scenario-0').title === '控えめ'").await;
    browser.type_into("#scenario-0", "ちがう").await;
    browser.press(Key::Escape).await;
    assert_eq!(browser.run(name).await, json!("控えめ"));
    browser.press(Key::Escape).await;
    browser.wait_for("the end", "return document.querySelector('.scenarios') === null").await;
    assert_eq!(browser.run(FOCUS).await, json!("compare"), "the focus comes back");
}

#[tokio::test]
async fn scenarios_fill_a_small_screen_and_nothing_scrolls_sideways() {
    let site = Site::start();
    let browser = Browser::open(&site.address, SMALL_PHONE).await;
    browser.click("#compare").await;
    browser.wait_for("the panel", "return document.querySelector('.scenarios') !== null").await;
    browser.click(".scenarios-keep button").await;
    wait_for_scenarios(&browser, 2).await;
    let whole = "const box = document.querySelector('.scenarios').getBoundingClientRect(); \
        return box.left === 0 && box.top === 0 && box.width === innerWidth && box.height === innerHeight";
    assert_eq!(browser.run(whole).await, json!(true));
    assert!(browser.fits_its_width().await);
}
