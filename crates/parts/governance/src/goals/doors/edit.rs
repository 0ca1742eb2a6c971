//! Doors through which a goal of the draft is written, changed and taken out.

use ankunft_platform::page::components::Problems;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use sqlx::AnyConnection;

use super::Number;
use super::discard::{self, opened_in};
use crate::goals::form::{self, checked};
use crate::goals::model::{Edition, Goal, Kind, Tree};
use crate::goals::pages::form as page;
use crate::goals::view::{draft, in_force};
use crate::goals::words::Part;
use crate::goals::{address, at, store};
use crate::known::Known;

/// The draft with its goals, and what they can name. While there is no draft, the goals in force, so that
/// a form stands again with what was typed.
pub(super) struct Desk {
    pub(super) draft: Option<Edition>,
    pub(super) tree: Tree,
    pub(super) known: Known,
}

impl Desk {
    /// Reads it.
    pub(super) async fn read(
        connection: &mut AnyConnection,
        city: &City,
    ) -> Result<Self, StoreError> {
        let tenant = city.tenant();
        let editions = store::editions(connection, tenant).await?;
        let draft = draft(&editions).cloned();
        let shown = draft.as_ref().or_else(|| in_force(&editions));
        let goals = match shown {
            Some(shown) => store::goals(connection, tenant, shown.number).await?,
            None => Vec::new(),
        };
        let known = Known::read(connection, tenant).await?;
        Ok(Self { draft, tree: Tree::of(goals), known })
    }

    /// The number of the draft.
    pub(super) fn edition(&self, viewer: &Viewer) -> Result<i64, Failure> {
        self.draft.as_ref().map(|it| it.number).ok_or_else(|| adopted(viewer))
    }

    /// Why a form is not taken, with what was typed; nothing where it was opened in the draft.
    pub(super) async fn stale(
        &self,
        connection: &mut AnyConnection,
        (city, viewer): (&City, &Viewer),
        typed: &Typed,
    ) -> Result<Option<(Typed, String)>, StoreError> {
        let sent = (typed, self.draft.as_ref());
        discard::stale(connection, (city.tenant(), &viewer.t), sent).await
    }
}

/// What is wrong with a form as a whole, told at its first line.
fn about(text: String) -> Problems {
    let mut problems = Problems::default();
    problems.add(Part::Title.code(), text);
    problems
}

/// Whether something was typed on this page that could not be saved, so that the page says it again.
pub(super) fn holds(viewer: &Viewer) -> bool {
    viewer.page("").unsaved().is_some_and(|it| !it.is_empty())
}

/// Says that what was adopted is not changed, and what to do.
pub(in crate::goals) fn adopted(viewer: &Viewer) -> Failure {
    Failure::refused("no draft of the goals").advice(viewer.t.get("ziele-kein-entwurf"))
}

/// `GET /{kommune}/steuerung/ziele/neu`; what it stands below can stand in the address. Without a
/// draft it leads to where one begins, unless something typed is to be said again.
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(mut typed): Query<Typed>,
) -> Result<Response, Failure> {
    let desk = Desk::read(&mut *app.store.read().await?, &city).await?;
    let problems = match &desk.draft {
        Some(_) => Problems::default(),
        None if holds(&viewer) => about(viewer.t.get("ziele-kein-entwurf")),
        None => return Ok(viewer.done(&at(&city, ""), None)),
    };
    let above = sent(&typed, Part::Parent.code()).parse().ok().and_then(|it| desk.tree.get(it));
    if sent(&typed, Part::Kind.code()).is_empty() {
        let kind = above.map_or(Kind::Field, |it| match it.wording.kind {
            Kind::Guiding => Kind::Field,
            Kind::Field => Kind::Goal,
            Kind::Goal | Kind::Recommendation => Kind::Recommendation,
        });
        typed.push((Part::Kind.code().to_owned(), kind.code().to_owned()));
    }
    let typed = opened_in(typed, desk.draft.as_ref());
    let form = (&typed, problems);
    Ok(page::new(&viewer, &city, (&desk.known, &desk.tree), form).answer())
}

