//! Doors to bodies and their members.

use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{OfBody, refuse};
use crate::bodies::address;
use crate::bodies::model::{Body, BodyKind, Charter, Member, MemberRole, Seat};
use crate::bodies::pages::{self, body as page};
use crate::bodies::store::bodies as store;
use crate::bodies::view::{Bodies, BodyView};
use crate::known::{Known, Place};
use crate::permissions::SIT;

/// `GET /{kommune}/gremien`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let all = Bodies::read(&mut app.store.read().await?, city.tenant()).await?;
    if !viewer.may(SIT) {
        let own = all.seats_of(viewer.actor.post, app.today());
        return Ok(pages::invited::show(&viewer, &city, (&all, &own), app.today()).answer());
    }
    Ok(pages::list::show(&viewer, &city, &all, app.today()).answer())
}

/// `GET /{kommune}/gremien/{gremium}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
) -> Result<Response, Failure> {
    let view = BodyView::read(&app, &city, &viewer, gremium).await?;
    let form = (&Typed::new(), &Problems::default());
    Ok(page::show(&viewer, &city, &view, app.today(), form).answer())
}

/// `GET /{kommune}/gremien/neu`
pub async fn show_new(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(page::new(&viewer, &city, &known, (&Typed::new(), Problems::default())).answer())
}

/// What was typed; places that the newest areas have no more stay where they stood before.
fn checked(it: Reading<'_>, known: &Known, was: Option<&Charter>) -> Result<Charter, Problems> {
    let mut it = it;
    let name = it.needed("name", LONGEST_LINE, "gremium-name-fehlt");
    let kind = BodyKind::from_code(it.sent("art"));
    if kind.is_none() {
        it.wrong("art", "gremium-art-fehlt");
    }
    let mandate = it.text("auftrag", LONGEST_TEXT);
    let closed = it.sent("ruht") == "ja";
    let places = places(&mut it, known, was);
    it.result(Charter { kind: kind.unwrap_or(BodyKind::Other), name, mandate, places, closed })
}

fn places(it: &mut Reading<'_>, known: &Known, was: Option<&Charter>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for at in 0..page::MOST_PLACES {
        let name = page::place_field(at);
        let value = it.sent(&name).to_owned();
        if value.is_empty() {
            continue;
        }
        let before = was.into_iter().flat_map(|it| &it.places);
        let mut all = known.spots.iter().map(|it| &it.place).chain(before);
        match all.find(|it| it.value() == value) {
            Some(it) if !places.contains(it) => places.push(it.clone()),
            Some(_) => it.wrong(&name, "gremium-quartier-doppelt"),
            None => it.wrong(&name, "gremium-quartier-fremd"),
        }
    }
    places
}

/// `POST /{kommune}/gremien/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let charter = match checked(Reading::new(&viewer.t, &typed), &known, None) {
        Ok(it) => it,
        Err(problems) => {
            return Ok(page::new(&viewer, &city, &known, (&typed, problems)).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::add(&mut change, city.tenant(), &charter).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-gremium-angelegt")))
}

/// `GET /{kommune}/gremien/{gremium}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, gremium).await?;
    let typed = page::typed(&view.body().charter);
    Ok(page::change(&viewer, &city, &view, (&typed, Problems::default()), None).answer())
}

async fn own(app: &App, city: &City, viewer: &Viewer, body: i64) -> Result<BodyView, Failure> {
    let view = BodyView::read(app, city, viewer, body).await?;
    if view.may_hold { Ok(view) } else { Err(refuse(viewer)) }
}

/// `POST /{kommune}/gremien/{gremium}/aendern`: the next version, unless somebody else has written
/// one since the form was opened.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, gremium).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = view.versions.iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let was = Some(&view.body().charter);
    let (charter, problems) = match checked(Reading::new(&viewer.t, &typed), &view.known, was) {
        Ok(it) => (Some(it), Problems::default()),
        Err(problems) => (None, problems),
    };
    let is_old = seen != view.body().version;
    let Some(charter) = charter.filter(|_| !is_old) else {
        let before = is_old.then_some(before);
        return Ok(page::change(&viewer, &city, &view, (&typed, problems), before).refused());
    };
    if charter == view.body().charter {
        return Ok(viewer.done(&address(&city, gremium), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    match store::change_charter(&mut change, city.tenant(), view.body(), &charter).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            return other_was_faster(&app, &city, &viewer, (before, &typed)).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, gremium), Some("meldung-gespeichert")))
}

async fn other_was_faster(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (before, typed): (&Body, &Typed),
) -> Result<Response, Failure> {
    let view = own(app, city, viewer, before.number).await?;
    let form = (typed, Problems::default());
    Ok(page::change(viewer, city, &view, form, Some(before)).refused())
}

fn checked_member(it: Reading<'_>, known: &Known) -> Result<Member, Problems> {
    let mut it = it;
    let post = it.sent("stelle").parse().ok();
    let post = post.filter(|id| known.desks.iter().any(|it| it.id == *id));
    let (organisation, person) =
        (it.text("organisation", LONGEST_LINE), it.text("person", LONGEST_LINE));
    let seat = match (post, organisation.is_empty(), person.is_empty()) {
        (Some(post), true, true) => Some(Seat::Post(post)),
        (None, false, true) => Some(Seat::Organisation(organisation)),
        (None, true, false) => Some(Seat::Person(person)),
        _ => None,
    };
    if seat.is_none() {
        it.wrong("stelle", "mitglied-eines-von-dreien");
    }
    let role = MemberRole::from_code(it.sent("rolle"));
    if role.is_none() {
        it.wrong("rolle", "mitglied-rolle-fehlt");
    }
    let from = it.needed_day("ab", "mitglied-ab-fehlt");
    let substitute = it.text("vertretung", LONGEST_LINE);
    it.result(Member {
        number: 0,
        seat: seat.unwrap_or(Seat::Post(0)),
        role: role.unwrap_or(MemberRole::Member),
        substitute,
        from: from.unwrap_or_default(),
        to: None,
    })
}

/// `POST /{kommune}/gremien/{gremium}/mitglieder`
pub async fn seat(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, gremium).await?;
    let mut member = checked_member(Reading::new(&viewer.t, &typed), &view.known);
    if let Ok(it) = &member {
        let sits = |other: &&Member| other.seat == it.seat && other.to.is_none();
        if view.members.iter().any(|other| sits(&other)) {
            let mut problems = Problems::default();
            problems.add("stelle", viewer.t.get("mitglied-schon-da"));
            member = Err(problems);
        }
    }
    let member = match member {
        Ok(member) => member,
        Err(problems) => {
            let form = (&typed, &problems);
            return Ok(page::show(&viewer, &city, &view, app.today(), form).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    store::add_member(&mut change, city.tenant(), gremium, &member).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, gremium), Some("meldung-mitglied")))
}

/// `POST /{kommune}/gremien/{gremium}/mitglieder/ende`
pub async fn unseat(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, gremium).await?;
    let number: i64 = sent(&typed, "mitglied").parse().map_err(Failure::bad_request)?;
    let member = view.members.iter().find(|it| it.number == number);
    let member = member.ok_or_else(Failure::not_found)?;
    // Who has sat in it until today has sat there today; one who never began ends before.
    let last = app.today().max(member.from);
    let mut change = app.store.change(viewer.author()).await?;
    if store::end_member(&mut change, city.tenant(), (gremium, number), last).await? {
        change.commit().await?;
    }
    Ok(viewer.done(&address(&city, gremium), Some("meldung-mitglied-ende")))
}
