//! Fields of the existing customers and of what they add.
//!
//! What people know of customers is a year's: the fee of a year and the share that stays for one. The plan holds months.

use gyakusan_engine::math::{exp, expm1, ln, ln_1p};
use gyakusan_engine::plan::{
    CoefficientOfVariation, Customers, Evidence, Expansion, Money, Rate, UncertainRate,
};

use super::{ABSENT, Reads, evidence, whole, within};
use crate::session::Refusal;
use crate::text::{Language, Words, expansion_name};

/// Months of a year.
const MONTHS: f64 = 12.0;
/// Retention is shown to a ten-thousandth of a percent, which takes off the dust of the twelfth root.
const RETENTION_GRAINS: f64 = 1e6;
/// Fees of a year are shown to a hundredth of the currency's unit, which takes off the dust of a twelfth.
const FEE_GRAINS: f64 = 100.0;
/// Amounts from here on have no hundredths.
const WHOLE_FEES: f64 = 1e12;

/// A field of the existing customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustomersField {
    /// How many there are at the start.
    Opening,
    /// What one of them pays a year.
    YearlyFee,
    /// How unequal the fees are.
    FeeSpread,
    /// The share that stays for a year.
    Retention,
    /// Customer-months behind it; empty where it is known exactly.
    ChurnEvidence,
}

/// A field of something that existing customers add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpansionField {
    /// What it is called.
    Name,
    /// The share of customers that takes it in a year.
    Rate,
    /// Observed customers behind the rate; empty where it is known exactly.
    Evidence,
    /// What one brings.
    Value,
}

impl CustomersField {
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::Opening => Reads::Count(words.fields().customer_unit),
            Self::YearlyFee => Reads::Money,
            Self::FeeSpread | Self::Retention => Reads::Rate,
            Self::ChurnEvidence => Reads::Count(""),
        }
    }

    pub(super) fn value(self, customers: &Customers) -> f64 {
        match self {
            Self::Opening => f64::from(customers.opening),
            Self::YearlyFee => {
                let fee = customers.monthly_fee.get() * MONTHS;
                if fee < WHOLE_FEES { (fee * FEE_GRAINS).round() / FEE_GRAINS } else { fee }
            }
            Self::FeeSpread => customers.fee_spread.get(),
            Self::Retention => customers.monthly_churn.map_or(1.0, |churn| retention(churn.mean.get())),
            Self::ChurnEvidence => {
                customers.monthly_churn.and_then(|churn| churn.evidence).map_or(ABSENT, Evidence::get)
            }
        }
    }

    pub(in crate::session) fn set(self, customers: &mut Customers, value: f64) -> Result<(), Refusal> {
        match self {
            Self::Opening => {
                customers.opening = whole(value, 0.0, f64::from(Customers::MAX_OPENING))? as u32;
            }
            Self::YearlyFee => {
                let (min, max) = (Money::MIN * MONTHS, Money::MAX * MONTHS);
                let in_years = |_| Refusal::OutOfRange { value, min, max };
                customers.monthly_fee = Money::new(value / MONTHS).map_err(in_years)?;
            }
            Self::FeeSpread => customers.fee_spread = within(CoefficientOfVariation::new(value))?,
            Self::Retention => {
                let yearly = within(Rate::new(value))?;
                let mean = within(Rate::new(monthly_churn(yearly.get())))?;
                let evidence = customers.monthly_churn.and_then(|churn| churn.evidence);
                customers.monthly_churn = Some(UncertainRate { mean, evidence });
            }
            Self::ChurnEvidence => {
                let mean = customers.monthly_churn.map_or(Rate::ZERO, |churn| churn.mean);
                customers.monthly_churn = Some(UncertainRate { mean, evidence: evidence(value)? });
            }
        }
        Ok(())
    }

    pub(super) fn label(self, words: Words) -> String {
        let words = words.fields();
        match self {
            Self::Opening => words.opening_customers,
            Self::YearlyFee => words.yearly_fee,
            Self::FeeSpread => words.fee_spread,
            Self::Retention => words.retention,
            Self::ChurnEvidence => words.churn_evidence,
        }
        .to_owned()
    }
}

impl ExpansionField {
    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Name => Reads::Name,
            Self::Rate => Reads::Rate,
            Self::Evidence => Reads::Count(""),
            Self::Value => Reads::Money,
        }
    }

    pub(super) fn value(self, expansion: &Expansion) -> f64 {
        match self {
            Self::Name => 0.0,
            Self::Rate => expansion.yearly_rate.mean.get(),
            Self::Evidence => expansion.yearly_rate.evidence.map_or(ABSENT, Evidence::get),
            Self::Value => expansion.value.get(),
        }
    }

    pub(super) fn set(self, expansion: &mut Expansion, value: f64) -> Result<(), Refusal> {
        match self {
            Self::Name => {}
            Self::Rate => expansion.yearly_rate.mean = within(Rate::new(value))?,
            Self::Evidence => expansion.yearly_rate.evidence = evidence(value)?,
            Self::Value => expansion.value = within(Money::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, expansion: &Expansion, language: Language) -> String {
        let words = language.words().fields();
        let name = expansion_name(expansion, language);
        match self {
            Self::Name => words.expansion_name.to_owned(),
            Self::Rate => (words.expansion_rate)(name),
            Self::Evidence => (words.expansion_evidence)(name),
            Self::Value => (words.expansion_value)(name),
        }
    }
}

/// The share that stays for a year where this share leaves each month: (1 − c)¹².
fn retention(churn: f64) -> f64 {
    (exp(MONTHS * ln_1p(-churn)) * RETENTION_GRAINS).round() / RETENTION_GRAINS
}

/// The share that leaves each month where this share stays for a year: 1 − r^(1/12).
fn monthly_churn(retention: f64) -> f64 {
    -expm1(ln(retention) / MONTHS)
}
