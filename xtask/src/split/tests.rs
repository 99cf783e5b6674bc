use super::*;
use wasmi::{Engine, Instance, Linker, Module, Store, TypedFunc};
use wasmparser::{Parser, Payload};

/// What the names of the ways into the later part begin with.
const LATER: &str = "later_";

/// Two parts as files.
struct Two {
    opening: Vec<u8>,
    later: Vec<u8>,
}

/// A program like a compiler's: a stack pointer, a memory with data, a table, an imported function.
///
/// `later_answer` reaches `$own`, `$both`, `$note`; `open` reaches `$both`; the table holds `$by_table`, which reaches
/// `$behind_table`.
const PROGRAM: &str = r#"(module
    (type $unary (func (param i32) (result i32)))
    (import "page" "note" (func $note (param i32)))
    (func $open (export "open") (param i32) (result i32)
        (call $both (local.get 0)))
    (func $later (export "later_answer") (result i32)
        (local $frame i32)
        (global.set $stack (i32.sub (global.get $stack) (i32.const 16)))
        (local.set $frame (global.get $stack))
        (i32.store (local.get $frame) (call $own (i32.load (i32.const 8))))
        (call $note (i32.load (local.get $frame)))
        (call_indirect (type $unary) (call $both (i32.load (local.get $frame))) (i32.const 1))
        (global.set $stack (i32.add (global.get $stack) (i32.const 16))))
    (func $second (export "later_second") (result i32) (call $own (i32.const 1)))
    (func $own (type $unary) (i32.mul (call $deeper (local.get 0)) (i32.const 3)))
    (func $deeper (type $unary) (block (result i32) (i32.add (local.get 0) (i32.const 1))))
    (func $both (type $unary) (i32.add (local.get 0) (i32.const 100)))
    (func $by_table (type $unary) (call $behind_table (local.get 0)))
    (func $behind_table (type $unary) (i32.add (local.get 0) (i32.const 5000)))
    (func $starts (global.set $started (i32.const 1)))
    (func (export "was_started") (result i32) (global.get $started))
    (func (export "stack") (result i32) (global.get $stack))
    (table 2 2 funcref)
    (memory (export "memory") 1)
    (global $started (mut i32) (i32.const 0))
    (global $stack (mut i32) (i32.const 1024))
    (start $starts)
    (elem (i32.const 1) func $by_table)
    (data (i32.const 8) "\07\00\00\00"))"#;

/// Data at 16, 32, 48 and 64, of 16 bytes each. `open` reads the first; `later_a` the second, and calls by the table what
/// reads the third; `part_own_b` the fourth; it takes the address of `$u`, which is called by name too.
const WITH_DATA: &str = r#"(module
    (type $plain (func (result i32)))
    (memory (export "memory") 1)
    (func (export "open") (result i32) (i32.add (call $u) (i32.load (i32.const 16))))
    (func (export "later_a") (result i32)
        (i32.add (i32.load (i32.const 32)) (call_indirect (type $plain) (i32.const 1))))
    (func (export "part_own_b") (result i32)
        (i32.add (call $both) (i32.add (i32.load (i32.const 64)) (call_indirect (type $plain) (i32.const 2)))))
    (func (export "part_other_c") (result i32) (call $both))
    (func $t (type $plain) (i32.load (i32.const 48)))
    (func $u (type $plain) (i32.const 1000))
    (func $both (result i32) (i32.const 70000))
    (table 3 funcref)
    (elem (i32.const 1) func $t $u)
    (data (i32.const 16) "\01\00\00\00............\02\00\00\00............\03\00\00\00............\04\00\00\00............"))"#;

/// What refers to what in it: a function, the kind of reference, a symbol.
const LINKS: [(usize, u8, u32); 8] =
    [(0, 4, 0), (0, 0, 5), (1, 4, 1), (1, 1, 4), (2, 4, 3), (2, 1, 5), (4, 4, 2), (3, 0, 6)];

