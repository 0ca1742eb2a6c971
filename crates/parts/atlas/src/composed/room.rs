//! What a request about composed quarters needs to know, and what it asks for.

use std::collections::BTreeSet;
use std::sync::Arc;

use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Choice, Problems, Select};
use ankunft_platform::register::areas::{AreaVersion, Geography};
use ankunft_platform::web::{App, City, Failure, Viewer};
use sqlx::AnyConnection;

use super::actions::Sketch;
use super::model::Composed;
use crate::model::catalogue::WHOLE;
use crate::state::Atlas;
use crate::store::{Ground, Shelf};
use crate::view::overview::Asker;

/// The pairs of an address or a form, some of them several times.
pub(super) type Pairs = Vec<(String, String)>;

/// What a request is about, looked up once.
pub(super) struct Room<'a> {
    pub(super) app: &'a App,
    pub(super) atlas: &'a Atlas,
    pub(super) city: &'a City,
    pub(super) viewer: &'a Viewer,
    pub(super) shelf: Arc<Shelf>,
}

impl<'a> Room<'a> {
    pub(super) async fn enter(
        app: &'a App,
        atlas: &'a Atlas,
        (city, viewer): (&'a City, &'a Viewer),
    ) -> Result<Self, Failure> {
        let mut read = app.store.read().await?;
        let reader = viewer.actor.audience();
        let shelf = atlas.memory.shelf(&mut read, city.tenant(), reader).await?;
        Ok(Self { app, atlas, city, viewer, shelf })
    }

    pub(super) fn asker(&self) -> Asker<'a> {
        Asker {
            tenant: self.city.tenant(),
            audience: self.viewer.actor.audience(),
            key: &self.app.keys.release,
            memory: &self.atlas.memory,
        }
    }

    pub(super) fn geographies(&self) -> impl Iterator<Item = &Geography> {
        self.shelf.geographies_with_figures().filter(|it| it.code != WHOLE)
    }

    /// The kind of area units that was asked for, else the first that is more than the city.
    pub(super) fn geography(&self, asked: Option<&str>) -> Option<&Geography> {
        let asked = asked.filter(|it| !it.is_empty());
        self.geographies().find(|it| asked.is_none_or(|code| code == it.code))
    }

    /// The newest version over which this reader has figures.
    pub(super) fn version(&self, geography: &Geography) -> Option<&AreaVersion> {
        let stored = &self.shelf.holdings.get(&geography.id)?.stored;
        let has = |id: i64| stored.values().any(|it| it.values().any(|at| *at == id));
        self.shelf.versions.iter().rev().find(|it| it.geography == geography.id && has(it.id))
    }

    pub(super) async fn ground(
        &self,
        read: &mut AnyConnection,
        version: i64,
    ) -> Result<Arc<Ground>, Failure> {
        Ok(self.atlas.memory.ground(read, self.city.tenant(), version).await?)
    }

    pub(super) fn levels(&self, current: &str) -> Option<Select> {
        let choices: Vec<Choice> =
            self.geographies().map(|it| Choice::new(&it.code, &it.name, current)).collect();
        (choices.len() > 1).then(|| Select::new("ebene", self.viewer.t.get("atlas-ebene"), choices))
    }

    pub(super) fn quarter(&self, code: &str) -> Result<&Composed, Failure> {
        let found = self.shelf.composed.iter().find(|it| it.code == code);
        found.filter(|it| it.retired_at.is_none()).ok_or_else(Failure::not_found)
    }

    pub(super) fn crumbs(&self) -> Vec<Link> {
        let t = &self.viewer.t;
        vec![
            Link::new(t.get("nav-atlas"), self.city.at("/atlas")),
            Link::new(t.get("zusammen-liste"), self.city.at("/atlas/quartiere")),
        ]
    }
}

pub(super) fn named<'a>(pairs: &'a Pairs, name: &str) -> Option<&'a str> {
    pairs.iter().find(|it| it.0 == name).map(|it| it.1.trim())
}

pub(super) fn chosen(pairs: &Pairs, ground: &Ground) -> BTreeSet<String> {
    let asked: BTreeSet<&str> =
        pairs.iter().filter(|it| it.0 == "gebiet").map(|it| it.1.as_str()).collect();
    let units = ground.areas.iter().filter(|it| asked.contains(it.code.as_str()));
    units.map(|it| it.code.clone()).collect()
}

/// What is put together anew.
pub(super) async fn sketch(
    room: &Room<'_>,
    pairs: &Pairs,
) -> Result<(Sketch, Arc<Ground>), Failure> {
    let geography = room.geography(named(pairs, "ebene")).ok_or_else(Failure::not_found)?;
    let version = room.version(geography).ok_or_else(Failure::not_found)?;
    let ground = room.ground(&mut *room.app.store.read().await?, version.id).await?;
    let (geography, area_version) = (geography.id, version.id);
    let parts = chosen(pairs, &ground);
    let mut sketch = Sketch { geography, area_version, parts, ..Sketch::default() };
    typed(&mut sketch, pairs);
    Ok((sketch, ground))
}

/// What is kept, in the newest area units in which it can be put together.
pub(super) async fn kept(
    room: &Room<'_>,
    quarter: &Composed,
) -> Result<(Sketch, Arc<Ground>), Failure> {
    let geography = room.geographies().find(|it| it.id == quarter.geography);
    let newest = geography.and_then(|it| room.version(it)).map_or(0, |it| it.id);
    let sketch = Sketch::of(quarter, newest);
    let ground = room.ground(&mut *room.app.store.read().await?, sketch.area_version).await?;
    Ok((sketch, ground))
}

pub(super) fn typed(sketch: &mut Sketch, sent: &Pairs) {
    let text = |name: &str| named(sent, name).unwrap_or_default().to_owned();
    sketch.name = text("name");
    sketch.reason = text("grund");
    sketch.is_public = named(sent, "oeffentlich") == Some("ja");
}

pub(super) fn problems(
    room: &Room<'_>,
    (sketch, ground): (&Sketch, &Ground),
    own: Option<i64>,
) -> Problems {
    let mut problems = Problems::default();
    for wrong in sketch.wrong(&room.shelf, ground, own) {
        let (field, text) = wrong.told();
        let text = room.viewer.t.get(text);
        match field {
            "gebiet" => problems.items.push(Link::new(text, "#gebiete")),
            _ => problems.add(field, text),
        }
    }
    problems
}
