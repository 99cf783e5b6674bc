//! The import screens: a part of the program of its own, fetched with the view of the actuals. They have a surface of their own
//! in the place that the view leaves them; what is used there is known by its id or name.

mod listen;
mod object;
mod reading;
mod run;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gyakusan_engine::actuals::Date as Day;
use gyakusan_engine::plan::Month;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, HtmlElement};

use super::device::Device;
use super::{exporter, files, later};
use crate::app::surface::Surface;
use crate::import::Memory;
use crate::session::Session;
use crate::session::import::{HEAD_BYTES, Importing};
use crate::shelf::Store;
use crate::view::import as view;
use run::{News, Run};

pub use reading::{part_reader_look, part_reader_read, part_reader_work};

/// The name of the part.
pub(super) const PART: &str = "import";
/// The place that the view of the actuals leaves for the screens, by its id.
const PLACE: &str = "import";
/// The name under which the device keeps what earlier files taught.
const MEMORY: &str = "gyakusan.import";

thread_local! {
    static ASKED: Cell<Option<RwSignal<Session>>> = const { Cell::new(None) };
    static SCREENS: RefCell<Option<Rc<Screens>>> = const { RefCell::new(None) };
}

/// The screens, as long as the page lives.
struct Screens {
    session: RwSignal<Session>,
    section: HtmlElement,
    surface: Surface,
    state: RefCell<Importing>,
    /// The files by their keys.
    blobs: RefCell<Vec<(u32, Blob)>>,
    run: RefCell<Option<Run>>,
    /// The plan that the files were looked at for.
    revision: Cell<u64>,
    /// What went wrong outside of any file.
    trouble: Cell<&'static str>,
    /// Whether the actuals that are there are to be replaced.
    replaces: Cell<bool>,
    pasted: Cell<usize>,
    /// Whether files can be chosen.
    is_open: Cell<bool>,
}

/// Shows the screens in their place, once it is drawn; fetches the part that draws them.
pub(super) fn follow(session: RwSignal<Session>) {
    let failed = move || {
        session.update(|session| session.announce(session.language.words().later().failed.to_owned()));
    };
    later::load_part(PART, move |came| {
        if !came {
            return failed();
        }
        // The screens stand on the part that reads.
        later::load_part(reading::PART, move |came| {
            if came {
                ASKED.set(Some(session));
                later::call_part(PART, "part_import_show");
            } else {
                failed();
            }
        });
    });
}

/// The beginning of a file; `None` where the browser cannot read it.
async fn head_of(blob: &Blob) -> Option<Uint8Array> {
    let ends = Array::of2(&0.into(), &(HEAD_BYTES as f64).into());
    let part = object::call(blob, "slice", &ends)?;
    let buffer = object::settled(object::call(&part, "arrayBuffer", &Array::new())).await?;
    Some(Uint8Array::new(&buffer))
}

/// What stands at an address beside the page.
async fn fetch(address: &str) -> Option<Blob> {
    let answer = object::call(&js_sys::global(), "fetch", &Array::of1(&address.into()));
    let answer = object::settled(answer).await?;
    if !object::get(&answer, "ok").is_truthy() {
        return None;
    }
    object::settled(object::call(&answer, "blob", &Array::new())).await?.dyn_into().ok()
}

/// The day by the device's clock, where it has a day that a calendar has.
fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let month = Month::new(u16::try_from(now.get_full_year()).ok()?, now.get_month() as u8 + 1)?;
    Day::new(month, now.get_date() as u8)
}

/// Shows the screens in their place; the way into their part.
#[wasm_bindgen]
pub fn part_import_show() {
    let Some(session) = ASKED.take() else { return };
    let known = SCREENS.with_borrow(Clone::clone);
    let Some(screens) = known.or_else(|| Screens::new(session)) else { return };
    screens.show();
}

impl Screens {
    fn new(session: RwSignal<Session>) -> Option<Rc<Self>> {
        let document = files::document().ok()?;
        let section = document.create_element("section").ok()?.dyn_into::<HtmlElement>().ok()?;
        let _ = section.set_attribute("class", "import");
        let memory = Device.read(MEMORY).ok().flatten().and_then(|text| Memory::from_json(&text));
        let screens = Rc::new(Self {
            session,
            surface: Surface::new(document, section.clone().into()),
            section,
            state: RefCell::new(Importing::new(memory.unwrap_or_default())),
            blobs: RefCell::default(),
            run: RefCell::default(),
            revision: Cell::new(0),
            trouble: Cell::new(""),
            replaces: Cell::new(false),
            pasted: Cell::new(0),
            is_open: Cell::new(true),
        });
        screens.listen();
        SCREENS.set(Some(Rc::clone(&screens)));
        Some(screens)
    }

    /// Draws the screens, in their place where that is there.
    fn show(self: &Rc<Self>) {
        let place = files::document().ok().and_then(|document| document.get_element_by_id(PLACE));
        if let Some(place) = place
            && !place.contains(Some(&self.section))
        {
            let _ = place.append_child(&self.section);
        }
        let revision = self.session.with_untracked(Session::revision);
        if self.revision.replace(revision) != revision && !self.state.borrow().files().is_empty() {
            self.state.borrow_mut().look_anew();
            return self.read();
        }
        self.draw();
    }

