//! Pictures of figures into the clipboard, or among the downloads where the clipboard takes none.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::files::{document, save, text_blob, to_clipboard};
use crate::session::{Figure, Picture, Pictured, Session};

/// The media type of a drawing.
const SVG: &str = "image/svg+xml";

/// Pixels of a picture to each of its units, so that it stays sharp on large screens.
const SHARPNESS: f64 = 2.0;

/// Copies the picture of a figure, given as an SVG document, and notes what became of it.
pub fn copy(session: RwSignal<Session>, svg: String, form: Picture, figure: Figure) {
    spawn_local(async move {
        let outcome = copied(&svg, form, figure.id()).await.unwrap_or(Pictured::Failed);
        session.update(|session| session.screen.pictured = Some((figure, outcome)));
    });
}

/// `name` is that of the file, without ending, where the clipboard takes nothing.
async fn copied(svg: &str, form: Picture, name: &str) -> Result<Pictured, JsValue> {
    let blob = match form {
        Picture::Svg => text_blob(svg, SVG)?,
        Picture::Png => pixels(svg).await?,
    };
    let taken = match form {
        // As text, which drawing programs and editors take alike.
        Picture::Svg => to_clipboard("writeText", &svg.into()).await,
        Picture::Png => match item(&blob) {
            Ok(item) => to_clipboard("write", &Array::of1(&item)).await,
            Err(error) => Err(error),
        },
    };
    if taken.is_ok() {
        return Ok(Pictured::Copied);
    }
    save(&blob, &[name, ".", form.ending()].concat())?;
    Ok(Pictured::Saved)
}

/// Puts a picture among the downloads, and tells whether it came there. `name` is that of the file, without ending.
pub fn download(svg: String, form: Picture, name: String, tell: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let made = match form {
            Picture::Svg => text_blob(&svg, SVG),
            Picture::Png => pixels(&svg).await,
        };
        tell(made.and_then(|blob| save(&blob, &[&name, ".", form.ending()].concat())).is_ok());
    });
}

/// Draws the picture on a canvas. It comes as a data address, which the policy of the page allows for pictures.
async fn pixels(svg: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    let encoded = String::from(js_sys::encode_uri_component(svg));
    image.set_src(&("data:image/svg+xml;charset=utf-8,".to_owned() + &encoded));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.dyn_into()?;
    let [width, height] = [image.natural_width(), image.natural_height()].map(f64::from);
    canvas.set_width((SHARPNESS * width) as u32);
    canvas.set_height((SHARPNESS * height) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into()?;
    context.scale(SHARPNESS, SHARPNESS)?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    let drawn = Promise::new(&mut |take, refuse| {
        let given = Closure::once_into_js(move |blob: JsValue| {
            let answer = if blob.is_null() { &refuse } else { &take };
            let _ = answer.call1(&JsValue::UNDEFINED, &blob);
        });
        // A canvas that cannot be read never answers; nothing of another origin is on it.
        let _ = canvas.to_blob(given.unchecked_ref());
    });
    JsFuture::from(drawn).await?.dyn_into()
}

/// A picture as the clipboard takes it. Looked up by name, since older browsers do not have it.
fn item(blob: &Blob) -> Result<JsValue, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"ClipboardItem".into())?.dyn_into()?;
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), blob)?;
    Reflect::construct(&constructor, &Array::of1(&kinds))
}
