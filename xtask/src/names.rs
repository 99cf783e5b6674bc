//! Short names for what the program and its JavaScript side know each other by.
//!
//! wasm-bindgen gives each a hash of sixteen letters, which no compression shortens, once in the program and once or twice
//! in the script: five kilobytes of what opening the page transfers. The script's own name stands before each again.

use crate::{
    error::Error,
    pack::fnv_1a,
    page,
    split::{address_of, with_hash},
};
use std::{collections::BTreeMap, fs, path::Path};
use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error as WriteError, Reencode, utils},
};
use wasmparser::{Export, Import, Parser, Payload};

/// New names by the old ones.
type Names = BTreeMap<String, String>;

/// Gives the built page's program and script short names for each other's parts; both get another hash in their own names.
pub(crate) fn shorten(dist: &Path) -> Result<(), Error> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(Error::io("reading", &page))?;
    let missing = || Error::Program { finding: "index.html links to no program or no script".to_owned() };
    let [glue, wasm] = ["glue", "wasm"].map(|id| address_of(&html, id).map(str::to_owned));
    let (glue, wasm) = (glue.ok_or_else(missing)?, wasm.ok_or_else(missing)?);
    let script = fs::read_to_string(dist.join(&glue)).map_err(Error::io("reading", dist.join(&glue)))?;
    let program = fs::read(dist.join(&wasm)).map_err(Error::io("reading", dist.join(&wasm)))?;
    let mut names = names(&program).map_err(|finding| Error::Program { finding })?;
    let program = renamed_program(&program, &names).map_err(|finding| Error::Program { finding })?;
    names.extend(own_names(&script));
    let script = renamed_script(&script, &names);
    for (old, content) in [(glue, script.as_bytes()), (wasm, &program[..])] {
        let new = with_hash(&old, fnv_1a(content));
        fs::remove_file(dist.join(&old)).map_err(Error::io("removing", dist.join(&old)))?;
        fs::write(dist.join(&new), content).map_err(Error::io("writing", dist.join(&new)))?;
        html = html.replace(&old, &new);
    }
    fs::write(&page, html).map_err(Error::io("writing", &page))
}

/// Short names for everything in a program whose name ends in a hash, and for the script it takes them from, in the order of the
/// old names, so that the same names always get the same new ones.
fn names(program: &[u8]) -> Result<Names, String> {
    let mut names = Names::new();
    let mut take = |name: &str| {
        if ends_in_hash(name) || is_script(name) {
            names.insert(name.to_owned(), String::new());
        }
    };
    for payload in Parser::new(0).parse_all(program) {
        match payload.map_err(|error| error.to_string())? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(|error| error.to_string())?;
                    take(import.module);
                    take(import.name);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    take(export.map_err(|error| error.to_string())?.name);
                }
            }
            _ => {}
        }
    }
    for (place, short) in names.values_mut().enumerate() {
        *short = format!("${place}");
    }
    Ok(names)
}

/// Whether a name ends in sixteen digits of a hash.
fn ends_in_hash(name: &str) -> bool {
    let hash = name.len().checked_sub(16).and_then(|start| name.get(start..));
    hash.is_some_and(page::is_hash)
}

/// Short names for what the script alone knows: its functions, and what they are called with.
fn own_names(script: &str) -> Names {
    let exported: Vec<_> = script.lines().filter(|line| line.starts_with("export {")).collect();
    let is_own = |name: &&str| {
        !script.contains(&format!(".{name}")) && exported.iter().all(|line| !line.contains(name))
    };
    let functions = script.lines().filter_map(|line| line.strip_prefix("function ")?.split('(').next());
    let mut names: Names = functions.filter(is_own).map(|name| (name.to_owned(), String::new())).collect();
    for (place, short) in names.values_mut().enumerate() {
        *short = format!("_{place}");
    }
    names.extend(('A'..='J').enumerate().map(|(place, short)| (format!("arg{place}"), short.to_string())));
    names
}

fn is_script(name: &str) -> bool {
    name.starts_with("./")
}

