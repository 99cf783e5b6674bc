//! What a reader of an article does: open the page, change a number, read the answer, on any device.

use crate::record::record;
use crate::support::browser::{Browser, DESK, PHONE, SMALL_PHONE};
use crate::support::report::assert_strip;
use crate::support::site::Site;
use fantoccini::key::Key;
use gyakusan::text::Language;
use gyakusan_engine::plan::{Money, Plan};
use serde_json::json;

const DEFAULT_PLAN: &str = include_str!("../../engine/plans/default.json");

/// Keeps what the content security policy refused, from the start on.
const NO_VIOLATION: &str = "return performance.getEntriesByType('resource').every(e => e.name.startsWith(location.origin) || e.name.startsWith('blob:'))";

#[tokio::test]
async fn the_page_opens_answered() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    assert_eq!(browser.text("h1").await, "売上1億円には、年534件のリードが必要です。");
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
    browser.wait_for_odds().await;
    assert_strip(&browser, &default_plan(), Language::Ja).await;
    assert_eq!(browser.run(NO_VIOLATION).await, json!(true), "nothing is asked of another origin");
    assert_eq!(browser.run("return document.cookie").await, json!(""));
    record("silence", &["0".to_owned()]);
}

#[tokio::test]
async fn the_static_first_view_says_what_the_live_one_says() {
    // The program never arrives, so what is read is what index.html itself holds.
    let site = Site::start();
    let html =
        std::fs::read_to_string(format!("{}/index.html", std::env::var("GYAKUSAN_DIST").expect("a page")));
    let html = html.expect("index.html");
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for_odds().await;
    let cells = ["#chance", "#median", "#required"];
    let mut live = vec![browser.text("h1").await];
    for selector in cells {
        live.push(browser.text(selector).await);
    }
    // The page's own policy lets nobody make a document of a text; a page with nothing in it has none.
    let empty = Browser::blank(DESK).await;
    let read = format!(
        "const page = new DOMParser().parseFromString({}, 'text/html'); \
         return ['h1', ...[2, 3, 4].map(cell => `.strip-cell:nth-child(${{cell}}) .strip-number`)] \
             .map(selector => page.querySelector(selector).textContent)",
        json!(html)
    );
    assert_eq!(empty.run(&read).await, json!(live));
}

#[tokio::test]
async fn a_new_target_is_answered_on_the_keystroke_and_its_odds_are_the_engines() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.type_into("#target", "2億").await;
    assert_eq!(browser.counts().await, ["40", "160", "1,067"]);
    assert_eq!(browser.text("h1").await, "売上2億円には、年1,067件のリードが必要です。");
    browser.wait_for_odds().await;
    let plan = default_plan().edit(|document| document.goal.target = Money::new(2e8).expect("an amount"));
    assert_strip(&browser, &plan.expect("a plan"), Language::Ja).await;
}

#[tokio::test]
async fn typing_while_the_simulation_runs_ends_with_the_last_plans_figures() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    for text in ["3億", "5000万", "7億", "１２０００万"] {
        browser.type_into("#target", text).await;
    }
    browser.press(Key::Enter).await;
    browser.wait_for_odds().await;
    let plan = default_plan().edit(|document| document.goal.target = Money::new(1.2e8).expect("an amount"));
    assert_strip(&browser, &plan.expect("a plan"), Language::Ja).await;
}

#[tokio::test]
async fn a_bad_number_is_explained_and_the_last_answer_stays() {
    let site = Site::start();
    let browser = Browser::open(&site.address, PHONE).await;
    let rate = ".tree-column:nth-child(4) .tree-rate .field-number";
    browser.type_into(rate, "150").await;
    browser.press(Key::Tab).await;
    let sentence = browser.text(".tree-column:nth-child(4) .field-error").await;
    assert_eq!(sentence, "商談化率が 150% です。100%以下にしてください。");
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
    assert_no_sideways_scroll(&browser).await;
    browser.type_into(rate, "30").await;
    assert_eq!(browser.counts().await, ["20", "80", "267"]);
    assert_eq!(browser.run("return document.querySelector('.field-error')").await, json!(null));
}

#[tokio::test]
async fn the_odds_are_read_as_sentence_drawing_and_table() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.click(".tab:nth-child(2)").await;
    browser.wait_for_odds().await;
    let headline = "この計画どおりにリードを集めても、1億円に届く確率は 45% です。";
    assert_eq!(browser.text("h1").await, headline);
    browser
        .wait_for("the drawing", "return document.querySelector('.histogram-target-label') !== null")
        .await;
    assert_eq!(browser.text(".histogram-target-label").await, "売上目標 1億円");
    let bars = browser
        .run("return document.querySelector('.histogram-reached').getAttribute('d').split('M').length - 1");
    assert!(bars.await.as_u64().expect("a number") > 10);
    browser.click(".figure-toggle").await;
    let rows = browser.run("return document.querySelectorAll('.figure-table tbody tr').length").await;
    assert!(rows.as_u64().expect("a number") > 10);
    // Back is a step of the history.
    browser.run("history.back()").await;
    browser.wait_for("the tree", "return document.querySelector('.tree') !== null").await;
}

#[tokio::test]
async fn another_seed_gives_other_figures_and_the_same_seed_the_same() {
    let site = Site::start();
    let browser = Browser::open(&format!("{}?view=odds", site.address), DESK).await;
    browser.wait_for_odds().await;
    let first = browser.text(".percentiles").await;
    browser.type_into(".run-seed", "2").await;
    browser.press(Key::Enter).await;
    browser.wait_for_odds().await;
    assert_ne!(browser.text(".percentiles").await, first);
    browser.type_into(".run-seed", "1").await;
    browser.press(Key::Enter).await;
    browser.wait_for_odds().await;
    assert_eq!(browser.text(".percentiles").await, first);
}

