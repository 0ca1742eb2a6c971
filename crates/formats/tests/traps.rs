//! The traps of the reference data, one by one.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use ankunft_formats::{
    AreaIndex, Observations, Severity, Target, best_version, compare_totals, grid_cells, observe,
};
use common::{areas, arg, errors, import, profile, reference, table, with_code};

fn berlin(data: &Path, file: &str, label: &str) -> AreaIndex {
    areas(&data.join("berlin/areas").join(file), label, "id", "name")
}

fn until_2020(data: &Path) -> AreaIndex {
    let file = "berlin-lor-planning-areas-until-2020.corrected.geojson";
    berlin(data, file, "Planungsräume bis 2020")
}

fn half_years() -> impl Iterator<Item = (u16, u8)> {
    (2015..=2023).flat_map(|year| [(year, 1), (year, 2)])
}

fn population(data: &Path, (year, half): (u16, u8), rest: &str) -> std::path::PathBuf {
    let name = format!("berlin-lor-population-{year}-{half:02}-{rest}.csv");
    data.join("berlin/population").join(name)
}

fn sum(observations: &Observations, indicator: &str) -> f64 {
    let series = observations.series.iter().find(|it| it.indicator == indicator).unwrap();
    series.cells.iter().filter_map(|it| it.number()).sum()
}

/// The ids of the planning areas from 2021, as the tables themselves name them.
fn from_2021(data: &Path) -> AreaIndex {
    let (table, _) = table(&population(data, (2021, 1), "t1-planning-areas"));
    let codes = table.rows().map(|row| (row.field(0).to_owned(), String::new())).collect();
    AreaIndex::new("Planungsräume ab 2021", codes)
}

#[test]
fn every_planning_area_row_until_2020_joins_the_corrected_polygons() {
    let Some(data) = reference() else { return };
    let index = until_2020(&data);
    let mut joined = 0;
    for half_year in half_years().filter(|it| it.0 <= 2020) {
        let file = population(&data, half_year, "t1-planning-areas");
        let (observations, findings) = import(&file, &Target::of(&index));
        assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new());
        assert_eq!(observations.rows.refused, 0);
        let missing = with_code(&findings, "areas-missing");
        if half_year.0 <= 2018 {
            assert!(arg(missing[0], "areas").contains("09041403"), "{missing:?}");
        } else {
            assert!(missing.is_empty());
        }
        joined += observations.rows.joined;
    }
    assert_eq!(joined, 5_368);
}

#[test]
fn all_tables_of_all_half_years_are_clean_and_agree() {
    let Some(data) = reference() else { return };
    let old = [until_2020(&data), berlin(&data, "berlin-lor-districts.geojson", "Bezirke")];
    let new = [
        from_2021(&data),
        berlin(&data, "berlin-lor-forecast-areas-from-2021.geojson", "Prognoseräume ab 2021"),
    ];
    for half_year in half_years() {
        let versions = if half_year.0 <= 2020 { &old } else { &new };
        let index = &versions[0];
        let read = |number: u8| {
            let file = population(&data, half_year, &format!("t{number}-planning-areas"));
            let (observations, findings) = import(&file, &Target::of(index));
            let loud = |it: &&ankunft_formats::Finding| {
                it.severity >= Severity::Warning && it.code != "areas-missing"
            };
            assert_eq!(findings.iter().find(loud), None);
            let renamed = with_code(&findings, "wrong-column-names").len();
            assert_eq!(renamed, usize::from(number == 4 && half_year.0 <= 2019));
            observations
        };
        let tables: Vec<Observations> = (1..=4).map(read).collect();
        let cells = |table: usize, indicator: &str| {
            let series = tables[table].series.iter().find(|it| it.indicator == indicator);
            series.unwrap().cells.clone()
        };
        for (table, indicator) in [
            (1, "population"),
            (1, "foreigners"),
            (2, "foreigners"),
            (2, "migration_background"),
            (3, "migration_background"),
        ] {
            let differ = compare_totals(
                "t",
                index.codes(),
                (indicator, &cells(table, indicator)),
                (indicator, &cells(0, indicator)),
            );
            assert_eq!(differ, Vec::new(), "{half_year:?}");
        }
        let mut changed = cells(3, "migration_background");
        changed[7] = ankunft_disclosure::Cell::of(changed[7].number().unwrap() + 42.0).unwrap();
        let differ = compare_totals(
            "t4",
            index.codes(),
            ("t4", &changed),
            ("t1", &cells(0, "migration_background")),
        );
        assert_eq!(differ.len(), 1);
        assert_eq!(arg(&differ[0], "key"), index.codes()[7]);
    }
}

#[test]
fn five_wrong_column_names_are_known() {
    let Some(data) = reference() else { return };
    let index = until_2020(&data);
    let poland = |half_year| {
        let file = population(&data, half_year, "t4-planning-areas");
        let (observations, findings) = import(&file, &Target::of(&index));
        let note = with_code(&findings, "wrong-column-names");
        (sum(&observations, "origin_poland"), note.first().map(|it| arg(it, "count").to_owned()))
    };
    assert_eq!(poland((2019, 2)), (114_339.0, Some("5".to_owned())));
    assert_eq!(poland((2020, 1)), (113_100.0, None));
}

