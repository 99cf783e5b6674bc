//! The market that moves everything together, the confidence, and the number of trials.

use gyakusan_engine::flow::Flow;
use gyakusan_engine::plan::{DealKind, Plan, UncertainRate};

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
    let words = session.language.words().market();
    let [correlation, confidence, trials] = [RunField::Correlation, RunField::Confidence, RunField::Trials]
        .map(|field| session.value_of(Field::Run(field)));
    let [correlation, confidence] = [correlation, confidence].map(|share| rate(share).to_string());
    let error = points(0.5 / trials.sqrt(), session.language).to_string();
    MarketPanel {
        state: (words.state)(
            &correlation,
            &confidence,
            &(rounded_count(trials) + session.language.words().fields().trials_unit),
        ),
        notes: [market_note(session), (words.confidence_note)(&confidence), (words.trials_note)(&error)],
    }
}

fn market_note(session: &Session) -> String {
    let words = session.language.words().market();
    match uncertain(&session.plan) {
        count @ (0 | 1) => (words.unused)(count == 1),
        _ if session.plan.market_correlation.get() > 0.0 => words.together,
        _ => words.apart,
    }
    .to_owned()
}

/// How many parameters of the simulation are uncertain. One alone has nothing to move together with.
fn uncertain(plan: &Plan) -> usize {
    let mut count = usize::from(plan.deal.value.uncertainty.get() > 0.0);
    let mut take = |rate: UncertainRate| count += usize::from(rate.beta().is_some());
    if let Ok(flow) = Flow::new(plan) {
        flow.rates.iter().for_each(|parameter| take(parameter.rate));
    }
    let recurring = plan.deal.kind == DealKind::Recurring;
    if let Some(customers) = plan.customers.as_ref().filter(|customers| customers.counted || recurring) {
        customers.expansions.iter().for_each(|expansion| take(expansion.yearly_rate));
        customers.monthly_churn.into_iter().for_each(take);
    }
    for channel in &plan.channels {
        let brings = channel.volume.monthly_arrivals().iter().any(|count| *count > 0.0);
        count += usize::from(brings && channel.uncertainty.get() > 0.0);
    }
    count
}
