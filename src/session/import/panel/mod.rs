//! The import screens in words: files, lists, what is missing, progress.

mod choice;
mod file;
mod lack;

use gyakusan_engine::plan::{Month, Plan};

use super::{Chosen, Importing, Reading, ReportPanel};
use crate::text::number::{exact_count, rounded_count};
use crate::text::{Language, filled};

pub use choice::ChoicePanel;
use choice::{channels, months};
use file::fault;
pub use file::{ColumnPanel, FilePanel, ShownTable};

/// How far reading is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressPanel {
    /// Bytes read, in percent.
    pub percent: u32,
    /// The same with rows, in words.
    pub text: String,
}

/// The import screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPanel {
    /// The files.
    pub files: Vec<FilePanel>,
    /// What is missing.
    pub missing: Vec<String>,
    /// Channels to be assigned.
    pub strangers: Vec<ChoicePanel>,
    /// The last month known in full.
    pub as_of: Option<ChoicePanel>,
    /// Whether skipped stages count as passed; a box.
    pub skipped: Option<ChoicePanel>,
    /// How far reading is.
    pub progress: Option<ProgressPanel>,
    /// What reading came to where it gave nothing.
    pub ended: Option<&'static str>,
    /// The report.
    pub report: Option<ReportPanel>,
    /// What is said to those who listen: it changes rarely.
    pub said: String,
}

impl Importing {
    /// The import screens for a plan; `replaces` says that the plan has actuals already.
    pub fn panel(&self, plan: &Plan, language: Language, replaces: bool) -> ImportPanel {
        let words = language.words().importing();
        let lacks = self.lacks(plan);
        let missing: Vec<_> = lacks.iter().map(|lack| self.lack_sentence(lack, plan, language)).collect();
        let has_files = self.files.iter().any(Chosen::is_usable);
        let progress = self.progress(language);
        let report = match &self.reading {
            Reading::Done(outcome) => Some(ReportPanel::new(outcome, plan, language, replaces)),
            _ => None,
        };
        let ended = match &self.reading {
            Reading::Stopped => Some(words.stopped[0]),
            Reading::Lost => Some(words.stopped[1]),
            _ => None,
        };
        let said = match (&progress, &report, ended) {
            (Some(progress), ..) => filled(words.progress_said, &[&(progress.percent / 25 * 25).to_string()]),
            (_, Some(report), _) => report.headline.clone(),
            (_, _, Some(ended)) => ended.to_owned(),
            _ => self.files.iter().filter_map(|file| fault(file, language)).chain(missing.clone()).collect(),
        };
        let strangers = self.strangers.iter().enumerate();
        ImportPanel {
            files: (0..self.files.len()).map(|place| self.file(place, plan, language)).collect(),
            missing: if has_files { missing } else { Vec::new() },
            strangers: strangers
                .map(|(place, (name, rows, channel))| ChoicePanel {
                    name: ["stranger-", &place.to_string()].concat(),
                    label: filled(words.unknown_label, &[name, &exact_count(*rows as f64)]),
                    options: channels(plan, words.unassigned, language),
                    value: channel.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default(),
                })
                .collect(),
            as_of: has_files.then(|| ChoicePanel {
                name: "asof".to_owned(),
                label: words.as_of[0].to_owned(),
                options: months(plan, language),
                value: self.as_of.map(|month| month.to_string()).unwrap_or_default(),
            }),
            skipped: self.asks_skipped.then(|| ChoicePanel {
                name: "skipped".to_owned(),
                label: words.skipped.to_owned(),
                options: Vec::new(),
                value: self.assumes_skipped.to_string(),
            }),
            progress,
            ended,
            report,
            said,
        }
    }

    fn progress(&self, language: Language) -> Option<ProgressPanel> {
        let Reading::Going(progress) = &self.reading else { return None };
        let words = language.words().importing();
        let all: usize = self.files.iter().filter(|file| file.is_usable()).map(|file| file.bytes).sum();
        // A hundred times the bytes of a large file are more than a browser's program counts to.
        let percent = (100.0 * progress.bytes as f64 / all.max(1) as f64).min(100.0) as u32;
        let counts = [progress.rows, progress.kept].map(|count| exact_count(count as f64));
        let sizes = [size(progress.bytes, language), size(all, language)];
        let text = filled(words.progress, &[&sizes[0], &sizes[1], &counts[0], &counts[1]]);
        Some(ProgressPanel { percent, text: if percent == 100 { words.joining.to_owned() } else { text } })
    }
}

fn month_name(month: Month, language: Language) -> String {
    (language.words().importing().month)(month.year(), month.month())
}

/// From month to month, or the only one.
pub(in crate::session::import) fn span(first: Month, last: Month, language: Language) -> String {
    if first >= last {
        return month_name(last, language);
    }
    let words = language.words().importing();
    filled(words.span, &[&month_name(first, language), &month_name(last, language)])
}

/// A length in bytes as megabytes, or kilobytes where that is less than one.
pub(in crate::session::import) fn size(bytes: usize, language: Language) -> String {
    let sizes = language.words().importing().sizes;
    if bytes >= 1_000_000 {
        let tenths = (bytes as f64 / 1e5).round() / 10.0;
        return filled(sizes[0], &[&exact_count(tenths)]);
    }
    filled(sizes[1], &[&rounded_count((bytes as f64 / 1e3).ceil())])
}
