//! The tables that follow from the plan: what links marketing and sales stage by stage, and each department's figures.

use gyakusan_engine::plan::Owner;

use super::money;
use crate::document::agreed::{Place, Section};
use crate::session::panel::{
    Department, benchmark, department, exact_of_stage, recommended_count, written_count,
};
use crate::session::{Session, View};
use crate::text::number::{exact_count, money_range, rate, rate_range};
use crate::text::{expansion_name, filled, stage_names};

/// A row of the linkage table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkageRow {
    /// The part of the way to a deal.
    pub phase: String,
    /// Who answers for its stage; `None` where the plan has no such stage.
    pub department: Option<Department>,
    /// What marketing is measured by, then what sales is.
    pub figures: [String; 2],
    /// What both agree on there.
    pub link: &'static str,
}

/// A row of the table of departments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentRow {
    /// Whose figure it is; `None` for one across departments.
    pub department: Option<Department>,
    /// The figure.
    pub name: String,
    /// Its value in the plan.
    pub value: String,
    /// What others see, and who says so.
    pub band: String,
    /// Where its key factor is typed.
    pub factor: Option<Place>,
    /// The view where it would get a value, if the plan has none.
    pub missing: Option<View>,
}

/// The usual stages of the linkage table, one after the other; a plan has one of several.
const PHASES: [&[&str]; 6] =
    [&["visit"], &["lead", "inquiry"], &["mql"], &["sql"], &["opportunity"], &["won"]];
/// The share of customers that usually takes a cross-sell in a year; no source names where it comes from.
const CROSS_SELL: (f64, f64) = (0.2, 0.3);
/// The usual cost of a lead.
const LEAD_COST: (f64, f64) = (5_000.0, 10_000.0);

impl Session {
    /// The linkage table: the usual stages, with those of the plan that are others where they stand in it.
    pub fn linkage(&self) -> Vec<LinkageRow> {
        let words = self.language.words().agree();
        let stages = &self.plan.stages;
        let last = stages.len() - 1;
        let phase_of = |place: usize| {
            if place == last {
                return Some(PHASES.len() - 1);
            }
            PHASES[..PHASES.len() - 1].iter().position(|ids| ids.contains(&stages[place].id.as_str()))
        };
        let mut rows = Vec::new();
        let mut next_stage = 0;
        for (phase, (name, link)) in words.phases.iter().enumerate() {
            let found = (0..stages.len()).find(|place| phase_of(*place) == Some(phase));
            // Stages of the plan that are none of the usual ones come where they stand.
            let until = found.unwrap_or(next_stage);
            for (place, stage) in stages.iter().enumerate().take(until).skip(next_stage) {
                if phase_of(place).is_none() {
                    let name = stage_names(stage, self.language).stage;
                    rows.push(self.linked(name, place, words.other_link));
                }
            }
            next_stage = found.map_or(next_stage, |place| next_stage.max(place + 1));
            rows.push(match found {
                Some(place) => self.linked((*name).to_owned(), place, link),
                None => LinkageRow {
                    phase: (*name).to_owned(),
                    department: None,
                    figures: [words.none.to_owned(), words.none.to_owned()],
                    link,
                },
            });
        }
        rows
    }

    fn linked(&self, phase: String, place: usize, link: &'static str) -> LinkageRow {
        let words = self.language.words();
        let stage = &self.plan.stages[place];
        let names = stage_names(stage, self.language);
        let count = filled(words.agree().figure, &[&names.count, &self.counted(&written_count(self, place))]);
        let separator = words.tree().separator;
        let step =
            stage.step.map(|_| filled(words.agree().figure, &[&names.rate, &self.written_rate(place)]));
        let is_last = place + 1 == self.plan.stages.len();
        let both = step.iter().fold(count.clone(), |all, step| all + separator + step);
        let none = || words.agree().none.to_owned();
        let mut figures = match stage.owner {
            Owner::Marketing => [both, none()],
            _ if place > 0 && self.is_shared(place) => [step.clone().unwrap_or_else(none), both],
            _ => [none(), both],
        };
        if is_last && stage.owner != Owner::Marketing {
            let revenue = money(self, self.plan.goal.target.get());
            let revenue = filled(words.agree().figure, &[words.tree().revenue, &revenue]);
            figures[1] = [&figures[1], separator, &revenue].concat();
            figures[0] = filled(words.agree().won_leads, &[&self.counted(&written_count(self, place))]);
        }
        LinkageRow { phase, department: Some(department(self, &[stage.owner])), figures, link }
    }

