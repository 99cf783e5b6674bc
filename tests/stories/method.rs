//! A reader who wants to know: how it is calculated, with the own plan's figures, and whether it is right on this machine.

use fantoccini::key::Key;
use serde_json::json;

use crate::record::record;
use crate::support::browser::{Browser, DESK, PHONE, SMALL_PHONE};
use crate::support::site::Site;

const IS_HERE: &str = "return document.querySelector('#method-check') !== null";
/// The outcomes, case by case, as they are read.
const OUTCOMES: &str =
    "return [...document.querySelectorAll('#method-check tbody tr')].map(row => row.children[1].textContent)";

/// Follows the link at the foot of the page.
async fn open(browser: &Browser) {
    browser.click(".page-footer a[href='?view=method']").await;
    browser.wait_for("the method", IS_HERE).await;
}

#[tokio::test]
async fn a_reader_follows_the_own_figures_and_checks_this_machine() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.type_into("#target", "2億").await;
    browser.press(Key::Enter).await;
    browser.wait_for_odds().await;
    open(&browser).await;
    assert_eq!(browser.text("h1").await, "どう計算しているか、どこまで確かか");
    assert!(browser.run("return location.search").await.as_str().expect("a query").contains("view=method"));
    let steps = browser.text("#method-steps").await;
    for equation in
        ["2億円 ÷ 500万円 = 40件", "40件 ÷ 25% = 160件", "160件 ÷ 15% = 1,066.7件 → 切り上げ 1,067件"]
    {
        assert!(steps.contains(equation), "{equation} in {steps}");
    }
    let trial = browser.text("#method-trial").await;
    for figure in ["Beta(α = 18, β = 102)", "Beta(α = 20, β = 60)", "100,000回のうち"] {
        assert!(trial.contains(figure), "{figure} in {trial}");
    }
    // A target that is typed into the strip changes what is worked through.
    browser.type_into("#strip-target", "1億").await;
    browser.press(Key::Enter).await;
    browser
        .wait_for(
            "the own figures",
            "return document.querySelector('#method-steps').textContent.includes('533.3件 → 切り上げ 534件')",
        )
        .await;
    assert_eq!(browser.run(OUTCOMES).await, json!(vec![""; 15]), "nothing is said before it is checked");
    // By keyboard: the button is reached and pressed, and stays where it is.
    browser.run("document.querySelector('#method-switch').focus()").await;
    browser.press(Key::Enter).await;
    let done = "return document.querySelector('.method-actions').dataset.outcome !== undefined";
    browser.wait_for("the end of the check", done).await;
    assert_eq!(browser.run(OUTCOMES).await, json!(vec!["合う"; 15]));
    assert_eq!(browser.text(".method-state").await, "15件すべて合いました。");
    assert!(browser.text(".toast").await.contains("15件すべて合いました。"), "it is announced");
    let focused = browser.run("return document.activeElement.id").await;
    assert_eq!(focused, json!("method-switch"), "the focus stays");
    record("self_check", &["15".to_owned(), "15".to_owned()]);
}

#[tokio::test]
async fn a_check_is_stopped_and_run_again_in_english() {
    let site = Site::start();
    let browser = Browser::open(&format!("{}?view=method&lang=en", site.address), PHONE).await;
    browser.wait_for("the method", IS_HERE).await;
    assert_eq!(browser.text("h1").await, "How it is calculated, and how far to trust it");
    browser.click("#method-switch").await;
    browser
        .wait_for("the button", "return document.querySelector('#method-switch').textContent === 'Stop'")
        .await;
    browser.click("#method-switch").await;
    browser
        .wait_for(
            "the end",
            "return document.querySelector('.method-state').textContent === 'The check was stopped.'",
        )
        .await;
    browser.click("#method-switch").await;
    browser
        .wait_for("the end", "return document.querySelector('.method-state').textContent === 'All 15 agree.'")
        .await;
    // What was never measured is told as such, and every promise says which of the three it is.
    let words = browser
        .run("return [...new Set([...document.querySelectorAll('#method-promises .method-outcome')].map(e => e.textContent))].sort()")
        .await;
    let known = json!(["Kept", "Not measured yet", "Not there yet"]);
    let words = words.as_array().expect("words").clone();
    assert!(
        !words.is_empty() && words.iter().all(|word| known.as_array().expect("a list").contains(word)),
        "{words:?}"
    );
    assert!(browser.text("#method-access").await.contains("Known gaps"));
}

#[tokio::test]
async fn it_fits_a_small_screen_and_is_found_from_the_odds() {
    let site = Site::start();
    let browser = Browser::open(&format!("{}?view=odds", site.address), SMALL_PHONE).await;
    let link = ".figures a[href='?view=method']";
    browser.wait_for("the link", &format!("return document.querySelector(\"{link}\") !== null")).await;
    browser.wait_for_answers().await;
    browser.click(link).await;
    browser.wait_for("the method", IS_HERE).await;
    assert!(browser.fits_its_width().await);
}
