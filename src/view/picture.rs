//! A figure as a picture that stands alone: shapes, words, finding and source in one SVG document, in light colours.

use super::Element;
use super::part::owner_name;
use crate::chart::{short, stretch};
use crate::markup::{classed, el};
use crate::session::panel::{Drawing, FigurePanel, Look, PlotLabel, PlotPanel, RowPanel, Side};
use crate::session::{Figure, Session};
use crate::text::{Piece, filled};

/// Size of the picture and of the drawing in it, in pixels.
const WIDTH: f64 = 800.0;
const FROM: (f64, f64) = (84.0, 104.0);
const SIZE: (f64, f64) = (584.0, 300.0);
/// The height of a row, and where its bar begins and how long it can be.
const ROW: f64 = 52.0;
const BAR: (f64, f64) = (32.0, 736.0);

/// How shapes look that are named in the style sheets; colours are those of paper, since a picture knows no theme.
const STYLE: &str = "text{font:13px sans-serif;fill:#1b1c1e}.t{font-size:17px;font-weight:700}.s{font-size:12px;fill:#66655f}b,.b{font-weight:700}\
path{fill:none;stroke-linejoin:round}.grid{stroke:#e7e6e0}.axis{stroke:#86857d}.plot-target{stroke:#1b1c1e;stroke-width:1.5}\
.histogram-missed{fill:#918f88}.histogram-reached{fill:#26282c}.fan-outer{fill:#e9e9e6}.fan-inner{fill:#c4c4c2}.fan-edge{stroke:#86857d}\
.plot-line{stroke:#26282c;stroke-width:2.25}.plot-mark{stroke:#1b1c1e;stroke-dasharray:3 3}.plot-drop{stroke:#86857d;stroke-dasharray:2 3}\
.plain{fill:#26282c}.faint{fill:#918f88}.beyond,.luck{fill:url(#h)}.marketing{fill:#1769c8}.inside-sales{fill:#09543a}.sales{fill:#b3500e}\
.customer-success{fill:#74357f}.answer{fill:#ffdd57;stroke:#a37b00;stroke-width:2}";

/// The picture of a figure; `None` while its answer has not come.
pub fn picture(session: &Session, figure: Figure) -> Option<String> {
    Some(picture_of(session, &session.figure(figure)?))
}

/// The picture of a figure as it is shown.
pub fn picture_of(session: &Session, panel: &FigurePanel) -> String {
    let (drawn, bottom) = match &panel.drawing {
        Drawing::Plot(plot) => (plotted(plot), FROM.1 + SIZE.1 + 56.0),
        Drawing::Rows(rows) => (listed(rows), FROM.1 + ROW * rows.len() as f64 + 30.0),
    };
    let source = filled(session.language.words().figures().source, &[session.plan_name()]);
    let paper = el("rect").at("width", short(WIDTH)).at("height", short(bottom)).at("fill", "#fafaf7");
    let hatch = el("pattern")
        .at("id", "h")
        .at("width", "6")
        .at("height", "6")
        .at("patternUnits", "userSpaceOnUse")
        .at("patternTransform", "rotate(25)")
        .with(el("rect").at("width", "6").at("height", "6").at("fill", "#e7e6e0"))
        .with(el("rect").at("width", "3").at("height", "6").at("fill", "#77766f"));
    let svg: Element = el("svg")
        .at("xmlns", "http://www.w3.org/2000/svg")
        .at("viewBox", format!("0 0 {} {}", short(WIDTH), short(bottom)))
        .at("width", short(WIDTH))
        .at("height", short(bottom))
        .with(el("title").with(panel.title.clone()))
        .with(el("style").with(STYLE))
        .with(hatch)
        .with(paper)
        .with(text("t", 32.0, 40.0, panel.title.clone()))
        .all(reading(panel))
        .all(drawn)
        .with(text("s", 32.0, bottom - 12.0, source));
    svg.to_html()
}

