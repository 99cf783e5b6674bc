//! The landing: revenue so far, what the open prospects bring, and the months to come, by the same trials as a plan's odds.
//!
//! What is left of the period is a plan of its own: its months are those after `as_of`, its pipeline the open prospects by
//! age, its entries those of the solved plan times the learned factor, its customers those of `as_of`. Parameters are drawn from
//! their posteriors and follow the market as before.

use super::history::{History, HistoryError, Posteriors};
use super::learned::set_rates;
use super::needed::{self, StillNeeded};
use super::open::openings;
use super::so_far::SoFar;
use crate::flow::Flow;
use crate::plan::{
    ById, CoefficientOfVariation, Customers, DealKind, Entries, Measure, Money, Month, PerMonth, Period,
    Plan, PlanDocument, SolveFor, UncertainRate, Volume, Weight,
};
use crate::sim::{CHUNK_TRIALS, Chunk, Fold, MonthSpread, Place, Remainder, Simulation, Spread, Trials};
use crate::tree;

/// The rest of a period, ready to run.
///
/// It runs in chunks as [`Simulation`] does, with the same promise: the same plan, actuals and seed give the same bits.
///
/// ```
/// use gyakusan_engine::actuals::{Actuals, History};
/// use gyakusan_engine::{plan::Plan, sim::Odds};
///
/// let plan = Plan::from_json(include_str!("../../plans/default.json"))?;
/// let actuals = Actuals::from_json(r#"{ "version": 1, "as_of": "2026-09", "prospects": [] }"#, &plan)?;
/// let history = History::new(&plan, &actuals)?;
/// let landing = history.landing(&history.posteriors())?;
/// // Nobody came in six months of the year, and the plan takes its volumes for known: half a year's revenue is left.
/// let odds = Odds::of(&landing.run(), landing.target()).expect("100,000 trials");
/// assert!((odds.mean / 5.0e7 - 1.0).abs() < 0.01 && odds.probability < 0.1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Landing {
    target: f64,
    trial_count: u32,
    start: Month,
    so_far: SoFar,
    /// The goal where no month is left.
    settled: f64,
    coming: Option<Coming>,
}

/// The months to come.
#[derive(Debug, Clone)]
pub(super) struct Coming {
    pub(super) simulation: Simulation,
    /// The same without any new entry.
    pub(super) open_alone: Simulation,
    /// Entries of a month in the mean, of fixed channels and, at the plan's multiplier 1, of the others.
    pub(super) monthly_entries: [f64; 2],
    /// Of next month's expected wins, the share that comes within the period.
    pub(super) lands_in_time: f64,
}

impl Landing {
    pub(super) fn new(history: &History, learned: &Posteriors) -> Result<Self, HistoryError> {
        let plan = &history.plan;
        let so_far = history.so_far(learned);
        let settled = match plan.goal.measure {
            Measure::PeriodRevenue => so_far.goal,
            Measure::ExitArr => 12.0 * so_far.monthly_fees,
        };
        let is_over = history.tally.elapsed >= plan.months();
        let coming = if is_over { None } else { Some(Coming::new(history, learned, &so_far)?) };
        Ok(Self {
            target: plan.goal.target.get(),
            trial_count: plan.simulation.trials,
            start: plan.period.start,
            so_far,
            settled,
            coming,
        })
    }

    /// The amount to be reached.
    pub fn target(&self) -> f64 {
        self.target
    }

    /// Revenue and customers up to the end of `as_of`.
    pub fn so_far(&self) -> &SoFar {
        &self.so_far
    }

    /// The number of trials the plan asks for.
    pub fn trial_count(&self) -> u32 {
        self.trial_count
    }

    /// The number of chunks these trials make.
    pub fn chunk_count(&self) -> u32 {
        self.trial_count.div_ceil(CHUNK_TRIALS)
    }

    /// Runs one chunk: goals of the whole period, and revenue of the months to come. A chunk past the last one is empty.
    pub fn chunk(&self, index: u32) -> Chunk {
        if let Some(coming) = &self.coming {
            return coming.simulation.chunk(index);
        }
        let left = self.trial_count.saturating_sub(index.saturating_mul(CHUNK_TRIALS));
        let trials = left.min(CHUNK_TRIALS) as usize;
        let multiplier = if tree::reaches(self.settled, self.target) { 0.0 } else { f64::INFINITY };
        Chunk {
            index,
            goals: vec![self.settled; trials],
            multipliers: vec![multiplier; trials],
            ..Chunk::default()
        }
    }

