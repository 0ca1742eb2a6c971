//! "Partner berichtet": an organisation of the register, or a new one, reports an indicator from now on.
//! It becomes a partner of the measure with its address, and the indicator says who reports it: one
//! press, where the next report is asked for.

use ankunft_platform::mail;
use ankunft_platform::page::components::Problems;
use ankunft_platform::register::organisations::{self, Organisation};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Desk, desk};
use crate::around::model::{Content, Partner, Role, Sheet};
use crate::around::store as sheets;
use crate::effects::model::{Known, Reporter};
use crate::effects::store as effects;
use crate::measures::doors::Number;
use crate::reporting::asking;

/// What was chosen.
struct Wanted<'a> {
    indicator: &'a Known,
    /// An organisation of the register, or the name of a new one.
    who: Result<i64, String>,
    contact: String,
    email: String,
}

fn wanted<'a>(
    viewer: &Viewer,
    typed: &Typed,
    (desk, register): (&'a Desk, &[Organisation]),
) -> Result<Wanted<'a>, Problems> {
    let mut form = Reading::new(&viewer.t, typed);
    let chosen = form.sent("indikator");
    let indicator = desk.open.iter().find(|it| it.number.to_string() == chosen);
    if indicator.is_none() {
        form.wrong("indikator", "partner-berichtet-indikator-fehlt");
    }
    let chosen = form.sent("organisation").to_owned();
    let new = form.text("neu", LONGEST_LINE);
    let known = register.iter().find(|it| it.id.to_string() == chosen).map(|it| it.id);
    if known.is_none() && new.is_empty() {
        form.wrong("organisation", "partner-fehlt");
    }
    let contact = form.text("kontakt", LONGEST_LINE);
    let email = form.needed("email", LONGEST_LINE, "partner-berichtet-email-fehlt");
    if !email.is_empty() && !mail::is_address(&email) {
        form.wrong("email", "partner-email-unklar");
    }
    let read = form.result(indicator.map(|it| (it, known.ok_or(new))))?;
    let (indicator, who) = read.ok_or_else(Problems::default)?;
    Ok(Wanted { indicator, who, contact, email })
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/bericht/partner`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let at_desk = desk(&app, &city, &viewer, number).await?;
    let it = match wanted(&viewer, &typed, (&at_desk, &at_desk.register)) {
        Ok(it) => it,
        Err(problems) => {
            let shown = (&typed, problems);
            return Ok(at_desk.page(&viewer, &city, shown, app.today()).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    match write(&mut change, &city, number, &it).await {
        Ok(true) => change.commit().await?,
        Ok(false) => {}
        Err(error) if error.is_duplicate() => {
            // Somebody saved the indicator or the partners meanwhile: what was typed stays.
            drop(change);
            let at_desk = desk(&app, &city, &viewer, number).await?;
            let mut problems = Problems::default();
            problems.add("indikator", viewer.t.get("partner-berichtet-inzwischen"));
            return Ok(at_desk.page(&viewer, &city, (&typed, problems), app.today()).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&asking(&city, number), Some("meldung-partner-berichtet")))
}

/// Partner and indicator in one transaction; false if all of it was so already.
async fn write(
    change: &mut Change,
    city: &City,
    measure: i64,
    it: &Wanted<'_>,
) -> Result<bool, StoreError> {
    let tenant = city.tenant();
    tenant::lock(change, tenant).await?;
    let organisation = match &it.who {
        Ok(id) => *id,
        Err(name) => organisations::named(change, tenant, name).await?,
    };
    let all = sheets::sheets(change, tenant, Some(measure)).await?;
    let now = all.iter().rfind(|it| matches!(it.content, Content::Partners(_)));
    let content = Content::Partners(with(now, organisation, it));
    let is_new = now.map(|it| &it.content) != Some(&content);
    if is_new {
        let version = (measure, now.map_or(0, |it| it.version) + 1);
        sheets::write(change, tenant, version, (now.map(|it| &it.content), &content)).await?;
    }
    let reporter = Some(Reporter::Organisation(organisation));
    let is_other = it.indicator.says.reporter != reporter;
    if is_other {
        let mut says = it.indicator.says.clone();
        says.reporter = reporter;
        effects::change_indicator(change, tenant, it.indicator, &says).await?;
    }
    Ok(is_new || is_other)
}

/// The partners with this one among them, who is reached there.
fn with(now: Option<&Sheet>, organisation: i64, it: &Wanted<'_>) -> Vec<Partner> {
    let mut all = match now.map(|it| &it.content) {
        Some(Content::Partners(all)) => all.clone(),
        _ => Vec::new(),
    };
    let (contact, email) = (it.contact.clone(), it.email.clone());
    match all.iter_mut().find(|it| it.organisation == organisation) {
        Some(known) => {
            known.email = email;
            if !contact.is_empty() {
                known.contact = contact;
            }
        }
        None => all.push(Partner { organisation, role: Role::Contributes, contact, email }),
    }
    all
}
