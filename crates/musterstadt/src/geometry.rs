//! From a plan to outlines: areas grow from their seeds over a fine grid, borders are traced once
//! and shared by both sides, and follow river, rail and street where one is near.

mod arcs;
mod courses;
mod grid;
mod rings;

use ankunft_numerics::Stream;
use geo::{Coord, LineString, MultiPolygon};

use crate::{
    AreaUnit, Level, Line,
    plan::{Membership, Plan},
};
use arcs::Arc;

/// Kilometres in one degree of latitude.
const KM_PER_DEGREE: f64 = 111.32;

/// The ground of a city: its borders, its lines, the size of its pieces.
pub(crate) struct Ground {
    arcs: Vec<Arc>,
    projection: Projection,
    pub lines: Vec<Line>,
    /// Square kilometres of each atom.
    pub size: Vec<f64>,
}

/// Kilometres around the city's middle to degrees. Flat: good to a few metres over a city.
#[derive(Clone, Copy)]
struct Projection {
    centre: (f64, f64),
    km_per_degree_lon: f64,
}

impl Projection {
    fn degrees(self, (x, y): (f64, f64)) -> Coord<f64> {
        let round = |value: f64| (value * 1e7).round() / 1e7;
        Coord {
            x: round(self.centre.0 + x / self.km_per_degree_lon),
            y: round(self.centre.1 + y / KM_PER_DEGREE),
        }
    }
}

pub(crate) fn ground(plan: &Plan, seed: u64) -> Ground {
    let mut stream = Stream::named(seed, &format!("{}/ground", plan.slug));
    let courses = courses::courses(&plan.courses);
    let grid = grid::grow(plan, &courses, &mut stream);
    let arcs = arcs::trace(&grid, &courses);
    let projection = Projection {
        centre: plan.centre,
        km_per_degree_lon: KM_PER_DEGREE * plan.centre.1.to_radians().cos(),
    };
    let lines = courses
        .iter()
        .map(|course| Line {
            kind: course.kind,
            name: course.name.clone(),
            course: LineString(
                course
                    .shown(plan.radius * 1.25)
                    .into_iter()
                    .map(|p| projection.degrees(p))
                    .collect(),
            ),
        })
        .collect();
    let atoms = plan.atoms().len();
    let size = (0..atoms)
        .map(|atom| {
            rings::polygons(&arcs, |label| label == atom).iter().map(rings::Shape::area).sum()
        })
        .collect();
    Ground { arcs, projection, lines, size }
}

impl Ground {
    /// The areas of one level in the order of their keys.
    pub fn units(&self, membership: &Membership, level: Level) -> Vec<AreaUnit> {
        let mut units = Vec::new();
        for quarter in &membership.quarters {
            let zones = quarter.zones.iter();
            match level {
                Level::Quarter => {
                    let atoms: Vec<usize> =
                        zones.flat_map(|(_, atoms)| atoms.iter().copied()).collect();
                    units.push(self.unit(&quarter.id, &quarter.name, None, quarter.kind, atoms));
                }
                Level::Zone => units.extend(zones.enumerate().map(|(at, (name, atoms))| {
                    let id = format!("{}{:02}", quarter.id, at + 1);
                    self.unit(&id, name, Some(quarter.id.clone()), quarter.kind, atoms.clone())
                })),
            }
        }
        units
    }

    fn unit(
        &self,
        id: &str,
        name: &str,
        parent: Option<String>,
        kind: crate::Kind,
        atoms: Vec<usize>,
    ) -> AreaUnit {
        let shapes = rings::polygons(&self.arcs, |label| atoms.contains(&label));
        let outline = MultiPolygon(
            shapes.iter().map(|shape| shape.polygon(|p| self.projection.degrees(p))).collect(),
        );
        AreaUnit { id: id.to_owned(), name: name.to_owned(), parent, kind, outline, atoms }
    }
}
