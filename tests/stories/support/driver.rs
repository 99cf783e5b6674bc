//! The three browsers that stories run in, each started through its own driver.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long it is left alone before it is asked again.
const PAUSE: Duration = Duration::from_millis(20);

/// A browser's engine; `GYAKUSAN_ENGINE` names the one that stories run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine that this run is for; Chromium where nothing is said.
    pub(crate) fn of_this_run() -> Self {
        match std::env::var("GYAKUSAN_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("GYAKUSAN_ENGINE is {other:?}; it is chromium, firefox or webkit"),
        }
    }

    /// Starts a driver, and says its port; one that ends before it listens, as happens on a busy machine, is started anew.
    pub(crate) fn start_driver(self) -> (Child, u16) {
        for _ in 0..3 {
            let (mut driver, port) = match self {
                Self::Chromium => {
                    said_port("CHROMEDRIVER", &["--port=0"], "was started successfully on port ")
                }
                Self::Firefox => said_port("GECKODRIVER", &["--port=0"], "Listening on 127.0.0.1:"),
                Self::WebKit => given_port("WEBKITDRIVER"),
            };
            if let Some(port) = port {
                return (driver, port);
            }
            let _ = driver.kill();
            let _ = driver.wait();
        }
        panic!("the driver did not listen, three times");
    }

    /// What the driver is asked for: a browser with a screen of this size, in Japanese.
    pub(crate) fn capabilities(self, (width, height): (u32, u32)) -> Value {
        match self {
            Self::Chromium => chromium((width, height)),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": named("FIREFOX"),
                    "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
                    // Without them the first start opens pages of its own and asks for updates.
                    "prefs": {
                        "intl.accept_languages": "ja",
                        "app.update.enabled": false,
                        "browser.shell.checkDefaultBrowser": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": named("MINIBROWSER"),
                    "args": ["--automation", format!("--geometry={width}x{height}")],
                },
            }),
        }
    }
}

fn chromium((width, height): (u32, u32)) -> Value {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--lang=ja", format!("--window-size={width},{height}"),
        ],
    });
    if let Ok(program) = std::env::var("CHROME") {
        options["binary"] = json!(program);
    }
    if width < 500 {
        // A window is never narrower than 500 pixels; a phone's screen can be.
        options["mobileEmulation"] = json!({ "deviceMetrics": { "width": width, "height": height, "pixelRatio": 1.0, "touch": true } });
    }
    // The log tells what the content security policy refused.
    json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}

fn named(variable: &str) -> String {
    std::env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} names a program of the tests; run cargo xtask test"))
}

/// A driver that chooses a port and says it after these words.
fn said_port(variable: &str, arguments: &[&str], before: &str) -> (Child, Option<u16>) {
    let mut driver = Command::new(named(variable))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a driver");
    let mut lines = BufReader::new(driver.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let (_, port) = line.split_once(before)?;
        port.trim().trim_end_matches('.').parse().ok()
    });
    // A driver that goes on talking ends where nobody listens.
    std::thread::spawn(move || lines.for_each(drop));
    (driver, port)
}

/// A driver that is told its port and says nothing; it listens soon.
fn given_port(variable: &str) -> (Child, Option<u16>) {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let port = free.expect("a free port").port();
    let driver = Command::new(named(variable))
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a driver");
    for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return (driver, Some(port));
        }
        std::thread::sleep(PAUSE);
    }
    (driver, None)
}
