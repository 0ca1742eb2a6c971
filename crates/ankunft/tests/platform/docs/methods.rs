//! What the pages on methods say of Berlin comes out again when their commands are run.
//!
//! A table with a column „dem Befehl angefügt“ belongs to the command in the block before it. Each
//! of its rows is run, and every column that [`figure`] knows is compared.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const FLAGS: &str = "dem Befehl angefügt";

#[test]
fn what_our_choices_change_comes_out_again() {
    let Some(root) = crate::common::reference() else { return };
    let table = root.join("data/berlin/monitoring/mss_2021.csv");
    let text = std::fs::read_to_string(&table).expect("the monitoring");
    let folder = tempfile::tempdir().expect("a folder");
    // As the page says it: sed '1s/$/,period/;2,$s/$/,2020-12-31/'
    let with_period = |(at, line): (usize, &str)| {
        format!("{line},{}\n", if at == 0 { "period" } else { "2020-12-31" })
    };
    let panel: String = text.lines().enumerate().map(with_period).collect();
    std::fs::write(folder.path().join("berlin.csv"), panel).expect("a panel");
    std::fs::copy(&table, folder.path().join("mss_2021.csv")).expect("a table");
    let mut compared = BTreeMap::new();
    for page in ["composite", "points", "arrival"] {
        let text = super::read(&format!("docs/methods/{page}.md"));
        compared.insert(page, check(&text, folder.path()));
    }
    let expected = BTreeMap::from([("arrival", 46), ("composite", 24), ("points", 28)]);
    assert_eq!(compared, expected, "every figure of the tables is compared");
}

