//! Every number leads to its source, in one unit wherever it stands.

use ankunft_testkit::{Browser, Page};
use serde_json::Value;

use crate::common::Demo;

const LIST: &str = "/musterstadt/atlas/ankunft?ebene=quartier";

async fn assessed() -> (Demo, Browser) {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let browser = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    (demo, browser)
}

/// A number as German pages write it, without its unit.
fn number(text: &str) -> f64 {
    let first = text.split([' ', '\u{a0}']).next().unwrap_or_default();
    let plain = first.replace('.', "").replace(',', ".").replace('−', "-");
    plain.parse().unwrap_or_else(|_| panic!("a number: {text}"))
}

async fn json(browser: &mut Browser, address: &str) -> Value {
    let page = browser.get(address).await.expect_status(200);
    serde_json::from_str(&page.body_text()).expect("JSON")
}

/// The addresses of the rates in the table of the list.
fn rates(page: &Page) -> Vec<String> {
    let mut all = page.attributes("td a", "href");
    all.retain(|it| it.contains("/atlas/quelle/ankunft?"));
    all
}

/// Formula, parameters, seed, n and source: on the page of the rate or one click behind it.
#[tokio::test]
async fn a_statistician_needs_two_clicks() {
    let (_demo, mut browser) = assessed().await;
    let list = browser.get(LIST).await.expect_status(200);
    let rates = rates(&list);
    let rows = list.texts("tbody tr").len();
    assert!(rates.len() >= 2 * rows, "{} rates in {rows} rows", rates.len());
    for address in rates.iter().take(6) {
        let page = browser.get(address).await.expect_status(200);
        let text = page.text("main");
        for word in ["Formel", "Startzahl", "n = ", "Gewichte", "Gebietsstand", "Prüfsumme"] {
            let is_told = text.contains(word) || (word == "Gewichte" && text.contains("Prozent"));
            assert!(is_told || address.contains("foreigners"), "{word} at {address}: {text}");
        }
        let entered = page.attributes("section[aria-labelledby=eingang] td a", "href");
        assert!(!entered.is_empty(), "{address}");
        for figure in entered.iter().take(3) {
            let source = browser.get(figure).await.expect_status(200).text("main");
            assert!(source.contains("Formel") && source.contains("Datenstand"), "{figure}");
        }
    }
    // Whatever else stands in the table is explained on the very unit.
    let how = list.attributes("td a", "href");
    let how = how.iter().find(|it| it.contains("/atlas/methoden/ankunft?")).expect("a way");
    let page = browser.get(how).await.expect_status(200);
    assert!(page.text("main").contains("Startzahl"), "{how}");
    let way = page.attributes("section[aria-labelledby=beispiel] td a", "href");
    assert!(way.iter().all(|it| it.contains("/atlas/quelle/ankunft?")) && way.len() == 3);
}

/// The sums on the page of a rate give the rate, computed here from what the cells say.
#[tokio::test]
async fn a_rate_can_be_computed_from_its_page() {
    let (_demo, mut browser) = assessed().await;
    let list = browser.get(LIST).await.expect_status(200);
    let rates = rates(&list);
    let of = |dimension: &str| {
        let named = format!("merkmal={dimension}&");
        rates.iter().find(|it| it.contains(&named)).cloned().expect("a rate")
    };
    for (dimension, scale) in
        [("arrivals-abroad", 2000.0), ("turnover", 200.0), ("foreigners", 100.0)]
    {
        let page = browser.get(&of(dimension)).await.expect_status(200);
        let cells = page.texts("section[aria-labelledby=eingang] td");
        let (mut above, mut below) = (0.0, 0.0);
        for row in cells.chunks(3) {
            above += number(&row[0]);
            below += number(&row[1]);
        }
        let periods = if dimension == "foreigners" { 1 } else { 6 };
        assert_eq!(cells.len(), 3 * periods, "{dimension}");
        let lead = page.text("main");
        let said = lead.split(": ").nth(1).map(number).expect("a value");
        let ours = scale * above / below;
        assert!((said - ours).abs() <= 0.05 + 1e-9, "{dimension}: {said} and {ours}");
    }
}

