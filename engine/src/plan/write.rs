//! Writing a plan as JSON: every field in the order of the format, so that reading gives the same plan again.

use super::read::KINDS;
use super::{
    Channel, Customers, Deal, DealKind, Entries, Expansion, Measure, Money, Owner, PLAN_VERSION, PerMonth,
    PlanDocument, SimulationSettings, Stage, UncertainMoney, UncertainRate, Volume,
};
use crate::json::Writer;

pub(super) fn json(document: &PlanDocument) -> String {
    let mut writer = Writer::default();
    let w = &mut writer;
    w.open_object();
    w.key("version").number(PLAN_VERSION.into());
    w.key("name").text(document.name.as_str());
    w.key("currency").text(document.currency.as_str());
    w.key("period").open_object();
    w.key("start").text(&document.period.start.to_string());
    w.key("months").number(document.period.months.into());
    w.close_object();
    w.key("goal").open_object();
    w.key("measure").text(name_of(&document.goal.measure, &Measure::ALL));
    w.key("target").number(document.goal.target.get());
    w.close_object();
    w.key("stages").open_list();
    for one in &document.stages {
        stage(w, one);
    }
    w.close_list();
    w.key("delay_cv").number(document.delay_cv.get());
    deal(w.key("deal"), &document.deal);
    w.key("channels").open_list();
    for one in &document.channels {
        channel(w, one);
    }
    w.close_list();
    w.key("solve_for").text(&document.solve_for.to_string());
    w.key("seasonality").open_list();
    for weight in &document.seasonality {
        w.number(weight.get());
    }
    w.close_list();
    w.key("pipeline").open_object();
    for (id, count) in document.pipeline.iter() {
        w.key(id.as_str()).number((*count).into());
    }
    w.close_object();
    if let Some(existing) = &document.customers {
        customers(w.key("customers"), existing);
    }
    w.key("market_correlation").number(document.market_correlation.get());
    simulation(w.key("simulation"), &document.simulation);
    w.close_object();
    writer.finish()
}

fn stage(w: &mut Writer, stage: &Stage) {
    w.open_object();
    w.key("id").text(stage.id.as_str());
    w.key("name").text(stage.name.as_str());
    w.key("owner").text(name_of(&stage.owner, &Owner::ALL));
    if let Some(step) = &stage.step {
        uncertain_rate(w.key("rate"), step.rate);
        w.key("delay_months").number(step.delay_months.get());
    }
    w.close_object();
}

fn uncertain_rate(w: &mut Writer, rate: UncertainRate) {
    w.open_object();
    w.key("mean").number(rate.mean.get());
    if let Some(evidence) = rate.evidence {
        w.key("evidence").number(evidence.get());
    }
    w.close_object();
}

/// The name of the amount depends on the kind of deal.
fn deal(w: &mut Writer, deal: &Deal) {
    let amount = match deal.kind {
        DealKind::OneOff => "value",
        DealKind::Recurring => "monthly_fee",
    };
    w.open_object();
    w.key("kind").text(name_of(&deal.kind, &KINDS));
    uncertain_money(w.key(amount), deal.value);
    w.key("gross_margin").number(deal.gross_margin.get());
    w.close_object();
}

fn uncertain_money(w: &mut Writer, money: UncertainMoney) {
    w.open_object();
    w.key("mean").number(money.mean.get());
    w.key("spread").number(money.spread.get());
    w.key("uncertainty").number(money.uncertainty.get());
    w.close_object();
}

fn channel(w: &mut Writer, channel: &Channel) {
    w.open_object();
    w.key("id").text(channel.id.as_str());
    w.key("name").text(channel.name.as_str());
    w.key("enters").text(channel.enters.as_str());
    w.key("counted_at").text(channel.counted_at.as_str());
    volume(w.key("volume"), &channel.volume);
    w.key("uncertainty").number(channel.uncertainty.get());
    w.key("overdispersion").number(channel.overdispersion.get());
    w.key("fixed").boolean(channel.fixed);
    if !channel.rates.is_empty() {
        w.key("rates").open_object();
        for (id, rate) in channel.rates.iter() {
            uncertain_rate(w.key(id.as_str()), *rate);
        }
        w.close_object();
    }
    w.close_object();
}

fn volume(w: &mut Writer, volume: &Volume) {
    w.open_object();
    match volume {
        Volume::Entries { monthly_entries } => {
            per_month(w.key("monthly_entries"), monthly_entries, Entries::get);
        }
        Volume::Budget { monthly_budget, cost_per_entry } => {
            per_month(w.key("monthly_budget"), monthly_budget, Money::get);
            w.key("cost_per_entry").number(cost_per_entry.get());
        }
    }
    w.close_object();
}

fn per_month<T: Copy>(w: &mut Writer, numbers: &PerMonth<T>, get: fn(T) -> f64) {
    match numbers {
        PerMonth::Even(number) => w.number(get(*number)),
        PerMonth::Each(numbers) => {
            w.open_list();
            for number in numbers {
                w.number(get(*number));
            }
            w.close_list();
        }
    }
}

fn customers(w: &mut Writer, customers: &Customers) {
    w.open_object();
    w.key("counted").boolean(customers.counted);
    w.key("opening").number(customers.opening.into());
    w.key("monthly_fee").number(customers.monthly_fee.get());
    w.key("fee_spread").number(customers.fee_spread.get());
    if let Some(churn) = customers.monthly_churn {
        uncertain_rate(w.key("monthly_churn"), churn);
    }
    w.key("expansions").open_list();
    for one in &customers.expansions {
        expansion(w, one);
    }
    w.close_list();
    w.close_object();
}

fn expansion(w: &mut Writer, expansion: &Expansion) {
    w.open_object();
    w.key("id").text(expansion.id.as_str());
    w.key("name").text(expansion.name.as_str());
    uncertain_rate(w.key("yearly_rate"), expansion.yearly_rate);
    w.key("value").number(expansion.value.get());
    w.key("kind").text(name_of(&expansion.kind, &KINDS));
    w.close_object();
}

fn simulation(w: &mut Writer, settings: &SimulationSettings) {
    w.open_object();
    // A seed stays below 2^53, so that it is a float without loss.
    w.key("seed").number(settings.seed as f64);
    w.key("trials").number(settings.trials.into());
    w.key("confidence").number(settings.confidence.get());
    w.close_object();
}

/// The name of a choice in plan files; every choice has one.
fn name_of<T: PartialEq>(choice: &T, names: &[(T, &'static str)]) -> &'static str {
    names.iter().find(|(named, _)| named == choice).map_or("", |(_, name)| name)
}
