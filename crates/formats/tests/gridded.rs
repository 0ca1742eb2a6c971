//! Grid cells brought to area units, lists of area units, and the faults that can be in them.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]
#![allow(clippy::unwrap_used)]

mod common;

use ankunft_disclosure::Cell;
use ankunft_formats::geometry::{self, GeometryOptions};
use ankunft_formats::grid::{self, Grid, GridCell, Method, Quarters, Weights};
use ankunft_formats::listing::{self, ListOptions};
use ankunft_formats::table::ReadOptions;
use ankunft_formats::{
    AreaIndex, Finding, Observations, RawTable, Severity, built_in_profiles, recognise,
};
use common::{arg, errors, profile, reference, with_code};
use geo::{LineString, MultiPolygon, Polygon};

/// Two quarters of two by two kilometres side by side, exactly on the grid of 1 km.
fn two_quarters() -> (Quarters, AreaIndex) {
    let outline = |east: u32| {
        let corner = |north: u32, east: u32| {
            let cell = GridCell::new(1_000, north, east).unwrap();
            let is_corner = |at: &geo::Coord| at.x == f64::from(east) && at.y == f64::from(north);
            let corner = cell.square().exterior().0.iter().position(is_corner).unwrap();
            let at = cell.outline().exterior().0[corner];
            (at.x, at.y)
        };
        let ring: Vec<(f64, f64)> = vec![
            corner(2_917_000, east),
            corner(2_917_000, east + 2_000),
            corner(2_919_000, east + 2_000),
            corner(2_919_000, east),
            corner(2_917_000, east),
        ];
        MultiPolygon(vec![Polygon::new(LineString::from(ring), Vec::new())])
    };
    let outlines = [outline(4_148_000), outline(4_150_000)];
    let names = [("01", "West"), ("02", "Ost")].map(|it| (it.0.to_owned(), it.1.to_owned()));
    (Quarters::new(outlines.iter()), AreaIndex::new("Quartiere", names.to_vec()))
}

fn read(text: &str, quarters: &Quarters) -> Result<(RawTable, Vec<Finding>), Vec<Finding>> {
    grid::read(text.as_bytes(), "gitter.csv", &ReadOptions::default(), quarters, &|_| {})
}

/// All findings of bringing a text of cells, and what it says.
fn bring(text: &str, weights: Option<&Weights>) -> (Observations, Vec<Finding>) {
    let (quarters, areas) = two_quarters();
    let (table, mut findings) = match read(text, &quarters) {
        Ok(read) => read,
        Err(findings) => return (nothing(), findings),
    };
    let profile = recognise(&table, table.file(), built_in_profiles()).unwrap();
    let method = Method::Centre;
    let how =
        Grid { quarters: &quarters, areas: &areas, method, noise: None, weights, period: None };
    let (observations, more) = grid::bring(&table, profile, &how);
    findings.extend(more);
    let rows = observations.rows;
    assert_eq!(rows.read, rows.joined + rows.set_aside + rows.refused, "{findings:#?}");
    (observations, findings)
}

fn nothing() -> Observations {
    Observations { areas: Vec::new(), series: Vec::new(), rows: Default::default() }
}

fn cells(observations: &Observations, code: &str) -> Vec<Cell> {
    let series = observations.series.iter().find(|it| it.indicator == code);
    series.unwrap_or_else(|| panic!("no {code}")).cells.clone()
}

fn of(number: f64) -> Cell {
    Cell::of(number).unwrap()
}

const HEADER: &str = "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner;werterlaeuternde_Zeichen\n";

fn row(north: u32, east: u32, number: &str, mark: &str) -> String {
    let (x, y) = (east + 500, north + 500);
    format!("CRS3035RES1000mN{north}E{east};{x};{y};{number};{mark}\n")
}

fn good() -> Vec<String> {
    vec![
        row(2_917_000, 4_148_000, "100", ""),
        row(2_917_000, 4_149_000, "40", "KLAMMERN"),
        row(2_918_000, 4_148_000, "–", ""),
        row(2_918_000, 4_149_000, "60", ""),
        row(2_917_000, 4_150_000, "7", "KLAMMERN"),
        row(2_917_000, 4_151_000, "3", "KLAMMERN"),
        row(2_918_000, 4_150_000, "5", ""),
        row(2_918_000, 4_151_000, "4", ""),
        row(3_200_000, 4_500_000, "900", ""),
    ]
}