/// `POST /{kommune}/steuerung/ziele/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let desk = Desk::read(&mut change, &city).await?;
    let known = (&desk.known, &desk.tree);
    if let Some((typed, text)) = desk.stale(&mut change, (&city, &viewer), &typed).await? {
        return Ok(page::new(&viewer, &city, known, (&typed, about(text))).refused());
    }
    let wording = match checked(&viewer.t, &typed, known, None) {
        Ok(wording) => wording,
        Err(problems) => {
            return Ok(page::new(&viewer, &city, known, (&typed, problems)).refused());
        }
    };
    let new = (desk.edition(&viewer)?, &wording);
    let number = store::add(&mut change, city.tenant(), new).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-ziel-angelegt")))
}

/// `GET /{kommune}/steuerung/ziele/{number}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let desk = Desk::read(&mut *app.store.read().await?, &city).await?;
    let is_over = desk.draft.is_none() && holds(&viewer);
    let problems = if is_over {
        about(viewer.t.get("ziele-kein-entwurf"))
    } else {
        desk.edition(&viewer)?;
        Problems::default()
    };
    let Some(goal) = desk.tree.get(number) else {
        if !is_over {
            return Err(Failure::not_found());
        }
        // It stood in the draft alone.
        let known = (&desk.known, &desk.tree);
        return Ok(page::new(&viewer, &city, known, (&Typed::new(), problems)).answer());
    };
    let typed = opened_in(form::typed(&goal.wording), desk.draft.as_ref());
    let form = (&typed, problems);
    let known = (goal, &desk.known, &desk.tree);
    Ok(page::change(&viewer, &city, known, form, None).answer())
}

/// The goal as it stood in a version of the draft.
async fn seen(
    connection: &mut AnyConnection,
    city: &City,
    (edition, number, version): (i64, i64, i64),
) -> Result<Goal, Failure> {
    let all = store::history(connection, city.tenant(), number).await?;
    let found = all.into_iter().find(|(it, goal, _)| *it == edition && goal.version == version);
    found.map(|it| it.1).ok_or_else(Failure::not_found)
}

/// `POST /{kommune}/steuerung/ziele/{number}/aendern`: the next version, unless somebody else has
/// written one since the form was opened; then both see the difference and nothing is lost.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let desk = Desk::read(&mut change, &city).await?;
    let now = desk.tree.get(number);
    if let Some((typed, text)) = desk.stale(&mut change, (&city, &viewer), &typed).await? {
        let (known, form) = ((&desk.known, &desk.tree), (&typed, about(text)));
        return Ok(match now {
            Some(now) => page::change(&viewer, &city, (now, known.0, known.1), form, None),
            None => page::new(&viewer, &city, known, form),
        }
        .refused());
    }
    let (edition, now) = (desk.edition(&viewer)?, now.ok_or_else(Failure::not_found)?);
    let before = match version == now.version {
        true => None,
        false => Some(seen(&mut change, &city, (edition, number, version)).await?),
    };
    let checked = checked(&viewer.t, &typed, (&desk.known, &desk.tree), Some(now));
    let (wording, problems) = match checked {
        Ok(wording) => (Some(wording), Problems::default()),
        Err(problems) => (None, problems),
    };
    let Some(wording) = wording.filter(|_| before.is_none()) else {
        let known = (now, &desk.known, &desk.tree);
        let form = (&typed, problems);
        return Ok(page::change(&viewer, &city, known, form, before.as_ref()).refused());
    };
    if wording == now.wording {
        return Ok(viewer.done(&address(&city, number), None));
    }
    store::save(&mut change, city.tenant(), (edition, now), (&wording, false)).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}

/// `POST /{kommune}/steuerung/ziele/{number}/streichen`: takes it out of the draft, unless
/// something stands below it.
pub async fn drop(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let desk = Desk::read(&mut change, &city).await?;
    if let Some((_, text)) = desk.stale(&mut change, (&city, &viewer), &typed).await? {
        return Err(Failure::refused("the goal is in no draft").advice(text));
    }
    let edition = desk.edition(&viewer)?;
    let now = desk.tree.get(number).ok_or_else(Failure::not_found)?;
    let refused = if now.version != version {
        Some("ziel-streichen-veraltet")
    } else if desk.tree.below(Some(number)).next().is_some() {
        Some("ziel-streichen-darunter")
    } else {
        None
    };
    if let Some(text) = refused {
        return Err(Failure::refused("the goal stays").advice(viewer.t.get(text)));
    }
    store::save(&mut change, city.tenant(), (edition, now), (&now.wording, true)).await?;
    change.commit().await?;
    let page = at(&city, &format!("?fassung={edition}"));
    Ok(viewer.done(&page, Some("meldung-ziel-gestrichen")))
}
