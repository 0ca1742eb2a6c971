//! The pages of arrival quarters: classes for everybody, the list for those who may see it.

mod list;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Pair, Picture, Row, RowCell, Select, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_report::{Look, MapPicture, Shade, swatch};
use askama::Template;
pub use list::{Entry, ListPage, Listed, Publishing, lead_of_list, listed};

use super::source::rate_link;
use super::{Assessment, Class, Judged, Ready, Used, words};
use crate::pages::overview::{Setting, quarter_link};
use crate::pages::words as figures;

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
    /// To what belongs to it: what has changed, what was decided.
    pub ways: Vec<Link>,
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

/// The first sentences: how many units, by what.
#[must_use]
pub fn lead(setting: &Setting<'_>, ready: &Ready) -> Option<String> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let args = lead_args(setting, assessment);
    Some(t.with("ankunft-leit", &args))
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
        columns.push(Column::numbers(t.get("ankunft-spalte-varianten")));
    }
    let mut rows: Vec<(&str, &Judged)> = named(ready, assessment);
    rows.sort_unstable_by_key(|(name, it)| (*name, it.code.as_str()));
    let row = |(name, judged): &(&str, &Judged)| {
        let class = match &judged.standing {
            Ok(stands) => words::class_short(t, stands.class()),
            Err(_) => class_words(t, assessment, judged),
        };
        let mut cells = vec![RowCell::new(class)];
        cells.extend(rate_cells(setting, assessment, judged));
        if published {
            let stands = judged.standing.as_ref().ok();
            cells.push(RowCell::new(
                stands.map_or_else(String::new, |it| words::phase(t, assessment, it)),
            ));
            let sure = stands.map(|it| words::sure(t, it.probability));
            cells.push(RowCell::new(sure.unwrap_or_default()));
            let varied = stands.map(|it| words::of_hundred(t, it.variants));
            cells.push(RowCell::new(varied.unwrap_or_default()));
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
        reading.push(t.get("ankunft-lesen-varianten"));
    }
    Some(around(setting, ready, assessment, (table, reading)))
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
        ("ebene", Arg::from(figures::level(setting.t, &ready.geography))),
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
    assessment.dimensions.iter().map(|it| Column::numbers(words::rate_head(t, it))).collect()
}

/// The rates of a unit, each with the way to how it came about.
pub(super) fn rate_cells(
    setting: &Setting<'_>,
    assessment: &Assessment,
    judged: &Judged,
) -> Vec<RowCell> {
    let cell = |used: &Used| {
        let rate = judged.standing.as_ref().ok().and_then(|it| it.rate(&used.dimension));
        rate.map_or_else(RowCell::default, |rate| {
            let source = rate_link(setting.base, assessment, &used.dimension, &judged.code);
            RowCell::link(words::rate(setting.t, used, rate), source)
        })
    };
    assessment.dimensions.iter().map(cell).collect()
}

fn around(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    (table, reading): (Table, Vec<String>),
) -> Shown {
    let t = setting.t;
    let legend = legend(t, assessment);
    Shown {
        map: map(setting, ready, (assessment, &[])).map(Picture::new),
        legend,
        table,
        reading,
        measured: words::measured(t, assessment),
        record: words::record(t, ready, setting.reader),
        sources: figures::source_line(t, &ready.sources),
    }
}

/// The classes on a map, each told by shade and by pattern, and their words beside their fields.
fn legend(t: &Texts, assessment: &Assessment) -> Vec<(String, String)> {
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
    legend
}

/// The map of classes with an outline around these units, and what its fields mean; none for who may not
/// see them, and where nobody has outlines.
#[must_use]
pub fn chosen_map(setting: &Setting<'_>, ready: &Ready, chosen: &[&str]) -> Option<ClassMap> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let svg = map(setting, ready, (assessment, chosen))?;
    let title = t.with("ankunft-karte", &[("zeit", Arg::from(words::period(t, assessment)))]);
    Some(ClassMap { svg, title, legend: legend(t, assessment) })
}

/// A map of classes.
#[derive(Clone, Debug)]
pub struct ClassMap {
    /// The picture.
    pub svg: String,
    /// What is shown, with its period.
    pub title: String,
    /// Field and words of each class.
    pub legend: Vec<(String, String)>,
}

fn map(
    setting: &Setting<'_>,
    ready: &Ready,
    (assessment, chosen): (&Assessment, &[&str]),
) -> Option<String> {
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
    let map = ready.ground.map.as_ref()?;
    Some(map.draw_chosen(&picture, chosen, |_, shape| look(&shape.code)))
}
