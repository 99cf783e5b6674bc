//! Plans drawn at random over the whole of the plan format, and documents that are almost plans.
//!
//! Every test that uses this file uses a part of it.
#![allow(dead_code, reason = "each test binary compiles this file and uses what it needs")]

use gyakusan_engine::plan::Plan;
use serde_json::{Value, json};

/// Numbers at random, the same ones from the same seed (`SplitMix64`).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.bits() % end as u64) as usize
    }

    /// A number from `low` to `high`.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn happens(&mut self, probability: f64) -> bool {
        self.between(0.0, 1.0) < probability
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// A valid plan with any mix of mechanisms; its target lies near what it reaches.
pub(crate) fn plan(random: &mut Random) -> Plan {
    let document = document(random);
    Plan::from_json(&document.to_string()).unwrap_or_else(|errors| panic!("{errors}\n{document}"))
}

/// The same as JSON.
pub(crate) fn document(random: &mut Random) -> Value {
    let months = random.pick(&[1, 3, 12, 12, 18, 36, 60]);
    let stages: Vec<_> = (0..=1 + random.below(5)).map(|place| stage(random, place)).collect();
    let recurring = random.happens(0.5);
    let amount = json!({
        "mean": if recurring { random.between(2e4, 3e5) } else { random.between(1e5, 9e6) }.round(),
        "spread": random.pick(&[0.0, 0.35, 1.0]),
        "uncertainty": random.pick(&[0.0, 0.1, 0.3]),
    });
    let deal = if recurring {
        json!({ "kind": "recurring", "monthly_fee": amount })
    } else {
        json!({ "kind": "one_off", "value": amount, "gross_margin": 0.7 })
    };
    let channels: Vec<_> =
        (0..=random.below(4)).map(|place| channel(random, place, stages.len(), months)).collect();
    let measure = if recurring && random.happens(0.5) { "exit_arr" } else { "period_revenue" };
    let mut document = json!({
        "version": 1,
        "period": { "start": format!("2026-{:02}", 1 + random.below(12)), "months": months },
        "goal": { "measure": measure, "target": random.between(1e6, 1e9).round() },
        "stages": stages,
        "delay_cv": random.pick(&[0.0, 0.3, 0.6, 0.6, 1.0, 3.0]),
        "deal": deal,
        "channels": channels,
        "seasonality": (0..12).map(|_| random.between(0.2, 2.0)).collect::<Vec<_>>(),
        "pipeline": {},
        "market_correlation": random.pick(&[0.0, 0.0, 0.3]),
        "simulation": { "seed": random.bits() >> 11, "trials": 4000 },
    });
    for place in 0..stages.len() - 1 {
        if random.happens(0.3) {
            document["pipeline"][format!("stage_{place}")] = json!(1 + random.below(40));
        }
    }
    if random.happens(0.6) {
        document["customers"] = customers(random);
    }
    document
}

fn stage(random: &mut Random, place: usize) -> Value {
    if place == 0 {
        return json!({ "id": "stage_0" });
    }
    let delays = [0.0, 0.0, random.between(0.0, 3.0), random.below(9) as f64];
    json!({ "id": format!("stage_{place}"), "rate": rate(random), "delay_months": random.pick(&delays) })
}

fn rate(random: &mut Random) -> Value {
    let mean = random.between(0.02, 0.9);
    if random.happens(0.2) {
        return json!({ "mean": mean });
    }
    json!({ "mean": mean, "evidence": random.pick(&[0.1, 20.0, 300.0, 1e9]) })
}

