//! One spelling for what is written in many: widths, case, spaces, legal forms.

/// Half-width katakana from U+FF61 on, in full width.
const KATAKANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// Legal forms that stand within a Japanese company's name.
const FORMS: [&str; 8] = ["株式会社", "(株)", "㈱", "有限会社", "(有)", "㈲", "合同会社", "(同)"];

/// Legal forms that end a company's name elsewhere.
const WORDS: [&str; 10] =
    ["inc", "incorporated", "co", "company", "corp", "corporation", "ltd", "limited", "llc", "kk"];

/// The text in the usual widths: Latin letters and digits half, katakana full; without spaces around it.
///
/// ```
/// use gyakusan::import::plain::narrow;
/// assert_eq!(narrow("　ＡＢ－１２　ｶﾞｽﾊﾟ "), "AB-12 ガスパ");
/// ```
pub fn narrow(text: &str) -> String {
    let mut narrow = String::with_capacity(text.len());
    for character in text.trim().chars() {
        let found = match character {
            '！'..='～' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
            '\u{3000}' | '\u{a0}' => ' ',
            'ﾞ' | 'ﾟ' => {
                voice(&mut narrow, character);
                continue;
            }
            '｡'..='ﾝ' => KATAKANA.chars().nth(character as usize - 0xFF61).unwrap_or(character),
            _ => character,
        };
        narrow.push(found);
    }
    narrow
}

/// The text in the usual widths and in small letters: Latin, Greek and Cyrillic ones. The tables for all scripts would weigh
/// more than everything here.
pub(super) fn lowered(text: &str) -> String {
    let mut lowered = narrow(text);
    if lowered.chars().any(is_capital) {
        lowered =
            lowered
                .chars()
                .map(|found| {
                    if is_capital(found) { char::from_u32(found as u32 + 32).unwrap_or(found) } else { found }
                })
                .collect();
    }
    lowered
}

fn is_capital(character: char) -> bool {
    matches!(character, 'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я')
}

/// Whether it is part of a word: no space, mark or symbol.
fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' | '々' | '〆' | '〇' => true,
        // Marks; arrows and drawings; marks of Japanese and Chinese, some of them tall or wide; private ones.
        '\u{80}'..='\u{bf}'
        | '×'
        | '÷'
        | '・'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{3030}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{feff}'..='\u{ff0f}'
        | '\u{fffd}' => false,
        _ => true,
    }
}

/// Joins a half-width sound mark to the letter before it.
fn voice(text: &mut String, mark: char) {
    let before = text.chars().next_back().unwrap_or(' ');
    let is_lip = "ハヒフヘホ".contains(before);
    let steps = match mark {
        'ﾟ' if is_lip => 2,
        'ﾞ' if is_lip || "カキクケコサシスセソタチツテト".contains(before) => 1,
        // ヴ
        'ﾞ' if before == 'ウ' => 'ヴ' as u32 - 'ウ' as u32,
        _ => 0,
    };
    if steps > 0 {
        text.pop();
        text.extend(char::from_u32(before as u32 + steps));
    }
}

/// What headings, channels and stages are compared by: letters and digits, in one width and case.
///
/// ```
/// use gyakusan::import::plain::name_key;
/// assert_eq!(name_key("Ｌｅａｄ-Source (Web)"), "leadsourceweb");
/// ```
pub fn name_key(text: &str) -> String {
    lowered(text).chars().filter(|character| is_letter(*character)).collect()
}

/// What e-mail addresses are compared by; `None` for what is none.
///
/// ```
/// use gyakusan::import::plain::email_key;
/// assert_eq!(email_key(" Taro <ＴＡＲＯ@example.co.jp> ").as_deref(), Some("taro@example.co.jp"));
/// assert_eq!(email_key("taro at example"), None);
/// ```
pub fn email_key(text: &str) -> Option<String> {
    let text = lowered(text);
    let inner = text.rsplit_once('<').map_or(text.as_str(), |(_, inner)| inner.trim_end_matches('>'));
    let address = inner.trim().trim_start_matches("mailto:");
    let (name, domain) = address.split_once('@')?;
    let is_whole = !name.is_empty() && domain.contains('.') && !domain.contains('@');
    (is_whole && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}

/// What companies are compared by: legal forms, widths, case, spaces and marks aside. Empty where nothing is left.
///
/// ```
/// use gyakusan::import::plain::company_key;
/// for name in ["株式会社 山田製作所", "㈱山田製作所", "(株)ﾔﾏﾀﾞ".replace("ﾔﾏﾀﾞ", "山田製作所").as_str()] {
///     assert_eq!(company_key(name), "山田製作所");
/// }
/// assert_eq!(company_key("ACME Co., Ltd."), company_key("Ａｃｍｅ"));
/// ```
pub fn company_key(text: &str) -> String {
    let mut text = lowered(text);
    for form in FORMS {
        text = text.replace(form, " ");
    }
    let words = text.split(|character: char| !is_letter(character)).filter(|word| !word.is_empty());
    let mut words: Vec<_> = words.collect();
    while words.len() > 1 && words.last().is_some_and(|word| WORDS.contains(word)) {
        words.pop();
    }
    words.concat()
}

/// Yes or no as tables have it; `None` for anything else.
///
/// ```
/// use gyakusan::import::plain::yes;
/// assert_eq!([yes("○"), yes("ＮＯ"), yes("済"), yes("たぶん")], [Some(true), Some(false), Some(true), None]);
/// ```
pub fn yes(text: &str) -> Option<bool> {
    const YES: [&str; 13] = ["1", "yes", "y", "true", "on", "はい", "有", "あり", "済", "○", "◯", "✓", "✔"];
    const NO: [&str; 12] = ["0", "no", "n", "false", "off", "いいえ", "無", "なし", "未", "×", "✕", "-"];
    let text = lowered(text);
    let is_in = |words: &[&str]| words.contains(&text.as_str());
    if is_in(&YES) { Some(true) } else { is_in(&NO).then_some(false) }
}
