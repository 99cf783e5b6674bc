//! What authors and their readers do: the calculator in articles, by every way in, in hospitable homes and in hostile ones.

use fantoccini::key::Key;
use gyakusan::document::{Document, Workbook};
use gyakusan::share::link;
use gyakusan_engine::plan::Plan;
use serde_json::json;
use std::path::Path;

use crate::support::browser::{Browser, DESK, PHONE, SMALL_PHONE};
use crate::support::driver::Engine;
use crate::support::site::{Edit, Site};

const DEFAULT_PLAN: &str = include_str!("../../engine/plans/default.json");

/// All figures of the calculator rest on every trial.
pub(crate) const DONE: &str = "const odds = document.querySelector('.embed-odds'); \
    return odds !== null && !odds.hasAttribute('data-interim')";

/// Whether a frame has bars of its own.
const SCROLLS: &str = "return document.documentElement.scrollHeight > innerHeight";

/// What is said of a chance, as text.
const FINDING: &str = "return document.querySelector('.embed-finding').textContent.replace('\\u2060', '')";

/// Counts of the calculator from the won deal to the first stage.
pub(crate) const COUNTS: &str =
    "return [...document.querySelectorAll('.embed-count b')].map(count => count.textContent)";

/// A page around calculators; what the address holds after "#" is where they are, then what to put in.
const HOST: &str = r#"<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>host</title>
<style>iframe { display: none !important; height: 10px !important } * { font-size: 3px; line-height: 9 }</style>
<body><script>
const [page, html] = decodeURIComponent(location.hash.slice(1)).split("|");
window.said = [];
addEventListener("message", (event) => said.push(event.data));
const script = document.createElement("script");
script.src = page + "embed.js";
document.head.append(script);
document.body.insertAdjacentHTML("beforeend", html.replaceAll("PAGE", page));
</script></body></html>"#;

/// The same without rules of its own for frames.
fn mild(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name == "examples/index.html" { HOST.replace("iframe {", ".none {").into_bytes() } else { content }
}

fn hostile(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name == "examples/index.html" { HOST.as_bytes().to_vec() } else { content }
}

/// The address of a page around, of another origin than the calculators in it.
fn host(host: &Site, page: &Site, html: &str) -> String {
    let around = host.address.replace("127.0.0.1", "localhost");
    let bytes = [&page.address, "|", html].concat().into_bytes();
    let escaped = bytes.iter().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    format!("{around}examples/index.html#{escaped}")
}

const ANYBODY: &str = "Access-Control-Allow-Origin: *\r\n";

#[tokio::test]
async fn a_calculator_answers_alone_and_fits_every_width() {
    let site = Site::start();
    for screen in [DESK, PHONE, SMALL_PHONE] {
        let browser = Browser::open(&format!("{}?embed=1", site.address), screen).await;
        browser.wait_for("the odds", DONE).await;
        assert_eq!(browser.run(COUNTS).await, json!(["20", "80", "534"]));
        assert_eq!(browser.run(FINDING).await, json!("このとおり集めて1億円に届くのは、100回のうち 45回"));
        assert!(browser.fits_its_width().await, "{screen:?}");
        assert_eq!(browser.run("return document.querySelector('.masthead')").await, json!(null));
        assert_eq!(browser.run("return localStorage.length").await, json!(0), "nothing is kept");
        let workers = "return navigator.serviceWorker.getRegistrations().then(all => all.length)";
        assert_eq!(browser.run(workers).await, json!(0));
    }
    // The author's width decides on the layout as the frame's does.
    for width in [280, 400, 500, 600] {
        let browser = Browser::open(&format!("{}?embed=1&width={width}", site.address), DESK).await;
        browser.wait_for("the odds", DONE).await;
        let sticks_out = "const edge = document.querySelector('.embed').getBoundingClientRect().right; \
            return [...document.querySelectorAll('.embed *')].filter(each => each.getBoundingClientRect().right > edge + 1) \
                .map(each => each.className)";
        assert_eq!(browser.run(sticks_out).await, json!([]), "{width}");
    }
}

