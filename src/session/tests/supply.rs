//! What feeds the funnel, as a user has it: channels, months, existing customers, market.

use gyakusan_engine::flow::Flow;
use gyakusan_engine::plan::{CoefficientOfVariation, Measure, SolveFor};

use crate::session::panel::CellPanel;
use crate::session::*;
use crate::text::Language;
use crate::text::number::Written;

fn session() -> Session {
    Session::new(Language::Ja)
}

fn text(session: &Session, field: Field) -> String {
    session.field(field).expect("a field").text
}

fn type_in(session: &mut Session, field: Field, text: &str) {
    session.type_into(field, text);
    session.commit(field);
}

fn balance(session: &Session) -> String {
    session.channels().balance.expect("a balance").0.to_string()
}

fn channel(place: usize, field: ChannelField) -> Field {
    Field::Channel(place, field)
}

fn choose(session: &mut Session, place: usize, choice: ChannelChoice, value: &str) {
    session.choose(Choice::Channel(place, choice), value);
}

#[test]
fn every_field_shows_what_was_typed_and_comes_back() {
    let mut session = session();
    session.edit(Edit::AddCustomers);
    session.edit(Edit::AddChannel(NewChannel::Referral));
    session.edit(Edit::AddChannel(NewChannel::Exhibition));
    for (field, typed, shown) in [
        (channel(0, ChannelField::Uncertainty), "20%", "20"),
        (channel(0, ChannelField::Overdispersion), "３５", "35"),
        (channel(0, ChannelField::OwnRate(1)), "12.5", "12.5"),
        (channel(0, ChannelField::OwnEvidence(1)), "150件", "150"),
        (channel(3, ChannelField::Entries), "1.5", "1.5"),
        (channel(4, ChannelField::MonthEntries(5)), "120", "120"),
        (Field::Season(8), "10.83", "10.83"),
        (Field::Customers(CustomersField::Opening), "1,200社", "1,200"),
        (Field::Customers(CustomersField::YearlyFee), "61.3", "61.3"),
        (Field::Customers(CustomersField::YearlyFee), "599,999.99円", "599,999.99"),
        (Field::Customers(CustomersField::FeeSpread), "40", "40"),
        (Field::Customers(CustomersField::Retention), "86.5", "86.5"),
        (Field::Customers(CustomersField::ChurnEvidence), "800", "800"),
        (Field::Expansion(0, ExpansionField::Rate), "17", "17"),
        (Field::Expansion(1, ExpansionField::Evidence), "60", "60"),
        (Field::Expansion(1, ExpansionField::Value), "25", "25"),
        (Field::Expansion(1, ExpansionField::Name), "保守", "保守"),
        (Field::Run(RunField::Correlation), "95", "95"),
        (Field::Run(RunField::Confidence), "0.9割", "9"),
        (Field::Run(RunField::Confidence), "90", "90"),
        (Field::Run(RunField::Trials), "1000万", "10,000,000"),
    ] {
        let before = session.plan().clone();
        type_in(&mut session, field, typed);
        if shown == "9" {
            let error = session.field(field).expect("a field").error;
            assert_eq!(error.as_deref(), Some("求める確度が 9% です。50%以上にしてください。"));
            continue;
        }
        assert_eq!(text(&session, field), shown, "{field:?}");
        let after = session.plan().clone();
        assert_ne!(after, before, "{field:?}");
        session.travel(true);
        assert_eq!(*session.plan(), before, "{field:?}");
        session.travel(false);
        assert_eq!(*session.plan(), after, "{field:?}");
    }
}

