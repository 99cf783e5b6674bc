//! What the project promises, in both languages: what, how it is checked, and the words around the figures of the last check.
//!
//! The figures themselves stand in `promises.json`, which `cargo xtask test` writes. A new promise is an entry here and a
//! call of `record` where it is checked (`engine/tests/record/`), or a line of `xtask/src/promises/`.

use super::Language;

/// A promise in words.
#[derive(Debug)]
pub struct PromiseText {
    /// Its name in `promises.json`.
    pub id: &'static str,
    /// What it is about.
    pub group: PromiseGroupName,
    ja: PromisePhrases,
    en: PromisePhrases,
}

/// A promise in one language.
#[derive(Debug)]
pub struct PromisePhrases {
    /// What is promised.
    pub promise: &'static str,
    /// How it is checked.
    pub check: &'static str,
    /// The words around its figures.
    pub figure: &'static str,
}

/// What promises are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseGroupName {
    /// How fast it is, how much it weighs.
    Speed,
    /// Whether the figures are right.
    Numbers,
    /// Whether it is safe.
    Safe,
    /// What happens when something goes wrong.
    Robust,
    /// Whether everybody can use it.
    Everyone,
}

impl PromiseGroupName {
    /// Heads the promises.
    pub const fn heading(self, language: Language) -> &'static str {
        let [ja, en] = match self {
            Self::Speed => ["速さと軽さ", "Fast and light"],
            Self::Numbers => ["数字の正しさ", "Correct numbers"],
            Self::Safe => ["安全", "Safe"],
            Self::Robust => ["丈夫さ", "Robust"],
            Self::Everyone => ["だれでも使える", "For everyone"],
        };
        match language {
            Language::Ja => ja,
            Language::En => en,
        }
    }
}

impl PromiseText {
    /// Its phrases in a language.
    pub const fn in_language(&self, language: Language) -> &PromisePhrases {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}

/// Every promise, in the order of the page.
pub static PROMISES: [PromiseText; 39] = [
    PromiseText {
        id: "opening",
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
        group: PromiseGroupName::Speed,
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
    PromiseText {
        id: "functions",
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
        group: PromiseGroupName::Numbers,
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
    PromiseText {
        id: "policy",
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
        group: PromiseGroupName::Safe,
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
    PromiseText {
        id: "workers",
        group: PromiseGroupName::Robust,
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
        group: PromiseGroupName::Robust,
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
        group: PromiseGroupName::Robust,
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
        group: PromiseGroupName::Robust,
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
        group: PromiseGroupName::Robust,
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
    PromiseText {
        id: "stories",
        group: PromiseGroupName::Everyone,
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
        group: PromiseGroupName::Everyone,
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
        group: PromiseGroupName::Everyone,
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
        group: PromiseGroupName::Everyone,
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
        group: PromiseGroupName::Everyone,
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
