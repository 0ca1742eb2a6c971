//! Cells of the European grid of EPSG:3035, as the Zensus publishes them, and what they say
//! about area units.

use std::fmt;
use std::str::FromStr;

use ankunft_disclosure::Cell;
use geo::{Area as _, BooleanOps, Intersects, MultiPolygon, Point, Polygon, Rect};
use rstar::{AABB, RTree};

use crate::Area;
use crate::geometry::{Boxed, Plane, box_tree};

/// A square of the grid, named by its south-west corner.
///
/// # Examples
///
/// ```
/// use ankunft_formats::grid::GridCell;
///
/// let long: GridCell = "CRS3035RES100mN2691700E4341100".parse().expect("a cell");
/// let short: GridCell = "100mN26917E43411".parse().expect("a cell");
/// assert_eq!(long, short);
/// assert_eq!(long.to_string(), "CRS3035RES100mN2691700E4341100");
/// // Corners lie on multiples of the width.
/// assert!("CRS3035RES1000mN2691700E4341000".parse::<GridCell>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GridCell {
    width_m: u32,
    north_m: u32,
    east_m: u32,
}

/// A text that names no cell of the grid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no grid cell: {reason}")]
pub struct NotACell {
    /// The text, shortened.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl GridCell {
    /// The cell with this south-west corner in EPSG:3035; `None` if the width is not 100 m,
    /// 1 km or 10 km, or the corner is off the grid.
    #[must_use]
    pub const fn new(width_m: u32, north_m: u32, east_m: u32) -> Option<Self> {
        let known = matches!(width_m, 100 | 1_000 | 10_000);
        if !known || !north_m.is_multiple_of(width_m) || !east_m.is_multiple_of(width_m) {
            return None;
        }
        if north_m > 10_000_000 || east_m > 10_000_000 {
            return None;
        }
        Some(Self { width_m, north_m, east_m })
    }

    /// Its width in metres: 100, 1,000 or 10,000.
    #[must_use]
    pub const fn width_m(self) -> u32 {
        self.width_m
    }

    /// Its square in the plane of EPSG:3035, in metres.
    #[must_use]
    pub fn square(self) -> Polygon {
        let (x, y) = (f64::from(self.east_m), f64::from(self.north_m));
        let width = f64::from(self.width_m);
        Rect::new([x, y], [x + width, y + width]).to_polygon()
    }

    /// Its square in degrees (EPSG:4326), for maps. Its sides are slightly bent there, which
    /// four corners do not show: by less than a centimetre at 100 m and 10 m at 10 km.
    #[must_use]
    pub fn outline(self) -> Polygon {
        Plane::new().polygon_to_degrees(&self.square())
    }

    /// Its centre in the plane of EPSG:3035: x is east, y is north, in metres.
    #[must_use]
    pub fn centre(self) -> Point {
        let half = f64::from(self.width_m) / 2.0;
        Point::new(f64::from(self.east_m) + half, f64::from(self.north_m) + half)
    }

    /// Its centre in degrees (EPSG:4326): x is longitude, y is latitude.
    #[must_use]
    pub fn centre_degrees(self) -> Option<Point> {
        let [x, y] = Plane::new().to_degrees(self.centre().into())?;
        Some(Point::new(x, y))
    }
}

impl fmt::Display for GridCell {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { width_m, north_m, east_m } = self;
        write!(formatter, "CRS3035RES{width_m}mN{north_m}E{east_m}")
    }
}

impl FromStr for GridCell {
    type Err = NotACell;

    /// The cell of a `GITTER_ID`: `CRS3035RES100mN2691700E4341100`, or the short INSPIRE name
    /// `100mN26917E43411` whose numbers leave out the zeros of the width.
    ///
    /// # Errors
    ///
    /// [`NotACell`] if the text is built otherwise, or the corner is off the grid.
    fn from_str(text: &str) -> Result<Self, NotACell> {
        let refuse = |reason| NotACell { text: text.chars().take(60).collect(), reason };
        let trimmed = text.trim();
        let (rest, is_long) = match trimmed.strip_prefix("CRS") {
            Some(rest) => {
                let rest = rest.strip_prefix("3035RES");
                (rest.ok_or_else(|| refuse("the reference system is not EPSG:3035"))?, true)
            }
            None => (trimmed, false),
        };
        let (width, corner) = rest.split_once('N').ok_or_else(|| refuse("there is no N"))?;
        let width_m = match width {
            "100m" => 100,
            "1km" | "1000m" => 1_000,
            "10km" | "10000m" => 10_000,
            _ => return Err(refuse("the width is not 100 m, 1 km or 10 km")),
        };
        let (north, east) = corner.split_once('E').ok_or_else(|| refuse("there is no E"))?;
        let metres = |digits: &str| -> Option<u32> {
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let number: u32 = plain.then(|| digits.parse().ok())??;
            if is_long { Some(number) } else { number.checked_mul(width_m) }
        };
        let (north, east) = metres(north)
            .zip(metres(east))
            .ok_or_else(|| refuse("north and east are not whole numbers"))?;
        Self::new(width_m, north, east).ok_or_else(|| refuse("the corner is not on the grid"))
    }
}

