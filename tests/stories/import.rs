//! Files of other programs become actuals: chosen, corrected, joined, reported, taken in, kept; and given up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use serde_json::json;

use crate::support::browser::{Browser, DESK, SMALL_PHONE};
use crate::support::site::Site;

/// The headline of the report.
const HEADLINE: &str = "return document.querySelector('.import-headline span')?.textContent ?? ''";
/// Whether something saved on this device has actuals.
const HAS_ACTUALS: &str = "return Object.entries(localStorage).some(([name, text]) => \
    name.startsWith('gyakusan.plan.') && JSON.parse(JSON.parse(text).file).actuals !== undefined)";

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// A folder of the story's own, which ends with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("gyakusan-import-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn open(browser: &Browser) {
    browser.click(".tab[href='?view=track']").await;
    browser.wait_for("the screens", "return document.querySelector('.import .import-drop') !== null").await;
}

async fn wait_for_report(browser: &Browser) {
    browser
        .wait_for("the report", "return document.querySelector('.import-report:not([hidden])') !== null")
        .await;
}

/// Chooses from the list with this name, as a user does.
async fn choose(browser: &Browser, name: &str, value: &str) {
    let script = format!(
        "const list = document.querySelector('select[name=\"{name}\"]'); list.value = '{value}'; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    browser.run(&script).await;
}

/// Rows of a table without quotes, headings first.
fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines.map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn sales() -> Vec<Vec<String>> {
    let bytes = fs::read(sample("sample-sales.csv")).expect("the sample");
    let (text, _, _) = encoding_rs::SHIFT_JIS.decode(&bytes);
    rows(&text)
}

fn marketing() -> Vec<Vec<String>> {
    rows(&fs::read_to_string(sample("sample-marketing.csv")).expect("the sample"))
}

/// Marketing's leads by e-mail address with their channels.
fn leads() -> BTreeMap<String, String> {
    marketing()[1..].iter().map(|row| (row[2].clone(), row[3].clone())).collect()
}

#[tokio::test]
async fn two_departments_files_are_joined_reported_taken_in_and_kept() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    let files = [sample("sample-marketing.csv"), sample("sample-sales.csv")];
    browser.choose_files("#import-files", &files).await;
    wait_for_report(&browser).await;
    // What the page says against a count of the same rows made here.
    let (leads, sales) = (leads(), sales());
    let is_known = |channel: &String| ["検索広告", "ウェビナー", "記事・資料"].contains(&channel.as_str());
    let used: BTreeSet<_> = leads.iter().filter(|(_, channel)| is_known(channel)).collect();
    let headline = browser.run(HEADLINE).await;
    let headline = headline.as_str().expect("a text").to_owned();
    assert!(headline.contains(&format!("見込み客{}人", used.len())), "{headline}");
    assert!(headline.contains(&format!("{}行のうち", marketing().len() + sales.len())), "{headline}");
    let joined =
        sales[1..].iter().filter(|row| leads.get(&row[3].to_lowercase()).is_some_and(is_known)).count();
    let cell = "return [...document.querySelectorAll('.import-counts tbody tr')]\
        .find(row => row.textContent.startsWith('メールでつながった行')).lastElementChild.textContent";
    assert_eq!(browser.run(cell).await, json!(joined.to_string()));
    let adds_up = "const rows = [...document.querySelectorAll('.import-counts tbody tr')]; \
        const foot = document.querySelector('.import-counts tfoot tr'); \
        return [1, 2].every(place => rows.reduce((sum, row) => sum + Number(row.children[place].textContent), 0) \
        === Number(foot.children[place].textContent))";
    assert_eq!(browser.run(adds_up).await, json!(true), "every row is somewhere");
    assert!(browser.text(".import-file:nth-child(2) .import-lists").await.contains("Shift_JIS"));
    // The channel that the plan does not have.
    choose(&browser, "stranger-0", "webinar").await;
    let all = format!(
        "return document.querySelector('.import-headline')?.textContent.includes('見込み客{}人')",
        leads.len()
    );
    browser.wait_for("the corrected report", &all).await;
    browser.click("#import-take").await;
    browser.wait_for("saving", HAS_ACTUALS).await;
    browser.goto(&format!("{}?view=track", site.address)).await;
    browser.wait_for("the screens", "return document.querySelector('#import-replace') !== null").await;
    let told = "return [...document.querySelectorAll('.track-file')].map(line => line.textContent).join()";
    let source = browser.run(told).await.to_string();
    assert!(source.contains(&leads.len().to_string()) && source.contains("sample-sales.csv"), "{source}");
    // What was said of the channel is known when a file is chosen to replace them.
    browser.click("#import-replace").await;
    browser.choose_files("#import-files", &files).await;
    wait_for_report(&browser).await;
    let again = browser.run(HEADLINE).await;
    assert!(
        again.as_str().is_some_and(|text| text.contains(&format!("見込み客{}人", leads.len()))),
        "{again}"
    );
    browser.click("#import-clear").await;
    browser.wait_for("what was there", "return document.querySelector('#import-replace') !== null").await;
    // Removed, and had back.
    browser.click(".track-source .link-button").await;
    browser.wait_for("the removal", "return document.querySelector('.import .import-drop') !== null").await;
    browser.click(".toast button").await;
    browser.wait_for("the way back", "return document.querySelector('#import-replace') !== null").await;
}

