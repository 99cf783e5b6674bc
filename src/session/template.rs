//! Templates: plans to start from.

use gyakusan_engine::plan::Plan;

use super::DEFAULT_PLAN;

/// A plan to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The articles' example, the plan that the page opens with.
    Article,
    /// Six stages from a visit to the won deal.
    Funnel,
    /// Monthly fees and customers who leave.
    Subscription,
    /// From an inquiry straight to the won deal.
    Inquiry,
}

impl Template {
    /// All templates in the order of the page.
    pub const ALL: [Self; 4] = [Self::Article, Self::Funnel, Self::Subscription, Self::Inquiry];

    /// The plan; `None` never happens, which the tests see to.
    pub(super) fn plan(self) -> Option<Plan> {
        let text = match self {
            Self::Article => DEFAULT_PLAN,
            Self::Funnel => include_str!("../../engine/plans/funnel.json"),
            Self::Subscription => include_str!("../../engine/plans/subscription.json"),
            Self::Inquiry => include_str!("../../engine/plans/inquiry.json"),
        };
        Plan::from_json(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Template;
    use crate::session::{Edit, Session};
    use crate::text::Language;

    /// A session with a template: its headline, and every count from the won deal to the first stage.
    fn opened(template: Template) -> (String, Vec<String>) {
        let mut session = Session::new(Language::Ja);
        session.edit(Edit::Template(template));
        let panel = session.tree_panel();
        (
            panel.headline.to_string(),
            panel.columns.into_iter().map(|column| column.count.field.text).collect(),
        )
    }

    #[test]
    fn templates_give_the_articles_numbers() {
        for (template, headline, counts) in [
            (Template::Article, "売上1億円には、年534件のリードが必要です。", vec!["20", "80", "534"]),
            (
                Template::Funnel,
                "売上1億円には、年35,556件の訪問が必要です。",
                vec!["20", "80", "100", "334", "534", "35,556"],
            ),
            (Template::Inquiry, "売上10億円には、年1,200件の問合せが必要です。", vec!["180", "1,200"]),
        ] {
            let (found, columns) = opened(template);
            assert_eq!(found, headline);
            assert_eq!(columns, counts);
        }
    }

    #[test]
    fn the_subscriptions_yearly_fees_are_met_in_closed_form() {
        let mut session = Session::new(Language::Ja);
        session.edit(Edit::Template(Template::Subscription));
        // 40 customers stay at 99 % a month, and so do as many new ones every month from the next month on.
        let stay = (0..12).fold(1.0, |stay, _| 0.99 * stay);
        let new = (1e8 / 12.0 / 1e5 - 40.0 * stay) / ((1.0 - stay) / 0.01) * 12.0;
        let wins = session.tree().stages[2].expected;
        assert!((wins - new).abs() <= 1e-9 * new, "{wins} {new}");
    }

    #[test]
    fn a_template_is_one_step_that_can_be_taken_back() {
        for template in Template::ALL {
            let mut session = Session::new(Language::En);
            session.type_into(crate::session::Field::Target, "3億");
            let before = session.plan().clone();
            session.edit(Edit::Template(template));
            assert_eq!(session.plan(), &template.plan().expect("a plan"));
            assert_eq!(session.field(crate::session::Field::Target).expect("a field").error, None);
            session.travel(true);
            assert_eq!(session.plan(), &before);
        }
    }
}
