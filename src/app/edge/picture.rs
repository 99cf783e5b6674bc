//! Pictures of figures into the clipboard, or among the downloads where the clipboard takes none.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url,
};

use crate::session::{Picture, Pictured};

/// Pixels of a picture to each of its units, so that it stays sharp on large screens.
const SHARPNESS: f64 = 2.0;

/// Copies a picture, given as an SVG document, and tells what became of it. `name` is that of the file, without ending.
pub fn copy(svg: String, form: Picture, name: &'static str, tell: impl FnOnce(Pictured) + 'static) {
    spawn_local(async move { tell(copied(&svg, form, name).await.unwrap_or(Pictured::Failed)) });
}

async fn copied(svg: &str, form: Picture, name: &str) -> Result<Pictured, JsValue> {
    let (blob, ending) = match form {
        Picture::Svg => (blob(svg)?, "svg"),
        Picture::Png => (pixels(svg).await?, "png"),
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
    save(&blob, &format!("{name}.{ending}"))?;
    Ok(Pictured::Saved)
}

fn blob(svg: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &kind)
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

/// Hands something over to the clipboard, which insecure pages and sandboxed frames do not have.
async fn to_clipboard(method: &str, what: &JsValue) -> Result<(), JsValue> {
    let navigator = web_sys::window().ok_or("no window")?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let method: Function = Reflect::get(&clipboard, &method.into())?.dyn_into()?;
    let promise: Promise = method.call1(&clipboard, what)?.dyn_into()?;
    JsFuture::from(promise).await?;
    Ok(())
}

fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlElement = document()?.create_element("a")?.dyn_into()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    // The download has begun with the press, yet some browsers fetch the address a little later.
    super::after(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or_else(|| "no document".into())
}
