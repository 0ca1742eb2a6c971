//! Doors that hand out files of what the pages show. One function makes every format of every
//! [`Subject`], so that none says another thing.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::web::{App, City, Failure, File, Format, PathOf, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use geo::MultiPolygon;
use jiff::Timestamp;

use super::Place;
use super::read::{Asked, Code, ask, find_quarter};
use crate::api;
use crate::assess::open::Arrival;
use crate::means;
use crate::open::provenance::{self, Provenance, made};
use crate::open::{self, Both, Table, book, csvw, package};
use crate::pages::overview::Setting;
use crate::state::Atlas;
use crate::store::{Ground, Shelf};
use crate::view::overview::{Figures, Origin, Overview};
use crate::view::profile::Profile;

/// Something of the atlas that can be had as files.
pub(crate) trait Subject {
    /// What its files are called, without ending.
    fn name(&self) -> &'static str;
    /// The description of its CSV file, as seen from there.
    fn described_at(&self) -> &'static str;
    /// Its CSV file, as seen from there.
    fn csv_at(&self) -> &'static str;
    /// What the city has.
    fn shelf(&self) -> &Shelf;
    /// Where its figures come from.
    fn sources(&self) -> &[Origin];
    /// Its rows; `None` if they are not for the reader.
    fn table(&self, reader: Audience) -> Option<Table>;
    /// What it is about, in words; `None` if that is not for the reader.
    fn about(&self, t: &Texts, city: &str, reader: Audience) -> Option<Provenance>;
    /// The same as JSON.
    fn json(&self, reader: Audience) -> Result<File, Failure>;

    /// The measure of its column `value`.
    fn measure(&self) -> Option<&str> {
        None
    }

    /// The version and the area units of its rows, if they can be drawn.
    fn ground(&self, _: Audience) -> Option<(i64, &Ground)> {
        None
    }

    /// Its rows with outlines.
    fn geojson(&self, _: &Setting<'_>, _: &[MultiPolygon<f64>]) -> Result<Vec<u8>, Failure> {
        Err(Failure::not_found())
    }
}

/// Who asks for a file, and where.
#[derive(Clone, Copy)]
pub(crate) struct Door<'a> {
    pub app: &'a App,
    pub atlas: &'a Atlas,
    pub city: &'a City,
    pub viewer: &'a Viewer,
}

/// Hands a subject out in a format. What is not public is noted before.
///
/// # Errors
///
/// - [`Failure`] with 404 if it is not for this reader, or not to be had so.
pub(crate) async fn hand_out(
    door: Door<'_>,
    (subject, format): (&impl Subject, Format),
    asked: &Asked,
) -> Result<Response, Failure> {
    let Door { app, viewer, city, .. } = door;
    let reader = viewer.actor.audience();
    let named = |content: Vec<u8>| File::new(format, subject.name(), content);
    let file = match format {
        Format::Csv => named(table(subject, reader)?.csv().into_bytes())
            .described_at(beside(subject.described_at(), viewer)),
        Format::Csvw => named(described(door, subject)?),
        Format::Json => subject.json(reader)?,
        Format::GeoJson => {
            let place = Place::of(city);
            let setting = place.setting(viewer, city, asked.klassen.as_deref());
            let (_, outlines) = outlines(door, subject).await?;
            named(subject.geojson(&setting, &outlines)?)
        }
        Format::Xlsx => {
            let (about, made) = about(door, subject)?;
            let table = table(subject, reader)?;
            let book = book::book(&viewer.t, subject.shelf(), &table, (&about, made));
            named(book.map_err(Failure::internal)?)
        }
        Format::GeoPackage => named(geopackage(door, subject, asked).await?),
    };
    let versions = match format {
        // It holds words about columns, and no figures.
        Format::Csvw => Vec::new(),
        _ => api::internal_versions(subject.sources()),
    };
    file.hand_out(app, (viewer, city.tenant()), &versions).await
}

fn table(subject: &impl Subject, reader: Audience) -> Result<Table, Failure> {
    subject.table(reader).ok_or_else(Failure::not_found)
}

fn about(door: Door<'_>, subject: &impl Subject) -> Result<(Provenance, Timestamp), Failure> {
    let Door { city, viewer, .. } = door;
    let about = subject.about(&viewer.t, &city.name, viewer.actor.audience());
    Ok((about.ok_or_else(Failure::not_found)?, made(subject.sources())))
}

fn described(door: Door<'_>, subject: &impl Subject) -> Result<Vec<u8>, Failure> {
    let Door { app, city, viewer, .. } = door;
    let reader = viewer.actor.audience();
    let texts = |language| app.languages.texts(language);
    let both = Both { de: texts(Language::German), en: texts(Language::English) };
    let about = |t| subject.about(t, &city.name, reader).ok_or_else(Failure::not_found);
    let (de, en) = (about(&both.de)?, about(&both.en)?);
    let table = table(subject, reader)?;
    let place = (&*beside(subject.csv_at(), viewer), subject.measure());
    let about = ([&de, &en], subject.sources());
    let document = csvw::describe(&both, subject.shelf(), &table, place, about);
    serde_json::to_vec(&document).map_err(Failure::internal)
}

