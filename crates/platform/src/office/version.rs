use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::overview::range;
use super::store::Release;
use super::view::{Dossier, Figures, Line, Place, State};
use super::{OneVersion, crumbs, name, path, proof};
use crate::languages::{Arg, Texts};
use crate::page::components::{Choice, Column, Kind, Notice, Pair, Row, RowCell, Select, Table};
use crate::page::{Link, Shell};
use crate::secrets::hex;
use crate::web::{App, Block, City, Failure, PathOf, Query, Sheet, Viewer};
use crate::words;

/// Which figures are to be shown.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) merkmal: String,
    #[serde(default)]
    pub(super) stichtag: String,
}

/// `GET /{kommune}/statistikstelle/{number}`
pub(super) async fn show(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (t, proof) = (&viewer.t, proof(&viewer)?);
    let version = one.find(&app, &city).await?;
    let mut read = app.store.read().await?;
    let dossier = Dossier::read(&mut read, &city, version).await?;
    let asks = !asked.merkmal.is_empty() || !asked.stichtag.is_empty();
    let place = dossier.choose(&asked.merkmal, &asked.stichtag);
    if asks && place.is_none() {
        return Err(Failure::not_found());
    }
    let figures = match place {
        Some(place) => {
            let of = (&app, &city);
            Some(Figures::read(&mut read, of, proof, &dossier.version, place).await?)
        }
        None => None,
    };
    drop(read);
    let mut blocks = vec![ways(t, &city, &dossier)];
    if let Some(figures) = &figures {
        blocks.extend(values(t, &city, &dossier, figures));
    }
    blocks.extend([Block::Heading(t.get("stand-spalten")), columns(t, &dossier)]);
    blocks.extend([Block::Heading(t.get("stand-freigaben")), releases(t, &city, &dossier)]);
    blocks.extend([Block::Heading(t.get("stand-herkunft")), Block::Pairs(origin(t, &dossier))]);
    Ok(Sheet::new(frame(&viewer, &city, &dossier, place), blocks).answer())
}

fn frame(viewer: &Viewer, city: &City, dossier: &Dossier, place: Option<&Place>) -> Shell {
    let t = &viewer.t;
    let number = dossier.version.number;
    let title = format!("{} – {}", name(viewer, number), dossier.version.title);
    let shell = viewer.page(title).crumbs(crumbs(viewer, city)).lead(lead(t, dossier));
    let shell = if dossier.is_unprotected() { shell.mark(t.get("stand-nur-hier")) } else { shell };
    match place {
        Some(place) => shell.data(vec![Link::new("CSV", csv_path(city, dossier, place))]),
        None => shell,
    }
}

fn csv_path(city: &City, dossier: &Dossier, place: &Place) -> String {
    let known = dossier.indicators.get(&place.indicator_version);
    let code = known.map_or("", |it| it.definition.code.as_str());
    let query =
        serde_urlencoded::to_string([("merkmal", code), ("stichtag", place.period.as_str())]);
    let page = format!("/csv?{}", query.unwrap_or_default());
    path(city, dossier.version.number, &page)
}

/// What has become of it, in words.
fn lead(t: &Texts, dossier: &Dossier) -> String {
    let open: Vec<&Release> =
        dossier.releases.iter().filter(|it| it.withdrawn_at.is_none()).collect();
    let newest = open.first().copied();
    match (dossier.state(), newest) {
        (State::Withdrawn, _) => {
            let at = words::instant(t, dossier.version.withdrawn_at.unwrap_or_default());
            t.with("stand-leit-gesperrt", &[("wann", Arg::from(at))])
        }
        (State::Released, Some(it)) => {
            let id =
                if dossier.is_unprotected() { "stand-leit-gerundet" } else { "stand-leit-bereits" };
            let whole = dossier.places.len();
            t.with(
                id,
                &[
                    ("spalten", Arg::from(it.columns)),
                    ("alle", Arg::from(whole)),
                    ("regel", Arg::from(words::policy(t, &it.policy))),
                    ("nutzung", Arg::from(words::nutzung(t, it.nutzung))),
                ],
            )
        }
        (State::Waiting, _) => {
            let meant = words::nutzung(t, dossier.version.nutzung);
            t.with("stand-leit-wartet", &[("nutzung", Arg::from(meant))])
        }
        (State::Kept, _) => t.get("stand-leit-intern"),
        _ => t.get("stand-leit-zurueckgenommen"),
    }
}

