//! `GET /{kommune}/atlas/quartiere/{id}`: what is this quarter like, how has it changed, how do
//! we know?

use ankunft_arrival::{Hides, PartDifferences};
use ankunft_disclosure::Cell;
use ankunft_formats::Nature;
use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{KeyFigure, Select};
use ankunft_report::{Bar, Look, MapPicture, Shade, bar};
use askama::Template;

use super::overview::{Setting, encode};
use super::series::{SeriesPart, source_link};
use super::words;
use crate::composed::join::Joining;
use crate::composed::pages::ComposedPart;
use crate::model::measure::{Measure, Unit};
use crate::store::last_day;
use crate::view::profile::{Moment, Profile, Series};

/// Everything that the profile prints.
#[derive(Template)]
#[template(path = "profile.html")]
pub struct ProfilePage {
    /// The frame.
    pub shell: Shell,
    /// The key figures.
    pub figures: Vec<KeyFigure>,
    /// Where the form of the series asks.
    pub action: String,
    /// The level, which the form hands on.
    pub geography: String,
    /// Whether series are shown as they were delivered, or averaged; none where there are none.
    pub means: Option<Select>,
    /// Whether they are averaged.
    pub averaged: bool,
    /// The series, each as picture and table.
    pub series: Vec<SeriesPart>,
    /// Where they are interrupted: the year, and why.
    pub breaks: Vec<(String, String)>,
    /// The parts of the quarter.
    pub zones: Option<ZonesPart>,
    /// How it is joined from area units, if it is.
    pub composed: Option<ComposedPart>,
    /// What other parts show of the quarter.
    pub panels: Vec<(String, String)>,
    /// Where it lies; none if nobody has its outline.
    pub map: Option<String>,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// The parts of the quarter.
pub struct ZonesPart {
    /// What the table is called.
    pub caption: String,
    /// The measures.
    pub columns: Vec<String>,
    /// Name, and a cell for each measure.
    pub rows: Vec<(String, Vec<ZoneCell>)>,
    /// That the mean hides how different they are.
    pub warning: Option<String>,
}

/// A measure of a part of the quarter.
pub struct ZoneCell {
    /// A drawn bar; empty for counts.
    pub drawn: String,
    /// The value in words.
    pub value: String,
    /// Its source page.
    pub source: String,
}

/// The sentences below the heading.
#[must_use]
pub fn lead(setting: &Setting<'_>, profile: &Profile) -> String {
    let t = setting.t;
    let mut sentences = Vec::new();
    if let Some(population) = newest(setting, profile, "population") {
        sentences.push(t.with(
            "profil-leit-einwohner",
            &[
                ("wann", Arg::from(words::when(t, Nature::Stock, &population.period))),
                ("anzahl", Arg::from(words::cell(t, Unit::Count, population.value))),
            ],
        ));
    }
    if let Some(share) = newest(setting, profile, "share_foreigners") {
        // A total that is hidden is no number to compare with.
        let has_city = share.city.number().is_some();
        sentences.push(t.with(
            if has_city { "profil-leit-anteil" } else { "profil-leit-anteil-hier" },
            &[
                ("anteil", Arg::from(words::cell(t, Unit::Percent, share.value))),
                ("stadt", Arg::from(setting.city)),
                ("stadtwert", Arg::from(words::cell(t, Unit::Percent, share.city))),
            ],
        ));
        sentences.extend(trend(setting, profile, share));
    }
    if hiding(setting, profile).is_some() {
        let count =
            profile.zones.as_ref().and_then(|it| it.rows.show(setting.reader)).map_or(0, Vec::len);
        sentences.push(t.with("profil-leit-teile", &[("anzahl", Arg::from(count))]));
    }
    if sentences.is_empty() {
        return t.with("profil-leit-leer", &[("gebiet", Arg::from(profile.area.name.as_str()))]);
    }
    sentences.join(" ")
}

fn newest<'a>(setting: &Setting<'_>, profile: &'a Profile, code: &str) -> Option<&'a Moment> {
    let series = profile.series.iter().find(|it| it.measure.code == code)?;
    series.newest(setting.reader).filter(|it| it.value.number().is_some())
}

/// The value about five years before the newest, without a break between them.
fn earlier<'a>(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &'a Series,
    newest: &Moment,
) -> Option<&'a Moment> {
    let end = last_day(&newest.period)?;
    let start = end.saturating_sub(jiff::Span::new().years(5));
    let breaks: Vec<_> = profile
        .breaks
        .iter()
        .filter(|it| {
            it.indicator
                .as_ref()
                .is_none_or(|code| series.measure.recipe.needs().contains(&code.as_str()))
        })
        .filter_map(|it| last_day(&it.at_period))
        .collect();
    let shown = series.points.iter().filter_map(|it| it.show(setting.reader));
    let fits = |it: &&Moment| {
        last_day(&it.period).is_some_and(|day| {
            day >= start && day < end && !breaks.iter().any(|at| day < *at && *at <= end)
        }) && it.value.number().is_some()
    };
    shown.filter(fits).min_by_key(|it| last_day(&it.period))
}

