use std::collections::HashMap;

use geo::MultiPolygon;

use super::crs::Way;
use super::fields::{self, Chosen};
use super::neighbours::{self, Neighbourhood};
use super::plane::{Plane, line};
use super::problem::{Problem, to_findings};
use super::raw::{RawFeature, RawFile, Shape};
use super::{GeometryOptions, place, rings};
use crate::{Area, AreaFile, Finding, Severity};

/// Everything that is said about a file: its system, each feature, and all together.
pub(super) fn assemble(
    raw: &RawFile,
    options: &GeometryOptions,
) -> Result<(AreaFile, Vec<Finding>), Vec<Finding>> {
    let (epsg, overridden) = place::system_of(raw, options).map_err(|it| vec![*it])?;
    let (chosen, mut findings) = fields::choose(raw, options).map_err(|it| vec![*it])?;
    findings.extend(overridden);
    let Some(way) = Way::new(epsg, 4326) else { return Err(findings) };
    let labels: Vec<String> =
        raw.features.iter().enumerate().map(|(index, it)| label(it, index, &chosen)).collect();
    let plane = Plane::new();
    let mut problems: Vec<(usize, Problem)> = Vec::new();
    let mut areas = Vec::with_capacity(raw.features.len());
    for (index, feature) in raw.features.iter().enumerate() {
        let mut own = Vec::new();
        match area(feature, &chosen, raw.clockwise, epsg, &way, &mut own) {
            Ok(area) => areas.push(area),
            Err(problem) => own.push(problem),
        }
        problems.extend(own.into_iter().map(|problem| (index, problem)));
    }
    let is_whole = areas.len() == raw.features.len();
    if is_whole {
        let neighbourhood = Neighbourhood::new(&areas, &plane);
        for (index, area) in areas.iter_mut().enumerate() {
            area.area_m2 = neighbourhood.area_m2(index);
        }
        let twice = duplicates(&areas, &labels, &neighbourhood);
        let overlaps = neighbourhood.overlaps();
        problems.extend(twice);
        problems.extend(overlaps.into_iter().map(|it| {
            let percent = format!("{:.1}", 100.0 * it.share);
            let problem = Problem::new(Severity::Warning, "areas-overlap")
                .arg("other", &labels[it.other])
                .arg("percent", percent);
            (it.one, problem)
        }));
    }
    findings.extend(to_findings(raw, &labels, &problems));
    if findings.iter().any(|finding| finding.severity == Severity::Error) || !is_whole {
        return Err(findings);
    }
    Ok((AreaFile { areas, epsg: Some(epsg) }, findings))
}

fn code(feature: &RawFeature, chosen: &Chosen) -> String {
    let code = match &chosen.code {
        Some(field) => feature.field(field),
        None => feature.id.as_deref(),
    };
    code.unwrap_or_default().to_owned()
}

fn name(feature: &RawFeature, chosen: &Chosen) -> Option<String> {
    let name = feature.field(chosen.name.as_deref()?)?;
    (!name.is_empty()).then(|| name.to_owned())
}

fn label(feature: &RawFeature, index: usize, chosen: &Chosen) -> String {
    match (code(feature, chosen), name(feature, chosen)) {
        (code, None) if code.is_empty() => format!("#{}", index + 1),
        (code, Some(name)) if code.is_empty() => name,
        (code, Some(name)) if code != name => format!("{code} {name}"),
        (code, _) => code,
    }
}

fn area(
    feature: &RawFeature,
    chosen: &Chosen,
    clockwise: bool,
    epsg: u32,
    way: &Way,
    problems: &mut Vec<Problem>,
) -> Result<Area, Problem> {
    let (shape, found): (Shape, Vec<Problem>) = place::settle(&feature.shape, epsg)?;
    problems.extend(found);
    if feature.height {
        problems.push(Problem::new(Severity::Note, "height-dropped"));
    }
    let outline = rings::outline(shape, clockwise, problems)?;
    let code = code(feature, chosen);
    if code.is_empty() {
        return Err(Problem::new(Severity::Error, "code-missing"));
    }
    Ok(Area {
        name: name(feature, chosen).unwrap_or_else(|| code.clone()),
        code,
        parent: chosen.parent.as_deref().and_then(|it| feature.field(it)).map(str::to_owned),
        outline: degrees(&outline, way)?,
        area_m2: 0.0,
    })
}

fn degrees(outline: &MultiPolygon, way: &Way) -> Result<MultiPolygon, Problem> {
    let ring = |ring: &geo::LineString| {
        let positions: Vec<[f64; 2]> = ring.coords().map(|at| [at.x, at.y]).collect();
        let first = positions.first().copied().unwrap_or_default();
        way.all(&positions)
            .map(|positions| line(&positions))
            .ok_or_else(|| Problem::new(Severity::Error, "coordinate-out-of-range").at(first))
    };
    let polygon = |polygon: &geo::Polygon| {
        let holes = polygon.interiors().iter().map(ring).collect::<Result<_, _>>()?;
        Ok(geo::Polygon::new(ring(polygon.exterior())?, holes))
    };
    outline.iter().map(polygon).collect::<Result<Vec<_>, _>>().map(MultiPolygon)
}

/// A few keys that fell out are guessed; where all are double, the field is the wrong one.
const GUESSES: usize = 20;

/// Keys that several area units have, named at the second and every later one.
fn duplicates(
    areas: &[Area],
    labels: &[String],
    neighbourhood: &Neighbourhood,
) -> Vec<(usize, Problem)> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut problems = Vec::new();
    for (index, area) in areas.iter().enumerate() {
        let Some(earlier) = first.get(area.code.as_str()).copied() else {
            first.insert(&area.code, index);
            continue;
        };
        let mut problem = Problem::new(Severity::Error, "duplicate-area-code")
            .arg("code", &area.code)
            .arg("first", earlier + 1)
            .arg("first-name", &areas[earlier].name)
            .arg("second", index + 1)
            .arg("second-name", &labels[index]);
        let guess = (problems.len() < GUESSES)
            .then(|| neighbours::plausible_code(areas, neighbourhood, [earlier, index]))
            .flatten();
        problem = match guess {
            Some((wrong, plausible)) => problem.arg("wrong", wrong + 1).arg("plausible", plausible),
            None => problem.arg("guess-known", "no").arg("wrong", "").arg("plausible", ""),
        };
        problems.push((index, problem));
    }
    problems
}
