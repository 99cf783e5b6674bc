//! The actuals: what happened so far, what it teaches, where the period will land.

/// The actuals. Phrases with places take what their comment names, in that order.
#[derive(Debug)]
pub struct TrackWords {
    /// Without actuals: the view's headline and what stands below it.
    pub empty: [&'static str; 2],
    /// How actuals come in: what can be put here, the button, what becomes of it.
    pub ways_in: [&'static str; 3],
}

pub(super) const JA: TrackWords = TrackWords {
    empty: [
        "実績を入れると、達成確率を計算し直します。",
        "計画の率と実績の率を合わせて、残りの月を見積もります。",
    ],
    ways_in: [
        "実績の入った計画ファイルをここに置くか、選びます",
        "ファイルを選ぶ",
        "この端末の中だけで処理し、どこにも送信しません",
    ],
};

pub(super) const EN: TrackWords = TrackWords {
    empty: [
        "Bring in actuals, and the odds are worked out again.",
        "The plan's rates and the actual ones together say what the months to come will bring.",
    ],
    ways_in: [
        "Drop a plan file with actuals here, or choose one",
        "Choose a file",
        "It is read on this device and sent nowhere",
    ],
};