#[tokio::test]
async fn a_column_is_corrected_and_remembered_and_a_bad_file_leaves_the_others() {
    let folder = Folder::new("bad");
    let odd = folder
        .file("odd.csv", "区分,日にち,誰\n検索広告,2026/4/5,a@b.co\nウェビナー,2026/6/7,c@d.co\n".as_bytes());
    let book = folder.file("book.xlsx", &[b"PK\x03\x04".as_slice(), &[9; 3000]].concat());
    let empty = folder.file("empty.csv", b"");
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    browser.choose_files("#import-files", &[odd.clone(), book, empty]).await;
    browser.wait_for("the files", "return document.querySelectorAll('.import-file').length === 3").await;
    let fault = |place: usize| format!(".import-file:nth-child({place}) .field-error");
    assert!(browser.text(&fault(2)).await.contains("CSV（UTF-8）として保存し直して"));
    assert!(browser.text(&fault(3)).await.contains("0バイト"));
    assert!(browser.text(".import-missing").await.contains("最初の段階（リード）の日付"));
    choose(&browser, "meaning-0-1", "entered:lead").await;
    wait_for_report(&browser).await;
    assert!(browser.run(HEADLINE).await.as_str().is_some_and(|text| text.contains("見込み客2人")));
    browser.click("#import-remove-1").await;
    browser.click("#import-remove-1").await;
    wait_for_report(&browser).await;
    browser.click("#import-take").await;
    browser.wait_for("saving", HAS_ACTUALS).await;
    browser.goto(&format!("{}?view=track", site.address)).await;
    browser.wait_for("the screens", "return document.querySelector('#import-replace') !== null").await;
    browser.click("#import-replace").await;
    browser.choose_files("#import-files", &[odd]).await;
    wait_for_report(&browser).await;
    let meaning = "return document.querySelector('select[name=\"meaning-0-1\"]').value";
    assert_eq!(browser.run(meaning).await, json!("entered:lead"));
}

#[tokio::test]
async fn the_samples_are_tried_with_one_press_by_keyboard() {
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    browser.run("document.getElementById('import-sample').focus()").await;
    browser.press(Key::Enter).await;
    wait_for_report(&browser).await;
    assert_eq!(browser.run("return document.querySelectorAll('.import-file').length").await, json!(2));
    // They can be saved too, and are what lies in the folder.
    let saved =
        "return fetch('samples/sample-months.csv').then(answer => answer.text()).then(text => text.length)";
    let length = fs::read_to_string(sample("sample-months.csv"))
        .expect("the sample")
        .trim_start_matches('\u{feff}')
        .chars()
        .count();
    assert_eq!(browser.run(saved).await, json!(length));
    // What is pasted becomes a table too.
    browser.click("#import-clear").await;
    browser.click(".import-paste summary").await;
    let table = "月\\tチャネル\\tリード数\\n2026-04\\t検索広告\\t12\\n2026-05\\tウェビナー\\t7";
    browser.run(&format!("document.getElementById('import-text').value = \"{table}\"")).await;
    browser.click("#import-paste").await;
    wait_for_report(&browser).await;
    assert!(browser.run(HEADLINE).await.as_str().is_some_and(|text| text.contains("月別の件数2行")));
}

