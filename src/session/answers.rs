//! The answers that follow the odds, each worked out on its own and shown as it comes.

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{
    Coverage, CurvePoint, Lever, LeverAnswer, MONTH_TRIALS, Measuring, MonthSpread, Simulation, Spread,
    Trials, VarianceShare, coverage, curve, levers, measuring, variance_shares,
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

/// An answer as it crosses between a worker and the page: names, one a line, and numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswerParts {
    /// Names of levers or sources.
    pub names: String,
    /// All figures, one row after the other.
    pub numbers: Vec<f64>,
}

/// Figures of a spread, of a point, of a lever, of a source worth measuring.
const SPREAD: usize = 6;
const MONTH: usize = 2 * SPREAD;
const POINT: usize = 2;
const LEVER: usize = 4;
const MEASURING: usize = 3;

impl Answer {
    /// The question that it answers.
    pub fn question(&self) -> Question {
        match self {
            Self::Spreads(..) => Question::Spreads,
            Self::Curve(..) => Question::Curve,
            Self::Levers(_) => Question::Levers,
            Self::Variance(_) => Question::Variance,
            Self::Measuring(_) => Question::Measuring,
        }
    }

    /// The answer in parts. Two lists of figures follow each other after the length of the first.
    pub fn to_parts(&self) -> AnswerParts {
        let mut parts = AnswerParts::default();
        match self {
            Self::Spreads(months, stages) => {
                parts.numbers.push(months.len() as f64);
                for month in months {
                    parts.push_spread(&month.revenue);
                    parts.push_spread(&month.cumulative);
                }
                for stage in stages {
                    parts.push_spread(stage);
                }
            }
            Self::Curve(curve, coverage) => {
                parts.numbers.push(curve.len() as f64);
                for point in curve {
                    parts.numbers.extend([point.multiplier, point.probability]);
                }
                for coverage in coverage {
                    parts.numbers.extend([coverage.confidence, coverage.multiple]);
                }
            }
            Self::Levers(levers) => {
                for LeverAnswer { lever, from, to, reaches, cost } in levers {
                    parts.push(&lever.to_string(), &[*from, *to, *reaches, cost.unwrap_or(f64::NAN)]);
                }
            }
            Self::Variance(shares) => {
                for VarianceShare { source, share } in shares {
                    parts.push(source, &[*share]);
                }
            }
            Self::Measuring(sources) => {
                for each in sources {
                    let saved =
                        [each.entries_saved_if_known, each.entries_saved_if_twice, each.money_saved_if_known];
                    parts.push(&each.source, &saved);
                }
            }
        }
        parts
    }

    /// Reads what [`Answer::to_parts`] wrote; `None` for anything else.
    pub fn from_parts(question: Question, parts: &AnswerParts) -> Option<Self> {
        let names = || parts.names.lines();
        Some(match question {
            Question::Spreads => {
                let (months, stages) = parts.two_lists(MONTH)?;
                let month = |row: &[f64]| MonthSpread {
                    revenue: spread(&row[..SPREAD]),
                    cumulative: spread(&row[SPREAD..]),
                };
                Self::Spreads(
                    months.chunks_exact(MONTH).map(month).collect(),
                    stages.chunks_exact(SPREAD).map(spread).collect(),
                )
            }
            Question::Curve => {
                let (curve, coverage) = parts.two_lists(POINT)?;
                let point = |row: &[f64]| CurvePoint { multiplier: row[0], probability: row[1] };
                let multiple = |row: &[f64]| Coverage { confidence: row[0], multiple: row[1] };
                Self::Curve(
                    curve.chunks_exact(POINT).map(point).collect(),
                    coverage.chunks_exact(POINT).map(multiple).collect(),
                )
            }
            Question::Levers => {
                let lever = |(name, row): (&str, &[f64])| {
                    let cost = (!row[3].is_nan()).then_some(row[3]);
                    Some(LeverAnswer {
                        lever: Lever::parse(name)?,
                        from: row[0],
                        to: row[1],
                        reaches: row[2],
                        cost,
                    })
                };
                Self::Levers(
                    names().zip(parts.numbers.chunks_exact(LEVER)).map(lever).collect::<Option<_>>()?,
                )
            }
            Question::Variance => {
                let share = |(source, share): (&str, &f64)| VarianceShare {
                    source: source.to_owned(),
                    share: *share,
                };
                Self::Variance(names().zip(&parts.numbers).map(share).collect())
            }
            Question::Measuring => {
                let source = |(source, row): (&str, &[f64])| Measuring {
                    source: source.to_owned(),
                    entries_saved_if_known: row[0],
                    entries_saved_if_twice: row[1],
                    money_saved_if_known: row[2],
                };
                Self::Measuring(names().zip(parts.numbers.chunks_exact(MEASURING)).map(source).collect())
            }
        })
    }
}

impl AnswerParts {
    fn push(&mut self, name: &str, numbers: &[f64]) {
        self.names.push_str(name);
        self.names.push('\n');
        self.numbers.extend_from_slice(numbers);
    }

    fn push_spread(&mut self, spread: &Spread) {
        let Spread { mean, p10, p25, p50, p75, p90 } = *spread;
        self.numbers.extend([mean, p10, p25, p50, p75, p90]);
    }

    /// The rows of the first list, of `width` figures each, whose number stands first, and what follows them.
    fn two_lists(&self, width: usize) -> Option<(&[f64], &[f64])> {
        let (count, rest) = self.numbers.split_first()?;
        rest.split_at_checked((*count as usize).checked_mul(width)?)
    }
}

/// A spread of [`SPREAD`] figures.
fn spread(row: &[f64]) -> Spread {
    Spread { mean: row[0], p10: row[1], p25: row[2], p50: row[3], p75: row[4], p90: row[5] }
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
        self.fresh[answer.question() as usize] = true;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_survive_the_way_through_parts() {
        let plan = Plan::from_json(include_str!("../../engine/plans/default.json")).expect("a plan");
        let plan = plan.edit(|document| document.simulation.trials = 1000).expect("a plan");
        let trials = Simulation::new(&plan).expect("a simulation").run();
        for question in Question::ALL {
            let answer = Answer::to(question, &plan, &trials).expect("an answer");
            let parts = answer.to_parts();
            assert!(!parts.numbers.is_empty(), "{question:?}");
            assert_eq!(answer.question(), question);
            assert_eq!(Answer::from_parts(question, &parts), Some(answer), "{question:?}");
        }
    }

    #[test]
    fn parts_of_something_else_are_no_answer() {
        let short = AnswerParts { names: "nothing\n".to_owned(), numbers: vec![9.0, 1.0, 1.0, 1.0] };
        assert_eq!(Answer::from_parts(Question::Spreads, &short), None);
        assert_eq!(Answer::from_parts(Question::Curve, &short), None);
        assert_eq!(Answer::from_parts(Question::Levers, &short), None);
    }
}
