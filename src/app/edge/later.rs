//! The later part of the program: boot.js fetches it when it is first asked for, and calls the ways into it.
//!
//! A way in is an export whose name begins with `later_`, without arguments or result: what it works on waits here for
//! it, and what it makes is taken from here. In a page that is being developed all of the program is one piece, and the
//! same calls reach it there.

use std::cell::RefCell;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Blob;

use super::{agreement, exporter, keeper, library, method, picture, track};
use crate::session::{
    Choice, Edit, ExportPress, Figure, Job, LaterPart, Picture, Press, Session, ShelfPress, View,
};
use crate::view::{self, Element, Later, LaterView};

/// The name of the later part.
pub(super) const LATER: &str = "later";
/// The way in that makes what the page asks for.
const MAKE: &str = "later_make";
/// The way in that answers a question.
pub(super) const ANSWER: &str = "later_answer";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = gyakusanBoot, js_name = part)]
    fn fetch(name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = gyakusanBoot, js_name = call)]
    fn call_way(name: &str, way: &str) -> Result<(), JsValue>;
}

/// What the page asks for.
#[derive(Debug, Clone)]
enum Asked {
    /// What belongs to the view that is shown.
    View,
    /// A copy of a figure as a document of its own.
    Copy(Figure, Picture),
    /// The point of a figure nearest to a place, in percent of its width.
    Nearest(Figure, f64),
    /// A change of the plan by a button.
    Edit(Edit),
    /// A choice of a thing by its name.
    Choose(Choice, String),
    /// The simulation of a scenario.
    Scenario,
    /// Saving the document.
    Keep,
    /// What the menus of the link and of saved plans show.
    Menus,
    /// The link alone.
    Link,
    /// Something with the saved plans.
    Shelf(ShelfPress),
    /// The plan of a link: the fragment of its address.
    Visit(String),
    /// An export.
    Export(ExportPress),
    /// The plan of a file: the file and its name.
    File(Blob, String),
    /// What another window saved: name and text.
    Hear(String, String),
}

/// What is made of it.
#[derive(Debug)]
enum Made {
    View(Later),
    Nearest(Option<usize>),
    Scenario(Option<Job>),
    Done,
}

/// The name of the part that draws the scenarios.
const COMPARE: &str = "compare";

thread_local! {
    /// The parts that draw what is shown: those that are on their way, and those that are there.
    static PARTS: RefCell<Vec<(&'static str, bool)>> = const { RefCell::new(Vec::new()) };
    /// What a part of its own drew.
    static DRAWN: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    static ASKED: RefCell<Option<(RwSignal<Session>, Asked)>> = const { RefCell::new(None) };
    /// What was asked for before the later part was there.
    static WAITING: RefCell<Vec<(RwSignal<Session>, Asked)>> = const { RefCell::new(Vec::new()) };
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
}

/// Fetches the later part, and says whether it came.
pub fn load(came: impl Fn(bool) + Copy + 'static) {
    load_part(LATER, move |is_here| {
        came(is_here);
        if is_here {
            do_waiting();
        }
    });
}

/// Fetches a part of its own, and says whether it came.
pub(super) fn load_part(name: &str, came: impl Fn(bool) + Clone + 'static) {
    let Ok(promise) = fetch(name) else { return came(false) };
    let came_too = came.clone();
    let done = Closure::<dyn FnMut(JsValue)>::new(move |_| came_too(true));
    let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| came(false));
    let _ = promise.then2(&done, &failed);
    // One of them is called, after this has returned.
    done.forget();
    failed.forget();
}

/// Calls a way into a part of its own that is there.
pub(super) fn call_part(name: &str, way: &str) {
    let _ = call_way(name, way);
}

/// What belongs to the view that is shown; `None` where the later part cannot make it.
pub fn view(session: RwSignal<Session>) -> Option<Later> {
    let Some(Made::View(mut later)) = make(session, Asked::View) else { return None };
    if session.with_untracked(|session| session.screen.compares) {
        let drawn = drawn(session, COMPARE, "part_compare_view", Press::Compare(false));
        later.scenarios = drawn.and_then(|mut drawn| drawn.pop());
    }
    if let LaterView::Own(content) = &mut later.view {
        *content = match session.with_untracked(|session| session.screen.view) {
            // Without the part there is nothing to be shown; the link asks for it again.
            View::Method => drawn(session, method::PART, method::WAY, Press::Show(View::Plan)),
            View::Track => track::view(session),
            _ => agreement::view(session),
        };
    }
    Some(later)
}

/// What a part of its own draws; `None` until it is there.
fn drawn(session: RwSignal<Session>, name: &'static str, way: &str, back: Press) -> Option<Vec<Element>> {
    if !has_part(name, session, back) {
        return None;
    }
    ASKED.replace(Some((session, Asked::View)));
    call_part(name, way);
    Some(DRAWN.take())
}

/// Draws what a part of its own is asked for; called in that part.
pub(super) fn draw(what: impl FnOnce(&Session) -> Vec<Element>) {
    if let Some((session, _)) = ASKED.take() {
        DRAWN.set(session.with_untracked(what));
    }
}

/// Whether a part is there that draws what is shown. Otherwise it is fetched, and what is shown is drawn again once it is
/// there; where it does not come, that is said, and the page goes back by a press.
pub(super) fn has_part(name: &'static str, session: RwSignal<Session>, back: Press) -> bool {
    if let Some(is_here) =
        PARTS.with_borrow(|parts| parts.iter().find(|(known, _)| *known == name).map(|part| part.1))
    {
        return is_here;
    }
    PARTS.with_borrow_mut(|parts| parts.push((name, false)));
    load_part(name, move |came| {
        PARTS.with_borrow_mut(|parts| {
            parts.retain(|(known, _)| *known != name);
            if came {
                parts.push((name, true));
            }
        });
        session.update(|session| {
            if !came {
                session.press(back);
                session.announce(session.language.words().later().failed.to_owned());
            }
        });
    });
    false
}

