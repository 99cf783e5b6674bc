//! The calculator inside other pages, and the page of its authors.

use crate::text::Sentence;

/// The calculator inside other pages, and the page of its authors. Figures have places (see
/// [`filled`](crate::text::filled)).
#[derive(Debug)]
pub struct EmbedWords {
    /// The title where the author gives none: what is calculated.
    pub title: &'static str,
    /// What readers can do.
    pub hint: &'static str,
    /// What readers can do where nothing can be edited.
    pub hint_read: &'static str,
    /// The finding: target, of a hundred.
    pub odds: [&'static str; 2],
    /// Of a hundred.
    pub of_hundred: &'static str,
    /// Fewer than one of a hundred.
    pub below_one: &'static str,
    /// More than ninety-nine of a hundred, not all.
    pub above_99: &'static str,
    /// Volume for the confidence: of a hundred, name of the first stage.
    pub more: [&'static str; 2],
    /// The count: count with unit, the same a month.
    pub more_count: &'static str,
    /// The budget that takes: a month.
    pub budget: &'static str,
    /// The plan has as much as it takes: of a hundred, count with unit.
    pub enough: &'static str,
    /// No volume is enough: of a hundred.
    pub unreachable: &'static str,
    /// Nothing has come back yet.
    pub pending: &'static str,
    /// Dots that miss: count.
    pub missed: &'static str,
    /// Dots that reach: count.
    pub reached: &'static str,
    /// What a dot is.
    pub dot: &'static str,
    /// Describes the drawing: of a hundred, target.
    pub drawing: &'static str,
    /// What ranges rest on: least and most trials behind a rate.
    pub evidence: &'static str,
    /// The same for one number.
    pub evidence_one: &'static str,
    /// No rate has a range.
    pub exact: &'static str,
    /// Leads to the whole page.
    pub open: &'static str,
    /// A plan that the link does not give.
    pub bad_link: &'static str,
    /// What the page of authors is called.
    pub author: AuthorWords,
}

/// The page of authors.
#[derive(Debug)]
pub struct AuthorWords {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// The plan in it: name.
    pub plan: &'static str,
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

impl EmbedWords {
    /// The finding with its figure: target, of a hundred.
    pub fn finding(&self, target: &str, of_hundred: &str) -> Sentence {
        let [before, after] = self.odds.map(|part| crate::text::filled(part, &[target]));
        Sentence::plain(before).answer(of_hundred).then(after)
    }
}

pub(super) const JA: EmbedWords = EmbedWords {
    title: "必要な{0}を逆算する",
    hint: "枠の中を、自社の数字に書きかえてください",
    hint_read: "この計画の数字です",
    odds: ["このとおり集めて{0}に届くのは、100回のうち ", ""],
    of_hundred: "{0}回",
    below_one: "1回未満",
    above_99: "99回以上",
    more: ["{0}回にするには、{1}を ", "に増やします。"],
    more_count: "{0}(月{1})",
    budget: "広告費は月{0}です。",
    enough: "{0}回なら、{1}で足ります。",
    unreachable: "件数をいくら増やしても、{0}回には届きません。",
    pending: "確率を計算しています。",
    missed: "届かない {0}回",
    reached: "届く {0}回",
    dot: "点1つ = 1回の結果",
    drawing: "100回のうち{0}回が{1}以上",
    evidence: "実績 {0}–{1}件を想定した幅で計算",
    evidence_one: "実績 {0}件を想定した幅で計算",
    exact: "率を確かなものとして計算",
    open: "くわしく計画する",
    bad_link: "この枠に渡された計画を読めないため、例の数字を示しています。",
    author: AuthorWords {
        name: "記事への埋め込み",
        lead: "いまの計画を、読者が自分の数字で試せる枠にします。設定はすべて下のコードに入ります。",
        close: "閉じる",
        plan: "計画: {0}",
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
        previews: ["スマートフォン", "記事の列"],
        snippet: "貼り付けるコード",
        forms: ["iframe", "要素とスクリプト", "WordPress", "Markdown"],
        form_notes: [
            "スクリプトを使えないページでも動きます。高さは固定です。",
            "高さが内容に合わせて変わります。スクリプトを1つ読み込みます。",
            "カスタム HTML のブロックです。エディターに貼り付けてください。",
            "iframe を載せられないところでは、計画へのリンクにします。",
        ],
        copy: "コードをコピー",
        copied: "コードをコピーしました。",
        not_copied: "コピーできませんでした。選択したコードを手でコピーしてください。",
    },
};

pub(super) const EN: EmbedWords = EmbedWords {
    title: "Work out the {0} you need",
    hint: "Put your own numbers into the boxes",
    hint_read: "The numbers of this plan",
    odds: ["Collecting this many, you reach {0} in ", " of 100 runs"],
    of_hundred: "{0}",
    below_one: "fewer than 1",
    above_99: "more than 99",
    more: ["For {0} in 100, raise {1} to ", "."],
    more_count: "{0} ({1} a month)",
    budget: " That is a budget of {0} a month.",
    enough: "For {0} in 100, {1} is enough.",
    unreachable: "No volume brings {0} in 100.",
    pending: "Working out the odds.",
    missed: "{0} miss",
    reached: "{0} reach it",
    dot: "One dot = one run",
    drawing: "{0} of 100 runs reach {1}",
    evidence: "Ranges rest on {0} to {1} past cases",
    evidence_one: "Ranges rest on {0} past cases",
    exact: "Rates taken as exact",
    open: "Plan in detail",
    bad_link: "The plan given to this frame cannot be read, so these are example numbers.",
    author: AuthorWords {
        name: "Embed in an article",
        lead: "Turns this plan into a box in which readers try their own numbers. Every setting is in the code below.",
        close: "Close",
        plan: "Plan: {0}",
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
        previews: ["Phone", "Article column"],
        snippet: "Code to paste",
        forms: ["iframe", "Element and script", "WordPress", "Markdown"],
        form_notes: [
            "Works on pages that allow no script. Its height is fixed.",
            "As high as its content. Loads one script.",
            "A custom HTML block: paste it into the editor.",
            "Where frames are not allowed, a link to the plan.",
        ],
        copy: "Copy code",
        copied: "The code is in the clipboard.",
        not_copied: "It could not be copied. The code is selected: copy it by hand.",
    },
};
