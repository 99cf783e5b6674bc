//! Long histories of known parameters give them back: rates and delays from dates with most of the time unseen.

use gyakusan_engine::actuals::History;
use gyakusan_engine::plan::{Month, Plan};

use crate::generator::{self, Wanted};
use crate::plan;

fn busy_plan() -> Plan {
    plan(
        r#"{ "version": 1, "period": { "start": "2026-04" }, "goal": { "target": 30000000 },
        "stages": [ { "id": "lead" }, { "id": "talk", "rate": { "mean": 0.4, "evidence": 2 }, "delay_months": 2 },
            { "id": "won", "rate": { "mean": 0.25, "evidence": 2 }, "delay_months": 5 } ],
        "deal": { "kind": "one_off", "value": { "mean": 1000000, "spread": 0.5, "uncertainty": 0.5 } },
        "channels": [ { "id": "all", "volume": { "monthly_entries": 1500 }, "uncertainty": 0.5 } ],
        "solve_for": "none" }"#,
    )
}

#[test]
fn known_parameters_come_back() {
    let truth = busy_plan();
    // Whoever learns believed something else: other rates, half the volume, another value.
    let belief = truth.edit(|document| {
        for (stage, mean) in document.stages[1..].iter_mut().zip([0.2, 0.5]) {
            if let Some(step) = &mut stage.step {
                step.rate.mean = gyakusan_engine::plan::Rate::new(mean).expect("a rate");
            }
        }
        document.deal.value.mean = gyakusan_engine::plan::Money::new(2e6).expect("money");
    });
    let belief = belief.expect("a plan");
    for (by_month, with_losses) in [(false, false), (false, true), (true, false), (true, true)] {
        let as_of = Month::new(2026, 9).expect("a month");
        let wanted = Wanted { as_of, by_month, with_losses, draw_parameters: false };
        let history = History::new(&belief, &generator::history(&truth, 4, wanted).actuals).expect("a history");
        let learned = history.posteriors();
        let what = format!("by month {by_month}, losses {with_losses}");
        for (rate, known) in learned.rates.iter().zip([0.4, 0.25]) {
            let density = rate.density.as_ref().expect("a density");
            let off = (density.mean() - known) / density.variance().sqrt();
            // Months of 28 to 31 days shift counts by month a little against months of 30.4 days.
            assert!(off.abs() < 4.0, "{what}: {} is {}, off by {off} sd", rate.source, density.mean());
            assert!(density.variance().sqrt() < 0.04, "{what}: {}", density.variance().sqrt());
        }
        assert!((learned.volumes[0].factor - 1.0).abs() < 0.04, "{what}: {}", learned.volumes[0].factor);
        let value = learned.deal_value.as_ref().expect("a value").learned.mean.get();
        assert!((value / 1e6 - 1.0).abs() < 0.1, "{what}: {value}");
    }
}

/// The mean of the times seen after half a year lies far below the delay behind them; what is measured does not.
#[test]
fn measured_delays_are_not_shortened_by_what_is_unseen() {
    let truth = busy_plan();
    for with_losses in [false, true] {
        let as_of = Month::new(2026, 9).expect("a month");
        let wanted = Wanted { as_of, by_month: false, with_losses, draw_parameters: false };
        let simulated = generator::history(&truth, 6, wanted);
        let history = History::new(&truth, &simulated.actuals).expect("a history");
        let delays = history.delays();
        assert_eq!(delays.len(), 2);
        for (delay, (known, tolerance)) in delays.iter().zip([(2.0, 0.1), (5.0, 0.8)]) {
            assert!((delay.months - known).abs() < tolerance, "losses {with_losses}: {delay:?}");
        }
    }
    // Few passes are no measurement.
    let few = truth.edit(|document| {
        document.channels[0].volume = gyakusan_engine::plan::Volume::Entries {
            monthly_entries: gyakusan_engine::plan::PerMonth::Even(
                gyakusan_engine::plan::Entries::new(3.0).expect("entries"),
            ),
        };
    });
    let few = few.expect("a plan");
    let as_of = Month::new(2026, 6).expect("a month");
    let wanted = Wanted { as_of, by_month: false, with_losses: true, draw_parameters: false };
    let history = History::new(&few, &generator::history(&few, 1, wanted).actuals).expect("a history");
    assert!(history.delays().is_empty());
    assert!(history.lost_reasons().iter().map(|lost| lost.count).sum::<u32>() > 0);
}
