//! The command line: what can be asked, and how it is said.

use crate::{
    bench,
    error::Error,
    fuzz,
    test::{Step, Steps},
    toolbox::Profile,
};

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask <command>

To try it
  serve [--port N] [--release]   build the page, serve it on this machine, rebuild on change; without --port the
                                 first free one from 8080; --release builds what visitors get

To check it
  test                           every check but the long ones; stops at the first that fails, --full goes on
  test --full                    the long ones too (more trials, planted faults, all stories in three browsers);
                                 where all is green it writes the figures of the promises into promises.json and README.md
  test --only STEP               one step, in the order of the test:
                                   fmt          the code is formatted
                                   clippy       no lint has anything to say, natively and for the browser
                                   docs         the documentation builds without a warning
                                   native       native tests and the documentation's examples
                                   wasm         what must hold in the browser's Wasm too
                                   build        the deployable page builds
                                   sizes        it weighs no more than it may (needs build)
                                   stories      browsers walk through the page (needs build); with --full all
                                                stories are told in all three
                                   spreadsheet  LibreOffice calculates exported workbooks
                                   supply       cargo-deny admits every library (only in --full)
                                   lighthouse   what Lighthouse says of the page (only in --full)
                                   speed        trials are as fast as in bench/baseline.tsv (only in --full)
                                   faults       the engine's tests notice planted faults (only in --full)
  fuzz [--runs N]                damaged links, files and tables for their readers, by cargo-fuzz, which takes a nightly
                                 compiler; ten million each without --runs (a hundredth for import)
  promises                       write what steps have measured since the last time into promises.json and README.md,
                                 each with its day and commit; promises that were not checked keep their line
  shots                          pictures of what is in dist/, every view, theme and width, to target/shots

To publish it
  build                          write the deployable page to dist/
  sizes                          weigh what is in dist/ and hold it against the gates

To make it faster
  bench [--quick | --full] [--write] [--peer PATH]
                                 how fast the engine is, natively and as Wasm, beside what is promised; --quick
                                 measures single trials alone, --full ten million too, --write puts the tables
                                 into ARCHITECTURE.md and notes the promises, PATH is the same plan in NumPy

  help                           print this

What is missing is installed on the way, once for all clones, into the user's cache directory; what only the system's own
managers can install is named. It ends with 0, with 1 where a check fails, with 2 where the command is not understood.";

/// A command with what it needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Request {
    /// Print the commands.
    Help,
    /// Serve the page.
    Serve {
        /// The port asked for.
        port: Option<u16>,
        /// How the page is compiled.
        profile: Profile,
    },
    /// Run the test.
    Test {
        /// The steps asked for.
        steps: Steps,
    },
    /// Build the deployable page.
    Build,
    /// Weigh the built page.
    Sizes,
    /// Measure how fast the engine is.
    Bench {
        /// What is measured.
        options: bench::Options,
    },
    /// Take pictures of the built page.
    Shots,
    /// Give readers damaged input.
    Fuzz {
        /// How much each of them.
        runs: u64,
    },
    /// Write what was measured of the promises.
    Promises,
}

impl Request {
    /// Reads the words after `cargo xtask`; none at all ask for help.
    pub(crate) fn parse(words: &[String]) -> Result<Self, Error> {
        let Some((command, options)) = words.split_first() else { return Ok(Self::Help) };
        match command.as_str() {
            "help" | "--help" | "-h" => Ok(Self::Help),
            "serve" => serve(options),
            "test" => test(options),
            "build" => without_options(command, options, Self::Build),
            "sizes" => without_options(command, options, Self::Sizes),
            "bench" => bench(options),
            "shots" => without_options(command, options, Self::Shots),
            "fuzz" => fuzz(options),
            "promises" => without_options(command, options, Self::Promises),
            _ => Err(usage(format!("there is no command \"{command}\""))),
        }
    }
}

fn serve(options: &[String]) -> Result<Request, Error> {
    let mut port = None;
    let mut profile = Profile::Development;
    let mut words = options.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word.split_once('=').unwrap_or((word, "")) {
            ("--port", "") => port = Some(port_number(words.next())?),
            ("--port", value) => port = Some(port_number(Some(value))?),
            ("--release", "") => profile = Profile::Release,
            _ => return Err(usage(format!("serve knows --port N and --release, not \"{word}\""))),
        }
    }
    Ok(Request::Serve { port, profile })
}

fn port_number(word: Option<&str>) -> Result<u16, Error> {
    let word = word.unwrap_or("nothing");
    let number = word.parse().ok().filter(|&port| port > 0);
    number.ok_or_else(|| usage(format!("--port takes a number from 1 to 65535, not {word}")))
}

fn test(options: &[String]) -> Result<Request, Error> {
    let words: Vec<&str> = options.iter().flat_map(|word| word.split('=')).collect();
    match words[..] {
        [] => Ok(Request::Test { steps: Steps::Usual }),
        ["--full"] => Ok(Request::Test { steps: Steps::Full }),
        ["--only", name] => Ok(Request::Test { steps: Steps::Only(step(name)?) }),
        ["--full", "--only", name] | ["--only", name, "--full"] => {
            Ok(Request::Test { steps: Steps::OnlyFull(step(name)?) })
        }
        _ => Err(usage(format!(
            "test knows --full and --only STEP, not \"{}\"; {}",
            options.join(" "),
            known_steps()
        ))),
    }
}

