//! A planner with actuals: open them, read where the year will land, look at one channel, take the rates over and back.

use gyakusan::text::Language;
use gyakusan::text::number::odds;
use gyakusan_engine::actuals::Actuals;
use gyakusan_engine::plan::Plan;
use gyakusan_engine::report::Forecast;
use serde_json::json;

use crate::support::browser::{Browser, DESK, SMALL_PHONE};
use crate::support::site::Site;

const PLAN: &str = include_str!("../../engine/plans/default.json");
/// Five months of three channels, made up by `--example history -- --seed 4 --months --losses engine/plans/default.json 2026-08`.
const ACTUALS: &str = include_str!("track/actuals.json");
/// Six months of dated prospects of the same plan with delays of 1 and 3 months, the last of which it takes for 2 (`--seed 5 --losses`).
const DATED: &str = include_str!("track/dated.gyakusan.json");

/// A plan file with actuals in it.
fn file() -> String {
    let plan = PLAN.trim_end().strip_suffix('}').expect("an object");
    format!("{plan}, \"actuals\": {ACTUALS} }}")
}

/// Drops a plan file onto the page and shows what its actuals say.
async fn open(browser: &Browser, text: &str) {
    let text = json!(text);
    let drop = format!(
        "const data = new DataTransfer(); data.items.add(new File([{text}], 'year.gyakusan.json')); \
         document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}))"
    );
    browser.run(&drop).await;
    browser
        .wait_for("the landing", "return document.querySelector('#landing:not([data-interim])') !== null")
        .await;
    browser
        .wait_for("what is needed", "return document.querySelectorAll('.track-cards dt').length === 3")
        .await;
}

/// The view without actuals, ready to be dropped onto.
async fn open_empty(screen: (u32, u32), site: &Site) -> Browser {
    let browser = Browser::open(&format!("{}?view=track", site.address), screen).await;
    browser.wait_for("the empty view", "return document.querySelector('.import-drop') !== null").await;
    browser
}

#[tokio::test]
async fn the_landing_is_the_engines_and_rates_are_taken_over_and_back() {
    let site = Site::start();
    let browser = open_empty(DESK, &site).await;
    open(&browser, &file()).await;

    let plan = Plan::from_json(PLAN).expect("a plan");
    let forecast =
        Forecast::of(&plan, &Actuals::from_json(ACTUALS, &plan).expect("actuals")).expect("a forecast");
    let chance = forecast.landing.expect("a landing").odds.probability;
    browser.wait_for_odds().await;
    let headline = browser.text("#track-headline").await;
    assert!(headline.starts_with("5か月目まで"), "{headline}");
    assert!(headline.contains(&odds(chance, Language::Ja).to_string()), "{headline}, {chance}");

    // One channel of one month.
    let first = "return document.querySelector('.track-funnel tbody td:nth-of-type(2)').textContent";
    let all = browser.run(first).await;
    browser.click(".track-choices .track-segments:first-child button:nth-child(2)").await;
    browser.click(".track-choices .track-segments:last-child button:first-child").await;
    browser.wait_for("another count", &format!("{first} !== {all}")).await;
    let pressed = "return document.querySelectorAll('.track-choice[aria-pressed=true]').length";
    assert_eq!(browser.run(pressed).await, json!(2));

    // The same numbers as a table.
    browser.click("#landing .figure-toggle").await;
    let rows = "return document.querySelectorAll('#landing-table tbody tr').length";
    browser.wait_for("the table", "return !document.querySelector('#landing-table').hidden").await;
    assert_eq!(browser.run(rows).await, json!(12));

    // Taken over, said, kept, and taken back.
    let rates =
        "return [...document.querySelectorAll('.track-learned-number')].map(each => each.textContent).join()";
    let learned = browser.run(rates).await;
    browser.click(".track-take .button").await;
    browser.wait_for("the note", "return document.querySelector('.track-taken') !== null").await;
    assert_eq!(browser.run(rates).await, learned, "nothing is learned twice");
    let saved = "return Object.values(localStorage).some(text => text.includes('learned') && text.includes('forecasts'))";
    browser.wait_for("saving", saved).await;
    browser.goto(&format!("{}?view=track", site.address)).await;
    browser
        .wait_for("the landing", "return document.querySelector('#landing:not([data-interim])') !== null")
        .await;
    assert_eq!(browser.run(rates).await, learned);
    assert_eq!(browser.run("return document.querySelector('.track-taken') !== null").await, json!(true));

    // The actuals go, and come back.
    browser.click(".track-source .link-button").await;
    browser.wait_for("the empty view", "return document.querySelector('.import-drop') !== null").await;
    browser.press_with_control('z').await;
    browser.wait_for("the actuals", "return document.querySelector('.track-cards') !== null").await;
}

#[tokio::test]
async fn taking_over_is_one_step() {
    let site = Site::start();
    let browser = open_empty(DESK, &site).await;
    open(&browser, &file()).await;
    browser.click(".track-take .button").await;
    browser.wait_for("the note", "return document.querySelector('.track-taken') !== null").await;
    browser.press_with_control('z').await;
    browser.wait_for("the way back", "return document.querySelector('.track-taken') === null").await;
    assert_eq!(browser.run("return document.querySelector('.track-take') !== null").await, json!(true));
}

#[tokio::test]
async fn dated_prospects_show_delays_and_reasons_on_a_small_screen() {
    let site = Site::start();
    let browser = open_empty(SMALL_PHONE, &site).await;
    assert!(browser.fits_its_width().await);
    open(&browser, DATED).await;
    let parts = "return document.querySelectorAll('.track-subheading').length >= 2 && document.querySelector('.track-lost') !== null";
    browser.wait_for("delays and reasons", parts).await;
    assert!(browser.fits_its_width().await);
    browser.goto(&format!("{}?view=track&lang=en", site.address)).await;
    browser.wait_for("the landing", "return document.querySelector('#landing') !== null").await;
    assert!(browser.fits_its_width().await);
}
