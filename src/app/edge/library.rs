//! What is done with saved plans and plan files; called in the later part, but for taking a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::keeper::SHELF;
use super::{author, exporter, files, keeper};
use crate::session::export::ExportedFile;
use crate::session::{Arrival, Session, ShelfPress};
use crate::share::{FILE_ENDING, PlanFile, file_name};
use crate::shelf::{Removed, Shelf, StoreError};
use crate::text::filled;

/// Does what was pressed in the menu of saved plans; called in the later part.
pub(super) fn press(session: RwSignal<Session>, press: ShelfPress) {
    // Saving what was just typed sorts the list anew: the place is that of the list that was pressed.
    let pressed = match press {
        ShelfPress::Open(place)
        | ShelfPress::Duplicate(place)
        | ShelfPress::Remove(place)
        | ShelfPress::Download(place) => id_at(session, place),
        _ => None,
    };
    match press {
        ShelfPress::Open(_) | ShelfPress::Duplicate(_) | ShelfPress::Remove(_) | ShelfPress::Download(_) => {
            keeper::keep_changes(session);
            if let Some(id) = pressed {
                press_on(session, press, &id);
            }
        }
        ShelfPress::PutBack => {
            keeper::keep_changes(session);
            put_back(session);
        }
        ShelfPress::Fresh => {
            keeper::keep_changes(session);
            keeper::start_anew(session, Session::open_first);
        }
        ShelfPress::Keep => keeper::keep(session),
        ShelfPress::Discard => match SHELF.with_borrow_mut(Shelf::open_last) {
            Ok(Some(file)) => keeper::show(session, |session| session.open(file)),
            _ => keeper::start_anew(session, Session::open_first),
        },
        ShelfPress::Dismiss => session.update(|session| session.screen.library.arrival = None),
        ShelfPress::File => {
            let file = session.with_untracked(|session| {
                let name = file_name::file_name(session.shown_name(), "", &FILE_ENDING[1..]);
                json(name, session.file().write())
            });
            exporter::hand_over(session, &file);
        }
        ShelfPress::Embed => author::open(session),
        ShelfPress::CopyLink => {
            let link =
                session.with_untracked(|session| session.screen.library.link.address().map(str::to_owned));
            if let Some(link) = link {
                exporter::copy(session, link, |session| session.language.words().library().link_copied);
            }
        }
    }
}

/// Does what was pressed on a saved plan.
fn press_on(session: RwSignal<Session>, press: ShelfPress, id: &str) {
    match press {
        ShelfPress::Duplicate(_) => {
            let phrase = session.with_untracked(|session| session.language.words().library().copy_name);
            let copy = |name: &str| filled(phrase, &[name]);
            match SHELF.with_borrow(|shelf| shelf.duplicate(id, copy, keeper::stamp())) {
                Ok(Some(copy)) => open(session, &copy),
                Ok(None) => {}
                Err(error) => refused(session, error),
            }
        }
        ShelfPress::Remove(_) => remove(session, id),
        ShelfPress::Download(_) => {
            if let Some(text) = SHELF.with_borrow(|shelf| shelf.text(id)) {
                exporter::hand_over(session, &json([id, ".json"].concat(), text));
            }
        }
        _ => open(session, id),
    }
}

/// The name in the store of the plan at a place of the list.
fn id_at(session: RwSignal<Session>, place: usize) -> Option<String> {
    session.with_untracked(|session| session.screen.library.entries.get(place).map(|entry| entry.id.clone()))
}

fn json(name: String, text: String) -> ExportedFile {
    ExportedFile { name, media_type: "application/json", bytes: text.into_bytes() }
}

/// Opens the plan of a file that was chosen or dropped; called in the later part.
pub(super) fn open_file(session: RwSignal<Session>, file: Blob, name: String) {
    spawn_local(async move {
        if let Ok(text) = files::text_of(&file).await {
            open_text(session, name, &text);
        }
    });
}

fn open_text(session: RwSignal<Session>, name: String, text: &str) {
    match PlanFile::read(text) {
        Ok(file) => {
            keeper::keep_changes(session);
            keeper::start_anew(session, |session| session.open(file));
            keeper::keep(session);
        }
        Err(errors) => {
            session.update(|session| session.screen.library.arrival = Some(Arrival::BadFile(name, errors)));
        }
    }
}

fn open(session: RwSignal<Session>, id: &str) {
    match SHELF.with_borrow_mut(|shelf| shelf.open(id)) {
        Ok(Some(file)) => keeper::show(session, |session| session.open(file)),
        Ok(None) => keeper::list(session),
        Err(error) => {
            session.update(|session| session.screen.library.arrival = Some(Arrival::BadRecord(error)));
        }
    }
}

fn remove(session: RwSignal<Session>, id: &str) {
    let removed = match SHELF.with_borrow_mut(|shelf| shelf.remove(id)) {
        Ok(removed) => removed,
        Err(error) => return refused(session, error),
    };
    if removed.as_ref().is_some_and(Removed::was_open) {
        // The plan that was shown is gone: the next one is shown, or the one that the page opens with.
        let entries = SHELF.with_borrow(Shelf::list).unwrap_or_default();
        match entries.iter().find(|entry| entry.content.is_ok()) {
            Some(next) => open(session, &next.id),
            None => keeper::start_anew(session, Session::open_first),
        }
    }
    keeper::list(session);
    session.update(|session| {
        session.screen.library.removed = removed;
        session.notify_removed();
    });
}

/// Puts back what was removed last, and shows it again where it was shown.
fn put_back(session: RwSignal<Session>) {
    let removed = session.with_untracked(|session| session.screen.library.removed.clone());
    let Some(removed) = removed else { return };
    if let Err(error) = SHELF.with_borrow(|shelf| shelf.put_back(&removed)) {
        return refused(session, error);
    }
    session.update(|session| session.screen.notice = None);
    if removed.was_open() {
        open(session, removed.id());
    }
    keeper::list(session);
}

fn refused(session: RwSignal<Session>, error: StoreError) {
    session.update(|session| session.screen.library.trouble = Some(error));
}
