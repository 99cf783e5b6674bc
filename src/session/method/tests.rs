//! The method page's figures against what is worked out elsewhere.

use std::fmt::Write;

use gyakusan_engine::math::{beta_i, exp, gamma_p, gamma_p_inverse, gamma_q, ln, ln_gamma};
use gyakusan_engine::plan::Plan;

use super::check::{LIMIT, TRIALS};
use super::promise::promises_of;
use super::*;
use crate::session::Session;
use crate::text::Language;
use crate::text::promises::{PROMISE_GROUPS, PromiseText};

const ARTICLE: &str = include_str!("../../../engine/plans/article.json");

/// A session with a plan of a file.
fn with_plan(text: &str) -> Session {
    let mut session = Session::new(Language::Ja);
    let plan = Plan::from_json(text).expect("a plan");
    let tree = gyakusan_engine::tree::Tree::solve(&plan).expect("a tree");
    session.replace(plan, tree, None);
    session
}

/// 1億円 ÷ 500万円 = 20, ÷ 25 % = 80, ÷ 15 % = 533.3.
#[test]
fn the_articles_plan_is_worked_through_with_its_own_figures() {
    let session = with_plan(ARTICLE);
    let steps = session.worked_steps();
    let lines: Vec<_> = steps.iter().flat_map(|step| &step.lines).map(String::as_str).collect();
    for expected in ["1億円 ÷ 500万円 = 20件", "20件 ÷ 25% = 80件", "80件 ÷ 15% = 533.3件 → 切り上げ 534件"]
    {
        assert!(lines.contains(&expected), "{expected} in {lines:#?}");
    }
    let values: Vec<_> = steps.iter().map(|step| step.value.as_str()).collect();
    assert_eq!(values, ["1億円", "500万円", "20件", "25%", "80件", "15%", "534件"]);
}

#[test]
fn a_trial_tells_its_laws_and_what_it_drew() {
    let session = Session::new(Language::Ja);
    let panel = session.first_trial().expect("a trial");
    let laws: Vec<_> = panel.parameters.iter().map(|row| row.law.as_str()).collect();
    assert_eq!(
        laws,
        [
            "Beta(α = 18, β = 102)、120件分の実績",
            "Beta(α = 20, β = 60)、80件分の実績",
            "対数正規分布、変動係数 7.8%"
        ]
    );
    // The first line of the trials that are exported, in the same plan and seed.
    let table = crate::session::export::TrialTable::new(session.plan(), Language::En).expect("trials");
    let text = String::from_utf8(table.chunk(0)).expect("text");
    let line = text.lines().nth(1).expect("a first trial");
    let exported: Vec<f64> = line.split(',').map(|cell| cell.parse().expect("a number")).collect();
    let percent = |drawn: &str| drawn.trim_end_matches('%').parse::<f64>().expect("a rate");
    for (row, rate) in panel.parameters[..2].iter().zip(&exported[3..5]) {
        assert!((percent(&row.drawn) - 100.0 * rate).abs() <= 0.0005, "{} is {rate}", row.drawn);
    }
    let won = &panel.luck[2];
    assert_eq!((won.name.as_str(), won.mean.as_str()), ("受注件数", "20件"));
    assert_eq!(panel.luck[3].drawn, session.money(exported[1]).to_string());
    let reaches = exported[2] > 0.5;
    assert_eq!(panel.sentence.ends_with("届きました。"), reaches, "{}", panel.sentence);
}

#[test]
fn a_plan_that_knows_everything_draws_luck_alone() {
    let panel = with_plan(ARTICLE).first_trial().expect("a trial");
    assert_eq!((panel.parameters.len(), panel.luck.len()), (0, 4));
}

