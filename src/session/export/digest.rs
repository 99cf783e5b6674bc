//! The plan on one page: its finding, its tree, its odds, what would help, what it rests on. Markdown, the text for a chat and the
//! printed page are all made of it.

use gyakusan_engine::plan::{SolveFor, Volume};

use super::super::{Figure, Question, Session};
use crate::session::field::currency;
use crate::session::panel::RANGE_OF_RATES;
use crate::share::markdown::Markdown;
use crate::text::number::{exact_count, money_range, rate, rate_range, rounded_count};
use crate::text::{channel_name, filled, stage_names};

/// The plan on one page, as written texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The plan's name.
    pub title: String,
    /// The finding of the tree.
    pub headline: String,
    /// Stages from the first to the deal: name, rate with its range, count, delay.
    pub stages: Vec<Vec<String>>,
    /// What the simulation says, in sentences.
    pub odds: Vec<String>,
    /// What would make the target likelier, once it is known.
    pub levers: Option<LeverTable>,
    /// What the plan rests on.
    pub assumptions: Vec<String>,
    /// What to look at before relying on it.
    pub notes: Vec<String>,
}

/// What would make the target likelier: the finding, the names of the columns, and a row for each lever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeverTable {
    /// The finding.
    pub finding: String,
    /// Names of the columns.
    pub head: &'static [&'static str],
    /// Rows; the first cell names the lever.
    pub rows: Vec<Vec<String>>,
}

impl Session {
    /// The plan on one page.
    pub fn digest(&self) -> Digest {
        let panel = self.answers.is_fresh(Question::Levers).then(|| self.figure(Figure::Levers)).flatten();
        Digest {
            title: self.plan_name().to_owned(),
            headline: self.tree_panel().headline.to_string(),
            stages: stages(self),
            odds: odds(self),
            levers: panel.map(|panel| LeverTable {
                finding: panel.title,
                head: panel.head,
                rows: panel.rows,
            }),
            assumptions: assumptions(self),
            notes: self.notes().notes.into_iter().map(|note| note_line(self, &note.words)).collect(),
        }
    }

    /// The plan on one page as Markdown; with an address that opens it, where there is one.
    pub fn markdown(&self, link: Option<&str>) -> String {
        let words = self.language.words().exports();
        let [tree, odds, levers, assumptions, notes] = words.summary_headings;
        let digest = self.digest();
        let mut markdown = Markdown::default();
        markdown.heading(1, &digest.title).paragraph(&digest.headline);
        markdown.heading(2, tree).table(&words.summary_tree, &digest.stages);
        markdown.heading(2, odds);
        for sentence in &digest.odds {
            markdown.paragraph(sentence);
        }
        if let Some(LeverTable { finding, head, rows }) = &digest.levers {
            markdown.heading(2, levers).paragraph(finding).table(head, rows);
        }
        markdown.heading(2, assumptions).list(&digest.assumptions);
        if !digest.notes.is_empty() {
            markdown.heading(2, notes).list(&digest.notes);
        }
        if let Some(link) = link {
            markdown.link(link);
        }
        markdown.into_text()
    }

    /// A few lines for a chat: the plan's name and finding, the counts, the odds, the address.
    pub fn chat(&self, link: Option<&str>) -> String {
        let words = self.language.words().exports();
        let digest = self.digest();
        let counts: Vec<_> =
            digest.stages.iter().map(|row| [row[0].as_str(), " ", &row[2]].concat()).collect();
        let mut lines =
            vec![filled(words.chat_plan, &[&digest.title, &digest.headline]), counts.join(words.chat_arrow)];
        lines.extend(digest.odds.into_iter().take(2));
        lines.extend(link.map(str::to_owned));
        // A name is one line: what stands on lines of its own is this program's.
        let one_line =
            |line: &String| line.chars().map(|each| if each.is_control() { ' ' } else { each }).collect();
        let lines: Vec<String> = lines.iter().map(one_line).collect();
        lines.join("\n")
    }
}

/// A note as one line: what it is about, then why, and the way out.
fn note_line(session: &Session, words: &[String]) -> String {
    let Some((subject, rest)) = words.split_first() else { return String::new() };
    let rest = rest.join(session.language.words().tree().space);
    filled(session.language.words().exports().assumption, &[subject, &rest])
}

fn stages(session: &Session) -> Vec<Vec<String>> {
    let plan = &session.plan;
    let words = session.language.words().exports();
    let rows = plan.stages.iter().enumerate().map(|(place, stage)| {
        let (mut mean, mut delay) = (String::new(), String::new());
        if let (Some(step), Some([value, months])) = (stage.step, session.solved_step(place)) {
            mean = rate(value).to_string();
            if step.rate.beta().is_some() && plan.solve_for != SolveFor::Rate(stage.id.clone()) {
                let (low, high) = step.rate.central_range(RANGE_OF_RATES);
                mean += &filled(words.range, &[&rate_range(low, high).to_string()]);
            }
            if months > 0.0 {
                delay = exact_count(months) + session.language.words().stages().months;
            }
        }
        let count = session.counted(&crate::session::panel::written_count(session, place));
        vec![stage_names(stage, session.language).stage, mean, count, delay]
    });
    rows.collect()
}

fn odds(session: &Session) -> Vec<String> {
    let words = session.language.words().exports();
    let Some(summary) = session.final_summary() else { return vec![words.no_odds.to_owned()] };
    let panel = session.odds();
    let trials = rounded_count(summary.odds.trials as f64);
    let mut sentences = vec![
        panel.headline.to_string(),
        panel.lead.to_string(),
        session.strip().spread_note,
        filled(words.trials, &[&trials, &session.plan.simulation.seed.to_string()]),
    ];
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

fn assumptions(session: &Session) -> Vec<String> {
    let words = session.language.words().exports();
    let plan = &session.plan;
    let said = |label: &str, value: &str| filled(words.assumption, &[label, value]);
    let (value, deal_name) = session.solved_deal();
    let mut value = session.money(value).to_string();
    let range = plan.deal.value.central_range(RANGE_OF_RATES);
    if let Some((low, high)) = range.filter(|_| plan.solve_for != SolveFor::DealValue) {
        let range = money_range(low, high, currency(plan), session.language).to_string();
        value += &filled(words.range, &[&range]);
    }
    let mut list = vec![
        said(words.target, &session.target()),
        said(words.period, &format!("{} – {}", plan.period.start, plan.period.last())),
        said(deal_name, &value),
    ];
    for (channel, arrivals) in plan.channels.iter().zip(&session.tree.channels) {
        let enters = plan.stage_index(&channel.enters).unwrap_or(0);
        let months = plan.months() as f64;
        let entries = arrivals[enters].iter().sum::<f64>() / months;
        let supply = match &channel.volume {
            Volume::Budget { cost_per_entry, .. } => {
                let counted = channel_spend(session, channel.id.as_str()) / months;
                let cost = session.money(cost_per_entry.get()).to_string();
                filled(words.bought, &[&session.money(counted).to_string(), &cost])
            }
            Volume::Entries { .. } => filled(words.entered, &[&exact_count(entries)]),
        };
        list.push(said(channel_name(channel, session.language), &supply));
    }
    list
}

/// What a channel costs in the period.
fn channel_spend(session: &Session, id: &str) -> f64 {
    let place = session.plan.channels.iter().position(|channel| channel.id.as_str() == id);
    let costs = session.economics.as_ref().and_then(|economics| economics.channels.get(place?));
    costs.and_then(|channel| channel.spend).unwrap_or_default()
}
