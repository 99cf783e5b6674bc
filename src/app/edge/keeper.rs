//! Keeps the document: saves it on this device, writes it into the address, and opens what the address holds.
//!
//! Opening is the opening part's; all else waits for the later part, which comes with the first use of the page.

use std::cell::{Cell, RefCell};

use js_sys::{Date, Math};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;

use super::device::{self, Device};
use super::{address, later};
use crate::session::{Arrival, PlanLink, Session};
use crate::share::link;
use crate::shelf::{Heard, Saved, Shelf, Stamp};
use crate::text::filled;

/// What was typed is saved, and written into the address, this long after at most, and no more often.
const REST_MS: i32 = 300;

thread_local! {
    /// The plans of the device; [`library`](super::library) does what is pressed in their menu.
    pub(super) static SHELF: RefCell<Shelf<Device>> = const { RefCell::new(Shelf::new(Device)) };
    /// The state of the document that is saved and stands in the address.
    static KEPT: Cell<u64> = const { Cell::new(0) };
    /// Whether the document is about to be saved.
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Opens the plan that was open last, and says whether there is one. That of a link takes its place with [`enter`].
pub fn arrive(session: &mut Session) -> bool {
    let last = SHELF.with_borrow_mut(Shelf::open_last);
    let own = match last {
        Ok(own) => own,
        Err(error) => {
            session.screen.library.arrival = Some(Arrival::BadRecord(error));
            None
        }
    };
    let has_own = own.is_some();
    if let Some(own) = own {
        session.open(own);
    }
    KEPT.set(session.edition());
    has_own
}

/// Opens the plan of a link, unless it is the one that is shown; called in the later part.
pub(super) fn visit(session: RwSignal<Session>, fragment: &str) {
    session.update(|session| {
        visit_in(session, fragment);
        KEPT.set(session.edition());
    });
    fill_menus(session);
}

fn visit_in(session: &mut Session, fragment: &str) {
    match link::decode(fragment) {
        Ok(opened) if session.is_showing(&opened.document) => {}
        Ok(opened) => {
            let other_engine = opened.is_of_other_engine().then_some(opened.engine);
            SHELF.with_borrow_mut(Shelf::leave);
            session.open(opened.document.into());
            session.screen.library.arrival = Some(Arrival::Visitor { other_engine });
        }
        Err(link::LinkError::NoLink) => {}
        Err(error) => session.screen.library.arrival = Some(Arrival::BadLink(error)),
    }
}

/// Opens the plan in the address that the page was loaded with; `has_own` says whether a saved plan is shown. What the page
/// wrote into the address itself is that one, or an older state of it.
pub fn enter(session: RwSignal<Session>, has_own: bool) {
    // Where a change found no room it stands in the address alone.
    if let Some(fragment) = address::plan()
        && (address::is_foreign() || !has_own || device::is_unsaved())
    {
        later::visit(session, fragment);
    }
}

/// Takes in another step of the history: a link that was followed on this very page opens its plan, a step of the page's own
/// gets the plan that is shown into its address.
pub fn follow(session: RwSignal<Session>) {
    if !address::is_foreign() {
        return later::keep(session);
    }
    address::mark_followed();
    if let Some(fragment) = address::plan() {
        keep_now(session);
        later::visit(session, fragment);
    }
}

/// Takes in that the document may have changed; saves it after a rest.
pub fn touch(session: RwSignal<Session>, edition: u64) {
    if edition == KEPT.get() || IS_WAITING.replace(true) {
        return;
    }
    super::after(REST_MS, move || {
        if IS_WAITING.replace(false) {
            later::keep(session);
        }
    });
}

/// Saves at once what waits to be saved, as the page may end.
pub fn keep_now(session: RwSignal<Session>) {
    if IS_WAITING.replace(false) {
        later::keep(session);
    }
}

/// Saves the document where it changed, and writes it into the address; called in the later part.
pub(super) fn keep_changes(session: RwSignal<Session>) {
    if session.with_untracked(Session::edition) == KEPT.get() {
        return write_address(session);
    }
    keep(session);
}

/// Saves the document, changed or not.
pub(super) fn keep(session: RwSignal<Session>) {
    let edition = session.with_untracked(Session::edition);
    let file = session.with_untracked(Session::file);
    if SHELF.with_borrow(|shelf| shelf.has(&file)) {
        KEPT.set(edition);
        write_address(session);
        return list(session);
    }
    let saved = SHELF.with_borrow_mut(|shelf| shelf.save(&file, stamp()));
    let trouble = match saved {
        Ok(Saved::Kept) => None,
        Ok(Saved::Taken) => return step_beside(session),
        Err(error) => Some(error),
    };
    device::set_unsaved(trouble.is_some());
    session.update(|session| {
        let library = &mut session.screen.library;
        let is_new = library.trouble.is_none();
        library.trouble = trouble;
        if let Some(said) = session.library_panel().trouble.filter(|_| is_new) {
            session.announce(said.to_owned());
        }
        let library = &mut session.screen.library;
        if trouble.is_none() && matches!(library.arrival, Some(Arrival::Visitor { .. })) {
            library.arrival = None;
            let text = filled(session.language.words().library().kept, &[session.shown_name()]);
            session.announce(text);
        }
    });
    KEPT.set(edition);
    write_address(session);
    list(session);
}

/// What this window has becomes a plan of its own, since another window saved the same plan.
fn step_beside(session: RwSignal<Session>) {
    SHELF.with_borrow_mut(Shelf::leave);
    session.update(Session::step_beside);
    keep(session);
}

/// Brings the list of saved plans up to date.
pub(super) fn list(session: RwSignal<Session>) {
    let (entries, current) = SHELF.with_borrow(|shelf| (shelf.list(), shelf.current().map(str::to_owned)));
    session.update(|session| {
        let library = &mut session.screen.library;
        library.minutes_ahead = -(Date::new_0().get_timezone_offset() as i32);
        library.current = current;
        match entries {
            Ok(entries) => library.entries = entries,
            Err(error) => library.trouble = Some(error),
        }
    });
}

/// Brings the menus of the link and of saved plans up to date, be the plan changed or not; the page's own address stays.
/// Called in the later part.
pub(super) fn fill_menus(session: RwSignal<Session>) {
    make_link(session);
    list(session);
}

/// Makes the link to the plan that is shown, and gives its fragment, which is empty where the plan is too long.
pub(super) fn make_link(session: RwSignal<Session>) -> String {
    let made = session.with_untracked(|session| link::encode(&session.document()));
    let fragment = made.as_ref().map(|link| link.fragment.clone()).unwrap_or_default();
    let link = made.map_or(PlanLink::TooLong, |link| PlanLink::Made {
        address: address::with_plan(&link.fragment),
        left_out: link.left_out,
    });
    session.update(|session| session.screen.library.link = link);
    fragment
}

fn write_address(session: RwSignal<Session>) {
    let fragment = make_link(session);
    let is_default = session.with_untracked(Session::is_showing_first);
    address::show_plan(if is_default { "" } else { &fragment });
}

/// Listens to other windows, to the end of this one, and to files that are dropped on the page.
pub fn listen(session: RwSignal<Session>) {
    let Some(window) = web_sys::window() else { return };
    let heard = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        if let (Some(id), Some(text)) = (event.key(), event.new_value()) {
            later::hear(session, id, text);
        }
    });
    let _ = window.add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
    heard.forget();
    let ends = Closure::<dyn Fn()>::new(move || keep_now(session));
    let _ = window.add_event_listener_with_callback("pagehide", ends.as_ref().unchecked_ref());
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", ends.as_ref().unchecked_ref());
    }
    ends.forget();
    let dropped = Closure::<dyn Fn(web_sys::DragEvent)>::new(move |event: web_sys::DragEvent| {
        let Some(transfer) = event.data_transfer() else { return };
        if !transfer.types().includes(&JsValue::from("Files"), 0) {
            return;
        }
        event.prevent_default();
        if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
            let name = file.name();
            later::open_file(session, file.into(), name);
        }
    });
    for kind in ["dragover", "drop"] {
        let _ = window.add_event_listener_with_callback(kind, dropped.as_ref().unchecked_ref());
    }
    dropped.forget();
}