    /// The table of departments: each one's figures, then those across departments.
    pub fn department_table(&self) -> Vec<DepartmentRow> {
        let mut rows = Vec::new();
        for (owner, _) in Owner::ALL {
            let before = rows.len();
            self.add_stages(owner, &mut rows);
            match owner {
                Owner::Marketing => self.add_marketing(&mut rows),
                Owner::Sales => self.add_sales(&mut rows),
                Owner::CustomerSuccess => self.add_customers(&mut rows),
                Owner::InsideSales => {}
            }
            self.add_activities(owner, &mut rows);
            if rows.len() == before {
                let name = self.language.words().agree().no_stage.to_owned();
                rows.push(DepartmentRow { missing: Some(View::Plan), ..self.row(Some(owner), name) });
            }
        }
        self.add_across(&mut rows);
        rows
    }

    fn row(&self, owner: Option<Owner>, name: String) -> DepartmentRow {
        let none = || self.language.words().agree().none.to_owned();
        DepartmentRow {
            department: owner.map(|owner| department(self, &[owner])),
            name,
            value: none(),
            band: none(),
            factor: None,
            missing: None,
        }
    }

    fn add_stages(&self, owner: Owner, rows: &mut Vec<DepartmentRow>) {
        let words = self.language.words().agree();
        for (place, stage) in self.plan.stages.iter().enumerate().filter(|(_, stage)| stage.owner == owner) {
            let names = stage_names(stage, self.language);
            let monthly = exact_of_stage(self, place) / self.plan.months() as f64;
            let counts = [written_count(self, place), exact_count(monthly)].map(|count| self.counted(&count));
            let count = self.row(Some(owner), names.count);
            rows.push(DepartmentRow {
                value: filled(words.count_and_month, &[&counts[0], &counts[1]]),
                band: recommended_count(stage, self).unwrap_or_else(|| words.none.to_owned()),
                factor: Some(Place { section: Section::Factors, row: place as u8 + 1, column: 0 }),
                ..count
            });
            if stage.step.is_some() {
                let band = benchmark(&self.plan.stages, place);
                let band =
                    band.map(|band| filled(words.sourced, &[&band.figure(self), band.source_name(self)]));
                rows.push(DepartmentRow {
                    value: self.written_rate(place),
                    band: band.unwrap_or_else(|| words.none.to_owned()),
                    ..self.row(Some(owner), names.rate)
                });
            }
        }
    }

    fn add_marketing(&self, rows: &mut Vec<DepartmentRow>) {
        let words = self.language.words().agree();
        let owner = Some(Owner::Marketing);
        let costs = self.plan.channels.iter().filter_map(|channel| channel.volume.cost_per_entry());
        let (low, high) =
            costs.fold((f64::INFINITY, 0.0_f64), |(low, high), cost| (low.min(cost), high.max(cost)));
        let currency = crate::session::field::currency(&self.plan);
        let range = |low, high| money_range(low, high, currency, self.language).to_string();
        let is_yen = self.plan.currency.as_str() == "JPY";
        let band = filled(words.sourced, &[&range(LEAD_COST.0, LEAD_COST.1), words.cost_source]);
        let cost = self.row(owner, words.cost_of_lead.to_owned());
        rows.push(DepartmentRow {
            value: match low.total_cmp(&high) {
                std::cmp::Ordering::Greater => words.none.to_owned(),
                std::cmp::Ordering::Equal => money(self, low),
                std::cmp::Ordering::Less => range(low, high),
            },
            band: if is_yen { band } else { words.none.to_owned() },
            missing: (low > high).then_some(View::Plan),
            ..cost
        });
        if !self.plan.stages.iter().any(|stage| stage.id.as_str() == "visit") {
            rows.push(DepartmentRow {
                missing: Some(View::Plan),
                ..self.row(owner, words.visits.to_owned())
            });
        }
    }

