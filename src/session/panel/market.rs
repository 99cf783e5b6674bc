//! The market that moves everything together, the confidence, and the number of trials.

use gyakusan_engine::flow::Flow;
use gyakusan_engine::plan::{Channel, Confidence, Correlation, DealKind, Plan};

use super::field::FieldPanel;
use crate::session::{Field, RAIL_STEPS, RunField, Session};
use crate::text::number::{points, rate, rounded_count};

/// The market and the calculation.
#[derive(Debug, Clone, PartialEq)]
pub struct MarketPanel {
    /// The state of it all.
    pub state: String,
    /// How far everything moves together.
    pub correlation: SliderPanel,
    /// The probability at which the volume is asked for.
    pub confidence: SliderPanel,
    /// How many trials.
    pub trials: FieldPanel,
    /// What more trials bring.
    pub trials_note: String,
}

/// A field with a slider beside it, from 0 to 100 %.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SliderPanel {
    /// The field.
    pub field: FieldPanel,
    /// First place of the handle, its place, its last place, in [`RAIL_STEPS`] of the whole.
    pub places: [u32; 3],
    /// What it does, or that it does nothing.
    pub note: String,
}

pub(super) fn panel(session: &Session) -> MarketPanel {
    let words = &session.language.words().market;
    let [correlation, confidence, trials] =
        [RunField::Correlation, RunField::Confidence, RunField::Trials].map(Field::Run);
    let value = |field| session.value_of(field);
    let confidence_text = rate(value(confidence)).to_string();
    let trials_text = rounded_count(value(trials)) + words.trials_unit;
    let error = points(0.5 / value(trials).sqrt(), session.language).to_string();
    MarketPanel {
        state: (words.state)(&rate(value(correlation)).to_string(), &confidence_text, &trials_text),
        correlation: slider(session, correlation, [Correlation::MIN, Correlation::MAX], market_note(session)),
        confidence: slider(
            session,
            confidence,
            [Confidence::MIN, Confidence::MAX],
            (words.confidence_note)(&confidence_text),
        ),
        trials: FieldPanel::new(session, Field::Run(RunField::Trials)),
        trials_note: (words.trials_note)(&error),
    }
}

fn slider(session: &Session, field: Field, [low, high]: [f64; 2], note: String) -> SliderPanel {
    let place = |value: f64| (value * RAIL_STEPS).round() as u32;
    SliderPanel {
        field: FieldPanel::new(session, field),
        places: [low, session.value_of(field), high].map(place),
        note,
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
