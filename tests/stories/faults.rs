//! What goes wrong on the way: workers that end, trap, lie or fall silent; files that do not come; a program that stops.

use std::path::Path;

use fantoccini::key::Key;
use gyakusan::session::{Field, Session};
use gyakusan::text::Language;
use serde_json::json;

use crate::record::record;
use crate::support::browser::{Browser, DESK, PHONE};
use crate::support::report::assert_strip;
use crate::support::site::{Edit, Site};

/// Keeps every worker of the page, and does to it what is asked: ends it, loses or falsifies what it says, or lets it trap. What
/// the page itself ends is no longer harmed.
const WORKERS: &str = "window.workers = []; window.harms = 0; const Real = Worker; \
    window.Worker = class extends Real { \
        constructor(...words) { super(...words); this.harm = ''; workers.push(this); \
            this.addEventListener('message', event => { \
                const harm = this.harm; \
                if (harm === '' || typeof event.data === 'string') return; \
                event.stopImmediatePropagation(); \
                if (harm === 'silent') return; \
                this.harm = ''; \
                const data = harm === 'garbage' ? [1, 2, 'x'] : 'RuntimeError: unreachable'; \
                this.dispatchEvent(new MessageEvent('message', { data })); \
            }); } \
        terminate() { this.harm = 'ended'; super.terminate(); } \
    }; \
    window.harm = kind => { \
        const alive = workers.filter(worker => worker.harm === ''); \
        if (alive.length === 0) return; \
        const worker = alive[harms % alive.length]; \
        window.harms += 1; \
        if (kind === 'end') { worker.harm = 'ended'; Real.prototype.terminate.call(worker); } \
        else if (kind === 'error') worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })); \
        else worker.harm = kind; \
    };";

/// How often workers are harmed in the full test and in the usual one, and how often between one edit and its answer.
const HARMS: u64 = 200;
const FEW_HARMS: u64 = 60;
const HARMS_AN_EDIT: usize = 10;

#[tokio::test]
async fn harmed_workers_change_no_bit_and_lose_nothing() {
    let site = Site::with_script(WORKERS);
    let browser = Browser::open(&format!("{}?view=plan", site.address), DESK).await;
    browser.wait_for_details().await;
    browser.wait_for_answers().await;
    let mut session = Session::new(Language::Ja);
    let mut edits = 0;
    let mut text = String::new();
    let most = if std::env::var_os("GYAKUSAN_FULL").is_some() { HARMS } else { FEW_HARMS };
    while browser.run("return harms").await.as_u64().expect("a number") < most {
        assert!(edits < most as usize, "workers are there to be harmed");
        text = format!("{}万", 9_000 + 137 * edits);
        browser.type_into("#target", &text).await;
        // Those that are ended or fall silent are noticed late, so they are few.
        let slow = ["end", "silent"][edits % 2];
        let kinds = if edits % 4 == 0 { vec![slow; 1] } else { Vec::new() };
        let quick = ["trap", "error", "garbage"].into_iter().cycle().take(HARMS_AN_EDIT - kinds.len());
        let kinds: Vec<_> = quick.chain(kinds).collect();
        let harm = format!(
            "return (async () => {{ for (const kind of {}) {{ harm(kind); await new Promise(done => setTimeout(done, 25)); }} }})()",
            json!(kinds)
        );
        browser.run(&harm).await;
        session.type_into(Field::Target, &text);
        session.commit(Field::Target);
        browser.wait_for_odds().await;
        assert_strip(&browser, session.plan(), Language::Ja).await;
        browser.wait_for_answers().await;
        edits += 1;
    }
    let has_workers = "return workers.some(worker => worker.harm === '')";
    assert_eq!(browser.run(has_workers).await, json!(true), "lost ones were replaced");
    // Every figure of the odds is that of a page where nobody did any harm.
    let harmed = figures(&browser).await;
    let calm = Browser::open(&format!("{}?view=plan", site.address), DESK).await;
    calm.wait_for_details().await;
    calm.type_into("#target", &text).await;
    assert_eq!(figures(&calm).await, harmed);
    record("workers", &[browser.run("return harms").await.to_string()]);
}

