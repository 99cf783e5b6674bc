//! What a calculator and the page around it tell each other. `embed/README.md` and `embed/embed.d.ts` describe it.

use gyakusan_engine::json::{Value, Writer};

use super::Scheme;
use crate::share::link;
use crate::text::Language;

/// The version of the messages.
pub const EMBED_VERSION: u32 = 1;

/// What messages of the calculator name as their source.
const SOURCE: &str = "gyakusan";
/// A message to the calculator is at most this long, in bytes: a plan's link and a little more.
const MAX_LENGTH: usize = link::MAX_LENGTH + 1000;
/// Messages that are heard in a second; what comes beyond them is dropped.
const PER_SECOND: u32 = 20;

/// What the page around it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// To be told of results and changes of the plan.
    Listen,
    /// To show this plan: a link or its fragment.
    Plan(String),
    /// To be light or dark.
    Theme(Scheme),
    /// To speak this language.
    Language(Language),
}

/// Reads a message as JSON; `None` for whatever is none of ours.
pub fn hear(json: &str) -> Option<Heard> {
    if json.len() > MAX_LENGTH {
        return None;
    }
    let message = Value::parse(json).ok()?;
    let text = |key: &str| message.get(key).and_then(Value::as_text);
    let is_ours = text("target") == Some(SOURCE)
        && message.get("version") == Some(&Value::Number(f64::from(EMBED_VERSION)));
    if !is_ours {
        return None;
    }
    match text("type")? {
        "listen" => Some(Heard::Listen),
        "plan" => text("plan").map(|plan| Heard::Plan(plan.to_owned())),
        "theme" => text("theme").and_then(Scheme::named).map(Heard::Theme),
        "language" => text("language").and_then(Language::from_tag).map(Heard::Language),
        _ => None,
    }
}

/// Says that the calculator can be talked to.
pub fn ready() -> String {
    message("ready", |_| {})
}

/// Says how high the content is, in CSS pixels.
pub fn height(pixels: u32) -> String {
    message("height", |writer| {
        writer.key("height");
        writer.number(f64::from(pixels));
    })
}

/// What comes out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Expected arrivals in the period, each with the identity of its stage; no number where no volume reaches the target.
    pub counts: Vec<(String, f64)>,
    /// The chance, 0 to 1; `None` while it is calculated.
    pub chance: Option<f64>,
    /// How many trials it rests on.
    pub trials: Option<f64>,
}

/// Says what comes out.
pub fn result(outcome: &Outcome) -> String {
    message("result", |writer| {
        writer.key("counts").open_object();
        for (stage, count) in &outcome.counts {
            writer.key(stage);
            number(writer, Some(*count));
        }
        writer.close_object();
        writer.key("probability");
        number(writer, outcome.chance);
        writer.key("trials");
        number(writer, outcome.trials);
    })
}

/// Says which plan is shown, as the fragment of a link.
pub fn plan(fragment: &str) -> String {
    message("plan", |writer| {
        writer.key("plan");
        writer.text(fragment);
    })
}

/// The height as pages hear it that know Embedly's frames or Flourish's; `address` is the frame's own.
pub fn resized(pixels: u32, address: &str) -> String {
    let mut writer = Writer::default();
    writer.open_object();
    for (key, text) in
        [("sender", "Flourish"), ("context", "iframe.resize"), ("method", "resize"), ("src", address)]
    {
        writer.key(key);
        writer.text(text);
    }
    writer.key("height");
    writer.number(f64::from(pixels));
    writer.close_object();
    writer.finish()
}

/// The height as `WordPress` hears it from frames that it embedded itself and gave a secret.
pub fn wordpress(pixels: u32, fragment: &str) -> Option<String> {
    let (_, secret) = fragment.split_once("?secret=")?;
    let is_secret =
        (1..=40).contains(&secret.len()) && secret.bytes().all(|letter| letter.is_ascii_alphanumeric());
    if !is_secret {
        return None;
    }
    let mut writer = Writer::default();
    writer.open_object();
    writer.key("message");
    writer.text("height");
    writer.key("value");
    writer.number(f64::from(pixels));
    writer.key("secret");
    writer.text(secret);
    writer.close_object();
    Some(writer.finish())
}

fn message(kind: &str, content: impl FnOnce(&mut Writer)) -> String {
    let mut writer = Writer::default();
    writer.open_object();
    writer.key("source");
    writer.text(SOURCE);
    writer.key("version");
    writer.number(f64::from(EMBED_VERSION));
    writer.key("type");
    writer.text(kind);
    content(&mut writer);
    writer.close_object();
    writer.finish()
}

fn number(writer: &mut Writer, number: Option<f64>) {
    match number.filter(|number| number.is_finite()) {
        Some(number) => writer.number(number),
        None => writer.value(&Value::Null),
    }
}

/// Lets a number of messages pass in each second.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limiter {
    second: f64,
    passed: u32,
}

impl Limiter {
    /// Whether a message that comes now passes; `now` in milliseconds of any clock.
    pub fn passes(&mut self, now: f64) -> bool {
        let second = (now / 1000.0).floor();
        if second > self.second || second + 1.0 < self.second {
            *self = Self { second, passed: 0 };
        }
        self.passed += 1;
        self.passed <= PER_SECOND
    }
}
