//! Doors behind the secret address of an application that was sent.

use ankunft_platform::attachments;
use ankunft_platform::changes::Author;
use ankunft_platform::languages::{Arg, Language};
use ankunft_platform::mail::Letter;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{self, LONGEST_LINE, LONGEST_TEXT, Reading, Typed};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sent, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{finish, here};
use crate::funds::model::{Proof, State};
use crate::funds::pages::status as page;
use crate::funds::store::applications::{self, Of as Which};
use crate::funds::store::{PROOF, contacts, drafts};
use crate::funds::view::OneView;
use crate::funds::{actions, answers, form, iban, secret_address, words};

/// The largest receipt.
pub const LARGEST: usize = 10_000_000;

/// The secret in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Secret {
    pub(super) geheim: String,
}

/// Under which hash a secret is kept: who reads the database cannot make the address of it.
pub(super) fn hash(app: &App, token: &str) -> Vec<u8> {
    app.keys.links.tag(&[b"fonds-antrag", token.as_bytes()]).to_vec()
}

/// Behind the secret address everybody is the group: the change log names nobody who happens to be
/// logged in.
pub(super) fn nobody(viewer: &Viewer) -> Author {
    Author { request: viewer.request.clone(), ..Author::default() }
}

async fn open(app: &App, city: &City, token: &str) -> Result<Option<OneView>, Failure> {
    let hash = hash(app, token);
    let mut read = app.store.read().await?;
    Ok(OneView::read(&mut read, city.tenant(), Which::Secret(&hash)).await?)
}

async fn sent(app: &App, city: &City, viewer: &Viewer, token: &str) -> Result<OneView, Failure> {
    open(app, city, token).await?.ok_or_else(|| unknown(viewer))
}

fn unknown(viewer: &Viewer) -> Failure {
    Failure::not_found().advice(viewer.t.get("antrag-adresse-unbekannt"))
}

/// Where a draft is asked for that is none any more: to the application that it became.
pub(super) async fn gone(
    app: &App,
    city: &City,
    viewer: &Viewer,
    token: &str,
) -> Result<Response, Failure> {
    sent(app, city, viewer, token).await?;
    Ok(viewer.done(&secret_address(city, token, ""), None))
}

/// `GET /{kommune}/fonds/antrag/{geheim}`: how far it is; a draft goes on where it is not complete.
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
) -> Result<Response, Failure> {
    if let Some(view) = open(&app, &city, &geheim).await? {
        let form = (&Typed::new(), Problems::default());
        return Ok(page::show(&viewer, &city, (&view, &geheim), form).answer());
    }
    let hash = hash(&app, &geheim);
    let draft = {
        let mut read = app.store.read().await?;
        drafts::by_secret(&mut read, city.tenant(), &hash).await?
    };
    let draft = draft.ok_or_else(|| unknown(&viewer))?;
    let untouched =
        answers::Page::ALL.into_iter().find(|it| answers::is_untouched(*it, &draft.answers));
    let next = untouched.unwrap_or(answers::Page::Check);
    Ok(viewer.done(&secret_address(&city, &geheim, &format!("/{}", next.code())), None))
}

/// `POST /{kommune}/fonds/antrag/{geheim}/konto`
pub async fn account(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = sent(&app, &city, &viewer, &geheim).await?;
    let mut form = Reading::new(&viewer.t, &typed);
    let holder = form.needed("inhaber", LONGEST_LINE, "antrag-inhaber-fehlt");
    let number = iban::checked(form.sent("iban"));
    if number.is_none() {
        form.wrong("iban", "antrag-iban-unklar");
    }
    let problems = match form.result((holder, number.unwrap_or_default())) {
        Err(problems) => problems,
        Ok((holder, iban)) => {
            let t = app.texts_of(&city);
            let mut change = app.store.change(nobody(&viewer)).await?;
            let account = (holder.as_str(), iban.as_str());
            let here = here(&city, &t, &app);
            let done = actions::set_account(&mut change, here, view.it.number, account).await;
            finish(&viewer, (change, done), "iban").await?
        }
    };
    if problems.is_empty() {
        let back = secret_address(&city, &geheim, "");
        return Ok(viewer.done(&back, Some("meldung-konto-gespeichert")));
    }
    let view = sent(&app, &city, &viewer, &geheim).await?;
    Ok(page::show(&viewer, &city, (&view, &geheim), (&typed, problems)).refused())
}

