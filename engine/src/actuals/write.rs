//! Writing actuals as JSON, so that reading gives the same actuals again.

use super::document::{ACTUALS_VERSION, Actuals, CustomersNow, MonthCounts, Prospect, Record};
use crate::json::Writer;
use crate::plan::{ById, Money};

pub(super) fn json(actuals: &Actuals) -> String {
    let mut writer = Writer::default();
    let w = &mut writer;
    w.open_object();
    w.key("version").number(ACTUALS_VERSION.into());
    w.key("as_of").text(&actuals.as_of.to_string());
    match &actuals.record {
        Record::Months(rows) => {
            w.key("months").open_list();
            for row in rows {
                counts(w, row);
            }
        }
        Record::Prospects(prospects) => {
            w.key("prospects").open_list();
            for one in prospects {
                prospect(w, one);
            }
        }
    }
    w.close_list();
    if let Some(now) = &actuals.customers {
        customers(w.key("customers"), now);
    }
    w.close_object();
    writer.finish()
}

fn counts(w: &mut Writer, row: &MonthCounts) {
    w.open_object();
    w.key("month").text(&row.month.to_string());
    w.key("channel").text(row.channel.as_str());
    by_stage(w, "arrivals", &row.arrivals);
    if !row.losses.is_empty() {
        by_stage(w, "losses", &row.losses);
    }
    amount(w, "revenue", row.revenue);
    amount(w, "spend", row.spend);
    w.close_object();
}

fn by_stage(w: &mut Writer, key: &str, counts: &ById<u32>) {
    w.key(key).open_object();
    for (stage, count) in counts.iter() {
        w.key(stage.as_str()).number((*count).into());
    }
    w.close_object();
}

fn amount(w: &mut Writer, key: &str, amount: Option<Money>) {
    if let Some(amount) = amount {
        w.key(key).number(amount.get());
    }
}

fn prospect(w: &mut Writer, prospect: &Prospect) {
    w.open_object();
    text(w, "id", &prospect.id);
    text(w, "email", &prospect.email);
    text(w, "company", &prospect.company);
    w.key("channel").text(prospect.channel.as_str());
    w.key("entered").open_object();
    for (stage, date) in prospect.entered.iter() {
        w.key(stage.as_str()).text(&date.to_string());
    }
    w.close_object();
    if let Some(lost) = prospect.lost {
        w.key("lost").text(&lost.to_string());
    }
    text(w, "lost_reason", &prospect.lost_reason);
    amount(w, "amount", prospect.amount);
    w.close_object();
}

/// A text that may be empty, which is what a reader takes for an absent one.
fn text(w: &mut Writer, key: &str, text: &str) {
    if !text.is_empty() {
        w.key(key).text(text);
    }
}

fn customers(w: &mut Writer, now: &CustomersNow) {
    w.open_object();
    w.key("active").number(now.active.into());
    w.key("monthly_fees").number(now.monthly_fees.get());
    w.key("lost").number(now.lost.into());
    w.key("customer_months").number(now.customer_months.into());
    w.close_object();
}
