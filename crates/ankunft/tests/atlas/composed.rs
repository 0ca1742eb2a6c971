//! Quarters that the coordination joins: their figures judged by those of their parts, and who
//! sees them.

use std::collections::BTreeSet;

use ankunft_atlas::composed::store::{self, NewJoint};
use ankunft_disclosure::Nutzung;
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::register::areas;
use ankunft_testkit::{Browser, Page};
use serde_json::Value;

use crate::common::papers::text;
use crate::common::planting::{PERIOD, numbers_in, plant, protected};
use crate::common::{Demo, Reader};

const COORDINATION: &str = "coordination@leser.example";
const NEW: &str = "/musterstadt/atlas/quartiere/neu";
const NAME: &str = "Nördliche Altstadt";

/// The series of a quarter as its JSON has them.
async fn series(browser: &mut Browser, code: &str) -> Vec<Value> {
    let path = format!("/musterstadt/atlas/quartiere/{code}/json?ebene=quartier");
    let page = browser.get(&path).await.expect_status(200);
    let document: Value = serde_json::from_slice(&page.body).expect("JSON");
    document["series"].as_array().expect("series").clone()
}

fn at<'a>(series: &'a [Value], measure: &str, period: &str) -> &'a Value {
    let is_meant = |it: &&Value| it["measure"] == measure && it["period"] == period;
    series.iter().find(is_meant).unwrap_or_else(|| panic!("no {measure} at {period}"))
}

fn value(series: &[Value], measure: &str, period: &str) -> f64 {
    at(series, measure, period)["value"].as_f64().unwrap_or_else(|| panic!("{measure} {period}"))
}

async fn post(browser: &mut Browser, to: &str, parts: &[String], fields: &[(&str, &str)]) -> Page {
    let mut all = vec![("ebene", "quartier")];
    all.extend(parts.iter().map(|it| ("gebiet", it.as_str())));
    all.extend(fields);
    browser.post(to, to, &all).await
}

/// The codes of the quarters of today.
async fn quarters(demo: &Demo) -> Vec<String> {
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let of = areas::geography(&mut read, tenant, "quartier").await.expect("a database");
    let of = of.expect("quarters").id;
    let versions = areas::versions(&mut read, tenant).await.expect("versions");
    let newest = versions.iter().rfind(|it| it.geography == of).expect("a version").id;
    let units = areas::areas(&mut read, tenant, newest).await.expect("areas");
    units.into_iter().map(|it| it.code).collect()
}

#[tokio::test]
async fn a_quarter_is_joined_shown_cited_changed_and_given_up() {
    for address in std::iter::once(String::new()).chain(ankunft_testkit::postgres()) {
        let demo = Demo::at(address).await;
        let parts: Vec<String> = quarters(&demo).await.into_iter().take(3).collect();
        let mut browser = Browser::log_in(&demo.app, COORDINATION, "de").await;
        it_is_looked_at_before_it_is_saved(&mut browser, &parts).await;
        let path = it_is_saved(&mut browser, &parts[..2]).await;
        its_figures_follow_from_its_parts(&mut browser, &parts[..2]).await;
        nobody_outside_knows_of_it(&demo, &path).await;
        it_is_cited_and_then_changed(&demo, &mut browser, &path, &parts).await;
        it_is_given_up(&mut browser, &path).await;
    }
}

async fn it_is_looked_at_before_it_is_saved(browser: &mut Browser, parts: &[String]) {
    let list = browser.get("/musterstadt/atlas/quartiere?ebene=quartier").await.expect_status(200);
    assert!(list.body_text().contains("Quartier zusammensetzen"));
    let empty = browser.get(NEW).await.expect_status(200);
    assert!(empty.attribute("[data-auswahl] a", "href").is_some_and(|it| it.starts_with("#feld-")));
    assert!(!empty.body_text().contains("Quartier speichern"));
    let query: Vec<String> = parts[..2].iter().map(|it| format!("gebiet={it}")).collect();
    let look = format!("{NEW}?ebene=quartier&{}", query.join("&"));
    let page = browser.get(&look).await.expect_status(200);
    assert_eq!(page.texts("input[name=gebiet][checked]").len(), 2);
    assert_eq!(page.texts(".karte path.gewaehlt").len(), 2, "outlined");
    let figures = page.text(".zahlen");
    assert!(figures.contains("Ausländeranteil"), "{figures}");
    let none = post(browser, NEW, &[], &[("name", NAME)]).await.expect_status(422);
    assert!(none.body_text().contains("mindestens zwei Gebiete"));
    let unnamed = post(browser, NEW, &parts[..2], &[("name", " "), ("grund", "Grund 17")]).await;
    let unnamed = unnamed.expect_status(422);
    assert!(unnamed.body_text().contains("Geben Sie dem Quartier einen Namen"));
    assert!(unnamed.body_text().contains("Grund 17"), "what was typed stays");
}

