use geo::{BoundingRect as _, MultiPolygon, Rect};
use jiff::Timestamp;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};

use super::outline_to_bytes;

/// What a field of a layer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    Text,
    /// A number with decimals.
    Number,
    /// Yes or no.
    Truth,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// Nothing.
    Empty,
}

/// A field of a layer, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name; `fid` and `geom` are taken.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What it is called in words.
    pub title: String,
    /// What it means; empty if there is nothing to say.
    pub note: String,
}

/// A layer with area units, and what is to be known about it.
#[derive(Clone, Debug)]
pub struct Layer<'a> {
    /// The name of its table: small letters, digits and `_`; `about` is taken.
    pub table: &'a str,
    /// What a person calls it.
    pub title: &'a str,
    /// What it says, from whom, on which terms.
    pub description: &'a str,
    /// The reference system of the coordinates: 4326, 25832 or 25833.
    pub epsg: u32,
    /// Its fields beside outline and number.
    pub fields: &'a [Field],
    /// One row an area unit: its outline, easting or longitude first, and its values in the order
    /// of the fields. An empty outline is stored as none.
    pub rows: &'a [(MultiPolygon, Vec<FieldValue>)],
    /// What is to be known, as pairs; the table `about`.
    pub about: &'a [(String, String)],
}

/// Why a `GeoPackage` cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// A reference system that this writer does not describe.
    #[error("EPSG:{0} is none of 4326, 25832, 25833")]
    System(u32),
    /// Two fields of one name, or a name that is taken.
    #[error("the name {0} is taken")]
    Name(String),
    /// What the database says.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

/// `GPKG`, as the standard wants it in the head of the file.
const APPLICATION: i64 = 0x4750_4b47;
/// 1.3.
const VERSION: i64 = 10_300;

const TABLES: &str = "
create table gpkg_spatial_ref_sys (
  srs_name text not null, srs_id integer not null primary key, organization text not null,
  organization_coordsys_id integer not null, definition text not null, description text);
create table gpkg_contents (
  table_name text not null primary key, data_type text not null, identifier text unique,
  description text default '',
  last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x double, min_y double, max_x double, max_y double, srs_id integer,
  constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id));
create table gpkg_geometry_columns (
  table_name text not null, column_name text not null, geometry_type_name text not null,
  srs_id integer not null, z tinyint not null, m tinyint not null,
  constraint pk_geom_cols primary key (table_name, column_name),
  constraint uk_gc_table_name unique (table_name),
  constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
  constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
create table gpkg_extensions (
  table_name text, column_name text, extension_name text not null, definition text not null,
  scope text not null, constraint ge_tce unique (table_name, column_name, extension_name));
create table gpkg_data_columns (
  table_name text not null, column_name text not null, name text, title text, description text,
  mime_type text, constraint_name text,
  constraint pk_gdc primary key (table_name, column_name), unique (table_name, name));
create table gpkg_data_column_constraints (
  constraint_name text not null, constraint_type text not null, value text, min numeric,
  min_is_inclusive boolean, max numeric, max_is_inclusive boolean, description text,
  unique (constraint_name, constraint_type, value));
insert into gpkg_extensions values
  ('gpkg_data_columns', null, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', null, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write');
";

/// Number, name, definition. The first two stand for what nobody knows; the standard wants them.
const SYSTEMS: [(i64, &str, &str, &str); 5] = [
    (-1, "Undefined cartesian SRS", "NONE", "undefined"),
    (0, "Undefined geographic SRS", "NONE", "undefined"),
    (
        4326,
        "WGS 84",
        "EPSG",
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]",
    ),
    (
        25832,
        "ETRS89 / UTM zone 32N",
        "EPSG",
        "PROJCS[\"ETRS89 / UTM zone 32N\",GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\",SPHEROID[\"GRS 1980\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]],AUTHORITY[\"EPSG\",\"6258\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4258\"]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",9],PARAMETER[\"scale_factor\",0.9996],PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],AUTHORITY[\"EPSG\",\"25832\"]]",
    ),
    (
        25833,
        "ETRS89 / UTM zone 33N",
        "EPSG",
        "PROJCS[\"ETRS89 / UTM zone 33N\",GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\",SPHEROID[\"GRS 1980\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]],AUTHORITY[\"EPSG\",\"6258\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4258\"]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",15],PARAMETER[\"scale_factor\",0.9996],PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],AUTHORITY[\"EPSG\",\"25833\"]]",
    ),
];

