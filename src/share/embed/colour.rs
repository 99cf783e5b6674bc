//! Colours of an author's own, within limits of contrast.

use gyakusan_engine::math::pow;

/// Text on its background has this contrast at least (WCAG 1.4.6).
const OF_TEXT: f64 = 7.0;
/// Smaller or softer words have this (WCAG 1.4.3).
const OF_WORDS: f64 = 4.5;
/// Shapes and the edges of fields have this (WCAG 1.4.11).
const OF_SHAPES: f64 = 3.0;

/// What departments are drawn in, on light and on dark paper, as in the page's tokens.
const DEPARTMENTS: [[Colour; 4]; 2] = [
    [Colour(0x17_69C8), Colour(0x09_543A), Colour(0xB3_500E), Colour(0x74_357F)],
    [Colour(0x56_A9F0), Colour(0x8F_E9AC), Colour(0xEE_9250), Colour(0xEF_BBF6)],
];
/// The page's own paper, ink and answer, light and dark.
const OWN: [[Colour; 3]; 2] = [
    [Colour(0xFF_FFFF), Colour(0x1B_1C1E), Colour(0xFF_F1B8)],
    [Colour(0x1F_1F1D), Colour(0xEE_EDE8), Colour(0x3D_3310)],
];

/// A colour: red, green and blue, a byte each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u32);

impl Colour {
    /// Reads `#1b1c1e`, `1b1c1e` or `#fff`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self(number)),
            3 => Some(Self(
                (number >> 8 & 15) * 0x11_0000 + (number >> 4 & 15) * 0x1100 + (number & 15) * 0x11,
            )),
            _ => None,
        }
    }

    /// The six digits, without the sign.
    pub fn digits(self) -> String {
        format!("{:06x}", self.0)
    }

    /// As style sheets write it.
    pub fn css(self) -> String {
        ["#", &self.digits()].concat()
    }

    fn parts(self) -> [f64; 3] {
        [16, 8, 0].map(|shift| f64::from(self.0 >> shift & 255))
    }

    /// Relative luminance as WCAG defines it, 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.parts().map(|part| {
            let part = part / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { pow((part + 0.055) / 1.055, 2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// This colour with a share of another in it.
    fn mixed(self, other: Self, share: f64) -> Self {
        let [mine, others] = [self.parts(), other.parts()];
        let part = |which: usize| (mine[which] + share * (others[which] - mine[which])).round() as u32;
        Self((part(0) << 16) + (part(1) << 8) + part(2))
    }

    /// This colour with as little as possible of another in it, for a contrast to a third.
    fn until(self, other: Self, from: f64, against: Self, wanted: f64) -> Self {
        let steps = (0..=20).map(|step| self.mixed(other, from + (1.0 - from) * f64::from(step) / 20.0));
        steps.into_iter().find(|mixed| contrast(*mixed, against) >= wanted).unwrap_or(other)
    }
}

/// The contrast of two colours as WCAG defines it, 1 to 21.
///
/// ```
/// use gyakusan::share::embed::{Colour, contrast};
/// assert_eq!(contrast(Colour(0xFF_FFFF), Colour(0)), 21.0);
/// ```
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let [one, other] = [one.luminance(), other.luminance()];
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour that is not used: words on it or in it would not be read well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RefusedColour {
    /// Which of [`Options::colours`](super::Options::colours).
    pub which: usize,
    /// The contrast it would give.
    pub found: f64,
    /// The contrast it takes.
    pub needed: f64,
}

/// Every colour that follows from the author's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// Whether the paper is dark.
    pub is_dark: bool,
    /// Values of the page's tokens, by name; empty without a colour of one's own that can be used.
    pub tokens: Vec<(&'static str, Colour)>,
    /// What is not used.
    pub refused: Vec<RefusedColour>,
}

impl Palette {
    /// What follows from paper, ink and the colour behind the answer; `is_dark` is the theme where no paper is given.
    pub fn new(given: [Option<Colour>; 3], is_dark: bool) -> Self {
        let mut refused = Vec::new();
        let mut refuse = |which, found, needed| refused.push(RefusedColour { which, found, needed });
        let mut used = given;
        let dark_of = |paper: Colour| contrast(paper, Colour(0)) < contrast(paper, Colour(0xFF_FFFF));
        if let Some(paper) = given[0] {
            let theme = usize::from(dark_of(paper));
            let shapes = DEPARTMENTS[theme].map(|hue| contrast(hue, paper)).into_iter().fold(21.0, f64::min);
            let text = contrast(OWN[theme][1], paper);
            if text < OF_TEXT || shapes < OF_SHAPES {
                let (found, needed) = if text < OF_TEXT { (text, OF_TEXT) } else { (shapes, OF_SHAPES) };
                refuse(0, found, needed);
                used[0] = None;
            }
        }
        let is_dark = used[0].map_or(is_dark, dark_of);
        let own = OWN[usize::from(is_dark)];
        let paper = used[0].unwrap_or(own[0]);
        if let Some(found) = given[1].map(|ink| contrast(ink, paper)).filter(|found| *found < OF_TEXT) {
            refuse(1, found, OF_TEXT);
            used[1] = None;
        }
        let ink = used[1].unwrap_or(own[1]);
        if let Some(found) = given[2].map(|answer| contrast(ink, answer)).filter(|found| *found < OF_WORDS) {
            refuse(2, found, OF_WORDS);
            used[2] = None;
        }
        // The page's own answer may not go with an ink of one's own.
        let answer = used[2].unwrap_or(own[2]);
        let answer = if contrast(ink, answer) < OF_WORDS { paper } else { answer };
        let tokens = if used.iter().any(Option::is_some) { tokens(paper, ink, answer) } else { Vec::new() };
        Self { is_dark, tokens, refused }
    }
}

fn tokens(paper: Colour, ink: Colour, answer: Colour) -> Vec<(&'static str, Colour)> {
    let soft = |wanted| paper.until(ink, 0.4, paper.mixed(ink, 0.06), wanted);
    vec![
        ("--paper", paper),
        ("--surface", paper),
        ("--sunken", paper.mixed(ink, 0.06)),
        ("--ink", ink),
        ("--on-ink", paper),
        ("--ink-soft", soft(5.5)),
        ("--ink-faint", soft(OF_WORDS)),
        ("--line", paper.mixed(ink, 0.12)),
        ("--line-strong", paper.mixed(ink, 0.24)),
        ("--edge", paper.until(ink, 0.3, paper, OF_SHAPES + 0.2)),
        ("--marker", answer),
        ("--marker-ink", ink),
        ("--marker-line", answer),
        ("--marker-edge", answer.until(ink, 0.2, paper, OF_SHAPES)),
        ("--data", ink),
        ("--data-missed", paper.until(ink, 0.3, paper, OF_SHAPES)),
        ("--band", paper.mixed(ink, 0.22)),
    ]
}