    /// Runs every chunk in order.
    pub fn run(&self) -> Trials {
        let mut fold = Fold::default();
        (0..self.chunk_count()).for_each(|index| fold.insert(self.chunk(index)));
        fold.into_trials()
    }

    /// Revenue of every month of the period and from its start on: those up to `as_of` as they were, the others over the trials.
    pub fn months(&self, trials: &Trials) -> Vec<(Month, MonthSpread)> {
        let mut sum = 0.0;
        let known = self.so_far.monthly_revenue.iter().map(|revenue| {
            sum += revenue;
            MonthSpread { revenue: same(*revenue), cumulative: same(sum) }
        });
        let known: Vec<_> = known.collect();
        let coming = MonthSpread::by_month(trials)
            .into_iter()
            .map(|month| MonthSpread { cumulative: raised(month.cumulative, sum), ..month });
        let months = known.into_iter().chain(coming).enumerate();
        months.map(|(place, spread)| (self.start.plus(place), spread)).collect()
    }

    /// Entries of all channels in each month to come as the solved plan has them, times the learned factors, in the mean over
    /// those months; `None` where no month is left.
    pub fn planned_per_month(&self) -> Option<f64> {
        let coming = self.coming.as_ref()?;
        let [fixed, scaled] = coming.monthly_entries;
        Some(fixed + coming.simulation.multiplier() * scaled)
    }

    /// The entries a month that the months to come still need for the target at a confidence; `None` without any trial.
    pub fn still_needed(&self, trials: &Trials, confidence: f64) -> Option<StillNeeded> {
        match &self.coming {
            Some(coming) => needed::still_needed(coming, trials, confidence),
            None => Some(needed::period_is_over(tree::reaches(self.settled, self.target))),
        }
    }
}

/// What is known to be one number.
fn same(number: f64) -> Spread {
    Spread { mean: number, p10: number, p25: number, p50: number, p75: number, p90: number }
}

fn raised(spread: Spread, by: f64) -> Spread {
    let Spread { mean, p10, p25, p50, p75, p90 } = spread;
    Spread { mean: mean + by, p10: p10 + by, p25: p25 + by, p50: p50 + by, p75: p75 + by, p90: p90 + by }
}

impl Coming {
    fn new(history: &History, learned: &Posteriors, so_far: &SoFar) -> Result<Self, HistoryError> {
        let elapsed = history.tally.elapsed;
        let plan = remaining_plan(history, learned, so_far)?;
        let mut flow = Flow::new(&plan).map_err(|error| HistoryError::Tree(error.into()))?;
        for (inflow, solved) in flow.inflows.iter_mut().zip(&history.solution.flow.inflows) {
            inflow.monthly_entries = solved.monthly_entries[elapsed..].to_vec();
        }
        flow.openings = openings(&history.plan, &history.tally, plan.months());
        add_waiting_rates(&mut flow, history);
        let multiplier = history.solution.multiplier;
        let remainder = |flow: Flow| {
            let (plan, so_far) = (plan.clone(), so_far.goal);
            with_laws(history, learned, |laws| {
                Simulation::of_remainder(Remainder { plan, flow, multiplier, so_far, laws })
            })
        };
        let mut alone = flow.clone();
        alone.inflows.iter_mut().for_each(|inflow| inflow.monthly_entries.fill(0.0));
        Ok(Self {
            monthly_entries: monthly_entries(&plan, &flow, learned),
            lands_in_time: lands_in_time(&flow),
            open_alone: remainder(alone).without_details(),
            simulation: remainder(flow),
        })
    }
}

/// Hands over the posteriors as laws of a simulation's parameters.
fn with_laws(
    history: &History,
    learned: &Posteriors,
    run: impl FnOnce(Vec<(Place, &dyn Fn(f64) -> f64)>) -> Simulation,
) -> Simulation {
    let rates = learned.rates.iter().filter_map(|rate| {
        let place = history.flow.rates.iter().position(|parameter| parameter.source == rate.source)?;
        Some((Place::Rate(place), rate.density.as_ref()?))
    });
    let volumes = learned.volumes.iter().filter_map(|volume| {
        let place = history.plan.channels.iter().position(|channel| channel.id == volume.channel)?;
        Some((Place::Volume(place), volume.density.as_ref()?))
    });
    let value = learned.deal_value.iter().filter_map(|value| Some((Place::Value, value.density.as_ref()?)));
    let quantiles: Vec<_> = rates
        .chain(volumes)
        .chain(value)
        .map(|(place, density)| (place, move |z: f64| density.at_normal(z)))
        .collect();
    run(quantiles.iter().map(|(place, quantile)| (*place, quantile as &dyn Fn(f64) -> f64)).collect())
}

