//! The real files of Berlin and Kaiserslautern, from bytes to released figures.
//!
//! They are looked for below `$ANKUNFT_REFERENCE` (default `../shared`); without them these
//! tests say that they were skipped.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]
#![allow(clippy::print_stdout, reason = "a test says that it was skipped, and how long it took")]

use std::path::{Path, PathBuf};
use std::time::Instant;

use ankunft_atlas::import::{Known, hash, outlines, tables};
use ankunft_atlas::store::Memory;
use ankunft_atlas::view::overview::{Asker, Question, overview};
use ankunft_disclosure::{Audience, ReleaseKey};
use ankunft_platform::changes::Author;
use ankunft_platform::store::Store;
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 24);

struct City {
    store: Store,
    tenant: Tenant,
    key: ReleaseKey,
    _folder: tempfile::TempDir,
}

impl City {
    async fn found(name: &str, ags: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_file(&folder.path().join("ankunft.db")).await.unwrap();
        let mut change = store.change(Author::program("test")).await.unwrap();
        let new = NewTenant {
            kind: TenantKind::Kommune,
            slug: name,
            name,
            ags: Some(ags),
            language: "de",
        };
        let tenant = tenant::found(&mut change, new).await.unwrap();
        change.commit().await.unwrap();
        Self { store, tenant, key: ReleaseKey::new([7; 32]), _folder: folder }
    }

    async fn known(&self) -> Known {
        Known::read(&mut self.store.read().await.unwrap(), self.tenant).await.unwrap()
    }

    async fn bring_areas(&self, path: &Path) -> outlines::Checked {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let answers = outlines::Answers::default();
        let checked = outlines::check(&bytes, &name, &answers, &self.known().await);
        if checked.is_acceptable() {
            let mut change = self.store.change(Author::program("test")).await.unwrap();
            outlines::accept(&mut change, self.tenant, &bytes, &checked, &answers).await.unwrap();
            change.commit().await.unwrap();
        }
        checked
    }

    async fn bring_table(&self, path: &Path) -> tables::Checked {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let period = path.ends_with("kennzahlen_kl_ma_ende.csv").then_some("2024-12-31");
        let period = period.and_then(ankunft_formats::Period::parse);
        let answers = tables::Answers { period, ..tables::Answers::default() };
        let checked = tables::check(&bytes, &name, &answers, &self.known().await);
        if checked.is_acceptable() {
            let terms = tables::Terms::of(checked.profile.as_ref().unwrap(), TODAY);
            let mut change = self.store.change(Author::program("test")).await.unwrap();
            let file = (name.as_str(), &hash(&bytes)[..]);
            tables::accept(&mut change, self.tenant, &self.key, file, &checked, &terms)
                .await
                .unwrap();
            change.commit().await.unwrap();
        }
        checked
    }

    /// Foreigners and Germans of each unit, as the public overview shows them.
    async fn two_sides(&self, period: &str) -> Vec<(f64, f64)> {
        let memory = Memory::default();
        let mut read = self.store.read().await.unwrap();
        let asker = Asker {
            tenant: self.tenant,
            audience: Audience::Public,
            key: &self.key,
            memory: &memory,
        };
        let question = Question {
            geography: Some("berlin-lor-planning-areas".into()),
            measure: Some("share_foreigners".into()),
            period: Some(period.into()),
            nearest: false,
        };
        let overview = overview(&mut read, asker, &question).await.unwrap();
        let figures = overview.figures.expect("figures for the public");
        let codes: Vec<&str> = figures.parts.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(codes, ["foreigners", "population"]);
        let rows = figures.rows(Audience::Public).unwrap();
        let sides = rows.iter().filter_map(|row| {
            let (foreigners, population) = (row.parts[0].number()?, row.parts[1].number()?);
            Some((foreigners, population - foreigners))
        });
        sides.collect()
    }
}

fn data() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let place = std::env::var("ANKUNFT_REFERENCE").unwrap_or_else(|_| "../shared".to_owned());
    let data = root.join(place).join("data");
    if data.is_dir() {
        return Some(data);
    }
    println!("skipped: no reference data at {}", data.display());
    None
}