fn ways(t: &Texts, city: &City, dossier: &Dossier) -> Block {
    let to =
        |text: &str, page: &str| Link::new(t.get(text), path(city, dossier.version.number, page));
    let withdrawn = dossier.state() == State::Withdrawn;
    let mut ways = Vec::new();
    if dossier.is_unprotected() && !withdrawn {
        ways.push(to("stand-freigabe", "/freigabe"));
    }
    ways.push(to("stand-weitergaben", "/weitergaben"));
    if !withdrawn {
        ways.push(to("stand-sperren", "/sperrung"));
    }
    Block::Ways(ways)
}

fn values(t: &Texts, city: &City, dossier: &Dossier, figures: &Figures) -> Vec<Block> {
    let place = &figures.place;
    let both = figures.source.is_some() && figures.released.is_some();
    let mut heads = vec![Column::words(t.get("atlas-gebiet"))];
    if figures.source.is_some() {
        heads.push(Column::numbers(t.get("stand-ungeschuetzt")));
    }
    if figures.released.is_some() {
        let policy = dossier.releases.iter().find(|it| Some(it.id) == place.release);
        let policy = policy.filter(|_| dossier.is_unprotected()).map(|it| &it.policy);
        heads.push(Column::numbers(match policy {
            Some(it) => {
                t.with("stand-freigegeben-mit", &[("regel", Arg::from(words::policy(t, it)))])
            }
            None => t.get("stand-freigegeben"),
        }));
    }
    if both {
        heads.push(Column::numbers(t.get("stand-abstand")));
    }
    let rows = figures.lines().map(|line| row(t, dossier, place.indicator_version, &line));
    let period = dossier.period(t, place.indicator_version, &place.period);
    let caption = format!("{}, {period}", dossier.indicator(t, place.indicator_version));
    let table = Table { caption, quiet_caption: false, columns: heads, rows: rows.collect() };
    let reading = match (figures.source.is_some(), figures.released.is_some()) {
        (true, true) => "stand-lesen-beide",
        (true, false) => "stand-lesen-nur-quelle",
        _ => "stand-lesen-nur-freigegeben",
    };
    vec![
        Block::Heading(t.get("stand-werte")),
        Block::Filters(path(city, dossier.version.number, ""), selects(t, dossier, place)),
        Block::Table(table),
        Block::Reading(t.get(reading)),
    ]
}

fn row(t: &Texts, dossier: &Dossier, indicator_version: i64, line: &Line<'_>) -> Row {
    let head = line.area.map_or_else(|| t.get("atlas-insgesamt"), |it| it.name.clone());
    let cell = |cell| RowCell::new(dossier.cell(t, indicator_version, cell));
    let mut cells: Vec<RowCell> =
        [line.source, line.released].into_iter().flatten().map(cell).collect();
    if line.source.is_some() && line.released.is_some() {
        let gap = line.gap().map_or_else(|| "–".to_owned(), |it| t.signed(it, 0));
        cells.push(RowCell::new(gap));
    }
    Row { head: RowCell::new(head), cells }
}

fn selects(t: &Texts, dossier: &Dossier, chosen: &Place) -> Vec<Select> {
    let mut indicators: Vec<i64> = dossier.places.iter().map(|it| it.indicator_version).collect();
    indicators.dedup();
    let choice = |it: &i64| {
        let code = dossier.indicators.get(it).map_or("", |it| it.definition.code.as_str());
        let current = if *it == chosen.indicator_version { code } else { "" };
        Choice::new(code, dossier.indicator(t, *it), current)
    };
    let mut indicators: Vec<Choice> = indicators.iter().map(choice).collect();
    indicators.sort_by(|one, other| one.label.cmp(&other.label));
    let periods = dossier
        .places
        .iter()
        .rev()
        .filter(|it| it.indicator_version == chosen.indicator_version)
        .map(|it| {
            let label = dossier.period(t, it.indicator_version, &it.period);
            Choice::new(it.period.clone(), label, &chosen.period)
        });
    vec![
        Select::new("merkmal", t.get("atlas-merkmal"), indicators),
        Select::new("stichtag", t.get("office-stichtag"), periods.collect()),
    ]
}

