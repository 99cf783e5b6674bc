//! The editor of the stages.

use gyakusan_engine::plan::{Owner, Rate, Step, UncertainRate};

use crate::session::funnel::{MAX_STAGES, MIN_STAGES};
use crate::session::{Edit, Session};
use crate::text::stage_names;

/// The editor of the stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagesPanel {
    /// The stages in a line.
    pub summary: String,
    /// One row a stage, in the order of the funnel.
    pub rows: Vec<StagePanel>,
    /// What cannot be done, and why; may be empty.
    pub limit: &'static str,
}

/// What a row says beside its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagePanel {
    /// Who answers for the stage.
    pub owner: Owner,
    /// What is still to be typed; may be empty.
    pub note: &'static str,
    /// Labels of the buttons that add a stage before it, move it up, move it down, and remove it; `None` where that
    /// cannot be done.
    pub buttons: [Option<String>; 4],
}

pub(super) fn panel(session: &Session) -> StagesPanel {
    let words = session.language.words().stages();
    let stages = &session.plan.stages;
    let names: Vec<_> = stages.iter().map(|stage| stage_names(stage, session.language).stage).collect();
    let limit = match session.refused {
        Some(Edit::Stage(_)) => words.refused,
        _ if stages.len() >= MAX_STAGES => words.full,
        _ if stages.len() <= MIN_STAGES => words.fewest,
        _ => "",
    };
    StagesPanel {
        summary: names.join(" → "),
        rows: names.iter().enumerate().map(|(place, name)| row(session, place, name)).collect(),
        limit,
    }
}

fn row(session: &Session, place: usize, name: &str) -> StagePanel {
    let words = session.language.words().stages();
    let stages = &session.plan.stages;
    let last = stages.len() - 1;
    // As a stage that was just added has it.
    let all_pass = |step: &Step| step.rate == UncertainRate::exact(Rate::ONE);
    let can = [
        (words.add_before, stages.len() < MAX_STAGES),
        (words.move_up, place > 0 && place < last),
        (words.move_down, place + 1 < last),
        (words.remove, place < last && stages.len() > MIN_STAGES),
    ];
    StagePanel {
        owner: stages[place].owner,
        note: if stages[place].step.as_ref().is_some_and(all_pass) { words.untyped } else { "" },
        buttons: can.map(|(label, can)| can.then(|| label(name))),
    }
}

#[cfg(test)]
mod tests {
    use gyakusan_engine::plan::{Entries, PerMonth, Volume};

    use crate::session::{Edit, Field, Session, StageEdit, StageField, StepField};
    use crate::text::Language;

    fn press(session: &mut Session, edit: StageEdit) {
        session.edit(Edit::Stage(edit));
    }

    /// Which of adding before, moving up, moving down and removing each row offers.
    fn offers(session: &Session) -> Vec<[bool; 4]> {
        let rows = session.stages().rows.into_iter();
        rows.map(|row| row.buttons.map(|label| label.is_some())).collect()
    }

    #[test]
    fn what_cannot_be_done_is_not_offered_and_the_limits_are_said() {
        let mut session = Session::new(Language::Ja);
        assert_eq!(session.stages().limit, "");
        assert_eq!(
            offers(&session),
            [[true, false, true, true], [true, true, false, true], [true, false, false, false]]
        );
        press(&mut session, StageEdit::Remove(1));
        assert_eq!(session.stages().limit, "段階は2つより減らせません。");
        assert_eq!(offers(&session), [[true, false, false, false]; 2]);
        for _ in 2..12 {
            press(&mut session, StageEdit::Insert(1));
        }
        assert_eq!(session.stages().rows.len(), 12);
        assert_eq!(session.stages().limit, "段階は12までです。足すには、どれかを消してください。");
        assert!(offers(&session).iter().all(|row| !row[0]));
    }

    #[test]
    fn a_new_stage_asks_for_its_rate() {
        let mut session = Session::new(Language::Ja);
        press(&mut session, StageEdit::Insert(1));
        let panel = session.stages();
        assert_eq!(panel.summary, "リード → MQL → 商談 → 受注");
        assert_eq!(panel.rows[1].note, "全員が通る 100% のままです");
        assert_eq!(panel.rows[1].buttons[2].as_deref(), Some("MQLを1つ後ろへ"));
        session.type_into(Field::Step(1, StepField::Rate), "62.5");
        assert_eq!(session.stages().rows[1].note, "");
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
        assert_eq!(session.stages().limit, refused);
        assert_eq!(session.plan(), &before);
        press(&mut session, StageEdit::Insert(1));
        assert_eq!(session.stages().limit, "");
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
