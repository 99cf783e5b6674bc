//! What is damaged, or was never a link or a file, opens as nothing else and stops nothing.

use gyakusan::share::link::{self, LinkError};

use crate::generated::Random;
use crate::{bodies, files, plans, record};

#[test]
fn a_changed_or_missing_letter_is_noticed() {
    let (_, document) = plans().pop().expect("a plan");
    let fragment = link::encode(&document).expect("a link").fragment;
    for end in 4..fragment.len() {
        // The last letter may hold nothing but bits that are 0 anyway.
        let found = link::decode(&fragment[..end]);
        assert!(found.is_err() || end + 1 == fragment.len(), "{end}");
    }
    for at in 5..fragment.len() - 1 {
        for letter in "AQgx-9".chars().filter(|letter| !fragment[at..].starts_with(*letter)) {
            let changed = format!("{}{letter}{}", &fragment[..at], &fragment[at + 1..]);
            match link::decode(&changed) {
                // The engine's number is taken into the checksum, so that it is noticed too.
                Err(LinkError::Damaged) => {}
                other => panic!("{at} {letter}: {other:?}"),
            }
        }
    }
}

type Body = fn(&[u8]);

/// The seeds of the fuzzers, what they become with some bytes changed, and bytes at random.
#[test]
fn any_bytes_give_a_document_or_an_error() {
    let random = &mut Random(11);

    // A longer run has its own number of rounds.
    let rounds =
        std::env::var("GYAKUSAN_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20_000);
    for (target, body) in [("link", bodies::link as Body), ("plan_file", bodies::plan_file as Body)] {
        let seeds = files(&format!("fuzz/corpus/{target}"));
        for (_, seed) in &seeds {
            body(seed);
        }
        for _ in 0..rounds {
            let mut bytes = random.pick(&seeds).1;
            match random.below(8) {
                0 => bytes = (0..random.below(200)).map(|_| random.bits() as u8).collect(),
                // Behind a 0 stands the inside of a link.
                1 => {
                    let inside = (0..random.below(60)).map(|_| random.bits() as u8);
                    bytes = std::iter::once(0).chain(inside).collect();
                }
                _ => damage(random, &mut bytes),
            }
            body(&bytes);
        }
    }
}

/// Texts that are almost links.
const DAMAGED: u32 = 1_000_000;

#[test]
fn no_damage_of_a_links_text_passes_for_another_document() {
    let random = &mut Random(13);
    let links: Vec<_> =
        plans().into_iter().map(|(_, document)| link::encode(&document).expect("a link").fragment).collect();
    let documents: Vec<_> = plans().into_iter().map(|(_, document)| document).collect();
    let mut opened = 0;
    for _ in 0..DAMAGED {
        let place = random.below(links.len());
        let mut bytes = links[place].clone().into_bytes();
        damage(random, &mut bytes);
        match link::decode(&String::from_utf8_lossy(&bytes)) {
            Ok(found) => {
                // The damage hit the end, or was undone.
                assert_eq!(found.document, documents[place]);
                opened += 1;
            }
            Err(LinkError::NoPlan(errors)) => panic!("{errors}"),
            Err(_) => {}
        }
    }
    assert!(opened < DAMAGED / 20, "{opened} of {DAMAGED} damaged links open");
    record::record("damaged", &[DAMAGED.to_string()]);
}

/// Some bytes changed, lost, doubled or moved.
fn damage(random: &mut Random, bytes: &mut Vec<u8>) {
    for _ in 0..=random.below(3) {
        if bytes.is_empty() {
            return;
        }
        let at = random.below(bytes.len());
        match random.below(5) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = random.bits() as u8,
            2 => bytes.truncate(at),
            3 => bytes.insert(at, bytes[at]),
            _ => {
                bytes.remove(at);
            }
        }
    }
}

/// The longest body that a link may have, of every kind of byte: the walk ends, whatever they say.
#[test]
fn the_longest_links_end() {
    let random = &mut Random(5);
    for round in 0..300 {
        let byte = random.bits() as u8;
        let body: Vec<u8> =
            (0..12_000).map(|_| if round % 2 == 0 { byte } else { random.bits() as u8 }).collect();
        bodies::link(&[&[0], body.as_slice()].concat());
    }
}
