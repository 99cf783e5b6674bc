//! Working out formulas: the part of the language of spreadsheets that this program writes.

use gyakusan_engine::{decimal, math};

use super::{Book, Place};

/// What an operand or an argument comes to: one number, or the numbers of a range, `None` for empty cells.
enum Value {
    One(f64),
    Many(Vec<Option<f64>>),
}

impl Value {
    fn number(self) -> f64 {
        match self {
            Self::One(number) => number,
            Self::Many(numbers) => numbers.first().copied().flatten().unwrap_or_default(),
        }
    }
}

/// What a formula on a sheet comes to; NaN where it is no formula of this program.
pub(super) fn evaluate(book: &Book, sheet: usize, formula: &str) -> f64 {
    let mut reader = Reader { book, sheet, rest: formula };
    let value = reader.comparison().number();
    if reader.rest.is_empty() { value } else { f64::NAN }
}

struct Reader<'a> {
    book: &'a Book,
    sheet: usize,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The text up to the first character that does not belong to it.
    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|character| !belongs(character)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn comparison(&mut self) -> Value {
        let first = self.sum();
        for sign in [">=", "<=", "=", ">", "<"] {
            if self.takes(sign) {
                let (first, second) = (first.number(), self.sum().number());
                let holds = match sign {
                    ">=" => first >= second,
                    "<=" => first <= second,
                    ">" => first > second,
                    "<" => first < second,
                    _ => first.partial_cmp(&second).is_some_and(std::cmp::Ordering::is_eq),
                };
                return Value::One(f64::from(u8::from(holds)));
            }
        }
        first
    }

    fn sum(&mut self) -> Value {
        let mut first = self.product();
        loop {
            if self.takes("+") {
                first = Value::One(first.number() + self.product().number());
            } else if self.takes("-") {
                first = Value::One(first.number() - self.product().number());
            } else {
                return first;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut first = self.power();
        loop {
            if self.takes("*") {
                first = Value::One(first.number() * self.power().number());
            } else if self.takes("/") {
                first = Value::One(first.number() / self.power().number());
            } else {
                return first;
            }
        }
    }

    /// Squares are the only powers that are used.
    fn power(&mut self) -> Value {
        let first = self.operand();
        if self.takes("^2") {
            let number = first.number();
            return Value::One(number * number);
        }
        first
    }

    fn operand(&mut self) -> Value {
        if self.takes("(") {
            let value = self.comparison();
            self.takes(")");
            return value;
        }
        if self.rest.starts_with(|character: char| character.is_ascii_digit()) {
            return Value::One(self.literal());
        }
        let sheet = if self.takes("'") {
            let name = self.word(|character| character != '\'');
            self.takes("'!");
            self.book.sheets.iter().position(|sheet| sheet.name == name)
        } else {
            Some(self.sheet)
        };
        let word = self.word(|character| character.is_ascii_alphanumeric() || character == '_');
        if self.takes("(") {
            return Value::One(self.call(word));
        }
        let first = sheet.and_then(|sheet| place(sheet, word)).or_else(|| self.book.named(word));
        let Some(first) = first else { return Value::One(f64::NAN) };
        if self.takes(":") {
            let word = self.word(|character| character.is_ascii_alphanumeric());
            return Value::Many(self.range(first, place(first.sheet, word).unwrap_or(first)));
        }
        Value::Many(vec![self.book.value(first)])
    }

    fn literal(&mut self) -> f64 {
        let whole = self.word(|character| character.is_ascii_digit() || character == '.');
        if self.takes("E-") {
            let power = self.word(|character| character.is_ascii_digit());
            return decimal::parse(&[whole, "e-", power].concat()).unwrap_or(f64::NAN);
        }
        decimal::parse(whole).unwrap_or(f64::NAN)
    }

    fn range(&self, first: Place, last: Place) -> Vec<Option<f64>> {
        let rows = first.row..=last.row;
        let cells = rows.flat_map(|row| (first.column..=last.column).map(move |column| (row, column)));
        cells.map(|(row, column)| self.book.value(Place { row, column, ..first })).collect()
    }

    fn call(&mut self, function: &str) -> f64 {
        let mut arguments = Vec::new();
        loop {
            arguments.push(self.comparison());
            if !self.takes(",") {
                break;
            }
        }
        self.takes(")");
        apply(function, arguments)
    }
}

/// The cell of an address; `None` for any other word.
fn place(sheet: usize, word: &str) -> Option<Place> {
    let digits = word.find(|character: char| character.is_ascii_digit())?;
    let (letters, digits) = word.split_at(digits);
    let is_address =
        (1..=2).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_uppercase());
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter.wrapping_sub(b'A')) + 1);
    let row: usize = digits.parse().ok()?;
    is_address.then(|| Place { sheet, row: row.wrapping_sub(1), column: column - 1 })
}

