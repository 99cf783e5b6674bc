//! Forecasts that were given, kept beside the plan to be compared with what happens.

use gyakusan_engine::json::Value;
use gyakusan_engine::plan::Month;

use super::{Landed, Track};
use crate::document::Step;
use crate::document::agreed::{FORECASTS, MAX_FORECASTS};
use crate::session::Session;

/// A forecast as it was given: where the period would land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeptForecast {
    /// The last month that was known.
    pub month: Month,
    /// The odds of the target.
    pub odds: f64,
    /// Quantiles 10, 50 and 90 % of the goal.
    pub quantiles: [f64; 3],
}

/// The names of the quantiles in files.
const QUANTILES: [&str; 3] = ["p10", "p50", "p90"];

impl Session {
    /// The forecasts that are kept, by their months.
    pub fn forecasts(&self) -> Vec<KeptForecast> {
        let mut kept = Vec::new();
        if let Some(Value::List(items)) = self.workbook.agreement.get(&[Step::Key(FORECASTS)]) {
            for item in items {
                let Some(Value::Text(month)) = item.get("month") else { continue };
                let number =
                    |key| if let Some(Value::Number(number)) = item.get(key) { *number } else { 0.0 };
                if let Some(month) = Month::parse(month) {
                    kept.push(KeptForecast { month, odds: number("odds"), quantiles: QUANTILES.map(number) });
                }
            }
        }
        kept
    }

    /// Keeps a forecast. That is no step of the history: nobody asked for it, so nobody takes it back.
    pub fn keep_forecast(&mut self, forecast: KeptForecast) {
        let mut kept = self.forecasts();
        kept.retain(|each| each.month != forecast.month);
        let place = kept.iter().position(|each| each.month > forecast.month).unwrap_or(kept.len());
        kept.insert(place, forecast);
        let first = kept.len().saturating_sub(MAX_FORECASTS);
        let items = kept.drain(first..).map(value).collect();
        self.workbook.agreement =
            self.workbook.agreement.with(&[Step::Key(FORECASTS)], Some(Value::List(items)));
        self.notes_taken += 1;
    }
}

impl Track {
    /// The forecast to be kept: that of the newest month, once all trials are done and where it is not kept yet.
    ///
    /// Forecasts of earlier months stand as they were given, and so does one whose period is over: nothing is left of it
    /// to be forecast.
    pub fn forecast_to_keep(&self, session: &Session) -> Option<KeptForecast> {
        let compared = self.known().filter(|compared| compared.is_final() && !compared.is_over())?;
        let Landed { odds, goal, .. } = compared.landed.as_ref()?;
        let forecast =
            KeptForecast { month: compared.as_of(), odds: *odds, quantiles: [goal.p10, goal.p50, goal.p90] };
        let kept = session.forecasts();
        let is_newest = kept.iter().all(|each| each.month <= forecast.month);
        (is_newest && !self.is_behind(session) && !kept.contains(&forecast)).then_some(forecast)
    }
}

/// A forecast as it is written; keys in their order.
fn value(forecast: KeptForecast) -> Value {
    let mut fields = vec![
        ("month".to_owned(), Value::Text(forecast.month.to_string())),
        ("odds".to_owned(), Value::Number(forecast.odds)),
    ];
    for (key, quantile) in QUANTILES.iter().zip(forecast.quantiles) {
        fields.push(((*key).to_owned(), Value::Number(quantile)));
    }
    Value::Object(fields)
}