#[test]
fn every_plan_has_a_first_trial_and_its_laws() {
    for text in [
        include_str!("../../../engine/plans/everything.json"),
        include_str!("../../../engine/plans/bench-full.json"),
        include_str!("../../../engine/plans/subscription.json"),
    ] {
        let session = with_plan(text);
        let panel = session.first_trial().expect("a trial");
        assert!(!panel.parameters.is_empty());
        for row in &panel.parameters {
            assert!(!row.law.is_empty() && !row.name.is_empty(), "{row:?}");
        }
        assert!(!session.worked_steps().is_empty());
    }
}

/// P(a Poisson number is at least k).
fn poisson_at_least(k: f64, mean: f64) -> f64 {
    gamma_p(k, mean)
}

fn poisson(k: f64, mean: f64) -> f64 {
    exp(k * ln(mean) - mean - ln_gamma(k + 1.0))
}

/// P(a binomial number is at least k).
fn binomial_at_least(k: f64, of: f64, p: f64) -> f64 {
    if k <= 0.0 { 1.0 } else { beta_i(k, of - k + 1.0, p) }
}

/// The sum of a binomial and a Poisson number is at least k.
fn both_at_least(k: u32, of: u32, p: f64, mean: f64) -> f64 {
    let of = f64::from(of);
    let weight =
        |n: f64| binomial_at_least(n, of, p) - if n < of { binomial_at_least(n + 1.0, of, p) } else { 0.0 };
    (0..=of as u32)
        .map(|n| weight(f64::from(n)) * if n < k { poisson_at_least(f64::from(k - n), mean) } else { 1.0 })
        .sum()
}

/// The known answers come from another program; these formulas are a third way to them.
#[test]
fn known_answers_agree_with_formulas_of_their_own() {
    let stay: f64 = (0..12).fold(1.0, |stay, _| stay * 0.97);
    let there: f64 = (1 - 1..12).map(|k| 0.75 * (0..k).fold(1.0, |stay, _| stay * 0.97)).sum();
    // The mixture by a sum over a million thin slices of the Beta law.
    let slices = 200_000;
    let mixture: f64 = (0..slices)
        .map(|slice| {
            let [low, high] = [slice, slice + 1].map(|edge| f64::from(edge) / f64::from(slices));
            (beta_i(20.0, 60.0, high) - beta_i(20.0, 60.0, low)) * poisson_at_least(20.0, 40.0 * (low + high))
        })
        .sum();
    let gamma = (1..140).map(f64::from).map(|n| poisson(n, 20.0) * gamma_q(n / 0.64, 100.0 / 3.2)).sum();
    // Of 12 months of entries, the share that a Gamma delay of mean 4 and variation 0.6 lets arrive.
    let (shape, scale) = (1.0 / 0.36, 4.0 * 0.36);
    let landed = 12.0 * gamma_p(shape, 12.0 / scale) - shape * scale * gamma_p(shape + 1.0, 12.0 / scale);
    let size = 12.0 / 0.64;
    let known = [
        ("poisson", poisson_at_least(20.0, 20.0)),
        ("beta", mixture),
        ("gamma", gamma),
        ("delay", poisson_at_least(25.0, 4.0 * landed)),
        ("binomial", binomial_at_least(16.0, 60.0, 0.25)),
        ("pipeline", both_at_least(25, 60, 0.25, 9.0)),
        ("own_rates", poisson_at_least(30.0, 27.0)),
        ("negative_binomial", beta_i(10.0, size, 9.0 / (size + 9.0))),
        ("exit_arr", both_at_least(36, 40, stay, there)),
        ("tree_mean", 1e8),
        ("required", gamma_p_inverse(20.0, 0.8) / 0.0375),
    ];
    let cases = cases();
    for (id, expected) in known {
        let case = cases.iter().find(|case| case.id == id).expect("a case");
        assert!((case.exact / expected - 1.0).abs() < 1e-8, "{id}: {} and not {expected}", case.exact);
    }
}