/// Draws the scenarios; the way into their part.
#[wasm_bindgen]
pub fn part_compare_view() {
    draw(|session| vec![view::scenarios(session)]);
}

/// Copies a figure as a document of its own, and notes what became of it.
pub fn copy(session: RwSignal<Session>, figure: Figure, form: Picture) {
    make(session, Asked::Copy(figure, form));
}

/// The point of a figure that is nearest to a place, in percent of its width.
pub fn nearest(session: RwSignal<Session>, figure: Figure, at: f64) -> Option<usize> {
    if let Some(Made::Nearest(point)) = make(session, Asked::Nearest(figure, at)) { point } else { None }
}

/// The simulation of the next scenario; `None` once all have been run.
pub(super) fn scenario(session: RwSignal<Session>) -> Option<Job> {
    if let Some(Made::Scenario(job)) = make(session, Asked::Scenario) { job } else { None }
}

/// Changes the plan by a button, as soon as the later part is there.
pub fn edit(session: RwSignal<Session>, edit: Edit) {
    change(session, Asked::Edit(edit));
}

/// Chooses a thing by its name, as soon as the later part is there.
pub fn choose(session: RwSignal<Session>, choice: Choice, name: String) {
    change(session, Asked::Choose(choice, name));
}

/// Saves the document, as soon as the later part is there.
pub(super) fn keep(session: RwSignal<Session>) {
    change(session, Asked::Keep);
}

/// Brings the menus of the link and of saved plans up to date.
pub fn fill_menus(session: RwSignal<Session>) {
    make(session, Asked::Menus);
}

/// Makes the link to the plan in the view and language that are shown.
pub fn make_link(session: RwSignal<Session>) {
    make(session, Asked::Link);
}

/// Opens the plan of a link, as soon as the later part is there.
pub(super) fn visit(session: RwSignal<Session>, fragment: String) {
    change(session, Asked::Visit(fragment));
}

/// Does something with the saved plans, as soon as the later part is there.
pub fn shelve(session: RwSignal<Session>, press: ShelfPress) {
    change(session, Asked::Shelf(press));
}

/// Exports something, as soon as the later part is there.
pub fn export(session: RwSignal<Session>, press: ExportPress) {
    change(session, Asked::Export(press));
}

/// Opens the plan of a file, as soon as the later part is there.
pub fn open_file(session: RwSignal<Session>, file: Blob, name: String) {
    change(session, Asked::File(file, name));
}

/// Takes in what another window saved, as soon as the later part is there.
pub(super) fn hear(session: RwSignal<Session>, id: String, text: String) {
    change(session, Asked::Hear(id, text));
}

/// Does what waited for the later part.
fn do_waiting() {
    for (session, asked) in WAITING.take() {
        make(session, asked);
    }
}

fn change(session: RwSignal<Session>, asked: Asked) {
    if session.with_untracked(|session| session.screen.later) == LaterPart::Here {
        make(session, asked);
        return;
    }
    WAITING.with_borrow_mut(|waiting| waiting.push((session, asked)));
    // Whatever brought the press (a reader's software sends no other sign), the part that acts on it is fetched.
    session.update(|session| session.press(Press::Later));
}

fn make(session: RwSignal<Session>, asked: Asked) -> Option<Made> {
    ASKED.replace(Some((session, asked)));
    call(MAKE);
    MADE.take()
}

/// Makes what is asked for; a way into the later part.
#[wasm_bindgen]
pub fn later_make() {
    let Some((session, asked)) = ASKED.take() else { return };
    let made = match asked {
        Asked::View => Made::View(session.with_untracked(view::later)),
        Asked::Copy(figure, form) => {
            // A figure that is not there yet has no button for it.
            if let Some(svg) = session.with_untracked(|session| view::picture(session, figure)) {
                picture::copy(session, svg, form, figure);
            }
            Made::Done
        }
        Asked::Nearest(figure, at) => {
            Made::Nearest(session.with_untracked(|session| session.nearest_point(figure, at)))
        }
        Asked::Keep => {
            keeper::keep_changes(session);
            Made::Done
        }
        Asked::Menus => {
            keeper::fill_menus(session);
            Made::Done
        }
        Asked::Link => {
            keeper::make_link(session);
            Made::Done
        }
        Asked::Shelf(press) => {
            library::press(session, press);
            Made::Done
        }
        Asked::Visit(fragment) => {
            keeper::visit(session, &fragment);
            Made::Done
        }
        Asked::Export(press) => {
            exporter::press(session, press);
            Made::Done
        }
        Asked::File(file, name) => {
            library::open_file(session, file, name);
            Made::Done
        }
        Asked::Hear(id, text) => {
            keeper::hear(session, &id, &text);
            Made::Done
        }
        Asked::Scenario => {
            // Nothing that is shown changes.
            Made::Scenario(session.try_update_untracked(Session::scenario_job).flatten())
        }
        Asked::Edit(edit) => {
            session.update(|session| session.edit(edit));
            Made::Done
        }
        Asked::Choose(choice, name) => {
            session.update(|session| session.choose(choice, &name));
            Made::Done
        }
    };
    MADE.set(Some(made));
}

/// Calls a way into the later part; where it is not there, nothing is made and nobody waits for it.
pub(super) fn call(way: &str) {
    let _ = call_way(LATER, way);
}