#[tokio::test]
async fn a_number_is_typed_and_answered_and_goes_with_the_reader() {
    let site = Site::start();
    let browser = Browser::open(&format!("{}?embed=1&lang=en", site.address), DESK).await;
    browser.type_into("#embed-0", "200M").await;
    assert_eq!(browser.run(COUNTS).await, json!(["40", "160", "1,067"]));
    browser.wait_for("the odds", DONE).await;
    let link = browser.run("return document.querySelector('.embed-open').href").await;
    let link = link.as_str().expect("an address");
    assert!(link.contains("?lang=en#p="), "{link}");
    let later =
        "return performance.getEntriesByType('resource').some(entry => entry.name.includes('/later-'))";
    assert_eq!(browser.run(later).await, json!(false), "a calculator does without the page's later part");
    browser.type_into("#embed-0", "x").await;
    browser.press(Key::Tab).await;
    assert_eq!(browser.run("return document.querySelectorAll('.field-error').length").await, json!(1));
    let whole = Browser::open(link, DESK).await;
    whole
        .wait_for("the plan of the link", "return document.querySelector('#count-2')?.value === '1,067'")
        .await;
}

#[tokio::test]
async fn the_first_paint_needs_no_program() {
    fn without_program(name: &str, content: Vec<u8>) -> Vec<u8> {
        if Path::new(name).extension().is_some_and(|ending| ending == "wasm") { Vec::new() } else { content }
    }
    let site = Site::with(without_program);
    let browser = Browser::open_without_start(&format!("{}?embed=1", site.address), PHONE).await;
    browser.wait_for("the message", "return !document.querySelector('#start-failed').hidden").await;
    assert_eq!(browser.text(".embed-answer b").await, "534", "the calculator itself, answered");
    assert!(browser.text(".embed-finding").await.contains("45回"), "with its odds");
    assert_eq!(browser.run("return document.querySelector('.masthead')").await, json!(null));
    // The example's own link, in English.
    let document =
        Document { plan: Plan::from_json(DEFAULT_PLAN).expect("a plan"), workbook: Workbook::default() };
    let own = link::encode(&document).expect("a link").fragment;
    let address = format!("{}?embed=1&lang=en&title=Try+it{own}", site.address);
    let english = Browser::open_without_start(&address, PHONE).await;
    english
        .wait_for("the example", "return document.querySelector('.embed-answer b')?.textContent === '534'")
        .await;
    assert_eq!(english.text("h1").await, "Try it");
    assert!(english.text(".embed-finding").await.contains("45 of 100"));
    // Of another plan the title and the way to it stand there before it is calculated, and none of the example's numbers.
    let other = Browser::open_without_start(&format!("{}?embed=1#p=AAAA", site.address), PHONE).await;
    other.wait_for("the message", "return !document.querySelector('#start-failed').hidden").await;
    assert_eq!(other.text("h1").await, "必要なリード数を逆算する");
    let link = other.run("return document.querySelector('.embed-open').href").await;
    assert!(link.as_str().is_some_and(|link| link.ends_with("?lang=ja#p=AAAA")), "{link}");
    assert_eq!(
        other.run("return document.querySelectorAll('.embed input, .embed-odds, .embed-waits').length").await,
        json!(0)
    );
    assert!(!other.text("#start-failed").await.contains("example"), "there is none to read");
}

#[tokio::test]
async fn examples_show_the_articles_cases() {
    let site = Site::with_headers(named_where_needed(), ANYBODY);
    for (article, counts) in [
        ("departments.ja.html", json!(["20", "80", "100", "334", "534", "35,556"])),
        ("departments.en.html", json!(["20", "80", "100", "334", "534", "35,556"])),
        ("table.ja.html", json!(["180", "1,200"])),
        ("table.en.html", json!(["180", "1,200"])),
    ] {
        for screen in [DESK, PHONE, SMALL_PHONE] {
            let address = format!("{}examples/{article}", site.address);
            let browser = Browser::open_without_start(&address, screen).await;
            browser.enter_frame("iframe").await;
            browser.wait_for("the odds", DONE).await;
            let found = browser.run(COUNTS).await;
            assert_eq!(found, counts, "{article}");
            // The frame is given its height by its own text alone: nothing is cut off, and little is left empty.
            let empty = "return innerHeight - document.querySelector('#app').offsetHeight";
            let empty = browser.run(empty).await.as_i64().expect("a height");
            assert!((0..120).contains(&empty), "{article}, {screen:?}: {empty}");
            assert_eq!(browser.run(SCROLLS).await, json!(false), "{article}, {screen:?}");
        }
    }
    let address = format!("{}examples/reverse.ja.html", site.address);
    let browser = Browser::open_without_start(&address, DESK).await;
    let frame = "document.querySelector('gyakusan-calculator').shadowRoot?.querySelector('iframe')";
    let inside =
        format!("return {frame}?.contentDocument?.querySelector('.embed-answer b')?.textContent === '534'");
    browser.wait_for("the calculator", &inside).await;
}

