//! Answers beyond the odds against figures that were worked out elsewhere.

use gyakusan_engine::plan::{Confidence, Correlation, Plan};
use gyakusan_engine::sim::{
    LeverAnswer, Measuring, MonthSpread, Odds, Simulation, Spread, VarianceShare, VolumeAnswer, curve,
    levers, measuring, required_volume, variance_shares,
};

/// 533.33 leads of a volume known to 20 %, 15 % of 200, 25 % of 80, 5,000,000 known to 10 % and spread by 50 %.
const ORACLE: &str = r#"{
    "version": 1, "period": { "start": "2026-04" }, "goal": { "target": 100000000 }, "solve_for": "volume",
    "stages": [
        { "id": "lead" }, { "id": "opportunity", "rate": { "mean": 0.15, "evidence": 200 } },
        { "id": "won", "rate": { "mean": 0.25, "evidence": 80 } }
    ],
    "deal": { "kind": "one_off", "value": { "mean": 5000000, "spread": 0.5, "uncertainty": 0.1 } },
    "channels": [{ "id": "ads", "volume": { "monthly_budget": 400000, "cost_per_entry": 9000 }, "uncertainty": 0.2 }],
    "simulation": { "trials": 100000 }
}"#;

fn plan(text: &str) -> Plan {
    Plan::from_json(text).expect("a plan")
}

fn levers_of(plan: &Plan, confidence: f64) -> Vec<LeverAnswer> {
    let trials = Simulation::new(plan).expect("a simulation").without_details().run();
    levers(plan, &trials, confidence).expect("levers")
}

fn share(shares: &[VarianceShare], source: &str) -> f64 {
    shares.iter().find(|share| share.source == source).unwrap_or_else(|| panic!("no {source}")).share
}

