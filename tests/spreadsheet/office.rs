//! `LibreOffice`: workbooks in, tables out.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Names under which it is installed.
const PROGRAMS: [&str; 3] =
    ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/// Every sheet of its own, separated by commas, quoted, UTF-8, numbers in full.
const FILTER: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// The sheets of a workbook, as texts.
pub(crate) struct Sheets(Vec<(String, Vec<Vec<String>>)>);

impl Sheets {
    fn rows(&self, sheet: &str) -> &[Vec<String>] {
        let found = self.0.iter().find(|(name, _)| name == sheet);
        found.map_or(&[], |(_, rows)| rows)
    }

    /// The text of a cell.
    pub(crate) fn text(&self, sheet: &str, row: usize, column: usize) -> Option<&str> {
        self.rows(sheet).get(row)?.get(column).map(String::as_str)
    }

    /// The number in a column of the first row that a label begins.
    pub(crate) fn number(&self, sheet: &str, label: &str, column: usize) -> Option<f64> {
        let row = self.rows(sheet).iter().find(|row| row.first().is_some_and(|first| first == label))?;
        figure(row.get(column)?)
    }

    /// The same in the last such row.
    pub(crate) fn last_number(&self, sheet: &str, label: &str, column: usize) -> Option<f64> {
        let row = self.rows(sheet).iter().rfind(|row| row.first().is_some_and(|first| first == label))?;
        figure(row.get(column)?)
    }

    /// What was solved for.
    pub(crate) fn answer(&self) -> Option<f64> {
        let mut rows = self.rows("Tree").iter();
        figure(rows.find(|row| row[0].starts_with("Answer: "))?.get(1)?)
    }
}

/// The number in a cell; rates keep their sign of percent.
fn figure(cell: &str) -> Option<f64> {
    match cell.strip_suffix('%') {
        Some(percent) => percent.parse().ok().map(|percent: f64| percent / 100.0),
        None => cell.parse().ok(),
    }
}

/// Calculates workbooks and gives their sheets, in the order of the files.
pub(crate) fn convert(folder: &str, files: &[(&str, &[u8])]) -> Vec<Sheets> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spreadsheet").join(folder);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder for workbooks");
    let paths = files.iter().map(|(name, bytes)| {
        let path = folder.join(name).with_extension("xlsx");
        fs::write(&path, bytes).expect("a workbook written");
        path
    });
    let paths: Vec<PathBuf> = paths.collect();
    let output = Command::new(program())
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", FILTER, "--outdir"])
        .arg(&folder)
        .args(&paths)
        .output()
        .expect("LibreOffice starts");
    assert!(output.status.success(), "LibreOffice: {}", String::from_utf8_lossy(&output.stderr));
    files.iter().map(|(name, _)| sheets(&folder, name)).collect()
}

fn program() -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let named = env::var_os("SOFFICE").map(PathBuf::from);
    let mut on_path = env::split_paths(&path).flat_map(|folder| PROGRAMS.map(|program| folder.join(program)));
    named.or_else(|| on_path.find(|program| program.is_file())).unwrap_or_else(|| {
        panic!(
            "LibreOffice is not on PATH, and this test calculates workbooks in it: \
             run `sudo apt-get install libreoffice-calc-nogui`, or set SOFFICE to the path of soffice"
        )
    })
}

fn sheets(folder: &Path, name: &str) -> Sheets {
    let entries = fs::read_dir(folder).expect("the tables");
    let mut sheets = Vec::new();
    for path in entries.map(|entry| entry.expect("a readable entry").path()) {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let sheet = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('-')?.strip_suffix(".csv"));
        if let Some(sheet) = sheet {
            let text = fs::read_to_string(&path).expect("a table in UTF-8");
            sheets.push((sheet.to_owned(), rows(&text)));
        }
    }
    assert!(!sheets.is_empty(), "LibreOffice made no table of {name}");
    Sheets(sheets)
}

/// The cells of a table in CSV.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}
