//! Simulated histories: what the actuals of a plan might look like, prospect by prospect.
//!
//! It shares no sampler and no likelihood with the engine: every number is a quantile of its law at a uniform number, every
//! prospect takes its own time for each step, and what happens after the record is not seen.
#![allow(dead_code, reason = "the example and each test compile this file and use what they need")]

use gyakusan_engine::actuals::{Actuals, CustomersNow, DAYS_PER_MONTH, Date, MonthCounts, Prospect, Record};
use gyakusan_engine::math;
use gyakusan_engine::plan::{ById, Channel, DealKind, Money, Month, Plan, UncertainRate};
use gyakusan_engine::sim::{Quantity, Stream};
use gyakusan_engine::tree::Tree;
use rand::Rng;

/// What a history is to show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// The last month of the record.
    pub(crate) as_of: Month,
    /// Counts by month and channel; else one row for each prospect.
    pub(crate) by_month: bool,
    /// Whether it says who is lost: after a time of the same law as that of passing.
    pub(crate) with_losses: bool,
    /// Whether parameters are drawn from the plan's own uncertainty; else they stand at their means.
    pub(crate) draw_parameters: bool,
}

/// A history and the parameters behind it.
#[derive(Debug, Clone)]
pub(crate) struct History {
    pub(crate) actuals: Actuals,
    /// By name, such as `rate:won@ads`.
    pub(crate) rates: Vec<(String, f64)>,
    /// By channel.
    pub(crate) volumes: Vec<f64>,
    pub(crate) value: f64,
    pub(crate) churn: f64,
    /// Revenue of one-off deals in the whole period, seen or not yet.
    pub(crate) revenue: f64,
}

/// A history of a plan that has a tree.
pub(crate) fn history(plan: &Plan, seed: u64, wanted: Wanted) -> History {
    let tree = Tree::solve(plan).expect("a plan with a tree");
    let mut writer = Writer::new(plan, seed, wanted);
    for (place, channel) in plan.channels.iter().enumerate() {
        writer.channel(place, channel, &tree.channels[place]);
    }
    writer.pipeline();
    writer.finish()
}

/// Uniform numbers and the quantiles at them.
struct Luck(Stream);

impl Luck {
    fn new(seed: u64, name: &str) -> Self {
        Self(Quantity::new(seed, name).stream(0))
    }

    /// Between 0 and 1, neither included.
    fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Of mean 1.
    fn log_normal(&mut self, variation: f64) -> f64 {
        let variance = math::ln_1p(variation * variation);
        math::exp(variance.sqrt() * math::normal_quantile(self.uniform()) - variance / 2.0)
    }

    /// Of mean 1.
    fn gamma(&mut self, variation: f64) -> f64 {
        let shape = 1.0 / (variation * variation);
        let uniform = self.uniform();
        if variation > 0.0 { math::gamma_p_inverse(shape, uniform) / shape } else { 1.0 }
    }

    fn beta(&mut self, rate: UncertainRate) -> f64 {
        let uniform = self.uniform();
        rate.beta().map_or(rate.mean.get(), |(a, b)| math::beta_i_inverse(a, b, uniform))
    }

    fn poisson(&mut self, mean: f64) -> u32 {
        let (mut count, mut time) = (0, 0.0);
        loop {
            time -= math::ln(self.uniform());
            if time >= mean {
                return count;
            }
            count += 1;
        }
    }
}

struct Writer<'a> {
    plan: &'a Plan,
    seed: u64,
    wanted: Wanted,
    rates: Vec<(String, f64)>,
    volumes: Vec<f64>,
    value: f64,
    churn: f64,
    /// The first day of the period and the first after the record, in days since 2000-01-01.
    start: u32,
    end: u32,
    prospects: Vec<Prospect>,
    revenue: f64,
    luck: Luck,
}