/// `POST /{kommune}/fonds/antrag/{geheim}/zurueckziehen`
pub async fn withdraw(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = sent(&app, &city, &viewer, &geheim).await?;
    if typed::sent(&typed, "sicher") != "ja" {
        let mut problems = Problems::default();
        problems.add_choices("sicher", viewer.t.get("antrag-zurueckziehen-fehlt"));
        let form = (&typed, problems);
        return Ok(page::show(&viewer, &city, (&view, &geheim), form).refused());
    }
    let t = app.texts_of(&city);
    let mut change = app.store.change(nobody(&viewer)).await?;
    let done = actions::withdraw(&mut change, here(&city, &t, &app), view.it.number).await;
    let problems = finish(&viewer, (change, done), "zurueckziehen").await?;
    if problems.is_empty() {
        let back = secret_address(&city, &geheim, "");
        return Ok(viewer.done(&back, Some("meldung-zurueckgezogen")));
    }
    let view = sent(&app, &city, &viewer, &geheim).await?;
    Ok(page::show(&viewer, &city, (&view, &geheim), (&Typed::new(), problems)).refused())
}

/// An application whose proof can be handed in; any other leads to its own page.
async fn provable(
    app: &App,
    city: &City,
    viewer: &Viewer,
    token: &str,
) -> Result<Result<OneView, Response>, Failure> {
    let view = sent(app, city, viewer, token).await?;
    if view.it.state().leads_to(State::Proven) {
        return Ok(Ok(view));
    }
    Ok(Err(viewer.done(&secret_address(city, token, ""), None)))
}

/// `GET /{kommune}/fonds/antrag/{geheim}/belege`
pub async fn show_receipts(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
) -> Result<Response, Failure> {
    Ok(match provable(&app, &city, &viewer, &geheim).await? {
        Err(elsewhere) => elsewhere,
        Ok(view) => page::receipts(&viewer, &city, (&view, &geheim), Problems::default()).answer(),
    })
}

/// For who comes too late with a receipt: there are enough, or the proof was handed in.
async fn no_receipt(
    app: &App,
    city: &City,
    viewer: &Viewer,
    token: &str,
) -> Result<Response, Failure> {
    Ok(match provable(app, city, viewer, token).await? {
        Err(elsewhere) => elsewhere,
        Ok(view) => {
            let mut problems = Problems::default();
            problems.add("datei", viewer.t.get("antrag-belege-zu-viele"));
            page::receipts(viewer, city, (&view, token), problems).refused()
        }
    })
}

/// `POST /{kommune}/fonds/antrag/{geheim}/belege`
pub async fn add_receipt(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
    files: Sent,
) -> Result<Response, Failure> {
    let view = match provable(&app, &city, &viewer, &geheim).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(view) => view,
    };
    let file = files.files.into_iter().find(|it| it.field == "datei");
    let (name, bytes) = file.map(|it| (it.name, it.bytes)).unwrap_or_default();
    let kind = attachments::scan_type(&bytes);
    let wrong = match (bytes.len(), kind) {
        (0, _) => Some("antrag-beleg-fehlt"),
        (it, _) if it > LARGEST => Some("antrag-beleg-zu-gross"),
        (_, None) => Some("antrag-beleg-falsche-art"),
        _ if view.receipts.len() >= page::MOST_RECEIPTS => Some("antrag-belege-zu-viele"),
        _ => None,
    };
    if let Some(text) = wrong {
        let mut problems = Problems::default();
        problems.add("datei", viewer.t.get(text));
        return Ok(page::receipts(&viewer, &city, (&view, &geheim), problems).refused());
    }
    let mut change = app.store.change(nobody(&viewer)).await?;
    // What others hand in meanwhile waits; what they handed in before that is counted here.
    tenant::lock(&mut change, city.tenant()).await?;
    let now = OneView::read(&mut change, city.tenant(), Which::Number(view.it.number)).await?;
    let takes = |it: &OneView| {
        it.it.state().leads_to(State::Proven) && it.receipts.len() < page::MOST_RECEIPTS
    };
    if !now.as_ref().is_some_and(takes) {
        drop(change);
        return no_receipt(&app, &city, &viewer, &geheim).await;
    }
    let thing = view.it.number.to_string();
    let (thing, file) = ((PROOF, thing.as_str()), (name.as_str(), kind.unwrap_or_default()));
    attachments::attach(&mut change, city.tenant(), thing, file, &bytes).await?;
    change.commit().await?;
    let back = secret_address(&city, &geheim, "/belege");
    Ok(viewer.done(&back, Some("meldung-beleg-da")))
}

