//! Writing a plan as JSON: every field in the order of the format, so that reading gives the same plan again.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Deal, DealKind, PLAN_VERSION, PlanDocument, SolveFor};

pub(super) fn json(document: &PlanDocument) -> String {
    serde_json::to_string(&Versioned(document))
        .unwrap_or_else(|_| unreachable!("a plan holds no unwritable value"))
}

struct Versioned<'a>(&'a PlanDocument);

impl Serialize for Versioned<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("version", &PLAN_VERSION)?;
        map.serialize_entry("name", &document.name)?;
        map.serialize_entry("currency", &document.currency)?;
        map.serialize_entry("period", &document.period)?;
        map.serialize_entry("goal", &document.goal)?;
        map.serialize_entry("stages", &document.stages)?;
        map.serialize_entry("delay_cv", &document.delay_cv)?;
        map.serialize_entry("deal", &document.deal)?;
        map.serialize_entry("channels", &document.channels)?;
        map.serialize_entry("solve_for", &document.solve_for)?;
        map.serialize_entry("seasonality", &document.seasonality)?;
        map.serialize_entry("pipeline", &document.pipeline)?;
        if let Some(customers) = &document.customers {
            map.serialize_entry("customers", customers)?;
        }
        map.serialize_entry("market_correlation", &document.market_correlation)?;
        map.serialize_entry("simulation", &document.simulation)?;
        map.end()
    }
}

impl Serialize for SolveFor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Deal {
    /// The name of the amount depends on the kind of deal.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let amount = match self.kind {
            DealKind::OneOff => "value",
            DealKind::Recurring => "monthly_fee",
        };
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("kind", &self.kind)?;
        map.serialize_entry(amount, &self.value)?;
        map.serialize_entry("gross_margin", &self.gross_margin)?;
        map.end()
    }
}
