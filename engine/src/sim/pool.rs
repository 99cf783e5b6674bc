//! A pool of customers who pay fees, lose some of their number each month and gain others.
//!
//! The fees are taken as exchangeable draws of one Gamma: of n customers with the total fee S, a random k keep
//! S · Beta(k/c², (n−k)/c²).

use rand::Rng;

use super::binomial::binomial;
use super::luck::DealSum;

/// Customers and the sum of their monthly fees.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pool {
    customers: f64,
    fees: f64,
    spread: DealSum,
}

impl Pool {
    pub(crate) fn new(customers: f64, fees: f64, spread: DealSum) -> Self {
        Self { customers, fees, spread }
    }

    /// How many customers there are.
    pub(crate) fn customers(self) -> f64 {
        self.customers
    }

    /// What they pay a month.
    pub(crate) fn fees(self) -> f64 {
        self.fees
    }

    /// Each customer leaves with this probability.
    pub(crate) fn lose(&mut self, rng: &mut impl Rng, churn: f64) {
        let left = binomial(rng, self.customers, churn);
        if left > 0.0 {
            let kept = self.customers - left;
            self.fees *= if kept > 0.0 { self.spread.part(rng, kept, self.customers) } else { 0.0 };
            self.customers = kept;
        }
    }

    /// Customers join with these fees in all.
    pub(crate) fn join(&mut self, customers: f64, fees: f64) {
        self.customers += customers;
        self.fees += fees;
    }

    /// Adds to the fees without adding customers.
    pub(crate) fn raise(&mut self, fees: f64) {
        self.fees += fees;
    }
}
