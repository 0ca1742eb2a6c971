//! `/{kommune}/programm`: what do the twelve do?

pub mod documents;
pub mod meetings;
pub mod profile;
pub mod questions;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::parts::{BoxFuture, FrontPanel, Panel};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{TenantInfo, TenantKind};
use ankunft_platform::web::{App, Block, City, Sheet, Viewer};
use askama::Template;

use super::model::Told;
use super::view::Together;
use super::{PATH, at};
use crate::members::is_programme;
use crate::permissions::{COMPARE, TELL};

/// So many meetings and questions stand on the first page.
const SHOWN: usize = 3;

/// A page one step below the programme.
fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![Link::new(t.get("nav-programm"), city.at(PATH))];
    viewer.page_with_form(title).lead(lead).crumbs(crumbs)
}

/// The page.
pub fn overview(app: &App, viewer: &Viewer, city: &City, it: Option<&Together>) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("programm-titel"));
    let Some(it) = it else {
        let empty = Empty { text: t.get("programm-keins"), step: None };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    };
    let signed = |it: &&(TenantInfo, Option<Told>)| {
        it.1.as_ref().is_some_and(|it| it.profile.intent == "signed")
    };
    let args = [
        ("programm", Arg::from(it.programme.name.as_str())),
        ("zahl", Arg::from(it.cities.len())),
        ("loi", Arg::from(it.cities.iter().filter(signed).count())),
    ];
    let shell = shell.lead(t.with("programm-leit", &args));
    let mut blocks = Vec::new();
    if viewer.may(TELL) && city.kind == TenantKind::Kommune {
        blocks.push(Block::Ways(vec![Link::new(t.get("profil-schreiben"), at(city, "/profil"))]));
    }
    blocks.push(Block::Heading(t.get("programm-kommunen")));
    blocks.push(Block::Table(cities(t, city, it)));
    blocks.push(Block::Links(vec![
        Link::new(t.get("nav-kernindikatoren"), city.at(crate::core::PATH)),
        Link::new(t.get("programmbericht-art"), at(city, "/bericht")),
    ]));
    let coming: Vec<Link> = it
        .meetings()
        .into_iter()
        .filter(|it| !it.is_over(app.today()) && !it.it.cancelled)
        .take(SHOWN)
        .map(|it| Link::new(meetings::line(t, it), at(city, "/termine")))
        .collect();
    blocks.push(Block::Heading(t.get("nav-termine")));
    blocks.push(links(t, coming, "termine-leer"));
    let asked: Vec<Link> = it
        .questions()
        .into_iter()
        .take(SHOWN)
        .map(|(it, _)| Link::new(it.title.clone(), at(city, &format!("/fragen/{}", it.question))))
        .collect();
    blocks.push(Block::Heading(t.get("nav-fragen")));
    blocks.push(links(t, asked, "fragen-leer"));
    Sheet::new(shell, blocks)
}

fn links(t: &Texts, links: Vec<Link>, empty: &str) -> Block {
    match links.is_empty() {
        true => Block::Empty(Empty { text: t.get(empty), step: None }),
        false => Block::Links(links),
    }
}

/// The cities side by side, as they are read in one of them.
fn cities(t: &Texts, reader: &City, it: &Together) -> Table {
    let row = |(city, told): &(TenantInfo, Option<Told>)| {
        let text = |of: fn(&Told) -> &String| {
            RowCell::new(told.as_ref().map_or_else(String::new, |it| of(it).clone()))
        };
        let word = |prefix: &str, of: fn(&Told) -> &String| {
            let word = told.as_ref().map(|it| t.get(&format!("{prefix}-{}", of(it))));
            RowCell::new(word.unwrap_or_else(|| t.get("profil-nichts")))
        };
        // Who has signed, of what day and until when, is for the city itself: others read its profile.
        let intent = |city: &TenantInfo, cell: RowCell| {
            let is_own = city.tenant == reader.tenant();
            let of = it.sources.get(&city.tenant.id()).filter(|_| is_own).into_iter().flatten();
            let said = of.filter(|it| it.field == "loi").map(|it| it.said.clone()).next();
            match said {
                Some(said) => cell.note(said),
                None => cell,
            }
        };
        Row {
            head: RowCell::new(city.name.clone()),
            cells: vec![
                word("organisation", |it| &it.profile.organisation),
                text(|it| &it.profile.lead_unit),
                text(|it| &it.profile.quarters),
                intent(city, word("loi", |it| &it.profile.intent)),
                text(|it| &it.profile.doing),
            ],
        }
    };
    let columns = [
        "kern-kommune",
        "profil-organisation",
        "profil-federfuehrung",
        "profil-quartiere",
        "profil-loi",
        "profil-woran",
    ];
    Table {
        caption: t.get("programm-kommunen"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: it.cities.iter().map(row).collect(),
    }
}

/// The cities side by side on the first page of the programme itself.
pub struct Front;

#[derive(Template)]
#[template(path = "programme_front.html")]
struct FrontTemplate {
    table: Table,
    link: Link,
}

impl FrontPanel for Front {
    fn show<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>> {
        Box::pin(async move {
            if !is_programme(city) || !viewer.may(COMPARE) {
                return Ok(None);
            }
            let it = Together::read(&mut app.store.read().await?).await?;
            let t = &viewer.t;
            let panel = it.and_then(|it| {
                let link = Link::new(t.get("programm-mehr"), city.at(PATH));
                let html = FrontTemplate { table: cities(t, city, &it), link }.render().ok()?;
                Some(Panel { title: t.get("programm-titel"), html })
            });
            Ok(panel)
        })
    }
}
