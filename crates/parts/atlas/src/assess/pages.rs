//! The pages of arrival quarters: classes for everybody, the list for those who may see it.

use ankunft_arrival::{Dimension, Panel};
use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Pair, Picture, Row, RowCell, Select, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_report::{
    Interval, Look, MapPicture, Point, Shade, Sparkline, interval, sparkline, swatch,
};
use askama::Template;

use super::{Assessment, Class, Judged, Ready, Stands, words};
use crate::model::measure::Unit;
use crate::pages::overview::{Setting, quarter_link};
use crate::pages::words as figures;
use crate::store::last_day;

/// Everything that the public page prints.
#[derive(Template)]
#[template(path = "arrival.html")]
pub struct ArrivalPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form asks.
    pub action: String,
    /// What the reader can choose.
    pub selects: Vec<Select>,
    /// Map and table; none while it is being computed.
    pub shown: Option<Shown>,
    /// To the list, for who may see it.
    pub list: Option<Link>,
    /// To how it is computed.
    pub methods: Link,
}

/// Map, table and how it was found.
pub struct Shown {
    /// The drawn map; none for units whose outlines nobody has.
    pub map: Option<Picture>,
    /// A drawn field and its words for each class.
    pub legend: Vec<(String, String)>,
    /// The units in alphabetical order.
    pub table: Table,
    /// How to read it.
    pub reading: Vec<String>,
    /// By what each dimension was measured.
    pub measured: Vec<Pair>,
    /// What one must know to compute it again.
    pub record: Vec<Pair>,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// Everything that the list prints.
#[derive(Template)]
#[template(path = "arrivals.html")]
pub struct ListPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form asks.
    pub action: String,
    /// What the reader can choose.
    pub selects: Vec<Select>,
    /// The list; none while it is being computed.
    pub shown: Option<Listed>,
    /// The public page of the same.
    pub public: Link,
    /// To how it is computed.
    pub methods: Link,
    /// What is published beside classes, and by which button that changes.
    pub publishing: Option<Publishing>,
}

/// The list and what stands around it.
pub struct Listed {
    /// Map, and the table of all units.
    pub around: Shown,
    /// The heading of the list.
    pub heading: String,
    /// The arrival quarters, the surest first.
    pub entries: Vec<Entry>,
}

/// One arrival quarter.
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Since when, and the share of foreigners.
    pub below: String,
    /// How that share has changed, drawn.
    pub trend: String,
    /// Its rank with its range, drawn.
    pub span: String,
    /// The same in words.
    pub rank: String,
    /// How often it is called when the data vary.
    pub probability: String,
    /// How often it is called when the choices vary.
    pub variants: String,
}

/// What is published, and the button that changes it.
pub struct Publishing {
    /// What is public now.
    pub state: String,
    /// Where the form is sent.
    pub action: String,
    /// What it sends.
    pub value: &'static str,
    /// What the button says.
    pub label: String,
}

/// The first sentences: how many units, by what.
#[must_use]
pub fn lead(setting: &Setting<'_>, ready: &Ready) -> Option<String> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let args = lead_args(setting, assessment);
    Some(t.with("ankunft-leit", &args))
}

/// The same for the list, with how many are it since a few years only.
#[must_use]
pub fn lead_of_list(setting: &Setting<'_>, ready: &Ready) -> Option<String> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let clear = || assessment.compared().filter(|it| it.1.class() == Class::Clear);
    let mut sentences = vec![t.with("ankunft-leit-liste", &lead_args(setting, assessment))];
    let recent = clear().filter(|it| it.1.is_recent()).count();
    if clear().count() > 0 {
        sentences.push(t.with("ankunft-leit-neu", &[("anzahl", Arg::from(recent))]));
    }
    Some(sentences.join(" "))
}

