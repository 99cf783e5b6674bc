//! What the content security policy and Trusted Types refused, as Chromium writes it into its log.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::time::Duration;

use serde_json::Value;

use super::driver::Engine;
use crate::record::record;

/// Stories that have been counted; one may have several browsers.
static COUNTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Policies that stories give the page, to see what it does where workers are refused, or the program.
/// Articles have a style of their own, which a strict host refuses them.
const STRICTER: [&str; 3] = ["worker-src 'none'", "script-src 'self'\"", "/examples/"];

/// What was refused in a browser's session; nothing is known of one that a story has ended.
pub(super) fn refused(port: u16, session: &str) -> Option<Vec<String>> {
    if Engine::of_this_run() != Engine::Chromium {
        return None;
    }
    Some(log(port, session)?.into_iter().filter(|message| is_refusal(message)).collect())
}

/// Asserts that nothing was refused, and counts the story; one that fails already fails for its own reason.
pub(super) fn assert_none(refused: Option<Vec<String>>) {
    let Some(refused) = refused.filter(|_| !std::thread::panicking()) else { return };
    assert!(refused.is_empty(), "the policy was violated: {refused:?}");
    let story = std::thread::current().name().unwrap_or_default().to_owned();
    if COUNTED.lock().is_ok_and(|mut counted| counted.insert(story)) {
        record("policy", &["0".to_owned(), "1".to_owned()]);
    }
}

fn is_refusal(message: &str) -> bool {
    let is_of_policy = message.contains("Content Security Policy") || message.contains("requires 'Trusted");
    is_of_policy && !STRICTER.iter().any(|policy| message.contains(policy))
}

/// The messages of the browser's log.
fn log(port: u16, session: &str) -> Option<Vec<String>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let body = r#"{"type":"browser"}"#;
    write!(
        stream,
        "POST /session/{session}/se/log HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let value: Value = serde_json::from_slice(&body_of(stream)?).ok()?;
    let entries = value["value"].as_array()?;
    Some(entries.iter().filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect())
}

/// The body of an answer, as long as its head says: the driver keeps the connection open.
fn body_of(stream: TcpStream) -> Option<Vec<u8>> {
    let mut reader = BufReader::new(stream);
    let mut length = None;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let mut body = vec![0; length?];
    reader.read_exact(&mut body).ok()?;
    Some(body)
}

#[test]
fn refusals_are_told_from_other_messages() {
    assert!(is_refusal(
        "Applying inline style violates the following Content Security Policy directive 'style-src'"
    ));
    assert!(is_refusal("This document requires 'TrustedScriptURL' assignment."));
    assert!(!is_refusal("violates the Content Security Policy directive: \"worker-src 'none'\""));
    assert!(!is_refusal("a WARNING of something else"));
}