/// Compares all figures of a page and says how many they were.
fn check(page: &str, folder: &Path) -> usize {
    let (mut base, mut names, mut compared) = (String::new(), Vec::new(), 0);
    for line in page.lines() {
        if let Some(command) = line.strip_prefix("ankunft analyse ") {
            base = command.to_owned();
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if !line.starts_with('|') {
            names.clear();
        } else if cells.contains(&FLAGS) {
            names = cells.iter().map(|it| (*it).to_owned()).collect();
        } else if !names.is_empty() && !line.starts_with("|---") {
            let at = names.iter().position(|it| it == FLAGS).expect("the column of flags");
            let before = run(&base, folder);
            let after = run(&varied(&base, cells[at]), folder);
            for (name, cell) in names.iter().zip(&cells).skip(at + 1) {
                let said: usize = cell.replace('.', "").parse().expect("a number");
                assert_eq!(figure(name, &before, &after), said, "{name}: {line}");
                compared += 1;
            }
        }
    }
    compared
}

/// The command with what a cell adds to it, or puts in place of a part of it.
fn varied(base: &str, cell: &str) -> String {
    let mut flags: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
    let mut command = base.to_owned();
    if cell.starts_with("statt ") {
        let gone = flags.remove(0);
        assert!(command.contains(gone), "{gone} is no part of {base}");
        command = command.replace(gone, "");
    }
    format!("{command} {}", flags.join(" "))
}

fn run(command: &str, folder: &Path) -> Value {
    let mut program = Command::new(env!("CARGO_BIN_EXE_ankunft"));
    let output = program.arg("analyse").args(command.split_whitespace()).current_dir(folder);
    let output = output.output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{command}: {said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What a column is called, and what it counts in a result beside that of the command as it stands.
fn figure(name: &str, before: &Value, after: &Value) -> usize {
    let both = |of: fn(&Value) -> Option<Value>| changed(&by_id(before, of), &by_id(after, of));
    let count = |of: &dyn Fn(&Value) -> bool| areas(after).filter(|it| of(it)).count();
    let called = by_id(after, called);
    match name {
        "verglichene Gebiete" => count(&|it| !is_excluded(it)),
        "andere Statusklassen" => both(|it| known(&it["groups"]["status"]["class"])),
        "andere Dynamikklassen" => both(|it| known(&it["groups"]["dynamics"]["class"])),
        "genannt" => called.values().filter(|it| **it == Value::Bool(true)).count(),
        "andere Urteile" => both(self::called),
        "Wahrscheinlichkeit 0 oder 1" => {
            count(&|it| it["probability"].as_f64().is_some_and(|it| it == 0.0 || it == 1.0))
        }
        "in allen Rechenvarianten genannt" => count(&|it| it["variants"] == 1.0),
        "in keiner" => count(&|it| it["variants"] == 0.0),
        "in einigen" => count(&|it| it["variants"].as_f64().is_some_and(|it| it > 0.0 && it < 1.0)),
        "mit allen Punkten" => count(&|it| it["sum"].as_u64() == Some(most_points(after))),
        "ab 80 % der Punkte" => reaching(after).len(),
        "darunter und darüber andere" => {
            let (before, after) = (reaching(before), reaching(after));
            before.symmetric_difference(&after).count()
        }
        other => panic!("nobody knows how to count „{other}“"),
    }
}

fn areas(result: &Value) -> impl Iterator<Item = &Value> {
    result["areas"].as_array().expect("areas").iter()
}

fn known(value: &Value) -> Option<Value> {
    (!value.is_null()).then(|| value.clone())
}

fn is_excluded(area: &Value) -> bool {
    let groups = area["groups"].as_object();
    groups.map_or(!area["excluded"].is_null(), |it| it.values().any(|it| !it["excluded"].is_null()))
}

/// Whether at least two methods call an area, or the only one that was asked.
fn called(area: &Value) -> Option<Value> {
    let methods = area["methods"].as_object().filter(|_| !is_excluded(area))?;
    let calls = |it: &&Value| it.as_bool().or(it["called"].as_bool()) == Some(true);
    Some(Value::Bool(methods.values().filter(calls).count() >= methods.len().min(2)))
}

fn by_id(result: &Value, of: fn(&Value) -> Option<Value>) -> BTreeMap<String, Value> {
    areas(result).filter_map(|it| Some((it["id"].as_str()?.to_owned(), of(it)?))).collect()
}

/// Of those that have something in both, how many have something else.
fn changed(before: &BTreeMap<String, Value>, after: &BTreeMap<String, Value>) -> usize {
    before.iter().filter(|(id, value)| after.get(*id).is_some_and(|it| it != *value)).count()
}

fn most_points(result: &Value) -> u64 {
    let parameters = &result["provenance"]["parameters"];
    let indicators = parameters["indicators"].as_object().map_or(0, serde_json::Map::len);
    parameters["bins"].as_u64().expect("bins") * indicators as u64
}

/// The areas with at least four fifths of the points.
fn reaching(result: &Value) -> std::collections::BTreeSet<&str> {
    let most = most_points(result);
    let reach = |it: &&Value| it["sum"].as_u64().is_some_and(|sum| 5 * sum >= 4 * most);
    areas(result).filter(reach).filter_map(|it| it["id"].as_str()).collect()
}

/// What no command can show, since it is not what was published: the other ways to standardise.
#[test]
fn other_deviations_and_weights_change_what_the_page_says() {
    let Some(root) = crate::common::reference() else { return };
    let folder = root.join("data/berlin/monitoring");
    let command =
        "composite --table mss_2021.csv --id PLR_ID --population EW --recipe berlin-mss-2021";
    let result = run(command, &folder);
    let page = super::read("docs/methods/composite.md").replace('\n', " ");
    let (mut farthest, mut sample, mut weighted) = (0.0_f64, 0, Vec::new());
    for (group, bounds, columns) in [
        ("status", &[-1.0, 1.0, 1.5][..], ["S1", "S3", "S4"]),
        ("dynamics", &[-1.0, 1.0], ["D1", "D3", "D4"]),
    ] {
        let rows = columns_of(&folder.join("mss_2021.csv"), &columns);
        let class = |index: f64| {
            let passed = |it: &&f64| if **it < 0.0 { index >= **it } else { index > **it };
            bounds.iter().filter(passed).count()
        };
        let compared: Vec<(&str, f64, f64)> = areas(&result)
            .filter_map(|it| {
                let it = (it["id"].as_str()?, &it["groups"][group]);
                Some((it.0, it.1["sum"].as_f64()?, it.1["index"].as_f64()?))
            })
            .collect();
        let n = compared.len() as f64;
        let shrink = ((n - 1.0) / n).sqrt();
        for (_, sum, index) in &compared {
            farthest = farthest.max(sum.abs() * (1.0 - shrink));
            sample += usize::from(class(*index) != class(shrink * index));
        }
        let rows: Vec<&[f64; 4]> = compared.iter().map(|it| &rows[it.0]).collect();
        let sums: Vec<f64> = (1..4).fold(vec![0.0; rows.len()], |sums, at| {
            let z = by_residents(&rows.iter().map(|it| (it[0], it[at])).collect::<Vec<_>>());
            sums.iter().zip(z).map(|(a, b)| a + b).collect()
        });
        let index = by_residents(&rows.iter().map(|it| it[0]).zip(sums).collect::<Vec<_>>());
        let others = compared.iter().zip(index);
        weighted.push(others.filter(|(it, index)| class(it.2) != class(*index)).count());
    }
    let said = format!(
        "Summen um bis zu {} kleiner, und {sample} Gebiete wechselten die Klasse",
        format!("{farthest:.3}").replace('.', ",")
    );
    assert!(page.contains(&said), "{said}");
    let said = format!("{} Status- und {} Dynamikklassen andere", weighted[0], weighted[1]);
    assert!(page.contains(&said), "{said}");
}

/// Residents and three shares of each area.
fn columns_of(file: &Path, columns: &[&str; 3]) -> BTreeMap<String, [f64; 4]> {
    let text = std::fs::read_to_string(file).expect("the monitoring");
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let names = lines.next().expect("a header");
    let at = |name: &str| names.iter().position(|it| *it == name).expect("a column");
    let wanted = ["EW", columns[0], columns[1], columns[2]].map(at);
    let key = at("PLR_ID");
    let row = |fields: Vec<&str>| {
        (fields[key].to_owned(), wanted.map(|it| fields[it].parse().unwrap_or(f64::NAN)))
    };
    lines.map(row).collect()
}

/// Values in standard deviations from the mean, both weighted by residents.
fn by_residents(values: &[(f64, f64)]) -> Vec<f64> {
    let people: f64 = values.iter().map(|it| it.0).sum();
    let mean = values.iter().map(|it| it.0 * it.1).sum::<f64>() / people;
    let squares: f64 = values.iter().map(|it| it.0 * (it.1 - mean) * (it.1 - mean)).sum();
    values.iter().map(|it| (it.1 - mean) / (squares / people).sqrt()).collect()
}
