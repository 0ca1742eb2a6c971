use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::raw::{RawFeature, RawFile, Shape, StatedSystem};
use super::{Limits, Refusal, fields, refusal, wkb};

const MAGIC: &[u8] = b"SQLite format 3\0";

pub(super) fn is_sqlite(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// The one table with surfaces in a `GeoPackage`. The database is opened in memory, read-only,
/// and views and virtual tables are not touched.
pub(super) fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<RawFile, Refusal> {
    let broken = |error: &rusqlite::Error| {
        let text: String = error.to_string().chars().take(120).collect();
        Box::new(refusal(file_name, "geopackage-broken").arg("reason", text))
    };
    let connection = open(bytes).map_err(|error| broken(&error))?;
    let layer = layer(&connection, file_name).map_err(|it| it.into_refusal(&broken))?;
    let features =
        features(&connection, &layer, limits.features).map_err(|error| broken(&error))?;
    let system = system(&connection, layer.system).map_err(|error| broken(&error))?;
    Ok(RawFile { name: file_name.to_owned(), system, clockwise: false, features })
}

fn open(bytes: &[u8]) -> rusqlite::Result<Connection> {
    let mut bytes = bytes.to_vec();
    // A file that was written with a write-ahead log says so in its head; in memory there is
    // none, and SQLite would not open it.
    for version in bytes.iter_mut().skip(18).take(2) {
        *version = 1;
    }
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_read_exact("main", bytes.as_slice(), bytes.len(), true)?;
    connection.execute_batch("pragma trusted_schema = off; pragma query_only = on")?;
    Ok(connection)
}

struct Layer {
    table: String,
    geometry: String,
    system: i64,
}

enum NoLayer {
    Broken(rusqlite::Error),
    Refused(Refusal),
}

impl From<rusqlite::Error> for NoLayer {
    fn from(error: rusqlite::Error) -> Self {
        Self::Broken(error)
    }
}

impl NoLayer {
    fn into_refusal(self, broken: &dyn Fn(&rusqlite::Error) -> Refusal) -> Refusal {
        match self {
            Self::Broken(error) => broken(&error),
            Self::Refused(refusal) => refusal,
        }
    }
}

fn layer(connection: &Connection, file_name: &str) -> Result<Layer, NoLayer> {
    let marks = "select count(*) from sqlite_master where type = 'table' \
                 and name in ('gpkg_contents', 'gpkg_geometry_columns')";
    let count: i64 = connection.query_row(marks, [], |row| row.get(0))?;
    if count < 2 {
        return Err(NoLayer::Refused(Box::new(refusal(file_name, "geopackage-no-mark"))));
    }
    let mut statement = connection.prepare(
        "select g.table_name, g.column_name, g.srs_id, upper(g.geometry_type_name) \
         from gpkg_geometry_columns g \
         join sqlite_master m on m.name = g.table_name and m.type = 'table' \
         where upper(m.sql) not like 'CREATE VIRTUAL%' order by g.table_name limit 50",
    )?;
    let found = statement.query_map([], |row| {
        let layer = Layer { table: row.get(0)?, geometry: row.get(1)?, system: row.get(2)? };
        Ok((layer, row.get::<_, String>(3)?))
    })?;
    let all = found.collect::<rusqlite::Result<Vec<_>>>()?;
    let names: Vec<String> = all.iter().map(|(layer, _)| layer.table.clone()).collect();
    let surface = |kind: &str| !kind.contains("POINT") && !kind.contains("LINE");
    let mut surfaces: Vec<Layer> =
        all.into_iter().filter(|(_, kind)| surface(kind)).map(|(layer, _)| layer).collect();
    match (surfaces.pop(), surfaces.is_empty()) {
        (Some(layer), true) => Ok(layer),
        (one, _) => {
            let none = one.is_none();
            let code = if none { "geopackage-no-layer" } else { "geopackage-several-layers" };
            let finding = refusal(file_name, code).arg("layers", names.join(", "));
            Err(NoLayer::Refused(Box::new(finding)))
        }
    }
}

fn system(connection: &Connection, id: i64) -> rusqlite::Result<StatedSystem> {
    // By the standard, 0 and -1 mean that nobody knows.
    if id <= 0 {
        return Ok(StatedSystem::Unsaid);
    }
    let mut statement = connection.prepare(
        "select organization, organization_coordsys_id from gpkg_spatial_ref_sys where srs_id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    let Some(row) = rows.next()? else { return Ok(StatedSystem::Other(id.to_string())) };
    let organization: String = row.get(0)?;
    let number: i64 = row.get(1)?;
    Ok(match u32::try_from(number) {
        Ok(number) if organization.eq_ignore_ascii_case("epsg") => StatedSystem::Epsg(number),
        _ => StatedSystem::Other(format!("{organization} {number}").chars().take(80).collect()),
    })
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn features(
    connection: &Connection,
    layer: &Layer,
    limit: usize,
) -> rusqlite::Result<Vec<RawFeature>> {
    // One more than allowed, so that too many are seen as too many.
    let sql = format!("select * from {} limit {}", quoted(&layer.table), limit + 1);
    let mut statement = connection.prepare(&sql)?;
    let names: Vec<String> = statement.column_names().iter().map(|it| (*it).to_owned()).collect();
    let found = statement.query_map([], |row| feature(row, &names, &layer.geometry))?;
    found.collect()
}

fn feature(row: &Row, names: &[String], geometry: &str) -> rusqlite::Result<RawFeature> {
    let mut fields = Vec::new();
    let (mut shape, mut height) = (Shape::Empty, false);
    for (index, name) in names.iter().enumerate() {
        let value = row.get_ref(index)?;
        if name.eq_ignore_ascii_case(geometry) {
            (shape, height) = match value {
                ValueRef::Null => (Shape::Empty, false),
                ValueRef::Blob(bytes) => geometry_of(bytes).unwrap_or((Shape::Broken, false)),
                _ => (Shape::Broken, false),
            };
            continue;
        }
        let text = match value {
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Real(number) => fields::number_text(number),
            ValueRef::Text(text) => String::from_utf8_lossy(text).trim().to_owned(),
            ValueRef::Null | ValueRef::Blob(_) => String::new(),
        };
        fields.push((name.clone(), text));
    }
    Ok(RawFeature { id: None, fields, shape, height })
}

/// The geometry behind the head that a `GeoPackage` puts before well-known binary.
fn geometry_of(bytes: &[u8]) -> Option<(Shape, bool)> {
    let (head, rest) = bytes.split_first_chunk::<8>()?;
    let [b'G', b'P', _, flags, ..] = *head else { return None };
    let envelope = match flags >> 1 & 7 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return None,
    };
    if flags & 0x10 != 0 {
        return Some((Shape::Empty, false));
    }
    wkb::shape(rest.get(envelope..)?)
}