/// Everything that the view of the odds says, drawings and tables.
async fn figures(browser: &Browser) -> String {
    browser.press(Key::Enter).await;
    browser.click(".tab:nth-child(2)").await;
    browser.wait_for_answers().await;
    browser.show_tables().await;
    let all = "return [...document.querySelectorAll('main *')].filter(e => !e.children.length || e.localName === 'path') \
        .map(e => e.localName === 'path' ? e.getAttribute('d') : e.textContent).join('|')";
    browser.run(all).await.as_str().expect("a text").to_owned()
}

/// A file without content, as a host gives it that lost it.
fn is_program(name: &str) -> bool {
    name.ends_with("_bg.wasm")
}

fn missing_program(name: &str, content: Vec<u8>) -> Vec<u8> {
    if is_program(name) { Vec::new() } else { content }
}

fn truncated_program(name: &str, content: Vec<u8>) -> Vec<u8> {
    if is_program(name) { content[..content.len() / 2].to_vec() } else { content }
}

/// A program that is whole and not this one.
fn other_program(name: &str, content: Vec<u8>) -> Vec<u8> {
    if is_program(name) { b"\0asm\x01\0\0\0".to_vec() } else { content }
}

fn html_for_program(name: &str, content: Vec<u8>) -> Vec<u8> {
    if is_program(name) { b"<!doctype html><title>moved</title>".to_vec() } else { content }
}

fn blocked_program(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name != "index.html" {
        return content;
    }
    let html = String::from_utf8(content).expect("a text");
    assert!(html.contains(" 'wasm-unsafe-eval'"));
    html.replace(" 'wasm-unsafe-eval'", "").into_bytes()
}

fn missing_glue(name: &str, content: Vec<u8>) -> Vec<u8> {
    let is_glue = name.starts_with("gyakusan-") && is_script(name);
    if is_glue { Vec::new() } else { content }
}

fn broken_glue(name: &str, content: Vec<u8>) -> Vec<u8> {
    let is_glue = name.starts_with("gyakusan-") && is_script(name);
    if is_glue { b"export default (".to_vec() } else { content }
}

fn missing_boot(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name.starts_with("boot-") { Vec::new() } else { content }
}

fn broken_boot(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name.starts_with("boot-") { content[..content.len() / 2].to_vec() } else { content }
}

/// A program that is on its way for ever.
fn slow_program(name: &str, content: Vec<u8>) -> Vec<u8> {
    if is_program(name) {
        std::thread::sleep(std::time::Duration::from_secs(40));
    }
    content
}

fn missing_style(name: &str, content: Vec<u8>) -> Vec<u8> {
    if is_of_kind(name, "css") { Vec::new() } else { content }
}

fn missing_offline(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name == "service-worker.js" || is_of_kind(name, "webmanifest") { Vec::new() } else { content }
}

fn is_script(name: &str) -> bool {
    is_of_kind(name, "js")
}

fn is_of_kind(name: &str, kind: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == kind)
}

/// What keeps the program from starting. Where the page is told of it, it says so within 15 seconds.
const WITHOUT_PROGRAM: [(&str, Edit); 10] = [
    ("missing", missing_program),
    ("truncated", truncated_program),
    ("another build", other_program),
    ("a page in its place", html_for_program),
    ("blocked", blocked_program),
    ("without glue", missing_glue),
    ("broken glue", broken_glue),
    ("without boot.js", missing_boot),
    ("broken boot.js", broken_boot),
    ("slow", slow_program),
];

/// How long a reader waits for a word, in seconds.
const SOON: u64 = 15;

