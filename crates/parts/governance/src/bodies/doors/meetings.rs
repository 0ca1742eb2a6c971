//! Doors through which meetings are called, moved and cancelled.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::civil::{Date, Time};

use super::{OfBody, OfMeeting, closed, open_meeting, refuse};
use crate::bodies::address_of;
use crate::bodies::model::calendar::{MOST, Rhythm, Series, instant, time_of};
use crate::bodies::model::{Meeting, Says, Slot};
use crate::bodies::pages::meeting_form as page;
use crate::bodies::store::{agenda, meetings as store};
use crate::bodies::view::placing::{self, Open};
use crate::bodies::view::{BodyView, MeetingView};

/// `GET /{kommune}/gremien/{gremium}/sitzungen/neu`
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, gremium).await?;
    let about = about(&app, &city, &asked).await?;
    let typed = page::usual(&view);
    let form = (&typed, Problems::default());
    Ok(page::new(&viewer, &city, (view.body(), about.as_ref()), form).answer())
}

async fn own(app: &App, city: &City, viewer: &Viewer, body: i64) -> Result<BodyView, Failure> {
    let view = BodyView::read(app, city, viewer, body).await?;
    if view.may_hold { Ok(view) } else { Err(refuse(viewer)) }
}

/// What the meeting is called for, if somebody came from something that is open.
async fn about(app: &App, city: &City, typed: &Typed) -> Result<Option<Open>, Failure> {
    let name = sent(typed, placing::FIELD);
    let mut read = app.store.read().await?;
    Ok(placing::find(&mut read, city.tenant(), name).await?)
}

/// Day, begin and end, or what is wrong with them.
fn when(it: &mut Reading<'_>) -> Option<(Date, Time, Time)> {
    let day = it.needed_day("tag", "sitzung-tag-fehlt");
    let mut time = |name: &str| {
        let time = time_of(it.sent(name));
        if time.is_none() {
            it.wrong(name, "sitzung-zeit-unklar");
        }
        time
    };
    let (begins, ends) = (time("von"), time("bis"));
    let (begins, ends) = begins.zip(ends)?;
    if ends <= begins {
        it.wrong("bis", "sitzung-ende-vor-beginn");
        return None;
    }
    Some((day?, begins, ends))
}

fn slot(it: &mut Reading<'_>) -> (Slot, Option<(Date, Time, Time)>) {
    let when = when(it);
    let at = |day: Date, time: Time| instant(day.to_datetime(time));
    let (day, begins, ends) = when.unwrap_or((Date::default(), Time::MIN, Time::MIN));
    let slot = Slot {
        title: it.text("titel", LONGEST_LINE),
        starts: at(day, begins),
        ends: at(day, ends),
        place: it.text("ort", LONGEST_LINE),
        is_public: it.sent("oeffentlich") == "ja",
        cancelled: it.sent("faellt-aus") == "ja",
    };
    (slot, when)
}

/// What was called: one meeting, or a series of them.
enum Called {
    One(Slot),
    Series(Series, Slot),
}

fn called(t: &Texts, typed: &Typed) -> Result<Called, Problems> {
    let mut it = Reading::new(t, typed);
    let (slot, when) = slot(&mut it);
    let rhythm = match it.sent("wiederholung") {
        "" | "keine" => return it.result(Called::One(slot)),
        word => Rhythm::from_parts(word, it.sent("alle").parse().unwrap_or(0)),
    };
    if rhythm.is_none() {
        it.wrong("alle", "sitzung-alle-unklar");
    }
    let until = it.needed_day("letzter", "sitzung-letzter-fehlt");
    let Some(((rhythm, until), (first, begins, ends))) = rhythm.zip(until).zip(when) else {
        return it.result(Called::One(slot));
    };
    let series = Series { rhythm, first, begins, ends, until };
    if until < first {
        it.wrong("letzter", "sitzung-letzter-vor-erstem");
    } else if series.days().len() >= MOST {
        it.wrong("letzter", "sitzung-zu-viele");
    }
    it.result(Called::Series(series, slot))
}

/// `POST /{kommune}/gremien/{gremium}/sitzungen/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, gremium).await?;
    let about = about(&app, &city, &typed).await?;
    let called = match called(&viewer.t, &typed) {
        Ok(called) => called,
        Err(problems) => {
            let form = (&typed, problems);
            let of = (view.body(), about.as_ref());
            return Ok(page::new(&viewer, &city, of, form).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let (number, said) = match &called {
        Called::One(slot) => {
            let number = store::add(&mut change, city.tenant(), gremium, slot).await?;
            (number, "meldung-sitzung-angelegt")
        }
        Called::Series(series, slot) => {
            let both = (series, slot);
            let number = store::add_series(&mut change, city.tenant(), gremium, both).await?;
            (number, "meldung-sitzungen-angelegt")
        }
    };
    if let Some(it) = &about {
        let says = Says::titled(it.title.clone(), false);
        let (id, subject) = ((gremium, number), Some(&it.subject));
        agenda::add(&mut change, city.tenant(), id, subject, &says).await?;
    }
    change.commit().await?;
    Ok(viewer.done(&address_of(&city, (gremium, number)), Some(said)))
}

async fn mine(
    app: &App,
    city: &City,
    viewer: &Viewer,
    id: (i64, i64),
) -> Result<MeetingView, Failure> {
    let view = MeetingView::read(app, city, viewer, id).await?;
    if !view.may_hold {
        return Err(refuse(viewer));
    }
    if view.meeting().is_closed() {
        return Err(closed(viewer));
    }
    Ok(view)
}

/// `GET …/sitzungen/{sitzung}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
) -> Result<Response, Failure> {
    let view = mine(&app, &city, &viewer, it.id()).await?;
    let typed = page::typed(&view.meeting().slot);
    Ok(page::change(&viewer, &city, &view, (&typed, Problems::default()), None).answer())
}

/// `POST …/sitzungen/{sitzung}/aendern`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = mine(&app, &city, &viewer, it.id()).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = view.versions.iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let mut reading = Reading::new(&viewer.t, &typed);
    let (slot, _) = slot(&mut reading);
    let (slot, problems) = match reading.result(slot) {
        Ok(slot) => (Some(slot), Problems::default()),
        Err(problems) => (None, problems),
    };
    let is_old = seen != view.meeting().version;
    let Some(slot) = slot.filter(|_| !is_old) else {
        let before = is_old.then_some(before);
        return Ok(page::change(&viewer, &city, &view, (&typed, problems), before).refused());
    };
    if slot == view.meeting().slot {
        return Ok(viewer.done(&address_of(&city, it.id()), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, it.id()).await?;
    match store::change_slot(&mut change, city.tenant(), view.meeting(), &slot).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            return faster(&app, &city, &viewer, (before, &typed)).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address_of(&city, it.id()), Some("meldung-gespeichert")))
}

async fn faster(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (before, typed): (&Meeting, &Typed),
) -> Result<Response, Failure> {
    let view = mine(app, city, viewer, (before.body, before.number)).await?;
    let form = (typed, Problems::default());
    Ok(page::change(viewer, city, &view, form, Some(before)).refused())
}
