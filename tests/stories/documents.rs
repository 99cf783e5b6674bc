//! What becomes of a plan: it is saved, shared, taken over from another window, exported, and there without a network.

use std::sync::atomic::{AtomicBool, Ordering};

use gyakusan::document::{Document, Workbook};
use gyakusan::session::{Field, Session};
use gyakusan::share::{PlanFile, link};
use gyakusan::text::Language;
use gyakusan_engine::plan::Plan;
use serde_json::json;

use crate::support::browser::{Browser, DESK};
use crate::support::report::assert_strip;
use crate::support::site::Site;

/// What the target is.
const TARGET: &str = "return document.querySelector('#target').value";
/// How many plans are saved.
const SAVED: &str =
    "return Object.keys(localStorage).filter(name => name.startsWith('gyakusan.plan.')).length";
/// Whether what was typed is saved and stands in the address.
const IS_KEPT: &str = "return location.hash.startsWith('#p=') && Object.keys(localStorage).length > 1";

/// The document with another target.
fn document(target: &str) -> Document {
    let mut session = Session::new(Language::Ja);
    session.type_into(Field::Target, target);
    session.commit(Field::Target);
    Document { plan: session.plan().clone(), workbook: Workbook::default() }
}

fn fragment(target: &str) -> String {
    link::encode(&document(target)).expect("a link").fragment
}

/// Types a target and waits until it is kept.
async fn keep(browser: &Browser, target: &str) {
    browser.type_into("#target", target).await;
    browser.wait_for("saving", IS_KEPT).await;
    let expected = fragment(target);
    browser.wait_for("the address", &format!("return location.hash === '{expected}'")).await;
}

/// The names in the menu of saved plans.
async fn names(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.library-name')].map(name => name.firstChild.data)";
    serde_json::from_value(browser.run(script).await).expect("names")
}

#[tokio::test]
async fn a_plan_is_there_again_and_its_link_gives_the_same_digits() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    keep(&browser, "2億").await;
    browser.goto(&site.address).await;
    assert_eq!(browser.run(TARGET).await, json!("2億"));
    assert_eq!(browser.run(SAVED).await, json!(1));
    browser.wait_for_odds().await;
    assert_strip(&browser, &document("2億").plan, Language::Ja).await;

    // Somebody else opens the link, out of a message that ends with a full stop.
    let other = Browser::open(&format!("{}?lang=en{}。", site.address, fragment("2億")), DESK).await;
    other.wait_for("the plan of the link", "return document.querySelector('.arrival') !== null").await;
    other.wait_for_odds().await;
    assert_strip(&other, &document("2億").plan, Language::En).await;
    assert_eq!(other.run(SAVED).await, json!(0), "looking at a plan saves nothing");
}

#[tokio::test]
async fn a_link_is_opened_beside_what_is_saved() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    keep(&browser, "2億").await;
    let visit = format!("{}{}", site.address, fragment("3億"));
    for (place, saved) in [(2, 1), (1, 2)] {
        browser.goto("about:blank").await;
        browser.goto(&visit).await;
        browser.wait_for("the plan of the link", "return document.querySelector('.arrival') !== null").await;
        assert_eq!(browser.run(TARGET).await, json!("3億"));
        assert_eq!(browser.run(SAVED).await, json!(1));
        // Neither another view nor a reload makes it the reader's own.
        browser.run("document.querySelectorAll('.tabs a')[1].click()").await;
        browser.run("window.isOld = true; location.reload()").await;
        browser
            .wait_for(
                "the plan of the link again",
                "return window.isOld === undefined && document.querySelector('.arrival') !== null",
            )
            .await;
        browser.run("document.querySelector('.tabs a').click()").await;
        browser.wait_for("the plan", "return document.querySelector('#target') !== null").await;
        browser.click(&format!(".arrival button:nth-of-type({place})")).await;
        browser.wait_for("the answer", "return document.querySelector('.arrival') === null").await;
        assert_eq!(browser.run(TARGET).await, json!(if place == 2 { "2億" } else { "3億" }));
        assert_eq!(browser.run(SAVED).await, json!(saved));
    }
    // A link that is cut off leaves the own plan where it is.
    browser.goto("about:blank").await;
    browser.goto(&visit[..visit.len() - 4]).await;
    browser.wait_for("the sentence", "return document.querySelector('.arrival') !== null").await;
    assert!(browser.text(".arrival").await.contains("コピーし直して"));
    assert_eq!(browser.run(TARGET).await, json!("3億"));
}

