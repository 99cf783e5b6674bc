//! The page of authors: what goes into a frame, how it looks, and the text for the author's own page.

use fantoccini::key::Key;
use serde_json::json;

use crate::embed::{COUNTS, DONE};
use crate::support::browser::{Browser, DESK, PHONE};
use crate::support::site::Site;

#[tokio::test]
async fn an_author_makes_a_frame_of_the_plan() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    browser.wait_for_details().await;
    browser.open_author().await;
    browser.type_into(".author [name=title]", "自社で試す").await;
    browser.type_into(".author [name=ink]", "#999999").await;
    browser.wait_for("the refusal", "return document.querySelector('.author .field-error') !== null").await;
    let refusal = browser.text(".author .field-error").await;
    assert!(refusal.contains("2.8:1") && refusal.contains("7:1"), "{refusal}");
    browser.click(".author [name='edit.deal']").await;
    let code = browser.run("return document.querySelector('#author-code').value").await;
    let code = code.as_str().expect("a text").to_owned();
    assert!(
        code.contains("edit=target,rate:won,rate:opportunity&amp;title=%E8%87%AA") && !code.contains("ink="),
        "{code}"
    );
    let address = code.split('"').nth(1).expect("an address").replace("&amp;", "&");
    let preview = format!(
        "return document.querySelector('#author-column').contentDocument?.querySelector('h1')?.textContent === {}",
        json!("自社で試す")
    );
    browser.wait_for("the preview", &preview).await;
    // The code names the heights that both previews have.
    let heights = "const [column, phone] = ['column', 'phone'].map(which => document.querySelector(`#author-${which}`)); \
        const isMeasured = Math.abs(column.offsetHeight - column.contentDocument.querySelector('#app').offsetHeight) < 2; \
        const declared = `height:clamp(${column.offsetHeight}px,(640px - 100vw)*999,${phone.offsetHeight + 64}px)`; \
        return isMeasured && document.querySelector('#author-code').value.includes(declared)";
    browser.wait_for("two heights", heights).await;
    browser.press(Key::Escape).await;
    browser.wait_for("the page", "return document.querySelector('.author') === null").await;
    let reader = Browser::open(&address, PHONE).await;
    reader.wait_for("the odds", DONE).await;
    assert_eq!(reader.text("h1").await, "自社で試す");
    assert_eq!(reader.run(COUNTS).await, json!(["20", "80", "534"]));
    assert_eq!(reader.run("return document.querySelectorAll('.embed .field').length").await, json!(3));
}

#[tokio::test]
async fn an_author_chooses_among_the_plans() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    // One plan is saved, another is open and has not been changed.
    browser.type_into("#target", "3億").await;
    browser.wait_for("saving", "return Object.keys(localStorage).length > 1").await;
    browser.click(".top-bar-start summary").await;
    browser.run("document.querySelector('.top-bar-start .menu-actions button').click()").await;
    browser.wait_for("a new plan", "return document.querySelector('#target').value === '1億'").await;
    browser.open_author().await;
    let plans =
        "return [...document.querySelectorAll('.author [name=plan] option')].map(plan => plan.textContent)";
    let plans: Vec<String> = serde_json::from_value(browser.run(plans).await).expect("names");
    assert!(
        plans.len() == 2 && plans[0].ends_with("（開いている計画）") && plans[1].contains("3億"),
        "{plans:?}"
    );
    browser.click(".author [name='edit.deal']").await;
    let code = "return document.querySelector('#author-code').value";
    let open = browser.run(code).await;
    choose(&browser, 1).await;
    let saved = browser.run(code).await;
    assert!(open != saved && !saved.as_str().expect("a text").contains("edit="), "{saved}");
    let preview = "return document.querySelector('#author-column').contentDocument \
        ?.querySelector('.embed .field input')?.value === '3億'";
    browser.wait_for("the preview of the saved plan", preview).await;
    // A plan that was removed meanwhile is refused, and what was chosen stays.
    choose(&browser, 0).await;
    browser.run("Object.keys(localStorage).filter(name => name.includes('.plan.')).forEach(name => localStorage.removeItem(name))").await;
    choose(&browser, 1).await;
    assert!(browser.text(".author .field-error").await.contains("前の計画のまま"));
    assert_eq!(
        browser.run("return document.querySelector('.author [name=plan]').selectedIndex").await,
        json!(0)
    );
    browser.press(Key::Escape).await;
    browser.wait_for("the page", "return document.querySelector('.author') === null").await;
    assert_eq!(
        browser.run("return document.querySelector('#target').value").await,
        json!("1億"),
        "nothing was opened"
    );
}

/// Chooses a plan by its place, as a list tells it.
async fn choose(browser: &Browser, place: usize) {
    let script = format!(
        "const list = document.querySelector('.author [name=plan]'); list.selectedIndex = {place}; \
         for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, {{ bubbles: true }}))"
    );
    browser.run(&script).await;
}
