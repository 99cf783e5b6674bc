//! A folder of a browser's own, which ends with it: what it downloads, and the settings that it finds there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// `WebKitGTK`'s window has a row of buttons that keeps it 447 pixels wide at least; a phone's page is narrower.
const SMALL_BUTTONS: &str =
    "* { min-width: 0; min-height: 0; margin: 0; border-width: 0; padding: 0; font-size: 1px; }";

/// How often a download is looked for, and how long each time is waited.
const LOOKS: u32 = 200;
const PAUSE: Duration = Duration::from_millis(300);

/// The folder.
#[derive(Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    /// Makes it, with the settings in it.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("gyakusan-browser-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let home = Self(std::env::temp_dir().join(name));
        let style = home.settings().join("gtk-3.0");
        fs::create_dir_all(&style).expect("a folder");
        fs::create_dir_all(home.downloads()).expect("a folder");
        fs::write(style.join("gtk.css"), SMALL_BUTTONS).expect("a file");
        let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
        fs::write(home.settings().join("user-dirs.dirs"), folders).expect("a file");
        home
    }

    /// Where the browser puts what it downloads.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    /// Where programs of the desktop look for settings.
    pub(crate) fn settings(&self) -> PathBuf {
        self.0.join("settings")
    }

    /// The content of the download whose name ends so, once it is there whole.
    pub(crate) async fn downloaded(&self, ending: &str) -> Vec<u8> {
        // WebKit writes into the file itself, so it is whole once it grows no more.
        let mut before = None;
        for _ in 0..LOOKS {
            let found = whole(&self.downloads(), ending);
            if found.is_some() && found == before {
                return found.unwrap_or_default();
            }
            before = found;
            tokio::time::sleep(PAUSE).await;
        }
        panic!("no file ending in {ending} came");
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The file whose name ends so; until it is whole it has another name, or one of another name, or nothing in it, beside it.
fn whole(folder: &Path, ending: &str) -> Option<Vec<u8>> {
    let names = || fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let path = names().find(|path| path.to_string_lossy().ends_with(ending))?;
    let is_under_way = names().any(|other| {
        let rest = other.to_string_lossy().strip_prefix(&*path.to_string_lossy()).map(str::len);
        rest.is_some_and(|length| length > 0) || other.extension().is_some_and(|kind| kind == "part")
    });
    let content = fs::read(path).ok()?;
    (!is_under_way && !content.is_empty()).then_some(content)
}
