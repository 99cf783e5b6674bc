//! Parameters, colours, messages and snippets of the embedded calculator.

use super::{
    Colour, Form, Heard, Limiter, Options, Outcome, Palette, Scheme, Snippet, contrast, hear, height,
    is_link, plan, ready, resized, result, wordpress,
};
use crate::text::Language;

fn options(query: &[(&str, &str)]) -> Options {
    Options::read(|name| query.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
}

// Another reader of addresses, which is there natively.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn what_an_address_says_is_written_as_it_was_read() {
    let query = [
        ("show", "target,deal,rate:won"),
        ("edit", "target"),
        ("figure", "none"),
        ("title", "自社の数字で & \"試す\""),
        ("cta", "相談する"),
        ("cta-link", "https://example.com/a?b=c&d=e"),
        ("lang", "en"),
        ("theme", "dark"),
        ("ink", "#EEE"),
        ("width", "680"),
    ];
    let read = options(&query);
    assert_eq!(read.colours[1], Some(Colour(0xEE_EEEE)));
    let pairs = read.pairs();
    let again =
        Options::read(|name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()));
    assert_eq!(again, read);
    let url = url::Url::parse(&format!("https://example.com/{}", read.query())).expect("an address");
    let back = Options::read(|name| {
        url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    });
    assert_eq!(back, read);
}

#[test]
fn an_address_without_a_word_is_the_usual_calculator() {
    assert_eq!(options(&[]), Options::default());
    assert_eq!(Options::default().query(), "?embed=1");
    assert!(Options::default().is_editable("target"));
    let none = options(&[("edit", "none")]);
    assert!(!none.is_editable("target"));
    assert_eq!(none.query(), "?embed=1&edit=none");
}

#[test]
fn what_cannot_be_used_is_left_out() {
    let read = options(&[
        ("cta", "x"),
        ("cta-link", "javascript:alert(1)"),
        ("lang", "fr"),
        ("theme", "pink"),
        ("paper", "red"),
        ("width", "99999"),
        ("title", &"長".repeat(500)),
    ]);
    assert_eq!((read.link.as_str(), read.width, read.title.chars().count()), ("", Some(1200), 120));
    assert_eq!((read.language, read.scheme, read.colours), (Language::Ja, Scheme::System, [None; 3]));
    for bad in [
        "http://a.b",
        "https://",
        "https:// a",
        "https://a.b/\"x",
        "//a.b",
        "data:text/html,x",
        "https://u@h",
    ] {
        assert!(!is_link(bad), "{bad}");
    }
    assert!(is_link("https://例え.jp/道?x=1#y"));
}

#[test]
fn contrast_is_wcags() {
    // Figures of the WebAIM contrast checker.
    for (one, other, expected) in
        [(0x77_7777, 0xFF_FFFF, 4.48), (0x00_00FF, 0xFF_FFFF, 8.59), (0xFF_0000, 0, 5.25)]
    {
        let found = contrast(Colour(one), Colour(other));
        assert!((found - expected).abs() < 0.01, "{found}");
    }
}

#[test]
fn every_palette_can_be_read() {
    let mut state = 1_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8 & 3 != 0).then_some(Colour(state >> 8))
    };
    let (mut used, mut refused) = (0, 0);
    for round in 0..5000 {
        let given = [random(), random(), random()];
        let palette = Palette::new(given, round % 2 == 0);
        refused += palette.refused.len();
        let value =
            |name: &str| palette.tokens.iter().find(|(known, _)| *known == name).map(|(_, colour)| *colour);
        let Some(paper) = value("--paper") else { continue };
        used += 1;
        let against = |name: &str, on: Colour| contrast(value(name).expect("a token"), on);
        let sunken = value("--sunken").expect("a token");
        assert!(against("--ink", paper) >= 7.0, "{given:?}");
        for soft in ["--ink-soft", "--ink-faint"] {
            assert!(against(soft, paper) >= 4.5 && against(soft, sunken) >= 4.5, "{soft} {given:?}");
        }
        for shape in ["--edge", "--marker-edge", "--data-missed"] {
            assert!(against(shape, paper) >= 3.0, "{shape} {given:?}");
        }
        assert!(against("--marker-ink", value("--marker").expect("a token")) >= 4.5, "{given:?}");
    }
    assert!(used > 100 && refused > 1000, "{used} {refused}");
}

#[test]
fn a_refused_colour_says_by_how_much() {
    let palette = Palette::new([None, Some(Colour(0x99_9999)), None], false);
    let [refused] = palette.refused[..] else { panic!("{palette:?}") };
    assert_eq!(refused.which, 1);
    assert!((refused.found - 2.85).abs() < 0.01 && (refused.needed - 7.0).abs() < 1e-9, "{refused:?}");
    assert!(palette.tokens.is_empty());
}

