//! The calculator inside another page: a few fields, their counts, the odds in a sentence and as dots.

use gyakusan_engine::plan::Measure;
use gyakusan_engine::tree::required_count;

use super::field::FieldPanel;
use super::figure::PlacedLabel;
use super::tree::{self, Department, RailPanel};
use crate::chart::{DotPlot, PILES};
use crate::session::field::currency;
use crate::session::{ChannelField, DealField, Field, Required, Session, StepField, Summary, Wanted};
use crate::share::embed::{Options, Outcome, Palette};
use crate::text::number::{axis_money, rounded_count};
use crate::text::{Language, Sentence, filled, stage_names};

/// The calculator inside another page.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbedPanel {
    /// The title.
    pub title: String,
    /// What readers can do.
    pub hint: &'static str,
    /// Fields and counts.
    pub rows: Vec<EmbedRow>,
    /// What comes out; `None` where the document already shows it.
    pub odds: Option<EmbedOdds>,
    /// What the ranges rest on.
    pub evidence: String,
    /// Leads to the whole page.
    pub open: &'static str,
    /// Words and address of the author's link.
    pub call: Option<[String; 2]>,
    /// The author's colours.
    pub palette: Option<Palette>,
    /// The greatest width, in CSS pixels.
    pub width: Option<u32>,
}

/// A field and the count that follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbedRow {
    /// What the field is called.
    pub name: String,
    /// The field; `None` where only its count is shown.
    pub field: Option<FieldPanel>,
    /// Whether readers may edit it.
    pub is_editable: bool,
    /// Range and benchmark of a rate.
    pub rail: Option<EmbedRail>,
    /// Why the number reaches nothing.
    pub obstacle: Option<String>,
    /// The count.
    pub count: Option<EmbedCount>,
}

impl EmbedRow {
    /// A count without a field.
    fn of_count(count: EmbedCount) -> Self {
        let name = String::new();
        Self { name, field: None, is_editable: false, rail: None, obstacle: None, count: Some(count) }
    }
}

/// A field that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedField {
    /// Its name in addresses.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// Whether it is the answer, which nobody edits.
    pub is_answer: bool,
}

/// A rail with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbedRail {
    /// The rail.
    pub rail: RailPanel,
    /// The department whose colour its range has.
    pub department: Department,
    /// The range in words.
    pub range: String,
    /// The benchmark in words, and its source.
    pub band: Option<(String, String)>,
}

/// A count.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbedCount {
    /// What is counted.
    pub name: String,
    /// Who answers for it.
    pub department: Department,
    /// How many.
    pub number: String,
    /// Of what.
    pub unit: String,
    /// Whether it is the answer.
    pub is_answer: bool,
}

/// What comes out.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbedOdds {
    /// The finding.
    pub finding: Sentence,
    /// What would bring the confidence.
    pub lead: Sentence,
    /// A hundred outcomes; `None` before the first answer, or where the author leaves them out.
    pub dots: Option<EmbedDots>,
    /// Whether outcomes will be drawn.
    pub awaits_dots: bool,
    /// Whether the figures still change.
    pub is_interim: bool,
}

/// A hundred outcomes as dots.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbedDots {
    /// The piles.
    pub plot: DotPlot,
    /// Those that miss, those that reach.
    pub labels: [String; 2],
    /// What a dot is.
    pub unit: &'static str,
    /// Amounts along the axis; the second is the target.
    pub across: Vec<PlacedLabel>,
    /// The drawing in words.
    pub spoken: String,
}

pub(super) fn panel(session: &Session, options: &Options) -> EmbedPanel {
    let words = session.language.words().embed();
    let rows = rows(session, options);
    let is_editable = rows.iter().any(|row| row.is_editable);
    EmbedPanel {
        title: title(session, options, session.language),
        hint: if is_editable { words.hint } else { words.hint_read },
        rows,
        odds: Some(odds(session, options)),
        evidence: evidence(session),
        open: words.open,
        call: (!options.call.is_empty() && !options.link.is_empty())
            .then(|| [options.call.clone(), options.link.clone()]),
        palette: options.palette(),
        width: options.width,
    }
}

/// The title in a language.
pub(super) fn title(session: &Session, options: &Options, language: Language) -> String {
    if !options.title.is_empty() {
        return options.title.clone();
    }
    let words = language.words().embed();
    if Wanted::of(&session.plan) != Wanted::Volume {
        return words.title_other.to_owned();
    }
    filled(words.title, &[&stage_names(&session.plan.stages[0], language).count])
}

