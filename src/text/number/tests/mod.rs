//! What is read, what is written, and that the two agree.

mod properties;
mod reading;
mod writing;

use super::{Currency, Kind};

const JPY: Currency = Currency::JPY;
const YEN: Kind = Kind::Money(JPY);

/// The same text as a Japanese input method types it without converting.
fn full_width(text: &str) -> String {
    let widen = |c: char| match c {
        ' ' => '\u{3000}',
        '¥' => '￥',
        '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).expect("each ASCII sign has a full-width form"),
        other => other,
    };
    text.chars().map(widen).collect()
}
