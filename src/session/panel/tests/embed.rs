//! The calculator inside other pages, against the article's figures.

use gyakusan_engine::plan::{Id, SolveFor};

use super::{ARTICLE, changed, figures, plan, session_of};
use crate::session::panel::{EmbedField, EmbedPanel, FieldPanel};
use crate::session::{Field, Session};
use crate::share::embed::Options;
use crate::text::Language;

fn options(query: &[(&str, &str)]) -> Options {
    Options::read(|name| query.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
}

fn counts(panel: &EmbedPanel) -> Vec<String> {
    panel.rows.iter().filter_map(|row| row.count.as_ref()).map(|count| count.number.clone()).collect()
}

#[test]
fn the_article_is_calculated_backwards() {
    let panel = session_of(plan(ARTICLE)).embed(&Options::default());
    assert_eq!(panel.title, "必要なリード数を逆算する");
    let names: Vec<_> = panel.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["売上目標(年)", "平均受注単価", "受注率", "商談化率"]);
    assert_eq!(counts(&panel), ["20", "80", "534"]);
    assert!(panel.rows.iter().all(|row| row.is_editable));
    assert!(panel.rows[3].count.as_ref().is_some_and(|count| count.is_answer));
    assert_eq!(panel.evidence, "率を確かなものとして計算");
    assert!(panel.odds.is_some_and(|odds| odds.is_interim && odds.dots.is_none()));
}

#[test]
fn an_author_chooses_what_is_shown_and_edited() {
    let query =
        options(&[("show", "rate:won,budget:search,months"), ("edit", "rate:won"), ("title", "試す")]);
    let panel = Session::new(Language::Ja).embed(&query);
    assert_eq!(panel.title, "試す");
    let rows: Vec<_> = panel.rows.iter().map(|row| (row.name.as_str(), row.is_editable)).collect();
    // The answer stays, whatever is left out.
    assert_eq!(rows, [("受注率", true), ("", false), ("期間", false), ("検索広告の月予算", false)]);
    assert_eq!(counts(&panel), ["80", "534"]);
    let nothing = Session::new(Language::Ja).embed(&options(&[("edit", "none")]));
    assert_eq!(nothing.hint, "この計画の数字です");
}

#[test]
fn where_no_field_is_shown_the_answer_stays() {
    let panel = Session::new(Language::Ja).embed(&options(&[("show", "none")]));
    assert_eq!((panel.rows.len(), counts(&panel)), (1, vec!["534".to_owned()]));
    assert!(panel.rows[0].field.is_none() && panel.hint == "この計画の数字です");
}

#[test]
fn whatever_is_solved_for_is_shown_as_the_answer() {
    let answers = |solve_for: SolveFor, query: &[(&str, &str)]| {
        let panel = changed(|document| document.solve_for = solve_for.clone()).embed(&options(query));
        assert_eq!(panel.title, "この計画を自社の数字で試す");
        let fields = panel.rows.iter().filter(|row| row.field.as_ref().is_some_and(FieldPanel::is_answer));
        assert!(fields.clone().all(|row| !row.is_editable));
        let fields = fields.map(|row| row.name.clone()).collect::<Vec<_>>();
        let counts = panel.rows.iter().filter_map(|row| row.count.as_ref()).filter(|count| count.is_answer);
        (fields, counts.map(|count| [&*count.name, &count.number, &count.unit].concat()).collect::<Vec<_>>())
    };
    let won = Id::new("won").expect("an id");
    let search = Id::new("search").expect("an id");
    // 45 leads a month at 15 % and 25 % make 20.25 deals of 5 million.
    assert_eq!(answers(SolveFor::Nothing, &[]), (vec![], vec!["売上1.01億円".to_owned()]));
    assert_eq!(answers(SolveFor::Rate(won.clone()), &[]), (vec!["受注率".to_owned()], vec![]));
    assert_eq!(answers(SolveFor::DealValue, &[]), (vec!["平均受注単価".to_owned()], vec![]));
    let (fields, counts) = answers(SolveFor::Budget(search.clone()), &[]);
    assert!(fields.is_empty() && counts[0].starts_with("検索広告の月予算17"), "{counts:?}");
    let shown = answers(SolveFor::Budget(search), &[("show", "budget:search")]);
    assert_eq!(shown, (vec!["検索広告の月予算".to_owned()], vec![]));
    let hidden = answers(SolveFor::Rate(won), &[("show", "target")]);
    assert!(hidden.0.is_empty() && hidden.1[0].starts_with("受注率"), "{hidden:?}");
}

#[test]
fn every_field_has_a_name_that_shows_it() {
    let session = Session::new(Language::En);
    for EmbedField { name, label, .. } in session.embed_fields() {
        let panel = session.embed(&options(&[("show", &name)]));
        assert!(panel.rows.iter().any(|row| row.name == label && row.field.is_some()), "{name}");
    }
}

#[test]
fn the_odds_are_said_of_a_hundred() {
    let session = figures::answered(Language::Ja, Session::new(Language::Ja).plan());
    let panel = session.embed(&Options::default());
    let outcome = session.embed_result();
    let probability = outcome.chance.expect("all trials");
    // 0.4546 of all hundred thousand trials; the fifth of them that is run here has its own error.
    assert!((probability - 0.4546).abs() < 0.01 && outcome.trials == Some(20_000.0), "{probability}");
    let reached = (100.0 * probability).round();
    let finding = format!("このとおり集めて1億円に届くのは、100回の\u{2060}うち {reached}回");
    let odds = panel.odds.expect("odds");
    assert_eq!(odds.finding.to_string(), finding);
    let dots = odds.dots.expect("dots");
    assert_eq!(dots.labels, [format!("届かない {}回", 100.0 - reached), format!("届く {reached}回")]);
    assert_eq!(dots.spoken, format!("100回のうち{reached}回が1億円以上"));
    assert!(odds.lead.to_string().starts_with("80回にするには、リードを 7"), "{}", odds.lead);
    assert_eq!(panel.evidence, "実績 80–120件を想定した幅で計算");
    let hidden = session.embed(&options(&[("figure", "none")]));
    assert_eq!(hidden.odds.and_then(|odds| odds.dots), None);
}

#[test]
fn a_solved_rate_is_no_field() {
    let session = changed(|document| {
        document.solve_for = SolveFor::Rate(document.stages.iter().last().expect("won").id.clone());
    });
    let panel = session.embed(&Options::default());
    assert!(!panel.rows[2].is_editable);
    assert!(session.field(Field::Target).is_some());
}
