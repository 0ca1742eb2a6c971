//! A figure's life through the doors: unprotected → preview → release → read by others → handed
//! out and written down → cited → withdrawn everywhere. On SQLite and PostgreSQL.

use ankunft_atlas::import::{Known, outlines};
use ankunft_disclosure::{Cell, Column, Nutzung, total};
use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::citations::{self, NewCitation, Owner, Snapshot};
use ankunft_platform::config::{Config, MailWay};
use ankunft_platform::datasets::{self, NewColumn, NewVersion, Protection};
use ankunft_platform::indicators::{self, Definition, Kind, Reference};
use ankunft_platform::permission::Role;
use ankunft_platform::releases;
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};
use ankunft_platform::web::App;
use ankunft_testkit::{Browser, Page};
use tempfile::TempDir;

/// Four parts that are all rounded down, while their sum is rounded up: an attacker would know
/// each of them.
const BROKEN: (&str, [f64; 4]) = ("2023-12-31", [7.0, 12.0, 17.0, 22.0]);
const SOUND: (&str, [f64; 4]) = ("2024-12-31", [1003.0, 2004.0, 511.0, 86.0]);
const FREIGABE: &str = "/ankerau/statistikstelle/1/freigabe";
const SPERRUNG: &str = "/ankerau/statistikstelle/1/sperrung";
const CSV: &str = "/ankerau/atlas.csv?merkmal=population&stichtag=2024-12-31";

struct Town {
    app: App,
    tenant: Tenant,
    version: i64,
    folder: TempDir,
}

#[tokio::test]
async fn a_figure_is_previewed_released_read_and_withdrawn() {
    let addresses = std::iter::once(String::new()).chain(ankunft_testkit::postgres());
    for address in addresses {
        let town = Town::found(address).await;
        let mut office = town.log_in(Role::StatisticsOffice).await;
        let mut inside = town.log_in(Role::Coordination).await;
        let mut outside = Browser::new(&town.app, "de");
        it_waits(&mut office, &mut inside).await;
        the_preview_says_what_would_leave(&town, &mut office).await;
        it_is_released(&mut office).await;
        others_read_it_rounded(&town, &mut inside, &mut outside).await;
        who_received_it_is_written_down(&town, &mut office, &mut inside).await;
        town.cite().await;
        it_is_withdrawn(&mut office).await;
        nothing_is_left(&town, &mut office, &mut inside).await;
        town.app.store.close().await;
    }
}

async fn it_waits(office: &mut Browser, inside: &mut Browser) {
    let page = office.get("/ankerau/statistikstelle?zeigen=wartet").await.expect_status(200);
    assert!(page.text(".leit").contains("Einer wartet auf Ihre Freigabe"));
    assert_eq!(page.texts("tbody tr").len(), 1);
    let today = office.get("/ankerau").await.body_text();
    assert!(today.contains("Ein Datenstand wartet auf eine Freigabe"));
    assert_eq!(inside.get(CSV).await.status, 404);

    let page = office.get("/ankerau/statistikstelle/1?merkmal=population").await;
    assert!(page.texts("td").contains(&"2.004".to_owned()), "to the last digit");
    for wrong in ["/2", "/x", "/1?merkmal=gibt-es-nicht", "/1?stichtag=1999", "/1/csv?merkmal=x"] {
        let address = format!("/ankerau/statistikstelle{wrong}");
        assert_eq!(office.get(&address).await.status, 404, "{address}");
    }
}

async fn the_preview_says_what_would_leave(town: &Town, office: &mut Browser) {
    let before = town.entries().await;
    let page = office.get(&format!("{FREIGABE}?runden=5&kreis=administration")).await;
    let lead = page.expect_status(200).text(".leit");
    assert!(
        lead.starts_with("4 Spalten mit zusammen 20 Zellen würden das Haus verlassen"),
        "{lead}"
    );
    assert!(lead.contains("fände ein Angriff 5 Zellen; darum bleibt eine verborgen"), "{lead}");
    let page = office.get(&format!("{FREIGABE}?runden=5&kreis=administration")).await;
    assert!(page.texts("tbody th").contains(&"Ost".to_owned()), "where it would find them");
    assert!(page.body_text().contains("Rundung schützt nur Anzahlen"), "means stay");
    let known = page.texts("details p");
    let sum = known.iter().find(|it| it.contains('='));
    assert_eq!(sum.map(|it| it.matches('+').count()), Some(1), "{known:?}");

    for (fields, problems) in [
        (vec![], 2),
        (vec![("runden", "7"), ("kreis", "public")], 1),
        (vec![("runden", "5"), ("kreis", "statistics-office")], 1),
    ] {
        let page = office.post(FREIGABE, FREIGABE, &fields).await.expect_status(422);
        assert_eq!(page.texts(".fehlerliste li").len(), problems, "{fields:?}");
    }
    assert_eq!(town.entries().await, before, "a preview changes nothing");
}

