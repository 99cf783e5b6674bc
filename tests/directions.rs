//! Who may import whom: the directions of ARCHITECTURE.md, read from the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder, and the words that its sources must not hold.
const FORBIDDEN: [(&str, &[&str]); 11] = [
    (
        "engine/src",
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gyakusan::", "std::time", "std::env", "getrandom"],
    ),
    (
        "src/text",
        &["crate::session", "crate::chart", "crate::app", "leptos", "web_sys", "js_sys", "wasm_bindgen"],
    ),
    (
        "src/chart",
        &["crate::session", "crate::text", "crate::app", "leptos", "web_sys", "js_sys", "wasm_bindgen"],
    ),
    (
        "src/markup",
        &[
            "crate::session",
            "crate::text",
            "crate::app",
            "crate::view",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
        ],
    ),
    (
        "src/document",
        &[
            "crate::session",
            "crate::share",
            "crate::view",
            "crate::app",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
        ],
    ),
    (
        "src/share",
        &["crate::session", "crate::view", "crate::app", "leptos", "web_sys", "js_sys", "wasm_bindgen"],
    ),
    (
        "src/import",
        &["crate::session", "crate::view", "crate::app", "leptos", "web_sys", "js_sys", "wasm_bindgen"],
    ),
    (
        "src/shelf",
        &["crate::session", "crate::view", "crate::app", "leptos", "web_sys", "js_sys", "wasm_bindgen"],
    ),
    ("src/session", &["crate::view", "crate::app", "leptos", "web_sys", "js_sys", "wasm_bindgen"]),
    (
        "src/view",
        &[
            "crate::app",
            "gyakusan_engine::tree",
            "gyakusan_engine::sim",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
        ],
    ),
    ("src/app", &["gyakusan_engine::tree::Tree", "gyakusan_engine::flow", "gyakusan_engine::math"]),
];

#[test]
fn imports_point_downwards() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut findings = Vec::new();
    for (folder, words) in FORBIDDEN {
        let sources = sources(&root.join(folder));
        assert!(!sources.is_empty(), "{folder} holds no source");
        for source in sources {
            findings.extend(lines_with(&source, words));
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Rules are worth something only while they can be broken.
#[test]
fn a_broken_rule_is_found() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let app = root.join("src/app/mod.rs");
    assert!(!lines_with(&app, &["leptos"]).is_empty());
}

fn lines_with(source: &Path, words: &[&str]) -> Vec<String> {
    let text = fs::read_to_string(source).unwrap_or_else(|error| panic!("{}: {error}", source.display()));
    let code = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let broken = code.filter(|(_, line)| words.iter().any(|word| line.contains(word)));
    broken.map(|(index, line)| format!("{}:{}: {}", source.display(), index + 1, line.trim())).collect()
}

/// Every Rust source below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let own = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    folders.iter().flat_map(|folder| sources(folder)).chain(own).collect()
}
