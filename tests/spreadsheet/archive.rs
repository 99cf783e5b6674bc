//! Workbooks taken apart and put together again, changed.

use gyakusan::share::zip::archive;

/// The files of an archive that stores them as they are.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut rest = bytes;
    while rest.starts_with(b"PK\x03\x04") {
        let short = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
        let size = u32::from_le_bytes([rest[18], rest[19], rest[20], rest[21]]) as usize;
        let (name, content) = rest[30..].split_at(short(26));
        let content = &content[short(28)..];
        files.push((String::from_utf8(name.to_vec()).expect("a path"), content[..size].to_vec()));
        rest = &content[size..];
    }
    files
}

fn put_together(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let files: Vec<_> = files.iter().map(|(path, content)| (path.as_str(), content.clone())).collect();
    archive(&files)
}

/// The workbook without what its formulas came to, so that whoever opens it has to calculate.
pub(crate) fn without_values(bytes: &[u8]) -> Vec<u8> {
    let stripped = files(bytes).into_iter().map(|(path, content)| {
        let text = String::from_utf8(content).expect("a text").replace("\" t=\"e\"><f>", "\"><f>");
        let mut parts = text.split("</f><v>");
        let mut stripped = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            stripped.push_str("</f>");
            stripped.push_str(part.split_once("</v>").expect("the end of a value").1);
        }
        (path, stripped.into_bytes())
    });
    put_together(&stripped.collect::<Vec<_>>())
}

/// The same with another number in the input of a name.
pub(crate) fn with_input(bytes: &[u8], name: &str, value: f64) -> Vec<u8> {
    let mut files = files(&without_values(bytes));
    let text = |path: &str| {
        let file = files.iter().find(|(known, _)| known == path).expect("a file");
        String::from_utf8(file.1.clone()).expect("a text")
    };
    let book = text("xl/workbook.xml");
    let (_, address) = book.split_once(&format!("name=\"{name}\">'Inputs'!")).expect("an input of the name");
    let address = address.split_once('<').expect("the end of a name").0.replace('$', "");
    let path = "xl/worksheets/sheet2.xml";
    let sheet = text(path);
    let (before, cell) = sheet.split_once(&format!("<c r=\"{address}\"")).expect("the cell");
    let (style, cell) = cell.split_once("<v>").expect("a number");
    assert!(!style.contains("<f>"), "{name} is no input");
    let after = cell.split_once("</v>").expect("the end of a number").1;
    let changed = format!("{before}<c r=\"{address}\"{style}<v>{value}</v>{after}");
    if let Some(file) = files.iter_mut().find(|(known, _)| known == path) {
        file.1 = changed.into_bytes();
    }
    put_together(&files)
}
