//! Long histories of known parameters give them back: rates and delays from dates with most of the time unseen.

use gyakusan_engine::actuals::{DAYS_PER_MONTH, History, Record};
use gyakusan_engine::plan::{Id, Month, Plan};

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
        let history =
            History::new(&belief, &generator::history(&truth, 4, wanted).actuals).expect("a history");
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

/// The mean of the times seen after eight months lies far below the delay behind them; what is measured does not. Rate and delay
/// are hard to tell apart in one history (0.2 months either way), so twelve are taken together.
#[test]
fn measured_delays_are_not_shortened_by_what_is_unseen() {
    let truth = busy_plan();
    for with_losses in [false, true] {
        let mut measured = [Vec::new(), Vec::new()];
        let (mut seen, mut passes) = (0.0, 0.0);
        for seed in 0..12 {
            let as_of = Month::new(2026, 11).expect("a month");
            let wanted = Wanted { as_of, by_month: false, with_losses, draw_parameters: false };
            let simulated = generator::history(&truth, seed, wanted);
            let history = History::new(&truth, &simulated.actuals).expect("a history");
            for (measured, delay) in measured.iter_mut().zip(history.delays()) {
                measured.push(delay.months);
            }
            let Record::Prospects(prospects) = &simulated.actuals.record else { panic!("dates") };
            for prospect in prospects {
                let date = |stage: &str| {
                    prospect.entered.get(&Id::new(stage).expect("an id")).map(|date| date.number())
                };
                if let (Some(since), Some(until)) = (date("talk"), date("won")) {
                    seen += f64::from(until - since) / DAYS_PER_MONTH;
                    passes += 1.0;
                }
            }
        }
        for (measured, known) in measured.iter().zip([2.0, 5.0]) {
            let count = measured.len() as f64;
            let mean = measured.iter().sum::<f64>() / count;
            let sd = (measured.iter().map(|months| (months - mean) * (months - mean)).sum::<f64>()
                / (count - 1.0))
                .sqrt();
            println!(
                "losses {with_losses}: {known} is measured as {mean:.3}, one history ± {sd:.3}; seen {:.3}",
                seen / passes
            );
            assert!(
                (mean - known).abs() < 4.9 * sd / count.sqrt(),
                "losses {with_losses}: {known} as {mean} ± {sd}"
            );
            assert!(sd < 0.2 * known, "losses {with_losses}: {sd}");
        }
        assert!(seen / passes < 3.5, "{}", seen / passes);
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
