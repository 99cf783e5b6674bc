//! The answers that follow the odds, each worked out on its own and shown as it comes.

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{
    Coverage, CurvePoint, LeverAnswer, MONTH_TRIALS, Measuring, MonthSpread, Simulation, Spread, Trials,
    VarianceShare, coverage, curve, levers, measuring, variance_shares,
};

/// What can be asked about a plan beside its odds, in the order in which it is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Revenue by month and arrivals by stage.
    Spreads,
    /// Probability against volume, and coverage.
    Curve,
    /// What would make it as likely as asked.
    Levers,
    /// What moves the result.
    Variance,
    /// What is worth measuring.
    Measuring,
}

impl Question {
    /// All questions in their order.
    pub const ALL: [Self; 5] = [Self::Spreads, Self::Curve, Self::Levers, Self::Variance, Self::Measuring];
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Revenue by month and arrivals by stage, from the first [`MONTH_TRIALS`] trials.
    Spreads(Vec<MonthSpread>, Vec<Spread>),
    /// Probability against volume, and coverage.
    Curve(Vec<CurvePoint>, Vec<Coverage>),
    /// What would make it as likely as asked.
    Levers(Vec<LeverAnswer>),
    /// What moves the result.
    Variance(Vec<VarianceShare>),
    /// What is worth measuring.
    Measuring(Vec<Measuring>),
}

impl Answer {
    /// Answers a question about a plan, given the goals and multipliers of its trials; `None` for a plan without a tree,
    /// which no job is made of.
    pub fn to(question: Question, plan: &Plan, trials: &Trials) -> Option<Self> {
        let confidence = plan.simulation.confidence.get();
        Some(match question {
            Question::Spreads => {
                let first = plan.simulation.trials.min(MONTH_TRIALS);
                let plan = plan.edit(|document| document.simulation.trials = first).ok()?;
                let trials = Simulation::new(&plan).ok()?.run();
                Self::Spreads(MonthSpread::by_month(&trials), Spread::by_stage(&trials))
            }
            Question::Curve => {
                Self::Curve(curve(&Simulation::new(plan).ok()?, trials), coverage(plan, trials).ok()?)
            }
            Question::Levers => Self::Levers(levers(plan, trials, confidence).ok()?),
            Question::Variance => Self::Variance(variance_shares(plan).ok()?),
            Question::Measuring => Self::Measuring(measuring(plan, confidence).ok()?),
        })
    }
}

/// The answers that have come for the current plan, or still stand from an older one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// Revenue by month.
    pub months: Option<Vec<MonthSpread>>,
    /// Arrivals by stage.
    pub stages: Option<Vec<Spread>>,
    /// Probability against volume; it never falls.
    pub curve: Option<Vec<CurvePoint>>,
    /// Worth of the pipeline ÷ target at 50, 80 and 90 %.
    pub coverage: Option<Vec<Coverage>>,
    /// What would make it as likely as asked, in the order of the model.
    pub levers: Option<Vec<LeverAnswer>>,
    /// What moves the result: luck, market, parameters, interaction.
    pub variance: Option<Vec<VarianceShare>>,
    /// What is worth measuring.
    pub measuring: Option<Vec<Measuring>>,
    /// Which questions were answered for the current plan, in the order of [`Question::ALL`].
    fresh: [bool; Question::ALL.len()],
}

impl Answers {
    /// Puts an answer in the place of the older one.
    pub fn take(&mut self, answer: Answer) {
        let question = match &answer {
            Answer::Spreads(..) => Question::Spreads,
            Answer::Curve(..) => Question::Curve,
            Answer::Levers(_) => Question::Levers,
            Answer::Variance(_) => Question::Variance,
            Answer::Measuring(_) => Question::Measuring,
        };
        self.fresh[question as usize] = true;
        match answer {
            Answer::Spreads(months, stages) => (self.months, self.stages) = (Some(months), Some(stages)),
            Answer::Curve(curve, coverage) => (self.curve, self.coverage) = (Some(curve), Some(coverage)),
            Answer::Levers(levers) => self.levers = Some(levers),
            Answer::Variance(shares) => self.variance = Some(shares),
            Answer::Measuring(measuring) => self.measuring = Some(measuring),
        }
    }

    /// Lets every answer be an older plan's from now on.
    pub fn age(&mut self) {
        self.fresh = [false; Question::ALL.len()];
    }

    /// Whether a question was answered for the current plan.
    pub fn is_fresh(&self, question: Question) -> bool {
        self.fresh[question as usize]
    }
}
