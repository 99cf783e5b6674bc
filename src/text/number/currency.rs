//! The currency a plan is kept in: its code, and how amounts in it are marked.

/// A currency by its three-letter code, such as JPY; any three capitals are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The Japanese yen, the currency of a plan that names none.
    pub const JPY: Self = Self(*b"JPY");
    /// The United States dollar.
    pub const USD: Self = Self(*b"USD");
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The pound sterling.
    pub const GBP: Self = Self(*b"GBP");

    /// The currency of this code, or nothing unless it is exactly three ASCII capitals.
    pub fn from_code(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// The three letters.
    pub fn code(self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }

    /// What English writes before an amount: "¥", or the code and a space that does not break.
    pub(super) fn prefix(self) -> String {
        self.symbol().map_or_else(|| format!("{}\u{a0}", self.code()), str::to_owned)
    }

    /// What Japanese writes after an amount: 「円」, 「ドル」, or the code.
    pub(super) fn suffix(self) -> String {
        match self {
            Self::JPY => "円".to_owned(),
            Self::USD => "ドル".to_owned(),
            Self::EUR => "ユーロ".to_owned(),
            Self::GBP => "ポンド".to_owned(),
            other => other.code(),
        }
    }

    /// Whether an amount marked with `spelling`, a usual mark of `marked`, is in this currency.
    ///
    /// A currency without a symbol of its own here may be one of the many dollars, or the yuan, and takes
    /// "$" and "¥" as well.
    pub(super) fn is_marked_by(self, marked: Self, spelling: &str) -> bool {
        self == marked || (self.symbol().is_none() && matches!(spelling, "$" | "¥"))
    }

    fn symbol(self) -> Option<&'static str> {
        match self {
            Self::JPY => Some("¥"),
            Self::USD => Some("$"),
            Self::EUR => Some("€"),
            Self::GBP => Some("£"),
            _ => None,
        }
    }
}
