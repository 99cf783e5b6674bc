//! 計算のしかた: a part of the program of its own draws it and checks itself, fetched when it is first shown.
//!
//! As in [`later`](super::later), a way in takes no arguments: what it works on waits here, and so does what it makes.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{after, later};
use crate::session::method::{Checker, Slice};
use crate::session::{MethodPress, Session};
use crate::view;

/// The name of the part, and of the way into it.
pub(super) const PART: &str = "method";
pub(super) const WAY: &str = "part_method_make";

thread_local! {
    static PRESSED: RefCell<Option<(RwSignal<Session>, MethodPress)>> = const { RefCell::new(None) };
    /// The self-check that runs.
    static CHECKER: RefCell<Option<Checker>> = const { RefCell::new(None) };
}

/// Does what was pressed.
pub fn press(session: RwSignal<Session>, press: MethodPress) {
    PRESSED.set(Some((session, press)));
    later::call_part(PART, WAY);
}

/// Does what was pressed, and draws where nothing was; the way into the part.
#[wasm_bindgen]
pub fn part_method_make() {
    let Some((session, press)) = PRESSED.take() else { return later::draw(view::method) };
    match press {
        MethodPress::Start => {
            let seed = session.with_untracked(|session| session.plan().simulation.seed);
            // One that was stopped a moment ago has a slice to come, which goes on with the new one.
            let is_idle = CHECKER.replace(Some(Checker::new(seed))).is_none();
            session.update(Session::begin_check);
            if is_idle {
                after(0, move || go_on(session));
            }
        }
        MethodPress::Stop => {
            CHECKER.set(None);
            session.update(Session::stop_check);
        }
    }
}

/// Runs a slice of the self-check between the page's other tasks, and the next one after it.
fn go_on(session: RwSignal<Session>) {
    let Some(slice) = CHECKER.with_borrow_mut(|checker| checker.as_mut().map(Checker::slice)) else { return };
    match slice {
        // Nothing that is shown changes.
        Some(Slice::GoesOn) => {}
        Some(Slice::Found(_)) => session.update(|session| session.take_slice(slice)),
        Some(Slice::Bits(_)) | None => {
            CHECKER.set(None);
            session.update(|session| session.take_slice(slice));
            return;
        }
    }
    after(0, move || go_on(session));
}
