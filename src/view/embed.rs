//! The calculator inside another page.

use super::Element;
use super::part::{
    FieldLook, field_box, field_error, field_note, glyph, owner_glyph, percent, rail, sentence, style_name,
};
use crate::chart::{DotPlot, PILES, short};
use crate::markup::{classed, el};
use crate::session::panel::{EmbedCount, EmbedDots, EmbedOdds, EmbedPanel, EmbedRail, EmbedRow};

/// The distance between two dots, in the drawing's own unit.
const STEP: f64 = 10.0;
/// The drawing is as high as this many dots at most; more of them stand closer.
const HIGH: f64 = 13.0;

/// The calculator: `whole` is the address of the plan on the whole page, `trouble` what is wrong with what was given to it.
pub fn view(panel: &EmbedPanel, whole: String, trouble: Option<&'static str>) -> Vec<Element> {
    let trouble = trouble.map(|trouble| field_note(trouble, "field-warning").at("role", "status"));
    let inside = classed("div", "embed-in")
        .with(
            classed("header", "embed-head")
                .with(el("h1").with(panel.title.clone()))
                .with(el("p").with(panel.hint)),
        )
        .with(trouble)
        .with(classed("div", "embed-rows").all(panel.rows.iter().enumerate().map(row)))
        .with(panel.odds.as_ref().map_or_else(standing_odds, odds));
    let mut main = classed("main", "embed")
        .at("id", "main")
        .at_some("--width", panel.width.map(|width| format!("{width}px")));
    for (name, colour) in panel.palette.iter().flat_map(|palette| &palette.tokens) {
        main = main.at(name, colour.css());
    }
    vec![main.with(inside).with(foot(panel, whole))]
}

fn row((place, row): (usize, &EmbedRow)) -> Element {
    let id = format!("embed-{place}");
    let field = row.field.as_ref();
    let shown = field.map(|panel| {
        if row.is_editable {
            let mut panel = panel.clone();
            // What is solved for is the author's.
            panel.lock = None;
            return field_box(&panel, FieldLook::Node, &id);
        }
        let look = if panel.is_answer() { "embed-given embed-answer" } else { "embed-given" };
        classed("p", look).with(el("b").with(panel.text.clone())).with(el("small").with(panel.unit.clone()))
    });
    let errors = field.filter(|_| row.is_editable).and_then(|panel| field_error(panel, &id));
    let obstacle = row.obstacle.as_ref().map(|sentence| field_note(sentence, "field-error"));
    let name = if row.is_editable {
        classed("label", "embed-name").at("for", id.clone())
    } else {
        classed("span", "embed-name")
    };
    classed("div", "embed-row")
        .with(name.with(row.name.clone()))
        .with(shown.unwrap_or_else(|| el("span")))
        .with(row.rail.as_ref().zip(field).map_or_else(
            || classed("span", "embed-none"),
            |(rail, field)| railed(rail, field, row.is_editable),
        ))
        .with(row.count.as_ref().map(count))
        .with(errors)
        .with(obstacle)
}

fn railed(panel: &EmbedRail, field: &crate::session::panel::FieldPanel, is_editable: bool) -> Element {
    let range_look = if panel.rail.range.is_some() { "rail-label-range" } else { "rail-label-none" };
    let band = panel.band.clone();
    let band = band.map(|(band, source)| classed("span", "rail-label-band").at("title", source).with(band));
    classed("div", "embed-rail")
        .at("data-owner", style_name(&panel.department))
        .with(is_editable.then(|| rail(field, panel.rail)))
        .with(
            classed("p", "rail-labels")
                .with(classed("span", range_look).with(panel.range.clone()))
                .with(band),
        )
}

fn count(count: &EmbedCount) -> Element {
    let look = if count.is_answer { "embed-count embed-answer" } else { "embed-count" };
    let name = classed("span", "embed-count-name")
        .all(count.department.owners.iter().copied().map(owner_glyph))
        .with(count.name.clone());
    classed("p", look)
        .with(name)
        .with(el("b").with(count.number.clone()))
        .with(el("small").with(count.unit.clone()))
}

