//! `/{kommune}/programm/bericht`: what did the twelve do, and how far are they?

use ankunft_atlas::papers::sheet;
use ankunft_formats::workbook;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::tenant::TenantInfo;
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::PATH;
use super::view::Report;
use crate::core::pages::values as words;
use crate::core::values::Values;
use crate::core::view::Line;
use crate::exchange::model::Grant;
use crate::exchange::store::received::Received;
use crate::frozen::model::State;
use crate::together::model::{Meeting, Told};

/// The page.
pub fn show(viewer: &Viewer, city: &City, it: Option<&Report>) -> Sheet {
    let t = &viewer.t;
    let crumbs = vec![Link::new(t.get("nav-programm"), city.at(crate::together::PATH))];
    let shell = viewer.page(t.get("programmbericht-titel")).crumbs(crumbs);
    let Some(it) = it else {
        let empty = Empty { text: t.get("programm-keins"), step: None };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    };
    let shell = shell
        .lead(lead(t, it))
        .mark(t.get("programmbericht-fuer-wen"))
        .data(vec![Link::new("XLSX", city.at(&format!("{PATH}.xlsx")))]);
    let paper = |kind: &str| {
        let label = t.get(&format!("programmbericht-{kind}"));
        Link::new(label, city.at(&format!("{PATH}/{kind}")))
    };
    let mut blocks = vec![Block::Links(vec![paper("pdf"), paper("docx")])];
    for section in sections(t, it) {
        blocks.push(Block::Heading(section.title));
        blocks.extend(section.text.map(Block::Text));
        blocks.extend(section.tables.into_iter().map(Block::Table));
    }
    blocks.push(Block::Reading(t.get("programmbericht-lesen")));
    Sheet::new(shell, blocks)
}

/// How far the programme is, in a sentence.
#[must_use]
pub fn lead(t: &Texts, it: &Report) -> String {
    let told = it.together.cities.iter().filter(|it| it.1.is_some()).count();
    let signed = it
        .together
        .cities
        .iter()
        .filter(|it| it.1.as_ref().is_some_and(|it| it.profile.intent == "signed"));
    let held = it.together.meetings();
    let held = held.iter().filter(|of| of.is_over(it.today) && !of.it.cancelled).count();
    let args = [
        ("kommunen", Arg::from(it.together.cities.len())),
        ("profile", Arg::from(told)),
        ("loi", Arg::from(signed.count())),
        ("treffen", Arg::from(held)),
        ("karten", Arg::from(it.library.cards.len())),
    ];
    t.with("programmbericht-leit", &args)
}

/// A piece of the report under its heading.
pub struct Section {
    /// The heading.
    pub title: String,
    /// What is said before the tables, or that there is nothing.
    pub text: Option<String>,
    /// The tables, none of them empty.
    pub tables: Vec<Table>,
    /// The same as a sheet.
    pub sheet: workbook::Sheet,
}

impl Section {
    fn of(t: &Texts, title: &str, table: Table) -> Self {
        let title = t.get(title);
        let sheet = sheet(t, &title, &table);
        let is_empty = table.rows.is_empty();
        let text = is_empty.then(|| t.get("programmbericht-nichts"));
        Self { title, text, tables: if is_empty { vec![] } else { vec![table] }, sheet }
    }
}

/// The sections: page, paper and workbook show the same.
#[must_use]
pub fn sections(t: &Texts, it: &Report) -> Vec<Section> {
    let mut all = vec![
        Section::of(t, "programm-kommunen", cities(t, it)),
        Section::of(t, "programmbericht-stand", standing(t, it)),
        Section::of(t, "nav-kernindikatoren", core(t, it)),
    ];
    all.extend(it.values.as_ref().filter(|_| !it.core.is_empty()).map(|of| values(t, it, of)));
    if !it.received.is_empty() {
        all.push(Section::of(t, "programmbericht-dateien", received(t, &it.received)));
    }
    if let Some(states) = &it.states {
        all.push(Section::of(t, "programmbericht-datenstaende", states_of(t, states)));
    }
    all.push(Section::of(t, "nav-termine", meetings(t, it)));
    all.push(Section::of(t, "programmbericht-karten", cards(t, it)));
    all
}

