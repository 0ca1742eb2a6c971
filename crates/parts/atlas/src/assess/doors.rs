//! The doors of arrival quarters.

use std::sync::Arc;

use ankunft_disclosure::Nutzung;
use ankunft_platform::changes::Entry;
use ankunft_platform::page::components::{Choice, Select};
use ankunft_platform::page::{Link, html};
use ankunft_platform::register::areas::Geography;
use ankunft_platform::settings;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Form, Format, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use sqlx::AnyConnection;

use super::open::{Arrival, Detail};
use super::pages::{self, ArrivalPage, ListPage, Publishing};
use super::{Known, Ready, read};
use crate::doors::Place;
use crate::doors::files::{Door, hand_out};
use crate::doors::offers::{links_of_arrival, links_of_list};
use crate::doors::read::Asked as OfOverview;
use crate::model::catalogue::WHOLE;
use crate::pages::overview::{Setting, encode};
use crate::pages::words as figures;
use crate::papers::doors::report_links;
use crate::permissions::{ASSESS, PUBLISH};
use crate::state::Atlas;
use crate::store::Shelf;
use crate::view::overview::Asker;

/// What stands for arrival quarters where a measure is chosen.
pub(crate) const MEASURE: &str = "ankunft";
/// The setting that says what is published beside classes.
const PUBLISHED: &str = "arrival.published";
const PROBABILITY: &str = "probability";

/// What the address can say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    ebene: Option<String>,
}

/// What the form of publication sends.
#[derive(Clone, Debug, Deserialize)]
pub struct Decision {
    was: String,
}

/// The geography that was asked for, else the first that is more than the city.
fn chosen<'a>(shelf: &'a Shelf, asked: Option<&str>) -> Option<&'a Geography> {
    let mut all = shelf.geographies_with_figures().filter(|it| it.code != WHOLE);
    match asked.filter(|it| !it.is_empty()) {
        Some(code) => all.find(|it| it.code == code),
        None => all.next(),
    }
}

/// What is known, with the choices around it.
pub(crate) struct Found {
    pub shelf: Arc<Shelf>,
    pub geography: Option<Geography>,
    pub known: Known,
    pub published: bool,
}

/// Looks up what is known of a geography; of the first, if none is named.
pub(crate) async fn find(
    app: &App,
    atlas: &Atlas,
    (city, viewer): (&City, &Viewer),
    geography: Option<&str>,
) -> Result<Found, Failure> {
    Ok(find_in(app, atlas, (city.tenant(), viewer), geography).await?)
}

/// The same for who has no door.
pub(crate) async fn find_in(
    app: &App,
    atlas: &Atlas,
    (tenant, viewer): (Tenant, &Viewer),
    geography: Option<&str>,
) -> Result<Found, StoreError> {
    let mut connection: Read = app.store.read().await?;
    let audience = viewer.actor.audience();
    let asker = Asker { tenant, audience, key: &app.keys.release, memory: &atlas.memory };
    let shelf = asker.memory.shelf(&mut connection, tenant, audience).await?;
    let geography = chosen(&shelf, geography).cloned();
    let known = match &geography {
        Some(it) => read(&mut connection, asker, &it.code).await?,
        None => Known::Nothing,
    };
    let published = is_published(&mut connection, tenant).await?;
    Ok(Found { shelf, geography, known, published })
}

/// Whether more than classes is published.
pub(super) async fn is_published(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<bool, StoreError> {
    Ok(settings::get(connection, tenant, PUBLISHED).await?.as_deref() == Some(PROBABILITY))
}

impl Found {
    /// How much everybody is given.
    pub(crate) fn detail(&self) -> Detail {
        if self.published { Detail::Published } else { Detail::Classes }
    }

    pub(crate) fn ready(&self) -> Option<&Ready> {
        match &self.known {
            Known::Ready(it) => Some(it),
            Known::Nothing | Known::Waiting => None,
        }
    }

    pub(crate) fn geographies(&self, viewer: &Viewer) -> Option<Select> {
        let now = self.geography.as_ref().map_or("", |it| &it.code);
        let all = self.shelf.geographies_with_figures().filter(|it| it.code != WHOLE);
        let select = figures::levels(&viewer.t, all, now);
        (select.choices.len() > 1).then_some(select)
    }

    /// The arrival quarters before the measures, as one chooses on the overview.
    fn measures(&self, viewer: &Viewer) -> Select {
        let t = &viewer.t;
        let measures = self.geography.as_ref().and_then(|it| self.shelf.holdings.get(&it.id));
        let measures = measures.map_or(&[][..], |it| &it.measures);
        let first = choice(viewer, true);
        let others = measures
            .iter()
            .map(|it| Choice::new(&it.code, figures::measure(t, &self.shelf, it), MEASURE));
        Select::new(
            "merkmal",
            t.get("atlas-merkmal"),
            std::iter::once(first).chain(others).collect(),
        )
    }
}

/// The choice of arrival quarters among the measures.
pub(crate) fn choice(viewer: &Viewer, is_chosen: bool) -> Choice {
    let now = if is_chosen { MEASURE } else { "" };
    Choice::new(MEASURE, viewer.t.get("ankunft-merkmal"), now)
}

fn methods(viewer: &Viewer, city: &City) -> Link {
    Link::new(viewer.t.get("ankunft-methode"), city.at("/atlas/methoden/ankunft"))
}

fn setting<'a>(place: &'a Place, viewer: &'a Viewer, city: &'a City) -> Setting<'a> {
    place.setting(viewer, city, None)
}

