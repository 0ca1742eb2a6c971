use geo::bool_ops::FillRule;
use geo::orient::Direction;
use geo::{Area as _, BooleanOps, Intersects, MultiPolygon, Orient, Polygon, unary_union};

use super::crossings::{self, Meeting};
use super::nesting;
use super::plane::line;
use super::problem::Problem;
use super::raw::{Ring, Shape};
use crate::Severity;

/// Two surfaces are the same if they differ by less than this share.
const SAME_SHARE: f64 = 1e-6;

/// The outline of a feature, valid in the sense of OGC Simple Features, in the file's system.
///
/// # Errors
///
/// The problem that cannot be repaired without doubt.
pub(super) fn outline(
    shape: Shape,
    clockwise: bool,
    problems: &mut Vec<Problem>,
) -> Result<MultiPolygon, Problem> {
    let polygons = match shape {
        Shape::Polygons(polygons) => polygons,
        Shape::Rings(rings) => nesting::nest(rings),
        Shape::Empty => return Err(Problem::new(Severity::Error, "geometry-empty")),
        Shape::Broken => return Err(Problem::new(Severity::Error, "geometry-broken")),
        Shape::NoSurface(kind) => {
            return Err(Problem::new(Severity::Error, "geometry-no-surface").arg("kind", kind));
        }
    };
    let mut parts = Vec::new();
    for polygon in polygons {
        parts.extend(part(polygon, clockwise, problems)?);
    }
    let whole = joined(parts, problems).orient(Direction::Default);
    if whole.unsigned_area() > 0.0 {
        Ok(whole)
    } else {
        Err(Problem::new(Severity::Error, "geometry-no-area"))
    }
}

