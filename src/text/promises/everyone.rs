//! Whether everybody can use it.

use super::{PromiseGroupText, PromisePhrases, PromiseText};

pub(super) static GROUP: PromiseGroupText =
    PromiseGroupText { ja: "だれでも使える", en: "For everyone", promises: &PROMISES };

static PROMISES: [PromiseText; 5] = [
    PromiseText {
        id: "stories",
        ja: PromisePhrases {
            promise: "利用者の一連の操作が、Chromium で終わりまでできる。",
            check: "組み立てたページを実際のブラウザで操作する。",
            figure: "{0} の操作",
        },
        en: PromisePhrases {
            promise: "What users do works to its end in Chromium.",
            check: "A real browser walks through the built page.",
            figure: "{0} stories",
        },
    },
    PromiseText {
        id: "other_browsers",
        ja: PromisePhrases {
            promise: "主な操作は Firefox と WebKit でもできる。",
            check: "操作を両方で行い、いくつ行えたかを数える。",
            figure: "{0} の操作",
        },
        en: PromisePhrases {
            promise: "The main tasks work in Firefox and WebKit.",
            check: "Stories are told in both, and counted.",
            figure: "{0} stories",
        },
    },
    PromiseText {
        id: "axe",
        ja: PromisePhrases {
            promise: "WCAG 2.2 AA を満たし、axe-core の指摘は 0件。",
            check: "すべての状態、明暗、幅で調べる。",
            figure: "{0} の状態",
        },
        en: PromisePhrases {
            promise: "WCAG 2.2 AA, without a finding of axe-core.",
            check: "Every state, theme and width.",
            figure: "{0} states",
        },
    },
    PromiseText {
        id: "keyboard",
        ja: PromisePhrases {
            promise: "キーボードだけですべてできる。",
            check: "15 の作業をキーボードだけで行う。",
            figure: "{0} の作業",
        },
        en: PromisePhrases {
            promise: "The keyboard alone does everything.",
            check: "Fifteen tasks by keyboard alone.",
            figure: "{0} tasks",
        },
    },
    PromiseText {
        id: "read_back",
        ja: PromisePhrases {
            promise: "書いてある数は、そのまま読み戻せる（全角、万・億、%、カンマも）。",
            check: "無作為の数を書いて読み、最後のビットまで比べる。",
            figure: "{0} の数",
        },
        en: PromisePhrases {
            promise: "What is written is read back: full-width digits, 万 and 億, %, commas.",
            check: "Random numbers are written, read, and compared to the last bit.",
            figure: "{0} numbers",
        },
    },
];
