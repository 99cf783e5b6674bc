//! The page as HTML, natively.

use super::{Element, Later, Node, page, picture, print_page, scenarios};
use crate::markup::carry;
use crate::session::{Edit, Figure, LaterPart, NewChannel, Press, ScenarioEdit, SeasonShape, Session, View};
use crate::share::embed::Options;
use crate::text::Language;

fn html(session: &Session, later: Option<Later>) -> String {
    page(session, later).iter().map(Element::to_html).collect()
}

/// Whatever is fetched makes of the page.
fn later(session: &Session) -> Later {
    Later { scenarios: session.screen.compares.then(|| scenarios(session)), ..super::later(session) }
}

#[test]
fn the_page_holds_the_answer() {
    let html = html(&Session::new(Language::Ja), None);
    assert!(html.contains("<mark>534件</mark>"), "{html}");
}

#[test]
fn the_months_stand_below_the_tree() {
    let session = Session::new(Language::En);
    let html = html(&session, Some(later(&session)));
    let april = r#"<th scope="col"><span class="calendar-year">2026</span><button class="calendar-month" type="button" aria-pressed="false" aria-label="Apr 2026">Apr</button></th>"#;
    assert!(html.contains(april), "{html}");
    let leads = "<td>44</td><td>534</td></tr>";
    assert!(html.contains(leads), "{html}");
    let places =
        ["id=\"calendar-title\"", "id=\"costs-title\"", "id=\"notes-title\""].map(|id| html.find(id));
    assert!(places[0].is_some() && places.is_sorted(), "{places:?}");
}

