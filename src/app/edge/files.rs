//! Files to and from the user, and texts into the clipboard.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Document, HtmlElement, Url};

/// A text as a file in memory, of this media type.
pub(super) fn text_blob(text: &str, media_type: &str) -> Result<Blob, JsValue> {
    blob(&Array::of1(&text.into()), media_type)
}

/// Bytes as a file in memory, of this media type.
pub(super) fn byte_blob(bytes: &[u8], media_type: &str) -> Result<Blob, JsValue> {
    blob(&Array::of1(&Uint8Array::from(bytes)), media_type)
}

/// Parts of a file as one file in memory.
pub(super) fn blob(parts: &Array, media_type: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(parts, &kind)
}

/// Puts a file among the downloads.
pub(super) fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
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

/// The text of a chosen file.
pub(super) async fn text_of(file: &Blob) -> Result<String, JsValue> {
    let promise: Promise = file.text();
    let text = JsFuture::from(promise).await?;
    text.as_string().ok_or_else(|| "no text".into())
}

/// Hands something over to the clipboard, which insecure pages and sandboxed frames do not have.
pub(super) async fn to_clipboard(method: &str, what: &JsValue) -> Result<(), JsValue> {
    let navigator = web_sys::window().ok_or("no window")?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let method: Function = Reflect::get(&clipboard, &method.into())?.dyn_into()?;
    let promise: Promise = method.call1(&clipboard, what)?.dyn_into()?;
    JsFuture::from(promise).await?;
    Ok(())
}

/// The document.
pub(super) fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or_else(|| "no document".into())
}