/// Takes in what another window saved; called in the later part.
pub(super) fn hear(session: RwSignal<Session>, id: &str, text: &str) {
    let is_unsaved = session.with_untracked(Session::edition) != KEPT.get();
    match SHELF.with_borrow_mut(|shelf| shelf.hear(id, text, is_unsaved)) {
        Heard::Nothing => list(session),
        Heard::Newer(file) => {
            show(session, |session| {
                session.open(*file);
                let text = session.language.words().library().went_on.to_owned();
                session.announce(text);
            });
        }
        Heard::WrittenOver => step_beside(session),
    }
}

/// Shows another document as a plan of its own, which is saved when it changes.
pub(super) fn start_anew(session: RwSignal<Session>, open: impl FnOnce(&mut Session)) {
    SHELF.with_borrow_mut(Shelf::leave);
    show(session, open);
}

/// Shows another document; its state counts as kept.
pub(super) fn show(session: RwSignal<Session>, open: impl FnOnce(&mut Session)) {
    session.update(|session| {
        session.screen.library.arrival = None;
        open(session);
        KEPT.set(session.edition());
    });
    write_address(session);
    list(session);
}

/// A random number below 2^53, and the time.
pub(super) fn stamp() -> Stamp {
    Stamp { token: (Math::random() * 9_007_199_254_740_992.0) as u64, now: Date::now() }
}