async fn it_is_released(office: &mut Browser) {
    let fields = [("runden", "5"), ("kreis", "administration")];
    let page = office.post(FREIGABE, FREIGABE, &fields).await.expect_status(303);
    assert_eq!(page.location().as_deref(), Some("/ankerau/statistikstelle/1"));
    let again = office.post(FREIGABE, FREIGABE, &fields).await.expect_status(422);
    assert!(again.body_text().contains("schon freigegeben"));
    let page = office.get("/ankerau/statistikstelle/1?merkmal=population").await;
    assert!(page.text(".leit").contains("Freigegeben sind 4 von 5 Spalten"));
    let row = page.texts("tbody tr").into_iter().find(|it| it.starts_with("Süd"));
    assert_eq!(row.as_deref(), Some("Süd 2.004 2.005 +1"));
}

async fn others_read_it_rounded(town: &Town, inside: &mut Browser, outside: &mut Browser) {
    let csv = inside.get(CSV).await.expect_status(200).body_text();
    for line in ["1,Nord,2024-12-31,population,1005,", "2,Süd,2024-12-31,population,2005,"] {
        assert!(csv.contains(line), "{csv}");
    }
    let broken = inside.get(&CSV.replace("2024", "2023")).await.body_text();
    assert!(broken.lines().last().is_some_and(|it| it.contains(",suppressed,")), "{broken}");
    for page in [CSV, "/ankerau/atlas", "/ankerau/atlas/daten"] {
        for reader in [&mut *inside, &mut *outside] {
            let page = reader.get(page).await;
            // Where there is none, the number of the request could be any.
            let text = if page.status == 200 { page.body_text() } else { String::new() };
            for number in ["1003", "1.003", "2004", "2.004", "3604", "3.604"] {
                assert!(!text.contains(number), "{number} at {}", page.address);
            }
        }
    }
    let sources = inside.get("/ankerau/atlas/vergleich?merkmal=population").await;
    assert!(sources.body_text().contains("freigegeben für: Verwaltung"));
    assert!(inside.get("/ankerau/atlas/daten").await.body_text().contains("5er-Rundung"));
    assert_eq!(outside.get(CSV).await.status, 404);
    assert_eq!(town.received().await, ["csv", "csv", "csv"]);
}

async fn who_received_it_is_written_down(town: &Town, office: &mut Browser, inside: &mut Browser) {
    for address in [
        "/ankerau/atlas.json",
        "/ankerau/atlas.geojson",
        "/ankerau/atlas/quartiere/1/csv",
        "/ankerau/atlas/quartiere/1/json",
    ] {
        assert_eq!(inside.get(address).await.status, 200, "{address}");
    }
    let csv = office.get("/ankerau/statistikstelle/1/csv?merkmal=population").await;
    assert!(
        csv.expect_status(200)
            .body_text()
            .contains("2,Süd,population,2024-12-31,2004,value,0,2005,")
    );
    let expected = ["csv-source", "json", "csv", "geojson", "json", "csv", "csv", "csv"];
    assert_eq!(town.received().await, expected);
    let page = office.get("/ankerau/statistikstelle/1/weitergaben").await.expect_status(200);
    assert_eq!(page.texts("tbody tr").len(), expected.len());
    assert!(page.text(".leit").contains("8-mal heruntergeladen worden, von 2 Personen"));
    let text = page.body_text();
    assert!(text.contains("CSV, ungeschützt") && text.contains("Koordination"));
}

async fn it_is_withdrawn(office: &mut Browser) {
    let page = office.get(SPERRUNG).await.expect_status(200);
    assert_eq!(page.texts(".bilanz b"), ["1", "1", "1", "8"]);
    let place = page.texts("tbody tr");
    assert!(place.iter().any(|it| it.contains("Mappe „Vorlage“")), "{place:?}");
    for reason in ["", "  \n "] {
        let page = office.post(SPERRUNG, SPERRUNG, &[("grund", reason)]).await.expect_status(422);
        assert_eq!(page.texts(".fehlerliste li").len(), 1);
    }
    let long = "x".repeat(2001);
    let page = office.post(SPERRUNG, SPERRUNG, &[("grund", &long)]).await.expect_status(422);
    assert_eq!(page.text("textarea"), long, "nothing typed is lost");
    let page = office.post(SPERRUNG, SPERRUNG, &[("grund", "<b>Falsche</b> Zeile")]).await;
    assert_eq!(
        page.expect_status(303).location().as_deref(),
        Some("/ankerau/statistikstelle/sperrungen")
    );
}

