//! The goal as a function of the parameters: what a plan comes to in the mean once a trial's parameters are drawn.

use super::Parameters;
use super::moved::State;
use crate::flow::Billing;
use crate::plan::{DealKind, Measure};

/// The mean of a solved plan's goal given the parameters.
///
/// It is linear in every rate on a way, every volume, the deal value and every expansion, and in the shares of customers
/// that survive 0, 1, 2, … months; so where parameters are independent its mean is its value at their means and at the mean
/// survival.
#[derive(Debug, Clone)]
pub(crate) struct MeanGoal {
    ways: Vec<Way>,
    billing: Billing,
    month_count: usize,
}

/// One way of winning: a channel's, or that of those who stand in a stage at the start.
#[derive(Debug, Clone)]
struct Way {
    /// The channel whose volume factor applies; `None` for the opening pipeline.
    channel: Option<usize>,
    steps: Vec<usize>,
    /// Expected wins by month at the solved volume, if all pass.
    won: Vec<f64>,
}

impl MeanGoal {
    pub(crate) fn of(state: &State) -> Self {
        let State { plan, flow, multiplier } = state;
        let channels = flow.inflows.iter().map(|inflow| {
            let scale = if inflow.fixed { 1.0 } else { *multiplier };
            let won = inflow.arrivals_if_all_pass(inflow.steps.len());
            let won = won.iter().map(|wins| scale * wins).collect();
            Way { channel: Some(inflow.channel), steps: inflow.steps.clone(), won }
        });
        let openings = flow.openings.iter().map(|opening| Way {
            channel: None,
            steps: opening.steps.clone(),
            won: opening.arrivals_if_all_pass(opening.steps.len()),
        });
        Self {
            ways: channels.chain(openings).collect(),
            billing: Billing::of_means(plan),
            month_count: plan.months(),
        }
    }

    pub(crate) fn month_count(&self) -> usize {
        self.month_count
    }

    /// The mean goal; `survival` holds the share of customers who are still there after 0, 1, … months.
    pub(crate) fn at(&self, parameters: &Parameters, survival: &[f64]) -> f64 {
        let wins = self.wins(parameters);
        let months = 0..self.month_count;
        let goal = |month: usize| self.fees(parameters, survival, &wins, month);
        match self.billing.measure {
            Measure::ExitArr => 12.0 * goal(self.month_count - 1),
            Measure::PeriodRevenue => {
                months.map(|month| goal(month) + self.once(parameters, survival, &wins, month)).sum()
            }
        }
    }

    fn wins(&self, parameters: &Parameters) -> Vec<f64> {
        let mut wins = vec![0.0; self.month_count];
        for way in &self.ways {
            let volume = way.channel.map_or(1.0, |channel| parameters.volumes[channel]);
            let share = way.steps.iter().fold(volume, |share, &step| share * parameters.rates[step]);
            for (wins, won) in wins.iter_mut().zip(&way.won) {
                *wins += share * won;
            }
        }
        wins
    }

    /// Fees billed in a month: of those who were won and are there, of the opening customers, and of what each expansion
    /// before has left.
    fn fees(&self, parameters: &Parameters, survival: &[f64], wins: &[f64], month: usize) -> f64 {
        let opening = self.billing.opening_customers * survival[month + 1];
        let joined = |weight: &dyn Fn(usize) -> f64| -> f64 {
            if self.billing.deal_kind == DealKind::OneOff {
                return 0.0;
            }
            (0..=month).map(|won| wins[won] * survival[month - won] * weight(won)).sum()
        };
        let mut fees = opening * self.billing.opening_fee + joined(&|_| parameters.value);
        for (terms, rate) in self.billing.expansions.iter().zip(&parameters.expansions) {
            if terms.kind == DealKind::Recurring {
                let chances = opening * (month + 1) as f64 + joined(&|won| (month - won + 1) as f64);
                fees += chances * rate * terms.value;
            }
        }
        fees
    }

    /// What is paid once in a month.
    fn once(&self, parameters: &Parameters, survival: &[f64], wins: &[f64], month: usize) -> f64 {
        let one_off = self.billing.deal_kind == DealKind::OneOff;
        let mut once = if one_off { wins[month] * parameters.value } else { 0.0 };
        let opening = self.billing.opening_customers * survival[month + 1];
        let joined = |won: usize| if one_off { 0.0 } else { wins[won] * survival[month - won] };
        for (terms, rate) in self.billing.expansions.iter().zip(&parameters.expansions) {
            if terms.kind == DealKind::OneOff {
                let active = opening + (0..=month).map(joined).sum::<f64>();
                once += active * rate * terms.value;
            }
        }
        once
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::tree::{Solution, Tree};

    const RECURRING: &str = r#"{
        "version": 1, "period": { "start": "2026-04", "months": 18 }, "goal": { "target": 9000000, "measure": "exit_arr" },
        "stages": [{ "id": "lead" }, { "id": "won", "rate": { "mean": 0.2 }, "delay_months": 2 }],
        "deal": { "kind": "recurring", "monthly_fee": { "mean": 40000 } },
        "channels": [{ "id": "ads", "volume": { "monthly_entries": 9 } }],
        "customers": {
            "opening": 12, "monthly_fee": 30000, "monthly_churn": { "mean": 0.03 },
            "expansions": [{ "id": "more", "yearly_rate": { "mean": 0.4 }, "value": 9000, "kind": "recurring" }]
        }
    }"#;

    /// Month after month and by closed sums the same goal comes out, every parameter at its mean.
    #[test]
    fn at_the_means_it_is_the_trees_goal() {
        for text in [
            include_str!("../../plans/everything.json"),
            include_str!("../../plans/bench-full.json"),
            include_str!("../../plans/default.json"),
            RECURRING,
        ] {
            let plan = Plan::from_json(text).expect("a plan");
            let solution = Solution::of(&plan).expect("a solution");
            let (state, tree) = (State::from(&solution), Tree::of_solution(&solution));
            let billing = Billing::of_means(&state.plan);
            let parameters = Parameters {
                rates: state.flow.mean_rates(),
                volumes: vec![1.0; state.plan.channels.len()],
                value: billing.deal_value,
                churn: billing.monthly_churn,
                expansions: billing.expansions.iter().map(|terms| terms.monthly_rate).collect(),
            };
            let stay = 1.0 - billing.monthly_churn;
            let survival = std::iter::successors(Some(1.0), |survival| Some(survival * stay));
            let survival: Vec<_> = survival.take(plan.months() + 1).collect();
            let found = MeanGoal::of(&state).at(&parameters, &survival);
            assert!((found / tree.expected_goal - 1.0).abs() < 1e-12, "{found} for {}", tree.expected_goal);
        }
    }
}
