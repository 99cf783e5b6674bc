//! What moves the result: shares of the goal's variance.
//!
//! Given its parameters a trial's mean goal is known in closed form. What trials add to that is luck; how the mean moves with
//! each parameter's own uncertainty, and with the market, is integrated over one standard normal number each. No figure is
//! a difference of two noisy runs.

use serde::Serialize;

use super::Simulation;
use super::mean_goal::MeanGoal;
use super::moved::State;
use super::parameters::{Drawn, Laws, Parameters};
use crate::math;
use crate::plan::Plan;
use crate::tree::{Solution, TreeError};

/// Trials that the share of luck rests on.
const LUCK_TRIALS: u32 = 20_000;

/// Draws of all parameters that the variance of the mean goal rests on.
const PARAMETER_TRIALS: u64 = 100_000;

/// The distance between the points of an integral over a standard normal number, and how far they go.
const STEP: f64 = 0.25;
const REACH: f64 = 7.0;

/// A source's share of the variance of the goal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VarianceShare {
    /// `luck`, `market`, `interaction`, or the name of a parameter.
    pub source: String,
    /// Its share; all of them add up to 1.
    pub share: f64,
}

/// The shares of luck, the market, each uncertain parameter and their interaction, in this order; empty where the goal
/// does not vary.
///
/// `luck` is E[Var(goal | parameters)] ÷ Var(goal), from the first 20,000 trials; its standard error is below 0.01. The market
/// and each parameter's own uncertainty have Var(E[goal | source]) ÷ Var(goal), integrated. `interaction` is what remains: what
/// sources do together that none does alone.
///
/// # Errors
/// As [`Tree::solve`](crate::tree::Tree::solve).
pub fn variance_shares(plan: &Plan) -> Result<Vec<VarianceShare>, TreeError> {
    let state = State::from(&Solution::of(plan)?);
    let simulation = Simulation::of_state(&state);
    let goal = MeanGoal::of(&state);
    let luck = Luck::of(&simulation, &goal);
    if luck.variance == 0.0 {
        return Ok(Vec::new());
    }
    let laws = simulation.laws();
    let mut shares = vec![VarianceShare { source: "luck".to_owned(), share: luck.share }];
    let integral = Integral::new(laws, &goal);
    for (source, variance) in integral.variances(&state) {
        shares.push(VarianceShare { source, share: variance / luck.variance });
    }
    let known: f64 = shares.iter().map(|share| share.share).sum();
    shares.push(VarianceShare { source: "interaction".to_owned(), share: 1.0 - known });
    Ok(shares)
}

/// How much of the goal's variance is luck.
struct Luck {
    /// The variance of the goal over the trials.
    variance: f64,
    share: f64,
}

impl Luck {
    fn of(simulation: &Simulation, mean_goal: &MeanGoal) -> Self {
        let mut drawn = Drawn::default();
        let mut mean_of = |trial: u64| {
            let parameters = simulation.laws().draw(trial, &mut drawn);
            mean_goal.at(parameters, &powers(1.0 - parameters.churn, mean_goal.month_count()))
        };
        let trials = LUCK_TRIALS.min(simulation.trial_count());
        let mut luck = 0.0;
        simulation.for_each_goal(simulation.multiplier(), trials, |trial, goal| {
            let chance = goal - mean_of(trial);
            luck += chance * chance;
        });
        luck /= f64::from(trials);
        // Parameters alone are quickly drawn, and more of them make the whole variance more certain.
        let means: Vec<_> = (0..PARAMETER_TRIALS).map(mean_of).collect();
        let weight = 1.0 / means.len() as f64;
        let variance = luck + variance(&means.iter().map(|mean| (*mean, weight)).collect::<Vec<_>>());
        Self { variance, share: luck / variance }
    }
}

/// The mean goal as a function of the market and of one parameter's own number.
struct Integral<'a> {
    laws: &'a Laws,
    goal: &'a MeanGoal,
    /// Points of a standard normal number and their weights.
    points: Vec<(f64, f64)>,
    /// The market's points: one without a market.
    markets: Vec<(f64, f64)>,
    /// The mean of every parameter at each of the market's points, and of the survival of 0, 1, … months.
    means: Vec<(Parameters, Vec<f64>)>,
}

impl<'a> Integral<'a> {
    fn new(laws: &'a Laws, goal: &'a MeanGoal) -> Self {
        let points = normal_points();
        let markets = if laws.has_market() { points.clone() } else { vec![(0.0, 1.0)] };
        let months = goal.month_count();
        let means = markets.iter().map(|(market, _)| {
            let mean = |of: &dyn Fn(&Parameters) -> f64, all: &[(Parameters, f64)]| {
                all.iter().map(|(parameters, weight)| weight * of(parameters)).sum::<f64>()
            };
            let all: Vec<_> =
                points.iter().map(|(own, weight)| (laws.all_at(*market, *own), *weight)).collect();
            let list = |of: &dyn Fn(&Parameters) -> &Vec<f64>| -> Vec<f64> {
                (0..of(&all[0].0).len())
                    .map(|place| mean(&|parameters| of(parameters)[place], &all))
                    .collect()
            };
            let parameters = Parameters {
                rates: list(&|parameters| &parameters.rates),
                volumes: list(&|parameters| &parameters.volumes),
                expansions: list(&|parameters| &parameters.expansions),
                value: mean(&|parameters| parameters.value, &all),
                churn: 0.0,
            };
            let mut survival = vec![0.0; months + 1];
            for (parameters, weight) in &all {
                for (sum, power) in survival.iter_mut().zip(powers(1.0 - parameters.churn, months)) {
                    *sum += weight * power;
                }
            }
            (parameters, survival)
        });
        let means = means.collect();
        Self { laws, goal, points, markets, means }
    }

