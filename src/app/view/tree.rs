//! The KPI tree: a column for each count, with the factor below it that makes the count to its left.

use leptos::prelude::*;

use crate::app::part::{
    FieldLook, Shown, attribute, department, field_box, field_error, icon, live, rail, style_name, text,
};
use crate::session::panel::{CountPanel, RatePanel};
use crate::session::{Field, Session};

/// The tree; in its wide form the channels are its leaves.
pub(super) fn view(session: RwSignal<Session>, shown: Shown, channels: Option<AnyView>) -> AnyView {
    let fields: Vec<Field> = shown
        .with_untracked(|shown| shown.tree.columns.iter().map(|column| column.rate.field.field).collect());
    let look = if channels.is_some() { "tree" } else { "tree tree-full" };
    let region = move || shown.with(|shown| Some(shown.words.tree.region.to_owned()));
    let columns = fields.len().to_string();
    let column = |(place, field): (usize, &Field)| column(session, shown, place, *field);
    view! {
        <div class=look role="group" aria-label=attribute(region) style:--columns=columns>
            {root(session, shown)}
            {fields.iter().enumerate().map(column).collect_view()}
            {channels}
        </div>
    }
    .into_any()
}

fn root(session: RwSignal<Session>, shown: Shown) -> AnyView {
    let error_id = "target-error";
    let error =
        move || shown.with(|shown| field_error(shown.tree.target.error.as_ref(), error_id)).into_any();
    view! {
        <div class="tree-column">
            <div class="tree-count">
                <div class="node-head">
                    <span class="node-name">{text(shown, |shown| shown.words.tree.revenue.to_owned())}</span>
                    <span class="tag">"KGI"</span>
                </div>
                {field_box(session, Field::Target, FieldLook::Node, Some("target"), error_id.to_owned())}
                {live(error)}
                <p class="node-note">{text(shown, |shown| shown.tree.period.clone())}</p>
            </div>
        </div>
    }
    .into_any()
}

fn column(session: RwSignal<Session>, shown: Shown, place: usize, field: Field) -> AnyView {
    let error_id = format!("factor-{place}-error");
    // A column that is about to go draws nothing.
    let on_count = move |draw: fn(&CountPanel, &'static str) -> AnyView| {
        live(move || {
            let drawn = |shown: &crate::session::panel::Panels| {
                shown.tree.columns.get(place).map(|column| draw(&column.count, shown.words.tree.answer))
            };
            shown.with(drawn).into_any()
        })
    };
    let on_rate = move |draw: fn(&RatePanel, usize) -> AnyView| {
        live(move || {
            shown.with(|shown| shown.tree.columns.get(place).map(|c| draw(&c.rate, place))).into_any()
        })
    };
    let owner =
        shown.with_untracked(|shown| shown.tree.columns.get(place).map(|c| style_name(&c.rate.department)));
    view! {
        <div class="tree-column" data-owner=owner>
            {on_count(count)}
            <span class="operator" aria-hidden="true">"×"</span>
            <div class="tree-rate">
                {on_rate(head)}
                {field_box(session, field, FieldLook::Node, None, error_id)}
                {on_rate(error)}
                {rail(session, shown, place)}
                {on_rate(foot)}
            </div>
        </div>
    }
    .into_any()
}

fn count(count: &CountPanel, answer: &'static str) -> AnyView {
    let look = if count.is_answer { "field field-answer" } else { "field field-computed" };
    let symbol = if count.is_answer { "icon-open-lock" } else { "icon-computed" };
    let word = count.is_answer.then(|| view! { <span class="field-mark-word">{answer}</span> }.into_any());
    view! {
        <div class="tree-count" data-owner=style_name(&count.department)>
            <div class="node-head">
                <span class="node-name">{count.name.clone()}</span>
                {department(&count.department)}
            </div>
            <label class=look>
                <input
                    class="field-number"
                    readonly
                    prop:value=count.text.clone()
                    size=count.text.len().to_string()
                    aria-label=count.name.clone()
                />
                <span class="field-unit">{count.unit.clone()}</span>
                <span class="field-mark">{icon(symbol)}{word}</span>
            </label>
            <p class="node-note">{count.note.clone()}</p>
        </div>
    }
    .into_any()
}

fn head(rate: &RatePanel, _: usize) -> AnyView {
    view! {
        <div class="node-head">
            <span class="node-name">{rate.field.label.clone()}</span>
            {department(&rate.department)}
        </div>
    }
    .into_any()
}

fn error(rate: &RatePanel, place: usize) -> AnyView {
    field_error(rate.field.error.as_ref(), &format!("factor-{place}-error")).into_any()
}

fn foot(rate: &RatePanel, _: usize) -> AnyView {
    let range_look = if rate.rail.range.is_some() { "rail-label-range" } else { "rail-label-none" };
    let band = rate
        .band
        .clone()
        .map(|(band, source)| view! { <span class="rail-label-band" title=source>{band}</span> }.into_any());
    view! {
        <p class="rail-labels"><span class=range_look>{rate.range.clone()}</span>{band}</p>
        <p class="evidence">{rate.evidence.clone()}</p>
    }
    .into_any()
}
