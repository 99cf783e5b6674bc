//! What is read of other programs' tables: columns, errors, what became of the rows.

/// Phrases of imports. Those with places take what their comment names, in that order.
#[derive(Debug)]
pub struct ImportWords {
    /// Meanings of columns: ignored, id, e-mail, company, channel, lost on, lost reason, amount, month, revenue, spend,
    /// score; then of a stage: entered, count, losses.
    pub meanings: [&'static str; 15],
    /// Shapes: counts by month, prospects.
    pub shapes: [&'static str; 2],
    /// A row and what is wrong with it: file, row, sentence.
    pub at_row: &'static str,
    /// The same with a column: file, row, column, sentence.
    pub at_column: &'static str,
    /// What is wrong with a row, in the order of `Problem::ALL`: value, what the plan knows.
    pub problems: [&'static str; 19],
    /// Why a file broke off: limit, value.
    pub broken: [&'static str; 6],
    /// Its frame: file, row, column, sentence.
    pub broken_at: &'static str,
    /// Rows of a file: file, rows, what became of them.
    pub rows: &'static str,
    /// Where rows ended, in the order of `Bucket::ALL`: count.
    pub buckets: [&'static str; 11],
    /// Between those.
    pub comma: &'static str,
    /// Why prospects joined with no other file: no key, not found, several: count.
    pub unjoined: [&'static str; 3],
    /// Conflicts: count.
    pub conflicts: &'static str,
    /// A conflict: file, row, what it is about, value that stands, value dropped.
    pub conflict: &'static str,
    /// Days after the record: count.
    pub later_days: &'static str,
    /// Days of skipped stages that were assumed: count.
    pub assumed_days: &'static str,
    /// Channels that the plan does not have: names with counts.
    pub unknown_channels: &'static str,
    /// One of those: name, count.
    pub named: &'static str,
    /// Issues beyond those that are kept: count.
    pub more: &'static str,
}

pub(super) const JA: ImportWords = ImportWords {
    meanings: [
        "使わない",
        "ID",
        "メールアドレス",
        "会社名",
        "チャネル",
        "失注日",
        "失注理由",
        "金額",
        "月",
        "売上",
        "費用",
        "行動（スコア）",
        "{0}の日付",
        "{0}の件数",
        "{0}の前の失注件数",
    ],
    shapes: ["月別の件数", "見込み客の一覧"],
    at_row: "{0} の{1}行目: {2}",
    at_column: "{0} の{1}行目「{2}」: {3}",
    problems: [
        "「{0}」は日付として読めません。2026/4/3、2026-04-03、令和8年4月3日のように書いてください。",
        "「{0}」は月と日のどちらが先か決められません。列の日付の並び（月/日 か 日/月）を選んでください。",
        "「{0}」は0から1,000兆までの金額として読めません。1,200,000 や 120万 のように書いてください。",
        "「{0}」は0から10億までの整数として読めません。件数を数字で書いてください。",
        "「{0}」は月として読めません。2026-04 や 2026年4月 のように書いてください。",
        "チャネルが分かりません。チャネルの列を選ぶか、全行に共通のチャネルを選ぶか、IDかメールでマーケの一覧とつながるようにしてください。",
        "最初の段階「{0}」の日付がありません。日付を入れるか、IDかメールでその日付のある一覧とつながるようにしてください。",
        "「{0}」より前の段階に日付のない段階があります。その日付を入れてください。",
        "段階の日付が前後しているか、失注日が最後の段階の後にあります。日付を直してください。",
        "このファイルの行は、先に読んだファイルと形（月別の件数か見込み客の一覧か）が違います。形をそろえるか、別に取り込んでください。",
        "見込み客が多すぎます。使えるのは100,000人までです。期間を短くするか、月別の件数で取り込んでください。",
        "「{0}」というチャネルは計画にありません。計画のチャネル（{1}）のどれかに対応づけるか、計画に足してください。",
        "「{0}」はメールアドレスではありません。行は使いましたが、メールではつなげていません。",
        "「{0}」は数でも、はい・いいえでもありません。行は使いましたが、スコアには入れていません。",
        "254文字より長いので、先頭の254文字だけを残しました。",
        "「{0}」は、このチャネルが入る段階より前のものです。その値だけを除きました。",
        "セルの数が見出しと違います。足りないセルは空として、余るセルは使わずに読みました。",
        "「{0}」に文字として読めない部分があります。文字コードを選び直してください。",
        "閉じた引用符の後に文字があります。セルの一部として読みました: 「{0}」",
    ],
    broken: [
        "セルが{0}バイトより長くなっています。閉じていない引用符がないか見てください。先頭: 「{1}」",
        "列が{0}列より多くなっています。区切り文字（コンマ、タブ、セミコロン）を選び直すか、要らない列を除いてください。",
        "行が{0}行より多くなっています。期間を短くするか、月別の件数で取り込んでください。",
        "ここで始まる引用符が閉じていません。「\"」を足すか除いてください。先頭: 「{1}」",
        "Shift_JISのようですが、この環境では読めません。UTF-8のCSVとして保存し直してください。",
        "表計算ソフトのファイルです。CSV（UTF-8）として保存し直してください。",
    ],
    broken_at: "{0} の{1}行{2}列目: {3}",
    rows: "{0}: {1}行（{2}）",
    buckets: [
        "見出し {0}",
        "空行 {0}",
        "使った行 {0}",
        "IDでつながった行 {0}",
        "メールでつながった行 {0}",
        "会社名でつながった行 {0}",
        "月とチャネルでつながった行 {0}",
        "同じ月とチャネルに足した行 {0}",
        "同じファイルの重複 {0}",
        "期間の外 {0}",
        "使えない行 {0}",
    ],
    comma: "、",
    unjoined: [
        "ほかのファイルとつながらない見込み客 {0}人: ID、メール、会社名がどれもありません。",
        "ほかのファイルとつながらない見込み客 {0}人: 同じID、メール、会社名が相手のファイルにありません。",
        "ほかのファイルとつながらない見込み客 {0}人: 同じメールか会社名の相手が複数いて決められません。IDをそろえてください。",
    ],
    conflicts: "ファイルの間で値が違うもの {0}件。先に読んだ値を残しました。別の値を残すには、そのファイルを先に選んでください。",
    conflict: "{0} の{1}行目、{2}: 「{3}」を残し、「{4}」は使っていません。",
    later_days: "実績の最後の月より後の日付 {0}件を除きました。",
    assumed_days: "飛ばされた段階の日付 {0}件を、次の段階と同じ日としました。",
    unknown_channels: "計画にないチャネル: {0}",
    named: "{0}（{1}行）",
    more: "ほかに{0}件あります。",
};

pub(super) const EN: ImportWords = ImportWords {
    meanings: [
        "Not used",
        "ID",
        "E-mail address",
        "Company",
        "Channel",
        "Lost on",
        "Reason for the loss",
        "Amount",
        "Month",
        "Revenue",
        "Spend",
        "Behaviour (score)",
        "Date of {0}",
        "Count of {0}",
        "Lost before {0}",
    ],
    shapes: ["Counts by month", "List of prospects"],
    at_row: "{0}, row {1}: {2}",
    at_column: "{0}, row {1}, “{2}”: {3}",
    problems: [
        "“{0}” is not a date. Write it like 2026-04-03 or 2026/4/3.",
        "“{0}” may begin with the month or the day. Choose the order of dates (month/day or day/month).",
        "“{0}” is not an amount from 0 to 1e15. Write it like 1,200,000 or 1.2M.",
        "“{0}” is not a whole number from 0 to 1,000,000,000. Write the count in digits.",
        "“{0}” is not a month. Write it like 2026-04.",
        "The channel is not known. Choose the column of the channel, choose one channel for all rows, or give an ID or e-mail address that marketing's list has too.",
        "There is no date for the first stage, “{0}”. Enter it, or give an ID or e-mail address that a list with that date has too.",
        "A stage before “{0}” has no date. Enter that date.",
        "Dates of stages run backwards, or a loss comes after the last stage. Correct the dates.",
        "The rows of this file have another shape (counts by month or list of prospects) than those of the file before. Give both the same shape, or import it alone.",
        "There are too many prospects; the limit is 100,000. Take a shorter period, or import counts by month.",
        "The plan has no channel “{0}”. Assign it to one of the plan's ({1}), or add it to the plan.",
        "“{0}” is not an e-mail address. The row is used, but not joined by e-mail.",
        "“{0}” is neither a number nor yes or no. The row is used, but does not score.",
        "It is longer than 254 characters. The first 254 are kept.",
        "“{0}” comes before the stage that this channel enters. That value alone was left out.",
        "There are more or fewer cells than headings. Missing cells were read as empty, further ones were not used.",
        "“{0}” has parts that are no characters. Choose another encoding.",
        "There is text after a closing quote. It was read as part of the cell: “{0}”",
    ],
    broken: [
        "A cell is longer than {0} bytes. Look for a quote that is not closed. It begins: “{1}”",
        "There are more than {0} columns. Choose another separator (comma, tab, semicolon), or remove columns.",
        "There are more than {0} rows. Take a shorter period, or import counts by month.",
        "The quote that opens here is never closed. Add or remove a “\"”. It begins: “{1}”",
        "This looks like Shift_JIS, which cannot be read here. Save it again as CSV in UTF-8.",
        "This is the file of a spreadsheet program. Save it again as CSV (UTF-8).",
    ],
    broken_at: "{0}, row {1}, column {2}: {3}",
    rows: "{0}: {1} rows ({2})",
    buckets: [
        "headings {0}",
        "blank {0}",
        "used {0}",
        "joined by ID {0}",
        "joined by e-mail {0}",
        "joined by company {0}",
        "joined by month and channel {0}",
        "added to the same month and channel {0}",
        "duplicates in the file {0}",
        "outside the period {0}",
        "not usable {0}",
    ],
    comma: ", ",
    unjoined: [
        "Prospects joined with no other file: {0}, since they have no ID, e-mail address or company.",
        "Prospects joined with no other file: {0}, since no other file has their ID, e-mail address or company.",
        "Prospects joined with no other file: {0}, since several share the e-mail address or company. Give them common IDs.",
    ],
    conflicts: "Values that differ between rows: {0}. The one read first was kept. To keep the other, choose its file first.",
    conflict: "{0}, row {1}, {2}: “{3}” was kept, “{4}” was not used.",
    later_days: "Dates after the last month of the record: {0}. They were left out.",
    assumed_days: "Dates of skipped stages: {0}. Each was taken to be that of the next stage.",
    unknown_channels: "Channels that the plan does not have: {0}",
    named: "{0} ({1} rows)",
    more: "There are {0} more.",
};
