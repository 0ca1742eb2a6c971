//! Doors through which a Vorlage is drafted and changed.

use ankunft_platform::citations;
use ankunft_platform::page::components::Problems;
use ankunft_platform::parts::FollowUp;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{OfPaper, own};
use crate::around::{self, model::Around};
use crate::evidence;
use crate::known::Known;
use crate::made_from;
use crate::measures::store as measures;
use crate::papers::model::Draft;
use crate::papers::pages::{form as form_page, list as list_page, paper as page};
use crate::papers::store::{self, DRAFT};
use crate::papers::view::{PaperView, Papers};
use crate::papers::{NEW, address};
use crate::permissions::STEER_PAPERS;

/// `GET /{kommune}/beschluesse`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let all = Papers::read(&mut app.store.read().await?, city.tenant()).await?;
    Ok(list_page::show(&viewer, &city, &all).answer())
}

/// `GET /{kommune}/beschluesse/vorlagen/{nummer}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
) -> Result<Response, Failure> {
    let view = PaperView::read(&app, &city, &viewer, nummer).await?;
    Ok(page::show(&viewer, &city, &view, (&Typed::new(), &Problems::default())))
}

/// `GET /{kommune}/beschluesse/neu`; its subject and what the Vorlage is made of can stand in the
/// address. What lies in a Mappe that is named is ticked.
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let known = Known::read(&mut read, city.tenant()).await?;
    let folder = sent(&asked, FollowUp::FIELD).strip_prefix("folder:").unwrap_or_default();
    let named = ("folder", folder);
    let lying = citations::list(&mut read, city.tenant(), named, viewer.actor.audience()).await?;
    drop(read);
    let (sources, problems) = made_from::named(&app, &city, &viewer, (&asked, NEW)).await?;
    let begun = begun(&app, &city, &viewer, &sources).await?;
    let folders = ankunft_platform::citing::in_folders(&app, &viewer, &city).await?;
    let lead = viewer.actor.post.map(|it| ("federfuehrung".to_owned(), it.to_string()));
    // Only what lies in a Mappe of one's own is offered, whichever is named.
    let ticked = lying.into_iter().map(|it| ("befund".to_owned(), it.code));
    let typed: Typed = asked.into_iter().chain(begun).chain(lead).chain(ticked).collect();
    let form = (&typed, problems);
    Ok(form_page::new(&viewer, &city, &known, (&folders, &sources), form).answer())
}

/// What a measure that the Vorlage is made of says already: its name, who leads it, what it costs.
async fn begun(
    app: &App,
    city: &City,
    viewer: &Viewer,
    sources: &[made_from::Source],
) -> Result<Typed, Failure> {
    let number = sources.iter().find_map(|it| it.id_of(measures::KIND)?.parse::<i64>().ok());
    let Some(number) = number else { return Ok(Typed::new()) };
    let mut read = app.store.read().await?;
    let versions = measures::versions(&mut read, city.tenant(), number).await?;
    let sheets = around::store::sheets(&mut read, city.tenant(), Some(number)).await?;
    let budget = Around::of(&sheets).budget;
    let Some(plan) = versions.into_iter().next().map(|it| it.plan) else { return Ok(Typed::new()) };
    let draft = Draft {
        subject: plan.title,
        file_number: String::new(),
        lead: plan.lead,
        proposal: String::new(),
        reasons: String::new(),
        finance: String::new(),
        cost: (budget.cents > 0).then_some(budget.cents),
        council_address: String::new(),
    };
    let may_lead = viewer.may(STEER_PAPERS) || viewer.actor.post == Some(plan.lead);
    let typed = form_page::typed(&viewer.t, &draft);
    let is_said = |it: &(String, String)| !it.1.is_empty() && (may_lead || it.0 != "federfuehrung");
    Ok(typed.into_iter().filter(is_said).collect())
}

fn checked(it: Reading<'_>, known: &Known, viewer: &Viewer) -> Result<Draft, Problems> {
    let mut it = it;
    let subject = it.needed("betreff", LONGEST_LINE, "vorlage-betreff-fehlt");
    let lead = it.sent("federfuehrung").parse().ok();
    let lead = lead.filter(|id| known.desks.iter().any(|it| it.id == *id));
    match lead {
        None => it.wrong("federfuehrung", "vorlage-federfuehrung-fehlt"),
        Some(lead) if !viewer.may(STEER_PAPERS) && viewer.actor.post != Some(lead) => {
            it.wrong("federfuehrung", "vorlage-eigene-stelle");
        }
        Some(_) => {}
    }
    let council_address = it.text("ratsinfo", 1_000);
    let is_address = council_address.is_empty()
        || council_address.starts_with("https://")
        || council_address.starts_with("http://");
    if !is_address {
        it.wrong("ratsinfo", "vorlage-ratsinfo-unklar");
    }
    let draft = Draft {
        subject,
        file_number: it.text("aktenzeichen", LONGEST_LINE),
        lead: lead.unwrap_or_default(),
        proposal: it.needed("beschlussvorschlag", LONGEST_TEXT, "vorlage-vorschlag-fehlt"),
        reasons: it.text("begruendung", LONGEST_TEXT),
        finance: it.text("finanzen", LONGEST_TEXT),
        cost: it.cents("kosten"),
        council_address,
    };
    it.result(draft)
}