/// The area units of a subject, and their outlines in the same order.
async fn outlines<'a, S: Subject>(
    door: Door<'_>,
    subject: &'a S,
) -> Result<(&'a Ground, std::sync::Arc<Vec<MultiPolygon<f64>>>), Failure> {
    let Door { app, atlas, city, viewer } = door;
    let ground = subject.ground(viewer.actor.audience());
    let (version, ground) = ground.ok_or_else(Failure::not_found)?;
    let mut read = app.store.read().await?;
    Ok((ground, atlas.outlines(&mut read, city.tenant(), version).await?))
}

async fn geopackage(
    door: Door<'_>,
    subject: &impl Subject,
    asked: &Asked,
) -> Result<Vec<u8>, Failure> {
    let (ground, outlines) = outlines(door, subject).await?;
    let epsg = match asked.bezugssystem.as_deref().filter(|it| !it.is_empty()) {
        None => package::zone(&outlines),
        Some(text) => {
            let known = text.parse().ok().filter(|it| package::SYSTEMS.contains(it));
            known.ok_or_else(|| Failure::bad_request("an unknown reference system"))?
        }
    };
    let (about, made) = about(door, subject)?;
    let table = table(subject, door.viewer.actor.audience())?;
    let drawn = table.drawn(&ground.areas, &outlines);
    let words = (&door.viewer.t, subject.shelf());
    package::package(words, (&table, &drawn), (&about, made), epsg).map_err(Failure::internal)
}

/// A file beside the one that was asked for, with the same question.
fn beside(name: &str, viewer: &Viewer) -> String {
    match viewer.address.split_once('?') {
        Some((_, query)) => format!("{name}?{query}"),
        None => name.to_owned(),
    }
}

/// `GET /{kommune}/atlas.csv`, and the other formats beside it.
pub async fn overview(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let door = Door { app: &app, atlas: &atlas, city: &city, viewer: &viewer };
    if asked.names_arrival() {
        let found = asked.arrival(&app, &atlas, (&city, &viewer)).await?;
        let arrival = Arrival::of_classes(&found).ok_or_else(Failure::not_found)?;
        return hand_out(door, (&arrival, format), &asked).await;
    }
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let figures = view.figures.as_ref().ok_or_else(Failure::not_found)?;
    hand_out(door, (&OfOverview { view: &view, figures }, format), &asked).await
}

/// `GET /{kommune}/atlas/quartiere/{code}/csv`, and the other formats beside it.
pub async fn quarter(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    format: Format,
    PathOf(code): PathOf<Code>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let geography = asked.ebene.as_deref().filter(|it| !it.is_empty());
    let years = means::asked(asked.mittel.as_deref())?;
    let view = find_quarter(&app, &atlas, &city, &viewer, (geography, &code.code)).await?;
    let view = match years {
        Some(years) => view.averaged(years, viewer.actor.audience()),
        None => view,
    };
    let door = Door { app: &app, atlas: &atlas, city: &city, viewer: &viewer };
    hand_out(door, (&view, format), &asked).await
}

/// One measure over all area units.
struct OfOverview<'a> {
    view: &'a Overview,
    figures: &'a Figures,
}

impl Subject for OfOverview<'_> {
    fn name(&self) -> &'static str {
        "atlas"
    }
    fn described_at(&self) -> &'static str {
        "atlas.csv-metadata.json"
    }
    fn csv_at(&self) -> &'static str {
        "atlas.csv"
    }
    fn shelf(&self) -> &Shelf {
        &self.view.shelf
    }
    fn sources(&self) -> &[Origin] {
        &self.figures.sources
    }
    fn measure(&self) -> Option<&str> {
        Some(&self.figures.measure.code)
    }
    fn ground(&self, _: Audience) -> Option<(i64, &Ground)> {
        Some((self.figures.version.id, &self.figures.ground))
    }
    fn table(&self, reader: Audience) -> Option<Table> {
        open::overview(self.figures, reader)
    }
    fn about(&self, t: &Texts, city: &str, _: Audience) -> Option<Provenance> {
        Some(provenance::of_figures(t, city, &self.view.shelf, self.figures))
    }
    fn json(&self, reader: Audience) -> Result<File, Failure> {
        File::json(&api::json(self.figures, reader).ok_or_else(Failure::not_found)?)
    }
    fn geojson(
        &self,
        setting: &Setting<'_>,
        outlines: &[MultiPolygon<f64>],
    ) -> Result<Vec<u8>, Failure> {
        let document = api::geojson(setting, self.figures, outlines);
        serde_json::to_vec(&document.ok_or_else(Failure::not_found)?).map_err(Failure::internal)
    }
}

impl Subject for Profile {
    fn name(&self) -> &'static str {
        "quartier"
    }
    fn described_at(&self) -> &'static str {
        "csv-metadata.json"
    }
    fn csv_at(&self) -> &'static str {
        "csv"
    }
    fn shelf(&self) -> &Shelf {
        &self.shelf
    }
    fn sources(&self) -> &[Origin] {
        &self.sources
    }
    fn table(&self, reader: Audience) -> Option<Table> {
        Some(open::series(self, reader))
    }
    fn about(&self, t: &Texts, city: &str, _: Audience) -> Option<Provenance> {
        Some(provenance::of_profile(t, city, self))
    }
    fn json(&self, reader: Audience) -> Result<File, Failure> {
        File::json(&api::series_json(self, reader))
    }
}
