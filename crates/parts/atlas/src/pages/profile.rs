//! `GET /{kommune}/atlas/quartiere/{id}`: what is this quarter like, how has it changed, how do
//! we know?

use ankunft_disclosure::Cell;
use ankunft_formats::Nature;
use ankunft_platform::languages::{Arg, Language, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::KeyFigure;
use ankunft_report::{
    Bar, Break, Line, LineRole, Look, MapPicture, Point, SeriesChart, Shade, bar,
};
use askama::Template;

use super::overview::{Setting, encode};
use super::words;
use crate::model::measure::Unit;
use crate::store::last_day;
use crate::view::profile::{Moment, Profile, Series, Zones};

/// Everything that the profile prints.
#[derive(Template)]
#[template(path = "profile.html")]
pub struct ProfilePage {
    /// The frame.
    pub shell: Shell,
    /// The key figures.
    pub figures: Vec<KeyFigure>,
    /// The series, each as picture and table.
    pub series: Vec<SeriesPart>,
    /// Where they are interrupted: the year, and why.
    pub breaks: Vec<(String, String)>,
    /// The parts of the quarter.
    pub zones: Option<ZonesPart>,
    /// What other parts show of the quarter.
    pub panels: Vec<(String, String)>,
    /// Where it lies.
    pub map: String,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// One measure over time.
pub struct SeriesPart {
    /// The measure.
    pub title: String,
    /// The drawn chart.
    pub chart: String,
    /// The rows of its table: period, quarter, city, source page.
    pub rows: Vec<SeriesRow>,
    /// What the table is called.
    pub caption: String,
}

/// One period in the table of a series.
pub struct SeriesRow {
    /// The period.
    pub period: String,
    /// The quarter's value.
    pub value: String,
    /// The city's value.
    pub city: String,
    /// The source page of the quarter's value.
    pub source: String,
}

/// The parts of the quarter.
pub struct ZonesPart {
    /// What the table is called.
    pub caption: String,
    /// The measures.
    pub columns: Vec<String>,
    /// Name, and for each measure a drawn bar (empty for counts) and the value.
    pub rows: Vec<(String, Vec<(String, String)>)>,
    /// That the mean hides how different they are.
    pub warning: Option<String>,
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
                ("gebiet", Arg::from(profile.area.name.as_str())),
                ("wann", Arg::from(words::when(t, Nature::Stock, &population.period))),
                ("anzahl", Arg::from(words::cell(t, Unit::Count, population.value))),
            ],
        ));
    }
    if let Some(share) = newest(setting, profile, "share_foreigners") {
        sentences.push(t.with(
            "profil-leit-anteil",
            &[
                ("gebiet", Arg::from(profile.area.name.as_str())),
                ("anteil", Arg::from(words::cell(t, Unit::Percent, share.value))),
                ("stadt", Arg::from(setting.city)),
                ("stadtwert", Arg::from(words::cell(t, Unit::Percent, share.city))),
            ],
        ));
        sentences.extend(trend(setting, profile, share));
    }
    if let Some((_, low, high)) = spread(setting, profile)
        && high - low > GREAT_DIFFERENCE
    {
        let count =
            profile.zones.as_ref().and_then(|it| it.rows.show(setting.reader)).map_or(0, Vec::len);
        sentences.push(t.with("profil-leit-teile", &[("anzahl", Arg::from(count))]));
    }
    if sentences.is_empty() {
        return t.with("profil-leit-leer", &[("gebiet", Arg::from(profile.area.name.as_str()))]);
    }
    sentences.join(" ")
}

/// From how many percentage points between parts on their mean says little about any of them.
const GREAT_DIFFERENCE: f64 = 15.0;

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

