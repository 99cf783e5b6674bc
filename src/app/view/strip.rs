//! The strip of four figures, in sight on every view.

use leptos::prelude::*;

use crate::app::part::{FieldError, FieldInput, LongOrShort};
use crate::session::Session;
use crate::session::panel::{SpreadPanel, StripPanel};

/// The strip of four figures.
#[component]
pub(super) fn Strip(session: RwSignal<Session>) -> impl IntoView {
    let strip = Memo::new(move |_| session.with(Session::strip));
    let words = move || session.with(|session| &session.language.words().strip);
    let interim = move || strip.with(|strip| strip.is_interim).then_some("true");
    view! {
        <section class="strip" data-interim=interim aria-label=move || words().region>
            <TargetCell session strip/>
            <ChanceCell session strip/>
            <MedianCell session strip/>
            <RequiredCell strip/>
        </section>
    }
}

#[component]
fn TargetCell(session: RwSignal<Session>, strip: Memo<StripPanel>) -> impl IntoView {
    let target = Memo::new(move |_| strip.with(|strip| strip.target.clone()));
    let error = Signal::derive(move || target.with(|target| target.error.clone()));
    let labels = Signal::derive(move || strip.with(|strip| strip.target_label.clone()));
    view! {
        <div class="strip-cell">
            <label class="strip-label" for="strip-target"><LongOrShort forms=labels/></label>
            <div class="strip-value">
                <label class="strip-field" class:field-bad=move || error.with(Option::is_some)>
                    <FieldInput session panel=target class="field-number" id="strip-target" error_id="strip-target-error"/>
                    <span class="field-unit">{move || target.with(|target| target.unit.clone())}</span>
                </label>
            </div>
            <FieldError error id="strip-target-error"/>
        </div>
    }
}

#[component]
fn ChanceCell(session: RwSignal<Session>, strip: Memo<StripPanel>) -> impl IntoView {
    let labels = Signal::derive(move || forms(session.with(|session| session.language.words().strip.odds)));
    let fill = move || format!("{:.2}%", strip.with(|strip| strip.chance_bar.0));
    let mark = move || format!("{:.2}%", strip.with(|strip| strip.chance_bar.1));
    let chance = move || {
        strip.with(|strip| {
            strip.chance.clone().map(|odds| {
                let unit = format!("{}{}", odds.written.unit, odds.after);
                view! { {odds.before}{odds.written.number}<small>{unit}</small> }
            })
        })
    };
    view! {
        <div class="strip-cell">
            <span class="strip-label"><LongOrShort forms=labels/></span>
            <div class="strip-value">
                <b class="strip-number" id="chance">{chance}</b>
                <svg class="odds-bar" aria-hidden="true">
                    <rect class="odds-bar-fill" width=fill></rect>
                    <rect class="odds-bar-mark" x=mark></rect>
                </svg>
            </div>
            <span class="strip-note">{move || strip.with(|strip| strip.chance_note.clone())}</span>
        </div>
    }
}

#[component]
fn MedianCell(session: RwSignal<Session>, strip: Memo<StripPanel>) -> impl IntoView {
    let labels = Signal::derive(move || forms(session.with(|session| session.language.words().strip.median)));
    let median = move || {
        strip.with(|strip| {
            strip.median.clone().map(|median| view! { {median.number}<small>{median.unit}</small> })
        })
    };
    view! {
        <div class="strip-cell">
            <span class="strip-label"><LongOrShort forms=labels/></span>
            <div class="strip-value">
                <b class="strip-number" id="median">{median}</b>
                {move || strip.with(|strip| strip.spread.map(spread))}
            </div>
            <span class="strip-note">{move || strip.with(|strip| strip.spread_note.clone())}</span>
        </div>
    }
}

fn spread(spread: SpreadPanel) -> impl IntoView {
    let percent = |place: f64| format!("{place:.2}%");
    view! {
        <svg class="spread" aria-hidden="true">
            <rect class="spread-line" x=percent(spread.line.0) width=percent(spread.line.1)></rect>
            <rect class="spread-target" x=percent(spread.target)></rect>
            <circle class="spread-middle" cx=percent(spread.middle)></circle>
        </svg>
    }
}

#[component]
fn RequiredCell(strip: Memo<StripPanel>) -> impl IntoView {
    let labels = Signal::derive(move || strip.with(|strip| strip.required_label.clone()));
    let required = move || {
        strip.with(|strip| {
            strip.required.clone().map(|count| view! { {count.number}<small>{count.unit}</small> })
        })
    };
    let more = move || {
        strip.with(|strip| strip.more.clone().map(|more| view! { <span class="difference">{more}</span> }))
    };
    view! {
        <div class="strip-cell">
            <span class="strip-label"><LongOrShort forms=labels/></span>
            <div class="strip-value"><b class="strip-number" id="required">{required}</b>{more}</div>
            <span class="strip-note">{move || strip.with(|strip| strip.required_note.clone())}</span>
        </div>
    }
}

fn forms([long, short]: [&'static str; 2]) -> (String, String) {
    (long.to_owned(), short.to_owned())
}
