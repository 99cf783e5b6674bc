//! Texts that want to be more than texts, in every field that takes one, and in files, tables, names and links.

use gyakusan::document::{Document, Workbook};
use gyakusan::share::{PlanFile, link};
use gyakusan_engine::plan::{Name, Plan};
use serde_json::{Value, json};

use crate::record::record;
use crate::support::browser::{Browser, DESK};
use crate::support::site::Site;

const DEFAULT_PLAN: &str = include_str!("../../engine/plans/default.json");

/// What is tried; one more is ten thousand letters.
const TEXTS: [&str; 9] = [
    "<img src=x onerror=hurt()>",
    "\"><script>hurt()</script>",
    "javascript:hurt()",
    "{{constructor.constructor('hurt()')()}}",
    "=HYPERLINK(\"https://example.invalid/?\"&A1,\"press\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u{202e}evil\u{202c}",
    "a\u{0}b",
    "'; DROP TABLE plans; --",
];
const LONG: usize = 10_000;

/// Fields of the plan: selectors in its view.
const PLAN_FIELDS: [&str; 4] = ["#plan-name", "#channel-0-name", "#stage-1-name", "#target"];
/// Fields of the agreement: inputs and areas.
const AGREEMENT_FIELDS: [&str; 5] =
    ["#agreed-0-0-0", "#agreed-0-0-1", "#agreed-4-0-0", "#agreed-5-0-3", "#agreed-12-0-0"];
/// Fields of authors.
const AUTHOR_FIELDS: [&str; 2] = [".author [name=title]", ".author [name=ink]"];

/// What must never be seen, and the function that no text may call.
const HURT: &str = "window.hurts = 0; window.hurt = () => { window.hurts += 1; }; window.alert = hurt;";
const FOUND: &str = "const found = [...document.querySelectorAll('img, script:not([src]), [onerror], [onload], [href^=\"javascript\" i], [src^=\"javascript\" i]')] \
    .map(each => each.outerHTML.slice(0, 80)); \
    if (window.hurts !== 0) found.push('a text was run'); \
    if (document.documentElement?.dataset.started !== 'true' || !document.querySelector('#start-failed').hidden) found.push('the page stopped'); \
    return found";

fn texts() -> Vec<String> {
    let long = "長".repeat(LONG);
    TEXTS.iter().map(|text| (*text).to_owned()).chain([long]).collect()
}

/// Puts a text into a field as pasting does, which cuts it where the field ends, leaves the field, and says what it shows then,
/// what is said about it, and what was put in.
async fn enter(browser: &Browser, selector: &str, text: &str) -> Value {
    let script = format!(
        "return (async () => {{ \
         const field = document.querySelector({}); \
         const kind = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement; \
         const given = {}; \
         const text = field.maxLength > 0 ? given.slice(0, field.maxLength) : given; \
         field.focus(); \
         Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text); \
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); \
         field.blur(); \
         await new Promise(done => requestAnimationFrame(() => setTimeout(done, 30))); \
         const after = document.querySelector({}); \
         const said = after.getAttribute('aria-invalid') === 'true' ? document.getElementById(after.getAttribute('aria-describedby')?.split(' ')[0])?.textContent ?? 'refused' : ''; \
         return [after.value, said, text]; }})()",
        json!(selector),
        json!(text),
        json!(selector),
    );
    browser.run(&script).await
}

async fn assert_harmless(browser: &Browser, what: &str) {
    assert_eq!(browser.run(FOUND).await, json!([]), "{what}");
}

/// A page with nothing saved, and the trap set.
async fn open(browser: &Browser, address: &str) {
    browser.goto("about:blank").await;
    browser.goto(address).await;
    browser.run(HURT).await;
}

async fn value(browser: &Browser, selector: &str) -> Value {
    browser.run(&format!("return document.querySelector({})?.value", json!(selector))).await
}

#[tokio::test]
async fn whatever_is_typed_is_only_text_and_comes_back_unchanged() {
    let site = Site::start();
    let browser = Browser::blank(DESK).await;
    let mut pairs = 0;
    for text in texts() {
        let what: String = text.chars().take(30).collect();
        open(&browser, &site.address).await;
        browser.run("localStorage.clear(); sessionStorage.clear()").await;
        open(&browser, &site.address).await;
        browser.fetch_details().await;
        browser
            .run("document.querySelectorAll('.settings details').forEach(part => { part.open = true; })")
            .await;
        let mut kept = Vec::new();
        for selector in PLAN_FIELDS {
            let shown = enter(&browser, selector, &text).await;
            let is_taken = shown[1] == json!("");
            assert!(!is_taken || shown[0] == shown[2], "{selector}, {what}: shows {shown}");
            if is_taken {
                kept.push(("?view=plan", selector, shown[2].clone()));
            } else {
                // What is refused gives way to a good text, so that the next one is looked at alone.
                enter(&browser, selector, if selector == "#target" { "2億" } else { "よい名前" }).await;
            }
            assert_harmless(&browser, &what).await;
            pairs += 1;
        }
        browser.click(".tab[href='?view=agree']").await;
        browser.wait_for("the sheet", "return document.querySelector('.agree-sheet') !== null").await;
        for selector in AGREEMENT_FIELDS {
            let shown = enter(&browser, selector, &text).await;
            if shown[1] != json!("") {
                // It is said that this is too long, and stays to be shortened.
                assert!(text.chars().count() >= LONG, "{selector}, {what}: refused, {shown}");
            } else if shown[0] == shown[2] {
                kept.push(("?view=agree", selector, shown[2].clone()));
            } else {
                // A character that no text has is left out.
                assert!(text.contains('\0'), "{selector}, {what}: shows {shown}");
            }
            assert_harmless(&browser, &what).await;
            pairs += 1;
        }
        browser.run("return new Promise(done => setTimeout(done, 900))").await;
        let mut shown = "";
        for (view, selector, given) in kept {
            if shown != view {
                open(&browser, &format!("{}{view}", site.address)).await;
                browser.wait_for_details().await;
                browser.run("document.querySelectorAll('.settings details').forEach(part => { part.open = true; })").await;
                shown = view;
            }
            let there = format!("return document.querySelector({}) !== null", json!(selector));
            browser.wait_for("the field", &there).await;
            assert_eq!(value(&browser, selector).await, given, "{selector}, {what}: comes back");
            assert_harmless(&browser, &what).await;
        }
    }
    record("hostile", &[pairs.to_string()]);
}

