//! A book as the files of its archive.

use super::{Book, Cell, Content, Look, Sheet, address};
use crate::share::{csv, zip};
use gyakusan_engine::decimal;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
const PART: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// Looks of plain cells, of those to be changed, and of texts that must not become formulas when they are edited.
const KINDS: usize = 3;

pub(super) fn file(book: &Book) -> Vec<u8> {
    let numbers = || 1..=book.sheets.len();
    let paths: Vec<_> = numbers().map(|number| format!("xl/worksheets/sheet{number}.xml")).collect();
    let mut files = vec![
        ("[Content_Types].xml", types(&paths)),
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
        ("xl/workbook.xml", workbook(book)),
        ("xl/styles.xml", styles()),
    ];
    let mut targets: Vec<_> =
        numbers().map(|number| ("worksheet", format!("worksheets/sheet{number}.xml"))).collect();
    targets.push(("styles", "styles.xml".to_owned()));
    files.push(("xl/_rels/workbook.xml.rels", relations(&targets)));
    files.extend(paths.iter().map(String::as_str).zip(book.sheets.iter().map(sheet)));
    let files: Vec<_> = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    zip::archive(&files)
}

fn types(sheets: &[String]) -> String {
    let mut text = [
        HEAD,
        "<Types xmlns=\"",
        PACKAGE,
        "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    ]
    .concat();
    let mut part = |path: &str, kind: &str| {
        for piece in ["<Override PartName=\"/", path, "\" ContentType=\"", PART, kind, "+xml\"/>"] {
            text.push_str(piece);
        }
    };
    part("xl/workbook.xml", "sheet.main");
    part("xl/styles.xml", "styles");
    for path in sheets {
        part(path, "worksheet");
    }
    text + "</Types>"
}

fn relations(targets: &[(&str, String)]) -> String {
    let mut text = [HEAD, "<Relationships xmlns=\"", PACKAGE, "relationships\">"].concat();
    for (place, (kind, target)) in targets.iter().enumerate() {
        let id = (place + 1).to_string();
        let pieces = [
            "<Relationship Id=\"rId",
            &id,
            "\" Type=\"",
            RELATIONS,
            "/",
            kind,
            "\" Target=\"",
            target,
            "\"/>",
        ];
        for piece in pieces {
            text.push_str(piece);
        }
    }
    text + "</Relationships>"
}

fn workbook(book: &Book) -> String {
    let mut text = [HEAD, "<workbook xmlns=\"", MAIN, "\" xmlns:r=\"", RELATIONS, "\"><sheets>"].concat();
    for (place, sheet) in book.sheets.iter().enumerate() {
        let id = (place + 1).to_string();
        text.push_str("<sheet name=\"");
        push_text(&sheet.name, &mut text);
        for piece in ["\" sheetId=\"", &id, "\" r:id=\"rId", &id, "\"/>"] {
            text.push_str(piece);
        }
    }
    text.push_str("</sheets><definedNames>");
    for (name, place) in &book.names {
        let mut column = String::new();
        address(*place, &mut column);
        let letters = column.trim_end_matches(|digit: char| digit.is_ascii_digit()).len();
        let (letters, row) = column.split_at(letters);
        let sheet = &book.sheets[place.sheet].name;
        for piece in ["<definedName name=\"", name, "\">'", sheet, "'!$", letters, "$", row, "</definedName>"]
        {
            text.push_str(piece);
        }
    }
    // Programs that calculate do so at once.
    text + "</definedNames><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>"
}

fn styles() -> String {
    let mut text = [HEAD, "<styleSheet xmlns=\"", MAIN, "\"><numFmts count=\"5\">"].concat();
    // Numbers of own formats begin at 164.
    let formats = || (164..).zip(Look::ALL).map(|(id, (look, format))| (id.to_string(), look, format));
    for (id, _, format) in formats() {
        for piece in ["<numFmt numFmtId=\"", &id, "\" formatCode=\"", format, "\"/>"] {
            text.push_str(piece);
        }
    }
    let font = |inside: &str| ["<font>", inside, "<sz val=\"11\"/><name val=\"Calibri\"/></font>"].concat();
    text.push_str("</numFmts><fonts count=\"3\">");
    text.push_str(&font(""));
    text.push_str(&font("<b/>"));
    text.push_str(
        "<font><sz val=\"11\"/><color rgb=\"FF0000FF\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\">\
         <fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"15\">",
    );
    for (id, look, _) in formats() {
        for kind in ["0", "2", "0\" quotePrefix=\"1"] {
            let font = if look == Look::Heading { "1" } else { kind };
            let format = if look == Look::Plain { "0" } else { &id };
            for piece in [
                "<xf numFmtId=\"",
                format,
                "\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" fontId=\"",
                font,
                "\"/>",
            ] {
                text.push_str(piece);
            }
        }
    }
    text + "</cellXfs></styleSheet>"
}

fn sheet(sheet: &Sheet) -> String {
    let mut text = [
        HEAD,
        "<worksheet xmlns=\"",
        MAIN,
        "\"><sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" topLeftCell=\"B1\" activePane=\"topRight\" state=\"frozen\"/></sheetView>\
         </sheetViews><cols><col min=\"1\" max=\"1\" width=\"34\" customWidth=\"1\"/>\
         <col min=\"2\" max=\"80\" width=\"13\" customWidth=\"1\"/></cols><sheetData>",
    ]
    .concat();
    for (row, cells) in sheet.rows.iter().enumerate().filter(|(_, cells)| !cells.is_empty()) {
        text.push_str("<row r=\"");
        text.push_str(&(row + 1).to_string());
        text.push_str("\">");
        for each in cells {
            cell(row, each, &mut text);
        }
        text.push_str("</row>");
    }
    text + "</sheetData></worksheet>"
}

fn cell(row: usize, cell: &Cell, text: &mut String) {
    let Cell { column, content, look, is_input } = cell;
    text.push_str("<c r=\"");
    address(super::Place { sheet: 0, row, column: *column }, text);
    let is_dangerous = matches!(content, Content::Text(text) if csv::is_dangerous(text));
    let kind = if is_dangerous { 2 } else { usize::from(*is_input) };
    let style = Look::ALL.iter().position(|(known, _)| known == look).unwrap_or(0) * KINDS + kind;
    text.push_str("\" s=\"");
    text.push_str(&style.to_string());
    match content {
        Content::Text(words) => {
            text.push_str("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            push_text(words, text);
            text.push_str("</t></is></c>");
        }
        Content::Number(number) => {
            text.push_str("\">");
            push_value(*number, text);
        }
        Content::Formula(formula, value) => {
            text.push_str(if value.is_finite() { "\"><f>" } else { "\" t=\"e\"><f>" });
            push_text(formula, text);
            text.push_str("</f>");
            push_value(*value, text);
        }
    }
}

fn push_value(value: f64, text: &mut String) {
    text.push_str("<v>");
    if value.is_finite() {
        text.push_str(&decimal::to_text(value));
    } else {
        text.push_str("#DIV/0!");
    }
    text.push_str("</v></c>");
}

/// Adds a text with everything escaped that XML would take for markup or not take at all.
fn push_text(words: &str, text: &mut String) {
    for (place, character) in words.char_indices() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // What looks like an escape is none.
            '_' if words[place + 1..].starts_with('x') => push_escape(character, text),
            '\t' | '\n' => text.push(character),
            '\u{fffe}' | '\u{ffff}' => push_escape(character, text),
            control if control < ' ' => push_escape(control, text),
            plain => text.push(plain),
        }
    }
}

/// Adds a character as spreadsheets escape it: `_x0001_`.
fn push_escape(character: char, text: &mut String) {
    text.push_str("_x");
    for shift in [12, 8, 4, 0] {
        let digit = (u32::from(character) >> shift) & 15;
        text.push(char::from_digit(digit, 16).unwrap_or('0').to_ascii_uppercase());
    }
    text.push('_');
}

#[cfg(test)]
mod tests {
    use super::push_text;

    #[test]
    fn texts_hold_no_markup_and_nothing_that_xml_refuses() {
        let mut text = String::new();
        push_text("<a&\"b\">\u{1}\r\n_x0041_ _y\u{ffff}", &mut text);
        assert_eq!(text, "&lt;a&amp;&quot;b&quot;&gt;_x0001__x000D_\n_x005F_x0041_ _y_xFFFF_");
    }
}
