//! What a quantity is called, who answers for it, and what is known of it, by its name in the engine's answers.

use gyakusan_engine::plan::{Evidence, Owner, Plan, UncertainRate};

use super::tree::{Benchmark, Department, RANGE, benchmark, department};
use crate::session::Session;
use crate::text::{channel_name, filled, stage_names};

/// A quantity of the plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Subject {
    /// What it is called.
    pub(super) name: String,
    /// Who answers for it.
    pub(super) department: Department,
    /// How its value is written.
    pub(super) unit: Unit,
    /// The range that holds it 9 times in 10.
    pub(super) range: Option<(f64, f64)>,
    /// What others see.
    pub(super) benchmark: Option<Benchmark>,
    /// The number of observations that it rests on.
    pub(super) evidence: Option<f64>,
}

/// How a quantity is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Unit {
    /// In percent.
    #[default]
    Rate,
    /// In people.
    Count,
    /// In money.
    Money,
    /// In months.
    Months,
    /// As a factor of several quantities.
    Times,
}

/// The quantity of a name: `volume`, `volume:ads`, `rate:won`, `rate:won@ads`, `deal_value`, `delay:won`, `churn`,
/// `expansion:upsell`, `all`, `luck`, `market` or `interaction`.
pub(super) fn subject(session: &Session, source: &str) -> Subject {
    let words = session.language.words().levers();
    let plan = &session.plan;
    let (kind, id) = source.split_once(':').unwrap_or((source, ""));
    let (id, channel) = id.split_once('@').unwrap_or((id, ""));
    let named = |name: &str, owner: Option<Owner>, unit| Subject {
        name: name.to_owned(),
        department: owner.map_or_else(Department::default, |owner| department(session, &[owner])),
        unit,
        ..Subject::default()
    };
    let channel_named = |id: &str| plan.channels.iter().find(|channel| channel.id.as_str() == id);
    match kind {
        "rate" => rate(session, id, channel),
        "volume" => match channel_named(id) {
            Some(channel) => {
                named(channel_name(channel, session.language), Some(Owner::Marketing), Unit::Count)
            }
            None => named(&volume_name(session), Some(plan.stages[0].owner), Unit::Count),
        },
        "deal_value" => Subject {
            range: plan.deal.value.central_range(RANGE),
            evidence: plan.deal.value.observed_deals(),
            ..named(session.language.words().tree().deal_value, last_owner(plan), Unit::Money)
        },
        "delay" => {
            let stage = plan.stages.iter().find(|stage| stage.id.as_str() == id);
            let name = stage.map(|stage| stage_names(stage, session.language).stage).unwrap_or_default();
            named(
                &filled(words.delay, &[&(session.language.words().figures().inside)(&name)]),
                stage.map(|stage| stage.owner),
                Unit::Months,
            )
        }
        "churn" => {
            let churn = plan.customers.as_ref().and_then(|customers| customers.monthly_churn);
            of_rate(named(words.churn, Some(Owner::CustomerSuccess), Unit::Rate), churn)
        }
        "expansion" => {
            let expansions = plan.customers.iter().flat_map(|customers| &customers.expansions);
            let found = expansions.into_iter().find(|each| each.id.as_str() == id);
            let name = found.map_or(id, |each| each.name.as_str());
            let subject = named(name, Some(Owner::CustomerSuccess), Unit::Rate);
            of_rate(subject, found.map(|each| each.yearly_rate))
        }
        "all" => named(words.all, None, Unit::Times),
        "luck" => named(words.luck[0], None, Unit::Times),
        "market" => named(words.market[0], None, Unit::Times),
        _ => named(words.interaction[0], None, Unit::Times),
    }
}

/// What all volumes together are called: arrivals in the first stage, or entries where some come in later.
fn volume_name(session: &Session) -> String {
    let plan = &session.plan;
    let is_first = plan.channels.iter().all(|channel| channel.enters == plan.stages[0].id);
    if is_first {
        stage_names(&plan.stages[0], session.language).count
    } else {
        session.language.words().levers().entries.to_owned()
    }
}

fn last_owner(plan: &Plan) -> Option<Owner> {
    plan.stages.last().map(|stage| stage.owner)
}

fn of_rate(subject: Subject, rate: Option<UncertainRate>) -> Subject {
    let range = rate.filter(|rate| rate.beta().is_some()).map(|rate| rate.central_range(RANGE));
    Subject { range, evidence: rate.and_then(|rate| rate.evidence).map(Evidence::get), ..subject }
}

fn rate(session: &Session, stage: &str, channel: &str) -> Subject {
    let plan = &session.plan;
    let Some(place) = plan.stages.iter().position(|each| each.id.as_str() == stage) else {
        return Subject::default();
    };
    let stage = &plan.stages[place];
    let name = stage_names(stage, session.language).rate;
    let channel = plan.channels.iter().find(|each| each.id.as_str() == channel);
    let rate = match channel {
        Some(channel) => channel.rates.get(&stage.id).copied(),
        None => stage.step.map(|step| step.rate),
    };
    let owners = match plan.stages[place.saturating_sub(1)].owner {
        // As in the tree: the rate at which marketing hands over belongs to both.
        Owner::Marketing if stage.owner != Owner::Marketing => vec![Owner::Marketing, stage.owner],
        _ => vec![stage.owner],
    };
    let name = match channel {
        Some(channel) => filled(
            session.language.words().levers().own_rate,
            &[&name, channel_name(channel, session.language)],
        ),
        None => name,
    };
    let subject = Subject {
        name,
        department: department(session, &owners),
        benchmark: benchmark(&plan.stages, place),
        ..Subject::default()
    };
    of_rate(subject, rate)
}