fn query(found: &Found, more: &str) -> String {
    let code = found.geography.as_ref().map_or("", |it| &it.code);
    format!("?{more}ebene={}", encode(code))
}

/// That a page shows what is not public.
pub(crate) fn mark(viewer: &Viewer, ready: &Ready) -> Option<String> {
    let is_internal = ready.assessment.nutzung() != Nutzung::Public;
    is_internal.then(|| viewer.t.get("atlas-nur-intern"))
}

/// The overview with classes: `GET /{kommune}/atlas`.
pub(crate) fn show_classes(
    viewer: &Viewer,
    city: &City,
    (found, ways): (&Found, Vec<Link>),
) -> Response {
    let place = Place::of(city);
    let setting = setting(&place, viewer, city);
    let ready = found.ready();
    let mut shell = viewer.page(viewer.t.get("atlas-titel"));
    if let Some(ready) = ready {
        shell.lead = pages::lead(&setting, ready);
        shell.mark = mark(viewer, ready);
        let query = query(found, "merkmal=ankunft&");
        let mut data = links_of_arrival(&viewer.t, city, &query);
        data.extend(report_links(viewer, city, &ready.geography.code));
        shell = shell.data(data);
    }
    let list = viewer.may(ASSESS).then(|| {
        Link::new(
            viewer.t.get("ankunft-zur-liste"),
            city.at(&format!("/atlas/ankunft{}", query(found, ""))),
        )
    });
    html(&ArrivalPage {
        shell,
        action: city.at("/atlas"),
        selects: found.geographies(viewer).into_iter().chain([found.measures(viewer)]).collect(),
        shown: ready.and_then(|it| pages::shown(&setting, it, found.published)),
        list,
        ways,
        methods: methods(viewer, city),
    })
}

/// `GET /{kommune}/atlas/ankunft`
pub async fn show_list(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, &atlas, (&city, &viewer), asked.ebene.as_deref()).await?;
    let place = Place::of(&city);
    let setting = setting(&place, &viewer, &city);
    let t = &viewer.t;
    let crumb = Link::new(t.get("nav-atlas"), city.at("/atlas"));
    let mut shell = viewer.page(t.get("ankunft-titel")).crumbs(vec![crumb]);
    shell.mark = Some(t.get("ankunft-nur-koordination"));
    if let Some(ready) = found.ready() {
        shell.lead = pages::lead_of_list(&setting, ready);
        shell = shell.data(links_of_list(t, &city, &query(&found, "")));
    }
    let public = city.at(&format!("/atlas{}", query(&found, "merkmal=ankunft&")));
    Ok(html(&ListPage {
        shell,
        action: city.at("/atlas/ankunft"),
        selects: found.geographies(&viewer).into_iter().collect(),
        shown: found.ready().and_then(|it| pages::listed(&setting, it)),
        public: Link::new(t.get("ankunft-oeffentlich"), public),
        methods: methods(&viewer, &city),
        publishing: viewer.may(PUBLISH).then(|| publishing(&viewer, &city, found.published)),
    }))
}

fn publishing(viewer: &Viewer, city: &City, published: bool) -> Publishing {
    let (state, label, value) = if published {
        ("ankunft-veroeffentlicht", "ankunft-zuruecknehmen", "")
    } else {
        ("ankunft-nicht-veroeffentlicht", "ankunft-veroeffentlichen", PROBABILITY)
    };
    Publishing {
        state: viewer.t.get(state),
        action: city.at("/atlas/ankunft/veroeffentlichung"),
        value,
        label: viewer.t.get(label),
    }
}

/// `GET /{kommune}/atlas/ankunft/csv`, and the other formats beside it.
pub async fn list_files(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    format: Format,
    Query(asked): Query<OfOverview>,
) -> Result<Response, Failure> {
    let found = asked.arrival(&app, &atlas, (&city, &viewer)).await?;
    let list = Arrival::of_list(&found).ok_or_else(Failure::not_found)?;
    let door = Door { app: &app, atlas: &atlas, city: &city, viewer: &viewer };
    hand_out(door, (&list, format), &asked).await
}

/// `POST /{kommune}/atlas/ankunft/veroeffentlichung`
pub async fn publish(
    State(app): State<App>,
    city: City,
    viewer: Viewer,
    Form(decision): Form<Decision>,
) -> Result<Response, Failure> {
    let value = if decision.was == PROBABILITY { PROBABILITY } else { "" };
    let mut change = app.store.change(viewer.author()).await?;
    settings::set(&mut change, city.tenant(), PUBLISHED, value).await?;
    let entry = Entry {
        tenant: Some(city.tenant()),
        action: if value.is_empty() { "arrival.unpublish" } else { "arrival.publish" },
        thing_kind: "arrival",
        thing: PROBABILITY,
        note: "",
        before: None,
        after: Some(value.as_bytes()),
    };
    change.record(entry).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at("/atlas/ankunft"), Some("meldung-gespeichert")))
}