impl<'a> Writer<'a> {
    fn new(plan: &'a Plan, seed: u64, wanted: Wanted) -> Self {
        let draws = wanted.draw_parameters;
        let rate = |name: &str, rate: UncertainRate| {
            if draws { Luck::new(seed, name).beta(rate) } else { rate.mean.get() }
        };
        let mut rates = Vec::new();
        for stage in &plan.stages {
            let Some(step) = stage.step else { continue };
            let name = format!("rate:{}", stage.id);
            rates.push((name.clone(), rate(&name, step.rate)));
            for channel in &plan.channels {
                if let Some(own) = channel.rates.get(&stage.id) {
                    let name = format!("{name}@{}", channel.id);
                    rates.push((name.clone(), rate(&name, *own)));
                }
            }
        }
        let factor = |name: String, variation: f64| {
            if draws { Luck::new(seed, &name).log_normal(variation) } else { 1.0 }
        };
        let volume = |channel: &Channel| factor(format!("volume:{}", channel.id), channel.uncertainty.get());
        let value = plan.deal.value;
        let churn = plan.customers.as_ref().and_then(|customers| customers.monthly_churn);
        Self {
            plan,
            seed,
            wanted,
            rates,
            volumes: plan.channels.iter().map(volume).collect(),
            value: value.mean.get() * factor("deal_value".to_owned(), value.uncertainty.get()),
            churn: churn.map_or(0.0, |churn| rate("churn", churn)),
            start: first_day(plan.period.start),
            end: first_day(wanted.as_of.plus(1)),
            prospects: Vec::new(),
            revenue: 0.0,
            luck: Luck::new(seed, "prospects"),
        }
    }

    /// Everybody who enters through a channel; `expected` are arrivals by stage and month.
    fn channel(&mut self, place: usize, channel: &Channel, expected: &[Vec<f64>]) {
        let enters = self.plan.stage_index(&channel.enters).expect("a stage");
        let mut first_day_of_month = self.start;
        for (month, mean) in self.plan.period.iter().zip(&expected[enters]) {
            let factor = self.volumes[place] * self.luck.gamma(channel.overdispersion.get());
            for _ in 0..self.luck.poisson(mean * factor) {
                let day = f64::from(first_day_of_month) + self.luck.uniform() * f64::from(month.days());
                self.prospect(channel, enters, day);
            }
            first_day_of_month += u32::from(month.days());
        }
    }

    /// Who stands in the funnel entered on the eve of the period, and comes under the name of the first channel.
    fn pipeline(&mut self) {
        let standing: Vec<_> =
            self.plan.pipeline.iter().map(|(stage, count)| (stage.clone(), *count)).collect();
        for (stage, count) in standing {
            let place = self.plan.stage_index(&stage).expect("a stage");
            let comes = |channel: &&Channel| self.plan.stage_index(&channel.enters) <= Some(place);
            let channel = self.plan.channels.iter().find(comes).expect("a channel").clone();
            for _ in 0..count {
                self.prospect(&channel, place, f64::from(self.start) - 0.01);
            }
        }
    }

    /// One prospect from the day it enters a stage on.
    fn prospect(&mut self, channel: &Channel, stage: usize, day: f64) {
        let mut entered = ById::new();
        let (mut stage, mut day, mut lost) = (stage, day, None);
        entered.insert(self.plan.stages[stage].id.clone(), date(day));
        while let Some(next) = self.plan.stages.get(stage + 1) {
            let rate = self.rate(channel, &next.id.to_string());
            let passes = self.luck.uniform() < rate;
            let mean = next.step.map_or(0.0, |step| step.delay_months.get());
            let after = day + mean * self.luck.gamma(self.plan.delay_cv.get()) * DAYS_PER_MONTH;
            if !passes {
                lost = Some(date(after)).filter(|_| self.wanted.with_losses && after < f64::from(self.end));
                break;
            }
            (stage, day) = (stage + 1, after);
            if after < f64::from(self.end) {
                entered.insert(next.id.clone(), date(day));
            }
        }
        self.record(channel, entered, lost, (stage, day));
    }

    fn record(&mut self, channel: &Channel, entered: ById<Date>, lost: Option<Date>, last: (usize, f64)) {
        let won = last.0 + 1 == self.plan.stages.len();
        let amount = self.value * self.luck.gamma(self.plan.deal.value.spread.get());
        let period_end = f64::from(first_day(self.plan.period.last().plus(1)));
        if won && last.1 < period_end && last.1 >= f64::from(self.start) {
            self.revenue += amount;
        }
        let first = entered.values().min().copied();
        if first.is_none_or(|date| date.number() >= self.end) {
            return;
        }
        let is_seen = self.plan.stages.last().is_some_and(|stage| entered.get(&stage.id).is_some());
        let reasons = ["budget", "timing", "competitor", ""];
        let reason = reasons[self.prospects.len() % reasons.len()];
        self.prospects.push(Prospect {
            id: format!("P-{}", self.prospects.len() + 1),
            email: String::new(),
            company: String::new(),
            channel: channel.id.clone(),
            entered,
            lost_reason: lost.map_or("", |_| reason).to_owned(),
            lost,
            amount: Money::new(amount).ok().filter(|_| is_seen),
        });
    }

