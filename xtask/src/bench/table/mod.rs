//! The tables, in Markdown.

mod answers;
mod growth;
mod ratios;
mod trials;

use crate::error::Error;

use super::{Options, case, figures::Figures, machine::Machine, runner::Place};

/// All tables with what stands above them.
pub(crate) fn tables(figures: &Figures, options: &Options, machine: &Machine) -> String {
    let mut parts = vec![heading(machine), trials::table(figures), ratios::table(figures, options.quick)];
    if !options.quick {
        parts.push(growth::table(figures, options.full));
        parts.push(answers::table(figures));
    }
    parts.extend(
        figures.absent().map(|(place, reason)| format!("Not measured in {}: {reason}.", place.name())),
    );
    parts.join("\n\n")
}

/// Notes what was measured of what is promised.
pub(crate) fn note_promises(figures: &Figures) -> Result<(), Error> {
    ratios::note(figures)
}

fn heading(Machine { processor, date }: &Machine) -> String {
    format!(
        "Measured on {date}, {processor}, one core, {} trials where nothing else is said; time on the processor where the \
         system says it. Everything takes turns and\nthe best round counts; ratios carry over to other machines, times do \
         not. The native program and the Wasm have the page's release profile, the Wasm the\npage's pass of wasm-opt too. \
         A promise that is not met yet has its *nearest* figure.",
        grouped(case::TRIALS)
    )
}

/// A table of rows, the first of which is its head.
fn written(rows: &[Vec<String>]) -> String {
    let line = |cells: &Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<_> = rows.iter().map(line).collect();
    if let Some(head) = rows.first() {
        let alignment: Vec<_> =
            (0..head.len()).map(|place| if place == 0 { "---" } else { "---:" }).collect();
        lines.insert(1, format!("| {} |", alignment.join(" | ")));
    }
    lines.join("\n")
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A figure, or a dash where there is none.
fn cell(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), super::verdict::shown)
}

/// A number with its thousands apart.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// The figures of several places, each with the place's name.
fn by_place(figures: &[(Place, f64)], show: impl Fn(f64) -> String) -> String {
    let shown: Vec<_> =
        figures.iter().map(|(place, figure)| format!("{} ({})", show(*figure), place.name())).collect();
    if shown.is_empty() { "–".to_owned() } else { shown.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_markdown() {
        let table = written(&[row(&["what", "figure"]), row(&["odds", "1.5"])]);
        assert_eq!(table, "| what | figure |\n| --- | ---: |\n| odds | 1.5 |");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([999, 1000, 10_000_000].map(grouped), ["999", "1,000", "10,000,000"]);
    }

    #[test]
    fn what_is_not_measured_is_said() {
        let mut figures = Figures::default();
        figures.note_absent(Place::Chromium, "it is not there".to_owned());
        let machine = Machine { processor: "P".to_owned(), date: "2026-04-01".to_owned() };
        let tables = tables(&figures, &Options { quick: true, ..Options::default() }, &machine);
        assert!(tables.starts_with("Measured on 2026-04-01, P, one core, 100,000 trials"), "{tables}");
        assert!(tables.ends_with("Not measured in Chromium: it is not there."), "{tables}");
        assert!(!tables.contains("NumPy") && !tables.contains("ms for the answer"), "{tables}");
    }
}