#[test]
fn counts_are_added_up_with_their_band() {
    let (observations, findings) = bring(&(HEADER.to_owned() + &good().concat()), None);
    assert_eq!(errors(&findings), Vec::<&Finding>::new());
    // More than half of the east comes from marked cells.
    assert_eq!(cells(&observations, "population"), [of(200.0), of(19.0).unreliable()]);
    // 1.645·√(3·3) is 4.93, and one cell holds up to 2: from 195.07 to 206.93, rounded outwards.
    assert_eq!(cells(&observations, "population_low")[0], of(195.0));
    assert_eq!(cells(&observations, "population_high")[0], of(207.0));
    let total = observations.series[0].total.and_then(|it| it.number());
    assert_eq!(total, Some(219.0));
    let rows = observations.rows;
    assert_eq!((rows.read, rows.joined, rows.set_aside), (9, 8, 1));
    let band = with_code(&findings, "grid-band");
    // 7 cells changed by up to 5, one of 0 to 2.
    assert_eq!((arg(band[0], "least"), arg(band[0], "most")), ("184", "256"));
    assert_eq!(observations.series[0].period.as_str(), "2022-05-15");
}

#[test]
fn a_unit_without_cells_is_missing_and_one_of_hidden_cells_has_a_band() {
    let hidden = HEADER.to_owned() + &row(2_917_000, 4_148_000, "–", "");
    let (observations, findings) = bring(&hidden, None);
    assert_eq!(cells(&observations, "population"), [Cell::SUPPRESSED, Cell::MISSING]);
    assert_eq!(cells(&observations, "population_low"), [Cell::ZERO, Cell::MISSING]);
    assert_eq!(cells(&observations, "population_high"), [of(2.0), Cell::MISSING]);
    assert!(arg(with_code(&findings, "grid-unit-without-cell")[0], "areas").contains("02 Ost"));
}

#[test]
fn shares_are_weighed_by_the_people_of_the_cells() {
    let shares = "GITTER_ID_1km;x_mp_1km;y_mp_1km;AnteilAuslaender;werterlaeuternde_Zeichen\n"
        .to_owned()
        + &row(2_917_000, 4_148_000, "10,00", "")
        + &row(2_917_000, 4_149_000, "50,00", "")
        + &row(2_918_000, 4_149_000, "–", "");
    let (observations, findings) = bring(&shares, None);
    assert!(observations.series.is_empty());
    let missing = errors(&findings);
    assert_eq!(missing[0].code, "grid-weights-missing");
    assert_eq!(arg(missing[0], "file"), "Zensus2022_Bevoelkerungszahl_1km-Gitter.csv");
    let (quarters, _) = two_quarters();
    let people = HEADER.to_owned() + &good().concat();
    let (table, _) = read(&people, &quarters).unwrap();
    let (of_shares, _) = read(&shares, &quarters).unwrap();
    let (weights, _) = Weights::read(&table, profile(&table), profile(&of_shares)).unwrap();
    let (observations, findings) = bring(&shares, Some(&weights));
    assert_eq!(errors(&findings), Vec::<&Finding>::new());
    // (100·10 % + 40·50 %) ÷ 140; of 60 people the share is hidden.
    let west = cells(&observations, "share_foreigners_census")[0].number().unwrap();
    assert!((west - 100.0 * 30.0 / 140.0).abs() < 1e-9, "{west}");
    // All 60 German, less 1.645·√(3·2) people; all 60 foreign, and as many more.
    let low = cells(&observations, "share_foreigners_census_low")[0].number().unwrap();
    let high = cells(&observations, "share_foreigners_census_high")[0].number().unwrap();
    assert!((low - 12.9).abs() < 1e-9 && (high - 47.1).abs() < 1e-9, "{low} {high}");
}