#[test]
fn ids_of_2021_against_polygons_of_2020_are_one_clear_error() {
    let Some(data) = reference() else { return };
    let (old, new) = (until_2020(&data), from_2021(&data));
    let file = population(&data, (2021, 1), "t1-planning-areas");
    let others = [&new];
    let target = Target { others: &others, ..Target::of(&old) };
    let (observations, findings) = import(&file, &target);
    let errors = errors(&findings);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].code, "other-area-version");
    assert_eq!(arg(errors[0], "other"), "Planungsräume ab 2021");
    assert_eq!(observations.rows.refused, 542);
    let (table, _) = table(&file);
    assert_eq!(best_version(&table, profile(&table), &[&old, &new]), Some(1));
}

#[test]
fn the_panel_holds_two_area_versions() {
    let Some(data) = reference() else { return };
    let (old, new) = (until_2020(&data), from_2021(&data));
    let file = data.join("berlin/population/panel_plr_halfyear_corrected.csv");
    let others = [&new];
    let (observations, findings) = import(&file, &Target { others: &others, ..Target::of(&old) });
    assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new());
    assert_eq!(observations.rows.joined, 5_368);
    assert_eq!(with_code(&findings, "other-area-version").len(), 1);
    let others = [&old];
    let (observations, _) = import(&file, &Target { others: &others, ..Target::of(&new) });
    assert_eq!(observations.rows.joined + 5_368, observations.rows.read);
}

#[test]
fn the_city_file_is_the_whole() {
    let Some(data) = reference() else { return };
    let index = until_2020(&data);
    let (observations, findings) =
        import(&population(&data, (2015, 1), "t1-city"), &Target::of(&index));
    assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new());
    let total = observations.series.iter().find(|it| it.indicator == "population").unwrap();
    assert_eq!(total.total.and_then(|it| it.number()), Some(3_576_190.0));
}

#[test]
fn eighteen_of_eighteen_districts_join_by_name() {
    let Some(data) = reference() else { return };
    let index = areas(
        &data.join("kaiserslautern/ortsbezirke_18.geojson"),
        "Ortsbezirke",
        "municipality_id",
        "PGIS_TXT",
    );
    let file = data.join("kaiserslautern/kennzahlen_kl_ma_ende.csv");
    let target = Target { period: ankunft_formats::Period::parse("2024"), ..Target::of(&index) };
    let (observations, findings) = import(&file, &target);
    assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new());
    assert_eq!(observations.rows.joined, 18);
    assert_eq!(sum(&observations, "population"), 101_597.0);
    let reasons: Vec<&str> =
        with_code(&findings, "rows-set-aside").iter().map(|it| arg(it, "reason")).collect();
    assert_eq!(reasons, ["mean", "other-place"]);
    assert_eq!(with_code(&findings, "name-matched").len(), 2);
    assert!(with_code(&findings, "areas-missing").is_empty());
}

#[test]
fn monitoring_and_atlas_of_berlin_join() {
    let Some(data) = reference() else { return };
    let (old, new) = (until_2020(&data), from_2021(&data));
    for (file, index, rows) in [
        ("mss_2021.csv", &new, 542),
        ("mss_2021_easy.csv", &new, 542),
        ("raw/mss_2021_indizes.csv", &new, 542),
        ("raw/mss_2021_index_indikatoren.csv", &new, 542),
        ("raw/mss_2021_kontext_indikatoren.csv", &new, 542),
        ("gssa_2022_planungsraeume.csv", &old, 448),
    ] {
        let file = data.join("berlin/monitoring").join(file);
        let (observations, findings) = import(&file, &Target::of(index));
        assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new(), "{file:?}");
        assert_eq!(observations.rows.joined, rows);
        assert!(with_code(&findings, "columns-unknown").is_empty(), "{findings:#?}");
    }
}

#[test]
fn grids_of_2011_are_suppressed_not_zero() {
    let Some(data) = reference() else { return };
    for (name, cells) in [
        ("extract_kaiserslautern_1km.csv", 342),
        ("extract_kaiserslautern_100m_staatsangehoerigkeit_geburtsland.csv", 1_862),
    ] {
        let (table, findings) = table(&data.join("zensus2011").join(name));
        assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new());
        let profile = profile(&table);
        let index = grid_cells(&table, profile);
        assert_eq!(index.len(), cells);
        let (observations, findings) = observe(&table, profile, &Target::of(&index));
        assert_eq!(errors(&findings), Vec::<&ankunft_formats::Finding>::new(), "{name}");
        let hidden = |it: &&ankunft_disclosure::Cell| **it == ankunft_disclosure::Cell::SUPPRESSED;
        assert!(observations.series[0].cells.iter().any(|it| hidden(&it)));
        assert!(!with_code(&findings, "marks-read").is_empty());
    }
}
