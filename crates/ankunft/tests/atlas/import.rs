//! What the console brings in: grid cells, lists of area units, official downloads.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use crate::common;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use ankunft_disclosure::Audience;

use crate::common::console::{QUARTERS, figures, has, import, numbers};

fn town(reference: &Path) -> PathBuf {
    reference.join("data/kaiserslautern/ortsbezirke_18.geojson")
}

#[tokio::test]
async fn grid_cells_become_figures_of_districts_with_their_band() {
    let Some(reference) = common::reference() else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    assert_eq!(import("areas", &[&town(&reference)], data, &["--geography", "ortsbezirk"]).0, 0);
    let grid = reference.join("data/zensus2011/extract_kaiserslautern_1km.csv");
    let (status, report, said) = import("grid", &[&grid], data, &["--dry-run"]);
    assert_eq!((status, report["files"][0]["accepted"].as_bool()), (0, Some(true)), "{said}");
    let (status, report, said) = import("grid", &[&grid], data, &[]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(report["files"][0]["rows"]["read"], 342);
    for code in ["grid-brought", "grid-band", "grid-not-brought"] {
        assert!(has(&report, code), "{code}: {report}");
    }
    assert!(said.contains("95.446"), "{said}");

    let shown = figures(data, "ortsbezirk", "population", "2011-05-09").await;
    let (units, total) = numbers(&shown);
    assert_eq!((units.len(), total), (18, Some(95_446.0)));
    let people: f64 = units.iter().filter_map(|it| it.1).sum();
    assert!((people - 95_446.0).abs() < 1e-6, "{people}");
    let figures_of_all = shown.figures.as_ref().unwrap();
    for row in figures_of_all.rows(Audience::Public).unwrap() {
        let (low, high) = row.band.expect("a band");
        let (low, value, high) =
            (low.number().unwrap(), row.value.number().unwrap(), high.number().unwrap());
        assert!(low <= value && value <= high, "{}: {low} {value} {high}", row.area.name);
    }
    assert!(!shown.measures.iter().any(|it| it.code.ends_with("_low")), "ends are no measures");
    let csv = ankunft_atlas::api::csv(figures_of_all, Audience::Public).unwrap();
    assert!(csv.lines().next().unwrap().ends_with(",low,high"), "{csv}");
    // The row of the city says the same in both.
    let json = ankunft_atlas::api::json(figures_of_all, Audience::Public).unwrap();
    let json = serde_json::to_value(&json).unwrap();
    let total = &json["total"];
    let row: Vec<&str> = csv.lines().last().unwrap().rsplit(',').take(2).collect();
    let ends = ["high", "low"].map(|it| total[it].as_f64().unwrap());
    assert_eq!(ends.to_vec(), row.iter().map(|it| it.parse().unwrap()).collect::<Vec<f64>>());
    assert!(ends[1] <= 95_446.0 && 95_446.0 <= ends[0], "{total}");
    assert_eq!(total["unreliable"], false);

    // A table of districts is no table of cells, and the cells of Berlin are not here.
    let table = reference.join("data/kaiserslautern/kennzahlen_kl_ma_ende.csv");
    let (status, report, _) = import("grid", &[&table], data, &[]);
    assert!(status == 1 && has(&report, "grid-no-cells"), "{report}");
    let berlin = reference.join("data/zensus2011/extract_berlin_1km.csv");
    let (status, report, _) = import("grid", &[&berlin], data, &["--language", "en"]);
    assert!(status == 1 && has(&report, "grid-outside-city"), "{report}");
    for wrong in [["--method", "zufall"], ["--noise", "viel"]] {
        assert_eq!(import("grid", &[&grid], data, &wrong).0, 2, "{wrong:?}");
    }
}

/// The description in words that lies in each official archive.
fn description() -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let cell = |place: &str, text: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |at: usize, name: &str, text: &str| {
        let (name, text) = (cell(&format!("A{at}"), name), cell(&format!("B{at}"), text));
        format!("<row r=\"{at}\">{name}{text}</row>")
    };
    let rows = row(1, "Merkmal", "Beschreibung") + &row(2, "Einwohner", "Anzahl der Einwohner");
    let relation = |kind: &str, target: &str| {
        let body = format!("<Relationship Id=\"r1\" Type=\"{rels}/{kind}\" Target=\"{target}\"/>");
        format!("<Relationships xmlns=\"{package}/relationships\">{body}</Relationships>")
    };
    let sheets = "<sheets><sheet name=\"Datensatz\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
    let members = [
        ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!("<workbook xmlns=\"{main}\" xmlns:r=\"{rels}\">{sheets}</workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The official layout: a table in three widths beside its description, and another one with the
/// people of its cells.
fn official(folder: &Path) {
    let cells = |value: &str| {
        let header = format!("GITTER_ID_1km;x_mp_1km;y_mp_1km;{value};werterlaeuternde_Zeichen\n");
        let row = |north: u32, east: u32, number: &str| {
            format!("CRS3035RES1000mN{north}E{east};{};{};{number};\n", east + 500, north + 500)
        };
        (header, row)
    };
    let (header, row) = cells("Einwohner");
    let people = header + &row(2_926_000, 4_159_000, "400") + &row(2_926_000, 4_160_000, "100");
    let (header, row) = cells("AnteilAuslaender");
    let shares = header + &row(2_926_000, 4_159_000, "10,00") + &row(2_926_000, 4_160_000, "60,00");
    let pack = |name: &str, stem: &str, text: &str| {
        let file = std::fs::File::create(folder.join(name)).unwrap();
        let mut zip = zip::ZipWriter::new(file);
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(format!("Datensatzbeschreibung_{stem}.xlsx"), options).unwrap();
        zip.write_all(&description()).unwrap();
        for width in ["10km", "1km", "100m"] {
            zip.start_file(format!("{stem}_{width}-Gitter.csv"), options).unwrap();
            let metres = match width {
                "10km" => "RES10000m",
                "1km" => "RES1000m",
                _ => "RES100m",
            };
            // The coarsest has corners off the grid: whoever reads it is refused.
            let text = text.replace("RES1000m", metres).replace("1km", width);
            let text = match width {
                "100m" => text.replace("500;2926500;", "050;2926050;"),
                _ => text,
            };
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
    };
    pack("Zensus2022_Bevoelkerungszahl.zip", "Zensus2022_Bevoelkerungszahl", &people);
    pack("Auslaenderanteil_in_Gitterzellen.zip", "Zensus2022_Anteil_Auslaender", &shares);
}

/// Serves the files of a folder on this machine, and redirects `/weg/` to the plain web.
fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut request = [0_u8; 4_096];
            let read = stream.read(&mut request).unwrap_or(0);
            let text = String::from_utf8_lossy(&request[..read]).into_owned();
            let path = text.split(' ').nth(1).unwrap_or_default().to_owned();
            let (head, body) = if path.starts_with("/weg/") {
                ("302 Found\r\nLocation: http://192.0.2.1/x.zip".to_owned(), Vec::new())
            } else {
                match std::fs::read(folder.join(path.trim_start_matches('/'))) {
                    Ok(body) => ("200 OK".to_owned(), body),
                    Err(_) => ("404 Not Found".to_owned(), Vec::new()),
                }
            };
            let head = format!(
                "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    address
}

#[tokio::test]
async fn official_files_are_fetched_when_asked_for() {
    let Some(reference) = common::reference() else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    assert_eq!(import("areas", &[&town(&reference)], &data, &["--geography", "ortsbezirk"]).0, 0);
    official(folder.path());
    let mirror = serve(folder.path().to_owned());
    let base = ["--download", "--download-base", &mirror, "--profile"];
    let with = |profile: &'static str| [&base[..], &[profile]].concat();

    let (status, report, said) = import("grid", &[], &data, &with("zensus-2022-population-1km"));
    assert_eq!(status, 0, "{said}");
    assert!(has(&report, "downloaded"), "{report}");
    let address = format!("{mirror}/Zensus2022_Bevoelkerungszahl.zip");
    assert_eq!(report["files"][0]["file"], address);
    assert_eq!(report["provenance"]["inputs"][0]["sha256"].as_str().map(str::len), Some(64));
    let shown = figures(&data, "ortsbezirk", "population", "2022-05-15").await;
    assert_eq!(numbers(&shown).1, Some(500.0));
    // Where a figure comes from can be read beside it.
    assert_eq!(shown.figures.unwrap().sources[0].dataset.file_name, address);

    // The people of the cells are fetched with the share that needs them.
    let (status, report, said) = import("grid", &[], &data, &with("zensus-2022-foreigners-1km"));
    assert_eq!(status, 0, "{said}");
    assert!(has(&report, "grid-weights-read"), "{report}");
    // Both are named with their hash, and so is every flag.
    let provenance = &report["provenance"];
    let files = ["Zensus2022_Bevoelkerungszahl.zip", "Auslaenderanteil_in_Gitterzellen.zip"];
    for (input, name) in provenance["inputs"].as_array().unwrap().iter().zip(files) {
        assert_eq!(input["file"], format!("{mirror}/{name}"));
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        let hash = ankunft_platform::secrets::hex(&ankunft_atlas::import::hash(&bytes));
        assert_eq!(input["sha256"], hash);
    }
    assert_eq!(provenance["inputs"].as_array().unwrap().len(), 2);
    assert_eq!(provenance["method"]["name"], "import grid");
    assert_eq!(provenance["method"]["version"], 1);
    let parameters = &provenance["parameters"];
    assert_eq!((&parameters["download"], &parameters["member"]), (&true.into(), &"1km".into()));
    assert_eq!(parameters["download_base"], mirror);
    let shown = figures(&data, "ortsbezirk", "share_foreigners_census", "2022-05-15").await;
    assert!((numbers(&shown).1.unwrap() - 20.0).abs() < 1e-9);

    let astray = format!("{mirror}/weg");
    let more =
        ["--download", "--download-base", &astray, "--profile", "zensus-2022-population-1km"];
    let (status, report, _) = import("grid", &[], &data, &more);
    assert!(status == 1 && has(&report, "download-insecure"), "{report}");
    let nowhere = format!("{mirror}/nirgends");
    let more =
        ["--download", "--download-base", &nowhere, "--profile", "zensus-2022-population-1km"];
    let (status, report, _) = import("grid", &[], &data, &more);
    assert!(status == 1 && has(&report, "download-failed"), "{report}");
    // Without the people of the cells the share is not even fetched, and words say why.
    std::fs::remove_file(folder.path().join(files[0])).unwrap();
    let (status, report, said) = import("grid", &[], &data, &with("zensus-2022-foreigners-1km"));
    assert!(status == 1 && has(&report, "download-failed"), "{report}");
    assert!(said.contains("ließ sich nicht herunterladen: HTTP 404"), "{said}");
    assert!(!said.contains('['), "{said}");
    // Profiles without an official address have none that could be guessed.
    for more in [&["--download"][..], &["--download", "--profile", "berlin-ewr-t1"]] {
        assert_eq!(import("grid", &[], &data, more).0, 2);
    }
}

#[tokio::test]
async fn a_share_and_its_people_come_in_one_archive() {
    let Some(reference) = common::reference() else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    assert_eq!(import("areas", &[&town(&reference)], &data, &["--geography", "ortsbezirk"]).0, 0);
    official(folder.path());
    let share = folder.path().join("Auslaenderanteil_in_Gitterzellen.zip");
    let (status, report, _) = import("grid", &[&share], &data, &[]);
    assert!(status == 1 && has(&report, "grid-weights-missing"), "{report}");
    let people = folder.path().join("Zensus2022_Bevoelkerungszahl.zip");
    let weights = people.display().to_string();
    let more = ["--weights", &weights, "--dry-run"];
    let (status, report, said) = import("grid", &[&share], &data, &more);
    assert_eq!(status, 0, "{said}");
    assert!(has(&report, "archive-finest-taken") && has(&report, "grid-weights-read"), "{report}");
    assert_eq!(report["provenance"]["inputs"].as_array().unwrap().len(), 2);
    assert_eq!(report["provenance"]["parameters"]["weights"], "Zensus2022_Bevoelkerungszahl.zip");
    // A part of its name, and its whole name.
    for member in ["_1km-", "Zensus2022_Anteil_Auslaender_1km-Gitter.csv"] {
        let more = ["--member", member, "--dry-run"];
        let (status, report, said) = import("grid", &[&share], &data, &more);
        assert!(status == 1 && has(&report, "grid-weights-missing"), "{said}");
        assert_eq!(report["files"][0]["profile"], "zensus-2022-foreigners-1km");
        let named = if member == "_1km-" { member } else { "Zensus2022_Bevoelkerungszahl_1km" };
        let more = ["--member", named, "--dry-run"];
        let (status, report, said) = import("grid", &[&people], &data, &more);
        assert_eq!(status, 0, "{said}");
        assert_eq!(report["files"][0]["profile"], "zensus-2022-population-1km");
    }
    // A file of weights that is none, or none of these, does not pass in silence.
    let broken = folder.path().join("kaputt.zip");
    std::fs::write(&broken, b"PK\x03\x04 and no more").unwrap();
    for (weights, code) in [(&broken, "archive-broken"), (&share, "grid-weights-useless")] {
        let more = ["--weights", weights.to_str().unwrap(), "--dry-run"];
        let (status, report, _) = import("grid", &[&share], &data, &more);
        assert!(status == 1 && has(&report, code), "{code}: {report}");
    }

    let both = folder.path().join("beides.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&both).unwrap());
    for path in [&share, &people] {
        let mut from = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        for at in 0..from.len() {
            let member = from.by_index_raw(at).unwrap();
            zip.raw_copy_file(member).unwrap();
        }
    }
    zip.finish().unwrap();
    let (status, report, said) = import("grid", &[&both], &data, &[]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(report["files"][0]["profile"], "zensus-2022-foreigners-100m");
    let shown = figures(&data, "ortsbezirk", "share_foreigners_census", "2022-05-15").await;
    assert!((numbers(&shown).1.unwrap() - 20.0).abs() < 1e-9);
}

#[test]
fn of_large_archives_only_the_first_tables_are_looked_at() {
    let cells = "GITTER_ID_1km;Einwohner\nCRS3035RES1000mN2926000E4159000;4\n";
    let sources = |ending: &str, beside: &[u8]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for at in 0..30 {
            zip.start_file(format!("Blatt_{at}.{ending}"), options).unwrap();
            zip.write_all(beside).unwrap();
        }
        zip.start_file("Zellen.csv", options).unwrap();
        zip.write_all(cells.as_bytes()).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        ankunft_atlas::import::cells::sources(&bytes, "viele.zip", &Default::default())
    };
    // Texts come before workbooks, which take longer.
    let found = sources("xlsx", &description());
    let members: Vec<_> = found.iter().map(|it| it.member.as_deref()).collect();
    assert_eq!(members, [Some("Zellen.csv")]);
    assert!(sources("csv", b"Merkmal;Wert\na;1\n").is_empty());
}

#[tokio::test]
async fn what_was_accepted_is_said_whatever_comes_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let (data, at) = (folder.path().join("data"), |name: &str| folder.path().join(name));
    std::fs::write(at("quartiere.geojson"), QUARTERS).unwrap();
    assert_eq!(
        import("areas", &[&at("quartiere.geojson")], &data, &["--geography", "quartier"]).0,
        0
    );
    let table = |name: &str, first: &str| {
        let text = format!(
            "Stichtag;id;Einwohner\n31.12.2022;001001001;{first}\n31.12.2022;001001002;20\n"
        );
        std::fs::write(at(name), text).unwrap();
        at(name)
    };
    let (one, two) = (table("eins.csv", "10"), table("zwei.csv", "11"));
    let gone = at("fehlt.csv");
    let (status, report, said) = import("table", &[&one, &gone, &two], &data, &[]);
    assert_eq!(status, 1, "{said}");
    let accepted = |at: usize| report["files"][at]["accepted"].as_bool();
    assert_eq!((accepted(0), accepted(1), accepted(2)), (Some(true), Some(false), Some(true)));
    assert!(report["files"][1]["problem"].as_str().unwrap().contains("fehlt.csv"), "{report}");
    assert!(said.contains("fehlt.csv"), "{said}");

    // Counts with fractions are not rounded: words, and nothing else.
    let half = table("halb.csv", "10,5");
    let (status, report, said) = import("table", &[&half], &data, &["--round", "5"]);
    assert!(status == 1 && has(&report, "counts-with-fractions"), "{said}");
    assert!(said.contains("Einwohner"), "{said}");
    assert_eq!(report["files"][0]["accepted"], false);
}

#[tokio::test]
async fn a_list_stands_in_for_missing_outlines() {
    let folder = tempfile::tempdir().unwrap();
    let (data, at) = (folder.path().join("data"), |name: &str| folder.path().join(name));
    std::fs::write(at("quartiere-bis-2020.geojson"), QUARTERS).unwrap();
    std::fs::write(
        at("liste.csv"),
        "id;name\n001001003;Nordost\n001001004;Nordwest\n001001005;Süd\n",
    )
    .unwrap();
    std::fs::write(
        at("umzug.csv"),
        "von;nach;anteil\n001001001;001001003;0,6\n001001001;001001004;0,4\n001001002;001001005;\n",
    )
    .unwrap();
    std::fs::write(at("falsch.csv"), "von;nach\n001001001;9\n").unwrap();
    let known = ["--geography", "quartier", "--geography-name", "Quartiere"];
    assert_eq!(import("areas", &[&at("quartiere-bis-2020.geojson")], &data, &known).0, 0);
    let (list, links) = (at("liste.csv"), at("umzug.csv").display().to_string());
    let wrong = at("falsch.csv").display().to_string();
    let new = ["--label", "ab 2021", "--valid-from", "2021-01-01", "--crosswalk"];
    let with = |links: &'static str| [&known[..], &new, &[links]].concat();
    let wrong: &'static str = Box::leak(wrong.into_boxed_str());
    let links: &'static str = Box::leak(links.into_boxed_str());
    let (status, report, _) = import("areas", &[&list], &data, &with(wrong));
    assert!(status == 1 && has(&report, "crosswalk-unknown-to"), "{report}");
    let (status, report, said) = import("areas", &[&list], &data, &with(links));
    assert_eq!(status, 0, "{said}");
    let file = &report["files"][0];
    assert_eq!((file["areas"].as_u64(), file["links"].as_u64()), (Some(3), Some(3)), "{report}");
    assert_eq!(file["outlines"], false);

    let table = at("einwohner.csv");
    std::fs::write(&table, "Stichtag;id;Einwohner\n31.12.2022;001001003;10\n31.12.2022;001001004;20\n31.12.2022;001001005;30\n").unwrap();
    let more = ["--nutzung", "public", "--protected-by", "gerundet", "--office", "Statistik"];
    let (status, _, said) = import("table", &[&table], &data, &more);
    assert_eq!(status, 0, "{said}");
    let shown = figures(&data, "quartier", "population", "2022-12-31").await;
    assert_eq!(
        numbers(&shown),
        (
            vec![
                ("001001003".to_owned(), Some(10.0)),
                ("001001004".to_owned(), Some(20.0)),
                ("001001005".to_owned(), Some(30.0)),
            ],
            Some(60.0),
        )
    );
    assert!(shown.figures.unwrap().ground.map.is_none());
}
