//! What every panel shows, as plain data: written figures, sentences, places in percent.

mod apportion;
mod author;
mod calendar;
mod channel_detail;
mod channels;
mod choice;
mod costs;
mod curve;
mod customers;
mod dots;
mod embed;
mod fan;
mod field;
mod figure;
mod funnel;
mod histogram;
mod levers;
mod library;
mod market;
mod notes;
mod odds;
mod scenarios;
mod season;
mod settings;
mod stages;
mod strip;
mod subject;
mod tree;
mod variance;

pub use author::{AuthorField, AuthorForm, AuthorPanel};
pub use calendar::{CalendarPanel, MonthPanel, PacePanel, TableRow};
pub use channel_detail::ChannelDetailPanel;
pub use channels::{CellPanel, ChannelPanel, ChannelsPanel};
pub use choice::ChoicePanel;
pub use costs::CostsPanel;
pub use customers::{CustomersPanel, KnownCustomersPanel};
pub use dots::DotsPanel;
pub use embed::{EmbedCount, EmbedDots, EmbedField, EmbedOdds, EmbedPanel, EmbedRail, EmbedRow};
pub use field::{FieldPanel, LockPanel};
pub use figure::{Drawing, FigurePanel, Look, PlacedLabel, PlotLabel, PlotPanel, RowPanel, Side};
pub use library::{LibraryPanel, LibraryRow};
pub use market::MarketPanel;
pub use notes::{Note, NoteKind, NotesPanel};
pub use odds::{OddsPanel, RunPanel};
pub use scenarios::{ComparedRow, ScenarioRow, ScenariosPanel};
pub use season::{SeasonMonthPanel, SeasonPanel};
pub use settings::{Entry, SettingPanel};
pub use stages::{StagePanel, StagesPanel};
pub use strip::{SpreadPanel, StripPanel};
pub use tree::{
    ColumnPanel, CountPanel, Department, PiecePanel, PopoverPanel, RailPanel, RatePanel, TreePanel,
    WholePanel,
};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::figures::answered;

pub(super) use fan::end_labels;
pub(super) use field::rail_end;
pub(super) use histogram::{axis, target_label};
pub(super) use scenarios::scenario_name;
pub(super) use tree::{
    RANGE as RANGE_OF_RATES, benchmark, department, exact as exact_of_stage, recommended_count, written_count,
};

use gyakusan_engine::plan::Measure;

use super::{Choice, Field, Session};
use crate::text::number::{Odds, odds};
use crate::text::plan_name;

impl Session {
    /// The strip of four figures.
    pub fn strip(&self) -> StripPanel {
        strip::panel(self)
    }

    /// The tree with its sentence.
    pub fn tree_panel(&self) -> TreePanel {
        tree::panel(self)
    }

    /// The tree with everything that is folded behind its numbers.
    pub fn unfolded_tree(&self) -> TreePanel {
        let mut panel = self.tree_panel();
        tree::unfold(self, &mut panel);
        panel
    }

    /// The channel table.
    pub fn channels(&self) -> ChannelsPanel {
        channels::panel(self)
    }

    /// The details of the channel at a place.
    pub fn channel_detail(&self, place: usize) -> ChannelDetailPanel {
        channel_detail::panel(self, place)
    }

    /// The calculator inside another page.
    pub fn embed(&self, options: &crate::share::embed::Options) -> EmbedPanel {
        embed::panel(self, options)
    }

    /// The page of authors: what a form of it makes of the plan; `page` is the address of this page.
    pub fn author(&self, form: &AuthorForm, page: &str) -> AuthorPanel {
        author::panel(self, form, page)
    }

    /// The fields that an embedded calculator can show.
    pub fn embed_fields(&self) -> Vec<EmbedField> {
        embed::fields(self)
    }

    /// What an embedded calculator says comes out.
    pub fn embed_result(&self) -> crate::share::embed::Outcome {
        embed::result(self)
    }

    /// The scenarios side by side.
    pub fn scenarios_panel(&self) -> ScenariosPanel {
        scenarios::panel(self)
    }

    /// How what is required is spread over the months.
    pub fn season(&self) -> SeasonPanel {
        season::panel(self)
    }

    /// Existing customers.
    pub fn customers(&self) -> CustomersPanel {
        customers::panel(self)
    }

    /// The market and the calculation.
    pub fn market(&self) -> MarketPanel {
        market::panel(self)
    }

    /// What the tree asks for month by month.
    pub fn calendar(&self) -> CalendarPanel {
        calendar::panel(self)
    }

    /// What the plan costs and brings back.
    pub fn costs(&self) -> CostsPanel {
        costs::panel(self)
    }

    /// What to look at before relying on the plan.
    pub fn notes(&self) -> NotesPanel {
        notes::panel(self)
    }

    /// The editor of the stages.
    pub fn stages(&self) -> StagesPanel {
        stages::panel(self)
    }

    /// The frame of the plan: period and goal, the deal, who stands in the funnel at the start.
    pub fn settings(&self) -> [SettingPanel; 3] {
        settings::panels(self)
    }

    /// The view of the odds.
    pub fn odds(&self) -> OddsPanel {
        odds::panel(self)
    }

    /// What would make the target as likely as asked at the least cost, as a sentence.
    pub fn cheapest(&self) -> Option<crate::text::Sentence> {
        odds::cheapest(self)
    }

    /// P10, P50 and P90 below the histogram, with their amounts and places.
    pub fn percentiles(&self) -> Option<[(&'static str, PlacedLabel); 3]> {
        self.summary.as_ref().map(|summary| histogram::percentiles(self, summary))
    }

    /// A field; `None` where the plan has no such place (any more).
    pub fn field(&self, field: Field) -> Option<FieldPanel> {
        field.exists(&self.plan).then(|| FieldPanel::new(self, field))
    }

    /// The number in a field of the plan, for the handle of a slider.
    pub fn share(&self, field: Field) -> f64 {
        self.value_of(field)
    }

    /// A choice.
    pub fn choice(&self, choice: Choice) -> ChoicePanel {
        ChoicePanel::new(self, choice)
    }

    /// The plan's name.
    pub fn plan_name(&self) -> &str {
        plan_name(&self.plan, self.language)
    }

    /// What a quantity of the engine's answers is called.
    pub(super) fn quantity_name(&self, source: &str) -> String {
        subject::subject(self, source).name
    }

    /// The chance in the last answers, written; `None` before the first.
    fn chance(&self) -> Option<Odds> {
        self.summary.as_ref().map(|summary| odds(summary.odds.probability, self.language))
    }

    /// An amount in the plan's currency, written.
    pub(super) fn money(&self, value: f64) -> crate::text::number::Written {
        crate::text::number::money(value, super::field::currency(&self.plan), self.language)
    }

    /// The target as sentences name it: of revenue, or of what it is measured in instead.
    pub(super) fn target(&self) -> String {
        let target = self.money(self.plan.goal.target.get()).to_string();
        match self.plan.goal.measure {
            Measure::PeriodRevenue => target,
            Measure::ExitArr => (self.language.words().settings().of_exit_arr)(&target),
        }
    }

    /// A count with the unit that the language puts after it.
    pub(super) fn counted(&self, count: &str) -> String {
        format!("{count}{}", self.language.words().tree().count_unit)
    }
}
