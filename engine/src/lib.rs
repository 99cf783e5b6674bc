//! The engine of Gyakusan (逆算): a sales plan in, its KPI tree and the odds of its target out.
//!
//! What can be asked, in the order in which a caller asks it:
//!
//! | question | answer |
//! | --- | --- |
//! | Is this document a plan? | [`plan::Plan::from_json`], or every error in it with its path |
//! | How many deals, opportunities, leads does the target take? | [`tree::Tree::solve`] |
//! | What rate, deal value, budget, churn or delay does it take instead? | [`tree::Tree::solve`] with another [`plan::SolveFor`] |
//! | What does this budget earn? | [`tree::Tree::solve`] with [`plan::SolveFor::Nothing`] |
//! | When do they arrive, by month and channel? | [`tree::Tree::stages`], [`tree::Tree::channels`] |
//! | What if there were 100 opportunities? | [`tree::hold_count`] |
//! | And in whole people each month? | [`tree::WholeUnits`] |
//! | What does a customer cost, what may a lead cost, when is it too late? | [`tree::Economics`] |
//! | How likely is the target with exactly that? | [`sim::Simulation`], [`sim::Odds`] |
//! | How is that spread over stages and months? | [`sim::Spread`], [`sim::MonthSpread`], [`sim::Histogram`] |
//! | How much volume makes it 80 % likely, and any other volume? | [`sim::required_volume`], [`sim::curve`], [`sim::coverage`] |
//! | What else makes it 80 % likely? | [`sim::levers`] |
//! | What moves the result, and what is worth measuring? | [`sim::variance_shares`], [`sim::measuring`] |
//! | What did each trial draw, and what came of it? | [`sim::Draws`] |
//! | Does another machine calculate the same, to the bit? | [`sim::fingerprint`] |
//! | Is one plan better than another? | [`sim::Comparison`] |
//! | What do the actuals say of rates, volumes, values and delays? | [`actuals::History`] |
//! | Where will it land, and what is still needed? | [`actuals::Landing`] |
//! | All of it as one JSON object? | [`report::Report`], [`report::Forecast`] |
//!
//! The engine knows no page, no language, no clock and no entropy: the same plan, seed and number of trials give
//! the same bits on every machine.
//!
//! ```
//! use gyakusan_engine::{plan::Plan, tree::Tree};
//!
//! let plan = Plan::from_json(r#"{
//!     "version": 1,
//!     "period": { "start": "2026-04" },
//!     "goal": { "target": 100000000 },
//!     "stages": [
//!         { "id": "lead" },
//!         { "id": "opportunity", "rate": { "mean": 0.15 } },
//!         { "id": "won", "rate": { "mean": 0.25 } }
//!     ],
//!     "deal": { "kind": "one_off", "value": { "mean": 5000000 } }
//! }"#)?;
//! let tree = Tree::solve(&plan)?;
//! let required: Vec<_> = tree.stages.iter().map(|stage| stage.required()).collect();
//! assert_eq!(required, [534.0, 80.0, 20.0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod actuals;
pub mod decimal;
pub mod flow;
pub mod json;
pub mod math;
pub mod plan;
pub mod report;
pub mod sim;
pub mod tree;

/// The generation of the figures: it rises whenever the same plan and seed give other numbers than before.
pub const ENGINE_VERSION: u32 = 1;