#[test]
fn messages_have_a_source_a_version_and_a_type() {
    let outcome = Outcome {
        counts: vec![("won".to_owned(), 20.0), ("lead".to_owned(), f64::NAN)],
        chance: Some(0.4546),
        trials: Some(100_000.0),
    };
    assert_eq!(ready(), r#"{"source":"gyakusan","version":1,"type":"ready"}"#);
    assert_eq!(height(640), r#"{"source":"gyakusan","version":1,"type":"height","height":640}"#);
    assert_eq!(plan("#p=A"), r##"{"source":"gyakusan","version":1,"type":"plan","plan":"#p=A"}"##);
    assert_eq!(
        result(&outcome),
        r#"{"source":"gyakusan","version":1,"type":"result","counts":{"won":20,"lead":null},"probability":0.4546,"trials":100000}"#
    );
    assert_eq!(
        resized(640, "https://a.b/?embed=1"),
        r#"{"sender":"Flourish","context":"iframe.resize","method":"resize","src":"https://a.b/?embed=1","height":640}"#
    );
    assert_eq!(
        wordpress(640, "#p=A#?secret=aB3").as_deref(),
        Some(r#"{"message":"height","value":640,"secret":"aB3"}"#)
    );
    assert_eq!([wordpress(640, "#p=A"), wordpress(640, "#?secret=a\"b")], [None, None]);
}

#[test]
fn only_whole_messages_are_heard() {
    let of = |rest: &str| hear(&format!(r#"{{"target":"gyakusan","version":1,{rest}}}"#));
    assert_eq!(of(r#""type":"listen""#), Some(Heard::Listen));
    assert_eq!(of(r##""type":"plan","plan":"#p=A""##), Some(Heard::Plan("#p=A".to_owned())));
    assert_eq!(of(r#""type":"theme","theme":"dark""#), Some(Heard::Theme(Scheme::Dark)));
    assert_eq!(of(r#""type":"language","language":"en-GB""#), Some(Heard::Language(Language::En)));
    for bad in [
        r#""type":"plan","plan":1"#,
        r#""type":"theme","theme":"pink""#,
        r#""type":"eval""#,
        r#""kind":"listen""#,
    ] {
        assert_eq!(of(bad), None, "{bad}");
    }
    for bad in [
        "",
        "null",
        "\"listen\"",
        r#"{"type":"listen"}"#,
        r#"{"target":"gyakusan","version":2,"type":"listen"}"#,
        r#"{"target":"other","version":1,"type":"listen"}"#,
    ] {
        assert_eq!(hear(bad), None, "{bad}");
    }
    assert_eq!(of(&format!(r#""type":"plan","plan":"{}""#, "A".repeat(20_000))), None, "too long");
}

#[test]
fn a_flood_is_dropped_until_the_next_second() {
    let mut limiter = Limiter::default();
    let passed = (0..100).filter(|_| limiter.passes(5_100.0)).count();
    assert_eq!(passed, 20);
    assert!(limiter.passes(6_000.0));
}

#[test]
fn snippets_hold_everything_and_cannot_be_broken_out_of() {
    let options = options(&[("title", "\"><script>"), ("width", "680"), ("edit", "target")]);
    let snippet = Snippet {
        page: "https://example.com/gyakusan/",
        options: &options,
        fragment: "#p=ABC",
        name: "逆算 \"> <script>",
        heights: [640, 952],
    };
    let address = "https://example.com/gyakusan/?embed=1&amp;edit=target&amp;title=%22%3E%3Cscript%3E&amp;width=680#p=ABC";
    let frame = format!(
        "<iframe src=\"{address}\" title=\"逆算 &quot;&gt; &lt;script&gt;\" width=\"100%\" height=\"640\" \
         style=\"border:0;display:block;margin:0 auto;max-width:680px;height:clamp(640px,(640px - 100vw)*999,1016px)\" loading=\"lazy\"></iframe>"
    );
    assert_eq!(snippet.text(Form::Frame), frame);
    let [column, _] = snippet.heights;
    let as_high = Snippet { heights: [column; 2], ..snippet };
    assert!(as_high.text(Form::Frame).contains("margin:0 auto;max-width:680px\" loading"));
    assert_eq!(snippet.text(Form::WordPress), format!("<!-- wp:html -->\n{frame}\n<!-- /wp:html -->"));
    assert_eq!(
        snippet.text(Form::Element),
        "<script src=\"https://example.com/gyakusan/embed.js\" async></script>\n<gyakusan-calculator edit=\"target\" \
         heading=\"&quot;&gt;&lt;script&gt;\" width=\"680\" plan=\"#p=ABC\" height=\"640\"><a \
         href=\"https://example.com/gyakusan/?lang=ja#p=ABC\">逆算 &quot;&gt; &lt;script&gt;</a></gyakusan-calculator>"
    );
    assert_eq!(
        snippet.text(Form::Markdown),
        "[逆算 \"> script](https://example.com/gyakusan/?lang=ja#p=ABC)".replace("> ", " ")
    );
}
