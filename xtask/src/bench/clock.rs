//! The processor's time that a program took, so that other programs on the same machine do not count.
//!
//! Linux says it of every thread, exactly once the thread has come to rest. Elsewhere the programs' own clocks have to do.

use crate::error::Error;
use std::{fs, path::Path, thread, time::Duration};

/// How long a program that has answered takes at most to come to rest.
const REST: Duration = Duration::from_millis(2);

/// The first threads of some processes, which do what is measured; of what compiles beside them nothing counts.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    processes: Vec<u32>,
}

impl Clock {
    /// The clock of one process.
    pub(crate) fn of(process: u32) -> Self {
        Self { processes: vec![process] }
    }

    /// The clock of a browser's pages; all of them, since only one has anything to do. Where other programs have such a
    /// clock and pages have none, they cannot be compared.
    pub(crate) fn of_pages_below(driver: u32) -> Result<Self, Error> {
        let parents = parents();
        let is_below = |process: u32| ancestors(process, &parents).any(|ancestor| ancestor == driver);
        let is_page = |process: u32| {
            let command = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&command).contains("--type=renderer")
        };
        let processes = parents.iter().map(|(process, _)| *process);
        let pages: Vec<_> = processes.filter(|process| is_below(*process) && is_page(*process)).collect();
        if is_told() && pages.is_empty() {
            return Err(Error::Measured { finding: "no process of the browser's page is found".to_owned() });
        }
        Ok(Self { processes: pages })
    }

    /// Microseconds so far, read at rest; `None` where the system does not say.
    pub(crate) fn microseconds(&self) -> Option<f64> {
        thread::sleep(REST);
        let times = self.processes.iter().map(|process| {
            let times = fs::read_to_string(format!("/proc/{process}/schedstat")).ok()?;
            nanoseconds(&times)
        });
        let sum = times.sum::<Option<u64>>().filter(|_| !self.processes.is_empty())?;
        Some(sum as f64 / 1000.0)
    }
}

/// Whether the system says what time a program took on the processor.
pub(crate) fn is_told() -> bool {
    Path::new("/proc/self/schedstat").exists()
}

/// The first of a thread's times: on a processor, waiting for one, and how often.
fn nanoseconds(schedstat: &str) -> Option<u64> {
    schedstat.split_whitespace().next()?.parse().ok()
}

/// Every process with the one that started it.
fn parents() -> Vec<(u32, u32)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    let process = |name: std::ffi::OsString| name.to_str()?.parse::<u32>().ok();
    let processes = entries.filter_map(|entry| process(entry.file_name()));
    let parent = |process| stated_parent(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?);
    processes.filter_map(|process| Some((process, parent(process)?))).collect()
}

/// The parent in a line like "42 (a name) S 7 …"; the name may hold anything.
fn stated_parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn ancestors(process: u32, parents: &[(u32, u32)]) -> impl Iterator<Item = u32> {
    let parent_of = |child: &u32| parents.iter().find(|(own, _)| own == child).map(|(_, parent)| *parent);
    std::iter::successors(parent_of(&process), move |child| parent_of(child))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_read_past_any_name() {
        assert_eq!(stated_parent("42 (a) S name) S 7 42 42 0"), Some(7));
        assert_eq!(stated_parent(""), None);
    }

    #[test]
    fn ancestors_are_followed_upwards() {
        let parents = [(1, 0), (7, 1), (42, 7), (43, 1)];
        assert_eq!(ancestors(42, &parents).collect::<Vec<_>>(), [7, 1, 0]);
    }

    #[test]
    fn the_time_on_a_processor_comes_first() {
        assert_eq!(nanoseconds("1500 20 3\n"), Some(1500));
        assert_eq!(Clock::default().microseconds(), None);
    }
}
