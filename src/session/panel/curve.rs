//! The probability against the volume.

use gyakusan_engine::sim::CurvePoint;
use gyakusan_engine::tree::{Tree, required_count as whole_count};

use super::figure::{Drawing, FigurePanel, PlacedLabel, PlotLabel, PlotPanel, Side};
use crate::chart::{CurveDrawing, Tick, short};
use crate::session::{Figure, Required, Session, Summary};
use crate::text::number::{exact_count, odds, rate, rounded_count};
use crate::text::{Sentence, filled, stage_names};

/// Counts and budgets at any multiplier: both are a fixed part and one that grows with it.
struct Volumes {
    fixed: (f64, f64),
    growing: (f64, f64),
}

/// Count in the period, probability, and monthly budget there.
#[derive(Debug, Clone, Copy)]
struct Point {
    count: f64,
    probability: f64,
    budget: f64,
}

pub(super) fn panel(session: &Session, summary: &Summary, curve: &[CurvePoint]) -> Option<FigurePanel> {
    let words = session.language.words().figures();
    let volumes = Volumes::of(session)?;
    let planned = volumes.at(session.tree.multiplier, summary.odds.probability);
    let wanted = match summary.required {
        Required::Reached { confidence, arrivals, monthly_budget } if planned.count > 0.0 => {
            Some(Point { count: arrivals, probability: confidence, budget: monthly_budget })
        }
        _ => None,
    };
    let points = points(&volumes, curve, planned, wanted);
    let pairs: Vec<_> = points.iter().map(|point| (point.count, point.probability)).collect();
    let marked: Vec<_> = std::iter::once(planned).chain(wanted).collect();
    let marks: Vec<_> = marked.iter().map(|point| (point.count, point.probability)).collect();
    let drawing = CurveDrawing::new(&pairs, &marks);
    let stage = stage_names(&session.plan.stages[0], session.language);
    let shown = drawing.places.len();
    Some(FigurePanel {
        figure: Figure::Curve,
        title: title(session, planned, wanted, &(words.inside)(&stage.stage)),
        reading: filled(
            words.curve_reading,
            &[
                &session.money(session.plan.goal.target.get()).to_string(),
                &(words.inside)(&stage.count),
                &(words.within)(session.plan.months()),
            ],
        ),
        points: drawing.places.iter().map(|(at, _)| *at).collect(),
        drawing: Drawing::Plot(plot(session, &drawing, &marked)),
        notes: Vec::new(),
        is_interim: session.is_stale(Figure::Curve),
        head: words.curve_head,
        rows: points[..shown].iter().map(|point| row(session, *point)).collect(),
    })
}

impl Volumes {
    fn of(session: &Session) -> Option<Self> {
        let figures = |tree: &Tree| {
            // Where nobody enters the first stage, entries are counted wherever they come in.
            let arrivals = tree.stages[0].expected;
            let count = if arrivals > 0.0 { arrivals } else { tree.period_entries };
            (count, tree.period_budget / session.plan.months() as f64)
        };
        let one = figures(&Tree::at_multiplier(&session.plan, 1.0).ok()?);
        let fixed = figures(&Tree::at_multiplier(&session.plan, 0.0).ok()?);
        let growing = (one.0 - fixed.0, one.1 - fixed.1);
        (growing.0 > 0.0).then_some(Self { fixed, growing })
    }

    fn at(&self, multiplier: f64, probability: f64) -> Point {
        Point {
            count: self.fixed.0 + multiplier * self.growing.0,
            probability,
            budget: self.fixed.1 + multiplier * self.growing.1,
        }
    }
}

/// The curve with the marked points on it; it never falls.
fn points(volumes: &Volumes, curve: &[CurvePoint], planned: Point, wanted: Option<Point>) -> Vec<Point> {
    let mut points: Vec<_> =
        curve.iter().map(|point| volumes.at(point.multiplier, point.probability)).collect();
    for marked in std::iter::once(planned).chain(wanted) {
        let same = |point: &Point| (point.count - marked.count).abs() <= 1e-6 * marked.count;
        points.retain(|point| !same(point));
        let place = points.iter().position(|point| point.count > marked.count).unwrap_or(points.len());
        points.insert(place, marked);
    }
    let mut highest = 0.0_f64;
    for point in &mut points {
        highest = highest.max(point.probability);
        point.probability = highest;
    }
    points
}