/// Rates that only open prospects use, such as those who entered a stage that no channel's prospects come through any more,
/// have been in the flow of the whole plan too; the order of both is the same.
fn add_waiting_rates(flow: &mut Flow, history: &History) {
    for (known, parameter) in flow.rates.iter_mut().zip(&history.flow.rates) {
        debug_assert_eq!(known.source, parameter.source, "the rates of the rest are the plan's");
    }
    let missing = history.flow.rates.iter().skip(flow.rates.len());
    flow.rates.extend(missing.cloned());
}

/// The plan of the months to come: rates and volumes at their posterior means, to be replaced by their laws.
fn remaining_plan(history: &History, learned: &Posteriors, so_far: &SoFar) -> Result<Plan, HistoryError> {
    let plan = &history.plan;
    let edited = plan.edit(|document| {
        let elapsed = history.tally.elapsed;
        document.period =
            Period { start: plan.period.start.plus(elapsed), months: (plan.months() - elapsed) as u8 };
        document.solve_for = SolveFor::Nothing;
        document.seasonality = [Weight::ONE; 12];
        document.pipeline = ById::new();
        set_rates(document, learned, |rate| UncertainRate::exact(rate.mean));
        if let (Some(customers), Some(churn)) = (&mut document.customers, &learned.churn) {
            customers.monthly_churn = Some(churn.learned);
        }
        for channel in &mut document.channels {
            channel.counted_at = channel.enters.clone();
            channel.volume = Volume::Entries { monthly_entries: PerMonth::Even(Entries::ONE) };
            if learned.volume(&channel.id).is_some_and(|volume| volume.density.is_some()) {
                channel.uncertainty = CoefficientOfVariation::ZERO;
            }
        }
        set_customers(document, so_far);
    });
    edited.map_err(HistoryError::Misfit)
}

/// Begins with the customers of `as_of`.
fn set_customers(document: &mut PlanDocument, so_far: &SoFar) {
    let fee = if so_far.customers > 0.0 { so_far.monthly_fees / so_far.customers } else { 0.0 };
    let spread = document.deal.value.spread;
    let recurring = document.deal.kind == DealKind::Recurring;
    let customers = document.customers.take().or_else(|| {
        recurring.then(|| Customers {
            counted: true,
            opening: 0,
            monthly_fee: Money::ZERO,
            fee_spread: spread,
            monthly_churn: None,
            expansions: Vec::new(),
        })
    });
    document.customers = customers.map(|customers| Customers {
        // The customers so far are those that count.
        counted: true,
        opening: so_far.customers as u32,
        monthly_fee: Money::new(fee).unwrap_or(Money::ZERO),
        fee_spread: if customers.opening == 0 && recurring { spread } else { customers.fee_spread },
        ..customers
    });
}

/// Mean entries of a month to come, of fixed channels and of the others at multiplier 1.
fn monthly_entries(plan: &Plan, flow: &Flow, learned: &Posteriors) -> [f64; 2] {
    let mut entries = [0.0; 2];
    for inflow in &flow.inflows {
        let factor = learned.volume(&plan.channels[inflow.channel].id).map_or(1.0, |volume| volume.factor);
        let months = inflow.monthly_entries.len() as f64;
        entries[usize::from(!inflow.fixed)] += factor * inflow.monthly_entries.iter().sum::<f64>() / months;
    }
    entries
}

/// Of the wins expected of next month's entries the share that comes within the period; 0 where none is expected.
fn lands_in_time(flow: &Flow) -> f64 {
    let rates = flow.mean_rates();
    let (mut in_time, mut ever) = (0.0, 0.0);
    for inflow in &flow.inflows {
        let won = inflow.steps.len();
        let wins = inflow.monthly_entries[0] * inflow.reach(&rates)[won];
        ever += wins;
        in_time += wins * inflow.transit.arrived(won, inflow.monthly_entries.len() - 1);
    }
    if ever > 0.0 { in_time / ever } else { 0.0 }
}
