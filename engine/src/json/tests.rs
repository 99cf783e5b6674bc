//! The codec: what is JSON, what is not and where, every number back with its bits.

use rand::Rng;

use super::{MAX_DEPTH, MAX_FIELDS, Value, Writer};
use crate::sim::Quantity;

#[test]
fn json_is_read_and_written_in_its_shortest_form() {
    for (text, written) in [
        (" null ", "null"),
        ("\t[ true ,\r\n false ]\n", "[true,false]"),
        ("[]", "[]"),
        ("{ }", "{}"),
        ("[[], {}]", "[[],{}]"),
        (r#"{"b": {"c": 1}, "a": [2, 3]}"#, r#"{"a":[2,3],"b":{"c":1}}"#),
        (r#"{"": 1, "a": 2}"#, r#"{"":1,"a":2}"#),
        ("[0, -0, 10, 0.50, 1.0, -12.25]", "[0,-0,10,0.5,1,-12.25]"),
        ("[1e2, 1E+2, 1e-2, 100000.0]", "[100,100,0.01,100000]"),
        ("[0.1, 0.30000000000000004, 9007199254740991]", "[0.1,0.30000000000000004,9007199254740991]"),
        ("[1e-999, 1e999]", "[0,null]"),
        (r#""逆算 \u9006\u7b97 𝄞 \uD834\udd1e""#, r#""逆算 逆算 𝄞 𝄞""#),
        (r#""\"\\\/\b\f\n\r\t\u0000""#, r#""\"\\/\u0008\u000c\u000a\u000d\u0009\u0000""#),
        ("\"\u{7f}\u{2028}\"", "\"\u{7f}\u{2028}\""),
    ] {
        let value = Value::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(value.to_json(), written, "{text}");
        let again = Value::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(again.to_json(), written, "{text}");
    }
}

#[test]
fn everything_else_is_refused_with_its_place() {
    const ENDS: &str = "the text ends too early";
    const VALUE: &str = "a value is expected";
    const AFTER: &str = "something follows the value";
    const DIGIT: &str = "a digit is expected";
    const HALF: &str = "half of a surrogate pair stands alone";
    const CONTROL: &str = "a control character stands in a text";
    const ITEM: &str = "a comma or ] is expected";
    const KEY: &str = "a key in quotes is expected";
    for (text, line, column, reason) in [
        ("", 1, 1, ENDS),
        (" \n ", 2, 2, ENDS),
        ("\u{feff}1", 1, 1, VALUE),
        ("\u{a0}1", 1, 1, VALUE),
        ("nul", 1, 1, VALUE),
        ("True", 1, 1, VALUE),
        ("NaN", 1, 1, VALUE),
        ("-Infinity", 1, 2, DIGIT),
        ("'a'", 1, 1, VALUE),
        ("// a\n1", 1, 1, VALUE),
        ("truefalse", 1, 5, AFTER),
        ("1 2", 1, 3, AFTER),
        ("[1]]", 1, 4, AFTER),
        ("1\0", 1, 2, AFTER),
        ("[", 1, 2, ENDS),
        ("[1", 1, 3, ENDS),
        ("[1,", 1, 4, ENDS),
        ("[1,]", 1, 4, VALUE),
        ("[,1]", 1, 2, VALUE),
        ("[1 2]", 1, 4, ITEM),
        ("[1}", 1, 3, ITEM),
        ("{", 1, 2, ENDS),
        ("{\"a\"", 1, 5, ENDS),
        ("{\"a\" 1}", 1, 6, "a colon is expected"),
        ("{\"a\":}", 1, 6, VALUE),
        ("{\"a\":1 \"b\":2}", 1, 8, "a comma or } is expected"),
        ("{\"a\":1,}", 1, 8, KEY),
        ("{a:1}", 1, 2, KEY),
        ("{1:1}", 1, 2, KEY),
        ("{\n \"a\": 1,\n \"\\u0061\": 2\n}", 3, 2, "a key stands twice"),
        ("-", 1, 2, DIGIT),
        ("+1", 1, 1, VALUE),
        (".5", 1, 1, VALUE),
        ("1.", 1, 3, DIGIT),
        ("1.e5", 1, 3, DIGIT),
        ("1e", 1, 3, DIGIT),
        ("1e+", 1, 4, DIGIT),
        ("01", 1, 2, "a number starts with a 0 too many"),
        ("-00", 1, 3, "a number starts with a 0 too many"),
        ("0x1", 1, 2, AFTER),
        ("1_000", 1, 2, AFTER),
        ("\"a", 1, 3, ENDS),
        ("\"a\\", 1, 4, ENDS),
        ("\"\\x41\"", 1, 3, "this escape is unknown"),
        ("\"\\u12", 1, 6, ENDS),
        ("\"\\u12g4\"", 1, 6, "four hexadecimal digits are expected"),
        ("\"\\u+123\"", 1, 4, "four hexadecimal digits are expected"),
        ("\"\\ud834\"", 1, 8, HALF),
        ("\"\\ud834\\n\"", 1, 8, HALF),
        ("\"\\ud834\\ud834\"", 1, 14, HALF),
        ("\"\\udd1e\"", 1, 8, HALF),
        ("\"a\nb\"", 1, 3, CONTROL),
        ("\"逆\t\"", 1, 3, CONTROL),
        ("\"逆算\" 𝄞", 1, 6, AFTER),
    ] {
        let error = Value::parse(text).expect_err(text);
        assert_eq!((error.line, error.column, error.reason), (line, column, reason), "{text:?}");
    }
}

#[test]
fn a_number_beyond_all_others_is_infinite() {
    assert_eq!(Value::parse("1e400"), Ok(Value::Number(f64::INFINITY)));
    assert_eq!(Value::parse(&format!("-{}", "9".repeat(400))), Ok(Value::Number(f64::NEG_INFINITY)));
}

#[test]
fn every_finite_number_comes_back_with_its_bits() {
    let mut stream = Quantity::new(1, "json").stream(0);
    let edges = [0.0, -0.0, 5e-324, f64::MIN_POSITIVE, f64::MAX, f64::MIN, f64::EPSILON, 1e300, 9e15, 9e16];
    // Bits alone are mostly huge and tiny numbers; the others are such as plans hold.
    let drawn = (0..50_000).flat_map(|_| {
        let bits = stream.next_u64();
        [f64::from_bits(bits), (bits >> 11) as f64 / (1_u64 << 40) as f64]
    });
    for number in edges.into_iter().chain(drawn).filter(|number| number.is_finite()) {
        let mut writer = Writer::default();
        writer.number(number);
        let text = writer.finish();
        let Ok(Value::Number(again)) = Value::parse(&text) else { panic!("{text}") };
        assert_eq!(again.to_bits(), number.to_bits(), "{text}");
    }
}

#[test]
fn any_text_is_read_or_refused() {
    const PIECES: [&str; 24] = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d834", "dd1e", "0", "1", "-", ".", "e", "true",
        "null", " ", "\n", "\0", "a", "逆", "\"a\":",
    ];
    let mut stream = Quantity::new(2, "json").stream(0);
    for _ in 0..50_000 {
        let pieces = stream.next_u64() % 12;
        let text: String = (0..pieces).map(|_| PIECES[(stream.next_u64() % 24) as usize]).collect();
        let bytes = stream.next_u64().to_le_bytes();
        for text in [&*text, &*String::from_utf8_lossy(&bytes)] {
            if let Ok(value) = Value::parse(text) {
                assert_eq!(Value::parse(&value.to_json()), Ok(value), "{text:?}");
            }
        }
    }
}

#[test]
fn nesting_has_a_limit() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Value::parse(&nested(MAX_DEPTH)).is_ok());
    for bomb in [nested(MAX_DEPTH + 1), "[".repeat(1_000_000), "{\"a\":".repeat(1_000_000)] {
        let error = Value::parse(&bomb).expect_err("a bomb");
        assert_eq!(error.reason, "lists and objects are nested too deep");
    }
}

#[test]
fn fields_have_a_limit() {
    let object = |count: usize| {
        let fields: Vec<_> = (0..count).rev().map(|n| format!("\"{n:04}\":0")).collect();
        format!("{{{}}}", fields.join(","))
    };
    let Ok(Value::Object(fields)) = Value::parse(&object(MAX_FIELDS)) else { panic!("an object") };
    assert!(fields.is_sorted_by(|(left, _), (right, _)| left < right));
    for bomb in [object(MAX_FIELDS + 1), object(100_000)] {
        let error = Value::parse(&bomb).expect_err("a bomb");
        assert_eq!(error.reason, "an object has more than 1000 fields");
    }
}
