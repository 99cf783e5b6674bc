//! The page of authors: which plans it offers, and what a choice among them does to the form.

use super::{EVERYTHING, plan, session_of};
use crate::session::Session;
use crate::session::panel::AuthorForm;
use crate::shelf::{Described, Entry, RecordError};
use crate::text::Language;

const PAGE: &str = "https://example.com/";

fn entry(id: &str, content: Result<&str, RecordError>) -> Entry {
    let content = content.map(|name| Described {
        name: name.to_owned(),
        target: 3.0e8,
        currency: "JPY".to_owned(),
        saved_at: 1_795_276_800_000.0,
    });
    Entry { id: id.to_owned(), content }
}

#[test]
fn the_open_plan_and_all_others_that_can_be_read_are_offered() {
    let mut session = Session::new(Language::Ja);
    let library = &mut session.screen.library;
    library.entries = vec![entry("a", Ok("春")), entry("b", Ok("夏")), entry("c", Err(RecordError::Damaged))];
    library.current = Some("a".to_owned());
    let plans = AuthorForm::new(&session).plans;
    let open = session.shown_name();
    assert_eq!(plans[0], [String::new(), format!("{open}（開いている計画）")]);
    assert_eq!(plans[1], ["b", "夏 · 目標 3億円 ・ 11月21日 16:00 に保存"]);
    assert_eq!(plans.len(), 2);
}

#[test]
fn another_plan_brings_its_fields_and_leaves_the_words() {
    let open = Session::new(Language::Ja);
    let mut form = AuthorForm::new(&open);
    let usual = form.clone();
    form.enter("title", "試す".to_owned());
    form.enter("show.months", "true".to_owned());
    let other = session_of(plan(EVERYTHING));
    form.choose("b".to_owned(), Some(&other));
    assert_eq!((form.plan.as_str(), form.title.as_str()), ("b", "試す"));
    assert!(!form.shown.iter().any(|name| name == "months"));
    let panel = other.author(&form, PAGE);
    let is_of_the_plan = |name: &str| panel.fields.iter().any(|field| field.name == name && field.is_shown);
    assert!(form.shown.iter().all(|name| is_of_the_plan(name)), "{:?}", form.shown);
    assert_ne!(panel.address, open.author(&form, PAGE).address);

    // One that is gone leaves everything as it was, and that is said.
    let before = form.clone();
    form.choose("c".to_owned(), None);
    assert_eq!((&form.plan, &form.shown), (&before.plan, &before.shown));
    assert!(other.author(&form, PAGE).plan_note.is_some_and(|note| note.contains("前の計画のまま")));
    form.choose(String::new(), Some(&open));
    assert_eq!((form.plan.as_str(), &form.shown), ("", &usual.shown));
    assert_eq!(open.author(&form, PAGE).plan_note, None);
}
