//! The calculator inside another page: a part of the program of its own, which starts instead of the page where its address
//! says `embed=1`. It keeps nothing on the device and writes no address.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Date, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, Window};

use super::edge::runner::{Asked, Runner};
use super::edge::theme;
use super::edge::{self, address};
use super::listen;
use super::surface::Surface;
use crate::session::{Session, Theme};
use crate::share::embed::{self, Heard, Limiter, Options, Scheme};
use crate::share::link;
use crate::view;

/// The page around hears of a change this long after it, and no more often.
const REST: Duration = Duration::from_millis(250);

/// Starts the calculator in `#app`, in steps like the page; the way into its part.
#[wasm_bindgen]
pub fn light_embed_start() {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    let Ok(app) = app.dyn_into::<web_sys::HtmlElement>() else { return };
    let search = window.location().search().unwrap_or_default();
    let query = web_sys::UrlSearchParams::new_with_str(&search).ok();
    let options = Options::read(|name| query.as_ref()?.get(name));
    let mut first = Session::new(options.language);
    let has_bad_link = address::plan().is_some_and(|fragment| !open(&mut first, &fragment));
    first.screen.theme = match (options.palette(), options.scheme) {
        (Some(palette), _) if palette.is_dark => Theme::Dark,
        (Some(_), _) => Theme::Light,
        (None, scheme) => theme_of(scheme),
    };
    edge::soon(move || {
        app.set_class_name("");
        let surface = Rc::new(Surface::new(document.clone(), app.clone().into()));
        let mounted = move || {
            let has_example = surface.root().query_selector(".embed-odds").is_ok_and(|found| found.is_some());
            let frame = Rc::new(Frame::new(window, first, options, has_bad_link, has_example));
            // As small a view as this is taken over sooner than made anew; the page's is not.
            surface.adopt(frame.nodes());
            let owner = Owner::current().unwrap_or_default();
            edge::soon(move || {
                owner.with(|| calculator(&frame, &surface));
                super::has_started(&document);
            });
        };
        mount_to(app, mounted).forget();
    });
}

/// What the calculator works with.
#[derive(Debug)]
struct Frame {
    window: Window,
    session: RwSignal<Session>,
    options: Options,
    /// What is wrong with the plan that was given.
    has_bad_link: Cell<bool>,
    /// Whether the document still shows the first plan's odds, which stay until they have been calculated anew.
    has_example: Cell<bool>,
    /// The address of the plan that is shown, and the plan's revision.
    whole: RefCell<(Option<u64>, String, String)>,
    /// The height that was told last.
    height: Cell<u32>,
    limiter: Cell<Limiter>,
    /// To whom results and plans are told; nobody else learns what readers enter.
    listener: RefCell<Option<String>>,
    is_telling: Cell<bool>,
    /// The result and the plan that were told last.
    told: RefCell<[String; 2]>,
}

/// Every change of the session is drawn, told and simulated.
fn calculator(frame: &Rc<Frame>, surface: &Rc<Surface>) {
    let session = frame.session;
    let runner = Runner::start(session);
    listen::listen(surface, session, listen::hear_fields);
    listen::listen_to_travel(surface, session);
    frame.hear();
    frame.on("resize", Frame::measure);
    // Another plan in the address of a frame that is there loads nothing anew.
    frame.on("hashchange", |frame| frame.open(&address::plan().unwrap_or_default()));
    frame.post(&embed::ready(), "*");
    let (frame, surface) = (Rc::clone(frame), Rc::clone(surface));
    Effect::new(move |before: Option<u64>| {
        let (revision, theme, language) =
            session.with(|session| (session.revision(), session.screen.theme, session.language));
        surface.show(frame.nodes());
        theme::apply(theme);
        if let Some(root) = frame.window.document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("lang", language.tag());
        }
        if before != Some(revision) {
            runner.follow(Asked { revision, ..Asked::default() });
        }
        frame.tell_soon();
        let frame = Rc::clone(&frame);
        super::after_paint(move || frame.measure());
        revision
    });
}

/// Opens the plan of a link; whether it is one.
fn open(session: &mut Session, fragment: &str) -> bool {
    match link::decode(fragment) {
        Ok(opened) => {
            if !session.is_showing(&opened.document) {
                session.open(opened.document.into());
            }
            true
        }
        // What WordPress puts there is no plan.
        Err(link::LinkError::NoLink) => true,
        Err(_) => false,
    }
}

fn theme_of(scheme: Scheme) -> Theme {
    match scheme {
        Scheme::System => Theme::System,
        Scheme::Light => Theme::Light,
        Scheme::Dark => Theme::Dark,
    }
}

/// A property, read by its name: what is read here alone needs no way of its own out of the program.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

impl Frame {
    fn new(window: Window, first: Session, options: Options, has_bad_link: bool, has_example: bool) -> Self {
        Self {
            window,
            session: RwSignal::new(first),
            options,
            has_bad_link: Cell::new(has_bad_link),
            has_example: Cell::new(has_example),
            whole: RefCell::default(),
            height: Cell::default(),
            limiter: Cell::default(),
            listener: RefCell::default(),
            is_telling: Cell::default(),
            told: RefCell::default(),
        }
    }

