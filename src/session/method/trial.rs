//! One trial of the reader's own plan: the laws of what it draws, what the first trial drew, and what came of it; then the
//! share of all trials that reach the target.

use gyakusan_engine::plan::{Evidence, SimulationSettings, UncertainRate};
use gyakusan_engine::sim::{Draws, Simulation};
use gyakusan_engine::tree::reaches;

use crate::session::{DealField, Field, Run, Session, StepField};
use crate::text::number::{exact_count, fine_count, rate, rounded_count};
use crate::text::{filled, stage_names};

/// Something that differs from trial to trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnRow {
    /// What it is called.
    pub name: String,
    /// The law that it is drawn from, with its figures; empty for what follows from others.
    pub law: String,
    /// Its mean.
    pub mean: String,
    /// What the first trial drew.
    pub drawn: String,
}

/// The first trial, and all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrialPanel {
    /// What every trial draws first: what is not known exactly. Empty where everything is.
    pub parameters: Vec<DrawnRow>,
    /// What luck then gives: arrivals by stage, and the amount.
    pub luck: Vec<DrawnRow>,
    /// Which trial of which seed, and whether it reaches the target.
    pub sentence: String,
    /// The share of all trials that reach the target, with its standard error.
    pub share: String,
}

/// A source of the engine's with what the plan says of it.
enum Law {
    Beta { mean: f64, evidence: f64 },
    LogNormal { mean: f64, variation: f64, is_money: bool },
}

impl Session {
    /// The first trial of the plan, with the very draws of its seed; `None` where the plan has no simulation.
    pub fn first_trial(&self) -> Option<TrialPanel> {
        // A trial's draws do not depend on how many there are.
        let few =
            self.plan.edit(|document| document.simulation.trials = SimulationSettings::MIN_TRIALS).ok()?;
        let draws = Draws::new(&few).ok()?;
        let drawn = draws.chunk(0);
        let simulation = Simulation::new(&few).ok()?.without_thresholds();
        let chunk = simulation.chunk(0);
        let goal = *chunk.goals.first()?;
        let words = self.language.words().method();
        let sources = draws.sources().iter().zip(&drawn.parameters);
        let seed = exact_count(self.plan.simulation.seed as f64);
        let outcome = &words.outcome[usize::from(reaches(goal, simulation.target()))];
        Some(TrialPanel {
            parameters: sources.map(|(source, value)| self.parameter(source, *value)).collect(),
            luck: self.luck(&chunk.stages, goal),
            sentence: filled(outcome, &[&seed, &self.money(goal).to_string(), &self.target()]),
            share: self.share_that_reaches(),
        })
    }

    fn parameter(&self, source: &str, value: f64) -> DrawnRow {
        let words = self.language.words().method();
        let name = self.quantity_name(source);
        let of_rate = |value: f64| [fine_count(100.0 * value).as_str(), "%"].concat();
        match self.law(source) {
            Some(Law::Beta { mean, evidence }) => {
                let [alpha, beta] = [mean * evidence, (1.0 - mean) * evidence].map(fine_count);
                DrawnRow {
                    name,
                    law: filled(words.beta, &[&alpha, &beta, &fine_count(evidence)]),
                    mean: of_rate(mean),
                    drawn: of_rate(value),
                }
            }
            Some(Law::LogNormal { mean, variation, is_money }) => {
                let written = |value: f64| {
                    if is_money { self.money(value).to_string() } else { ["×", &fine_count(value)].concat() }
                };
                DrawnRow {
                    name,
                    law: filled(words.log_normal, &[&rate(variation).to_string()]),
                    mean: written(mean),
                    drawn: written(value),
                }
            }
            None => DrawnRow { name, law: String::new(), mean: String::new(), drawn: of_rate(value) },
        }
    }

    /// The law of a parameter in the solved plan.
    fn law(&self, source: &str) -> Option<Law> {
        let plan = &self.plan;
        let (kind, id) = source.split_once(':').unwrap_or((source, ""));
        let (id, channel) = id.split_once('@').unwrap_or((id, ""));
        let beta = |mean: f64, rate: UncertainRate| {
            Some(Law::Beta { mean, evidence: rate.evidence.map(Evidence::get)? })
        };
        let as_it_stands = |rate: UncertainRate| beta(rate.mean.get(), rate);
        let channel = plan.channels.iter().find(|each| each.id.as_str() == channel);
        let customers = plan.customers.as_ref();
        match kind {
            "rate" => {
                let place = plan.stages.iter().position(|stage| stage.id.as_str() == id)?;
                match channel {
                    Some(channel) => as_it_stands(*channel.rates.get(&plan.stages[place].id)?),
                    None => {
                        // As the tree has it, where it is what is solved for.
                        beta(
                            self.value_of(Field::Step(place, StepField::Rate)),
                            plan.stages[place].step?.rate,
                        )
                    }
                }
            }
            "volume" => {
                let channel = plan.channels.iter().find(|each| each.id.as_str() == id)?;
                let variation = channel.uncertainty.get();
                Some(Law::LogNormal { mean: 1.0, variation, is_money: false })
            }
            "deal_value" => {
                let variation = plan.deal.value.uncertainty.get();
                let mean = self.value_of(Field::Deal(DealField::Value));
                Some(Law::LogNormal { mean, variation, is_money: true })
            }
            "churn" => {
                let churn = customers?.monthly_churn?;
                let solved = plan.solve_for == gyakusan_engine::plan::SolveFor::Churn;
                beta(if solved { self.tree.solved_value } else { churn.mean.get() }, churn)
            }
            "expansion" => {
                let all = &customers?.expansions;
                as_it_stands(all.iter().find(|each| each.id.as_str() == id)?.yearly_rate)
            }
            _ => None,
        }
    }

    fn luck(&self, stages: &[Vec<f64>], goal: f64) -> Vec<DrawnRow> {
        let words = self.language.words().method();
        let mut rows = Vec::new();
        for (place, stage) in self.plan.stages.iter().enumerate() {
            let drawn = stages.get(place).and_then(|all| all.first()).copied().unwrap_or(f64::NAN);
            rows.push(DrawnRow {
                name: stage_names(stage, self.language).count,
                law: words.laws[usize::from(place > 0)].to_owned(),
                mean: self.counted(&fine_count(self.tree.stages[place].expected)),
                drawn: self.counted(&rounded_count(drawn)),
            });
        }
        rows.push(DrawnRow {
            name: self.language.words().tree().revenue.to_owned(),
            law: words.laws[2].to_owned(),
            mean: self.money(self.tree.expected_goal).to_string(),
            drawn: self.money(goal).to_string(),
        });
        rows
    }

    fn share_that_reaches(&self) -> String {
        let words = self.language.words().method();
        let Some(summary) = self.summary.as_ref().filter(|_| self.run == Run::Done) else {
            return words.share_pending.to_owned();
        };
        let odds = &summary.odds;
        let all = odds.trials as f64;
        let reached = rounded_count(odds.probability * all);
        if odds.standard_error == 0.0 {
            return filled(words.share_extreme, &[&rounded_count(all), &reached, &fine_count(300.0 / all)]);
        }
        let error = fine_count(100.0 * odds.standard_error);
        let share = [fine_count(100.0 * odds.probability).as_str(), "%"].concat();
        filled(words.share, &[&rounded_count(all), &reached, &share, &error])
    }
}