#[test]
fn retention_is_the_twelfth_power_of_staying_a_month() {
    let mut session = session();
    session.edit(Edit::AddCustomers);
    for (typed, shown) in
        [("90", "90"), ("100", "100"), ("0", "0"), ("99.9999", "99.9999"), ("72.25", "72.25")]
    {
        type_in(&mut session, Field::Customers(CustomersField::Retention), typed);
        assert_eq!(text(&session, Field::Customers(CustomersField::Retention)), shown);
        let churn = session.plan().customers.as_ref().and_then(|customers| customers.monthly_churn);
        let stay = 1.0 - churn.expect("a churn").mean.get();
        // Twelve factors, without a power function.
        let year = (0..12).fold(1.0, |year, _| year * stay);
        assert!((year * 100.0 - typed.parse::<f64>().expect("a number")).abs() < 1e-9, "{typed}: {year}");
    }
}

#[test]
fn an_own_rate_left_empty_is_the_plans() {
    let mut session = session();
    let own = channel(0, ChannelField::OwnRate(1));
    let evidence = channel(0, ChannelField::OwnEvidence(1));
    assert_eq!((text(&session, own), session.field(evidence)), (String::new(), None));
    type_in(&mut session, own, "30");
    type_in(&mut session, evidence, "40");
    // 240 leads at 30 % and 300 at 15 %, a quarter of them won: 5 million each.
    let per_lead = (240.0 * 0.3 + 300.0 * 0.15) / 540.0;
    let required = 20.0 / 0.25 / per_lead;
    assert!((session.tree().stages[0].expected - required).abs() < 1e-9 * required);
    type_in(&mut session, evidence, "");
    assert_eq!(text(&session, evidence), "");
    assert_eq!(session.field(evidence).expect("a field").error, None);
    type_in(&mut session, own, "");
    assert_eq!(session.plan(), Session::new(Language::Ja).plan());
    session.step(own, 1.0);
    assert_eq!(text(&session, own), "1");
}

#[test]
fn a_volume_is_the_same_however_it_is_given() {
    let mut session = session();
    session.edit(Edit::Season(SeasonShape::HalfYearEnds));
    let required = |session: &Session| session.tree().stages[0].expected;
    let before = required(&session);
    for kind in ["budget_months", "entries_months", "entries", "budget", "entries", "budget"] {
        choose(&mut session, 0, ChannelChoice::Volume, kind);
        assert_eq!(session.choice(Choice::Channel(0, ChannelChoice::Volume)).value, kind);
        assert!((required(&session) - before).abs() < 1e-9 * before, "{kind}");
        let months = if kind.ends_with("months") { 12 } else { 0 };
        assert_eq!(session.channel_detail(0).months.len(), months);
        let supply: f64 = Flow::new(session.plan()).expect("a flow").inflows[0].monthly_entries.iter().sum();
        assert!((supply - 240.0).abs() < 1e-9, "{kind}: {supply}");
    }
    choose(&mut session, 0, ChannelChoice::Volume, "entries");
    let typed = session.channels().rows[0].entries.field().expect("a field").text.clone();
    assert_eq!((typed.as_str(), session.channels().rows[0].budget.is_none()), ("20", true));
    choose(&mut session, 0, ChannelChoice::Volume, "budget_months");
    type_in(&mut session, channel(0, ChannelField::MonthBudget(11)), "30");
    let mean = CellPanel::Figure(Written { number: "18".into(), unit: "万円".into() });
    assert_ne!(session.channels().rows[0].budget, Some(mean));
}

#[test]
fn fixed_channels_lower_what_the_others_must_bring() {
    let mut session = session();
    session.edit(Edit::AddChannel(NewChannel::Referral));
    assert_eq!(session.channels().rows[3].name.text, "紹介");
    type_in(&mut session, channel(3, ChannelField::Entries), "2");
    // 24 meetings of 80 come by themselves.
    let required = (80.0 - 24.0) / 0.15;
    assert!((session.tree().stages[0].expected - required).abs() < 1e-9 * required);
    assert_eq!(session.channels().entries, "45", "meetings are not leads");
    assert_eq!(balance(&session), "年540件。必要な374件に 166件の余裕");
    session.choose(Choice::Channel(3, ChannelChoice::Fixed), "false");
    assert!(session.tree().stages[0].expected > required);
    choose(&mut session, 3, ChannelChoice::Enters, "lead");
    assert_eq!(session.plan().channels[3].counted_at, session.plan().stages[0].id);
}

