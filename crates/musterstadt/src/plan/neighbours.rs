use super::{Course, Kind, Plan, QuarterPlan, Wave};
use crate::{LineKind, Period, Phase};
use ankunft_numerics::Stream;

/// Name, slug, key, longitude, latitude, radius, quarters, foreign level, density, first year.
type Row = (&'static str, &'static str, &'static str, f64, f64, f64, usize, f64, f64, u16);

const ROWS: [Row; 11] = [
    ("Beispielhausen", "beispielhausen", "99102000", 8.7, 50.9, 4.6, 14, 1.1, 1.0, 2014),
    ("Gradlingen", "gradlingen", "99103000", 10.4, 48.7, 3.4, 9, 0.8, 0.85, 2016),
    ("Medianfurth", "medianfurth", "99104000", 9.9, 49.6, 4.2, 12, 1.2, 1.1, 2015),
    ("Mittelwerth", "mittelwerth", "99105000", 7.6, 50.6, 3.8, 11, 1.0, 0.95, 2015),
    ("Probenau", "probenau", "99106000", 12.3, 51.2, 4.0, 10, 0.55, 0.9, 2016),
    ("Quantelbach", "quantelbach", "99107000", 8.1, 49.2, 3.2, 8, 0.9, 0.8, 2017),
    ("Reihenau", "reihenau", "99108000", 11.6, 52.1, 4.4, 12, 0.5, 0.9, 2015),
    ("Stichelsund", "stichelsund", "99109000", 10.1, 54.1, 4.1, 11, 0.75, 1.0, 2016),
    ("Streuenthal", "streuenthal", "99110000", 7.3, 51.4, 3.9, 12, 1.25, 1.1, 2014),
    ("Summheim", "summheim", "99111000", 8.9, 52.4, 3.5, 9, 0.9, 0.9, 2017),
    ("Zahlenroda", "zahlenroda", "99112000", 11.2, 50.7, 3.1, 8, 0.45, 0.8, 2016),
];

const RIVERS: [&str; 11] = [
    "Ohle", "Grade", "Medra", "Werthe", "Probe", "Quante", "Riehe", "Stichel", "Streue", "Summe",
    "Zahl",
];

/// Kinds and names further out, in the order in which a city has them.
const OUTER: [(Kind, &str); 11] = [
    (Kind::Estate, "Sonnenhöhe"),
    (Kind::Villas, "Schlossberg"),
    (Kind::Garden, "Gartenvorstadt"),
    (Kind::Village, "Niederdorf"),
    (Kind::Suburb, "Birkenfeld"),
    (Kind::NewBuilding, "Neue Mitte"),
    (Kind::Harbour, "Gewerbepark"),
    (Kind::Village, "Oberdorf"),
    (Kind::Suburb, "Steinacker"),
    (Kind::Estate, "Kiefernring"),
    (Kind::Village, "Kirchweiler"),
];

/// The eleven smaller cities, each on a plan of the same rules.
pub(crate) fn neighbours(seed: u64) -> Vec<Plan> {
    ROWS.iter()
        .zip(RIVERS)
        .enumerate()
        .map(|(at, (row, river))| neighbour(at, row, river, seed))
        .collect()
}

fn neighbour(at: usize, row: &Row, river: &str, seed: u64) -> Plan {
    let &(name, slug, ags, lon, lat, radius, count, foreign_level, density, first) = row;
    let mut stream = Stream::named(seed, &format!("{slug}/plan"));
    let turn = stream.between(0.0, std::f64::consts::PI);
    let scale = radius / 6.2;
    Plan {
        name: name.to_owned(),
        slug: slug.to_owned(),
        ags: ags.to_owned(),
        centre: (lon, lat),
        radius,
        first: Period::new(first, 2),
        last: Period::new(2024, 2),
        quarters: quarters(at, count, turn, radius, &mut stream),
        courses: courses(river, turn, scale, &mut stream),
        reform: None,
        cleanup: None,
        foreign_level,
        density: 0.4 * density,
    }
}

/// The middle of the town lies north of the river before the plan is turned; the rail runs behind it.
fn courses(river: &str, turn: f64, scale: f64, stream: &mut Stream) -> Vec<Course> {
    let mut line = |name: &str, kind, points: &[(f64, f64)], barrier, jitter: f64| {
        let points = points
            .iter()
            .map(|&(x, y)| turned((x * scale, (y + stream.between(-jitter, jitter)) * scale), turn))
            .collect();
        Course { name: name.to_owned(), kind, points, closed: false, barrier, shown_from: 0 }
    };
    let water = [
        (-9.0, -1.6),
        (-6.2, -1.0),
        (-3.8, -1.7),
        (-1.7, -0.7),
        (0.0, -1.3),
        (1.7, -0.6),
        (4.0, -1.5),
        (6.4, -0.8),
        (9.0, -1.4),
    ];
    let rail =
        [(-9.0, 3.4), (-5.0, 2.4), (-2.0, 1.8), (0.5, 1.7), (3.0, 2.3), (6.0, 2.2), (9.0, 3.2)];
    let across = [(0.5, -9.0), (-0.2, -5.0), (0.2, -1.2), (0.0, 1.6), (0.8, 5.0), (0.2, 9.0)];
    let along = [(-9.0, 0.8), (-4.0, 0.3), (0.0, 0.4), (4.0, 0.1), (9.0, 1.2)];
    vec![
        line(river, LineKind::River, &water, 2600.0, 0.35),
        line("Bahn", LineKind::Rail, &rail, 1100.0, 0.2),
        line("Hauptstraße", LineKind::Street, &across, 160.0, 0.15),
        line("Landstraße", LineKind::Street, &along, 160.0, 0.2),
    ]
}

fn turned((x, y): (f64, f64), angle: f64) -> (f64, f64) {
    let (sin, cos) = angle.sin_cos();
    (x * cos - y * sin, x * sin + y * cos)
}

fn quarters(
    at: usize,
    count: usize,
    turn: f64,
    radius: f64,
    stream: &mut Stream,
) -> Vec<QuarterPlan> {
    let scale = radius / 6.2;
    let mut rows = vec![
        ("Altstadt", Kind::OldTown, (0.3, -0.2), 0.6),
        ("Bahnhofsviertel", Kind::Station, (-1.3, 1.0), 0.6),
        ("Jenseits der Bahn", Kind::Workers, (0.3, 3.0), 0.75),
        ("Brückenvorstadt", Kind::Founders, (0.2, -2.6), 0.75),
    ];
    if count >= 10 {
        rows.push(("Ostvorstadt", Kind::Founders, (2.8, 0.6), 0.7));
    }
    if count >= 12 {
        rows.push(("Hochschule", Kind::University, (-3.2, 0.4), 0.75));
    }
    let outer = count - rows.len();
    let start = stream.uniform();
    for (place, (kind, name)) in OUTER.iter().take(outer).enumerate() {
        let angle = (place as f64 + start + stream.between(-0.18, 0.18)) / outer as f64
            * std::f64::consts::TAU;
        let far = stream.between(3.9, 4.7);
        rows.push((name, *kind, (far * angle.cos(), far * angle.sin()), 1.0));
    }
    let new = Wave::since(Phase::New, Period::new(2016, 1));
    let emerging = Wave::since(Phase::Emerging, Period::new(2021, 1));
    rows.iter()
        .enumerate()
        .map(|(index, &(name, kind, (x, y), reach))| QuarterPlan {
            id: format!("{:02}", index + 1),
            name: name.to_owned(),
            kind,
            seed: turned((x * scale, y * scale), turn),
            reach,
            zones: vec![format!("{name} I"), format!("{name} II")],
            wave: match (kind, at % 3) {
                (Kind::Station, 0 | 1) => Some(Wave::traditional()),
                (Kind::Workers, 0) | (Kind::Estate, 2) if name != "Kiefernring" => Some(emerging),
                (Kind::Estate, 0 | 1) if name != "Kiefernring" => Some(new),
                _ => None,
            },
            contrast: false,
        })
        .collect()
}
