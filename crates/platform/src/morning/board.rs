//! The first page of a city for who works there.

use askama::Template;
use axum::response::Response;

use super::model::{SHOWN, Since};
use super::visits::{self, Guest, Visit};
use super::{Subjects, Waiting, news, stellen};
use crate::languages::Arg;
use crate::page::Link;
use crate::page::components::Button;
use crate::parts::{Late, News, Panel, Today};
use crate::store::StoreError;
use crate::system;
use crate::web::{App, Block, City, Failure, FormBlock, Item, Sheet, Viewer};
use crate::words;

/// Who asks for all changes is shown so many.
const ALL: usize = 200;
/// So much of what is late stands on the board, beside what is asked; the rest is counted.
const LATE: usize = 12;

/// Of which lists the board shall show all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole {
    /// What has changed.
    pub(crate) news: bool,
    /// What is late.
    pub(crate) late: bool,
}

/// The board. Below it stand the blocks that everybody sees.
pub(crate) async fn show(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (whole, below): (Whole, Vec<Block>),
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let visit = visit(app, viewer, city).await?;
    let waiting = Waiting::read(app, viewer, city).await?;
    let shown = if whole.news { ALL } else { SHOWN };
    let told = match visit {
        Some((visit, since)) => {
            let news = news::since(app, viewer, city, (since.from(), shown)).await?;
            Some(((visit, since), news))
        }
        None => None,
    };
    let lead = match (waiting.today.is_empty(), waiting.late.is_empty()) {
        (true, true) => "heute-nichts",
        (true, false) => "heute-nur-spaet",
        (false, _) => "heute-leit",
    };
    let others = stellen::elsewhere(app, viewer, city, &waiting).await?;
    let has_buttons = !others.is_empty() || waiting.asked().any(|it| it.done.is_some());
    let title = t.get("heute-titel");
    let shell = if has_buttons { viewer.page_with_form(title) } else { viewer.page(title) };
    let shell = shell.lead(t.get(lead));
    let mut blocks = Vec::new();
    if !waiting.today.is_empty() {
        let items = waiting.today.iter().map(|it| item(viewer, city, it)).collect();
        blocks.push(Block::Items(items));
    }
    blocks.extend(late(viewer, city, (&waiting, whole.late)));
    blocks.extend(stellen::blocks(viewer, city, &others));
    if let Some((visit, news)) = told {
        if let Since::HandedOver { .. } = visit.1 {
            blocks.extend(duties(app, viewer, city).await?);
        }
        let lead = lead_of(app, viewer, visit);
        blocks.push(changed(viewer, city, lead, news)?);
    }
    blocks.extend(below);
    Ok(Sheet::new(shell, blocks).answer())
}

/// The visit of this viewer, and from when on it is told what has changed; none without a log-in.
async fn visit(
    app: &App,
    viewer: &Viewer,
    city: &City,
) -> Result<Option<(Visit, Since)>, StoreError> {
    let Some(session) = &viewer.session else { return Ok(None) };
    let guest = Guest { account: session.account, session: &session.token_hash };
    let today = app.today();
    let visit = visits::of(&app.store, city.tenant(), guest, today).await?;
    let taken_over = match viewer.actor.post {
        Some(post) => {
            let mut read = app.store.read().await?;
            visits::taken_over(&mut read, city.tenant(), (session.account, post), today).await?
        }
        None => None,
    };
    // By its beginning: what was new at the first look of a visit is new all through it.
    let since = Since::of(visit.before, taken_over, visit.began, &app.config.zone());
    Ok(Some((visit, since)))
}

/// What hangs on the Stelle that was taken over.
async fn duties(app: &App, viewer: &Viewer, city: &City) -> Result<Vec<Block>, StoreError> {
    match viewer.actor.post {
        Some(post) => system::hanging(app, viewer, city, post).await,
        None => Ok(Vec::new()),
    }
}

/// What all parts ask of this viewer, the nearest deadline first.
pub(crate) async fn asked(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let mut all = Vec::new();
    for item in app.parts.today() {
        all.extend(item.items(app, viewer).await?);
    }
    all.sort_by_key(|it| (it.due.is_none(), it.due));
    Ok(all)
}

