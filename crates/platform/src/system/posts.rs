//! The city's own structure, who holds which Stelle, and handing over.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use super::crumbs;
use crate::languages::Arg;
use crate::page::Link;
use crate::page::components::{
    Button, Choice, Column, Empty, Field, Problems, Row, RowCell, Select, Table,
};
use crate::register::posts::{self, Person, Post, Tenure, Unit};
use crate::store::StoreError;
use crate::web::{App, Block, City, Failure, Form, FormBlock, Item, PathOf, Sheet, Viewer};

#[derive(Deserialize)]
pub(super) struct OnePost {
    post: i64,
}

#[derive(Deserialize)]
pub(super) struct NewUnit {
    art: String,
    name: String,
    ueber: String,
}

#[derive(Deserialize)]
pub(super) struct NewPost {
    titel: String,
    einheit: String,
}

#[derive(Default, Deserialize)]
pub(super) struct HandOver {
    person: String,
    als: String,
    ab: String,
    #[serde(default)]
    bis: String,
}

struct Structure {
    units: Vec<Unit>,
    posts: Vec<Post>,
    people: Vec<Person>,
    tenures: Vec<Tenure>,
}

async fn structure(app: &App, city: &City) -> Result<Structure, StoreError> {
    let mut read = app.store.read().await?;
    let tenant = city.tenant();
    Ok(Structure {
        units: posts::units(&mut read, tenant).await?,
        posts: posts::posts(&mut read, tenant).await?,
        people: posts::people(&mut read, tenant).await?,
        tenures: posts::tenures(&mut read, tenant).await?,
    })
}

impl Structure {
    /// Who holds (or stands in for) a Stelle on a day.
    fn names(&self, post: i64, kind: &str, day: Date) -> String {
        let day = day.to_string();
        let holds = |it: &&Tenure| {
            it.post == post
                && it.kind == kind
                && it.from_date <= day
                && it.to_date.as_ref().is_none_or(|to| *to >= day)
        };
        let name = |it: &Tenure| self.person(it.person);
        self.tenures.iter().filter(holds).map(name).collect::<Vec<_>>().join(", ")
    }

    fn person(&self, id: i64) -> String {
        self.people.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default()
    }

    /// A unit with those above it: `Dezernat III › Jugendamt`.
    fn way(&self, unit: Option<i64>) -> String {
        let by_id: BTreeMap<i64, &Unit> = self.units.iter().map(|it| (it.id, it)).collect();
        let mut names = Vec::new();
        let mut next = unit;
        while let Some(unit) = next.and_then(|id| by_id.get(&id)).filter(|_| names.len() < 20) {
            names.push(unit.name.as_str());
            next = unit.parent;
        }
        names.reverse();
        names.join(" › ")
    }

    fn unit_choices(&self, none: String) -> Vec<Choice> {
        let mut all: Vec<Choice> = self
            .units
            .iter()
            .map(|it| Choice::new(it.id.to_string(), self.way(Some(it.id)), ""))
            .collect();
        all.sort_by(|a, b| a.label.cmp(&b.label));
        all.insert(0, Choice::new("", none, ""));
        all
    }

    fn known_unit(&self, text: &str) -> Option<i64> {
        self.units.iter().find(|it| it.id.to_string() == text).map(|it| it.id)
    }

    fn known_person(&self, text: &str) -> Option<i64> {
        self.people.iter().find(|it| it.id.to_string() == text).map(|it| it.id)
    }
}

/// `GET /{kommune}/system/stellen`
pub(super) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
) -> Result<Response, Failure> {
    let (t, today) = (&viewer.t, app.today());
    let all = structure(&app, &city).await?;
    let mut rows: Vec<(String, Row)> = all
        .posts
        .iter()
        .map(|post| {
            let way = all.way(post.unit);
            let href = city.at(&format!("/system/stellen/{}", post.id));
            let cells = vec![
                RowCell::new(way.clone()),
                RowCell::new(all.names(post.id, "holder", today)),
                RowCell::new(all.names(post.id, "substitute", today)),
            ];
            (way, Row { head: RowCell::link(post.title.clone(), href), cells })
        })
        .collect();
    rows.sort_by(|a, b| (&a.0, &a.1.head.text).cmp(&(&b.0, &b.1.head.text)));
    let columns =
        ["stelle", "einheit", "inhaberin", "vertretung"].map(|it| Column::words(t.get(it)));
    let list = if rows.is_empty() {
        Block::Empty(Empty { text: t.get("stellen-leer"), step: None })
    } else {
        Block::Table(Table {
            caption: t.get("system-stellen"),
            quiet_caption: true,
            columns: columns.to_vec(),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        })
    };
    let unit =
        FormBlock::new(city.at("/system/einheiten"), Button::secondary(t.get("einheit-anlegen")))
            .field(Field::new("art", t.get("einheit-art")).hint(t.get("einheit-art.hinweis")))
            .field(Field::new("name", t.get("einheit-name")))
            .select(Select::new(
                "ueber",
                t.get("einheit-ueber"),
                all.unit_choices(t.get("einheit-keine")),
            ));
    let above = Select::new("einheit", t.get("einheit"), all.unit_choices(t.get("einheit-keine")));
    let post =
        FormBlock::new(city.at("/system/stellen"), Button::secondary(t.get("stelle-anlegen")))
            .field(Field::new("titel", t.get("stelle-titel")))
            .select(above);
    let shell = viewer
        .page(t.get("system-stellen"))
        .crumbs(crumbs(&viewer, &city))
        .lead(t.get("stellen-leit"));
    let blocks = vec![
        list,
        Block::Heading(t.get("stelle-anlegen")),
        Block::Form(post),
        Block::Heading(t.get("einheit-anlegen")),
        Block::Form(unit),
    ];
    Ok(Sheet::new(shell, blocks).answer())
}

