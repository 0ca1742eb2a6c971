//! `/{kommune}/austausch/datenstaende`: which state of the data do we cite?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Empty, Field, Pair, Problems, Row, RowCell, Table,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::secrets::hex;
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{App, Block, City, FormBlock, Sheet, Viewer};
use jiff::Timestamp;

use super::doors::Offered;
use super::model::{Frozen, State};
use super::{PATH, at};
use crate::permissions::FREEZE;

fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![Link::new(t.get("nav-datenstaende"), city.at(PATH))];
    viewer.page_with_form(title).lead(lead).crumbs(crumbs).mark(t.get("austausch-intern"))
}

fn moment(t: &Texts, at: i64) -> String {
    t.instant(Timestamp::from_microsecond(at).unwrap_or_default())
}

/// The list of states.
pub fn list(viewer: &Viewer, city: &City, all: &[State]) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("datenstaende-titel")).lead(t.get("datenstaende-leit"));
    let shell = shell.mark(t.get("austausch-intern"));
    let mut blocks = Vec::new();
    if viewer.may(FREEZE) {
        blocks.push(Block::Ways(vec![Link::new(t.get("datenstand-neu"), at(city, "/neu"))]));
    }
    if all.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("datenstaende-leer"), step: None }));
        return Sheet::new(shell, blocks);
    }
    let row = |it: &State| {
        let name = t.with("datenstand-nummer", &[("nummer", Arg::from(it.number.to_string()))]);
        Row {
            head: RowCell::link(name, at(city, &format!("/{}", it.number))),
            cells: vec![
                RowCell::new(it.title.clone()),
                RowCell::new(moment(t, it.at)),
                RowCell::new(t.count(it.packages.len())),
            ],
        }
    };
    let columns = vec![
        Column::words(t.get("austausch-datenstand")),
        Column::words(t.get("datenstand-wofuer")),
        Column::words(t.get("datenstand-wann")),
        Column::numbers(t.get("datenstand-pakete")),
    ];
    blocks.push(Block::Table(Table {
        caption: t.get("datenstaende-titel"),
        quiet_caption: true,
        columns,
        rows: all.iter().map(row).collect(),
    }));
    Sheet::new(shell, blocks)
}

/// The form for a new one.
pub fn new(
    viewer: &Viewer,
    city: &City,
    all: &[Offered],
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let words = (t.get("datenstand-neu-titel"), t.get("datenstand-neu-leit"));
    let shell = frame(viewer, city, words);
    if all.is_empty() {
        let step = Link::new(t.get("nav-austausch"), city.at("/austausch"));
        let empty = Empty { text: t.get("datenstand-kein-paket"), step: Some(step) };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let choice = |it: &Offered| Choice {
        value: it.value.clone(),
        label: format!("{}: {}", it.issuer, it.title),
        hint: Some(it.package.clone()),
        chosen: all_sent(typed, "paket").any(|sent| sent == it.value),
    };
    let mut packages =
        Choices::several("paket", t.get("datenstand-pakete"), all.iter().map(choice).collect());
    packages.error = problems.of("paket");
    let title = Field::new("titel", t.get("datenstand-wofuer")).value(sent(typed, "titel"));
    let title = title.hint(t.get("datenstand-wofuer-hinweis")).error(problems.of("titel"));
    let button = Button::primary(t.get("datenstand-einfrieren"));
    let form = FormBlock::new(at(city, "/neu"), button).field(title).choices(packages);
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(form)])
}

/// How a state is cited, in the language of its tenant.
#[must_use]
pub fn citation(app: &App, city: &City, state: &State) -> String {
    let t = app.texts_of(city);
    let day = Timestamp::from_microsecond(state.at).unwrap_or_default();
    let day = day.to_zoned_datetime(app.config.zone()).date();
    let args = [
        ("nummer", Arg::from(state.number.to_string())),
        ("wer", Arg::from(city.name.as_str())),
        ("tag", Arg::from(t.date_long(day))),
        ("anzahl", Arg::from(state.packages.len())),
        ("hash", Arg::from(hex(&state.hash))),
    ];
    t.with("datenstand-zitat", &args)
}

/// A state.
pub fn show(app: &App, viewer: &Viewer, city: &City, state: &State) -> Sheet {
    let t = &viewer.t;
    let title = t.with("datenstand-nummer", &[("nummer", Arg::from(state.number.to_string()))]);
    let shell = frame(viewer, city, (title, state.title.clone()));
    let file = at(city, &format!("/{}", state.number));
    let shell = shell.data(vec![Link::new("JSON", format!("{file}/json"))]);
    let facts = vec![
        Pair::new(t.get("datenstand-zitieren"), citation(app, city, state))
            .lang(foreign(viewer, city)),
        Pair::new(t.get("datenstand-wann"), moment(t, state.at)),
        Pair::new("SHA-256", hex(&state.hash)),
    ];
    let mut blocks = vec![Block::Pairs(facts)];
    if viewer.may(FREEZE) {
        let link = Link::new(t.get("datenstand-herunterladen"), format!("{file}/datenstand.zip"));
        blocks.push(Block::Ways(vec![link]));
    }
    blocks.push(Block::Heading(t.get("datenstand-pakete")));
    blocks.push(Block::Table(packages(t, state)));
    blocks.push(Block::Reading(t.get("datenstand-lesen")));
    Sheet::new(shell, blocks)
}

/// The language of the citation, if another than the reader's.
fn foreign(viewer: &Viewer, city: &City) -> Option<&'static str> {
    let own = ankunft_platform::languages::Language::from_code(&city.language)?;
    (own != viewer.t.language()).then(|| own.code())
}

fn packages(t: &Texts, state: &State) -> Table {
    let row = |it: &Frozen| {
        let stands = match it.gone_at {
            Some(at) => t.with("datenstand-weg", &[("tag", Arg::from(moment(t, at)))]),
            None => t.get("datenstand-da"),
        };
        Row {
            head: RowCell::new(it.title.clone()).note(it.package.clone()),
            cells: vec![
                RowCell::new(it.issuer.clone()),
                RowCell::new(hex(&it.hash)[..16].to_owned()),
                RowCell::new(stands),
            ],
        }
    };
    let columns = ["austausch-tabelle", "austausch-von", "paket-hash", "austausch-stand"];
    Table {
        caption: t.get("datenstand-pakete"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: state.packages.iter().map(row).collect(),
    }
}
