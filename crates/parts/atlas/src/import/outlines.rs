//! Geometries, and lists without any: bytes to area units, and area units to an area version.

use ankunft_formats::geometry::{self, GeometryOptions, crosswalk};
use ankunft_formats::listing::{self, ListOptions};
use ankunft_formats::table::ReadOptions;
use ankunft_formats::{Area as Outline, AreaFile, AreaIndex, Finding, Severity};
use ankunft_platform::register::areas::{self, Area, Link, NewAreaVersion};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_report::{Area as Drawn, Detail, MapBase, MapError};
use sqlx::AnyConnection;

use super::{Known, hash};

/// The width of a map in its own units, and how many bytes its outlines may take.
const WIDTH: u32 = 1000;
const DETAIL: Detail = Detail::Bytes(36_000);

/// What a person says about a file of outlines.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// How to read it, where that is not recognised.
    pub reading: GeometryOptions,
    /// How to read a list, and a crosswalk.
    pub table: ReadOptions,
    /// The parent of a unit is named by so many first characters of its key.
    pub parent_prefix: Option<usize>,
    /// Name and bytes of a list that says which unit became which.
    pub crosswalk: Option<(String, Vec<u8>)>,
    /// The code of the geography; guessed from keys and file name if it is left out.
    pub geography: Option<String>,
    /// What a person calls the geography.
    pub geography_name: Option<String>,
    /// What a person calls the version: `bis 2020`.
    pub label: Option<String>,
    /// The first day.
    pub valid_from: Option<String>,
    /// The last day, if it has passed.
    pub valid_to: Option<String>,
    /// Who publishes it.
    pub source: String,
    /// On which terms.
    pub licence: String,
}

/// A file of outlines as it would be accepted, with everything that was found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The area units; none if the file holds none.
    pub file: Option<AreaFile>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Code and name of the geography.
    pub geography: (String, String),
    /// The coarsest is 1.
    pub rank: i64,
    /// What the version is called.
    pub label: String,
    /// The first day.
    pub valid_from: String,
    /// The last day, if it has passed.
    pub valid_to: Option<String>,
    /// From which version the units became these by a list, and how.
    pub links: Option<(i64, Vec<crosswalk::Link>)>,
}

impl Checked {
    /// Whether there is an outline of any unit.
    #[must_use]
    pub fn has_outlines(&self) -> bool {
        let areas = self.file.as_ref().map_or(&[][..], |it| &it.areas);
        areas.iter().any(|it| !it.outline.0.is_empty())
    }

    /// Whether it may be accepted.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        super::is_acceptable(&self.findings)
            && self.file.as_ref().is_some_and(|it| !it.areas.is_empty())
    }
}

/// Reads outlines and proposes what the file leaves open. Pure; seconds for large files.
#[must_use]
pub fn check(bytes: &[u8], file_name: &str, answers: &Answers, known: &Known) -> Checked {
    let read = if is_list_name(file_name) || listing::is_area_list(bytes, file_name) {
        let options =
            ListOptions { reading: answers.table.clone(), parent_prefix: answers.parent_prefix };
        let above: Vec<&AreaIndex> = known.versions.iter().map(|it| &*it.index).collect();
        listing::read_area_list(bytes, file_name, &options, &above)
    } else {
        geometry::read(bytes, file_name, &answers.reading)
    };
    let (mut file, mut findings) = match read {
        Ok((file, findings)) => (Some(file), findings),
        Err(findings) => (None, findings),
    };
    if let (Some(file), Some(length)) = (&mut file, answers.parent_prefix) {
        name_parents(&mut file.areas, length);
    }
    let outlines = file.as_ref().map_or(&[][..], |it| &it.areas);
    let (stem, years) = parts_of_name(file_name);
    let code = answers.geography.clone().unwrap_or_else(|| guess(outlines, &stem, known));
    let before = known.versions.iter().find(|it| it.geography.code == code);
    let name =
        answers.geography_name.clone().or_else(|| before.map(|it| it.geography.name.clone()));
    let rank = before.map_or_else(|| rank(outlines, known), |it| it.geography.rank);
    let links = links(&code, file.as_ref(), answers, known, &mut findings);
    Checked {
        links,
        rank,
        label: answers.label.clone().unwrap_or_else(|| label(&years)),
        valid_from: answers
            .valid_from
            .clone()
            .or_else(|| years.from.map(|year| format!("{year}-01-01")))
            .unwrap_or_else(|| "1900-01-01".to_owned()),
        valid_to: answers
            .valid_to
            .clone()
            .or_else(|| years.until.map(|year| format!("{year}-12-31"))),
        geography: (code, name.unwrap_or(stem)),
        file,
        findings,
    }
}

