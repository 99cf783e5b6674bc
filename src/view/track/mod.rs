//! 実績: what happened so far beside the plan, what it teaches, and where the period will land.

mod departments;
mod empty;
mod funnel;
mod learned;

use super::part::{button, icon, sentence};
use super::{Element, Intent, figure, plot};
use crate::markup::{classed, el};
use crate::session::panel::{Drawing, FigurePanel};
use crate::session::track::{CardPanel, ContentPanel, ForecastPanel, Track, TrackPanel};
use crate::session::{Press, Session, TrackPress};

/// The content of the view.
pub fn view(session: &Session, track: &Track) -> Vec<Element> {
    let words = session.language.words().track();
    if !session.has_actuals() {
        return empty::view(session);
    }
    let Some(panel) = track.panel(session) else {
        return vec![
            classed("p", "later-line").at("role", "status").at("data-pending", "true").with(words.reading),
        ];
    };
    let mut drawn = vec![head(session, &panel), empty::ways_in()];
    if let Some(content) = &panel.content {
        drawn.push(landing(session, content));
        drawn.push(departments::view(session, content));
        drawn.push(funnel::view(session, &content.funnel));
        drawn.push(learned::view(session, &content.learned));
        drawn.extend(content.forecasts.as_ref().map(|panel| forecasts(session, panel)));
    }
    drawn
}

fn head(session: &Session, panel: &TrackPanel) -> Element {
    let words = session.language.words().track();
    let remove =
        button("link-button").on(press(TrackPress::Remove)).with(icon("#icon-close")).with(words.remove);
    let source = |line: &String| {
        classed("p", "track-file").with(icon("#icon-file")).with(el("span").with(line.clone()))
    };
    classed("div", "view-head")
        .with(
            el("div")
                .with(
                    classed("h1", "headline")
                        .at("id", "track-headline")
                        // What is read out anew is inside: a heading stays one.
                        .with(el("span").at("role", "status").all(sentence(&panel.headline))),
                )
                .all(panel.lead.iter().map(|line| classed("p", "lead").with(line.clone()))),
        )
        .with(
            classed("div", "track-source")
                .all(panel.sources.iter().map(source))
                .with(remove)
                .with(classed("p", "track-note").with(words.ways_in[2])),
        )
}

/// The figure, and beside it what the goal has come to.
fn landing(session: &Session, content: &ContentPanel) -> Element {
    let words = session.language.words().track();
    let drawn = match &content.figure {
        Some(panel) => drawn(session, panel),
        None => classed("figure", "figure figure-pending")
            .at("data-pending", "true")
            .with(classed("p", "figure-note").with(session.language.words().figures().pending)),
    };
    let cards = classed("section", "track-cards")
        .at("aria-label", words.headings[0])
        .with(el("dl").all(content.cards.iter().map(card)));
    classed("div", "track-landing").with(drawn).with(cards)
}

fn drawn(session: &Session, panel: &FigurePanel) -> Element {
    let Drawing::Plot(plot) = &panel.drawing else { return el("figure") };
    let chart = classed("div", "figure-chart").with(plot::view(session, panel, plot));
    figure::view(session, panel, chart)
}

fn card(card: &CardPanel) -> Element {
    let number = card.number.as_ref().map(|number| {
        classed("b", "track-number").with(number.number.clone()).with(el("small").with(number.unit.clone()))
    });
    el("div").with(el("dt").with(card.name.clone())).with(
        el("dd")
            .with(number)
            .all(card.notes.iter().map(|note| classed("span", "track-card-note").all(sentence(note)))),
    )
}

/// The forecasts that were given.
fn forecasts(session: &Session, panel: &ForecastPanel) -> Element {
    let words = session.language.words().track();
    let mut body = el("tbody");
    for row in &panel.rows {
        let mut line = el("tr").with(el("th").at("scope", "row").with(row.month.clone()));
        for cell in [&row.odds, &row.range, &row.median] {
            line = line.with(el("td").with(cell.clone()));
        }
        body = body.with(line.with(el("td").with(row.verdict)));
    }
    let head = el("tr").all(words.forecast_head.iter().map(|name| el("th").at("scope", "col").with(*name)));
    let table = classed("table", "data-table").with(el("thead").with(head)).with(body);
    section("track-forecasts", words.headings[7], panel.finding.clone())
        .with(scrolled("track-forecasts-heading", table))
}

/// A part of the view: its heading, and what is to know about it.
fn section(id: &'static str, heading: &'static str, reading: String) -> Element {
    let heading_id = [id, "-heading"].concat();
    let reading = (!reading.is_empty()).then(|| classed("p", "track-note").with(reading));
    classed("section", "track-part")
        .at("id", id)
        .at("aria-labelledby", heading_id.clone())
        .with(classed("h2", "track-heading").at("id", heading_id).with(heading))
        .with(reading)
}

/// What is wider than some screens scrolls inside itself.
fn scrolled(label: &'static str, table: Element) -> Element {
    classed("div", "track-scroll")
        .at("role", "group")
        .at("aria-labelledby", label)
        .at("tabindex", "0")
        .with(table)
}

/// A figure on the way to its plan: the bar ends at 150 % of it, the tick is the plan.
fn attainment_bar(owner: Option<&'static str>, fill: f64) -> Element {
    classed("span", "track-bar")
        .at("aria-hidden", "true")
        .at("data-owner", owner.unwrap_or("goal"))
        .with(classed("span", "track-bar-fill").at("--width", super::part::percent(fill)))
}

/// How far a figure is, marked where it is behind.
fn attainment(session: &Session, text: &str, is_behind: bool) -> Element {
    let words = session.language.words().track();
    let mark = is_behind.then(|| icon("#icon-warning"));
    let said = is_behind.then(|| classed("span", "visually-hidden").with(words.behind));
    classed("b", "track-attainment")
        .at_some("data-behind", is_behind.then_some("true"))
        .with(mark)
        .with(text.to_owned())
        .with(said)
}

fn press(press: TrackPress) -> Intent {
    Intent::Press(Press::Track(press))
}