#[tokio::test]
async fn the_menus_of_a_plan_that_was_not_changed_know_it() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    // A first visit.
    let own = fragment("1億");
    assert_eq!(browser.open_link().await, [&site.address, own.as_str()].concat());
    assert_eq!(browser.run("return location.hash").await, json!(""), "the address stays");
    // The link is that of the view that is shown.
    browser.run("document.querySelectorAll('.tabs a')[1].click()").await;
    let follows = format!(
        "const link = document.querySelector('#link')?.value; \
         return link?.includes(location.search) && location.search.includes('view=') && link.endsWith('{own}')"
    );
    browser.wait_for("the link of the other view", &follows).await;
    // A plan that was saved before.
    browser.goto(&site.address).await;
    keep(&browser, "2億").await;
    browser.goto("about:blank").await;
    browser.goto(&site.address).await;
    assert!(browser.open_link().await.ends_with(&fragment("2億")));
    browser.click(".top-bar-start summary").await;
    assert_eq!(names(&browser).await.len(), 1);
    // A link of somebody else, which stays one that was followed.
    browser.goto("about:blank").await;
    browser.goto(&format!("{}{}", site.address, fragment("3億"))).await;
    browser.wait_for("the plan of the link", "return document.querySelector('.arrival') !== null").await;
    assert!(browser.open_link().await.ends_with(&fragment("3億")));
    assert_eq!(browser.run(SAVED).await, json!(1));
    browser.run("window.isOld = true; location.reload()").await;
    let again = "return window.isOld === undefined && document.querySelector('.arrival') !== null";
    browser.wait_for("the plan of the link again", again).await;
}

#[tokio::test]
async fn plans_are_copied_deleted_and_put_back() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    keep(&browser, "2億").await;
    browser.click(".top-bar-start summary").await;
    let name = names(&browser).await;
    browser.click(".library-row .tool-button").await;
    browser.wait_for("the copy", "return document.querySelectorAll('.library-row').length === 2").await;
    assert_eq!(names(&browser).await, [format!("{} のコピー", name[0]), name[0].clone()]);
    browser.run("document.querySelector('[aria-current] .tool-button:last-child').click()").await;
    browser.wait_for("one plan", "return document.querySelectorAll('.library-row').length === 1").await;
    assert_eq!(names(&browser).await, name);
    browser.run("document.querySelector('.toast button').click()").await;
    browser.wait_for("both", "return document.querySelectorAll('.library-row').length === 2").await;
    assert_eq!(browser.run(SAVED).await, json!(2));
    assert_eq!(browser.run(TARGET).await, json!("2億"));
}

#[tokio::test]
async fn two_windows_lose_nothing() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    keep(&browser, "2億").await;
    let first = browser.window().await;
    let second = browser.open_window(&site.address).await;
    assert_eq!(browser.run(TARGET).await, json!("2億"));
    // It hears of the first one's changes as long as it has none of its own.
    browser.switch_to(&first).await;
    keep(&browser, "3億").await;
    browser.switch_to(&second).await;
    browser
        .wait_for("the other window's plan", "return document.querySelector('#target').value === '3億'")
        .await;
    // Now it does not hear, as if both had typed at the same moment.
    browser.run("Object.defineProperty(StorageEvent.prototype, 'key', { get: () => null })").await;
    browser.switch_to(&first).await;
    keep(&browser, "4億").await;
    browser.switch_to(&second).await;
    browser.type_into("#target", "5億").await;
    browser.wait_for("two plans", &SAVED.replace("return ", "return 2 === ")).await;
    browser
        .wait_for("its name", "return document.querySelector('#plan-name').value.endsWith('（この窓の分）')")
        .await;
    assert_eq!(browser.run(TARGET).await, json!("5億"));
    browser.switch_to(&first).await;
    assert_eq!(browser.run(TARGET).await, json!("4億"));
}

