//! The one way out for files: noted where figures are not public, then handed out.

use std::borrow::Cow;

use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::{App, Failure, Viewer};
use crate::downloads;
use crate::tenant::Tenant;

/// In what a thing is handed out to programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Rows with commas between their fields.
    Csv,
    /// What describes such a file (CSV on the Web).
    Csvw,
    /// JSON.
    Json,
    /// Outlines as JSON (RFC 7946).
    GeoJson,
    /// A workbook.
    Xlsx,
    /// Outlines as a database (OGC).
    GeoPackage,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Csv, Self::Csvw, Self::Json, Self::GeoJson, Self::Xlsx, Self::GeoPackage];

    /// How its address and its file end; the change log names it so too.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Csvw => "csv-metadata.json",
            Self::Json => "json",
            Self::GeoJson => "geojson",
            Self::Xlsx => "xlsx",
            Self::GeoPackage => "gpkg",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Csvw => "application/csvm+json",
            Self::Json => "application/json",
            Self::GeoJson => "application/geo+json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::GeoPackage => "application/geopackage+sqlite3",
        }
    }

    /// Whether a browser shows it where it stands; it keeps the others as files.
    const fn is_shown(self) -> bool {
        matches!(self, Self::Csvw | Self::Json | Self::GeoJson)
    }
}

/// The format that the address of a route ends with: one handler gives all formats of a thing.
impl FromRequestParts<App> for Format {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        let path = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let last = path.rsplit('/').next().unwrap_or_default();
        let ends = |it: &Self| {
            let rest = last.strip_suffix(it.ending());
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        Self::ALL.into_iter().find(ends).ok_or_else(Failure::not_found)
    }
}

/// Something that is handed out.
#[derive(Debug)]
pub struct File {
    media_type: &'static str,
    noted_as: &'static str,
    name: Option<String>,
    content: Vec<u8>,
    described_at: Option<String>,
}

impl File {
    /// A file of this name, to which the ending of its format is added.
    #[must_use]
    pub fn new(format: Format, name: &str, content: impl Into<Vec<u8>>) -> Self {
        let name = format!("{name}.{}", format.ending());
        Self {
            name: (!format.is_shown()).then_some(name),
            ..Self::shown(format.media_type(), format.ending(), content)
        }
    }

    /// Something that a browser shows where it stands; the change log calls it `noted_as`.
    #[must_use]
    pub fn shown(
        media_type: &'static str,
        noted_as: &'static str,
        content: impl Into<Vec<u8>>,
    ) -> Self {
        Self { media_type, noted_as, name: None, content: content.into(), described_at: None }
    }

    /// Something that a browser keeps as a file of this name, ending included.
    #[must_use]
    pub fn attached(
        media_type: &'static str,
        noted_as: &'static str,
        name: String,
        content: impl Into<Vec<u8>>,
    ) -> Self {
        Self { name: Some(name), ..Self::shown(media_type, noted_as, content) }
    }

    /// A value as JSON.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if it has no JSON, as a map whose keys are no texts.
    pub fn json(document: &impl Serialize) -> Result<Self, Failure> {
        Ok(Self::new(Format::Json, "", serde_json::to_vec(document).map_err(Failure::internal)?))
    }

    /// The same, which the change log calls otherwise.
    #[must_use]
    pub fn noted_as(self, noted_as: &'static str) -> Self {
        Self { noted_as, ..self }
    }

    /// The same with the address of what describes it (RFC 8288, CSVW 5.2).
    #[must_use]
    pub fn described_at(self, address: String) -> Self {
        Self { described_at: Some(address), ..self }
    }

    /// Notes that figures of these dataset versions, which are not public, left the house; then
    /// hands it out. Without any such version nothing is noted.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses the note; then nothing is handed out.
    pub async fn hand_out(
        self,
        app: &App,
        (viewer, tenant): (&Viewer, Tenant),
        versions: &[i64],
    ) -> Result<Response, Failure> {
        note(app, (viewer, tenant), versions, self.noted_as).await?;
        Ok(self.answer())
    }

    /// Hands out what holds nothing that must be noted.
    #[must_use]
    pub fn answer(self) -> Response {
        let mut response =
            ([(header::CONTENT_TYPE, self.media_type)], self.content).into_response();
        let disposition = self.name.map(|it| format!("attachment; filename=\"{it}\""));
        let link = self.described_at.map(|it| {
            format!("<{it}>; rel=\"describedby\"; type=\"{}\"", Format::Csvw.media_type())
        });
        let lines = [(header::CONTENT_DISPOSITION, disposition), (header::LINK, link)];
        for (name, line) in lines {
            if let Some(Ok(line)) = line.map(HeaderValue::try_from) {
                response.headers_mut().insert(name, line);
            }
        }
        response
    }
}

/// Notes that figures of these dataset versions, which are not public, left the house in a format.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn note(
    app: &App,
    (viewer, tenant): (&Viewer, Tenant),
    versions: &[i64],
    format: &str,
) -> Result<(), Failure> {
    if versions.is_empty() {
        return Ok(());
    }
    let mut change = app.store.change(viewer.author()).await?;
    downloads::record(&mut change, tenant, versions, format).await?;
    Ok(change.commit().await?)
}

/// Records as CSV (RFC 4180): comma, UTF-8, the header first. No field of it is taken for
/// something to compute.
#[must_use]
pub fn csv<F: AsRef<str>>(
    records: impl IntoIterator<Item = impl IntoIterator<Item = F>>,
) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in records {
        // Writing into memory has no way to fail but for lack of it.
        let fields: Vec<F> = record.into_iter().collect();
        let _ = writer.write_record(fields.iter().map(|it| guarded(it.as_ref()).into_owned()));
    }
    writer.into_inner().ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default()
}

/// A field that no spreadsheet takes for something to compute: an apostrophe stands before what
/// begins like a formula, and before such apostrophes, so that an import can take one away.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    let bare = text.trim_start_matches('\'');
    let begins = bare.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok() && text.bytes().any(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{csv, guarded};

    #[test]
    fn a_field_stays_one_field_and_no_formula() {
        let text = csv([["Innenstadt-West/Pfaff", "Nord, \"alt\""], ["=1+1", "-2.5"]]);
        assert_eq!(text, "Innenstadt-West/Pfaff,\"Nord, \"\"alt\"\"\"\n'=1+1,-2.5\n");
    }

    #[test]
    fn what_begins_like_a_formula_is_guarded_and_numbers_are_not() {
        for text in ["=1", "+A1", "-A1", "@sum", "\t=1", "\r=1", "-", "+", "-inf", "'=1", "''@x"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "Nord", "-2", "+49", "-1.5e-7", "'s Gravenhage", "a=b"] {
            assert_eq!(guarded(text), text);
        }
    }
}
