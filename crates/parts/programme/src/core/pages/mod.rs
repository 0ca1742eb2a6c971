//! `/{kommune}/kernindikatoren`: what do the twelve define alike, and where do they differ?

pub mod define;
pub mod fit;
pub mod values;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Empty, Pair, Row, RowCell, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::tenant::TenantKind;
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use ankunft_platform::words;

use super::model::{Core, Fit, Part, is_in};
use super::store::Said;
use super::view::{Beside, Comparison, Line};
use super::{PATH, at};
use crate::exchange::make::indicator_name;
use crate::exchange::store::received::Received;
use crate::members::is_programme;
use crate::permissions::DEFINE;

/// How something fits, in a word.
fn fits(t: &Texts, it: Fit) -> String {
    t.get(&format!("kern-passt-{}", it.code()))
}

/// What a unit is called.
fn unit(t: &Texts, code: &str) -> String {
    let ids = [format!("kern-einheit-{code}"), format!("unit-{code}")];
    ids.iter().find(|it| t.has(it)).map_or_else(|| code.to_owned(), |it| t.get(it))
}

/// The unit of a city's measure, if it is another than the programme's.
fn other_unit<'a>(core: &Core, said: Option<&'a Said>) -> Option<&'a str> {
    said?.unit.as_deref().filter(|it| !is_in(&core.text.unit, it))
}

/// That the unit is another, in words.
fn counts_otherwise(t: &Texts, core: &Core, said: Option<&Said>) -> Option<String> {
    let code = other_unit(core, said)?;
    Some(format!("{}: {}", t.get("kern-feld-einheit"), unit(t, code)))
}

/// The file that something is taken from, in words.
fn source(t: &Texts, came: &Received) -> String {
    let id = if came.key.is_some() { "kern-aus-paket" } else { "kern-aus-vorlage" };
    let args = [
        ("nummer", Arg::from(came.package.as_str())),
        ("von", Arg::from(came.issuer.as_str())),
        ("tag", Arg::from(words::instant(t, came.at))),
    ];
    t.with(id, &args)
}

/// The name of a city with where it is taken from; that a file came too, if that is not what is shown.
fn head(t: &Texts, it: &Beside, shown: Option<&Received>) -> RowCell {
    let cell = RowCell::new(it.name.clone());
    match (shown, &it.file) {
        (Some(came), _) => cell.note(source(t, came)),
        (None, Some(file)) => {
            let args = [("nummer", Arg::from(file.came.package.as_str()))];
            cell.note(t.with("kern-auch-als-datei", &args))
        }
        (None, None) => cell,
    }
}

/// Where a file stands among what a tenant got.
fn file_address(city: &str, came: &Received) -> String {
    format!("/{city}/austausch/pakete/{}", came.number)
}

/// What a definition says in a field, in words.
fn value(t: &Texts, it: &Core, part: Part) -> String {
    match part {
        Part::Unit => unit(t, &it.text.unit),
        Part::Retired => t.get(if it.text.retired { "offen-ja" } else { "offen-nein" }),
        _ => part.of(&it.text).to_owned(),
    }
}

/// A page one step below the overview.
fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![Link::new(t.get("nav-kernindikatoren"), city.at(PATH))];
    viewer.page_with_form(title).lead(lead).crumbs(crumbs)
}

/// The overview.
pub fn overview(viewer: &Viewer, city: &City, it: Option<&Comparison>) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("kern-titel"));
    let Some(it) = it else {
        let empty = Empty { text: t.get("kern-kein-programm"), step: None };
        return Sheet::new(shell.lead(t.get("kern-leit-leer")), vec![Block::Empty(empty)]);
    };
    let mut ways = Vec::new();
    if is_programme(city) && viewer.may(DEFINE) {
        ways.push(Link::new(t.get("kern-neu"), at(city, "/neu")));
    }
    if it.lines.is_empty() {
        let mut blocks = vec![Block::Empty(Empty { text: t.get("kern-leer"), step: None })];
        if !ways.is_empty() {
            blocks.push(Block::Ways(ways));
        }
        return Sheet::new(shell.lead(t.get("kern-leit-leer")), blocks);
    }
    let file = |kind: &str| Link::new(kind.to_uppercase(), city.at(&format!("{PATH}.{kind}")));
    let shell = shell.lead(lead(t, it)).data(vec![file("csv"), file("json")]);
    let mut blocks = vec![Block::Table(table(t, city, it))];
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    blocks.push(Block::Reading(t.get("kern-lesen")));
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, it: &Comparison) -> String {
    let live = it.lines.iter().filter(|it| !it.newest().text.retired);
    let (mut lines, mut same, mut asked) = (0_usize, 0_usize, 0_usize);
    for line in live {
        lines += 1;
        same += line.count(Fit::Same);
        asked += line.cities.len();
    }
    let args =
        [("zahl", Arg::from(lines)), ("gleich", Arg::from(same)), ("alle", Arg::from(asked))];
    t.with("kern-leit", &args)
}

