//! The form that joins area units, with what it would make of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Problems;
use ankunft_platform::register::areas::{Area, Geography};
use ankunft_platform::web::Failure;
use geo::MultiPolygon;

use super::actions::Sketch;
use super::model::{Composed, Joint};
use super::pages::{self, FormPage};
use super::place::Place;
use super::room::Room;
use super::{borders, store, words};
use crate::doors::Place as At;
use crate::pages::overview::{Setting, encode};
use crate::store::Ground;
use crate::view::profile::{self, Profile};

/// The form as a sketch fills it.
pub(super) async fn form(
    room: &Room<'_>,
    (sketch, ground): (&Sketch, &Arc<Ground>),
    quarter: Option<&Composed>,
    problems: Problems,
) -> Result<FormPage, Failure> {
    let (t, city) = (&room.viewer.t, room.city);
    let at = At::of(city);
    let setting = at.setting(room.viewer, city, None);
    let geography = room.shelf.geographies.iter().find(|it| it.id == sketch.geography);
    let geography = geography.ok_or_else(Failure::not_found)?;
    let preview = match sketch.parts.is_empty() {
        true => None,
        false => {
            let (profile, notes) = look(room, &setting, (sketch, ground)).await?;
            let shown = (profile.as_ref(), notes);
            Some(pages::preview(&setting, (sketch, ground), shown, &problems))
        }
    };
    let (title, action) = match quarter {
        Some(it) => {
            let path = format!("/atlas/quartiere/aendern/{}", encode(&it.code));
            let name = it.versions.last().map_or("", |it| &it.name);
            (t.with("zusammen-aendern-titel", &[("name", Arg::from(name))]), city.at(&path))
        }
        None => (t.get("zusammen-neu"), city.at("/atlas/quartiere/neu")),
    };
    let shell = room.viewer.page(title).lead(t.get("zusammen-leit")).crumbs(room.crumbs());
    Ok(FormPage {
        shell: shell.script("compose.js"),
        retire: quarter.map(|_| format!("{action}/aufgeben")),
        action,
        levels: quarter.is_none().then(|| room.levels(&geography.code)).flatten(),
        level: geography.code.clone(),
        problems,
        groups: pages::groups(
            ground,
            &parents(room, geography, ground).await?,
            &sketch.parts,
            &t.get("zusammen-gebiete"),
        ),
        map: pages::map(&setting, ground, &sketch.parts),
        preview,
    })
}

/// The names of the units above, from the coarser kind that has them.
async fn parents(
    room: &Room<'_>,
    geography: &Geography,
    ground: &Ground,
) -> Result<BTreeMap<String, String>, Failure> {
    let asked: BTreeSet<&str> = ground.areas.iter().filter_map(|it| it.parent.as_deref()).collect();
    let mut names = BTreeMap::new();
    if asked.is_empty() {
        return Ok(names);
    }
    let coarser = room.shelf.geographies.iter().filter(|it| it.rank < geography.rank).rev();
    for of in coarser {
        let newest = room.shelf.versions.iter().rev().find(|it| it.geography == of.id);
        let Some(version) = newest else { continue };
        let above = room.ground(&mut *room.app.store.read().await?, version.id).await?;
        let named = above.areas.iter().filter(|it| asked.contains(it.code.as_str()));
        names.extend(named.map(|it: &Area| (it.code.clone(), it.name.clone())));
        if !names.is_empty() {
            break;
        }
    }
    Ok(names)
}

/// The profile that a sketch would have, and what to mind about it.
async fn look(
    room: &Room<'_>,
    setting: &Setting<'_>,
    (sketch, ground): (&Sketch, &Arc<Ground>),
) -> Result<(Option<Profile>, Vec<String>), Failure> {
    let mut read = room.app.store.read().await?;
    let versions = &room.shelf.versions;
    let over = (sketch.geography, sketch.area_version);
    let everywhere =
        store::everywhere(&mut read, room.city.tenant(), versions, over, &sketch.parts).await?;
    let joint = Joint {
        id: 0,
        number: 0,
        area_version: sketch.area_version,
        name: match sketch.name.as_str() {
            "" => setting.t.get("zusammen-ohne-namen"),
            name => name.to_owned(),
        },
        reason: String::new(),
        is_public: false,
        made_at: 0,
        parts: sketch.parts.clone(),
        everywhere,
    };
    let composed = Composed {
        id: 0,
        geography: sketch.geography,
        code: String::new(),
        retired_at: None,
        versions: Vec::new(),
    };
    let place = Place::of(&composed, &joint);
    let outlines = room.atlas.outlines(&mut read, room.city.tenant(), sketch.area_version).await?;
    let pieces = pieces(&place, (ground, sketch.area_version), &outlines);
    let shelf = Arc::clone(&room.shelf);
    let found = profile::of_place(&mut read, room.asker(), shelf, place).await?;
    let notes = found.as_ref().map_or_else(Vec::new, |it| words::notes(setting, it, pieces));
    Ok((found, notes))
}

pub(super) fn pieces(
    place: &Place,
    (ground, version): (&Ground, i64),
    outlines: &[MultiPolygon<f64>],
) -> Option<usize> {
    let at = place.positions(ground, version)?;
    let of: Vec<&MultiPolygon<f64>> =
        at.iter().map(|at| outlines.get(*at)).collect::<Option<_>>()?;
    borders::pieces(&of)
}
