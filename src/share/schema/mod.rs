//! The JSON Schema of plan files, made from the limits that the types of a plan have.
//!
//! It says what one field may hold. That ids name something, and that lists are as long as the period, no schema says.

mod form;

use gyakusan_engine::json::Writer;
use gyakusan_engine::plan::{
    CoefficientOfVariation, Confidence, Correlation, CostPerEntry, Currency, Customers, DelayMonths,
    DelayVariation, Entries, Evidence, Id, Measure, Money, Name, Owner, PLAN_VERSION, Period, Plan, Rate,
    SimulationSettings, Weight,
};

use form::{
    Fill, boolean, by_id, define, either, fields, list, names, number, object, pattern, per_month, reference,
    texts, whole,
};

use super::agreement::DAY;
use super::workbook::WORKBOOK_VERSION;
use crate::document::agreed::{
    CHECKS, Column, GOAL, Kind, MAX_KEPT, MAX_LINE, MAX_MONTHS, MAX_NUMBER, MAX_TEXT, OWNERS, RECORDS, Rows,
    Section,
};
use crate::document::{Scenario, Workbook};

/// The form of a month.
const MONTH: &str = "2[01][0-9]{2}-(0[1-9]|1[0-2])";

/// The schema (draft 2020-12) as JSON text.
///
/// ```
/// let schema = gyakusan::share::schema();
/// assert!(schema.starts_with(r#"{"$schema":"https://json-schema.org/draft/2020-12/schema""#));
/// ```
pub fn schema() -> String {
    let mut writer = Writer::default();
    let w = &mut writer;
    w.open_object();
    w.key("$schema").text("https://json-schema.org/draft/2020-12/schema");
    w.key("$id").text("gyakusan.schema.json");
    w.key("title").text("Gyakusan plan");
    plan(w);
    w.key("$defs").open_object();
    definitions(w);
    channels_and_customers(w);
    run_and_workbook(w);
    w.close_object();
    w.close_object();
    writer.finish()
}

fn plan(w: &mut Writer) {
    let name: Fill<'_> = &|w| reference(w, "name");
    fields(
        w,
        &["version", "period", "goal", "stages", "deal"],
        &[
            ("version", &|w| whole(w, 1.0, PLAN_VERSION.into())),
            ("name", name),
            ("currency", &|w| pattern(w, Currency::FORM)),
            ("period", &|w| reference(w, "period")),
            ("goal", &|w| reference(w, "goal")),
            ("stages", &|w| list(w, Plan::STAGES, "stage")),
            ("delay_cv", &|w| number(w, DelayVariation::MIN, DelayVariation::MAX)),
            ("deal", &|w| reference(w, "deal")),
            ("channels", &|w| list(w, Plan::CHANNELS, "channel")),
            ("solve_for", &solve_for),
            ("seasonality", &|w| list(w, (12, 12), "weight")),
            ("pipeline", &|w| by_id(w, &|w| whole(w, 0.0, Customers::MAX_OPENING.into()))),
            ("customers", &|w| reference(w, "customers")),
            ("market_correlation", &|w| number(w, Correlation::MIN, Correlation::MAX)),
            ("simulation", &|w| reference(w, "simulation")),
            ("workbook", &|w| reference(w, "workbook")),
            ("actuals", &|_| {}),
        ],
    );
}

fn definitions(w: &mut Writer) {
    let amount: Fill<'_> = &|w| number(w, Money::MIN, Money::MAX);
    let variation: Fill<'_> = &|w| number(w, CoefficientOfVariation::MIN, CoefficientOfVariation::MAX);
    let rate: Fill<'_> = &|w| reference(w, "rate");
    let id: Fill<'_> = &|w| reference(w, "id");
    let name: Fill<'_> = &|w| reference(w, "name");
    let mean: Fill<'_> = &|w| reference(w, "uncertain_money");
    let margin: Fill<'_> = &|w| number(w, Rate::MIN, Rate::MAX);
    define(w, "id", &|w| pattern(w, Id::FORM));
    define(w, "name", &|w| {
        w.key("type").text("string");
        w.key("maxLength").number(Name::MAX_CHARACTERS as f64);
    });
    define(w, "weight", &|w| number(w, Weight::MIN, Weight::MAX));
    define(w, "period", &|w| {
        let months = f64::from(Period::MAX_MONTHS);
        let start: Fill<'_> = &|w| pattern(w, MONTH);
        fields(w, &["start"], &[("start", start), ("months", &|w| whole(w, 1.0, months))]);
    });
    define(w, "goal", &|w| {
        let measure: Fill<'_> = &|w| names(w, &Measure::ALL.map(|(_, name)| name));
        fields(w, &["target"], &[("measure", measure), ("target", amount)]);
    });
    define(w, "rate", &|w| {
        let evidence: Fill<'_> = &|w| number(w, Evidence::MIN, Evidence::MAX);
        fields(w, &["mean"], &[("mean", &|w| number(w, Rate::MIN, Rate::MAX)), ("evidence", evidence)]);
    });
    define(w, "stage", &|w| {
        let owner: Fill<'_> = &|w| names(w, &Owner::ALL.map(|(_, name)| name));
        let delay: Fill<'_> = &|w| number(w, DelayMonths::MIN, DelayMonths::MAX);
        fields(
            w,
            &["id"],
            &[("id", id), ("name", name), ("owner", owner), ("rate", rate), ("delay_months", delay)],
        );
    });
    define(w, "uncertain_money", &|w| {
        fields(w, &["mean"], &[("mean", amount), ("spread", variation), ("uncertainty", variation)]);
    });
    define(w, "deal", &|w| {
        either(
            w,
            &|w| {
                let kind: Fill<'_> = &|w| names(w, &["one_off"]);
                fields(w, &["kind", "value"], &[("kind", kind), ("value", mean), ("gross_margin", margin)]);
            },
            &|w| {
                let kind: Fill<'_> = &|w| names(w, &["recurring"]);
                fields(
                    w,
                    &["kind", "monthly_fee"],
                    &[("kind", kind), ("monthly_fee", mean), ("gross_margin", margin)],
                );
            },
        );
    });
}

