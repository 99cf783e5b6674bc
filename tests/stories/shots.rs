//! Pictures of every view, theme, width and language, to be looked at: `cargo xtask shots` writes them to target/shots.
//!
//! Nothing is compared; the program fails where the page does not come to its last figures, or scrolls sideways.

use std::path::{Path, PathBuf};

use crate::support::browser::Browser;
use crate::support::site::Site;

/// Widths of screens with the height of their first sight.
const SCREENS: [(u32, u32); 4] = [(1440, 900), (768, 1024), (390, 844), (320, 640)];

/// A state of the page: its name, its address, and what is done there before the picture is taken.
const STATES: [(&str, &str, &str); 8] = [
    ("plan", "?view=plan", ""),
    ("plan-open", "?view=plan", "document.querySelectorAll('main details').forEach(d => { d.open = true; })"),
    ("odds", "?view=odds", ""),
    (
        "odds-tables",
        "?view=odds",
        "document.querySelectorAll('.figure-toggle[aria-pressed=false]').forEach(b => b.click())",
    ),
    ("plan-en", "?view=plan&lang=en", ""),
    ("odds-en", "?view=odds&lang=en", ""),
    ("method", "?view=method", ""),
    ("method-en", "?view=method&lang=en", ""),
];

#[tokio::test]
async fn every_state_has_its_pictures() {
    let folder = PathBuf::from(std::env::var("GYAKUSAN_SHOTS").expect("a folder; run cargo xtask shots"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let site = Site::start();
    for screen in SCREENS {
        for (name, query, action) in STATES {
            let browser = Browser::open(&format!("{}{query}", site.address), screen).await;
            browser.wait_for_details().await;
            browser.fetch_details().await;
            browser.wait_for_answers().await;
            browser.run(action).await;
            for theme in ["light", "dark"] {
                browser.set_theme(theme).await;
                let path = folder.join(format!("{name}-{}-{theme}.png", screen.0));
                write(&path, &browser.picture(screen).await);
            }
            let fits = browser.fits_its_width().await;
            assert!(fits, "{name} scrolls sideways at {} pixels", screen.0);
        }
    }
}

#[tokio::test]
async fn every_view_has_its_print() {
    let folder = PathBuf::from(std::env::var("GYAKUSAN_SHOTS").expect("a folder; run cargo xtask shots"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let site = Site::start();
    for view in ["plan", "odds"] {
        let browser = Browser::open(&format!("{}?view={view}", site.address), SCREENS[0]).await;
        browser.wait_for_details().await;
        browser.fetch_details().await;
        browser.wait_for_answers().await;
        write(&folder.join(format!("{view}-a4.pdf")), &browser.print().await);
    }
}

fn write(path: &Path, content: &[u8]) {
    std::fs::write(path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
