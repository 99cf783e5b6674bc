//! The histogram: bars, the target's line, percentiles, and the same numbers as a table.

use leptos::prelude::*;

use crate::app::part::Icon;
use crate::session::Session;
use crate::session::panel::{HistogramPanel, PlacedLabel};

/// The figure of the outcomes.
#[component]
pub(super) fn HistogramFigure(
    session: RwSignal<Session>,
    panel: Memo<HistogramPanel>,
    /// Whether the figures still change.
    is_interim: Memo<bool>,
) -> impl IntoView {
    let words = move || session.with(|session| &session.language.words().odds);
    let as_table = RwSignal::new(false);
    let toggle = move || if as_table.get() { words().figure } else { words().table };
    view! {
        <figure class="figure" data-interim=move || is_interim.get().then_some("true")>
            <figcaption class="figure-caption">
                <h2 class="figure-title">{move || panel.with(|panel| panel.title.clone())}</h2>
                <p class="figure-reading">{move || panel.with(|panel| panel.reading.clone())}</p>
            </figcaption>
            <button
                class="figure-toggle"
                type="button"
                aria-pressed=move || as_table.get().to_string()
                aria-controls="odds-histogram-table"
                on:click=move |_| as_table.update(|as_table| *as_table = !*as_table)
            >
                <Icon symbol="icon-table"/>
                <span>{toggle}</span>
            </button>
            <div class="figure-chart" hidden=as_table>
                <Drawing panel/>
                <Percentiles panel/>
            </div>
            <div class="figure-table" id="odds-histogram-table" hidden=move || !as_table.get()>
                <Table session panel/>
            </div>
            <p class="figure-note">{move || words().percentiles}</p>
        </figure>
    }
}

#[component]
fn Drawing(panel: Memo<HistogramPanel>) -> impl IntoView {
    let path = move |of: fn(&HistogramPanel) -> &String| move || panel.with(|panel| of(panel).clone());
    let target_line = move || {
        let at = panel.with(|panel| panel.drawing.target);
        at.map(|at| view! { <path class="histogram-target" d=format!("M{at:.2} -6V100")></path> })
    };
    view! {
        <div class="histogram">
            <svg
                class="histogram-drawing"
                viewBox="0 0 100 100"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <path class="histogram-grid" d=path(|panel| &panel.drawing.grid)></path>
                <path class="histogram-missed" d=path(|panel| &panel.drawing.missed)></path>
                <path class="histogram-reached" d=path(|panel| &panel.drawing.reached)></path>
                <path class="histogram-axis" d="M0 100H100"></path>
                {target_line}
            </svg>
            {move || panel.with(|panel| across(&panel.across))}
            {move || panel.with(|panel| panel.up.iter().cloned().map(|label| placed("tick-up", label)).collect_view())}
            {move || panel.with(|panel| panel.target.clone().map(|label| placed("histogram-target-label", label)))}
            {move || panel.with(|panel| panel.missed.clone().map(|(label, word)| {
                share("histogram-share histogram-share-missed", label, word)
            }))}
            {move || panel.with(|panel| panel.reached.clone().map(|(label, word)| share("histogram-share", label, word)))}
        </div>
    }
}

fn across(labels: &[PlacedLabel]) -> impl IntoView + use<> {
    let last = labels.len().saturating_sub(1);
    let tick = |(place, label): (usize, &PlacedLabel)| {
        // On the narrowest screens the label before the last has no room; at the right edge the last one is held inside.
        let optional = (place + 1 == last && last > 2).then_some("true");
        let edge = (place == last && label.at > 96.0).then_some("end");
        let at = format!("{:.2}%", label.at);
        view! {
            <span class="tick-across" data-optional=optional data-edge=edge style:--at=at>{label.text.clone()}</span>
        }
    };
    labels.iter().enumerate().map(tick).collect_view()
}

fn placed(class: &'static str, label: PlacedLabel) -> impl IntoView {
    view! { <span class=class style:--at=format!("{:.2}%", label.at)>{label.text}</span> }
}

fn share(class: &'static str, label: PlacedLabel, word: &'static str) -> impl IntoView {
    view! { <span class=class style:--at=format!("{:.2}%", label.at)><b>{label.text}</b>{word}</span> }
}

#[component]
fn Percentiles(panel: Memo<HistogramPanel>) -> impl IntoView {
    let place = move |which: usize| panel.with(|panel| panel.percentiles[which].1.at);
    let label = move |which: usize| {
        let (name, label) = panel.with(|panel| panel.percentiles[which].clone());
        let at = format!("{:.2}%", label.at);
        view! { <span class="percentile" style:--at=at><small>{name}</small><b>{label.text}</b></span> }
    };
    view! {
        <div class="percentiles">
            <svg class="percentiles-drawing" aria-hidden="true">
                <rect
                    class="percentiles-line"
                    x=move || format!("{:.2}%", place(0))
                    width=move || format!("{:.2}%", place(2) - place(0))
                ></rect>
                <circle class="percentiles-middle" cx=move || format!("{:.2}%", place(1))></circle>
            </svg>
            {move || (0..3).map(label).collect_view()}
        </div>
    }
}

#[component]
fn Table(session: RwSignal<Session>, panel: Memo<HistogramPanel>) -> impl IntoView {
    let words = move || session.with(|session| &session.language.words().odds);
    let row = |(outcome, share): (String, String)| view! { <tr><th scope="row">{outcome}</th><td>{share}</td></tr> };
    view! {
        <table class="data-table">
            <thead>
                <tr><th scope="col">{move || words().revenue}</th><th scope="col">{move || words().share}</th></tr>
            </thead>
            <tbody>{move || panel.with(|panel| panel.table.clone()).into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