fn lead_args(setting: &Setting<'_>, assessment: &Assessment) -> Vec<(&'static str, Arg)> {
    let compared = assessment.compared();
    let clear = assessment.compared().filter(|it| it.1.class() == Class::Clear).count();
    vec![
        ("anzahl", Arg::from(clear)),
        ("alle", Arg::from(compared.count())),
        ("dimensionen", Arg::from(words::dimensions(setting.t, assessment))),
        ("zeit", Arg::from(words::period(setting.t, assessment))),
        ("stadt", Arg::from(setting.city)),
    ]
}

/// The public view: classes, and nothing that puts units in an order. What the coordination has
/// published stands beside them.
#[must_use]
pub fn shown(setting: &Setting<'_>, ready: &Ready, published: bool) -> Option<Shown> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let mut columns =
        vec![Column::words(t.get("atlas-gebiet")), Column::words(t.get("ankunft-spalte-klasse"))];
    columns.extend(rate_columns(t, assessment));
    if published {
        columns.push(Column::words(t.get("ankunft-spalte-phase")));
        columns.push(Column::numbers(t.get("ankunft-spalte-sicherheit")));
    }
    let mut rows: Vec<(&str, &Judged)> = named(ready, assessment);
    rows.sort_unstable_by_key(|(name, it)| (*name, it.code.as_str()));
    let row = |(name, judged): &(&str, &Judged)| {
        let class = match &judged.standing {
            Ok(stands) => words::class_short(t, stands.class()),
            Err(_) => class_words(t, assessment, judged),
        };
        let mut cells = vec![RowCell::new(class)];
        cells.extend(rate_cells(t, assessment, judged));
        if published {
            let stands = judged.standing.as_ref().ok();
            cells.push(RowCell::new(
                stands.map_or_else(String::new, |it| words::phase(t, assessment, it)),
            ));
            let sure = stands.map(|it| words::sure(t, it.probability));
            cells.push(RowCell::new(sure.unwrap_or_default()));
        }
        Row { head: head(setting, ready, (name, &judged.code)), cells }
    };
    let table = Table {
        caption: caption(setting, ready, assessment, "ankunft-tabelle"),
        quiet_caption: false,
        columns,
        rows: rows.iter().map(row).collect(),
    };
    let mut reading = vec![t.get("ankunft-lesen-klassen"), t.get("ankunft-lesen-urteil")];
    if published {
        reading.push(reading_of_draws(t, assessment));
    }
    Some(around(setting, ready, assessment, (table, reading)))
}

/// The list of those who may see it: the surest first.
#[must_use]
pub fn listed(setting: &Setting<'_>, ready: &Ready) -> Option<Listed> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let mut rows: Vec<(&str, &Judged)> = named(ready, assessment);
    rows.sort_by(|a, b| order(a.1).partial_cmp(&order(b.1)).unwrap_or(std::cmp::Ordering::Equal));
    let compared = assessment.compared().count();
    let clear = |it: &&(&str, &Judged)| {
        it.1.standing.as_ref().is_ok_and(|it| it.class() == Class::Clear || it.probability >= 0.5)
    };
    let entries = rows
        .iter()
        .filter(clear)
        .filter_map(|(name, judged)| entry(setting, ready, assessment, (name, judged, compared)));
    let entries: Vec<Entry> = entries.collect();
    let table = ranked(setting, ready, assessment, &rows);
    let reading = vec![
        reading_of_draws(t, assessment),
        t.get("ankunft-lesen-varianten"),
        t.get("ankunft-lesen-rang"),
        t.get("ankunft-lesen-urteil"),
    ];
    let around = around(setting, ready, assessment, (table, reading));
    Some(Listed { around, heading: t.get("ankunft-liste"), entries })
}

/// The surest first, then by rank, then by code; what is not compared comes last.
fn order(judged: &Judged) -> (f64, usize, &str) {
    match &judged.standing {
        Ok(it) => (-it.probability, it.rank[0], &judged.code),
        Err(_) => (f64::INFINITY, usize::MAX, &judged.code),
    }
}