fn channels_and_customers(w: &mut Writer) {
    let amount: Fill<'_> = &|w| number(w, Money::MIN, Money::MAX);
    let variation: Fill<'_> = &|w| number(w, CoefficientOfVariation::MIN, CoefficientOfVariation::MAX);
    let rate: Fill<'_> = &|w| reference(w, "rate");
    let id: Fill<'_> = &|w| reference(w, "id");
    let name: Fill<'_> = &|w| reference(w, "name");
    let kind: Fill<'_> = &|w| names(w, &["one_off", "recurring"]);
    define(w, "volume", &volume);
    define(w, "channel", &|w| {
        let rates: Fill<'_> = &|w| by_id(w, rate);
        let own: [(&str, Fill<'_>); 9] = [
            ("id", id),
            ("name", name),
            ("enters", id),
            ("counted_at", id),
            ("volume", &|w| reference(w, "volume")),
            ("uncertainty", variation),
            ("overdispersion", variation),
            ("fixed", &boolean),
            ("rates", rates),
        ];
        fields(w, &["id", "volume"], &own);
    });
    define(w, "expansion", &|w| {
        let own: [(&str, Fill<'_>); 5] =
            [("id", id), ("name", name), ("yearly_rate", rate), ("value", amount), ("kind", kind)];
        fields(w, &["id", "yearly_rate", "value"], &own);
    });
    define(w, "customers", &|w| {
        let own: [(&str, Fill<'_>); 6] = [
            ("counted", &boolean),
            ("opening", &|w| whole(w, 0.0, Customers::MAX_OPENING.into())),
            ("monthly_fee", amount),
            ("fee_spread", variation),
            ("monthly_churn", rate),
            ("expansions", &|w| list(w, (0, Customers::MAX_EXPANSIONS), "expansion")),
        ];
        fields(w, &[], &own);
    });
}

fn run_and_workbook(w: &mut Writer) {
    define(w, "simulation", &|w| {
        let (least, most) = (SimulationSettings::MIN_TRIALS, SimulationSettings::MAX_TRIALS);
        let own: [(&str, Fill<'_>); 3] = [
            ("seed", &|w| whole(w, 0.0, SimulationSettings::MAX_SEED as f64)),
            ("trials", &|w| whole(w, least.into(), most.into())),
            ("confidence", &|w| number(w, Confidence::MIN, Confidence::MAX)),
        ];
        fields(w, &[], &own);
    });
    define(w, "workbook", &|w| {
        let people: Fill<'_> = &|w| whole(w, 0.0, Workbook::MAX_PEOPLE.into());
        let owners = Owner::ALL.map(|(_, name)| (name, people));
        let scoring: Fill<'_> = &|w| {
            let threshold = &Section::Threshold.columns()[0];
            let items: Fill<'_> = &|w| section(w, Section::Scores);
            fields(w, &[], &[(threshold.key, &|w| cell(w, threshold)), ("items", items)]);
        };
        let own: [(&str, Fill<'_>); 16] = [
            ("version", &|w| whole(w, 1.0, WORKBOOK_VERSION.into())),
            ("people", &|w| fields(w, &[], &owners)),
            ("last_year_revenue", &|w| number(w, Money::MIN, Money::MAX)),
            ("scenarios", &|w| list(w, (0, Scenario::MAX), "scenario")),
            ("definitions", &|w| section(w, Section::Definitions)),
            ("kfs", &|w| section(w, Section::Factors)),
            ("mql", &|w| section(w, Section::Mql)),
            ("scoring", scoring),
            ("hand_off", &|w| section(w, Section::HandOff)),
            ("lost_reasons", &|w| section(w, Section::LostReasons)),
            ("meetings", &|w| section(w, Section::Meetings)),
            ("owners", &|w| section(w, Section::People)),
            ("activities", &|w| section(w, Section::Activities)),
            ("measures", &|w| section(w, Section::Measures)),
            ("checklists", &|w| section(w, Section::Checks)),
            ("notes", &|w| cell(w, &Section::Notes.columns()[0])),
        ];
        let records =
            RECORDS.map(|(_, most, columns)| move |w: &mut Writer| rows_of(w, most, &|w| row_of(w, columns)));
        let mut own: Vec<(&str, Fill<'_>)> = own.to_vec();
        own.extend(RECORDS.iter().zip(&records).map(|((key, ..), rows)| (*key, rows as Fill<'_>)));
        fields(w, &["version"], &own);
    });
    define(w, "scenario", &|w| {
        let plan: Fill<'_> = &|w| w.key("$ref").text("#");
        fields(w, &["plan"], &[("name", &|w| reference(w, "name")), ("plan", plan)]);
    });
}

/// What a section of the agreement may hold.
fn section(w: &mut Writer, section: Section) {
    let row: Fill<'_> = &|w| row_of(w, section.columns());
    let of = |w: &mut Writer, names: &[&str]| {
        let named: Vec<_> = names.iter().map(|name| (*name, row)).collect();
        fields(w, &[], &named);
    };
    match section.rows() {
        Rows::One => row(w),
        Rows::Owners => of(w, &OWNERS),
        Rows::Checks => of(w, &CHECKS.map(|check| check.key)),
        Rows::Stages | Rows::GoalAndStages => {
            w.key("type").text("object");
            let is_of_goal = section.rows() == Rows::GoalAndStages;
            let form =
                if is_of_goal { ["(", GOAL, "|", Id::FORM, ")"].concat() } else { Id::FORM.to_owned() };
            object(w.key("propertyNames"), &|w| pattern(w, &form));
            w.key("maxProperties").number(MAX_KEPT.max(CHECKS.len()) as f64);
            object(w.key("additionalProperties"), row);
        }
        Rows::List(most) => rows_of(w, most, row),
    }
}

fn rows_of(w: &mut Writer, most: usize, row: Fill<'_>) {
    w.key("type").text("array");
    w.key("maxItems").number(most as f64);
    object(w.key("items"), row);
}

/// What a row of these columns may hold.
fn row_of(w: &mut Writer, columns: &[Column]) {
    match columns {
        [column] if column.key.is_empty() => cell(w, column),
        columns => {
            let cells: Vec<_> = columns.iter().map(|column| move |w: &mut Writer| cell(w, column)).collect();
            let named = columns.iter().zip(&cells);
            let named: Vec<(&str, Fill<'_>)> =
                named.map(|(column, cell)| (column.key, cell as Fill<'_>)).collect();
            fields(w, &[], &named);
        }
    }
}

/// What a column of the agreement may hold.
fn cell(w: &mut Writer, column: &Column) {
    let text = |w: &mut Writer, most: usize| {
        w.key("type").text("string");
        w.key("maxLength").number(most as f64);
    };
    match column.kind {
        Kind::Line => text(w, MAX_LINE),
        Kind::Text => text(w, MAX_TEXT),
        Kind::Number { min, max, whole: true } => whole(w, min, max),
        Kind::Number { min, max, whole: false } => number(w, min, max),
        Kind::Months => {
            w.key("type").text("array");
            w.key("maxItems").number(MAX_MONTHS as f64);
            object(w.key("items"), &|w| {
                w.key("type");
                texts(w, &["number", "null"]);
                w.key("minimum").number(-MAX_NUMBER);
                w.key("maximum").number(MAX_NUMBER);
            });
        }
        Kind::Tick => boolean(w),
        Kind::Choice(all) => names(w, all),
        Kind::Stage => reference(w, "id"),
        Kind::Day => pattern(w, DAY),
        Kind::Month => pattern(w, MONTH),
    }
}

fn volume(w: &mut Writer) {
    let entries: Fill<'_> = &|w| per_month(w, &|w| number(w, Entries::MIN, Entries::MAX));
    let budget: Fill<'_> = &|w| per_month(w, &|w| number(w, Money::MIN, Money::MAX));
    either(w, &|w| fields(w, &["monthly_entries"], &[("monthly_entries", entries)]), &|w| {
        // The smallest cost is the smallest float, which stands for any number above 0.
        let cost: Fill<'_> = &|w| {
            w.key("type").text("number");
            w.key("exclusiveMinimum").number(0.0);
            w.key("maximum").number(CostPerEntry::MAX);
        };
        fields(
            w,
            &["monthly_budget", "cost_per_entry"],
            &[("monthly_budget", budget), ("cost_per_entry", cost)],
        );
    });
}

fn solve_for(w: &mut Writer) {
    let id = Id::FORM;
    pattern(w, &format!("(volume|none|deal_value|churn|(rate|delay|budget):{id})"));
}
