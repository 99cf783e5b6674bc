//! The page as HTML, natively.

use super::{Element, later, page};
use crate::session::{LaterPart, Press, Session, View};
use crate::text::Language;

fn html(session: &Session, later: Option<Vec<Element>>) -> String {
    page(session, later).iter().map(Element::to_html).collect()
}

#[test]
fn the_page_holds_the_answer() {
    let html = html(&Session::new(Language::Ja), None);
    assert!(html.contains("<mark>534件</mark>"), "{html}");
}

#[test]
fn the_line_in_the_place_of_later_sections_says_how_they_stand() {
    let mut session = Session::new(Language::Ja);
    assert!(html(&session, None).contains("詳しい項目を表示"));
    assert!(!session.screen.wants_later());
    session.press(Press::Later);
    assert!(session.screen.wants_later());
    assert!(html(&session, None).contains("詳しい項目を読み込んでいます"));
    session.screen.later = LaterPart::Failed;
    assert!(!session.screen.wants_later(), "it is not tried again on its own");
    assert!(html(&session, None).contains("詳しい項目を読み込めませんでした"));
    session.press(Press::Later);
    assert!(session.screen.wants_later());
    session.screen.later = LaterPart::Here;
    session.press(Press::Later);
    assert_eq!(session.screen.later, LaterPart::Here);
    let whole = html(&session, Some(later(&session)));
    assert!(!whole.contains("later-line") && whole.contains("settings-name"));
}

#[test]
fn the_odds_ask_for_the_later_part_themselves() {
    let mut session = Session::new(Language::En);
    session.press(Press::Show(View::Odds));
    assert!(session.screen.wants_later());
    session.screen.later = LaterPart::Here;
    assert!(!html(&session, Some(later(&session))).contains("later-line"));
}
