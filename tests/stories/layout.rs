//! No words stand over others: every view and the calculator, from a small phone's width to a desk's, in both languages.

use serde_json::{Value, json};

use crate::support::browser::{Browser, DESK};
use crate::support::site::Site;

/// The widths that the views are drawn for, and some between.
const WIDTHS: [u32; 8] = [320, 390, 480, 600, 768, 900, 1024, 1280];

/// Unfolds the settings, which are folded at first.
const UNFOLD: &str = "document.querySelector('iframe').contentDocument.querySelectorAll('.settings details') \
    .forEach(each => { each.open = true })";

/// Types a target.
const TYPE: &str = "const target = document.querySelector('iframe').contentDocument.querySelector('#target, #embed-0'); \
    target.focus(); target.value = arguments[0]; \
    target.dispatchEvent(new Event('input', { bubbles: true })); target.blur()";

/// Whether the target that was typed is in what is saved.
const SAVED: &str = "const target = document.querySelector('iframe').contentDocument.querySelector('#target').value; \
    const saved = Object.values(localStorage).join(' '); \
    return target === '1億' || saved.includes('2345000000')";

/// Opens an address in a frame of the page that is open, until `is_there` holds in it.
async fn open_in_frame(browser: &Browser, address: &str, is_there: &str) {
    let put = format!(
        "const frame = document.createElement('iframe'); frame.src = {}; frame.style.height = '900px'; \
         document.body.replaceChildren(frame)",
        json!(address)
    );
    browser.run(&put).await;
    let look = format!(
        "const inside = document.querySelector('iframe').contentDocument; \
         return inside?.documentElement?.dataset.started === 'true' && Boolean({is_there})"
    );
    browser.wait_for(address, &look).await;
}

async fn overlaps(browser: &Browser, width: u32) -> Value {
    browser.run_with(include_str!("overlap.js"), vec![json!(width)]).await
}

#[tokio::test]
async fn no_words_of_a_view_stand_over_others() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    // Each has come whole when what it fetches is there.
    let views = [
        ("plan", "inside.querySelector('.calendar-table')"),
        ("odds", "inside.querySelector('.figure .percentiles') && !inside.querySelector('[data-pending]')"),
        ("track", "inside.querySelector('.import-input')"),
        ("agree", "inside.querySelector('#agreed-0-0-1')"),
        ("method", "inside.querySelector('#method-promises')"),
    ];
    // The plan that the page opens with, and one whose numbers are long.
    for target in ["1億", "23.45億"] {
        open_in_frame(&browser, "?", "inside.querySelector('#target')").await;
        browser.run_with(TYPE, vec![json!(target)]).await;
        browser.wait_for("what is saved", SAVED).await;
        for ((view, is_there), language) in views.iter().flat_map(|view| [(view, "ja"), (view, "en")]) {
            // Using the page fetches its later part.
            let is_there = format!("inside.defaultView.dispatchEvent(new Event('scroll')) && {is_there}");
            open_in_frame(&browser, &format!("?view={view}&lang={language}"), &is_there).await;
            browser.run(UNFOLD).await;
            for width in WIDTHS {
                let found = overlaps(&browser, width).await;
                assert_eq!(found, json!([]), "{target} {view} {language} {width}");
            }
        }
    }
}

#[tokio::test]
async fn no_words_of_the_calculator_stand_over_others() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    for language in ["ja", "en"] {
        let is_there = "!inside.querySelector('.embed-odds[data-interim]')";
        open_in_frame(&browser, &format!("?embed=1&lang={language}"), is_there).await;
        for target in ["1億", "1億2345万"] {
            browser.run_with(TYPE, vec![json!(target)]).await;
            for width in (320..=760).step_by(20) {
                assert_eq!(overlaps(&browser, width).await, json!([]), "{target} {language} {width}");
            }
        }
    }
}
