//! Tables of grid cells: bytes to observations of the area units in which the cells lie.

use ankunft_formats::grid::{self, Grid, Quarters, Weights};
use ankunft_formats::table::{self, ReadOptions};
use ankunft_formats::{Finding, Period, PeriodRule, Profile, Severity};

use super::tables::{Answers, Checked, profile_of};
use super::{Known, KnownVersion};

/// How to read each table of cells in a file: the file itself, or members of an archive, of each
/// the finest width. None if the file holds anything else.
#[must_use]
pub fn sources(bytes: &[u8], file_name: &str, reading: &ReadOptions) -> Vec<ReadOptions> {
    let mut members = table::members(bytes, reading);
    members.retain(|it| reading.member.as_deref().is_none_or(|wished| it.contains(wished)));
    let chosen = table::finest(&members);
    let options: Vec<ReadOptions> = if chosen.len() < 2 {
        vec![reading.clone()]
    } else {
        let member = |at: &usize| Some(members[*at].clone());
        chosen.iter().map(|at| ReadOptions { member: member(at), ..reading.clone() }).collect()
    };
    let all = options.iter().all(|it| grid::holds_cells(bytes, file_name, it));
    if all { options } else { Vec::new() }
}

/// A table of cells and the profile it is read by.
struct Source<'a> {
    reading: &'a ReadOptions,
    profile: Profile,
    is_known: bool,
}

/// Reads a table of grid cells and brings it to the city's area units. Pure.
#[must_use]
pub fn check(
    (bytes, file_name): (&[u8], &str),
    sources: &[ReadOptions],
    answers: &Answers,
    known: &Known,
    watch: &dyn Fn(f64),
) -> Checked {
    let mut checked = Checked::nothing();
    let error = |code: &str| Finding::new(Severity::Error, file_name, code);
    let sources: Vec<Source<'_>> =
        sources.iter().filter_map(|it| source(bytes, file_name, it, answers, known)).collect();
    let Some((main, weights)) = roles(&sources) else {
        let members: Vec<&str> =
            sources.iter().filter_map(|it| it.reading.member.as_deref()).collect();
        let finding = error("archive-several-tables").arg("members", members.join(", "));
        checked.findings.push(finding);
        return checked;
    };
    checked.profile = Some(main.profile.clone());
    checked.is_known = main.is_known;
    let Some(version) = version_for(&main.profile, answers, known) else {
        checked.findings.push(error("grid-no-outlines"));
        return checked;
    };
    checked.version = Some(version.clone());
    let outlines = known.outlines.get(&version.version.id).map_or(&[][..], Vec::as_slice);
    let quarters = Quarters::new(outlines.iter());
    let table = match grid::read(bytes, file_name, main.reading, &quarters, watch) {
        Ok((table, findings)) => {
            checked.findings = findings;
            table
        }
        Err(findings) => {
            checked.findings = findings;
            return checked;
        }
    };
    checked.show(&table);
    let weights = match weights {
        Some(it) => read_weights((bytes, file_name), it.reading, &main.profile, &quarters, known),
        None => answers.weights.as_ref().and_then(|(name, bytes)| {
            read_weights((bytes, name), &answers.reading, &main.profile, &quarters, known)
        }),
    };
    let weights = weights.map(|(weights, findings)| {
        checked.findings.extend(findings);
        weights
    });
    let grid = Grid {
        quarters: &quarters,
        areas: &version.index,
        method: answers.method,
        noise: answers.uncertainty(&main.profile),
        weights: weights.as_ref(),
        period: answers.period.clone(),
    };
    let (observations, findings) = grid::bring(&table, &main.profile, &grid);
    checked.findings.extend(findings);
    checked.observations = Some(observations);
    checked.basis = grid.basis(&table, &main.profile);
    checked
}

fn source<'a>(
    bytes: &[u8],
    file_name: &str,
    reading: &'a ReadOptions,
    answers: &Answers,
    known: &Known,
) -> Option<Source<'a>> {
    const HEAD: usize = 200;
    let head = table::head(bytes, file_name, reading, HEAD)?;
    let found = profile_of(&head, file_name, answers, known);
    let is_known = found.is_some();
    let profile = found.unwrap_or_else(|| ankunft_formats::suggest(&head, file_name, &[]));
    Some(Source { reading, profile, is_known })
}

/// Which table is brought, and which one weighs it. Several that only stand beside each other
/// have no roles.
fn roles<'a, 'b>(sources: &'b [Source<'a>]) -> Option<(&'b Source<'a>, Option<&'b Source<'a>>)> {
    match sources {
        [one] => Some((one, None)),
        [one, other] if grid::weighs(&other.profile, &one.profile) => Some((one, Some(other))),
        [one, other] if grid::weighs(&one.profile, &other.profile) => Some((other, Some(one))),
        _ => None,
    }
}

/// The cells by which shares are weighed, with what was found; none if the file has none.
fn read_weights(
    (bytes, file_name): (&[u8], &str),
    reading: &ReadOptions,
    main: &Profile,
    quarters: &Quarters,
    known: &Known,
) -> Option<(Weights, Vec<Finding>)> {
    let (table, mut findings) = grid::read(bytes, file_name, reading, quarters, &|_| {}).ok()?;
    let profile = profile_of(&table, file_name, &Answers::default(), known)?;
    let (weights, more) = Weights::read(&table, &profile, main)?;
    findings.extend(more);
    findings.retain(|it| it.severity != Severity::Note);
    let note = Finding::new(Severity::Note, file_name, "grid-weights-read");
    findings.push(note.arg("member", table.file()));
    Some((weights, findings))
}

/// The area version that was named, else among those with outlines the finest that was valid
/// when the cells were counted, else the newest of the finest.
fn version_for<'a>(
    profile: &Profile,
    answers: &Answers,
    known: &'a Known,
) -> Option<&'a KnownVersion> {
    let has_outlines = |it: &&KnownVersion| known.outlines.contains_key(&it.version.id);
    let named = answers.area_version;
    let fixed = match &profile.period {
        PeriodRule::Fixed(text) => Period::read(text),
        _ => None,
    };
    let day = answers.period.clone().or(fixed).map(|it| it.last_day().to_string());
    let is_valid = |it: &KnownVersion| {
        day.as_ref().is_some_and(|day| {
            it.version.valid_from <= *day
                && it.version.valid_to.as_ref().is_none_or(|end| day <= end)
        })
    };
    let candidates = known.versions.iter().filter(has_outlines);
    let mut candidates = candidates.filter(|it| named.is_none_or(|id| id == it.version.id));
    if named.is_some() {
        return candidates.next();
    }
    candidates.max_by_key(|it| (is_valid(it), it.geography.rank, it.version.valid_from.clone()))
}