/// Whether a file is meant as a list by its name: tables have no outlines.
fn is_list_name(file_name: &str) -> bool {
    let name = file_name.to_lowercase();
    [".csv", ".tsv", ".txt", ".xlsx", ".ods", ".csv.gz"].iter().any(|it| name.ends_with(it))
}

/// Whether a file is brought as area units: outlines by its ending and by what an archive holds,
/// and lists of nothing but keys and names.
#[must_use]
pub fn holds_areas(bytes: &[u8], file_name: &str) -> bool {
    let name = file_name.to_lowercase();
    let is = |ending: &str| name.ends_with(ending);
    if is(".geojson") || is(".json") || is(".gpkg") || is(".shp") {
        return true;
    }
    let has = |part: &[u8]| bytes.windows(part.len()).any(|it| it == part);
    (is(".zip") && (has(b".shp") || has(b".gpkg") || has(b".geojson")))
        || listing::is_area_list(bytes, file_name)
}

/// Parents by the beginning of the key, where the file names none.
fn name_parents(areas: &mut [Outline], length: usize) {
    for area in areas.iter_mut().filter(|it| it.parent.is_none()) {
        let cut = area.code.char_indices().nth(length).map(|(at, _)| at);
        area.parent = cut.filter(|at| *at > 0).map(|at| area.code[..at].to_owned());
    }
}

/// The links of the crosswalk that was given, from the newest version of the geography.
fn links(
    geography: &str,
    file: Option<&AreaFile>,
    answers: &Answers,
    known: &Known,
    findings: &mut Vec<Finding>,
) -> Option<(i64, Vec<crosswalk::Link>)> {
    let (name, bytes) = answers.crosswalk.as_ref()?;
    let Some(from) = known.versions.iter().rfind(|it| it.geography.code == geography) else {
        findings.push(Finding::new(Severity::Error, name, "crosswalk-nothing-before"));
        return None;
    };
    let units = file?.areas.iter().map(|it| (it.code.clone(), it.name.clone())).collect();
    let to = AreaIndex::new(answers.label.as_deref().unwrap_or(geography), units);
    match listing::read_crosswalk(bytes, name, &answers.table, (&from.index, &to)) {
        Ok((links, more)) => {
            findings.extend(more);
            Some((from.version.id, links))
        }
        Err(more) => {
            findings.extend(more);
            None
        }
    }
}

/// The years that a file's name states: `…-until-2020`, `…_ab_2021`.
#[derive(Clone, Copy, Debug, Default)]
struct Years {
    from: Option<i16>,
    until: Option<i16>,
}

/// A file's name without ending, folder and years, and the years.
fn parts_of_name(file_name: &str) -> (String, Years) {
    let name = file_name.rsplit(['/', '\\', '!']).next().unwrap_or(file_name);
    let stem = name.split('.').next().unwrap_or(name);
    let mut years = Years::default();
    let mut kept = Vec::new();
    let mut words = stem.split(['-', '_', ' ']).filter(|it| !it.is_empty()).peekable();
    while let Some(word) = words.next() {
        let year =
            words.peek().and_then(|it| it.parse().ok()).filter(|it| (1900..2200).contains(it));
        match (word.to_lowercase().as_str(), year) {
            ("until" | "bis" | "to", Some(year)) => years.until = Some(year),
            ("from" | "ab" | "seit" | "since", Some(year)) => years.from = Some(year),
            _ => {
                kept.push(word);
                continue;
            }
        }
        words.next();
    }
    (kept.join(" "), years)
}

fn label(years: &Years) -> String {
    match (years.from, years.until) {
        (Some(from), Some(until)) => format!("{from}–{until}"),
        (Some(from), None) => format!("ab {from}"),
        (None, Some(until)) => format!("bis {until}"),
        (None, None) => "aktuell".to_owned(),
    }
}