fn title(session: &Session, planned: Point, wanted: Option<Point>, stage: &str) -> String {
    let words = session.language.words().figures();
    let months = session.plan.months() as f64;
    let monthly = |count: f64| session.counted(&exact_count(count / months));
    match wanted {
        Some(wanted) => filled(
            words.curve,
            &[stage, &monthly(planned.count), &monthly(wanted.count), &rate(wanted.probability).to_string()],
        ),
        None => filled(
            words.curve_flat,
            &[
                stage,
                &session.counted(&rounded_count(planned.count)),
                &odds(planned.probability, session.language).to_string(),
            ],
        ),
    }
}

fn plot(session: &Session, drawing: &CurveDrawing, marked: &[Point]) -> PlotPanel {
    let words = session.language.words().figures();
    let confidence = session.plan.simulation.confidence.get();
    let at = 100.0 - 100.0 * confidence;
    let mut labels = vec![PlotLabel {
        at: (0.0, at),
        side: Side::Right,
        class: "plot-line-label",
        text: Sentence::plain(filled(words.mark, &[&rate(confidence).to_string()])),
        below: String::new(),
    }];
    let mut drops = String::new();
    for (place, (point, spot)) in marked.iter().zip(&drawing.marks).enumerate() {
        labels.push(label(session, place == 1, *point, *spot));
        drops = drops + "M" + &short(spot.0) + " " + &short(spot.1) + "V100";
    }
    let up = |quarter: u32| PlacedLabel {
        at: 100.0 - 25.0 * f64::from(quarter),
        text: rate(0.25 * f64::from(quarter)).to_string(),
    };
    PlotPanel {
        shapes: vec![
            ("grid", "M0 75H100M0 50H100M0 25H100M0 0H100".to_owned()),
            ("plot-mark", format!("M0 {}H100", short(at))),
            ("plot-drop", drops),
            ("plot-line", drawing.line.clone()),
            ("axis", "M0 100H100".to_owned()),
        ],
        across: counts(session, &drawing.across),
        up: (0..=4).map(up).collect(),
        dots: drawing.marks.iter().enumerate().map(|(place, (x, y))| (*x, *y, place == 1)).collect(),
        labels,
    }
}

/// Names a marked point; where there is no room to its right, to its left.
fn label(session: &Session, is_answer: bool, point: Point, spot: (f64, f64)) -> PlotLabel {
    let words = session.language.words().figures();
    let chance = odds(point.probability, session.language).to_string();
    let count = if is_answer { point.count } else { whole_count(point.count) };
    let count = session.counted(&rounded_count(count));
    let budget = session.money(point.budget).to_string();
    let budget = if point.budget > 0.0 { filled(words.budget, &[&budget]) } else { String::new() };
    let side = if spot.0 > 58.0 { Side::Left } else { Side::Right };
    let (class, text) = if is_answer {
        ("plot-point", Sentence::default().answer(chance).then(format!(" {count}")))
    } else {
        ("plot-point", Sentence::default().strong(chance).then(format!(" {} {count}", words.planned)))
    };
    PlotLabel { at: spot, side, class, text, below: budget }
}

fn counts(session: &Session, ticks: &[Tick]) -> Vec<PlacedLabel> {
    let last = ticks.len().saturating_sub(1);
    let text = |place: usize, value: f64| {
        let count = rounded_count(value);
        if place == last { session.counted(&count) } else { count }
    };
    let label = |(place, tick): (usize, &Tick)| PlacedLabel { at: tick.at, text: text(place, tick.value) };
    ticks.iter().enumerate().map(label).collect()
}

fn row(session: &Session, point: Point) -> Vec<String> {
    vec![
        session.counted(&rounded_count(point.count)),
        odds(point.probability, session.language).to_string(),
        session.money(point.budget).to_string(),
    ]
}