/// An item with the day until when, and with a button where a person says that it is done.
fn item(viewer: &Viewer, city: &City, it: &Today) -> Item {
    let t = &viewer.t;
    let until = |day| t.with("heute-bis", &[("tag", Arg::from(t.date(day)))]);
    let title = match it.due {
        Some(day) => format!("{} ({})", it.text, until(day)),
        None => it.text.clone(),
    };
    let form = it.done.as_ref().map(|key| {
        let button = Button::secondary(t.get("heute-erledigt"));
        FormBlock::new(city.at("/heute/erledigt"), button).hidden("was", key)
    });
    Item { href: Some(it.href.clone()), forms: form.into_iter().collect(), ..Item::new(title) }
}

fn late(viewer: &Viewer, city: &City, (waiting, whole): (&Waiting, bool)) -> Vec<Block> {
    let t = &viewer.t;
    let (shown, more) = waiting.late(if whole { usize::MAX } else { LATE });
    if shown.is_empty() {
        return Vec::new();
    }
    let entry = |(late, asked): &(Late, Option<Today>)| match asked {
        Some(asked) => Item { notes: late.why.clone(), ..item(viewer, city, asked) },
        None => {
            let since = [("tag", Arg::from(t.date(late.since)))];
            let title = format!("{} ({})", late.text, t.with("spaet-seit", &since));
            Item { href: Some(late.href.clone()), notes: late.why.clone(), ..Item::new(title) }
        }
    };
    let mut blocks = vec![
        Block::Heading(t.get("spaet-titel")),
        Block::Items(shown.into_iter().map(entry).collect()),
    ];
    if more > 0 {
        let text = t.with("spaet-mehr", &[("anzahl", Arg::from(more))]);
        blocks.push(Block::Links(vec![Link::new(text, city.at("?spaet=alle"))]));
    }
    blocks
}

#[derive(Template)]
#[template(path = "morning.html")]
struct ChangedTemplate {
    lead: String,
    subjects: Vec<(String, Vec<(News, String)>)>,
    more: Option<Link>,
}

/// Title and first sentence of what has changed: since when. Who comes back is told that it is still the
/// same visit, and is no newcomer a second time.
fn lead_of(app: &App, viewer: &Viewer, (visit, since): (Visit, Since)) -> (String, String) {
    let t = &viewer.t;
    let began = ("begann", Arg::from(t.instant(visit.began)));
    let (title, text, day) = match since {
        Since::Visit(at) if visit.again => ("neues-titel", "neues-besuch-wieder", t.instant(at)),
        Since::Visit(at) => ("neues-titel", "neues-besuch", t.instant(at)),
        Since::HandedOver { day, .. } => ("neues-uebergabe-titel", "neues-uebergabe", t.date(day)),
        Since::First(from) => {
            let text = if visit.again { "neues-erster-wieder" } else { "neues-erster" };
            let day = app.config.zone().to_datetime(from).date();
            ("neues-zuletzt-titel", text, t.date(day))
        }
    };
    (t.get(title), t.with(text, &[("tag", Arg::from(day)), began]))
}

/// What has changed, as a piece of the page.
fn changed(
    viewer: &Viewer,
    city: &City,
    (title, lead): (String, String),
    (all, more): (Subjects, usize),
) -> Result<Block, StoreError> {
    let t = &viewer.t;
    let nothing = all.is_empty();
    let subjects = all.into_iter().map(|(about, news)| {
        let dated = news.into_iter().map(|it| {
            let at = words::instant(t, it.at);
            (it, at)
        });
        (t.get(about), dated.collect())
    });
    let lead = if nothing { format!("{lead} {}", t.get("neues-nichts")) } else { lead };
    let more = (more > 0).then(|| {
        let text = t.with("neues-mehr", &[("anzahl", Arg::from(more))]);
        Link::new(text, city.at("?neues=alle"))
    });
    let page = ChangedTemplate { lead, subjects: subjects.collect(), more };
    let html = page
        .render()
        .map_err(|error| StoreError::Unreadable { what: "a page", text: error.to_string() })?;
    Ok(Block::Panel(Panel { title, html }))
}