/// A program as a linker leaves it: pieces of data (offset, size) as symbols, behind them three functions; references.
fn with_links(text: &str, data: &[(u32, u32)], links: &[(usize, u8, u32)]) -> Vec<u8> {
    let mut bytes = program(text);
    let (mut bodies, mut start, mut sections, mut code) = (Vec::new(), 0, 0, 0);
    for payload in Parser::new(0).parse_all(&bytes) {
        let payload = payload.expect("a section");
        match &payload {
            Payload::CodeSectionStart { .. } => {
                (start, code) = (payload.as_section().expect("a section").1.start, sections);
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().start - start),
            _ => {}
        }
        sections += u32::from(payload.as_section().is_some());
    }
    let mut symbols = wasm_encoder::SymbolTable::new();
    for (offset, size) in data {
        let definition = wasm_encoder::DataSymbolDefinition { index: 0, offset: *offset, size: *size };
        symbols.data(0, "data", Some(definition));
    }
    for function in 4..7 {
        symbols.function(0, function, Some("function"));
    }
    let mut linking = wasm_encoder::LinkingSection::new();
    linking.symbol_table(&symbols);
    wasm_encoder::Section::append_to(&linking, &mut bytes);
    let mut relocations = vec![code as u8, links.len() as u8];
    for (function, kind, symbol) in links {
        relocations.extend([*kind, bodies[*function] as u8 + 2, *symbol as u8]);
        relocations.extend((*kind == 4).then_some(0));
    }
    let section = wasm_encoder::CustomSection { name: "reloc.CODE".into(), data: relocations.into() };
    wasm_encoder::Section::append_to(&section, &mut bytes);
    bytes
}

#[test]
fn data_and_places_of_the_table_go_with_those_who_use_them() {
    let linked = with_links(WITH_DATA, &[(0, 16), (16, 16), (32, 16), (48, 16)], &LINKS);
    let parts = written(&program(WITH_DATA), Some(&linked)).expect("a sound program");
    let names: Vec<_> = parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["opening", "later", "other", "own"]);
    let holds = |part: &Written, number: u8| {
        let mark = [number, 0, 0, 0, b'.', b'.'];
        part.bytes.windows(mark.len()).any(|window| window == mark)
    };
    let held: Vec<Vec<u8>> =
        parts.iter().map(|part| (1..5).filter(|number| holds(part, *number)).collect()).collect();
    assert_eq!(held, [vec![1], vec![2, 3], vec![], vec![4]]);
    let counts: Vec<_> = parts.iter().map(|part| content(&part.bytes).0).collect();
    assert_eq!(counts, [2, 3, 1, 1], "open and u; later_a, t and both; part_other_c; part_own_b");
    let mut running = Running::whole(WITH_DATA);
    let mut in_parts = Running::in_order(&parts);
    for (place, way) in ["open", "later_a", "part_other_c", "part_own_b"].into_iter().enumerate() {
        let function: TypedFunc<(), i32> = in_parts.1[place].get_typed_func(&in_parts.0, way).expect("a way");
        let answer = function.call(&mut in_parts.0, ()).expect("an answer");
        assert_eq!(answer, running.ask(way), "{way}");
    }
}

#[test]
fn what_does_not_say_what_it_refers_to_is_not_split() {
    let error = written(&program(WITH_DATA), Some(&program(WITH_DATA))).expect_err("no symbols");
    assert!(error.contains("no symbols"), "{error}");
}

fn program(text: &str) -> Vec<u8> {
    wat::parse_str(text).expect("a program")
}

fn split_in_two(text: &str) -> Two {
    let [opening, later] =
        <[Written; 2]>::try_from(written(&program(text), None).expect("a sound program")).expect("two parts");
    assert_eq!((opening.name.as_str(), later.name.as_str()), ("opening", "later"));
    Two { opening: opening.bytes, later: later.bytes }
}

/// How many functions with code a part has, and the names that it offers.
fn content(bytes: &[u8]) -> (u32, Vec<String>) {
    let (mut count, mut names) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.expect("a section") {
            Payload::CodeSectionStart { count: all, .. } => count = all,
            Payload::ExportSection(section) => {
                names.extend(section.into_iter().map(|export| export.expect("an export").name.to_owned()));
            }
            _ => {}
        }
    }
    (count, names)
}

/// A program that runs: what it noted, its opening instance and the one that has the ways into the later part.
struct Running {
    store: Store<Vec<i32>>,
    opening: Instance,
    later: Instance,
}

impl Running {
    fn whole(text: &str) -> Self {
        Self::start(&program(text), None)
    }

    fn in_parts(parts: &Two) -> Self {
        Self::start(&parts.opening, Some(&parts.later))
    }