/// The fields that can be shown, in order, by name; what is shown where an author names none comes first.
fn named(session: &Session) -> Vec<(String, Field)> {
    let plan = &session.plan;
    let mut named = vec![("target".to_owned(), Field::Target)];
    named.push(("deal".to_owned(), Field::Deal(DealField::Value)));
    for place in (1..plan.stages.len()).rev() {
        let name = ["rate:", plan.stages[place].id.as_str()].concat();
        named.push((name, Field::Step(place, StepField::Rate)));
    }
    named.push(("months".to_owned(), Field::Months));
    for (place, channel) in plan.channels.iter().enumerate() {
        for (kind, field) in [("budget:", ChannelField::Budget), ("cost:", ChannelField::Cost)] {
            let field = Field::Channel(place, field);
            if field.exists(plan) {
                named.push(([kind, channel.id.as_str()].concat(), field));
            }
        }
    }
    named
}

/// How many of the fields are shown where an author names none.
fn usual(session: &Session) -> usize {
    session.plan.stages.len() + 1
}

/// The names of the fields that are shown where an author names none.
pub(super) fn usual_fields(session: &Session) -> Vec<String> {
    named(session).into_iter().take(usual(session)).map(|(name, _)| name).collect()
}

pub(super) fn fields(session: &Session) -> Vec<EmbedField> {
    let of_named = |(name, field)| EmbedField {
        name,
        label: label(session, field),
        is_answer: FieldPanel::new(session, field).is_answer(),
    };
    named(session).into_iter().map(of_named).collect()
}

fn label(session: &Session, field: Field) -> String {
    match field {
        Field::Target if session.plan.goal.measure == Measure::PeriodRevenue => {
            (session.language.words().strip().target)(session.plan.months())
        }
        _ => field.label(&session.plan, session.language),
    }
}

fn rows(session: &Session, options: &Options) -> Vec<EmbedRow> {
    let tree = tree::panel(session);
    let usual = usual(session);
    let mut rows = Vec::new();
    for (place, (name, field)) in named(session).into_iter().enumerate() {
        let is_shown = options.is_shown(&name, place < usual);
        // After the target stand the columns of the tree, each a factor and the count that it makes.
        let column = place.checked_sub(1).and_then(|column| tree.columns.get(column));
        let is_last = place == tree.columns.len();
        if !is_shown && !is_last {
            continue;
        }
        let panel = FieldPanel::new(session, field);
        let rate = column.filter(|_| is_shown && matches!(field, Field::Step(..))).map(|column| &column.rate);
        rows.push(EmbedRow {
            name: if is_shown { label(session, field) } else { String::new() },
            is_editable: is_shown && options.is_editable(&name) && !panel.is_answer(),
            rail: rate.map(|rate| EmbedRail {
                rail: rate.rail,
                department: rate.department.clone(),
                range: rate.range.clone(),
                band: rate.band.clone(),
            }),
            obstacle: rate.and_then(|rate| rate.obstacle.clone()),
            field: is_shown.then_some(panel),
            count: column.map(|column| EmbedCount {
                name: column.count.field.label.clone(),
                department: column.count.department.clone(),
                number: column.count.field.text.clone(),
                unit: column.count.field.unit.clone(),
                is_answer: column.count.field.is_answer(),
            }),
        });
    }
    let is_answer = |row: &EmbedRow| {
        row.field.as_ref().is_some_and(FieldPanel::is_answer)
            || row.count.as_ref().is_some_and(|count| count.is_answer)
    };
    if !rows.iter().any(is_answer) {
        rows.push(EmbedRow::of_count(answer(session)));
    }
    rows
}

/// What the plan is solved for, where it is neither a count nor a field that is shown.
fn answer(session: &Session) -> EmbedCount {
    let wanted = Wanted::of(&session.plan);
    let field = wanted.field().map(|field| FieldPanel::new(session, field));
    let (number, unit) = field.map_or_else(
        || (wanted.written(session.tree.solved_value, &session.plan, session.language), String::new()),
        |field| (field.text, field.unit),
    );
    let name = wanted.name(&session.plan, session.language);
    EmbedCount { name, department: Department::default(), number, unit, is_answer: true }
}

