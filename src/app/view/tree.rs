//! The KPI tree: a column for each count, with the factor below it that makes the count to its left.

use leptos::prelude::*;

use super::channels::Channels;
use crate::app::part::{DepartmentLabel, FieldError, FieldInput, Icon, Rail, style_name};
use crate::session::Session;
use crate::session::panel::{ColumnPanel, CountPanel, RatePanel, TreePanel};

/// The tree; in its wide form the channels are its leaves.
#[component]
pub(super) fn Tree(session: RwSignal<Session>, tree: Memo<TreePanel>) -> impl IntoView {
    let words = move || session.with(|session| &session.language.words().tree);
    let count = Memo::new(move |_| tree.with(|tree| tree.columns.len()));
    let is_narrow = Memo::new(move |_| tree.with(|tree| tree.is_narrow));
    let column = move |place: usize| {
        let panel = Memo::new(move |last: Option<&ColumnPanel>| {
            // A column that is about to go keeps what it last showed.
            let panel = tree.with(|tree| tree.columns.get(place).cloned());
            panel.or_else(|| last.cloned()).unwrap_or_else(|| unreachable!("a column is made for a panel"))
        });
        view! { <Column session panel place/> }
    };
    view! {
        <div
            class="tree"
            class:tree-full=is_narrow
            role="group"
            aria-label=move || words().region
            style:--columns=move || count.get().to_string()
        >
            <Root session tree/>
            {move || (0..count.get()).map(column).collect_view()}
            {move || (!is_narrow.get()).then(|| view! { <Channels session class="channels tree-channels"/> })}
        </div>
    }
}

#[component]
fn Root(session: RwSignal<Session>, tree: Memo<TreePanel>) -> impl IntoView {
    let target = Memo::new(move |_| tree.with(|tree| tree.target.clone()));
    let error = Signal::derive(move || target.with(|target| target.error.clone()));
    view! {
        <div class="tree-column">
            <div class="tree-count">
                <div class="node-head">
                    <span class="node-name">{move || target.with(|target| target.label.clone())}</span>
                    <span class="tag">"KGI"</span>
                </div>
                <label class="field field-given" class:field-bad=move || error.with(Option::is_some)>
                    <FieldInput session panel=target class="field-number" id="target" error_id="target-error"/>
                    <span class="field-unit">{move || target.with(|target| target.unit.clone())}</span>
                </label>
                <FieldError error id="target-error"/>
                <p class="node-note">{move || tree.with(|tree| tree.period.clone())}</p>
            </div>
        </div>
    }
}

#[component]
fn Column(session: RwSignal<Session>, panel: Memo<ColumnPanel>, place: usize) -> impl IntoView {
    let count = Memo::new(move |_| panel.with(|panel| panel.count.clone()));
    let rate = Memo::new(move |_| panel.with(|panel| panel.rate.clone()));
    view! {
        <div class="tree-column" data-owner=move || rate.with(|rate| style_name(&rate.department))>
            <Count session count/>
            <span class="operator" aria-hidden="true">"×"</span>
            <Rate session rate place/>
        </div>
    }
}

#[component]
fn Count(session: RwSignal<Session>, count: Memo<CountPanel>) -> impl IntoView {
    let department = Signal::derive(move || count.with(|count| count.department.clone()));
    let is_answer = Memo::new(move |_| count.with(|count| count.is_answer));
    let class = move || if is_answer.get() { "field field-answer" } else { "field field-computed" };
    let answer = move || session.with(|session| session.language.words().tree.answer);
    let mark = move || {
        if is_answer.get() {
            view! { <Icon symbol="icon-open-lock"/><span class="field-mark-word">{answer}</span> }.into_any()
        } else {
            view! { <Icon symbol="icon-computed"/> }.into_any()
        }
    };
    view! {
        <div class="tree-count" data-owner=move || count.with(|count| style_name(&count.department))>
            <div class="node-head">
                <span class="node-name">{move || count.with(|count| count.name.clone())}</span>
                <DepartmentLabel department/>
            </div>
            <label class=class>
                <input
                    class="field-number"
                    readonly
                    prop:value=move || count.with(|count| count.text.clone())
                    size=move || count.with(|count| count.text.len().max(1).to_string())
                    aria-label=move || count.with(|count| count.name.clone())
                />
                <span class="field-unit">{move || count.with(|count| count.unit.clone())}</span>
                <span class="field-mark">{mark}</span>
            </label>
            <p class="node-note">{move || count.with(|count| count.note.clone())}</p>
        </div>
    }
}

#[component]
fn Rate(session: RwSignal<Session>, rate: Memo<RatePanel>, place: usize) -> impl IntoView {
    let field = Memo::new(move |_| rate.with(|rate| rate.field.clone()));
    let department = Signal::derive(move || rate.with(|rate| rate.department.clone()));
    let error = Signal::derive(move || field.with(|field| field.error.clone()));
    let error_id = format!("factor-{place}-error");
    let band = move || {
        rate.with(|rate| rate.band.clone())
            .map(|(band, source)| view! { <span class="rail-label-band" title=source>{band}</span> })
    };
    let range_class = move || {
        if rate.with(|rate| rate.rail.range.is_some()) { "rail-label-range" } else { "rail-label-none" }
    };
    view! {
        <div class="tree-rate">
            <div class="node-head">
                <span class="node-name">{move || field.with(|field| field.label.clone())}</span>
                <DepartmentLabel department/>
            </div>
            <label class="field field-given" class:field-bad=move || error.with(Option::is_some)>
                <FieldInput session panel=field class="field-number" error_id=error_id.clone()/>
                <span class="field-unit">{move || field.with(|field| field.unit.clone())}</span>
            </label>
            <FieldError error id=error_id/>
            <Rail session panel=rate/>
            <p class="rail-labels">
                <span class=range_class>{move || rate.with(|rate| rate.range.clone())}</span>
                {band}
            </p>
            <p class="evidence">{move || rate.with(|rate| rate.evidence.clone())}</p>
        </div>
    }
}
