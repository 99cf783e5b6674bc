//! The departments side by side.

use super::{attainment, attainment_bar, section};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::track::{BulletPanel, ContentPanel, DepartmentPanel};
use crate::view::Element;
use crate::view::part::{department, icon, style_name};

pub(super) fn view(session: &Session, content: &ContentPanel) -> Element {
    let words = session.language.words().track();
    let reading = classed("p", "track-note").with(content.reading.clone()).with(icon("#icon-warning"));
    section("track-departments", words.headings[1], String::new()).with(reading).with(
        classed("div", "track-departments")
            .all(content.departments.iter().map(|panel| column(session, panel))),
    )
}

fn column(session: &Session, panel: &DepartmentPanel) -> Element {
    let words = session.language.words().track();
    let owner = style_name(&panel.department);
    let nothing = panel.bullets.is_empty().then(|| classed("p", "track-note").with(words.no_figures));
    classed("section", "track-department")
        .at("data-owner", owner)
        .with(classed("h3", "track-department-name").with(department(&panel.department)))
        .with(nothing)
        .with(el("ul").all(panel.bullets.iter().map(|each| bullet(session, owner, each))))
}

fn bullet(session: &Session, owner: &'static str, panel: &BulletPanel) -> Element {
    let reached = &panel.attainment;
    classed("li", "track-bullet")
        .with(classed("span", "track-bullet-name").with(panel.name.clone()))
        .with(
            classed("span", "track-bullet-actual")
                .with(el("b").with(panel.actual.number.clone()))
                .with(panel.actual.unit.clone()),
        )
        .with(attainment_bar(Some(owner), reached.fill))
        .with(classed("span", "track-note").with(panel.plan.clone()))
        .with(attainment(session, &reached.text, reached.is_behind))
}