fn reading_of_draws(t: &Texts, assessment: &Assessment) -> String {
    t.get(match words::has_noise(&assessment.plan) {
        true => "ankunft-lesen-ziehungen",
        false => "ankunft-lesen-ohne-rauschen",
    })
}

/// The names of the units beside what was judged.
fn named<'a>(ready: &'a Ready, assessment: &'a Assessment) -> Vec<(&'a str, &'a Judged)> {
    let named = ready.ground.areas.iter();
    named.filter_map(|it| Some((it.name.as_str(), assessment.area(&it.code)?))).collect()
}

fn head(setting: &Setting<'_>, ready: &Ready, (name, code): (&str, &str)) -> RowCell {
    RowCell::link(name, quarter_link(setting.base, &ready.geography.code, code))
}

fn caption(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    id: &'static str,
) -> String {
    let args = [
        ("ebene", Arg::from(ready.geography.name.as_str())),
        ("zeit", Arg::from(words::period(setting.t, assessment))),
    ];
    setting.t.with(id, &args)
}

fn class_words(t: &Texts, assessment: &Assessment, judged: &Judged) -> String {
    match &judged.standing {
        Ok(stands) => words::class(t, stands.class()),
        Err(reason) => words::excluded(t, &assessment.plan, reason),
    }
}

fn rate_columns(t: &Texts, assessment: &Assessment) -> Vec<Column> {
    let name = |code: &str| Column::numbers(t.get(&format!("ankunft-spalte-{code}")));
    assessment.dimensions.iter().map(|it| name(&it.dimension)).collect()
}

fn rate_cells(t: &Texts, assessment: &Assessment, judged: &Judged) -> Vec<RowCell> {
    let rate = |code: &str| {
        let dimensions = judged.standing.as_ref().ok().map(|it| &it.dimensions);
        let rate = dimensions.and_then(|it| it.iter().find(|it| it.0 == code));
        RowCell::new(rate.map_or_else(String::new, |it| t.decimal(it.1, 1)))
    };
    assessment.dimensions.iter().map(|it| rate(&it.dimension)).collect()
}

/// The table of all units for those who may see ranks.
fn ranked(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    rows: &[(&str, &Judged)],
) -> Table {
    let t = setting.t;
    let mut columns = vec![
        Column::words(t.get("atlas-gebiet")),
        Column::words(t.get("ankunft-spalte-verfahren")),
        Column::words(t.get("ankunft-spalte-phase")),
    ];
    columns.extend(rate_columns(t, assessment));
    for id in ["sicherheit", "varianten", "rang", "index", "punkte"] {
        columns.push(Column::numbers(t.get(&format!("ankunft-spalte-{id}"))));
    }
    let row = |(name, judged): &(&str, &Judged)| {
        let mut cells = Vec::new();
        let stands = judged.standing.as_ref().ok();
        let text = |of: &dyn Fn(&Stands) -> String| stands.map_or_else(String::new, of);
        cells.push(match stands {
            Some(it) => RowCell::new(methods(t, it)),
            None => RowCell::new(class_words(t, assessment, judged)),
        });
        let phase = RowCell::new(text(&|it| words::phase(t, assessment, it)));
        cells.push(if judged.bridged { phase.note(t.get("ankunft-getragen")) } else { phase });
        cells.extend(rate_cells(t, assessment, judged));
        cells.push(RowCell::new(text(&|it| words::sure(t, it.probability))));
        cells.push(RowCell::new(text(&|it| words::of_hundred(t, it.variants))));
        cells.push(RowCell::new(text(&|it| words::rank(t, "ankunft-rang", it.rank))));
        let index = |it: &Stands| it.index.map_or_else(String::new, |it| t.decimal(it, 2));
        cells.push(RowCell::new(text(&index)));
        cells.push(RowCell::new(text(&|it| t.integer(i64::from(it.points)))));
        Row { head: head(setting, ready, (name, &judged.code)), cells }
    };
    Table {
        caption: caption(setting, ready, assessment, "ankunft-tabelle-rang"),
        quiet_caption: false,
        columns,
        rows: rows.iter().map(row).collect(),
    }
}

