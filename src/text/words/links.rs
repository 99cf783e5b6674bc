//! What is wrong with links and plan files, and what a link cannot do.

/// What is wrong with links and plan files: value, limit, way out. Figures have places (see [`filled`](crate::text::filled)).
#[derive(Debug)]
pub struct LinkWords {
    /// The text holds no link.
    pub no_link: &'static str,
    /// Too many characters: found, limit.
    pub too_long_link: &'static str,
    /// Letters are missing or wrong.
    pub damaged: &'static str,
    /// A newer program wrote it: version found, newest version read.
    pub newer: &'static str,
    /// What the link holds is no plan: the first error, how many more.
    pub no_plan: &'static str,
    /// Another generation of figures: the link's, today's.
    pub other_engine: &'static str,
    /// Notes that were too long for a link: their keys.
    pub left_out: &'static str,
    /// An error of a file: place, what is wrong.
    pub at: &'static str,
    /// The place of what concerns the whole file.
    pub whole: &'static str,
    /// Too many bytes: found, limit.
    pub too_large: &'static str,
    /// No JSON: line, column.
    pub not_json: &'static str,
    /// A required field is absent.
    pub missing: &'static str,
    /// No field of the format.
    pub unknown: &'static str,
    /// Another type: found, expected.
    pub wrong_type: &'static str,
    /// An object, a list, a text, true or false, a number.
    pub types: [&'static str; 5],
    /// Outside the limits: found, smallest, largest.
    pub out_of_range: &'static str,
    /// Not above 0: found, largest.
    pub not_positive: &'static str,
    /// Not whole: found.
    pub not_whole: &'static str,
    /// Another form: found, expected.
    pub wrong_form: &'static str,
    /// Too many characters: found, limit.
    pub too_long: &'static str,
    /// Too few or too many items: found, smallest, largest number.
    pub wrong_count: &'static str,
    /// An id twice: the id.
    pub duplicate: &'static str,
    /// An id that names nothing: the id, the known ones.
    pub dangling: &'static str,
    /// Parts that contradict each other, in the order of [`Conflict`](gyakusan_engine::plan::Conflict).
    pub conflicts: [&'static str; 15],
}

pub(super) const JA: LinkWords = LinkWords {
    no_link: "計画のリンクではありません。#p= を含むリンクを貼ってください。",
    too_long_link: "リンクが {0}文字 あり、上限の {1}文字 を超えます。計画ファイルで渡してください。",
    damaged: "リンクの文字が欠けているか、変わっています。元のリンクを全部コピーし直してください。",
    newer: "新しい版（{0}）で作られています。このページが読めるのは {1} までです。ページを再読み込みしてください。",
    no_plan: "リンクの計画に誤りがあります。{0}（ほか {1}件）",
    other_engine: "リンクを作った計算（第{0}版）と今の計算（第{1}版）が違うため、数字が変わることがあります。",
    left_out: "リンクに入らないメモがあります: {0}。全部渡すには計画ファイルを使ってください。",
    at: "{0}: {1}",
    whole: "ファイル全体",
    too_large: "{0}バイトあり、上限の {1}バイト を超えます。小さくしてください。",
    not_json: "{0}行目の{1}文字目で JSON として読めなくなります。そこを直してください。",
    missing: "ありません。加えてください。",
    unknown: "計画にない項目です。消すか、綴りを確かめてください。",
    wrong_type: "{0} になっています。{1}にしてください。",
    types: ["{…}", "[…]", "\"文字\"", "true か false", "数"],
    out_of_range: "{0} です。{1} から {2} までにしてください。",
    not_positive: "{0} です。0 より大きく {1} までにしてください。",
    not_whole: "{0} です。整数にしてください。",
    wrong_form: "「{0}」です。{1} の形にしてください。",
    too_long: "{0}文字あります。{1}文字までにしてください。",
    wrong_count: "{0}個あります。{1}個から{2}個までにしてください。",
    duplicate: "「{0}」が2回出てきます。別の id にしてください。",
    dangling: "「{0}」は計画にありません。{1} のどれかにしてください。",
    conflicts: [
        "最初の段階には率も期間もありません。消してください。",
        "チャネル自身の率は、入口より後の段階だけに使えます。消してください。",
        "件数を数える段階は、入口かその後にしてください。",
        "最後の段階の人はもう受注しています。消してください。",
        "exit_arr は継続課金だけに使えます。period_revenue にしてください。",
        "one_off には value、recurring には monthly_fee を使ってください。",
        "期間のどの月も 0 です。1つの月は 0 より大きくしてください。",
        "1か月が 1,000,000,000件 を超えます。予算を下げるか、cost_per_entry を上げてください。",
        "このチャネルには逆算できる予算がありません。solve_for を変えてください。",
        "逆算できる解約率がありません。monthly_churn を加えるか、solve_for を変えてください。",
        "months と prospects は、どちらか1つだけにしてください。",
        "計画の期間の外、または as_of より後の月です。期間内の月にしてください。",
        "チャネルが入る段階より前に実績があります。消すか、入る段階を変えてください。",
        "前の段階の日付がありません。加えてください。",
        "日付の順が段階の順と合いません。直してください。",
    ],
};

pub(super) const EN: LinkWords = LinkWords {
    no_link: "This is no link to a plan. Paste one that holds #p=.",
    too_long_link: "The link has {0} characters, more than {1}. Pass a plan file on instead.",
    damaged: "Letters of the link are missing or changed. Copy the whole link again.",
    newer: "A newer version ({0}) made this; this page reads up to {1}. Reload the page.",
    no_plan: "The plan in the link has errors. {0} ({1} more)",
    other_engine: "The link was made with generation {0} of the calculation, today's is {1}: figures may differ.",
    left_out: "Some notes do not fit into a link: {0}. To pass everything on, use a plan file.",
    at: "{0}: {1}",
    whole: "The file",
    too_large: "{0} bytes, more than {1}. Make it smaller.",
    not_json: "No JSON from line {0}, character {1} on. Correct it there.",
    missing: "is missing. Add it.",
    unknown: "is no field of a plan. Remove it or check its spelling.",
    wrong_type: "is {0}. Make it {1}.",
    types: ["{…}", "[…]", "a \"text\"", "true or false", "a number"],
    out_of_range: "is {0}. Make it {1} to {2}.",
    not_positive: "is {0}. Make it more than 0 and at most {1}.",
    not_whole: "is {0}. Make it a whole number.",
    wrong_form: "is \"{0}\". Its form is {1}.",
    too_long: "has {0} characters. Keep to {1}.",
    wrong_count: "has {0} items. Make it {1} to {2}.",
    duplicate: "\"{0}\" stands twice. Give it another id.",
    dangling: "\"{0}\" is not in the plan. Take one of {1}.",
    conflicts: [
        "The first stage takes no rate and no delay. Remove it.",
        "A channel has own rates only after the stage it enters. Remove it.",
        "Count the channel where it enters or later.",
        "Who stands in the last stage has been won. Remove it.",
        "exit_arr needs recurring deals. Use period_revenue.",
        "Use value with one_off and monthly_fee with recurring.",
        "Every month of the period is 0. Make one more than 0.",
        "A month has more than 1,000,000,000 entries. Lower the budget or raise cost_per_entry.",
        "This channel has no budget to solve for. Change solve_for.",
        "There is no churn to solve for. Add monthly_churn or change solve_for.",
        "Keep either months or prospects, not both.",
        "This month lies outside the plan or after as_of. Take a month within both.",
        "The channel has actuals before the stage it enters. Remove them or change where it enters.",
        "The date of the stage before is absent. Add it.",
        "The dates are not in the order of the stages. Correct them.",
    ],
};
