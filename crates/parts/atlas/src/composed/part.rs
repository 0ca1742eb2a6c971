//! What stands on the page of a composed quarter.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::web::{App, City, Failure, Viewer};
use ankunft_platform::words::instant;

use super::form::pieces;
use super::model::Named;
use super::pages::ComposedPart;
use super::place::Joined;
use super::words;
use crate::doors::Place as At;
use crate::pages::overview::{encode, quarter_link};
use crate::permissions::COMPOSE;
use crate::state::Atlas;
use crate::view::profile::Profile;

/// What stands on the page of a composed quarter; none on that of an area unit.
pub(crate) async fn part(
    app: &App,
    atlas: &Atlas,
    (city, viewer): (&City, &Viewer),
    profile: &Profile,
) -> Result<Option<ComposedPart>, Failure> {
    let Some(joined) = &profile.place.joined else { return Ok(None) };
    let at = At::of(city);
    let setting = at.setting(viewer, city, None);
    let t = &viewer.t;
    let version = profile.version.id;
    let pieces = {
        let outlines =
            atlas.outlines(&mut *app.store.read().await?, city.tenant(), version).await?;
        pieces(&profile.place, (&profile.ground, version), &outlines)
    };
    let units = profile.place.positions(&profile.ground, version).unwrap_or_default();
    let mut parts: Vec<Link> = units
        .iter()
        .map(|at| &profile.ground.areas[*at])
        .map(|it| {
            Link::new(&it.name, quarter_link(setting.base, &profile.geography.code, &it.code))
        })
        .collect();
    parts.sort_by(|a, b| a.label.cmp(&b.label));
    let lead = [
        ("anzahl", Arg::from(parts.len())),
        ("fassung", Arg::from(joined.number)),
        ("wann", Arg::from(instant(t, joined.made_at))),
    ];
    let mut notes = words::notes(&setting, profile, pieces);
    if let Some(at) = joined.retired_at {
        notes.insert(0, t.with("zusammen-aufgegeben", &[("wann", Arg::from(instant(t, at)))]));
    }
    let circle = if joined.is_public { "zusammen-oeffentlich" } else { "zusammen-intern" };
    Ok(Some(ComposedPart {
        lead: t.with("zusammen-teil-leit", &lead),
        reason: joined.reason.clone(),
        circle: viewer.may(COMPOSE).then(|| t.get(circle)),
        parts,
        notes,
        steps: steps((city, viewer), profile, joined),
    }))
}

/// To the newest version, and to the form that changes it.
fn steps((city, viewer): (&City, &Viewer), profile: &Profile, joined: &Joined) -> Vec<Link> {
    let t = &viewer.t;
    let code = Named::read(&joined.pinned).code;
    let mut steps = Vec::new();
    if joined.newest != joined.number {
        let href = quarter_link(&city.at(""), &profile.geography.code, code);
        steps.push(Link::new(t.get("zusammen-neueste"), href));
    }
    if viewer.may(COMPOSE) && joined.retired_at.is_none() {
        let path = city.at(&format!("/atlas/quartiere/aendern/{}", encode(code)));
        steps.push(Link::new(t.get("zusammen-aendern"), path));
    }
    steps
}