#[test]
fn what_feeds_the_funnel_is_drawn_from_its_panels() {
    let mut session = Session::new(Language::Ja);
    session.edit(Edit::Season(SeasonShape::HalfYearEnds));
    session.edit(Edit::AddCustomers);
    session.edit(Edit::AddChannel(NewChannel::Exhibition));
    let html = html(&session, Some(later(&session)));
    for part in [
        // A month of 0.9 among months of 1.4 at most.
        "<div class=\"season-column\" style=\"--height: 64.29%\"><span class=\"season-count\">40</span>",
        "<input class=\"cell-input\" id=\"season-4\" autocomplete=\"off\" value=\"7.5\" aria-label=\"4月の配分\"",
        "<button class=\"segment\" type=\"button\" aria-pressed=\"true\">9月・3月に山</button>",
        "<summary class=\"channel-fold\" aria-label=\"展示会の詳細\" title=\"展示会の詳細\">",
        "<input class=\"cell-input\" id=\"channel-3-month-11\" autocomplete=\"off\" value=\"0\" aria-label=\"3月の件数\"",
        "<input class=\"rail-input\" type=\"range\" min=\"250\" max=\"495\" step=\"5\" value=\"400\" aria-label=\"求める確度\"",
        "含めると既存で <b>1,290万円</b>。必要なリードは 534件 → <b>465件</b> に減ります",
        "目安 20–30% 出典なし",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for (place, id) in ids.iter().enumerate() {
        assert!(!ids[..place].contains(id), "{id} names two elements");
    }
}

/// A picture stands alone: one document with its finding, shapes, words and source.
#[test]
fn a_figure_is_a_document_of_its_own() {
    let plan = r#"{ "version": 1, "name": "A & B", "period": { "start": "2026-04", "months": 2 },
        "goal": { "target": 100 }, "stages": [{ "id": "lead" }, { "id": "won", "rate": { "mean": 0.5 } }],
        "deal": { "kind": "one_off", "value": { "mean": 10 } }, "simulation": { "seed": 1, "trials": 100, "confidence": 0.8 } }"#;
    let session = crate::session::panel::answered(
        Language::En,
        &gyakusan_engine::plan::Plan::from_json(plan).expect("a plan"),
    );
    let fan = picture(&session, Figure::Fan).expect("a picture");
    let (before, rest) = fan.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("an end");
    assert_eq!(format!("{before}{after}"), include_str!("fan.svg").trim_end());
    for figure in Figure::ALL {
        let svg = picture(&session, figure).expect("a picture");
        assert!(svg.contains("A &amp; B / calculated with Gyakusan"), "{svg}");
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
}

#[test]
fn the_line_in_the_place_of_later_sections_says_how_they_stand() {
    let mut session = Session::new(Language::Ja);
    assert!(html(&session, None).contains("詳しい項目を表示"));
    assert!(!session.screen.wants_later());
    session.press(Press::Later);
    assert!(session.screen.wants_later());
    assert!(html(&session, None).contains("詳しい項目を読み込んでいます"));
    session.screen.later = LaterPart::Failed;
    assert!(!session.screen.wants_later(), "it is not tried again on its own");
    assert!(html(&session, None).contains("詳しい項目を読み込めませんでした"));
    session.press(Press::Later);
    assert!(session.screen.wants_later());
    session.screen.later = LaterPart::Here;
    session.press(Press::Later);
    assert_eq!(session.screen.later, LaterPart::Here);
    let whole = html(&session, Some(later(&session)));
    assert!(!whole.contains("later-line") && whole.contains("settings-name"));
}

#[test]
fn the_odds_ask_for_the_later_part_themselves() {
    let mut session = Session::new(Language::En);
    session.press(Press::Show(View::Odds));
    assert!(session.screen.wants_later());
    session.screen.later = LaterPart::Here;
    assert!(!html(&session, Some(later(&session))).contains("later-line"));
}

/// The opening part draws at once, the later one in the next frame: what the first leaves as it is must be just what the
/// second makes.
#[test]
fn the_opening_part_drawn_over_the_whole_view_gives_the_whole_view() {
    let plans =
        [include_str!("../../engine/plans/default.json"), include_str!("../../engine/plans/everything.json")];
    for (plan, language) in plans.into_iter().zip([Language::Ja, Language::En]) {
        let plan = gyakusan_engine::plan::Plan::from_json(plan).expect("a plan");
        let mut session = crate::session::panel::answered(language, &plan);
        session.screen.later = LaterPart::Here;
        for (view, _) in View::ALL {
            session.screen.view = view;
            for whole_units in [false, true] {
                session.screen.whole_units = whole_units;
                session.screen.compares = whole_units;
                let nodes = |later| page(&session, later).into_iter().map(Node::from).collect::<Vec<_>>();
                let whole = nodes(Some(later(&session)));
                let (mut drawn, mut opening) = (whole.clone(), nodes(None));
                assert_ne!(opening, whole);
                carry(&mut drawn, &mut opening);
                assert_eq!(opening, whole);
            }
        }
    }
}

#[test]
fn scenarios_are_a_dialog_below_the_strip() {
    let mut session = Session::new(Language::Ja);
    session.press(Press::Compare(true));
    assert!(session.screen.wants_later() && !html(&session, None).contains("scenarios"));
    session.screen.later = LaterPart::Here;
    let empty = html(&session, Some(later(&session)));
    assert!(empty.contains("aria-expanded=\"true\""), "{empty}");
    let (strip, panel) = (empty.find("class=\"strip\""), empty.find("id=\"scenarios\" role=\"dialog\""));
    assert!(strip < panel && panel < empty.find("<main"), "{empty}");
    assert!(empty.contains("計画を保存しておくと") && !empty.contains("scenario-row"));
    session.edit(Edit::Scenario(ScenarioEdit::Keep));
    session.edit(Edit::Season(SeasonShape::QuarterEnds));
    let kept = html(&session, Some(later(&session)));
    for part in [
        "<input class=\"range-name\" id=\"scenario-0\" autocomplete=\"off\" maxlength=\"120\" aria-label=\"シナリオB\" title=\"最初の計画\" value=\"最初の計画\">",
        "<tr><th scope=\"row\">月ごとの配分</th><td>四半期末に山</td><td data-differs=\"true\">均等</td></tr>",
        "<summary class=\"scenario-more\" aria-label=\"Bの操作\"",
    ] {
        assert!(kept.contains(part), "{part}\n{kept}");
    }
    session.press(Press::Compare(false));
    assert!(!html(&session, Some(later(&session))).contains("id=\"scenarios\""));
}

/// Set to write the first view into index.html where it is another.
const WRITE: &str = "GYAKUSAN_WRITE_FIRST_VIEW";

/// What index.html shows before the program arrives is what the program shows first, without anything that acts: the page,
/// and the calculator inside another page.
#[test]
fn index_html_shows_the_first_view() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/index.html");
    let document = std::fs::read_to_string(path).expect("index.html");
    let lines = |shown: Vec<Element>| -> String {
        let lines = shown.into_iter().map(|element| ["    ", &still(&element.to_html()), "\n"].concat());
        lines.collect()
    };
    let page = lines(page(&first_session(Language::Ja), None));
    let mut parts = vec![("<div id=\"app\" class=\"static\">\n", page, "  </div>\n\n")];
    for (language, before) in
        [(Language::Ja, "<template id=\"embedded-ja\""), (Language::En, "<template id=\"embedded-en\"")]
    {
        let session = first_session(language);
        let tag = language.tag();
        let options = Options::read(|name| (name == "lang").then(|| tag.to_owned()));
        let fragment = crate::share::link::encode(&session.document()).expect("a link").fragment;
        let words = language.words().embed();
        // What boot.js needs to know: which plan this is, and what is said of another one.
        let attributes = [("plan", &*fragment), ("words", words.pending)];
        let attributes = attributes.map(|(name, value)| format!(" data-{name}=\"{value}\"")).concat();
        let shown = lines(super::embed(&session.embed(&options), format!("?lang={tag}"), None));
        parts.push((before, format!("{attributes}>\n{shown}"), "  </template>\n"));
    }
    let mut fresh = document.clone();
    for (before, shown, after) in parts {
        let (head, rest) = fresh.split_once(before).expect("its place");
        let (_, tail) = rest.split_once(after).expect("its end");
        fresh = [head, before, &shown, after, tail].concat();
    }
    if fresh != document && std::env::var_os(WRITE).is_some() {
        std::fs::write(path, fresh).expect("a place for index.html");
    } else {
        assert_eq!(document, fresh, "{WRITE}=1 cargo test index_html writes it");
    }
}