#[tokio::test]
async fn the_element_is_as_high_as_its_content_in_hostile_style_sheets() {
    let (page, around) = (Site::with_headers(|_, content| content, ANYBODY), Site::with(hostile));
    let html = "<gyakusan-calculator height='300' events></gyakusan-calculator>";
    let browser = Browser::open_without_start(&host(&around, &page, html), PHONE).await;
    let frame = "document.querySelector('gyakusan-calculator').shadowRoot?.querySelector('iframe')";
    let told = format!(
        "const told = said.filter(each => each.type === 'height').at(-1); \
         return told !== undefined && {frame}.offsetHeight === told.height && told.height > 800"
    );
    browser.wait_for("the height", &told).await;
    let result = "return said.some(each => each.type === 'result' && each.counts.lead > 533 && each.probability > 0.4)";
    browser.wait_for("the result", result).await;
    assert!(browser.fits_its_width().await);
    let last_plan = "said.findLast(each => each.type === 'plan')?.plan";
    browser.wait_for("the plan", &format!("return {last_plan} === ''")).await;
    // The page sets another plan, and hears of it; what is no plan changes nothing.
    let plan = Plan::from_json(include_str!("../../engine/plans/funnel.json")).expect("a plan");
    let fragment = link::encode(&Document { plan, workbook: Workbook::default() }).expect("a link").fragment;
    let element = "document.querySelector('gyakusan-calculator')";
    browser.run(&format!("{element}.setPlan({})", json!(fragment))).await;
    browser.wait_for("the other plan", &format!("return {last_plan} === {}", json!(fragment))).await;
    let mql = "return said.findLast(each => each.type === 'result').counts.mql > 300";
    browser.wait_for("its counts", mql).await;
    browser.run(&format!("{element}.setPlan('#p=damaged')")).await;
    browser.run(&format!("{element}.setLanguage('en')")).await;
    // So does another plan in the element's attribute, which loads nothing anew.
    let article = Plan::from_json(include_str!("../../engine/plans/article.json")).expect("a plan");
    let other =
        link::encode(&Document { plan: article, workbook: Workbook::default() }).expect("a link").fragment;
    browser.run(&format!("{element}.setAttribute('plan', {})", json!(other))).await;
    browser.wait_for("the plan of the attribute", &format!("return {last_plan} === {}", json!(other))).await;
    // Each change was told once, and nothing was loaded anew.
    let told = "return said.filter(each => each.type === 'plan').map(each => each.plan)";
    assert_eq!(browser.run(told).await, json!(["", fragment, other]));
    // Nothing stands for the plan that the page opens with, as it is told.
    browser.run(&format!("{element}.setPlan('')")).await;
    browser.wait_for("the first plan", &format!("return {last_plan} === ''")).await;
    // An element that is put elsewhere is asked again.
    browser
        .run(&format!(
            "said.length = 0; document.body.append(document.createElement('section')); \
        document.body.lastChild.append({element})"
        ))
        .await;
    browser.wait_for("the result in its new place", result).await;
}

#[tokio::test]
async fn a_strict_policy_of_the_host_is_enough() {
    const STRICT: &str = "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
        style-src 'self'; worker-src blob:; connect-src 'self'; img-src 'self' data:; frame-src 'self'\r\n";
    let site = Site::with_headers(|_, content| content, STRICT);
    let browser =
        Browser::open_without_start(&format!("{}examples/reverse.en.html", site.address), DESK).await;
    let frame = "document.querySelector('gyakusan-calculator').shadowRoot?.querySelector('iframe')";
    let inside = format!(
        "const inside = {frame}?.contentDocument; return inside?.querySelector('.embed-odds:not([data-interim])') != null && {frame}.offsetHeight === inside.querySelector('#app').offsetHeight \
         && inside.documentElement.scrollHeight <= {frame}.offsetHeight"
    );
    browser.wait_for("the calculator at its height, without bars inside", &inside).await;
}