/// How to read it, in two lines where it is long.
fn reading(panel: &FigurePanel) -> Vec<Element> {
    let parts = panel.reading.split(" / ").enumerate();
    parts.take(2).map(|(line, part)| text("s", 32.0, 62.0 + 17.0 * line as f64, part.to_owned())).collect()
}

fn text(class: &'static str, x: f64, y: f64, words: String) -> Element {
    classed("text", class).at("x", short(x)).at("y", short(y)).with(words)
}

fn ended(class: &'static str, anchor: &'static str, x: f64, y: f64, words: String) -> Element {
    text(class, x, y, words).at("text-anchor", anchor)
}

fn plotted(plot: &PlotPanel) -> Vec<Element> {
    let x = |at: f64| FROM.0 + SIZE.0 * at / 100.0;
    let y = |at: f64| FROM.1 + SIZE.1 * at / 100.0;
    let mut drawn = Vec::new();
    for (class, path) in plot.shapes.iter().filter(|(_, path)| !path.is_empty()) {
        drawn.push(classed("path", *class).at("d", stretch(path, FROM, SIZE)));
    }
    for label in &plot.across {
        drawn.push(ended("s", "middle", x(label.at), y(100.0) + 20.0, label.text.clone()));
    }
    for label in &plot.up {
        drawn.push(ended("s", "end", FROM.0 - 10.0, y(label.at) + 4.0, label.text.clone()));
    }
    for (across, up, is_answer) in &plot.dots {
        let class = if *is_answer { "answer" } else { "plain" };
        let dot = classed("circle", class).at("cx", short(x(*across))).at("cy", short(y(*up))).at("r", "6");
        drawn.push(dot);
    }
    drawn.extend(plot.labels.iter().flat_map(|label| written(label, x(label.at.0), y(label.at.1))));
    drawn
}

/// A label of a plot: a line, and another one below it.
fn written(label: &PlotLabel, x: f64, y: f64) -> Vec<Element> {
    let (anchor, x, y) = match label.side {
        Side::Above => ("middle", x, y - 4.0),
        Side::Upon => ("middle", x, y),
        Side::Right if label.class == "plot-line-label" => ("start", x + 4.0, y - 6.0),
        Side::Right => ("start", x + 12.0, y + 5.0),
        Side::Left => ("end", x - 12.0, y + 5.0),
    };
    let pieces = label.text.pieces().iter().map(|piece| match piece.clone() {
        Piece::Plain(words) => el("tspan").with(words),
        Piece::Answer(words) | Piece::Strong(words) => classed("tspan", "b").with(words),
    });
    let line = el("text").at("x", short(x)).at("y", short(y)).at("text-anchor", anchor).all(pieces);
    let below = (!label.below.is_empty()).then(|| ended("s", anchor, x, y + 17.0, label.below.clone()));
    std::iter::once(line).chain(below).collect()
}

fn listed(rows: &[RowPanel]) -> Vec<Element> {
    let mut drawn = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let top = FROM.1 + ROW * place as f64;
        let place = |at: f64| BAR.0 + BAR.1 * at / 100.0;
        let class = match (row.look, row.department.owners.as_slice()) {
            (Look::Owner, [.., owner]) => owner_name(*owner),
            (look, _) => look.name(),
        };
        drawn.push(text("b", BAR.0, top + 14.0, row.name.clone()));
        drawn.push(ended("", "end", place(100.0), top + 14.0, row.figures.join("  ")));
        drawn.push(
            classed("rect", class)
                .at("x", short(place(row.bar.0)))
                .at("y", short(top + 22.0))
                .at("width", short(BAR.1 * row.bar.1 / 100.0))
                .at("height", "8"),
        );
        if let Some(at) = row.dot {
            let dot = classed("circle", class).at("cx", short(place(at))).at("cy", short(top + 26.0));
            drawn.push(dot.at("r", "6"));
        }
    }
    drawn
}
