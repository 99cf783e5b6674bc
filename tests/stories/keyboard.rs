//! Tasks done by the keyboard alone: every key is struck, nothing is clicked, nothing is focused by a script. At every stop on
//! the way the focus is seen and nothing lies over it.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::record::record;
use crate::support::browser::{Browser, DESK};
use crate::support::site::Site;

/// More stops than this lie between no two places of the page.
const MOST_STOPS: usize = 170;

/// `WebKit` may scroll to the focus this long after the key.
const SCROLLING: Duration = Duration::from_secs(1);

/// What is wrong with the stop before, now that it is left, and with the place of the focus. An element that looks the same with
/// the focus and without shows nothing; its frame may be drawn by what stands around or behind it.
const LOOK: &str = "const look = e => [e, e.parentElement, e.nextElementSibling].map(each => { \
        if (!each) return ''; const style = getComputedStyle(each); \
        return [style.outlineStyle, style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor, style.boxShadow].join(); }).join('|'); \
    const name = e => e.tagName + (e.id ? '#' + e.id : '') + '.' + (e.className.baseVal ?? e.className) + ' ' + (e.getAttribute('aria-label') ?? e.textContent).slice(0, 20); \
    const e = document.activeElement, wrong = [], left = window.lastStop; \
    if (left && left.e !== e && left.e.isConnected && left.e.checkVisibility() && look(left.e) === left.look) return ['not seen: ' + name(left.e)]; \
    window.lastStop = undefined; \
    if (e !== document.body && e.tagName !== 'IFRAME') { \
        window.lastStop = { e, look: look(e) }; \
        const box = [...e.getClientRects()].find(box => box.width > 0 && box.height > 0); \
        if (!box) wrong.push('without a place: ' + name(e)); \
        else { \
            const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]; \
            const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]; \
            const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2); \
            const label = e.closest('label') ?? e; \
            if (!found || !(e.contains(found) || label.contains(found) || found.contains(e))) \
                wrong.push('hidden: ' + name(e) + ' at ' + [box.left, box.top, box.right, box.bottom].map(Math.round) + ' under ' + (found ? name(found) : 'nothing')); \
        } \
    } \
    return wrong";

/// A reader at a keyboard.
struct Reader {
    browser: Browser,
    address: String,
}

impl Reader {
    async fn at(site: &Site) -> Self {
        Self { browser: Browser::blank(DESK).await, address: site.address.clone() }
    }

    /// Opens a view anew, with nothing saved; the focus is at its top.
    async fn open(&self, query: &str) {
        self.browser.goto("about:blank").await;
        self.browser.goto(&self.address).await;
        self.browser.run("localStorage.clear(); sessionStorage.clear()").await;
        self.browser.goto("about:blank").await;
        self.browser.goto(&format!("{}{query}", self.address)).await;
    }

    /// Goes on with the Tab key until the focus is where an expression in `e` says.
    async fn reach_where(&self, held: &[Key], expression: &str) {
        for _ in 0..MOST_STOPS {
            self.browser.strike(held, &text(Key::Tab)).await;
            self.see(expression).await;
            let is_there =
                format!("const e = document.activeElement; return e !== document.body && ({expression})");
            if self.browser.run(&is_there).await == json!(true) {
                return;
            }
        }
        panic!("no stop where {expression}");
    }