#[tokio::test]
async fn on_the_english_page_the_sample_is_english() {
    let site = Site::start();
    let browser = Browser::open(&format!("{}?lang=en", site.address), DESK).await;
    browser.click(".tab[href='?view=track&lang=en'], .tab[href='?view=track']").await;
    browser.wait_for("the screens", "return document.querySelector('.import .import-drop') !== null").await;
    browser.click("#import-sample").await;
    wait_for_report(&browser).await;
    let names = "return [...document.querySelectorAll('.import-file')].every(file => file.textContent.includes('-en.csv'))";
    assert_eq!(browser.run(names).await, json!(true));
    // The same prospects as in Japanese: those whose channel the plan knows.
    let known = ["検索広告", "ウェビナー", "記事・資料"];
    let used = leads().into_values().filter(|channel| known.contains(&channel.as_str())).count();
    let headline = browser.run(HEADLINE).await;
    assert!(headline.as_str().is_some_and(|text| text.contains(&format!("{used} prospects"))), "{headline}");
    browser.click("#import-take").await;
    browser.wait_for("the head", "return document.querySelector('.track-file') !== null").await;
    let file = browser.text(".track-file").await;
    assert!(file.starts_with("sample-marketing-en.csv + sample-sales-en.csv, imported "), "{file}");
}

/// A table of a size that takes a while.
fn big(folder: &Folder, bytes: usize) -> PathBuf {
    let path = folder.0.join("big.csv");
    let mut file = std::io::BufWriter::new(fs::File::create(&path).expect("a file"));
    writeln!(file, "ID,メール,会社名,チャネル,獲得日,商談化日,備考").expect("room");
    let mut written = 0;
    let mut row = 0;
    while written < bytes {
        // Ids come again, as in a log of visits, so that the prospects stay within the limit.
        let id = row % 40_000;
        let line = format!(
            "L-{id:06},user{id}@example{}.co.jp,株式会社青葉{id},検索広告,2026-0{}-{:02},,資料請求フォームからの問い合わせ {row}\n",
            id % 97,
            4 + id % 6,
            1 + id % 28
        );
        written += line.len();
        row += 1;
        file.write_all(line.as_bytes()).expect("room");
    }
    path
}

/// Notes the longest task of the page from now on.
const WATCH: &str = "window.longest = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => \
    { window.longest = Math.max(window.longest, entry.duration) })).observe({ type: 'longtask' });";

#[tokio::test]
async fn a_big_file_is_read_beside_the_page_and_given_up_at_once() {
    let folder = Folder::new("big");
    let big = big(&folder, 90_000_000);
    let site = Site::start();
    let browser = Browser::open(&site.address, DESK).await;
    open(&browser).await;
    browser.run(WATCH).await;
    browser.choose_files("#import-files", &[big]).await;
    browser
        .wait_for(
            "progress",
            "const bar = document.querySelector('.import-bar'); \
             return Number(bar?.getAttribute('value') ?? 0) > 50",
        )
        .await;
    browser.click("#import-stop").await;
    assert!(browser.text(".import-progress").await.contains("中止しました"));
    assert_eq!(browser.run("return document.querySelector('.import-bar')").await, json!(null));
    assert_eq!(browser.run(HAS_ACTUALS).await, json!(false));
    let longest = browser.run("return window.longest").await.as_f64().expect("a time");
    assert!(longest < 500.0, "the page stood still for {longest} ms");
    browser.click("#import-clear").await;
    assert_eq!(browser.run("return document.querySelectorAll('.import-file').length").await, json!(0));
}

#[tokio::test]
async fn without_workers_the_page_reads_itself() {
    let site = Site::with(|name, content| {
        let text = String::from_utf8_lossy(&content);
        let html =
            (name == "index.html").then(|| text.replace("worker-src 'self' blob:", "worker-src 'none'"));
        html.map_or(content, String::into_bytes)
    });
    let browser = Browser::open(&site.address, SMALL_PHONE).await;
    open(&browser).await;
    assert!(browser.fits_its_width().await);
    browser.click("#import-sample").await;
    wait_for_report(&browser).await;
    assert!(browser.run(HEADLINE).await.as_str().is_some_and(|text| text.contains("見込み客")));
    assert!(browser.fits_its_width().await);
}
