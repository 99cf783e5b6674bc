//! axe-core's rules of WCAG 2.2 AA in every state of the page, in both themes, on three widths, in both languages.
//!
//! The source of axe-core is not part of the project; `AXE_CORE` names it, and `cargo xtask test` fetches it.

use fantoccini::key::Key;
use gyakusan::document::{Document, Workbook};
use gyakusan::share::link;
use gyakusan_engine::plan::Plan;
use serde_json::json;
use std::path::Path;

use crate::record::record;
use crate::support::browser::Browser;
use crate::support::site::Site;

/// Widths of screens with the height of their first sight; 320 is what 1280 become at 400 %.
const DESK: (u32, u32) = (1280, 900);
const TABLET: (u32, u32) = (768, 1024);
const PHONE: (u32, u32) = (320, 640);

/// A plan file's actuals: five months of three channels.
const ACTUALS: &str = include_str!("track/actuals.json");
const PLAN: &str = include_str!("../../engine/plans/default.json");

/// States of the page: a name, and the view in which it is made.
const STATES: [(&str, &str); 22] = [
    ("first", "?view=plan"),
    ("plan", "?view=plan"),
    ("unfolded", "?view=plan"),
    ("funnel", "?view=plan"),
    ("refused", "?view=plan"),
    ("solved", "?view=plan"),
    ("arrived", "?view=plan"),
    ("scenarios", "?view=plan"),
    ("plans", "?view=plan"),
    ("link", "?view=plan"),
    ("exports", "?view=plan"),
    ("author", "?view=plan"),
    ("odds", "?view=odds"),
    ("tables", "?view=odds"),
    ("no-actuals", "?view=track"),
    ("columns", "?view=track"),
    ("actuals", "?view=track"),
    ("actuals-tables", "?view=track"),
    ("agreement", "?view=agree"),
    ("method", "?view=method"),
    ("checked", "?view=method"),
    ("embedded", "?embed=1"),
];

/// Every rule of these levels, and what axe-core's authors advise beyond them.
const EVERY_RULE: &str =
    "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
/// Between the themes nothing differs but colours; the full test asks every rule in both.
const COLOURS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/// The findings. Frames are calculators, which are a state of their own.
fn findings(rules: &str) -> String {
    format!(
        "return axe.run(document, {{ iframes: false, resultTypes: ['violations'], runOnly: {rules} }}) \
         .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 4).map(node => node.target.join(' ') \
         + ' [' + node.any.concat(node.all, node.none).map(check => check.message).join('; ') + ']').join(' | ')))"
    )
}

#[tokio::test]
async fn no_rule_is_broken_on_a_desk() {
    // Japanese is looked at on smaller screens too.
    look_at_all(DESK, if is_full() { &["en", "ja"] } else { &["en"] }).await;
}

#[tokio::test]
async fn no_rule_is_broken_on_a_tablet() {
    look_at_all(TABLET, &["ja"]).await;
}

#[tokio::test]
async fn no_rule_is_broken_on_a_phone() {
    look_at_all(PHONE, &["ja"]).await;
}