    fn rate(&self, channel: &Channel, stage: &str) -> f64 {
        let own = format!("rate:{stage}@{}", channel.id);
        let named = |name: &str| self.rates.iter().find(|(known, _)| known == name).map(|(_, rate)| *rate);
        named(&own).or_else(|| named(&format!("rate:{stage}"))).expect("a rate")
    }

    fn finish(self) -> History {
        let customers = self.customers();
        let record = if self.wanted.by_month {
            Record::Months(by_month(self.plan, self.wanted, &self.prospects))
        } else {
            Record::Prospects(self.prospects)
        };
        History {
            actuals: Actuals { as_of: self.wanted.as_of, record, customers },
            rates: self.rates,
            volumes: self.volumes,
            value: self.value,
            churn: self.churn,
            revenue: self.revenue,
        }
    }

    /// The customers at the end of the record: each leaves with the churn in each month after the one it came in.
    fn customers(&self) -> Option<CustomersNow> {
        let recurring = self.plan.deal.kind == DealKind::Recurring;
        let opening = self.plan.customers.as_ref().filter(|customers| customers.counted);
        if !recurring && opening.is_none() {
            return None;
        }
        let mut luck = Luck::new(self.seed, "customers");
        let months: Vec<_> =
            self.plan.period.iter().take_while(|month| *month <= self.wanted.as_of).collect();
        let (mut active, mut fees, mut lost, mut exposed) = (0, 0.0, 0, 0);
        let mut live = |since: usize, fee: f64| {
            for _ in since..months.len() {
                exposed += 1;
                if luck.uniform() < self.churn {
                    lost += 1;
                    return;
                }
            }
            active += 1;
            fees += fee;
        };
        for _ in 0..opening.map_or(0, |customers| customers.opening) {
            live(0, opening.map_or(0.0, |customers| customers.monthly_fee.get()));
        }
        let won = self.plan.stages.last().map(|stage| &stage.id);
        for prospect in self.prospects.iter().filter(|_| recurring) {
            let month = won.and_then(|won| prospect.entered.get(won)).map(|date| date.month());
            let place = month.and_then(|month| months.iter().position(|known| *known == month));
            if let (Some(place), Some(amount)) = (place, prospect.amount) {
                live(place + 1, amount.get());
            }
        }
        let monthly_fees = Money::new(fees).expect("fees within the limits");
        Some(CustomersNow { active, monthly_fees, lost, customer_months: exposed })
    }
}

/// The same prospects counted by month and channel.
fn by_month(plan: &Plan, wanted: Wanted, prospects: &[Prospect]) -> Vec<MonthCounts> {
    let won = plan.stages.last().map(|stage| stage.id.clone()).expect("stages");
    let pays_once = plan.deal.kind == DealKind::OneOff;
    let mut rows = Vec::new();
    for channel in &plan.channels {
        for month in plan.period.iter().take_while(|month| *month <= wanted.as_of) {
            let mut row = MonthCounts {
                month,
                channel: channel.id.clone(),
                arrivals: ById::new(),
                losses: ById::new(),
                revenue: None,
                spend: None,
            };
            let mut revenue = 0.0;
            for prospect in prospects.iter().filter(|prospect| prospect.channel == channel.id) {
                for (stage, _) in prospect.entered.iter().filter(|(_, date)| date.month() == month) {
                    add(&mut row.arrivals, stage);
                    if *stage == won {
                        revenue += prospect.amount.map_or(0.0, Money::get);
                    }
                }
                if prospect.lost.is_some_and(|date| date.month() == month) {
                    let place =
                        plan.stages.iter().rposition(|stage| prospect.entered.get(&stage.id).is_some());
                    add(&mut row.losses, &plan.stages[place.map_or(1, |place| place + 1)].id);
                }
            }
            row.revenue = Money::new(revenue).ok().filter(|_| pays_once);
            rows.push(row);
        }
    }
    rows
}

fn add(counts: &mut ById<u32>, stage: &gyakusan_engine::plan::Id) {
    match counts.get_mut(stage) {
        Some(count) => *count += 1,
        None => {
            counts.insert(stage.clone(), 1);
        }
    }
}

fn first_day(month: Month) -> u32 {
    Date::new(month, 1).expect("every month has a first day").number()
}

/// The calendar day of a moment in days since 2000-01-01.
fn date(moment: f64) -> Date {
    Date::from_number(moment.floor().max(0.0) as u32).expect("a day before 2200")
}
