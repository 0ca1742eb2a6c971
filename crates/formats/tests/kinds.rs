//! Long tables, sums with hidden parts, official grids, own mappings: files made here, in
//! the layouts of their offices.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]
#![allow(clippy::unwrap_used)]

mod common;

use ankunft_disclosure::Cell;
use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::{
    AreaIndex, Finding, Kind, Observations, Profile, RawTable, Target, built_in_profiles,
    grid_cells, observe, recognise, suggest,
};
use common::{arg, errors, with_code};
use proptest::prelude::*;

fn table(text: &str) -> RawTable {
    let (table, findings) = read(text.as_bytes(), "datei.csv", &ReadOptions::default()).unwrap();
    assert_eq!(findings, Vec::new());
    table
}

fn known(table: &RawTable) -> &'static Profile {
    recognise(table, table.file(), built_in_profiles()).unwrap()
}

fn index(codes: &[&str]) -> AreaIndex {
    let areas = codes.iter().map(|code| ((*code).to_owned(), format!("Gebiet {code}")));
    AreaIndex::new("Gebiete", areas.collect())
}

fn cells(observations: &Observations, indicator: &str) -> Vec<Cell> {
    let series = observations.series.iter().find(|it| it.indicator == indicator);
    series.unwrap_or_else(|| panic!("no {indicator}")).cells.clone()
}

fn of(number: f64) -> Cell {
    Cell::of(number).unwrap()
}

#[test]
fn age_table_is_summed_by_age_and_sex() {
    let table = table(
        "stichtag;ortsbezirk_id;altersgruppe_destatis;geschlecht;anzahl\n\
         20251231;1;unter 3;m;10\n20251231;1;unter 3;w;12\n20251231;1;3 bis unter 6;m;5\n\
         20251231;1;15 bis unter 20;w;7\n20251231;2;65 und mehr;w;40\n",
    );
    let profile = known(&table);
    assert_eq!(profile.id, "kaiserslautern-ages");
    let index = index(&["01", "02"]);
    let (observations, findings) = observe(&table, profile, &Target::of(&index));
    assert_eq!(errors(&findings), Vec::<&Finding>::new());
    assert_eq!(cells(&observations, "population"), [of(34.0), of(40.0)]);
    assert_eq!(cells(&observations, "population_age_under_3")[0], of(22.0));
    assert_eq!(cells(&observations, "females"), [of(19.0), of(40.0)]);
    // 15 to 19 goes across the border of 18, so nobody can say how many are under 18.
    assert!(!observations.series.iter().any(|it| it.indicator == "population_age_under_18"));
    assert!(!with_code(&findings, "age-group-astride").is_empty());
    assert_eq!(observations.series[0].period.as_str(), "2025-12-31");
}

const AKG: &str = "Berichtsmonat;Gemeindeschlüssel;Gebietsschlüssel;Gebietsname;Arbeitslose;\
    Arbeitslose SGB II;Arbeitslose SGB III;Ausländer\n\
    202406;07312000;001001001;Nord;120;80;40;*\n\
    202406;07312000;001001002;Süd;50;*;*;12\n\
    202406;07312000;;keine Angabe;11;*;*;*\n\
    202406;07312000;001001SUM;Mitte;170;85;85;19\n\
    202406;07312000;SUMSUMSUM;Stadt;170;85;85;19\n";

#[test]
fn sums_of_the_ba_hold_with_hidden_parts() {
    let table = table(&AKG.replace(";85;85;", ";86;44;"));
    let index = index(&["001001001", "001001002"]);
    let (observations, findings) = observe(&table, known(&table), &Target::of(&index));
    // 86 + 44 is not 170: of the rows themselves, twice. As sums over areas they may be.
    let found = errors(&findings);
    assert!(found.iter().all(|it| it.code == "sum-mismatch" || it.code == "sum-row-mismatch"));
    assert_eq!(cells(&observations, "unemployed"), [of(120.0), of(50.0)]);
    assert_eq!(cells(&observations, "unemployed_foreigners"), [Cell::SUPPRESSED, of(12.0)]);
    assert_eq!(observations.series[0].total, Some(of(170.0)));
    assert_eq!(observations.rows.joined, 2);
    assert_eq!(observations.rows.set_aside, 3);
    let marks = with_code(&findings, "marks-read");
    assert_eq!((arg(marks[0], "from"), arg(marks[0], "to")), ("1", "9"));
}

#[test]
fn a_sum_that_no_hidden_part_explains_is_an_error() {
    // Foreigners: one hidden of 1 to 9 and 12 make 13 to 21; 19 can be, 35 cannot.
    let table = table(&AKG.replace(";85;85;19", ";85;45;35"));
    let index = index(&["001001001", "001001002"]);
    let (_, findings) = observe(&table, known(&table), &Target::of(&index));
    let wrong = with_code(&findings, "sum-row-mismatch");
    let foreigners: Vec<_> = wrong.iter().filter(|it| arg(it, "name") == "Ausländer").collect();
    assert_eq!(foreigners.len(), 2);
    assert_eq!((arg(foreigners[0], "least"), arg(foreigners[0], "most")), ("13", "21"));
    assert_eq!((foreigners[0].line, foreigners[0].column), (Some(5), Some(8)));
}