#[test]
fn kaiserslautern_has_95_446_inhabitants() {
    let Some(data) = reference() else { return };
    let outlines = std::fs::read(data.join("kaiserslautern/ortsbezirke_18.geojson")).unwrap();
    let options = GeometryOptions::default();
    let (file, _) = geometry::read(&outlines, "ortsbezirke_18.geojson", &options).unwrap();
    let quarters = Quarters::new(file.areas.iter().map(|it| &it.outline));
    let names = file.areas.iter().map(|it| (it.code.clone(), it.name.clone())).collect();
    let areas = AreaIndex::new("Ortsbezirke", names);
    let bytes = std::fs::read(data.join("zensus2011/extract_kaiserslautern_1km.csv")).unwrap();
    let reading = ReadOptions::default();
    let (table, _) = grid::read(&bytes, "extract.csv", &reading, &quarters, &|_| {}).unwrap();
    for (method, tolerance) in [
        // The reference counts by centre too: it must be met exactly.
        (Method::Centre, 0.0),
        // Cells cut by the border of the city go out by their share, and others come in: 81 cells
        // have some 40 neighbours beyond the border, the fullest with 3,000 inhabitants.
        (Method::AreaShare, 3_000.0),
    ] {
        let how = Grid {
            quarters: &quarters,
            areas: &areas,
            method,
            noise: None,
            weights: None,
            period: None,
        };
        let (observations, findings) = grid::bring(&table, profile(&table), &how);
        assert_eq!(errors(&findings), Vec::<&Finding>::new());
        let sum: f64 = cells(&observations, "population").iter().filter_map(|it| it.number()).sum();
        assert!((sum - 95_446.0).abs() <= tolerance, "{sum}");
        let total = observations.series[0].total.and_then(|it| it.number()).unwrap();
        assert!((total - sum).abs() < 1e-6);
        let share = observations.series.iter().find(|it| it.indicator == "share_foreigners_census");
        let foreigners = share.unwrap().total.and_then(|it| it.number()).unwrap() * total / 100.0;
        // The reference has about 8,964 by the same shares, each rounded to a whole percent.
        if method == Method::Centre {
            assert!((foreigners - 8_964.0).abs() < 300.0, "{foreigners}");
        }
        let not_brought = with_code(&findings, "grid-not-brought");
        assert!(arg(not_brought[0], "names").contains("Leerstandsquote"));
    }
}

#[test]
fn of_the_whole_country_only_the_city_is_kept() {
    let (quarters, _) = two_quarters();
    let mut text = HEADER.to_owned() + &good().concat();
    for number in 0..361_478_u32 {
        text += &row(2_700_000 + number / 700 * 1_000, 4_200_000 + number % 700 * 1_000, "12", "");
    }
    let (table, findings) = read(&text, &quarters).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!((table.len(), table.passed()), (8, 361_479));
    let elsewhere: String =
        (0..50).map(|it| row(3_000_000, 4_200_000 + it * 1_000, "5", "")).collect();
    let (_, findings) = bring(&(HEADER.to_owned() + &elsewhere), None);
    assert_eq!(errors(&findings)[0].code, "grid-outside-city");
}

