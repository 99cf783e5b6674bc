//! The market that moves everything together, the confidence, and the number of trials.

use gyakusan_engine::flow::Flow;
use gyakusan_engine::plan::{Channel, DealKind, Plan};

use crate::session::{Field, RunField, Session};
use crate::text::number::{points, rate, rounded_count};

/// The market and the calculation.
#[derive(Debug, Clone, PartialEq)]
pub struct MarketPanel {
    /// The state of it all.
    pub state: String,
    /// What the correlation, the confidence and the number of trials do.
    pub notes: [String; 3],
}

pub(super) fn panel(session: &Session) -> MarketPanel {
    let words = &session.language.words().market;
    let [correlation, confidence, trials] = [RunField::Correlation, RunField::Confidence, RunField::Trials]
        .map(|field| session.value_of(Field::Run(field)));
    let [correlation, confidence] = [correlation, confidence].map(|share| rate(share).to_string());
    let error = points(0.5 / trials.sqrt(), session.language).to_string();
    MarketPanel {
        state: (words.state)(&correlation, &confidence, &(rounded_count(trials) + words.trials_unit)),
        notes: [market_note(session), (words.confidence_note)(&confidence), (words.trials_note)(&error)],
    }
}

fn market_note(session: &Session) -> String {
    let words = &session.language.words().market;
    match uncertain(&session.plan) {
        count @ (0 | 1) => (words.unused)(count == 1),
        _ if session.plan.market_correlation.get() > 0.0 => words.together,
        _ => words.apart,
    }
    .to_owned()
}

/// How many parameters of the simulation are uncertain. One alone has nothing to move together with.
fn uncertain(plan: &Plan) -> usize {
    let rates = Flow::new(plan).map(|flow| flow.rates).unwrap_or_default();
    let rates = rates.iter().filter(|parameter| parameter.rate.beta().is_some()).count();
    let brings = |channel: &&Channel| {
        channel.uncertainty.get() > 0.0 && channel.volume.monthly_arrivals().iter().any(|count| *count > 0.0)
    };
    let volumes = plan.channels.iter().filter(brings).count();
    let value = usize::from(plan.deal.value.uncertainty.get() > 0.0);
    let recurring = plan.deal.kind == DealKind::Recurring;
    let customers = plan.customers.as_ref().filter(|customers| customers.counted || recurring);
    let customers = customers.map_or(0, |customers| {
        let expansions = customers.expansions.iter().map(|expansion| expansion.yearly_rate);
        expansions.chain(customers.monthly_churn).filter(|rate| rate.beta().is_some()).count()
    });
    rates + volumes + value + customers
}
