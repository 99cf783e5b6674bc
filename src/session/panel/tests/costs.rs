use gyakusan_engine::plan::{DealKind, Money, Rate};

use super::*;

/// Budget of the period and of a month, CPA, limit CPA, CAC, ROAS of all channels.
fn total(session: &Session) -> Vec<String> {
    session.costs().total.figures
}

#[test]
fn the_plan_that_the_page_opens_with_costs_what_its_requirement_costs() {
    let session = Session::new(Language::Ja);
    let panel = session.costs();
    // 533.33 leads at 8,000円 = 4,266,667円, 20 deals of 500万円: CAC 213,333円, ROAS 1億 ÷ 4,266,667 = 23.44,
    // limit CPA 500万円 × 15 % × 25 % = 187,500円.
    assert_eq!(total(&session), ["427万円", "35.6万円", "8,000円", "18.8万円", "21.3万円", "23.44倍"]);
    // Search ads: 18万円 × 12 × 533.33 ÷ 540; a deal costs 9,000円 ÷ (15 % × 25 %).
    assert_eq!(panel.rows[0].figures, ["213万円", "17.8万円", "9,000円", "18.8万円", "24万円", "20.83倍"]);
    assert_eq!(
        panel.reading,
        "予算は、期間で427万円、月35.6万円です。必要な件数に合わせて、入力した予算の 0.99倍にしています。"
    );
    let formulas: Vec<_> = panel.explanations.iter().map(|[_, formula]| formula.as_str()).collect();
    assert_eq!(
        formulas,
        [
            "427万円 ÷ 533.3件 = 8,000円。目安 5,000–10,000円（BtoBマーケ担当者の調査 2025年、n = 326）",
            "検索広告: 500万円 × 粗利率 100% × 15% × 25% = 18.8万円。CPA がこれを超えると、受注しても粗利を費用が上回ります。",
            "427万円 ÷ 20件 = 21.3万円",
            "1億円 ÷ 427万円 = 23.44倍",
        ]
    );
}

#[test]
fn the_articles_forward_case() {
    // 600万円 ÷ 8,000円 = 750 leads, 112.5 opportunities, 28.125 deals: CAC 213,333円, 1.40625億円 ÷ 600万円 = 23.4375.
    let session = forward();
    assert_eq!(total(&session), ["600万円", "50万円", "8,000円", "18.8万円", "21.3万円", "23.44倍"]);
    assert_eq!(session.costs().reading, "予算は、期間で600万円、月50万円です。");
}

#[test]
fn recurring_deals_pay_back_in_months() {
    let session = changed(|document| {
        document.deal.kind = DealKind::Recurring;
        document.deal.value.mean = Money::new(100_000.0).expect("money");
        document.deal.gross_margin = Rate::new(0.8).expect("a rate");
    });
    let panel = session.costs();
    let payback = panel.explanations.last().expect("payback");
    // A deal costs 8,000円 ÷ (15 % × 25 %) = 213,333円, a month brings 10万円 × 80 %: 2.67 months.
    assert_eq!(payback[1], "CAC 21.3万円 ÷（月額 10万円 × 粗利率 80%）= 2.7か月");
    // Twelve fees of 10万円 × 80 % × 3.75 % = 36,000円.
    assert_eq!(panel.total.figures[3], "3.6万円");
}

#[test]
fn what_does_not_exist_is_written_as_no_number() {
    let session = session_of(plan(ARTICLE));
    let none = ["—", "—", "—", "18.8万円", "—", "—"];
    assert_eq!(total(&session), none);
    assert_eq!(session.costs().rows[0].figures, none);
    assert!(session.costs().reading.starts_with("費用のかかるチャネルがありません"));
    // Channels that pay for different stages have no cost per arrival in common, and other limits.
    let mixed = changed(|document| document.channels[1].counted_at = document.stages[1].id.clone());
    assert_eq!(total(&mixed)[2..4], ["—", "—"]);
}