/// Which methods call it: `2 von 3: zugleich hoch, Punkte`.
fn methods(t: &Texts, stands: &Stands) -> String {
    let called: Vec<String> = stands
        .calls
        .iter()
        .filter(|it| it.1)
        .map(|it| t.get(&format!("ankunft-verfahren-{}-kurz", it.0)))
        .collect();
    let args = [
        ("anzahl", Arg::from(called.len())),
        ("alle", Arg::from(stands.calls.len())),
        ("verfahren", Arg::from(t.list(&called))),
    ];
    let says_which = (1..stands.calls.len()).contains(&called.len());
    t.with(if says_which { "ankunft-verfahren-stand" } else { "ankunft-verfahren-alle" }, &args)
}

fn entry(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    (name, judged, compared): (&str, &Judged, usize),
) -> Option<Entry> {
    let t = setting.t;
    let stands = judged.standing.as_ref().ok()?;
    let [rank, low, high] = stands.rank.map(|it| it as f64);
    let scale = (1.0, compared.max(2) as f64);
    let foreigners = stands.dimensions.iter().find(|it| it.0 == Dimension::Foreigners.code());
    let share = foreigners.map(|it| figures::number(t, Unit::Percent, it.1));
    let below: Vec<String> =
        std::iter::once(words::phase(t, assessment, stands)).chain(share).collect();
    let points = ready.panel.show(setting.reader).map(|it| trend(it, &judged.code));
    let points = points.unwrap_or_default();
    Some(Entry {
        name: name.to_owned(),
        href: quarter_link(setting.base, &ready.geography.code, &judged.code),
        below: below.join(" · "),
        trend: sparkline(&Sparkline { points: &points, breaks: &[], scale: None, label: "" }),
        span: interval(&Interval { value: rank, low, high, scale, label: "" }),
        rank: words::rank(t, "ankunft-rang-worte", stands.rank),
        probability: words::sure(t, stands.probability),
        variants: words::of_hundred(t, stands.variants),
    })
}

/// The share of foreigners in each period.
fn trend(panel: &Panel, code: &str) -> Vec<Point> {
    let Some(area) = panel.areas.iter().position(|it| it == code) else { return Vec::new() };
    let Some(measure) = panel.measures.iter().find(|it| it.dimension == Dimension::Foreigners)
    else {
        return Vec::new();
    };
    let value = |at: usize| {
        let number = measure.series[at][area]?;
        if !measure.counted.is_count() {
            return Some(number);
        }
        let residents = panel.population.as_ref()?[at][area]?;
        (residents > 0.0).then(|| 100.0 * number / residents)
    };
    let time = |at: usize| {
        let day = last_day(&panel.periods[at].to_string())?;
        Some(f64::from(day.year()) + f64::from(day.day_of_year()) / 366.0)
    };
    let point = |at| Some(Point { at: time(at)?, value: value(at), range: None });
    (0..panel.periods.len()).filter_map(point).collect()
}

fn around(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    (table, reading): (Table, Vec<String>),
) -> Shown {
    let t = setting.t;
    let some_left_out = assessment.areas.iter().any(|it| it.standing.is_err());
    let class = |it: Class| Shade::Class(it as u8);
    let mut legend: Vec<(String, String)> = Class::ALL
        .into_iter()
        .rev()
        .map(|it| (swatch("karte", Class::ALL.len(), class(it)), words::class(t, it)))
        .collect();
    if some_left_out {
        let field = swatch("karte", Class::ALL.len(), Shade::NotShown);
        legend.push((field, t.get("ankunft-nicht-verglichen")));
    }
    Shown {
        map: map(setting, ready, assessment).map(Picture::new),
        legend,
        table,
        reading,
        measured: words::measured(t, assessment),
        record: words::record(t, ready, setting.reader),
        sources: figures::source_line(t, &ready.sources),
    }
}

