//! Exports, held to the engine's own answers and to texts that want to be more than texts.

use gyakusan_engine::plan::{Name, Plan};
use gyakusan_engine::sim::Simulation;

use super::{TableKind, TrialTable};
use crate::session::Session;
use crate::session::panel::answered;
use crate::share::csv::{MARK, restored};
use crate::text::Language;

fn plan(text: &str) -> Plan {
    Plan::from_json(text).expect("a plan")
}

fn default_plan() -> Plan {
    plan(include_str!("../../../engine/plans/default.json"))
}

/// A session whose stage and channel have this name, with every answer.
fn named(name: &str) -> Session {
    let plan = default_plan().edit(|document| {
        let given = Name::new(name).expect("a name");
        document.name = given.clone();
        document.stages[1].name = given.clone();
        document.channels[0].name = given;
    });
    answered(Language::En, &plan.expect("a plan"))
}

/// The cells of a table, as a reader finds them.
fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix(MARK).expect("a mark");
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(restored(&std::mem::take(&mut cell)).to_owned()),
            '\n' if !is_quoted => {
                assert_eq!(cell.pop(), Some('\r'), "lines end with CR LF");
                row.push(restored(&std::mem::take(&mut cell)).to_owned());
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(cell.is_empty() && row.is_empty(), "the last line is ended");
    rows
}

fn table(session: &Session, kind: TableKind) -> Vec<Vec<String>> {
    cells(&String::from_utf8(session.table_file(kind).bytes).expect("UTF-8"))
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a plain number")
}

#[test]
fn tables_hold_the_engines_numbers_to_the_last_bit() {
    let session = answered(Language::En, &plan(include_str!("../../../engine/plans/everything.json")));
    let tree = table(&session, TableKind::Tree);
    let months = table(&session, TableKind::Months);
    let funnel = table(&session, TableKind::Funnel);
    for (place, stage) in session.tree().stages.iter().enumerate() {
        assert_eq!(number(&tree[place + 1][5]).to_bits(), stage.expected.to_bits());
        assert_eq!(number(&funnel[place + 1][1]).to_bits(), stage.expected.to_bits());
        for (month, count) in stage.monthly.iter().enumerate() {
            assert_eq!(number(&months[month + 1][place + 1]).to_bits(), count.to_bits());
        }
    }
    assert_eq!(months[1][0], "2026-04");
    assert!(months.iter().all(|row| row.len() == months[0].len()), "one shape");
    let odds = table(&session, TableKind::Odds);
    let summary = session.summary.as_ref().expect("a summary");
    assert_eq!(number(&odds[1][2]).to_bits(), summary.odds.probability.to_bits());
    let bins = odds.iter().filter(|row| row[0] == "Distribution").map(|row| number(&row[2]));
    assert!((bins.sum::<f64>() - summary.odds.trials as f64).abs() < 0.5);
    assert!(
        odds.iter().any(|row| row[0] == "Lever") && odds.iter().any(|row| row[0] == "What moves the result")
    );
}

#[test]
fn figures_of_an_older_plan_are_not_exported() {
    let mut session = answered(Language::En, &default_plan());
    session.type_into(crate::session::Field::Target, "2億");
    assert_eq!(table(&session, TableKind::Odds).len(), 1, "headings alone");
    assert!(!session.markdown(None).contains("P10"));
    assert!(session.markdown(None).contains("had not been calculated"));
}

#[test]
fn hostile_names_survive_tables_and_markdown() {
    for name in [
        "=cmd|'/c calc'!A0",
        "+1",
        "-1",
        "@a",
        "\t=1",
        "a\r\nb",
        "q\"q,",
        "'=x",
        "|a|b|",
        "<b>&amp;</b>",
        &"🦀".repeat(120),
    ] {
        let session = named(name);
        assert_eq!(table(&session, TableKind::Tree)[2][0], name);
        assert_eq!(table(&session, TableKind::Funnel)[2][0], name);
        assert!(table(&session, TableKind::Months)[0].iter().any(|cell| cell == name));
        let raw = String::from_utf8(session.table_file(TableKind::Tree).bytes).expect("UTF-8");
        let begins = |line: &str| line.starts_with(['=', '+', '-', '@', '\t']);
        assert!(!raw.trim_start_matches(MARK).lines().any(begins), "{raw}");
        let markdown = session.markdown(Some("https://example.org/#p=1"));
        assert!(!markdown.contains("<b>"), "{markdown}");
        let rows: Vec<_> = markdown.lines().filter(|line| line.starts_with('|')).collect();
        let columns = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert!(
            rows.windows(2)
                .filter(|pair| pair[1].starts_with("| ---"))
                .all(|pair| columns(pair[0]) == columns(pair[1]))
        );
        assert_eq!(columns(rows[3]), 5, "{}", rows[3]);
        assert_eq!(session.chat(None).lines().count(), 4);
    }
}

#[test]
fn a_summary_says_what_the_page_says() {
    let session = answered(Language::Ja, &default_plan());
    let markdown = session.markdown(Some("https://example.org/#p=1"));
    for part in [
        "# 2026年度 新規売上プラン",
        "売上1億円には、年534件のリードが必要です。",
        "| リード |",
        "534件",
        "## 確率を上げるには",
        "- 目標: 1億円",
        "<https://example.org/#p=1>",
    ] {
        assert!(markdown.contains(part), "{part}\n{markdown}");
    }
    let chat = session.chat(Some("https://example.org/#p=1"));
    println!("{markdown}\n{chat}");
    assert!(chat.contains("リード 534件 → 商談 80件 → 受注 20件"), "{chat}");
    let english = answered(Language::En, &default_plan());
    println!("{}\n{}", english.markdown(None), english.chat(None));
    assert!(english.chat(None).contains("Leads 534 → Meetings 80 → Deals won 20"));
}

#[test]
fn trials_come_chunk_by_chunk_with_the_simulations_goals() {
    let plan = default_plan().edit(|document| document.simulation.trials = 2500).expect("a plan");
    let trials = TrialTable::new(&plan, Language::En).expect("trials");
    assert_eq!(trials.chunk_count(), 3);
    let bytes: Vec<u8> = (0..4).flat_map(|index| trials.chunk(index)).collect();
    let rows = cells(&String::from_utf8(bytes).expect("UTF-8"));
    assert_eq!(
        rows[0],
        ["Trial", "Result", "Reaches the target", "rate:opportunity", "rate:won", "deal_value"]
    );
    let goals = Simulation::new(&plan).expect("a simulation").run().goals;
    assert_eq!(rows.len(), 1 + goals.len());
    for (place, (row, goal)) in rows[1..].iter().zip(&goals).enumerate() {
        assert_eq!(row[0], (place + 1).to_string());
        assert_eq!(number(&row[1]).to_bits(), goal.to_bits());
        assert_eq!(row[2] == "1", gyakusan_engine::tree::reaches(*goal, 1e8));
    }
}

#[test]
fn files_are_named_after_the_plan() {
    let session = named("../NUL: \u{202e}a");
    for (file, name) in [
        (session.spreadsheet_file(), "NUL_ _a-workbook.xlsx"),
        (session.table_file(TableKind::Odds), "NUL_ _a-odds.csv"),
        (session.markdown_file(None), "NUL_ _a-summary.md"),
        (session.trials_file(), "NUL_ _a-trials.csv"),
    ] {
        assert_eq!(file.name, name);
    }
}
