//! Cost and return: what each channel costs for what it brings, and how each figure is made.

use gyakusan_engine::plan::{Channel, DealKind, SolveFor};
use gyakusan_engine::tree::{ChannelEconomics, Economics, Outcome};

use super::calendar::TableRow;
use super::channels::TYPICAL_COST;
use crate::session::Session;
use crate::session::field::currency;
use crate::text::number::{exact_count, money_range, multiplier, rate};
use crate::text::{channel_name, filled};

/// Cost and return.
#[derive(Debug, Clone, PartialEq)]
pub struct CostsPanel {
    /// What is spent in the period and a month, and what that is to the budgets entered.
    pub reading: String,
    /// One row a channel: budget of the period and of a month, CPA, limit CPA, CAC, ROAS.
    pub rows: Vec<TableRow>,
    /// All channels together.
    pub total: TableRow,
    /// What each figure is called and means, and how it is made of the plan's figures.
    pub explanations: Vec<[String; 2]>,
}

/// The numbers of a row; NaN where there is none, which is written as no number.
#[derive(Debug, Clone, Copy)]
struct Figures {
    spend: f64,
    cost: f64,
    limit: f64,
    cac: f64,
    roas: f64,
}

pub(super) fn panel(session: &Session) -> CostsPanel {
    let words = session.language.words().costs();
    let mut rows = Vec::new();
    let mut explanations = Vec::new();
    let mut all = Figures { spend: f64::NAN, cost: f64::NAN, limit: f64::NAN, cac: f64::NAN, roas: f64::NAN };
    if let Some(economics) = &session.economics {
        for (channel, cost) in session.plan.channels.iter().zip(&economics.channels) {
            let name = channel_name(channel, session.language);
            rows.push(row(session, name, of_channel(channel, cost)));
        }
        all = total(session, economics);
        explanations = explain(session, economics, all);
    }
    CostsPanel { reading: reading(session), rows, total: row(session, words.total, all), explanations }
}

fn row(session: &Session, name: &str, figures: Figures) -> TableRow {
    let Figures { spend, cost, limit, cac, roas } = figures;
    let monthly = spend / session.plan.months() as f64;
    let amounts = [spend, monthly, cost, limit, cac];
    let mut figures: Vec<_> = amounts.iter().map(|amount| session.money(*amount).to_string()).collect();
    figures.push(multiplier(roas, session.language).to_string());
    TableRow { name: name.to_owned(), department: None, figures }
}

fn of_channel(channel: &Channel, cost: &ChannelEconomics) -> Figures {
    let or_none = |figure: Option<f64>| figure.unwrap_or(f64::NAN);
    Figures {
        spend: or_none(cost.spend),
        cost: or_none(channel.volume.cost_per_entry()),
        limit: cost.limit_cpa,
        cac: or_none(cost.cac),
        roas: or_none(cost.roas),
    }
}

fn total(session: &Session, economics: &Economics) -> Figures {
    let bought = bought(session, economics);
    let limits = || economics.channels.iter().map(|cost| cost.limit_cpa);
    let same_limit = limits().all(|limit| limit.total_cmp(&economics.channels[0].limit_cpa).is_eq());
    let spend = session.tree.period_budget;
    Figures {
        spend: if bought.is_some() { spend } else { f64::NAN },
        cost: bought.map_or(f64::NAN, |counted| spend / counted),
        limit: if same_limit { limits().next().unwrap_or(f64::NAN) } else { f64::NAN },
        cac: economics.cac.unwrap_or(f64::NAN),
        roas: economics.roas.unwrap_or(f64::NAN),
    }
}

/// What the channels that cost something count in the period; `None` without any, NaN where they count in different stages.
fn bought(session: &Session, economics: &Economics) -> Option<f64> {
    let mut counted = None;
    let mut stage = None;
    for (channel, cost) in session.plan.channels.iter().zip(&economics.channels) {
        let Some((spend, price)) = cost.spend.zip(channel.volume.cost_per_entry()) else { continue };
        let same = *stage.get_or_insert(&channel.counted_at) == &channel.counted_at;
        counted = Some(counted.unwrap_or(0.0) + if same { spend / price } else { f64::NAN });
    }
    counted
}