/// Its indicators, each with its periods and how many of them are released.
fn columns(t: &Texts, dossier: &Dossier) -> Block {
    let mut rows: Vec<Row> = dossier
        .places
        .chunk_by(|one, other| one.indicator_version == other.indicator_version)
        .map(|places| {
            let id = places[0].indicator_version;
            let definition = dossier.indicators.get(&id).map(|it| &it.definition);
            let periods: Vec<&str> = places.iter().map(|it| it.period.as_str()).collect();
            let out = places.iter().filter(|it| it.release.is_some()).count();
            let kind = definition.map(|it| t.get(&format!("stand-art-{}", kind(it.kind))));
            Row {
                head: RowCell::new(dossier.indicator(t, id)),
                cells: vec![
                    RowCell::new(kind.unwrap_or_default()),
                    RowCell::new(range(t, periods[0], periods[periods.len() - 1])),
                    RowCell::new(t.count(periods.len())),
                    RowCell::new(t.count(out)),
                ],
            }
        })
        .collect();
    rows.sort_by(|one, other| one.head.text.cmp(&other.head.text));
    let words =
        ["merkmal", "art", "von-bis"].map(|it| Column::words(t.get(&format!("stand-{it}"))));
    let numbers = ["anzahl", "davon"].map(|it| Column::numbers(t.get(&format!("stand-{it}"))));
    Block::Table(Table {
        caption: t.get("stand-spalten"),
        quiet_caption: true,
        columns: words.into_iter().chain(numbers).collect(),
        rows,
    })
}

const fn kind(kind: crate::indicators::Kind) -> &'static str {
    match kind {
        crate::indicators::Kind::Count => "count",
        crate::indicators::Kind::Percent => "percent",
        crate::indicators::Kind::Measure => "measure",
        crate::indicators::Kind::Class => "class",
    }
}

fn releases(t: &Texts, city: &City, dossier: &Dossier) -> Block {
    if dossier.releases.is_empty() {
        return Block::Text(t.get("stand-keine-freigabe"));
    }
    let rows = dossier.releases.iter().map(|it| release(t, city, dossier, it)).collect();
    let columns = ["regel", "nutzung", "gebiete", "spalten", "wann", "sperrung"]
        .map(|it| Column::words(t.get(&format!("stand-freigabe-{it}"))));
    let caption = t.get("stand-freigaben");
    Block::Table(Table { caption, quiet_caption: true, columns: columns.to_vec(), rows })
}

fn release(t: &Texts, city: &City, dossier: &Dossier, it: &Release) -> Row {
    let withdraw = match it.withdrawn_at {
        Some(at) => {
            let at = [("wann", Arg::from(words::instant(t, at)))];
            RowCell::link(t.with("stand-gesperrt-am", &at), city.at("/statistikstelle/sperrungen"))
        }
        None => {
            let page = format!("/sperrung?freigabe={}", it.id);
            RowCell::link(
                t.get("stand-freigabe-sperren"),
                path(city, dossier.version.number, &page),
            )
        }
    };
    let who = dossier.names.account(t, it.account);
    let who = match dossier.names.post(it.post) {
        Some(post) => format!("{who}, {post}"),
        None => who,
    };
    Row {
        head: RowCell::new(words::policy(t, &it.policy)),
        cells: vec![
            RowCell::new(words::nutzung(t, it.nutzung)),
            RowCell::new(dossier.ground(it.area_version)),
            RowCell::new(t.integer(it.columns)),
            RowCell::new(words::instant(t, it.released_at)).note(who),
            withdraw,
        ],
    }
}

fn origin(t: &Texts, dossier: &Dossier) -> Vec<Pair> {
    let it = &dossier.version;
    let who = dossier.names.account(t, it.account);
    let accepted = format!("{} · {who}", words::instant(t, it.accepted_at));
    let mut pairs = vec![
        Pair::new(t.get("quelle-schutz"), words::protection(t, &it.protection)),
        Pair::new(t.get("stand-vorgesehen"), words::nutzung(t, it.nutzung)),
        Pair::new(t.get("quelle-grenzen"), dossier.ground(it.area_version)),
        Pair::new(t.get("quelle-herausgeber"), it.publisher.as_str()),
        Pair::new(t.get("quelle-konzept"), it.population_concept.as_str()),
        Pair::new(t.get("quelle-lizenz"), it.licence.as_str()),
        Pair::new(t.get("quelle-datei"), it.file_name.as_str()),
        Pair::new(t.get("quelle-pruefsumme"), hex(&it.file_hash)),
        Pair::new(t.get("quelle-profil"), it.profile.as_str()),
        Pair::new(t.get("daten-uebernommen"), accepted),
    ];
    pairs.retain(|pair| !pair.text.is_empty());
    pairs
}

/// What stands on the pages of a Datenstand that was withdrawn.
pub(super) fn withdrawn_notice(t: &Texts) -> Block {
    let (title, text) = (t.get("stand-ist-gesperrt"), t.get("stand-ist-gesperrt.text"));
    Block::Notice(Notice { kind: Kind::Warning, title, text })
}
