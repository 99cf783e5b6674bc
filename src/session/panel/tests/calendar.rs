use gyakusan_engine::plan::Owner;

use super::*;
use crate::session::Press;
use crate::session::panel::TableRow;

/// Whole numbers of a row.
fn counts(row: &TableRow) -> Vec<f64> {
    row.figures.iter().map(|figure| figure.replace(',', "").parse().expect("a count")).collect()
}

#[test]
fn months_add_up_to_what_the_tree_says() {
    for session in [Session::new(Language::Ja), session_of(plan(EVERYTHING)), over(1), over(60), delayed(3.0)]
    {
        let (calendar, tree) = (session.calendar(), session.tree_panel());
        assert_eq!(calendar.months.len(), session.plan().months());
        for (row, column) in calendar.stages.iter().zip(tree.columns.iter().rev()) {
            let figures = counts(row);
            let (total, months) = figures.split_last().expect("a sum");
            assert_eq!(months.len(), session.plan().months());
            assert!((months.iter().sum::<f64>() - total).abs() < 1e-9, "{row:?}");
            assert_eq!(row.figures.last(), Some(&column.count.field.text), "{}", row.name);
        }
    }
}

#[test]
fn the_articles_534_leads_are_months_of_45_and_44_in_turn() {
    let calendar = session_of(plan(ARTICLE)).calendar();
    let figures = |place: usize| counts(&calendar.stages[place]);
    assert_eq!(figures(0), [[[45.0, 44.0]; 6].concat(), vec![534.0]].concat());
    // 80 ÷ 12 = 6.67 and 20 ÷ 12 = 1.67: two months of three are rounded up.
    assert_eq!(figures(1), [[[7.0, 6.0, 7.0]; 4].concat(), vec![80.0]].concat());
    assert_eq!(figures(2), [[[2.0, 1.0, 2.0]; 4].concat(), vec![20.0]].concat());
    // 1億円 ÷ 12. Nothing is spent, so there is no row for it.
    assert_eq!(calendar.amounts.len(), 1);
    assert_eq!(calendar.amounts[0].figures[0], "833万円");
    assert_eq!(calendar.amounts[0].figures[12], "1億円");
}

#[test]
fn the_budget_of_the_months_is_that_of_the_tree() {
    // 36万円 × 12 × (533.33 ÷ 540) = 426.67万円.
    let calendar = Session::new(Language::Ja).calendar();
    assert_eq!(calendar.amounts[1].figures[0], "35.6万円");
    assert_eq!(calendar.amounts[1].figures[12], "427万円");
    // With twice the weight in April, 2 ÷ 13 of 426.67万円 = 65.6万円 falls there.
    let weighted = changed(|document| {
        document.seasonality[3] = gyakusan_engine::plan::Weight::new(2.0).expect("a weight");
    });
    assert_eq!(weighted.calendar().amounts[1].figures[0], "65.6万円");
    assert_eq!(weighted.calendar().amounts[1].figures[1], "32.8万円");
}

#[test]
fn the_deadline_is_the_last_month_of_which_half_is_won_in_time() {
    // Entries are even inside their month. With 3 months from entry to deal those of December are won in March, those of January after
    // it; with 2.5 months half of January's are still won.
    for (delay, deadline) in [(3.0, month(2026, 12)), (2.5, month(2027, 1)), (2.51, month(2026, 12))] {
        let sentence = delayed(delay).calendar().deadlines[0].to_string();
        let label = format!("リードは{}年{}月まで", deadline.year(), deadline.month());
        assert!(sentence.contains(&label), "{delay}: {sentence}");
    }
    let sentence = |session: &Session| session.calendar().deadlines[0].to_string();
    assert!(sentence(&delayed(0.0)).starts_with("最後の2027年3月に入ったリードも"));
    assert!(sentence(&delayed(12.0)).starts_with("どの月に入ったリードも"));
    // Each stage that is entered has a sentence of its own.
    assert_eq!(session_of(plan(EVERYTHING)).calendar().deadlines.len(), 2);
}

