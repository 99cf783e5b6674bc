//! The page of those who put the calculator into a page of theirs.

/// The page of authors. Figures have places (see [`filled`](crate::text::filled)).
#[derive(Debug)]
pub struct AuthorWords {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// The plan in it.
    pub plan: &'static str,
    /// The plan that is open: name.
    pub open_plan: &'static str,
    /// A plan that cannot be taken.
    pub bad_plan: &'static str,
    /// Fields.
    pub fields: &'static str,
    /// Columns: shown, editable.
    pub columns: [&'static str; 2],
    /// Says for whom a box is: field.
    pub show_field: &'static str,
    /// Says for whom a box is: field.
    pub edit_field: &'static str,
    /// The drawing.
    pub dots: &'static str,
    /// Words.
    pub words: &'static str,
    /// The title.
    pub title: &'static str,
    /// Words of the link.
    pub call: &'static str,
    /// Address of the link.
    pub link: &'static str,
    /// An address that cannot be used.
    pub bad_link: &'static str,
    /// A link without words, or words without a link.
    pub half_link: &'static str,
    /// Look.
    pub look: &'static str,
    /// Language.
    pub language: &'static str,
    /// Theme.
    pub theme: &'static str,
    /// Themes.
    pub themes: [&'static str; 3],
    /// Own colours: paper, ink, answer.
    pub colours: [&'static str; 3],
    /// How colours are written.
    pub colour_hint: &'static str,
    /// A text that is no colour: name.
    pub no_colour: &'static str,
    /// A colour that is not used: name, contrast found, contrast needed.
    pub refused: &'static str,
    /// Greatest width.
    pub width: &'static str,
    /// A width that cannot be used.
    pub bad_width: &'static str,
    /// Previews.
    pub preview: &'static str,
    /// Widths of previews.
    pub previews: [&'static str; 2],
    /// The text for the author's page.
    pub snippet: &'static str,
    /// Forms of it.
    pub forms: [&'static str; 4],
    /// What to know about each form.
    pub form_notes: [&'static str; 4],
    /// Copies it.
    pub copy: &'static str,
    /// It is in the clipboard.
    pub copied: &'static str,
    /// It is not; it is selected instead.
    pub not_copied: &'static str,
}

pub(super) const JA: AuthorWords = AuthorWords {
    name: "記事への埋め込み",
    lead: "計画を、読者が自分の数字で試せる枠にします。設定はすべて下のコードに入ります。",
    close: "閉じる",
    plan: "計画",
    open_plan: "{0}（開いている計画）",
    bad_plan: "その計画は使えないため、前の計画のままです。リンクには長すぎるか、もう保存されていません。",
    fields: "項目",
    columns: ["表示", "読者が変更"],
    show_field: "{0}を表示",
    edit_field: "{0}を読者が変更",
    dots: "100回の結果を点で描く",
    words: "言葉",
    title: "見出し",
    call: "リンクの文字",
    link: "リンク先",
    bad_link: "https:// で始まる、空白や引用符のない URL を入れてください。",
    half_link: "リンクは、文字と URL の両方を入れると表示されます。",
    look: "見た目",
    language: "言語",
    theme: "明るさ",
    themes: ["読者の端末に合わせる", "明るい", "暗い"],
    colours: ["背景の色", "文字の色", "答えの色"],
    colour_hint: "例: #fffdf5。空なら標準の色です",
    no_colour: "{0}は #fffdf5 のような6桁で入れてください。",
    refused: "{0}は、ほかの色との差が {1}:1 で読みにくいため使いません。{2}:1 以上が必要です。",
    width: "最大の幅",
    bad_width: "幅は 280 から 1200 の整数で入れてください。",
    preview: "プレビュー",
    previews: ["記事の列", "スマートフォン"],
    snippet: "貼り付けるコード",
    forms: ["iframe", "要素とスクリプト", "WordPress", "Markdown"],
    form_notes: [
        "スクリプトを使えないページでも動きます。高さは、記事の列とスマートフォンで2通りです。横に並ぶ600pxより狭い列には、要素とスクリプトを使ってください。",
        "高さが内容に合わせて変わります。スクリプトを1つ読み込みます。",
        "カスタム HTML のブロックです。エディターに貼り付けてください。",
        "iframe を載せられないところでは、計画へのリンクにします。",
    ],
    copy: "コードをコピー",
    copied: "コードをコピーしました。",
    not_copied: "コピーできませんでした。選択したコードを手でコピーしてください。",
};

pub(super) const EN: AuthorWords = AuthorWords {
    name: "Embed in an article",
    lead: "Turns a plan into a box in which readers try their own numbers. Every setting is in the code below.",
    close: "Close",
    plan: "Plan",
    open_plan: "{0} (open now)",
    bad_plan: "That plan cannot be used, so the one before stays: it is too long for a link, or no longer saved.",
    fields: "Fields",
    columns: ["Shown", "Readers edit"],
    show_field: "Show {0}",
    edit_field: "Readers edit {0}",
    dots: "Draw 100 runs as dots",
    words: "Words",
    title: "Heading",
    call: "Words of a link",
    link: "Where it leads",
    bad_link: "Give an address that begins with https:// and holds no space or quotation mark.",
    half_link: "The link is shown once it has both words and an address.",
    look: "Look",
    language: "Language",
    theme: "Theme",
    themes: ["As the reader's system", "Light", "Dark"],
    colours: ["Background colour", "Text colour", "Answer colour"],
    colour_hint: "For example #fffdf5; empty for the usual colour",
    no_colour: "{0}: write six digits such as #fffdf5.",
    refused: "{0} is not used: its contrast of {1}:1 reads badly. It takes {2}:1 or more.",
    width: "Greatest width",
    bad_width: "The width is a whole number from 280 to 1200.",
    preview: "Preview",
    previews: ["Article column", "Phone"],
    snippet: "Code to paste",
    forms: ["iframe", "Element and script", "WordPress", "Markdown"],
    form_notes: [
        "Works on pages that allow no script. One height in columns, one on phones; for columns below 600 pixels beside others, take element and script.",
        "As high as its content. Loads one script.",
        "A custom HTML block: paste it into the editor.",
        "Where frames are not allowed, a link to the plan.",
    ],
    copy: "Copy code",
    copied: "The code is in the clipboard.",
    not_copied: "It could not be copied. The code is selected: copy it by hand.",
};