fn map(setting: &Setting<'_>, ready: &Ready, assessment: &Assessment) -> Option<String> {
    let t = setting.t;
    let title = t.with("ankunft-karte", &[("zeit", Arg::from(words::period(t, assessment)))]);
    let count = ("anzahl", Arg::from(assessment.areas.len()));
    let description = t.with("ankunft-karte-text", &[count]);
    let picture = MapPicture {
        id: "karte",
        title: &title,
        description: &description,
        classes: Class::ALL.len(),
        selected: None,
        layers: &ready.ground.layers,
    };
    let look = |code: &str| {
        let judged = assessment.area(code);
        let shade = match judged.and_then(|it| it.standing.as_ref().ok()) {
            Some(stands) => Shade::Class(stands.class() as u8),
            None => Shade::NotShown,
        };
        let text = judged.map_or_else(String::new, |it| class_words(t, assessment, it));
        let href = Some(quarter_link(setting.base, &ready.geography.code, code));
        Look { shade, text, href }
    };
    Some(ready.ground.map.as_ref()?.draw(&picture, |_, shape| look(&shape.code)))
}

/// The same assessment as CSV; ranks and probabilities only for the list.
#[must_use]
pub fn csv(ready: &Ready, reader: Audience, detail: Detail) -> Option<String> {
    let assessment = ready.assessment.show(reader)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rates = assessment.dimensions.iter().map(|it| format!("rate_{}", it.dimension));
    let mut header: Vec<String> =
        ["code", "name", "period", "class", "excluded"].map(str::to_owned).to_vec();
    header.extend(rates);
    if detail >= Detail::Published {
        header.extend(["probability", "variants", "phase", "since"].map(str::to_owned));
    }
    if detail == Detail::List {
        header.extend(["rank", "rank_low", "rank_high", "index", "points"].map(str::to_owned));
        header.extend(assessment.plan.methods.iter().map(|it| format!("called_{it}")));
    }
    writer.write_record(&header).ok()?;
    let mut rows = named(ready, assessment);
    rows.sort_unstable_by_key(|(name, it)| (*name, it.code.as_str()));
    for (name, judged) in rows {
        writer.write_record(record(assessment, name, judged, detail)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// How much of an assessment is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Classes and the rates that they follow from.
    Classes,
    /// What the coordination has published beside them.
    Published,
    /// Everything.
    List,
}

fn record(assessment: &Assessment, name: &str, judged: &Judged, detail: Detail) -> Vec<String> {
    let stands = judged.standing.as_ref().ok();
    let text = |of: &dyn Fn(&Stands) -> String| stands.map_or_else(String::new, of);
    let mut record = vec![
        judged.code.clone(),
        name.to_owned(),
        assessment.period.clone(),
        text(&|it| it.class().code().to_owned()),
        judged.standing.as_ref().err().cloned().unwrap_or_default(),
    ];
    for used in &assessment.dimensions {
        let rate = |it: &Stands| {
            let found = it.dimensions.iter().find(|it| it.0 == used.dimension);
            found.map_or_else(String::new, |it| it.1.to_string())
        };
        record.push(text(&rate));
    }
    if detail >= Detail::Published {
        record.push(text(&|it| it.probability.to_string()));
        record.push(text(&|it| it.variants.to_string()));
        record.push(text(&|it| it.phase.clone()));
        record.push(text(&|it| it.since.clone().unwrap_or_default()));
    }
    if detail == Detail::List {
        for at in 0..3 {
            record.push(text(&|it| it.rank[at].to_string()));
        }
        record.push(text(&|it| it.index.map_or_else(String::new, |it| it.to_string())));
        record.push(text(&|it| it.points.to_string()));
        for method in &assessment.plan.methods {
            let called = |it: &Stands| it.calls.iter().any(|it| it.0 == *method && it.1);
            record.push(text(&|it| u8::from(called(it)).to_string()));
        }
    }
    record
}
