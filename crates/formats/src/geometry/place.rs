use super::crs;
use super::problem::Problem;
use super::raw::{RawFile, Ring, Shape, StatedSystem};
use super::{GeometryOptions, Refusal, refusal};
use crate::{Finding, Severity};

/// Eastings with the number of the zone in front: 32 390 000 for 390 000.
const ZONE_PREFIXES: [f64; 2] = [32_000_000.0, 33_000_000.0];

/// The reference system of a file, known and fitting its coordinates, with what to say.
pub(super) fn system_of(
    raw: &RawFile,
    options: &GeometryOptions,
) -> Result<(u32, Option<Finding>), Refusal> {
    let sample = sample(raw);
    let guess = plausible(&sample);
    let refuse = |code: &str, stated: &str| {
        let finding = refusal(&raw.name, code)
            .arg("stated", stated)
            .arg("possible", list(&crs::KNOWN_SYSTEMS))
            .arg("guess-known", if guess.is_empty() { "no" } else { "yes" })
            .arg("guess", list(&guess));
        Box::new(finding)
    };
    let (stated, assumed) = match (&raw.system, options.epsg) {
        (_, Some(asked)) => (asked, false),
        (StatedSystem::Epsg(stated), None) => (*stated, false),
        (StatedSystem::Assumed(stated), None) => (*stated, true),
        (StatedSystem::Other(text), None) => return Err(refuse("crs-unsupported", text)),
        (StatedSystem::Unsaid, None) => return Err(refuse("crs-unknown", "")),
    };
    let Some(epsg) = crs::known(stated) else {
        return Err(refuse("crs-unsupported", &stated.to_string()));
    };
    let fits = sample.iter().any(|at| is_plausible(epsg, *at));
    if !fits && !guess.is_empty() {
        let code = if assumed { "crs-unknown" } else { "crs-mismatch" };
        return Err(refuse(code, &stated.to_string()));
    }
    let overridden = match raw.system {
        StatedSystem::Epsg(file) if crs::known(file) != Some(epsg) => Some(
            Finding::new(Severity::Warning, &raw.name, "crs-overridden")
                .arg("stated", file)
                .arg("asked", epsg),
        ),
        _ => None,
    };
    Ok((epsg, overridden))
}

fn list(systems: &[u32]) -> String {
    systems.iter().map(|epsg| format!("EPSG:{epsg}")).collect::<Vec<_>>().join(", ")
}

/// The first position of each ring: enough to see where a file lies.
fn sample(raw: &RawFile) -> Vec<[f64; 2]> {
    let firsts = raw.features.iter().flat_map(|it| it.shape.rings()).filter_map(|it| it.first());
    firsts.copied().filter(|at| at.iter().all(|it| it.is_finite())).collect()
}

fn plausible(sample: &[[f64; 2]]) -> Vec<u32> {
    let mut found = crs::plausible_systems(sample);
    if found.is_empty() {
        found = crs::plausible_systems(&sample.iter().map(swapped).collect::<Vec<_>>());
    }
    found
}

fn is_plausible(epsg: u32, at: [f64; 2]) -> bool {
    let [x, y] = at;
    crs::is_in_germany(epsg, at)
        || crs::is_in_germany(epsg, [y, x])
        || ZONE_PREFIXES.iter().any(|prefix| crs::is_in_germany(epsg, [x - prefix, y]))
}

fn swapped([x, y]: &[f64; 2]) -> [f64; 2] {
    [*y, *x]
}

/// Polygons of one feature with coordinates that can be computed with, in the file's system.
///
/// # Errors
///
/// The problem that keeps the feature out.
pub(super) fn settle(shape: &Shape, epsg: u32) -> Result<(Shape, Vec<Problem>), Problem> {
    let positions = || shape.rings().flatten();
    let wrong = positions().find(|at| !at.iter().all(|it| it.is_finite()));
    if let Some(at) = wrong {
        let index = positions().position(|it| !it.iter().all(|it| it.is_finite()));
        let problem = Problem::new(Severity::Error, "coordinate-not-finite").at(*at);
        return Err(problem.arg("position", index.unwrap_or(0) + 1));
    }
    let all = |way: &dyn Fn([f64; 2]) -> [f64; 2]| {
        positions().all(|at| crs::is_in_germany(epsg, way(*at)))
    };
    if all(&|at| at) {
        return Ok((mapped(shape, &|at| at), Vec::new()));
    }
    if all(&|at| swapped(&at)) {
        let first = positions().next().copied().unwrap_or_default();
        let problem = Problem::new(Severity::Warning, "axes-swapped").at(first);
        return Ok((mapped(shape, &|at| swapped(&at)), vec![problem]));
    }
    for prefix in ZONE_PREFIXES {
        let without = move |[x, y]: [f64; 2]| [x - prefix, y];
        if all(&without) {
            let problem = Problem::new(Severity::Note, "zone-prefix").arg("prefix", prefix / 1e6);
            return Ok((mapped(shape, &without), vec![problem]));
        }
    }
    let limits = if epsg == 4326 { [180.0, 90.0] } else { [2.1e7, 2.1e7] };
    if let Some(at) = positions().find(|at| at[0].abs() > limits[0] || at[1].abs() > limits[1]) {
        return Err(Problem::new(Severity::Error, "coordinate-out-of-range").at(*at));
    }
    let outside = positions().find(|at| !crs::is_in_germany(epsg, **at)).copied();
    let problem =
        Problem::new(Severity::Warning, "outside-germany").at(outside.unwrap_or_default());
    Ok((mapped(shape, &|at| at), vec![problem]))
}

fn mapped(shape: &Shape, way: &dyn Fn([f64; 2]) -> [f64; 2]) -> Shape {
    let ring = |ring: &Ring| ring.iter().map(|at| way(*at)).collect::<Ring>();
    match shape {
        Shape::Polygons(polygons) => Shape::Polygons(
            polygons.iter().map(|polygon| polygon.iter().map(ring).collect()).collect(),
        ),
        Shape::Rings(rings) => Shape::Rings(rings.iter().map(ring).collect()),
        Shape::NoSurface(kind) => Shape::NoSurface(kind.clone()),
        Shape::Empty => Shape::Empty,
        Shape::Broken => Shape::Broken,
    }
}