    /// Sees where the focus is, at the latest when the browser has scrolled there.
    async fn see(&self, way: &str) {
        let begin = Instant::now();
        loop {
            let wrong = self.browser.run(LOOK).await;
            if wrong == json!([]) {
                return;
            }
            assert!(begin.elapsed() < SCROLLING, "on the way to {way}: {wrong}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The same for a selector.
    async fn reach(&self, selector: &str) {
        self.reach_where(&[], &format!("e.matches({})", json!(selector))).await;
    }

    /// The same for what is written on a button.
    async fn reach_named(&self, name: &str) {
        self.reach_where(&[], &format!("e.textContent.trim() === {}", json!(name))).await;
    }

    async fn strike(&self, key: Key) {
        self.browser.strike(&[], &text(key)).await;
    }

    async fn enter(&self, selector: &str) {
        self.reach(selector).await;
        self.strike(Key::Enter).await;
    }

    /// Replaces the text of the field that has the focus.
    async fn replace(&self, text: &str) {
        self.browser.strike(&[Key::Control], "a").await;
        self.browser.strike(&[], text).await;
    }

    async fn wait_for(&self, what: &str, expression: &str) {
        self.browser.wait_for(what, &format!("return {expression}")).await;
    }

    async fn value(&self, expression: &str) -> Value {
        self.browser.run(&format!("return {expression}")).await
    }
}

fn text(key: Key) -> String {
    char::from(key).to_string()
}

/// Notes how many tasks were done.
fn done(tasks: usize) {
    record("keyboard", &[tasks.to_string()]);
}

#[tokio::test]
async fn numbers_are_changed_solved_typed_in_the_tree_and_taken_back() {
    let site = Site::start();
    let reader = Reader::at(&site).await;
    // The target.
    reader.open("").await;
    reader.reach("#target").await;
    reader.replace("2億").await;
    reader.wait_for("the answer", "document.querySelector('#count-2').value === '1,067'").await;
    // A rate, by an arrow.
    reader.reach("#factor-1").await;
    reader.strike(Key::Up).await;
    assert_eq!(reader.value("document.querySelector('#factor-1').value").await, json!("26"));
    // It becomes the answer.
    reader.enter(".lock").await;
    reader.wait_for("the answer", "document.querySelector('.field-answer #factor-1') !== null").await;
    // Both are taken back and done again.
    let rate = |text: &str| format!("document.querySelector('#factor-1').value === '{text}'");
    reader.reach("summary").await;
    reader.browser.strike(&[Key::Control], "z").await;
    reader.wait_for("the rate", "document.querySelector('.field-answer #factor-1') === null").await;
    reader.browser.strike(&[Key::Control], "z").await;
    reader.wait_for("the first rate", &rate("25")).await;
    reader.browser.strike(&[Key::Control, Key::Shift], "z").await;
    reader.wait_for("the second rate", &rate("26")).await;
    // By the buttons too.
    reader.reach_where(&[Key::Shift], "e.matches('.top-bar-end [aria-label=元に戻す]')").await;
    reader.strike(Key::Enter).await;
    reader.wait_for("the first rate", &rate("25")).await;
    // A count in the tree.
    reader.open("").await;
    reader.reach("#count-1").await;
    reader.replace("100").await;
    reader.strike(Key::Enter).await;
    reader.wait_for("the other rate", &rate("20")).await;
    done(5);
}

#[tokio::test]
async fn channels_stages_and_settings_are_changed() {
    let site = Site::start();
    let reader = Reader::at(&site).await;
    // A channel is renamed, and one is added.
    reader.open("").await;
    reader.reach("#channel-0-name").await;
    reader.replace("動画広告").await;
    reader.strike(Key::Tab).await;
    let title = "document.querySelector('#channel-0-budget').getAttribute('aria-label').includes('動画広告')";
    reader.wait_for("the name", title).await;
    let channels = "document.querySelectorAll('.channel-table .cell-name').length";
    let before = reader.value(channels).await.as_u64().expect("a number");
    reader.enter(".channels-adds button").await;
    reader.wait_for("another channel", &format!("{channels} === {}", before + 1)).await;
    // A stage is added.
    reader.open("").await;
    reader.enter(".settings summary").await;
    reader.enter("#stage-1-add").await;
    let names = "[...document.querySelectorAll('.stage-name')].map(input => input.value).join()";
    reader.wait_for("the stage", &format!("{names} === 'リード,MQL,商談,受注'")).await;
    // The season gets a shape.
    reader.open("").await;
    let september = "document.querySelector('#season-9').value";
    reader.reach("#target").await;
    reader.wait_for("the season", "document.querySelector('#season-9') !== null").await;
    let before = reader.value(september).await;
    reader.enter(".segment:nth-of-type(2)").await;
    reader.wait_for("another season", &format!("{september} !== {before}")).await;
    done(4);
}

#[tokio::test]
async fn views_are_switched_and_figures_are_read() {
    let site = Site::start();
    let reader = Reader::at(&site).await;
    // Another view.
    reader.open("").await;
    reader.enter(".tab[href='?view=odds']").await;
    reader.wait_for("the odds", "document.querySelector('.percentiles') !== null").await;
    reader.browser.wait_for_answers().await;
    // Another seed.
    let percentiles = "document.querySelector('.percentiles').textContent";
    let before = reader.value(percentiles).await;
    reader.reach("#seed").await;
    reader.replace("2").await;
    reader.strike(Key::Enter).await;
    reader.wait_for("other figures", &format!("{percentiles} !== {before}")).await;
    reader.browser.wait_for_answers().await;
    // A figure as a table, then by keys.
    reader.enter(".figure-toggle").await;
    reader
        .wait_for("the table", "document.querySelector('.figure-table:not([hidden]) tbody tr') !== null")
        .await;
    reader.strike(Key::Enter).await;
    reader.reach("[role=slider]").await;
    let said = "document.activeElement.getAttribute('aria-valuetext')";
    let before = reader.value(said).await;
    reader.strike(Key::Right).await;
    reader.strike(Key::Right).await;
    reader.wait_for("another place", &format!("{said} !== {before}")).await;
    // Language and brightness.
    reader.open("").await;
    reader.enter(".top-bar-end [lang=en]").await;
    reader.wait_for("English", "document.documentElement.lang === 'en'").await;
    reader.reach(".top-bar-end button:last-child").await;
    reader.strike(Key::Enter).await;
    reader.wait_for("the theme", "document.documentElement.dataset.theme === 'light'").await;
    done(5);
}

#[tokio::test]
async fn plans_are_compared_saved_shared_and_exported() {
    let site = Site::start();
    let reader = Reader::at(&site).await;
    // A scenario.
    reader.open("").await;
    reader.enter("#compare").await;
    reader.wait_for("the panel", "document.activeElement.id === 'scenarios'").await;
    reader.enter(".scenarios-keep button").await;
    reader
        .wait_for("two", "document.querySelectorAll('.scenario-row:not([data-interim])').length === 2")
        .await;
    reader.strike(Key::Escape).await;
    reader.wait_for("the way back", "document.activeElement.id === 'compare'").await;
    // A copy of a plan, and back to the plan.
    reader.open("").await;
    reader.reach("#target").await;
    reader.replace("2億").await;
    reader
        .wait_for("saving", "location.hash.startsWith('#p=') && Object.keys(localStorage).length > 1")
        .await;
    reader.reach_where(&[Key::Shift], "e.matches('.top-bar-start summary')").await;
    reader.strike(Key::Enter).await;
    reader.enter(".library-row .tool-button").await;
    reader.wait_for("the copy", "document.querySelectorAll('.library-row').length === 2").await;
    let name = "document.querySelector('#plan-name').value";
    assert!(reader.value(name).await.as_str().is_some_and(|name| name.ends_with("のコピー")));
    reader.enter(".library-row:not([aria-current]) .library-name").await;
    reader.wait_for("the plan", &format!("!{name}.endsWith('のコピー')")).await;
    // The link to a plan that was not changed.
    reader.open("").await;
    reader.reach_where(&[], "e.matches('summary[aria-label=共有リンク]')").await;
    reader.strike(Key::Enter).await;
    reader.wait_for("the link", "document.querySelector('#link') !== null").await;
    reader.reach("#link").await;
    assert!(reader.value("document.activeElement.value.includes('#p=')").await == json!(true));
    // Code for an article.
    reader.reach_where(&[], "e.textContent.includes('埋め込む')").await;
    reader.strike(Key::Enter).await;
    reader
        .wait_for("the page of authors", "document.querySelector('.author[open] #author-code') !== null")
        .await;
    reader.reach("#author-code").await;
    assert!(reader.value("document.activeElement.value.includes('embed')").await == json!(true));
    reader.strike(Key::Escape).await;
    reader.wait_for("the end", "document.querySelector('.author') === null").await;
    done(4);
    reader.open("").await;
    reader.browser.wait_for_odds().await;
    reader.enter("summary[aria-label=書き出し]").await;
    reader.reach_named("Markdown").await;
    reader.strike(Key::Enter).await;
    let file = reader.browser.downloaded(".md").await;
    assert!(String::from_utf8_lossy(&file).contains("534"), "the file came");
    done(1);
}

#[tokio::test]
async fn actuals_are_read_corrected_and_taken_in() {
    let site = Site::start();
    let reader = Reader::at(&site).await;
    reader.open("?view=track").await;
    reader.wait_for("the empty view", "document.querySelector('#import-sample') !== null").await;
    reader.enter("#import-sample").await;
    reader.wait_for("the report", "document.querySelector('.import-report:not([hidden])') !== null").await;
    // A channel that the plan does not have is one of its own.
    let headline =
        "(document.querySelector('.import-report:not([hidden]) .import-headline span')?.textContent ?? '')";
    let before = reader.value(headline).await;
    reader.reach("select[name^=stranger]").await;
    reader.strike(Key::Down).await;
    reader.wait_for("another report", &format!("!['', {before}].includes({headline})")).await;
    reader.enter("#import-take").await;
    reader.wait_for("the actuals", "document.querySelector('.track-cards') !== null").await;
    done(2);
}

#[tokio::test]
async fn the_agreement_is_filled_in_and_the_machine_checked() {
    let site = Site::start();
    let reader = Reader::at(&site).await;
    reader.open("?view=agree").await;
    reader.wait_for("the sheet", "document.querySelector('.agree-sheet') !== null").await;
    reader.reach("#agreed-0-0-1").await;
    reader.replace("名刺をもらった人").await;
    reader.reach("#agreed-4-0-3").await;
    let ticked = "document.querySelector('#agreed-4-0-3').checked";
    let before = reader.value(ticked).await;
    reader.browser.strike(&[], " ").await;
    reader.wait_for("the tick", &format!("{ticked} !== {before}")).await;
    let saved = "Object.values(localStorage).some(text => text.includes('名刺をもらった人'))";
    reader.wait_for("saving", saved).await;
    reader.open("?view=method").await;
    reader.wait_for("the method", "document.querySelector('#method-switch') !== null").await;
    reader.enter("#method-switch").await;
    reader
        .wait_for("the check", "document.querySelector('.method-actions[data-outcome=agrees]') !== null")
        .await;
    done(2);
}
