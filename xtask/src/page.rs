//! What the built page promises: a strict policy, no inline script or style, relative and hashed addresses.

use crate::error::Error;
use std::{fs, path::Path};

/// Checks the index.html of a built page.
pub(crate) fn check(dist: &Path) -> Result<(), Error> {
    let path = dist.join("index.html");
    let html = fs::read_to_string(&path).map_err(Error::io("reading", path))?;
    let findings = findings(&html);
    if findings.is_empty() { Ok(()) } else { Err(Error::Page { findings }) }
}

fn findings(html: &str) -> Vec<String> {
    let mut findings = policy_findings(html);
    for tag in tags(html) {
        findings.extend(inline_finding(tag));
        findings.extend(addresses(tag).filter_map(address_finding));
    }
    findings
}

fn policy_findings(html: &str) -> Vec<String> {
    let policy = tags(html).find(|tag| tag.to_ascii_lowercase().contains("content-security-policy"));
    let Some(policy) = policy else { return vec!["index.html has no content security policy".to_owned()] };
    let loose = ["'unsafe-inline'", "'unsafe-eval'", "'nonce-", " *", "https:", "http:"];
    let finding = |word: &&str| format!("the content security policy in index.html admits {}", word.trim());
    let mut findings: Vec<_> = loose.iter().filter(|word| policy.contains(**word)).map(finding).collect();
    if !policy.contains("require-trusted-types-for 'script'") {
        findings.push("the content security policy in index.html asks for no Trusted Types".to_owned());
    }
    findings
}

fn inline_finding(tag: &str) -> Option<String> {
    let name = tag.split_whitespace().next()?.to_ascii_lowercase();
    let has = |attribute: &str| tag.to_ascii_lowercase().contains(&format!(" {attribute}="));
    let inline_script = name == "script" && !has("src") && !tag.contains("application/ld+json");
    let handler = ["onload", "onclick", "onerror"].into_iter().any(has);
    (inline_script || handler || name == "style" || has("style"))
        .then(|| format!("index.html has inline script or style in <{tag}>"))
}

/// The addresses in a tag's `src` and `href`, and those of the parts that are fetched.
fn addresses(tag: &str) -> impl Iterator<Item = &str> {
    let later = attribute(tag, "id").is_some_and(|id| id.starts_with("part-")).then_some("content");
    ["src", "href"].into_iter().chain(later).filter_map(|name| attribute(tag, name))
}

/// The value of a tag's attribute, in quotes or, as minifiers leave it, without.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

fn address_finding(address: &str) -> Option<String> {
    if address.starts_with('/') {
        return Some(format!("index.html asks for {address}, which is not relative"));
    }
    let path = Path::new(address);
    let is_own_code = path
        .extension()
        .is_some_and(|ending| ["js", "wasm", "css"].iter().any(|own| ending.eq_ignore_ascii_case(own)));
    (is_own_code && !is_hashed(path))
        .then(|| format!("index.html asks for {address}, which has no hash in its name"))
}

/// Whether a name like "gyakusan-9960cf4bc200b285_bg.wasm" has a hash between "-" and what is no hex digit.
fn is_hashed(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.split(['-', '_']).any(is_hash)
}

/// Whether a part of a name is a hash.
pub(crate) fn is_hash(part: &str) -> bool {
    part.len() >= 12 && part.chars().all(|c| c.is_ascii_hexdigit())
}

/// The text between each "<" and its ">", closing tags and comments left out.
pub(crate) fn tags(html: &str) -> impl Iterator<Item = &str> {
    let starts = |tag: &&str| tag.starts_with(|c: char| c.is_ascii_alphabetic());
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next()).filter(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'">
<link rel="stylesheet" href="./base-57b91cafa64e24e2.css"/>
<link rel="preload" href="./gyakusan-9960cf4bc200b285_bg.wasm" as="fetch">
<meta id="part-later" name="part" content="./later-0123456789abcdef.wasm">
<script src="./boot-54082320356a2bd4.js" type="module"></script>
</head><body><a href="https://example.org/">a source</a></body></html>"#;

    #[test]
    fn a_page_that_keeps_its_promises_passes() {
        assert_eq!(findings(GOOD), Vec::<String>::new());
    }

    #[test]
    fn every_broken_promise_is_found() {
        let cases = [
            ("</head>", "<script>start()</script></head>", "inline script"),
            ("</head>", "<style>p {}</style></head>", "inline script or style in <style>"),
            ("<body>", r#"<body onload="start()">"#, "inline script or style in <body"),
            ("<body>", r#"<body style="color: red">"#, "inline script or style in <body"),
            ("./boot-54082320356a2bd4.js", "./boot.js", "no hash"),
            ("./base-", "/base-", "not relative"),
            ("./later-0123456789abcdef.wasm", "./later.wasm", "no hash"),
            ("./later-", "/later-", "not relative"),
            (r#"src="./boot-54082320356a2bd4.js""#, "src=./boot.js", "no hash"),
            ("'wasm-unsafe-eval'", "'unsafe-inline'", "admits 'unsafe-inline'"),
            ("; require-trusted-types-for 'script'", "", "no Trusted Types"),
            ("Content-Security-Policy", "description", "no content security policy"),
        ];
        for (sound, broken, expected) in cases {
            let found = findings(&GOOD.replace(sound, broken));
            assert!(found.iter().any(|finding| finding.contains(expected)), "{broken}: {found:?}");
        }
    }
}
