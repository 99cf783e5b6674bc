//! The page in the browser: one session, what it shows brought to the document, what users do told to it.

pub mod edge;
mod listen;
mod reading;
mod surface;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::session::{LaterPart, Session, View};
use crate::text::Language;
use crate::view;
use edge::address::{self, Address};
use edge::later;
use edge::runner::Runner;
use edge::theme;
use surface::Surface;

/// How long a notice stands.
const NOTICE_TIME: Duration = Duration::from_secs(6);

/// What stays the same between drawings that differ in details only.
type Shown = (View, Language);

/// Starts the page in `#app`; does nothing inside a worker, which starts from the same program.
pub fn start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    let Ok(app) = app.dyn_into::<web_sys::HtmlElement>() else { return };
    // The static first view gives way to the same view, alive.
    app.set_text_content(None);
    app.set_class_name("");
    let surface = Rc::new(Surface::new(document.clone(), app.clone().into()));
    mount_to(app, move || page(&surface)).forget();
    if let Some(root) = document.document_element() {
        // boot.js takes the page for failed until it reads this.
        let _ = root.set_attribute("data-started", "true");
    }
}

/// The whole page with its own session: every change of it is drawn, and its plan is simulated.
fn page(surface: &Rc<Surface>) {
    let address = address::read();
    let mut first = Session::new(address.language);
    first.screen.view = address.view;
    // Drawn at once, so that nobody sees the page empty.
    surface.show(nodes(&first, None));
    let session = RwSignal::new(first);
    let runner = Runner::start(session);

    listen::listen(surface, session);
    listen::listen_everywhere(surface, session);
    listen::on_first_use(session);
    draw(surface, session);
    let wants_later = Memo::new(move |_| session.with(|session| session.screen.wants_later()));
    Effect::new(move |_| {
        if wants_later.get() {
            load_later(session, runner);
        }
    });

    address::on_back(move |address: Address| {
        session.update(|session| {
            session.screen.view = address.view;
            session.language = address.language;
        });
    });
    let outside = Memo::new(move |_| {
        session.with(|session| {
            (Address { view: session.screen.view, language: session.language }, session.screen.theme)
        })
    });
    Effect::new(move |_| {
        let (address, theme) = outside.get();
        address::show(&address);
        theme::apply(theme);
    });
    let notice = Memo::new(move |_| session.with(|session| session.screen.notice.as_ref().map(|n| n.id)));
    Effect::new(move |_| {
        if let Some(id) = notice.get() {
            set_timeout(move || session.update(|session| session.dismiss(id)), NOTICE_TIME);
        }
    });
    let asked = Memo::new(move |_| session.with(|session| (session.revision(), session.is_stopped())));
    Effect::new(move |_| {
        let (revision, is_stopped) = asked.get();
        runner.follow(revision, is_stopped);
    });
}

/// Draws every change of the session: what the opening part makes at once, and what belongs to it in the frame after the
/// next paint, so that typing never waits for what stands further below.
fn draw(surface: &Rc<Surface>, session: RwSignal<Session>) {
    let is_waiting = Rc::new(Cell::new(false));
    let surface = Rc::clone(surface);
    Effect::new(move |before: Option<Shown>| {
        let (shown, has_later) = session.with(|session| {
            ((session.screen.view, session.language), session.screen.later == LaterPart::Here)
        });
        if !has_later {
            surface.show(session.with_untracked(|session| nodes(session, None)));
        } else if before.is_none_or(|before| before != shown) {
            // Nothing of another view can stay.
            draw_whole(&surface, session);
        } else {
            surface.show(session.with_untracked(|session| nodes(session, None)));
            if !is_waiting.replace(true) {
                let (surface, is_waiting) = (Rc::clone(&surface), Rc::clone(&is_waiting));
                after_paint(move || {
                    is_waiting.set(false);
                    draw_whole(&surface, session);
                });
            }
        }
        shown
    });
}

fn draw_whole(surface: &Surface, session: RwSignal<Session>) {
    let later = later::view(session);
    surface.show(session.with_untracked(|session| nodes(session, later)));
}

fn after_paint(what: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(what, Duration::ZERO));
}

fn load_later(session: RwSignal<Session>, runner: Runner) {
    session.update(|session| session.screen.later = LaterPart::Asked);
    later::load(move |came| {
        let later = if came { LaterPart::Here } else { LaterPart::Failed };
        session.update(|session| session.screen.later = later);
        if came {
            runner.take_later();
        }
    });
}

fn nodes(session: &Session, later: Option<view::Later>) -> Vec<view::Node> {
    view::page(session, later).into_iter().map(Into::into).collect()
}
