//! What is worth measuring: how much volume it would save to know one parameter better.

use serde::Serialize;

use super::moved::State;
use super::{SEARCH_TRIALS, Simulation, VolumeAnswer, required_volume};
use crate::plan::{CoefficientOfVariation, Evidence, Plan, PlanDocument, UncertainRate};
use crate::tree::{Solution, TreeError};

/// What better knowledge of one parameter saves at a confidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measuring {
    /// The parameter.
    pub source: String,
    /// Entries that are not needed if it is known exactly to be at its mean; negative where more are.
    pub entries_saved_if_known: f64,
    /// The same if there is twice as much evidence for it.
    pub entries_saved_if_twice: f64,
    /// Spend that is not needed if it is known exactly.
    pub money_saved_if_known: f64,
}

/// How well a parameter is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Knowledge {
    Exact,
    TwiceTheEvidence,
}

/// What each uncertain parameter is worth measuring; empty where no volume gives the confidence.
///
/// The first [`SEARCH_TRIALS`] trials are run again with the parameter known exactly, and with twice its evidence (for a
/// volume or an amount: the variation divided by √2), with the same luck.
///
/// # Errors
/// As [`Tree::solve`](crate::tree::Tree::solve).
pub fn measuring(plan: &Plan, confidence: f64) -> Result<Vec<Measuring>, TreeError> {
    let solution = Solution::of(plan)?;
    let state = State::from(&solution);
    let simulation = Simulation::of_state(&state);
    let Some(planned) = needed(&solution, &simulation, confidence) else { return Ok(Vec::new()) };
    let measured = |source: String| {
        let [known, twice] = [Knowledge::Exact, Knowledge::TwiceTheEvidence].map(|knowledge| {
            let plan = state.plan.edit(|document| learn(document, &source, knowledge)).ok()?;
            let learned = state.with_plan(plan).ok()?;
            needed(&solution, &simulation.moved_to(&learned), confidence)
        });
        let ((entries, budget), (twice, _)) = (known?, twice?);
        Some(Measuring {
            source,
            entries_saved_if_known: planned.0 - entries,
            entries_saved_if_twice: planned.0 - twice,
            money_saved_if_known: planned.1 - budget,
        })
    };
    let sources = simulation.laws().uncertain(&state);
    Ok(sources.into_iter().filter_map(|(source, _)| measured(source)).collect())
}

/// Entries and spend of the volume that gives the confidence; `None` where none does.
fn needed(solution: &Solution, simulation: &Simulation, confidence: f64) -> Option<(f64, f64)> {
    let trials = simulation.first_trials(SEARCH_TRIALS);
    let Some(VolumeAnswer::Reached(volume)) = required_volume(simulation, &trials, confidence) else {
        return None;
    };
    let tree = solution.at_multiplier(volume.multiplier);
    Some((tree.period_entries, tree.period_budget))
}

/// Puts better knowledge of a parameter into a plan.
fn learn(document: &mut PlanDocument, source: &str, knowledge: Knowledge) {
    let customers = document.customers.iter_mut();
    let (mut churn, mut expansions) = (None, None);
    for customers in customers {
        churn = customers.monthly_churn.as_mut();
        expansions = Some(customers.expansions.iter_mut());
    }
    let churn = churn.map(|rate| ("churn".to_owned(), rate));
    let expansions = expansions.into_iter().flatten();
    let expansions = expansions.map(|each| (format!("expansion:{}", each.id), &mut each.yearly_rate));
    let steps = document
        .stages
        .iter_mut()
        .filter_map(|stage| Some((format!("rate:{}", stage.id), &mut stage.step.as_mut()?.rate)));
    for (name, rate) in steps.chain(churn).chain(expansions) {
        if name == source {
            rate.evidence = evidence(*rate, knowledge);
        }
    }
    for channel in &mut document.channels {
        let id = &channel.id;
        if format!("volume:{id}") == source {
            channel.uncertainty = variation(channel.uncertainty, knowledge);
        }
        let stages: Vec<_> = channel.rates.keys().cloned().collect();
        for stage in stages.into_iter().filter(|stage| format!("rate:{stage}@{id}") == source) {
            if let Some(rate) = channel.rates.get_mut(&stage) {
                rate.evidence = evidence(*rate, knowledge);
            }
        }
    }
    if source == "deal_value" {
        let value = &mut document.deal.value;
        value.uncertainty = variation(value.uncertainty, knowledge);
    }
}

fn evidence(rate: UncertainRate, knowledge: Knowledge) -> Option<Evidence> {
    match knowledge {
        Knowledge::Exact => None,
        Knowledge::TwiceTheEvidence => {
            let evidence = rate.evidence?;
            Evidence::new((2.0 * evidence.get()).min(Evidence::MAX)).ok()
        }
    }
}

fn variation(variation: CoefficientOfVariation, knowledge: Knowledge) -> CoefficientOfVariation {
    match knowledge {
        Knowledge::Exact => CoefficientOfVariation::ZERO,
        Knowledge::TwiceTheEvidence => {
            CoefficientOfVariation::new(variation.get() * std::f64::consts::FRAC_1_SQRT_2)
                .unwrap_or(variation)
        }
    }
}
