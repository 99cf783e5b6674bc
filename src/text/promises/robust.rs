//! What happens when something goes wrong.

use super::{PromiseGroupText, PromisePhrases, PromiseText};

pub(super) static GROUP: PromiseGroupText =
    PromiseGroupText { ja: "丈夫さ", en: "Robust", promises: &PROMISES };

static PROMISES: [PromiseText; 5] = [
    PromiseText {
        id: "workers",
        ja: PromisePhrases {
            promise: "計算を分担する部品が止まっても、答えは同じビットのまま返る。",
            check: "編集中に 200回止める。",
            figure: "{0} 回",
        },
        en: PromisePhrases {
            promise: "Lost workers change no bit of the answer.",
            check: "200 of them are stopped during edits.",
            figure: "{0} stops",
        },
    },
    PromiseText {
        id: "storage",
        ja: PromisePhrases {
            promise: "保存が断られる、いっぱい、壊れている、2つの窓で争うときも、計画を失わない。",
            check: "それぞれをブラウザで起こす。",
            figure: "{0} の場合",
        },
        en: PromisePhrases {
            promise: "Storage that refuses, is full, is damaged or shared by two windows loses no plan.",
            check: "Each is made to happen.",
            figure: "{0} cases",
        },
    },
    PromiseText {
        id: "start",
        ja: PromisePhrases {
            promise: "プログラムが届かないときも、空白にならず、読める。",
            check: "壊れたファイル、スクリプトなしで開く。",
            figure: "{0} の場合",
        },
        en: PromisePhrases {
            promise: "Where the program does not arrive, the page is still readable, never blank.",
            check: "Opened with damaged files and without scripts.",
            figure: "{0} cases",
        },
    },
    PromiseText {
        id: "panic",
        ja: PromisePhrases {
            promise: "プログラムが途中で止まっても、計画をリンクとファイルで渡し、次は安全に開く。",
            check: "動いているプログラムのメモリを壊す。",
            figure: "{0} 回",
        },
        en: PromisePhrases {
            promise: "A program that stops hands over the plan as link and file, and starts safely again.",
            check: "The memory of the running program is overwritten.",
            figure: "{0} times",
        },
    },
    PromiseText {
        id: "long",
        ja: PromisePhrases {
            promise: "1万回の編集と 500回の計算のあとも、メモリの増えは 2MiB まで。",
            check: "ブラウザのメモリを測る。",
            figure: "{0} MiB",
        },
        en: PromisePhrases {
            promise: "Ten thousand edits and 500 runs grow memory by at most 2 MiB.",
            check: "The browser's memory is measured.",
            figure: "{0} MiB",
        },
    },
];
