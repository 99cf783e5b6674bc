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

#[test]
fn the_months_stand_below_the_tree() {
    let session = Session::new(Language::En);
    let html: String = page(&session).iter().map(super::Element::to_html).collect();
    let april = r#"<th scope="col"><span class="calendar-year">2026</span><button class="calendar-month" type="button" aria-pressed="false" aria-label="Apr 2026">Apr</button></th>"#;
    assert!(html.contains(april), "{html}");
    let leads = "<td>44</td><td>534</td></tr>";
    assert!(html.contains(leads), "{html}");
    let places =
        ["id=\"calendar-title\"", "id=\"costs-title\"", "id=\"notes-title\""].map(|id| html.find(id));
    assert!(places[0].is_some() && places.is_sorted(), "{places:?}");
}