async fn it_is_saved(browser: &mut Browser, parts: &[String]) -> String {
    let fields = [("name", NAME), ("grund", "Ein Stadtteilbüro für beide")];
    let done = post(browser, NEW, parts, &fields).await.expect_status(303);
    let path = done.location().expect("its page");
    assert_eq!(path, "/musterstadt/atlas/quartiere/q-noerdliche-altstadt");
    let page = browser.get(&path).await.expect_status(200);
    assert!(page.text("h1").contains(NAME));
    for text in ["nicht öffentlich", "Ein Stadtteilbüro für beide", "Zusammengesetzt aus"] {
        assert!(page.body_text().contains(text), "{text}");
    }
    assert_eq!(page.texts(".karte path.gewaehlt").len(), 2);
    assert!(page.body_text().contains("Teile des Quartiers"), "its parts beside one another");
    let twice = post(browser, NEW, parts, &[("name", "nördliche altstadt")]).await;
    assert!(twice.expect_status(422).body_text().contains("So heißt schon"));
    path
}

/// Judged by the JSON of the parts, which knows nothing of joining.
async fn its_figures_follow_from_its_parts(browser: &mut Browser, parts: &[String]) {
    let whole = series(browser, "q-noerdliche-altstadt").await;
    let (a, b) = (series(browser, &parts[0]).await, series(browser, &parts[1]).await);
    let mut compared = 0;
    for it in &whole {
        let text = |name: &str| it[name].as_str().unwrap_or_default();
        let (measure, period) = (text("measure"), text("period"));
        let parts = [&a, &b].map(|of| at(of, measure, period)["value"].as_f64());
        let people = [&a, &b].map(|of| {
            let day = if period.len() == 4 { format!("{period}-12-31") } else { period.to_owned() };
            let is_day = |it: &&Value| it["measure"] == "population" && it["period"] == *day;
            of.iter().find(is_day).and_then(|it| it["value"].as_f64())
        });
        let expected = match (measure, parts, people) {
            (_, [Some(a), Some(b)], _) if measure == "population" => a + b,
            // A share of the sum is the mean of shares by people, since each is a share of them.
            (_, [Some(a), Some(b)], [Some(x), Some(y)]) if measure.starts_with("share_") => {
                (a * x + b * y) / (x + y)
            }
            (_, [Some(_), Some(_)], _) => continue,
            _ => {
                assert_eq!(it["value"], Value::Null, "never a partial sum: {it}");
                continue;
            }
        };
        let value = it["value"].as_f64().expect("a value");
        assert!((value - expected).abs() < 1e-9 * expected.max(1.0), "{it} is not {expected}");
        compared += 1;
    }
    assert!(compared > 10, "{compared} figures");
    let page = "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag=2024-12-31\
         &gebiet=q-noerdliche-altstadt@1";
    let source = browser.get(page).await.expect_status(200);
    assert!(source.body_text().contains("Summe über die Gebiete"));
    let beside = format!(
        "/musterstadt/atlas/vergleich?ebene=quartier&merkmal=share_foreigners\
         &gebiet=q-noerdliche-altstadt&gebiet={}",
        parts[0]
    );
    let compared = browser.get(&beside).await.expect_status(200);
    assert_eq!(compared.texts(".tabelle tbody tr").len(), 2);
    assert!(compared.text(".tabelle tbody").contains(NAME));
    let csv = browser.get("/musterstadt/atlas/quartiere/q-noerdliche-altstadt/csv").await;
    let total = value(&whole, "population", "2024-12-31").to_string();
    assert!(csv.expect_status(200).body_text().contains(&total));
}

