//! A thousand faults, planted by seed into good files: each is found, at its place.

#![expect(clippy::disallowed_types, reason = "measures")]
#![allow(clippy::unwrap_used)]

mod good;
mod plant;

use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::{Finding, Severity, Target, observe};
use good::{Good, Random};
use plant::{KINDS, Planted};

/// All findings of reading and joining.
fn findings(bytes: &[u8], name: &str, good: &Good) -> Vec<Finding> {
    match read(bytes, name, &ReadOptions::default()) {
        Err(findings) => findings,
        Ok((table, mut findings)) => {
            let index = good.areas();
            let (observations, more) = observe(&table, &good.profile(), &Target::of(&index));
            let rows = observations.rows;
            assert_eq!(rows.read, rows.joined + rows.set_aside + rows.refused);
            findings.extend(more);
            findings
        }
    }
}

fn is_found(planted: &Planted, findings: &[Finding]) -> bool {
    findings.iter().any(|it| {
        planted.codes.contains(&it.code.as_str())
            && it.severity >= Severity::Warning
            && it.file.starts_with(&planted.file)
            && planted.line.is_none_or(|line| it.line == Some(line))
            && planted.column.is_none_or(|column| it.column == Some(column))
    })
}

#[test]
fn good_files_are_clean() {
    for seed in 0..60 {
        let good = Good::new(&mut Random::new(seed));
        let (bytes, name) = good.render();
        let loud = |it: &Finding| it.severity >= Severity::Warning;
        let found = findings(&bytes, &name, &good);
        assert!(!found.iter().any(loud), "seed {seed}: {found:#?}");
        let workbook = good.workbook(&[]);
        let found = findings(&workbook, "gut.xlsx", &good);
        assert!(!found.iter().any(loud), "seed {seed}: {found:#?}");
    }
}

#[test]
fn a_thousand_planted_faults_are_found_at_their_place() {
    let mut missed = Vec::new();
    for seed in 0..1_000 {
        let mut random = Random::new(seed);
        let good = Good::new(&mut random);
        let (kind, plant) = KINDS[usize::try_from(seed).unwrap() % KINDS.len()];
        let planted = plant(&good, &mut random);
        let found = findings(&planted.bytes, &planted.file, &good);
        if !is_found(&planted, &found) {
            missed.push((seed, kind, planted.line, planted.column, found));
            continue;
        }
        // One fault is not a hundred findings: errors stand where the fault is.
        let astray = found.iter().filter(|it| {
            it.severity == Severity::Error && planted.line.is_some() && it.line != planted.line
        });
        assert_eq!(astray.count(), 0, "seed {seed}, {kind}: {found:#?}");
    }
    assert!(missed.is_empty(), "{} missed, first: {:#?}", missed.len(), missed.first());
}

#[test]
fn monsters_are_refused_quickly() {
    let good = Good::new(&mut Random::new(7));
    for (kind, bytes, name, codes) in plant::monsters() {
        let start = std::time::Instant::now();
        let found = findings(&bytes, &name, &good);
        assert!(start.elapsed().as_secs() < 5, "{kind} took {:?}", start.elapsed());
        let is_right =
            |it: &Finding| codes.contains(&it.code.as_str()) && it.severity == Severity::Error;
        assert!(found.iter().any(is_right), "{kind}: {found:#?}");
        assert!(found.len() < 2_000, "{kind}");
    }
}

#[test]
fn random_bytes_never_panic() {
    for seed in 0..400 {
        let mut random = Random::new(seed);
        let good = Good::new(&mut random);
        let mut bytes = if seed % 2 == 0 { good.render().0 } else { good.workbook(&[]) };
        for _ in 0..random.below(20) + 1 {
            let at = random.below(bytes.len());
            bytes[at] = u8::try_from(random.below(256)).unwrap();
        }
        let _ = findings(&bytes, "zufall.csv", &good);
    }
}
