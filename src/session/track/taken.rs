//! What of the actuals has been taken into the plan, noted beside it so that nothing is learned twice.
//!
//! The note says for every quantity what it was and what it became. Actuals are compared with the plan as it was: where a
//! quantity still is what it became, with what it was before; one that has been changed since is the user's own and stands.

use gyakusan_engine::actuals::{Posteriors, with_learned};
use gyakusan_engine::json::Value;
use gyakusan_engine::plan::{
    CoefficientOfVariation, DelayMonths, Evidence, Money, Month, Plan, PlanDocument, Rate, UncertainRate,
};
use gyakusan_engine::tree::Tree;

use super::{Compared, Track};
use crate::document::agreed::LEARNED;
use crate::document::{Step, Workbook};
use crate::session::Session;

/// The months of a measured delay are taken over in tenths.
const TENTHS: f64 = 10.0;

/// The numbers of a quantity in the note.
const BEFORE: [&str; 2] = ["before", "before_weight"];
const AFTER: [&str; 2] = ["after", "after_weight"];

/// A quantity that was taken over: its name in the engine's answers, and its numbers before and after. They are mean and
/// evidence of a rate or the churn, mean and uncertainty of the deal value; an evidence of 0 stands for none.
struct Taken {
    source: String,
    before: [f64; 2],
    after: [f64; 2],
}

/// The plan as it was before anything of its actuals was taken into it.
pub(super) fn plan_before(session: &Session) -> Plan {
    let plan = &session.plan;
    let taken = noted(session);
    if taken.is_empty() {
        return plan.clone();
    }
    let restored = plan.edit(|document| {
        for taken in &taken {
            if numbers(document, &taken.source) == Some(taken.after) {
                set_numbers(document, &taken.source, taken.before);
            }
        }
    });
    restored.unwrap_or_else(|_| plan.clone())
}

/// The month up to which actuals have been taken into the plan, and its odds before that, where they were known.
pub(super) fn mark(session: &Session) -> Option<(Month, Option<f64>)> {
    let note = rows(session).first()?;
    let Some(Value::Text(as_of)) = note.get("as_of") else { return None };
    // What was learned before the period is what the plan begins with.
    let as_of = Month::parse(as_of).filter(|as_of| *as_of >= session.plan.period.start)?;
    Some((as_of, number(note, "odds")))
}

/// The note, one row a quantity.
fn rows(session: &Session) -> &[Value] {
    match session.workbook.agreement.get(&[Step::Key(LEARNED)]) {
        Some(Value::List(rows)) => rows,
        _ => &[],
    }
}

fn number(row: &Value, key: &str) -> Option<f64> {
    if let Some(Value::Number(number)) = row.get(key) { Some(*number) } else { None }
}

impl Session {
    /// Takes what the actuals teach about rates, deal value and churn into the plan, and notes what it was before.
    pub fn take_learned(&mut self, track: &Track) {
        let Some(compared) = track.known() else { return };
        let Some(plan) = learned_plan(compared) else { return };
        let odds = mark(self).map_or_else(|| self.odds_of_plan(), |(_, odds)| odds);
        let note = note(compared, &plan, odds);
        let agreement = self.workbook.agreement.with(&[Step::Key(LEARNED)], Some(note));
        self.take_over(plan, Workbook { agreement, ..self.workbook.clone() });
    }

    /// Takes the measured delays into the plan.
    pub fn take_delays(&mut self, track: &Track) {
        let Some(compared) = track.known() else { return };
        let plan = self.plan.edit(|document| {
            for delay in &compared.delays {
                let stage = document.stages.iter_mut().find(|stage| stage.id == delay.stage);
                let step = stage.and_then(|stage| stage.step.as_mut());
                if let (Some(step), Ok(months)) = (step, DelayMonths::new(tenths(delay.months))) {
                    step.delay_months = months;
                }
            }
        });
        if let Ok(plan) = plan {
            self.take_over(plan, self.workbook.clone());
        }
    }

    /// The odds of the plan itself, once all its trials are done.
    pub(super) fn odds_of_plan(&self) -> Option<f64> {
        self.summary.as_ref().filter(|_| !self.is_interim()).map(|summary| summary.odds.probability)
    }

    fn take_over(&mut self, plan: Plan, workbook: Workbook) {
        let Ok(tree) = Tree::solve(&plan) else { return };
        self.history.record(self.moment(), None);
        self.workbook = workbook;
        self.notes_taken += 1;
        self.set_plan(plan, tree);
        self.notify(self.language.words().track().taken.to_owned());
    }
}

/// The months of a measured delay as they are taken over.
pub(super) fn tenths(months: f64) -> f64 {
    (TENTHS * months).round() / TENTHS
}

