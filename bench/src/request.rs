//! A request: the words of one line.

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// A whole run: goals, thresholds, arrivals by stage, and the months of the first trials.
    Details,
    /// The goals alone, as levers use them.
    Goals,
    /// The chunks as a worker of the page runs them: goals and thresholds.
    Chunks,
    /// Arithmetic that never changes, beside which the rest is held.
    Yardstick,
    /// A whole run with its odds and the required volume, for the memory it takes.
    Memory,
    /// One answer, given the trials.
    Answer(Answer),
}

/// What can be asked once the trials are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// How likely the target is.
    Odds,
    /// The volume that makes it as likely as asked.
    Volume,
    /// The probability against the volume.
    Curve,
    /// What moves the result.
    Shares,
    /// What is worth measuring.
    Measuring,
    /// What else makes it as likely as asked.
    Levers,
}

/// One line, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) work: Work,
    /// The plan's name.
    pub(crate) plan: String,
    pub(crate) changes: Changes,
}

/// What is changed about the plan; `None` leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Changes {
    pub(crate) trials: Option<u32>,
    pub(crate) months: Option<u32>,
    pub(crate) channels: Option<u32>,
    pub(crate) stages: Option<u32>,
}

impl Request {
    /// Reads a line; the error is a sentence.
    pub(crate) fn parse(line: &str) -> Result<Self, String> {
        let mut words = line.split_whitespace();
        let work = words.next().and_then(work).ok_or_else(|| format!("\"{line}\" begins with no work"))?;
        let plan = words.next().ok_or_else(|| format!("\"{line}\" names no plan"))?.to_owned();
        let mut changes = Changes::default();
        for word in words {
            changes.add(word).ok_or_else(|| format!("\"{word}\" is no change of a plan"))?;
        }
        Ok(Self { work, plan, changes })
    }
}

impl Changes {
    fn add(&mut self, word: &str) -> Option<()> {
        let (name, number) = word.split_once('=')?;
        let place = match name {
            "trials" => &mut self.trials,
            "months" => &mut self.months,
            "channels" => &mut self.channels,
            "stages" => &mut self.stages,
            _ => return None,
        };
        *place = Some(number.parse().ok()?);
        Some(())
    }
}

fn work(name: &str) -> Option<Work> {
    Some(match name {
        "details" => Work::Details,
        "goals" => Work::Goals,
        "chunks" => Work::Chunks,
        "yardstick" => Work::Yardstick,
        "memory" => Work::Memory,
        "odds" => Work::Answer(Answer::Odds),
        "volume" => Work::Answer(Answer::Volume),
        "curve" => Work::Answer(Answer::Curve),
        "shares" => Work::Answer(Answer::Shares),
        "measuring" => Work::Answer(Answer::Measuring),
        "levers" => Work::Answer(Answer::Levers),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_work_plan_and_changes() {
        let changes = Changes { trials: Some(1000), months: Some(24), ..Changes::default() };
        let expected = Request { work: Work::Details, plan: "bench".to_owned(), changes };
        assert_eq!(Request::parse("details bench trials=1000 months=24"), Ok(expected));
        let levers = Request::parse("levers default").map(|request| request.work);
        assert_eq!(levers, Ok(Work::Answer(Answer::Levers)));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for line in ["", "details", "guess bench", "details bench trials", "details bench weeks=3"] {
            assert!(Request::parse(line).is_err(), "{line}");
        }
    }
}