fn since(
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

/// The source page of one figure.
fn source_link(setting: &Setting<'_>, profile: &Profile, series: &Series, period: &str) -> String {
    format!(
        "{}/atlas/quelle?ebene={}&merkmal={}&stichtag={}&gebiet={}",
        setting.base,
        encode(&profile.geography.code),
        encode(&series.measure.code),
        encode(period),
        encode(&profile.area.code),
    )
}

/// The series with their charts and tables.
#[must_use]
pub fn series(setting: &Setting<'_>, profile: &Profile) -> Vec<SeriesPart> {
    let shares_first = |it: &&Series| it.measure.unit != Unit::Count || profile.series.len() == 1;
    let ordered = profile.series.iter().filter(shares_first);
    ordered
        .chain(profile.series.iter().filter(|it| !shares_first(it)))
        .enumerate()
        .map(|(at, it)| series_part(setting, profile, it, at))
        .collect()
}

fn series_part(setting: &Setting<'_>, profile: &Profile, series: &Series, at: usize) -> SeriesPart {
    let t = setting.t;
    let title = words::measure(t, &profile.shelf, &series.measure);
    let unit = series.measure.unit;
    let shown: Vec<&Moment> =
        series.points.iter().filter_map(|it| it.show(setting.reader)).collect();
    let row = |moment: &&Moment| SeriesRow {
        period: words::period(t, series.measure.nature, &moment.period),
        value: words::cell(t, unit, moment.value),
        city: words::cell(t, unit, moment.city),
        source: source_link(setting, profile, series, &moment.period),
    };
    SeriesPart {
        chart: chart(setting, profile, series, &shown, &title, at),
        rows: shown.iter().rev().map(row).collect(),
        caption: format!("{title}, {}", profile.area.name),
        title,
    }
}

fn chart(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    shown: &[&Moment],
    title: &str,
    at: usize,
) -> String {
    let t = setting.t;
    let unit = series.measure.unit;
    let point = |moment: &&Moment, cell: fn(&Moment) -> Cell| {
        Some(Point { at: years(&moment.period)?, value: cell(moment).number(), range: None })
    };
    let quarter: Vec<Point> = shown.iter().filter_map(|it| point(it, |it| it.value)).collect();
    let city: Vec<Point> = shown.iter().filter_map(|it| point(it, |it| it.city)).collect();
    let last = |of: fn(&Moment) -> Cell| {
        shown
            .iter()
            .rev()
            .map(|it| of(it))
            .find(|it| it.number().is_some())
            .unwrap_or(Cell::MISSING)
    };
    let label = |name: &str, cell: Cell| format!("{name} {}", words::cell(t, unit, cell));
    let quarter_label = label(&profile.area.name, last(|it| it.value));
    let city_label = label(setting.city, last(|it| it.city));
    let main = Line { label: &quarter_label, role: LineRole::Main, points: &quarter };
    let reference = Line { label: &city_label, role: LineRole::Reference, points: &city };
    // A city's count beside a quarter's would flatten the quarter's line.
    let lines = if unit == Unit::Count { vec![main] } else { vec![reference, main] };
    let notes = breaks(t, profile, series);
    // The whole note stands below the chart; beside the line there is room for a year.
    let marks: Vec<(f64, String)> = notes
        .iter()
        .map(|(at, _)| (*at, t.with("profil-bruch", &[("jahr", Arg::from(break_year(*at)))])))
        .collect();
    let mut breaks: Vec<Break<'_>> =
        marks.iter().map(|(at, note)| Break { at: *at, note }).collect();
    breaks.sort_by(|a, b| a.at.total_cmp(&b.at));
    breaks.dedup_by(|later, earlier| later.at - earlier.at < 0.75);
    SeriesChart {
        id: &format!("reihe-{at}"),
        title,
        description: &quarter_label,
        width: 640.0,
        height: 250.0,
        lines: &lines,
        breaks: &breaks,
        from_zero: true,
        number: &|value, decimals| words::bare(t, value, decimals),
        unit: words::axis_unit(unit),
        time: &|years| format!("{years:.0}"),
    }
    .draw()
}

/// A period on the axis of time, in years.
fn years(period: &str) -> Option<f64> {
    let day = last_day(period)?;
    let days = f64::from(day.days_in_year());
    Some(f64::from(day.year()) + f64::from(day.day_of_year() - 1) / days)
}

/// Where any of the series is interrupted, each once, the earliest first.
#[must_use]
pub fn interruptions(setting: &Setting<'_>, profile: &Profile) -> Vec<(String, String)> {
    let mut all: Vec<(f64, String)> =
        profile.series.iter().flat_map(|it| breaks(setting.t, profile, it)).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    all.dedup();
    all.into_iter().map(|(at, note)| (break_year(at), note)).collect()
}

/// The year in which a break stands: it lies before the first period that it concerns.
fn break_year(at: f64) -> String {
    format!("{:.0}", (at + 0.25).floor())
}

/// The breaks that concern a series: between the last period before and the first one after.
fn breaks(t: &Texts, profile: &Profile, series: &Series) -> Vec<(f64, String)> {
    let needs = series.measure.recipe.needs();
    let concerns =
        |code: &Option<String>| code.as_ref().is_none_or(|it| needs.contains(&it.as_str()));
    profile
        .breaks
        .iter()
        .filter(|it| concerns(&it.indicator))
        .filter_map(|it| {
            let note = if t.language() == Language::German { &it.note_de } else { &it.note_en };
            Some((years(&it.at_period)? - 0.25, note.clone()))
        })
        .collect()
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
            (drawn, words::cell(t, measure.unit, *cell))
        });
        (area.name.clone(), cells.collect())
    };
    let warning = spread(setting, profile).filter(|(_, low, high)| high - low > GREAT_DIFFERENCE);
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
        warning: warning.map(|(unit, low, high)| {
            let range = [
                ("von", Arg::from(words::number(t, unit, low))),
                ("bis", Arg::from(words::number(t, unit, high))),
            ];
            t.with("profil-vorsicht", &range)
        }),
    })
}

/// The lowest and the highest share of foreigners among the parts.
fn spread(setting: &Setting<'_>, profile: &Profile) -> Option<(Unit, f64, f64)> {
    let zones: &Zones = profile.zones.as_ref()?;
    let column = zones.measures.iter().position(|it| it.unit == Unit::Percent)?;
    let rows = zones.rows.show(setting.reader)?;
    let values = rows.iter().filter_map(|(_, cells)| cells.get(column)?.number());
    let (low, high) =
        values.fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)));
    (low <= high).then_some((zones.measures[column].unit, low, high))
}

/// Where the quarter lies.
#[must_use]
pub fn map(setting: &Setting<'_>, profile: &Profile) -> String {
    let title = setting.t.get("profil-lage");
    let picture = MapPicture {
        id: "lage",
        title: &title,
        description: &profile.area.name,
        classes: 1,
        selected: Some(&profile.area.code),
        layers: &profile.ground.layers,
    };
    profile.ground.map.draw(&picture, |_, shape| Look {
        shade: Shade::Class(0),
        text: String::new(),
        href: (shape.code != profile.area.code).then(|| {
            super::overview::quarter_link(setting.base, &profile.geography.code, &shape.code)
        }),
    })
}
