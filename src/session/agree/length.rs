//! Which texts of the agreement are long, to be shortened where two pages do not hold them.

use crate::document::agreed::{Kind, Place, Section};
use crate::session::Session;
use crate::text::filled;
use crate::text::number::rounded_count;

/// Texts that are named.
const NAMED: usize = 3;

impl Session {
    /// What is said where the agreement takes more than two pages: by how many characters it is too long, and its longest texts.
    pub fn agreed_crowding(&self, excess: usize) -> String {
        let words = self.language.words().agree();
        let mut texts: Vec<(usize, String)> = Vec::new();
        for section in Section::ALL {
            for row in 0..self.agreed_rows(section) {
                for (column, found) in section.columns().iter().enumerate() {
                    let place = Place { section, row: row as u8, column: column as u8 };
                    // Checklists are printed apart.
                    if matches!(found.kind, Kind::Line | Kind::Text) && section != Section::Checks {
                        texts.push((self.agreed_text(place).chars().count(), self.agreed_cell(place).label));
                    }
                }
            }
        }
        let mut named = Vec::new();
        for _ in 0..NAMED {
            let longest =
                texts.iter().enumerate().max_by_key(|(_, (length, _))| *length).map(|(place, _)| place);
            let Some((length, label)) = longest.map(|place| texts.swap_remove(place)) else { break };
            named.push(filled(words.text_length, &[&label, &rounded_count(length as f64)]));
        }
        let separator = self.language.words().imports().comma;
        filled(words.crowded, &[&rounded_count(excess as f64), &named.join(separator)])
    }
}