/// `POST /{kommune}/beschluesse/neu`: with the reasons that were ticked in Mappen.
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let folders = ankunft_platform::citing::in_folders(&app, &viewer, &city).await?;
    let (sources, gone) = made_from::named(&app, &city, &viewer, (&typed, NEW)).await?;
    let draft = checked(Reading::new(&viewer.t, &typed), &known, &viewer);
    let draft = match draft.and_then(|it| if gone.is_empty() { Ok(it) } else { Err(gone) }) {
        Ok(draft) => draft,
        Err(problems) => {
            let form = (&typed, problems);
            let page = form_page::new(&viewer, &city, &known, (&folders, &sources), form);
            return Ok(page.refused());
        }
    };
    let ticked: Vec<&str> = all_sent(&typed, "befund").collect();
    let lying = folders.iter().flat_map(|it| &it.1);
    let taken = lying.filter(|it| ticked.contains(&it.citation().code.as_str()));
    let mut change = app.store.change(viewer.author()).await?;
    let (number, code) = store::add(&mut change, city.tenant(), &draft).await?;
    for it in taken {
        let id = it.citation().id;
        citations::place(&mut change, city.tenant(), id, (DRAFT, &code)).await?;
    }
    made_from::cite(&mut change, city.tenant(), ((DRAFT, &code), &sources)).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-vorlage-angelegt")))
}

/// The Vorlage, for who may change it while nothing is decided.
async fn open(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<PaperView, Failure> {
    let view = own(app, city, viewer, number).await?;
    if view.all.is_decided(number) { Err(decided(viewer)) } else { Ok(view) }
}

fn decided(viewer: &Viewer) -> Failure {
    Failure::refused("a Vorlage that is decided").advice(viewer.t.get("vorlage-schon-beschlossen"))
}

/// `GET …/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, nummer).await?;
    let typed = form_page::typed(&viewer.t, &view.paper().draft);
    Ok(form_page::change(&viewer, &city, &view, (&typed, Problems::default()), None).answer())
}

/// `POST …/aendern`: the next version, unless somebody else has written one since the form was opened.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, nummer).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = view.versions.iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let checked = checked(Reading::new(&viewer.t, &typed), &view.known, &viewer);
    let (draft, problems) = match checked {
        Ok(draft) => (Some(draft), Problems::default()),
        Err(problems) => (None, problems),
    };
    let is_old = seen != view.paper().version;
    let Some(draft) = draft.filter(|_| !is_old) else {
        let before = is_old.then_some(before);
        let form = (&typed, problems);
        return Ok(form_page::change(&viewer, &city, &view, form, before).refused());
    };
    if draft == view.paper().draft {
        return Ok(viewer.done(&address(&city, nummer), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    if store::is_decided(&mut change, city.tenant(), nummer).await? {
        return Err(decided(&viewer));
    }
    match store::change_draft(&mut change, city.tenant(), view.paper(), &draft).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let now = own(&app, &city, &viewer, nummer).await?;
            let form = (&typed, Problems::default());
            return Ok(form_page::change(&viewer, &city, &now, form, Some(before)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, nummer), Some("meldung-gespeichert")))
}

/// `POST …/befunde`: what lies in the Mappe, or one thing by its Fundstelle.
pub async fn cite(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, nummer).await?;
    let code = view.paper().code.clone();
    let ids = match evidence::asked(&app, &city, &viewer, (&view.reasons, &typed)).await? {
        Ok(ids) => ids,
        Err(problems) => return Ok(page::show(&viewer, &city, &view, (&typed, &problems))),
    };
    evidence::place(&app, &city, &viewer, ((DRAFT, &code), &ids)).await?;
    Ok(viewer.done(&address(&city, nummer), Some("meldung-befund-genommen")))
}

/// One citation of the Vorlage.
#[derive(Clone, Debug, Deserialize)]
pub struct One {
    befund: String,
}

/// `POST …/befunde/weg`
pub async fn take_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(it): Form<One>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, nummer).await?;
    let cited = view.reasons.find(&it.befund).ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    if store::is_decided(&mut change, city.tenant(), nummer).await? {
        return Err(decided(&viewer));
    }
    let place = (DRAFT, view.paper().code.as_str());
    citations::remove(&mut change, city.tenant(), cited.citation().id, place).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, nummer), Some("meldung-befund-weg")))
}
