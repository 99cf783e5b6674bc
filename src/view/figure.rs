//! A figure: its finding, how to read it, the drawing, and a table of the same numbers in its place.

use super::part::{button, icon};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::FigurePanel;
use crate::session::{Figure, Picture, Press, Session, TrackPress};

/// A figure with its drawing and its table, one of which is shown, and what is said below.
pub(super) fn view(session: &Session, panel: &FigurePanel, chart: Element) -> Element {
    let words = session.language.words().odds();
    let figure = panel.figure;
    let is_table = session.screen.is_table(figure);
    let id = format!("{}-table", figure.id());
    let toggle = button("figure-toggle")
        .at("aria-pressed", if is_table { "true" } else { "false" })
        .at("aria-controls", id.clone())
        .on(Intent::Press(Press::Table(figure)))
        .with(icon("#icon-table"))
        .with(el("span").with(if is_table { words.figure } else { words.table }));
    let table = classed("div", "figure-table").at("id", id).flag("hidden", !is_table);
    classed("figure", "figure")
        .at("id", figure.id())
        .at_some("data-interim", panel.is_interim.then_some("true"))
        .with(
            classed("figcaption", "figure-caption")
                .with(classed("h2", "figure-title").with(panel.title.clone()))
                .with(classed("p", "figure-reading").with(panel.reading.clone())),
        )
        .with(classed("div", "figure-tools").with(menu(session, figure)).with(toggle))
        .with(chart.flag("hidden", is_table))
        .with(table.with(drawn(panel)))
        .all(panel.notes.iter().map(|note| classed("p", "figure-note").with(note.clone())))
}

/// Copies the figure as a picture, and says what became of it.
fn menu(session: &Session, figure: Figure) -> Element {
    let words = session.language.words().figures();
    let outcome = session.screen.pictured.filter(|(asked, _)| *asked == figure);
    let said = outcome.map(|(_, outcome)| words.pictured[outcome as usize]);
    let copies = [Picture::Svg, Picture::Png].into_iter().zip(words.copy);
    let copy = |(form, name)| button("button button-small").on(Intent::Press(press(figure, form))).with(name);
    classed("details", "figure-menu")
        .with(
            classed("summary", "figure-more")
                .at("aria-label", words.picture)
                .at("title", words.picture)
                .with(icon("#icon-more")),
        )
        .with(
            classed("div", "figure-copies")
                .all(copies.map(copy))
                .with(classed("p", "figure-status").at("role", "status").with(said)),
        )
}

/// The landing is known to those alone who show the actuals.
fn press(figure: Figure, form: Picture) -> Press {
    if figure == Figure::Landing { Press::Track(TrackPress::Copy(form)) } else { Press::Copy(figure, form) }
}

fn drawn(panel: &FigurePanel) -> Element {
    let head = panel.head.iter().map(|name| el("th").at("scope", "col").with(*name));
    let row = |cells: &Vec<String>| {
        let cell = |(place, text): (usize, &String)| {
            let cell = if place == 0 { el("th").at("scope", "row") } else { el("td") };
            cell.with(text.clone())
        };
        el("tr").all(cells.iter().enumerate().map(cell))
    };
    classed("table", "data-table")
        .with(el("thead").with(el("tr").all(head)))
        .with(el("tbody").all(panel.rows.iter().map(row)))
}
