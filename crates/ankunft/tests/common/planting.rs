//! Numbers that occur nowhere else, planted as a table of a city to be found again wherever they
//! are shown.

use std::collections::BTreeSet;

use ankunft_atlas::import::{Known, hash, tables};
use ankunft_disclosure::{Declaration, Nutzung};
use ankunft_formats::Profile;
use ankunft_musterstadt::{City, FileKind, Level};
use ankunft_platform::changes::Author;
use ankunft_platform::datasets::{Accepted, Protection};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_testkit::Page;

use super::Demo;

/// A day for which nothing else is known.
const DAY: &str = "31.12.2037";
/// The same day as addresses name it.
pub const PERIOD: &str = "2037-12-31";

/// A city with the numbers planted in it.
pub struct Planted {
    pub slug: String,
    pub tenant: Tenant,
    pub accepted: Accepted,
    pub numbers: BTreeSet<u64>,
}

/// How figures are protected that the office has protected itself.
pub fn protected() -> Protection {
    Protection::Already(Declaration {
        rule: "5er-Rundung".to_owned(),
        office: "Statistikstelle".to_owned(),
        date: "2025-01-20".to_owned(),
    })
}

/// Brings a table of population with planted numbers into a city.
pub async fn plant(
    demo: &Demo,
    city: &City,
    base: u64,
    (protection, nutzung): (Protection, Nutzung),
) -> Planted {
    let files = city.files();
    let table = files.iter().rfind(|it| is_canary_cage(&it.kind)).expect("an unprotected table");
    let FileKind::Table { profile: id, .. } = &table.kind else { unreachable!() };
    let profile =
        files.iter().find(|it| matches!(&it.kind, FileKind::Profile { id: it } if it == id));
    let profile = String::from_utf8_lossy(&profile.expect("its profile").bytes).into_owned();
    let mut profile: Profile = toml::from_str(&profile).expect("a profile");
    profile.id.push_str("-kanarien");
    let (text, numbers) = cage(&String::from_utf8_lossy(&table.bytes), base);

    let mut read = demo.app.store.read().await.expect("a connection");
    let info = tenant::by_slug(&mut read, &city.slug).await.expect("a database").expect("a city");
    let known = Known::read(&mut read, info.tenant).await.expect("what is known");
    drop(read);
    let version = known.versions.iter().rfind(|it| it.geography.code == "quartier");
    let answers = tables::Answers {
        profile: Some(tables::Chosen::Made(Box::new(profile))),
        area_version: version.map(|it| it.version.id),
        ..tables::Answers::default()
    };
    let checked = tables::check(text.as_bytes(), "kanarien.csv", &answers, &known);
    assert!(checked.is_acceptable(), "{:#?}", checked.findings);
    let terms = tables::Terms { title: "Kanarien".to_owned(), protection, nutzung, round: None };
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let file = ("kanarien.csv", hash(text.as_bytes()));
    let key = &demo.app.keys.release;
    let accepted =
        tables::accept(&mut change, info.tenant, key, (file.0, &file.1), &checked, &terms)
            .await
            .expect("accepted");
    change.commit().await.expect("a commit");
    Planted { slug: city.slug.clone(), tenant: info.tenant, accepted, numbers }
}

fn is_canary_cage(kind: &FileKind) -> bool {
    matches!(kind, FileKind::Table { profile, protected: false, level: Level::Quarter, .. }
        if profile.contains("bevoelkerung"))
}

/// The table with one period and canaries as numbers; sums hold, so that nothing is found wrong.
fn cage(table: &str, base: u64) -> (String, BTreeSet<u64>) {
    let mut lines = table.lines();
    let header = lines.next().expect("a header");
    assert_eq!(header, "gebiet;stichtag;einwohner;deutsche;auslaender");
    let mut keys: Vec<&str> = lines.filter_map(|it| it.split(';').next()).collect();
    let last = keys.last().copied().expect("a row of the whole city");
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|it| *it != last);
    let mut text = format!("{header}\r\n");
    let mut numbers = BTreeSet::new();
    let mut sum = [0_u64; 3];
    let mut canary = base;
    let mut row = |key: &str, it: [u64; 3]| {
        numbers.extend(it);
        text.push_str(&format!("{key};{DAY};{};{};{}\r\n", it[0], it[1], it[2]));
    };
    for key in keys {
        canary += 2 * 7919;
        let it = [2 * canary + 104_729, canary + 104_729, canary];
        row(key, it);
        sum.iter_mut().zip(it).for_each(|(sum, it)| *sum += it);
    }
    row(last, sum);
    (text, numbers)
}

/// The planted numbers that an answer shows, however it groups thousands.
pub fn numbers_in(page: &Page, numbers: &BTreeSet<u64>) -> Vec<u64> {
    ankunft_testkit::numbers_in(&opened(page), numbers)
}

/// The text of an answer; of a workbook that of its members, of a database that of its cells.
fn opened(page: &Page) -> String {
    match page.media_type() {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => members(&page.body),
        "application/geopackage+sqlite3" => cells(&page.body),
        _ => super::papers::text(&page.body).unwrap_or_else(|| page.body_text()),
    }
}

fn members(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    for at in 0..zip.len() {
        let mut member = zip.by_index(at).expect("a member");
        std::io::Read::read_to_string(&mut member, &mut text).expect("a text");
    }
    text
}

fn cells(bytes: &[u8]) -> String {
    use rusqlite::types::ValueRef;
    let mut connection = rusqlite::Connection::open_in_memory().expect("a database");
    connection.deserialize_read_exact("main", bytes, bytes.len(), true).expect("a database");
    let mut tables =
        connection.prepare("select name from sqlite_master where type = 'table'").expect("tables");
    let names = tables.query_map([], |row| row.get::<_, String>(0)).expect("names");
    let mut text = String::new();
    for name in names.map(|it| it.expect("a name")) {
        let mut all = connection.prepare(&format!("select * from \"{name}\"")).expect("a table");
        let width = all.column_count();
        let mut rows = all.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            for at in 0..width {
                match row.get_ref(at).expect("a cell") {
                    ValueRef::Integer(number) => text.push_str(&number.to_string()),
                    ValueRef::Real(number) => text.push_str(&number.to_string()),
                    ValueRef::Text(it) => text.push_str(&String::from_utf8_lossy(it)),
                    ValueRef::Null | ValueRef::Blob(_) => {}
                }
                text.push('\n');
            }
        }
    }
    text
}

pub fn grouped(number: u64, sign: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(sign);
        }
        text.push(digit);
    }
    text
}