/// The geography whose units have most of these keys, if it has more than half of them; else one
/// named like the file.
fn guess(outlines: &[Outline], stem: &str, known: &Known) -> String {
    let slug = || stem.to_lowercase().replace(' ', "-");
    let shared = |version: &super::KnownVersion| {
        outlines.iter().filter(|it| version.index.position(&it.code).is_some()).count()
    };
    let best = known.versions.iter().map(|it| (shared(it), it)).max_by_key(|(shared, _)| *shared);
    match best {
        Some((shared, version)) if 2 * shared > outlines.len() => version.geography.code.clone(),
        _ => slug(),
    }
}

/// Behind the geographies whose units are fewer.
fn rank(outlines: &[Outline], known: &Known) -> i64 {
    let coarser = known.versions.iter().filter(|it| it.index.len() < outlines.len());
    coarser.map(|it| it.geography.rank).max().unwrap_or(0) + 1
}

/// Accepts checked outlines as an area version, within a change. How the units of earlier
/// versions became these is computed from the outlines.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or the outlines cannot be drawn.
pub async fn accept(
    change: &mut Change,
    tenant: Tenant,
    bytes: &[u8],
    checked: &Checked,
    answers: &Answers,
) -> Result<i64, StoreError> {
    let earlier = earlier(change, tenant, &checked.geography.0).await?;
    let prepared = prepare(checked, &earlier)
        .map_err(|error| StoreError::Unreadable { what: "outlines", text: error.to_string() })?;
    accept_prepared(change, tenant, &hash(bytes), checked, answers, &prepared).await
}

/// What takes time about outlines: the map, the outlines as stored, and how the units of earlier
/// versions became these.
#[derive(Debug)]
pub struct Prepared {
    map: String,
    units: Vec<(Area, Vec<u8>)>,
    overlays: Vec<(i64, Vec<Link>)>,
}

/// The units of a version of the same geography.
pub type Earlier = (i64, Vec<Outline>);

/// Computes what the acceptance inserts. Pure; seconds for large files.
///
/// # Errors
///
/// - [`MapError`] if the outlines cannot be drawn; [`undrawable`] says it in words.
pub fn prepare(checked: &Checked, earlier: &[Earlier]) -> Result<Prepared, MapError> {
    let outlines = checked.file.as_ref().map_or(&[][..], |it| &it.areas);
    let drawn: Vec<Drawn<'_>> = outlines
        .iter()
        .map(|it| Drawn { code: &it.code, name: &it.name, shape: &it.outline })
        .collect();
    let map = if checked.has_outlines() {
        MapBase::new(&drawn, WIDTH, DETAIL).and_then(|it| it.to_json())?
    } else {
        String::new()
    };
    let overlays = earlier.iter().filter(|_| checked.has_outlines());
    Ok(Prepared {
        map,
        units: (0_i64..).zip(outlines).map(unit).collect(),
        overlays: overlays.map(|it| (it.0, overlay(&it.1, outlines))).collect(),
    })
}

/// Why outlines cannot be drawn, for who brought them.
#[must_use]
pub fn undrawable(file_name: &str, error: &MapError) -> Finding {
    let code = match error {
        MapError::NoOutline { code }
        | MapError::NotDegrees { code, .. }
        | MapError::DoubleCode { code } => code,
        _ => "none",
    };
    Finding::new(Severity::Error, file_name, "outlines-undrawable").arg("area", code)
}

/// Inserts what was prepared. An earlier version that came meanwhile is linked here; where a list
/// says how the units became these, no overlay does.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it.
pub async fn accept_prepared(
    change: &mut Change,
    tenant: Tenant,
    file_hash: &[u8],
    checked: &Checked,
    answers: &Answers,
    prepared: &Prepared,
) -> Result<i64, StoreError> {
    let code = &checked.geography.0;
    let new = NewAreaVersion {
        geography: (code, &checked.geography.1, checked.rank),
        label: &checked.label,
        valid_from: &checked.valid_from,
        valid_to: checked.valid_to.as_deref(),
        source: &answers.source,
        licence: &answers.licence,
        file_hash,
        map: &prepared.map,
        areas: &prepared.units,
    };
    let id = areas::accept(change, tenant, new).await?;
    let listed = checked.links.as_ref();
    let but = [Some(id), listed.map(|(from, _)| *from)];
    let outlines = checked.file.as_ref().map_or(&[][..], |it| &it.areas);
    for version in versions_of(change, tenant, code).await? {
        if but.contains(&Some(version)) || !checked.has_outlines() {
            continue;
        }
        let known = prepared.overlays.iter().find(|it| it.0 == version);
        let links = match known {
            Some((_, links)) => links.clone(),
            None => match units_of(change, tenant, version).await? {
                Some(units) => overlay(&units, outlines),
                None => continue,
            },
        };
        areas::keep_crosswalk(change, tenant, (version, id), "overlay", &links).await?;
    }
    if let Some((from, links)) = listed {
        areas::keep_crosswalk(change, tenant, (*from, id), "list", &to_store(links)).await?;
    }
    Ok(id)
}

