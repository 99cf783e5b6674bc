use super::*;

fn rows_of(pieces: &[&[u8]], layout: Layout) -> Result<Vec<Vec<String>>, CsvError> {
    let mut reader = Reader::new(layout, None);
    let mut rows = Vec::new();
    let mut take = |row: &Row| rows.push(row.cells().map(str::to_owned).collect());
    for piece in pieces {
        reader.push(piece, &mut take)?;
    }
    reader.finish(&mut take)?;
    Ok(rows)
}

fn read(text: &str) -> Vec<Vec<String>> {
    rows_of(&[text.as_bytes()], Layout::default()).expect("a table")
}

#[test]
fn lines_end_in_three_ways_and_quotes_hold_anything() {
    let expected = [["a", "b"], ["1", "x,\r\n\"y\""], ["", ""]];
    for end in ["\r\n", "\n", "\r"] {
        assert_eq!(read(&format!("a,b{end}1,\"x,\r\n\"\"y\"\"\"{end},")), expected, "{end:?}");
    }
    assert_eq!(read("a\n\nb\n"), [["a"], [""], ["b"]]);
    assert_eq!(read("a,5\" disk\n\"\",x"), [["a", "5\" disk"], ["", "x"]]);
}

#[test]
fn separators_are_found_beside_others_in_the_cells() {
    assert_eq!(read("a\tb\n1,000\t2,000\n")[1], ["1,000", "2,000"]);
    assert_eq!(read("a;b;c\n\"1;\";2,5;3\n")[1], ["1;", "2,5", "3"]);
    assert_eq!(read("\"a;b\",c\n1;2,3\n")[0], ["a;b", "c"]);
}

#[test]
fn encodings_are_found_however_bytes_are_cut() {
    let text = "チャネル,件数\r\n検索広告,1200\r\n𠮷野家,3\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for bytes in [
        text.as_bytes().to_vec(),
        marked(&[0xEF, 0xBB, 0xBF], text.as_bytes()),
        marked(&[0xFF, 0xFE], &little),
        marked(&[0xFE, 0xFF], &big),
        little,
        big,
    ] {
        for size in [1, 2, 3, 7, bytes.len()] {
            let pieces: Vec<_> = bytes.chunks(size).collect();
            assert_eq!(rows_of(&pieces, Layout::default()).expect("a table"), read(text), "{size}");
        }
    }
}

#[test]
fn limits_and_open_quotes_name_their_place() {
    let limits = Limits { cell_bytes: 4, columns: 2, rows: 3 };
    let layout = Layout { limits, ..Layout::default() };
    let error = |text: &str| rows_of(&[text.as_bytes()], layout).expect_err("an error");
    let place = |error: &CsvError| (error.row, error.column);
    let long = error("a,b\n1,12345\n");
    assert_eq!((place(&long), long.problem), ((2, 2), CsvProblem::CellTooLong(4)));
    let wide = error("a,b\n1,2,3\n");
    assert_eq!((place(&wide), wide.problem), ((2, 3), CsvProblem::TooManyColumns(2)));
    let many = error("a\n1\n2\n3\n");
    assert_eq!((place(&many), many.problem), ((4, 1), CsvProblem::TooManyRows(3)));
    let open = error("a,b\n1,\"xy");
    assert_eq!((place(&open), open.problem, open.value.as_str()), ((2, 2), CsvProblem::UnclosedQuote, "xy"));
    assert_eq!(error("PK\u{3}\u{4}\0\0").problem, CsvProblem::Spreadsheet);
    let no_decoder = rows_of(&[b"\x83\x8A\x81[\x83h,1\n"], layout).expect_err("an error");
    assert_eq!(no_decoder.problem, CsvProblem::NoDecoder);
}

#[test]
fn unusual_rows_are_whole_and_named() {
    let layout = Layout { encoding: Some(Encoding::Utf8), ..Layout::default() };
    let mut reader = Reader::new(layout, None);
    let mut found = Vec::new();
    let mut take = |row: &Row| found.extend(row.fault.map(|fault| (row.number, fault)));
    reader.push(b"a,b\n1\n\"x\"y,2\n\n1,2,3\n\xE3\x83", &mut take).expect("rows");
    reader.push(b"\xAA,\x83\n", &mut take).expect("rows");
    reader.finish(&mut take).expect("rows");
    assert_eq!(found[0], (2, RowFault::OtherLength { found: 1, expected: 2 }));
    assert_eq!(found[1], (3, RowFault::TextAfterQuote { column: 1 }));
    assert_eq!(found[2], (5, RowFault::OtherLength { found: 3, expected: 2 }));
    assert_eq!(found[3], (6, RowFault::Damaged { column: 2 }));
}
