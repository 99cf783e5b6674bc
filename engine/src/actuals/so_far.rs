//! Revenue and customers up to the end of the record.

use super::amounts::ValuePosterior;
use super::date::months_between;
use super::document::{Actuals, Record};
use super::tally::Tally;
use crate::flow::Billing;
use crate::plan::{DealKind, Measure, Plan};

/// What has come in, and with which customers the months to come begin.
#[derive(Debug, Clone, PartialEq)]
pub struct SoFar {
    /// Revenue of each month up to `as_of`.
    pub monthly_revenue: Vec<f64>,
    /// Customers at the end of `as_of`, a whole number; 0 where the plan counts none.
    pub customers: f64,
    /// What they pay a month in all.
    pub monthly_fees: f64,
    /// What counts towards the goal already: all revenue so far, or nothing where the last month's fees decide.
    pub goal: f64,
}

impl SoFar {
    /// Revenue up to the end of `as_of`.
    pub fn revenue(&self) -> f64 {
        self.monthly_revenue.iter().fold(0.0, |sum, month| sum + month)
    }

    /// Adds up what is recorded. What is not is put in at its mean: the amount of a deal that has none, and where nobody
    /// says how many customers there are, those whom wins and churn leave.
    ///
    /// Fees billed are recorded for recurring deals with counts by month only. Else the fees that wins and mean churn would
    /// have brought are taken, drawn evenly over the months towards the fees of `as_of`.
    pub(super) fn of(plan: &Plan, tally: &Tally, actuals: &Actuals, value: &ValuePosterior) -> Self {
        let recurring = plan.deal.kind == DealKind::Recurring;
        let mean_value = value.learned.mean.get();
        let mut months = vec![0.0; tally.elapsed];
        let fees_are_recorded = deals(plan, actuals, mean_value, &mut months);
        let mut customers = Path::of(plan, tally, mean_value);
        let counts_customers =
            recurring || plan.customers.as_ref().is_some_and(|customers| customers.counted);
        if counts_customers {
            customers.end_at(actuals);
        }
        if !(recurring && fees_are_recorded) {
            if recurring {
                months.fill(0.0);
            }
            months.iter_mut().zip(&customers.fees).for_each(|(month, fees)| *month += fees);
        }
        let counts_fees = plan.goal.measure == Measure::ExitArr;
        let goal = if counts_fees { 0.0 } else { months.iter().fold(0.0, |sum, month| sum + month) };
        let monthly_fees = customers.fees.last().copied().unwrap_or(0.0);
        Self { monthly_revenue: months, customers: customers.active, monthly_fees, goal }
    }
}

/// Adds what the record's rows brought to their months; whether any of them says so.
fn deals(plan: &Plan, actuals: &Actuals, mean_value: f64, months: &mut [f64]) -> bool {
    let Some(won) = plan.stages.last().map(|stage| &stage.id) else { return false };
    let mut is_recorded = false;
    let mut add = |month, amount: Option<f64>, count: f64| {
        is_recorded |= amount.is_some();
        let place = months_between(plan.period.start, month);
        if let Some(month) = months.get_mut(place.max(0) as usize).filter(|_| place >= 0) {
            *month += amount.unwrap_or(mean_value * count);
        }
    };
    match &actuals.record {
        Record::Months(rows) => {
            for row in rows {
                let wins = row.arrivals.get(won).map_or(0.0, |wins| f64::from(*wins));
                add(row.month, row.revenue.map(crate::plan::Money::get), wins);
            }
        }
        Record::Prospects(prospects) => {
            for prospect in prospects {
                if let Some(date) = prospect.entered.get(won) {
                    add(date.month(), prospect.amount.map(crate::plan::Money::get), 1.0);
                }
            }
            // Amounts of recurring deals are their fees, not what has been billed.
            is_recorded &= plan.deal.kind == DealKind::OneOff;
        }
    }
    is_recorded
}

/// The customers of the months so far, and their fees.
struct Path {
    active: f64,
    fees: Vec<f64>,
}

impl Path {
    /// As wins and mean churn would have it.
    fn of(plan: &Plan, tally: &Tally, mean_value: f64) -> Self {
        let recurring = plan.deal.kind == DealKind::Recurring;
        let mut wins = vec![0.0; tally.elapsed];
        for months in tally.arrivals.iter().filter_map(|stages| stages.last()).filter(|_| recurring) {
            wins.iter_mut().zip(months).for_each(|(wins, won)| *wins += won);
        }
        let mut billing = Billing::of_means(plan);
        billing.deal_value = mean_value;
        let stay = 1.0 - billing.monthly_churn;
        let active = wins.iter().fold(billing.opening_customers, |active, won| active * stay + won);
        let fees = billing.by_month(&wins, true).iter().map(|month| month.fees).collect();
        Self { active: active.round(), fees }
    }

    /// Puts in the customers of `as_of`, where they are recorded, and draws the fees towards theirs.
    fn end_at(&mut self, actuals: &Actuals) {
        let last = self.fees.last().copied().unwrap_or(0.0);
        let Some(now) = actuals.customers else { return };
        let (months, wanted) = (self.fees.len() as f64, now.monthly_fees.get());
        for (place, fees) in self.fees.iter_mut().enumerate() {
            let part = (place + 1) as f64 / months;
            *fees = if last > 0.0 { *fees * (1.0 + (wanted / last - 1.0) * part) } else { wanted * part };
        }
        self.active = f64::from(now.active);
    }
}
