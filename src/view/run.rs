//! The run box: how far the simulation is, its seed, stop and go on.

use super::part::{button, field_error, field_input, icon, sentence};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::RunPanel;
use crate::session::{Press, Run};
use crate::text::{RunWords, Words};

/// The run box.
pub(super) fn view(panel: &RunPanel, words: Words) -> Element {
    let words = words.run();
    let is_running = panel.run == Run::Running;
    classed("div", "run")
        .at("role", "status")
        .at("aria-live", if is_running { "off" } else { "polite" })
        .with(
            classed("div", "run-line")
                .with(
                    classed("span", "run-state")
                        .with((panel.run == Run::Done).then(|| icon("#icon-check")))
                        .all(sentence(&panel.state)),
                )
                .with(switch(panel.run, words)),
        )
        .with(is_running.then(|| progress(panel, words)))
        .with(classed("p", "run-note").with(panel.error.clone()).with(
            el("label").with(words.seed).with(" ").with(field_input(
                &panel.seed,
                "cell-input run-seed",
                "seed",
            )),
        ))
        .with(field_error(&panel.seed, "seed"))
        .with(panel.note.map(|note| classed("p", "run-note").with(note)))
}

/// Stops a run, or goes on with a stopped one.
fn switch(run: Run, words: &'static RunWords) -> Option<Element> {
    let (class, name, stops) = match run {
        Run::Done => return None,
        Run::Running => ("button button-small", words.stop, true),
        Run::Stopped => ("link-button", words.resume, false),
    };
    Some(button(class).on(Intent::Press(Press::Stop(stops))).with(name))
}

fn progress(panel: &RunPanel, words: &'static RunWords) -> Element {
    let [done, all] = panel.progress.map(|trials| trials.to_string());
    classed("progress", "progress").at("max", all).at("value", done).at("aria-label", words.progress)
}
