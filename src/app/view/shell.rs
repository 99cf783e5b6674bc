//! The frame of the page: top bar, strip, the view that is shown, footer.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{odds, plan, strip};
use crate::app::edge::address::View;
use crate::app::edge::runner::Runner;
use crate::app::edge::theme::Theme;
use crate::app::part::{Shown, attribute, icon, live, text};
use crate::session::Session;

/// The frame of the page.
pub(in crate::app) fn page(
    session: RwSignal<Session>,
    shown: Shown,
    current: RwSignal<View>,
    runner: Runner,
) -> impl IntoView {
    let view = move || match current.get() {
        View::Plan => plan::view(session, shown),
        View::Odds => odds::view(session, shown, runner),
    };
    view! {
        <a class="skip-link" href="#main" on:click=|event| focus_main(&event)>
            {text(shown, |shown| shown.words.shell.skip.to_owned())}
        </a>
        <header class="masthead">
            <div class="top-bar">
                <div class="top-bar-start">
                    {brand(current)}
                    <p class="plan-name">{text(shown, |shown| shown.plan_name.clone())}</p>
                </div>
                <nav class="tabs" aria-label=attribute(move || shown.with(|shown| Some(shown.words.shell.views.to_owned())))>
                    {tab(current, View::Plan, "icon-plan", text(shown, |shown| shown.words.shell.plan.to_owned()))}
                    {tab(current, View::Odds, "icon-odds", text(shown, |shown| shown.words.shell.odds.to_owned()))}
                </nav>
                <div class="top-bar-end">
                    {language_button(session, shown)}
                    {theme_button(shown)}
                </div>
            </div>
            {strip::view(session, shown)}
        </header>
        <main id="main" class="page" tabindex="-1">{live(view)}</main>
        <footer class="page-footer">
            <span>"逆算 Gyakusan"</span>
            <span>{text(shown, |shown| shown.words.shell.privacy.to_owned())}</span>
        </footer>
    }
}

fn brand(current: RwSignal<View>) -> AnyView {
    view! {
        <a class="brand" href="?view=plan" on:click=move |event| show(&event, current, View::Plan)>
            <svg class="brand-logo" viewBox="0 0 24 24" aria-hidden="true">
                <rect class="brand-tile" width="24" height="24" rx="6"></rect>
                <path class="brand-branches" d="M18 12H10.5M10.5 12 6 7.2M10.5 12 6 16.8"></path>
                <circle class="brand-answer" cx="18" cy="12" r="2.4"></circle>
            </svg>
            <b class="brand-name">"逆算"</b>
            <span class="brand-latin">"Gyakusan"</span>
        </a>
    }
    .into_any()
}

fn tab(current: RwSignal<View>, view: View, symbol: &'static str, name: AnyView) -> AnyView {
    let is_current = move || (current.get() == view).then(|| "page".to_owned());
    view! {
        <a
            class="tab"
            href=format!("?view={}", view.name())
            aria-current=attribute(is_current)
            on:click=move |event| show(&event, current, view)
        >
            {icon(symbol)}
            <span>{name}</span>
        </a>
    }
    .into_any()
}

fn language_button(session: RwSignal<Session>, shown: Shown) -> AnyView {
    live(move || {
        let (words, other) = shown.with(|shown| (&shown.words.shell, shown.language.other()));
        view! {
            <button
                class="tool-button"
                type="button"
                lang=other.tag()
                aria-label=words.switch_language
                on:click=move |_| session.update(|session| session.language = other)
            >
                {words.other_language}
            </button>
        }
        .into_any()
    })
}

fn theme_button(shown: Shown) -> AnyView {
    let theme = RwSignal::new(Theme::default());
    let switch = move |_: ev::MouseEvent| {
        theme.update(|theme| *theme = theme.next());
        theme.get_untracked().apply();
    };
    live(move || {
        let label = theme.get().label(shown.with(|shown| shown.words));
        view! {
            <button class="tool-button" type="button" aria-label=label title=label on:click=switch>
                {icon("icon-theme")}
            </button>
        }
        .into_any()
    })
}

/// Shows a view in place, unless the press asks for a new tab.
fn show(event: &ev::MouseEvent, current: RwSignal<View>, view: View) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    event.prevent_default();
    current.set(view);
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
