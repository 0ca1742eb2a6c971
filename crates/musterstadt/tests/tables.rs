//! What the files say is what the city knows.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_musterstadt::{FileKind, GeneratedFile, musterstadt};

type Table = BTreeMap<(String, String), Vec<String>>;

fn read(file: &GeneratedFile) -> Table {
    let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
    text.lines()
        .skip(1)
        .map(|line| {
            let mut fields = line.split(';').map(str::to_owned);
            let key = (
                fields.next().expect("as the office writes it"),
                fields.next().expect("as the office writes it"),
            );
            (key, fields.collect())
        })
        .collect()
}

#[test]
fn the_public_table_is_the_truth_rounded_to_five_cell_by_cell() {
    let files = musterstadt(3).files();
    let mut marks = BTreeSet::new();
    let mut small = 0;
    for public in files.iter().filter(|file| file.name.ends_with("-5er.csv")) {
        let truth = files
            .iter()
            .find(|file| file.name == public.name.replace("-5er", "-intern"))
            .expect("as the office writes it");
        let truth = read(truth);
        for (key, cells) in read(public) {
            for (cell, exact) in cells
                .iter()
                .zip(&truth[&key])
                .filter(|(cell, exact)| !exact.contains(',') && !cell.contains(','))
            {
                match (cell.as_str(), exact.parse::<u64>()) {
                    ("." | "…", _) => drop(marks.insert(cell.clone())),
                    ("–", Ok(exact)) => assert!(exact < 3),
                    (cell, Ok(exact)) => {
                        assert_eq!(
                            cell.parse::<u64>().expect("as the office writes it"),
                            (exact + 2) / 5 * 5
                        )
                    }
                    (cell, Err(_)) => panic!("{cell} for {exact}"),
                }
                small += usize::from(exact == "1" || exact == "2");
            }
        }
    }
    assert_eq!(marks.len(), 2);
    assert!(small > 500);
}

#[test]
fn no_hidden_benefit_is_the_only_one_of_its_quarter() {
    let files = musterstadt(3).files();
    for file in files.iter().filter(|file| {
        file.name.contains("sozialleistungen-teilgebiete") && file.name.ends_with("-5er.csv")
    }) {
        let mut hidden: BTreeMap<(String, String, usize), usize> = BTreeMap::new();
        for ((area, period), cells) in
            read(file).into_iter().filter(|((area, _), _)| area != "Gesamt")
        {
            for (at, _) in cells.iter().take(2).enumerate().filter(|(_, cell)| *cell == ".") {
                *hidden.entry((area[..2].to_owned(), period.clone(), at)).or_default() += 1;
            }
        }
        assert!(hidden.values().all(|times| *times > 1));
    }
}

#[test]
fn every_table_names_a_profile_and_the_areas_of_its_version() {
    let files = musterstadt(3).files();
    let profiles: BTreeSet<_> = files
        .iter()
        .filter_map(|file| match &file.kind {
            FileKind::Profile { id } => Some(id.clone()),
            _ => None,
        })
        .collect();
    for table in &files {
        let FileKind::Table { profile, level, areas_from, .. } = &table.kind else { continue };
        assert!(profiles.contains(profile));
        let areas = files
            .iter()
            .find(|file| matches!(&file.kind, FileKind::Areas { level: l, valid_from, .. } if l == level && valid_from == areas_from))
            .expect("as the office writes it");
        let areas = std::str::from_utf8(&areas.bytes).expect("as the office writes it");
        let keys: BTreeSet<_> =
            read(table).into_keys().map(|(area, _)| area).filter(|area| area != "Gesamt").collect();
        assert!(
            keys.iter().all(|key| areas.contains(&format!("\"id\":\"{key}\""))),
            "{}",
            table.name
        );
        assert_eq!(keys.len(), areas.matches("\"id\":").count());
    }
}

#[test]
fn the_shares_of_the_crosswalk_add_up_to_one() {
    let files = musterstadt(3).files();
    let rows = files.iter().filter(|file| matches!(file.kind, FileKind::Crosswalk { .. }));
    for file in rows {
        let mut sums: BTreeMap<String, f64> = BTreeMap::new();
        for ((old, _), share) in read(file) {
            *sums.entry(old).or_default() +=
                share[0].replace(',', ".").parse::<f64>().expect("as the office writes it");
        }
        assert!(sums.values().all(|sum| (sum - 1.0).abs() < 1e-5), "{sums:?}");
    }
}
