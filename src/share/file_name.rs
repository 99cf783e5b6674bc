//! Names of files that every system takes.

/// The largest number of bytes of a plan's name in a file name; systems take 255 in all.
const MAX_BYTES: usize = 120;

/// What no file name may hold on some system.
const FORBIDDEN: [char; 10] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|', '%'];

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// `plan-kind.ending`: the plan's name without what some system refuses, the kind alone where nothing of it is left.
///
/// ```
/// use gyakusan::share::file_name::file_name;
/// assert_eq!(file_name("2026年度 売上", "months", "csv"), "2026年度 売上-months.csv");
/// assert_eq!(file_name("../a:b?", "tree", "csv"), "a_b_-tree.csv");
/// assert_eq!(file_name("", "tree", "csv"), "gyakusan-tree.csv");
/// ```
pub fn file_name(plan: &str, kind: &str, ending: &str) -> String {
    let mut safe = String::new();
    for character in plan.chars() {
        let next = if is_refused(character) { '_' } else { character };
        // Refused characters in a row count once.
        if next == '_' && safe.ends_with('_') {
            continue;
        }
        if safe.len() + next.len_utf8() > MAX_BYTES {
            break;
        }
        safe.push(next);
    }
    // A dot in front hides a file, one at the end is dropped by Windows; a dash in front is an option.
    let safe = safe.trim_start_matches(['.', '_', '-', ' ', '~']).trim_end_matches(['.', ' ']);
    let safe = if safe.is_empty() { "gyakusan" } else { safe };
    let first = safe.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_device = DEVICES.iter().any(|device| {
        first.strip_prefix(device).is_some_and(|rest| rest.chars().all(|digit| digit.is_ascii_digit()))
    });
    let before = if is_device { "_" } else { "" };
    [before, safe, "-", kind, ".", ending].concat()
}

/// Control characters, those that turn the direction of what follows, and whatever some system refuses.
fn is_refused(character: char) -> bool {
    let turns = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    character.is_control() || turns || FORBIDDEN.contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_are_safe_everywhere() {
        let names = [
            "../../etc/passwd",
            "C:\\Windows\\system32",
            "a\0b\r\nc\t",
            "NUL",
            "con.txt",
            "COM1",
            " . ",
            ".htaccess",
            "-rf",
            "～",
            "\u{202e}fdp.exe",
            "<script>|%2e%2e*?\"",
            "...",
        ];
        for name in names.into_iter().map(str::to_owned).chain(["🦀".repeat(120), "逆".repeat(120)]) {
            let file = file_name(&name, "tree", "csv");
            assert!(file.len() < 200 && file.ends_with("-tree.csv"), "{file}");
            assert!(!file.starts_with(['.', '-', ' ']) && !file.contains(is_refused), "{file}");
            let stem = file.split('.').next().unwrap_or_default().to_ascii_lowercase();
            assert!(!DEVICES.contains(&stem.as_str()), "{file}");
        }
        assert_eq!(file_name("NUL", "tree", "csv"), "_NUL-tree.csv");
        assert_eq!(file_name("concert", "tree", "csv"), "concert-tree.csv");
    }
}