/// `GET /{kommune}/fonds/antrag/{geheim}/nachweis`: with what was handed in before, or was planned.
pub async fn show_proof(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
) -> Result<Response, Failure> {
    let view = match provable(&app, &city, &viewer, &geheim).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(view) => view,
    };
    let language = viewer.t.language();
    let request = &view.it.request;
    let (costs, own, report) = match &view.proof {
        Some(it) => (&it.spent, it.own, it.report.as_str()),
        None => (&request.costs, request.own, ""),
    };
    let mut typed = vec![
        ("eigenes".to_owned(), form::amount(language, own)),
        ("bericht".to_owned(), report.to_owned()),
    ];
    for (at, it) in costs.iter().enumerate() {
        typed.push((format!("posten-{}", at + 1), it.what.clone()));
        // What was planned is no sum that was spent.
        if view.proof.is_some() {
            typed.push((format!("betrag-{}", at + 1), form::amount(language, it.cents)));
        }
    }
    let form = (&typed, Problems::default());
    Ok(page::proof(&viewer, &city, (&view, &geheim), form).answer())
}

/// `POST /{kommune}/fonds/antrag/{geheim}/nachweis`
pub async fn hand_in(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = match provable(&app, &city, &viewer, &geheim).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(view) => view,
    };
    let mut form = Reading::new(&viewer.t, &typed);
    let spent = answers::costs(&mut form);
    let own = form.cents("eigenes").unwrap_or_default();
    let report = form.needed("bericht", LONGEST_TEXT, "antrag-bericht-fehlt");
    let problems = match form.result(Proof { spent, own, report }) {
        Err(problems) => problems,
        Ok(proof) => {
            let t = app.texts_of(&city);
            let here = here(&city, &t, &app);
            let mut change = app.store.change(nobody(&viewer)).await?;
            let done = actions::hand_in(&mut change, here, view.it.number, &proof).await;
            finish(&viewer, (change, done), "bericht").await?
        }
    };
    if problems.is_empty() {
        let back = secret_address(&city, &geheim, "");
        return Ok(viewer.done(&back, Some("meldung-nachweis-gesendet")));
    }
    Ok(page::proof(&viewer, &city, (&view, &geheim), (&typed, problems)).refused())
}

/// Writes to a group that its application is here, and under which address.
pub(super) fn confirm(app: &App, city: &City, (language, to): (&str, &str), address: String) {
    let t = app.languages.texts(Language::from_code(language).unwrap_or(app.language()));
    let args = [("stadt", Arg::from(city.name.as_str())), ("adresse", Arg::from(address))];
    let subject = t.get("brief-antrag.betreff");
    let text = t.with("brief-antrag", &args);
    app.post(Letter { to: to.to_owned(), subject, text, ..Letter::default() });
}

/// Writes to a group that something has happened. The letter holds no secret address: nobody but
/// the group has it.
pub(super) async fn tell(app: &App, city: &City, number: i64) -> Result<(), Failure> {
    let mut read = app.store.read().await?;
    let it = applications::one(&mut read, city.tenant(), Which::Number(number)).await?;
    let contact = contacts::contact(&mut read, city.tenant(), number).await?;
    drop(read);
    let Some((it, contact)) = it.zip(contact) else { return Ok(()) };
    let language = Language::from_code(&it.language).unwrap_or(app.language());
    let t = app.languages.texts(language);
    let state = words::how_far(&t, &it);
    let args = [("nummer", Arg::from(it.number.to_string())), ("stand", Arg::from(state))];
    let subject = t.get("brief-antrag-neues.betreff");
    let text = t.with("brief-antrag-neues", &args);
    app.post(Letter { to: contact.email, subject, text, ..Letter::default() });
    Ok(())
}
