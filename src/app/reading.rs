//! Reading a drawing point by point, with a pointer or with keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PointerEvent};

use super::edge::later;
use crate::session::{Figure, Session};

/// The drawing around a place of the document.
pub(super) fn plot_around(target: &web_sys::Node) -> Option<web_sys::Element> {
    target.dyn_ref::<web_sys::Element>()?.closest(".plot").ok()?
}

/// A pointer over a drawing reads the nearest point, keys go from point to point.
pub(super) fn reading(
    session: RwSignal<Session>,
    figure: Figure,
    points: usize,
    plot: &web_sys::Element,
    event: &Event,
) {
    let pointer = event.dyn_ref::<PointerEvent>();
    // What is read is drawn anew only where it is another point.
    let change = |act: &dyn Fn(&mut Session) -> bool| {
        session.maybe_update(|session| act(session));
    };
    match (event.type_().as_str(), pointer) {
        ("pointermove" | "pointerdown", Some(pointer)) => {
            let place = plot.get_bounding_client_rect();
            let at = 100.0 * (f64::from(pointer.client_x()) - place.left()) / place.width();
            let point = later::nearest(session, figure, at);
            change(&|session| session.read_point(figure, point));
        }
        // A finger that was lifted leaves what it read.
        ("pointerout", Some(pointer)) if pointer.pointer_type() == "mouse" => {
            change(&|session| session.stop_reading(figure));
        }
        ("focusout", _) => change(&|session| session.stop_reading(figure)),
        ("keydown", _) => {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                let is_read = session.try_maybe_update(|session| {
                    let is_read = session.read_key(figure, points, &event.key());
                    (is_read, is_read)
                });
                if is_read == Some(true) {
                    event.prevent_default();
                }
            }
        }
        _ => {}
    }
}
