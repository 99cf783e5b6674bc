//! What is done on the import screens: by id and name of what is used.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Event, EventTarget, HtmlInputElement};

use super::Screens;
use super::object::{call, get};
use crate::app::edge::files;

impl Screens {
    /// Listens on the screens, and to what is dropped or pasted anywhere on the page while they are shown.
    pub(super) fn listen(self: &Rc<Self>) {
        for kind in ["click", "change"] {
            self.on(&self.section, kind, Self::used);
        }
        let Ok(document) = files::document() else { return };
        for kind in ["dragover", "dragleave", "drop"] {
            self.on(&document, kind, Self::dragged);
        }
        self.on(&document, "paste", Self::pasted);
    }

    fn on(self: &Rc<Self>, target: &EventTarget, kind: &str, hear: fn(&Rc<Self>, &Event)) {
        let screens = Rc::clone(self);
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&screens, &event));
        let _ = target.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        // The screens live as long as the page.
        heard.forget();
    }

    fn used(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        else {
            return;
        };
        if event.type_() == "change" {
            return self.changed(&target);
        }
        let Ok(Some(button)) = target.closest("button") else { return };
        let id = button.id();
        match id.as_str() {
            "import-replace" => {
                self.replaces.set(true);
                self.draw();
                crate::app::listen::focus("import-files");
            }
            "import-cancel" | "import-clear" | "import-close" => {
                self.end();
                crate::app::listen::focus("import-files");
            }
            "import-stop" => {
                self.run.take();
                self.state.borrow_mut().stop();
                self.draw();
                crate::app::listen::focus("import-again");
            }
            "import-again" => self.read(),
            "import-take" => self.take(false),
            "import-count" => self.take(true),
            "import-report" => self.save_report(),
            "import-sample" => self.try_samples(),
            "import-paste" => {
                if let Some(area) = crate::app::listen::element("import-text") {
                    // An area has the same property as an input.
                    let area = area.unchecked_ref::<HtmlInputElement>();
                    let text = area.value();
                    area.set_value("");
                    self.paste(&text);
                }
            }
            _ => self.of_file(&id),
        }
    }

    /// A button of a file: what it does and the file's place stand in its id.
    fn of_file(self: &Rc<Self>, id: &str) {
        let Some((what, place)) = id.rsplit_once('-') else { return };
        let Ok(place) = place.parse::<usize>() else { return };
        match what {
            "import-remove" => self.state.borrow_mut().remove(place),
            "import-first" => self.state.borrow_mut().put_first(place),
            _ => return,
        }
        self.read();
        crate::app::listen::focus("import-files");
    }

    fn changed(self: &Rc<Self>, target: &web_sys::Element) {
        // Lists have the same properties as inputs.
        let input = target.unchecked_ref::<HtmlInputElement>();
        if target.id() == "import-files" {
            self.add(named(&get(input, "files")));
            // The same file can be chosen again.
            input.set_value("");
            return;
        }
        let value = if input.type_() == "checkbox" { input.checked().to_string() } else { input.value() };
        let name = get(input, "name").as_string().unwrap_or_default();
        let is_known = self.state.borrow_mut().enter(&name, &value);
        if is_known {
            self.read();
        }
    }

    fn dragged(self: &Rc<Self>, event: &Event) {
        let transfer = get(event, "dataTransfer");
        let has_files = call(&get(&transfer, "types"), "includes", &Array::of1(&"Files".into()));
        if !self.is_shown() || has_files.is_none_or(|has| !has.is_truthy()) {
            return;
        }
        let is_over = event.type_() == "dragover";
        let _ = self.section.set_attribute("data-over", if is_over { "true" } else { "false" });
        if event.type_() == "dragleave" {
            return;
        }
        event.prevent_default();
        let files = named(&get(&transfer, "files"));
        // A plan file is the page's, which opens it.
        if event.type_() == "drop"
            && !files.iter().all(|(name, _)| name.to_ascii_lowercase().ends_with("json"))
        {
            call(event, "stopPropagation", &Array::new());
            self.add(files);
        }
    }

    fn pasted(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_elsewhere = target.is_some_and(|target| {
            matches!(target.closest("input, textarea"), Ok(Some(_))) && target.id() != "import-text"
        });
        if is_elsewhere || !self.is_shown() {
            return;
        }
        let board = get(event, "clipboardData");
        let files = named(&get(&board, "files"));
        let text = call(&board, "getData", &Array::of1(&"text".into())).and_then(|text| text.as_string());
        if !files.is_empty() {
            event.prevent_default();
            self.add(files);
        } else if let Some(text) = text.filter(|text| text.contains(['\n', '\t'])) {
            event.prevent_default();
            self.paste(&text);
        }
    }

    fn is_shown(&self) -> bool {
        self.is_open.get() && get(&self.section, "isConnected").is_truthy()
    }
}

/// The files of a list with their names.
fn named(list: &JsValue) -> Vec<(String, Blob)> {
    let count = get(list, "length").as_f64().unwrap_or(0.0) as u32;
    let file = |place: u32| get(list, &place.to_string());
    let named = |file: JsValue| Some((get(&file, "name").as_string()?, file.dyn_into().ok()?));
    (0..count).filter_map(|place| named(file(place))).collect()
}