/// The plan with what was learned in it; its volumes stay as they are planned. `None` where nothing would change.
pub(super) fn learned_plan(compared: &Compared) -> Option<Plan> {
    let learned = Posteriors { volumes: Vec::new(), ..compared.learned.clone() };
    with_learned(&compared.plan, &learned, &[]).ok().filter(|plan| *plan != compared.plan)
}

/// What has been taken into the plan of this period.
fn noted(session: &Session) -> Vec<Taken> {
    let mut noted = Vec::new();
    if mark(session).is_none() {
        return noted;
    }
    for row in rows(session) {
        let Some(Value::Text(source)) = row.get("source") else { continue };
        let of = |keys: [&str; 2]| keys.map(|key| number(row, key).unwrap_or(0.0));
        noted.push(Taken { source: source.clone(), before: of(BEFORE), after: of(AFTER) });
    }
    noted
}

/// The note of what is taken over; keys in their order.
fn note(compared: &Compared, plan: &Plan, odds: Option<f64>) -> Value {
    let mut sources: Vec<String> = compared.learned.rates.iter().map(|rate| rate.source.clone()).collect();
    sources.push("deal_value".to_owned());
    sources.push("churn".to_owned());
    let mut rows = Vec::new();
    for source in sources {
        let (Some(before), Some(after)) = (numbers(&compared.plan, &source), numbers(plan, &source)) else {
            continue;
        };
        if before.map(f64::to_bits) == after.map(f64::to_bits) {
            continue;
        }
        let mut fields = Vec::new();
        for (keys, pair) in [(AFTER, after), (BEFORE, before)] {
            fields.extend(
                keys.iter().zip(pair).map(|(key, number)| ((*key).to_owned(), Value::Number(number))),
            );
        }
        fields.insert(2, ("as_of".to_owned(), Value::Text(compared.as_of().to_string())));
        if let Some(odds) = odds {
            fields.push(("odds".to_owned(), Value::Number(odds)));
        }
        fields.push(("source".to_owned(), Value::Text(source)));
        rows.push(Value::Object(fields));
    }
    Value::List(rows)
}

/// The numbers of a quantity.
fn numbers(plan: &PlanDocument, source: &str) -> Option<[f64; 2]> {
    let of_rate = |rate: UncertainRate| [rate.mean.get(), rate.evidence.map_or(0.0, Evidence::get)];
    match source {
        "deal_value" => Some([plan.deal.value.mean.get(), plan.deal.value.uncertainty.get()]),
        "churn" => plan.customers.as_ref()?.monthly_churn.map(of_rate),
        _ => {
            let (stage, channel) = rate_of(source)?;
            if let Some(channel) = channel {
                let channel = plan.channels.iter().find(|each| each.id.as_str() == channel)?;
                let (_, rate) = channel.rates.iter().find(|(id, _)| id.as_str() == stage)?;
                return Some(of_rate(*rate));
            }
            let stage = plan.stages.iter().find(|each| each.id.as_str() == stage)?;
            Some(of_rate(stage.step?.rate))
        }
    }
}

fn set_numbers(plan: &mut PlanDocument, source: &str, [mean, other]: [f64; 2]) {
    let rate = Rate::new(mean)
        .ok()
        .map(|mean| UncertainRate { mean, evidence: Evidence::new(other).ok().filter(|_| other > 0.0) });
    match source {
        "deal_value" => {
            if let (Ok(mean), Ok(uncertainty)) = (Money::new(mean), CoefficientOfVariation::new(other)) {
                (plan.deal.value.mean, plan.deal.value.uncertainty) = (mean, uncertainty);
            }
        }
        "churn" => {
            if let (Some(customers), Some(rate)) = (&mut plan.customers, rate) {
                customers.monthly_churn = Some(rate);
            }
        }
        _ => {
            let (Some((stage, channel)), Some(rate)) = (rate_of(source), rate) else { return };
            if let Some(channel) = channel {
                let channel = plan.channels.iter_mut().find(|each| each.id.as_str() == channel);
                if let (Some(channel), Some(id)) = (channel, gyakusan_engine::plan::Id::new(stage)) {
                    channel.rates.insert(id, rate);
                }
            } else {
                let stage = plan.stages.iter_mut().find(|each| each.id.as_str() == stage);
                if let Some(step) = stage.and_then(|stage| stage.step.as_mut()) {
                    step.rate = rate;
                }
            }
        }
    }
}

/// Stage and channel of a rate's name.
fn rate_of(source: &str) -> Option<(&str, Option<&str>)> {
    let name = source.strip_prefix("rate:")?;
    Some(name.split_once('@').map_or((name, None), |(stage, channel)| (stage, Some(channel))))
}
