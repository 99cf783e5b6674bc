//! Links: a document in the fragment of an address.
//!
//! `#p=` is followed by bytes as letters: the version of the format, the engine number, a checksum of three bytes, and
//! the document as JSON, shortened (`shorten`) and turned into bits (`walk`) that take little space where they are
//! foreseeable (`model`) after a sample of documents. Version 1 is this code with this sample; what would give its bytes
//! another meaning is a new version beside it. Plans and workbooks in a link have their own versions, as in files.

mod letters;
mod model;
mod shorten;
mod walk;

use std::sync::OnceLock;

use gyakusan_engine::ENGINE_VERSION;
use gyakusan_engine::json::Value;
use gyakusan_engine::plan::{PlanErrors, Problem};

use super::{agreement, file};
use crate::document::agreed::{LEARNED, RECORDS};
use crate::document::{Agreement, Document};
use walk::Walk;

/// The newest version of links that is read, and the one that is written.
pub const LINK_VERSION: u8 = 1;

/// The most characters of a link's fragment.
pub const MAX_LENGTH: usize = 16 << 10;

/// What a link's fragment begins with, after the `#`.
const KEY: &str = "p=";

/// Bytes before the document: version, engine, checksum.
const HEAD: usize = 5;

/// The documents after which links are foreseen. What stands in it belongs to the format.
const SAMPLE: &str = include_str!("sample_1.json");

/// The engine number in links.
const ENGINE: u8 = {
    assert!(ENGINE_VERSION < 256, "engine numbers take one byte");
    ENGINE_VERSION as u8
};

/// A document out of a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// The engine number of the program that made the link.
    pub engine: u32,
}

impl Opened {
    /// Whether figures may differ from those that were seen when the link was made.
    pub fn is_of_other_engine(&self) -> bool {
        self.engine != ENGINE_VERSION
    }
}

/// Why a link gives no document.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkError {
    /// The text holds no link.
    NoLink,
    /// The link, or the document for one, is too long.
    TooLong {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
    /// Letters are missing, or are others than those that were written.
    Damaged,
    /// A newer program made the link.
    Newer {
        /// The version of link, plan or workbook that was found.
        found: u64,
        /// The newest version that is read.
        newest: u32,
    },
    /// What the link holds is no plan.
    NoPlan(PlanErrors),
}

/// A link to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The fragment of the address, `#` included; letters that need no escape.
    pub fragment: String,
    /// The fields of the workbook that were too long for a link.
    pub left_out: Vec<String>,
}

/// Puts a document into a link. Where the workbook makes it too long, its longest fields are left out.
///
/// # Errors
/// [`LinkError::TooLong`] where the plan alone takes more than [`MAX_LENGTH`], which takes hundreds of long numbers and
/// names.
///
/// ```
/// use gyakusan::document::{Document, Workbook};
/// use gyakusan::share::link;
/// use gyakusan_engine::plan::Plan;
///
/// let plan = Plan::from_json(include_str!("../../../engine/plans/default.json"))?;
/// let document = Document { plan, workbook: Workbook::default() };
/// let link = link::encode(&document).expect("a short plan");
/// let opened = link::decode(&format!("{}。", link.fragment)).expect("a whole link");
/// assert_eq!(opened.document, document);
/// assert!(!opened.is_of_other_engine());
/// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
/// ```
pub fn encode(document: &Document) -> Result<Link, LinkError> {
    // What is recorded of actuals, which no link carries, stays behind; what was taken into the plan goes with it.
    let mut document = document.clone();
    let fields = document
        .workbook
        .agreement
        .fields()
        .iter()
        .filter(|(key, _)| key == LEARNED || !RECORDS.iter().any(|(record, ..)| record == key));
    document.workbook.agreement = Agreement::new(fields.cloned().collect());
    // What the engine writes is JSON.
    let mut whole = file::value(&document);
    let short = shorten::shortened(whole.clone());
    // Were something left out that the reader does not fill in again, it stays.
    if file::document(short.clone(), false, None).is_ok_and(|(read, _)| read == document) {
        whole = short;
    }
    let mut left_out = Vec::new();
    loop {
        let fragment = body(&whole).map(|body| sealed(LINK_VERSION, ENGINE, &body));
        let found = fragment.as_ref().map_or(usize::MAX, String::len);
        match fragment.filter(|_| found <= MAX_LENGTH) {
            Some(fragment) => return Ok(Link { fragment, left_out }),
            None => left_out.push(
                shorten::without_longest_note(&mut whole)
                    .ok_or(LinkError::TooLong { found, max: MAX_LENGTH })?,
            ),
        }
    }
}

