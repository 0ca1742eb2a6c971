//! Bad input is said in words, computed where it can be, and refused where not.

use serde_json::Value;

use super::{Folder, PANEL, analyse, arrival, by_id, json, said, strs};

const COMPOSITE: [&str; 5] = ["composite", "--indicator", "a", "--indicator", "b"];

fn composite(folder: &Folder, text: &str) -> (i32, Value, String) {
    let table = folder.put("t.csv", text);
    let output = analyse(&[&COMPOSITE[..], &["--table", &table]].concat());
    let result = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output.status.code().expect("an exit status"), result, said(&output))
}

fn codes(result: &Value) -> Vec<&str> {
    let findings = result["findings"].as_array().expect("findings");
    findings.iter().filter_map(|it| it["code"].as_str()).collect()
}

#[test]
fn a_column_that_the_file_lacks_is_wrong_usage() {
    let folder = Folder::new();
    let table = folder.put("t.csv", "id,a,c\n1,2,3\n");
    let output = analyse(&[&COMPOSITE[..], &["--table", &table]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = said(&output);
    assert!(said.contains("„b“") && said.contains("id, a, c"), "{said}");

    let panel = folder.put("panel.csv", PANEL);
    let output = analyse(&strs(&arrival(&panel, &["--period", "jahr", "--language", "en"])));
    assert_eq!(output.status.code(), Some(2));
    assert!(super::said(&output).contains("id, period, pop, foreign, abroad, moves"));
}

#[test]
fn wrong_flags_are_wrong_usage() {
    let folder = Folder::new();
    let panel = folder.put("panel.csv", PANEL);
    for wrong in [
        &["--methods", "magic"][..],
        &["--noise", "cell-key:2,10"],
        &["--noise", "round:7"],
        &["--vary", "colour"],
        &["--draws", "0"],
        &["--share", "income=pop"],
        &["--language", "tlh"],
    ] {
        let output = analyse(&strs(&arrival(&panel, wrong)));
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {}", said(&output));
        assert!(!said(&output).is_empty());
    }
    let table = folder.put("t.csv", "id,a,b\n1,2,3\n2,3,4\n");
    for wrong in [
        &["composite", "--table", &table][..],
        &["composite", "--table", &table, "--indicator", "a", "--weight", "a=-1"],
        &["composite", "--table", &table, "--indicator", "a", "--thresholds", "all=2,1"],
        &["composite", "--table", &table, "--indicator", "a", "--thresholds", "none=1"],
        &["composite", "--table", &table, "--indicator", "a", "--group", "x=b"],
        &["composite", "--table", &table, "--recipe", "kurtenbach-2012"],
        &["composite", "--table", &table, "--recipe", "berlin-mss-1999"],
        &["points", "--table", &table],
        &["segregation", "--table", &table, "--groups", "a", "--reference", "b"],
        &["arrival", "--panel", &panel],
        &["arrival", "--panel", &panel, "--foreigners", "foreign"],
    ] {
        let output = analyse(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {}", said(&output));
    }
}

#[test]
fn ragged_rows_and_words_for_numbers_are_refused_with_their_place() {
    let folder = Folder::new();
    for (text, place) in [
        ("id,a,b\n1,2,3\n2,3\n3,4,5\n", "t.csv:3:"),
        ("id,a,b\n1,2,3\n2,viel,4\n", "t.csv:3:2:"),
        ("id,a,b\n1,2,3\n1,3,4\n", "t.csv:3:1:"),
        ("id,a,b\n1,2,3\n,3,4\n", "t.csv:3:1:"),
    ] {
        let (status, result, said) = composite(&folder, text);
        assert_eq!((status, result), (1, Value::Null), "{text}");
        assert!(said.contains(place) && said.contains("Fehler"), "{said}");
    }
    let output = analyse(&["points", "--indicator", "a", "--table", "no-such-file.csv"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn one_area_and_equal_values_have_no_index() {
    let folder = Folder::new();
    let (status, result, said) = composite(&folder, "id,a,b\n1,2,3\n");
    assert_eq!(status, 0, "{said}");
    assert!(result["areas"][0]["groups"]["all"]["index"].is_null());
    assert_eq!(codes(&result), ["analyse-all-equal"; 2]);

    let (status, result, _) = composite(&folder, "id,a,b\n1,5,3\n2,5,4\n3,5,7\n");
    assert_eq!((status, codes(&result)), (0, vec!["analyse-all-equal"]));
    // What is equal says nothing; the other indicator still does.
    let group = &result["areas"][2]["groups"]["all"];
    assert!(group["z"]["a"].is_null() && group["index"].as_f64() > Some(1.0));
}

#[test]
fn what_is_missing_is_left_out_with_its_reason() {
    let folder = Folder::new();
    let (status, result, _) = composite(&folder, "id,a,b\n1,2,3\n2,3,\n3,4,9\n4,5,1\n");
    assert_eq!(status, 0);
    let areas = by_id(&result["areas"]);
    assert_eq!(areas["2"]["groups"]["all"]["excluded"], "missing:b");
    assert_eq!(result["groups"]["all"]["n"], 3);
    let finding = &result["findings"][0];
    assert_eq!((&finding["line"], &finding["column"]), (&3.into(), &3.into()));
    assert!(finding["suggestion"].as_str().is_some_and(|it| it.len() > 10));

    let (status, result, said) = composite(&folder, "id,a,b\n1,2,\n2,3,\n");
    assert_eq!((status, result), (1, Value::Null));
    assert!(said.contains("Kein Gebiet"), "{said}");
}

#[test]
fn shares_that_cannot_be_are_named() {
    let folder = Folder::new();
    let text = "id,a,b\n1,2,3\n2,-3,4\n3,4,120\n4,5,6\n5,3,7\n";
    let (status, result, _) = composite(&folder, text);
    assert_eq!(status, 0);
    assert_eq!(codes(&result), ["analyse-share-negative", "analyse-share-above-100"]);
}

#[test]
fn nobody_and_too_few_are_left_out() {
    let folder = Folder::new();
    let table = folder.put("t.csv", "id,a,people\n1,2,0\n2,3,\n3,4,500\n4,9,600\n5,7,299\n");
    let result =
        json(&["composite", "--table", &table, "--indicator", "a", "--population", "people"]);
    let areas = by_id(&result["areas"]);
    let reason = |id: &str| areas[id]["groups"]["all"]["excluded"].as_str().unwrap_or("");
    assert_eq!(reason("1"), "population-below-minimum");
    assert_eq!(reason("2"), "no-population");
    assert_eq!(reason("5"), "population-below-minimum");
    assert_eq!(result["groups"]["all"]["n"], 2);
    let table = folder.put("t.csv", "id,a,people\n1,2,-5\n2,3,400\n");
    let wrong = ["composite", "--table", &table, "--indicator", "a", "--population", "people"];
    assert_eq!(analyse(&wrong).status.code(), Some(1));
}

#[test]
fn panels_with_holes_are_computed_where_they_can_be() {
    let folder = Folder::new();
    let run = |text: &str| json(&strs(&arrival(&folder.put("panel.csv", text), &[])));

    let one = run("id,period,pop,foreign,abroad,moves\na,2023,900,9,9,9\n");
    assert!(codes(&one).contains(&"analyse-one-area"));
    assert_eq!(one["areas"][0]["excluded"], "nothing-to-compare");

    let equal = run(&PANEL
        .replace(",1000,", ",500,")
        .lines()
        .map(|line| {
            let mut fields: Vec<&str> = line.split(',').collect();
            if fields[0] != "id" {
                fields[3] = "50";
            }
            fields.join(",") + "\n"
        })
        .collect::<String>());
    assert!(codes(&equal).contains(&"analyse-dimension-equal"), "{}", equal["findings"]);
    let used = &by_id(&equal["areas"])["a"]["dimensions_used"];
    assert_eq!(used, &serde_json::json!(["arrivals-abroad", "turnover"]));

    let row = |line: &str| line.rsplit_once(',').map(|it| format!("{},\n", it.0));
    let lines = PANEL.lines().enumerate();
    let empty = run(&lines
        .map(|(at, line)| if at == 0 { format!("{line}\n") } else { row(line).expect("a row") })
        .collect::<String>());
    assert!(codes(&empty).contains(&"analyse-dimension-empty"));

    let hole = run(&PANEL.replace("b,2023,1000,120,11,185\n", ""));
    assert_eq!(by_id(&hole["areas"])["b"]["excluded"], "no-population");
    assert!(codes(&hole).contains(&"analyse-rows-missing"));

    let gap = run(&PANEL.replace(",2022,", ",2019,").replace("id,2019", "id,period"));
    let more = PANEL.lines().skip(6).map(|it| it.replace(",2023,", ",2020,") + "\n");
    let gap_of = |text: &str| codes(&run(text)).contains(&"analyse-period-gap");
    assert!(gap["findings"].is_array());
    assert!(gap_of(&(PANEL.replace(",2022,", ",2019,") + &more.collect::<String>())));
}

#[test]
fn points_say_the_same_of_bad_tables() {
    let folder = Folder::new();
    let run = |text: &str, more: &[&str]| {
        let table = folder.put("t.csv", text);
        let output = analyse(&[&["points", "--indicator", "a", "--table", &table], more].concat());
        let result: Value = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
        (output.status.code(), result, said(&output))
    };
    // One area has nobody below it, and equal areas share the lowest bin: both are said.
    for text in ["id,a\n1,5\n", "id,a\n1,5\n2,5\n3,5\n"] {
        let (status, result, _) = run(text, &[]);
        assert_eq!((status, codes(&result)), (Some(0), vec!["analyse-all-equal"]), "{text}");
        assert_eq!(result["areas"][0]["points"]["a"], 1);
    }
    let (_, result, _) = run("id,a\n1,5\n2,-5\n3,150\n4,6\n5,7\n6,8\n", &[]);
    assert_eq!(codes(&result), ["analyse-share-negative", "analyse-share-above-100"]);
    let people = ["--population", "people"];
    let (_, result, _) = run("id,a,people\n1,5,0\n2,6,299\n3,7,\n4,8,300\n5,9,900\n", &people);
    let areas = by_id(&result["areas"]);
    let reasons = ["1", "2", "3", "4"].map(|id| areas[id]["excluded"].as_str().unwrap_or("none"));
    let small = "population-below-minimum";
    assert_eq!(reasons, [small, small, "no-population", "none"]);
    assert_eq!((&result["n"], &areas["5"]["points"]["a"]), (&2.into(), &3.into()));
    for (text, place) in [
        ("id,a\n1,\n2,\n", "t.csv"),
        ("id,a\n1,2\n1,3\n", "t.csv:3:1"),
        ("id,a,people\n1,2,-7\n2,3,900\n", "t.csv:2:3"),
    ] {
        let more = if text.contains("people") { &people[..] } else { &[] };
        let (status, result, said) = run(text, more);
        assert_eq!((status, result), (Some(1), Value::Null), "{text}");
        assert!(said.contains(place), "{said}");
    }
}

#[test]
fn panels_without_people_or_numbers_say_so() {
    let folder = Folder::new();
    let blank = |columns: &[usize], with: &str| {
        let row = |(at, line): (usize, &str)| {
            let mut fields: Vec<&str> = line.split(',').collect();
            if at > 0 {
                columns.iter().for_each(|it| fields[*it] = with);
            }
            fields.join(",") + "\n"
        };
        folder.put("panel.csv", &PANEL.lines().enumerate().map(row).collect::<String>())
    };
    // Nobody lives anywhere: nobody is compared, and it is said why.
    let result = json(&strs(&arrival(&blank(&[2, 3, 4, 5], "0"), &[])));
    assert!(by_id(&result["areas"]).values().all(|it| it["excluded"].is_string()));
    assert!(codes(&result).contains(&"analyse-area-left-out"));
    let none = json(&strs(&arrival(&blank(&[2, 3, 4, 5], "0"), &["--min-population", "0"])));
    assert!(by_id(&none["areas"]).values().all(|it| it["excluded"] == "no-population"));
    // Nothing was counted anywhere.
    let output = analyse(&strs(&arrival(&blank(&[3, 4, 5], ""), &[])));
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(said(&output).contains("Kein Gebiet"), "{}", said(&output));
    // One year has no numbers: the other is computed.
    let earlier = PANEL.replace(",2022,1000,", ",2022,,");
    let all = ["--all-periods"];
    let result = json(&strs(&arrival(&folder.put("panel.csv", &earlier), &all)));
    let of = |id: &str, period: &str| {
        let areas = result["areas"].as_array().expect("areas").iter();
        let mut found = areas.filter(|it| it["id"] == id && it["period"] == period);
        found.next().map(|it| it["excluded"].clone())
    };
    assert_eq!(of("a", "2022"), Some("no-population".into()));
    assert_eq!(of("a", "2023"), Some(Value::Null));
    // A share is neither below nothing nor above everything.
    let shares = ["--share", "foreigners=foreign", "--share", "turnover=moves"];
    let run = |text: &str| {
        let panel = folder.put("shares.csv", text);
        analyse(&[&["arrival", "--panel", &panel], &shares[..]].concat())
    };
    let head = "id,period,foreign,moves\n";
    let output = run(&format!("{head}a,2023,-4,30\nb,2023,20,40\nc,2023,30,50\n"));
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("shares.csv:2:3"), "{}", said(&output));
    // More may move within a year than live there.
    let output = run(&format!("{head}a,2023,101,30\nb,2023,20,140\nc,2023,30,50\n"));
    let result: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(by_id(&result["areas"])["a"]["excluded"], "missing:foreigners");
    assert_eq!(by_id(&result["areas"])["b"]["excluded"], Value::Null);
}

#[test]
fn panels_that_cannot_be_are_refused() {
    let folder = Folder::new();
    for (from, to, place) in [
        ("a,2023,", "a,2022,", "panel.csv:7:2"),
        ("a,2023,", "a,Sommer,", "panel.csv:7:2"),
        ("a,2023,", "a,2023h2,", "panel.csv:"),
        ("b,2023,1000,120,", "b,2023,1000,-120,", "panel.csv:8:4"),
        ("b,2023,1000,", "b,2023,-1000,", "panel.csv:8:3"),
        ("b,2023,1000,", "b,2023,1000,7,", "panel.csv:8:"),
    ] {
        let panel = folder.put("panel.csv", &PANEL.replace(from, to));
        let output = analyse(&strs(&arrival(&panel, &[])));
        assert_eq!(output.status.code(), Some(1), "{to}");
        assert!(said(&output).contains(place), "{to}: {}", said(&output));
    }
    // More foreigners than people: the area is left out, the others are compared.
    let panel = folder.put("panel.csv", &PANEL.replace("b,2023,1000,120,", "b,2023,1000,1200,"));
    let result = json(&strs(&arrival(&panel, &[])));
    assert!(codes(&result).contains(&"analyse-part-above-whole"));
    assert_eq!(by_id(&result["areas"])["b"]["excluded"], "missing:foreigners");
}

#[test]
fn numbers_that_the_rule_cannot_have_made_are_accepted_with_a_note() {
    let folder = Folder::new();
    let panel = folder.put("panel.csv", PANEL);
    let result = json(&strs(&arrival(&panel, &["--noise", "round:10"])));
    assert!(codes(&result).contains(&"analyse-off-grid"));
    let shares =
        ["arrival", "--panel", &panel, "--share", "foreigners=foreign", "--noise", "round:5"];
    let result = json(&shares);
    assert!(codes(&result).contains(&"analyse-noise-without-counts"));
    // 400 of a hundred is no share.
    assert_eq!(by_id(&result["areas"])["a"]["excluded"], "missing:foreigners");
}

#[test]
fn german_tables_and_other_encodings_are_read() {
    let folder = Folder::new();
    let expected = json(&[
        "points",
        "--indicator",
        "Anteil",
        "--table",
        &folder.put("p.csv", "id,Anteil\nSüd,1.5\nNord,2.5\nWest,3.25\n"),
    ]);
    let german = "id;Anteil\nSüd;1,5\nNord;2,5\nWest;3,25\n";
    let latin: Vec<u8> =
        german.chars().map(|it| u8::try_from(u32::from(it)).expect("Latin")).collect();
    let wide: Vec<u8> =
        format!("\u{feff}{german}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("a.csv", german.as_bytes().to_vec()), ("b.csv", latin), ("c.csv", wide)]
    {
        std::fs::write(folder.at(name), bytes).expect("a file");
        let table = folder.at(name).display().to_string();
        let result = json(&["points", "--indicator", "Anteil", "--table", &table]);
        assert_eq!(result["areas"], expected["areas"], "{name}");
    }
    let table = folder.put("d.csv", "id|Anteil\nSüd|1.5\nNord|2.5\nWest|3.25\n");
    let result = json(&[
        "points",
        "--indicator",
        "Anteil",
        "--table",
        &table,
        "--delimiter",
        "|",
        "--decimal",
        ".",
        "--encoding",
        "utf-8",
    ]);
    assert_eq!(result["areas"], expected["areas"]);
}

#[test]
fn a_place_that_cannot_be_written_is_said_with_what_to_do() {
    let folder = Folder::new();
    let table = folder.put("t.csv", "id,a\n1,2\n2,3\n");
    let nowhere = folder.at("gone").join("result.csv").display().to_string();
    let arguments = ["composite", "--table", &table, "--indicator", "a", "--out", &nowhere];
    let output = analyse(&arguments);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains(&nowhere) && said.contains("--out"), "{said}");
}

#[test]
fn keys_with_commas_and_quotes_come_back_from_the_written_table() {
    let folder = Folder::new();
    let table = folder.put("t.csv", "id,a\n\"Nord, \"\"Alt\"\"\",2\nSüd,3\n");
    let arguments = ["composite", "--table", &table, "--indicator", "a", "--format", "csv"];
    let output = analyse(&arguments);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("\n\"Nord, \"\"Alt\"\"\",all,-1,-1,"), "{text}");
}