    fn add_sales(&self, rows: &mut Vec<DepartmentRow>) {
        let words = self.language.words().tree();
        let value = self.value_of(crate::session::Field::Deal(crate::session::DealField::Value));
        let row = self.row(Some(Owner::Sales), words.deal_value.to_owned());
        rows.push(DepartmentRow { value: money(self, value), ..row });
    }

    /// What existing customers do; without any the rows stand empty.
    fn add_customers(&self, rows: &mut Vec<DepartmentRow>) {
        let words = self.language.words().agree();
        let owner = Some(Owner::CustomerSuccess);
        let customers = self.plan.customers.as_ref();
        let churn = customers.map(|customers| customers.monthly_churn.map_or(0.0, |churn| churn.mean.get()));
        let missing = customers.is_none().then_some(View::Plan);
        let or_none = |figure: Option<String>| figure.unwrap_or_else(|| words.none.to_owned());
        let retention = churn.map(|churn| rate(gyakusan_engine::math::pow(1.0 - churn, 12.0)).to_string());
        for (name, value) in
            words.customers.iter().zip([retention, churn.map(|churn| rate(churn).to_string())])
        {
            rows.push(DepartmentRow {
                value: or_none(value),
                missing,
                ..self.row(owner, (*name).to_owned())
            });
        }
        let band =
            filled(words.sourced, &[&rate_range(CROSS_SELL.0, CROSS_SELL.1).to_string(), words.unsourced]);
        let mut has_cross_sell = false;
        for expansion in customers.iter().flat_map(|customers| &customers.expansions) {
            let is_cross_sell = expansion.id.as_str() == "cross_sell";
            has_cross_sell |= is_cross_sell;
            let name = filled(words.rate_of, &[expansion_name(expansion, self.language)]);
            let row = self.row(owner, name);
            rows.push(DepartmentRow {
                value: rate(expansion.yearly_rate.mean.get()).to_string(),
                band: if is_cross_sell { band.clone() } else { row.band.clone() },
                ..row
            });
        }
        if !has_cross_sell {
            let row = self.row(owner, words.cross_sell.to_owned());
            rows.push(DepartmentRow { band, missing: Some(View::Plan), ..row });
        }
    }

    fn add_activities(&self, owner: Owner, rows: &mut Vec<DepartmentRow>) {
        let key = Owner::ALL.iter().find(|(each, _)| *each == owner).map_or("", |(_, key)| key);
        for row in 0..self.agreed_rows(Section::Activities) {
            let place = |column| Place { section: Section::Activities, row: row as u8, column };
            if self.agreed_text(place(1)) == key {
                let name = self.agreed_row_name(Section::Activities, row);
                let is_usual = row == 0 && name == self.language.words().agreed().activity;
                let words = self.language.words();
                let band = filled(words.agree().sourced, &[words.agree().hundred, words.tree().sources[1]]);
                let empty = self.row(Some(owner), name);
                rows.push(DepartmentRow {
                    value: self.activity_volume(row),
                    band: if is_usual { band } else { empty.band.clone() },
                    ..empty
                });
            }
        }
    }

    fn add_across(&self, rows: &mut Vec<DepartmentRow>) {
        let words = self.language.words().agree();
        let goal = self.row(None, words.across[0].to_owned());
        rows.push(DepartmentRow {
            value: money(self, self.plan.goal.target.get()),
            factor: Some(Place { section: Section::Factors, row: 0, column: 0 }),
            ..goal
        });
        let chance = self.strip().chance.map(|chance| chance.to_string());
        let row = self.row(None, words.across[1].to_owned());
        rows.push(DepartmentRow { value: chance.unwrap_or_else(|| words.none.to_owned()), ..row });
        let hours = self.agreed_number(Place { section: Section::HandOff, row: 0, column: 0 });
        let hours = hours.map(crate::text::number::editable_count);
        let row = self.row(None, words.across[2].to_owned());
        rows.push(DepartmentRow {
            value: hours.map_or_else(|| words.none.to_owned(), |hours| filled(words.within, &[&hours])),
            ..row
        });
    }
}
