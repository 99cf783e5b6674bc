//! 実績: a part of the program of its own draws it and does what is asked of it, fetched when it is first shown.
//!
//! As in [`later`](super::later), a way in takes no arguments: what it works on waits here, and so does what it makes. What
//! the actuals say is kept here too, and worked out in slices between the page's other tasks.

use std::cell::{Cell, RefCell};

use js_sys::Date;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{after, import, later, picture};
use crate::session::track::Track;
use crate::session::{Figure, Picture, Press, Session, TrackPress, View};
use crate::view::{self, Element};

/// The name of the part.
const PART: &str = "track";
/// How long a slice may work, in milliseconds: half of what a frame has.
const SLICE: f64 = 8.0;
/// Actuals that take long to be compared are once the plan has stood still for so many milliseconds.
const PAUSE: i32 = 300;

/// What the part is asked for.
#[derive(Clone, Copy)]
enum Asked {
    /// The content of the view.
    View,
    /// A press.
    Press(TrackPress),
    /// Another slice of work.
    Slice,
}

thread_local! {
    static ASKED: RefCell<Option<(RwSignal<Session>, Asked)>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<Vec<Element>>> = const { RefCell::new(None) };
    static TRACK: RefCell<Option<Track>> = const { RefCell::new(None) };
    /// Whether a slice is waiting for its turn.
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
    /// Counts the views, so that a pause ends only where none came meanwhile.
    static VIEWS: Cell<u32> = const { Cell::new(0) };
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

/// Does what was pressed.
pub fn press(session: RwSignal<Session>, press: TrackPress) {
    call(session, Asked::Press(press));
}

fn call(session: RwSignal<Session>, asked: Asked) {
    ASKED.replace(Some((session, asked)));
    later::call_part(PART, "part_track_make");
}

/// Makes what is asked for; the way into the part.
#[wasm_bindgen]
pub fn part_track_make() {
    let Some((session, asked)) = ASKED.take() else { return };
    // Nothing that is called here comes back here before it is done.
    let mut track = TRACK.take().unwrap_or_default();
    let is_changed = match asked {
        Asked::View => {
            draw(session, &mut track);
            false
        }
        Asked::Slice => work(session, &mut track),
        Asked::Press(press) => pressed(session, &mut track, press),
    };
    TRACK.set(Some(track));
    if is_changed {
        // Nothing of the session is another, but what is shown of it.
        session.update(|_| {});
    }
}

fn draw(session: RwSignal<Session>, track: &mut Track) {
    VIEWS.set(VIEWS.get().wrapping_add(1));
    let (is_behind, is_slow) =
        session.with_untracked(|session| (track.is_behind(session), Track::is_slow(session)));
    if is_behind && !is_slow {
        session.with_untracked(|session| track.follow(session));
    }
    MADE.set(Some(session.with_untracked(|session| view::track(session, track))));
    import::follow(session);
    if is_behind && is_slow {
        let views = VIEWS.get();
        after(PAUSE, move || {
            if VIEWS.get() == views {
                call(session, Asked::Slice);
            }
        });
    } else {
        wait(session, track);
    }
}

/// Has the next slice done between the page's other tasks, where there is something to be done.
fn wait(session: RwSignal<Session>, track: &Track) {
    let has_more = session.with_untracked(|session| {
        track.is_running() || track.is_behind(session) || track.forecast_to_keep(session).is_some()
    });
    if has_more && !IS_WAITING.replace(true) {
        after(0, move || {
            IS_WAITING.set(false);
            call(session, Asked::Slice);
        });
    }
}

/// Works for a slice's time; whether there is something new to be seen.
fn work(session: RwSignal<Session>, track: &mut Track) -> bool {
    let is_shown = session.with_untracked(|session| session.screen.view == View::Track);
    if !is_shown {
        // It goes on where it is when the view is shown again.
        return false;
    }
    if session.with_untracked(|session| track.is_behind(session)) {
        session.with_untracked(|session| track.follow(session));
        if session.with_untracked(|session| track.is_behind(session)) {
            wait(session, track);
            return false;
        }
        return true;
    }
    let start = Date::now();
    while track.is_running() {
        if track.slice() {
            return true;
        }
        if Date::now() - start >= SLICE {
            wait(session, track);
            return false;
        }
    }
    let forecast = session.with_untracked(|session| track.forecast_to_keep(session));
    if let Some(forecast) = forecast {
        session.update(|session| session.keep_forecast(forecast));
    }
    false
}

/// Does what was pressed; whether what is shown changes without the session doing so.
fn pressed(session: RwSignal<Session>, track: &mut Track, press: TrackPress) -> bool {
    match press {
        TrackPress::Remove => session.update(Session::remove_actuals),
        TrackPress::Take => session.update(|session| session.take_learned(track)),
        TrackPress::TakeDelays => session.update(|session| session.take_delays(track)),
        TrackPress::Copy(form) => copy(session, track, form),
        TrackPress::Channel(_) | TrackPress::Span(_) => track.choose(press),
    }
    // Every press is followed by a drawing anyway.
    false
}

fn copy(session: RwSignal<Session>, track: &Track, form: Picture) {
    let svg = session.with_untracked(|session| {
        let figure = track.panel(session)?.content?.figure?;
        Some(view::picture_of(session, &figure))
    });
    if let Some(svg) = svg {
        picture::copy(session, svg, form, Figure::Landing);
    }
}
