//! Whether the figures are right.

use super::{PromiseGroupText, PromisePhrases, PromiseText};

pub(super) static GROUP: PromiseGroupText =
    PromiseGroupText { ja: "数字の正しさ", en: "Correct numbers", promises: &PROMISES };

static PROMISES: [PromiseText; 11] = [
    PromiseText {
        id: "functions",
        ja: PromisePhrases {
            promise: "特殊関数の相対誤差は 1e-13 まで。",
            check: "50桁で計算した表と比べる。",
            figure: "{0} 点",
        },
        en: PromisePhrases {
            promise: "Special functions have a relative error of at most 1e-13.",
            check: "Against tables worked out with 50 digits.",
            figure: "{0} points",
        },
    },
    PromiseText {
        id: "samplers",
        ja: PromisePhrases {
            promise: "乱数は、それぞれの分布のとおりに出る。",
            check: "分布の 60点以上で 100万回ずつ引き、独立に計算した分布関数、平均、分散と比べる。",
            figure: "{0} 点で各 {1} 回",
        },
        en: PromisePhrases {
            promise: "Random numbers follow their laws.",
            check: "A million draws at 60 points or more, against distribution functions, means and variances from elsewhere.",
            figure: "{0} points, {1} draws each",
        },
    },
    PromiseText {
        id: "known_plans",
        ja: PromisePhrases {
            promise: "答えが厳密にわかる計画で、達成確率と平均が標準誤差の 4.9倍以内に入る。",
            check: "すべての仕組みを含む計画を作り、別のプログラムで解いた答えと比べる。",
            figure: "{0} 計画、{1} 比較、各 {2} 回。最大 {3} 倍",
        },
        en: PromisePhrases {
            promise: "Plans whose answer is known exactly come out within 4.9 standard errors.",
            check: "Generated plans with every mechanism, against answers from another program.",
            figure: "{0} plans, {1} comparisons, {2} trials each; the farthest {3}",
        },
    },
    PromiseText {
        id: "faults",
        ja: PromisePhrases {
            promise: "検査そのものが誤りを見つける。",
            check: "計算の複製にわざと誤りを 1つずつ入れ、検査が失敗することを確かめる。見逃しは 1つまで。",
            figure: "{1} のうち {0} を検出",
        },
        en: PromisePhrases {
            promise: "The tests notice mistakes.",
            check: "Faults are planted one by one in copies of the engine; all but one must make a test fail.",
            figure: "{0} of {1} caught",
        },
    },
    PromiseText {
        id: "reverse",
        ja: PromisePhrases {
            promise: "逆算した件数を順にたどると目標に届き、1件少ないと届かない。",
            check: "無作為に作った計画で往復させる。",
            figure: "{0} 計画",
        },
        en: PromisePhrases {
            promise: "The requirement, run forwards, reaches the target, and one entry fewer does not.",
            check: "Plans drawn at random, backwards and forwards.",
            figure: "{0} plans",
        },
    },
    PromiseText {
        id: "coverage",
        ja: PromisePhrases {
            promise: "実績から学んだ幅は、言うとおりの割合で真の値を含む。",
            check: "真の値がわかる実績を作り、50・80・90・95%の幅に入った割合を数える。",
            figure: "{0} 通りの実績、最大のずれは標準誤差の {1} 倍",
        },
        en: PromisePhrases {
            promise: "Ranges learned from actuals hold the truth as often as they say.",
            check: "Histories with a known truth; how often it lies in the 50, 80, 90 and 95 % range.",
            figure: "{0} histories, at most {1} standard errors off",
        },
    },
    PromiseText {
        id: "same_bits",
        ja: PromisePhrases {
            promise: "同じ計画と乱数の種なら、どの並べ方でも最後の 1ビットまで同じ答え。",
            check: "決まったハッシュを、機械語と Chromium で計算して比べる。50計画 × 3つの種、学習と見直しも含む。計算の分担は 1、2、3、8、64。",
            figure: "{0} 件の検査が Chromium でも合格",
        },
        en: PromisePhrases {
            promise: "The same plan and seed give the same bits, however the work is divided.",
            check: "Fixed hashes, natively and in Chromium: 50 plans with 3 seeds, and forecasts; 1, 2, 3, 8 and 64 workers.",
            figure: "{0} tests of it pass in Chromium too",
        },
    },
    PromiseText {
        id: "same_bits_elsewhere",
        ja: PromisePhrases {
            promise: "Firefox と WebKit でも同じビット。",
            check: "同じハッシュを両方で計算する。",
            figure: "{0}",
        },
        en: PromisePhrases {
            promise: "The same bits in Firefox and WebKit too.",
            check: "The same hash in both.",
            figure: "{0}",
        },
    },
    PromiseText {
        id: "any_document",
        ja: PromisePhrases {
            promise: "どんな数値や文書を入れても、止まらず、NaN も無限大も出さない。",
            check: "でたらめに作った文書を読ませ、検査し、計算する。",
            figure: "{0} 文書",
        },
        en: PromisePhrases {
            promise: "No document stops it, and none shows NaN or infinity.",
            check: "Arbitrary documents are read, checked and calculated.",
            figure: "{0} documents",
        },
    },
    PromiseText {
        id: "self_check",
        ja: PromisePhrases {
            promise: "このページの自己点検が、実際のブラウザですべて合う。",
            check: "ブラウザでボタンを押し、結果を読む。",
            figure: "{0} 件中 {1} 件",
        },
        en: PromisePhrases {
            promise: "The self-check of this page agrees in a real browser.",
            check: "The button is pressed in a browser and the table is read.",
            figure: "{1} of {0}",
        },
    },
    PromiseText {
        id: "workbooks",
        ja: PromisePhrases {
            promise: "書き出した表計算ファイルが、同じ答えを計算し直す。",
            check: "LibreOffice に計算し直させ、入力を変えた場合も比べる。",
            figure: "{0} ファイル、最大の差 {1}",
        },
        en: PromisePhrases {
            promise: "An exported workbook calculates the same tree.",
            check: "LibreOffice calculates it anew, also after an input was changed.",
            figure: "{0} files, largest difference {1}",
        },
    },
];