#[tokio::test]
async fn titles_and_colours_of_authors_are_only_text() {
    let site = Site::start();
    let browser = Browser::blank(DESK).await;
    open(&browser, &site.address).await;
    browser.wait_for_details().await;
    browser.open_author().await;
    let mut pairs = 0;
    for text in texts() {
        for selector in AUTHOR_FIELDS {
            enter(&browser, selector, &text).await;
            assert_harmless(&browser, &text).await;
            let code = value(&browser, "#author-code").await;
            let code = code.as_str().expect("a text");
            if selector.contains("title") {
                assert!(!code.contains("<img") && !code.contains("<script>hurt"), "{code}");
            }
            pairs += 1;
        }
    }
    record("hostile", &[pairs.to_string()]);
}

/// A plan whose names are the text, where names may be so.
fn plan(text: &str) -> Option<Plan> {
    let name = Name::new(text)?;
    let plan = Plan::from_json(DEFAULT_PLAN).expect("a plan").edit(|document| {
        document.name = name.clone();
        document.stages[1].name = name.clone();
        document.channels[0].name = name;
    });
    plan.ok()
}

/// Drops a file with this name and text onto the page.
async fn drop_file(browser: &Browser, name: &str, text: &str) {
    let script = format!(
        "const data = new DataTransfer(); data.items.add(new File([{}], {})); \
         document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}))",
        json!(text),
        json!(name)
    );
    browser.run(&script).await;
}

#[tokio::test]
async fn links_files_and_tables_hold_only_text() {
    let site = Site::start();
    let browser = Browser::blank(DESK).await;
    let mut pairs = 0;
    for text in texts() {
        if let Some(plan) = plan(&text) {
            let document = Document { plan, workbook: Workbook::default() };
            // A link of somebody else.
            let fragment = link::encode(&document).expect("a link").fragment;
            open(&browser, &format!("{}{fragment}", site.address)).await;
            browser
                .wait_for("the plan of the link", "return document.querySelector('.arrival') !== null")
                .await;
            assert_eq!(value(&browser, "#plan-name").await, json!(text));
            assert_harmless(&browser, "link").await;
            // A file.
            open(&browser, &site.address).await;
            drop_file(&browser, "plan.gyakusan.json", &PlanFile::from(document).write()).await;
            let is_open = format!("return document.querySelector('#plan-name').value === {}", json!(text));
            browser.wait_for("the plan of the file", &is_open).await;
            assert_eq!(value(&browser, "#channel-0-name").await, json!(text));
            assert_harmless(&browser, "file").await;
            pairs += 2;
        }
        // A file with the text for a name, which is none.
        open(&browser, &site.address).await;
        let name: String = text.chars().take(200).collect();
        drop_file(&browser, &[&name, ".json"].concat(), &json!({ "version": 1, "name": text }).to_string())
            .await;
        browser.wait_for("the sentence", "return document.querySelector('.arrival') !== null").await;
        assert_harmless(&browser, "name of a file").await;
        // A table: headings and cells.
        open(&browser, &format!("{}?view=track", site.address)).await;
        browser.wait_for("the screens", "return document.querySelector('#import-text') !== null").await;
        let cell = text.replace('"', "\"\"");
        let table = format!(
            "\"{cell}\",日付,チャネル\n\"{cell}\",2026-04-01,\"{cell}\"\n\"{cell}\",2026-05-02,\"{cell}\"\n"
        );
        let paste = format!(
            "const area = document.querySelector('#import-text'); area.closest('details').open = true; area.value = {}; \
             document.querySelector('#import-paste').click()",
            json!(table)
        );
        browser.run(&paste).await;
        browser.wait_for("the table", "return document.querySelector('.import-file') !== null").await;
        browser.run("document.querySelectorAll('main details').forEach(part => { part.open = true; })").await;
        browser.run("return new Promise(done => setTimeout(done, 300))").await;
        assert_harmless(&browser, "table").await;
        pairs += 3;
    }
    // Halves of characters, which only an escape can write.
    open(&browser, &site.address).await;
    let file = DEFAULT_PLAN.replacen("\"name\": \"", "\"name\": \"\\ud800", 1);
    assert_ne!(file, DEFAULT_PLAN);
    drop_file(&browser, "half.json", &file).await;
    browser.wait_for("the sentence", "return document.querySelector('.arrival') !== null").await;
    assert_harmless(&browser, "half a character").await;
    record("hostile", &[(pairs + 1).to_string()]);
}