/// Brings the page into every state and asks for findings in both themes.
async fn look_at_all(screen: (u32, u32), languages: &[&str]) {
    let path = std::env::var("AXE_CORE").expect("AXE_CORE names axe-core's source; run cargo xtask test");
    let axe = std::fs::read_to_string(path).expect("axe-core");
    let only = std::env::var("GYAKUSAN_STATE").ok();
    let dark = if is_full() { EVERY_RULE } else { COLOURS };
    let site = Site::start();
    let browser = Browser::blank(screen).await;
    let (mut seen, mut found) = (0, Vec::new());
    for language in languages {
        for (state, view) in STATES {
            if only.as_ref().is_some_and(|only| only != state) {
                continue;
            }
            browser.goto(&format!("{}{view}&lang={language}", site.address)).await;
            prepare(&browser, &site, state, language).await;
            if !browser.fits_its_width().await {
                found.push(format!("{state} {language} {}: scrolls sideways", screen.0));
            }
            browser.run(&axe).await;
            for (theme, rules) in [("light", EVERY_RULE), ("dark", dark)] {
                browser.run(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
                // Colours may take a moment to change.
                browser.run("return new Promise(done => setTimeout(done, 50)).then(() => \
                     Promise.allSettled(document.getAnimations().filter(each => each.effect.getComputedTiming().endTime < Infinity).map(each => each.finished))).then(() => null)").await;
                let said = browser.run(&findings(rules)).await;
                for rule in said.as_array().expect("a list") {
                    found.push(format!("{state} {language} {theme} {}: {rule}", screen.0));
                }
                seen += 1;
            }
            browser.run("localStorage.clear(); sessionStorage.clear()").await;
            browser.goto("about:blank").await;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    if only.is_none() {
        record("axe", &[seen.to_string()]);
    }
}

fn is_full() -> bool {
    std::env::var_os("GYAKUSAN_FULL").is_some()
}

/// Does what brings the page into a state.
async fn prepare(browser: &Browser, site: &Site, state: &str, language: &str) {
    match state {
        "first" => {
            return browser.wait_for_odds().await;
        }
        "embedded" => {
            let odds = "return document.querySelector('.embed-odds:not([data-interim])') !== null";
            return browser.wait_for("the odds", odds).await;
        }
        "no-actuals" | "columns" | "actuals" | "actuals-tables" => {
            return prepare_track(browser, state).await;
        }
        "arrived" => {
            let plan = Plan::from_json(include_str!("../../engine/plans/funnel.json")).expect("a plan");
            let document = Document { plan, workbook: Workbook::default() };
            let fragment = link::encode(&document).expect("a link").fragment;
            browser.goto("about:blank").await;
            browser.goto(&format!("{}?lang={language}{fragment}", site.address)).await;
            return browser
                .wait_for("the plan of the link", "return document.querySelector('.arrival') !== null")
                .await;
        }
        _ => {}
    }
    browser.wait_for_details().await;
    browser.fetch_details().await;
    match state {
        "unfolded" => unfold(browser).await,
        "funnel" => {
            browser
                .run("document.querySelectorAll('.settings details').forEach(part => { part.open = true; })")
                .await;
            browser.click(".template:nth-child(2)").await;
            unfold(browser).await;
        }
        "odds" => browser.wait_for_answers().await,
        "refused" => {
            browser.type_into("#factor-1", "150").await;
            browser.press(Key::Tab).await;
        }
        "solved" => browser.click(".tree-column:nth-child(3) .tree-rate .lock").await,
        "scenarios" => {
            browser.click("#compare").await;
            browser.wait_for("the panel", "return document.querySelector('.scenarios') !== null").await;
            browser.click(".scenarios-keep button").await;
            let rows = "return document.querySelectorAll('.scenario-row:not([data-interim])').length === 2";
            browser.wait_for("the scenarios", rows).await;
        }
        "plans" => open_menu(browser, ".top-bar-start details.popover").await,
        "link" => open_menu(browser, ".top-bar-end details.popover:nth-of-type(1)").await,
        "exports" => open_menu(browser, ".top-bar-end details.popover:nth-of-type(2)").await,
        "author" => browser.open_author().await,
        "tables" => {
            browser.wait_for_answers().await;
            browser.show_tables().await;
        }
        "agreement" => {
            browser.wait_for("the sheet", "return document.querySelector('.agree-sheet') !== null").await;
            unfold(browser).await;
        }
        "checked" => {
            browser.click("#method-switch").await;
            let done = "return document.querySelector('.method-actions[data-outcome]') !== null";
            browser.wait_for("the check", done).await;
        }
        _ => {}
    }
    browser.wait_for_odds().await;
}

async fn unfold(browser: &Browser) {
    browser.run("document.querySelectorAll('main details').forEach(part => { part.open = true; })").await;
}

async fn open_menu(browser: &Browser, menu: &str) {
    browser.click(&format!("{menu} > summary")).await;
    browser.wait_for("the menu", &format!("return document.querySelector('{menu}').open")).await;
}

/// The view of actuals: empty, with a table whose columns are looked at, with actuals, and as tables.
async fn prepare_track(browser: &Browser, state: &str) {
    browser.wait_for("the empty view", "return document.querySelector('.import-drop') !== null").await;
    match state {
        "columns" => {
            let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
            let files = ["sample-marketing.csv", "sample-sales.csv"].map(|name| samples.join(name));
            browser.choose_files("#import-files", &files).await;
            browser
                .wait_for(
                    "the report",
                    "return document.querySelector('.import-report:not([hidden])') !== null",
                )
                .await;
            unfold(browser).await;
        }
        "actuals" | "actuals-tables" => {
            let plan = PLAN.trim_end().strip_suffix('}').expect("an object");
            let text = json!(format!("{plan}, \"actuals\": {ACTUALS} }}"));
            let drop = format!(
                "const data = new DataTransfer(); data.items.add(new File([{text}], 'year.gyakusan.json')); \
                 document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}))"
            );
            browser.run(&drop).await;
            let landing = "return document.querySelector('#landing:not([data-interim])') !== null";
            browser.wait_for("the landing", landing).await;
            unfold(browser).await;
            if state == "actuals-tables" {
                browser.show_tables().await;
            }
        }
        _ => {}
    }
}
