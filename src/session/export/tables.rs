//! Tables for other programs: plain numbers in full precision, months as YYYY-MM, headings in the page's language.

use gyakusan_engine::plan::Evidence;

use super::super::{Question, Required, Session};
use crate::share::csv::Table;
use crate::text::{channel_name, stage_names};

/// A table of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Stages with rates, delays and counts.
    Tree,
    /// Arrivals and revenue by month.
    Months,
    /// Counts and their spread in the simulation.
    Funnel,
    /// Odds, required volume, distribution, levers, shares of the variance.
    Odds,
}

impl TableKind {
    /// Every table.
    pub const ALL: [Self; 4] = [Self::Tree, Self::Months, Self::Funnel, Self::Odds];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Months => "months",
            Self::Funnel => "funnel",
            Self::Odds => "odds",
        }
    }
}

pub(super) fn table(session: &Session, kind: TableKind) -> Table {
    let mut table = Table::default();
    match kind {
        TableKind::Tree => tree(session, &mut table),
        TableKind::Months => months(session, &mut table),
        TableKind::Funnel => funnel(session, &mut table),
        TableKind::Odds => odds(session, &mut table),
    }
    table
}

fn tree(session: &Session, table: &mut Table) {
    let words = session.language.words().exports();
    table.texts(&words.tree_columns).end_line();
    for (place, (stage, figures)) in session.plan.stages.iter().zip(&session.tree.stages).enumerate() {
        let [rate, delay] = session.solved_step(place).unwrap_or([f64::NAN; 2]);
        let evidence = stage.step.and_then(|step| step.rate.evidence).map_or(f64::NAN, Evidence::get);
        let standing = session.plan.pipeline.get(&stage.id).copied().unwrap_or(0);
        table.text(&stage_names(stage, session.language).stage);
        table.numbers(&[rate, evidence, delay, f64::from(standing), figures.expected, figures.required()]);
        table.end_line();
    }
    // The plan's own figures follow in a table of their own.
    table.end_line();
    let (deal, deal_name) = session.solved_deal();
    for (name, figure) in [
        (words.target, session.plan.goal.target.get()),
        (words.goal, session.tree.expected_goal),
        (deal_name, deal),
        (words.multiplier, session.tree.multiplier),
        (words.sums[0], session.tree.period_entries),
        (words.sums[1], session.tree.period_budget),
    ] {
        table.text(name).number(figure).end_line();
    }
}

fn months(session: &Session, table: &mut Table) {
    let words = session.language.words().exports();
    let (plan, tree) = (&session.plan, &session.tree);
    table.text(words.months);
    for stage in &plan.stages {
        table.text(&stage_names(stage, session.language).stage);
    }
    for channel in &plan.channels {
        table.text(channel_name(channel, session.language));
    }
    table.text(words.billing[3]).text(words.cumulative);
    let spreads = session.answers.months.as_ref().filter(|_| session.answers.is_fresh(Question::Spreads));
    if spreads.is_some() {
        table.texts(&words.month_columns);
    }
    table.end_line();
    let mut cumulative = 0.0;
    for (month, name) in plan.period.iter().enumerate() {
        table.text(&name.to_string());
        for stage in &tree.stages {
            table.number(stage.monthly[month]);
        }
        for (channel, arrivals) in plan.channels.iter().zip(&tree.channels) {
            let enters = plan.stage_index(&channel.enters).unwrap_or(0);
            table.number(arrivals[enters][month]);
        }
        cumulative += tree.monthly_revenue[month];
        table.numbers(&[tree.monthly_revenue[month], cumulative]);
        if let Some(spread) = spreads.and_then(|months| months.get(month)) {
            let [own, sum] = [&spread.revenue, &spread.cumulative];
            table.numbers(&[own.p10, own.p50, own.p90, sum.p10, sum.p50, sum.p90]);
        }
        table.end_line();
    }
}

fn funnel(session: &Session, table: &mut Table) {
    let words = session.language.words().exports();
    table.texts(&words.funnel_columns).end_line();
    let spreads = session.answers.stages.as_ref().filter(|_| session.answers.is_fresh(Question::Spreads));
    for (place, (stage, figures)) in session.plan.stages.iter().zip(&session.tree.stages).enumerate() {
        table.text(&stage_names(stage, session.language).stage);
        table.numbers(&[figures.expected, figures.required()]);
        if let Some(spread) = spreads.and_then(|stages| stages.get(place)) {
            table.numbers(&[spread.p10, spread.p50, spread.p90]);
        }
        table.end_line();
    }
    let revenue = session.language.words().tree().revenue;
    table.text(revenue).numbers(&[session.tree.expected_goal, session.plan.goal.target.get()]);
    if let Some(summary) = session.final_summary() {
        table.numbers(&[summary.odds.p10, summary.odds.p50, summary.odds.p90]);
    }
    table.end_line();
}

fn odds(session: &Session, table: &mut Table) {
    let words = session.language.words().exports();
    table.texts(&words.odds_columns).end_line();
    let Some(summary) = session.final_summary() else { return };
    let odds = &summary.odds;
    let figures = [
        odds.probability,
        odds.standard_error,
        odds.mean,
        odds.sd,
        odds.p05,
        odds.p10,
        odds.p25,
        odds.p50,
        odds.p75,
        odds.p90,
        odds.p95,
    ];
    let [kind_odds, kind_volume, kind_bin, kind_lever, kind_share] = words.kinds;
    for (name, figure) in words.odds.iter().zip(figures) {
        table.texts(&[kind_odds, name]).number(figure).end_line();
    }
    let [of_volume, reached, cost] = match summary.required {
        Required::Reached { confidence, arrivals, monthly_budget } => [arrivals, confidence, monthly_budget],
        Required::Unreachable { probability, .. } => [f64::NAN, probability, f64::NAN],
    };
    let none = f64::NAN;
    table
        .texts(&[kind_volume, words.required[1]])
        .numbers(&[of_volume, none, none, reached, cost])
        .end_line();
    let width = summary.histogram.width;
    for (bin, count) in summary.histogram.counts.iter().enumerate() {
        let edges = [bin as f64, (bin + 1) as f64].map(|edge| edge * width);
        table.texts(&[kind_bin, words.bins[2]]).numbers(&[f64::from(*count), edges[0], edges[1]]).end_line();
    }
    let end = summary.histogram.counts.len() as f64 * width;
    table.texts(&[kind_bin, words.bins[2]]).numbers(&[f64::from(summary.histogram.above), end]).end_line();
    let answers = &session.answers;
    let levers = answers.levers.iter().flatten().filter(|_| answers.is_fresh(Question::Levers));
    for lever in levers {
        let name = session.quantity_name(&lever.lever.to_string());
        let figures = [none, lever.from, lever.to, lever.reaches, lever.cost.unwrap_or(none)];
        table.texts(&[kind_lever, &name]).numbers(&figures).end_line();
    }
    for share in answers.variance.iter().flatten().filter(|_| answers.is_fresh(Question::Variance)) {
        table.texts(&[kind_share, &session.quantity_name(&share.source)]).number(share.share).end_line();
    }
}