fn odds(panel: &EmbedOdds) -> Element {
    let look =
        if panel.dots.is_some() || panel.awaits_dots { "embed-odds" } else { "embed-odds embed-odds-alone" };
    classed("section", look)
        .at_some("data-interim", panel.is_interim.then_some("true"))
        .with(
            classed("div", "embed-words")
                .at("aria-live", "polite")
                .with(classed("p", "embed-finding").all(sentence(&panel.finding)))
                .with(classed("p", "embed-lead").all(sentence(&panel.lead))),
        )
        .with(panel.dots.as_ref().map(dots).or_else(|| panel.awaits_dots.then(room)))
}

/// Odds that the document shows already: nothing is drawn in their place, so they stay.
fn standing_odds() -> Element {
    classed("section", "embed-odds").at("data-interim", "true")
}

/// As much room as the drawing takes, so that nothing moves when it comes.
fn room() -> Element {
    classed("div", "embed-dots")
        .with(classed("p", "embed-dots-words"))
        .with(classed("svg", "embed-dots-drawing").at("viewBox", "0 -134 220 135").at("aria-hidden", "true"))
        .with(classed("div", "embed-across"))
}

fn dots(panel: &EmbedDots) -> Element {
    let highest = panel.plot.piles.iter().copied().max().unwrap_or(0);
    let rise = (STEP * HIGH / f64::from(highest.max(1))).min(STEP);
    let mut shapes = [String::new(), String::new()];
    for (pile, count) in panel.plot.piles.iter().enumerate() {
        let shape = &mut shapes[usize::from(pile >= DotPlot::BELOW)];
        for dot in 0..*count {
            let x = short(STEP * (pile as f64 + 0.5) - 4.1);
            let y = short(-5.0 - rise * f64::from(dot));
            *shape += &["M", &x, " ", &y, "a4.1 4.1 0 1 1 8.2 0a4.1 4.1 0 1 1-8.2 0"].concat();
        }
    }
    let [missed, reached] = shapes;
    let width = STEP * PILES as f64;
    let target = short(STEP * DotPlot::BELOW as f64);
    let svg = classed("svg", "embed-dots-drawing")
        .at("viewBox", format!("0 -134 {} 135", short(width)))
        .at("role", "img")
        .at("aria-label", panel.spoken.clone())
        .with(classed("path", "embed-missed").at("d", missed))
        .with(classed("path", "embed-reached").at("d", reached))
        .with(classed("path", "axis").at("d", format!("M0 0H{}", short(width))))
        .with(classed("path", "plot-target").at("d", format!("M{target} -134V0")));
    let [missed, reached] = panel.labels.clone();
    let across = panel.across.iter().enumerate().map(|(place, label)| {
        let tag = if place == 1 { "b" } else { "span" };
        el(tag).at("--at", percent(label.at)).with(label.text.clone())
    });
    classed("div", "embed-dots")
        .with(
            classed("p", "embed-dots-words")
                .with(el("span").with(missed))
                .with(el("span").with(el("b").with(reached)).with(el("small").with(panel.unit))),
        )
        .with(svg)
        .with(classed("div", "embed-across").at("aria-hidden", "true").all(across))
}

fn foot(panel: &EmbedPanel, whole: String) -> Element {
    let away = |class: &'static str, address: String| {
        classed("a", class).at("href", address).at("target", "_blank").at("rel", "noopener")
    };
    let logo = classed("svg", "brand-logo")
        .at("viewBox", "0 0 24 24")
        .at("aria-hidden", "true")
        .with(classed("rect", "brand-tile").at("width", "24").at("height", "24").at("rx", "6"))
        .with(classed("path", "brand-branches").at("d", "M18 12H10.5M10.5 12 6 7.2M10.5 12 6 16.8"))
        .with(classed("circle", "brand-answer").at("cx", "18").at("cy", "12").at("r", "2.4"));
    let call = panel.call.clone().map(|[words, link]| away("embed-call", link).with(words));
    classed("footer", "embed-foot")
        .with(classed("span", "embed-brand").with(logo).with(classed("b", "brand-name").with("逆算")))
        .with(classed("span", "embed-evidence").with(panel.evidence.clone()))
        .with(call)
        .with(away("embed-open", whole).with(panel.open).with(glyph("icon", "#icon-arrow")))
}