#[tokio::test]
async fn a_policy_that_refuses_frames_leaves_what_was_written_inside() {
    const FRAMELESS: &str = "Content-Security-Policy: default-src 'self'; frame-src 'none'\r\n";
    let site = Site::with_headers(|_, content| content, FRAMELESS);
    let browser =
        Browser::open_without_start(&format!("{}examples/reverse.en.html", site.address), DESK).await;
    let link = "const link = document.querySelector('gyakusan-calculator a'); \
        return link?.getBoundingClientRect().height > 0 && link.checkVisibility()";
    browser.wait_for("the link to the plan", link).await;
}

#[tokio::test]
async fn a_frame_in_a_page_of_another_origin_tells_nothing_it_is_not_asked() {
    let (page, around) = (Site::with_headers(|_, content| content, ANYBODY), Site::with(mild));
    let html = "<iframe src='PAGE?embed=1' width='340' height='1200'></iframe>";
    let browser = Browser::open_without_start(&host(&around, &page, html), DESK).await;
    browser.enter_frame("iframe").await;
    browser.wait_for("the odds", DONE).await;
    assert_eq!(browser.run(SCROLLS).await, json!(false), "no bars inside");
    // A message from the frame's own window is not the page's around.
    let own = r#"postMessage({ target: "gyakusan", version: 1, type: "language", language: "en" }, "*")"#;
    browser.run(own).await;
    browser.run("return new Promise(done => setTimeout(done, 300))").await;
    assert_eq!(browser.run("return document.documentElement.lang").await, json!("ja"));
    browser.leave_frame().await;
    let types = "return [...new Set(said.map(each => each.type ?? JSON.parse(each).context))].sort()";
    assert_eq!(browser.run(types).await, json!(["height", "iframe.resize", "ready"]));
    let ask =
        |message: &str| format!("document.querySelector('iframe').contentWindow.postMessage({message}, '*')");
    browser.run(&ask(r#"{ target: "gyakusan", version: 1, type: "language", language: "en" }"#)).await;
    browser.run(&ask(r#"{ target: "gyakusan", version: 9, type: "theme", theme: "dark" }"#)).await;
    browser.run(&ask("'nonsense'")).await;
    browser.enter_frame("iframe").await;
    browser.wait_for("the language", "return document.documentElement.lang === 'en'").await;
    assert_eq!(browser.run("return document.documentElement.dataset.theme ?? ''").await, json!(""));
}

#[tokio::test]
async fn the_host_sets_the_theme_and_hears_the_height_as_it_knows_it() {
    let (page, around) = (Site::with_headers(|_, content| content, ANYBODY), Site::with(mild));
    let html = "<iframe src='PAGE?embed=1#?secret=q1W2e3' width='340' height='300'></iframe>";
    let browser = Browser::open_without_start(&host(&around, &page, html), DESK).await;
    let heights = "const word = said.findLast(each => each.message === 'height' && each.secret === 'q1W2e3')?.value; \
        const flourish = said.findLast(each => typeof each === 'string' && each.includes('iframe.resize')); \
        const own = said.findLast(each => each.type === 'height')?.height; \
        return own > 600 && word === own && JSON.parse(flourish).height === own";
    browser.wait_for("three heights that agree", heights).await;
    let send = |theme: &str| {
        format!(
            "document.querySelector('iframe').contentWindow.postMessage({}, '*')",
            json!({ "target": "gyakusan", "version": 1, "type": "theme", "theme": theme })
        )
    };
    for (theme, shown) in [("dark", "dark"), ("sepia", "dark"), ("light", "light")] {
        browser.run(&send(theme)).await;
        browser.enter_frame("iframe").await;
        let is_shown = format!("return document.documentElement.dataset.theme === '{shown}'");
        browser.wait_for("the theme", &is_shown).await;
        browser.leave_frame().await;
    }
    let paper = "return getComputedStyle(document.documentElement).colorScheme";
    browser.enter_frame("iframe").await;
    assert!(browser.run(paper).await.as_str().is_some_and(|scheme| scheme.contains("light")));
}

#[tokio::test]
async fn a_sandbox_works_or_says_what_is_missing() {
    let sandbox = "<iframe sandbox='allow-scripts' src='PAGE?embed=1' width='680' height='900'></iframe>";
    let around = Site::with(mild);
    let page = Site::with_headers(named_where_needed(), ANYBODY);
    let browser = Browser::open_without_start(&host(&around, &page, sandbox), DESK).await;
    browser.enter_frame("iframe").await;
    browser.wait_for("the odds", DONE).await;
    assert_eq!(browser.run(COUNTS).await, json!(["20", "80", "534"]));
    assert_eq!(browser.text(".unstyled").await, "");
    // A host that sends no header for other origins keeps the program away from such a frame.
    let strict = Site::start();
    let browser = Browser::open_without_start(&host(&around, &strict, sandbox), DESK).await;
    browser.enter_frame("iframe").await;
    if Engine::of_this_run() == Engine::WebKit {
        assert!(browser.text(".unstyled").await.contains("This frame blocks"), "without a style it is read");
        assert_eq!(browser.text("h1").await, "売上1億円には、年534件のリードが必要です。");
    } else {
        browser.wait_for("the message", "return !document.querySelector('#start-failed').hidden").await;
        assert_eq!(browser.text(".embed-answer b").await, "534", "the example reads");
        assert!(browser.text("#sandboxed").await.contains("Access-Control-Allow-Origin"), "what is missing");
    }
}

/// To `WebKit` a sandboxed frame is at home nowhere, so there the policy has to name the page's origin.
fn named_where_needed() -> Edit {
    if Engine::of_this_run() == Engine::WebKit { named } else { |_, content| content }
}

/// A page whose policy names its own origin, as a build that knows its address does.
fn named(name: &str, content: Vec<u8>) -> Vec<u8> {
    if name != "index.html" {
        return content;
    }
    let html = String::from_utf8(content).expect("a text");
    html.replace("'self'", "'self' http://127.0.0.1:*").into_bytes()
}

#[tokio::test]
async fn without_workers_the_frame_calculates_itself() {
    fn no_workers(name: &str, content: Vec<u8>) -> Vec<u8> {
        if name != "index.html" {
            return content;
        }
        let html = String::from_utf8(content).expect("a text");
        html.replace("worker-src 'self' blob:", "worker-src 'none'").into_bytes()
    }
    let site = Site::with(no_workers);
    let browser = Browser::open(&format!("{}?embed=1", site.address), PHONE).await;
    browser.wait_for("the odds", DONE).await;
    assert_eq!(browser.run(FINDING).await, json!("このとおり集めて1億円に届くのは、100回のうち 45回"));
}

#[tokio::test]
async fn twelve_on_one_page_all_answer() {
    let (page, around) = (Site::with_headers(|_, content| content, ANYBODY), Site::with(mild));
    let html = "<gyakusan-calculator events height='600' figure='none'></gyakusan-calculator>".repeat(12);
    let browser = Browser::open_without_start(&host(&around, &page, &html), DESK).await;
    // Those below the fold start as they come near, and in some browsers go on only while they are seen.
    browser
        .run("window.done = new Set(); \
              addEventListener('gyakusan-result', e => { if (e.detail.probability !== null) done.add(e.target) }); \
              const all = [...document.querySelectorAll('gyakusan-calculator')]; \
              setInterval(() => all.find(each => !done.has(each))?.scrollIntoView({ behavior: 'instant' }), 200)")
        .await;
    for count in 1..=12 {
        browser.wait_for("the next answer", &format!("return done.size >= {count}")).await;
    }
}

#[tokio::test]
async fn the_keyboard_goes_through_the_frame_and_out_again() {
    let (page, around) = (Site::with_headers(|_, content| content, ANYBODY), Site::with(mild));
    let html = "<button id='before'>a</button><iframe src='PAGE?embed=1&edit=target' width='680' height='700'></iframe>\
                <button id='after'>b</button>";
    let browser = Browser::open_without_start(&host(&around, &page, html), DESK).await;
    browser.enter_frame("iframe").await;
    browser.wait_for("the odds", DONE).await;
    // What index.html shows gives way to what the program draws.
    browser.wait_for_start().await;
    browser.click("#embed-0").await;
    browser.press(Key::Tab).await;
    assert_eq!(browser.run("return document.activeElement.className").await, json!("embed-open"));
    browser.press(Key::Tab).await;
    browser.leave_frame().await;
    assert_eq!(browser.run("return document.activeElement.id").await, json!("after"));
}
