//! The frame of the page: top bar, strip, the view that is shown, footer.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::odds::OddsView;
use super::plan::PlanView;
use super::strip::Strip;
use crate::app::edge::address::View;
use crate::app::edge::runner::Runner;
use crate::app::edge::theme::Theme;
use crate::app::part::Icon;
use crate::session::Session;

/// The frame of the page.
#[component]
pub(in crate::app) fn Page(
    session: RwSignal<Session>,
    shown: RwSignal<View>,
    runner: Runner,
) -> impl IntoView {
    let words = move || session.with(|session| &session.language.words().shell);
    view! {
        <a class="skip-link" href="#main" on:click=|event| focus_main(&event)>{move || words().skip}</a>
        <header class="masthead">
            <div class="top-bar">
                <div class="top-bar-start">
                    <Brand shown/>
                    <p class="plan-name">{move || session.with(|session| session.plan_name().to_owned())}</p>
                </div>
                <nav class="tabs" aria-label=move || words().views>
                    <Tab shown view=View::Plan symbol="icon-plan" name=Signal::derive(move || words().plan)/>
                    <Tab shown view=View::Odds symbol="icon-odds" name=Signal::derive(move || words().odds)/>
                </nav>
                <div class="top-bar-end">
                    <LanguageButton session/>
                    <ThemeButton session/>
                </div>
            </div>
            <Strip session/>
        </header>
        <main id="main" class="page" tabindex="-1">
            {move || match shown.get() {
                View::Plan => view! { <PlanView session/> }.into_any(),
                View::Odds => view! { <OddsView session runner/> }.into_any(),
            }}
        </main>
        <footer class="page-footer">
            <span>"逆算 Gyakusan"</span>
            <span>{move || words().privacy}</span>
        </footer>
    }
}

#[component]
fn Brand(shown: RwSignal<View>) -> impl IntoView {
    view! {
        <a class="brand" href="?view=plan" on:click=move |event| show(&event, shown, View::Plan)>
            <svg class="brand-logo" viewBox="0 0 24 24" aria-hidden="true">
                <rect class="brand-tile" width="24" height="24" rx="6"></rect>
                <path class="brand-branches" d="M18 12H10.5M10.5 12 6 7.2M10.5 12 6 16.8"></path>
                <circle class="brand-answer" cx="18" cy="12" r="2.4"></circle>
            </svg>
            <b class="brand-name">"逆算"</b>
            <span class="brand-latin">"Gyakusan"</span>
        </a>
    }
}

#[component]
fn Tab(shown: RwSignal<View>, view: View, symbol: &'static str, name: Signal<&'static str>) -> impl IntoView {
    let current = move || (shown.get() == view).then_some("page");
    view! {
        <a
            class="tab"
            href=format!("?view={}", view.name())
            aria-current=current
            on:click=move |event| show(&event, shown, view)
        >
            <Icon symbol/>
            <span>{move || name.get()}</span>
        </a>
    }
}

#[component]
fn LanguageButton(session: RwSignal<Session>) -> impl IntoView {
    let language = Memo::new(move |_| session.with(|session| session.language));
    let words = move || &language.get().words().shell;
    let switch = move |_: ev::MouseEvent| {
        session.update(|session| session.language = session.language.other());
    };
    view! {
        <button
            class="tool-button"
            type="button"
            lang=move || language.get().other().tag()
            aria-label=move || words().switch_language
            on:click=switch
        >
            {move || words().other_language}
        </button>
    }
}

#[component]
fn ThemeButton(session: RwSignal<Session>) -> impl IntoView {
    let theme = RwSignal::new(Theme::default());
    let label = move || theme.get().label(session.with(|session| session.language));
    let switch = move |_: ev::MouseEvent| {
        theme.update(|theme| *theme = theme.next());
        theme.get_untracked().apply();
    };
    view! {
        <button class="tool-button" type="button" aria-label=label title=label on:click=switch>
            <Icon symbol="icon-theme"/>
        </button>
    }
}

/// Shows a view in place, unless the press asks for a new tab.
fn show(event: &ev::MouseEvent, shown: RwSignal<View>, view: View) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    event.prevent_default();
    shown.set(view);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus past the top bar; the fragment of the address is the plan's and stays as it is.
fn focus_main(event: &ev::MouseEvent) {
    event.prevent_default();
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element with a tab index can be focused.
        let _ = main.focus();
    }
}
