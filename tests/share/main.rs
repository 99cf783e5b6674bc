//! Links and plan files: what is written comes back with every bit, and whatever else is read does no harm.

#[path = "../../fuzz/bodies.rs"]
mod bodies;
mod damage;
mod documents;
#[path = "../../engine/tests/generated/mod.rs"]
mod generated;
#[path = "../../engine/tests/record/mod.rs"]
mod record;

use std::fs;
use std::path::Path;

use generated::Random;
use gyakusan::document::{Document, Scenario, Workbook};
use gyakusan::share::PlanFile;
use gyakusan::share::link::{self, LINK_VERSION, LinkError};
use gyakusan_engine::plan::{ById, Channel, Id, Name, PerMonth, Plan, Volume};

/// A folder of this package.
fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files of a folder with their names, in the order of those.
fn files(name: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

/// The plans that come with the engine.
fn plans() -> Vec<(String, Document)> {
    let read =
        |bytes: &[u8]| PlanFile::read(text(bytes)).unwrap_or_else(|errors| panic!("{errors}")).document;
    files("engine/plans").iter().map(|(name, bytes)| (name.clone(), read(bytes))).collect()
}

#[track_caller]
fn check(document: &Document) -> usize {
    let link = link::encode(document).unwrap_or_else(|error| panic!("{error:?} {document:?}"));
    let opened = link::decode(&link.fragment).unwrap_or_else(|error| panic!("{error:?} {document:?}"));
    assert_eq!(opened.document, *document);
    // Equal floats without NaN and −0, which a plan does not have, have equal bits; their shortest digits say so too.
    assert_eq!(opened.document.plan.to_json(), document.plan.to_json());
    assert!(!opened.is_of_other_engine());
    let scenario = |name| Scenario { name: Name::new(name).expect("a name"), document: document.clone() };
    let file = PlanFile {
        document: document.clone(),
        scenarios: vec![scenario(""), scenario("\"予算\" 2倍")],
        actuals: Some(" [1.50,\t\"}\"] ".trim().into()),
    };
    assert_eq!(PlanFile::read(&file.write()).as_ref(), Ok(&file));
    link.fragment.len()
}

#[test]
fn links_and_files_give_back_every_plan_with_all_its_bits() {
    let random = &mut Random(7);
    let (mut longest, mut all) = (0, 0);
    for _ in 0..3000 {
        let length = check(&documents::document(random));
        (longest, all) = (longest.max(length), all + length);
    }
    println!("{longest} characters at most, {} on average", all / 3000);
    assert!(longest < 8000, "{longest} characters");
    for (_, document) in plans() {
        check(&document);
    }
}

#[test]
fn links_are_short() {
    let length = |name: &str| {
        let (_, document) = plans().into_iter().find(|(found, _)| found == name).expect(name);
        check(&document)
    };
    assert!(length("article.json") < 40, "{}", length("article.json"));
    assert!(length("default.json") < 50, "{}", length("default.json"));
    assert!(length("funnel.json") < 80, "{}", length("funnel.json"));
    let (_, full) =
        files("tests/links").into_iter().find(|(name, _)| name == "full.gyakusan.json").expect("a file");
    let full = check(&PlanFile::read(text(&full)).expect("a plan").document);
    println!("{full} characters for a plan with everything");
    assert!(full < 500, "{full}");
}

/// Every link that was ever published, in the order of versions: `<name>.<version>.txt` holds the link, `<name>.gyakusan.json`
/// the document that it must give.
#[test]
fn every_published_link_opens_for_ever() {
    let all = files("tests/links");
    let mut versions = Vec::new();
    for (name, link) in
        all.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|ending| ending == "txt"))
    {
        let mut parts = name.split('.');
        let (stem, version) = (parts.next().expect("a name"), parts.next().expect("a version"));
        let (_, file) = all.iter().find(|(found, _)| *found == format!("{stem}.gyakusan.json")).expect(stem);
        let expected =
            PlanFile::read(text(file)).unwrap_or_else(|errors| panic!("{stem}: {errors}")).document;
        let opened = link::decode(text(link).trim()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(opened.document, expected, "{name}");
        versions.push(version.to_owned());
    }
    record::record("links", &[versions.len().to_string()]);
    for version in 1..=LINK_VERSION {
        let links = versions.iter().filter(|found| **found == version.to_string());
        assert!(links.count() >= 4, "version {version}");
    }
}

#[test]
fn what_stands_around_a_link_is_passed_over() {
    let (_, document) = plans().pop().expect("a plan");
    let fragment = link::encode(&document).expect("a link").fragment;
    let letters = fragment.trim_start_matches('#');
    for text in [
        letters.to_owned(),
        format!("https://example.org/gyakusan/?view=odds&lang=ja{fragment}"),
        format!("計画です：https://example.org/?p2p=1{fragment})。よろしく"),
        format!("<https://example.org/{fragment}>"),
        format!("{fragment}&utm_source=chat&p=other"),
        format!("#utm=a&{letters}、"),
        format!("{fragment}%E3%80%82"),
        format!("_https://example.org/{fragment}_"),
        format!("{fragment}--"),
        format!("{fragment}.\n"),
        format!("{fragment}~~"),
    ] {
        let opened = link::decode(&text).unwrap_or_else(|error| panic!("{error:?}: {text}"));
        assert_eq!(opened.document, document, "{text}");
    }
    for text in ["", "#", "#p=", "p=。", "https://example.org/#plan", "a p=b", "xp=AQFuiu"] {
        assert_eq!(link::decode(text), Err(LinkError::NoLink), "{text}");
    }
}

