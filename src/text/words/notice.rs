//! What was just done, and taking it back.

/// What was just done, and taking it back.
#[derive(Debug)]
pub struct NoticeWords {
    /// Another number is the answer: its name.
    pub solves: fn(&str) -> String,
    /// The answer was typed into: its name, the name of the new answer.
    pub given: fn(&str, &str) -> String,
    /// A count was typed: its name, the count, what gave way, its value before and now.
    pub held: fn(&str, &str, &str, [&str; 2]) -> String,
    /// A count was typed and the volume of the channels gave way: its name, the count, the factor.
    pub held_by_volume: fn(&str, &str, &str) -> String,
    /// The first plan is back.
    pub reset: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// Does it again.
    pub redo: &'static str,
    /// Brings the first plan back.
    pub start_over: &'static str,
}

pub(super) const JA: NoticeWords = NoticeWords {
    solves: |name| format!("「{name}」を逆算に切りかえました"),
    given: |name, answer| format!("{name}を固定しました。{answer}を逆算します"),
    held: |name, count, freed, [was, is]| {
        format!("{name}を {count} に固定しました。{freed}が {was} から {is} に変わりました")
    },
    held_by_volume: |name, count, factor| {
        format!("{name}を {count} に固定しました。チャネルの件数を {factor} にしました")
    },
    reset: "最初の計画に戻しました",
    undo: "元に戻す",
    redo: "やり直す",
    start_over: "最初に戻す",
};

pub(super) const EN: NoticeWords = NoticeWords {
    solves: |name| format!("Now solving for {name}"),
    given: |name, answer| format!("{name} is given now; {answer} is the answer"),
    held: |name, count, freed, [was, is]| {
        format!("{name} is held at {count}. {freed} went from {was} to {is}")
    },
    held_by_volume: |name, count, factor| format!("{name} is held at {count}. Channel volumes are {factor}"),
    reset: "The first plan is back",
    undo: "Undo",
    redo: "Redo",
    start_over: "Start over",
};