/// What the cities gave, a table a Kernindikator.
fn values(t: &Texts, it: &Report, of: &Values) -> Section {
    Section {
        title: t.get("kernwert-titel"),
        text: Some(words::lead(t, of)),
        tables: words::tables(t, &it.reader, &it.core, of),
        sheet: words::sheet(t, &it.core, of),
    }
}

fn table(t: &Texts, caption: &str, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|it| Column::words(t.get(it))).collect();
    Table { caption: t.get(caption), quiet_caption: true, columns, rows }
}

/// What each tells of itself.
fn cities(t: &Texts, it: &Report) -> Table {
    let row = |(city, told): &(TenantInfo, Option<Told>)| {
        let cells = match told {
            Some(told) => {
                let it = &told.profile;
                vec![
                    t.get(&format!("organisation-{}", it.organisation)),
                    it.lead_unit.clone(),
                    it.quarters.clone(),
                    t.get(&format!("loi-{}", it.intent)),
                    it.doing.clone(),
                ]
            }
            None => vec![
                t.get("profil-nichts"),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ],
        };
        let cells = cells.into_iter().map(RowCell::new).collect();
        Row { head: RowCell::new(city.name.clone()), cells }
    };
    let columns = [
        "kern-kommune",
        "profil-organisation",
        "profil-federfuehrung",
        "profil-quartiere",
        "profil-loi",
        "profil-woran",
    ];
    table(t, "programm-kommunen", &columns, it.together.cities.iter().map(row).collect())
}

/// How complete what each gave is.
fn standing(t: &Texts, it: &Report) -> Table {
    let all = it.core.len();
    let cells = |told: bool, (said, same): (usize, usize), (given, cards): (String, usize)| {
        let of = |count: usize| {
            let args = [("da", Arg::from(count)), ("alle", Arg::from(all))];
            RowCell::new(t.with("programmbericht-von", &args))
        };
        let told = t.get(if told { "offen-ja" } else { "offen-nein" });
        let (given, cards) = (RowCell::new(given), RowCell::new(t.count(cards)));
        vec![RowCell::new(told), of(said), of(same), given, cards]
    };
    let row = |(city, told): &(TenantInfo, Option<Told>)| {
        let given = given(t, &it.of(city).collect::<Vec<_>>());
        let fits = it.fits(|it| it.is(city.tenant));
        let cells = cells(told.is_some(), fits, (given, it.cards(city)));
        Row { head: RowCell::new(city.name.clone()), cells }
    };
    // Of who is not here there is what came as a file.
    let stranger = |name: &str| {
        let came = it.received.iter().filter(|it| it.issuer == name);
        let args = |it: &Received| {
            [("titel", Arg::from(it.title.as_str())), ("bis", Arg::from(t.date(it.until)))]
        };
        let given = came.map(|it| t.with("programmbericht-gegeben", &args(it)));
        let given = given.collect::<Vec<_>>().join("; ");
        let fits = it.fits(|it| it.here.is_none() && it.name == name);
        Row { head: RowCell::new(name), cells: cells(false, fits, (given, 0)) }
    };
    let rows = it.together.cities.iter().map(row).chain(it.strangers().map(stranger));
    let columns = [
        "kern-kommune",
        "programmbericht-profil",
        "programmbericht-zugeordnet",
        "programmbericht-gleich",
        "programmbericht-gibt",
        "programmbericht-karten",
    ];
    table(t, "programmbericht-stand", &columns, rows.collect())
}

/// What a city gives: each table by name, and how many there are that are not shown here.
fn given(t: &Texts, all: &[Option<&Grant>]) -> String {
    let named = |it: &Grant| {
        let args =
            [("titel", Arg::from(it.dataset.1.as_str())), ("bis", Arg::from(t.date(it.until)))];
        t.with("programmbericht-gegeben", &args)
    };
    let hidden = all.iter().filter(|it| it.is_none()).count();
    let count = || t.with("programmbericht-anzahl", &[("anzahl", Arg::from(hidden))]);
    let named = all.iter().copied().flatten().map(named);
    named.chain((hidden > 0).then(count)).collect::<Vec<_>>().join("; ")
}