    /// Var(E[goal | source]) of the market and of each uncertain parameter.
    fn variances(&self, state: &State) -> Vec<(String, f64)> {
        let mut variances = Vec::new();
        if self.laws.has_market() {
            let at = |((parameters, survival), weight): (&(Parameters, Vec<f64>), f64)| {
                (self.goal.at(parameters, survival), weight)
            };
            let weights = self.markets.iter().map(|(_, weight)| *weight);
            let goals: Vec<_> = self.means.iter().zip(weights).map(at).collect();
            variances.push(("market".to_owned(), variance(&goals)));
        }
        for (source, place) in self.laws.uncertain(state) {
            let goals: Vec<_> =
                self.points.iter().map(|(own, weight)| (self.mean_at(place, *own), *weight)).collect();
            variances.push((source, variance(&goals)));
        }
        variances
    }

    /// The mean goal with one parameter's own number given.
    fn mean_at(&self, place: Place, own: f64) -> f64 {
        let points = self.markets.iter().zip(&self.means);
        let goals = points.map(|((market, weight), (means, survival))| {
            let mut parameters = means.clone();
            let value = self.laws.at(place, *market, own);
            let survival = match place {
                Place::Churn => &powers(1.0 - value, self.goal.month_count()),
                Place::Rate(place) => {
                    parameters.rates[place] = value;
                    survival
                }
                Place::Volume(place) => {
                    parameters.volumes[place] = value;
                    survival
                }
                Place::Value => {
                    parameters.value = value;
                    survival
                }
                Place::Expansion(place) => {
                    parameters.expansions[place] = value;
                    survival
                }
            };
            weight * self.goal.at(&parameters, survival)
        });
        goals.sum()
    }
}

/// Which of the parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A rate of the flow.
    Rate(usize),
    /// A channel's volume.
    Volume(usize),
    /// The deal value.
    Value,
    /// The churn.
    Churn,
    /// An expansion.
    Expansion(usize),
}

/// Powers of a number from 0 to `count`.
fn powers(of: f64, count: usize) -> Vec<f64> {
    std::iter::successors(Some(1.0), |power| Some(power * of)).take(count + 1).collect()
}

/// Points of a standard normal number with their weights, which add up to 1 (the trapezoidal rule, whose error falls faster
/// than any power of the step).
fn normal_points() -> Vec<(f64, f64)> {
    let count = (REACH / STEP) as i32;
    let density = |place: i32| {
        let z = f64::from(place) * STEP;
        (z, math::exp(-0.5 * z * z))
    };
    let points: Vec<_> = (-count..=count).map(density).collect();
    let total: f64 = points.iter().map(|(_, weight)| weight).sum();
    points.into_iter().map(|(z, weight)| (z, weight / total)).collect()
}

/// The variance of weighted numbers.
fn variance(numbers: &[(f64, f64)]) -> f64 {
    let mean: f64 = numbers.iter().map(|(number, weight)| number * weight).sum();
    numbers.iter().map(|(number, weight)| weight * (number - mean) * (number - mean)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of customers with a churn of 3 % known from 50, 1.306 times as many are left after 36 months as at 3 % exactly.
    #[test]
    fn uncertain_churn_leaves_more_customers() {
        let plan = Plan::from_json(
            r#"{
                "version": 1, "period": { "start": "2026-04", "months": 36 }, "goal": { "target": 1 },
                "stages": [{ "id": "lead" }, { "id": "won", "rate": { "mean": 0.5 } }],
                "deal": { "kind": "recurring", "monthly_fee": { "mean": 1 } },
                "customers": { "opening": 1, "monthly_churn": { "mean": 0.03, "evidence": 50 } }
            }"#,
        );
        let state = State::from(&Solution::of(&plan.expect("a plan")).expect("a solution"));
        let (simulation, goal) = (Simulation::of_state(&state), MeanGoal::of(&state));
        let integral = Integral::new(simulation.laws(), &goal);
        let exact: f64 = (0..36).map(|i| (0.97 * 50.0 + f64::from(i)) / (50.0 + f64::from(i))).product();
        let survival = integral.means[0].1[36];
        assert!((survival / exact - 1.0).abs() < 1e-6, "{survival}, {exact}");
        assert!((survival / powers(0.97, 36)[36] - 1.306).abs() < 0.001);
    }
}
