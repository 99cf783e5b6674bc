//! The page as HTML, natively.

use super::page;
use crate::session::{Edit, NewChannel, SeasonShape, Session};
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

#[test]
fn what_feeds_the_funnel_is_drawn_from_its_panels() {
    let mut session = Session::new(Language::Ja);
    session.edit(Edit::Season(SeasonShape::HalfYearEnds));
    session.edit(Edit::AddCustomers);
    session.edit(Edit::AddChannel(NewChannel::Exhibition));
    let html: String = page(&session).iter().map(super::Element::to_html).collect();
    for part in [
        // A month of 0.9 among months of 1.4 at most.
        "<div class=\"season-column\" style=\"--height: 64.29%\"><span class=\"season-count\">40</span>",
        "<input class=\"cell-input\" id=\"season-4\" autocomplete=\"off\" value=\"7.5\" aria-label=\"4月の配分\"",
        "<button class=\"segment\" type=\"button\" aria-pressed=\"true\">9月・3月に山</button>",
        "<summary class=\"channel-fold\" aria-label=\"展示会の詳細\" title=\"展示会の詳細\">",
        "<input class=\"cell-input\" id=\"channel-3-month-11\" autocomplete=\"off\" value=\"0\" aria-label=\"3月の件数\"",
        "<input class=\"rail-input\" type=\"range\" min=\"250\" max=\"495\" step=\"5\" value=\"400\" aria-label=\"求める確度\"",
        "含めると既存で <b>1,290万円</b>。必要なリードは 534件 → <b>465件</b> に減ります",
        "目安 20–30% 出典なし",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for (place, id) in ids.iter().enumerate() {
        assert!(!ids[..place].contains(id), "{id} names two elements");
    }
}
