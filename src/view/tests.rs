//! The page as HTML, natively.

use super::{page, picture};
use crate::session::{Figure, Session};
use crate::text::Language;

#[test]
fn the_page_holds_the_answer() {
    let session = Session::new(Language::Ja);
    let html: String = page(&session).iter().map(super::Element::to_html).collect();
    assert!(html.contains("<mark>534件</mark>"), "{html}");
}

/// A picture stands alone: one document with its finding, shapes, words and source.
#[test]
fn a_figure_is_a_document_of_its_own() {
    let plan = r#"{ "version": 1, "name": "A & B", "period": { "start": "2026-04", "months": 2 },
        "goal": { "target": 100 }, "stages": [{ "id": "lead" }, { "id": "won", "rate": { "mean": 0.5 } }],
        "deal": { "kind": "one_off", "value": { "mean": 10 } }, "simulation": { "seed": 1, "trials": 100, "confidence": 0.8 } }"#;
    let session = crate::session::panel::answered(
        Language::En,
        &gyakusan_engine::plan::Plan::from_json(plan).expect("a plan"),
    );
    let fan = picture(&session, Figure::Fan).expect("a picture");
    let (before, rest) = fan.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("an end");
    assert_eq!(format!("{before}{after}"), include_str!("fan.svg").trim_end());
    for figure in Figure::ALL {
        let svg = picture(&session, figure).expect("a picture");
        assert!(svg.contains("A &amp; B / calculated with Gyakusan"), "{svg}");
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
}
