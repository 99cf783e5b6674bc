//! The agreement as Markdown, for a wiki or a chat.

use super::ScoredPanel;
use crate::document::agreed::{CHECKS, Place, Section};
use crate::session::Session;
use crate::session::export::ExportedFile;
use crate::share::file_name::file_name;
use crate::share::markdown::Markdown;
use crate::text::filled;

impl Session {
    /// The agreement as a Markdown file.
    pub fn agreement_file(&self) -> ExportedFile {
        ExportedFile {
            name: file_name(self.plan_name(), "agreement", "md"),
            media_type: "text/markdown;charset=utf-8",
            bytes: self.agreement_markdown().into_bytes(),
        }
    }

    /// The agreement as Markdown: promises, definitions, score, hand-off, meetings, tables, checklists.
    pub fn agreement_markdown(&self) -> String {
        let words = self.language.words().agree();
        let mut document = Markdown::default();
        let [title, period] = self.agreement_title();
        document.heading(1, &title).paragraph(&period);
        document.heading(2, words.headings.promises);
        let promises = self.promises().into_iter().map(|row| {
            let who = row.department.map_or(words.everybody, |department| department.name);
            vec![row.name, who.to_owned(), row.total, row.monthly]
        });
        let [who, what, total, monthly] = words.promise_columns;
        document.table(&[what, who, total, monthly], &promises.collect::<Vec<_>>());
        self.add_section(&mut document, words.headings.definitions, Section::Definitions);
        self.add_texts(&mut document, words.headings.mql, Section::Mql);
        self.add_section(&mut document, words.headings.scores, Section::Scores);
        document.paragraph(&self.score().finding);
        if let Some(ScoredPanel { finding, head, rows, notes }) = self.scored() {
            let head: Vec<&str> = head.iter().map(String::as_str).collect();
            document.paragraph(&finding).table(&head, &rows).paragraph(&notes.concat());
        }
        self.add_texts(&mut document, words.headings.hand_off, Section::HandOff);
        document.heading(2, words.headings.lost);
        let reasons = 0..self.agreed_rows(Section::LostReasons);
        document.list(
            &reasons.map(|row| self.agreed_text(place(Section::LostReasons, row, 0))).collect::<Vec<_>>(),
        );
        self.add_texts(&mut document, words.headings.meetings, Section::Meetings);
        document.heading(2, words.headings.linkage);
        let linkage = self.linkage().into_iter().map(|row| {
            let [marketing, sales] = row.figures;
            vec![row.phase, marketing, sales, row.link.to_owned()]
        });
        document.table(&words.linkage_columns, &linkage.collect::<Vec<_>>());
        document.heading(2, words.headings.departments);
        let departments = self.department_table().into_iter().map(|row| {
            let who = row.department.map_or(words.across_name, |department| department.name);
            let factor = row.factor.map_or_else(String::new, |place| self.agreed_text(place));
            vec![who.to_owned(), row.name, row.value, row.band, factor]
        });
        document.table(&words.department_columns, &departments.collect::<Vec<_>>());
        self.add_section(&mut document, words.headings.activities, Section::Activities);
        self.add_section(&mut document, words.headings.measures, Section::Measures);
        self.add_section(&mut document, words.headings.people, Section::People);
        self.add_texts(&mut document, words.headings.notes, Section::Notes);
        self.add_checks(&mut document);
        document.into_text()
    }

    /// A section as a table: what names a row, then its columns.
    fn add_section(&self, document: &mut Markdown, heading: &str, section: Section) {
        let rows = self.agreed_rows(section);
        if rows == 0 {
            return;
        }
        let panel = |row: usize, column: usize| self.agreed_cell(place(section, row, column)).shown();
        let is_named = section.most().is_some();
        let names = self.section_columns(section);
        // Actuals month by month stay in the plan's file.
        let shown = names.len() - usize::from(section == Section::Measures);
        let mut head: Vec<&str> =
            if is_named { Vec::new() } else { vec![self.language.words().agree().row_name] };
        head.extend(&names[..shown]);
        let mut lines = Vec::new();
        for row in 0..rows {
            let mut line = if is_named { Vec::new() } else { vec![self.agreed_row(section, row)] };
            line.extend((0..shown).map(|column| panel(row, column)));
            match section {
                Section::Activities => line.push(self.activity_volume(row)),
                Section::Measures => line.push(self.measure_finding(row)),
                _ => {}
            }
            lines.push(line);
        }
        if matches!(section, Section::Activities | Section::Measures) {
            head.push(self.language.words().agree().comes_to);
        }
        document.heading(2, heading).table(&head, &lines);
    }

    /// A section of one row as a list: what each text is called, and the text.
    fn add_texts(&self, document: &mut Markdown, heading: &str, section: Section) {
        let phrase = self.language.words().agree().figure;
        let names = self.section_columns(section).iter().enumerate();
        let texts = names.map(|(column, name)| (name, self.agreed_cell(place(section, 0, column)).shown()));
        let lines: Vec<_> = texts
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| filled(phrase, &[name, &text]))
            .collect();
        if !lines.is_empty() {
            document.heading(2, heading).list(&lines);
        }
    }

    fn add_checks(&self, document: &mut Markdown) {
        let words = self.language.words().checks();
        document.heading(2, words.title);
        for list in self.checklists() {
            document.heading(3, &filled(self.language.words().agree().figure, &[list.name, &list.progress]));
            let rows = list.phases.iter().flat_map(|(_, rows)| rows);
            let lines = rows.map(|row| {
                let mark = words.marks[usize::from(!row.is_done)];
                let note = if row.note.is_empty() { String::new() } else { filled(words.note, &[&row.note]) };
                [mark, row.text, &note].concat()
            });
            document.list(&lines.collect::<Vec<_>>());
        }
        debug_assert_eq!(words.items.len(), CHECKS.len(), "every item has its words");
    }
}

fn place(section: Section, row: usize, column: usize) -> Place {
    Place { section, row: row as u8, column: column as u8 }
}