fn channel(random: &mut Random, place: usize, stage_count: usize, months: usize) -> Value {
    let enters = if place == 0 { 0 } else { random.below(stage_count - 1) };
    let counted_at = if random.happens(0.3) { enters + random.below(stage_count - enters) } else { enters };
    let mut channel = json!({
        "id": format!("channel_{place}"),
        "enters": format!("stage_{enters}"),
        "counted_at": format!("stage_{counted_at}"),
        "volume": volume(random, months),
        "uncertainty": random.pick(&[0.0, 0.2, 1.0]),
        "overdispersion": random.pick(&[0.0, 0.0, 0.4]),
        "fixed": place > 0 && random.happens(0.3),
        "rates": {},
    });
    for stage in enters + 1..stage_count {
        if random.happens(0.25) {
            channel["rates"][format!("stage_{stage}")] = rate(random);
        }
    }
    channel
}

fn volume(random: &mut Random, months: usize) -> Value {
    let bought = random.happens(0.5);
    let number = |random: &mut Random| {
        if bought { random.between(5e4, 3e6).round() } else { random.between(0.5, 300.0) }
    };
    let numbers = if random.happens(0.4) {
        (0..months).map(|_| number(random)).collect()
    } else {
        json!(number(random))
    };
    if bought {
        json!({ "monthly_budget": numbers, "cost_per_entry": random.between(500.0, 9e4).round() })
    } else {
        json!({ "monthly_entries": numbers })
    }
}

fn customers(random: &mut Random) -> Value {
    let expansions: Vec<_> = (0..random.below(5))
        .map(|place| {
            json!({
                "id": format!("more_{place}"),
                "yearly_rate": rate(random),
                "value": random.between(1e3, 9e5).round(),
                "kind": random.pick(&["one_off", "recurring"]),
            })
        })
        .collect();
    json!({
        "counted": random.happens(0.7),
        "opening": random.pick(&[0, 7, 60]),
        "monthly_fee": random.between(1e4, 2e5).round(),
        "fee_spread": random.pick(&[0.0, 0.5]),
        "monthly_churn": { "mean": random.between(0.002, 0.2), "evidence": random.pick(&[50.0, 800.0]) },
        "expansions": expansions,
    })
}

/// Changes a document in some places: values of other types and sizes, fields gone, doubled or with other names.
pub(crate) fn damage(random: &mut Random, document: &mut Value) {
    for _ in 0..=random.below(4) {
        damage_once(random, document);
    }
}

fn damage_once(random: &mut Random, value: &mut Value) {
    // The way down ends here once in four times, so that all depths are hit.
    let stop = random.happens(0.25);
    match value {
        Value::Object(fields) if !fields.is_empty() && !stop => {
            let keys: Vec<_> = fields.keys().cloned().collect();
            let key = random.pick(&keys);
            match random.below(8) {
                0 => {
                    fields.remove(&key);
                }
                1 => {
                    let moved = fields.remove(&key).unwrap_or(Value::Null);
                    fields.insert(random.pick(&["rate", "fixed", "stage_1", "あ", ""]).to_owned(), moved);
                }
                _ => damage_once(random, &mut fields[&key]),
            }
        }
        Value::Array(items) if !items.is_empty() && !stop => {
            let place = random.below(items.len());
            match random.below(8) {
                0 => {
                    items.remove(place);
                }
                1 => items.insert(place, items[place].clone()),
                _ => damage_once(random, &mut items[place]),
            }
        }
        _ => *value = any_value(random),
    }
}

fn any_value(random: &mut Random) -> Value {
    match random.below(8) {
        0 => Value::Null,
        1 => json!(random.happens(0.5)),
        2 => json!(random.pick(&[
            "",
            "volume",
            "rate:stage_1",
            "stage_1",
            "stage_9",
            "2026-04",
            "2026-13",
            "JPY",
            "é\u{0}"
        ])),
        3 => json!([]),
        4 => json!([1, 2, 3]),
        5 => json!({}),
        6 => json!(random.pick(&[0.0, -0.0, 1.0, -1.0, 0.5, 12.0, 1e15, 1e16, 1e300, 5e-324])),
        // Any finite float: the bits of an infinity or a NaN become null in JSON.
        _ => json!(f64::from_bits(random.bits())),
    }
}