fn apply(function: &str, arguments: Vec<Value>) -> f64 {
    if function == "SUMPRODUCT" {
        let mut lists = arguments.into_iter().map(|argument| match argument {
            Value::Many(numbers) => numbers,
            Value::One(number) => vec![Some(number)],
        });
        let (first, second) = (lists.next().unwrap_or_default(), lists.next().unwrap_or_default());
        let pairs = first.into_iter().zip(second);
        return pairs.fold(0.0, |sum, (a, b)| sum + a.unwrap_or_default() * b.unwrap_or_default());
    }
    let mut numbers = Vec::new();
    for argument in arguments {
        match argument {
            Value::One(number) => numbers.push(number),
            Value::Many(many) => numbers.extend(many.into_iter().flatten()),
        }
    }
    let sum = || numbers.iter().fold(0.0, |sum, number| sum + number);
    match (function, numbers.as_slice()) {
        ("IF", [condition, then, otherwise]) => {
            if *condition > 0.0 {
                *then
            } else {
                *otherwise
            }
        }
        ("SUM", _) => sum(),
        ("AVERAGE", _) => sum() / numbers.len() as f64,
        ("PRODUCT", _) => numbers.iter().product(),
        ("MIN", _) => numbers.iter().fold(f64::INFINITY, |least, number| least.min(*number)),
        ("MAX", _) => numbers.iter().fold(f64::NEG_INFINITY, |most, number| most.max(*number)),
        ("ROUNDUP", [number, _]) => {
            if *number < 0.0 {
                number.floor()
            } else {
                number.ceil()
            }
        }
        ("GAMMADIST", [x, shape, scale, _]) => math::gamma_p_and_shortfall(*shape, x / scale).0,
        // Coefficients of rising powers.
        ("SERIESSUM", [x, _, _, coefficients @ ..]) => {
            coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
        }
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Book, Look, Place};
    use super::evaluate;

    #[test]
    fn formulas_come_to_what_spreadsheets_make_of_them() {
        let mut book = Book::new(&["A", "日本"]);
        for (column, number) in [2.0, 3.0, 5.0].into_iter().enumerate() {
            book.input(Place { sheet: 1, row: 1, column }, number, Look::Count);
        }
        book.name(Place { sheet: 1, row: 1, column: 2 }, "rate_a1");
        for (formula, expected) in [
            ("1+2*3", 7.0),
            ("(1+2)*3-1", 8.0),
            ("8/2/2", 2.0),
            ("2*3^2", 18.0),
            ("SUM('日本'!A2:C2)-1E-1", 9.9),
            ("SUMPRODUCT('日本'!A2:B2,'日本'!B2:C2)", 21.0),
            ("IF('日本'!A2>=2,rate_a1,0)", 5.0),
            ("IF(1>2,1,IF(2<=1,2,3))", 3.0),
            ("MAX(0,MIN(4,'日本'!A2:C2))", 2.0),
            ("PRODUCT('日本'!A2:D2)", 30.0),
            ("AVERAGE('日本'!A2:D2)", 10.0 / 3.0),
            ("SERIESSUM(2,0,1,'日本'!A2:C2)", 28.0),
            ("ROUNDUP(1.2,0)", 2.0),
        ] {
            let value = evaluate(&book, 0, formula);
            assert!((value - expected).abs() < 1e-12, "{formula}: {value}");
        }
        assert!(evaluate(&book, 0, "NOW()").is_nan() && evaluate(&book, 0, "1+").is_nan());
    }
}
