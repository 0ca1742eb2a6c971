use super::{Course, Kind, Membership, Plan, QuarterGroup, QuarterPlan, Reform, Wave};
use crate::{LineKind, Period, Phase};

/// Key, name, kind, seed, reach, names of the sub-zones from north or west.
type Row = (&'static str, &'static str, Kind, (f64, f64), f64, &'static str);

#[rustfmt::skip]
const QUARTERS: [Row; 24] = [
    ("01", "Altstadt", Kind::OldTown, (0.05, -0.65), 0.62, "Marktviertel|Domfreiheit|Fischerviertel"),
    ("02", "Bahnhofsviertel", Kind::Station, (-0.15, 0.75), 0.62, "Bahnhof-West|Kaiserplatz|Postviertel"),
    ("03", "Neustadt", Kind::Founders, (-2.0, 1.0), 0.7, "Lindenplatz|Theaterviertel|Am Stadtpark"),
    ("04", "Eisenbahnvorstadt", Kind::Workers, (-2.6, 2.75), 0.72, "Ausbesserungswerk|Lokweg|Rangierviertel"),
    ("05", "Universität", Kind::University, (-1.1, 3.4), 0.8, "Campus|Studentendorf|Sternwarte"),
    ("06", "Ostvorstadt", Kind::Founders, (2.3, 1.35), 0.62, "Schlachthof|Brückenkopf"),
    ("07", "Hafen", Kind::Harbour, (4.6, 2.0), 0.85, "Alter Hafen|Industriehafen|Gaswerk"),
    ("08", "Südvorstadt", Kind::Founders, (-0.2, -2.5), 0.72, "Brückenstraße|Johanniskirche|Sudhaus"),
    ("09", "Am Werder", Kind::Founders, (-2.0, -1.45), 0.66, "Werderwiesen|Mühleninsel"),
    ("10", "Ziegelei", Kind::Workers, (1.85, -0.75), 0.7, "Ringofen|Tonkuhle|Arbeiterkolonie"),
    ("11", "Rosenhang", Kind::Villas, (-2.4, -3.2), 0.9, "Oberer Rosenhang|Waldschlösschen|Unterer Rosenhang"),
    ("12", "Fuchsrain", Kind::Estate, (-3.9, 0.75), 0.85, "Fuchsrain-Nord|Fuchsrain-Mitte|Fuchsrain-Süd"),
    ("13", "Lindenau", Kind::Suburb, (4.3, -0.5), 0.95, "Obere Lindenau|Untere Lindenau|Pappelallee"),
    ("14", "Lerchenfeld", Kind::Estate, (3.6, -2.7), 0.85, "Lerchenfeld I|Lerchenfeld II|Lerchenfeld III|Lerchenfeld IV"),
    ("15", "Nordhöhe", Kind::Estate, (1.9, 4.5), 0.85, "Nordhöhe-West|Ladenzeile|Nordhöhe-Ost|Am Wasserturm"),
    ("16", "Gartenstadt", Kind::Garden, (-0.2, 4.75), 0.8, "Rosengarten|Siedlerweg|Apfelallee"),
    ("17", "Heidkamp", Kind::Suburb, (-3.6, 4.4), 0.95, "Heidkamp-Dorf|Neue Heide|Birkenweg"),
    ("18", "Mühlau", Kind::Village, (-5.1, -0.6), 1.0, "Mühlau-Dorf|Obermühle"),
    ("19", "Oberhagen", Kind::Village, (-4.4, -3.2), 1.0, "Hagen-Dorf|Hagener Feld"),
    ("20", "Wiesenthal", Kind::Village, (-0.4, -4.9), 1.0, "Wiesenthal-Dorf|Neu-Wiesenthal|Schäferei"),
    ("21", "Tannenbusch", Kind::Suburb, (1.5, -3.2), 0.85, "Försterei|Tannenbusch-Mitte|Am Kalkofen"),
    ("25", "Nordstadt", Kind::Workers, (0.55, 2.2), 0.66, "Spinnerei|Nordmarkt|Gleisbogen"),
    ("26", "Am Güterbahnhof", Kind::NewBuilding, (2.2, 2.75), 0.6, "Gleispark|Güterhallen"),
    ("27", "Kirchbach-Dornfeld", Kind::Village, (4.6, 4.0), 1.0, "Kirchbach|Kirchbacher Höhe|Dornfeld|Dornfelder Mühle"),
];

#[rustfmt::skip]
const RIVER: &[(f64, f64)] = &[
    (-9.0, -1.5), (-7.2, -1.2), (-5.6, -1.75), (-4.1, -1.5), (-2.9, -0.7), (-1.75, -0.25),
    (-1.0, -0.7), (-0.75, -1.35), (-0.1, -1.72), (0.65, -1.5), (0.98, -0.8), (0.98, -0.1),
    (1.45, 0.5), (2.5, 0.72), (3.7, 0.6), (4.9, 0.95), (6.3, 1.5), (9.0, 2.0),
];

#[rustfmt::skip]
const RAIL: &[(f64, f64)] = &[
    (-9.0, 4.6), (-6.5, 3.2), (-4.6, 2.35), (-2.6, 1.95), (-0.9, 1.5), (0.3, 1.4), (1.4, 1.75),
    (2.6, 2.35), (4.2, 2.9), (6.2, 4.0), (9.0, 5.4),
];

/// Repeats the first seven points of the main line.
#[rustfmt::skip]
const BRANCH: &[(f64, f64)] = &[
    (-9.0, 4.6), (-6.5, 3.2), (-4.6, 2.35), (-2.6, 1.95), (-0.9, 1.5), (0.3, 1.4), (1.4, 1.75),
    (2.35, 1.75), (2.95, 0.9), (3.0, -0.4), (2.65, -2.0), (2.5, -4.2), (3.1, -9.0),
];

#[rustfmt::skip]
const RING: &[(f64, f64)] = &[
    (-1.35, 0.45), (-0.9, 1.1), (0.3, 1.1), (1.25, 0.9), (1.6, 0.1), (1.7, -1.3), (0.9, -2.1),
    (-0.3, -2.25), (-1.3, -1.6),
];

#[rustfmt::skip]
const NORTH_SOUTH: &[(f64, f64)] = &[
    (-0.9, -9.0), (-1.0, -6.5), (-0.75, -4.0), (-0.55, -2.4), (0.1, -0.9), (0.15, 1.2),
    (-0.15, 2.4), (0.5, 4.2), (0.4, 6.3), (0.0, 9.0),
];

#[rustfmt::skip]
const WEST_EAST: &[(f64, f64)] = &[
    (-9.0, 0.6), (-6.3, 0.0), (-4.0, -0.1), (-2.2, 0.3), (0.1, 0.2), (1.7, -0.2), (3.2, -1.4),
    (5.0, -1.7), (9.0, -2.6),
];

#[rustfmt::skip]
const HEIGHTS: &[(f64, f64)] = &[
    (-9.0, -3.2), (-5.6, -2.75), (-3.2, -2.2), (-1.2, -2.15), (0.9, -2.15), (2.2, -3.6),
    (4.2, -4.6), (8.0, -7.0),
];

#[rustfmt::skip]
const POST_ROAD: &[(f64, f64)] = &[
    (-7.0, 8.0), (-4.4, 5.2), (-2.3, 3.3), (-0.9, 1.9), (0.15, 0.9), (1.9, 2.4), (3.6, 3.9),
    (5.2, 5.2), (8.0, 7.0),
];

/// Musterstadt lies in the bend of the Sahle; the railway came in 1868 and passes it in the north.
pub(crate) fn musterstadt() -> Plan {
    let mut plan = Plan {
        name: "Musterstadt".to_owned(),
        slug: "musterstadt".to_owned(),
        ags: "99101000".to_owned(),
        centre: (9.3, 50.2),
        radius: 6.2,
        first: Period::new(2013, 2),
        last: Period::new(2024, 2),
        quarters: quarters(),
        courses: courses(),
        reform: None,
        cleanup: Some(Period::new(2022, 2)),
        foreign_level: 1.0,
        density: 0.42,
    };
    plan.reform = Some(reform(plan.membership()));
    plan
}

fn quarters() -> Vec<QuarterPlan> {
    let new = Wave::since(Phase::New, Period::new(2016, 1));
    let emerging = Wave::since(Phase::Emerging, Period::new(2021, 1));
    QUARTERS
        .iter()
        .map(|&(id, name, kind, seed, reach, zones)| QuarterPlan {
            id: id.to_owned(),
            name: name.to_owned(),
            kind,
            seed,
            reach,
            zones: zones.split('|').map(str::to_owned).collect(),
            wave: match name {
                "Bahnhofsviertel" | "Nordstadt" => Some(Wave::traditional()),
                "Eisenbahnvorstadt" | "Fuchsrain" | "Lerchenfeld" => Some(new),
                "Ziegelei" | "Nordhöhe" => Some(emerging),
                "Südvorstadt" => Some(Wave::former(Period::new(2017, 2))),
                _ => None,
            },
            contrast: name == "Fuchsrain",
        })
        .collect()
}

fn courses() -> Vec<Course> {
    use LineKind::{Rail, River, Street};
    let trunk = BRANCH.iter().zip(RAIL).take_while(|(branch, rail)| branch == rail).count();
    vec![
        course("Sahle", River, RIVER, 2600.0, 0),
        course("Hauptbahn", Rail, RAIL, 1100.0, 0),
        course("Südbahn", Rail, BRANCH, 500.0, trunk - 1),
        Course { closed: true, ..course("Innenstadtring", Street, RING, 120.0, 0) },
        course("Nord-Süd-Straße", Street, NORTH_SOUTH, 160.0, 0),
        course("West-Ost-Straße", Street, WEST_EAST, 160.0, 0),
        course("Höhenstraße", Street, HEIGHTS, 100.0, 0),
        course("Alte Poststraße", Street, POST_ROAD, 60.0, 0),
    ]
}

fn course(
    name: &str,
    kind: LineKind,
    points: &[(f64, f64)],
    barrier: f64,
    shown_from: usize,
) -> Course {
    let points = points.to_vec();
    Course { name: name.to_owned(), kind, points, closed: false, barrier, shown_from }
}

/// Until the end of 2018 the freight yard belonged to the Nordstadt, with one sub-zone across the
/// later border, and Kirchbach and Dornfeld were two quarters.
fn reform(mut before: Membership) -> Reform {
    let last = before.quarters.split_off(before.quarters.len() - 3);
    if let [nordstadt, yard, villages] = &last[..] {
        let mut zones: Vec<_> = nordstadt.zones.iter().take(2).cloned().collect();
        let [arch, park, halls] = [&nordstadt.zones[2].1, &yard.zones[0].1, &yard.zones[1].1];
        zones.push(("Gleisdreieck".to_owned(), [arch.as_slice(), park.as_slice()].concat()));
        zones.push(("Güterbahnhof".to_owned(), halls.clone()));
        before.quarters.push(group("22", "Nordstadt", nordstadt.kind, zones));
        before.quarters.push(group("23", "Kirchbach", villages.kind, villages.zones[..2].to_vec()));
        before.quarters.push(group("24", "Dornfeld", villages.kind, villages.zones[2..].to_vec()));
    }
    Reform {
        period: Period::new(2019, 1),
        before,
        note_de: "Neugliederung zum 1. Januar 2019: Die Nordstadt wurde geteilt (neu: „Am Güterbahnhof“), Kirchbach und \
                  Dornfeld wurden zusammengelegt. Die Schlüssel der betroffenen Gebiete haben sich geändert.",
        note_en: "New division from 1 January 2019: the Nordstadt was split (new: “Am Güterbahnhof”), Kirchbach and \
                  Dornfeld were merged. The keys of these areas changed.",
    }
}

fn group(id: &str, name: &str, kind: Kind, zones: Vec<(String, Vec<usize>)>) -> QuarterGroup {
    QuarterGroup { id: id.to_owned(), name: name.to_owned(), kind, zones }
}
