//! Errors of links and files as sentences.

use gyakusan_engine::decimal::{to_decimal, to_text};
use gyakusan_engine::plan::{Conflict, PlanError, Problem};

use super::link::LinkError;
use crate::text::{Language, LinkWords, filled};

/// The engine's names of types, in the order of [`LinkWords::types`].
const TYPES: [&str; 5] = ["an object", "a list", "a text", "true or false", "a number"];

/// The conflicts in the order of [`LinkWords::conflicts`].
const CONFLICTS: [Conflict; 15] = [
    Conflict::StepIntoFirstStage,
    Conflict::RateBeforeEntry,
    Conflict::CountedBeforeEntry,
    Conflict::PipelineInLastStage,
    Conflict::ExitArrOfOneOffDeals,
    Conflict::ValueOfOtherKind,
    Conflict::NoSeason,
    Conflict::VolumeTooLarge,
    Conflict::SolveForMissingBudget,
    Conflict::SolveForMissingChurn,
    Conflict::NotOneRecord,
    Conflict::OutsideRecord,
    Conflict::ActualsBeforeEntry,
    Conflict::StageSkipped,
    Conflict::DatesOutOfOrder,
];

/// What is wrong with a link: value, limit, way out.
pub fn link_sentence(error: &LinkError, language: Language) -> String {
    let words = language.words().links();
    let count = |count: usize| count.to_string();
    match error {
        LinkError::NoLink => words.no_link.to_owned(),
        LinkError::Damaged => words.damaged.to_owned(),
        LinkError::TooLong { found, max } => filled(words.too_long_link, &[&count(*found), &count(*max)]),
        LinkError::Newer { found, newest } => newer(words, *found, *newest),
        LinkError::NoPlan(errors) => {
            let first = errors.iter().next().map(|error| file_sentence(error, language)).unwrap_or_default();
            filled(words.no_plan, &[&first, &count(errors.iter().count() - 1)])
        }
    }
}

/// What is wrong at one place of a plan file: place, value, limit, way out.
pub fn file_sentence(error: &PlanError, language: Language) -> String {
    let words = language.words().links();
    let path = if error.path.is_empty() { words.whole } else { &error.path };
    filled(words.at, &[path, &problem(&error.problem, words)])
}

fn newer(words: &LinkWords, found: u64, newest: u32) -> String {
    filled(words.newer, &[&found.to_string(), &newest.to_string()])
}

fn problem(problem: &Problem, words: &LinkWords) -> String {
    let count = |count: &usize| count.to_string();
    match problem {
        Problem::TooLarge { found, max } => filled(words.too_large, &[&count(found), &count(max)]),
        Problem::NotJson { line, column, .. } => filled(words.not_json, &[&count(line), &count(column)]),
        Problem::Newer { found, newest } => newer(words, *found, *newest),
        Problem::Missing => words.missing.to_owned(),
        Problem::Unknown => words.unknown.to_owned(),
        Problem::WrongType { found, expected } => {
            let place = TYPES.iter().position(|known| known == expected);
            filled(words.wrong_type, &[found, place.map_or(expected, |place| words.types[place])])
        }
        Problem::OutOfRange { found, min, max } if min.to_bits() == f64::MIN_POSITIVE.to_bits() => {
            filled(words.not_positive, &[&figure(*found), &figure(*max)])
        }
        Problem::OutOfRange { found, min, max } => {
            filled(words.out_of_range, &[&figure(*found), &figure(*min), &figure(*max)])
        }
        Problem::NotWhole { found } => filled(words.not_whole, &[&figure(*found)]),
        Problem::WrongForm { found, expected } => filled(words.wrong_form, &[found, expected]),
        Problem::TooLong { found, max } => filled(words.too_long, &[&count(found), &count(max)]),
        Problem::WrongCount { found, min, max } => {
            filled(words.wrong_count, &[&count(found), &count(min), &count(max)])
        }
        Problem::Duplicate { id } => filled(words.duplicate, &[id]),
        Problem::Dangling { id, known } => filled(words.dangling, &[id, &known.join(", ")]),
        Problem::Contradiction(conflict) => {
            let place = CONFLICTS.iter().position(|known| known == conflict).unwrap_or(0);
            words.conflicts[place].to_owned()
        }
    }
}

/// A number as it may stand in the file, with an exponent where it would be too long to read.
fn figure(number: f64) -> String {
    match to_decimal(number) {
        Some((digits, exponent)) if !(-20..=20).contains(&exponent) => {
            let sign = if number < 0.0 { "-" } else { "" };
            [sign, &digits, "e", &exponent.to_string()].concat()
        }
        _ => to_text(number),
    }
}

#[cfg(test)]
mod tests {
    use gyakusan_engine::plan::Plan;

    use super::{CONFLICTS, file_sentence, link_sentence};
    use crate::share::link::{self, LinkError};
    use crate::text::Language;

    #[test]
    fn every_conflict_has_its_own_sentence() {
        for (place, conflict) in CONFLICTS.iter().enumerate() {
            // A conflict's number is its place, so that none is missing and none stands twice.
            assert_eq!(*conflict as usize, place);
        }
        for language in [Language::Ja, Language::En] {
            let sentences = language.words().links().conflicts;
            assert!((1..sentences.len()).all(|place| !sentences[..place].contains(&sentences[place])));
        }
    }

    #[test]
    fn errors_of_files_say_place_value_limit_and_way_out() {
        let text = include_str!("../../engine/plans/article.json")
            .replace("100000000", "-1e300")
            .replace("\"mean\": 0.15", "\"mean\": 0.15, \"evidence\": \"much\"")
            .replace("inside_sales", "caller");
        let errors = Plan::from_json(&text).expect_err("three faults");
        let sentences =
            |language| errors.iter().map(|error| file_sentence(error, language)).collect::<Vec<_>>();
        assert_eq!(
            sentences(Language::Ja),
            [
                "goal.target: -1e300 です。0 から 1000000000000000 までにしてください。",
                "stages[1].owner: 「caller」です。marketing, inside_sales, sales or customer_success の形にしてください。",
                "stages[1].rate.evidence: \"much\" になっています。数にしてください。",
            ]
        );
        assert_eq!(
            sentences(Language::En),
            [
                "goal.target: is -1e300. Make it 0 to 1000000000000000.",
                "stages[1].owner: is \"caller\". Its form is marketing, inside_sales, sales or customer_success.",
                "stages[1].rate.evidence: is \"much\". Make it a number.",
            ]
        );
    }

    #[test]
    fn errors_of_links_say_what_to_do() {
        for (text, ja, en) in [
            ("https://example.org/", "#p= を含むリンク", "holds #p="),
            ("#p=AQF43nGfPQkC", "コピーし直して", "Copy the whole link again"),
            ("#p=AgF43nGfPQkC", "版（2）で作られています", "version (2) made this; this page reads up to 1"),
            (&format!("#p={}", "A".repeat(20_000)), "20000文字", "20000 characters, more than 16384"),
        ] {
            let error = link::decode(text).expect_err(text);
            for (language, part) in [(Language::Ja, ja), (Language::En, en)] {
                let sentence = link_sentence(&error, language);
                assert!(sentence.contains(part), "{sentence}");
            }
        }
        let errors = Plan::from_json(r#"{"version":1}"#).expect_err("no plan");
        let sentence = link_sentence(&LinkError::NoPlan(errors), Language::En);
        assert_eq!(sentence, "The plan in the link has errors. period: is missing. Add it. (3 more)");
    }
}
