//! Papers: they say what their page says, show no more than their reader may see, and come from the
//! console without server.

use std::path::Path;
use std::process::{Command, Output};

use ankunft_disclosure::Nutzung;
use ankunft_platform::downloads;
use ankunft_platform::permission::Role;
use ankunft_testkit::{Browser, Page};

use crate::common::papers::{pages, text};
use crate::common::planting::{grouped, plant, protected};
use crate::common::{Demo, Reader};

const FORMATS: [&str; 2] = ["pdf", "docx"];

/// Words with their spaces as one blank each: a PDF breaks lines where it likes.
fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn paper(browser: &mut Browser, address: &str) -> (Page, Option<String>) {
    let page = browser.get(address).await.expect_status(200);
    let words = text(&page.body).map(|it| flat(&it));
    (page, words)
}

#[tokio::test]
async fn a_paper_says_what_its_page_says() {
    let demo = Demo::new().await;
    let mut gaps = 0;
    for language in ["de", "en"] {
        let mut browser = Browser::new(&demo.app, language);
        for (geography, code) in demo.codes("musterstadt").await {
            let address = format!("/musterstadt/atlas/quartiere/{code}");
            let page = browser.get(&format!("{address}?ebene={geography}")).await;
            let page = page.expect_status(200);
            let values = [page.texts("h1"), page.texts(".zahlen dd b")].concat();
            let around = [".zahlen dt", "details td.zahl a"].map(|it| page.texts(it));
            assert!(values.len() > 2, "{address} says {values:?}");
            gaps += around[1].iter().filter(|it| *it == "keine Angabe").count();
            for format in FORMATS {
                let short = format!("{address}/{format}?ebene={geography}");
                let (file, words) = paper(&mut browser, &short).await;
                let named = file.headers["content-disposition"].to_str().expect("plain");
                assert!(named.contains(&format!("quartier.{format}")), "{named}");
                if let Some(pages) = pages(&file.body) {
                    assert_eq!(pages, 1, "{short}: a profile is one page");
                }
                let (_, long) = paper(&mut browser, &format!("{short}&anhang=ja")).await;
                let (Some(words), Some(long)) = (words, long) else { continue };
                // A PDF breaks words at the end of lines; its numbers stay whole.
                let around = if format == "docx" { around.concat() } else { Vec::new() };
                for said in &values {
                    assert!(words.contains(&flat(said)), "{short}: no {said:?} in {words}");
                }
                for said in values.iter().chain(&around) {
                    assert!(long.contains(&flat(said)), "{short}: no {said:?} in the annex");
                }
            }
        }
    }
    assert!(gaps > 0, "what is missing is among what was compared");
}

/// What is said of arrival goes no further than on the page: the class for everybody, the rest for
/// who may see it; and the map of classes stands in the report of the city.
#[tokio::test]
async fn what_is_said_of_arrival_is_said_to_who_may_know() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let (geography, code) = demo.codes("musterstadt").await.remove(0);
    let quarter = format!("/musterstadt/atlas/quartiere/{code}/docx?ebene={geography}");
    let report = format!("/musterstadt/atlas/bericht/docx?ebene={geography}");
    for reader in Reader::all(&demo.app) {
        let role = reader.role;
        let may = role.is_some_and(|it| {
            matches!(it, Role::Coordination | Role::StatisticsOffice | Role::Research)
        });
        let mut browser = reader.browser(&demo.app, "de").await;
        let words = paper(&mut browser, &quarter).await.1.expect("a DOCX");
        assert!(words.contains("eines Ankunftsquartiers"), "{}: {words}", reader.name);
        let told = (words.contains("dabei trotz Unschärfe"), words.contains("nicht öffentlich"));
        assert_eq!(told, (may, may), "{}", reader.name);
        let words = paper(&mut browser, &report).await.1.expect("a DOCX");
        assert!(words.contains("Gebiete mit Merkmalen eines Ankunftsquartiers"), "{words}");
        assert!(!words.contains("dabei trotz Unschärfe"), "the report is that of the public page");
    }
}

