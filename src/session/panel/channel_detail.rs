//! The details of a channel: how its volume is given and how far it may miss, where it enters, its own rates.

use gyakusan_engine::plan::{PerMonth, Volume};

use crate::session::{ChannelField, Field, Session};
use crate::text::channel_name;
use crate::text::number::rate;

/// The details of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelDetailPanel {
    /// Names the details.
    pub label: String,
    /// A field for each month of the period; none where the months are alike.
    pub months: Vec<Field>,
    /// For each step after entry its own rate, the evidence of it, and the plan's rate.
    pub rates: Vec<(Field, Field, String)>,
    /// Whether it can be moved up, and down.
    pub moves: [bool; 2],
    /// The button that removes it; `None` for the only channel.
    pub remove: Option<String>,
}

pub(super) fn panel(session: &Session, place: usize) -> ChannelDetailPanel {
    let words = session.language.words().channels();
    let plan = &session.plan;
    let channel = &plan.channels[place];
    let name = channel_name(channel, session.language);
    let field = |field| Field::Channel(place, field);
    let (months, of_month): (_, fn(usize) -> ChannelField) = match &channel.volume {
        Volume::Budget { monthly_budget: PerMonth::Each(each), .. } => {
            (each.len(), ChannelField::MonthBudget)
        }
        Volume::Entries { monthly_entries: PerMonth::Each(each) } => (each.len(), ChannelField::MonthEntries),
        _ => (0, ChannelField::MonthEntries),
    };
    let mut rates = Vec::new();
    let enters = plan.stage_index(&channel.enters).unwrap_or(0);
    for stage in enters + 1..plan.stages.len() {
        let of_plan = plan.stages[stage].step.map_or(f64::NAN, |step| step.rate.mean.get());
        let [own, evidence] = [ChannelField::OwnRate(stage), ChannelField::OwnEvidence(stage)].map(field);
        rates.push((own, evidence, (words.plan_rate)(&rate(of_plan).to_string())));
    }
    ChannelDetailPanel {
        label: (words.details)(name),
        months: (0..months).map(|month| field(of_month(month))).collect(),
        rates,
        moves: [place > 0, place + 1 < plan.channels.len()],
        remove: (plan.channels.len() > 1).then(|| (words.remove)(name)),
    }
}