#[tokio::test]
async fn a_browser_that_saves_nothing_or_has_no_room_keeps_the_plan_in_its_address() {
    for refusal in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    ] {
        let site = Site::with_script(refusal);
        let browser = Browser::open(&site.address, DESK).await;
        browser.type_into("#target", "2億").await;
        let expected = fragment("2億");
        browser.wait_for("the address", &format!("return location.hash === '{expected}'")).await;
        browser.click(".top-bar-start summary").await;
        assert!(browser.text(".menu-trouble").await.contains("ファイル"), "{refusal}");
        browser.run("location.reload()").await;
        browser.wait_for("the plan", "return document.querySelector('#target')?.value === '2億'").await;
    }
}

#[tokio::test]
async fn what_is_damaged_or_of_a_newer_page_is_told_and_kept() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    for (text, said) in [("not a record", "読めませんでした"), (r#"{"record":9}"#, "新しい版")] {
        let script = format!(
            "localStorage.setItem('gyakusan.plan.x', {}); localStorage.setItem('gyakusan.current', 'gyakusan.plan.x'); sessionStorage.clear()",
            json!(text)
        );
        browser.run(&script).await;
        browser.goto(&site.address).await;
        browser.wait_for("the sentence", "return document.querySelector('.arrival') !== null").await;
        assert!(browser.text(".arrival").await.contains(said), "{text}");
        browser.type_into("#target", "2億").await;
        browser.wait_for("saving", "return location.hash !== ''").await;
        assert_eq!(browser.run("return localStorage.getItem('gyakusan.plan.x')").await, json!(text));
        browser.run("localStorage.clear(); history.replaceState(null, '', './')").await;
    }
}

#[tokio::test]
async fn a_file_that_is_dropped_opens_and_a_bad_one_says_what_is_wrong() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    let file = PlanFile::from(document("7億")).write();
    for (name, text) in [("seven.gyakusan.json", file.as_str()), ("bad.json", "{\"version\": 1}")] {
        let script = format!(
            "const data = new DataTransfer(); data.items.add(new File([{}], '{name}')); document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}))",
            json!(text)
        );
        browser.run(&script).await;
        if name == "bad.json" {
            browser.wait_for("the sentence", "return document.querySelector('.arrival') !== null").await;
            let said = browser.text(".arrival").await;
            assert!(said.contains("bad.json") && said.contains("period"), "{said}");
        }
        browser.wait_for("the plan", "return document.querySelector('#target').value === '7億'").await;
    }
    assert_eq!(browser.run(SAVED).await, json!(1));
}