#[test]
fn the_missing_budget_is_that_of_the_channels_that_are_scaled() {
    let mut session = session();
    choose(&mut session, 0, ChannelChoice::Fixed, "true");
    type_in(&mut session, Field::Target, "1.2億");
    // 640 leads are needed and 540 come: 100 more from 300 that cost 180,000 a month.
    assert_eq!(balance(&session), "年540件。必要な640件に 100件の不足。予算をあと月6万円で足ります");
}

#[test]
fn a_count_paid_at_a_later_stage_is_worked_back_to_entries() {
    let mut session = session();
    choose(&mut session, 2, ChannelChoice::CountedAt, "opportunity");
    let entries: f64 = Flow::new(session.plan()).expect("a flow").inflows[2].monthly_entries.iter().sum();
    assert!((entries - 120.0 / 0.15).abs() < 1e-9);
    // A rate of 0 would leave nobody to be counted.
    type_in(&mut session, Field::Step(1, StepField::Rate), "0");
    let error = session.field(Field::Step(1, StepField::Rate)).expect("a field").error;
    assert_eq!(
        error.as_deref(),
        Some(
            "商談化率が 0% だと、記事・資料の件数を数える段階に誰も届きません。率を上げるか、数える段階を入口に戻してください。"
        )
    );
    choose(&mut session, 2, ChannelChoice::Enters, "opportunity");
    let options = session.choice(Choice::Channel(2, ChannelChoice::CountedAt)).options;
    assert_eq!(options.iter().map(|(id, _)| id.as_ref()).collect::<Vec<_>>(), ["opportunity", "won"]);
}

#[test]
fn channels_change_places_and_take_their_answer_with_them() {
    let mut session = session();
    session.edit(Edit::MoveChannel { place: 2, up: true });
    session.edit(Edit::MoveChannel { place: 0, up: true });
    session.edit(Edit::MoveChannel { place: 2, up: false });
    let ids: Vec<_> = session.plan().channels.iter().map(|channel| channel.id.to_string()).collect();
    assert_eq!(ids, ["search", "content", "webinar"]);
    let budget = SolveFor::Budget(session.plan().channels[0].id.clone());
    for change in [
        |session: &mut Session| session.edit(Edit::RemoveChannel(0)),
        |session: &mut Session| choose(session, 0, ChannelChoice::Volume, "entries"),
    ] {
        session.plan = session.plan.edit(|document| document.solve_for = budget.clone()).expect("a plan");
        change(&mut session);
        assert_eq!(session.plan().solve_for, SolveFor::Volume);
        session.travel(true);
        assert_eq!(session.plan().solve_for, budget);
    }
}

#[test]
fn the_channels_sum_can_be_the_plan() {
    let mut session = session();
    assert_eq!(session.channels().run, Some((true, "チャネルの合計にする")));
    session.edit(Edit::Solve(Wanted::Revenue));
    // 540 x 15 % x 25 % x 5 million.
    assert!((session.tree().expected_goal - 101_250_000.0).abs() < 1e-3);
    assert_eq!(balance(&session), "チャネルの合計 年540件で、売上を計算しています");
    session.travel(true);
    assert_eq!(session.plan().solve_for, SolveFor::Volume);
    assert_eq!(balance(&session), "年540件。必要な534件に 6件の余裕");
}

