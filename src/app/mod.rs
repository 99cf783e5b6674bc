//! The page in the browser: components that bind the session's panels to the document, and the browser's interfaces.

pub mod edge;
mod part;
mod view;

use leptos::prelude::*;

use crate::session::Session;
use edge::address::{self, Address};
use edge::runner::Runner;
use view::shell;

/// Starts the page in `#app`; does nothing inside a worker, which starts from the same program.
pub fn start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    let Ok(app) = wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(app) else { return };
    // The static first view gives way to the same view, alive.
    app.set_text_content(None);
    app.set_class_name("");
    mount_to(app, App).forget();
    if let Some(root) = document.document_element() {
        // boot.js takes the page for failed until it reads this.
        let _ = root.set_attribute("data-started", "true");
    }
}

/// The whole page with its own session.
#[component]
pub fn App() -> impl IntoView {
    let address = address::read();
    let session = RwSignal::new(Session::new(address.language));
    let current = RwSignal::new(address.view);
    let shown = Memo::new(move |_| session.with(Session::panels));
    let language = Memo::new(move |_| session.with(|session| session.language));
    let runner = Runner::start(session);

    address::on_back(move |address: Address| {
        current.set(address.view);
        session.update(|session| session.language = address.language);
    });
    Effect::new(move |_| address::show(&Address { view: current.get(), language: language.get() }));
    let revision = Memo::new(move |_| session.with(Session::revision));
    Effect::new(move |_| {
        // Reading computes the revision and so ties it to the session, which tracking alone would not.
        let _ = revision.get();
        runner.run();
    });

    shell::page(session, shown, current, runner)
}
