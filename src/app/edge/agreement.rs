//! 合意: a part of the program of its own draws it and does what is asked of it, fetched when it is first shown.
//!
//! As in [`later`](super::later), a way in takes no arguments: what it works on waits here, and so does what it makes.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{exporter, later};
use crate::document::agreed::Place;
use crate::session::{AgreePress, Press, Session, View};
use crate::view::{self, Element};

/// The name of the part.
const PART: &str = "agree";

/// What the part is asked for.
enum Asked {
    /// The content of the view.
    View,
    /// A text at a place, and whether that is left.
    Write(Place, String, bool),
    /// A press.
    Press(AgreePress),
}

thread_local! {
    static ASKED: RefCell<Option<(RwSignal<Session>, Asked)>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<Vec<Element>>> = const { RefCell::new(None) };
}

/// The content of the view; `None` until the part that draws it is there.
pub(super) fn view(session: RwSignal<Session>) -> Option<Vec<Element>> {
    // Without the part there is nothing to be shown; the tab asks for it again.
    if !later::has_part(PART, session, Press::Show(View::Plan)) {
        return None;
    }
    call(session, Asked::View);
    MADE.take()
}

/// Takes in a text at a place; only what the part drew can be typed into.
pub fn write(session: RwSignal<Session>, place: Place, text: String, ends: bool) {
    call(session, Asked::Write(place, text, ends));
}

/// Does what was pressed.
pub fn press(session: RwSignal<Session>, press: AgreePress) {
    call(session, Asked::Press(press));
}

fn call(session: RwSignal<Session>, asked: Asked) {
    ASKED.replace(Some((session, asked)));
    later::call_part(PART, "part_agree_make");
}

/// Makes what is asked for; the way into the part.
#[wasm_bindgen]
pub fn part_agree_make() {
    let Some((session, asked)) = ASKED.take() else { return };
    match asked {
        Asked::View => MADE.set(Some(session.with_untracked(view::agreement))),
        Asked::Write(place, text, ends) => session.update(|session| session.agree(place, &text, ends)),
        Asked::Press(press) => pressed(session, press),
    }
}

fn pressed(session: RwSignal<Session>, press: AgreePress) {
    match press {
        AgreePress::Add(_) | AgreePress::Remove(..) => session.update(|session| session.press_agree(press)),
        AgreePress::Go(id) => crate::app::listen::focus(id),
        AgreePress::Print => exporter::print(session.with_untracked(view::agreement_page)),
        AgreePress::PrintChecks => exporter::print(session.with_untracked(view::checks_page)),
        AgreePress::Markdown => {
            let file = session.with_untracked(Session::agreement_file);
            exporter::hand_over(session, &file);
        }
    }
}
