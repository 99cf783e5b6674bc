//! The phrases in Japanese.

use std::cmp::Ordering;

use super::Sentence;
use super::words::{
    ChannelWords, ErrorWords, LegendWords, OddsWords, RunWords, ShellWords, StripWords, TreeWords, Words,
};

pub(super) const WORDS: Words = Words {
    shell: ShellWords {
        title: "逆算 Gyakusan — 売上目標から必要なリード数を逆算する",
        skip: "本文へ移動",
        views: "画面",
        plan: "逆算",
        odds: "見通し",
        other_language: "EN",
        switch_language: "Switch to English",
        theme_system: "明るさ: 端末に合わせています。押すと明るくします",
        theme_light: "明るさ: 明るい。押すと暗くします",
        theme_dark: "明るさ: 暗い。押すと端末に合わせます",
        privacy: "入力した数字はこの端末の外に出ません",
    },
    strip: StripWords {
        region: "目標と見込み",
        target: |months| format!("売上目標({})", span(months)),
        target_short: "売上目標",
        odds: ["達成確率", "達成確率"],
        median: ["見込み(P50)", "見込み P50"],
        required: |confidence, count| format!("{confidence}の確度に必要な{count}"),
        required_short: |confidence| format!("{confidence}に必要"),
        short_of: |confidence, points| format!("目安の{confidence}まで あと{points}"),
        above: |confidence| format!("目安の{confidence}に届いています"),
        percentiles: |p10, p90| format!("P10 {p10} – P90 {p90}"),
        plan_has: |count| format!("いまの計画は {count}"),
        unreachable: "何件あっても届きません",
        pending: "計算しています",
    },
    tree: TreeWords {
        region: "KPIツリー",
        headline: |target, count, stage, months| {
            let plain = format!("売上{target}には、{}", within(months));
            Sentence::plain(plain).answer(count).then(format!("の{stage}が必要です。"))
        },
        headline_forward: |entries, goal, months| {
            let plain = format!("{}{entries}を集めると、売上は", within(months));
            Sentence::plain(plain).answer(goal).then("になります。")
        },
        headline_reached: |target| Sentence::plain(format!("決まっている分だけで、売上{target}に届きます。")),
        headline_zero_rate: |target, rate| {
            Sentence::plain(format!("{rate}が 0% なので、何件集めても売上{target}には届きません。"))
        },
        headline_zero_value: |target| {
            Sentence::plain(format!("平均受注単価が 0円 なので、何件受注しても売上{target}には届きません。"))
        },
        headline_zero_volume: |target| {
            Sentence::plain(format!("予算のあるチャネルがないので、売上{target}には届きません。"))
        },
        lead: "枠の中の数字を書きかえると、その場で逆算し直します。",
        legend: [
            LegendWords { before: "", always: "入力", after: "する" },
            LegendWords { before: "自動で", always: "計算", after: "" },
            LegendWords { before: "", always: "答え", after: "" },
        ],
        answer: "答え",
        revenue: "売上",
        deal_value: "平均受注単価",
        separator: " ・ ",
        count_unit: "件",
        period: |(year, month), (last_year, last_month)| {
            format!("{year}年{month}月 – {last_year}年{last_month}月")
        },
        per_month: |count| format!("月 {count}"),
        exactly: |count| format!("正確には {count}"),
        range: |range| format!("幅 {range}"),
        no_range: "幅なし（確かな数字として計算）",
        typical: |range, place| format!("目安 {range}{}", arrow(place)),
        typical_source: |source| format!("出典: {source}。業種、価格、進め方で変わります"),
        evidence: |count| format!("実績 {count}件から"),
        shared: "共通KPI",
        departments: ["マーケ", "IS", "営業", "CS"],
    },
    channels: ChannelWords {
        title: "チャネル",
        name: "名前",
        budget: "予算/月",
        cost: "CPA",
        entries: "件/月",
        actions: "操作",
        name_label: "チャネル名",
        budget_label: |channel| format!("{channel}の月予算"),
        cost_label: |channel| format!("{channel}のCPA"),
        remove: |channel| format!("{channel}を消す"),
        total: "合計",
        add: "チャネルを追加",
        new_name: "新しいチャネル",
        typical: |range| format!("CPA の目安 {range}"),
        enough: |supply, required, spare, months| {
            let plain = format!("{}{supply}件。必要な{required}件に ", within(months));
            Sentence::plain(plain).strong(format!("{spare}件の余裕"))
        },
        short: |supply, required, missing, months, price| {
            let plain = format!("{}{supply}件。必要な{required}件に ", within(months));
            let sentence = Sentence::plain(plain).strong(format!("{missing}件の不足"));
            match price {
                Some(price) => sentence.then(format!("。予算をあと月{price}で足ります")),
                None => sentence,
            }
        },
    },
    odds: OddsWords {
        headline: |target, chance, stage| {
            let plain = format!("この計画どおりに{stage}を集めても、{target}に届く確率は ");
            Sentence::plain(plain).answer(chance).then(" です。")
        },
        pending: "確率を計算しています。",
        more: |confidence, stage, from, to| {
            let plain = format!("{confidence} にするには、{stage}を {from} から ");
            Sentence::plain(plain).strong(to).then(" に増やします")
        },
        more_cost: |from, to| format!("（広告費 月{from} → 月{to}）"),
        fewer: |confidence, stage, from, to| {
            let plain = format!("{confidence} でよければ、{stage}は {from} から ");
            Sentence::plain(plain).strong(to).then(" に減らせます")
        },
        unreachable: |confidence, chance| {
            let plain = format!("量だけでは {confidence} になりません。千倍に増やしても ");
            Sentence::plain(plain).strong(chance).then(" です。率か単価を見直してください。")
        },
        histogram: |range| format!("10回中8回は、{range}に収まります"),
        histogram_reading: |trials, width| {
            format!("縦軸: {trials}回のうち、売上がその{width}きざみに入った割合 / 横軸: 期間の売上")
        },
        target: |target| format!("売上目標 {target}"),
        missed: "届かない",
        reached: "届く",
        percentiles: "P10 は「10回中1回はこれ以下」、P90 は「10回中1回はこれより上」という意味です。",
        table: "表",
        figure: "図",
        revenue: "売上",
        share: "割合",
        between: |from, to| format!("{from}以上 {to}未満"),
        at_least: |from| format!("{from}以上"),
    },
    run: RunWords {
        done: |trials| format!("{trials}回 計算しました"),
        running: |done, all| Sentence::plain("計算中 ").strong(done).then(format!(" / {all}回")),
        progress: "計算の進み",
        stop: "中止",
        stopped: |trials| format!("{trials}回で止めました"),
        resume: "続きを計算する",
        error: |points| format!("確率の誤差 ±{points}"),
        seed: "乱数の種",
        no_workers: "このブラウザでは並列計算を使えないため、画面の合間に計算しています",
    },
    errors: ErrorWords {
        empty: |field| format!("{field}が空です。数字を入れてください。"),
        not_a_number: |field, text, place, found| {
            format!(
                "{field}の「{text}」は、{place}文字目の「{found}」で読めなくなります。1.2億 や 15 のように入れてください。"
            )
        },
        two_numbers: |field, place| {
            format!("{field}に数字が2つあります（{place}文字目から）。1つにしてください。")
        },
        wrong_unit: |field, unit| format!("{field}に「{unit}」は使えません。単位を取ってください。"),
        too_long: |field, limit| format!("{field}は{limit}文字までです。短くしてください。"),
        too_small: |field, value, limit| format!("{field}が {value} です。{limit}以上にしてください。"),
        too_large: |field, value, limit| format!("{field}が {value} です。{limit}以下にしてください。"),
        not_positive: |field, value| format!("{field}が {value} です。0 より大きくしてください。"),
        not_whole: |field, value| format!("{field}が {value} です。整数にしてください。"),
        too_many_entries: |field, value, entries, limit| {
            format!(
                "{field}が {value} だと {entries}件 が必要になり、計算できる {limit}件 を超えます。目標を下げるか、率や単価を上げてください。"
            )
        },
        too_much_volume: |field, value, limit| {
            format!(
                "{field}が {value} だと、1か月の件数が {limit}件 を超えます。予算を下げるか、CPA を上げてください。"
            )
        },
        refused: |field, value| format!("{field}を {value} にはできません。前の数字のまま計算しています。"),
    },
};

/// The length of a period: 年, 6か月.
fn span(months: usize) -> String {
    match months {
        12 => "年".to_owned(),
        1 => "月".to_owned(),
        months => format!("{months}か月"),
    }
}

/// A count within a period: 年534件, 6か月で534件.
fn within(months: usize) -> String {
    match months {
        1 | 12 => span(months),
        _ => format!("{}で", span(months)),
    }
}

/// Which side of the benchmark a value lies on.
fn arrow(place: Ordering) -> &'static str {
    match place {
        Ordering::Less => " ↓",
        Ordering::Equal => "",
        Ordering::Greater => " ↑",
    }
}
