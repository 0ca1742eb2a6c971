use ankunft_disclosure::Cell;
use geo::{Area as _, BooleanOps, BoundingRect, Intersects, MultiPolygon, Rect};
use rstar::{AABB, RTree};

use super::{AreaFigure, Band, GridCell, Method, Uncertainty};
use crate::Area;
use crate::geometry::{Boxed, Plane, box_tree};

/// The outlines of area units in the plane of the grid, to be asked which cells lie in them.
#[derive(Debug)]
pub struct Quarters {
    outlines: Vec<MultiPolygon>,
    tree: RTree<Boxed>,
    bounds: Option<Rect>,
}

impl Quarters {
    /// The quarters with these outlines, in degrees. One without surface holds no cell.
    #[must_use]
    pub fn new<'a>(outlines: impl Iterator<Item = &'a MultiPolygon>) -> Self {
        let plane = Plane::new();
        let outlines: Vec<MultiPolygon> = outlines.map(|it| plane.outline(it)).collect();
        let boxes = outlines.iter().filter_map(BoundingRect::bounding_rect);
        let bounds = boxes.reduce(|one, other| {
            let corner = |it: f64, other: f64, least: bool| {
                if least { it.min(other) } else { it.max(other) }
            };
            let at = |one: geo::Coord, other: geo::Coord, least| {
                [corner(one.x, other.x, least), corner(one.y, other.y, least)]
            };
            Rect::new(at(one.min(), other.min(), true), at(one.max(), other.max(), false))
        });
        Self { tree: box_tree(&outlines), outlines, bounds }
    }

    /// How many area units there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.outlines.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outlines.is_empty()
    }

    /// Whether a cell lies near enough to be looked at: its square meets the box around all.
    #[must_use]
    pub fn may_hold(&self, cell: GridCell) -> bool {
        let (x, y) = (f64::from(cell.east_m), f64::from(cell.north_m));
        let width = f64::from(cell.width_m);
        self.bounds.is_some_and(|it| {
            it.min().x <= x + width && x <= it.max().x && it.min().y <= y + width && y <= it.max().y
        })
    }

    /// The area units that a cell belongs to, by their position, with its share in each.
    #[must_use]
    pub fn shares(&self, cell: GridCell, method: Method) -> Vec<(usize, f64)> {
        match method {
            Method::Centre => self.by_centre(cell),
            Method::AreaShare => self.by_share(cell),
        }
    }

    /// A centre on the border of several belongs to the first of them, so that nobody counts
    /// twice.
    fn by_centre(&self, cell: GridCell) -> Vec<(usize, f64)> {
        let centre = cell.centre();
        let near = self.tree.locate_in_envelope_intersecting(AABB::from_point(centre.into()));
        let inside = near.map(|it| it.data).filter(|area| self.outlines[*area].intersects(&centre));
        inside.min().map(|area| (area, 1.0)).into_iter().collect()
    }

    fn by_share(&self, cell: GridCell) -> Vec<(usize, f64)> {
        let square = cell.square();
        let whole = square.unsigned_area();
        let width = f64::from(cell.width_m);
        let [x, y] = [f64::from(cell.east_m), f64::from(cell.north_m)];
        let window = AABB::from_corners([x, y], [x + width, y + width]);
        let mut shares: Vec<(usize, f64)> = self
            .tree
            .locate_in_envelope_intersecting(window)
            .map(|it| {
                let shared = self.outlines[it.data].intersection(&square).unsigned_area();
                (it.data, shared / whole)
            })
            .filter(|(_, share)| *share > 0.0)
            .collect();
        shares.sort_unstable_by_key(|(area, _)| *area);
        shares
    }
}

/// The figures of all area units.
#[derive(Clone, Debug, PartialEq)]
pub struct Gridded {
    /// One for each area unit, in their order.
    pub areas: Vec<AreaFigure>,
    /// All of them together. Noise of many cells evens out: its likely band is narrower than
    /// the bands of the units added up.
    pub whole: AreaFigure,
    /// Cells that no area unit has a part of.
    pub outside: usize,
}

/// 90 % of a normal distribution lie within so many standard deviations.
pub(super) const NINE_OF_TEN: f64 = 1.644_853_626_951_472_2;

/// What cells of counts say about area units, with the band of uncertainty.
///
/// For an area unit with published cells of shares `w` and `m` cells that are not published
/// (as sum of their shares), with greatest noise `D`, variance `V` and greatest hidden value
/// `u`, the band is sure from `value − D·Σw` to `value + D·Σw + u·m`, and likely from
/// `value − 1.645·√(V·Σw²)` to `value + 1.645·√(V·Σw²) + u·m`. With [`Method::Centre`] every
/// `w` is 1. No band begins below 0 and the likely one lies within the sure one. What giving
/// cells to area units adds (a cell on the border, people unevenly within it) is not in it.
///
/// A cell counts as published if it has a number. Cells that are absent hold nobody.
///
/// # Complexity
///
/// O(c log n + k) for c cells, n area units and k pairs whose boxes meet.
#[must_use]
pub fn to_areas(
    cells: &[(GridCell, Cell)],
    areas: &[Area],
    method: Method,
    uncertainty: Uncertainty,
) -> Gridded {
    let quarters = Quarters::new(areas.iter().map(|it| &it.outline));
    let given = cells.iter().map(|(cell, content)| {
        let shares = quarters.shares(*cell, method);
        (shares, *content)
    });
    counted(given, quarters.len(), uncertainty)
}

/// What cells of counts say about area units, each given with the units it belongs to.
pub(super) fn counted(
    cells: impl Iterator<Item = (Vec<(usize, f64)>, Cell)>,
    areas: usize,
    uncertainty: Uncertainty,
) -> Gridded {
    let mut sums = vec![Sum::default(); areas];
    let mut whole = Sum::default();
    let mut outside = 0;
    for (shares, content) in cells {
        outside += usize::from(shares.is_empty());
        if !shares.is_empty() {
            whole.add(shares.iter().map(|(_, share)| share).sum(), content);
        }
        for (area, share) in shares {
            sums[area].add(share, content);
        }
    }
    let areas = sums.iter().map(|sum| sum.figure(uncertainty)).collect();
    Gridded { areas, whole: whole.figure(uncertainty), outside }
}

#[derive(Clone, Copy, Default)]
struct Sum {
    value: f64,
    marked: f64,
    shares: f64,
    squared_shares: f64,
    hidden_shares: f64,
    published: usize,
    unpublished: usize,
}

impl Sum {
    fn add(&mut self, share: f64, content: Cell) {
        if let Some(number) = content.number() {
            self.value += share * number;
            if content.is_unreliable() {
                self.marked += share * number;
            }
            self.shares += share;
            self.squared_shares += share * share;
            self.published += 1;
        } else {
            self.hidden_shares += share;
            self.unpublished += 1;
        }
    }

    fn figure(&self, uncertainty: Uncertainty) -> AreaFigure {
        let noise = uncertainty.greatest_noise * self.shares;
        let spread = NINE_OF_TEN * (uncertainty.noise_variance * self.squared_shares).sqrt();
        let hidden = uncertainty.unpublished_most * self.hidden_shares;
        let band = |noise: f64| Band {
            low: (self.value - noise).max(0.0),
            high: (self.value + noise + hidden).max(0.0),
        };
        AreaFigure {
            value: self.value,
            surely: band(noise),
            likely: band(spread.min(noise)),
            published: self.published,
            unpublished: self.unpublished,
            is_unreliable: self.marked > 0.0 && 2.0 * self.marked >= self.value,
        }
    }
}
