//! One trial: its parameters, then its luck.

use super::Quantity;
use super::luck::{self, DealSum};
use super::parameters::{Drawn, Laws, Parameters};
use super::pool::Pool;
use super::source::{MonthSplit, Source, Standing};
use super::threshold::Threshold;
use crate::flow::{Billing, ExpansionTerms, Flow, MonthBilled};
use crate::plan::{DealKind, Plan};
use crate::tree;

/// Everything that a trial needs of its plan.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) target: f64,
    pub(super) multiplier: f64,
    /// What is added to every trial's goal: revenue from before the first month.
    pub(super) so_far: f64,
    stage_count: usize,
    pub(super) laws: Laws,
    sources: Vec<Source>,
    standing: Vec<Standing>,
    /// Deals and customers at mean parameters; a trial puts its own in.
    billing: Billing,
    deals: DealSum,
    opening_fees: DealSum,
    revenue_scaled: Quantity,
    revenue_fixed: Quantity,
    revenue_months: Quantity,
    threshold: Quantity,
    scaled_months: MonthSplit,
    fixed_months: MonthSplit,
    months: Vec<MonthLuck>,
}

/// The streams of one month's customers.
#[derive(Debug, Clone)]
struct MonthLuck {
    opening: Quantity,
    new: Quantity,
    fees: Quantity,
}

/// What one trial is asked for beyond its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Arrivals by stage.
    pub(super) stages: bool,
    /// Revenue by month.
    pub(super) months: bool,
    /// The smallest multiplier that reaches the target.
    pub(super) threshold: bool,
}

impl Wanted {
    /// Nothing but the goal.
    pub(super) const GOAL: Self = Self { stages: false, months: false, threshold: false };
}

/// What one trial of one model comes to; kept from trial to trial, so that its lists are made once.
#[derive(Debug, Clone, Default)]
pub(super) struct Outcome {
    pub(super) goal: f64,
    /// The smallest multiplier at which the trial reaches the target; NaN where it is not known trial by trial.
    pub(super) multiplier: f64,
    pub(super) stages: Vec<f64>,
    pub(super) months: Vec<f64>,
    pub(super) drawn: Drawn,
    /// Expected prospects by furthest stage, of one source after the other.
    furthest: Vec<f64>,
    expected: ByMonth,
    won: ByMonth,
}

/// Wins by month; empty where no month is asked for.
#[derive(Debug, Clone, Default)]
struct ByMonth {
    /// Of the channels that the multiplier scales.
    scaled: Vec<f64>,
    /// Of fixed channels and those who stand in the funnel at the start; with recurring deals, of all.
    fixed: Vec<f64>,
}

impl ByMonth {
    fn clear(&mut self, month_count: usize) {
        for months in [&mut self.scaled, &mut self.fixed] {
            months.clear();
            months.resize(month_count, 0.0);
        }
    }
}

/// The wins of one trial.
#[derive(Debug, Clone, Copy, Default)]
struct Wins {
    scaled: f64,
    fixed: f64,
    /// Expected ones of what is scaled, at multiplier 1.
    scaled_rate: f64,
}

impl Model {
    pub(super) fn new(plan: &Plan, flow: &Flow, multiplier: f64) -> Self {
        Self::with_laws(plan, flow, multiplier, Laws::new(plan, flow, None))
    }

    /// The model of another state of the plan, which takes over what need not be prepared again.
    pub(super) fn like(&self, plan: &Plan, flow: &Flow, multiplier: f64) -> Self {
        Self::with_laws(plan, flow, multiplier, Laws::new(plan, flow, Some(&self.laws)))
    }