fn reading(session: &Session) -> String {
    let words = session.language.words().costs();
    let spend = session.tree.period_budget;
    if spend <= 0.0 {
        return words.no_budget.to_owned();
    }
    let month = spend / session.plan.months() as f64;
    let needed =
        filled(words.reading, &[&session.money(spend).to_string(), &session.money(month).to_string()]);
    // Only a plan that is solved for its volume has a budget other than the one entered.
    let scaled = session.plan.solve_for == SolveFor::Volume && session.tree.outcome == Outcome::Solved;
    if !scaled {
        return needed;
    }
    needed
        + &filled(
            words.against_entered,
            &[&multiplier(session.tree.multiplier, session.language).to_string()],
        )
}

/// How each figure is made: the formula with the plan's figures.
fn explain(session: &Session, economics: &Economics, all: Figures) -> Vec<[String; 2]> {
    let words = session.language.words().costs();
    let money = |amount: f64| session.money(amount).to_string();
    let quotient = |by: &str, result: &str| filled(words.quotient, &[&money(all.spend), by, result]);
    let typical =
        money_range(TYPICAL_COST.0, TYPICAL_COST.1, currency(&session.plan), session.language).to_string();
    let mut list = Vec::new();
    if let Some(counted) = bought(session, economics).filter(|counted| *counted > 0.0) {
        let formula = quotient(&session.counted(&exact_count(counted)), &money(all.cost));
        list.push([words.cost.to_owned(), formula + &filled(words.typical, &[&typical])]);
    }
    list.push([words.limit.to_owned(), limit(session, economics)]);
    let wins = session.tree.stages.last().map_or(0.0, |won| won.expected);
    if all.cac.is_finite() {
        let formula = quotient(&session.counted(&exact_count(wins)), &money(all.cac));
        list.push([words.cac.to_owned(), formula]);
    }
    if all.roas.is_finite() {
        let brought = money(all.roas * all.spend);
        let times = multiplier(all.roas, session.language).to_string();
        list.push([words.roas.to_owned(), filled(words.quotient, &[&brought, &money(all.spend), &times])]);
    }
    if let Some(months) = economics.payback_months {
        let margin = session.plan.deal.gross_margin.get();
        let fee = money(all.cac / (months * margin));
        let (cac, margin) = (money(all.cac), rate(margin).to_string());
        list.push([
            words.payback.to_owned(),
            filled(words.payback_formula, &[&cac, &fee, &margin, &exact_count(months)]),
        ]);
    }
    list
}

/// How the limit of the first channel is made; that of the others differs by their rates only.
fn limit(session: &Session, economics: &Economics) -> String {
    let words = session.language.words().costs();
    let (channel, cost) = (&session.plan.channels[0], &economics.channels[0]);
    let counted_at = session.plan.stage_index(&channel.counted_at).unwrap_or(0);
    let steps = counted_at + 1..session.plan.stages.len();
    let margin = rate(session.plan.deal.gross_margin.get()).to_string();
    let mut product = session.money(economics.value_of_win).to_string() + " × ";
    product.push_str(&filled(words.margin, &[&margin]));
    for place in steps {
        product.push_str(" × ");
        product.push_str(&rate(rate_of(session, channel, place)).to_string());
    }
    let recurring = session.plan.deal.kind == DealKind::Recurring;
    let note = if recurring { words.limit_recurring } else { words.limit_one_off };
    filled(
        words.limit_formula,
        &[
            channel_name(channel, session.language),
            &product,
            &session.money(cost.limit_cpa).to_string(),
            note,
        ],
    )
}

/// The rate of a step on a channel's way, the solved one where that is the answer.
fn rate_of(session: &Session, channel: &Channel, place: usize) -> f64 {
    let stage = &session.plan.stages[place];
    match channel.rates.get(&stage.id) {
        Some(own) => own.mean.get(),
        None if session.plan.solve_for == SolveFor::Rate(stage.id.clone()) => session.tree.solved_value,
        None => stage.step.map_or(1.0, |step| step.rate.mean.get()),
    }
}
