//! Start pages of the installation and of a city, and the pages that stand in every footer.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{App, Block, City, Failure, Form, Item, Query, Sheet, Viewer, login};
use crate::languages::Arg;
use crate::morning;
use crate::page::Link;
use crate::page::components::Empty;
use crate::settings;
use crate::store::StoreError;
use crate::tenant::{self, TenantKind};
use crate::today;

/// The pages of the footer: their names in addresses and settings.
pub(crate) const LEGAL: [&str; 5] =
    ["impressum", "datenschutz", "barrierefreiheit", "leichte-sprache", "kontakt"];

/// `GET /`: the cities, or the only one.
pub(crate) async fn installation(
    State(app): State<App>,
    viewer: Viewer,
) -> Result<Response, Failure> {
    let cities = tenant::all(&mut *app.store.read().await?).await?;
    if let [only] = &cities[..] {
        return Ok(Redirect::to(&format!("/{}", only.slug)).into_response());
    }
    let t = &viewer.t;
    let doors: Vec<(Link, String)> = cities
        .iter()
        .filter(|it| it.kind == TenantKind::Kommune)
        .map(|it| (Link::new(it.name.clone(), format!("/{}", it.slug)), String::new()))
        .collect();
    let list = if doors.is_empty() {
        Block::Empty(Empty { text: t.get("start-leer"), step: None })
    } else {
        Block::Doors(doors)
    };
    let shell = viewer.page(t.get("start-titel")).lead(t.get("start-leit"));
    Ok(Sheet::new(shell, vec![Block::Heading(t.get("start-staedte")), list]).answer())
}

/// How much is asked for of what has changed, and of what is late.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    neues: String,
    #[serde(default)]
    spaet: String,
}

/// `GET /{kommune}`: what waits for staff; what this is about for everybody else.
pub(crate) async fn city(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    if viewer.actor.roles.is_empty() {
        if city.kind != TenantKind::Kommune {
            return without_public(&app, &city, &viewer).await;
        }
        let shell = viewer
            .page(t.with("stadt-titel", &[("stadt", Arg::from(&city.name))]))
            .lead(t.get("stadt-leit"));
        let mut blocks = front(&app, &city, &viewer).await?;
        blocks.extend(doors(&app, &city, &viewer, "stadt-bereiche"));
        if blocks.is_empty() {
            blocks.push(Block::Empty(Empty { text: t.get("stadt-noch-leer"), step: None }));
        }
        return Ok(Sheet::new(shell, blocks).answer());
    }
    let mut below = doors(&app, &city, &viewer, "heute-bereiche");
    below.extend(front(&app, &city, &viewer).await?);
    let whole = morning::Whole { news: asked.neues == "alle", late: asked.spaet == "alle" };
    morning::show(&app, &viewer, &city, (whole, below)).await
}

/// The first page of a programme or of a research team for who has no role in it: nothing of it
/// is public, so it says what it is, and where this reader goes on.
async fn without_public(app: &App, city: &City, viewer: &Viewer) -> Result<Response, Failure> {
    let t = &viewer.t;
    let step = match viewer.actor.account {
        Some(account) => {
            Link::new(t.get("ohne-oeffentliches-zurueck"), login::home(app, account).await?)
        }
        None => Link::new(t.get("anmelden"), viewer.login()),
    };
    let kind = city.kind.code();
    let shell = viewer.page(city.name.clone()).lead(t.get(&format!("ohne-oeffentliches-{kind}")));
    let text = t.get("ohne-oeffentliches-wer");
    let blocks = vec![Block::Empty(Empty { text, step: Some(step) })];
    Ok(Sheet::new(shell, blocks).answer())
}

/// What parts show on the first page of a city.
async fn front(app: &App, city: &City, viewer: &Viewer) -> Result<Vec<Block>, StoreError> {
    let mut blocks = Vec::new();
    for panel in app.parts.front() {
        blocks.extend(panel.show(app, city, viewer).await?.map(Block::Panel));
    }
    Ok(blocks)
}

/// Where this viewer can go, each with the sentence that says what for.
fn doors(app: &App, city: &City, viewer: &Viewer, heading: &str) -> Vec<Block> {
    let t = &viewer.t;
    let words = |label: &str| {
        let id = format!("{label}-wozu");
        if t.has(&id) { t.get(&id) } else { String::new() }
    };
    let doors: Vec<(Link, String)> = app
        .parts
        .main_nav(city.kind, |action| viewer.may(action))
        .map(|it| (Link::new(t.get(it.text), city.at(it.path)), words(it.text)))
        .collect();
    if doors.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(t.get(heading)), Block::Doors(doors)]
}

/// What a person says is done.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Done {
    was: String,
}

/// `POST /{kommune}/heute/erledigt`
pub(crate) async fn done(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(it): Form<Done>,
) -> Result<Response, Failure> {
    // Only what is asked of oneself can be done.
    let items = morning::asked(&app, &viewer).await?;
    if !items.iter().any(|item| item.done.as_ref() == Some(&it.was)) {
        return Err(Failure::not_found());
    }
    let mut change = app.store.change(viewer.author()).await?;
    if today::mark(&mut change, city.tenant(), &it.was).await? {
        change.commit().await?;
    }
    Ok(viewer.done(&city.at(""), Some("meldung-erledigt")))
}

macro_rules! legal_pages {
    ($($name:ident, $of_city:ident, $page:literal;)*) => {$(
        pub(crate) async fn $name(viewer: Viewer) -> Result<Response, Failure> {
            legal(&viewer, $page, None)
        }
        pub(crate) async fn $of_city(
            State(app): State<App>,
            viewer: Viewer,
            city: City,
        ) -> Result<Response, Failure> {
            let text = settings::get(&mut *app.store.read().await?, city.tenant(), $page).await?;
            legal(&viewer, $page, text)
        }
    )*};
}
legal_pages! {
    imprint, imprint_of_city, "impressum";
    privacy, privacy_of_city, "datenschutz";
    accessibility, accessibility_of_city, "barrierefreiheit";
    easy_language, easy_language_of_city, "leichte-sprache";
    contact, contact_of_city, "kontakt";
}

fn legal(viewer: &Viewer, page: &str, text: Option<String>) -> Result<Response, Failure> {
    let t = &viewer.t;
    let text = text.unwrap_or_else(|| t.get(&format!("{page}-text")));
    let shell = viewer.page(t.get(&format!("fuss-{page}")));
    Ok(Sheet::new(shell, vec![Block::Text(text)]).answer())
}

impl Item {
    /// An entry without notes and buttons.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), href: None, notes: Vec::new(), lang: None, forms: Vec::new() }
    }
}