/// The shares in closed form, by the formulas for products of independent and of correlated numbers.
#[test]
fn variance_shares_are_those_of_the_closed_form() {
    let independent = variance_shares(&plan(ORACLE)).expect("shares");
    let together = plan(ORACLE).edit(|document| {
        document.market_correlation = Correlation::new(0.5).expect("a correlation");
    });
    let together = variance_shares(&together.expect("a plan")).expect("shares");
    let expected = [
        (&independent, "volume:ads", 0.218),
        (&independent, "deal_value", 0.055),
        (&independent, "rate:opportunity", 0.154),
        (&independent, "rate:won", 0.202),
        (&independent, "luck", 0.345),
        (&independent, "interaction", 0.026),
        (&together, "market", 0.643),
        (&together, "volume:ads", 0.055),
        (&together, "deal_value", 0.014),
        (&together, "rate:opportunity", 0.038),
        (&together, "rate:won", 0.049),
        (&together, "luck", 0.167),
        (&together, "interaction", 0.034),
    ];
    for (shares, source, expected) in expected {
        let found = share(shares, source);
        assert!((found - expected).abs() < 0.015, "{source}: {found}, expected {expected}");
    }
    for shares in [independent, together] {
        assert!((shares.iter().map(|share| share.share).sum::<f64>() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn the_example_of_the_plan_format_is_answered_within_its_errors() {
    let plan = plan(include_str!("../plans/everything.json"));
    let shares = variance_shares(&plan).expect("shares");
    for (source, expected) in [
        ("luck", 0.456),
        ("rate:won", 0.257),
        ("rate:opportunity@ads", 0.148),
        ("volume:ads", 0.121),
        ("interaction", 0.017),
    ] {
        let found = share(&shares, source);
        assert!((found - expected).abs() < 0.015, "{source}: {found}, expected {expected}");
    }
    let simulation = Simulation::new(&plan).expect("a simulation");
    let trials = simulation.run();
    let odds = Odds::of(&trials, simulation.target()).expect("trials");
    // The example's own figures have a quarter of this run's variance.
    let near = |found: f64, expected: f64, error: f64| {
        assert!((found - expected).abs() < 5.0 * error, "{found}, expected {expected} within {error}");
    };
    near(odds.probability, 0.4563, 0.0018);
    near(odds.mean, 100_099_000.0, 124_000.0);
    near(odds.sd, 34_960_000.0, 110_000.0);
    near(odds.p05, 50_090_000.0, 160_000.0);
    near(odds.p10, 58_790_000.0, 160_000.0);
    near(odds.p50, 96_250_000.0, 170_000.0);
    near(odds.p90, 146_380_000.0, 330_000.0);
    near(odds.p95, 163_290_000.0, 450_000.0);
    near(odds.shortfall_if_missed.expect("misses"), 25_198_000.0, 100_000.0);
    let Some(VolumeAnswer::Reached(volume)) = required_volume(&simulation, &trials, 0.8) else {
        panic!("no volume")
    };
    near(volume.multiplier, 1.4135, 0.004);
    let month = MonthSpread::by_month(&trials)[0];
    near(month.revenue.mean, 2_121_000.0, 25_000.0);
    near(month.revenue.p90, 6_490_000.0, 80_000.0);
    assert_eq!(month.revenue.p10.to_bits(), 500_000_f64.to_bits());
    let lead = Spread::by_stage(&trials)[0];
    near(lead.mean, 627.3, 0.5);
    near(lead.p10, 474.0, 1.0);
    near(lead.p50, 616.0, 1.0);
    near(lead.p90, 797.0, 1.5);
    let levers = levers(&plan, &trials, 0.8).expect("levers");
    let lever = |name: &str| levers.iter().find(|lever| lever.lever.to_string() == name).expect("a lever");
    near(lever("volume").from, 645.3, 0.01);
    near(lever("volume").to, 1078.1, 6.0);
    near(lever("volume").cost.expect("a cost"), 3_462_188.0, 50_000.0);
    near(lever("rate:won").to, 0.348, 0.002);
    assert_eq!(lever("rate:won").cost, None);
}

/// Var(R) = λ E[q] E[V²](1+c²) + λ² (E[U²] E[q²] E[V²] − E[q]² v²) with one channel, one-off deals and no delay.
#[test]
fn the_variance_is_that_of_the_closed_form() {
    let simulation = Simulation::new(&plan(ORACLE)).expect("a simulation").without_details();
    let odds = Odds::of(&simulation.run(), simulation.target()).expect("trials");
    let (entries, value) = (1600.0 / 3.0, 5e6);
    let rates = [(0.15, 200.0), (0.25, 80.0)];
    let reach: f64 = rates.iter().map(|(mean, _)| mean).product();
    let reach_squared: f64 =
        rates.iter().map(|(mean, n)| mean * mean + mean * (1.0 - mean) / (n + 1.0)).product();
    let value_squared = value * value * 1.01;
    let variance = entries * reach * value_squared * 1.25
        + entries * entries * (1.04 * reach_squared * value_squared - reach * reach * value * value);
    let ratio = odds.sd * odds.sd / variance;
    // A hundred thousand trials of a law with this much tail know their variance to about 0.8 %.
    assert!((ratio - 1.0).abs() < 0.04, "{ratio}");
    assert!((odds.mean / 1e8 - 1.0).abs() < 5.0 * odds.sd / 1e8 / 316.0, "{}", odds.mean);
}

/// Within a month customers join before expansions: of 100 new ones 5 take one of 1,000,000 in their first month.
#[test]
fn who_is_won_this_month_is_offered_more_this_month() {
    let plan = plan(
        r#"{
            "version": 1, "period": { "start": "2026-04", "months": 1 }, "goal": { "target": 5000000 }, "solve_for": "none",
            "stages": [{ "id": "lead" }, { "id": "won", "rate": { "mean": 1 } }],
            "deal": { "kind": "recurring", "monthly_fee": { "mean": 1 } },
            "channels": [{ "id": "ads", "volume": { "monthly_entries": 100 } }],
            "customers": { "expansions": [{ "id": "more", "yearly_rate": { "mean": 0.6 }, "value": 1000000 }] },
            "simulation": { "trials": 20000 }
        }"#,
    );
    let simulation = Simulation::new(&plan).expect("a simulation");
    let odds = Odds::of(&simulation.run(), simulation.target()).expect("trials");
    assert!((odds.mean - 5_000_100.0).abs() < 5.0 * odds.sd / 20_000_f64.sqrt(), "{}", odds.mean);
}

/// By luck alone 50, 80, 90 and 95 % take 525, 631, 691 and 744 leads.
#[test]
fn the_curve_rises_through_the_required_volumes() {
    let article = plan(include_str!("../plans/article.json"));
    let simulation = Simulation::new(&article).expect("a simulation");
    let trials = simulation.run();
    let points = curve(&simulation, &trials);
    assert!(points.windows(2).all(|pair| pair[0].probability <= pair[1].probability));
    let at = |multiplier: f64| {
        points.iter().rev().find(|point| point.multiplier <= multiplier).expect("a point").probability
    };
    assert!((at(simulation.multiplier()) - 0.53).abs() < 0.01);
    assert!(at(0.0) < 1e-9 && at(3.0 * simulation.multiplier()) > 0.999);
}

#[test]
fn levers_tie_where_every_entry_passes_every_step() {
    // Without uncertainty the same relative gain in volume and rates is the same gain.
    let article = plan(include_str!("../plans/article.json"));
    let levers = levers_of(&article, 0.8);
    let gain = |name: &str| {
        let lever = levers.iter().find(|lever| lever.lever.to_string() == name).expect("a lever");
        assert!((lever.reaches - 0.8).abs() < 1e-12, "{name}: {}", lever.reaches);
        lever.to / lever.from
    };
    let gains = ["volume", "rate:opportunity", "rate:won"].map(gain);
    assert!(gains.iter().all(|gain| (gain - 631.0 / 533.333).abs() < 0.01), "{gains:?}");
    // Four factors share the work.
    let all = gain("all");
    assert!((1.15..1.35).contains(&(all * all * all * all)), "{all}");
}

#[test]
fn a_lever_that_cannot_do_it_says_what_its_limit_gives() {
    let hopeless = plan(ORACLE).edit(|document| {
        document.stages[2].step.as_mut().expect("a step").rate.evidence = None;
        document.simulation.confidence = Confidence::new(0.99).expect("a confidence");
    });
    let levers = levers_of(&hopeless.expect("a plan"), 0.99);
    let LeverAnswer { to, reaches, cost, .. } =
        levers.iter().find(|lever| lever.lever.to_string() == "rate:opportunity").expect("a lever");
    assert!(*to <= 1.0 && *reaches <= 0.99 && cost.is_none());
}

#[test]
fn measuring_saves_what_not_knowing_costs() {
    let measured = measuring(&plan(ORACLE), 0.8).expect("savings");
    let sources: Vec<_> = measured.iter().map(|each| each.source.as_str()).collect();
    assert_eq!(sources, ["rate:opportunity", "rate:won", "volume:ads", "deal_value"]);
    for Measuring { source, entries_saved_if_known, entries_saved_if_twice, money_saved_if_known } in
        &measured
    {
        assert!(
            *entries_saved_if_known > *entries_saved_if_twice && *entries_saved_if_twice > 0.0,
            "{source}"
        );
        assert!((money_saved_if_known / entries_saved_if_known - 9000.0).abs() < 1e-6, "{source}");
    }
    // Knowing the larger part of the variance saves more.
    assert!(measured[2].entries_saved_if_known > measured[3].entries_saved_if_known);
}
