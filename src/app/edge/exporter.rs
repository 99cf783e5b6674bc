//! Exports: a part of the program of its own makes them, fetched with the first one.
//!
//! As in [`later`](super::later), a way in takes no arguments: what it works on waits here, and so does what it makes.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{files, later, picture};
use crate::session::export::{ExportedFile, TrialTable};
use crate::session::{ExportPress, MAX_WRITTEN_TRIALS, Session};
use crate::view::{self, Element};

/// The name of the part.
const PART: &str = "export";
/// Trials in a chunk of the table.
const CHUNK: u32 = gyakusan_engine::sim::CHUNK_TRIALS;

/// What the part makes.
#[derive(Debug)]
enum Made {
    File(ExportedFile),
    Text(String),
    Page(Box<Element>),
    Trials(ExportedFile, Box<TrialTable>),
    Failed,
}

/// The trials that are being written.
#[derive(Debug)]
struct Writing {
    file: ExportedFile,
    table: Box<TrialTable>,
    next: u32,
    end: u32,
    /// What is written so far.
    parts: Array,
}

/// Puts a page on paper.
type Printer = Box<dyn Fn(Element)>;

thread_local! {
    static PRINT: RefCell<Option<Printer>> = const { RefCell::new(None) };
    static ASKED: RefCell<Option<(RwSignal<Session>, ExportPress)>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
    static WRITING: RefCell<Option<Writing>> = const { RefCell::new(None) };
    /// The lines of the newest chunk.
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Says how a page is put on paper.
pub fn set_printer(print: impl Fn(Element) + 'static) {
    PRINT.set(Some(Box::new(print)));
}

/// Exports what was pressed; called in the later part.
pub(super) fn press(session: RwSignal<Session>, press: ExportPress) {
    match press {
        ExportPress::StopTrials => end(session),
        ExportPress::Figure(figure, form) => {
            let picture = session.with_untracked(|session| view::picture(session, figure));
            let Some(svg) = picture else { return };
            picture::download(svg, form, figure.id().to_owned(), move |is_saved| {
                if !is_saved {
                    failed(session);
                }
            });
        }
        _ => later::load_part(PART, move |came| if came { made(session, press) } else { failed(session) }),
    }
}

/// Puts a page on paper.
pub(super) fn print(page: Element) {
    PRINT.with_borrow(|print| {
        if let Some(print) = print {
            print(page);
        }
    });
}

/// Puts a file among the downloads; says where that fails.
pub(super) fn hand_over(session: RwSignal<Session>, file: &ExportedFile) {
    let saved =
        files::byte_blob(&file.bytes, file.media_type).and_then(|blob| files::save(&blob, &file.name));
    if saved.is_err() {
        failed(session);
    }
}

/// Copies a text, and says whether it is in the clipboard.
pub(super) fn copy(session: RwSignal<Session>, text: String, done: fn(&Session) -> &'static str) {
    spawn_local(async move {
        let is_copied = files::to_clipboard("writeText", &text.into()).await.is_ok();
        session.update(|session| {
            let said = if is_copied { done(session) } else { session.language.words().library().not_copied };
            session.announce(said.to_owned());
        });
    });
}

fn made(session: RwSignal<Session>, press: ExportPress) {
    ASKED.replace(Some((session, press)));
    later::call_part(PART, "part_export_make");
    match MADE.take() {
        Some(Made::File(file)) => hand_over(session, &file),
        Some(Made::Text(text)) => {
            copy(session, text, |session| session.language.words().library().text_copied);
        }
        Some(Made::Page(page)) => print(*page),
        Some(Made::Trials(file, table)) => {
            let end = table.chunk_count().min(MAX_WRITTEN_TRIALS / CHUNK);
            WRITING.replace(Some(Writing { file, table, next: 0, end, parts: Array::new() }));
            write_on(session);
        }
        Some(Made::Failed) | None => failed(session),
    }
}

/// Makes what is asked for; the way into the part.
#[wasm_bindgen]
pub fn part_export_make() {
    let Some((session, press)) = ASKED.take() else { return };
    let made = session.with_untracked(|session| {
        let link = session.screen.library.link.address();
        match press {
            ExportPress::Table(kind) => Made::File(session.table_file(kind)),
            ExportPress::Spreadsheet => Made::File(session.spreadsheet_file()),
            ExportPress::Markdown => Made::File(session.markdown_file(link)),
            ExportPress::Chat => Made::Text(session.chat(link)),
            ExportPress::Print => Made::Page(Box::new(view::print_page(session, link))),
            ExportPress::Trials => match TrialTable::new(session.plan(), session.language) {
                Ok(table) => Made::Trials(session.trials_file(), Box::new(table)),
                Err(_) => Made::Failed,
            },
            ExportPress::StopTrials | ExportPress::Figure(..) => Made::Failed,
        }
    });
    MADE.set(Some(made));
}

/// Writes the lines of the next chunk; a way into the part.
#[wasm_bindgen]
pub fn part_export_lines() {
    WRITING.with_borrow_mut(|writing| {
        if let Some(writing) = writing {
            LINES.set(writing.table.chunk(writing.next));
            writing.next += 1;
        }
    });
}

/// Writes a chunk of trials between the page's other tasks, and the next one after it.
fn write_on(session: RwSignal<Session>) {
    later::call_part(PART, "part_export_lines");
    let lines = LINES.take();
    let progress = WRITING.with_borrow_mut(|writing| {
        let writing = writing.as_mut()?;
        // As a file in memory of its own, so that the browser may keep it elsewhere.
        let lines = files::byte_blob(&lines, "").ok()?;
        writing.parts.push(&lines);
        Some((writing.next, writing.end))
    });
    match progress {
        Some((next, end)) if next < end => {
            session.update(|session| session.screen.library.writing = Some((next * CHUNK, end * CHUNK)));
            super::after(0, move || write_on(session));
        }
        Some(_) => {
            let file = WRITING.take();
            let saved = file.and_then(|Writing { file, parts, .. }| {
                let blob = files::blob(&parts, file.media_type).ok()?;
                files::save(&blob, &file.name).ok()
            });
            end(session);
            if saved.is_none() {
                failed(session);
            }
        }
        None => end(session),
    }
}

fn end(session: RwSignal<Session>) {
    WRITING.set(None);
    session.update(|session| session.screen.library.writing = None);
}

fn failed(session: RwSignal<Session>) {
    session.update(|session| {
        let text = session.language.words().library().failed.to_owned();
        session.announce(text);
    });
}