    fn start(opening: &[u8], later: Option<&[u8]>) -> Self {
        let engine = Engine::default();
        let mut store = Store::new(&engine, Vec::new());
        let mut linker = Linker::new(&engine);
        let note = |mut caller: wasmi::Caller<'_, Vec<i32>>, value: i32| caller.data_mut().push(value);
        linker.func_wrap("page", "note", note).expect("an import");
        let module = Module::new(&engine, opening).expect("a module");
        let opening = linker.instantiate_and_start(&mut store, &module).expect("an instance");
        let offered: Vec<_> =
            opening.exports(&store).map(|export| (export.name().to_owned(), export.into_extern())).collect();
        for (name, value) in offered {
            linker.define("opening", &name, value).expect("a name of its own");
        }
        let later = later.map_or(opening, |bytes| {
            let module = Module::new(&engine, bytes).expect("a module");
            linker.instantiate_and_start(&mut store, &module).expect("an instance")
        });
        Self { store, opening, later }
    }

    /// Every part, each given what those before it offer.
    fn in_order(parts: &[Written]) -> (Store<Vec<i32>>, Vec<Instance>) {
        let engine = Engine::default();
        let mut store = Store::new(&engine, Vec::new());
        let mut linker = Linker::new(&engine);
        let mut instances = Vec::new();
        for part in parts {
            let module = Module::new(&engine, &part.bytes[..]).expect("a module");
            let instance = linker.instantiate_and_start(&mut store, &module).expect("an instance");
            let offered: Vec<_> = instance
                .exports(&store)
                .map(|export| (export.name().to_owned(), export.into_extern()))
                .collect();
            for (name, value) in offered {
                linker.define(&part.name, &name, value).expect("a name of its own");
            }
            instances.push(instance);
        }
        (store, instances)
    }

    fn ask(&mut self, way: &str) -> i32 {
        let function: TypedFunc<(), i32> = self.later.get_typed_func(&self.store, way).expect("a way");
        function.call(&mut self.store, ()).expect("an answer")
    }

    fn ask_opening(&mut self, name: &str) -> i32 {
        let function: TypedFunc<(), i32> =
            self.opening.get_typed_func(&self.store, name).expect("a function");
        function.call(&mut self.store, ()).expect("an answer")
    }
}

#[test]
fn what_only_later_ways_reach_moves_and_the_rest_stays() {
    let parts = split_in_two(PROGRAM);
    let (stays, opening) = content(&parts.opening);
    assert_eq!(stays, 7, "open, both, by_table, behind_table, starts, was_started, stack");
    assert!(opening.iter().all(|name| !name.starts_with(LATER)), "{opening:?}");
    let (moves, later) = content(&parts.later);
    assert_eq!(moves, 4, "later, second, own, deeper");
    assert_eq!(later, ["later_answer", "later_second"]);
}

#[test]
fn a_program_in_parts_does_what_the_whole_one_does() {
    let mut whole = Running::whole(PROGRAM);
    let mut in_parts = Running::in_parts(&split_in_two(PROGRAM));
    for running in [&mut whole, &mut in_parts] {
        assert_eq!(running.ask("later_answer"), (7 + 1) * 3 + 100 + 5000);
        assert_eq!(running.ask("later_second"), 6);
        assert_eq!(running.store.data(), &[24], "the imported function is called through the opening part");
        assert_eq!(running.ask_opening("was_started"), 1);
        assert_eq!(running.ask_opening("stack"), 1024, "both parts move the same stack pointer, and back");
    }
}

#[test]
fn a_memory_that_grew_is_still_shared() {
    let text = r#"(module
        (memory (export "memory") 1)
        (func (export "grow") (result i32)
            (drop (memory.grow (i32.const 2)))
            (i32.store (i32.const 100000) (i32.const 42))
            (i32.const 0))
        (func (export "later_read") (result i32) (i32.load (i32.const 100000))))"#;
    let mut running = Running::in_parts(&split_in_two(text));
    running.ask_opening("grow");
    assert_eq!(running.ask("later_read"), 42);
}

#[test]
fn what_is_offered_already_keeps_its_one_name() {
    let (_, names) = content(&split_in_two(PROGRAM).opening);
    assert_eq!(names.iter().filter(|name| *name == "memory").count(), 1);
    // The program offers something under the first fresh name.
    let text = r#"(module (global $g (export "0") (mut i32) (i32.const 1))
        (func $f (result i32) (i32.const 2))
        (func (export "open") (result i32) (call $f))
        (func (export "later_f") (result i32) (i32.add (call $f) (global.get $g))))"#;
    let parts = split_in_two(text);
    assert_eq!(content(&parts.opening).1, ["0", "open", "1"]);
    assert_eq!(Running::in_parts(&parts).ask("later_f"), 3);
}

