//! A headless browser with the page in it, and what a reader does there: look, type, press.

mod hands;

use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::support::command::Command;
use crate::support::driver::{DESK_FROM, Driver, Engine};
use crate::support::home::Home;
use crate::support::sheets;

/// How long a story waits for what must come.
const PATIENCE: Duration = Duration::from_mins(1);

/// A browser of the story's own; it ends with the story.
pub(crate) struct Browser {
    client: Client,
    // In this order they end: the driver closes the browser, and then nobody needs its folder any more.
    _driver: Driver,
    home: Home,
}

/// The address of nothing.
const BLANK: &str = "about:blank";

/// The size of a screen.
pub(crate) const DESK: (u32, u32) = (1440, 900);
pub(crate) const PHONE: (u32, u32) = (390, 844);
pub(crate) const SMALL_PHONE: (u32, u32) = (320, 640);

impl Browser {
    /// Opens an address on a screen of this size and waits until the program has started.
    pub(crate) async fn open(address: &str, screen: (u32, u32)) -> Self {
        let browser = Self::open_without_start(address, screen).await;
        browser.wait_for_start().await;
        browser
    }

    /// Goes to another address, whose program may never start.
    pub(crate) async fn go_without_start(&self, address: &str) {
        self.client.goto(address).await.expect("the page");
    }

