//! The scenarios side by side: a panel beside the page, below the strip.

use super::part::{button, icon, percent, sentence};
use super::plot::{dot, label, placed, ticks_across};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::{ComparedRow, PlotPanel, ScenarioRow, ScenariosPanel};
use crate::session::{Choice, Edit, Press, ScenarioEdit, Session};
use crate::text::{ScenarioWords, filled};

/// The panel.
pub fn view(session: &Session) -> Element {
    let words = session.language.words().scenarios();
    let panel = session.scenarios_panel();
    let close = button("scenarios-close")
        .at("aria-label", words.close)
        .at("title", words.close)
        .on(Intent::Press(Press::Compare(false)))
        .with(icon("#icon-close"));
    let head = classed("div", "scenarios-head")
        .with(classed("h2", "scenarios-title").at("id", "scenarios-title").with(words.title))
        .with(classed("span", "scenarios-count").with(panel.count.clone()))
        .with(close);
    let frame = classed("section", "scenarios")
        .at("id", "scenarios")
        .at("role", "dialog")
        .at("aria-labelledby", "scenarios-title")
        .at("tabindex", "-1")
        .with(head);
    if !panel.empty.is_empty() {
        return frame.with(classed("p", "scenarios-empty").with(panel.empty)).with(keep(&panel, words));
    }
    let findings = panel.findings.iter().map(|finding| el("li").all(sentence(finding)));
    frame
        .with(offer(&panel))
        .with(el("div").at("role", "status").with(classed("ul", "scenarios-findings").all(findings)))
        .with(ranges(&panel, words))
        .with(classed("p", "scenarios-note").with(panel.note))
        .with(keep(&panel, words))
        .with(panel.plot.as_ref().map(|plot| curves(&panel, plot, words)))
        .with(table(&panel))
}

fn edit(name: impl Into<crate::markup::Text>, class: &'static str, change: ScenarioEdit) -> Element {
    button(class).on(Intent::Press(Press::Edit(Edit::Scenario(change)))).with(name.into())
}

fn offer(panel: &ScenariosPanel) -> Option<Element> {
    let offer = panel.offer.clone()?;
    Some(classed("p", "scenarios-offer").with(edit(offer, "button button-small", ScenarioEdit::KeepFormer)))
}

/// Keeps the current plan, or says why it cannot be kept.
fn keep(panel: &ScenariosPanel, words: &'static ScenarioWords) -> Element {
    let (can, note) = &panel.keep;
    let keep = button("button")
        .flag("disabled", !can)
        .on(Intent::Press(Press::Edit(Edit::Scenario(ScenarioEdit::Keep))))
        .with(icon("#icon-plus"))
        .with(words.keep);
    classed("p", "scenarios-keep").with(keep).with(classed("span", "scenarios-note").with(note.clone()))
}

/// A row for each scenario: name, chance, and its range over the common scale.
fn ranges(panel: &ScenariosPanel, words: &'static ScenarioWords) -> Element {
    let [start, target, end] = &panel.scale;
    let scale = classed("div", "range-scale")
        .at("aria-hidden", "true")
        .with(classed("span", "range-start").with(start.text.clone()))
        .with(classed("b", "range-target-name").at("--at", percent(target.at)).with(target.text.clone()))
        .with(classed("span", "range-end").with(end.text.clone()));
    let rows = panel.rows.iter().map(|row| range_row(row, words));
    classed("div", "ranges").with(scale).with(classed("ul", "range-rows").all(rows))
}

fn range_row(row: &ScenarioRow, words: &'static ScenarioWords) -> Element {
    let name = match row.place {
        None => classed("span", "range-name").with(row.name.clone()),
        Some(place) => classed("input", "range-name")
            .at("id", format!("scenario-{place}"))
            .at("autocomplete", "off")
            .at("maxlength", "120")
            .at("aria-label", filled(words.unnamed, &[row.letter]))
            .at("title", row.name.clone())
            .at("value", row.name.clone())
            .on(Intent::Choose(Choice::ScenarioName(place))),
    };
    let range = row.range.map(|(start, width, _)| {
        classed("span", "range-line").at("--at", percent(start)).at("--width", percent(width))
    });
    let dot = row.range.map(|(_, _, middle)| classed("span", "range-dot").at("--at", percent(middle)));
    let track = classed("span", "range-track")
        .at("aria-hidden", "true")
        .with(classed("span", "range-target").at("--at", percent(row.target)))
        .with(range)
        .with(dot);
    let actions = row.actions.iter().map(|(name, change)| edit(*name, "scenario-action", *change));
    let title = filled(words.more, &[row.letter]);
    let menu = (!row.actions.is_empty()).then(|| {
        classed("details", "popover scenario-menu")
            .at("name", "popover")
            .with(
                classed("summary", "scenario-more")
                    .at("aria-label", title.clone())
                    .at("title", title)
                    .with(icon("#icon-more")),
            )
            .with(classed("div", "popover-body").all(actions))
    });
    classed("li", "scenario-row")
        .at_some("data-interim", row.is_interim.then_some("true"))
        .with(classed("span", "scenario-letter").with(row.letter))
        .with(name)
        .with(classed("b", "range-chance").with(row.chance.clone()))
        .with(track)
        .with(menu)
}

/// The curves of all scenarios; the table below holds their percentiles.
fn curves(panel: &ScenariosPanel, plot: &PlotPanel, words: &'static ScenarioWords) -> Element {
    let [title, reading] = words.curves;
    let drawing = classed("svg", "plot-drawing")
        .at("viewBox", "0 0 100 100")
        .at("preserveAspectRatio", "none")
        .at("aria-hidden", "true")
        .at("focusable", "false")
        .all(plot.shapes.iter().map(|(class, path)| classed("path", *class).at("d", path.clone())));
    let drawn = classed("div", "plot scenarios-plot")
        .at("aria-hidden", "true")
        .with(drawing)
        .all(ticks_across(&plot.across))
        .all(plot.up.iter().map(|label| placed("tick-up", label)))
        .all(plot.dots.iter().map(dot))
        .all(plot.labels.iter().map(label));
    classed("figure", "scenarios-curves")
        .at_some("data-interim", panel.is_interim.then_some("true"))
        .with(
            el("figcaption")
                .with(classed("h3", "scenarios-part").with(title))
                .with(classed("p", "scenarios-note").with(reading)),
        )
        .with(drawn)
}

/// The figures, a column for each scenario.
fn table(panel: &ScenariosPanel) -> Element {
    let head = panel.rows.iter().map(|row| {
        let letter = classed("span", "scenario-letter").at("title", row.name.clone()).with(row.letter);
        el("th").at("scope", "col").with(letter)
    });
    let head = el("thead").with(el("tr").with(el("td")).all(head));
    let parts = panel.table.iter().map(|(name, rows)| {
        let span = (panel.rows.len() + 1).to_string();
        let title = el("th").at("scope", "rowgroup").at("colspan", span).with(*name);
        el("tbody").with(classed("tr", "compared-part").with(title)).all(rows.iter().map(compared))
    });
    classed("div", "compared")
        .at("role", "group")
        .at("aria-labelledby", "scenarios-title")
        .at("tabindex", "0")
        .at_some("data-interim", panel.is_interim.then_some("true"))
        .with(classed("table", "compared-table").with(head).all(parts))
}

fn compared(row: &ComparedRow) -> Element {
    let figure = |(figure, differs): &(String, bool)| {
        el("td").at_some("data-differs", differs.then_some("true")).with(figure.clone())
    };
    el("tr").with(el("th").at("scope", "row").with(row.name.clone())).all(row.figures.iter().map(figure))
}
