//! Actuals documents: errors all at once, and what is written is read again.

use gyakusan_engine::actuals::Actuals;
use gyakusan_engine::plan::Month;

use crate::generator::{self, Wanted};
use crate::{plan, two_stages};

#[test]
fn every_error_is_found_at_once() {
    let plan = two_stages(r#"{ "mean": 0.2 }"#, 1.0, "");
    let text = r#"{ "version": 1, "as_of": "2026-09", "prospects": [
        { "id": "A", "channel": "all", "entered": { "lead": "2026-02-30" } },
        { "id": "A", "channel": "ads", "entered": { "lead": "2026-04-01", "won": "2026-03-01" }, "amount": -1 },
        { "channel": "all", "entered": {} , "lost": "soon", "colour": 1 },
        { "channel": "all", "entered": { "lead": "2026-10-01", "deal": "2026-04-01" } },
        { "channel": "all", "entered": { "won": "2026-05-01" }, "lost": "2026-05-02" }
    ], "customers": { "active": 1.5, "monthly_fees": 1, "lost": 3, "customer_months": 2 } }"#;
    let errors = Actuals::from_json(text, &plan).expect_err("many errors").to_string();
    let expected = "\
        actuals.prospects[0].entered.lead: \"2026-02-30\" does not have the form YYYY-MM-DD from 2000-01-01 to 2199-12-31\n\
        actuals.prospects[1].amount: -1 is not within 0 to 1000000000000000\n\
        actuals.prospects[2].colour: is no field of a plan; remove it or check its spelling\n\
        actuals.prospects[2].lost: \"soon\" does not have the form YYYY-MM-DD from 2000-01-01 to 2199-12-31\n\
        actuals.customers.active: 1.5 is not a whole number\n\
        actuals.prospects[0].entered: 0 items, 1 to 2 expected\n\
        actuals.prospects[1].id: \"A\" stands here a second time; every id must be its own\n\
        actuals.prospects[1].channel: \"ads\" names nothing in this plan; known: all\n\
        actuals.prospects[1].entered.won: stages are entered one after the other, and who is lost is lost after the last and never won\n\
        actuals.prospects[2].entered: 0 items, 1 to 2 expected\n\
        actuals.prospects[3].entered.deal: \"deal\" names nothing in this plan; known: lead, won\n\
        actuals.prospects[3].entered: the plan's first month, as_of and its last month come in this order, actuals between the first two\n\
        actuals.prospects[4].lost: stages are entered one after the other, and who is lost is lost after the last and never won";
    assert_eq!(errors, expected);
}

#[test]
fn one_record_of_the_plans_own_months() {
    let plan = two_stages(r#"{ "mean": 0.2 }"#, 1.0, "");
    for (text, error) in [
        ("", "actuals: no JSON at line 1, column 1: the text ends too early"),
        ("[]", "actuals: a list is not an object"),
        (
            r#"{ "version": 2, "anything": 1 }"#,
            "actuals.version: version 2 is newer than 1, the newest this program reads; use a newer program",
        ),
        (
            r#"{ "version": 1, "as_of": "2026-09" }"#,
            "actuals: actuals hold exactly one of months and prospects",
        ),
        (
            r#"{ "version": 1, "as_of": "2026-09", "months": [], "prospects": [] }"#,
            "actuals: actuals hold exactly one of months and prospects",
        ),
        (r#"{ "version": 1, "months": [] }"#, "actuals.as_of: is missing"),
    ] {
        assert_eq!(Actuals::from_json(text, &plan).expect_err(text).to_string(), error);
    }
    let text = r#"{ "version": 1, "as_of": "2027-04", "months": [
        { "month": "2026-03", "channel": "all", "arrivals": { "lead": 1 }, "losses": { "lead": 1 } },
        { "month": "2026-04", "channel": "all" }, { "month": "2026-04", "channel": "all", "revenue": null }
    ], "prospects": null }"#;
    let errors = Actuals::from_json(text, &plan).expect_err("four errors");
    let paths: Vec<_> = errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(
        paths,
        ["actuals.as_of", "actuals.months[0].month", "actuals.months[0].losses.lead", "actuals.months[2]"]
    );
    let rows = vec![r#"{ "month": "2026-04", "channel": "all" }"#; 721].join(",");
    let errors = Actuals::read(&format!(r#"{{ "version": 1, "as_of": "2026-04", "months": [{rows}] }}"#));
    assert_eq!(
        errors.expect_err("too many rows").to_string(),
        "actuals.months: 721 items, 0 to 720 expected"
    );
}

#[test]
fn what_is_written_is_read_again() {
    let plans = [
        include_str!("../../plans/everything.json"),
        include_str!("../../plans/subscription.json"),
        include_str!("../../plans/default.json"),
    ];
    for text in plans {
        let plan = plan(text);
        for (by_month, with_losses) in [(false, false), (false, true), (true, true)] {
            let as_of = Month::new(2026, 8).expect("a month");
            let wanted = Wanted { as_of, by_month, with_losses, draw_parameters: true };
            let actuals = generator::history(&plan, 3, wanted).actuals;
            let written = actuals.to_json();
            assert_eq!(Actuals::from_json(&written, &plan), Ok(actuals));
            assert_eq!(written, generator::history(&plan, 3, wanted).actuals.to_json());
        }
    }
}

#[test]
fn an_edit_of_the_plan_may_end_the_fit() {
    let plan = two_stages(r#"{ "mean": 0.2 }"#, 1.0, "");
    let text = r#"{ "version": 1, "as_of": "2026-09", "months": [] }"#;
    let actuals = Actuals::from_json(text, &plan).expect("actuals");
    let shorter = plan.edit(|document| document.period.months = 3).expect("a plan");
    assert_eq!(actuals.check(&plan), Ok(()));
    assert!(actuals.check(&shorter).is_err());
    assert!(gyakusan_engine::actuals::History::new(&shorter, &actuals).is_err());
}