    fn with_laws(plan: &Plan, flow: &Flow, multiplier: f64, laws: Laws) -> Self {
        let seed = plan.simulation.seed;
        let quantity = |name: &str| Quantity::new(seed, name);
        let month = |month: usize| MonthLuck {
            opening: quantity(&format!("luck:customers:opening:{month}")),
            new: quantity(&format!("luck:customers:new:{month}")),
            fees: quantity(&format!("luck:fees:{month}")),
        };
        let fee_spread = plan.customers.as_ref().map_or(0.0, |customers| customers.fee_spread.get());
        Self {
            target: plan.goal.target.get(),
            multiplier,
            so_far: 0.0,
            stage_count: flow.stage_count,
            laws,
            sources: Source::all(plan, flow),
            standing: flow.openings.iter().map(|opening| Standing::new(plan, opening)).collect(),
            billing: Billing::of_means(plan),
            deals: DealSum::new(plan.deal.value.spread.get()),
            opening_fees: DealSum::new(fee_spread),
            revenue_scaled: quantity("luck:revenue"),
            revenue_fixed: quantity("luck:revenue:fixed"),
            revenue_months: quantity("luck:revenue:months"),
            threshold: quantity("luck:threshold"),
            scaled_months: MonthSplit::new(quantity("luck:months")),
            fixed_months: MonthSplit::new(quantity("luck:months:fixed")),
            months: (0..plan.months()).map(month).collect(),
        }
    }

    /// Whether deals are paid every month, so that a trial's goal depends on the months of its wins.
    fn is_recurring(&self) -> bool {
        self.billing.deal_kind == DealKind::Recurring
    }

    /// Runs one trial at a multiplier of the volumes as entered.
    pub(super) fn run(&self, trial: u64, multiplier: f64, wanted: Wanted, outcome: &mut Outcome) {
        self.laws.draw(trial, &mut outcome.drawn);
        let with_months = wanted.months || self.is_recurring();
        let wins = self.draw_wins(trial, multiplier, wanted, with_months, outcome);
        outcome.months.clear();
        if self.is_recurring() {
            outcome.goal = self.bill_recurring(trial, outcome) + self.so_far;
            outcome.multiplier = f64::NAN;
        } else {
            self.bill_one_off(trial, multiplier, wins, wanted, outcome);
        }
    }

    /// Draws who gets how far, adds up arrivals by stage, and spreads wins over the months where asked.
    fn draw_wins(
        &self,
        trial: u64,
        multiplier: f64,
        wanted: Wanted,
        with_months: bool,
        outcome: &mut Outcome,
    ) -> Wins {
        let Outcome { drawn, furthest, expected, won, stages, .. } = outcome;
        let parameters = &drawn.parameters;
        stages.clear();
        stages.resize(self.stage_count, 0.0);
        expected.clear(if with_months { self.months.len() } else { 0 });
        won.clear(if with_months { self.months.len() } else { 0 });
        let mut wins = Wins::default();
        for source in &self.sources {
            let months = if source.fixed { &mut expected.fixed } else { &mut expected.scaled };
            source.expect(trial, parameters, furthest, months);
            let scale = if source.fixed { 1.0 } else { multiplier };
            let sum = source.draw_furthest(trial, furthest, scale, wanted.stages, stages);
            if source.fixed {
                wins.fixed += sum;
            } else {
                wins.scaled += sum;
                wins.scaled_rate += furthest.last().copied().unwrap_or(0.0);
            }
        }
        if with_months {
            self.spread_wins(trial, multiplier, wins, expected, won);
        }
        for standing in &self.standing {
            let sum = standing.draw_furthest(trial, parameters, stages);
            wins.fixed += sum;
            if with_months {
                standing.split(trial, sum, &mut won.fixed);
            }
        }
        wins
    }

    /// Spreads the channels' wins over the months they are expected in.
    fn spread_wins(
        &self,
        trial: u64,
        multiplier: f64,
        wins: Wins,
        expected: &mut ByMonth,
        won: &mut ByMonth,
    ) {
        if self.is_recurring() {
            for (month, scaled) in expected.fixed.iter_mut().zip(&expected.scaled) {
                *month += multiplier * scaled;
            }
            self.fixed_months.split(trial, wins.scaled + wins.fixed, &expected.fixed, &mut won.fixed);
        } else {
            self.scaled_months.split(trial, wins.scaled, &expected.scaled, &mut won.scaled);
            self.fixed_months.split(trial, wins.fixed, &expected.fixed, &mut won.fixed);
        }
    }

