//! The example articles hold the plans of the articles' cases, and every address in them says what the page reads.

use std::path::Path;

use gyakusan::document::{Document, Workbook};
use gyakusan::share::embed::Options;
use gyakusan::share::link;
use gyakusan_engine::plan::Plan;

const REVERSE: &str = include_str!("../engine/plans/default.json");
const DEPARTMENTS: &str = include_str!("../engine/plans/funnel.json");
const TABLE: &str = include_str!("../engine/plans/inquiry.json");

fn plan(json: &str) -> Plan {
    Plan::from_json(json).expect("a plan")
}

/// The plan of an article: its file name begins with the case.
fn plan_of(name: &str) -> Plan {
    plan(match name.split('.').next() {
        Some("reverse") => REVERSE,
        Some("departments") => DEPARTMENTS,
        _ => TABLE,
    })
}

#[test]
fn example_articles_hold_their_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("embed/examples");
    let mut articles = 0;
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let html = std::fs::read_to_string(&path).expect("a text");
        if name == "index.html" {
            continue;
        }
        articles += 1;
        let document = Document { plan: plan_of(&name), workbook: Workbook::default() };
        let fragment = link::encode(&document).expect("a link").fragment;
        let written = html.replace("#p=PLAN", &fragment);
        if std::env::var("GYAKUSAN_WRITE_EXAMPLES").is_ok() {
            std::fs::write(&path, &written).expect("a file");
        }
        let places: Vec<_> = written.match_indices("#p=").collect();
        assert!(!places.is_empty(), "{name} shows a plan");
        for (at, _) in places {
            let opened = link::decode(&written[at..]).expect("a whole link");
            assert_eq!(opened.document, document, "{name}");
        }
        let language = if name.contains(".en.") { "en" } else { "ja" };
        assert!(written.contains(&format!("<html lang=\"{language}\">")), "{name}");
        assert_eq!(
            written.contains("lang=en") || written.contains("lang=\"en\""),
            language == "en",
            "{name}"
        );
    }
    assert_eq!(articles, 6);
}

#[test]
fn addresses_in_examples_are_read() {
    let options = Options::read(|name| (name == "show").then(|| "target,rate:won".to_owned()));
    assert_eq!(options.query(), "?embed=1&show=target,rate:won");
}
