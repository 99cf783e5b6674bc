//! How fast it is, how much it weighs.

use super::{PromiseGroupText, PromisePhrases, PromiseText};

pub(super) static GROUP: PromiseGroupText =
    PromiseGroupText { ja: "速さと軽さ", en: "Fast and light", promises: &PROMISES };

static PROMISES: [PromiseText; 10] = [
    PromiseText {
        id: "opening",
        ja: PromisePhrases {
            promise: "開くときに受け取るのは 200KB まで（スクリプト、Wasm、スタイル、HTML を brotli で圧縮した合計）。",
            check: "組み立てたファイルを圧縮して量る。",
            figure: "{0} バイト（上限 {1}）",
        },
        en: PromisePhrases {
            promise: "Opening the page transfers at most 200 KB: scripts, Wasm, styles and HTML after brotli.",
            check: "The built files are compressed and weighed.",
            figure: "{0} bytes of {1}",
        },
    },
    PromiseText {
        id: "embedding",
        ja: PromisePhrases {
            promise: "埋め込みも同じ 200KB まで。",
            check: "同じく量る。埋め込みに要る分をすべて足す。",
            figure: "{0} バイト（上限 {1}）",
        },
        en: PromisePhrases {
            promise: "An embedded calculator keeps to the same 200 KB.",
            check: "Weighed in the same way, with every part that it loads.",
            figure: "{0} bytes of {1}",
        },
    },
    PromiseText {
        id: "wasm",
        ja: PromisePhrases {
            promise: "ブラウザでの計算は、同じ計算をそのまま機械語にしたものの 1.5倍の時間まで。",
            check: "同じ計画を並べて走らせ、時間の比をとる。",
            figure: "{0}",
        },
        en: PromisePhrases {
            promise: "In the browser a run takes at most 1.5 times what the native program takes.",
            check: "The same plan side by side, as a ratio of times.",
            figure: "{0}",
        },
    },
    PromiseText {
        id: "numpy",
        ja: PromisePhrases {
            promise: "NumPy のまとめ計算の 5倍以上速い。",
            check: "同じ計画を並べて走らせ、時間の比をとる。",
            figure: "{0}",
        },
        en: PromisePhrases {
            promise: "At least 5 times as fast as NumPy's vectorised version.",
            check: "The same plan side by side, as a ratio of times.",
            figure: "{0}",
        },
    },
    PromiseText {
        id: "prospects",
        ja: PromisePhrases {
            promise: "見込み客を 1人ずつ追う計算の 50倍以上速い。",
            check: "同じ計画を並べて走らせ、時間の比をとる。",
            figure: "{0}",
        },
        en: PromisePhrases {
            promise: "At least 50 times as fast as following prospects one by one.",
            check: "The same plan side by side, as a ratio of times.",
            figure: "{0}",
        },
    },
    PromiseText {
        id: "everything",
        ja: PromisePhrases {
            promise: "すべての仕組みを使う 24か月の計画でも、基準の計画の 4倍の時間まで。",
            check: "同じ機械で続けて走らせ、時間の比をとる。",
            figure: "{0}",
        },
        en: PromisePhrases {
            promise: "A plan of 24 months with every mechanism takes at most 4 times the plain one.",
            check: "One after the other on one machine, as a ratio of times.",
            figure: "{0}",
        },
    },
    PromiseText {
        id: "memory",
        ja: PromisePhrases {
            promise: "100万回の計算でも、使うメモリは 64MiB まで。",
            check: "割り当てたメモリの最大を数える。",
            figure: "{0} MiB",
        },
        en: PromisePhrases {
            promise: "A million trials stay under 64 MiB of memory.",
            check: "The most that is allocated at a time is counted.",
            figure: "{0} MiB",
        },
    },
    PromiseText {
        id: "speed_kept",
        ja: PromisePhrases {
            promise: "計算が前より遅くなれば、検査が止める。",
            check: "変わらない計算を物差しにした比を、記録した比と比べる。1.4倍を超えれば不合格。",
            figure: "最大で記録の {0} 倍",
        },
        en: PromisePhrases {
            promise: "Trials that become slower are stopped by a check.",
            check: "Against arithmetic that never changes, as a ratio to the one on record; above 1.4 it fails.",
            figure: "at most {0} times the record",
        },
    },
    PromiseText {
        id: "keystroke",
        ja: PromisePhrases {
            promise: "打鍵から描き直しまで 16ミリ秒以内（95%の打鍵で、計算中でも）。",
            check: "ブラウザのイベントの時間を測る。",
            figure: "{0} ミリ秒",
        },
        en: PromisePhrases {
            promise: "A keystroke is on screen within 16 ms, 95 times in 100, also while a simulation runs.",
            check: "Event timing in the browser.",
            figure: "{0} ms",
        },
    },
    PromiseText {
        id: "lighthouse",
        ja: PromisePhrases {
            promise: "Lighthouse（モバイル）の 4分野すべてで 98点以上。",
            check: "Lighthouse 12 で 3回ずつ測り、中央の回を取る。",
            figure: "ページ {0}、埋め込み {1}",
        },
        en: PromisePhrases {
            promise: "At least 98 in all four categories of Lighthouse's mobile preset.",
            check: "Lighthouse 12, the middle of three runs.",
            figure: "page {0}, embed {1}",
        },
    },
];
