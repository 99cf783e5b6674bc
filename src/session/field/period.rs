//! The field of the period: how many months count.

use gyakusan_engine::plan::{PerMonth, Period, PlanDocument, Volume};

use super::whole;
use crate::session::Refusal;

/// Lets a number of months count. A channel's list of months is cut, or goes on as in the year before.
pub(super) fn set_months(document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
    document.period.months = whole(value, 1.0, f64::from(Period::MAX_MONTHS))? as u8;
    let months = usize::from(document.period.months);
    for channel in &mut document.channels {
        match &mut channel.volume {
            Volume::Entries { monthly_entries: PerMonth::Each(list) } => fit(list, months),
            Volume::Budget { monthly_budget: PerMonth::Each(list), .. } => fit(list, months),
            _ => {}
        }
    }
    Ok(())
}

fn fit<T: Copy>(list: &mut Vec<T>, months: usize) {
    list.truncate(months);
    while let Some(last) = list.last().copied().filter(|_| list.len() < months) {
        list.push(list.len().checked_sub(12).map_or(last, |year_before| list[year_before]));
    }
}