#[tokio::test]
async fn a_count_is_typed_into_a_rate_solved_for_and_both_taken_back() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.type_into("#count-1", "100").await;
    assert_eq!(browser.counts().await, ["20", "100", "667"]);
    browser.press(Key::Enter).await;
    let notice = "商談数を 100件 に固定しました。受注率が 25% から 20% に変わりました";
    assert_eq!(browser.text(".toast span").await, notice);
    browser.click(".toast .link-button").await;
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
    browser.click(".tree-column:nth-child(3) .tree-rate .lock").await;
    browser
        .wait_for("the answer", "return document.querySelector('.tree .field-answer #factor-1') !== null")
        .await;
    assert_eq!(browser.text("h1").await, "売上1億円に届くのは、受注率が 24.7% のときです。");
    assert_eq!(browser.run("return document.querySelectorAll('.tree .field-answer').length").await, json!(1));
    browser.wait_for("the notice to go", "return document.querySelector('.toast-body') === null").await;
    browser.click(".top-bar-end [aria-label=元に戻す]").await;
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
}

#[tokio::test]
async fn english_is_complete() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.click(".top-bar-end .tool-button[lang]").await;
    browser.wait_for_odds().await;
    assert_eq!(browser.text("h1").await, "¥100M needs 534 leads a year.");
    assert_strip(&browser, &default_plan(), Language::En).await;
    let japanese = "return [...document.querySelectorAll('#app, #app *')].flatMap(e => [...e.childNodes]) \
        .filter(n => n.nodeType === 3 && /[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(n.data)).map(n => n.data)";
    for tab in [1, 2] {
        browser.click(&format!(".tab:nth-child({tab})")).await;
        assert_eq!(browser.run(japanese).await, json!(["逆算", "日本語", "逆算 Gyakusan"]), "tab {tab}");
    }
    assert_eq!(browser.run("return document.documentElement.lang").await, json!("en"));
}

#[tokio::test]
async fn without_workers_the_same_figures_come() {
    // A host whose policy admits no workers.
    let site = Site::with(|name, content| {
        if name != "index.html" {
            return content;
        }
        let html = String::from_utf8(content).expect("UTF-8");
        assert!(html.contains("worker-src 'self' blob:"));
        html.replace("worker-src 'self' blob:", "worker-src 'none'").into_bytes()
    });
    let browser = Browser::open(&format!("{}?view=odds", site.address), DESK).await;
    browser.wait_for_odds().await;
    assert_strip(&browser, &default_plan(), Language::Ja).await;
    assert!(browser.text(".run").await.contains("このブラウザでは並列計算を使えないため"));
}

#[tokio::test]
async fn a_program_that_does_not_arrive_leaves_a_readable_page() {
    let site =
        Site::with(|name, content| if name.contains("_bg.") { content[..1000].to_vec() } else { content });
    let failed = Browser::open_without_start(&site.address, PHONE).await;
    failed.wait_for("the panel", "return !document.getElementById('start-failed').hidden").await;
    assert_eq!(failed.text("h1").await, "売上1億円には、年534件のリードが必要です。");
}

#[tokio::test]
async fn nothing_overflows_on_phones() {
    let site = Site::start();
    for screen in [PHONE, SMALL_PHONE] {
        for query in ["", "?view=odds", "?lang=en", "?lang=en&view=odds"] {
            let browser = Browser::open(&format!("{}{query}", site.address), screen).await;
            browser.wait_for_odds().await;
            assert_no_sideways_scroll(&browser).await;
        }
    }
}

fn default_plan() -> Plan {
    Plan::from_json(DEFAULT_PLAN).expect("a plan")
}

async fn assert_no_sideways_scroll(browser: &Browser) {
    assert!(browser.fits_its_width().await, "the page scrolls sideways");
}

#[tokio::test]
async fn the_stages_are_edited_by_keyboard_and_their_editor_stays_open() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    let names = "return [...document.querySelectorAll('.stage-name')].map(input => input.value).join()";
    let press = async |id: &str| {
        browser.run(&format!("document.getElementById('{id}').focus()")).await;
        browser.press(Key::Enter).await;
    };
    browser.fetch_details().await;
    browser.click(".settings summary").await;
    press("stage-1-add").await;
    assert_eq!(browser.run(names).await, json!("リード,MQL,商談,受注"));
    // Four stages take the narrow form of the tree, which must not fold the editor.
    assert_eq!(browser.run("return document.querySelector('.settings details').open").await, json!(true));
    press("stage-1-down").await;
    assert_eq!(browser.run(names).await, json!("リード,商談,MQL,受注"));
    assert_eq!(browser.run("return document.activeElement.id").await, json!("stage-2-up"));
    browser.press(Key::Enter).await;
    assert_eq!(browser.run(names).await, json!("リード,MQL,商談,受注"));
    press("stage-1-remove").await;
    assert_eq!(browser.counts().await, ["20", "80", "534"]);
    browser
        .run(
            "const list = document.querySelector('.stage-row select'); list.value = 'sales'; \
             list.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await;
    let owner = "return document.querySelector('.tree-column:nth-child(4) .tree-count').dataset.owner";
    assert_eq!(browser.run(owner).await, json!("sales"));
}
