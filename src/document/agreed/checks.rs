//! What is ready: the items of three checklists.

use super::Section;

/// An item of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Its key in files, which stays whatever the item is called.
    pub key: &'static str,
    /// The list: 0 is unifying KPIs, 1 linking marketing and sales, 2 running KPIs.
    pub list: u8,
    /// When it is done: 0 setting up, 1 building, 2 running.
    pub phase: u8,
    /// What helps with it.
    pub help: Help,
}

/// What of the product helps with an item of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Help {
    /// The tree; the plan has it already.
    HasTree,
    /// The view of the odds.
    Odds,
    /// A section of the agreement.
    Agree(Section),
    /// The linkage table.
    Linkage,
    /// The table of departments.
    Departments,
    /// Nothing: it is done elsewhere.
    None,
}

const fn check(list: u8, phase: u8, key: &'static str, help: Help) -> Check {
    Check { key, list, phase, help }
}

/// How many items each list has.
pub const CHECK_COUNTS: [usize; 3] = [14, 15, 20];

/// Every item of the three lists, list by list and in each by phase.
pub const CHECKS: [Check; 49] = [
    check(0, 0, "unify_goal_number", Help::HasTree),
    check(0, 0, "unify_kpis_derived", Help::HasTree),
    check(0, 0, "unify_tree_drawn", Help::HasTree),
    check(0, 0, "unify_mql", Help::Agree(Section::Mql)),
    check(0, 0, "unify_sql", Help::Agree(Section::Definitions)),
    check(0, 0, "unify_agreed", Help::Agree(Section::People)),
    check(0, 1, "unify_hand_off", Help::Agree(Section::HandOff)),
    check(0, 1, "unify_follow_up", Help::Agree(Section::HandOff)),
    check(0, 1, "unify_feedback", Help::Agree(Section::HandOff)),
    check(0, 1, "unify_data_source", Help::Agree(Section::Meetings)),
    check(0, 1, "unify_dashboard", Help::Departments),
    check(0, 2, "unify_meeting", Help::Agree(Section::Meetings)),
    check(0, 2, "unify_review", Help::Agree(Section::Meetings)),
    check(0, 2, "unify_revision", Help::Agree(Section::Meetings)),
    check(1, 0, "link_shared_kpi", Help::Linkage),
    check(1, 0, "link_opportunity_rate", Help::Linkage),
    check(1, 0, "link_terms_written", Help::Agree(Section::Definitions)),
    check(1, 0, "link_lost_reasons", Help::Agree(Section::LostReasons)),
    check(1, 1, "link_systems", Help::None),
    check(1, 1, "link_joined", Help::None),
    check(1, 1, "link_behaviour_seen", Help::Agree(Section::Scores)),
    check(1, 1, "link_few_fields", Help::Agree(Section::HandOff)),
    check(1, 1, "link_dashboard", Help::Departments),
    check(1, 1, "link_entry_rules", Help::Agree(Section::Notes)),
    check(1, 2, "link_results_back", Help::Agree(Section::HandOff)),
    check(1, 2, "link_stage_updates", Help::Agree(Section::Measures)),
    check(1, 2, "link_pipeline_meeting", Help::Agree(Section::Meetings)),
    check(1, 2, "link_lead_quality", Help::Agree(Section::HandOff)),
    check(1, 2, "link_cleansing", Help::Agree(Section::Notes)),
    check(2, 0, "run_goal", Help::HasTree),
    check(2, 0, "run_success_factor", Help::Agree(Section::Factors)),
    check(2, 0, "run_by_department", Help::Departments),
    check(2, 0, "run_sales", Help::Departments),
    check(2, 0, "run_marketing", Help::Departments),
    check(2, 0, "run_customer_success", Help::Departments),
    check(2, 0, "run_across", Help::Departments),
    check(2, 0, "run_process", Help::Agree(Section::Activities)),
    check(2, 1, "run_mql_criterion", Help::Agree(Section::Mql)),
    check(2, 1, "run_scoring", Help::Agree(Section::Scores)),
    check(2, 1, "run_workflow", Help::Agree(Section::HandOff)),
    check(2, 1, "run_dashboard", Help::Departments),
    check(2, 1, "run_integration", Help::None),
    check(2, 1, "run_roles", Help::Agree(Section::People)),
    check(2, 1, "run_revops", Help::Linkage),
    check(2, 2, "run_meeting", Help::Agree(Section::Meetings)),
    check(2, 2, "run_review", Help::Agree(Section::Measures)),
    check(2, 2, "run_when_behind", Help::Odds),
    check(2, 2, "run_understood", Help::Agree(Section::Definitions)),
    check(2, 2, "run_incentive", Help::None),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use gyakusan_engine::plan::Id;

    use super::{CHECK_COUNTS, CHECKS};

    #[test]
    fn the_lists_have_14_15_and_20_items_each_with_a_key_of_its_own() {
        let keys: BTreeSet<_> = CHECKS.iter().map(|check| check.key).collect();
        assert_eq!(keys.len(), CHECKS.len());
        assert!(keys.iter().all(|key| Id::new(key).is_some()));
        for (list, count) in CHECK_COUNTS.into_iter().enumerate() {
            let phases: Vec<_> = CHECKS
                .iter()
                .filter(|check| usize::from(check.list) == list)
                .map(|check| check.phase)
                .collect();
            assert_eq!((phases.len(), phases.is_sorted()), (count, true), "{list}");
            assert!((0..3).all(|phase| phases.contains(&phase)), "{list}");
        }
    }
}
