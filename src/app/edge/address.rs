//! The page's address: view and language stand in its query; the fragment belongs to the plan.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::session::View;
use crate::text::Language;

/// What the address says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Address {
    /// The view shown.
    pub view: View,
    /// The language of every text.
    pub language: Language,
}

/// Marks the steps of the history in which the plan is the page's own; the others are marked as followed (boot.js) until
/// their plan is kept, so that they are followed again when the page is loaded anew.
const OWN: JsValue = JsValue::TRUE;

/// Reads the address; what it does not say is the first view, in Japanese.
pub fn read() -> Address {
    let Some(window) = web_sys::window() else { return Address::default() };
    let search = window.location().search().unwrap_or_default();
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(&search) else { return Address::default() };
    let view = query.get("view");
    let view = View::ALL.iter().find(|(_, name)| Some(*name) == view.as_deref()).map(|(view, _)| *view);
    let language = query.get("lang").and_then(|tag| Language::from_tag(&tag));
    Address { view: view.unwrap_or_default(), language: language.unwrap_or_default() }
}

/// Writes the address as a new step of the history where it changes, and tells the document its language.
pub fn show(address: &Address) {
    let Some(window) = web_sys::window() else { return };
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", address.language.tag());
    }
    if let Some(document) = window.document() {
        document.set_title(address.language.words().shell().title);
    }
    if read() == *address {
        return;
    }
    let location = window.location();
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(&location.search().unwrap_or_default()) else {
        return;
    };
    query.set("view", address.view.name());
    query.set("lang", address.language.tag());
    let fragment = location.hash().unwrap_or_default();
    let target = format!("?{}{fragment}", query.to_string());
    if let Ok(history) = window.history() {
        // Whose plan it is does not change with the view. A sandboxed frame refuses; the view changes all the same.
        let _ = history.push_state_with_url(&history.state().unwrap_or(OWN), "", Some(&target));
    }
}

/// The fragment of the address, where it holds a plan.
pub fn plan() -> Option<String> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    (fragment.len() > 1).then_some(fragment)
}

/// Writes the plan into the address, in the place of the one before; `fragment` begins with `#` or is empty.
pub(super) fn show_plan(fragment: &str) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    if !is_foreign() && location.hash().is_ok_and(|shown| shown == fragment) {
        return;
    }
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if let Ok(history) = window.history() {
        // Browsers refuse too many of these; the next one writes what this one did not.
        let _ = history.replace_state_with_url(&OWN, "", Some(&[&path, fragment].concat()));
    }
}

/// The whole address with a plan in it.
pub(super) fn with_plan(fragment: &str) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    [href.split('#').next().unwrap_or_default(), fragment].concat()
}

/// Marks the step of the history that is shown as a link that was followed on this very page.
pub(super) fn mark_followed() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state(&JsValue::FALSE, "");
    }
}

/// Whether the plan in the address is from elsewhere.
pub fn is_foreign() -> bool {
    let state = web_sys::window().and_then(|window| window.history().ok()?.state().ok());
    state.is_none_or(|state| state.is_falsy())
}

/// Calls `action` with the address whenever the user goes back or forward.
pub fn on_back(action: impl Fn(Address) + 'static) {
    let callback = Closure::<dyn Fn()>::new(move || action(read()));
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", callback.as_ref().unchecked_ref());
    }
    // The page listens as long as it lives.
    callback.forget();
}