/// One polygon of a feature; several, if repairing it splits it.
fn part(
    rings: Vec<Ring>,
    clockwise: bool,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Polygon>, Problem> {
    let closed = closed(rings, problems)?;
    let meetings = crossings::find(&closed);
    if let (true, Some(first)) = (meetings.len() >= crossings::ENOUGH, meetings.first()) {
        return Err(Problem::new(Severity::Error, "self-intersection").at(first.at));
    }
    let (within, between): (Vec<Meeting>, Vec<Meeting>) =
        meetings.into_iter().partition(|it| it.rings.0 == it.rings.1);
    if within.is_empty() {
        check_order(&closed, clockwise, problems);
    }
    let mut solids = Vec::new();
    for (index, ring) in closed.iter().enumerate() {
        let own: Vec<&Meeting> = within.iter().filter(|it| it.rings.0 == index).collect();
        solids.extend(solid(ring, &own, index > 0, problems)?);
    }
    Ok(with_holes(solids, &between, problems))
}

fn closed(rings: Vec<Ring>, problems: &mut Vec<Problem>) -> Result<Vec<Ring>, Problem> {
    let mut closed = Vec::new();
    for (index, ring) in rings.into_iter().enumerate() {
        match close(ring, problems) {
            Ok(ring) => closed.push(ring),
            Err(problem) if index == 0 => return Err(problem),
            Err(problem) => once(
                problems,
                Problem { severity: Severity::Note, code: "hole-dropped", ..problem },
            ),
        }
    }
    if closed.is_empty() {
        return Err(Problem::new(Severity::Error, "geometry-empty"));
    }
    Ok(closed)
}

/// What one ring surrounds, untangled if it meets itself; nothing for a hole without surface.
fn solid(
    ring: &Ring,
    meetings: &[&Meeting],
    is_hole: bool,
    problems: &mut Vec<Problem>,
) -> Result<Option<MultiPolygon>, Problem> {
    let polygon = Polygon::new(line(ring), Vec::new());
    let Some(first) = meetings.first() else {
        return Ok(Some(MultiPolygon(vec![polygon])));
    };
    let (severity, code) = if meetings.iter().all(|it| it.touches) {
        (Severity::Note, "ring-touches-itself")
    } else {
        (Severity::Warning, "self-intersection-repaired")
    };
    match untangle(&polygon) {
        Ok(repaired) => {
            once(problems, Problem::new(severity, code).at(first.at));
            Ok(Some(repaired))
        }
        Err(Tangle::NoArea) if is_hole => {
            once(problems, Problem::new(Severity::Note, "hole-dropped").at(first.at));
            Ok(None)
        }
        Err(Tangle::NoArea) => Err(Problem::new(Severity::Error, "geometry-no-area")),
        Err(Tangle::Ambiguous) => {
            Err(Problem::new(Severity::Error, "self-intersection").at(first.at))
        }
    }
}

/// A ring without repeated positions and with its end at its beginning.
fn close(ring: Ring, problems: &mut Vec<Problem>) -> Result<Ring, Problem> {
    let first = ring.first().copied();
    let is_closed = ring.len() > 1 && ring.first() == ring.last();
    let mut ring = ring;
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    let Some(first) = first else {
        return Err(Problem::new(Severity::Error, "geometry-empty"));
    };
    if ring.len() < 3 {
        let problem = Problem::new(Severity::Error, "ring-too-short").at(first);
        return Err(problem.arg("positions", ring.len()));
    }
    if !is_closed {
        once(problems, Problem::new(Severity::Note, "ring-unclosed").at(first));
    }
    ring.push(ring[0]);
    Ok(ring)
}

fn signed_area(ring: &Ring) -> f64 {
    let [x, y] = ring.first().copied().unwrap_or_default();
    let pairs = ring.iter().zip(ring.iter().skip(1));
    pairs.map(|(a, b)| (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y)).sum::<f64>() / 2.0
}

fn check_order(rings: &[Ring], clockwise: bool, problems: &mut Vec<Problem>) {
    let wrong = rings.iter().enumerate().find(|(index, ring)| {
        let area = signed_area(ring);
        let expects_positive = (*index == 0) != clockwise;
        area != 0.0 && (area > 0.0) != expects_positive
    });
    if let Some((_, ring)) = wrong {
        once(problems, Problem::new(Severity::Note, "ring-order").at(ring[0]));
    }
}

/// Why a ring that meets itself has no surface that could be told without doubt.
enum Tangle {
    NoArea,
    Ambiguous,
}

/// The surface of a ring that crosses itself, if the two usual readings (even-odd, non-zero
/// winding) agree on it.
fn untangle(ring: &Polygon) -> Result<MultiPolygon, Tangle> {
    let nothing = MultiPolygon(Vec::new());
    let even_odd = nothing.union_with_fill_rule(ring, FillRule::EvenOdd);
    let non_zero = nothing.union_with_fill_rule(ring, FillRule::NonZero);
    let (one, other) = (even_odd.unsigned_area(), non_zero.unsigned_area());
    if other <= 0.0 {
        return Err(Tangle::NoArea);
    }
    if (one - other).abs() > SAME_SHARE * other { Err(Tangle::Ambiguous) } else { Ok(even_odd) }
}

/// The exterior without its holes. Holes that lie as they should are kept as they are.
fn with_holes(
    solid: Vec<MultiPolygon>,
    between: &[Meeting],
    problems: &mut Vec<Problem>,
) -> Vec<Polygon> {
    let mut solid = solid.into_iter();
    let exterior = solid.next().unwrap_or(MultiPolygon(Vec::new()));
    let holes: Vec<MultiPolygon> = solid.collect();
    let inside = |hole: &MultiPolygon| {
        let first = hole.iter().next().and_then(|it| it.exterior().points().next());
        first.is_some_and(|at| exterior.intersects(&at))
    };
    let astray = holes.iter().find(|hole| !inside(hole));
    let cross = between.iter().find(|it| !it.touches);
    let place = cross.map(|it| it.at).or_else(|| {
        let at = astray?.iter().next()?.exterior().coords().next()?;
        Some([at.x, at.y])
    });
    let simple = exterior.0.len() == 1 && holes.iter().all(|hole| hole.0.len() == 1);
    if let (None, true) = (place, simple) {
        let (outer, mut inner) = exterior
            .0
            .into_iter()
            .next()
            .map_or_else(|| (line(&[]), Vec::new()), Polygon::into_inner);
        inner.extend(holes.into_iter().flatten().map(|it| it.into_inner().0));
        return vec![Polygon::new(outer, inner)];
    }
    if let Some(at) = place {
        once(problems, Problem::new(Severity::Warning, "hole-misplaced").at(at));
    }
    holes.iter().fold(exterior, |left, hole| left.difference(hole)).0
}

/// All parts of a feature as one outline; parts that cover each other are joined.
fn joined(parts: Vec<Polygon>, problems: &mut Vec<Problem>) -> MultiPolygon {
    let parts = MultiPolygon(parts);
    if parts.0.len() < 2 || !nesting::boxes_meet(&parts.0) {
        return parts;
    }
    let sum: f64 = parts.iter().map(geo::Area::unsigned_area).sum();
    let oriented = parts.orient(Direction::Default);
    let union = unary_union(&oriented.0);
    let lost = sum - union.unsigned_area();
    if lost <= SAME_SHARE * sum {
        return parts;
    }
    let percent = format!("{:.1}", 100.0 * lost / sum);
    once(problems, Problem::new(Severity::Warning, "parts-overlap").arg("percent", percent));
    union
}

/// One problem of a kind is enough for a feature.
fn once(problems: &mut Vec<Problem>, problem: Problem) {
    if problems.iter().all(|it| it.code != problem.code) {
        problems.push(problem);
    }
}
