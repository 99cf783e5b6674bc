//! What departments do who agree: tick what is ready, write what a word means, take it back, come again, print.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::browser::{Browser, DESK, SMALL_PHONE};
use crate::support::driver::Engine;
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
    let sheets = sheets(&browser).await;
    assert!((1..=2).contains(&sheets), "{sheets} sheets");
}

/// How many sheets of paper the agreement takes. The print dialog holds the page up; what it would print is printed here.
async fn sheets(browser: &Browser) -> usize {
    let keep = "document.querySelectorAll('body > .print-page').forEach(page => page.remove()); \
        window.print = () => { window.printed = document.querySelector('.print-page').cloneNode(true) }";
    browser.run(keep).await;
    browser.click(".agree-actions button").await;
    browser.wait_for("the paper", "return Boolean(window.printed)").await;
    let show = "document.body.append(window.printed); \
        document.documentElement.dataset.prints = 'true'; window.printed = undefined";
    browser.run(show).await;
    if Engine::of_this_run() == Engine::Chromium {
        assert_all_is_on_the_paper(browser).await;
    }
    browser.printed_pages().await
}

/// Nothing runs over the edge of the paper, which would be cut off there. Only Chromium shows a page as it is printed.
async fn assert_all_is_on_the_paper(browser: &Browser) {
    browser.set_medium("print").await;
    let fits = "const page = document.querySelector('body > .print-page'); page.style.width = '703px'; \
        const edge = page.getBoundingClientRect().right + 1; \
        const parts = [...page.querySelectorAll('th, td, p')]; \
        const fits = parts.length > 20 && parts.every(part => part.getBoundingClientRect().right <= edge); \
        page.style.width = ''; return fits";
    assert_eq!(browser.run(fits).await, json!(true));
    browser.set_medium("").await;
}

/// Fills every text of the agreement, those of one line and the longer ones.
async fn fill(browser: &Browser, line: &str, text: &str) {
    let script = format!(
        "for (const field of document.querySelectorAll('.agree-main [id^=\"agreed-\"]')) {{ \
           const text = field.matches('textarea') ? '{text}' : field.matches('.agree-input:not(.agree-number, select)') ? '{line}' : null; \
           if (text === null) continue; \
           field.value = text; \
           field.dispatchEvent(new Event('input', {{ bubbles: true }})); \
           field.dispatchEvent(new Event('change', {{ bubbles: true }})); \
         }}"
    );
    browser.run(&script).await;
}

const CROWDED: &str = "return document.querySelector('.agree-crowded')?.textContent ?? ''";

#[tokio::test]
async fn long_texts_are_printed_on_two_pages_or_it_is_said_which_to_shorten() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    assert_eq!(browser.run(CROWDED).await, json!(""));
    // As departments write who write much: 84 letters in every longer text, 28 in every line.
    let text = "毎週月曜の会議で、前の週に渡したMQLの件数と、受け入れた件数、見送った理由を営業とマーケが一緒に確認し、次の週の渡し方を決めて記録に残す。決めたことは同じ場所に書く。";
    let line = "マーケ部のインサイドセールス担当と営業企画の責任者";
    fill(&browser, line, text).await;
    let value = format!("return document.querySelector('{MEANING}').value");
    assert_eq!(browser.run(&value).await, json!(text));
    assert_eq!(browser.run(CROWDED).await, json!(""));
    let pages = sheets(&browser).await;
    assert!((1..=2).contains(&pages), "{pages} pages");
    // As long as texts may be: nothing is cut, and before printing it is said what is long.
    let longest = text.repeat(8).chars().take(600).collect::<String>();
    fill(&browser, &line.repeat(4), &longest).await;
    let said = browser.run(CROWDED).await;
    let said = said.as_str().expect("a text");
    assert!(said.contains("2ページに収まりません") && said.contains("600字"), "{said}");
    let pages = sheets(&browser).await;
    assert!(pages > 2, "said, and true: {pages} pages");
    let whole = format!(
        "return document.querySelector('body > .print-page').textContent.split('{longest}').length > 8"
    );
    assert_eq!(browser.run(&whole).await, json!(true));
}

#[tokio::test]
async fn points_of_an_import_say_which_share_reaches_the_threshold() {
    let path = std::env::temp_dir().join(format!("MA_2026-{}.csv", std::process::id()));
    // Of four three have 50 points, two of them a meeting.
    let table = "ID,チャネル,リード獲得日,商談化日,スコア\nA,検索広告,2026/4/1,2026/5/1,90\nB,検索広告,2026/4/2,2026/5/2,50\n\
        C,検索広告,2026/4/3,,64\nD,検索広告,2026/4/4,,49\n";
    std::fs::write(&path, table).expect("a file");
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    assert!(browser.text(".agree-scored-note").await.contains("スコア"));
    browser.click(".tab[href='?view=track']").await;
    browser.wait_for("the screens", "return document.querySelector('.import .import-drop') !== null").await;
    browser.choose_files("#import-files", std::slice::from_ref(&path)).await;
    let report = "return document.querySelector('.import-report:not([hidden])') !== null";
    browser.wait_for("the report", report).await;
    browser.click("#import-take").await;
    browser.wait_for("the head", "return document.querySelector('.track-file') !== null").await;
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    let today = "const now = new Date(); const two = number => String(number).padStart(2, '0'); \
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`";
    let today = browser.run(today).await;
    let file = format!("{name}、{} 取り込み", today.as_str().expect("a day"));
    assert_eq!(browser.text(".track-file").await, file);
    let _ = std::fs::remove_file(&path);
    open(&browser).await;
    let finding = "return document.querySelector('.agree-scored-finding')?.textContent";
    let found = "取り込んだ見込み客4人のうち、しきい値の 50点に届くのは 3人（75%）です。";
    assert_eq!(browser.run(finding).await, json!(found));
    assert!(browser.text(".agree-scored tbody tr:first-child").await.contains("2人（66.7%）"));
    // The sheet's threshold decides at once, and all of it is there again after the page was closed.
    browser.type_into("#agreed-3-0-0", "65").await;
    browser.press(Key::Tab).await;
    let found = "取り込んだ見込み客4人のうち、しきい値の 65点に届くのは 1人（25%）です。";
    assert_eq!(browser.run(finding).await, json!(found));
    let saved =
        "return Object.values(localStorage).some(text => text.includes('scored_by') && text.includes('65'))";
    browser.wait_for("saving", saved).await;
    browser.goto(&format!("{}?view=agree", site.address)).await;
    browser.wait_for("the sheet", "return document.querySelector('.agree-scored') !== null").await;
    assert_eq!(browser.run(finding).await, json!(found));
}

#[tokio::test]
async fn it_fits_a_small_screen() {
    let site = Site::start();
    let browser = Browser::open(&site.address, SMALL_PHONE).await;
    open(&browser).await;
    assert!(browser.fits_its_width().await);
}
