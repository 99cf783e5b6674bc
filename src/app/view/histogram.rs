//! The histogram: bars, the target's line, percentiles, and the same numbers as a table.

use leptos::prelude::*;

use crate::app::part::{icon, percent};
use crate::chart::short;
use crate::session::panel::{HistogramPanel, OddsPanel, PlacedLabel};
use crate::text::OddsWords;

/// The figure of the outcomes; nothing before the first answer.
pub(super) fn view(odds: &OddsPanel, words: &'static OddsWords, as_table: RwSignal<bool>) -> Option<AnyView> {
    let panel = odds.histogram.as_ref()?;
    let shows_table = as_table.get();
    let (pressed, toggle) = if shows_table { ("true", words.figure) } else { ("false", words.table) };
    let figure = view! {
        <figure class="figure" data-interim=odds.is_interim.then_some("true")>
            <figcaption class="figure-caption">
                <h2 class="figure-title">{panel.title.clone()}</h2>
                <p class="figure-reading">{panel.reading.clone()}</p>
            </figcaption>
            <button
                class="figure-toggle"
                type="button"
                aria-pressed=pressed
                aria-controls="odds-histogram-table"
                on:click=move |_| as_table.update(|as_table| *as_table = !*as_table)
            >
                {icon("icon-table")}
                <span>{toggle}</span>
            </button>
            <div class="figure-chart" hidden=shows_table>{drawing(panel)}{percentiles(panel)}</div>
            <div class="figure-table" id="odds-histogram-table" hidden=!shows_table>{table(panel, words)}</div>
            <p class="figure-note">{words.percentiles}</p>
        </figure>
    };
    Some(figure.into_any())
}

fn drawing(panel: &HistogramPanel) -> AnyView {
    let drawing = &panel.drawing;
    let line = panel.target.as_ref().map(|target| format!("M{} -6V100", short(target.at)));
    view! {
        <div class="histogram">
            <svg
                class="histogram-drawing"
                viewBox="0 0 100 100"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <path class="histogram-grid" d=drawing.grid.clone()></path>
                <path class="histogram-missed" d=drawing.missed.clone()></path>
                <path class="histogram-reached" d=drawing.reached.clone()></path>
                <path class="histogram-axis" d="M0 100H100"></path>
                <path class="histogram-target" d=line></path>
            </svg>
            {ticks_across(&panel.across)}
            {panel.up.iter().map(|label| placed("tick-up", label)).collect_view()}
            {panel.target.as_ref().map(|target| placed("histogram-target-label", target))}
            {panel.missed.as_ref().map(|label| share("histogram-share histogram-share-missed", label))}
            {panel.reached.as_ref().map(|label| share("histogram-share", label))}
        </div>
    }
    .into_any()
}

fn ticks_across(labels: &[PlacedLabel]) -> AnyView {
    let last = labels.len().saturating_sub(1);
    let tick = |(place, label): (usize, &PlacedLabel)| {
        // On the narrowest screens the label before the last has no room; at the right edge the last one is held inside.
        let optional = (place + 1 == last && last > 2).then_some("true");
        let edge = (place == last && label.at > 96.0).then_some("end");
        view! {
            <span class="tick-across" data-optional=optional data-edge=edge style:--at=percent(label.at)>
                {label.text.clone()}
            </span>
        }
        .into_any()
    };
    labels.iter().enumerate().map(tick).collect_view().into_any()
}

fn placed(class: &'static str, label: &PlacedLabel) -> AnyView {
    view! { <span class=class style:--at=percent(label.at)>{label.text.clone()}</span> }.into_any()
}

fn share(class: &'static str, (label, word): &(PlacedLabel, &'static str)) -> AnyView {
    view! { <span class=class style:--at=percent(label.at)><b>{label.text.clone()}</b>{*word}</span> }
        .into_any()
}

fn percentiles(panel: &HistogramPanel) -> AnyView {
    let [low, middle, high] = [0, 1, 2].map(|which: usize| panel.percentiles[which].1.at);
    let label = |(name, label): &(&'static str, PlacedLabel)| {
        view! {
            <span class="percentile" style:--at=percent(label.at)><small>{*name}</small><b>{label.text.clone()}</b></span>
        }
        .into_any()
    };
    view! {
        <div class="percentiles">
            <svg class="percentiles-drawing" aria-hidden="true">
                <rect class="percentiles-line" x=percent(low) width=percent(high - low)></rect>
                <circle class="percentiles-middle" cx=percent(middle)></circle>
            </svg>
            {panel.percentiles.iter().map(label).collect_view()}
        </div>
    }
    .into_any()
}

fn table(panel: &HistogramPanel, words: &'static OddsWords) -> AnyView {
    let row = |(outcome, share): &(String, String)| {
        view! { <tr><th scope="row">{outcome.clone()}</th><td>{share.clone()}</td></tr> }.into_any()
    };
    view! {
        <table class="data-table">
            <thead><tr><th scope="col">{words.revenue}</th><th scope="col">{words.share}</th></tr></thead>
            <tbody>{panel.table.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