/// Reads the document of a link from an address, a fragment, or a text that holds one; what stands around it is passed over.
///
/// # Errors
/// See [`LinkError`]; every text gives a document or one of these.
pub fn decode(text: &str) -> Result<Opened, LinkError> {
    let letters = letters::leading(link_in(text).ok_or(LinkError::NoLink)?);
    if letters.len() > MAX_LENGTH {
        return Err(LinkError::TooLong { found: letters.len(), max: MAX_LENGTH });
    }
    let mut bytes = letters::bytes(letters);
    let found = *bytes.first().ok_or(LinkError::NoLink)?;
    // Writing around a link, such as _emphasis_, may end in what could be its letters.
    let signs = letters.bytes().rev().take_while(|letter| matches!(letter, b'-' | b'_')).count();
    let whole = (0..=signs.min(3)).any(|cut| {
        bytes = letters::bytes(&letters[..letters.len() - cut]);
        bytes.len() >= HEAD && bytes[2..HEAD] == checksum(&bytes)
    });
    match found {
        LINK_VERSION if whole => {}
        _ if found > LINK_VERSION => {
            return Err(LinkError::Newer { found: found.into(), newest: LINK_VERSION.into() });
        }
        _ => return Err(LinkError::Damaged),
    }
    let value = value(&bytes[HEAD..]).ok_or(LinkError::Damaged)?;
    match file::document(value, false, Some(agreement::look)) {
        Ok((document, _)) => Ok(Opened { document, engine: bytes[1].into() }),
        Err(errors) => Err(newer(&errors).unwrap_or(LinkError::NoPlan(errors))),
    }
}

/// The fragment of a link that holds these bytes, whatever they are.
pub fn sealed(version: u8, engine: u8, body: &[u8]) -> String {
    let mut bytes = vec![version, engine, 0, 0, 0];
    bytes.extend(body);
    let checksum = checksum(&bytes);
    bytes[2..HEAD].copy_from_slice(&checksum);
    ["#", KEY, &letters::letters(&bytes)].concat()
}

/// A link as a program with another engine would have made it; `None` for what is no whole link.
pub fn of_engine(fragment: &str, engine: u8) -> Option<String> {
    let bytes = letters::bytes(link_in(fragment)?);
    Some(sealed(*bytes.first()?, engine, bytes.get(HEAD..)?))
}

/// The text after the key of a link: the key follows a mark of addresses, or begins the text.
fn link_in(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let marked = |at: usize| at == 0 || matches!(bytes[at - 1], b'#' | b'&' | b'?');
    // A key is short enough to be compared at every place; std's search weighs more than this whole file.
    let at = (0..bytes.len()).find(|at| marked(*at) && bytes[*at..].starts_with(KEY.as_bytes()))?;
    text.get(at + KEY.len()..)
}

/// Three bytes that depend on all others (FNV-1a).
fn checksum(bytes: &[u8]) -> [u8; 3] {
    let all = bytes[..2].iter().chain(&bytes[HEAD..]);
    let hash = all.fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [first, second, third, fourth] = hash.to_be_bytes();
    [first ^ fourth, second, third]
}

/// A walk that has the sample behind it, which takes a moment and is gone only once.
fn learned<'a>() -> Option<Walk<'a>> {
    static LEARNED: OnceLock<Option<Walk<'static>>> = OnceLock::new();
    let learn = || {
        let mut walk = Walk::new();
        walk.value(0, 0, &Value::parse(SAMPLE).ok()?)?;
        Some(walk)
    };
    LEARNED.get_or_init(learn).clone()
}

fn body(document: &Value) -> Option<Vec<u8>> {
    let mut walk = learned()?;
    walk.coder.write();
    // A document stands where those of the sample stood.
    walk.value(0, 1, document)?;
    Some(walk.coder.finish())
}

fn value(body: &[u8]) -> Option<Value> {
    let mut walk = learned()?;
    walk.coder.read(body);
    walk.value(0, 1, &Value::Null)
}

/// Whether errors say that a newer program wrote the document.
fn newer(errors: &PlanErrors) -> Option<LinkError> {
    errors.iter().find_map(|error| match error.problem {
        Problem::Newer { found, newest } => Some(LinkError::Newer { found, newest }),
        _ => None,
    })
}
