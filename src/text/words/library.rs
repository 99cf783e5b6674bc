//! Saved plans, links and files.

/// Saved plans, links and files. Figures have places (see [`filled`](crate::text::filled)).
#[derive(Debug)]
pub struct LibraryWords {
    /// Names the menu of saved plans.
    pub title: &'static str,
    /// There is none yet.
    pub empty: &'static str,
    /// The plan that is open.
    pub open_now: &'static str,
    /// Target and time of a saved plan: target, month, day, hour, minute.
    pub note: &'static str,
    /// Opens a plan: its name.
    pub open: &'static str,
    /// Copies a plan: its name.
    pub duplicate: &'static str,
    /// The name of a copy: the plan's.
    pub copy_name: &'static str,
    /// Removes a plan: its name.
    pub remove: &'static str,
    /// A plan was removed.
    pub removed: &'static str,
    /// Gives the text of a plan that cannot be read.
    pub download: &'static str,
    /// A plan that a newer page saved.
    pub newer: &'static str,
    /// A plan whose text is damaged.
    pub damaged: &'static str,
    /// A new plan.
    pub fresh: &'static str,
    /// Opens a file.
    pub open_file: &'static str,
    /// Gives the plan as a file.
    pub save_file: &'static str,
    /// Where plans are saved, and that files can be dropped.
    pub where_saved: &'static str,
    /// The browser keeps nothing.
    pub blocked: &'static str,
    /// The browser has no room left.
    pub full: &'static str,
    /// The plan of a link is shown.
    pub visitor: &'static str,
    /// A link gives no plan: why.
    pub bad_link: &'static str,
    /// The plan that was open last is of a newer page.
    pub newer_record: &'static str,
    /// The plan that was open last is damaged.
    pub damaged_record: &'static str,
    /// A file gives no plan: its name, the first errors, how many more.
    pub bad_file: &'static str,
    /// More errors than are said: how many.
    pub more_errors: &'static str,
    /// Keeps the plan of a link.
    pub keep: &'static str,
    /// Goes back to the own plan.
    pub discard: &'static str,
    /// Takes a message away.
    pub dismiss: &'static str,
    /// The plan of a link was saved: its name.
    pub kept: &'static str,
    /// Another window saved the same plan.
    pub beside: &'static str,
    /// The name of a plan that another window saved too: its name.
    pub beside_name: &'static str,
    /// Another window went on with the plan.
    pub went_on: &'static str,
    /// Names the menu of the link.
    pub share: &'static str,
    /// What a link does.
    pub link_note: &'static str,
    /// Names the field with the link.
    pub link: &'static str,
    /// Copies the link.
    pub copy_link: &'static str,
    /// Opens the page of authors.
    pub embed: &'static str,
    /// The link was copied.
    pub link_copied: &'static str,
    /// The clipboard took nothing.
    pub not_copied: &'static str,
    /// The plan is too long for a link.
    pub no_link: &'static str,
    /// Copies the text for a chat.
    pub copy_text: &'static str,
    /// The text was copied.
    pub text_copied: &'static str,
    /// Names the menu of exports.
    pub export: &'static str,
    /// The spreadsheet, and what is in it.
    pub spreadsheet: &'static str,
    /// Tables as CSV.
    pub tables: &'static str,
    /// Tree, months, funnel, odds.
    pub table_kinds: [&'static str; 4],
    /// The summary.
    pub summary: &'static str,
    /// One page on paper, or as PDF.
    pub print: &'static str,
    /// Prints.
    pub print_now: &'static str,
    /// The trials: how many.
    pub trials: &'static str,
    /// The trials are being written: how many, of how many.
    pub writing: &'static str,
    /// Nothing was exported.
    pub failed: &'static str,
    /// Figures as pictures.
    pub figures: &'static str,
}

pub(super) const JA: LibraryWords = LibraryWords {
    title: "保存した計画",
    empty: "まだありません。数字を書きかえると、この端末に自動で保存します。",
    open_now: "いま開いています",
    note: "目標 {0} ・ {1}月{2}日 {3}:{4} に保存",
    open: "「{0}」を開く",
    duplicate: "「{0}」を複製",
    copy_name: "{0} のコピー",
    remove: "「{0}」を削除",
    removed: "計画を削除しました",
    download: "中身をファイルに書き出す",
    newer: "新しい版で保存した計画",
    damaged: "読めない保存",
    fresh: "新しい計画",
    open_file: "ファイルを開く",
    save_file: "ファイルに保存",
    where_saved: "計画はこの端末にだけ保存します。計画ファイルは、この画面に落としても開けます。",
    blocked: "このブラウザは保存を受けつけません。閉じる前に、ファイルかリンクで残してください。",
    full: "この端末の保存場所がいっぱいで、いまの計画を保存できません。要らない計画を削除するか、ファイルに保存してください。",
    visitor: "リンクの計画を開いています。この端末に保存した計画はそのままです。",
    bad_link: "リンクの計画を開けませんでした。{0}",
    newer_record: "前回の計画は、このページより新しい版で保存したものです。そのまま残してあります。ページを再読み込みしてください。",
    damaged_record: "前回の計画を読めませんでした。中身は「保存した計画」からファイルに書き出せます。",
    bad_file: "「{0}」を計画として開けませんでした。{1}{2}",
    more_errors: "（ほか {0}件）",
    keep: "この計画を保存",
    discard: "自分の計画に戻る",
    dismiss: "閉じる",
    kept: "リンクの計画を「{0}」として保存しました",
    beside: "別の窓でも同じ計画が保存されたため、この窓の分を別の計画として保存しました",
    beside_name: "{0}（この窓の分）",
    went_on: "別の窓での変更を映しました",
    share: "共有リンク",
    link_note: "このリンクを開くと、同じ計画と同じ数字が出ます。計画はリンクの中に入っていて、どこにも送られません。",
    link: "リンク",
    copy_link: "リンクをコピー",
    embed: "記事に埋め込む",
    link_copied: "リンクをコピーしました",
    not_copied: "コピーできませんでした。文字を選んでコピーしてください",
    no_link: "この計画はリンクには長すぎます。ファイルで渡してください。",
    copy_text: "チャット用の文をコピー",
    text_copied: "文をコピーしました",
    export: "書き出し",
    spreadsheet: "スプレッドシート（数式つき）",
    tables: "表",
    table_kinds: ["ツリー", "月ごと", "ファネル", "見通し"],
    summary: "まとめ",
    print: "1枚に印刷",
    print_now: "印刷・PDF",
    trials: "試行のデータ {0}行",
    writing: "{0} / {1}行を書き出しています",
    failed: "書き出せませんでした。通信を確かめて、もう一度押してください",
    figures: "図",
};

pub(super) const EN: LibraryWords = LibraryWords {
    title: "Saved plans",
    empty: "None yet. Change a number and the plan is saved on this device.",
    open_now: "Open now",
    note: "Target {0} · saved {1}/{2} {3}:{4}",
    open: "Open “{0}”",
    duplicate: "Copy “{0}”",
    copy_name: "Copy of {0}",
    remove: "Delete “{0}”",
    removed: "The plan is deleted",
    download: "Save what is there as a file",
    newer: "A plan of a newer edition",
    damaged: "A saved text that does not read",
    fresh: "New plan",
    open_file: "Open a file",
    save_file: "Save as a file",
    where_saved: "Plans are saved on this device alone. A plan file dropped anywhere on the page opens too.",
    blocked: "This browser does not save. Keep the plan as a file or a link before you close the page.",
    full: "This device has no room left for the plan. Delete plans you do not need, or save this one as a file.",
    visitor: "This is the plan of a link. The plans saved on this device stay as they are. ",
    bad_link: "The link’s plan could not be opened. {0}",
    newer_record: "Your last plan was saved by a newer edition of this page. It is kept as it is. Reload the page.",
    damaged_record: "Your last plan does not read. What is there can be saved as a file from “Saved plans”.",
    bad_file: "“{0}” does not open as a plan. {1}{2}",
    more_errors: " ({0} more)",
    keep: "Save this plan",
    discard: "Back to my plan",
    dismiss: "Close",
    kept: "The link’s plan is saved as “{0}”",
    beside: "Another window saved the same plan; what this window has is now a plan of its own",
    beside_name: "{0} (this window)",
    went_on: "The other window’s changes are shown",
    share: "Share",
    link_note: "Whoever opens this link sees the same plan and the same figures. The plan is in the link itself; nothing is sent anywhere.",
    link: "Link",
    copy_link: "Copy the link",
    embed: "Embed in an article",
    link_copied: "The link is copied",
    not_copied: "Nothing was copied. Select the text and copy it",
    no_link: "This plan is too long for a link. Hand it over as a file.",
    copy_text: "Copy a text for chat",
    text_copied: "The text is copied",
    export: "Export",
    spreadsheet: "Spreadsheet with live formulas",
    tables: "Tables",
    table_kinds: ["Tree", "Months", "Funnel", "Odds"],
    summary: "Summary",
    print: "One printed page",
    print_now: "Print or PDF",
    trials: "Trials as data, {0} rows",
    writing: "Writing {0} of {1} rows",
    failed: "Nothing was exported. Check the network and press again",
    figures: "Figures",
};