#[test]
fn newer_versions_are_refused_by_their_number_and_other_engines_are_told() {
    let (_, document) = plans().pop().expect("a plan");
    let newer = |found, newest| Err(LinkError::Newer { found, newest });
    assert_eq!(link::decode(&link::sealed(9, 1, &[1, 2, 3])), newer(9, 1));
    assert_eq!(link::decode(&link::sealed(0, 1, &[1, 2, 3])), Err(LinkError::Damaged));
    let fragment = link::encode(&document).expect("a link").fragment;
    let other = link::of_engine(&fragment, 200).expect("a link");
    let opened = link::decode(&other).expect("a link of another engine");
    assert_eq!((opened.document, opened.engine), (document, 200));
    assert!(link::decode(&other).expect("a link").is_of_other_engine());
    let file = PlanFile::from(plans()[0].1.clone()).write().replacen(
        '{',
        r#"{"workbook":{"version":7,"dreams":1},"#,
        1,
    );
    let errors = PlanFile::read(&file).expect_err("a newer workbook");
    assert_eq!(
        errors.to_string(),
        "workbook: version 7 is newer than 1, the newest this program reads; use a newer program"
    );
}

#[test]
fn all_errors_of_a_file_are_told_at_once() {
    let file = r#"{ "version": 1, "goal": { "target": -1 }, "workbook": { "people": { "sales": 1.5, "ceo": 1 }, "mood": 1 } }"#;
    let errors = PlanFile::read(file).expect_err("many faults");
    let paths: Vec<_> = errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "period",
            "goal.target",
            "stages",
            "deal",
            "workbook.mood",
            "workbook.version",
            "workbook.people.ceo",
            "workbook.people.sales"
        ]
    );
}

/// The largest plan there is does not fit into a link, and is told so.
#[test]
fn what_is_too_long_for_a_link_is_told() {
    let random = &mut Random(3);
    let mut noise = || {
        (0..120)
            .map(|_| char::from_u32(0x1_0000 + random.below(0xF_0000) as u32).expect("a character"))
            .collect::<String>()
    };
    let (_, document) = plans().pop().expect("a plan");
    let channel = document.plan.channels[0].clone();
    let channels: Vec<Channel> = (0..12)
        .map(|place| Channel {
            id: Id::new(&format!("c{place}")).expect("an id"),
            name: Name::new(&noise()).expect("a name"),
            volume: Volume::Entries {
                monthly_entries: PerMonth::Each(
                    (0..60)
                        .map(|n| {
                            gyakusan_engine::plan::Entries::new(f64::from(n) / 7.0 + 0.1).expect("entries")
                        })
                        .collect(),
                ),
            },
            rates: ById::new(),
            ..channel.clone()
        })
        .collect();
    let stages: Vec<_> = document
        .plan
        .stages
        .iter()
        .cloned()
        .map(|mut stage| {
            stage.name = Name::new(&noise()).expect("a name");
            stage
        })
        .collect();
    let plan = document.plan.edit(|plan| {
        plan.channels = channels;
        plan.stages = stages;
        plan.period.months = 60;
    });
    let document = Document { plan: plan.expect("a plan"), workbook: Workbook::default() };
    match link::encode(&document) {
        Ok(link) => assert!(link.fragment.len() <= link::MAX_LENGTH),
        Err(error) => assert!(matches!(error, LinkError::TooLong { .. }), "{error:?}"),
    }
    assert!(matches!(
        link::decode(&format!("#p={}", "A".repeat(17_000))),
        Err(LinkError::TooLong { found: 17_000, .. })
    ));
}

/// Writes the links of this version for the test above where they are not there yet.
#[test]
fn published_links_are_written_down() {
    for (name, file) in files("tests/links") {
        let Some(stem) = name.strip_suffix(".gyakusan.json") else { continue };
        let path = folder("tests/links").join(format!("{stem}.{LINK_VERSION}.txt"));
        if !path.exists() && std::env::var_os("GYAKUSAN_WRITE_LINKS").is_some() {
            let document = PlanFile::read(text(&file)).expect("a plan").document;
            let link = link::encode(&document).expect("a link");
            fs::write(&path, format!("{}\n", link.fragment)).expect("a place for links");
        }
        assert!(path.exists(), "GYAKUSAN_WRITE_LINKS=1 cargo test published_links writes {}", path.display());
    }
}

#[test]
fn a_file_without_workbook_is_a_plan_and_the_other_way_round() {
    for (name, document) in plans() {
        let text = PlanFile::from(document.clone()).write();
        assert_eq!(Plan::from_json(&text).as_ref(), Ok(&document.plan), "{name}");
        assert_eq!(
            PlanFile::read(&document.plan.to_json()).map(|file| file.document.plan).as_ref(),
            Ok(&document.plan)
        );
    }
}
