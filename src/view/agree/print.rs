//! The agreement and the checklists on paper. The more there is, the smaller it is set: two pages take it.

use super::sheet::promises;
use crate::document::agreed::{Place, Rows, Section};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::text::Language;
use crate::view::Element;
use crate::view::part::icon;

/// Characters that fit on two pages at each size, Japanese ones counted twice: measured with texts of every place made longer
/// together, less a little. The smallest size is six points, which is as small as is set for reading.
const SIZES: [usize; 4] = [9_700, 12_600, 16_900, 19_700];

/// Characters for which there would be room in the rest of a line.
const LINE: usize = 40;

/// The agreement on paper.
pub fn page(session: &Session) -> Element {
    let words = session.language.words().agree();
    let headings = &words.headings;
    let [title, period] = session.agreement_title();
    let linkage = session.linkage().into_iter().map(|row| {
        let [marketing, sales] = row.figures;
        vec![row.phase, marketing, sales, row.link.to_owned()]
    });
    let departments = session.department_table().into_iter().filter(|row| row.missing.is_none());
    let departments = departments.map(|row| {
        let who = row.department.map_or(words.across_name, |department| department.name);
        let factor = row.factor.map_or_else(String::new, |place| session.agreed_cell(place).shown());
        vec![who.to_owned(), row.name, row.value, row.band, factor]
    });
    let reasons = (0..session.agreed_rows(Section::LostReasons))
        .map(|row| shown(session, Section::LostReasons, row, 0));
    let page = classed("section", "print-page agree-print")
        .with(el("h1").with(title))
        .with(el("p").with(period))
        .with(part(headings.promises).with(promises(
            session.promises(),
            &words.promise_columns,
            words.everybody,
        )))
        .with(part(headings.definitions).with(table_of(session, Section::Definitions, 3)))
        .with(
            classed("div", "print-columns")
                .with(
                    part(headings.scores)
                        .with(table_of(session, Section::Scores, 3))
                        .with(el("p").with(threshold(session)))
                        .all(session.scored().map(|panel| el("p").with(panel.finding)))
                        .all(texts(session, Section::Mql)),
                )
                .with(
                    part(headings.hand_off)
                        .all(texts(session, Section::HandOff))
                        .with(el("h2").with(headings.lost))
                        .with(el("p").with(
                            reasons.collect::<Vec<_>>().join(session.language.words().tree().separator),
                        )),
                ),
        )
        .with(part(headings.meetings).all(texts(session, Section::Meetings)))
        .with(part(headings.linkage).with(table(&words.linkage_columns, linkage.collect())))
        .with(part(headings.departments).with(table(&words.department_columns, departments.collect())))
        .with(activities(session))
        .with(list_of(session, Section::Measures, headings.measures))
        .with(
            (!shown(session, Section::Notes, 0, 0).is_empty())
                .then(|| part(headings.notes).with(el("p").with(shown(session, Section::Notes, 0, 0)))),
        )
        .with(el("p").with(session.readiness()))
        .with(signatures(session));
    let length = characters(&page);
    let size = SIZES.iter().position(|most| length <= *most).unwrap_or(SIZES.len() - 1);
    page.at("data-size", ["0", "1", "2", "3"][size])
}

/// What is to be shortened, where two pages do not hold the agreement; nothing is ever cut.
pub(super) fn crowding(session: &Session) -> Option<Element> {
    let excess = characters(&page(session)).checked_sub(SIZES[SIZES.len() - 1] + 1)?;
    // Letters of Japanese are counted twice.
    let excess = match session.language {
        Language::Ja => excess.div_ceil(2),
        Language::En => excess,
    };
    let note = session.agreed_crowding(excess.max(1));
    Some(classed("p", "agree-crowded").with(icon("#icon-warning")).with(el("span").with(note)))
}

/// The checklists on paper.
pub fn checks_page(session: &Session) -> Element {
    let words = session.language.words().checks();
    let lists = session.checklists();
    let lists = lists.iter().map(|list| {
        let head = el("h2").with(list.name).with(el("span").with(["  ", &list.progress].concat()));
        let phases = list.phases.iter().map(|(name, rows)| {
            let items = rows.iter().map(|row| {
                let note = (!row.note.is_empty()).then(|| el("small").with([" ", &row.note].concat()));
                el("li").with([words.marks[usize::from(!row.is_done)], row.text].concat()).with(note)
            });
            el("div").with(el("h3").with(*name)).with(el("ul").all(items))
        });
        classed("section", "print-part").with(head).all(phases)
    });
    classed("section", "print-page agree-print check-print")
        .at("data-size", "1")
        .with(el("h1").with(words.title))
        .with(el("p").with(session.agreement_title()[0].clone()))
        .all(lists)
}

fn shown(session: &Session, section: Section, row: usize, column: usize) -> String {
    session.agreed_cell(Place { section, row: row as u8, column: column as u8 }).shown()
}

fn part(heading: &'static str) -> Element {
    classed("section", "print-part").with(el("h2").with(heading))
}

