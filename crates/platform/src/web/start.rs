//! Start pages of the installation and of a city, and the pages that stand in every footer.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{App, Block, City, Failure, Item, Sheet, Viewer};
use crate::languages::Arg;
use crate::page::Link;
use crate::page::components::Empty;
use crate::settings;
use crate::store::StoreError;
use crate::tenant::{self, TenantKind};

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
    let links: Vec<Link> = cities
        .iter()
        .filter(|it| it.kind == TenantKind::Kommune)
        .map(|it| Link::new(it.name.clone(), format!("/{}", it.slug)))
        .collect();
    let list = if links.is_empty() {
        Block::Empty(Empty { text: t.get("start-leer"), step: None })
    } else {
        Block::Links(links)
    };
    let shell = viewer.page(t.get("start-titel")).lead(t.get("start-leit"));
    Ok(Sheet::new(shell, vec![Block::Heading(t.get("start-staedte")), list]).answer())
}

/// `GET /{kommune}`: what waits for staff; what this is about for everybody else.
pub(crate) async fn city(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    if viewer.actor.roles.is_empty() {
        let shell = viewer
            .page(t.with("stadt-titel", &[("stadt", Arg::from(&city.name))]))
            .lead(t.get("stadt-leit"));
        let links: Vec<Link> =
            viewer.nav.iter().map(|it| Link::new(it.label.clone(), it.href.clone())).collect();
        let blocks = if links.is_empty() {
            vec![Block::Empty(Empty { text: t.get("stadt-noch-leer"), step: None })]
        } else {
            vec![Block::Heading(t.get("stadt-bereiche")), Block::Links(links)]
        };
        return Ok(Sheet::new(shell, blocks).answer());
    }
    let shell = viewer.page(t.get("heute-titel")).lead(t.get("heute-leit"));
    let items = today(&app, &viewer).await?;
    let block = if items.is_empty() {
        Block::Empty(Empty { text: t.get("heute-nichts"), step: None })
    } else {
        Block::Links(items)
    };
    Ok(Sheet::new(shell, vec![block]).answer())
}

/// What all parts ask of this viewer, the nearest deadline first.
async fn today(app: &App, viewer: &Viewer) -> Result<Vec<Link>, StoreError> {
    let mut all = Vec::new();
    for item in app.parts.today() {
        all.extend(item.items(app, viewer).await?);
    }
    all.sort_by_key(|it| (it.due.is_none(), it.due));
    let label = |text: String, due: Option<jiff::civil::Date>| match due {
        Some(day) => {
            let until = viewer.t.with("heute-bis", &[("tag", Arg::from(viewer.t.date(day)))]);
            format!("{text} ({until})")
        }
        None => text,
    };
    Ok(all.into_iter().map(|it| Link::new(label(it.text, it.due), it.href)).collect())
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
        Self { title: title.into(), notes: Vec::new(), forms: Vec::new() }
    }
}