    fn nodes(&self) -> Vec<view::Node> {
        let nodes = self.session.with_untracked(|session| {
            let trouble = self.has_bad_link.get().then(|| session.language.words().embed().bad_link);
            let mut panel = session.embed(&self.options);
            let stays = self.has_example.get()
                && session.language == self.options.language
                && !self.options.hides_dots
                && session.awaits_first_odds();
            self.has_example.set(stays);
            if stays {
                panel.odds = None;
            }
            view::embed(&panel, self.whole(session), trouble)
        });
        nodes.into_iter().map(Into::into).collect()
    }

    /// The address of the plan on the whole page.
    fn whole(&self, session: &Session) -> String {
        let mut whole = self.whole.borrow_mut();
        if whole.0 != Some(session.revision()) {
            let fragment = if session.is_showing_first() {
                String::new()
            } else {
                link::encode(&session.document()).map(|link| link.fragment).unwrap_or_default()
            };
            whole.0 = Some(session.revision());
            whole.2 = fragment;
        }
        let path = self.window.location().href().unwrap_or_default();
        let page = path.split(['?', '#']).next().unwrap_or_default();
        whole.1 = [page, "?lang=", session.language.tag(), &whole.2].concat();
        whole.1.clone()
    }

    /// Tells the page around how high the content is, where that is another height than before.
    fn measure(&self) {
        let Some(content) = listen::element("app") else { return };
        let height = content.get_bounding_client_rect().height().ceil() as u32;
        if height == 0 || self.height.replace(height) == height {
            return;
        }
        self.post(&embed::height(height), "*");
        let location = self.window.location();
        self.post_text(&embed::resized(height, &location.href().unwrap_or_default()), "*");
        if let Some(message) = embed::wordpress(height, &location.hash().unwrap_or_default()) {
            self.post(&message, "*");
        }
    }

    /// Does something whenever the window says so.
    fn on(self: &Rc<Self>, event: &str, action: fn(&Self)) {
        let frame = Rc::clone(self);
        let heard = Closure::<dyn Fn()>::new(move || action(&frame));
        let _ = self.window.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        heard.forget();
    }

    /// Opens the plan of a link, or the page's own where nothing is given; a link that gives no plan leaves the one before.
    fn open(&self, fragment: &str) {
        self.session.update(|session| {
            if fragment.is_empty() {
                session.open_first();
            }
            self.has_bad_link.set(!open(session, fragment));
        });
    }

    /// The window of the page around; `None` for a page that is no frame, which is its own.
    fn parent(&self) -> Option<Window> {
        let parent = property(&self.window, "parent");
        (parent != *AsRef::<JsValue>::as_ref(&self.window)).then(|| parent.unchecked_into())
    }

    /// Sends a message as an object.
    fn post(&self, json: &str, origin: &str) {
        if let (Some(parent), Ok(message)) = (self.parent(), js_sys::JSON::parse(json)) {
            // A page that is gone hears nothing.
            let _ = parent.post_message(&message, origin);
        }
    }

    /// Sends a message as the text of one.
    fn post_text(&self, json: &str, origin: &str) {
        if let Some(parent) = self.parent() {
            let _ = parent.post_message(&JsValue::from_str(json), origin);
        }
    }

    /// Listens to the page around, and to nobody else.
    fn hear(self: &Rc<Self>) {
        let frame = Rc::clone(self);
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let source = property(&event, "source");
            let is_parents =
                frame.parent().is_some_and(|parent| *AsRef::<JsValue>::as_ref(&parent) == source);
            let mut limiter = frame.limiter.get();
            let passes = is_parents && limiter.passes(Date::now());
            frame.limiter.set(limiter);
            let message = passes.then(|| js_sys::JSON::stringify(&property(&event, "data")).ok()).flatten();
            if let Some(heard) = message.and_then(|json| embed::hear(&String::from(json))) {
                frame.obey(heard, &property(&event, "origin").as_string().unwrap_or_default());
            }
        });
        let _ = self.window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
        heard.forget();
    }

    fn obey(self: &Rc<Self>, heard: Heard, origin: &str) {
        match heard {
            Heard::Listen => {
                // A page of no origin can only be addressed as anybody.
                let origin = if origin == "null" || origin.is_empty() { "*" } else { origin };
                self.listener.replace(Some(origin.to_owned()));
                self.post(&embed::ready(), origin);
                self.height.set(0);
                self.told.take();
                self.measure();
                self.tell_soon();
            }
            Heard::Plan(plan) => self.open(&plan),
            Heard::Theme(scheme) => {
                if self.options.palette().is_none() {
                    self.session.update(|session| session.screen.theme = theme_of(scheme));
                }
            }
            Heard::Language(language) => self.session.update(|session| session.language = language),
        }
    }

    /// Tells whoever asked for it what comes out, after a rest.
    fn tell_soon(self: &Rc<Self>) {
        if self.listener.borrow().is_some() && !self.is_telling.replace(true) {
            let frame = Rc::clone(self);
            set_timeout(move || frame.tell(), REST);
        }
    }

    fn tell(&self) {
        self.is_telling.set(false);
        let Some(origin) = self.listener.borrow().clone() else { return };
        let outcome = self.session.with_untracked(Session::embed_result);
        let messages = [embed::result(&outcome), embed::plan(&self.whole.borrow().2)];
        for (message, told) in messages.into_iter().zip(&mut *self.told.borrow_mut()) {
            if message != *told {
                self.post(&message, &origin);
                *told = message;
            }
        }
    }
}