fn to_store(links: &[crosswalk::Link]) -> Vec<Link> {
    let link = |it: &crosswalk::Link| Link {
        from_code: it.from.clone(),
        to_code: it.to.clone(),
        weight: it.weight.min(1.0),
    };
    links.iter().map(link).collect()
}

fn unit((position, outline): (i64, &Outline)) -> (Area, Vec<u8>) {
    let area = Area {
        position,
        code: outline.code.clone(),
        name: outline.name.clone(),
        parent: outline.parent.clone(),
        area_m2: outline.area_m2,
    };
    let has_none = outline.outline.0.is_empty();
    let bytes = if has_none { Vec::new() } else { geometry::outline_to_bytes(&outline.outline) };
    (area, bytes)
}

/// The units of the versions of a geography that there are.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn earlier(
    connection: &mut AnyConnection,
    tenant: Tenant,
    geography: &str,
) -> Result<Vec<Earlier>, StoreError> {
    let mut all = Vec::new();
    for version in versions_of(connection, tenant, geography).await? {
        if let Some(units) = units_of(connection, tenant, version).await? {
            all.push((version, units));
        }
    }
    Ok(all)
}

async fn versions_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    geography: &str,
) -> Result<Vec<i64>, StoreError> {
    let Some(geography) = areas::geography(connection, tenant, geography).await? else {
        return Ok(Vec::new());
    };
    let versions = areas::versions(connection, tenant).await?;
    Ok(versions.iter().filter(|it| it.geography == geography.id).map(|it| it.id).collect())
}

/// The units of a version with their outlines; none if one of them is no outline.
async fn units_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    version: i64,
) -> Result<Option<Vec<Outline>>, StoreError> {
    let units = areas::areas(connection, tenant, version).await?;
    let stored = areas::outlines(connection, tenant, version).await?;
    Ok(units
        .into_iter()
        .zip(stored)
        .map(|(unit, bytes)| {
            Some(Outline {
                outline: geometry::outline_from_bytes(&bytes)?,
                code: unit.code,
                name: unit.name,
                parent: unit.parent,
                area_m2: unit.area_m2,
            })
        })
        .collect())
}

/// How earlier units became these, by their outlines.
fn overlay(earlier: &[Outline], outlines: &[Outline]) -> Vec<Link> {
    to_store(&crosswalk::by_overlay(earlier, outlines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_that_cannot_be_drawn_are_named() {
        let square = r#"{"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"id":"01","name":"Nord"},"geometry":{"type":"Polygon",
            "coordinates":[[[7.7,49.4],[7.8,49.4],[7.8,49.45],[7.7,49.45],[7.7,49.4]]]}}]}"#;
        let answers = Answers::default();
        let mut checked = check(square.as_bytes(), "eins.geojson", &answers, &Known::default());
        assert!(checked.is_acceptable(), "{:?}", checked.findings);
        assert!(prepare(&checked, &[]).is_ok());
        let mut file = checked.file.take().expect("areas");
        file.areas.push(file.areas[0].clone());
        checked.file = Some(file);
        let error = prepare(&checked, &[]).expect_err("two areas have one key");
        let finding = undrawable("eins.geojson", &error);
        assert_eq!(
            (finding.code.as_str(), finding.severity),
            ("outlines-undrawable", Severity::Error)
        );
        assert!(finding.args.iter().any(|(name, text)| name == "area" && text == "01"));
    }

    #[test]
    fn a_name_says_what_it_holds_and_for_which_years() {
        let (stem, years) =
            parts_of_name("x/berlin-lor-planning-areas-until-2020.corrected.geojson");
        assert_eq!(
            (stem.as_str(), label(&years).as_str()),
            ("berlin lor planning areas", "bis 2020")
        );
        let (stem, years) = parts_of_name("ortsbezirke_18.geojson");
        assert_eq!((stem.as_str(), years.from, years.until), ("ortsbezirke 18", None, None));
    }
}