async fn nobody_outside_knows_of_it(demo: &Demo, path: &str) {
    let inside = [Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Reader];
    for reader in Reader::all(&demo.app) {
        for language in ["de", "en"] {
            let mut browser = reader.browser(&demo.app, language).await;
            let may = reader.role.is_some_and(|it| inside.contains(&it));
            for end in ["", "/csv", "/json", "@1"] {
                let status = browser.get(&format!("{path}{end}")).await.status.as_u16();
                assert_eq!(status, if may { 200 } else { 404 }, "{} at {path}{end}", reader.name);
            }
            let list = browser.get("/musterstadt/atlas/quartiere").await.expect_status(200);
            assert_eq!(list.body_text().contains(NAME), may, "{}", reader.name);
            let composes = [Some(Role::Coordination), Some(Role::StatisticsOffice)];
            let door = browser.get(NEW).await.status.as_u16();
            assert_eq!(door == 200, composes.contains(&reader.role), "{}: {door}", reader.name);
        }
    }
    let mut department = Browser::log_in(&demo.app, "department@leser.example", "de").await;
    let form = [("ebene", "quartier"), ("name", "x")];
    let _ = department.post("/konto", NEW, &form).await.expect_status(403);
}

async fn it_is_cited_and_then_changed(
    demo: &Demo,
    browser: &mut Browser,
    path: &str,
    parts: &[String],
) {
    let page = browser.get(path).await;
    let thing = page.attribute(".fuer-mappe input[name=ding]", "value").expect("a button");
    assert!(thing.ends_with("q-noerdliche-altstadt@1"), "{thing}");
    let form = [("art", "figure"), ("ding", thing.as_str()), ("zurueck", path)];
    let _ = browser.post(path, "/musterstadt/merken", &form).await.expect_status(303);
    let before = mappe(browser).await;
    assert_eq!(before["audience"], "administration", "the figure is public, the quarter is not");
    let title = before["snapshot"]["title"].as_str().expect("a title");
    assert!(title.contains(NAME) && title.contains(" und "), "says its parts: {title}");
    let mut public = Browser::new(&demo.app, "de");
    let hidden = public.get(before["reference"].as_str().expect("a Fundstelle")).await;
    assert!(!hidden.body_text().contains(NAME));

    let change = "/musterstadt/atlas/quartiere/aendern/q-noerdliche-altstadt";
    let _ = browser.get(change).await.expect_status(200);
    let fields = [("name", NAME), ("grund", "Auch das dritte"), ("oeffentlich", "ja")];
    let _ = post(browser, change, parts, &fields).await.expect_status(303);
    let after = mappe(browser).await;
    assert_eq!(after["snapshot"], before["snapshot"]);
    assert_eq!(after["state"], "same", "what was cited means what it meant");
    let old = browser.get(&format!("{path}@1")).await.expect_status(200);
    assert!(old.body_text().contains("Zur heutigen Fassung"));
    let now = public.get(path).await.expect_status(200);
    assert!(now.body_text().contains("3 Gebiete, Fassung 2"));
    let _ = public.get(&format!("{path}@1")).await.expect_status(404);
    let list = public.get("/musterstadt/atlas/quartiere").await.body_text();
    assert!(list.contains("zusammengesetzt aus 3 Gebieten"));
    let mut english = Browser::new(&demo.app, "en");
    let now = english.get(path).await.expect_status(200);
    assert!(now.body_text().contains("3 areas, version 2"));
}

async fn mappe(browser: &mut Browser) -> Value {
    let page = browser.get("/musterstadt/mappe").await.expect_status(200);
    let form = page.attribute("form[action$='/name']", "action").expect("a Mappe");
    let json = browser.get(&format!("{}/json", form.trim_end_matches("/name"))).await;
    let document: Value = serde_json::from_slice(&json.body).expect("JSON");
    document["entries"][0].clone()
}

async fn it_is_given_up(browser: &mut Browser, path: &str) {
    let change = "/musterstadt/atlas/quartiere/aendern/q-noerdliche-altstadt";
    let _ = browser.post(change, &format!("{change}/aufgeben"), &[]).await.expect_status(303);
    let list = browser.get("/musterstadt/atlas/quartiere").await.expect_status(200);
    assert!(!list.body_text().contains(NAME));
    let page = browser.get(path).await.expect_status(200);
    assert!(page.body_text().contains("nicht mehr geführt"));
    let _ = browser.get(change).await.expect_status(404);
    assert_eq!(mappe(browser).await["state"], "same");
}