/// The first plan in a language, with all its odds.
fn first_session(language: Language) -> Session {
    let mut session = Session::new(language);
    let (mut job, mut worker) = (session.job(), crate::session::Worker::default());
    while let Some(task) = job.next_task() {
        let news = job.take(worker.perform(&task, job.trials()).expect("a reply"));
        session.receive(job.revision(), job.trials_done(), news);
    }
    session
}

/// Without anything that acts, and without styles of elements, which the page's policy does not admit.
fn still(html: &str) -> String {
    let mut parts = html.split(" style=\"");
    let mut still = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        still.push_str(part.split_once('"').expect("the end of a style").1);
    }
    let still = still.replace(" disabled", "").replace("type=\"range\"", "type=\"range\" disabled");
    still.replace("<button ", "<button disabled ").replace("<input ", "<input readonly ")
}

#[test]
fn the_printed_page_holds_plan_odds_and_assumptions() {
    let plan = Session::new(Language::Ja).plan().clone();
    let session = crate::session::panel::answered(Language::Ja, &plan);
    let html = print_page(&session, Some("https://example.org/#p=<1>")).to_html();
    for part in [
        "<p class=\"print-headline\">売上1億円には、年534件のリードが必要です。</p>",
        "<th scope=\"row\">商談</th><td>15%（10回中9回は 10–21%）</td><td>80件</td>",
        "<svg class=\"dots-drawing\"",
        "<th scope=\"row\">全部を少しずつ</th>",
        "<li>期間: 2026-04 – 2027-03</li>",
        "#p=&lt;1&gt;</p>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    // Before the last trial no odds are printed.
    let html = print_page(&Session::new(Language::En), None).to_html();
    assert!(html.contains("had not been calculated") && !html.contains("dots-drawing"), "{html}");
    if let Ok(path) = std::env::var("PRINT_LOOK") {
        for language in [Language::Ja, Language::En] {
            for (name, text) in [
                ("default", include_str!("../../engine/plans/default.json")),
                ("full", include_str!("../../engine/plans/bench-full.json")),
            ] {
                let plan = gyakusan_engine::plan::Plan::from_json(text).expect("a plan");
                let session = crate::session::panel::answered(language, &plan);
                std::fs::write(
                    format!("{path}/{name}_{}.html", language.tag()),
                    print_page(&session, Some("https://gyakusan.example/#p=1.eNqrVkrLz1eyUkpKLFKqBQAdegQ0"))
                        .to_html(),
                )
                .expect("written");
            }
        }
    }
}