/// Each fault of a table of cells, with its code, line and column.
#[test]
fn faults_of_grids_are_found_at_their_place() {
    let with = |at: usize, line: &str| {
        let mut rows = good();
        line.clone_into(&mut rows[at]);
        HEADER.to_owned() + &rows.concat()
    };
    let twice = row(2_917_000, 4_148_000, "100", "");
    let number = |text: &str| row(2_917_000, 4_149_000, text, "");
    let faults: Vec<(&str, String, u64, u64)> = vec![
        ("grid-cell-width", with(1, "CRS3035RES200mN2917000E4149000;4149100;2917100;40;\n"), 3, 1),
        (
            "grid-cell-corner",
            with(1, "CRS3035RES1000mN2917300E4149000;4149500;2917800;40;\n"),
            3,
            1,
        ),
        ("grid-cell-corner", with(8, "CRS3035RES1000mN3200100E4500000;1;1;4;\n"), 10, 1),
        ("grid-cell-system", with(2, "CRS25832RES1000mN2917000E4149000;1;2;40;\n"), 4, 1),
        ("grid-cell-unreadable", with(2, "07312000;4149500;2917500;40;\n"), 4, 1),
        ("grid-cell-twice", with(5, &twice), 7, 1),
        (
            "grid-cell-mixed-width",
            with(3, "CRS3035RES100mN2918000E4149000;4149050;2918050;9;\n"),
            5,
            1,
        ),
        (
            "grid-centre-mismatch",
            with(1, "CRS3035RES1000mN2917000E4149000;2917500;4149500;4;\n"),
            3,
            2,
        ),
        ("negative-count", with(1, &number("-4")), 3, 4),
        ("fraction-in-count", with(1, &number("4,5")), 3, 4),
        ("not-a-number", with(1, &number("viele")), 3, 4),
        ("field-count", with(1, "CRS3035RES1000mN2917000E4149000;4149500\n"), 3, 2),
    ];
    for (code, text, line, column) in faults {
        let (_, findings) = bring(&text, None);
        let found = with_code(&findings, code);
        let place = found.first().map(|it| (it.line, it.column));
        assert_eq!(place, Some((Some(line), Some(column))), "{code}: {findings:#?}");
        assert_eq!(found[0].severity, Severity::Error);
        let others: Vec<_> =
            errors(&findings).into_iter().filter(|it| it.line != Some(line)).collect();
        assert_eq!(others, Vec::<&Finding>::new(), "{code}");
    }
    let renamed = HEADER.replace("Einwohner", "Personen") + &good().concat();
    let (quarters, areas) = two_quarters();
    let (table, _) = read(&renamed, &quarters).unwrap();
    let population = built_in_profiles().iter().find(|it| it.id == "zensus-2022-population-1km");
    let (method, noise) = (Method::Centre, None);
    let how =
        Grid { quarters: &quarters, areas: &areas, method, noise, weights: None, period: None };
    let (_, findings) = grid::bring(&table, population.unwrap(), &how);
    let missing = with_code(&findings, "missing-column");
    assert_eq!((missing[0].line, arg(missing[0], "name")), (Some(1), "Einwohner"));
}

fn list(text: &str, prefix: Option<usize>) -> Result<Vec<ankunft_formats::Area>, Vec<Finding>> {
    let options = ListOptions { parent_prefix: prefix, ..ListOptions::default() };
    let districts = vec![("01".to_owned(), "Mitte".to_owned())];
    let districts = AreaIndex::new("Bezirke", districts);
    let read = listing::read_area_list(text.as_bytes(), "liste.csv", &options, &[&districts]);
    read.map(|(file, findings)| {
        assert!(findings.iter().any(|it| it.code == "list-without-outlines"));
        file.areas
    })
}

#[test]
fn a_list_names_units_parents_and_sizes() {
    let areas = list("id;name;area\n0110;Nord;1,5\n0120;Süd;\n", Some(2)).unwrap();
    assert_eq!((areas[0].code.as_str(), areas[0].name.as_str()), ("0110", "Nord"));
    assert_eq!((areas[0].parent.as_deref(), areas[0].area_m2), (Some("01"), 1.5));
    assert!(areas[0].outline.0.is_empty());
    let areas = list("Schlüssel,Bezeichnung,Fläche in km²\n7,Hafen,2.5\n", None).unwrap();
    assert_eq!((areas[0].name.as_str(), areas[0].area_m2), ("Hafen", 2_500_000.0));
    for (text, is_list) in [
        ("id;name\n1;a\n2;b\n", true),
        ("id;name;parent;area\n1;a;;4\n", true),
        ("id;name;Einwohner\n1;a;4\n", false),
        ("id;Einwohner\n1;4\n", false),
    ] {
        assert_eq!(listing::is_area_list(text.as_bytes(), "x.csv"), is_list, "{text}");
    }
}