fn required(text: &str) -> Result<&str, Failure> {
    let text = text.trim();
    let is_name = !text.is_empty() && text.len() <= 200;
    if is_name { Ok(text) } else { Err(Failure::refused("an empty or endless name")) }
}

/// `POST /{kommune}/system/einheiten`
pub(super) async fn add_unit(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(sent): Form<NewUnit>,
) -> Result<Response, Failure> {
    let parent = structure(&app, &city).await?.known_unit(&sent.ueber);
    let names = (required(&sent.art)?, required(&sent.name)?);
    let mut change = app.store.change(viewer.author()).await?;
    posts::add_unit(&mut change, city.tenant(), names, parent).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at("/system/stellen"), Some("meldung-gespeichert")))
}

/// `POST /{kommune}/system/stellen`
pub(super) async fn add_post(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(sent): Form<NewPost>,
) -> Result<Response, Failure> {
    let unit = structure(&app, &city).await?.known_unit(&sent.einheit);
    let title = required(&sent.titel)?;
    let mut change = app.store.change(viewer.author()).await?;
    posts::add_post(&mut change, city.tenant(), title, unit).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at("/system/stellen"), Some("meldung-gespeichert")))
}

/// `GET /{kommune}/system/stellen/{post}`: also the note of an Übergabe, to be printed.
pub(super) async fn one(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(OnePost { post }): PathOf<OnePost>,
) -> Result<Response, Failure> {
    let nothing = HandOver::default();
    Ok(page(&app, &viewer, &city, post, (&nothing, Problems::default())).await?.answer())
}

async fn page(
    app: &App,
    viewer: &Viewer,
    city: &City,
    post: i64,
    (sent, problems): (&HandOver, Problems),
) -> Result<Sheet, Failure> {
    let t = &viewer.t;
    let all = structure(app, city).await?;
    let found = all.posts.iter().find(|it| it.id == post).ok_or_else(Failure::not_found)?;
    let mut crumbs = crumbs(viewer, city);
    crumbs.push(Link::new(t.get("system-stellen"), city.at("/system/stellen")));
    let unit = all.way(found.unit);
    let mut shell = viewer.page(found.title.clone()).crumbs(crumbs);
    if !unit.is_empty() {
        shell = shell.lead(unit);
    }
    let mut blocks = vec![
        Block::Problems(problems.clone()),
        Block::Table(history(viewer, &all, post)),
        Block::Heading(t.get("uebergabe-notiz")),
        Block::Text(t.get("uebergabe-erklaerung")),
    ];
    blocks.extend(hanging(app, viewer, city, post).await?);
    if !all.people.is_empty() {
        blocks.push(Block::Heading(t.get("stelle-uebergeben")));
        blocks.push(Block::Form(form(viewer, city, &all, post, (sent, &problems))));
    }
    Ok(Sheet::new(shell, blocks))
}

fn form(
    viewer: &Viewer,
    city: &City,
    all: &Structure,
    post: i64,
    (sent, problems): (&HandOver, &Problems),
) -> FormBlock {
    let t = &viewer.t;
    let people = all.people.iter().map(|it| Choice::new(it.id.to_string(), &it.name, &sent.person));
    let kinds = ["holder", "substitute"]
        .map(|it| Choice::new(it, t.get(&format!("stelle-art-{it}")), &sent.als));
    let action = city.at(&format!("/system/stellen/{post}"));
    FormBlock::new(action, Button::primary(t.get("stelle-uebergeben")))
        .select(Select::new("person", t.get("stelle-person"), people.collect()))
        .select(Select::new("als", t.get("stelle-als"), kinds.to_vec()))
        .field(
            Field::new("ab", t.get("stelle-ab"))
                .kind("date")
                .value(&sent.ab)
                .error(problems.of("ab")),
        )
        .field(
            Field::new("bis", t.get("stelle-bis"))
                .hint(t.get("stelle-bis.hinweis"))
                .kind("date")
                .optional()
                .value(&sent.bis)
                .error(problems.of("bis")),
        )
}