#[test]
fn a_way_that_the_opening_part_uses_stays_and_is_offered_all_the_same() {
    let text = r#"(module
        (func $shared (export "later_shared") (result i32) (i32.const 9))
        (func (export "open") (result i32) (call $shared))
        (func (export "later_own") (result i32) (i32.add (call $shared) (i32.const 1))))"#;
    let parts = split_in_two(text);
    assert_eq!(content(&parts.opening).0, 2);
    let mut running = Running::in_parts(&parts);
    assert_eq!((running.ask("later_shared"), running.ask("later_own")), (9, 10));
}

#[test]
fn what_uses_segments_of_its_module_stays_with_what_it_calls() {
    let text = r#"(module
        (memory 1)
        (data $passive "\05\00\00\00")
        (func $calls (result i32)
            (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 4))
            (i32.add (call $called) (i32.load (i32.const 0))))
        (func $called (result i32) (i32.const 20))
        (func (export "later_a") (result i32) (i32.add (call $calls) (i32.const 300))))"#;
    let parts = split_in_two(text);
    assert_eq!((content(&parts.opening).0, content(&parts.later).0), (2, 1));
    assert_eq!(Running::in_parts(&parts).ask("later_a"), 325);
}

#[test]
fn without_a_later_way_nothing_happens() {
    let text = r#"(module (func (export "open")) (global (export "later_number") i32 (i32.const 1)))"#;
    assert!(written(&program(text), None).expect("a sound program").is_empty());
}

#[test]
fn the_parts_are_the_same_bytes_every_time() {
    let (first, second) = (split_in_two(PROGRAM), split_in_two(PROGRAM));
    assert!(first.opening == second.opening && first.later == second.later);
}

#[test]
fn a_file_that_is_no_program_is_told_in_words() {
    let error = written(b"\0asm\x01\0\0", None).expect_err("cut off");
    assert!(error.starts_with("the program is not valid: "), "{error}");
}

#[test]
fn a_page_names_both_parts_by_their_content() {
    let scratch = crate::scratch::Scratch::new("split");
    let html = r#"<head><link id="wasm" href="./gyakusan-5d0e64ff94454d25_bg.wasm" rel="preload"></head>"#;
    scratch.file("index.html", html);
    fs::write(scratch.path("gyakusan-5d0e64ff94454d25_bg.wasm"), program(PROGRAM)).expect("a file");
    let linked = scratch.path("linked.wasm");
    fs::write(&linked, with_links(PROGRAM, &[], &[])).expect("a file");
    split(scratch.root(), &linked).expect("two parts");
    let html = fs::read_to_string(scratch.path("index.html")).expect("the page");
    let Two { opening, later } = split_in_two(PROGRAM);
    let opening_name = format!("./gyakusan-{:016x}_bg.wasm", fnv_1a(&opening));
    let later_name = format!("./later-{:016x}.wasm", fnv_1a(&later));
    assert_eq!(
        html,
        format!(
            r#"<head><meta id="part-later" name="part" content="{later_name}"><link id="wasm" href="{opening_name}" rel="preload"></head>"#
        )
    );
    assert_eq!(fs::read(scratch.path(&opening_name)).expect("the opening part"), opening);
    assert_eq!(fs::read(scratch.path(&later_name)).expect("the later part"), later);
    assert!(!scratch.path("gyakusan-5d0e64ff94454d25_bg.wasm").exists());
}

#[test]
fn a_page_without_a_later_part_stays_as_it_is() {
    let scratch = crate::scratch::Scratch::new("unsplit");
    let html = "<link id=wasm href=./gyakusan-5d0e64ff94454d25_bg.wasm>";
    scratch.file("index.html", html);
    let whole = program(r#"(module (func (export "open")))"#);
    fs::write(scratch.path("gyakusan-5d0e64ff94454d25_bg.wasm"), &whole).expect("a file");
    let linked = scratch.path("gyakusan-5d0e64ff94454d25_bg.wasm");
    split(scratch.root(), &linked).expect("nothing to do");
    assert_eq!(fs::read_to_string(scratch.path("index.html")).expect("the page"), html);
    assert_eq!(fs::read(scratch.path("gyakusan-5d0e64ff94454d25_bg.wasm")).expect("the program"), whole);
}
