//! What departments do who agree: tick what is ready, write what a word means, take it back, come again, print.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::browser::{Browser, DESK, SMALL_PHONE};
use crate::support::site::Site;

/// What a lead is: the text, and its field.
const MEANING: &str = "#agreed-0-0-1";
/// An item that no plan has by itself.
const ITEM: &str = "#agreed-11-14-0";

async fn open(browser: &Browser) {
    browser.click(".tab[href='?view=agree']").await;
    browser.wait_for("the sheet", "return document.querySelector('.agree-sheet') !== null").await;
}

#[tokio::test]
async fn what_is_agreed_is_typed_taken_back_and_kept() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    browser.run("document.querySelectorAll('.check-list').forEach(list => list.open = true)").await;
    browser.click(ITEM).await;
    browser
        .wait_for(
            "the tick",
            "return document.querySelectorAll('.check-progress')[1].textContent === '1 / 15'",
        )
        .await;
    let value = format!("return document.querySelector('{MEANING}').value");
    let usual = browser.run(&value).await;
    browser.type_into(MEANING, "名刺をもらった人").await;
    browser.press(Key::Tab).await;
    browser.press_with_control('z').await;
    assert_eq!(browser.run(&value).await, usual, "one step takes back what was typed in one go");
    browser.type_into(MEANING, "展示会で会った人").await;
    browser.press(Key::Tab).await;
    let saved = "return Object.values(localStorage).some(text => text.includes('展示会で会った人'))";
    browser.wait_for("saving", saved).await;
    // Loaded anew, everything is there again.
    browser.goto(&format!("{}?view=agree", site.address)).await;
    browser.wait_for("the sheet", "return document.querySelector('.agree-sheet') !== null").await;
    assert_eq!(browser.run(&value).await, json!("展示会で会った人"));
    assert_eq!(browser.run(&format!("return document.querySelector('{ITEM}').checked")).await, json!(true));
}

#[tokio::test]
async fn what_is_agreed_prints_on_two_sheets_at_most() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    // The print dialog holds the page up; what it would print is printed here.
    browser
        .run("window.print = () => { window.printed = document.querySelector('.print-page').outerHTML }")
        .await;
    browser.click(".agree-actions button").await;
    let keep = "document.body.insertAdjacentHTML('beforeend', window.printed); \
        document.documentElement.dataset.prints = 'true'";
    browser.run(keep).await;
    let pages = browser.printed_pages().await;
    assert!((1..=2).contains(&pages), "{pages} pages");
}

#[tokio::test]
async fn it_fits_a_small_screen() {
    let site = Site::start();
    let browser = Browser::open(&site.address, SMALL_PHONE).await;
    open(&browser).await;
    assert!(browser.fits_its_width().await);
}
