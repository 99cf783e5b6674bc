//! The later part of the program: fetched when the page is first used, and missed without harm.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::browser::{Browser, DESK};
use crate::support::site::Site;
use fantoccini::key::Key;
use serde_json::json;

/// Whether the later part was asked for.
const FETCHED: &str =
    "return performance.getEntriesByType('resource').some(e => /later-[0-9a-f]{16}\\.wasm$/.test(e.name))";

/// Counts what is asked of workers and what comes back: questions have 5 parts and a kind of at least 2, their answers 4.
const COUNT_ANSWERS: &str = "window.answers = new Set(); const add = Worker.prototype.postMessage; \
    Worker.prototype.postMessage = function (message) { if (!this.heard) { this.heard = true; \
    this.addEventListener('message', ({ data }) => { if (data.length === 4 && data[1] >= 2) answers.add(data[1]); }); } \
    return add.call(this, message); }";

#[tokio::test]
async fn the_details_come_when_the_page_is_first_used() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for_odds().await;
    assert_eq!(browser.run(FETCHED).await, json!(false), "opening the page does not fetch it");
    assert_eq!(browser.text(".later-line").await, "詳しい項目を表示");
    let tree = "return document.querySelector('.tree').getBoundingClientRect().top + scrollY";
    let place = browser.run(tree).await;
    browser.fetch_details().await;
    assert_eq!(browser.run(FETCHED).await, json!(true));
    assert_eq!(browser.run(tree).await, place, "nothing above moves");
    // What the later part shows follows what is typed.
    let season = "return document.querySelector('.calendar-table').textContent";
    let before = browser.run(season).await;
    browser.type_into("#target", "3億").await;
    browser.press(Key::Enter).await;
    assert_ne!(browser.run(season).await, before);
}

#[tokio::test]
async fn workers_answer_every_question_once_the_later_part_is_there() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.run(COUNT_ANSWERS).await;
    browser.wait_for_odds().await;
    browser.click(".tab:nth-child(2)").await;
    browser.wait_for("the answers", "return answers.size === 5").await;
}

#[tokio::test]
async fn without_workers_the_page_answers_every_question_itself() {
    let site = Site::with(|name, content| {
        let text = String::from_utf8_lossy(&content);
        let html =
            (name == "index.html").then(|| text.replace("worker-src 'self' blob:", "worker-src 'none'"));
        html.map_or(content, String::into_bytes)
    });
    let browser = Browser::open(&site.address, DESK).await;
    browser
        .run("window.answers = 0; const call = gyakusanBoot.call; gyakusanBoot.call = (part, way) => { call(part, way); window.answers += Number(way === 'later_answer'); }")
        .await;
    browser.click(".tab:nth-child(2)").await;
    browser.wait_for("the answers", "return answers === 5").await;
}

#[tokio::test]
async fn details_that_do_not_come_are_missed_in_words_and_come_when_asked_again() {
    static FAILS: AtomicBool = AtomicBool::new(true);
    let site = Site::with(|name, content| {
        let fails = name.starts_with("later-") && FAILS.load(Ordering::Relaxed);
        if fails { content[..1000].to_vec() } else { content }
    });
    let browser = Browser::open(&site.address, DESK).await;
    browser.press(Key::Tab).await;
    browser.wait_for("the sentence", "return document.querySelector('.later-line button') !== null").await;
    browser
        .wait_for("the sentence", "return document.querySelector('.later-line').textContent.startsWith('詳しい項目を読み込めませんでした')")
        .await;
    assert_eq!(browser.counts().await, ["20", "80", "534"], "the rest of the page works on");
    browser.type_into("#target", "2億").await;
    assert_eq!(browser.counts().await, ["40", "160", "1,067"]);
    FAILS.store(false, Ordering::Relaxed);
    browser.fetch_details().await;
}