/// A joined quarter is a candidate like any other: its profile is printed, and a decision measures
/// the version that it was.
#[tokio::test]
async fn a_joined_quarter_is_printed_and_chosen() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let parts: Vec<String> = quarters(&demo).await.into_iter().take(3).collect();
    let mut browser = Browser::log_in(&demo.app, COORDINATION, "de").await;
    let _ = it_is_saved(&mut browser, &parts[..2]).await;
    let code = "q-noerdliche-altstadt";
    let profile = format!("/musterstadt/atlas/quartiere/{code}");
    let page = browser.get(&profile).await.expect_status(200);
    for format in ["docx", "pdf"] {
        let file = browser.get(&format!("{profile}/{format}?ebene=quartier")).await;
        let Some(words) = text(&file.expect_status(200).body) else { continue };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(NAME) && words.contains("nicht öffentlich"), "{words}");
        for value in page.texts(".zahlen dd b") {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&value), "{format}: no {value} in {words}");
        }
    }

    let candidates = "/musterstadt/atlas/kandidaten";
    let today = demo.app.today().to_string();
    let form = [("ebene", "quartier"), ("gebiet", code)];
    let _ = browser.post(&profile, candidates, &form).await.expect_status(303);
    for state in ["presented", "agreed"] {
        let form = [("stand", state), ("tag", today.as_str()), ("notiz", "")];
        let page = format!("{candidates}/1");
        let _ = browser.post(&page, &format!("{page}/schritt"), &form).await.expect_status(303);
    }
    let to = format!("{candidates}/entscheidung");
    let ask = format!("{to}?gewaehlt=1");
    let page = browser.get(&ask).await.expect_status(200);
    assert!(page.attribute("input[name=vergleich-1]", "value").is_some(), "{}", page.text("main"));
    let form = [
        ("gewaehlt", "1"),
        ("stand-1", "agreed"),
        ("stelle", "Stadtrat"),
        ("tag", today.as_str()),
        ("grund", "Zwei Quartiere, ein Stadtteilbüro."),
        ("oeffentlich", "nein"),
    ];
    let _ = browser.post(&ask, &to, &form).await.expect_status(303);
    let before = decision(&mut browser).await;
    let cited = before["baseline"].as_array().expect("a Nullmessung");
    assert!(cited.len() > 3, "{} figures", cited.len());
    for it in cited {
        assert!(it["id"].as_str().expect("an id").ends_with(&format!("{code}@1")), "{it}");
    }
    let units = before["arrival"]["units"].as_array().expect("an assessment of its parts");
    let named: BTreeSet<&str> = units.iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(named, parts[..2].iter().map(String::as_str).collect());

    let change = format!("/musterstadt/atlas/quartiere/aendern/{code}");
    let fields = [("name", NAME), ("grund", "Auch das dritte")];
    let _ = post(&mut browser, &change, &parts, &fields).await.expect_status(303);
    let after = decision(&mut browser).await;
    assert_eq!(after["baseline"], before["baseline"], "what was measured means what it meant");
    let paper = browser.get(&format!("{candidates}/entscheidungen/1/papier/docx")).await;
    let words = text(&paper.expect_status(200).body).expect("a DOCX");
    assert!(words.contains(NAME) && words.contains("Stadtteilbüro"));
}

async fn decision(browser: &mut Browser) -> Value {
    let page = browser.get("/musterstadt/atlas/kandidaten/entscheidungen/1/json").await;
    let document: Value = serde_json::from_slice(&page.expect_status(200).body).expect("JSON");
    document["quarters"][0].clone()
}

