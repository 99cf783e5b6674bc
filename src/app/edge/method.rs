//! 計算のしかた: a part of the program of its own draws it and checks itself, fetched when it is first shown.
//!
//! As in [`later`](super::later), a way in takes no arguments: what it works on waits here, and so does what it makes.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{after, later};
use crate::session::method::{CheckState, Checker, SelfCheck, Slice};
use crate::session::{MethodPress, Session};
use crate::view;

/// The name of the part, and of the way into it.
pub(super) const PART: &str = "method";
pub(super) const WAY: &str = "part_method_make";

thread_local! {
    static PRESSED: RefCell<Option<(RwSignal<Session>, MethodPress)>> = const { RefCell::new(None) };
    /// What the self-check found, and what runs it.
    static CHECK: RefCell<(SelfCheck, Option<Checker>)> = RefCell::default();
}

/// Does what was pressed.
pub fn press(session: RwSignal<Session>, press: MethodPress) {
    PRESSED.set(Some((session, press)));
    later::call_part(PART, WAY);
}

/// Does what was pressed, and draws where nothing was; the way into the part.
#[wasm_bindgen]
pub fn part_method_make() {
    let Some((session, press)) = PRESSED.take() else {
        return CHECK.with_borrow(|(check, _)| later::draw(|session| view::method(session, check)));
    };
    match press {
        MethodPress::Start => {
            let seed = session.with_untracked(|session| session.plan().simulation.seed);
            // One that was stopped a moment ago has a slice to come, which goes on with the new one.
            let before = CHECK.replace((SelfCheck::begun(), Some(Checker::new(seed))));
            if before.1.is_none() {
                after(0, move || go_on(session));
            }
            draw_again(session);
        }
        MethodPress::Stop => {
            CHECK.with_borrow_mut(|(check, checker)| {
                check.state = CheckState::Stopped;
                *checker = None;
            });
            session.update(Session::announce_stop);
        }
    }
}

/// Runs a slice of the self-check between the page's other tasks, and the next one after it.
fn go_on(session: RwSignal<Session>) {
    let slice = CHECK.with_borrow_mut(|(check, checker)| {
        let slice = checker.as_mut()?.slice();
        check.take(slice);
        if check.state == CheckState::Done {
            *checker = None;
        }
        Some(slice)
    });
    match slice {
        None => return,
        Some(Some(Slice::GoesOn)) => {}
        Some(Some(Slice::Found(_))) => draw_again(session),
        Some(Some(Slice::Bits(_)) | None) => {
            let check = CHECK.with_borrow(|(check, _)| check.clone());
            return session.update(|session| session.announce_outcome(&check));
        }
    }
    after(0, move || go_on(session));
}

fn draw_again(session: RwSignal<Session>) {
    session.update(|_| {});
}
