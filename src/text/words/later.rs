//! What stands in the place of sections that are not there yet.

/// What stands in the place of sections that are not there yet.
#[derive(Debug)]
pub struct LaterWords {
    /// Asks for them.
    pub show: &'static str,
    /// They are on their way.
    pub coming: &'static str,
    /// They did not come.
    pub failed: &'static str,
    /// Asks for them again.
    pub again: &'static str,
}

pub(super) const JA: LaterWords = LaterWords {
    show: "詳しい項目を表示",
    coming: "詳しい項目を読み込んでいます",
    failed: "詳しい項目を読み込めませんでした。",
    again: "もう一度",
};

pub(super) const EN: LaterWords = LaterWords {
    show: "Show the details",
    coming: "Loading the details",
    failed: "The details did not load.",
    again: "Try again",
};