#[test]
fn official_grids_keep_what_is_hidden_and_what_is_in_brackets() {
    let table = table(
        "GITTER_ID_100m;x_mp_100m;y_mp_100m;AnteilAuslaender;werterlaeuternde_Zeichen\n\
         CRS3035RES100mN2691700E4341100;4341150;2691750;12,34;\n\
         CRS3035RES100mN2691700E4341200;4341250;2691750;–;\n\
         100mN26917E43413;4341350;2691750;50,00;KLAMMERN\n",
    );
    let profile = known(&table);
    assert_eq!(profile.id, "zensus-2022-foreigners-100m");
    let index = grid_cells(&table, profile);
    assert_eq!(index.codes()[2], "CRS3035RES100mN2691700E4341300");
    let (observations, findings) = observe(&table, profile, &Target::of(&index));
    assert_eq!(errors(&findings), Vec::<&Finding>::new());
    let expected = [of(12.34), Cell::SUPPRESSED, of(50.0).unreliable()];
    assert_eq!(cells(&observations, "share_foreigners_census"), expected);
}

#[test]
fn an_unknown_file_gets_a_mapping_that_works() {
    let table = table(
        "Jahr;Stadtteil;Einwohner;Ausländer;Arbeitslosenquote\n\
         2024;Gebiet b;1200;300;5,5\n2024;Gebiet a;800;*;4,1\n2024;Gesamt;2000;;5,0\n",
    );
    assert_eq!(recognise(&table, "x.csv", built_in_profiles()), None);
    let index = index(&["a", "b"]);
    let profile = suggest(&table, "x.csv", &[&index]);
    assert_eq!(profile.area.column, "Stadtteil");
    let kinds: Vec<(&str, Kind)> =
        profile.columns.iter().map(|it| (it.indicator.as_str(), it.kind)).collect();
    let expected = [
        ("population", Kind::Count),
        ("foreigners", Kind::Count),
        ("arbeitslosenquote", Kind::Percent),
    ];
    assert_eq!(kinds, expected);
    let (observations, findings) = observe(&table, &profile, &Target::of(&index));
    assert_eq!(errors(&findings), Vec::<&Finding>::new());
    assert_eq!(cells(&observations, "population"), [of(800.0), of(1200.0)]);
    assert_eq!(cells(&observations, "foreigners"), [Cell::SUPPRESSED, of(300.0)]);
    // The mapping that a person accepts is kept as TOML and gives back itself.
    let text = toml::to_string(&profile).unwrap();
    assert_eq!(toml::from_str::<Profile>(&text).unwrap(), profile);
}

#[test]
fn a_twice_used_id_points_to_the_area_of_its_name() {
    let areas =
        [("04030417", "Schloßstraße"), ("06010102", "Schloßstraße"), ("06010101", "Fichtenberg")];
    let areas = areas.map(|it| (it.0.to_owned(), it.1.to_owned()));
    let index = AreaIndex::new("Planungsräume", areas.to_vec());
    let table = table(
        "id;name;inhabitants\n06010102;Schloßstraße;8123\n06010101;Fichtenberg;5\n06010102;Schloßstraße;4460\n",
    );
    let mut profile = suggest(&table, "ewr.csv", &[&index]);
    profile.area.name = Some("name".to_owned());
    profile.period = ankunft_formats::PeriodRule::Fixed("2020h2".to_owned());
    let (_, findings) = observe(&table, &profile, &Target::of(&index));
    let twice = with_code(&findings, "duplicate-key")[0];
    assert_eq!((arg(twice, "first"), arg(twice, "second")), ("2", "4"));
    assert_eq!(arg(twice, "suggested"), "04030417");
    let mut target = Target::of(&index);
    target.corrections.insert(4, "04030417".to_owned());
    let (observations, findings) = observe(&table, &profile, &target);
    assert_eq!(errors(&findings), Vec::<&Finding>::new());
    assert_eq!(observations.rows.joined, 3);
}

proptest! {
    #[test]
    fn rows_add_up_whatever_the_file(text in "[ab12;,\"\n.*–-]{0,200}") {
        let bytes = format!("id;x;y\n{text}");
        if let Ok((table, _)) = read(bytes.as_bytes(), "f.csv", &ReadOptions::default()) {
            let index = index(&["a", "b", "1", "12"]);
            let profile = suggest(&table, "f.csv", &[&index]);
            let (observations, _) = observe(&table, &profile, &Target::of(&index));
            let rows = observations.rows;
            prop_assert_eq!(rows.read, rows.joined + rows.set_aside + rows.refused);
            prop_assert!(observations.series.iter().all(|it| it.cells.len() == index.len()));
        }
    }
}