    fn draw(&self) {
        let (language, has_actuals) =
            self.session.with_untracked(|session| (session.language, session.has_actuals()));
        let state = self.state.borrow();
        let is_open = !has_actuals || self.replaces.get() || !state.files().is_empty();
        let drawn = if is_open {
            let panel =
                self.session.with_untracked(|session| state.panel(session.plan(), language, has_actuals));
            view::screens(&panel, self.trouble.get(), has_actuals, language)
        } else {
            view::replace_button(language)
        };
        self.is_open.set(is_open);
        let _ = self.section.set_attribute("aria-label", language.words().importing().region);
        self.surface.show(drawn.into_iter().map(Into::into).collect());
    }

    /// Adds files one after the other, and reads all of them.
    fn add(self: &Rc<Self>, chosen: Vec<(String, Blob)>) {
        if chosen.is_empty() {
            return;
        }
        self.trouble.set("");
        let screens = Rc::clone(self);
        spawn_local(async move {
            for (name, blob) in chosen {
                let bytes = object::get(&blob, "size").as_f64().unwrap_or(0.0) as usize;
                let head = head_of(&blob).await;
                let mut state = screens.state.borrow_mut();
                match head {
                    Some(head) => {
                        let key = state.add(name, bytes, head.to_vec());
                        screens.blobs.borrow_mut().push((key, blob));
                    }
                    None => state.add_unreadable(name),
                }
            }
            screens.read();
        });
    }

    /// Reads all files, from the start where they are being read.
    fn read(self: &Rc<Self>) {
        self.run.take();
        self.look();
        let order = self.session.with_untracked(|session| self.state.borrow_mut().begin(session.plan()));
        if let Some(order) = order {
            let blobs = Array::new();
            for file in &order.files {
                for (key, blob) in self.blobs.borrow().iter() {
                    if *key == file.key {
                        blobs.push(blob);
                    }
                }
            }
            let (screens, edition) = (Rc::downgrade(self), order.edition);
            let hear = move |news| {
                if let Some(screens) = screens.upgrade() {
                    screens.hear(edition, news);
                }
            };
            self.run.replace(Some(Run::start(order, &blobs, hear)));
        }
        self.draw();
    }

    fn look(&self) {
        let conditions = self.session.with_untracked(Session::conditions);
        self.state.borrow_mut().look_for(conditions);
        self.session.with_untracked(|session| reading::look(&mut self.state.borrow_mut(), session.plan()));
    }

    fn hear(self: &Rc<Self>, edition: u64, news: News) {
        let mut state = self.state.borrow_mut();
        let reads_again = match news {
            News::Progress(progress) => {
                state.receive(edition, progress);
                false
            }
            News::Done(outcome) => state.finish(edition, *outcome),
            News::Missed(place) => {
                let is_current = state.edition() == edition;
                state.miss(edition, place);
                is_current
            }
            News::Lost => {
                state.lose(edition);
                false
            }
        };
        drop(state);
        if reads_again { self.read() } else { self.draw() }
    }

    /// Reads the samples as if they had been chosen.
    fn try_samples(self: &Rc<Self>) {
        let screens = Rc::clone(self);
        spawn_local(async move {
            let mut found = Vec::new();
            let language = screens.session.with_untracked(|session| session.language);
            for name in &view::sample_files(language)[..2] {
                if let Some(blob) = fetch(&["samples/", name].concat()).await {
                    found.push(((*name).to_owned(), blob));
                }
            }
            if found.len() == 2 {
                screens.add(found);
                // The button that was pressed is gone.
                crate::app::listen::focus("import-files");
            } else {
                let words = screens.session.with_untracked(|session| session.language.words().importing());
                screens.trouble.set(words.no_samples);
                screens.draw();
            }
        });
    }

    /// Adds a text that was pasted.
    fn paste(self: &Rc<Self>, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if let Ok(blob) = files::text_blob(text, "text/plain") {
            let number = self.pasted.get() + 1;
            self.pasted.set(number);
            let language = self.session.with_untracked(|session| session.language);
            self.add(vec![(view::pasted_name(number, language), blob)]);
        }
    }

    fn take(self: &Rc<Self>, by_month: bool) {
        let session = self.session;
        let taken =
            session.try_update(|session| session.take_in(&mut self.state.borrow_mut(), by_month, today()));
        if taken == Some(true) {
            self.look();
            // A device that keeps nothing remembers nothing.
            let _ = Device.write(MEMORY, &self.state.borrow().memory().to_json());
            self.end();
            crate::app::listen::focus("main");
        }
    }

    /// Goes back to what was there before the first file.
    fn end(self: &Rc<Self>) {
        self.run.take();
        self.blobs.borrow_mut().clear();
        self.state.borrow_mut().clear();
        self.replaces.set(false);
        self.trouble.set("");
        self.draw();
    }

    fn save_report(&self) {
        let file = self.session.with_untracked(|session| session.import_report(&self.state.borrow()));
        if let Some(file) = file {
            exporter::hand_over(self.session, &file);
        }
    }
}