async fn nothing_is_left(town: &Town, office: &mut Browser, inside: &mut Browser) {
    assert_eq!(inside.get(CSV).await.status, 404);
    let csv = "/ankerau/statistikstelle/1/csv?merkmal=population";
    assert!(!office.get(csv).await.body_text().contains("2004"));
    let page = office.get("/ankerau/statistikstelle/1").await.expect_status(200);
    assert!(page.text(".leit").contains("gesperrt"));
    assert!(page.texts("form").iter().all(|it| !it.contains("sperren")));
    let page = office.get("/ankerau/statistikstelle/sperrungen").await.expect_status(200);
    let row = page.text("tbody tr");
    assert!(row.contains("<b>Falsche</b> Zeile") && row.contains("Mappe „Vorlage“"), "{row}");
    for (address, fields) in [
        (FREIGABE, [("runden", "5"), ("kreis", "public")]),
        (SPERRUNG, [("grund", "noch einmal"), ("freigabe", "")]),
    ] {
        let from = "/ankerau/statistikstelle";
        let page: Page = office.post(from, address, &fields).await.expect_status(422);
        assert!(page.body_text().contains("Das ist gesperrt"), "{address}");
    }
    let letters = town.letters().await;
    assert_eq!(letters.len(), 1, "who cited it is told");
    assert!(letters[0].contains("To: coordination@ankerau.example"), "{letters:?}");
}

impl Town {
    async fn found(database: String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = Config::local(folder.path(), 8080);
        config.database = database;
        config.limits.requests_per_minute = 1_000_000;
        config.mail.way = MailWay::Folder;
        config.mail.folder = folder.path().join("mail");
        let app = App::open(config, ankunft::parts()).await.expect("an application");
        let mut change = app.store.change(Author::program("test")).await.expect("a change");
        let new = NewTenant {
            kind: TenantKind::Kommune,
            slug: "ankerau",
            name: "Ankerau",
            ags: None,
            language: "de",
        };
        let tenant = tenant::found(&mut change, new).await.expect("a city");
        for role in [Role::StatisticsOffice, Role::Coordination] {
            let email = format!("{}@ankerau.example", role.code());
            let new =
                NewAccount { email: &email, name: "Lea", password_hash: None, language: "de" };
            let account = accounts::create(&mut change, new).await.expect("an account");
            let membership = Membership { tenant, account, role, person: None };
            accounts::grant(&mut change, &membership).await.expect("a role");
        }
        let areas = square_quarters();
        let answers = outlines::Answers {
            geography: Some("quartier".to_owned()),
            geography_name: Some("Quartiere".to_owned()),
            label: Some("seit 2013".to_owned()),
            ..outlines::Answers::default()
        };
        let checked = outlines::check(&areas, "quartiere.geojson", &answers, &Known::default());
        assert!(checked.is_acceptable(), "{:#?}", checked.findings);
        let areas = outlines::accept(&mut change, tenant, &areas, &checked, &answers).await;
        change.commit().await.expect("a commit");
        let version = bring(&app, tenant, areas.expect("areas")).await;
        Self { app, tenant, version, folder }
    }

    async fn log_in(&self, role: Role) -> Browser {
        Browser::log_in(&self.app, &format!("{}@ankerau.example", role.code()), "de").await
    }

    /// How many entries the change log has.
    async fn entries(&self) -> usize {
        let mut read = self.app.store.read().await.expect("a connection");
        let all = ankunft_platform::changes::newest(&mut read, self.tenant, None, 10_000).await;
        all.expect("entries").len()
    }

    /// In which forms the figures were handed out, the newest first.
    async fn received(&self) -> Vec<String> {
        let mut read = self.app.store.read().await.expect("a connection");
        let all = ankunft_platform::downloads::received(&mut read, self.tenant, self.version).await;
        all.expect("entries").into_iter().map(|it| it.note).collect()
    }

