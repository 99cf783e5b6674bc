//! What a reader's hands do: type, press, click, choose.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use super::{Browser, PATIENCE};
use crate::support::driver::Engine;

/// How long a page may take to hear of a click.
const HEARING: Duration = Duration::from_secs(5);

impl Browser {
    /// Replaces the text of a field, key by key.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let field = self.client.find(Locator::Css(selector)).await.expect("a field");
        self.bring_to_the_middle(&field).await;
        field.click().await.expect("a place to click");
        if Engine::of_this_run() == Engine::Chromium {
            let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
            field.send_keys(&all).await.expect("keys");
        } else {
            self.select_all(&field).await;
        }
        field.send_keys(text).await.expect("keys");
        self.settle().await;
    }

    /// Chooses files in the field that a selector finds.
    pub(crate) async fn choose_files(&self, selector: &str, files: &[PathBuf]) {
        let field = self.client.find(Locator::Css(selector)).await.expect("a field");
        let paths: Vec<_> = files.iter().map(|path| path.to_string_lossy()).collect();
        field.send_keys(&paths.join("\n")).await.expect("files");
    }

    /// Presses a key where the focus is.
    pub(crate) async fn press(&self, key: Key) {
        if Engine::of_this_run() == Engine::WebKit {
            // In a frame of another origin its driver does not find what has the focus.
            let value = char::from(key);
            let strike = KeyActions::new("keyboard".to_owned())
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
            self.client.perform_actions(strike).await.expect("a key");
        } else {
            let focus = self.client.active_element().await.expect("a focus");
            focus.send_keys(&char::from(key).to_string()).await.expect("a key");
        }
        self.settle().await;
    }

    /// Presses a letter with Control where the focus is.
    pub(crate) async fn press_with_control(&self, letter: char) {
        let focus = self.client.active_element().await.expect("a focus");
        let keys = format!("{}{letter}{}", char::from(Key::Control), char::from(Key::Null));
        focus.send_keys(&keys).await.expect("keys");
        self.settle().await;
    }

    /// Strikes keys of the keyboard one after the other while others are held, wherever the focus is.
    pub(crate) async fn strike(&self, held: &[Key], keys: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in held {
            actions = actions.then(KeyAction::Down { value: char::from(*key) });
        }
        for key in keys.chars() {
            actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        }
        for key in held {
            actions = actions.then(KeyAction::Up { value: char::from(*key) });
        }
        self.client.perform_actions(actions).await.expect("keys");
        self.settle().await;
    }

    /// Clicks the first element that a selector finds.
    pub(crate) async fn click(&self, selector: &str) {
        let found = self.client.find(Locator::Css(selector)).await;
        let found = found.unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.bring_to_the_middle(&found).await;
        self.settle().await;
        self.listen("click").await;
        found.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.wait_for_event().await;
        self.settle().await;
    }

    /// Begins to listen for an event in `WebKit`, whose driver may say that it has clicked before the page hears of it.
    async fn listen(&self, event: &str) {
        if Engine::of_this_run() == Engine::WebKit {
            let script = "window.hasHeard = false; \
                addEventListener(arguments[0], () => { window.hasHeard = true }, { capture: true, once: true })";
            self.client.execute(script, vec![json!(event)]).await.expect("a page that listens");
        }
    }

    /// Waits until the page has heard; one that a press leads away from has, and so has one whose frame is left.
    async fn wait_for_event(&self) {
        if Engine::of_this_run() != Engine::WebKit {
            return;
        }
        let begin = tokio::time::Instant::now();
        while begin.elapsed() < HEARING {
            match self.client.execute("return window.hasHeard !== false", Vec::new()).await {
                Ok(answer) if answer != json!(true) => tokio::time::sleep(Duration::from_millis(20)).await,
                _ => return,
            }
        }
    }

    /// Selects the text of a field. `WebKit`'s click may place the caret a little after its driver says that it has clicked.
    async fn select_all(&self, field: &Element) {
        let place = vec![serde_json::to_value(field).expect("a reference")];
        let select = "const [field] = arguments; field.select(); \
            return new Promise(done => setTimeout(() => done(field === document.activeElement \
            && field.selectionStart === 0 && field.selectionEnd === field.value.length), 60))";
        let begin = tokio::time::Instant::now();
        while self.client.execute(select, place.clone()).await.expect("a selection") != json!(true) {
            assert!(begin.elapsed() < PATIENCE, "waited for the selection in vain");
        }
    }

    /// Waits until what was used is drawn; Chromium's driver itself does.
    async fn settle(&self) {
        if Engine::of_this_run() != Engine::Chromium {
            let drawn = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
            // Where a press leads to another page the old one ends; then there is nothing to wait for.
            let _ = self.client.execute(drawn, Vec::new()).await;
        }
    }

    /// In the middle of the screen nothing that sticks to its edges stands before an element.
    async fn bring_to_the_middle(&self, element: &Element) {
        let place = vec![serde_json::to_value(element).expect("a reference")];
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.client.execute(script, place).await.expect("a place");
    }
}
