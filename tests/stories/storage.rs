//! A browser that keeps nothing, has no room, forgets, or holds what nobody can read: the plan is there again all the same.

use gyakusan::document::{Document, Workbook};
use gyakusan::session::{Field, Session};
use gyakusan::share::link;
use gyakusan::text::Language;
use serde_json::{Value, json};

use crate::record::record;
use crate::support::browser::{Browser, DESK};
use crate::support::site::Site;

/// What a browser does that does not keep things as it should.
const REFUSALS: [(&str, &str); 8] = [
    (
        "blocked",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    ("absent", "Object.defineProperty(window, 'localStorage', { get: () => null });"),
    ("full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"),
    (
        "unreadable",
        "Storage.prototype.getItem = () => { throw new DOMException('no', 'InvalidStateError'); };",
    ),
    (
        "unlisted",
        "Object.defineProperty(Storage.prototype, 'length', { get() { throw new DOMException('no'); } }); Storage.prototype.key = () => { throw new DOMException('no'); };",
    ),
    ("forgetful", "Storage.prototype.setItem = () => {};"),
    (
        "without sessions",
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    (
        "without both",
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
];

/// What stands where a plan should.
const DAMAGED: [(&str, &str); 6] = [
    ("no record", "not a record"),
    ("nothing", ""),
    ("null", "null"),
    ("of a newer page", r#"{"record":9}"#),
    ("cut off", r#"{"record":1,"token":7,"saved":1,"file":"{\"version\":1,\"name"#),
    ("another thing", r#"{"record":1,"token":7,"saved":1,"file":"[]"}"#),
];

fn fragment(target: &str) -> String {
    let mut session = Session::new(Language::Ja);
    session.type_into(Field::Target, target);
    session.commit(Field::Target);
    let document = Document { plan: session.plan().clone(), workbook: Workbook::default() };
    link::encode(&document).expect("a link").fragment
}

/// Types a target and waits until the address holds the plan.
async fn plan(browser: &Browser, target: &str) {
    browser.type_into("#target", target).await;
    let held = format!("return location.hash === '{}'", fragment(target));
    browser.wait_for("the address", &held).await;
}

/// Loads the page anew; the plan is there.
async fn assert_there_again(browser: &Browser, target: &str, case: &str) {
    browser.run("window.isOld = true; location.reload()").await;
    let there = format!(
        "return window.isOld === undefined && document.documentElement?.dataset.started === 'true' && document.querySelector('#target')?.value === '{target}'"
    );
    browser.wait_for(case, &there).await;
}

fn done(cases: usize) {
    record("storage", &[cases.to_string()]);
}

#[tokio::test]
async fn a_browser_that_refuses_loses_no_plan() {
    for (case, refusal) in REFUSALS {
        let site = Site::with_script(refusal);
        let browser = Browser::open(&site.address, DESK).await;
        plan(&browser, "2億").await;
        assert_there_again(&browser, "2億", case).await;
        plan(&browser, "3億").await;
        assert_there_again(&browser, "3億", case).await;
    }
    done(REFUSALS.len());
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_stays() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    for (case, text) in DAMAGED {
        let put = format!(
            "localStorage.clear(); sessionStorage.clear(); localStorage.setItem('gyakusan.plan.x', {}); \
             localStorage.setItem('gyakusan.current', 'gyakusan.plan.x'); history.replaceState(null, '', './')",
            json!(text)
        );
        browser.run(&put).await;
        browser.goto("about:blank").await;
        browser.goto(&site.address).await;
        browser.wait_for(case, "return document.querySelector('.arrival') !== null").await;
        plan(&browser, "2億").await;
        assert_eq!(
            browser.run("return localStorage.getItem('gyakusan.plan.x')").await,
            json!(text),
            "{case}"
        );
        assert_there_again(&browser, "2億", case).await;
        assert_eq!(
            browser.run("return localStorage.getItem('gyakusan.plan.x')").await,
            json!(text),
            "{case}"
        );
    }
    done(DAMAGED.len());
}

#[tokio::test]
async fn what_is_gone_or_full_costs_no_plan() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    // Somebody clears the browser's memory while the page is open.
    plan(&browser, "2億").await;
    browser.run("localStorage.clear(); sessionStorage.clear()").await;
    plan(&browser, "3億").await;
    let saved = "return Object.values(localStorage).some(text => text.includes('300000000'))";
    browser.wait_for("saving", saved).await;
    assert_there_again(&browser, "3億", "cleared").await;
    // The plan that was open last is gone, and nothing is in the address.
    browser
        .run("localStorage.setItem('gyakusan.current', 'gyakusan.plan.gone'); sessionStorage.clear(); history.replaceState(null, '', './')")
        .await;
    browser.goto("about:blank").await;
    browser.goto(&site.address).await;
    assert_eq!(browser.run("return document.querySelector('#target').value").await, json!("1億"));
    let names = "return Object.keys(localStorage).filter(name => name.startsWith('gyakusan.plan.')).length";
    assert_eq!(browser.run(names).await, json!(1), "the saved plan stays");
    // No room at all.
    plan(&browser, "2億").await;
    let fill = "let size = 1 << 20, count = 0; while (size > 0) { try { localStorage.setItem('filler' + count, 'x'.repeat(size)); count += 1; } catch { size >>= 1; } } return count";
    assert!(browser.run(fill).await.as_u64().is_some_and(|count| count > 0));
    let before: Value = browser
        .run("return Object.entries(localStorage).filter(([name]) => name.startsWith('gyakusan.plan.'))")
        .await;
    plan(&browser, "4億").await;
    assert_there_again(&browser, "4億", "full").await;
    let kept = "return Object.keys(localStorage).filter(name => name.startsWith('gyakusan.plan.')).length";
    assert!(
        browser.run(kept).await.as_u64() >= before.as_array().map(|all| all.len() as u64),
        "no plan went"
    );
    done(3);
}

#[tokio::test]
async fn the_loser_of_two_windows_is_kept() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    plan(&browser, "2億").await;
    let first = browser.window().await;
    let second = browser.open_window(&site.address).await;
    // It does not hear of the other, as if both had typed at the same moment.
    browser.run("Object.defineProperty(StorageEvent.prototype, 'key', { get: () => null })").await;
    browser.switch_to(&first).await;
    plan(&browser, "4億").await;
    browser.switch_to(&second).await;
    browser.type_into("#target", "5億").await;
    let both = "const all = Object.values(localStorage).join(); return all.includes('400000000') && all.includes('500000000')";
    browser.wait_for("both plans", both).await;
    let name = "return document.querySelector('#plan-name').value.endsWith('（この窓の分）')";
    browser.wait_for("its name", name).await;
    done(1);
}
