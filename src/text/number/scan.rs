//! Goes through typed characters, whatever their width, and reads the digits among them.

use super::decimal::Decimal;

/// The exponent "1e999" stands for all beyond it: too large or nothing, either way.
const LARGEST_EXPONENT: i32 = 999;

/// A text in half-width characters, one for each typed, and the place reached in it.
#[derive(Debug)]
pub(super) struct Scanner {
    characters: Vec<char>,
    position: usize,
}

impl Scanner {
    /// At the beginning of `text`.
    pub(super) fn new(text: &str) -> Self {
        Self { characters: text.chars().map(half_width).collect(), position: 0 }
    }

    /// How many characters the text has.
    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// How many characters have been passed.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    /// The characters not yet passed.
    pub(super) fn rest(&self) -> &[char] {
        &self.characters[self.position..]
    }

    /// The character this far ahead, if the text goes on so long.
    pub(super) fn peek(&self, ahead: usize) -> Option<char> {
        self.rest().get(ahead).copied()
    }

    /// Passes characters, which must be there.
    pub(super) fn advance(&mut self, by: usize) {
        self.position += by;
    }

    /// Passes spaces, if there are any.
    pub(super) fn skip_spaces(&mut self) {
        while self.peek(0) == Some(' ') {
            self.advance(1);
        }
    }

    /// Passes digits with their separators, a decimal point and an exponent; at least one digit must be there.
    ///
    /// # Errors
    ///
    /// The place of a separator that does not stand between digits of the whole part, of a second decimal
    /// point, or of a point without digits.
    pub(super) fn number(&mut self) -> Result<Decimal, usize> {
        let start = self.position;
        let mut digits = self.digits(true)?;
        let mut exponent = 0;
        if self.peek(0) == Some('.') {
            self.advance(1);
            let fraction = self.digits(false)?;
            exponent = -i32::try_from(fraction.len()).unwrap_or(i32::MAX);
            digits.extend(fraction);
        }
        if self.peek(0) == Some('.') {
            return Err(self.position);
        }
        if digits.is_empty() {
            return Err(start);
        }
        Ok(Decimal::new(digits, exponent + self.exponent()))
    }

    fn digits(&mut self, is_grouped: bool) -> Result<Vec<u8>, usize> {
        let mut digits = Vec::new();
        while let Some(next) = self.peek(0) {
            let is_separating_space = next == ' ' && is_grouped && self.is_group_of_three(1);
            if let Some(digit) = digit_value(next) {
                digits.push(digit);
            } else if next == ',' && !(is_grouped && self.is_digit(1)) {
                return Err(self.position);
            } else if next != ',' && !is_separating_space {
                break;
            }
            self.advance(1);
        }
        Ok(digits)
    }

    /// Passes the "e-7" of "1.5e-7", if digits stand in it; a currency may begin with the same letter.
    fn exponent(&mut self) -> i32 {
        let is_negative = self.peek(1).is_some_and(is_minus);
        let sign_length = usize::from(is_negative || self.peek(1) == Some('+'));
        if !matches!(self.peek(0), Some('e' | 'E')) || !self.is_digit(1 + sign_length) {
            return 0;
        }
        self.advance(1 + sign_length);
        let mut exponent = 0;
        while let Some(digit) = self.peek(0).and_then(digit_value) {
            exponent = (exponent * 10 + i32::from(digit)).min(LARGEST_EXPONENT);
            self.advance(1);
        }
        if is_negative { -exponent } else { exponent }
    }

    fn is_digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|next| next.is_ascii_digit())
    }

    fn is_group_of_three(&self, ahead: usize) -> bool {
        (0..3).all(|place| self.is_digit(ahead + place)) && !self.is_digit(ahead + 3)
    }
}

/// Spaces of every width, and the two invisible marks that come along when text is pasted.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}')
}

/// Hyphens, dashes and the marks of Japanese accounts; ー is what the key of "-" types in kana.
pub(super) fn is_minus(character: char) -> bool {
    matches!(character, '-' | '−' | '‐' | '‑' | '–' | '—' | 'ー' | '▲' | '△')
}

/// The one form that stands for all ways to type a character; of Japanese marks those on the keys of "," and
/// "." are meant as these.
fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from((u32::from(character) - 0xff00) as u8 + b' '),
        '￥' => '¥',
        '￡' => '£',
        '、' | '､' => ',',
        '。' | '｡' => '.',
        space if is_space(space) => ' ',
        other => other,
    }
}

fn digit_value(character: char) -> Option<u8> {
    character.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}