fn trend(setting: &Setting<'_>, profile: &Profile, newest: &Moment) -> Option<String> {
    let t = setting.t;
    let series = profile.series.iter().find(|it| it.measure.code == "share_foreigners")?;
    let before = earlier(setting, profile, series, newest)?;
    let difference = newest.value.number()? - before.value.number()?;
    let year = last_day(&before.period)?.year();
    let id = match difference {
        it if it >= 1.0 => "profil-leit-mehr",
        it if it <= -1.0 => "profil-leit-weniger",
        _ => "profil-leit-gleich",
    };
    let points =
        t.with("wert-prozentpunkte", &[("wert", Arg::from(t.decimal(difference.abs(), 1)))]);
    Some(t.with(id, &[("jahr", Arg::from(year.to_string())), ("punkte", Arg::from(points))]))
}

/// The key figures: value, the city's value, the change.
#[must_use]
pub fn figures(setting: &Setting<'_>, profile: &Profile) -> Vec<KeyFigure> {
    let t = setting.t;
    let mut figures = Vec::new();
    for series in &profile.series {
        let Some(moment) = series.newest(setting.reader) else { continue };
        let unit = series.measure.unit;
        let name = words::measure(t, &profile.shelf, &series.measure);
        let mut figure = KeyFigure::new(name, words::cell(t, unit, moment.value));
        figure.notes.push(words::period(t, series.measure.nature, &moment.period));
        figure.notes.extend(moment.band.and_then(|it| words::band(t, unit, it)));
        if is_mean(profile, series) {
            figure.notes.push(t.get("zusammen-mittel"));
        }
        if unit != Unit::Count {
            figure.notes.push(t.with(
                "profil-stadt",
                &[
                    ("stadt", Arg::from(setting.city)),
                    ("wert", Arg::from(words::cell(t, unit, moment.city))),
                ],
            ));
        }
        if let Some(base) = moment.base {
            figure.notes.push(
                t.with("profil-n", &[("anzahl", Arg::from(words::cell(t, Unit::Count, base)))]),
            );
        }
        figure.notes.extend(since(setting, profile, series, moment));
        let href = source_link(setting, profile, series, &moment.period);
        figure.link = Some(Link::new(t.get("atlas-woher"), href));
        figures.push(figure);
    }
    figures
}

/// Whether a figure is no more than the mean of those of several area units.
pub(super) fn is_mean(profile: &Profile, series: &Series) -> bool {
    let by_weight = profile.shelf.joining(&series.measure) == Some(Joining::Mean);
    by_weight && profile.place.joined.is_some()
}

/// How it has changed over some years, without a break between them.
pub(super) fn since(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    moment: &Moment,
) -> Option<String> {
    let t = setting.t;
    let before = earlier(setting, profile, series, moment)?;
    let (from, to) = (before.value.number()?, moment.value.number()?);
    let change = words::change(t, series.measure.unit, from, to)?;
    let year = last_day(&before.period)?.year().to_string();
    Some(t.with("profil-einwohner-seit", &[("wert", Arg::from(change)), ("jahr", Arg::from(year))]))
}

