//! What the plan's prospects cost and bring back.

use super::{Solution, Tree, TreeError};
use crate::flow::{Billing, Inflow};
use crate::plan::{DealKind, Month, Plan};

/// Cost and return of a solved plan; amounts in the plan's currency.
///
/// ```
/// use gyakusan_engine::{plan::Plan, tree::Economics};
///
/// // Leads at 8,000円 on average, 15 % and 25 % of which pass, deals of 500万円.
/// let plan = Plan::from_json(include_str!("../../plans/default.json"))?;
/// let economics = Economics::of(&plan)?;
/// let ads = &economics.channels[0];
/// assert_eq!(ads.limit_cpa.round(), 187_500.0);
/// assert!((economics.cac.expect("spend and wins") - 8_000.0 / (0.15 * 0.25)).abs() < 1e-6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Economics {
    /// What a win brings: its mean value, or the fees of its first twelve months, those who leave taken off.
    pub value_of_win: f64,
    /// Spend of the period ÷ wins of the period; `None` without spend or without wins.
    pub cac: Option<f64>,
    /// Eventual revenue of the channels that cost something ÷ their spend; `None` without spend.
    pub roas: Option<f64>,
    /// Months of a customer's fee, its direct costs taken off, that pay for `cac`; `None` with one-off deals.
    pub payback_months: Option<f64>,
    /// One for each channel of the plan, in its order.
    pub channels: Vec<ChannelEconomics>,
}

/// Cost and return of one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelEconomics {
    /// Spend in the period; `None` where the channel has no cost.
    pub spend: Option<f64>,
    /// Wins that the period's entries bring sooner or later.
    pub eventual_wins: f64,
    /// Spend ÷ eventual wins; `None` without spend or without wins.
    pub cac: Option<f64>,
    /// The cost of one counted arrival at which the channel just earns its deals' gross margin: mean value of a win x gross
    /// margin x the rates from the counted stage on. A recurring win is worth the fees of its first twelve months.
    pub limit_cpa: f64,
    /// Revenue of the eventual wins ÷ spend; `None` without spend.
    pub roas: Option<f64>,
    /// The last month of entry of which at least half of the eventual wins land in the period; `None` where none does.
    pub deadline: Option<Month>,
}

impl Economics {
    /// Works out cost and return of the plan with its solved quantity put in.
    ///
    /// # Errors
    /// As [`Tree::solve`].
    pub fn of(plan: &Plan) -> Result<Self, TreeError> {
        let solution = Solution::of(plan)?;
        let tree = Tree::of_solution(&solution);
        let billing = Billing::of_means(&solution.plan);
        let margin = solution.plan.deal.gross_margin.get();
        let value_of_win = billing.value_of_win();
        let rates = solution.flow.mean_rates();
        let channels = solution.flow.inflows.iter().map(|inflow| {
            let multiplier = if inflow.fixed { 1.0 } else { solution.multiplier };
            channel(&solution.plan, inflow, &inflow.reach(&rates), multiplier, value_of_win, margin)
        });
        let channels: Vec<_> = channels.collect();
        let wins = tree.stages.last().map_or(0.0, |won| won.expected);
        let cac = ratio(channels.iter().filter_map(|channel| channel.spend).reduce(|a, b| a + b), wins);
        let paid = || channels.iter().filter(|channel| channel.spend.is_some());
        let revenue = paid().map(|channel| channel.eventual_wins * value_of_win).reduce(|a, b| a + b);
        let recurring = billing.deal_kind == DealKind::Recurring;
        Ok(Self {
            value_of_win,
            cac,
            roas: ratio(revenue, paid().filter_map(|channel| channel.spend).sum()),
            payback_months: if recurring { ratio(cac, billing.deal_value * margin) } else { None },
            channels,
        })
    }
}

impl Solution {
    /// Everybody in the stage before won at a multiplier, at the mean value of a win, ÷ the target; `None` for a target of 0.
    pub(crate) fn coverage(&self, multiplier: f64) -> Option<f64> {
        let before_won = self.plan.stages.len() - 2;
        let standing = self.plan.pipeline.get(&self.plan.stages[before_won].id).copied().unwrap_or(0);
        let prospects = self.at_multiplier(multiplier).stages[before_won].expected + f64::from(standing);
        ratio(Some(prospects * Billing::of_means(&self.plan).value_of_win()), self.plan.goal.target.get())
    }
}

fn channel(
    plan: &Plan,
    inflow: &Inflow,
    reach: &[f64],
    multiplier: f64,
    value_of_win: f64,
    margin: f64,
) -> ChannelEconomics {
    let won = reach.len() - 1;
    let entries: f64 = multiplier * inflow.monthly_entries.iter().sum::<f64>();
    let eventual_wins = entries * reach[won];
    let spend = inflow.monthly_spend.as_ref().map(|spend| multiplier * spend.iter().sum::<f64>());
    let rates_from_counted = reach[won] / reach[inflow.counted_at - inflow.enters];
    let last = plan.months() - 1;
    let lands = |entered: &usize| inflow.transit.arrived(won, last - entered) >= 0.5;
    ChannelEconomics {
        spend,
        eventual_wins,
        cac: ratio(spend, eventual_wins),
        limit_cpa: value_of_win * margin * rates_from_counted,
        roas: spend.and_then(|spend| ratio(Some(eventual_wins * value_of_win), spend)),
        deadline: (0..=last).rev().find(lands).map(|entered| plan.period.start.plus(entered)),
    }
}

fn ratio(amount: Option<f64>, by: f64) -> Option<f64> {
    amount.filter(|_| by > 0.0).map(|amount| amount / by)
}

/// A month's number as one a week: the month ÷ (its days ÷ 7).
///
/// ```
/// use gyakusan_engine::{plan::Month, tree::per_week};
/// let february = Month::new(2027, 2).expect("a month");
/// assert_eq!(per_week(62.0, february), 15.5);
/// ```
pub fn per_week(monthly: f64, month: Month) -> f64 {
    monthly * 7.0 / f64::from(month.days())
}