/// How cells are given to area units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A cell belongs wholly to the area unit in which its centre lies.
    Centre,
    /// A cell is split by the share of its square that lies in each area unit.
    AreaShare,
}

/// What is known about how far published cells are from the truth.
///
/// # Units
///
/// As the cells: persons, mostly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertainty {
    /// By how much the cell-key noise changes one published cell at most.
    pub greatest_noise: f64,
    /// The variance of that noise.
    pub noise_variance: f64,
    /// How much a cell that is not published may hold at most: it holds from 0 up to this.
    pub unpublished_most: f64,
}

impl Uncertainty {
    /// No noise, and cells that are not published hold nothing.
    pub const NONE: Self = Self { greatest_noise: 0.0, noise_variance: 0.0, unpublished_most: 0.0 };
}

/// From and to, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The least value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
}

/// What the cells say about one area unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaFigure {
    /// The sum of the published cells, split cells by their share.
    pub value: f64,
    /// Where the truth surely lies, if the [`Uncertainty`] is right.
    pub surely: Band,
    /// Where the truth lies in nine of ten cases as far as the noise goes; cells that are not
    /// published count as anything they may be, since they are not left out by chance.
    pub likely: Band,
    /// Published cells that lie in the area unit, wholly or in part.
    pub published: usize,
    /// Cells in it that are not published.
    pub unpublished: usize,
}

/// The figures of all area units.
#[derive(Clone, Debug, PartialEq)]
pub struct Gridded {
    /// One for each area unit, in their order.
    pub areas: Vec<AreaFigure>,
    /// Cells that no area unit has a part of.
    pub outside: usize,
}

/// 90 % of a normal distribution lie within so many standard deviations.
const NINE_OF_TEN: f64 = 1.644_853_626_951_472_2;

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
    let plane = Plane::new();
    let outlines: Vec<MultiPolygon> =
        areas.iter().map(|area| plane.outline(&area.outline)).collect();
    let tree = box_tree(&outlines);
    let mut sums = vec![Sum::default(); areas.len()];
    let mut outside = 0;
    for (cell, content) in cells {
        let shares = match method {
            Method::Centre => by_centre(*cell, &tree, &outlines),
            Method::AreaShare => by_share(*cell, &tree, &outlines),
        };
        outside += usize::from(shares.is_empty());
        for (area, share) in shares {
            sums[area].add(share, content.number());
        }
    }
    let areas = sums.iter().map(|sum| sum.figure(uncertainty)).collect();
    Gridded { areas, outside }
}

type Boxes = RTree<Boxed>;

/// A centre on the border of several belongs to the first of them, so that nobody counts twice.
fn by_centre(cell: GridCell, tree: &Boxes, outlines: &[MultiPolygon]) -> Vec<(usize, f64)> {
    let centre = cell.centre();
    let near = tree.locate_in_envelope_intersecting(AABB::from_point(centre.into()));
    let inside = near.map(|it| it.data).filter(|area| outlines[*area].intersects(&centre));
    inside.min().map(|area| (area, 1.0)).into_iter().collect()
}

fn by_share(cell: GridCell, tree: &Boxes, outlines: &[MultiPolygon]) -> Vec<(usize, f64)> {
    let square = cell.square();
    let whole = square.unsigned_area();
    let width = f64::from(cell.width_m);
    let [x, y] = [f64::from(cell.east_m), f64::from(cell.north_m)];
    let window = AABB::from_corners([x, y], [x + width, y + width]);
    let mut shares: Vec<(usize, f64)> = tree
        .locate_in_envelope_intersecting(window)
        .map(|it| (it.data, outlines[it.data].intersection(&square).unsigned_area() / whole))
        .filter(|(_, share)| *share > 0.0)
        .collect();
    shares.sort_unstable_by_key(|(area, _)| *area);
    shares
}

#[derive(Clone, Copy, Default)]
struct Sum {
    value: f64,
    shares: f64,
    squared_shares: f64,
    hidden_shares: f64,
    published: usize,
    unpublished: usize,
}

impl Sum {
    fn add(&mut self, share: f64, number: Option<f64>) {
        if let Some(number) = number {
            self.value += share * number;
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
        }
    }
}