/// What is defined alike, and who differs.
fn core(t: &Texts, it: &Report) -> Table {
    let row = |line: &Line| {
        let core = line.newest();
        let named = |wanted: crate::core::model::Fit| {
            let cities = line.cities.iter().filter(|it| it.told().1 == wanted);
            RowCell::new(t.list(&cities.map(|it| it.name.as_str()).collect::<Vec<_>>()))
        };
        let fits = crate::core::model::Fit::ALL.map(named);
        let unit = t.get(&format!("kern-einheit-{}", core.text.unit));
        let about = [RowCell::new(core.text.definition.clone()), RowCell::new(unit)];
        Row {
            head: RowCell::new(core.text.name.clone()),
            cells: about.into_iter().chain(fits).collect(),
        }
    };
    let fits = crate::core::model::Fit::ALL;
    let fits = fits.map(|it| Column::words(t.get(&format!("kern-passt-{}", it.code()))));
    let about = ["kern-indikator", "kern-feld-definition", "kern-feld-einheit"];
    Table {
        caption: t.get("kern-tabelle"),
        quiet_caption: true,
        columns: about.map(|it| Column::words(t.get(it))).into_iter().chain(fits).collect(),
        rows: it.core.iter().map(row).collect(),
    }
}

/// What came as files.
fn received(t: &Texts, all: &[Received]) -> Table {
    let row = |it: &Received| Row {
        head: RowCell::new(it.issuer.clone()),
        cells: [it.title.clone(), it.purpose.clone(), t.date(it.until)].map(RowCell::new).to_vec(),
    };
    let columns = ["kern-kommune", "austausch-tabelle", "austausch-zweck", "austausch-bis"];
    table(t, "programmbericht-dateien", &columns, all.iter().map(row).collect())
}

fn states_of(t: &Texts, all: &[State]) -> Table {
    let row = |it: &State| {
        let issuers: std::collections::BTreeSet<&str> =
            it.packages.iter().map(|it| it.issuer.as_str()).collect();
        Row {
            head: RowCell::new(t.integer(it.number)),
            cells: vec![
                RowCell::new(it.title.clone()),
                RowCell::new(ankunft_platform::words::instant(t, it.at)),
                RowCell::new(t.list(&issuers.into_iter().collect::<Vec<_>>())),
            ],
        }
    };
    let columns = [
        "programmbericht-nummer",
        "programmbericht-wofuer",
        "programmbericht-wann",
        "kern-kommune",
    ];
    table(t, "programmbericht-datenstaende", &columns, all.iter().map(row).collect())
}

fn meetings(t: &Texts, it: &Report) -> Table {
    let row = |it: &&Meeting| {
        let of = &it.it;
        let mut title = RowCell::new(of.title.clone());
        if of.cancelled {
            title = title.note(t.get("termin-abgesagt"));
        }
        let day = match of.ends_on.filter(|last| *last != of.starts_on) {
            Some(last) => format!("{} – {}", t.date(of.starts_on), t.date(last)),
            None => t.date(of.starts_on),
        };
        Row {
            head: title,
            cells: [day, of.place.clone(), of.about.clone()].map(RowCell::new).to_vec(),
        }
    };
    let columns = ["termin-titel", "programmbericht-wann", "termin-ort", "termin-worum"];
    let rows = it.together.meetings().iter().map(row).collect();
    table(t, "nav-termine", &columns, rows)
}

fn cards(t: &Texts, it: &Report) -> Table {
    let row = |(city, card): &(TenantInfo, crate::library::model::Card)| {
        let of = &card.text;
        Row {
            head: RowCell::new(of.title.clone()),
            cells: vec![
                RowCell::new(city.name.clone()),
                RowCell::new(of.effect.clone()),
                RowCell::new(match of.evidence.as_str() {
                    "" => t.get("wirkungskarte-beleg-keiner"),
                    code => t.get(&format!("beleg-{code}")),
                }),
                RowCell::new(of.failed.clone()),
            ],
        }
    };
    let columns = [
        "wirkungskarte-titel",
        "kern-kommune",
        "wirkungskarte-wirkung",
        "wirkungskarte-beleg",
        "wirkungskarte-gescheitert",
    ];
    table(t, "programmbericht-karten", &columns, it.library.cards.iter().map(row).collect())
}
