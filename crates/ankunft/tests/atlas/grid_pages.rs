//! Grid cells and lists of area units on pages: brought, accepted, shown to everybody.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::path::Path;
use std::process::Command;

use crate::common;

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::files;
use ankunft_platform::permission::Role;
use ankunft_platform::tenant::{self, TenantInfo};
use ankunft_platform::web::App;
use ankunft_testkit::Browser;

const AGS: &str = "07312000";
const EMAIL: &str = "statistik@leser.example";

fn import(kind: &str, file: &Path, data: &Path, more: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ankunft"));
    command.args(["import", kind]).arg(file).args(more);
    command.args(["--kommune", AGS, "--name", "Kaiserslautern", "--data"]).arg(data);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The installation, open and at work, with somebody of the statistics office.
async fn open(data: &Path) -> (App, TenantInfo) {
    let mut config = Config::local(data, 8080);
    config.limits.requests_per_minute = 1_000_000;
    let app = App::open(config, ankunft::parts()).await.unwrap();
    let mut change = app.store.change(Author::program("test")).await.unwrap();
    let city = tenant::by_ags(&mut change, AGS).await.unwrap().unwrap();
    let new = NewAccount { email: EMAIL, name: "Leser", password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.unwrap();
    let role = Role::StatisticsOffice;
    let membership = Membership { tenant: city.tenant, account, role, person: None };
    accounts::grant(&mut change, &membership).await.unwrap();
    change.commit().await.unwrap();
    tokio::spawn(app.worker().work(app.stopping()));
    (app, city)
}

/// Keeps a file as a draft, as the page does with what is sent to it; its address.
async fn bring(app: &App, city: &TenantInfo, path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut change = app.store.change(Author::program("test")).await.unwrap();
    let draft = (name.as_str(), "file", "{}");
    let id = files::keep(&mut change, city.tenant, draft, &bytes, 100_000_000).await.unwrap();
    change.commit().await.unwrap();
    format!("/{}/atlas/daten/neu/{id}", city.slug)
}

/// What the form of a known file sends.
fn as_known(method: &'static str) -> [(&'static str, &'static str); 2] {
    [("profil", "zensus-2011-1km"), ("gitter", method)]
}

#[tokio::test]
async fn a_grid_is_brought_on_the_page_and_shown_with_its_band() {
    let Some(reference) = common::reference() else { return };
    let folder = tempfile::tempdir().unwrap();
    let town = reference.join("data/kaiserslautern/ortsbezirke_18.geojson");
    import("areas", &town, folder.path(), &["--geography", "ortsbezirk"]);
    let (app, city) = open(folder.path()).await;
    let grid = reference.join("data/zensus2011/extract_kaiserslautern_1km.csv");
    let draft = bring(&app, &city, &grid).await;
    for (language, total, band) in
        [("de", "95.446", "neun von zehn"), ("en", "95,446", "nine of ten")]
    {
        let mut browser = Browser::log_in(&app, EMAIL, language).await;
        let text = browser.get(&draft).await.expect_status(200).body_text();
        assert!(text.contains(total) && text.contains(band), "{text}");
        assert!(text.contains("area-share"), "the method can be chosen");
    }
    let mut browser = Browser::log_in(&app, EMAIL, "de").await;
    let answered = browser.post(&draft, &draft, &as_known("area-share")).await;
    assert_eq!(answered.status.as_u16(), 303);
    let text = browser.get(&draft).await.body_text();
    assert!(text.contains("nach ihrer Fläche"), "{text}");
    browser.post(&draft, &draft, &as_known("centre")).await;
    let accept = format!("{draft}/annehmen");
    let terms = [("schutz", "profil"), ("nutzung", "public")];
    assert_eq!(browser.post(&draft, &accept, &terms).await.status.as_u16(), 303);

    let mut public = Browser::new(&app, "de");
    let query = "ebene=ortsbezirk&merkmal=population&stichtag=2011-05-09";
    let overview = format!("/{}/atlas?{query}", city.slug);
    let page = public.get(&overview).await.expect_status(200);
    let whole = page.text("tfoot td");
    assert!(
        whole.contains("95.446") && whole.contains("von ") && whole.contains(" bis "),
        "{whole}"
    );
    assert!(page.texts("tbody td").iter().all(|it| it.contains(" bis ")));
    let source = format!("/{}/atlas/quelle?{query}&gebiet=1", city.slug);
    let text = public.get(&source).await.expect_status(200).body_text();
    for words in ["Spanne", "neun von zehn", "Gitterzellen von 1.000 m", "nach ihrer Fläche"] {
        assert_eq!(text.contains(words), words != "nach ihrer Fläche", "{words}: {text}");
    }
    let quarter = format!("/{}/atlas/quartiere/1?ebene=ortsbezirk", city.slug);
    let text = public.get(&quarter).await.expect_status(200).body_text();
    assert!(text.contains("von ") && text.contains(" bis "), "{text}");
}

#[tokio::test]
async fn areas_without_outlines_have_a_table_and_say_that_there_is_no_map() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("viertel.csv"), "id;name\n01;Nord\n02;Süd\n").unwrap();
    let table = "Stichtag;id;Einwohner\n31.12.2022;01;1200\n31.12.2022;02;800\n";
    std::fs::write(at("einwohner.csv"), table).unwrap();
    std::fs::write(at("grob.csv"), "id;name\nA;Alles\n").unwrap();
    let data = at("data");
    import("areas", &at("grob.csv"), &data, &[]);
    let (app, city) = open(&data).await;
    // A table of nothing but keys and names is offered as a list of area units.
    let draft = bring(&app, &city, &at("viertel.csv")).await;
    let mut browser = Browser::log_in(&app, EMAIL, "de").await;
    let text = browser.get(&draft).await.expect_status(200).body_text();
    assert!(text.contains("Liste von Gebieten ohne Umrisse"), "{text}");
    let accept = format!("{draft}/annehmen");
    let named = [("ebene", "viertel"), ("ebenenname", "Viertel"), ("fassung", "aktuell")];
    assert_eq!(browser.post(&draft, &accept, &named).await.status.as_u16(), 303);
    let terms = ["--nutzung", "public", "--protected-by", "Rundung", "--office", "Amt"];
    import("table", &at("einwohner.csv"), &data, &terms);

    for (language, words) in [("de", "keine Umrisse"), ("en", "no outlines")] {
        let mut public = Browser::new(&app, language);
        for address in [
            format!("/{}/atlas?ebene=viertel", city.slug),
            format!("/{}/atlas/quartiere/01?ebene=viertel", city.slug),
        ] {
            let text = public.get(&address).await.expect_status(200).body_text();
            assert!(text.contains(words), "{address}: {text}");
        }
        let front = public.get(&format!("/{}", city.slug)).await;
        assert_eq!(front.status.as_u16(), 200);
    }
    let mut public = Browser::new(&app, "de");
    let address = format!("/{}/atlas.geojson?ebene=viertel", city.slug);
    let text = public.get(&address).await.expect_status(200).body_text();
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["features"].as_array().map(Vec::len), Some(2));
    assert!(document["features"][0]["geometry"].is_null(), "{document}");
}
