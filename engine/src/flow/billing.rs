//! What won deals and customers bring, month by month.
//!
//! Inside a month the order is: churn, then the month's wins join, then expansions of every active customer, then billing.
//! Opening customers face churn from the first month, new ones from the month after they were won.

use crate::plan::{Customers, DealKind, Measure, Plan};

/// How deals and customers turn into revenue, every parameter at one value.
#[derive(Debug, Clone, PartialEq)]
pub struct Billing {
    /// Whether deals are paid once or every month.
    pub deal_kind: DealKind,
    /// What a deal brings: once, or each month.
    pub deal_value: f64,
    /// The share of customers that leaves each month.
    pub monthly_churn: f64,
    /// What customers add.
    pub expansions: Vec<ExpansionTerms>,
    /// Opening customers that count towards the target.
    pub opening_customers: f64,
    /// What one of them pays a month.
    pub opening_fee: f64,
    /// What the target is measured in.
    pub measure: Measure,
}

/// One expansion at one value of its rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExpansionTerms {
    /// The share of active customers that takes it in a month.
    pub monthly_rate: f64,
    /// What one brings: once, or each month from then on.
    pub value: f64,
    /// Once or every month.
    pub kind: DealKind,
}

/// What one month brings.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MonthBilled {
    /// Monthly fees.
    pub fees: f64,
    /// What is paid once.
    pub once: f64,
}

impl MonthBilled {
    /// Everything the month brings.
    pub fn revenue(self) -> f64 {
        self.fees + self.once
    }
}

impl Billing {
    /// The plan's deals and customers with every parameter at its mean.
    pub fn of_means(plan: &Plan) -> Self {
        let customers = plan.customers.as_ref();
        let churn = customers.and_then(|customers| customers.monthly_churn);
        let counted = customers.filter(|customers| customers.counted);
        Self {
            deal_kind: plan.deal.kind,
            deal_value: plan.deal.value.mean.get(),
            monthly_churn: churn.map_or(0.0, |churn| churn.mean.get()),
            expansions: customers.map(expansions).unwrap_or_default(),
            opening_customers: counted.map_or(0.0, |customers| f64::from(customers.opening)),
            opening_fee: counted.map_or(0.0, |customers| customers.monthly_fee.get()),
            measure: plan.goal.measure,
        }
    }

    /// What the expected wins of each month bring, with the opening customers or without.
    ///
    /// Revenue is linear: that of all wins is that of the opening customers with some of the wins, and that of the others
    /// without them.
    pub fn by_month(&self, wins: &[f64], with_opening: bool) -> Vec<MonthBilled> {
        let mut customers = if with_opening { self.opening_customers } else { 0.0 };
        let mut fees = customers * self.opening_fee;
        let recurring = self.deal_kind == DealKind::Recurring;
        let stay = 1.0 - self.monthly_churn;
        let month = |wins: &f64| {
            let won = wins * self.deal_value;
            let joined = if recurring { *wins } else { 0.0 };
            customers = customers * stay + joined;
            fees = fees * stay + if recurring { won } else { 0.0 };
            let mut once = if recurring { 0.0 } else { won };
            for expansion in &self.expansions {
                let brings = customers * expansion.monthly_rate * expansion.value;
                match expansion.kind {
                    DealKind::Recurring => fees += brings,
                    DealKind::OneOff => once += brings,
                }
            }
            MonthBilled { fees, once }
        };
        wins.iter().map(month).collect()
    }

    /// What the months come to in the plan's measure: their revenue, or twelve times the last month's fees.
    pub fn goal(&self, months: &[MonthBilled]) -> f64 {
        match self.measure {
            Measure::PeriodRevenue => months.iter().fold(0.0, |sum, month| sum + month.revenue()),
            Measure::ExitArr => months.last().map_or(0.0, |month| 12.0 * month.fees),
        }
    }

    /// What a win brings in all: its value, or the fees of its first twelve months, those who leave taken off.
    pub fn value_of_win(&self) -> f64 {
        match self.deal_kind {
            DealKind::OneOff => self.deal_value,
            DealKind::Recurring => {
                let stay = 1.0 - self.monthly_churn;
                self.deal_value * (0..12).fold(0.0, |months, _| 1.0 + stay * months)
            }
        }
    }
}

fn expansions(customers: &Customers) -> Vec<ExpansionTerms> {
    let terms = customers.expansions.iter().map(|expansion| ExpansionTerms {
        monthly_rate: expansion.yearly_rate.mean.get() / 12.0,
        value: expansion.value.get(),
        kind: expansion.kind,
    });
    terms.collect()
}