/// A program under other names.
fn renamed_program(program: &[u8], names: &Names) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    Renaming(names)
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// A script in which each word that is an old name is the new one; its own name stands there as a text.
fn renamed_script(script: &str, names: &Names) -> String {
    let own = names.iter().filter(|(name, _)| is_script(name));
    let script = own.fold(script.to_owned(), |script, (name, short)| {
        script.replace(&format!("\"{name}\""), &format!("\"{short}\""))
    });
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut renamed = String::new();
    let mut rest = &script[..];
    while let Some(start) = rest.find(is_of_word) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|letter| !is_of_word(letter)).unwrap_or(word.len());
        renamed.push_str(before);
        renamed.push_str(names.get(&word[..end]).map_or(&word[..end], String::as_str));
        rest = &word[end..];
    }
    renamed.push_str(rest);
    renamed
}

struct Renaming<'n>(&'n Names);

impl Renaming<'_> {
    fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

type Written = Result<(), WriteError<std::convert::Infallible>>;

impl Reencode for Renaming<'_> {
    type Error = std::convert::Infallible;

    fn parse_import(&mut self, imports: &mut ImportSection, import: Import<'_>) -> Written {
        let kind = self.entity_type(import.ty)?;
        imports.import(self.name(import.module), self.name(import.name), kind);
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Written {
        for import in section.into_imports() {
            self.parse_import(imports, import?)?;
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Written {
        let name = self.name(export.name).to_owned();
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    const PROGRAM: &str = r#"(module
        (import "./page.js" "__wbg_then_656f253a5dd7d8ea" (func $then (param i32)))
        (import "./page.js" "plain" (func))
        (func (export "main") (call $then (i32.const 1)))
        (func (export "convert_invoke_h0123456789abcdef")))"#;

    #[test]
    fn program_and_script_know_each_other_by_short_names() {
        let scratch = Scratch::new("names");
        let html = r#"<link id="glue" href="./gyakusan-9a08917bb63cbd66.js"><link id="wasm" href="./gyakusan-5d0e64ff94454d25_bg.wasm">"#;
        scratch.file("index.html", html);
        let script = "const imports = { __wbg_then_656f253a5dd7d8ea: f, plain };\nreturn { \"./page.js\": imports };\nwasm.convert_invoke_h0123456789abcdef();";
        scratch.file("gyakusan-9a08917bb63cbd66.js", script);
        let program = wat::parse_str(PROGRAM).expect("a program");
        fs::write(scratch.path("gyakusan-5d0e64ff94454d25_bg.wasm"), &program).expect("a file");
        shorten(scratch.root()).expect("a page");
        let html = fs::read_to_string(scratch.path("index.html")).expect("the page");
        let [glue, wasm] = ["glue", "wasm"].map(|id| address_of(&html, id).expect("an address").to_owned());
        assert!(!glue.contains("9a08917bb63cbd66") && !wasm.contains("5d0e64ff94454d25"), "{html}");
        let script = fs::read_to_string(scratch.path(&glue)).expect("the script");
        assert_eq!(script, "const imports = { $1: f, plain };\nreturn { \"$0\": imports };\nwasm.$2();");
        let short = fs::read(scratch.path(&wasm)).expect("the program");
        wasmparser::validate(&short).expect("a sound program");
        let names = names(&short).expect("names");
        assert!(names.is_empty() && short.len() < program.len(), "{names:?}");
        for name in ["$0", "$1", "$2", "plain", "main"] {
            assert!(short.windows(name.len()).any(|window| window == name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn what_the_script_alone_knows_gets_short_names() {
        let script = "function take(arg0) {\nreturn arg0.data;\n}\nfunction data(arg1) {\ntake(arg1);\n}\nfunction init() {\n}\n\
            export { init as default };\n";
        assert_eq!(
            renamed_script(script, &own_names(script)),
            "function _0(A) {\nreturn A.data;\n}\nfunction data(B) {\n_0(B);\n}\nfunction init() {\n}\n\
            export { init as default };\n"
        );
    }

    #[test]
    fn a_page_without_a_program_is_told() {
        let scratch = Scratch::new("no-names");
        scratch.file("index.html", "<p>");
        assert!(shorten(scratch.root()).is_err());
    }
}
