//! A small invented city of squares, and writers that are not ours.

use std::io::{Cursor, Write};

use ankunft_formats::geometry::{self, GeometryOptions};
use ankunft_formats::{AreaFile, Finding, Severity};
use proj4rs::Proj;
use rusqlite::Connection;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

pub type Ring = Vec<[f64; 2]>;

#[derive(Clone)]
pub struct Quarter {
    pub code: String,
    pub name: String,
    /// The exterior ring, then the holes.
    pub rings: Vec<Ring>,
}

/// `n` quarters beside each other, ten in a row, a hundredth of a degree wide.
pub fn city(n: usize) -> Vec<Quarter> {
    (0..n)
        .map(|index| {
            let x = 8.3 + (index % 10) as f64 * 0.01;
            let y = 49.4 + (index / 10) as f64 * 0.01;
            let code = format!("{:02}{:02}", index / 10 + 1, index % 10 + 1);
            Quarter { name: format!("Straße {code}"), code, rings: vec![square(x, y, 0.01)] }
        })
        .collect()
}

/// A square, counter-clockwise.
pub fn square(x: f64, y: f64, width: f64) -> Ring {
    vec![[x, y], [x + width, y], [x + width, y + width], [x, y + width], [x, y]]
}

pub fn collection(quarters: &[Quarter]) -> Value {
    let features: Vec<Value> = quarters
        .iter()
        .map(|it| {
            json!({
                "type": "Feature",
                "properties": {"id": it.code, "name": it.name},
                "geometry": {"type": "Polygon", "coordinates": it.rings},
            })
        })
        .collect();
    json!({"type": "FeatureCollection", "features": features})
}

pub fn with_system(mut collection: Value, epsg: u32) -> Value {
    let name = format!("urn:ogc:def:crs:EPSG::{epsg}");
    collection["crs"] = json!({"type": "name", "properties": {"name": name}});
    collection
}

type Answer = Result<(AreaFile, Vec<Finding>), Vec<Finding>>;

pub fn read(bytes: &[u8]) -> Answer {
    geometry::read(bytes, "city", &GeometryOptions::default())
}

pub fn read_json(collection: &Value) -> Answer {
    read(collection.to_string().as_bytes())
}

/// All findings, whether the file is accepted or not.
pub fn findings(answer: Answer) -> Vec<Finding> {
    match answer {
        Ok((_, findings)) => {
            assert!(findings.iter().all(|it| it.severity != Severity::Error));
            findings
        }
        Err(findings) => {
            assert!(findings.iter().any(|it| it.severity == Severity::Error), "{findings:?}");
            findings
        }
    }
}

/// The city with its coordinates in another system.
pub fn projected(quarters: &[Quarter], epsg: u32) -> Vec<Quarter> {
    let from = Proj::from_proj_string("+proj=longlat +datum=WGS84").expect("a system");
    let to = match epsg {
        25832 => "+proj=utm +zone=32 +ellps=GRS80 +units=m",
        25833 => "+proj=utm +zone=33 +ellps=GRS80 +units=m",
        3035 => "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m",
        3857 => "+proj=merc +a=6378137 +b=6378137 +units=m +nadgrids=@null",
        _ => return quarters.to_vec(),
    };
    let to = Proj::from_proj_string(to).expect("a system");
    let mut quarters = quarters.to_vec();
    for at in quarters.iter_mut().flat_map(|it| &mut it.rings).flatten() {
        let mut point = (at[0].to_radians(), at[1].to_radians());
        proj4rs::transform::transform(&from, &to, &mut point).expect("a place in Germany");
        *at = [point.0, point.1];
    }
    quarters
}

fn wkb(rings: &[Ring], height: bool) -> Vec<u8> {
    let mut bytes = vec![1];
    bytes.extend((if height { 1003_u32 } else { 3 }).to_le_bytes());
    bytes.extend((rings.len() as u32).to_le_bytes());
    for ring in rings {
        bytes.extend((ring.len() as u32).to_le_bytes());
        for at in ring {
            bytes.extend(at[0].to_le_bytes());
            bytes.extend(at[1].to_le_bytes());
            if height {
                bytes.extend(112.5_f64.to_le_bytes());
            }
        }
    }
    bytes
}

pub fn geopackage(quarters: &[Quarter], epsg: u32, height: bool) -> Vec<u8> {
    let database = Connection::open_in_memory().expect("a database");
    database
        .execute_batch(
            "create table gpkg_contents (table_name text, data_type text);
             create table gpkg_spatial_ref_sys
                 (srs_id integer, organization text, organization_coordsys_id integer);
             create table gpkg_geometry_columns
                 (table_name text, column_name text, geometry_type_name text, srs_id integer);
             create table \"die \"\"Orte\"\"\" (fid integer primary key, geom blob, plr_id text, name text);
             insert into gpkg_contents values ('die \"Orte\"', 'features');",
        )
        .expect("the tables");
    database
        .execute("insert into gpkg_spatial_ref_sys values (?1, 'EPSG', ?1)", [epsg])
        .expect("a system");
    database
        .execute(
            "insert into gpkg_geometry_columns values ('die \"Orte\"', 'geom', 'POLYGON', ?1)",
            [epsg],
        )
        .expect("a layer");
    for quarter in quarters {
        let mut blob = b"GP\0\x01".to_vec();
        blob.extend(epsg.to_le_bytes());
        blob.extend(wkb(&quarter.rings, height));
        database
            .execute(
                "insert into \"die \"\"Orte\"\"\" (geom, plr_id, name) values (?1, ?2, ?3)",
                (blob, &quarter.code, &quarter.name),
            )
            .expect("a row");
    }
    database.serialize("main").expect("bytes").to_vec()
}

/// The members of a Shapefile, written by the `shapefile` crate; names in UTF-8.
pub fn shapefile(quarters: &[Quarter], projection: Option<&str>) -> Vec<(String, Vec<u8>)> {
    use shapefile::dbase::{FieldValue, Record, TableWriterBuilder};
    let mut shapes = Cursor::new(Vec::new());
    let mut table = Cursor::new(Vec::new());
    {
        let table = TableWriterBuilder::new()
            .add_character_field("PLR_ID".try_into().expect("a name"), 8)
            .add_character_field("NAME".try_into().expect("a name"), 40)
            .build_with_dest(&mut table);
        let mut writer = shapefile::Writer::new(shapefile::ShapeWriter::new(&mut shapes), table);
        for quarter in quarters {
            let rings = quarter.rings.iter().enumerate().map(|(index, ring)| {
                let points = ring.iter().map(|at| shapefile::Point::new(at[0], at[1])).collect();
                match index {
                    0 => shapefile::PolygonRing::Outer(points),
                    _ => shapefile::PolygonRing::Inner(points),
                }
            });
            let shape = shapefile::Polygon::with_rings(rings.collect());
            let mut record = Record::default();
            let text = |text: &str| FieldValue::Character(Some(text.to_owned()));
            record.insert("PLR_ID".to_owned(), text(&quarter.code));
            record.insert("NAME".to_owned(), text(&quarter.name));
            writer.write_shape_and_record(&shape, &record).expect("a row");
        }
    }
    let mut members = vec![
        ("orte/city.shp".to_owned(), shapes.into_inner()),
        ("orte/city.dbf".to_owned(), table.into_inner()),
        ("orte/city.cpg".to_owned(), b"UTF-8".to_vec()),
    ];
    if let Some(text) = projection {
        members.push(("orte/city.prj".to_owned(), text.as_bytes().to_vec()));
    }
    members
}

pub fn zipped(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a member");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}