/// A sum of figures that are not public is not public, though the quarter is.
#[tokio::test]
async fn a_sum_goes_no_further_than_its_parts() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let city = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    plant(&demo, city, 15_829_363, (protected(), Nutzung::Administration)).await;
    let parts: Vec<String> = quarters(&demo).await.into_iter().take(2).collect();
    let mut inside = Browser::log_in(&demo.app, COORDINATION, "de").await;
    let fields = [("name", "Zu zweit"), ("oeffentlich", "ja")];
    let _ = post(&mut inside, NEW, &parts, &fields).await.expect_status(303);
    let sum = {
        let (a, b) = (series(&mut inside, &parts[0]).await, series(&mut inside, &parts[1]).await);
        value(&a, "population", PERIOD) + value(&b, "population", PERIOD)
    };
    let whole = series(&mut inside, "q-zu-zweit").await;
    assert!((value(&whole, "population", PERIOD) - sum).abs() < 1e-9);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
    let numbers = BTreeSet::from([sum as u64]);
    let source = format!(
        "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag={PERIOD}\
         &gebiet=q-zu-zweit"
    );
    let paths =
        ["", "/csv", "/json"].map(|it| format!("/musterstadt/atlas/quartiere/q-zu-zweit{it}"));
    let mut public = Browser::new(&demo.app, "de");
    for path in paths.iter().chain([&source]) {
        assert!(!numbers_in(&inside.get(path).await, &numbers).is_empty(), "{path}");
        assert!(numbers_in(&public.get(path).await, &numbers).is_empty(), "{path}");
    }
}

/// One area is that area; all of them are the city; no order of choosing matters; another city
/// knows nothing of it.
#[tokio::test]
async fn joining_keeps_its_laws_in_the_very_figures_of_the_demo() {
    let demo = Demo::new().await;
    let codes = quarters(&demo).await;
    let mut browser = Browser::log_in(&demo.app, COORDINATION, "de").await;
    keep(&demo, ("musterstadt", "q-eins"), &codes[..1]).await;
    let one = series(&mut browser, "q-eins").await;
    let unit = series(&mut browser, &codes[0]).await;
    assert_eq!(one, unit, "one area is that area, in each measure, period and state");

    let backwards: Vec<String> = codes.iter().rev().cloned().collect();
    let _ = post(&mut browser, NEW, &codes, &[("name", "Alle")]).await.expect_status(303);
    let _ =
        post(&mut browser, NEW, &backwards, &[("name", "Alle rückwärts")]).await.expect_status(303);
    let all = series(&mut browser, "q-alle").await;
    assert_eq!(all, series(&mut browser, "q-alle-rueckwaerts").await);
    let mut totals = 0;
    for it in all.iter().filter(|it| it["measure"] == "population") {
        let (whole, city) = (it["value"].as_f64(), it["city"].as_f64());
        if let (Some(whole), Some(city)) = (whole, city) {
            // The total was rounded by itself, so each part may be off by half a step.
            let off = 2.5 * (codes.len() + 1) as f64;
            assert!((whole - city).abs() <= off, "{it}");
            totals += 1;
        }
    }
    assert!(totals > 3, "{totals}");

    let mut admin = Browser::log_in(&demo.app, "admin@leser.example", "de").await;
    let log = admin.get("/musterstadt/system/protokoll").await.expect_status(200);
    assert!(log.body_text().contains("Quartier zusammengesetzt"));
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    for city in programme.cities.iter().filter(|it| it.slug != "musterstadt").take(2) {
        let mut public = Browser::new(&demo.app, "de");
        let _ =
            public.get(&format!("/{}/atlas/quartiere/q-alle", city.slug)).await.expect_status(404);
        let list = public.get(&format!("/{}/atlas/quartiere", city.slug)).await.expect_status(200);
        assert!(!list.body_text().contains("q-alle"));
    }
}

/// Keeps a quarter that the form would not, of a single area.
async fn keep(demo: &Demo, (slug, code): (&str, &str), parts: &[String]) {
    let tenant = demo.tenant(slug).await;
    let author = Author::program("test");
    let mut change = demo.app.store.change(author.clone()).await.expect("a change");
    let of = areas::geography(&mut change, tenant, "quartier").await.expect("a database");
    let geography = of.expect("quarters").id;
    let versions = areas::versions(&mut change, tenant).await.expect("versions");
    let newest = versions.iter().rfind(|it| it.geography == geography).expect("a version").id;
    let new = NewJoint {
        area_version: newest,
        name: code,
        reason: "",
        is_public: false,
        parts: &parts.iter().cloned().collect(),
    };
    store::make(&mut change, tenant, &author, (geography, code), &new).await.expect("kept");
    change.commit().await.expect("a commit");
}
