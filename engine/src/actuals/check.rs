//! Whether actuals fit a plan.

use std::collections::BTreeSet;

use super::date::{Date, days_before_month};
use super::document::{Actuals, MonthCounts, Prospect, Record};
use super::read::NAME;
use crate::plan::{Conflict, Id, Month, Plan, PlanError, Problem};

/// Everything in actuals that does not fit a plan.
pub(super) fn misfits(actuals: &Actuals, plan: &Plan) -> Vec<PlanError> {
    let mut check = Check { plan, as_of: actuals.as_of, errors: Vec::new() };
    check.last_month();
    match &actuals.record {
        Record::Months(rows) => check.months(rows),
        Record::Prospects(prospects) => check.prospects(prospects),
    }
    check.customers(actuals);
    check.errors
}

/// Where something stands; written only where something is wrong with it, since there may be a hundred thousand of them.
type Path<'a> = &'a dyn Fn() -> String;

struct Check<'a> {
    plan: &'a Plan,
    as_of: Month,
    errors: Vec<PlanError>,
}

impl Check<'_> {
    fn report(&mut self, path: &str, problem: Problem) {
        self.errors.push(PlanError { path: format!("{NAME}.{path}"), problem });
    }

    fn conflict(&mut self, path: &str, conflict: Conflict) {
        self.report(path, Problem::Contradiction(conflict));
    }

    fn last_month(&mut self) {
        if self.as_of < self.plan.period.start || self.as_of > self.plan.period.last() {
            self.conflict("as_of", Conflict::OutsideRecord);
        }
    }

    fn months(&mut self, rows: &[MonthCounts]) {
        for (place, row) in rows.iter().enumerate() {
            let path = || format!("months[{place}]");
            if row.month < self.plan.period.start || row.month > self.as_of {
                self.conflict(&format!("{}.month", path()), Conflict::OutsideRecord);
            }
            // A plan has few rows, and one look at those before costs less than a set of them.
            if rows[..place].iter().any(|known| known.month == row.month && known.channel == row.channel) {
                let id = format!("{} {}", row.month, row.channel);
                self.report(&path(), Problem::Duplicate { id });
            }
            let enters = self.channel(&path, &row.channel);
            for (part, stages, first) in [
                ("arrivals", &row.arrivals, enters),
                ("losses", &row.losses, enters.map(|enters| enters + 1)),
            ] {
                for stage in stages.keys() {
                    self.stage(&|| format!("{}.{part}.{stage}", path()), stage, first);
                }
            }
        }
    }

    /// The place of the stage that a channel enters.
    fn channel(&mut self, path: Path<'_>, id: &Id) -> Option<usize> {
        let channel = self.plan.channels.iter().find(|channel| channel.id == *id);
        if channel.is_none() {
            let known = self.plan.channels.iter().map(|channel| channel.id.to_string()).collect();
            self.report(&(path() + ".channel"), Problem::Dangling { id: id.to_string(), known });
        }
        channel.and_then(|channel| self.plan.stage_index(&channel.enters))
    }

    /// The place of a stage, which `first` may not come after.
    fn stage(&mut self, path: Path<'_>, id: &Id, first: Option<usize>) -> Option<usize> {
        let place = self.plan.stage_index(id);
        match place {
            None => {
                let known = self.plan.stages.iter().map(|stage| stage.id.to_string()).collect();
                self.report(&path(), Problem::Dangling { id: id.to_string(), known });
            }
            Some(place) if first.is_some_and(|first| place < first) => {
                self.conflict(&path(), Conflict::ActualsBeforeEntry);
            }
            Some(_) => {}
        }
        place
    }

    fn prospects(&mut self, prospects: &[Prospect]) {
        let mut known = BTreeSet::new();
        for (place, prospect) in prospects.iter().enumerate() {
            let path = || format!("prospects[{place}]");
            if !prospect.id.is_empty() && !known.insert(prospect.id.as_str()) {
                self.report(&(path() + ".id"), Problem::Duplicate { id: prospect.id.clone() });
            }
            let enters = self.channel(&path, &prospect.channel);
            self.way(&path, prospect, enters);
        }
    }

    /// The stages of a prospect follow each other, and so do their dates.
    fn way(&mut self, path: Path<'_>, prospect: &Prospect, enters: Option<usize>) {
        let entered = || path() + ".entered";
        let mut stages = Vec::new();
        for (id, date) in prospect.entered.iter() {
            let stage = self.stage(&|| format!("{}.{id}", entered()), id, enters);
            stages.extend(stage.map(|stage| (stage, *date)));
        }
        if stages.is_empty() && prospect.entered.is_empty() {
            self.report(&entered(), Problem::WrongCount { found: 0, min: 1, max: self.plan.stages.len() });
        }
        in_order(&mut stages);
        for pair in stages.windows(2) {
            let [(before, since), (stage, until)] = [pair[0], pair[1]];
            let at = || format!("{}.{}", entered(), self.plan.stages[stage].id);
            let conflicts = [
                (stage > before + 1).then(|| (at(), Conflict::StageSkipped)),
                (until < since).then(|| (at(), Conflict::DatesOutOfOrder)),
            ];
            for (at, conflict) in conflicts.into_iter().flatten() {
                self.conflict(&at, conflict);
            }
        }
        let Some(&(last, since)) = stages.last() else { return };
        let end = days_before_month(self.as_of.plus(1));
        if stages.iter().any(|(_, date)| date.number() >= end) {
            self.conflict(&entered(), Conflict::OutsideRecord);
        }
        let Some(lost) = prospect.lost else { return };
        if lost.number() >= end {
            self.conflict(&(path() + ".lost"), Conflict::OutsideRecord);
        }
        if lost < since || last + 1 == self.plan.stages.len() {
            self.conflict(&(path() + ".lost"), Conflict::DatesOutOfOrder);
        }
    }

    fn customers(&mut self, actuals: &Actuals) {
        let Some(customers) = actuals.customers else { return };
        if customers.lost > customers.customer_months {
            let (found, max) = (f64::from(customers.lost), f64::from(customers.customer_months));
            self.report("customers.lost", Problem::OutOfRange { found, min: 0.0, max });
        }
    }
}

/// Puts the few stages of a prospect in their order.
fn in_order(stages: &mut [(usize, Date)]) {
    for end in 1..stages.len() {
        let mut place = end;
        while place > 0 && stages[place] < stages[place - 1] {
            stages.swap(place, place - 1);
            place -= 1;
        }
    }
}
