use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::*;

/// A store in memory that two windows share, and that can be made to refuse.
#[derive(Debug, Clone, Default)]
struct Memory {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    refuses: Rc<Cell<Option<StoreError>>>,
}

impl Memory {
    fn check(&self, writes: bool) -> Result<(), StoreError> {
        match self.refuses.get() {
            Some(StoreError::Full) if !writes => Ok(()),
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    fn plans(&self) -> Vec<(String, String)> {
        let texts = self.texts.borrow();
        texts
            .iter()
            .filter(|(name, _)| name.starts_with(PREFIX))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect()
    }
}

impl Store for Memory {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        self.check(false)?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.check(false)?;
        Ok(self.texts.borrow().get(name).cloned())
    }

    fn write(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.check(true)?;
        self.texts.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.check(false)?;
        self.texts.borrow_mut().remove(name);
        Ok(())
    }
}

fn file(name: &str) -> PlanFile {
    let text = include_str!("../../engine/plans/article.json");
    PlanFile::read(text).expect("a plan").renamed(name)
}

fn stamp(token: u64) -> Stamp {
    Stamp { token, now: token as f64 * 1000.0 }
}

fn names(shelf: &Shelf<Memory>) -> Vec<String> {
    let entries = shelf.list().expect("a list").into_iter();
    entries.map(|entry| entry.content.map_or_else(|error| format!("{error:?}"), |plan| plan.name)).collect()
}

#[test]
fn what_is_saved_is_there_again() {
    let store = Memory::default();
    let mut shelf = Shelf::new(store.clone());
    assert_eq!(shelf.open_last(), Ok(None));
    assert_eq!(shelf.save(&file("春"), stamp(1)), Ok(Saved::Kept));
    assert_eq!(shelf.save(&file("夏"), stamp(2)), Ok(Saved::Kept));
    assert!(shelf.has(&file("夏")) && !shelf.has(&file("春")));
    assert_eq!(Shelf::new(store.clone()).open_last(), Ok(Some(file("夏"))));
    assert_eq!(store.plans().len(), 1);
    shelf.leave();
    shelf.save(&file("秋"), stamp(3)).expect("room");
    assert_eq!(names(&shelf), ["秋", "夏"]);
}

#[test]
fn a_plan_can_be_copied_removed_and_put_back() {
    let mut shelf = Shelf::new(Memory::default());
    shelf.save(&file("春"), stamp(1)).expect("room");
    let id = shelf.current().expect("a plan").to_owned();
    let copy = shelf.duplicate(&id, |name| format!("{name} 2"), stamp(2)).expect("room").expect("a copy");
    assert_eq!(names(&shelf), ["春 2", "春"]);
    assert_eq!(shelf.file(&copy), Some(file("春 2")));
    assert_eq!(shelf.current(), Some(id.as_str()), "the copy waits in the list, read or not");
    let removed = shelf.remove(&copy).expect("a store").expect("a plan");
    assert!(!removed.was_open());
    assert_eq!(names(&shelf), ["春"]);
    shelf.put_back(&removed).expect("room");
    assert_eq!(names(&shelf), ["春 2", "春"]);
    let removed = shelf.remove(&id).expect("a store").expect("a plan");
    assert!(removed.was_open());
    assert_eq!(shelf.current(), None, "what is shown is saved anew when it changes");
    shelf.put_back(&removed).expect("room");
    assert_eq!(shelf.open(&id), Ok(Some(file("春"))));
    assert_eq!(shelf.remove("gyakusan.plan.none"), Ok(None));
}

#[test]
fn two_windows_that_save_one_after_the_other_lose_nothing() {
    let store = Memory::default();
    let (mut first, mut second) = (Shelf::new(store.clone()), Shelf::new(store.clone()));
    first.save(&file("a"), stamp(1)).expect("room");
    second.open_last().expect("a plan");
    first.save(&file("b"), stamp(2)).expect("room");
    // The second window has not heard of it when it saves.
    assert_eq!(second.save(&file("c"), stamp(3)), Ok(Saved::Taken));
    assert_eq!(names(&first), ["b"]);
    second.leave();
    assert_eq!(second.save(&file("c"), stamp(3)), Ok(Saved::Kept));
    assert_eq!(names(&first), ["c", "b"]);
    // From now on each window has a plan of its own.
    assert_eq!(second.save(&file("d"), stamp(4)), Ok(Saved::Kept));
    assert_eq!(first.save(&file("e"), stamp(5)), Ok(Saved::Kept));
    assert_eq!(names(&first), ["e", "d"]);
}

#[test]
fn a_window_that_changed_nothing_goes_on_with_the_other_ones_plan() {
    let store = Memory::default();
    let (mut first, mut second) = (Shelf::new(store.clone()), Shelf::new(store.clone()));
    first.save(&file("a"), stamp(1)).expect("room");
    second.open_last().expect("a plan");
    first.save(&file("b"), stamp(2)).expect("room");
    let (id, text) = store.plans().remove(0);
    assert_eq!(second.hear(&id, &text, false), Heard::Newer(Box::new(file("b"))));
    assert_eq!(second.save(&file("c"), stamp(4)), Ok(Saved::Kept));
    assert_eq!(names(&first), ["c"]);
}

#[test]
fn what_is_being_typed_is_not_given_up_for_what_the_other_window_saved() {
    let store = Memory::default();
    let (mut first, mut second) = (Shelf::new(store.clone()), Shelf::new(store.clone()));
    first.save(&file("a"), stamp(1)).expect("room");
    second.open_last().expect("a plan");
    first.save(&file("b"), stamp(2)).expect("room");
    let (id, text) = store.plans().remove(0);
    assert_eq!(second.hear(&id, &text, true), Heard::Nothing);
    assert_eq!(second.save(&file("typed"), stamp(4)), Ok(Saved::Taken));
}

/// Both windows read the same state and write at the same moment: the second write covers the first.
#[test]
fn a_state_that_was_written_over_is_kept_by_the_window_that_made_it() {
    let store = Memory::default();
    let (mut first, mut second) = (Shelf::new(store.clone()), Shelf::new(store.clone()));
    first.save(&file("a"), stamp(1)).expect("room");
    second.open_last().expect("a plan");
    let (id, before) = store.plans().remove(0);
    first.save(&file("b"), stamp(2)).expect("room");
    // The second window wrote on top of the state before.
    store.write(&id, &before).expect("room");
    second.save(&file("c"), stamp(3)).expect("room");
    let (_, text) = store.plans().remove(0);
    assert_eq!(first.hear(&id, &text, false), Heard::WrittenOver);
    first.leave();
    first.save(&file("b"), stamp(4)).expect("room");
    assert_eq!(names(&first), ["b", "c"]);
    assert_ne!(first.current(), Some(id.as_str()));
}

#[test]
fn what_cannot_be_read_is_listed_and_stays() {
    let store = Memory::default();
    let mut shelf = Shelf::new(store.clone());
    shelf.save(&file("a"), stamp(1)).expect("room");
    let (id, text) = store.plans().remove(0);
    let newer = text.replace("\"record\":1", "\"record\":2");
    let newer_plan = text.replace("{\\\"version\\\":1", "{\\\"version\\\":99");
    assert_ne!(newer_plan, text);
    for (place, broken) in
        [&text[..text.len() / 2], "", "{}", "[]", "null", &newer, &newer_plan].iter().enumerate()
    {
        store.write(&format!("{PREFIX}x{place}"), broken).expect("room");
    }
    let damaged = "Damaged";
    assert_eq!(names(&shelf), ["a", damaged, damaged, damaged, damaged, damaged, "Newer", "Newer"]);
    assert_eq!(shelf.open(&format!("{PREFIX}x5")), Err(RecordError::Newer));
    assert_eq!(shelf.current(), Some(id.as_str()), "the open plan stays open");
    assert_eq!(shelf.text(&format!("{PREFIX}x5")), Some(newer));
    assert_eq!((shelf.file(&format!("{PREFIX}x5")), shelf.file("gyakusan.plan.none")), (None, None));
    // The plan of this very window is damaged from outside: it is left alone, and the state goes beside it.
    store.write(&id, "not a record").expect("room");
    assert_eq!(shelf.save(&file("b"), stamp(2)), Ok(Saved::Taken));
    assert_eq!(shelf.text(&id).as_deref(), Some("not a record"));
}

#[test]
fn a_store_that_refuses_says_so_and_keeps_what_it_has() {
    let store = Memory::default();
    let mut shelf = Shelf::new(store.clone());
    shelf.save(&file("a"), stamp(1)).expect("room");
    store.refuses.set(Some(StoreError::Full));
    assert_eq!(shelf.save(&file("b"), stamp(2)), Err(StoreError::Full));
    assert_eq!(names(&shelf), ["a"]);
    store.refuses.set(Some(StoreError::Blocked));
    assert_eq!(shelf.save(&file("b"), stamp(3)), Err(StoreError::Blocked));
    assert_eq!(shelf.list(), Err(StoreError::Blocked));
    assert_eq!(Shelf::new(store.clone()).open_last(), Ok(None));
    store.refuses.set(None);
    assert_eq!(shelf.save(&file("b"), stamp(4)), Ok(Saved::Kept));
    assert_eq!(names(&shelf), ["b"]);
}

#[test]
fn a_record_is_read_as_it_was_written() {
    for base in [None, Some(u64::MAX)] {
        let record = Record { token: 7, base, saved_at: 1.0e12, file: file("名前 \"'\\") };
        assert_eq!(Record::read(&record.write()), Ok(record));
    }
}