#[test]
fn the_pace_is_that_of_the_average_month_or_of_the_chosen_one() {
    let mut session = Session::new(Language::Ja);
    let paces = |session: &Session| session.calendar().pace.rows[0].figures.clone();
    // 533.33 ÷ 12, 533.33 × 7 ÷ 365.
    assert_eq!(paces(&session), ["44.4", "10.2", "—", "—"]);
    give(&mut session, WorkbookField::People(Owner::Marketing), "3");
    // 44.44 ÷ 3, 10.23 ÷ 3.
    assert_eq!(paces(&session), ["44.4", "10.2", "14.8", "3.4"]);
    session.press(Press::Month(0));
    // April: 45 leads in 30 days.
    assert_eq!(paces(&session), ["45", "10.5", "15", "3.5"]);
    assert!(session.calendar().pace.title.contains("2026年4月"));
    session.press(Press::Month(9));
    // January 2027: 44 leads in 31 days.
    assert_eq!(paces(&session), ["44", "9.9", "14.7", "3.3"]);
    session.press(Press::Month(9));
    assert_eq!(paces(&session)[0], "44.4");
    give(&mut session, WorkbookField::People(Owner::Marketing), "0");
    assert_eq!(paces(&session)[2..], ["—", "—"], "nobody does nothing");
}

#[test]
fn a_month_beyond_a_shorter_period_is_forgotten() {
    let mut session = over(60);
    session.press(Press::Month(59));
    assert!(session.calendar().pace.title.contains("2031年3月"));
    let short = session.plan().edit(|document| document.period.months = 1).expect("a plan");
    let tree = Tree::solve(&short).expect("a tree");
    session.replace(short, tree, None);
    assert_eq!(session.calendar().pace.title, "1週あたり・1人あたり（平均の月）");
}

#[test]
fn years_are_named_where_they_begin() {
    let years = |months| {
        let months = over(months).calendar().months;
        months.into_iter().filter_map(|month| month.year).collect::<Vec<_>>()
    };
    assert_eq!(years(1), ["2026年"]);
    assert_eq!(years(12), ["2026年", "2027年"]);
    assert_eq!(years(60).len(), 6);
}

#[test]
fn notes_beside_the_plan_can_be_had_back_and_move_no_figure() {
    let mut session = Session::new(Language::Ja);
    let field = WorkbookField::People(Owner::Sales);
    let shown = |session: &Session| session.field(Field::Workbook(field)).expect("a field");
    let revision = session.revision();
    give(&mut session, field, "12");
    assert_eq!(session.workbook().people_of(Owner::Sales), Some(12));
    session.type_into(Field::Target, "2億");
    session.commit(Field::Target);
    give(&mut session, field, "");
    assert_eq!((session.workbook().people_of(Owner::Sales), shown(&session).error), (None, None));
    assert_eq!(session.revision(), revision + 1, "only the target is run again");

    session.travel(true);
    assert_eq!(session.workbook().people_of(Owner::Sales), Some(12));
    assert_eq!(session.revision(), revision + 1);
    session.travel(true);
    assert_eq!(session.workbook().people_of(Owner::Sales), Some(12));
    assert!(session.plan().goal.target.get() < 1.5e8);
    session.travel(true);
    assert_eq!(session.workbook().people_of(Owner::Sales), None);
    assert!(!session.can_travel()[0]);
    session.travel(false);
    assert_eq!(session.workbook().people_of(Owner::Sales), Some(12));

    session.type_into(Field::Workbook(field), "7");
    session.restore(Field::Workbook(field));
    assert_eq!(session.workbook().people_of(Owner::Sales), Some(12));
    session.step(Field::Workbook(field), -1.0);
    assert_eq!(session.workbook().people_of(Owner::Sales), Some(11));
    for (text, sentence) in [
        ("1.5", "営業の人数が 1.5 です。整数にしてください。"),
        ("10001", "営業の人数が 10,001 です。10,000以下にしてください。"),
        ("-1", "営業の人数が −1 です。0以上にしてください。"),
        (
            "三",
            "営業の人数の「三」は、1文字目の「三」で読めなくなります。1.2億 や 15 のように入れてください。",
        ),
    ] {
        give(&mut session, field, text);
        assert_eq!(shown(&session).error.as_deref(), Some(sentence));
        assert_eq!(session.workbook().people_of(Owner::Sales), Some(11), "{text}");
    }
}
