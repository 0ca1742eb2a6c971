//! What could not be read in the adopted paper: somebody says what stands there.

use ankunft_platform::attachments;
use ankunft_platform::citations::Citation;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::own;
use super::returned::cite;
use crate::evidence;
use crate::papers::address;
use crate::papers::pages::paper as page;
use crate::papers::store::KIND;
use crate::papers::store::unread::{self, Unread};

/// A place of the newest adopted paper in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    nummer: i64,
    datei: i64,
    stelle: i64,
}

/// `POST …/beschlossen/{datei}/stellen/{stelle}`: what stands there is a reason of the decision, or is
/// no Fundstelle.
pub async fn settle(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<Place>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, it.nummer).await?;
    let is_it = |place: &&Unread| (place.attachment, place.number) == (it.datei, it.stelle);
    let here = address(&city, it.nummer);
    let Some(place) = view.unread.iter().find(is_it) else {
        return Ok(viewer.done(&here, Some("meldung-stelle-erledigt")));
    };
    let is_none = sent(&typed, "absicht") == "keine";
    let field = format!("fundstelle-{}", place.number);
    let refused = |text: &str| {
        let mut problems = Problems::default();
        problems.add(&field, viewer.t.get(text));
        Ok(page::show(&viewer, &city, &view, (&typed, &problems)))
    };
    let citation = match is_none {
        true => None,
        false => match named(&app, &city, &viewer, sent(&typed, &field)).await? {
            Ok(it) => Some(it),
            Err(text) => return refused(text),
        },
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    // Between the look and the lock somebody can have taken the paper back, or brought a newer one.
    let thing = (KIND, view.paper().code.as_str());
    let files = attachments::of(&mut change, city.tenant(), thing).await?;
    let newest = files.iter().rfind(|it| it.withdrawn_at.is_none());
    if newest.is_none_or(|file| file.id != it.datei) {
        drop(change);
        return Ok(viewer.done(&here, Some("meldung-stelle-papier-fort")));
    }
    match unread::settle(
        &mut change,
        city.tenant(),
        it.nummer,
        (place, citation.as_ref().map(|it| it.id)),
    )
    .await
    {
        Ok(()) => {}
        Err(error) if error.is_duplicate() => {
            drop(change);
            return Ok(viewer.done(&here, Some("meldung-stelle-erledigt")));
        }
        Err(error) => return Err(error.into()),
    }
    let cited: Vec<&Citation> = citation.iter().collect();
    if cite(&mut change, &app, &city, (&view, it.datei, &cited)).await? < cited.len() {
        drop(change);
        return refused("beschlossen-stelle-selbst");
    }
    change.commit().await?;
    let said = if is_none { "meldung-stelle-keine" } else { "meldung-stelle-zitiert" };
    Ok(viewer.done(&here, Some(said)))
}

/// What somebody says that stands there, or the text of what is wrong with it.
async fn named(
    app: &App,
    city: &City,
    viewer: &Viewer,
    text: &str,
) -> Result<Result<Citation, &'static str>, Failure> {
    if text.is_empty() {
        return Ok(Err("befund-fehlt"));
    }
    let found = evidence::by_reference(app, city, viewer, text).await?;
    Ok(found.ok_or("befund-fundstelle-fremd"))
}