fn odds(session: &Session, options: &Options) -> EmbedOdds {
    let words = session.language.words().embed();
    let Some(summary) = &session.summary else {
        let finding = Sentence::plain(words.pending);
        return EmbedOdds {
            finding,
            lead: Sentence::default(),
            dots: None,
            awaits_dots: !options.hides_dots,
            is_interim: true,
        };
    };
    EmbedOdds {
        finding: words.finding(&session.target(), &of_hundred(session, summary.odds.probability)),
        lead: lead(session, summary),
        dots: (!options.hides_dots).then(|| dots(session, summary)),
        awaits_dots: false,
        is_interim: session.is_interim(),
    }
}

/// A chance as a whole number of a hundred; only what is certain is none or all.
fn of_hundred(session: &Session, probability: f64) -> String {
    let words = session.language.words().embed();
    let whole = (100.0 * probability).round();
    if whole < 1.0 && probability > 0.0 {
        words.below_one.to_owned()
    } else if whole > 99.0 && probability < 1.0 {
        words.above_99.to_owned()
    } else {
        filled(words.of_hundred, &[&rounded_count(whole)])
    }
}

fn lead(session: &Session, summary: &Summary) -> Sentence {
    let words = session.language.words().embed();
    match summary.required {
        Required::Reached { confidence, arrivals, monthly_budget } => {
            let confidence = rounded_count(100.0 * confidence);
            let count = session.counted(&rounded_count(arrivals));
            if arrivals <= required_count(session.tree.stages[0].expected) {
                return Sentence::plain(filled(words.enough, &[&confidence, &count]));
            }
            let stage = words.inside(stage_names(&session.plan.stages[0], session.language).stage);
            let [before, after] = words.more.map(|part| filled(part, &[&confidence, &stage]));
            let a_month = session.counted(&rounded_count((arrivals / session.plan.months() as f64).ceil()));
            let budget = (monthly_budget > 0.0)
                .then(|| filled(words.budget, &[&session.money(monthly_budget).to_string()]));
            Sentence::plain(before)
                .strong(filled(words.more_count, &[&count, &a_month]))
                .then(after + &budget.unwrap_or_default())
        }
        Required::Unreachable { confidence, .. } => {
            Sentence::plain(filled(words.unreachable, &[&rounded_count(100.0 * confidence)]))
        }
    }
}

fn dots(session: &Session, summary: &Summary) -> EmbedDots {
    let words = session.language.words().embed();
    let target = session.plan.goal.target.get();
    let histogram = &summary.histogram;
    let plot =
        DotPlot::new(&histogram.counts, histogram.above, histogram.width, target, summary.odds.probability);
    let reached = plot.reached();
    let [missed_text, reached_text] = [100 - reached, reached].map(|count| rounded_count(f64::from(count)));
    let label = |halves: u32| PlacedLabel {
        at: 100.0 * f64::from(halves) * DotPlot::BELOW as f64 / 2.0 / PILES as f64,
        text: axis_money(
            target * f64::from(halves) / 2.0,
            halves == 2,
            currency(&session.plan),
            session.language,
        ),
    };
    EmbedDots {
        labels: [filled(words.missed, &[&missed_text]), filled(words.reached, &[&reached_text])],
        unit: words.dot,
        across: (1..=4).map(label).collect(),
        spoken: filled(words.drawing, &[&reached_text, &session.target()]),
        plot,
    }
}

/// The trials behind the rates with a range.
fn evidence(session: &Session) -> String {
    let words = session.language.words().embed();
    let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
    for stage in &session.plan.stages {
        if let Some(trials) = stage.step.and_then(|step| step.rate.evidence) {
            (least, most) = (least.min(trials.get()), most.max(trials.get()));
        }
    }
    if most == 0.0 {
        return words.exact.to_owned();
    }
    let [low, high] = [least, most].map(rounded_count);
    if low == high { filled(words.evidence_one, &[&low]) } else { filled(words.evidence, &[&low, &high]) }
}

pub(super) fn result(session: &Session) -> Outcome {
    let stages = session.plan.stages.iter().enumerate();
    let counts = stages.map(|(place, stage)| (stage.id.as_str().to_owned(), tree::exact(session, place)));
    let odds = session.summary.as_ref().filter(|_| !session.is_interim()).map(|summary| &summary.odds);
    Outcome {
        counts: counts.collect(),
        chance: odds.map(|odds| odds.probability),
        trials: odds.map(|odds| odds.trials as f64),
    }
}
