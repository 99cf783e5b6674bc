//! The frame of the page: top bar, strip, the view that is shown, footer.

use super::part::{button, field_input, icon};
use super::{Element, Intent, Later, Node, odds, plan, strip};
use crate::markup::{classed, el};
use crate::session::{Edit, Field, LaterPart, Press, Session, ShelfPress, Theme, View, WayBack};
use crate::text::Words;

/// The whole page, part by part; `later` are the sections that the later part of the program makes, once it is there.
pub fn page(session: &Session, later: Option<Later>) -> Vec<Element> {
    let words = session.language.words();
    let shell = words.shell();
    let compares = session.screen.compares;
    let is_here = session.screen.later == LaterPart::Here;
    let kept = |is_kept: bool| if is_kept { Node::Kept } else { "".into() };
    let (later, scenarios, menus, arrival) = if let Some(later) = later {
        let Later { view, scenarios, menus, arrival } = later;
        (Some(view), scenarios.into(), menus.map(Node::from), arrival.into())
    } else {
        let arrived = session.screen.library.arrival.is_some();
        (None, kept(compares && is_here), [(); 3].map(|()| kept(is_here)), kept(arrived && is_here))
    };
    let [plans, link, exports] = menus;
    let view = match session.screen.view {
        View::Plan => plan::view(session, later),
        View::Odds => odds::view(session, later),
        View::Track => super::later::frame(session, shell.track, later),
        View::Agree => super::later::frame(session, shell.agree, later),
    };
    let skip = classed("a", "skip-link").at("href", "#main").on(Intent::Press(Press::SkipToMain));
    let [can_undo, can_redo] = session.can_travel();
    let compare = button("tool-button")
        .at("id", "compare")
        .at("aria-expanded", if compares { "true" } else { "false" })
        .on(Intent::Press(Press::Compare(!compares)));
    let end = classed("div", "top-bar-end")
        .with(named(compare, "#icon-compare", shell.compare))
        .with(menu("#icon-link", shell.share, link))
        .with(menu("#icon-download", shell.export, exports))
        .with(travel_button(true, can_undo, "#icon-undo", words.notice().undo))
        .with(travel_button(false, can_redo, "#icon-redo", words.notice().redo))
        .with(language_button(session))
        .with(theme_button(session.screen.theme, words));
    let top_bar = classed("div", "top-bar")
        .with(classed("div", "top-bar-start").with(brand()).with(plan_name(session)).with(menu(
            "#icon-fold",
            shell.plans,
            plans,
        )))
        .with(
            classed("nav", "tabs")
                .at("aria-label", shell.views)
                .with(tab(session, View::Plan, "#icon-plan", shell.plan))
                .with(tab(session, View::Odds, "#icon-odds", shell.odds))
                .with(tab(session, View::Track, "#icon-track", shell.track))
                .with(tab(session, View::Agree, "#icon-agree", shell.agree)),
        )
        .with(end);
    vec![
        skip.with(shell.skip),
        classed("header", "masthead")
            .with(top_bar)
            .with(strip::view(&session.strip(), words))
            .with(arrival)
            .with(scenarios),
        classed("main", "page").at("id", "main").at("tabindex", "-1").with(view),
        classed("footer", "page-footer")
            .with(el("span").with("逆算 Gyakusan"))
            .with(el("span").with(shell.privacy))
            .with(
                button("link-button")
                    .flag("disabled", session.is_default())
                    .on(Intent::Press(Press::Edit(Edit::Reset)))
                    .with(words.notice().start_over),
            ),
        notice(session, words),
    ]
}

/// The plan's name, which looks like words until it is used.
fn plan_name(session: &Session) -> Option<Element> {
    let panel = session.field(Field::PlanName)?;
    let input = field_input(&panel, "plan-name-input", "plan-name")
        .at("placeholder", session.language.words().settings().no_plan_name)
        .at("maxlength", "120");
    Some(classed("label", "plan-name").with(input).with(icon("#icon-pencil")))
}

/// A menu of the top bar; what is in it comes with the later part.
fn menu(symbol: &'static str, name: &'static str, body: Node) -> Element {
    let opener = named(classed("summary", "tool-button"), symbol, name);
    classed("details", "popover").at("name", "popover").with(opener).with(body)
}

/// Takes back the last change, or does it again.
fn travel_button(back: bool, can: bool, symbol: &'static str, name: &'static str) -> Element {
    let travel = button("tool-button").flag("disabled", !can).on(Intent::Press(Press::Travel { back }));
    named(travel, symbol, name)
}

/// A tool with its name, which stands beside its drawing where there is room.
fn named(tool: Element, symbol: &'static str, name: &'static str) -> Element {
    let tool = tool.at("aria-label", name).at("title", name);
    tool.with(icon(symbol)).with(classed("span", "tool-word").with(name))
}

/// What was just done. The element stays, so that what comes into it is read out.
fn notice(session: &Session, words: Words) -> Element {
    let notice = session.screen.notice.as_ref().map(|notice| {
        let way_back = match notice.way_back {
            WayBack::Undo => Some(Press::Travel { back: true }),
            WayBack::PutBack => Some(Press::Shelf(ShelfPress::PutBack)),
            WayBack::None => None,
        };
        let undo = |press| button("link-button").on(Intent::Press(press)).with(words.notice().undo);
        classed("div", "toast-body").with(el("span").with(notice.text.clone())).with(way_back.map(undo))
    });
    classed("div", "toast").at("role", "status").with(notice)
}

fn brand() -> Element {
    let logo = classed("svg", "brand-logo")
        .at("viewBox", "0 0 24 24")
        .at("aria-hidden", "true")
        .with(classed("rect", "brand-tile").at("width", "24").at("height", "24").at("rx", "6"))
        .with(classed("path", "brand-branches").at("d", "M18 12H10.5M10.5 12 6 7.2M10.5 12 6 16.8"))
        .with(classed("circle", "brand-answer").at("cx", "18").at("cy", "12").at("r", "2.4"));
    classed("a", "brand")
        .at("href", "?view=plan")
        .on(Intent::Press(Press::Show(View::Plan)))
        .with(logo)
        .with(classed("b", "brand-name").with("逆算"))
        .with(classed("span", "brand-latin").with("Gyakusan"))
}

fn tab(session: &Session, view: View, symbol: &'static str, name: &'static str) -> Element {
    classed("a", "tab")
        .at("href", format!("?view={}", view.name()))
        .at_some("aria-current", (session.screen.view == view).then_some("page"))
        .on(Intent::Press(Press::Show(view)))
        .with(icon(symbol))
        .with(el("span").with(name))
}

fn language_button(session: &Session) -> Element {
    let other = session.language.other();
    let words = session.language.words().shell();
    button("tool-button")
        .at("lang", other.tag())
        .at("aria-label", words.switch_language)
        .on(Intent::Press(Press::Language(other)))
        .with(words.other_language)
}

fn theme_button(theme: Theme, words: Words) -> Element {
    let label = match theme {
        Theme::System => words.shell().theme_system,
        Theme::Light => words.shell().theme_light,
        Theme::Dark => words.shell().theme_dark,
    };
    button("tool-button")
        .at("aria-label", label)
        .at("title", label)
        .on(Intent::Press(Press::NextTheme))
        .with(icon("#icon-theme"))
}