#[tokio::test]
async fn without_its_program_the_page_reads_and_says_what_is_wrong() {
    for (case, edit) in WITHOUT_PROGRAM {
        let site = Site::with(edit);
        let browser = Browser::blank(PHONE).await;
        let begin = tokio::time::Instant::now();
        browser.go_without_start(&site.address).await;
        assert_eq!(browser.text("h1").await, "売上1億円には、年534件のリードが必要です。", "{case}");
        let said = "const panel = document.querySelector('#start-failed'); \
            return panel.checkVisibility({ visibilityProperty: true }) && panel.innerText.includes('プログラム')";
        browser.wait_for(case, said).await;
        // A busy machine takes a moment to load the page.
        assert!(begin.elapsed().as_secs() <= SOON + 3, "{case}: said after {:?}", begin.elapsed());
        let example = browser.run("return document.querySelector('#app').innerText").await;
        let example = example.as_str().expect("a text");
        assert!(example.contains("商談化率") && example.contains("534"), "{case}: the example reads");
        assert!(browser.fits_its_width().await, "{case}");
    }
    record("start", &[WITHOUT_PROGRAM.len().to_string()]);
}

#[tokio::test]
async fn without_what_is_not_needed_the_page_starts() {
    for (case, edit) in [("without style", missing_style as Edit), ("without offline files", missing_offline)]
    {
        let site = Site::with(edit);
        let browser = Browser::open(&site.address, DESK).await;
        browser.type_into("#target", "2億").await;
        assert_eq!(browser.counts().await, ["40", "160", "1,067"], "{case}");
    }
    record("start", &["2".to_owned()]);
}

#[tokio::test]
async fn without_scripts_the_method_and_the_example_read() {
    let site = Site::start();
    let browser = Browser::blank(PHONE).await;
    browser.allow_scripts(false).await;
    browser.go_without_start(&site.address).await;
    assert_eq!(browser.text("h1").await, "売上1億円には、年534件のリードが必要です。");
    let said = browser.text("noscript").await;
    assert!(said.contains("JavaScript") && said.contains("534件"), "{said}");
    record("start", &["1".to_owned()]);
}

/// Overwrites the program's memory, so that it traps by itself at what the reader does next. The page itself does it: scripts
/// of Firefox's driver have modules of their own.
const RUIN: &str = "window.ruin = async () => { const program = await (await import(gyakusanBoot.glueUrl)).default(); \
    new Uint8Array(program.memory.buffer).fill(255, 1024); return true; };";

#[tokio::test]
async fn a_program_that_stops_offers_the_plan_and_starts_again() {
    let site = Site::with_script(RUIN);
    let browser = Browser::open(&site.address, DESK).await;
    browser.type_into("#target", "2億").await;
    browser
        .wait_for("saving", "return location.hash.startsWith('#p=') && Object.keys(localStorage).length > 1")
        .await;
    let address = browser.run("return location.href").await;
    browser.run("return ruin()").await;
    browser.strike(&[], "3").await;
    let panel = "return document.querySelector('#start-failed').checkVisibility() \
        && !document.querySelector('[data-reason=stopped]').hidden && document.querySelector('#app').inert";
    browser.wait_for("the panel", panel).await;
    assert_eq!(browser.run("return document.querySelector('#kept-link').href").await, address);
    // The policy keeps scripts from reading what the link to the file holds; it is what is saved.
    let is_file = "return document.querySelector('#kept-file').href.startsWith('blob:')";
    assert_eq!(browser.run(is_file).await, json!(true));
    let saved = "return JSON.parse(localStorage.getItem(localStorage.getItem('gyakusan.current'))).file";
    let file = browser.run(saved).await;
    let file = file.as_str().expect("a text");
    let kept = gyakusan::share::PlanFile::read(file).expect("a plan file");
    assert!((kept.document.plan.goal.target.get() - 2e8).abs() < 0.5);
    // The plan is there again, and so is a start without it.
    browser.click("#again").await;
    let target = |text: &str| {
        format!(
            "return document.querySelector('#target')?.value === '{text}' && document.documentElement?.dataset.started === 'true'"
        )
    };
    browser.wait_for("the plan", &target("2億")).await;
    browser.run("return ruin()").await;
    browser.strike(&[], &char::from(Key::Tab).to_string()).await;
    browser.wait_for("the panel", panel).await;
    browser.click("#fresh").await;
    browser.wait_for("the first plan", &target("1億")).await;
    let saved = "return Object.keys(localStorage).filter(name => name.startsWith('gyakusan.plan.')).length";
    assert_eq!(browser.run(saved).await, json!(1), "the plan stays saved");
    record("panic", &["2".to_owned()]);
}