fn history(viewer: &Viewer, all: &Structure, post: i64) -> Table {
    let t = &viewer.t;
    let day = |text: &str| text.parse::<Date>().map_or_else(|_| text.to_owned(), |it| t.date(it));
    let row = |it: &Tenure| Row {
        head: RowCell::new(all.person(it.person)),
        cells: vec![
            RowCell::new(t.get(&format!("stelle-art-{}", it.kind))),
            RowCell::new(day(&it.from_date)),
            RowCell::new(it.to_date.as_deref().map_or_else(|| t.get("stelle-heute"), day)),
        ],
    };
    Table {
        caption: t.get("stelle-verlauf"),
        quiet_caption: false,
        columns: ["konto-name", "stelle-als", "stelle-ab", "stelle-bis"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: all.tenures.iter().filter(|it| it.post == post).map(row).collect(),
    }
}

/// What hangs on a Stelle: what every part counts, in words, each with its page for who may go there.
pub(crate) async fn hanging(
    app: &App,
    viewer: &Viewer,
    city: &City,
    post: i64,
) -> Result<Vec<Block>, StoreError> {
    let t = &viewer.t;
    let mut read = app.store.read().await?;
    let mut items = Vec::new();
    for duty in app.parts.duties() {
        let (count,): (i64,) = sqlx::query_as(duty.count)
            .bind(city.tenant().id())
            .bind(post)
            .fetch_one(&mut *read)
            .await?;
        if count > 0 {
            let way = duty.way.filter(|it| viewer.may(it.1));
            let href = way.map(|it| city.at(&it.0.replace("{stelle}", &post.to_string())));
            let title = t.with(duty.text, &[("zahl", Arg::from(count))]);
            items.push(Item { href, ..Item::new(title) });
        }
    }
    let list = match items.is_empty() {
        true => Block::Text(t.get("uebergabe-nichts")),
        false => Block::Items(items),
    };
    Ok(vec![Block::Heading(t.get("uebergabe-haengt")), list])
}

/// `POST /{kommune}/system/stellen/{post}`: hands it over, or says who stands in.
pub(super) async fn hand_over(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(OnePost { post }): PathOf<OnePost>,
    Form(sent): Form<HandOver>,
) -> Result<Response, Failure> {
    let all = structure(&app, &city).await?;
    if !all.posts.iter().any(|it| it.id == post) {
        return Err(Failure::not_found());
    }
    let person =
        all.known_person(&sent.person).ok_or_else(|| Failure::refused("no such person"))?;
    let (from, to) = match days(&viewer, &sent) {
        Ok(days) => days,
        Err(problems) => {
            return Ok(page(&app, &viewer, &city, post, (&sent, problems)).await?.refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    if sent.als == "substitute" {
        let tenure = Tenure {
            id: 0,
            post,
            person,
            kind: sent.als,
            from_date: from.to_string(),
            to_date: to.map(|it| it.to_string()),
        };
        posts::add_tenure(&mut change, city.tenant(), &tenure).await?;
    } else {
        let last = posts::last_holder(&mut change, city.tenant(), post).await?;
        if let Some(problems) = last.and_then(|it| too_early(&viewer, &all, it, from)) {
            drop(change);
            return Ok(page(&app, &viewer, &city, post, (&sent, problems)).await?.refused());
        }
        posts::hand_over(&mut change, city.tenant(), (post, person), from).await?;
    }
    change.commit().await?;
    let path = city.at(&format!("/system/stellen/{post}"));
    Ok(viewer.done(&path, Some("meldung-uebergeben")))
}

/// Nobody hands a Stelle over before, or on, the first day of who holds it last.
fn too_early(
    viewer: &Viewer,
    all: &Structure,
    (holder, since): (i64, String),
    from: Date,
) -> Option<Problems> {
    let since = since.parse::<Date>().ok().filter(|it| from <= *it)?;
    let t = &viewer.t;
    let args = [("name", Arg::from(all.person(holder))), ("tag", Arg::from(t.date(since)))];
    let mut problems = Problems::default();
    problems.add("ab", t.with("stelle-tag-zu-frueh", &args));
    Some(problems)
}

/// The first and, for who stands in, the last day.
fn days(viewer: &Viewer, sent: &HandOver) -> Result<(Date, Option<Date>), Problems> {
    let mut problems = Problems::default();
    let mut wrong = |field: &str| problems.add(field, viewer.t.get("stelle-tag-falsch"));
    let from = sent.ab.parse::<Date>();
    let to = if sent.bis.is_empty() { Ok(None) } else { sent.bis.parse::<Date>().map(Some) };
    if from.is_err() {
        wrong("ab");
    }
    match (from, to) {
        (Ok(from), Ok(to)) if to.is_none_or(|to| to >= from) => return Ok((from, to)),
        (_, Ok(None)) => {}
        _ => wrong("bis"),
    }
    Err(problems)
}
