//! What is written as a `GeoPackage` is what is read from it, by our reader and by `SQLite`.

use ankunft_formats::geometry::{
    self, Field, FieldKind, FieldValue, Layer, PackageError, Projection, geopackage, projected,
};
use geo::{BoundingRect as _, LineString, MultiPolygon, Polygon};
use jiff::Timestamp;
use proptest::prelude::*;
use rusqlite::Connection;

use crate::city::{self, Quarter, Ring, read};

fn outline(quarter: &Quarter) -> MultiPolygon {
    let mut rings = quarter.rings.iter().map(|it: &Ring| LineString::from(it.clone()));
    let exterior = rings.next().expect("a ring");
    MultiPolygon(vec![Polygon::new(exterior, rings.collect())])
}

fn fields() -> Vec<Field> {
    let field = |name: &str, kind| Field {
        name: name.to_owned(),
        kind,
        title: format!("Titel von {name}"),
        note: "Was es heißt".to_owned(),
    };
    vec![
        field("code", FieldKind::Text),
        field("name", FieldKind::Text),
        field("value", FieldKind::Number),
        field("unreliable", FieldKind::Truth),
    ]
}

fn write(
    rows: &[(MultiPolygon, Vec<FieldValue>)],
    epsg: u32,
    fields: &[Field],
) -> Result<Vec<u8>, PackageError> {
    let about = [("Herausgeber".to_owned(), "Statistikstelle".to_owned())];
    let layer = Layer {
        table: "atlas",
        title: "Quartiere",
        description: "Zum Gebrauch",
        epsg,
        fields,
        rows,
        about: &about,
    };
    geopackage(&layer, Timestamp::UNIX_EPOCH)
}

fn rows(
    quarters: &[Quarter],
    values: &[Option<f64>],
    epsg: u32,
) -> Vec<(MultiPolygon, Vec<FieldValue>)> {
    let row = |(it, value): (&Quarter, &Option<f64>)| {
        let values = vec![
            FieldValue::Text(it.code.clone()),
            FieldValue::Text(it.name.clone()),
            value.map_or(FieldValue::Empty, FieldValue::Number),
            FieldValue::Truth(value.is_none()),
        ];
        (projected(&outline(it), epsg).expect("a known system"), values)
    };
    quarters.iter().zip(values).map(row).collect()
}

fn open(bytes: &[u8]) -> Connection {
    let mut connection = Connection::open_in_memory().expect("a database");
    connection.deserialize_read_exact("main", bytes, bytes.len(), true).expect("a database");
    connection
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_written_is_read(
        values in proptest::collection::vec(proptest::option::of(-1e9..1e9_f64), 1..30),
        holes: bool,
        system in 0..3_usize,
    ) {
        let epsg = [4326, 25832, 25833][system];
        let mut quarters = city::city(values.len());
        if holes {
            for quarter in &mut quarters {
                let [x, y] = quarter.rings[0][0];
                let mut hole = city::square(x + 0.002, y + 0.002, 0.003);
                hole.reverse();
                quarter.rings.push(hole);
            }
        }
        let rows = rows(&quarters, &values, epsg);
        let bytes = write(&rows, epsg, &fields()).expect("a file");
        prop_assert_eq!(&bytes, &write(&rows, epsg, &fields()).expect("a file"), "the same bytes");
        let (file, findings) = read(&bytes).expect("no errors");
        prop_assert!(findings.is_empty(), "{findings:?}");
        prop_assert_eq!(file.epsg, Some(epsg));
        for (area, quarter) in file.areas.iter().zip(&quarters) {
            prop_assert_eq!((&area.code, &area.name), (&quarter.code, &quarter.name));
            let (read, wanted) = (&area.outline.0[0], &outline(quarter).0[0]);
            prop_assert_eq!(read.interiors().len(), wanted.interiors().len());
            let frames = [read.exterior(), wanted.exterior()].map(|it| it.bounding_rect().unwrap());
            prop_assert!((frames[0].min().x - frames[1].min().x).abs() < 1e-8);
            prop_assert!((frames[0].max().y - frames[1].max().y).abs() < 1e-8);
        }
        let connection = open(&bytes);
        let mut statement =
            connection.prepare("select value, unreliable from atlas order by fid").unwrap();
        let read: Vec<(Option<f64>, bool)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let wanted: Vec<_> = values.iter().map(|it| (*it, it.is_none())).collect();
        prop_assert_eq!(read, wanted);
    }
}

/// What the standard asks of every file (OGC 12-128r17, requirements 2, 10 to 13, 19 to 33).
#[test]
fn a_file_keeps_the_standard() {
    let mut rows = rows(&city::city(3), &[Some(1.0), None, Some(0.0)], 25832);
    rows.push((MultiPolygon(Vec::new()), vec![FieldValue::Empty; 4]));
    let bytes = write(&rows, 25832, &fields()).expect("a file");
    assert_eq!(&bytes[68..72], b"GPKG");
    assert_eq!(u32::from_be_bytes(bytes[60..64].try_into().unwrap()), 10_300);
    let connection = open(&bytes);
    let text = |sql: &str| -> String { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(text("pragma integrity_check"), "ok");
    let broken: i64 = connection
        .query_row("select count(*) from pragma_foreign_key_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(broken, 0);
    let systems = text(
        "select group_concat(srs_id) from (select srs_id from gpkg_spatial_ref_sys order by srs_id)",
    );
    assert_eq!(systems, "-1,0,4326,25832,25833");
    assert_eq!(text("select geometry_type_name from gpkg_geometry_columns"), "MULTIPOLYGON");
    assert_eq!(text("select last_change from gpkg_contents limit 1"), "1970-01-01T00:00:00.000Z");
    let frame: [f64; 4] = connection
        .query_row(
            "select min_x, min_y, max_x, max_y from gpkg_contents where table_name = 'atlas'",
            [],
            |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]),
        )
        .unwrap();
    for (outline, _) in &rows[..3] {
        let it = outline.bounding_rect().unwrap();
        assert!(frame[0] <= it.min().x && frame[1] <= it.min().y);
        assert!(it.max().x <= frame[2] && it.max().y <= frame[3]);
    }
    let none: i64 = connection
        .query_row("select count(*) from atlas where geom is null", [], |row| row.get(0))
        .unwrap();
    assert_eq!(none, 1, "what nobody can place has no geometry");
    assert_eq!(text("select title from gpkg_data_columns where name = 'value'"), "Titel von value");
    assert_eq!(text("select text from about where name = 'Herausgeber'"), "Statistikstelle");
}

#[test]
fn names_that_are_taken_and_unknown_systems_are_refused() {
    let rows = rows(&city::city(1), &[None], 4326);
    let mut twice = fields();
    twice[1].name = "CODE".to_owned();
    assert!(matches!(write(&rows, 4326, &twice), Err(PackageError::Name(name)) if name == "CODE"));
    let mut taken = fields();
    taken[2].name = "geom".to_owned();
    assert!(matches!(write(&rows, 4326, &taken), Err(PackageError::Name(_))));
    assert!(matches!(write(&rows, 3857, &fields()), Err(PackageError::System(3857))));
    let mut named = fields();
    named[2].name = "x\"); drop table atlas; --".to_owned();
    let bytes = write(&rows, 4326, &named).expect("a name is only a name");
    assert!(geometry::read(&bytes, "a", &geometry::GeometryOptions::default()).is_ok());
    assert!(Projection::to(31467).is_none());
}