/// One layer as a `GeoPackage` (OGC 12-128r17, version 1.3), with the names of its fields in words
/// and a table `about`. The same bytes for the same values.
///
/// # Errors
///
/// - [`PackageError::System`] for a reference system that is none of the three.
/// - [`PackageError::Name`] if two fields have one name, whatever the case of its letters.
/// - [`PackageError::Database`] if `SQLite` refuses it.
pub fn geopackage(layer: &Layer<'_>, changed: Timestamp) -> Result<Vec<u8>, PackageError> {
    if ![4326, 25832, 25833].contains(&layer.epsg) {
        return Err(PackageError::System(layer.epsg));
    }
    let is_taken = |it: &str| {
        it == "about" || ["gpkg_", "sqlite_", "rtree_"].iter().any(|head| it.starts_with(head))
    };
    if is_taken(&layer.table.to_lowercase()) {
        return Err(PackageError::Name(layer.table.to_owned()));
    }
    let mut taken = vec!["fid".to_owned(), "geom".to_owned()];
    for field in layer.fields {
        let name = field.name.to_lowercase();
        if taken.contains(&name) {
            return Err(PackageError::Name(field.name.clone()));
        }
        taken.push(name);
    }
    let mut connection = Connection::open_in_memory()?;
    let transaction = connection.transaction()?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.execute_batch(TABLES)?;
    for (id, name, organization, definition) in SYSTEMS {
        transaction.execute(
            "insert into gpkg_spatial_ref_sys values (?1, ?2, ?3, ?4, ?5, null)",
            params![name, id, organization, id, definition],
        )?;
    }
    let changed = changed.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
    contents(&transaction, layer, &changed)?;
    features(&transaction, layer)?;
    about(&transaction, layer, &changed)?;
    transaction.commit()?;
    // Pages that a statement left free would hold what chance left in them.
    connection.execute_batch("vacuum")?;
    Ok(connection.serialize("main")?.to_vec())
}

fn contents(
    connection: &Connection,
    layer: &Layer<'_>,
    changed: &str,
) -> Result<(), rusqlite::Error> {
    let frames = layer.rows.iter().filter_map(|(it, _)| it.bounding_rect());
    let frame = frames.reduce(|all, it| {
        Rect::new(
            (all.min().x.min(it.min().x), all.min().y.min(it.min().y)),
            (all.max().x.max(it.max().x), all.max().y.max(it.max().y)),
        )
    });
    connection.execute(
        "insert into gpkg_contents values (?1, 'features', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            layer.table,
            layer.title,
            layer.description,
            changed,
            frame.map(|it| it.min().x),
            frame.map(|it| it.min().y),
            frame.map(|it| it.max().x),
            frame.map(|it| it.max().y),
            layer.epsg,
        ],
    )?;
    connection.execute(
        "insert into gpkg_geometry_columns values (?1, 'geom', 'MULTIPOLYGON', ?2, 0, 0)",
        params![layer.table, layer.epsg],
    )?;
    Ok(())
}

fn features(connection: &Connection, layer: &Layer<'_>) -> Result<(), rusqlite::Error> {
    let table = quoted(layer.table);
    let column = |field: &Field| {
        let kind = match field.kind {
            FieldKind::Text => "text",
            FieldKind::Number => "double",
            FieldKind::Truth => "boolean",
        };
        format!(", {} {kind}", quoted(&field.name))
    };
    let columns: String = layer.fields.iter().map(column).collect();
    connection.execute_batch(&format!(
        "create table {table} (fid integer primary key autoincrement not null, \
         geom multipolygon{columns})"
    ))?;
    for field in layer.fields {
        connection.execute(
            "insert into gpkg_data_columns values (?1, ?2, ?2, ?3, ?4, null, null)",
            params![layer.table, field.name, field.title, field.note],
        )?;
    }
    let places: String = (2..=layer.fields.len() + 1).map(|at| format!(", ?{at}")).collect();
    let mut insert =
        connection.prepare(&format!("insert into {table} values (null, ?1{places})"))?;
    for (outline, values) in layer.rows {
        insert.raw_bind_parameter(1, blob(outline, layer.epsg))?;
        for (at, value) in (2..).zip(values) {
            insert.raw_bind_parameter(at, value)?;
        }
        insert.raw_execute()?;
    }
    Ok(())
}

fn about(connection: &Connection, layer: &Layer<'_>, changed: &str) -> Result<(), rusqlite::Error> {
    connection.execute_batch(
        "create table about (id integer primary key autoincrement not null, \
         name text not null, text text not null)",
    )?;
    for (name, text) in layer.about {
        connection.execute("insert into about values (null, ?1, ?2)", params![name, text])?;
    }
    connection.execute(
        "insert into gpkg_contents (table_name, data_type, identifier, last_change) \
         values ('about', 'attributes', 'about', ?1)",
        params![changed],
    )?;
    Ok(())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The head of the standard (magic, version, flags, system, envelope), then well-known binary.
/// None for an outline that nobody knows.
fn blob(outline: &MultiPolygon, epsg: u32) -> Option<Vec<u8>> {
    let frame = outline.bounding_rect()?;
    // Little-endian, with the envelope of two dimensions, not empty.
    let mut bytes = vec![b'G', b'P', 0, 0b0000_0011];
    bytes.extend_from_slice(&epsg.to_le_bytes());
    for number in [frame.min().x, frame.max().x, frame.min().y, frame.max().y] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend(outline_to_bytes(outline));
    Some(bytes)
}

impl ToSql for FieldValue {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Number(number) => ToSqlOutput::from(*number),
            Self::Truth(it) => ToSqlOutput::from(*it),
            Self::Empty => ToSqlOutput::Borrowed(ValueRef::Null),
        })
    }
}
