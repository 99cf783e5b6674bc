//! What trunk leaves as it is in a built page: one style sheet instead of many, and scripts without their comments.

use crate::{error::Error, page, process};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

/// Makes the built page smaller without changing what it does.
pub(crate) fn pack(dist: &Path) -> Result<(), Error> {
    join_styles(dist)?;
    for script in files_ending(dist, "js")? {
        let text = fs::read_to_string(&script).map_err(Error::io("reading", &script))?;
        fs::write(&script, without_detours(&without_comments(&without_unused(&text))))
            .map_err(Error::io("writing", &script))?;
    }
    Ok(())
}

/// Joins the style sheets that index.html names, in its order, since files compress better together than apart: those of
/// the page into one, those in the folder of a part into another, which the page only names.
fn join_styles(dist: &Path) -> Result<(), Error> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("reading", &page))?;
    let source = process::root().join("style");
    let is_in = |folder: &Path, address: &str| {
        // What trunk puts between the name and the ending begins with the last hyphen.
        let stem = address.trim_start_matches("./").rsplit_once('-').map_or(address, |(stem, _)| stem);
        folder.join([stem, ".css"].concat()).is_file()
    };
    let mut html_now = html.clone();
    for entry in fs::read_dir(&source).map_err(Error::io("reading", &source))? {
        let folder = entry.map_err(Error::io("reading", &source))?.path();
        let of_part: Vec<_> = style_links(&html).filter(|(_, address)| is_in(&folder, address)).collect();
        if of_part.is_empty() {
            continue;
        }
        let part = folder.file_name().unwrap_or_default().to_string_lossy();
        let sheet = joined(dist, &part, &of_part)?;
        let name = format!(r#"<meta id="part-{part}-style" name="part" content="{sheet}">"#);
        html_now = with_one_tag(&html_now, &of_part, &name);
    }
    let opening: Vec<_> = style_links(&html_now).collect();
    let sheet = joined(dist, "style", &opening)?;
    let tag = format!(r#"<link rel="stylesheet" href="{sheet}">"#);
    fs::write(&page, with_one_tag(&html_now, &opening, &tag)).map_err(Error::io("writing", &page))
}

/// Writes the content of linked style sheets as one, whose address it gives, and removes them.
fn joined(dist: &Path, name: &str, links: &[(&str, &str)]) -> Result<String, Error> {
    let mut joined = String::new();
    for (_, address) in links {
        let sheet = dist.join(address);
        joined += &fs::read_to_string(&sheet).map_err(Error::io("reading", &sheet))?;
        fs::remove_file(&sheet).map_err(Error::io("removing", &sheet))?;
    }
    let address = format!("./{name}-{:016x}.css", fnv_1a(joined.as_bytes()));
    let sheet = dist.join(&address);
    fs::write(&sheet, joined).map_err(Error::io("writing", &sheet))?;
    Ok(address)
}

/// Each link to a style sheet: the text of the tag and the address in it.
fn style_links(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let sheets = page::tags(html).filter(|tag| page::attribute(tag, "rel") == Some("stylesheet"));
    sheets.filter_map(|tag| Some((tag, page::attribute(tag, "href")?)))
}

/// The document with `tag` in the place of the first link, and without the others.
fn with_one_tag(html: &str, links: &[(&str, &str)], tag: &str) -> String {
    let mut html = html.to_owned();
    for (place, (link, _)) in links.iter().enumerate() {
        html = html.replacen(&format!("<{link}>"), if place == 0 { tag } else { "" }, 1);
    }
    html
}

/// What the JavaScript side of the program has and nobody uses: streams between servers and pages, whose code wasm-opt has
/// taken out of the program, and calls of the ways into parts, which boot.js makes in the program itself.
const UNUSED: [&str; 7] = [
    "export class IntoUnderlying",
    "if (Symbol.dispose) IntoUnderlying",
    "const IntoUnderlying",
    "export function later_",
    "export function light_",
    "export function page_",
    "export function part_",
];

/// A script without what nobody uses of it. It has to be indented.
fn without_unused(script: &str) -> String {
    let mut used = String::new();
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if !UNUSED.iter().any(|start| line.starts_with(start)) {
            used = used + line + "\n";
            continue;
        }
        let is_end = |line: &str| {
            !line.starts_with(' ') && line.ends_with('}') || line.ends_with(';') && line.starts_with("    :")
        };
        if !(line.ends_with(';') || is_end(line)) {
            // Its last line goes too.
            let _ = lines.find(|line| is_end(line));
        }
    }
    used
}

/// A script without comment lines and indentation. The scripts have no text of several lines.
pub(crate) fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let is_code =
        |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|start| line.starts_with(start));
    lines.filter(is_code).fold(String::new(), |text, line| text + line + "\n")
}

/// A script that gives back what it has just named. It has no indentation.
fn without_detours(script: &str) -> String {
    let mut direct = String::new();
    let mut rest = script;
    while let Some((before, named)) = rest.split_once("\nconst ret = ") {
        direct = direct + before + "\n";
        rest = match named.split_once(";\n") {
            Some((value, after)) if after.starts_with("return ret;\n") => {
                direct = direct + "return " + value + ";\n";
                &after["return ret;\n".len()..]
            }
            _ => {
                direct += "const ret = ";
                named
            }
        };
    }
    direct + rest
}

fn files_ending(directory: &Path, ending: &str) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).map_err(Error::io("reading", directory))? {
        let path = entry.map_err(Error::io("reading", directory))?.path();
        if path.extension() == Some(OsStr::new(ending)) {
            found.push(path);
        }
    }
    Ok(found)
}

/// A hash for a name: it changes with the content, and nobody gains by finding another content for it.
pub(crate) fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_links_become_one_in_the_first_ones_place() {
        let html = r#"<head><link rel="icon" href="./i.svg"><link rel="stylesheet" href="./a-1.css"><link href=./b-2.css rel=stylesheet><p>"#;
        let links: Vec<_> = style_links(html).collect();
        assert_eq!(links.iter().map(|(_, address)| *address).collect::<Vec<_>>(), ["./a-1.css", "./b-2.css"]);
        let joined =
            r#"<head><link rel="icon" href="./i.svg"><link rel="stylesheet" href="./style-3.css"><p>"#;
        let tag = r#"<link rel="stylesheet" href="./style-3.css">"#;
        assert_eq!(with_one_tag(html, &links, tag), joined);
    }

    #[test]
    fn what_nobody_uses_is_left_out() {
        let script = "const a = 1;\nexport class IntoUnderlyingSink {\n    free() {\n        a;\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.b = 2;\n\
                      export function part_a_b() {\n    wasm.part_a_b();\n}\nexport function work() {\n    c;\n}\n\
                      const IntoUnderlyingSinkFinalization = (d)\n    ? { e }\n    : new F(() => g);\nh;\n";
        assert_eq!(without_unused(script), "const a = 1;\nexport function work() {\n    c;\n}\nh;\n");
    }

    #[test]
    fn what_is_given_back_at_once_needs_no_name() {
        let script = "{\nconst ret = f(1);\nreturn ret;\n}\n{\nconst ret = g;\nreturn h(ret);\n}\n";
        assert_eq!(without_detours(script), "{\nreturn f(1);\n}\n{\nconst ret = g;\nreturn h(ret);\n}\n");
    }

    #[test]
    fn scripts_keep_their_code() {
        let script =
            "/**\n * What it is.\n */\nfunction f() {\n    // Why.\n    return `a // b`;\n}\n\nf();\n";
        assert_eq!(without_comments(script), "function f() {\nreturn `a // b`;\n}\nf();\n");
    }
}
