//! The page's address: view and language stand in its query; the fragment belongs to the plan.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

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
        // A sandboxed frame refuses; the view changes all the same.
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&target));
    }
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