#[test]
fn every_case_is_read_and_has_words() {
    let cases = cases();
    assert_eq!(cases.len(), include_str!("cases.json").lines().count() - 2);
    for language in [Language::Ja, Language::En] {
        let words = &language.words().method().check;
        for id in cases.iter().map(|case| case.id.as_str()).chain(["bits"]) {
            assert!(words.name_of(id).iter().all(|text| !text.is_empty()), "{id}");
        }
        assert_eq!(words.cases.len(), cases.len() + 1);
    }
}

/// Runs a self-check to its end.
fn checked(mut checker: Checker) -> SelfCheck {
    let mut check = SelfCheck::begun();
    while check.state == CheckState::Running {
        check.take(checker.slice());
    }
    check
}

#[test]
fn the_simulation_agrees_with_every_known_answer() {
    let mut session = Session::new(Language::Ja);
    let check = checked(Checker::new(1));
    let panel = session.check_panel(&check);
    let misses: Vec<_> = panel.rows.iter().filter(|row| row.holds != Some(true)).collect();
    assert!(misses.is_empty(), "{misses:#?}");
    assert_eq!(panel.progress, [15, 15]);
    session.announce_outcome(&check);
    assert_eq!(
        session.screen.notice.as_ref().map(|notice| notice.text.as_str()),
        Some("15件すべて合いました。")
    );
}

/// Every case with its answer moved by so little that a reader would hardly see it, and one that has none.
#[test]
fn a_wrong_answer_is_a_miss() {
    let session = Session::new(Language::En);
    for (place, case) in cases().into_iter().enumerate() {
        let id = case.id.clone();
        let moved = Case { exact: case.exact * 1.03, ..case };
        let check = checked(Checker::with(vec![moved], 1));
        assert_eq!((check.findings.len(), check.findings[0].holds()), (1, false), "{place}: {id}");
        assert!(session.check_outcome(&check).contains("Do not trust"));
    }
    let nothing = Finding { exact: 1.0, simulated: f64::NAN, error: f64::NAN };
    assert!(!nothing.holds(), "what is no number does not agree");
    let at = |deviation| Finding { exact: 0.0, simulated: deviation, error: 1.0 };
    assert!(at(LIMIT).holds() && !at(-LIMIT - 1e-9).holds());
}

#[test]
fn other_bits_are_a_miss() {
    let session = Session::new(Language::En);
    let mut check = SelfCheck::begun();
    check.take(Some(Slice::Bits([1, 2])));
    let row = session.check_panel(&check).rows.pop().expect("the bits");
    assert_eq!((row.exact.as_str(), row.holds), ("0000000000000001", Some(false)));
    assert!(session.check_outcome(&check).starts_with("0 of 15"));
}

#[test]
fn a_stopped_check_says_so_and_keeps_what_it_found() {
    let mut session = Session::new(Language::En);
    let mut check = SelfCheck::begun();
    check.take(Some(Slice::Found(Finding { exact: 0.5, simulated: 0.5, error: 0.1 })));
    check.state = CheckState::Stopped;
    session.announce_stop();
    let panel = session.check_panel(&check);
    assert_eq!((panel.progress[0], panel.rows[0].holds), (1, Some(true)));
    assert_eq!(panel.sentence, "The check was stopped.");
    assert_eq!(TRIALS % gyakusan_engine::sim::CHUNK_TRIALS, 0);
}

fn every_promise() -> impl Iterator<Item = &'static PromiseText> {
    PROMISE_GROUPS.iter().flat_map(|group| group.promises)
}

