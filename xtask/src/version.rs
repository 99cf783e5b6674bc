//! Versions: which one Cargo.lock pins, which one a program says it has.

/// The version that the text of a Cargo.lock pins for `package`.
pub(crate) fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(package))?;
    quoted(lines.next()?, "version")
}

/// The first word of a program's `--version` output that starts with a digit: "trunk 0.21.14" says "0.21.14".
pub(crate) fn stated_version(output: &str) -> Option<&str> {
    output.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The number before the first dot.
pub(crate) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The value of a line like `key = "value"`.
fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn the_lock_file_is_read_by_whole_names() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-futures"), Some("0.4.80"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }

    #[test]
    fn programs_state_their_version_each_in_their_own_way() {
        let cases = [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("Chromium 150.0.7000.10 built on Debian GNU/Linux 12", "150.0.7000.10"),
            ("ChromeDriver 150.0.7000.10 (a21ce95c)", "150.0.7000.10"),
        ];
        for (output, version) in cases {
            assert_eq!(stated_version(output), Some(version));
        }
        assert_eq!(stated_version("requires the chromium snap to be installed"), None);
    }

    #[test]
    fn the_major_is_a_number_or_nothing() {
        assert_eq!(major("150.0.7000.10"), Some(150));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major("v1"), None);
    }
}
