//! Cells of the European grid of EPSG:3035, as the Zensus publishes them, and what they say
//! about area units.
//!
//! | question | where |
//! |---|---|
//! | which square does a key mean? | [`GridCell`] |
//! | does a file hold cells? | [`holds_cells`] |
//! | which cells lie in which area units? | [`Quarters`] |
//! | what do cells say about area units, and how sure is that? | [`to_areas`] |
//! | what does a table of cells say about them? | [`read`] and [`bring`] |

mod basis;
mod bring;
mod quarters;
mod sheet;
mod weights;

use std::fmt;
use std::str::FromStr;

use geo::{Point, Polygon, Rect};
use serde::{Deserialize, Serialize};

use crate::geometry::Plane;
pub use basis::{Basis, Bound, band_code, band_of};
pub use bring::{Grid, bring};
pub use quarters::{Gridded, Quarters, to_areas};
pub(crate) use sheet::key_column;
pub use sheet::{holds_cells, read};
pub use weights::{Weights, weighs};

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
#[error("`{text}` is no grid cell: {fault}")]
pub struct NotACell {
    /// The text, shortened.
    pub text: String,
    /// What is wrong with it.
    pub fault: CellFault,
}

/// What keeps a text from naming a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CellFault {
    /// It names another reference system than EPSG:3035.
    #[error("the reference system is not EPSG:3035")]
    System,
    /// It is built otherwise.
    #[error("it is not width, N and E with whole numbers")]
    Shape,
    /// Its width is none of the three.
    #[error("the width is not 100 m, 1 km or 10 km")]
    Width,
    /// Its corner lies between the lines of the grid, or outside it.
    #[error("the corner is not on the grid")]
    Corner,
}

impl CellFault {
    /// The code of the finding that tells of it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "grid-cell-system",
            Self::Shape => "grid-cell-unreadable",
            Self::Width => "grid-cell-width",
            Self::Corner => "grid-cell-corner",
        }
    }
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
        let refuse = |fault| NotACell { text: text.chars().take(60).collect(), fault };
        let trimmed = text.trim();
        let (rest, is_long) = match trimmed.strip_prefix("CRS") {
            Some(rest) => {
                let rest = rest.strip_prefix("3035RES");
                (rest.ok_or_else(|| refuse(CellFault::System))?, true)
            }
            None => (trimmed, false),
        };
        let (width, corner) = rest.split_once('N').ok_or_else(|| refuse(CellFault::Shape))?;
        let (north, east) = corner.split_once('E').ok_or_else(|| refuse(CellFault::Shape))?;
        let width_m = match width {
            "100m" => 100,
            "1km" | "1000m" => 1_000,
            "10km" | "10000m" => 10_000,
            other if other.starts_with(|it: char| it.is_ascii_digit()) => {
                return Err(refuse(CellFault::Width));
            }
            _ => return Err(refuse(CellFault::Shape)),
        };
        let metres = |digits: &str| -> Option<u32> {
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let number: u32 = plain.then(|| digits.parse().ok())??;
            if is_long { Some(number) } else { number.checked_mul(width_m) }
        };
        let (north, east) =
            metres(north).zip(metres(east)).ok_or_else(|| refuse(CellFault::Shape))?;
        Self::new(width_m, north, east).ok_or_else(|| refuse(CellFault::Corner))
    }
}

/// How cells are given to area units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// A cell belongs wholly to the area unit in which its centre lies.
    #[default]
    Centre,
    /// A cell is split by the share of its square that lies in each area unit.
    AreaShare,
}

impl Method {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Centre, Self::AreaShare];

    /// The word on the command line and in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::AreaShare => "area-share",
        }
    }

    /// The method of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What is known about how far published cells are from the truth.
///
/// # Units
///
/// As the cells: persons, mostly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
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
    /// Whether cells that the source marks carry half of the value or more.
    pub is_unreliable: bool,
}