fn step(name: &str) -> Result<Step, Error> {
    let step = Step::ALL.into_iter().find(|step| step.name() == name);
    step.ok_or_else(|| usage(format!("\"{name}\" is no step; {}", known_steps())))
}

fn bench(options: &[String]) -> Result<Request, Error> {
    let mut asked = bench::Options::default();
    let mut words = options.iter().flat_map(|word| word.splitn(2, '='));
    while let Some(word) = words.next() {
        match word {
            "--quick" => asked.quick = true,
            "--full" => asked.full = true,
            "--write" => asked.write = true,
            "--peer" => asked.peer = Some(words.next().ok_or_else(|| bench_usage("--peer alone"))?.into()),
            other => return Err(bench_usage(other)),
        }
    }
    if asked.quick && (asked.full || asked.write || asked.peer.is_some()) {
        return Err(bench_usage("--quick with others"));
    }
    Ok(Request::Bench { options: asked })
}

fn fuzz(options: &[String]) -> Result<Request, Error> {
    let words: Vec<&str> = options.iter().flat_map(|word| word.split('=')).collect();
    let refused = || usage(format!("fuzz knows --runs N with a number from 1, not \"{}\"", words.join(" ")));
    match words[..] {
        [] => Ok(Request::Fuzz { runs: fuzz::PROMISED }),
        ["--runs", number] => {
            let runs = number.parse().ok().filter(|&runs| runs > 0).ok_or_else(refused)?;
            Ok(Request::Fuzz { runs })
        }
        _ => Err(refused()),
    }
}

fn bench_usage(said: &str) -> Error {
    usage(format!("bench knows --quick, or --full, --write and --peer PATH, not \"{said}\""))
}

fn known_steps() -> String {
    format!("the steps are {}", Step::ALL.map(Step::name).join(", "))
}

fn without_options(command: &str, options: &[String], request: Request) -> Result<Request, Error> {
    match options.first() {
        None => Ok(request),
        Some(option) => Err(usage(format!("{command} takes no options, and \"{option}\" is one"))),
    }
}

fn usage(sentence: String) -> Error {
    Error::Usage { sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Request, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Request::parse(&words).map_err(|error| error.to_string())
    }

    #[test]
    fn what_can_be_asked_is_understood() {
        let serve = |port, profile| Ok(Request::Serve { port, profile });
        let bench = |options| Ok(Request::Bench { options });
        let cases = [
            ("", Ok(Request::Help)),
            ("help", Ok(Request::Help)),
            ("build", Ok(Request::Build)),
            ("sizes", Ok(Request::Sizes)),
            ("shots", Ok(Request::Shots)),
            ("promises", Ok(Request::Promises)),
            ("fuzz", Ok(Request::Fuzz { runs: 10_000_000 })),
            ("fuzz --runs 1000", Ok(Request::Fuzz { runs: 1000 })),
            ("serve", serve(None, Profile::Development)),
            ("serve --port 9000", serve(Some(9000), Profile::Development)),
            ("serve --release --port=9000", serve(Some(9000), Profile::Release)),
            ("test", Ok(Request::Test { steps: Steps::Usual })),
            ("test --full", Ok(Request::Test { steps: Steps::Full })),
            ("test --only wasm", Ok(Request::Test { steps: Steps::Only(Step::Wasm) })),
            ("bench", bench(bench::Options::default())),
            ("bench --quick", bench(bench::Options { quick: true, ..bench::Options::default() })),
            (
                "bench --write --peer peer.py",
                bench(bench::Options {
                    write: true,
                    peer: Some("peer.py".into()),
                    ..bench::Options::default()
                }),
            ),
            ("test --only=stories", Ok(Request::Test { steps: Steps::Only(Step::Stories) })),
            ("test --full --only stories", Ok(Request::Test { steps: Steps::OnlyFull(Step::Stories) })),
        ];
        for (line, request) in cases {
            assert_eq!(parse(line), request, "{line}");
        }
    }

    #[test]
    fn help_names_every_command_and_every_step() {
        let commands = ["serve", "test", "build", "sizes", "bench", "shots", "fuzz", "promises", "help"];
        for name in commands.into_iter().chain(Step::ALL.map(Step::name)) {
            let is_told = HELP.lines().any(|line| line.trim_start().split(' ').next() == Some(name));
            assert!(is_told, "{name}");
        }
    }

    #[test]
    fn what_cannot_be_asked_is_refused_with_what_can() {
        let cases = [
            ("srve", "no command \"srve\""),
            ("serve --open", "--port N"),
            ("serve --port", "1 to 65535"),
            ("serve --port 0", "not 0"),
            ("serve --port 65536", "not 65536"),
            ("serve --port 80a", "not 80a"),
            (
                "test --only unknown",
                "fmt, clippy, docs, native, wasm, build, sizes, stories, spreadsheet, supply, lighthouse, speed, faults",
            ),
            ("test --only", "--only STEP"),
            ("test engine", "--only STEP"),
            ("build --release", "no options"),
            ("fuzz --runs 0", "a number from 1"),
            ("bench --peer", "--peer PATH"),
            ("bench --quick --write", "--quick with others"),
        ];
        for (line, hint) in cases {
            let refusal = parse(line).expect_err(line);
            assert!(refusal.contains(hint) && refusal.contains("cargo xtask help"), "{line}: {refusal}");
        }
    }
}
