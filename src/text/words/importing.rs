//! The screens on which files of other programs become actuals.

use super::en;

/// Phrases of the import screens. Those with places take what their comment names, in that order.
#[derive(Debug)]
pub struct ImportingWords {
    /// The region's name.
    pub region: &'static str,
    /// What can be done with files: drop them, choose them.
    pub drop: [&'static str; 2],
    /// What files hold.
    pub needs: &'static str,
    /// Where they are read.
    pub privacy: &'static str,
    /// What is folded: pasting; its label; its button.
    pub paste: [&'static str; 3],
    /// The name of a pasted table: which one.
    pub pasted: &'static str,
    /// Samples: try them, their heading, what they are.
    pub samples: [&'static str; 3],
    /// What each sample file is.
    pub sample_files: [&'static str; 3],
    /// Samples that did not come.
    pub no_samples: &'static str,
    /// Choosing further files.
    pub add_files: &'static str,
    /// What stands between the facts of a file.
    pub between: &'static str,
    /// Rows that are known, and about so many: count.
    pub rows: [&'static str; 2],
    /// Megabytes, kilobytes: number.
    pub sizes: [&'static str; 2],
    /// Labels of a file's lists: kind, encoding, separator, order of days, one channel for all rows.
    pub labels: [&'static str; 5],
    /// UTF-8, UTF-16 (low byte first, high byte first), `Shift_JIS`, found out.
    pub encodings: [&'static str; 5],
    /// Comma, tab, semicolon, found out.
    pub separators: [&'static str; 4],
    /// Orders of days: to be said, month first, day first.
    pub orders: [&'static str; 3],
    /// No channel for all rows.
    pub no_channel: &'static str,
    /// The label of a column's list: heading.
    pub meaning: &'static str,
    /// How sure a column's meaning is, in the order of `Confidence`.
    pub sure: [&'static str; 5],
    /// The table of a file's first rows: name.
    pub first_rows: &'static str,
    /// A column without a heading: which.
    pub no_heading: &'static str,
    /// Removing a file, moving it before the others: name.
    pub file_buttons: [&'static str; 2],
    /// Why a file cannot be used: empty, no text, headings alone, unreadable.
    pub faults: [&'static str; 4],
    /// Where a file cannot be used: name, sentence.
    pub fault_at: &'static str,
    /// What other files do meanwhile.
    pub others_stay: &'static str,
    /// Above what is missing.
    pub missing: &'static str,
    /// What is missing: channel; date of a first stage (names); month; count; a key (file); order of days (file, value);
    /// another shape (file).
    pub lacks: [&'static str; 7],
    /// Heading of channels to be assigned, and how.
    pub unknown: [&'static str; 2],
    /// One of them: name, rows.
    pub unknown_label: &'static str,
    /// Not assigned.
    pub unassigned: &'static str,
    /// The last month known in full: label, found out.
    pub as_of: [&'static str; 2],
    /// Taking skipped stages as passed on the next one's day.
    pub skipped: &'static str,
    /// Progress: bytes read, bytes of all, rows, prospects or counts kept.
    pub progress: &'static str,
    /// The same for who listens: percent.
    pub progress_said: &'static str,
    /// Reading is over, and files are being joined.
    pub joining: &'static str,
    /// Stopping; reading again.
    pub reading_buttons: [&'static str; 2],
    /// It was stopped; it was lost.
    pub stopped: [&'static str; 2],
    /// Heading of the report.
    pub report: &'static str,
    /// What was made: rows, of which not used, months, prospects.
    pub made: &'static str,
    /// The same of counts: rows, of which not used, months, rows of counts.
    pub made_months: &'static str,
    /// Nothing was made: rows.
    pub made_nothing: &'static str,
    /// From month to month.
    pub span: &'static str,
    /// A month.
    pub month: fn(u16, u8) -> String,
    /// The columns of the rows' table: what became of them; all rows.
    pub table: [&'static str; 2],
    /// Headings: what to look at, conflicts, without a partner.
    pub lists: [&'static str; 3],
    /// A row without a partner: file, row, reason.
    pub unjoined: &'static str,
    /// The reasons, in the order of `Alone`.
    pub alone: [&'static str; 3],
    /// Saves the report as CSV; its name.
    pub download: [&'static str; 2],
    /// Columns of that file: file, row, column, value, finding.
    pub download_columns: [&'static str; 5],
    /// Takes the actuals in; instead by month; all the same; gives up.
    pub take: [&'static str; 4],
    /// What taking in replaces.
    pub replaces: &'static str,
    /// They are too large to be saved here: their size, the limit.
    pub too_large: &'static str,
    /// They are too large for a plan file: their size, the limit.
    pub far_too_large: &'static str,
    /// What was said once they are taken in: months.
    pub taken: &'static str,
    /// The same where they cannot be saved.
    pub taken_unsaved: &'static str,
    /// Replaces the actuals that are there.
    pub replace: &'static str,
    /// E-mail addresses and companies are not kept.
    pub personal: &'static str,
    /// What points are usually given for.
    pub conditions: [&'static str; 7],
}

pub(super) const JA: ImportingWords = ImportingWords {
    region: "実績の取り込み",
    drop: ["CSVをここに置く、または", "ファイルを選ぶ"],
    needs: "月別の件数（月、チャネル、各段階の件数）か、見込み客の一覧（チャネル、各段階の日付、金額）。マーケと営業のファイルは一緒に選べます。",
    privacy: "この端末の中だけで処理し、どこにも送信しません。",
    paste: ["表計算ソフトから貼り付ける", "見出しの行からコピーした表", "この表を読む"],
    pasted: "貼り付けた表{0}",
    samples: ["サンプルで試す", "サンプルファイル", "最初に開く計画から作った、架空の会社の半年分です。"],
    sample_files: ["マーケの見込み客（UTF-8）", "営業の商談（Shift_JIS）", "月別の件数（UTF-8）"],
    no_samples: "サンプルを読み込めませんでした。ネットワークにつないで、もう一度押してください。",
    add_files: "ファイルを足す",
    between: "・",
    rows: ["{0}行", "約{0}行"],
    sizes: ["{0}MB", "{0}KB"],
    labels: ["種類", "文字コード", "区切り", "日付の並び", "全行のチャネル"],
    encodings: ["UTF-8", "UTF-16 LE", "UTF-16 BE", "Shift_JIS", "自動（{0}）"],
    separators: ["コンマ", "タブ", "セミコロン", "自動（{0}）"],
    orders: ["選んでください", "月/日/年", "日/月/年"],
    no_channel: "列で決める",
    meaning: "「{0}」の意味",
    sure: ["分かりません", "推測", "見出しと値から", "前回と同じ", "選択済み"],
    first_rows: "{0} の先頭の行",
    no_heading: "{0}列目",
    file_buttons: ["{0} を外す", "{0} を先に読む"],
    faults: [
        "空のファイルです（0バイト）。中身のあるCSVを選んでください。",
        "文字のファイルではありません。表計算ソフトでCSV（UTF-8）として保存し直してください。",
        "見出しの行だけで、データが0行です。1行以上あるファイルを選んでください。",
        "読めませんでした。移したか開いたままなら元に戻して、もう一度選んでください。",
    ],
    fault_at: "{0}: {1}",
    others_stay: "ほかのファイルはそのまま使えます。",
    missing: "取り込むには、あと次のものが必要です。",
    lacks: [
        "チャネルの列。なければ「全行のチャネル」を選んでください。",
        "最初の段階（{0}）の日付の列",
        "月の列（{0}）",
        "いずれかの段階の件数の列",
        "{0} をほかのファイルとつなぐ列（ID、メールアドレス、会社名のどれか）",
        "{0} の日付の並び。「{1}」は月と日のどちらが先か決められません。",
        "{0} は{1}で、先のファイルと種類が違います。外すか、種類を直してください。",
    ],
    unknown: ["計画にないチャネル", "計画のどのチャネルに当たるかを選ぶと、その行も使います。"],
    unknown_label: "{0}（{1}行）",
    unassigned: "使わない",
    as_of: ["実績の最後の月", "自動（いちばん新しい日付の月）"],
    skipped: "日付のない途中の段階は、次の段階と同じ日に通ったとみなす",
    progress: "{0} / {1} ・ {2}行 ・ {3}件",
    progress_said: "{0}%まで読みました",
    joining: "ファイルをつないでいます",
    reading_buttons: ["中止する", "もう一度読む"],
    stopped: [
        "中止しました。取り込みはまだ始めていません。",
        "読み込みの途中で止まりました。もう一度読んでください。",
    ],
    report: "取り込みの内容",
    made: "{0}行のうち{1}行を除き、{2}の見込み客{3}人になりました。",
    made_months: "{0}行のうち{1}行を除き、{2}の月別の件数{3}行になりました。",
    made_nothing: "{0}行のどれも使えません。下の理由を見て、列の意味かファイルを直してください。",
    span: "{0} – {1}",
    month: |year, month| format!("{year}年{month}月"),
    table: ["行の行き先", "すべての行"],
    lists: ["確かめるところ", "値の食い違い", "つながらなかったもの"],
    unjoined: "{0} の{1}行目: {2}",
    alone: [
        "ID、メール、会社名がどれもありません。",
        "同じID、メール、会社名が相手のファイルにありません。",
        "同じメールか会社名の相手が複数いて決められません。",
    ],
    download: ["すべてをCSVで保存", "取り込みの報告"],
    download_columns: ["ファイル", "行", "列", "値", "内容"],
    take: ["取り込む", "月別の件数にして取り込む", "保存せずに取り込む", "やめる"],
    replaces: "いまの実績と入れかわります。「元に戻す」で戻せます。",
    too_large: "この実績は{0}で、この端末に保存できる{1}を超えます。月別の件数にすれば保存できます（日数の分布は使えなくなります）。そのまま取り込むと画面では使えますが、読み込み直すと消えるので、計画ファイルを保存してください。",
    far_too_large: "この実績は{0}で、計画ファイルに入る{1}を超えます。月別の件数にして取り込むか、期間を短くしてください。",
    taken: "{0}の実績を取り込みました。",
    taken_unsaved: "{0}の実績を取り込みました。この端末には保存できないので、計画ファイルを保存してください。",
    replace: "実績を置きかえる",
    personal: "メールアドレスと会社名はつなぐためだけに使い、計画には残しません。",
    conditions: super::agreed::SCORES_JA,
};

pub(super) const EN: ImportingWords = ImportingWords {
    region: "Import of actuals",
    drop: ["Drop CSV files here, or", "Choose files"],
    needs: "Counts by month (month, channel, count of each stage), or a list of prospects (channel, date of each stage, amount). Marketing's and sales' files can be chosen together.",
    privacy: "Everything is worked out on this device and sent nowhere.",
    paste: ["Paste from a spreadsheet", "A table copied with its row of headings", "Read this table"],
    pasted: "Pasted table {0}",
    samples: [
        "Try a sample",
        "Sample files",
        "Half a year of an invented company, made from the plan that the page opens with.",
    ],
    sample_files: [
        "Marketing's prospects (UTF-8)",
        "Sales' opportunities (UTF-8)",
        "Counts by month (UTF-8)",
    ],
    no_samples: "The sample did not load. Connect to the network and press again.",
    add_files: "Add files",
    between: " · ",
    rows: ["{0} rows", "about {0} rows"],
    sizes: ["{0} MB", "{0} KB"],
    labels: ["Kind", "Encoding", "Separator", "Order of dates", "Channel of every row"],
    encodings: ["UTF-8", "UTF-16 LE", "UTF-16 BE", "Shift_JIS", "Automatic ({0})"],
    separators: ["Comma", "Tab", "Semicolon", "Automatic ({0})"],
    orders: ["Choose", "month/day/year", "day/month/year"],
    no_channel: "By a column",
    meaning: "Meaning of “{0}”",
    sure: ["not known", "a guess", "by heading and values", "as last time", "chosen"],
    first_rows: "First rows of {0}",
    no_heading: "Column {0}",
    file_buttons: ["Remove {0}", "Read {0} first"],
    faults: [
        "The file is empty (0 bytes). Choose a CSV with something in it.",
        "This is no text. Save it again as CSV (UTF-8) from the spreadsheet.",
        "It has headings and 0 rows of data. Choose a file with at least 1 row.",
        "It could not be read. If it was moved or is open elsewhere, put it back and choose it again.",
    ],
    fault_at: "{0}: {1}",
    others_stay: "The other files can still be used.",
    missing: "To be imported, the files still need:",
    lacks: [
        "A column with the channel. Without one, choose “Channel of every row”.",
        "A column with the date of the first stage ({0})",
        "A column with the month ({0})",
        "A column with the count of some stage",
        "A column that joins {0} with the other files (ID, e-mail address or company)",
        "The order of dates in {0}: “{1}” may begin with the month or the day.",
        "{0} holds {1}, unlike the file before it. Remove it, or correct its kind.",
    ],
    unknown: [
        "Channels that the plan does not have",
        "Choose which of the plan's channels each one is, and its rows are used too.",
    ],
    unknown_label: "{0} ({1} rows)",
    unassigned: "Not used",
    as_of: ["Last month of the actuals", "Automatic (month of the latest date)"],
    skipped: "Take stages without a date to have been passed on the day of the next one",
    progress: "{0} / {1} · {2} rows · {3} kept",
    progress_said: "{0}% read",
    joining: "Joining the files",
    reading_buttons: ["Stop", "Read again"],
    stopped: ["Stopped. Nothing has been imported.", "Reading broke off. Read the files again."],
    report: "What will be imported",
    made: "Of {0} rows, {1} are left out. The others make {3} prospects, {2}.",
    made_months: "Of {0} rows, {1} are left out. The others make {3} rows of monthly counts, {2}.",
    made_nothing: "None of {0} rows can be used. See the reasons below, and correct the meaning of columns or the file.",
    span: "{0} – {1}",
    month: |year, month| format!("{} {year}", en::month_name(month)),
    table: ["Where rows went", "All rows"],
    lists: ["What to look at", "Values that differ", "What did not join"],
    unjoined: "{0}, row {1}: {2}",
    alone: [
        "It has no ID, e-mail address or company.",
        "No other file has its ID, e-mail address or company.",
        "Several share its e-mail address or company.",
    ],
    download: ["Save all as CSV", "Import report"],
    download_columns: ["File", "Row", "Column", "Value", "Finding"],
    take: ["Import", "Import as counts by month", "Import without saving", "Cancel"],
    replaces: "They take the place of the actuals that are there. Undo brings those back.",
    too_large: "These actuals take {0}, more than the {1} that this device can save. As counts by month they can be saved (the spread of delays is then not known). Imported as they are they work on this screen but are gone once it is loaded anew, so save the plan as a file.",
    far_too_large: "These actuals take {0}, more than the {1} that a plan file can hold. Import them as counts by month, or take a shorter period.",
    taken: "The actuals of {0} are imported.",
    taken_unsaved: "The actuals of {0} are imported. This device cannot save them: save the plan as a file.",
    replace: "Replace the actuals",
    personal: "E-mail addresses and companies serve joining alone and are not kept in the plan.",
    conditions: super::agreed::SCORES_EN,
};
