//! The editor of the stages.

use gyakusan_engine::plan::{Rate, Step};

use super::choice::ChoicePanel;
use super::field::FieldPanel;
use super::tree::{self, Department};
use crate::session::funnel::{MAX_STAGES, MIN_STAGES};
use crate::session::{Choice, Edit, Field, Session, StageField, StepField};
use crate::text::stage_names;

/// The editor of the stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagesPanel {
    /// The stages in a line.
    pub summary: String,
    /// One row a stage, in the order of the funnel.
    pub rows: Vec<StagePanel>,
    /// What cannot be done, and why.
    pub limit: Option<&'static str>,
}

/// A stage with the step into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagePanel {
    /// Its name.
    pub name: FieldPanel,
    /// Who answers for it.
    pub department: Department,
    /// The list to choose that from.
    pub owner: ChoicePanel,
    /// The rate and the delay of the step into it; `None` for the first stage.
    pub step: Option<[FieldPanel; 2]>,
    /// What is still to be typed.
    pub note: Option<&'static str>,
    /// Labels of the buttons that add a stage before it, move it up, move it down, and remove it; `None` where that
    /// cannot be done.
    pub buttons: [Option<String>; 4],
}

pub(super) fn panel(session: &Session) -> StagesPanel {
    let words = &session.language.words().stages;
    let stages = &session.plan.stages;
    let names: Vec<_> = stages.iter().map(|stage| stage_names(stage, session.language).stage).collect();
    let limit = match session.refused {
        Some(Edit::Stage(_)) => Some(words.refused),
        _ if stages.len() >= MAX_STAGES => Some(words.full),
        _ if stages.len() <= MIN_STAGES => Some(words.fewest),
        _ => None,
    };
    StagesPanel {
        summary: names.join(" → "),
        rows: names.iter().enumerate().map(|(place, name)| row(session, place, name)).collect(),
        limit,
    }
}

fn row(session: &Session, place: usize, name: &str) -> StagePanel {
    let words = &session.language.words().stages;
    let stages = &session.plan.stages;
    let stage = &stages[place];
    let field = |field| FieldPanel::new(session, Field::Step(place, field));
    // A stage that was just added: everybody passes.
    let is_untyped = |step: Step| step.rate.evidence.is_none() && step.rate.mean.get() >= Rate::MAX;
    let last = stages.len() - 1;
    let label = |can: bool, words: fn(&str) -> String| can.then(|| words(name));
    StagePanel {
        name: FieldPanel::new(session, Field::Stage(place, StageField::Name)),
        department: tree::department(session, &[stage.owner]),
        owner: ChoicePanel::new(session, Choice::StageOwner(place)),
        step: stage.step.map(|_| [field(StepField::Rate), field(StepField::Delay)]),
        note: stage.step.filter(|step| is_untyped(*step)).map(|_| words.untyped),
        buttons: [
            label(stages.len() < MAX_STAGES, words.add_before),
            label(place > 0 && place < last, words.move_up),
            label(place + 1 < last, words.move_down),
            label(place < last && stages.len() > MIN_STAGES, words.remove),
        ],
    }
}

#[cfg(test)]
mod tests {
    use gyakusan_engine::plan::{Entries, PerMonth, Volume};

    use crate::session::{Edit, Field, Press, Session, StageEdit, StageField, StepField};
    use crate::text::Language;

    fn press(session: &mut Session, edit: StageEdit) {
        session.press(Press::Edit(Edit::Stage(edit)));
    }

    /// Which of adding before, moving up, moving down and removing each row offers.
    fn offers(session: &Session) -> Vec<[bool; 4]> {
        let rows = session.stages().rows.into_iter();
        rows.map(|row| row.buttons.map(|label| label.is_some())).collect()
    }

    #[test]
    fn what_cannot_be_done_is_not_offered_and_the_limits_are_said() {
        let mut session = Session::new(Language::Ja);
        assert_eq!(session.stages().limit, None);
        assert_eq!(
            offers(&session),
            [[true, false, true, true], [true, true, false, true], [true, false, false, false]]
        );
        press(&mut session, StageEdit::Remove(1));
        assert_eq!(session.stages().limit, Some("段階は2つより減らせません。"));
        assert_eq!(offers(&session), [[true, false, false, false]; 2]);
        for _ in 2..12 {
            press(&mut session, StageEdit::Insert(1));
        }
        assert_eq!(session.stages().rows.len(), 12);
        assert_eq!(session.stages().limit, Some("段階は12までです。足すには、どれかを消してください。"));
        assert!(offers(&session).iter().all(|row| !row[0]));
    }

    #[test]
    fn a_new_stage_asks_for_its_rate() {
        let mut session = Session::new(Language::Ja);
        press(&mut session, StageEdit::Insert(1));
        let panel = session.stages();
        assert_eq!(panel.summary, "リード → MQL → 商談 → 受注");
        assert_eq!(panel.rows[1].note, Some("全員が通る 100% のままです"));
        assert_eq!(panel.rows[1].buttons[2].as_deref(), Some("MQLを1つ後ろへ"));
        session.type_into(Field::Step(1, StepField::Rate), "62.5");
        assert_eq!(session.stages().rows[1].note, None);
        session.travel(true);
        session.travel(true);
        assert_eq!(session.stages().summary, "リード → 商談 → 受注");
    }

    #[test]
    fn a_change_beyond_what_is_calculated_says_so_until_the_next() {
        let mut session = Session::new(Language::Ja);
        // 9e8 a month counted at the meetings are 6e9 leads at 15 %, and a plan holds 1e9.
        let plan = session.plan().edit(|document| {
            document.channels[0].counted_at = document.stages[1].id.clone();
            let monthly_entries = PerMonth::Even(Entries::new(9e8).expect("entries"));
            document.channels[0].volume = Volume::Entries { monthly_entries };
        });
        assert!(session.take(plan.ok()));
        let before = session.plan().clone();
        press(&mut session, StageEdit::Remove(1));
        let refused = "数が計算できる範囲を超えるので、この変更はできません。計画は前のままです。";
        assert_eq!(session.stages().limit, Some(refused));
        assert_eq!(session.plan(), &before);
        press(&mut session, StageEdit::Insert(1));
        assert_eq!(session.stages().limit, None);
    }

    #[test]
    fn a_stage_needs_a_name_and_a_delay_has_a_limit() {
        let mut session = Session::new(Language::Ja);
        for (field, text, error) in [
            (Field::Stage(0, StageField::Name), " ", "リードの名前が空です。名前を入れてください。"),
            (Field::Step(1, StepField::Delay), "40", "商談までの遅れが 40 です。36以下にしてください。"),
            (Field::Stage(1, StageField::Opening), "2.5", "開始時の商談が 2.5 です。整数にしてください。"),
        ] {
            session.type_into(field, text);
            session.commit(field);
            assert_eq!(session.field(field).expect("a field").error.as_deref(), Some(error));
        }
        assert_eq!(session.stages().summary, "リード → 商談 → 受注");
    }
}
