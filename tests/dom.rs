//! What needs a document: fields under an input method, Escape, the arrow keys; and the messages of a worker.
#![cfg(target_arch = "wasm32")]

use gyakusan::app;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CompositionEvent, CompositionEventInit, Document, Event, EventInit, HtmlElement, HtmlInputElement,
    InputEvent, InputEventInit, KeyboardEvent, KeyboardEventInit,
};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_starts_in_its_place_and_answers() {
    let page = Page::start().await;
    assert_eq!(page.counts(), ["20", "80", "534"]);
    assert_eq!(page.root().get_attribute("data-started").as_deref(), Some("true"));
}

/// The calculator that index.html holds for other pages becomes node for node what the program draws by itself, of its own
/// elements where they fit.
#[wasm_bindgen_test]
async fn the_still_calculator_is_taken_over() {
    let drawn = Page::in_place_of("");
    drawn.begin(app::light_embed_start).await;
    drawn.wait_for_odds().await;
    let drawn = drawn.app();
    let (_, still) = include_str!("../index.html").split_once("id=\"embedded-ja\"").expect("the calculator");
    let (_, still) = still.split_once(">\n").expect("its beginning");
    let (still, _) = still.split_once("  </template>\n").expect("its end");
    let page = Page::in_place_of(still);
    let target = page.field("embed-0");
    page.begin(app::light_embed_start).await;
    // Its odds stay until they are calculated anew.
    let finding = page.document.query_selector(".embed-finding").expect("a selector").expect("the odds");
    assert!(finding.text_content().is_some_and(|text| text.contains("45回")), "{}", finding.outer_html());
    page.wait_for_odds().await;
    assert!(page.app().is_equal_node(Some(&drawn)), "{}\n{}", page.app().outer_html(), drawn.outer_html());
    assert!(page.field("embed-0").is_same_node(Some(&target)));
    assert_eq!(target.value(), "1億");
    // What is something else gives way.
    let page = Page::in_place_of("<p>another</p> text <main><p>view</p></main>");
    page.begin(app::light_embed_start).await;
    page.wait_for_odds().await;
    assert!(page.app().is_equal_node(Some(&drawn)), "{}\n{}", page.app().outer_html(), drawn.outer_html());
}

#[wasm_bindgen_test]
async fn typing_answers_at_once_and_leaving_writes_the_normal_form() {
    let page = Page::start().await;
    page.type_into("20000万");
    page.settle().await;
    assert_eq!(page.counts(), ["40", "160", "1,067"]);
    assert_eq!(page.target().value(), "20000万");
    page.leave();
    page.settle().await;
    assert_eq!(page.target().value(), "2億");
}

#[wasm_bindgen_test]
async fn text_that_is_being_composed_is_not_read() {
    let page = Page::start().await;
    page.target().set_value("に");
    let composing = InputEventInit::new();
    composing.set_bubbles(true);
    composing.set_is_composing(true);
    page.send(&InputEvent::new_with_event_init_dict("input", &composing).expect("an event"));
    page.settle().await;
    assert_eq!(page.target().value(), "に", "the text stays with the input method");
    assert_eq!(page.counts(), ["20", "80", "534"]);

    page.target().set_value("２億");
    let composed = CompositionEventInit::new();
    composed.set_bubbles(true);
    page.send(&CompositionEvent::new_with_event_init_dict("compositionend", &composed).expect("an event"));
    page.settle().await;
    assert_eq!(page.counts(), ["40", "160", "1,067"]);
}

#[wasm_bindgen_test]
async fn escape_restores_and_arrows_step() {
    let page = Page::start().await;
    page.type_into("3億");
    page.settle().await;
    page.press("Escape");
    page.settle().await;
    assert_eq!((page.target().value().as_str(), page.counts()[0].as_str()), ("1億", "20"));
    page.press("ArrowUp");
    page.settle().await;
    assert_eq!(page.target().value(), "1.01億");
}

#[wasm_bindgen_test]
async fn a_bad_text_is_judged_beside_the_field_once_it_is_left() {
    let page = Page::start().await;
    page.type_into("12億x");
    page.settle().await;
    assert!(page.error().is_none(), "judged while typing");
    page.leave();
    page.settle().await;
    assert!(page.error().expect("a sentence").contains("「x」"));
    assert_eq!(page.target().get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.counts(), ["20", "80", "534"]);
}

/// A page started in a document of its own making.
struct Page {
    document: Document,
}

impl Page {
    async fn start() -> Self {
        let page = Self::in_place_of("");
        page.begin(app::page_start).await;
        page
    }

    /// A page that has not started, where this stands.
    fn in_place_of(still: &str) -> Self {
        let document = web_sys::window().and_then(|window| window.document()).expect("a document");
        let body = document.body().expect("a body");
        if let Some(old) = document.get_element_by_id("app") {
            old.remove();
        }
        let app = document.create_element("div").expect("an element");
        app.set_id("app");
        app.set_inner_html(still);
        body.append_child(&app).expect("a place");
        Self { document }
    }

    async fn begin(&self, start: fn()) {
        let _ = self.root().remove_attribute("data-started");
        start();
        while self.root().get_attribute("data-started").is_none() {
            self.settle().await;
        }
        self.settle().await;
    }

    fn root(&self) -> web_sys::Element {
        self.document.document_element().expect("a root")
    }

    /// Until the figures rest on every trial.
    async fn wait_for_odds(&self) {
        let is_interim =
            || self.document.query_selector(".embed-odds[data-interim]").expect("a selector").is_some();
        while is_interim() {
            self.settle().await;
        }
    }

    fn app(&self) -> web_sys::Element {
        self.document.get_element_by_id("app").expect("the page")
    }

    fn target(&self) -> HtmlInputElement {
        self.field("target")
    }

    fn field(&self, id: &str) -> HtmlInputElement {
        self.document.get_element_by_id(id).expect("a field").unchecked_into()
    }

    /// The computed counts, from the won deal to the first stage.
    fn counts(&self) -> Vec<String> {
        let inputs =
            self.document.query_selector_all(".tree-column[data-owner] .tree-count input").expect("a list");
        let value = |place| inputs.get(place).map(|input| input.unchecked_into::<HtmlInputElement>().value());
        (0..inputs.length()).filter_map(value).collect()
    }

    fn error(&self) -> Option<String> {
        self.document.get_element_by_id("target-error")?.text_content()
    }

    fn type_into(&self, text: &str) {
        self.target().set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        self.send(&Event::new_with_event_init_dict("input", &bubbling).expect("an event"));
    }

    /// Leaves the field, as a focus that goes elsewhere does.
    fn leave(&self) {
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        self.send(&Event::new_with_event_init_dict("focusout", &bubbling).expect("an event"));
    }

    fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        self.send(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event"));
    }

    fn send(&self, event: &Event) {
        self.target().unchecked_into::<HtmlElement>().dispatch_event(event).expect("a listener");
    }

    /// Waits until the page has shown what it was told.
    async fn settle(&self) {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            let window = web_sys::window().expect("a window");
            window.request_animation_frame(&resolve).expect("a frame");
        });
        wasm_bindgen_futures::JsFuture::from(promise).await.expect("a frame");
    }
}
