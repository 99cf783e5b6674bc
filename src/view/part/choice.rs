//! A choice: a list, or a box to tick.

use crate::markup::{classed, el};
use crate::session::panel::ChoicePanel;
use crate::view::{Element, Intent};

/// The list of a choice.
pub(in crate::view) fn choice_list(panel: &ChoicePanel) -> Element {
    let options = panel.options.iter().map(|(value, name)| {
        let is_chosen = *value == panel.value;
        el("option").at("value", value.clone()).flag("selected", is_chosen).with(name.to_string())
    });
    classed("select", "choice-list")
        .at("value", panel.value.clone())
        .at("aria-label", panel.label.clone())
        .all(options)
        .on(Intent::Choose(panel.choice))
}

/// The box to tick of a choice, with its words beside it.
pub(in crate::view) fn choice_box(panel: &ChoicePanel) -> Element {
    let tick = classed("input", "choice-tick")
        .at("type", "checkbox")
        .at("value", panel.value.clone())
        .on(Intent::Choose(panel.choice));
    classed("label", "choice-box").with(tick).with(el("span").with(panel.label.clone()))
}
