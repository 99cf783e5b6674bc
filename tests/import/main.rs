//! Tables of other programs: what is known of them comes back, in every encoding and shape, and every row is accounted for.
//!
//! `data/` holds the tables. `world.rs` makes them from prospects that it invents, always the same; what they must give is
//! written from those prospects, not from what is read. `GYAKUSAN_WRITE_IMPORTS=1 cargo test --test import` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../fuzz/bodies.rs"]
mod bodies;
#[path = "../../engine/tests/generated/mod.rs"]
mod generated;
mod golden;
mod headings;
mod hostile;
mod properties;
#[path = "../../engine/tests/record/mod.rs"]
mod record;
mod world;

use gyakusan::import::{Imported, Importer, Memory};
use gyakusan::share::csv::{Foreign, Layout};
use gyakusan_engine::plan::{Month, Plan};

/// The plan that all tables belong to.
fn plan() -> Plan {
    Plan::from_json(include_str!("../../engine/plans/default.json")).expect("a plan")
}

/// The last month of the record.
fn as_of() -> Option<Month> {
    Month::new(2026, 9)
}

/// `Shift_JIS` as browsers decode it.
fn shift_jis() -> Foreign {
    let mut decoder = encoding_rs::SHIFT_JIS.new_decoder_without_bom_handling();
    Box::new(move |bytes, is_last| {
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(0));
        let _ = decoder.decode_to_string(bytes, &mut text, is_last);
        text
    })
}

/// Imports files whose columns are guessed, in pieces of a size.
fn import(files: &[(&str, &[u8])], piece: usize) -> Imported {
    let mut importer = Importer::new(plan(), as_of(), Memory::default());
    for (name, bytes) in files {
        importer.open(name, Layout::default(), Some(shift_jis()), None);
        for piece in bytes.chunks(piece) {
            importer.push(piece);
        }
    }
    importer.finish()
}
