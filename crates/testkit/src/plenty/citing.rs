//! Who cites what: the red thread of a city, and one figure that most things rest on.

use ankunft_disclosure::Audience;
use ankunft_platform::changes::{Author, Entry};
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use super::rows::{insert, row};
use super::{Ground, Made, Size};

/// What stands in the name of a figure of the whole city or of a quarter.
const FIGURES: [&str; 2] = ["einwohner", "ausländer"];

/// A citation, and the kind and id of what it stands in.
type Place = (i64, &'static str, String);

pub(super) async fn write(
    app: &App,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = made.measure - size.measures + 1;
    let numbers = |count: i64, last: i64| (0..count).map(move |it| (last - it).to_string());
    let figures = figures(app, ground).await?;
    let figures = cite(app, ground, ("figure", &figures)).await?;
    let goals: Vec<String> = numbers(size.goals, made.goal).collect();
    let goals = cite(app, ground, ("goal", &goals)).await?;
    let promises: Vec<String> =
        (0..size.commitments).map(|it| (made.promise + it).to_string()).collect();
    let promises = cite(app, ground, ("promise", &promises)).await?;
    let decisions: Vec<String> = (1..=made.meeting)
        .map(|meeting| format!("{}-{meeting}-1", made.body - meeting % size.bodies))
        .collect();
    let decisions = cite(app, ground, ("meeting-decision", &decisions)).await?;
    let measures: Vec<String> = numbers(size.measures, made.measure).collect();
    let measures = cite(app, ground, ("measure", &measures)).await?;
    let mut places: Vec<Place> = Vec::new();
    let some = |all: &[(String, i64)], at: i64| {
        let at = usize::try_from(at).unwrap_or_default();
        all.get(at % all.len().max(1)).map(|it| it.1)
    };
    let best = figures.last().cloned();
    for number in first..=made.measure {
        let own = if number == made.measure { size.depth + 2 } else { 2 };
        for kind in [&figures, &goals, &promises, &decisions] {
            let each = (0..own).filter_map(|it| some(kind, number * 3 + it));
            places.extend(each.map(|it| (it, "measure", number.to_string())));
        }
        // The third indicator is an outcome: what was accepted of it cites its measure.
        let measure = measures.iter().find(|it| it.0 == number.to_string());
        for period in &made_periods(app, size) {
            let id = format!("{number}:2:{period}");
            places.extend(measure.map(|it| (it.1, "effect", id)));
        }
    }
    places.extend(others(made, size, &figures, &decisions));
    if let Some((id, citation)) = best {
        let linked = (0..size.linked).map(|it| (made.measure - it % size.measures).to_string());
        places.extend(linked.map(|it| (citation, "measure", it)));
        made.figure = id;
    }
    places.extend(folders(app, ground, size, &figures).await?);
    place(app, ground, places).await
}

/// Mappen of every Stelle, with figures in them.
async fn folders(
    app: &App,
    ground: &Ground,
    size: &Size,
    figures: &[(String, i64)],
) -> Result<Vec<Place>, StoreError> {
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    let at = super::moment(ground.day(-40));
    for post in &ground.posts {
        for number in 1..=size.depth {
            let (id, title) = (ids::next(), format!("Mappe {number}"));
            rows.push(row![id, ground.tenant.id(), *post, None::<i64>, title, at]);
            places.extend(figures.iter().map(|it| (it.1, "folder", id.to_string())));
        }
    }
    let mut change = app.store.change(Author::program("plenty")).await?;
    insert(&mut change, ("folder", "id, tenant, post, account, title, created_at"), rows).await?;
    note(&mut change, ground.tenant).await?;
    change.commit().await?;
    Ok(places)
}

/// A trace of a city's rows, as every change leaves one.
pub(super) async fn note(change: &mut Change, tenant: Tenant) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action: "test.fill",
        thing_kind: "test",
        thing: "plenty",
        note: "",
        before: None,
        after: None,
    };
    change.record(entry).await
}

