//! Tables of grid cells: bytes to observations of the area units in which the cells lie.

use ankunft_formats::grid::{self, Grid, Quarters, Weights};
use ankunft_formats::table::{self, ReadOptions};
use ankunft_formats::{Finding, Period, PeriodRule, Profile, Severity};

use super::tables::{Answers, Checked, profile_of};
use super::{Known, KnownVersion};

/// So many members of an archive are looked at: two tables and what describes them are fewer.
const LOOKED_AT: usize = 8;

/// How to read each table of cells in a file: the file itself, or members of an archive, of each
/// the finest width. Members without cells describe the others and are passed over. None if
/// nothing in the file holds cells.
///
/// It unpacks and reads; call it apart from the threads that answer requests.
#[must_use]
pub fn sources(bytes: &[u8], file_name: &str, reading: &ReadOptions) -> Vec<ReadOptions> {
    let holds_cells = |it: &ReadOptions| grid::holds_cells(bytes, file_name, it);
    let members = table::members(bytes, reading);
    // What the reading of archives chooses by itself, it also says.
    if members.len() < 2 || holds_cells(reading) {
        return Some(reading.clone()).filter(holds_cells).into_iter().collect();
    }
    let mut chosen: Vec<&String> = table::finest(&members).iter().map(|at| &members[*at]).collect();
    chosen.sort_by_key(|it| table::is_workbook(it));
    let member = |name: &String| ReadOptions { member: Some(name.clone()), ..reading.clone() };
    chosen.into_iter().take(LOOKED_AT).map(member).filter(holds_cells).collect()
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
        Some(it) => read_weights((bytes, file_name), it, &main.profile, &quarters),
        None => weights_beside(answers, &main.profile, &quarters, known),
    };
    checked.findings.extend(weights.1);
    let grid = Grid {
        quarters: &quarters,
        areas: &version.index,
        method: answers.method,
        noise: answers.uncertainty(&main.profile),
        weights: weights.0.as_ref(),
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

/// The cells by which shares are weighed, and what was found on the way to them.
type Weighing = (Option<Weights>, Vec<Finding>);

/// The cells of the file that was brought beside the table. Of tables that are not weighed none.
fn weights_beside(
    answers: &Answers,
    main: &Profile,
    quarters: &Quarters,
    known: &Known,
) -> Weighing {
    let is_weighed = main.grid.as_ref().is_some_and(|it| !it.weighed_by.is_empty());
    let Some((name, bytes)) = answers.weights.as_ref().filter(|_| is_weighed) else {
        return (None, Vec::new());
    };
    let found = sources(bytes, name, &answers.reading);
    let unnamed = Answers::default();
    let mut found = found.iter().filter_map(|it| source(bytes, name, it, &unnamed, known));
    if let Some(it) = found.find(|it| grid::weighs(&it.profile, main)) {
        return read_weights((bytes, name), &it, main, quarters);
    }
    // What is no table at all says why; a table of something else does not.
    let mut findings = match table::read(bytes, name, &answers.reading) {
        Ok(_) => Vec::new(),
        Err(findings) => findings,
    };
    if findings.iter().all(|it| it.severity != Severity::Error) {
        let by = main.grid.iter().flat_map(|it| it.weighed_by.values());
        let by: std::collections::BTreeSet<&str> = by.map(String::as_str).collect();
        let by = by.into_iter().collect::<Vec<_>>().join(", ");
        findings.push(Finding::new(Severity::Error, name, "grid-weights-useless").arg("by", by));
    }
    (None, findings)
}

fn read_weights(
    (bytes, file_name): (&[u8], &str),
    source: &Source<'_>,
    main: &Profile,
    quarters: &Quarters,
) -> Weighing {
    let (table, mut findings) =
        match grid::read(bytes, file_name, source.reading, quarters, &|_| {}) {
            Ok(read) => read,
            Err(findings) => return (None, findings),
        };
    let Some((weights, more)) = Weights::read(&table, &source.profile, main) else {
        return (None, findings);
    };
    findings.extend(more);
    findings.retain(|it| it.severity != Severity::Note);
    let note = Finding::new(Severity::Note, file_name, "grid-weights-read");
    findings.push(note.arg("member", table.file()));
    (Some(weights), findings)
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