fn table(t: &Texts, city: &City, it: &Comparison) -> Table {
    let own = city.kind == TenantKind::Kommune;
    let mut columns = vec![Column::words(t.get("kern-indikator"))];
    if own {
        columns.push(Column::words(t.get("kern-bei-uns")));
    }
    columns.extend(Fit::ALL.map(|it| Column::numbers(fits(t, it))));
    let row = |line: &Line| {
        let core = line.newest();
        let mut head = RowCell::link(core.text.name.clone(), at(city, &format!("/{}", core.code)));
        if core.text.retired {
            head = head.note(t.get("kern-ruht"));
        }
        let mine = line.of(city.tenant()).map(|it| RowCell::new(fits(t, it.fit)));
        let counts = Fit::ALL.map(|it| RowCell::new(t.count(line.count(it))));
        Row { head, cells: mine.into_iter().chain(counts).collect() }
    };
    Table {
        caption: t.get("kern-tabelle"),
        quiet_caption: true,
        columns,
        rows: it.lines.iter().map(row).collect(),
    }
}

/// One Kernindikator with what every city says of it.
pub fn line(viewer: &Viewer, city: &City, it: &Comparison, line: &Line) -> Sheet {
    let t = &viewer.t;
    let core = line.newest();
    let shell = frame(viewer, city, (core.text.name.clone(), core.text.definition.clone()));
    let parts = [Part::Population, Part::Day, Part::Unit, Part::Deviations];
    let field = |part: Part| {
        let text = value(t, core, part);
        let text = if text.is_empty() { t.get("kern-keine") } else { text };
        Pair::new(t.get(&format!("kern-feld-{}", part.code())), text)
    };
    let mut facts: Vec<Pair> = parts.map(field).to_vec();
    let args =
        [("nummer", Arg::from(core.version.to_string())), ("tag", Arg::from(day(t, core.at)))];
    facts.push(Pair::new(t.get("kern-fassung"), t.with("kern-fassung-vom", &args)));
    if core.text.retired {
        facts.push(Pair::new(t.get("kern-feld-ruht"), t.get("offen-ja")));
    }
    let mut blocks = vec![Block::Pairs(facts)];
    let mut ways = Vec::new();
    if viewer.may(DEFINE) && is_programme(city) {
        ways.push(Link::new(t.get("kern-aendern"), at(city, &format!("/{}/aendern", core.code))));
    }
    if viewer.may(DEFINE) && city.kind == TenantKind::Kommune {
        let address = at(city, &format!("/{}/zuordnung", core.code));
        ways.push(Link::new(t.get("kern-zuordnen"), address));
    }
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    let names = [("programm", Arg::from(it.programme.name.as_str()))];
    blocks.push(Block::Heading(t.with("kern-nebeneinander", &names)));
    blocks.push(Block::Table(cities(t, city, line)));
    let report = Link::new(t.get("kernwert-im-bericht"), city.at("/programm/bericht"));
    blocks.push(Block::Links(vec![report]));
    if line.versions.len() > 1 {
        blocks.push(Block::Details(t.get("kern-fruehere"), history(t, line)));
    }
    Sheet::new(shell, blocks)
}

fn day(t: &Texts, at: i64) -> String {
    t.instant(jiff::Timestamp::from_microsecond(at).unwrap_or_default())
}

fn cities(t: &Texts, city: &City, line: &Line) -> Table {
    let columns = [
        "kern-kommune",
        "kern-passt",
        "kernwert-merkmal",
        "kern-feld-bevoelkerung",
        "kern-feld-stichtag",
        "kern-abweichung",
    ];
    let core = line.newest();
    let row = |it: &Beside| {
        let (said, fit, came) = it.told();
        let said_in = |of: fn(&Said) -> &String| said.map_or_else(String::new, |it| of(it).clone());
        let text = |of: fn(&Said) -> &String| RowCell::new(said_in(of));
        let deviation = Some(said_in(|it| &it.deviation)).filter(|it| !it.is_empty());
        let deviation = counts_otherwise(t, core, said).into_iter().chain(deviation);
        let measure = said.and_then(|it| it.measure.as_ref());
        // A workbook holds the Kernindikator itself.
        let own = (came.is_some_and(|it| it.key.is_none())).then_some(core.text.name.as_str());
        let mut head = head(t, it, came);
        head.href = came.map(|it| file_address(&city.slug, it));
        Row {
            head,
            cells: vec![
                RowCell::new(fits(t, fit)),
                RowCell::new(measure.map_or_else(String::new, |it| indicator_name(t, it, own))),
                text(|it| &it.population_concept),
                text(|it| &it.reference_day),
                RowCell::new(deviation.collect::<Vec<_>>().join("; ")),
            ],
        }
    };
    Table {
        caption: t.get("kern-tabelle-kommunen"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: line.cities.iter().map(row).collect(),
    }
}

/// What earlier versions said otherwise.
fn history(t: &Texts, line: &Line) -> Vec<String> {
    let step = |pair: &[Core]| {
        let [now, before] = pair else { return Vec::new() };
        let said = |part: &Part| {
            let name = t.get(&format!("kern-feld-{}", part.code()));
            format!("{name}: {} → {}", value(t, before, *part), value(t, now, *part))
        };
        let parts = before.text.differences(&now.text);
        let changes: Vec<String> = parts.iter().map(said).collect();
        vec![format!("{} ({}): {}", now.version, day(t, now.at), changes.join("; "))]
    };
    line.versions.windows(2).flat_map(step).collect()
}
