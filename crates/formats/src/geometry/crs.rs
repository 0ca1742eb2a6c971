use proj4rs::Proj;
use proj4rs::transform::transform;

use super::raw::StatedSystem;

/// The reference systems that a file may have, as EPSG numbers.
pub const KNOWN_SYSTEMS: [u32; 5] = [25832, 25833, 3035, 4326, 3857];

/// A reference system: its definition, and the box of Germany in it with some room around
/// (least x, least y, greatest x, greatest y).
struct System {
    epsg: u32,
    definition: &'static str,
    germany: [f64; 4],
}

const SYSTEMS: [System; 5] = [
    System {
        epsg: 25832,
        definition: "+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        germany: [250_000.0, 5_200_000.0, 950_000.0, 6_160_000.0],
    },
    System {
        epsg: 25833,
        definition: "+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        germany: [-220_000.0, 5_200_000.0, 570_000.0, 6_180_000.0],
    },
    System {
        epsg: 3035,
        definition: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 \
                     +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        germany: [3_980_000.0, 2_640_000.0, 4_730_000.0, 3_620_000.0],
    },
    System {
        epsg: 4326,
        definition: "+proj=longlat +datum=WGS84 +no_defs",
        germany: [5.0, 47.0, 16.0, 55.6],
    },
    System {
        epsg: 3857,
        definition: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 \
                     +units=m +nadgrids=@null +no_defs",
        germany: [556_000.0, 5_940_000.0, 1_782_000.0, 7_500_000.0],
    },
];

fn system(epsg: u32) -> Option<&'static System> {
    SYSTEMS.iter().find(|system| system.epsg == epsg)
}

/// The known system that this number means: ETRS89 in degrees is EPSG:4326 here (they differ
/// by less than a metre), and so are the systems whose eastings carry the zone in front.
pub(super) fn known(epsg: u32) -> Option<u32> {
    match epsg {
        4258 => Some(4326),
        4647 => Some(25832),
        5650 => Some(25833),
        900_913 | 3785 | 102_100 => Some(3857),
        other => system(other).map(|it| it.epsg),
    }
}

/// The number in a name: `urn:ogc:def:crs:EPSG::25833`, `EPSG:4326`, `…CRS84`, or none.
pub(super) fn from_name(name: &str) -> StatedSystem {
    if name.to_uppercase().ends_with("CRS84") {
        return StatedSystem::Epsg(4326);
    }
    let digits = name.rsplit(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
    match digits.parse() {
        Ok(number) if name.to_uppercase().contains("EPSG") => StatedSystem::Epsg(number),
        _ => StatedSystem::Other(name.chars().take(80).collect()),
    }
}

/// The system of a WKT text, as it stands in a `.prj` file.
pub(super) fn from_wkt(text: &str) -> StatedSystem {
    let text = text.trim();
    let name: String = text.split('"').nth(1).unwrap_or_default().chars().take(80).collect();
    // The last authority is that of the whole; those before it are of its parts.
    if let Some(at) = text.rfind("AUTHORITY[\"EPSG\"").or_else(|| text.rfind("ID[\"EPSG\"")) {
        let ends_there = !text[at..].trim_end_matches(']').contains(']');
        let digits: String = text[at + 12..]
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        if let (true, Ok(number)) = (ends_there, digits.parse()) {
            return StatedSystem::Epsg(number);
        }
    }
    let plain: String =
        name.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    let is_any = |names: &[&str]| names.iter().any(|it| plain.starts_with(it));
    let epsg = if is_any(&["etrs1989utmzone32n", "etrs89utmzone32n"]) {
        25832
    } else if is_any(&["etrs1989utmzone33n", "etrs89utmzone33n"]) {
        25833
    } else if is_any(&["etrs1989laea", "etrs89laea", "etrs89extendedlaea", "etrs1989extendedlaea"])
    {
        3035
    } else if is_any(&["wgs1984webmercator", "wgs84pseudomercator", "popularvisualisation"]) {
        3857
    } else if text.starts_with("GEOG")
        && is_any(&["gcswgs1984", "wgs84", "wgs1984", "gcsetrs1989", "etrs89", "etrs1989"])
    {
        4326
    } else if name.is_empty() {
        return StatedSystem::Unsaid;
    } else {
        return StatedSystem::Other(name);
    };
    StatedSystem::Epsg(epsg)
}

/// Whether a position lies in or near Germany.
pub(super) fn is_in_germany(epsg: u32, [x, y]: [f64; 2]) -> bool {
    system(epsg).is_some_and(|system| {
        let [left, bottom, right, top] = system.germany;
        (left..=right).contains(&x) && (bottom..=top).contains(&y)
    })
}

/// The known systems in which these positions all lie in or near Germany. Coordinates in
/// metres may fit both UTM zones.
#[must_use]
pub fn plausible_systems(positions: &[[f64; 2]]) -> Vec<u32> {
    if positions.is_empty() {
        return Vec::new();
    }
    let fits = |epsg: &u32| positions.iter().all(|at| is_in_germany(*epsg, *at));
    KNOWN_SYSTEMS.into_iter().filter(fits).collect()
}

/// A way from one known system to another.
pub(super) struct Way {
    from: Proj,
    to: Proj,
    from_degrees: bool,
    to_degrees: bool,
}

impl Way {
    /// `None` if one of the two is not known.
    pub(super) fn new(from: u32, to: u32) -> Option<Self> {
        let projection = |epsg| Proj::from_proj_string(system(epsg)?.definition).ok();
        Some(Self {
            from: projection(from)?,
            to: projection(to)?,
            from_degrees: from == 4326,
            to_degrees: to == 4326,
        })
    }

    /// All positions on their way; `None` if one of them is outside what the systems can say.
    pub(super) fn all(&self, positions: &[[f64; 2]]) -> Option<Vec<[f64; 2]>> {
        if self.from_degrees && self.to_degrees {
            return Some(positions.to_vec());
        }
        let mut points: Vec<(f64, f64)> = positions
            .iter()
            .map(
                |[x, y]| {
                    if self.from_degrees { (x.to_radians(), y.to_radians()) } else { (*x, *y) }
                },
            )
            .collect();
        transform(&self.from, &self.to, points.as_mut_slice()).ok()?;
        let all = points.into_iter().map(|(x, y)| {
            let at = if self.to_degrees { [x.to_degrees(), y.to_degrees()] } else { [x, y] };
            at.iter().all(|it| it.is_finite()).then_some(at)
        });
        all.collect()
    }
}