#[tokio::test]
async fn internal_figures_are_marked_noted_and_kept_from_others() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let city = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let planted = plant(&demo, city, 15_829_363, (protected(), Nutzung::Administration)).await;
    let shows = |words: &str| planted.numbers.iter().any(|it| words.contains(&grouped(*it, ".")));
    let (geography, code) = demo.codes("musterstadt").await.remove(0);
    let mut seen = 0;
    for reader in Reader::all(&demo.app) {
        let may = reader.actor().audience() <= ankunft_disclosure::Audience::Administration;
        let mut browser = reader.browser(&demo.app, "de").await;
        for path in [format!("quartiere/{code}"), "bericht".to_owned()] {
            let address = format!("/musterstadt/atlas/{path}/docx?ebene={geography}");
            let before = noted(&demo, planted.accepted.version).await;
            let (_, words) = paper(&mut browser, &address).await;
            let words = words.expect("a DOCX");
            let marked = words.contains("nicht öffentlich");
            assert_eq!((shows(&words), marked), (may, may), "{} at {address}", reader.name);
            let after = noted(&demo, planted.accepted.version).await;
            assert_eq!(after - before, usize::from(may), "{} at {address}", reader.name);
            seen += usize::from(may);
        }
    }
    assert!(seen >= 4, "{seen} papers with planted numbers");
}

/// How often the change log says that a dataset version was handed out as DOCX.
async fn noted(demo: &Demo, version: i64) -> usize {
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let all = downloads::received(&mut read, tenant, version).await.expect("a log");
    all.iter().filter(|it| it.note == "docx").count()
}

fn report(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ankunft"));
    command.arg("report").args(arguments).arg("--data").arg(data);
    command.output().expect("it runs")
}

#[tokio::test]
async fn the_console_makes_papers_without_server() {
    let demo = Demo::new().await;
    let data = demo.folder.path();
    let (_, code) = demo.codes("musterstadt").await.remove(0);
    let out = |name: &str| data.join(name).display().to_string();
    let city = ["--kommune", MUSTERSTADT, "--date", "2026-11-26"];
    for format in FORMATS {
        let (first, again) = (out(&format!("1.{format}")), out(&format!("2.{format}")));
        for file in [&first, &again] {
            let what = [&["quartier", "--id", &code, "--out", file], &city[..]].concat();
            let output = report(data, &what);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!((output.status.code(), said.trim()), (Some(0), file.as_str()));
        }
        let bytes = std::fs::read(&first).expect("a paper");
        assert!(bytes == std::fs::read(&again).expect("a paper"), "{format}: two files");
        let mut browser = Browser::new(&demo.app, "de");
        let page = browser.get(&format!("/musterstadt/atlas/quartiere/{code}")).await;
        let Some(words) = text(&bytes).map(|it| flat(&it)) else { continue };
        for value in page.texts(".zahlen dd b") {
            assert!(words.contains(&flat(&value)), "{format}: no {value}");
        }
        assert!(!words.contains("127.0.0.1"), "no server, no address");
        let file = out(&format!("3.{format}"));
        let output =
            report(data, &[&["kommune", "--language", "en", "--out", &file], &city[..]].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let words = text(&std::fs::read(&file).expect("a paper")).map(|it| flat(&it));
        let Some(words) = words else { continue };
        for said in ["Atlas report of Musterstadt", "Arrival quarters", "in alphabetical order"] {
            assert!(words.contains(said), "{format}: no {said}");
        }
        let mut english = Browser::new(&demo.app, "en");
        let shown = english.get("/musterstadt/atlas?merkmal=ankunft&ebene=quartier").await;
        let classed = shown.texts("main table tbody tr").into_iter();
        let classed: Vec<String> = classed.filter(|it| it.contains("clear")).collect();
        assert!(classed.len() > 2, "{classed:?}");
    }
}

const MUSTERSTADT: &str = "99101000";

#[tokio::test]
async fn what_the_console_cannot_make_it_says() {
    let demo = Demo::new().await;
    let data = demo.folder.path();
    let out = data.join("x.pdf").display().to_string();
    let nowhere = data.join("nowhere/x.pdf").display().to_string();
    let here = ["--kommune", MUSTERSTADT, "--out", &out];
    let cases: [(i32, Vec<&str>); 8] = [
        (2, [&["kommune"], &here[..3], &["x.odt"]].concat()),
        (2, [&["quartier"], &here[..]].concat()),
        (2, [&["stadtteil"], &here[..]].concat()),
        (2, vec!["kommune", "--kommune", "Musterstadt", "--out", &out]),
        (1, vec!["kommune", "--kommune", "00000000", "--out", &out]),
        (1, [&["quartier", "--id", "gibt-es-nicht"], &here[..]].concat()),
        (1, [&["kommune", "--geography", "gibt-es-nicht"], &here[..]].concat()),
        (1, vec!["kommune", "--kommune", MUSTERSTADT, "--out", &nowhere]),
    ];
    for (status, arguments) in cases {
        let output = report(data, &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {said}");
        assert!(said.len() > 20 && output.stdout.is_empty(), "{arguments:?}: {said}");
    }
    let output = report(&data.join("none"), &[&["kommune"], &here[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(!data.join("none").exists() && !Path::new(&out).exists(), "nothing was left behind");
}
