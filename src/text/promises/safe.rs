//! Whether it is safe.

use super::{PromiseGroupText, PromisePhrases, PromiseText};

pub(super) static GROUP: PromiseGroupText =
    PromiseGroupText { ja: "安全", en: "Safe", promises: &PROMISES };

static PROMISES: [PromiseText; 8] = [
    PromiseText {
        id: "policy",
        ja: PromisePhrases {
            promise: "ページは、実行できるものを厳しく制限した方針（CSP と Trusted Types）の下で動き、違反は 0件。",
            check: "ブラウザでの操作すべてで違反を数える。",
            figure: "{0} 件の違反、{1} の操作で",
        },
        en: PromisePhrases {
            promise: "The page runs under a strict content policy with Trusted Types, without a violation.",
            check: "Violations are counted in every story told in a browser.",
            figure: "{0} violations in {1} stories",
        },
    },
    PromiseText {
        id: "hostile",
        ja: PromisePhrases {
            promise: "どんな文字を入れても、文字のまま。何も実行されず、変わらずに戻る。",
            check: "命令や数式に見える文字を、すべての欄、ファイル、表、リンクに入れる。",
            figure: "{0} の組み合わせ",
        },
        en: PromisePhrases {
            promise: "Whatever is entered stays text: nothing of it runs, and it comes back unchanged.",
            check: "Texts that look like code or formulas, in fields, files, tables and links.",
            figure: "{0} pairs",
        },
    },
    PromiseText {
        id: "silence",
        ja: PromisePhrases {
            promise: "入力したものは端末の外に出ない。別のサイトへの通信は 0回。",
            check: "ブラウザの通信の記録を読む。",
            figure: "{0} 回",
        },
        en: PromisePhrases {
            promise: "Nothing leaves the device: no request to another origin.",
            check: "The browser's own list of requests is read.",
            figure: "{0} requests",
        },
    },
    PromiseText {
        id: "links",
        ja: PromisePhrases {
            promise: "公開した版のリンクは、ずっと同じ計画として開く。",
            check: "これまでの版のリンクを開いて比べる。",
            figure: "{0} 本のリンク",
        },
        en: PromisePhrases {
            promise: "Every published version of a link opens for ever.",
            check: "Links of all versions so far are opened and compared.",
            figure: "{0} links",
        },
    },
    PromiseText {
        id: "fuzzing",
        ja: PromisePhrases {
            promise: "リンク、ファイル、表の読み取りは、壊れた入力 1,000万回ずつで落ちない。",
            check: "cargo xtask fuzz（cargo-fuzz）で試す。",
            figure: "{0} 種、{1} 回ずつ",
        },
        en: PromisePhrases {
            promise: "Readers of links, files and tables stand ten million damaged inputs each.",
            check: "cargo xtask fuzz, by cargo-fuzz.",
            figure: "{0} readers, {1} runs each",
        },
    },
    PromiseText {
        id: "damaged",
        ja: PromisePhrases {
            promise: "壊れたリンク 100万通りが、別の計画として開くことも、ページを止めることもない。",
            check: "決まった乱数で壊して読ませる。",
            figure: "{0} 通り",
        },
        en: PromisePhrases {
            promise: "Of a million damaged links none opens as another plan, and none stops the page.",
            check: "Damaged with fixed random numbers, then read.",
            figure: "{0} links",
        },
    },
    PromiseText {
        id: "damaged_tables",
        ja: PromisePhrases {
            promise: "壊れた表 100万通りを読ませても、止まらない。",
            check: "決まった乱数で壊して読ませる。",
            figure: "{0} 通り",
        },
        en: PromisePhrases {
            promise: "A million damaged tables are read or refused, and none stops the page.",
            check: "Damaged with fixed random numbers, then read.",
            figure: "{0} tables",
        },
    },
    PromiseText {
        id: "supply",
        ja: PromisePhrases {
            promise: "使っているライブラリの許諾と既知の弱点を調べる。",
            check: "cargo-deny で調べる。",
            figure: "{0}",
        },
        en: PromisePhrases {
            promise: "Licences and known weaknesses of every library are looked at.",
            check: "cargo-deny.",
            figure: "{0}",
        },
    },
];