#[test]
fn months_add_up_and_follow_the_period() {
    let mut session = session();
    session.edit(Edit::Season(SeasonShape::HalfYearEnds));
    let panel = session.season();
    let counts: Vec<f64> = panel
        .months
        .iter()
        .map(|month| month.count.as_ref().expect("a count").0.parse().expect("whole"))
        .collect();
    assert!((counts.iter().sum::<f64>() - 534.0).abs() < f64::EPSILON, "{counts:?}");
    assert_eq!(panel.shapes.iter().map(|shape| shape.2).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(panel.shapes[1].1, "9月・3月に山");
    assert_eq!(text(&session, Field::Season(2)), "11.67", "March");
    assert_eq!((panel.months[0].name.as_str(), panel.months[11].name.as_str()), ("4月", "3"));
    assert!((panel.months[11].count.as_ref().expect("a count").1 - 100.0).abs() < f64::EPSILON);
    // The total stays what it is however the year is spread.
    assert!((session.tree().stages[0].expected - 1600.0 / 3.0).abs() < 1e-9);
    assert_eq!((panel.sum.as_str(), panel.notes.len()), ("合計 534件 ・ 年の 100%", 0));
    type_in(&mut session, Field::Season(2), "20");
    assert_eq!(session.season().sum, "合計 534件 ・ 年の 108.3%");
    assert_eq!(session.season().notes.len(), 1);
    // March has 20 of 108.33.
    let march = session.tree().stages[0].monthly[11];
    assert!((march - 1600.0 / 3.0 * 20.0 / (100.0 + 20.0 - 140.0 / 12.0)).abs() < 1e-9, "{march}");
}

#[test]
fn short_and_long_periods_show_their_months() {
    let mut session = session();
    for (months, shown, year) in [(1, 1, 0), (6, 6, 0), (18, 18, 12), (60, 60, 12)] {
        session.plan = session.plan.edit(|document| document.period.months = months).expect("a plan");
        session.tree = Tree::solve(&session.plan).expect("a tree");
        let panel = session.season();
        assert_eq!((panel.months.len(), panel.year.len()), (shown, year));
        assert!(panel.notes.is_empty(), "{months}");
    }
    session.plan = session.plan.edit(|document| document.period.months = 1).expect("a plan");
    type_in(&mut session, Field::Season(3), "0");
    assert_eq!(
        session.field(Field::Season(3)).expect("a field").error.as_deref(),
        Some("4月の配分が 0% だと、期間のどの月も 0% になります。1つの月は 0% より大きくしてください。")
    );
}

#[test]
fn customers_say_what_the_tree_says() {
    let mut session = session();
    assert!(session.customers().known.is_none());
    session.edit(Edit::AddCustomers);
    assert!((session.tree().stages[0].expected - 1600.0 / 3.0).abs() < 1e-9, "they do not count yet");
    // By hand: those who stay pay 50,000 a month, and take 0.4 ÷ 12 extras at 200,000.
    let stay = gyakusan_engine::math::pow(0.9, 1.0 / 12.0);
    let months = (1..=12).map(|month| gyakusan_engine::math::pow(stay, f64::from(month))).sum::<f64>();
    let brings = 20.0 * months * (50_000.0 + 0.4 / 12.0 * 200_000.0);
    let finding = session.customers().known.expect("customers").finding.to_string();
    assert_eq!(finding, "含めると既存で 1,290万円。必要なリードは 534件 → 465件 に減ります");
    session.choose(Choice::CustomersCounted, "true");
    assert!((session.tree().base - brings).abs() < 1e-6 * brings);
    let required = (1e8 - brings) / (0.15 * 0.25 * 5e6);
    assert!((session.tree().stages[0].expected - required).abs() < 1e-6);
    let finding = session.customers().known.expect("customers").finding.to_string();
    assert_eq!(finding, "既存の 1,290万円 を含めています。含めなければ、必要なリードは 534件 です");
    type_in(&mut session, Field::Customers(CustomersField::Opening), "1000");
    let known = session.customers().known.expect("customers");
    assert!(known.finding.to_string().ends_with("決まっている分だけで目標に届きます"), "{}", known.finding);
    assert!(known.notes.is_empty(), "they are no example any more");
    session.edit(Edit::RemoveCustomers);
    assert_eq!(session.plan(), Session::new(Language::Ja).plan());
    session.travel(true);
    assert_eq!(session.plan().customers.as_ref().map(|customers| customers.opening), Some(1000));
}

#[test]
fn expansions_come_and_go_up_to_four() {
    let mut session = session();
    session.edit(Edit::AddCustomers);
    for _ in 0..4 {
        session.edit(Edit::AddExpansion);
    }
    let known = session.customers().known.expect("customers");
    assert_eq!((known.expansions.len(), known.can_add), (4, false));
    assert_eq!(known.expansions[1].1.as_deref(), Some("目安 20–30% 出典なし"));
    assert_eq!(text(&session, Field::Expansion(3, ExpansionField::Name)), "追加の契約");
    session.choose(Choice::ExpansionKind(1), "recurring");
    session.edit(Edit::RemoveExpansion(0));
    assert_eq!(session.choice(Choice::ExpansionKind(0)).value, "recurring");
    session.language = Language::En;
    assert_eq!(
        session.field(Field::Expansion(0, ExpansionField::Rate)).expect("a field").label,
        "Cross-sell rate"
    );
}

#[test]
fn removing_customers_gives_the_question_back_to_the_volume() {
    let mut session = session();
    session.edit(Edit::AddCustomers);
    session.plan = session.plan.edit(|document| document.solve_for = SolveFor::Churn).expect("a plan");
    session.edit(Edit::RemoveCustomers);
    assert_eq!((session.plan().customers.is_none(), &session.plan().solve_for), (true, &SolveFor::Volume));
    assert_eq!(session.plan().goal.measure, Measure::PeriodRevenue);
}

#[test]
fn the_market_says_where_it_changes_nothing() {
    let mut session = session();
    assert!(session.market().notes[0].starts_with("0% では"));
    session.plan = session
        .plan
        .edit(|document| {
            for step in document.stages.iter_mut().filter_map(|stage| stage.step.as_mut()) {
                step.rate.evidence = None;
            }
        })
        .expect("a plan");
    assert!(session.market().notes[0].contains("1つだけ"), "the deal value alone is uncertain");
    session.plan = session
        .plan
        .edit(|document| {
            document.deal.value.uncertainty = CoefficientOfVariation::ZERO;
        })
        .expect("a plan");
    assert!(session.market().notes[0].starts_with("幅のある数字がない"));
    type_in(&mut session, channel(0, ChannelField::Uncertainty), "20");
    type_in(&mut session, channel(1, ChannelField::Uncertainty), "20");
    session.move_along(Field::Run(RunField::Correlation), 150.0, 1.0);
    assert_eq!(text(&session, Field::Run(RunField::Correlation)), "30");
    assert!(session.market().notes[0].starts_with("市況が悪い年は"));
    assert_eq!(session.market().state, "連動 30% ・ 確度 80% ・ 100,000回");
}

#[test]
fn nothing_of_it_is_ever_no_number() {
    for language in [Language::Ja, Language::En] {
        let mut session = Session::new(language);
        session.edit(Edit::AddCustomers);
        session.edit(Edit::AddChannel(NewChannel::Exhibition));
        for (field, typed) in [
            (Field::Customers(CustomersField::Opening), "0"),
            (Field::Customers(CustomersField::Retention), "0"),
            (Field::Step(1, StepField::Rate), "0"),
            (Field::Target, "0"),
            (channel(0, ChannelField::Budget), "0"),
        ] {
            type_in(&mut session, field, typed);
            let html = shown(&session);
            for wrong in ["NaN", "inf", "-0"] {
                assert!(!html.contains(wrong), "{language:?} {field:?}: {wrong}");
            }
        }
    }
}

fn shown(session: &Session) -> String {
    format!(
        "{:?}{:?}{:?}{:?}{:?}",
        session.channels(),
        session.channel_detail(0),
        session.season(),
        session.customers(),
        session.market()
    )
}