/// A section as a table of its first columns.
fn table_of(session: &Session, section: Section, columns: usize) -> Element {
    let names = &session.section_columns(section)[..columns];
    let is_named = !matches!(section.rows(), Rows::List(_));
    let mut head = if is_named { vec![session.language.words().agree().row_name] } else { Vec::new() };
    head.extend(names);
    let rows = (0..session.agreed_rows(section)).map(|row| {
        let mut line = if is_named { vec![session.agreed_row(section, row)] } else { Vec::new() };
        line.extend((0..columns).map(|column| shown(session, section, row, column)));
        line
    });
    table(&head, rows.collect())
}

fn table(head: &[&'static str], rows: Vec<Vec<String>>) -> Element {
    let names = head.iter().map(|name| el("th").at("scope", "col").with(*name));
    let lines = rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(place, cell)| {
            if place == 0 { el("th").at("scope", "row").with(cell) } else { el("td").with(cell) }
        });
        el("tr").all(cells)
    });
    classed("table", "agree-table").with(el("thead").with(el("tr").all(names))).with(el("tbody").all(lines))
}

/// The texts of a section of one row, each after what it is called.
fn texts(session: &Session, section: Section) -> Vec<Element> {
    let names = session.section_columns(section).iter().enumerate();
    let texts = names.map(|(column, name)| (*name, shown(session, section, 0, column)));
    texts
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| classed("p", "print-text").with(el("b").with(name)).with([" ", &text].concat()))
        .collect()
}

fn threshold(session: &Session) -> String {
    let name = session.section_columns(Section::Threshold)[0];
    crate::text::filled(
        session.language.words().agree().figure,
        &[name, &shown(session, Section::Threshold, 0, 0)],
    )
}

fn activities(session: &Session) -> Option<Element> {
    list_of(session, Section::Activities, session.language.words().agree().headings.activities)
}

/// Activities or measures, each with what comes of it.
fn list_of(session: &Session, section: Section, heading: &'static str) -> Option<Element> {
    let count = session.agreed_rows(section);
    let lines = (0..count).map(|row| {
        let finding = if section == Section::Measures {
            session.measure_finding(row)
        } else {
            session.activity_volume(row)
        };
        let text = [shown(session, section, row, 1), finding];
        classed("p", "print-text")
            .with(el("b").with(shown(session, section, row, 0)))
            .with([" ", &text.join(session.language.words().tree().separator)].concat())
    });
    (count > 0).then(|| part(heading).all(lines))
}

/// A line to sign on for each department, above it who answers for it.
fn signatures(session: &Session) -> Element {
    let words = session.language.words().agree();
    let lines = (0..session.agreed_rows(Section::People)).map(|row| {
        classed("div", "agree-sign")
            .with(el("span").with(session.agreed_row(Section::People, row)))
            .with(el("span").with(shown(session, Section::People, row, 0)))
            .with(el("small").with(words.sign))
    });
    classed("div", "agree-signs").all(lines)
}

/// How many characters an element holds, where Japanese ones count twice; what begins a line takes the rest of another.
fn characters(element: &Element) -> usize {
    let begins = if matches!(element.tag(), "tr" | "p" | "h2") { LINE } else { 0 };
    let each = |node: &crate::view::Node| match node {
        crate::markup::Node::Text(text) => {
            text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
        }
        crate::markup::Node::Element(element) => characters(element),
        crate::markup::Node::Kept => 0,
    };
    begins + element.children().iter().map(each).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(session: &Session) -> String {
        let page = page(session);
        let found = page.attributes().iter().find(|(name, _)| *name == "data-size");
        found.map(|(_, size)| size.to_string()).expect("a size")
    }

    #[test]
    fn the_longer_the_texts_the_smaller_until_it_is_said_that_they_are_too_long() {
        for language in [Language::Ja, Language::En] {
            let mut session = Session::new(language);
            assert_eq!((size(&session).as_str(), crowding(&session)), ("0", None));
            let mut sizes = vec![size(&session)];
            for length in [100, 200, 300, 400, 500, 600] {
                for (section, columns) in [(Section::Meetings, 7), (Section::Mql, 2)] {
                    for column in 0..columns {
                        session.agree(Place { section, row: 0, column }, &"約".repeat(length), true);
                    }
                }
                sizes.push(size(&session));
            }
            assert!(sizes.is_sorted() && sizes.contains(&"1".to_owned()), "{sizes:?}");
            assert_eq!(crowding(&session), None, "one department's texts alone still fit");
            for row in 0..3 {
                let place = Place { section: Section::Definitions, row, column: 1 };
                session.agree(place, &"約".repeat(600), true);
            }
            session.agree(Place { section: Section::Notes, row: 0, column: 0 }, &"約".repeat(599), true);
            let said = crowding(&session).expect("a sentence").to_html();
            assert!(said.contains("600") && said.contains("A4"), "{said}");
            assert_eq!(size(&session), "3");
        }
    }
}