#[test]
fn promises_show_what_was_measured_and_nothing_else() {
    let file = r#"[
{"promise":"known_plans","figures":["230","401","400000","3.1"],"kept":true,"date":"2026-11-21","commit":"abc1234"},
{"promise":"embedding","figures":["335,000","200,000"],"kept":false,"date":"2026-11-20","commit":"def5678"}
]"#;
    let groups = promises_of(file, Language::En);
    let lines: Vec<_> = groups.iter().flat_map(|group| &group.lines).collect();
    let count = every_promise().count();
    assert_eq!((groups.len(), lines.len()), (PROMISE_GROUPS.len(), count));
    let of = |verdict| lines.iter().filter(|line| line.verdict == verdict).count();
    assert_eq!([of(Verdict::Kept), of(Verdict::Missed), of(Verdict::NotMeasured)], [1, 1, count - 2]);
    let kept = lines.iter().find(|line| line.verdict == Verdict::Kept).expect("a promise");
    assert_eq!(kept.figure, "230 plans, 401 comparisons, 400,000 trials each; the farthest 3.1");
    assert_eq!(kept.measured, "2026-11-21 · abc1234");
    assert!(lines.iter().all(|line| (line.verdict == Verdict::NotMeasured) == line.measured.is_empty()));
}

#[test]
fn what_is_no_measured_line_is_not_taken_for_kept() {
    for file in [
        "",
        "{}",
        "[1]",
        r#"[{"promise":"opening","kept":true}]"#,
        r#"[{"promise":"opening","figures":["1"],"kept":"yes","date":"","commit":""}]"#,
    ] {
        let groups = promises_of(file, Language::Ja);
        assert!(
            groups.iter().flat_map(|group| &group.lines).all(|line| line.verdict == Verdict::NotMeasured),
            "{file}"
        );
    }
}

/// README shows the promises in English, with the figures that were measured: `cargo xtask promises` writes them, this test
/// sees that they are there.
#[test]
fn the_readme_tells_the_promises() {
    const MARKS: [&str; 2] = ["<!-- promises -->\n", "<!-- /promises -->"];
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("README.md");
    let words = &Language::En.words().method().promises;
    let mut table = String::new();
    for group in promises(Language::En) {
        writeln!(
            table,
            "**{}**\n\n| {} | {} | | {} |\n| --- | --- | --- | --- |",
            group.heading, words.columns[0], words.columns[1], words.columns[2]
        )
        .expect("memory takes every write");
        for line in group.lines {
            let verdict = words.verdicts[match line.verdict {
                Verdict::Kept => 0,
                Verdict::Missed => 1,
                Verdict::NotMeasured => 2,
            }];
            writeln!(
                table,
                "| {} {} | {} | {verdict} | {} |",
                line.promise, line.check, line.figure, line.measured
            )
            .expect("memory takes every write");
        }
        table += "\n";
    }
    let (before, rest) = readme.split_once(MARKS[0]).expect("a place for the table");
    let (there, after) = rest.split_once(MARKS[1]).expect("an end of that place");
    if std::env::var_os("GYAKUSAN_WRITE_PROMISES").is_some() {
        let written = [before, MARKS[0], &table, MARKS[1], after].concat();
        std::fs::write(path, written).expect("README.md can be written");
        return;
    }
    assert!(
        there == table,
        "README.md shows other figures than promises.json: `cargo xtask promises` writes them"
    );
}

#[test]
fn every_measured_line_is_a_promise_and_every_promise_is_told_in_both_languages() {
    let measured = gyakusan_engine::json::Value::parse(include_str!("../../../promises.json")).expect("JSON");
    let gyakusan_engine::json::Value::List(lines) = measured else { panic!("a list") };
    for line in &lines {
        let name = line.get("promise").and_then(|name| name.as_text()).expect("a name");
        assert!(every_promise().any(|promise| promise.id == name), "{name} is promised nowhere");
    }
    for promise in every_promise() {
        let places = [Language::Ja, Language::En].map(|language| {
            let phrases = promise.in_language(language);
            assert!(!phrases.promise.is_empty() && !phrases.check.is_empty(), "{}", promise.id);
            (0..10).filter(|place| phrases.figure.contains(&format!("{{{place}}}"))).collect::<Vec<_>>()
        });
        assert!(places[0] == places[1] && !places[0].is_empty(), "{}", promise.id);
        assert_eq!(every_promise().filter(|other| other.id == promise.id).count(), 1, "{}", promise.id);
    }
}