/// The list and the quarter's page have one unit: the mean of the list follows from the last three
/// years of the series, each half-year weighed by the people of its last day.
#[tokio::test]
async fn the_list_and_the_series_agree() {
    let (_demo, mut browser) = assessed().await;
    let list = json(&mut browser, "/musterstadt/atlas/ankunft/json?ebene=quartier").await;
    let unit = |dimension: &str| {
        let all = list["dimensions"].as_array().expect("dimensions");
        let found = all.iter().find(|it| it["dimension"] == dimension).expect("a dimension");
        found["unit"].as_str().expect("a unit").to_owned()
    };
    assert_eq!(unit("arrivals-abroad"), "per-1000");
    assert_eq!(unit("turnover"), "per-100");
    assert_eq!(unit("foreigners"), "percent");
    for area in list["areas"].as_array().expect("areas").iter().take(8) {
        let code = area["code"].as_str().expect("a code");
        let address = format!("/musterstadt/atlas/quartiere/{code}/json?ebene=quartier");
        let quarter = json(&mut browser, &address).await;
        let series = |measure: &str| -> Vec<f64> {
            let all = quarter["series"].as_array().expect("a series").iter();
            let here = all.filter(|it| it["measure"] == measure);
            here.filter_map(|it| it["value"].as_f64()).collect()
        };
        let (rates, people) = (series("arrivals_abroad_rate"), series("population"));
        let last = |all: &[f64]| all[all.len() - 6..].to_vec();
        let (rates, people) = (last(&rates), last(&people));
        let all: f64 = people.iter().sum();
        let mean = rates.iter().zip(&people).map(|(rate, people)| rate * people).sum::<f64>() / all;
        let ours = area["rate_arrivals_abroad"].as_f64().expect("a rate");
        assert!((ours - mean).abs() < 1e-9 * mean, "{code}: {ours} and {mean}");
        let share = *series("share_foreigners").last().expect("a share");
        let ours = area["rate_foreigners"].as_f64().expect("a rate");
        assert!((ours - share).abs() < 1e-9 * share, "{code}: {ours} and {share}");
    }
}

/// A mean stands where its window is whole, and nowhere over a break; the address says which.
#[tokio::test]
async fn moving_means_never_bridge_a_break() {
    let (_demo, mut browser) = assessed().await;
    let single = json(&mut browser, "/musterstadt/atlas/quartiere/01/json?ebene=quartier").await;
    assert!(single["window_years"].is_null());
    let means =
        json(&mut browser, "/musterstadt/atlas/quartiere/01/json?ebene=quartier&mittel=3").await;
    assert_eq!(means["window_years"], 3);
    let values = |it: &Value| -> Vec<(String, Option<f64>)> {
        let series = it["series"].as_array().expect("a series").iter();
        let shares = series.filter(|it| it["measure"] == "share_foreigners");
        let period = |it: &Value| it["period"].as_str().expect("a period").to_owned();
        shares.map(|it| (period(it), it["value"].as_f64())).collect()
    };
    let (single, means) = (values(&single), values(&means));
    assert_eq!(single.len(), means.len());
    assert!(single.len() > 8, "{single:?}");
    assert!(means.iter().take(5).all(|it| it.1.is_none()), "{means:?}");
    let mut whole = 0;
    for (at, (period, mean)) in means.iter().enumerate() {
        let Some(mean) = mean else { continue };
        let window = &single[at + 1 - 6..=at];
        let numbers: Vec<f64> = window.iter().filter_map(|it| it.1).collect();
        let (low, high) =
            numbers.iter().fold((f64::MAX, f64::MIN), |it, new| (it.0.min(*new), it.1.max(*new)));
        assert!(numbers.len() == 6 && low <= *mean && *mean <= high, "{period}");
        whole += 1;
    }
    assert!(whole > 0, "{means:?}");
    let page = "/musterstadt/atlas/quartiere/01?ebene=quartier&mittel=3";
    let shown = browser.get(page).await.expect_status(200);
    assert!(shown.text("main").contains("Mittel über 3 Jahre"));
    let files = shown.attributes("a", "href");
    assert!(files.iter().any(|it| it.contains("/csv?") && it.contains("mittel=3")), "{files:?}");
    let csv = "/musterstadt/atlas/quartiere/01/csv?ebene=quartier&mittel=3";
    let csv = browser.get(csv).await.expect_status(200).body_text();
    assert!(csv.lines().next().is_some_and(|it| it.ends_with(",window_years")), "{csv}");
    let sources = shown.attributes("td a", "href");
    let source = sources.iter().find(|it| it.contains("/quelle/mittel?")).expect("a source");
    let source = browser.get(source).await.expect_status(200);
    assert_eq!(source.texts("section[aria-labelledby=eingang] tbody tr").len(), 6);
    for bad in ["1", "0", "3.5", "viel", "-3"] {
        let page = format!("/musterstadt/atlas/quartiere/01?ebene=quartier&mittel={bad}");
        let _ = browser.get(&page).await.expect_status(400);
    }
}

