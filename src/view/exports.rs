//! The menu of what can be exported.

use super::part::{button, icon};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::export::TableKind;
use crate::session::{ExportPress, Figure, MAX_WRITTEN_TRIALS, Picture, Press, Session, ShelfPress};
use crate::text::filled;
use crate::text::number::exact_count;

/// What is in the menu.
pub(super) fn menu(session: &Session) -> Element {
    let words = session.language.words().library();
    let tables = TableKind::ALL.into_iter().zip(words.table_kinds);
    let tables = tables.map(|(kind, name)| press(ExportPress::Table(kind), name));
    classed("div", "popover-body menu-body")
        .with(classed("p", "popover-title").with(words.export))
        .with(row(words.spreadsheet, [press(ExportPress::Spreadsheet, "Excel")]))
        .with(row(words.tables, tables))
        .with(row(
            words.summary,
            [press(ExportPress::Markdown, "Markdown"), press(ExportPress::Chat, words.copy_text)],
        ))
        .with(row(words.print, [press(ExportPress::Print, words.print_now)]))
        .with(row(
            words.save_file,
            [button("button button-small").on(Intent::Press(Press::Shelf(ShelfPress::File))).with("JSON")],
        ))
        .with(trials(session))
        .all(figures(session))
}

fn trials(session: &Session) -> Element {
    let words = session.language.words().library();
    let written = |count: u32| exact_count(f64::from(count));
    let Some((done, all)) = session.screen.library.writing else {
        let count = session.plan().simulation.trials.min(MAX_WRITTEN_TRIALS);
        return row(&filled(words.trials, &[&written(count)]), [press(ExportPress::Trials, "CSV")]);
    };
    let progress = classed("progress", "export-progress")
        .at("aria-label", words.export)
        .at("max", all.to_string())
        .at("value", done.to_string());
    row(
        &filled(words.writing, &[&written(done), &written(all)]),
        [press(ExportPress::StopTrials, session.language.words().run().stop)],
    )
    .with(progress)
}

/// Each figure that is there, in both forms.
fn figures(session: &Session) -> Vec<Element> {
    let there = Figure::ALL.into_iter().filter_map(|figure| Some((figure, session.figure(figure)?.title)));
    let forms = [(Picture::Svg, "SVG"), (Picture::Png, "PNG")];
    there
        .map(|(figure, title)| {
            row(
                &title,
                forms.map(|(form, name)| {
                    press(ExportPress::Figure(figure, form), name)
                        .at("aria-label", [&title, " ", name].concat())
                }),
            )
        })
        .collect()
}

fn row(name: &str, presses: impl IntoIterator<Item = Element>) -> Element {
    classed("div", "export-row").with(classed("span", "export-name").with(name.to_owned())).all(presses)
}

fn press(press: ExportPress, name: &'static str) -> Element {
    button("button button-small")
        .on(Intent::Press(Press::Export(press)))
        .with(icon("#icon-download"))
        .with(el("span").with(name))
}