    /// Puts a figure of the release into the Mappe of the coordination.
    async fn cite(&self) {
        let mut change = self.app.store.change(Author::program("test")).await.expect("a change");
        let email = "coordination@ankerau.example";
        let account = accounts::by_email(&mut change, email).await.expect("a database");
        let owner = Owner::Account(account.expect("an account").id);
        let all = releases::of_version(
            &mut change,
            self.tenant,
            &self.app.keys.release,
            self.version,
            ankunft_disclosure::Audience::StatisticsOffice,
        );
        let release = all.await.expect("columns")[0].head.release;
        let snapshot = Snapshot {
            title: "Einwohner".to_owned(),
            text: "In Süd wohnen 2.005 Menschen.".to_owned(),
            value: Some("2.005".to_owned()),
            source: "Ankerau".to_owned(),
            date: "2024-12-31".to_owned(),
            link: "/ankerau/atlas".to_owned(),
        };
        let new = NewCitation {
            cited: ("figure", "population:2024-12-31:2"),
            snapshot: &snapshot,
            nutzung: Nutzung::Administration,
            releases: &[release],
        };
        let citation = citations::cite(&mut change, self.tenant, new).await.expect("a citation");
        let folder = citations::folder(&mut change, self.tenant, owner, "Vorlage").await;
        let folder = folder.expect("a folder").to_string();
        citations::place(&mut change, self.tenant, citation.id, ("folder", &folder))
            .await
            .expect("a place");
        change.commit().await.expect("a commit");
    }

    /// The letters that were sent; they are written after the answer.
    async fn letters(&self) -> Vec<String> {
        self.app.settled().await;
        let entries = std::fs::read_dir(self.folder.path().join("mail"));
        let read = |it: std::fs::DirEntry| std::fs::read_to_string(it.path()).expect("a letter");
        entries.into_iter().flatten().flatten().map(read).collect()
    }
}

/// Population in two periods, its two parts and a mean in the second.
async fn bring(app: &App, tenant: Tenant, area_version: i64) -> i64 {
    let foreigners = [200.0, 401.0, 99.0, 13.0];
    let germans = std::array::from_fn(|at| SOUND.1[at] - foreigners[at]);
    let tables = [
        ("population", Kind::Count, BROKEN.0, BROKEN.1),
        ("population", Kind::Count, SOUND.0, SOUND.1),
        ("germans", Kind::Count, SOUND.0, germans),
        ("foreigners", Kind::Count, SOUND.0, foreigners),
        ("mean_age", Kind::Measure, SOUND.0, [41.5, 38.2, 44.0, 47.25]),
    ];
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let mut columns = Vec::new();
    for (code, kind, period, numbers) in tables {
        let definition = Definition {
            code: code.to_owned(),
            kind,
            unit: "persons".to_owned(),
            denominator: None,
            formula: None,
            reference: Reference::Stock,
        };
        let indicator = indicators::ensure(&mut change, tenant, &definition, None).await;
        let cells: Vec<Cell> = numbers.into_iter().filter_map(Cell::of).collect();
        let total = if kind == Kind::Count { total(&cells) } else { Cell::MISSING };
        columns.push(NewColumn {
            indicator_version: indicator.expect("an indicator"),
            period: period.to_owned(),
            column: Column { cells, total },
        });
    }
    let new = NewVersion {
        dataset: ("register", "Melderegister"),
        area_version,
        file_name: "register.csv",
        file_hash: &[1, 2, 3],
        profile: "register",
        publisher: "Ankerau",
        licence: "CC0",
        population_concept: "Hauptwohnung",
        protection: &Protection::Unprotected,
        nutzung: Nutzung::Administration,
        round: None,
    };
    let key = &app.keys.release;
    let accepted =
        datasets::accept(&mut change, tenant, key, new, columns).await.expect("accepted");
    change.commit().await.expect("a commit");
    accepted.version
}

/// Four squares side by side, in degrees.
fn square_quarters() -> Vec<u8> {
    let quarter = |(at, name): (usize, &str)| {
        let west = 8.0 + 0.01 * f64::from(u8::try_from(at).unwrap_or(0));
        let (east, south, north) = (west + 0.01, 50.0, 50.01);
        serde_json::json!({
            "type": "Feature",
            "properties": { "code": (at + 1).to_string(), "name": name },
            "geometry": { "type": "Polygon", "coordinates": [[
                [west, south], [east, south], [east, north], [west, north], [west, south],
            ]] },
        })
    };
    let names = ["Nord", "Süd", "Ost", "West"];
    let features: Vec<_> = names.into_iter().enumerate().map(quarter).collect();
    serde_json::json!({ "type": "FeatureCollection", "features": features })
        .to_string()
        .into_bytes()
}
