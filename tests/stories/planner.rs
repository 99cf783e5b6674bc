//! What a planner does: a funnel of six stages with delays, pipeline and channels, by hand, without a mouse, on paper.

use fantoccini::key::Key;
use gyakusan::session::{ChannelField, Edit, Field, NewChannel, Session, StageField, StepField, Template};
use gyakusan::text::Language;
use serde_json::json;

use crate::support::browser::{Browser, DESK, PHONE};
use crate::support::report::assert_strip;
use crate::support::site::Site;

/// Unfolds everything below the tree.
const UNFOLD: &str = "document.querySelectorAll('.settings details').forEach(part => { part.open = true; })";

/// Opens the page with its later part.
async fn open(site: &Site, screen: (u32, u32)) -> Browser {
    let browser = Browser::open(&site.address, screen).await;
    browser.fetch_details().await;
    browser.run(UNFOLD).await;
    browser
}

#[tokio::test]
async fn a_funnel_of_six_stages_is_planned_and_its_odds_are_the_engines() {
    let site = Site::start();
    let browser = open(&site, DESK).await;
    browser.click(".template:nth-child(2)").await;
    browser.type_into("#stage-4-delay", "1").await;
    browser.type_into("#stage-5-delay", "2.5").await;
    browser.click(".channels-adds button:nth-child(2)").await;
    let channel =
        browser.run("return document.querySelectorAll('.channel-table .cell-name').length - 1").await;
    browser.type_into(&format!("#channel-{channel}-entries"), "3").await;
    // Who stands in the stage before the won deal when the period starts.
    let opening = "return document.querySelectorAll('.setting-form')[2].querySelectorAll('input')[4].id";
    let opening = browser.run(opening).await;
    browser.type_into(&format!("#{}", opening.as_str().expect("a field")), "12").await;
    browser.press(Key::Enter).await;
    browser.wait_for_odds().await;

    let mut session = Session::new(Language::Ja);
    session.edit(Edit::Template(Template::Funnel));
    session.edit(Edit::AddChannel(NewChannel::Referral));
    let place = session.plan().channels.len() - 1;
    for (field, text) in [
        (Field::Step(4, StepField::Delay), "1"),
        (Field::Step(5, StepField::Delay), "2.5"),
        (Field::Channel(place, ChannelField::Entries), "3"),
        (Field::Stage(4, StageField::Opening), "12"),
    ] {
        session.type_into(field, text);
        session.commit(field);
    }
    assert_strip(&browser, session.plan(), Language::Ja).await;
}

#[tokio::test]
async fn the_keyboard_alone_changes_solves_and_takes_back() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    let focused = "return document.activeElement.id || document.activeElement.className";
    // The first stop jumps past the top bar.
    browser.run("document.body.focus()").await;
    browser.press(Key::Tab).await;
    assert_eq!(browser.run(focused).await, json!("skip-link"));
    browser.press(Key::Enter).await;
    assert_eq!(browser.run(focused).await, json!("main"));
    for _ in 0..40 {
        browser.press(Key::Tab).await;
        if browser.run(focused).await == json!("factor-1") {
            break;
        }
    }
    assert_eq!(browser.run(focused).await, json!("factor-1"), "the win rate comes within forty stops");
    browser.press(Key::Up).await;
    assert_eq!(browser.run("return document.activeElement.value").await, json!("26"));
    assert_eq!(browser.counts().await, ["20", "77", "513"]);
    // The lock beside the number makes it the answer.
    browser.press(Key::Tab).await;
    browser.press(Key::Enter).await;
    browser.wait_for("the answer", "return document.querySelector('.field-answer #factor-1') !== null").await;
    for _ in 0..2 {
        browser.run("document.body.focus()").await;
        browser.press_with_control('z').await;
    }
    browser.wait_for("the first plan", "return document.querySelector('#factor-1').value === '25'").await;
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
}

#[tokio::test]
async fn six_stages_fit_on_a_phone() {
    let site = Site::start();
    let browser = open(&site, PHONE).await;
    browser.click(".template:nth-child(2)").await;
    browser.run(UNFOLD).await;
    browser.wait_for_odds().await;
    assert!(browser.fits_its_width().await, "the page scrolls sideways");
}

#[tokio::test]
async fn each_view_prints_on_one_page() {
    let site = Site::start();
    for view in ["plan", "odds"] {
        let browser = Browser::open(&format!("{}?view={view}", site.address), DESK).await;
        browser.fetch_details().await;
        browser.wait_for_answers().await;
        assert_eq!(browser.printed_pages().await, 1, "{view}");
    }
}