/// The parts of the quarter as a table.
#[must_use]
pub fn zones(setting: &Setting<'_>, profile: &Profile) -> Option<ZonesPart> {
    let t = setting.t;
    let zones = profile.zones.as_ref()?;
    let rows = zones.rows.show(setting.reader)?;
    let greatest = |column: usize| {
        rows.iter().filter_map(|(_, cells)| cells.get(column)?.number()).fold(0.0, f64::max)
    };
    let row = |(area, cells): &(ankunft_platform::register::areas::Area, Vec<Cell>)| {
        let cells = cells.iter().zip(&zones.measures).enumerate().map(|(at, (cell, measure))| {
            let drawn = match (measure.unit, cell.number()) {
                (Unit::Percent, Some(value)) => {
                    bar(Bar { value, full: greatest(at), reference: None })
                }
                _ => String::new(),
            };
            let source = format!(
                "{}/atlas/quelle?ebene={}&merkmal={}&stichtag={}&gebiet={}",
                setting.base,
                encode(&zones.geography.code),
                encode(&measure.code),
                encode(&zones.periods[at]),
                encode(&area.code),
            );
            ZoneCell { drawn, value: words::cell(t, measure.unit, *cell), source }
        });
        (area.name.clone(), cells.collect())
    };
    Some(ZonesPart {
        caption: t.with(
            "profil-teile-tabelle",
            &[
                ("gebiet", Arg::from(profile.area.name.as_str())),
                ("stichtag", Arg::from(t.period(&zones.period))),
            ],
        ),
        columns: zones.measures.iter().map(|it| words::measure(t, &profile.shelf, it)).collect(),
        rows: rows.iter().map(row).collect(),
        warning: hiding(setting, profile).map(|it| warning(setting, profile, it)),
    })
}

/// The first of the key measures whose mean hides how different the parts are.
fn hiding<'a>(
    setting: &Setting<'_>,
    profile: &'a Profile,
) -> Option<(&'a Measure, &'a PartDifferences)> {
    let zones = profile.zones.as_ref()?;
    zones.measures.iter().zip(&zones.differences).find_map(|(measure, found)| {
        let found = found.show(setting.reader)?.as_ref()?;
        (!found.hides.is_empty()).then_some((measure, found))
    })
}

/// What the mean hides, and why one may say so.
fn warning(
    setting: &Setting<'_>,
    profile: &Profile,
    (measure, found): (&Measure, &PartDifferences),
) -> String {
    let t = setting.t;
    let number = |value: f64| Arg::from(words::number(t, measure.unit, value));
    let args = [
        ("merkmal", Arg::from(words::measure(t, &profile.shelf, measure))),
        ("von", number(found.low)),
        ("bis", number(found.high)),
        ("mittel", number(found.mean)),
        ("stadt", Arg::from(setting.city)),
        ("anzahl", Arg::from(found.hidden)),
    ];
    let reason = |it: &Hides| match it {
        Hides::NoPartNear => "teile-keiner-nahe",
        Hides::OtherSide => "teile-andere-seite",
        Hides::Wide => "teile-wie-stadt",
    };
    let mut ids = vec!["teile-vorsicht"];
    ids.extend(found.hides.iter().map(reason));
    ids.extend((found.hidden > 0).then_some("teile-geheim"));
    ids.push("teile-einzeln");
    ids.into_iter().map(|id| t.with(id, &args)).collect::<Vec<_>>().join(" ")
}

/// Where the quarter lies.
#[must_use]
pub fn map(setting: &Setting<'_>, profile: &Profile) -> Option<String> {
    map_as(setting, profile, "lage")
}

/// The keys of the units that it is made of.
#[must_use]
pub fn units(profile: &Profile) -> Vec<&str> {
    let at = profile.place.positions(&profile.ground, profile.version.id).unwrap_or_default();
    at.iter().map(|at| profile.ground.areas[*at].code.as_str()).collect()
}

/// The same under an id of its own, where several stand on one page.
#[must_use]
pub fn map_as(setting: &Setting<'_>, profile: &Profile, id: &str) -> Option<String> {
    let title = setting.t.get("profil-lage");
    let picture = MapPicture {
        id,
        title: &title,
        description: &profile.area.name,
        classes: 1,
        selected: None,
        layers: &profile.ground.layers,
    };
    let chosen = units(profile);
    let drawn = profile.ground.map.as_ref()?.draw_chosen(&picture, &chosen, |_, shape| Look {
        shade: Shade::Class(0),
        text: String::new(),
        href: (shape.code != profile.area.code).then(|| {
            super::overview::quarter_link(setting.base, &profile.geography.code, &shape.code)
        }),
    });
    Some(drawn)
}