    /// Lets pages run scripts, or none.
    pub(crate) async fn allow_scripts(&self, allows: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !allows })).await;
    }

    /// Opens a browser with nothing in it.
    pub(crate) async fn blank(screen: (u32, u32)) -> Self {
        Self::open_without_start(BLANK, screen).await
    }

    /// Goes to another address; where the page is there, until its program has started.
    pub(crate) async fn goto(&self, address: &str) {
        self.client.goto(address).await.expect("the page");
        if address != BLANK {
            self.wait_for_start().await;
        }
    }

    /// The content of what the browser downloaded under a name that ends so, once it is there whole.
    pub(crate) async fn downloaded(&self, ending: &str) -> Vec<u8> {
        self.home.downloaded(ending).await
    }

    /// The window that is looked at.
    pub(crate) async fn window(&self) -> WindowHandle {
        self.client.window().await.expect("a window")
    }

    /// Opens an address in a window of its own, and looks at that.
    pub(crate) async fn open_window(&self, address: &str) -> WindowHandle {
        let window = self.client.new_window(true).await.expect("a window").handle;
        self.switch_to(&window).await;
        self.goto(address).await;
        window
    }

    /// Looks at another window.
    pub(crate) async fn switch_to(&self, window: &WindowHandle) {
        self.client.switch_to_window(window.clone()).await.expect("the window");
    }

    /// Opens an address whose program may never start.
    pub(crate) async fn open_without_start(address: &str, screen: (u32, u32)) -> Self {
        let engine = Engine::of_this_run();
        let home = Home::new();
        let (client, driver) = connect(engine, screen, &home).await;
        let browser = Self { client, _driver: driver, home };
        browser.fit(engine, screen).await;
        browser.client.goto(address).await.expect("the page");
        // A page with nothing in it says nothing of its width, and is shown as a desk's.
        if address != BLANK {
            let width = browser.run("return innerWidth").await;
            assert_eq!(width, json!(screen.0), "the screen is as wide as was asked");
        }
        browser
    }

    /// Gives the page the size that was asked for, where the browser's own window is another one.
    async fn fit(&self, engine: Engine, (width, height): (u32, u32)) {
        match engine {
            Engine::Chromium => {}
            // Its window is never narrower than 500 pixels; the page in it can be.
            Engine::Firefox if width >= DESK_FROM => {}
            Engine::Firefox => {
                self.command("moz/context", json!({ "context": "chrome" })).await;
                let size = [("width", width), ("height", height)].map(|(side, pixels)| {
                    ["min", "max"]
                        .map(|end| format!("style.setProperty('{end}-{side}', '{pixels}px');"))
                        .concat()
                });
                self.run(&format!("const {{ style }} = gBrowser.selectedBrowser; {}", size.concat())).await;
                self.command("moz/context", json!({ "context": "content" })).await;
            }
            Engine::WebKit => {
                self.client.set_window_rect(0, 0, width, height).await.expect("a window");
                let is_set = format!("return innerWidth === {width} && outerHeight === {height}");
                self.wait_for("the window", &is_set).await;
                // The page is lower than the window by what the browser shows above it.
                let above = self.run("return outerHeight - innerHeight").await.as_u64().unwrap_or(0) as u32;
                self.client.set_window_rect(0, 0, width, height + above).await.expect("a window");
                self.wait_for("the window", &format!("return innerHeight === {height}")).await;
            }
        }
    }

    /// What a script returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.run_with(script, Vec::new()).await
    }

    /// What a script returns that is given these arguments.
    pub(crate) async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until the program has started.
    pub(crate) async fn wait_for_start(&self) {
        self.wait_for("the start", "return document.documentElement?.dataset.started === 'true'").await;
    }

    /// Waits until a script returns true.
    pub(crate) async fn wait_for(&self, what: &str, script: &str) {
        let begin = tokio::time::Instant::now();
        while self.run(script).await != json!(true) {
            assert!(begin.elapsed() < PATIENCE, "waited for {what} in vain");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the figures rest on every trial.
    pub(crate) async fn wait_for_odds(&self) {
        self.wait_for("the odds", "return !document.querySelector('.strip').hasAttribute('data-interim')")
            .await;
    }

    /// Waits until every question about the plan is answered too.
    pub(crate) async fn wait_for_answers(&self) {
        self.wait_for_odds().await;
        self.wait_for("the answers", "return document.querySelector('[data-pending]') === null").await;
    }

    /// Uses the page as a reader does who scrolls, and waits for what it then fetches.
    pub(crate) async fn wait_for_details(&self) {
        self.run("dispatchEvent(new Event('scroll'))").await;
        self.wait_for("the details", "return document.querySelector('.later-line') === null").await;
    }

    /// Unfolds the table of every figure, and waits until the page has drawn what the presses change.
    pub(crate) async fn show_tables(&self) {
        const FOLDED: &str = ".figure-toggle[aria-pressed=false]";
        self.run(&format!("document.querySelectorAll('{FOLDED}').forEach(button => button.click())")).await;
        self.wait_for("the tables", &format!("return document.querySelector('{FOLDED}') === null")).await;
    }

    /// Shows the page in a theme, as if the system asked for it.
    pub(crate) async fn set_theme(&self, theme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": theme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Shows the page as this medium does; nothing ends that.
    pub(crate) async fn set_medium(&self, media: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media })).await;
    }

    /// Shows the page as if the system asked for this.
    pub(crate) async fn set_media(&self, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// What scripts hold, in bytes, without what nobody needs any more.
    pub(crate) async fn heap(&self) -> f64 {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let usage = self.devtools("Runtime.getHeapUsage", json!({})).await;
        usage["usedSize"].as_f64().expect("bytes")
    }

    /// How many documents there are, that of each frame one.
    pub(crate) async fn documents(&self) -> u64 {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let counters = self.devtools("Memory.getDOMCounters", json!({})).await;
        counters["documents"].as_u64().expect("a number")
    }

    /// A picture of the whole page on a screen of this size, as PNG.
    pub(crate) async fn picture(&self, (width, _): (u32, u32)) -> Vec<u8> {
        let height = self.run("return document.documentElement.scrollHeight").await;
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        self.file("Page.captureScreenshot", parameters).await
    }

    /// The page printed on A4, as PDF.
    pub(crate) async fn print(&self) -> Vec<u8> {
        match Engine::of_this_run() {
            Engine::Chromium => {
                let parameters =
                    json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
                self.file("Page.printToPDF", parameters).await
            }
            Engine::Firefox => {
                // It takes its margins from here and not from the page.
                let margin = json!({ "top": 1.2, "bottom": 1.2, "left": 1.2, "right": 1.2 });
                let page = json!({ "width": 21.0, "height": 29.7 });
                let printed = self.command("print", json!({ "page": page, "margin": margin })).await;
                decoded(&printed)
            }
            Engine::WebKit => panic!("WebKitGTK's driver does not print"),
        }
    }

    /// How many sheets the page takes when it is printed on A4.
    pub(crate) async fn printed_pages(&self) -> usize {
        sheets::count(&self.print().await)
    }

    /// Whether nothing lies beyond the right edge.
    pub(crate) async fn fits_its_width(&self) -> bool {
        let script = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        self.run(script).await == json!(true)
    }

    async fn devtools(&self, name: &'static str, parameters: Value) -> Value {
        assert_eq!(Engine::of_this_run(), Engine::Chromium, "only Chromium knows {name}");
        self.command("goog/cdp/execute", json!({ "cmd": name, "params": parameters })).await
    }

    async fn command(&self, place: &'static str, parameters: Value) -> Value {
        let answer = self.client.issue_cmd(Command { place, parameters }).await;
        answer.unwrap_or_else(|error| panic!("{place}: {error}"))
    }

    async fn file(&self, name: &'static str, parameters: Value) -> Vec<u8> {
        decoded(&self.devtools(name, parameters).await["data"])
    }

    /// The visible text of the first element that a selector finds.
    pub(crate) async fn text(&self, selector: &str) -> String {
        let found = self.client.find(Locator::Css(selector)).await;
        let found = found.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.text().await.expect("a text").replace('\n', "")
    }

    /// The computed counts of the tree, from the won deal to the first stage.
    pub(crate) async fn counts(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('.tree-column[data-owner] .tree-count input')].map(i => i.value)";
        serde_json::from_value(self.run(script).await).expect("texts")
    }

    /// Fetches the later part of the page, and waits until its details are there.
    pub(crate) async fn fetch_details(&self) {
        self.run("document.querySelectorAll('.later-line button').forEach(button => button.click())").await;
        self.wait_for("the details", "return document.querySelector('.later-line') === null").await;
    }

    /// Opens the menu of the link, changed or not as the plan is, and gives the link.
    pub(crate) async fn open_link(&self) -> String {
        self.click(".top-bar-end details.popover:nth-of-type(1) > summary").await;
        self.wait_for("the link", "return document.querySelector('details[open] #link') !== null").await;
        serde_json::from_value(self.run("return document.querySelector('#link').value").await)
            .expect("a link")
    }

    /// Opens the page on which authors make a frame of a plan.
    pub(crate) async fn open_author(&self) {
        self.open_link().await;
        self.click("#link + .menu-actions button:last-child").await;
        let is_open = "return document.querySelector('.author[open] #author-code') !== null";
        self.wait_for("the page of authors", is_open).await;
    }

    /// Goes into the first frame that a selector finds, once it holds its page.
    pub(crate) async fn enter_frame(&self, selector: &str) {
        let begin = tokio::time::Instant::now();
        loop {
            let frame = self.client.find(Locator::Css(selector)).await;
            let frame = frame.unwrap_or_else(|error| panic!("{selector}: {error}"));
            frame.enter_frame().await.expect("a frame");
            // The empty page before it is another one to some drivers, and its place is lost.
            if self.client.execute("return location.href !== 'about:blank'", Vec::new()).await.ok()
                == Some(json!(true))
            {
                return;
            }
            assert!(begin.elapsed() < PATIENCE, "waited for the frame {selector} in vain");
            tokio::time::sleep(Duration::from_millis(20)).await;
            let _ = self.client.clone().enter_parent_frame().await;
        }
    }

    /// Goes back out of a frame.
    pub(crate) async fn leave_frame(&self) {
        self.client.clone().enter_parent_frame().await.expect("a page around");
    }
}

/// A browser with the driver that holds it; a driver that hangs up, as happens on a busy machine, is started anew.
async fn connect(engine: Engine, screen: (u32, u32), home: &Home) -> (Client, Driver) {
    let mut last = None;
    for _ in 0..3 {
        let mut driver = engine.start_driver(home);
        let capabilities = serde_json::from_value(engine.capabilities(screen, home)).expect("capabilities");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(capabilities).connect(&driver.address()).await {
            Ok(client) => {
                driver.holds(client.session_id().await.expect("an answer").expect("a session"));
                return (client, driver);
            }
            Err(error) => last = Some(error),
        }
    }
    panic!("no browser came, three times: {last:?}");
}

/// A file as drivers send it.
fn decoded(answer: &Value) -> Vec<u8> {
    BASE64_STANDARD.decode(answer.as_str().expect("a file")).expect("a file in base64")
}
