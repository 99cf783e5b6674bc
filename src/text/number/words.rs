//! The words and signs that may stand around the digits of a number, in either language.

use super::{Currency, Kind};

/// What a word does to the digits before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// 千, 百, 十: a power of ten inside a section.
    Small(i32),
    /// 兆, 億, 万: a power of ten that closes a section.
    Large(i32),
    /// K, M, bn: a power of ten that closes the number.
    Suffix(i32),
    /// 割, 分, 厘: a power of ten of a rate.
    Tenths(i32),
    /// Percent: closes a rate.
    Percent,
    /// The mark of a currency.
    Money(Currency),
    /// What is counted: 件, months.
    Noun,
}

/// Words that are not spelled in Latin letters; of those that begin alike the longest is taken.
const SIGNS: &[(&str, Word)] = &[
    ("兆", Word::Large(12)),
    ("億", Word::Large(8)),
    ("万", Word::Large(4)),
    ("千", Word::Small(3)),
    ("百", Word::Small(2)),
    ("十", Word::Small(1)),
    ("割", Word::Tenths(-1)),
    ("分", Word::Tenths(-2)),
    ("厘", Word::Tenths(-3)),
    ("%", Word::Percent),
    ("パーセント", Word::Percent),
    ("ポイント", Word::Percent),
    ("円", Word::Money(Currency::JPY)),
    ("¥", Word::Money(Currency::JPY)),
    ("ドル", Word::Money(Currency::USD)),
    ("$", Word::Money(Currency::USD)),
    ("ユーロ", Word::Money(Currency::EUR)),
    ("€", Word::Money(Currency::EUR)),
    ("ポンド", Word::Money(Currency::GBP)),
    ("£", Word::Money(Currency::GBP)),
    ("件", Word::Noun),
    ("社", Word::Noun),
    ("名", Word::Noun),
    ("人", Word::Noun),
    ("回", Word::Noun),
    ("個", Word::Noun),
    ("倍", Word::Noun),
    ("×", Word::Noun),
    ("か月", Word::Noun),
    ("カ月", Word::Noun),
    ("ヶ月", Word::Noun),
    ("ケ月", Word::Noun),
    ("ヵ月", Word::Noun),
    ("箇月", Word::Noun),
    ("か月間", Word::Noun),
    ("カ月間", Word::Noun),
    ("ヶ月間", Word::Noun),
];

/// Words in Latin letters, in lower case; they match whole.
const LETTERS: &[(&str, Word)] = &[
    ("k", Word::Suffix(3)),
    ("thousand", Word::Suffix(3)),
    ("m", Word::Suffix(6)),
    ("mn", Word::Suffix(6)),
    ("million", Word::Suffix(6)),
    ("b", Word::Suffix(9)),
    ("bn", Word::Suffix(9)),
    ("billion", Word::Suffix(9)),
    ("t", Word::Suffix(12)),
    ("tn", Word::Suffix(12)),
    ("trillion", Word::Suffix(12)),
    ("percent", Word::Percent),
    ("pct", Word::Percent),
    ("points", Word::Percent),
    ("pt", Word::Percent),
    ("pts", Word::Percent),
    ("jpy", Word::Money(Currency::JPY)),
    ("yen", Word::Money(Currency::JPY)),
    ("usd", Word::Money(Currency::USD)),
    ("dollars", Word::Money(Currency::USD)),
    ("eur", Word::Money(Currency::EUR)),
    ("euros", Word::Money(Currency::EUR)),
    ("gbp", Word::Money(Currency::GBP)),
    ("pounds", Word::Money(Currency::GBP)),
    ("leads", Word::Noun),
    ("meetings", Word::Noun),
    ("deals", Word::Noun),
    ("accounts", Word::Noun),
    ("customers", Word::Noun),
    ("people", Word::Noun),
    ("times", Word::Noun),
    ("month", Word::Noun),
    ("months", Word::Noun),
    ("mo", Word::Noun),
    ("x", Word::Noun),
];

/// The word `characters` begin with and how many of them it takes, or nothing if they begin with none.
///
/// Characters must already be in their half-width forms. The code of the currency that `kind` expects is a
/// word too.
pub(super) fn find(characters: &[char], kind: Kind) -> Option<(Word, usize)> {
    let letters: String =
        characters.iter().take_while(|c| c.is_ascii_alphabetic()).map(char::to_ascii_lowercase).collect();
    if letters.is_empty() { find_sign(characters) } else { find_letters(&letters, kind) }
}

fn find_sign(characters: &[char]) -> Option<(Word, usize)> {
    SIGNS
        .iter()
        .map(|&(spelling, word)| (word, spelling, spelling.chars().count()))
        .filter(|&(_, spelling, length)| {
            characters.len() >= length && spelling.chars().eq(characters[..length].iter().copied())
        })
        .map(|(word, _, length)| (word, length))
        .max_by_key(|&(_, length)| length)
}

fn find_letters(letters: &str, kind: Kind) -> Option<(Word, usize)> {
    whole_word(letters, kind).map(|word| (word, letters.len())).or_else(|| suffix_before_code(letters, kind))
}

fn whole_word(letters: &str, kind: Kind) -> Option<Word> {
    own_code(letters, kind)
        .or_else(|| LETTERS.iter().find(|&&(spelling, _)| spelling == letters).map(|&(_, word)| word))
}

fn own_code(letters: &str, kind: Kind) -> Option<Word> {
    match kind {
        Kind::Money(currency) if currency.code().eq_ignore_ascii_case(letters) => Some(Word::Money(currency)),
        _ => None,
    }
}

/// The "m" of "musd": a suffix with the currency written right after it.
fn suffix_before_code(letters: &str, kind: Kind) -> Option<(Word, usize)> {
    LETTERS.iter().find_map(|&(spelling, word)| {
        let rest = letters.strip_prefix(spelling)?;
        let is_suffix = matches!(word, Word::Suffix(_));
        let is_money = matches!(whole_word(rest, kind), Some(Word::Money(_)));
        (is_suffix && is_money).then_some((word, spelling.len()))
    })
}