/// The public sees how a rate came about, and nothing of how it stands among the others.
#[tokio::test]
async fn everybody_sees_where_a_rate_comes_from() {
    let (demo, mut inside) = assessed().await;
    let mut public = Browser::new(&demo.app, "de");
    let page = public.get("/musterstadt/atlas?ebene=quartier").await.expect_status(200);
    let rates = rates(&page);
    assert!(!rates.is_empty());
    let address = &rates[0];
    let heads = |page: &Page| page.texts("section[aria-labelledby=berechnung] dt");
    let seen = public.get(address).await.expect_status(200);
    assert!(!heads(&seen).contains(&"z".to_owned()), "{:?}", heads(&seen));
    assert!(heads(&inside.get(address).await).contains(&"z".to_owned()));
    for address in ["/musterstadt/atlas/quelle/ankunft", "/musterstadt/atlas/quelle/mittel"] {
        let page = public.get(address).await.expect_status(303);
        assert!(page.location().is_some_and(|it| it.ends_with("/musterstadt/atlas")));
    }
    for address in [
        "/musterstadt/atlas/quelle/ankunft?ebene=quartier&merkmal=turnover&gebiet=nirgends",
        "/musterstadt/atlas/quelle/ankunft?ebene=quartier&merkmal=nichts&gebiet=01",
    ] {
        let _ = public.get(address).await.expect_status(404);
    }
}

/// Where a page is in English, names that only the city has say that they are German.
#[tokio::test]
async fn german_names_say_so_on_english_pages() {
    let (demo, _) = assessed().await;
    for (language, level, marked) in [("de", "Quartiere", false), ("en", "Quarters", true)] {
        let mut browser = Browser::new(&demo.app, language);
        let page = browser.get("/musterstadt/atlas").await.expect_status(200);
        assert!(page.texts("option").contains(&level.to_owned()), "{:?}", page.texts("option"));
        let data = browser.get("/musterstadt/atlas/daten").await.expect_status(200);
        assert_eq!(!data.attributes("th [lang=de]", "lang").is_empty(), marked);
    }
}

/// The first page of a city leads to what has changed; to decisions once one is published.
#[tokio::test]
async fn the_first_page_leads_only_to_what_there_is() {
    let (demo, _) = assessed().await;
    let mut public = Browser::new(&demo.app, "de");
    let links = public.get("/musterstadt").await.expect_status(200).attributes("main a", "href");
    assert!(links.iter().any(|it| it.ends_with("/atlas/veraenderungen")), "{links:?}");
    assert!(!links.iter().any(|it| it.ends_with("/atlas/entscheidungen")), "{links:?}");
}

/// What stands in the table of a quarter's parts is of the same time as its source says.
#[tokio::test]
async fn the_parts_of_a_quarter_lead_to_their_sources() {
    let (_demo, mut browser) = assessed().await;
    let page = browser.get("/musterstadt/atlas/quartiere/02?ebene=quartier").await;
    let page = page.expect_status(200);
    let (values, sources) =
        (page.texts("table.zonen td a"), page.attributes("table.zonen td a", "href"));
    assert!(values.len() >= 8, "{values:?}");
    for (value, source) in values.iter().zip(&sources).take(8) {
        let text = browser.get(source).await.expect_status(200).text("main");
        assert!(text.contains(value), "{value} at {source}");
    }
}
