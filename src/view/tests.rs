//! The page as HTML, natively.

use super::page;
use crate::session::Session;
use crate::text::Language;

#[test]
fn the_page_holds_the_answer() {
    let session = Session::new(Language::Ja);
    let html: String = page(&session).iter().map(super::Element::to_html).collect();
    assert!(html.contains("<mark>534件</mark>"), "{html}");
}
