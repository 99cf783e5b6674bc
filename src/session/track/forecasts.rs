//! Forecasts as they were given, beside what happened.

use super::{Compared, KeptForecast};
use crate::session::Session;
use crate::text::filled;
use crate::text::number::{money_range, odds, rounded_count};

/// The forecasts that were given.
#[derive(Debug, Clone, PartialEq)]
pub struct ForecastPanel {
    /// How many were right, or are so far.
    pub finding: String,
    /// Each of them.
    pub rows: Vec<ForecastRow>,
}

/// A forecast that was given.
#[derive(Debug, Clone, PartialEq)]
pub struct ForecastRow {
    /// Up to which month the actuals went.
    pub month: String,
    /// The odds.
    pub odds: String,
    /// The range that was to hold the result 8 times in 10.
    pub range: String,
    /// The median.
    pub median: String,
    /// Whether the result lies in the range; of a period that is not over what is forecast now. `None` for the newest one.
    pub is_inside: Option<bool>,
    /// The same in words.
    pub verdict: &'static str,
}

/// The forecasts of the plan's period; `None` where there is none.
pub(super) fn panel(session: &Session, compared: &Compared) -> Option<ForecastPanel> {
    let words = session.language.words().track();
    let mut kept = session.forecasts();
    kept.retain(|each| each.month >= compared.plan.period.start && each.month <= compared.plan.period.last());
    let happened = compared.landed.as_ref().map(|landed| landed.goal.p50);
    let is_over = compared.is_over();
    let mut rows = Vec::new();
    let (mut inside, mut scored) = (0.0, 0.0);
    for forecast in &kept {
        let is_scored = is_over || forecast.month < compared.as_of();
        let is_inside = happened.filter(|_| is_scored).map(|happened| is_inside(forecast, happened));
        if let Some(is_inside) = is_inside {
            scored += 1.0;
            inside += f64::from(u8::from(is_inside));
        }
        let verdict = is_inside.map_or("", |is_inside| words.verdicts[usize::from(!is_inside)]);
        let [low, median, high] = forecast.quantiles;
        let currency = crate::session::field::currency(&session.plan);
        rows.push(ForecastRow {
            month: super::panel::long_month(session, forecast.month),
            odds: odds(forecast.odds, session.language).to_string(),
            range: money_range(low, high, currency, session.language).to_string(),
            median: session.money(median).to_string(),
            is_inside,
            verdict,
        });
    }
    if rows.is_empty() {
        return None;
    }
    let counts = [rounded_count(scored), rounded_count(inside)];
    let finding = if scored > 0.0 {
        filled(words.scored[usize::from(!is_over)], &[&counts[0], &counts[1]])
    } else {
        words.not_scored.to_owned()
    };
    Some(ForecastPanel { finding, rows })
}

fn is_inside(forecast: &KeptForecast, happened: f64) -> bool {
    let [low, _, high] = forecast.quantiles;
    (low..=high).contains(&happened)
}