/// The newest two half-years.
fn made_periods(app: &App, size: &Size) -> Vec<String> {
    let (year, month) = (app.today().year(), app.today().month());
    let newest = if month > 6 { (year, 1) } else { (year - 1, 2) };
    let before = if newest.1 == 2 { (newest.0, 1) } else { (newest.0 - 1, 2) };
    let both = [newest, before].into_iter().take(usize::try_from(size.halves).unwrap_or_default());
    both.map(|(year, half)| format!("{year}h{half}")).collect()
}

/// Vorlagen, Anfragen, tasks and cards rest on figures and decisions.
fn others(
    made: &Made,
    size: &Size,
    figures: &[(String, i64)],
    decisions: &[(String, i64)],
) -> Vec<Place> {
    let many = usize::try_from(size.depth).unwrap_or_default();
    let mut places = Vec::new();
    let things = [
        ("paper", made.paper_code.clone()),
        ("resolution", made.paper_code.clone()),
        ("effect-card", made.card.to_string()),
    ];
    let numbered = (0..size.enquiries).map(|it| ("enquiry", (made.enquiry - it).to_string()));
    let tasks = (0..size.depth).map(|it| ("task", (made.task - it).to_string()));
    for (kind, id) in things.into_iter().chain(numbered) {
        places.extend(figures.iter().take(many).map(|it| (it.1, kind, id.clone())));
    }
    for (kind, id) in tasks {
        places.extend(decisions.iter().take(many).map(|it| (it.1, kind, id.clone())));
    }
    places
}

/// The ids of some figures that can be cited.
async fn figures(app: &App, ground: &Ground) -> Result<Vec<String>, StoreError> {
    let Some(citable) = app.parts.citable("figure") else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for word in FIGURES {
        let words = [word.to_owned()];
        all.extend(citable.search(app, ground.tenant, &words, Audience::Administration).await?);
    }
    Ok(all)
}

/// Cites things as they stand; gives the ids of those that are there with their citations.
async fn cite(
    app: &App,
    ground: &Ground,
    (kind, ids): (&'static str, &[String]),
) -> Result<Vec<(String, i64)>, StoreError> {
    let Some(citable) = app.parts.citable(kind) else { return Ok(Vec::new()) };
    let named: Vec<&str> = ids.iter().map(String::as_str).collect();
    let things = citable.look_up(app, ground.tenant, &named, Audience::Administration).await?;
    let mut change = app.store.change(Author::program("plenty")).await?;
    let mut all = Vec::new();
    for (id, thing) in named.into_iter().zip(things) {
        let Some(thing) = thing else { continue };
        let new = NewCitation {
            cited: (kind, id),
            snapshot: &thing.snapshot(),
            nutzung: thing.nutzung,
            releases: &thing.releases,
        };
        let citation = citations::cite(&mut change, ground.tenant, new).await?;
        all.push((id.to_owned(), citation.id));
    }
    note(&mut change, ground.tenant).await?;
    change.commit().await?;
    Ok(all)
}

async fn place(app: &App, ground: &Ground, mut places: Vec<Place>) -> Result<(), StoreError> {
    places.sort();
    places.dedup();
    let mut change = app.store.change(Author::program("plenty")).await?;
    let tenant = ground.tenant.id();
    let rows = (1_i64..).zip(&places);
    let rows = rows.map(|(at, (citation, kind, id))| row![*citation, *kind, id, tenant, at]);
    let columns = "citation, citing_kind, citing, tenant, position";
    insert(&mut change, ("citation_place", columns), rows.collect()).await?;
    // The first figure of each measure is what its effect is measured against.
    sqlx::query(
        "insert into measure_baseline (tenant, measure, citation) \
         select p.tenant, cast(p.citing as bigint), min(p.citation) from citation_place p \
         join citation c on c.id = p.citation where p.tenant = $1 and p.citing_kind = 'measure' \
         and c.cited_kind = 'figure' group by p.tenant, p.citing \
         on conflict (tenant, measure, citation) do nothing",
    )
    .bind(tenant)
    .execute(&mut *change)
    .await?;
    note(&mut change, ground.tenant).await?;
    change.commit().await
}