#[test]
fn faults_of_lists_are_found_at_their_place() {
    for (code, text, line, column) in [
        ("list-code-column-missing", "nummerchen;wort\n1;a\n", Some(1), None),
        ("list-code-twice", "id;name\n1;a\n2;b\n1;c\n", Some(4), Some(1)),
        ("list-code-missing", "id;name\n1;a\n;b\n", Some(3), Some(1)),
        ("list-parent-unknown", "id;name;parent\n1;a;01\n2;b;99\n", Some(3), Some(3)),
        ("list-parent-circle", "id;name;parent\n1;a;2\n2;b;1\n", Some(2), Some(3)),
        ("list-parent-circle", "id;name;parent\n1;a;01\n2;b;2\n", Some(3), Some(3)),
        ("list-area-not-positive", "id;name;area\n1;a;12\n2;b;-3\n", Some(3), Some(3)),
        ("not-a-number", "id;name;area\n1;a;12\n2;b;groß\n", Some(3), Some(3)),
        ("field-count", "id;name\n1;a\n2\n3;c\n", Some(3), Some(1)),
        ("list-empty", "id;name\n", None, None),
    ] {
        let findings = list(text, None).expect_err(code);
        let found = with_code(&findings, code);
        assert!(!found.is_empty(), "{code}: {findings:#?}");
        assert_eq!((found[0].line, found[0].column), (line, column), "{code}");
        assert_eq!(found[0].severity, Severity::Error);
    }
    let options = ListOptions::default();
    for (code, text, line) in [
        ("list-zero-lost", "id;name\n01010101;a\n1010102;b\n", 3),
        ("list-name-missing", "id;name\n1;a\n2;\n", 3),
        ("list-parents-not-there", "id;name;parent\n1;a;77\n2;b;78\n", 2),
    ] {
        let (_, findings) =
            listing::read_area_list(text.as_bytes(), "liste.csv", &options, &[]).unwrap();
        let found = with_code(&findings, code);
        assert_eq!(found.first().and_then(|it| it.line), Some(line), "{code}: {findings:#?}");
        assert_eq!(found[0].severity, Severity::Warning);
    }
}

#[test]
fn faults_of_crosswalks_are_found_at_their_place() {
    let index = |label: &str, codes: &[&str]| {
        let units = codes.iter().map(|it| ((*it).to_owned(), String::new()));
        AreaIndex::new(label, units.collect())
    };
    let (old, new) = (index("alt", &["a", "b"]), index("neu", &["x", "y"]));
    let read = |text: &str| {
        let options = ReadOptions::default();
        listing::read_crosswalk(text.as_bytes(), "umzug.csv", &options, (&old, &new))
    };
    let (links, findings) = read("von;nach;anteil\na;x;\nb;x;0,25\nb;y;0,75\n").unwrap();
    assert_eq!((links.len(), findings), (3, Vec::new()));
    let (_, findings) = read("from,to\na,x\n").unwrap();
    assert_eq!(with_code(&findings, "crosswalk-from-without-link").len(), 1);
    assert_eq!(with_code(&findings, "crosswalk-to-without-link").len(), 1);
    for (code, text, line, column) in [
        ("crosswalk-columns-missing", "ort;zeit\na;x\n", 1, None),
        ("crosswalk-unknown-from", "von;nach\na;x\nq;y\n", 3, Some(1)),
        ("crosswalk-unknown-to", "von;nach\na;x\nb;z\n", 3, Some(2)),
        ("crosswalk-key-missing", "von;nach\na;x\n;y\n", 3, Some(1)),
        ("crosswalk-pair-twice", "von;nach\na;x\na;x\n", 3, Some(1)),
        ("crosswalk-weight-missing", "von;nach\nb;x\nb;y\n", 2, Some(2)),
        ("crosswalk-weight-no-share", "von;nach;anteil\na;x;25\n", 2, Some(3)),
        ("crosswalk-sum-not-one", "von;nach;anteil\nb;x;0,5\nb;y;0,3\n", 2, Some(3)),
        ("not-a-number", "von;nach;anteil\na;x;halb\n", 2, Some(3)),
    ] {
        let findings = read(text).expect_err(code);
        let found = with_code(&findings, code);
        assert!(!found.is_empty(), "{code}: {findings:#?}");
        assert_eq!((found[0].line, found[0].column), (Some(line), column), "{code}");
    }
}
