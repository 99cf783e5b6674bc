//! 実績: a part of the program of its own draws it and does what is asked of it, fetched when it is first shown.
//!
//! As in [`later`](super::later), a way in takes no arguments: what it works on waits here, and so does what it makes.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{import, later};
use crate::session::{Press, Session, TrackPress, View};
use crate::view::{self, Element};

/// The name of the part.
const PART: &str = "track";

thread_local! {
    /// The session, and what was pressed; `None` asks for the content of the view.
    static ASKED: RefCell<Option<(RwSignal<Session>, Option<TrackPress>)>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<Vec<Element>>> = const { RefCell::new(None) };
}

/// The content of the view; `None` until the part that draws it is there.
pub(super) fn view(session: RwSignal<Session>) -> Option<Vec<Element>> {
    // Without the part there is nothing to be shown; the tab asks for it again.
    if !later::has_part(PART, session, Press::Show(View::Plan)) {
        return None;
    }
    call(session, None);
    MADE.take()
}

/// Does what was pressed.
pub fn press(session: RwSignal<Session>, press: TrackPress) {
    call(session, Some(press));
}

fn call(session: RwSignal<Session>, press: Option<TrackPress>) {
    ASKED.replace(Some((session, press)));
    later::call_part(PART, "part_track_make");
}

/// Makes what is asked for; the way into the part.
#[wasm_bindgen]
pub fn part_track_make() {
    let Some((session, press)) = ASKED.take() else { return };
    match press {
        None => {
            MADE.set(Some(session.with_untracked(view::track)));
            import::follow(session);
        }
        Some(TrackPress::Remove) => {}
    }
}
