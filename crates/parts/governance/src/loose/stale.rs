//! Citations that say something else today: each kind of thing is asked once.

use std::collections::BTreeMap;

use ankunft_disclosure::Nutzung;
use ankunft_platform::citations::{self, Citation, Since, Snapshot};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::secrets::hex;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::facts::{Facts, Writing};
use super::model::{End, Kind, Said, needs_of};
use crate::measures;
use crate::thread;

/// A citation in something that is being written or done.
struct Placed<'a> {
    key: &'a (String, String),
    writing: &'a Writing,
    citation: i64,
    thing: (&'a str, &'a str),
}

/// The stale citations that this reader may know of. What is for fewer readers than them shows
/// neither that it changed nor that it is cited.
///
/// Three questions to each kind of thing, however many citations there are.
pub async fn ends(
    app: &App,
    viewer: &Viewer,
    city: &City,
    facts: &Facts,
) -> Result<Vec<End>, StoreError> {
    let (tenant, audience) = (city.tenant(), viewer.actor.audience());
    let placed = placed(app, facts);
    let ids: Vec<i64> = placed.iter().map(|it| it.citation).collect();
    let cited = citations::by_ids(&mut *app.store.read().await?, tenant, &ids, audience).await?;
    let cited: BTreeMap<i64, Citation> = cited.into_iter().map(|it| (it.id, it)).collect();
    let things: Vec<(&str, &str)> = placed.iter().map(|it| it.thing).collect();
    let living = thread::living(app, tenant, audience, things).await?;
    // A newer value matters to what can still take it up.
    let open: Vec<&Placed<'_>> = placed
        .iter()
        .filter(|it| it.writing.is_draft && !facts.baselines.contains(&it.citation))
        .collect();
    let things: Vec<(&str, &str)> = open.iter().map(|it| it.thing).collect();
    let newer = thread::today(app, tenant, audience, &things).await?;
    let newer = open.iter().map(|it| (it.key, it.citation)).zip(newer);
    let newer: BTreeMap<(&(String, String), i64), CitedThing> =
        newer.filter_map(|(of, it)| Some((of, it?))).collect();
    let end = |it: &Placed<'_>| {
        let citation = cited.get(&it.citation).filter(|it| it.is_for(audience))?;
        let now = living.get(&(it.thing.0.to_owned(), it.thing.1.to_owned()));
        let (kind, said) = became(citation, now, newer.get(&(it.key, it.citation)))?;
        Some(stale(app, it, citation, (kind, said)))
    };
    Ok(placed.iter().filter_map(end).collect())
}

/// The citations that are looked after. What is done by a measure is no reason of it: that another
/// goes on is no news.
fn placed<'a>(app: &App, facts: &'a Facts) -> Vec<Placed<'a>> {
    let is_reason = |it: &citations::Edge| {
        let stage = app.parts.citable(&it.cited_kind).map(|it| it.stage());
        it.citing_kind != measures::store::KIND || stage != Some(Stage::Measure)
    };
    let keys: BTreeMap<_, _> = facts.writing.iter().map(|it| ((&*it.0.0, &*it.0.1), it)).collect();
    let placed = |it: &'a citations::Edge| {
        let (key, writing) = *keys.get(&(it.citing_kind.as_str(), it.citing.as_str()))?;
        let thing = (it.cited_kind.as_str(), it.cited.as_str());
        is_reason(it).then_some(Placed { key, writing, citation: it.citation, thing })
    };
    facts.edges.iter().filter_map(placed).collect()
}

/// What a citation said, and what is said today, with what of that is not public.
fn said(citation: &Citation, then: &Snapshot, now: Option<&CitedThing>) -> Said {
    let says = |value: Option<&String>, text: &String| value.unwrap_or(text).clone();
    let inside = now.filter(|it| it.nutzung != Nutzung::Public);
    Said {
        title: then.title.clone(),
        then: Some(says(then.value.as_ref(), &then.text)),
        now: now.map(|it| says(it.value.as_ref(), &it.text)),
        inside: (citation.nutzung != Nutzung::Public).then_some(citation.id),
        releases: inside.map_or_else(Vec::new, |it| it.releases.clone()),
    }
}

fn became(
    citation: &Citation,
    now: Option<&CitedThing>,
    newer: Option<&CitedThing>,
) -> Option<(Kind, Said)> {
    if citation.withdrawn_at.is_some() {
        let title = now.map_or_else(String::new, |it| it.title.clone());
        let nothing = Said { title, then: None, now: None, inside: None, releases: Vec::new() };
        return Some((Kind::Withdrawn, nothing));
    }
    let then = citation.snapshot.as_ref()?;
    match citation.since(now.map(CitedThing::snapshot).as_ref()) {
        // What only comes from elsewhere now, as from the next edition, still says the same.
        Since::Changed | Since::Gone => {
            let said = said(citation, then, now);
            (said.then != said.now).then_some((Kind::Changed, said))
        }
        Since::Unknown => None,
        Since::Same => {
            let newer = newer.filter(|it| it.value != then.value)?;
            Some((Kind::Newer, said(citation, then, Some(newer))))
        }
    }
}

/// The state is a keyed hash of what is said today: if that changes, a closed end is open again, and
/// it tells nobody a figure.
fn stale(app: &App, it: &Placed<'_>, citation: &Citation, (kind, said): (Kind, Said)) -> End {
    let now = match citation.withdrawn_at {
        Some(at) => at.to_string(),
        None => said.now.clone().unwrap_or_default(),
    };
    let tag = app.keys.citations.tag(&[kind.code().as_bytes(), now.as_bytes()]);
    End {
        kind,
        thing: format!("{}/{}/{}", it.key.0, it.key.1, citation.code),
        owner: Some(it.writing.owner),
        title: it.writing.title.clone(),
        at: it.writing.at.clone(),
        mend: it.writing.at.clone(),
        since: None,
        state: hex(&tag[..8]),
        said: Some(said),
        needs: needs_of(&it.key.0),
    }
}