    /// One-off deals: the period's sums first, which the months then share out where they are wanted.
    fn bill_one_off(&self, trial: u64, multiplier: f64, wins: Wins, wanted: Wanted, outcome: &mut Outcome) {
        let value = outcome.drawn.parameters.value;
        let fixed = self.deals.draw(&mut self.revenue_fixed.stream(trial), wins.fixed);
        let scaled = self.deals.draw(&mut self.revenue_scaled.stream(trial), wins.scaled);
        let customers = self.has_customers().then(|| self.bill_customers(trial, outcome));
        let from_customers = customers.as_ref().map_or(0.0, |months| self.billing.goal(months));
        outcome.goal = (fixed + scaled) * value + from_customers + self.so_far;
        outcome.multiplier = if wanted.threshold {
            let floor = tree::floor_of(self.target) - fixed * value - from_customers;
            let floor = floor - self.so_far;
            let rate = wins.scaled_rate;
            let threshold = Threshold { deals: self.deals, value, floor, rate, multiplier };
            threshold.multiplier(&mut self.threshold.stream(trial), wins.scaled, scaled)
        } else {
            f64::NAN
        };
        if wanted.months {
            self.share_out(trial, wins, [scaled * value, fixed * value], outcome);
            for (month, billed) in outcome.months.iter_mut().zip(customers.iter().flatten()) {
                *month += billed.revenue();
            }
        }
    }

    /// Gives each month its part of the period's deals.
    fn share_out(&self, trial: u64, wins: Wins, revenues: [f64; 2], outcome: &mut Outcome) {
        let mut stream = self.revenue_months.stream(trial);
        outcome.months.resize(self.months.len(), 0.0);
        let parts = [(wins.scaled, &outcome.won.scaled), (wins.fixed, &outcome.won.fixed)];
        for ((count, by_month), revenue) in parts.into_iter().zip(revenues) {
            if count > 0.0 {
                self.deals.share_out(&mut stream, by_month, revenue, &mut outcome.months);
            }
        }
    }

    /// Recurring deals: the goal, and the revenue of every month.
    fn bill_recurring(&self, trial: u64, outcome: &mut Outcome) -> f64 {
        let months = self.bill_customers(trial, outcome);
        outcome.months.extend(months.iter().map(|month| month.revenue()));
        self.billing.goal(&months)
    }

    fn has_customers(&self) -> bool {
        self.billing.opening_customers > 0.0
    }

    /// What customers bring in each month: the opening ones, and with recurring deals those who are won.
    fn bill_customers(&self, trial: u64, outcome: &Outcome) -> Vec<MonthBilled> {
        let Parameters { value, churn, expansions, .. } = &outcome.drawn.parameters;
        let opening_count = self.billing.opening_customers;
        let mut opening =
            Pool::new(opening_count, opening_count * self.billing.opening_fee, self.opening_fees);
        let mut new = Pool::new(0.0, 0.0, self.deals);
        let recurring = self.is_recurring();
        let month = |(month, luck): (usize, &MonthLuck)| {
            let mut once = 0.0;
            let (mut opening_stream, mut new_stream) = (luck.opening.stream(trial), luck.new.stream(trial));
            opening.lose(&mut opening_stream, *churn);
            if recurring {
                new.lose(&mut new_stream, *churn);
                let won = outcome.won.fixed[month];
                new.join(won, value * self.deals.draw(&mut luck.fees.stream(trial), won));
            }
            for (terms, rate) in self.billing.expansions.iter().zip(expansions) {
                once += opening.expand(&mut opening_stream, *terms, *rate);
                once += new.expand(&mut new_stream, *terms, *rate);
            }
            MonthBilled { fees: opening.fees() + new.fees(), once }
        };
        self.months.iter().enumerate().map(month).collect()
    }
}

impl Pool {
    /// Each customer takes an expansion with this probability; gives what is paid once for it.
    fn expand(&mut self, rng: &mut impl rand::Rng, terms: ExpansionTerms, rate: f64) -> f64 {
        let brings = luck::successes(rng, self.customers(), rate) * terms.value;
        match terms.kind {
            DealKind::OneOff => brings,
            DealKind::Recurring => {
                self.raise(brings);
                0.0
            }
        }
    }
}