fn files(folder: &Path, part: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|it| it.file_name().unwrap().to_string_lossy().contains(part)).collect();
    files.sort();
    files
}

fn dissimilarity(sides: &[(f64, f64)]) -> f64 {
    let (group, rest) = sides.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    sides.iter().map(|it| (it.0 / group - it.1 / rest).abs()).sum::<f64>() / 2.0
}

#[tokio::test]
async fn berlin_reads_from_its_files_what_others_computed() {
    let Some(data) = data() else { return };
    let berlin = City::found("Berlin", "11000000").await;
    let areas = data.join("berlin/areas");
    let begun = Instant::now();
    for name in [
        "berlin-lor-planning-areas-until-2020.corrected.geojson",
        "berlin-lor-forecast-areas-from-2021.geojson",
    ] {
        let checked = berlin.bring_areas(&areas.join(name)).await;
        assert!(checked.is_acceptable(), "{name}: {:?}", checked.findings);
    }
    println!("areas: {:?}", begun.elapsed());
    let begun = Instant::now();
    let mut joined = 0;
    for half in [
        "2015-01", "2015-02", "2016-01", "2016-02", "2017-01", "2017-02", "2018-01", "2018-02",
        "2019-01", "2019-02", "2020-01", "2020-02",
    ] {
        for table in ["t1", "t2", "t3", "t4"] {
            let part = format!("{half}-{table}-planning-areas");
            for file in files(&data.join("berlin/population"), &part) {
                let checked = berlin.bring_table(&file).await;
                assert!(checked.is_acceptable(), "{}: {:?}", file.display(), checked.findings);
                if table == "t1" {
                    joined += checked.observations.unwrap().rows.joined;
                }
            }
        }
    }
    println!("48 tables: {:?}", begun.elapsed());
    assert_eq!(joined, 5_368);
    assert!((dissimilarity(&berlin.two_sides("2015h1").await) - 0.305_300_5).abs() < 5e-8);
    assert!((dissimilarity(&berlin.two_sides("2020h2").await) - 0.242_868_9).abs() < 5e-8);
}

#[tokio::test]
async fn ids_of_2021_against_polygons_of_2020_are_one_clear_finding() {
    let Some(data) = data() else { return };
    let berlin = City::found("Berlin", "11000000").await;
    let name = "berlin/areas/berlin-lor-planning-areas-until-2020.corrected.geojson";
    berlin.bring_areas(&data.join(name)).await;
    let name = "berlin/population/berlin-lor-population-2021-01-t1-planning-areas.csv";
    let checked = berlin.bring_table(&data.join(name)).await;
    assert!(!checked.is_acceptable());
    let errors =
        checked.findings.iter().filter(|it| it.severity == ankunft_formats::Severity::Error);
    let codes: Vec<&str> = errors.map(|it| it.code.as_str()).collect();
    assert_eq!(codes.len(), 1, "{codes:?}");
}

#[tokio::test]
async fn the_twice_used_id_is_refused_and_named() {
    let Some(data) = data() else { return };
    let berlin = City::found("Berlin", "11000000").await;
    let name = "berlin/areas/berlin-lor-planning-areas-until-2020.geojson";
    let checked = berlin.bring_areas(&data.join(name)).await;
    assert!(!checked.is_acceptable());
    let named =
        |it: &ankunft_formats::Finding| it.args.iter().any(|(_, value)| value.contains("06010102"));
    assert!(checked.findings.iter().any(named), "{:?}", checked.findings);
}

#[tokio::test]
async fn kaiserslautern_joins_all_its_districts() {
    let Some(data) = data() else { return };
    let town = City::found("Kaiserslautern", "07312000").await;
    let checked = town.bring_areas(&data.join("kaiserslautern/ortsbezirke_18.geojson")).await;
    assert!(checked.is_acceptable(), "{:?}", checked.findings);
    let checked = town.bring_table(&data.join("kaiserslautern/kennzahlen_kl_ma_ende.csv")).await;
    assert_eq!(
        checked.observations.as_ref().map(|it| it.rows.joined),
        Some(18),
        "{:?}",
        checked.findings
    );
    assert!(checked.is_acceptable(), "{:?}", checked.findings);
}
