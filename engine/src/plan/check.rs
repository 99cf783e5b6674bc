//! Whether the parts of a plan fit together.

use super::{
    Channel, Conflict, DealKind, Entries, Id, Measure, PerMonth, Plan, PlanDocument, PlanError, Problem,
    SolveFor, Volume,
};

/// Every contradiction between the parts of a document.
pub(super) fn contradictions(document: &PlanDocument) -> Vec<PlanError> {
    let mut check = Check { document, errors: Vec::new() };
    check.counts();
    check.stages();
    check.channels();
    check.goal();
    check.solve_for();
    check.seasonality();
    check.pipeline();
    check.customers();
    check.errors
}

struct Check<'a> {
    document: &'a PlanDocument,
    errors: Vec<PlanError>,
}

impl Check<'_> {
    fn report(&mut self, path: impl Into<String>, problem: Problem) {
        self.errors.push(PlanError { path: path.into(), problem });
    }

    fn conflict(&mut self, path: impl Into<String>, conflict: Conflict) {
        self.report(path, Problem::Contradiction(conflict));
    }

    fn counts(&mut self) {
        let document = self.document;
        for (path, found, (min, max)) in [
            ("stages", document.stages.len(), Plan::STAGES),
            ("channels", document.channels.len(), Plan::CHANNELS),
        ] {
            if !(min..=max).contains(&found) {
                self.report(path, Problem::WrongCount { found, min, max });
            }
        }
    }

    fn stages(&mut self) {
        self.unique("stages", self.document.stages.iter().map(|stage| &stage.id));
        for (index, stage) in self.document.stages.iter().enumerate() {
            match (index, &stage.step) {
                (0, Some(_)) => self.conflict("stages[0].rate", Conflict::StepIntoFirstStage),
                (1.., None) => self.report(format!("stages[{index}].rate"), Problem::Missing),
                _ => {}
            }
        }
    }

    /// Reports every id that stands before already. Lists are short when they come here, so that each id is compared
    /// with all before it.
    fn unique<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a Id>) {
        let ids: Vec<_> = ids.collect();
        for (index, id) in ids.iter().enumerate() {
            if ids[..index].contains(id) {
                self.report(format!("{list}[{index}].id"), Problem::Duplicate { id: id.to_string() });
            }
        }
    }

    /// The place of a stage; its absence is reported.
    fn stage(&mut self, path: &str, id: &Id) -> Option<usize> {
        let place = self.document.stages.iter().position(|stage| stage.id == *id);
        if place.is_none() {
            self.dangling(path, id, self.document.stages.iter().map(|stage| &stage.id));
        }
        place
    }

    fn dangling<'a>(&mut self, path: &str, id: &Id, known: impl Iterator<Item = &'a Id>) {
        let known = known.map(Id::to_string).collect();
        self.report(path, Problem::Dangling { id: id.to_string(), known });
    }

    fn channels(&mut self) {
        self.unique("channels", self.document.channels.iter().map(|channel| &channel.id));
        for (index, channel) in self.document.channels.iter().enumerate() {
            self.channel(&format!("channels[{index}]"), channel);
        }
    }

    fn channel(&mut self, path: &str, channel: &Channel) {
        let enters = self.stage(&format!("{path}.enters"), &channel.enters);
        self.channel_volume(path, channel);
        let Some(enters) = enters else { return };
        if channel.counted_at != channel.enters {
            let counted_at = format!("{path}.counted_at");
            if self.stage(&counted_at, &channel.counted_at).is_some_and(|counted| counted < enters) {
                self.conflict(counted_at, Conflict::CountedBeforeEntry);
            }
        }
        for id in channel.rates.keys() {
            let path = format!("{path}.rates.{id}");
            if self.stage(&path, id).is_some_and(|step| step <= enters) {
                self.conflict(path, Conflict::RateBeforeEntry);
            }
        }
    }

    fn channel_volume(&mut self, path: &str, channel: &Channel) {
        let (key, each) = match &channel.volume {
            Volume::Entries { monthly_entries } => ("monthly_entries", length(monthly_entries)),
            Volume::Budget { monthly_budget, .. } => ("monthly_budget", length(monthly_budget)),
        };
        let months = usize::from(self.document.period.months);
        if let Some(found) = each.filter(|found| *found != months) {
            let problem = Problem::WrongCount { found, min: months, max: months };
            self.report(format!("{path}.volume.{key}"), problem);
        }
        if channel.volume.monthly_arrivals().iter().any(|entries| *entries > Entries::MAX) {
            self.conflict(format!("{path}.volume"), Conflict::VolumeTooLarge);
        }
    }

    fn goal(&mut self) {
        let document = self.document;
        if document.goal.measure == Measure::ExitArr && document.deal.kind == DealKind::OneOff {
            self.conflict("goal.measure", Conflict::ExitArrOfOneOffDeals);
        }
    }

    fn solve_for(&mut self) {
        let document = self.document;
        match &document.solve_for {
            SolveFor::Rate(id) | SolveFor::Delay(id) => {
                if self.stage("solve_for", id) == Some(0) {
                    self.conflict("solve_for", Conflict::StepIntoFirstStage);
                }
            }
            SolveFor::Budget(id) => match document.channels.iter().find(|channel| channel.id == *id) {
                Some(channel) if channel.volume.cost_per_entry().is_none() => {
                    self.conflict("solve_for", Conflict::SolveForMissingBudget);
                }
                Some(_) => {}
                None => self.dangling("solve_for", id, document.channels.iter().map(|channel| &channel.id)),
            },
            SolveFor::Churn => {
                if document.customers.as_ref().is_none_or(|customers| customers.monthly_churn.is_none()) {
                    self.conflict("solve_for", Conflict::SolveForMissingChurn);
                }
            }
            SolveFor::Volume | SolveFor::Nothing | SolveFor::DealValue => {}
        }
    }

    fn seasonality(&mut self) {
        let document = self.document;
        let weight = |month: super::Month| document.seasonality[usize::from(month.month()) - 1].get();
        if document.period.iter().all(|month| weight(month) == 0.0) {
            self.conflict("seasonality", Conflict::NoSeason);
        }
    }

    fn pipeline(&mut self) {
        let last = self.document.stages.len().checked_sub(1);
        for id in self.document.pipeline.keys() {
            let path = format!("pipeline.{id}");
            let place = self.stage(&path, id);
            if place.is_some() && place == last {
                self.conflict(path, Conflict::PipelineInLastStage);
            }
        }
    }

    fn customers(&mut self) {
        let Some(customers) = &self.document.customers else { return };
        self.unique("customers.expansions", customers.expansions.iter().map(|expansion| &expansion.id));
    }
}

fn length<T>(per_month: &PerMonth<T>) -> Option<usize> {
    match per_month {
        PerMonth::Even(_) => None,
        PerMonth::Each(numbers) => Some(numbers.len()),
    }
}
