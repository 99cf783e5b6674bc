//! The page in the browser: one session, what it shows brought to the document, what users do told to it.

mod act;
pub mod edge;
mod embedded;
mod listen;
mod reading;
mod surface;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::session::{LaterPart, Session, Theme};
use crate::view;
use edge::address::{self, Address};
use edge::runner::{Asked, Runner};
use edge::theme;
use edge::{exporter, keeper, later};
use surface::Surface;

pub use embedded::light_embed_start;

/// How long a notice stands.
const NOTICE_TIME: Duration = Duration::from_secs(6);

/// Starts the page in `#app`; the way into the page's own part.
///
/// It starts in steps, between which the browser answers its user: code that runs for the first time is compiled then.
#[wasm_bindgen]
pub fn page_start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    let Ok(app) = app.dyn_into::<web_sys::HtmlElement>() else { return };
    let address = address::read();
    let mut first = Session::new(address.language);
    first.screen.view = address.view;
    let has_own = keeper::arrive(&mut first);
    edge::soon(move || {
        let drawn = nodes(&first, None);
        edge::soon(move || {
            // The static first view gives way to the same view, alive.
            app.set_class_name("");
            let surface = Rc::new(Surface::new(document.clone(), app.clone().into()));
            surface.show(drawn);
            edge::soon(move || mount_to(app, move || page(&document, surface, first, has_own)).forget());
        });
    });
}

/// Says that the program answers: boot.js takes it for failed until it reads this.
fn has_started(document: &web_sys::Document) {
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-started", "true");
    }
}

/// The whole page with its own session: every change of it is drawn, and its plan is simulated.
fn page(document: &web_sys::Document, surface: Rc<Surface>, first: Session, has_own: bool) {
    let session = RwSignal::new(first);
    let runner = Runner::start(session);

    listen::listen(&surface, session, act::hear);
    listen::listen_to_travel(&surface, session);
    act::listen_to_closing(&surface, session);
    act::on_first_use(session);
    address::on_back(move |address: Address| {
        session.update(|session| {
            session.screen.view = address.view;
            session.language = address.language;
        });
        keeper::follow(session);
    });
    keeper::listen(session);
    keeper::enter(session, has_own);
    let printer = Rc::clone(&surface);
    exporter::set_printer(move |page| printer.print(page));
    let (owner, document) = (Owner::current().unwrap_or_default(), document.clone());
    edge::soon(move || {
        owner.with(|| follow(surface, session, runner));
        has_started(&document);
    });
}

/// Draws every change of the session, and does what follows from it.
fn follow(surface: Rc<Surface>, session: RwSignal<Session>, runner: Runner) {
    let is_waiting = Rc::new(Cell::new(false));
    // One effect with a memory of its own: each effect, and each memo before one, would be compiled anew.
    Effect::new(move |before: Option<Seen>| {
        let seen = session.with(Seen::of);
        let is_same =
            |part: fn(&Seen, &Seen) -> bool| before.as_ref().is_some_and(|before| part(before, &seen));
        draw(&surface, session, &is_waiting, seen.has_later, is_same(|a, b| a.address == b.address));
        if !is_same(|a, b| (a.address, a.theme) == (b.address, b.theme)) {
            address::show(&seen.address);
            theme::apply(seen.theme);
        }
        if let Some(id) = seen.notice.filter(|_| !is_same(|a, b| a.notice == b.notice)) {
            set_timeout(move || session.update(|session| session.dismiss(id)), NOTICE_TIME);
        }
        if !is_same(|a, b| a.asked == b.asked) {
            runner.follow(seen.asked);
        }
        if seen.has_later && !is_same(|a, b| a.has_later == b.has_later) {
            after_paint(move || later::fill_menus(session));
        } else if seen.has_later && !is_same(|a, b| a.address == b.address) {
            // The link opens the view and language that are shown.
            after_paint(move || later::make_link(session));
        }
        keeper::touch(session, seen.edition);
        if seen.wants_later && !is_same(|a, b| a.wants_later == b.wants_later) {
            load_later(session, runner);
        }
        seen
    });
}

/// What has consequences beyond the drawing once it changes.
struct Seen {
    address: Address,
    theme: Theme,
    has_later: bool,
    wants_later: bool,
    /// The newest notice.
    notice: Option<u64>,
    /// What is simulated.
    asked: Asked,
    /// Counts the changes of what is saved.
    edition: u64,
}

impl Seen {
    fn of(session: &Session) -> Self {
        let screen = &session.screen;
        Self {
            address: Address { view: screen.view, language: session.language },
            theme: screen.theme,
            has_later: screen.later == LaterPart::Here,
            wants_later: screen.wants_later(),
            notice: screen.notice.as_ref().map(|notice| notice.id),
            edition: session.edition(),
            asked: Asked {
                revision: session.revision(),
                is_stopped: session.is_stopped(),
                scenarios: screen.compares.then(|| session.scenario_changes()),
            },
        }
    }
}

/// Draws the session: what the opening part makes at once, and what belongs to it in the frame after the next paint, so that
/// typing never waits for what stands further below.
fn draw(
    surface: &Rc<Surface>,
    session: RwSignal<Session>,
    is_waiting: &Rc<Cell<bool>>,
    has_later: bool,
    is_same_view: bool,
) {
    if has_later && !is_same_view {
        // Nothing of another view can stay.
        return draw_whole(surface, session);
    }
    surface.show(session.with_untracked(|session| nodes(session, None)));
    if has_later && !is_waiting.replace(true) {
        let (surface, is_waiting) = (Rc::clone(surface), Rc::clone(is_waiting));
        after_paint(move || {
            is_waiting.set(false);
            draw_whole(&surface, session);
        });
    }
}

fn draw_whole(surface: &Surface, session: RwSignal<Session>) {
    let later = later::view(session);
    let is_open = listen::element("scenarios").is_some();
    surface.show(session.with_untracked(|session| nodes(session, later)));
    if !is_open {
        listen::focus("scenarios");
    }
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
