//! What the atlas says in the report of a quarter: its newest released figures beside those of the city,
//! as this reader may see them.

use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::parts::{BoxFuture, Chapter, Quarter, QuarterChapter, Section};
use ankunft_platform::web::{App, City, Failure, Viewer};

use crate::api::internal_versions;
use crate::doors::read::find_quarter;
use crate::pages::key::{self, KeyRow};
use crate::pages::overview::Setting;
use crate::pages::profile;
use crate::state::Atlas;

/// The chapter.
pub(crate) struct Figures;

impl QuarterChapter for Figures {
    fn is_printed(&self) -> bool {
        false
    }

    fn tell<'a>(
        &'a self,
        app: &'a App,
        here: (&'a City, &'a Viewer),
        (quarter, _): (Quarter<'a>, &'a str),
    ) -> BoxFuture<'a, Result<Option<Chapter>, Failure>> {
        Box::pin(tell(app, here, quarter))
    }
}

async fn tell(
    app: &App,
    (city, viewer): (&City, &Viewer),
    Quarter { geography, area }: Quarter<'_>,
) -> Result<Option<Chapter>, Failure> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(None) };
    let found = find_quarter(app, atlas, city, viewer, (Some(geography), area)).await?;
    let t = &viewer.t;
    let base = city.at("");
    let reader = viewer.actor.audience();
    let setting = Setting { t, reader, base: &base, city: &city.name, classes: None };
    let row = |it: KeyRow| {
        let notes = std::iter::once(it.period).chain(it.notes).collect::<Vec<_>>().join(", ");
        let none = || t.get("papier-kein-vergleich");
        Row {
            head: RowCell::new(it.name).note(notes),
            cells: vec![
                RowCell::link(it.value, it.source),
                RowCell::new(it.city.unwrap_or_else(none)),
                RowCell::new(it.change.unwrap_or_else(none)),
            ],
        }
    };
    let table = Table {
        caption: t.get("papier-kennzahlen"),
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("papier-merkmal")),
            Column::numbers(found.area.name.clone()),
            Column::numbers(city.name.clone()),
            Column::words(t.get("papier-veraenderung")),
        ],
        rows: key::rows(&setting, &found).into_iter().map(row).collect(),
    };
    Ok(Some(Chapter {
        title: t.get("quartiersbericht-zahlen"),
        lead: profile::lead(&setting, &found),
        sections: vec![Section { table, none: t.get("quartiersbericht-zahlen.leer") }],
        internal: internal_versions(&found.sources),
    }))
}