#[tokio::test]
async fn everything_that_is_exported_becomes_a_file() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for_details().await;
    browser.wait_for_answers().await;
    browser.click(".top-bar-end summary[aria-label=書き出し]").await;
    let press = |name: &str| {
        format!(
            "[...document.querySelectorAll('.export-row button')].find(button => button.textContent === '{name}').click()"
        )
    };
    for (button, ending, begins) in [
        ("Excel", "xlsx", &b"PK\x03\x04"[..]),
        ("ツリー", "tree.csv", b"\xef\xbb\xbf"),
        ("月ごと", "months.csv", b"\xef\xbb\xbf"),
        ("見通し", "odds.csv", b"\xef\xbb\xbf"),
        ("Markdown", "md", b"# "),
        ("JSON", ".gyakusan.json", b"{\"version\":1"),
        ("SVG", "svg", b"<svg"),
        ("PNG", "png", b"\x89PNG"),
    ] {
        browser.run(&press(button)).await;
        let content = browser.downloaded(ending).await;
        assert!(content.starts_with(begins), "{button}");
    }
    browser.run(&press("CSV")).await;
    let trials = browser.downloaded("trials.csv").await;
    let lines = String::from_utf8(trials).expect("text").lines().count();
    assert_eq!(lines, 100_001, "a heading and every trial");
    let file = browser.downloaded(".gyakusan.json").await;
    let text = String::from_utf8(file).expect("text");
    let default = Plan::from_json(include_str!("../../engine/plans/default.json")).expect("a plan");
    assert_eq!(PlanFile::read(&text).expect("a plan").document.plan, default);
}

#[tokio::test]
async fn the_printed_summary_is_one_page() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for_details().await;
    browser.wait_for_answers().await;
    // Headless browsers ask nobody for a printer: the page is kept as it is when it goes there.
    browser
        .run("print = () => { const page = document.body.lastChild.cloneNode(true); setTimeout(() => { document.body.append(page); document.documentElement.dataset.prints = 'true'; }, 50); }")
        .await;
    browser.click(".top-bar-end summary[aria-label=書き出し]").await;
    browser.run("[...document.querySelectorAll('.export-row button')].find(button => button.textContent === '印刷・PDF').click()").await;
    browser.wait_for("the page", "return document.querySelector('body > .print-page') !== null && document.documentElement.dataset.prints === 'true'").await;
    let said = browser.run("return document.querySelector('.print-page').textContent").await;
    let said = said.as_str().expect("a text");
    assert!(said.contains("534") && said.contains("45%") && said.contains("25%"), "{said}");
    assert_eq!(browser.printed_pages().await, 1);
}

#[tokio::test]
async fn the_page_works_without_a_network_after_the_first_visit() {
    static IS_DOWN: AtomicBool = AtomicBool::new(false);
    let site = Site::with(|_, content| if IS_DOWN.load(Ordering::Relaxed) { Vec::new() } else { content });
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for("the service worker", "return navigator.serviceWorker.controller !== null").await;
    IS_DOWN.store(true, Ordering::Relaxed);
    browser.goto(&format!("{}?view=plan&lang=ja", site.address)).await;
    browser.fetch_details().await;
    browser.type_into("#target", "2億").await;
    browser.wait_for_odds().await;
    assert_strip(&browser, &document("2億").plan, Language::Ja).await;
    browser.click(".top-bar-end summary[aria-label=書き出し]").await;
}

#[tokio::test]
async fn a_newer_edition_is_announced_and_waits_for_the_reader() {
    static IS_NEWER: AtomicBool = AtomicBool::new(false);
    let site = Site::with(|name, content| {
        let mut content = content;
        if name == "service-worker.js" && IS_NEWER.load(Ordering::Relaxed) {
            content.extend(b"\n// newer");
        }
        content
    });
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for("the service worker", "return navigator.serviceWorker.controller !== null").await;
    keep(&browser, "2億").await;
    browser.run("window.isOld = true").await;
    IS_NEWER.store(true, Ordering::Relaxed);
    browser.run("navigator.serviceWorker.getRegistration().then(found => found.update())").await;
    browser.wait_for("the announcement", "return !document.querySelector('#newer-edition').hidden").await;
    browser.type_into("#target", "3億").await;
    assert_eq!(browser.run("return window.isOld").await, json!(true), "nobody's work is interrupted");
    browser.run("document.querySelector('#newer-edition button').click()").await;
    browser
        .wait_for(
            "the new edition",
            "return window.isOld === undefined && document.documentElement?.dataset.started === 'true'",
        )
        .await;
    assert_eq!(browser.run(TARGET).await, json!("3億"));
}
