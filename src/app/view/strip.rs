//! The strip of four figures, in sight on every view.

use leptos::prelude::*;

use crate::app::part::{FieldLook, Shown, attribute, field_box, field_error, live, long_or_short, percent};
use crate::session::panel::{SpreadPanel, StripPanel};
use crate::session::{Field, Session};
use crate::text::number::Written;

/// The strip of four figures.
pub(super) fn view(session: RwSignal<Session>, shown: Shown) -> AnyView {
    let interim = move || shown.with(|shown| shown.strip.is_interim.then(|| "true".to_owned()));
    let region = move || shown.with(|shown| Some(shown.words.strip.region.to_owned()));
    view! {
        <section class="strip" data-interim=attribute(interim) aria-label=attribute(region)>
            {target_cell(session, shown)}
            {live(move || shown.with(|shown| chance_cell(&shown.strip)))}
            {live(move || shown.with(|shown| median_cell(&shown.strip)))}
            {live(move || shown.with(|shown| required_cell(&shown.strip)))}
        </section>
    }
    .into_any()
}

fn target_cell(session: RwSignal<Session>, shown: Shown) -> AnyView {
    let error_id = "strip-target-error";
    let error =
        move || shown.with(|shown| field_error(shown.strip.target.error.as_ref(), error_id)).into_any();
    view! {
        <div class="strip-cell">
            <label class="strip-label" for="strip-target">
                {live(move || shown.with(|shown| long_or_short(&shown.strip.target_label)))}
            </label>
            <div class="strip-value">
                {field_box(session, Field::Target, FieldLook::Strip, Some("strip-target"), error_id.to_owned())}
            </div>
            {live(error)}
        </div>
    }
    .into_any()
}

fn chance_cell(strip: &StripPanel) -> AnyView {
    let [fill, mark] = strip.chance_bar.map(percent);
    let bar = view! {
        <svg class="odds-bar" aria-hidden="true">
            <rect class="odds-bar-fill" width=fill></rect>
            <rect class="odds-bar-mark" x=mark></rect>
        </svg>
    };
    cell(&strip.chance_label, "chance", strip.chance.as_ref(), bar.into_any(), &strip.chance_note)
}

fn median_cell(strip: &StripPanel) -> AnyView {
    let spread = strip.spread.map(drawn).into_any();
    cell(&strip.median_label, "median", strip.median.as_ref(), spread, &strip.spread_note)
}

fn required_cell(strip: &StripPanel) -> AnyView {
    let more = strip.more.clone().map(|more| view! { <span class="difference">{more}</span> }.into_any());
    cell(&strip.required_label, "required", strip.required.as_ref(), more.into_any(), &strip.required_note)
}

/// A figure with its unit in small type (nothing before the first answer), what stands beside it, and a note.
fn cell(
    label: &[String; 2],
    id: &'static str,
    figure: Option<&Written>,
    beside: AnyView,
    note: &str,
) -> AnyView {
    let figure = figure.cloned().unwrap_or_default();
    view! {
        <div class="strip-cell">
            <span class="strip-label">{long_or_short(label)}</span>
            <div class="strip-value">
                <b class="strip-number" id=id>{figure.number}<small>{figure.unit}</small></b>
                {beside}
            </div>
            <span class="strip-note">{note.to_owned()}</span>
        </div>
    }
    .into_any()
}

fn drawn(spread: SpreadPanel) -> AnyView {
    view! {
        <svg class="spread" aria-hidden="true">
            <rect class="spread-line" x=percent(spread.line.0) width=percent(spread.line.1)></rect>
            <rect class="spread-target" x=percent(spread.target)></rect>
            <circle class="spread-middle" cx=percent(spread.middle)></circle>
        </svg>
    }
    .into_any()
}
