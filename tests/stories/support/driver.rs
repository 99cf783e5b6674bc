//! The three browsers that stories run in, each started through its own driver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use super::home::Home;
use super::policy;
use super::screen::Screen;

/// How long a driver may take to listen, and to close its browser.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long it is left alone before it is asked again.
const PAUSE: Duration = Duration::from_millis(20);

/// A browser narrower than this is a phone's, whose bars to scroll with lie over the page.
pub(crate) const DESK_FROM: u32 = 500;

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

    /// Starts a driver; one that ends before it listens, as happens on a busy machine, is started anew.
    pub(crate) fn start_driver(self, home: &Home) -> Driver {
        for _ in 0..3 {
            let screen = (self == Self::WebKit).then(|| Screen::start(named("XVFB")));
            let (program, port) = match self {
                Self::Chromium => {
                    said_port("CHROMEDRIVER", &["--port=0"], "was started successfully on port ")
                }
                // What the browser's own window does is a matter of the system to it; a screen's width is one.
                Self::Firefox => said_port(
                    "GECKODRIVER",
                    &["--port=0", "--allow-system-access"],
                    "Listening on 127.0.0.1:",
                ),
                Self::WebKit => given_port("WEBKITDRIVER", home, screen.as_ref()),
            };
            let driver = Driver { program, port: port.unwrap_or_default(), session: None, _screen: screen };
            if port.is_some() {
                return driver;
            }
        }
        panic!("the driver did not listen, three times");
    }

    /// What the driver is asked for: a browser with a screen of this size, in Japanese.
    pub(crate) fn capabilities(self, (width, height): (u32, u32), home: &Home) -> Value {
        match self {
            Self::Chromium => chromium((width, height), home),
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
                        "browser.download.folderList": 2,
                        "browser.download.dir": home.downloads(),
                        "ui.useOverlayScrollbars": i32::from(width < DESK_FROM),
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": named("MINIBROWSER"),
                    "args": ["--automation"],
                },
            }),
        }
    }
}

/// A driver that runs, and its browser; both end with it.
#[derive(Debug)]
pub(crate) struct Driver {
    program: Child,
    port: u16,
    /// The name of the browser's session, once there is one.
    session: Option<String>,
    /// Ends after the driver.
    _screen: Option<Screen>,
}

impl Driver {
    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Has it close the browser of this session at its end.
    pub(crate) fn holds(&mut self, session: String) {
        self.session = Some(session);
    }

    /// Closes the browser and waits until it is closed.
    fn close(&self, session: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            self.port
        )?;
        let mut answer = [0; 64];
        stream.read(&mut answer).map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind, so the browser is closed first; there is nothing to be done
        // where either has ended already.
        let refused = self.session.take().and_then(|session| {
            let refused = policy::refused(self.port, &session);
            let _ = self.close(&session);
            refused
        });
        let _ = self.program.kill();
        let _ = self.program.wait();
        policy::assert_none(refused);
    }
}

fn chromium((width, height): (u32, u32), home: &Home) -> Value {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--lang=ja", format!("--window-size={width},{height}"),
        ],
        "prefs": {
            "download.default_directory": home.downloads(),
            "profile.default_content_setting_values.automatic_downloads": 1,
        },
    });
    if let Ok(program) = std::env::var("CHROME") {
        options["binary"] = json!(program);
    }
    if width < DESK_FROM {
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
fn given_port(variable: &str, home: &Home, screen: Option<&Screen>) -> (Child, Option<u16>) {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let port = free.expect("a free port").port();
    let driver = Command::new(named(variable))
        .arg(format!("--port={port}"))
        .env("XDG_CONFIG_HOME", home.settings())
        .envs(screen.map(|screen| ("DISPLAY", &screen.name)))
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
