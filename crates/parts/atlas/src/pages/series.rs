//! The series of a quarter: charts, their tables, and where they are interrupted.

use ankunft_disclosure::Cell;
use ankunft_platform::languages::{Arg, Language, Texts};
use ankunft_platform::page::components::{Choice, Select};
use ankunft_report::{Break, Line, LineRole, Point, SeriesChart};

use super::overview::{Setting, encode};
use super::words;
use crate::means::mean_link;
use crate::model::measure::Unit;
use crate::store::last_day;
use crate::view::profile::{Moment, Profile, Series};

/// Width and height of a chart in a column, and on a phone, where it would shrink beyond reading.
const SIZES: [(f64, f64); 2] = [(640.0, 250.0), (350.0, 230.0)];

/// One measure over time.
pub struct SeriesPart {
    /// The measure.
    pub title: String,
    /// The drawn chart, for a column and for a phone.
    pub charts: [String; 2],
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
    /// Where the quarter's value likely lies.
    pub band: Option<String>,
    /// The city's value.
    pub city: String,
    /// The source page of the quarter's value; empty if there is no value to have one.
    pub source: String,
    /// The source page of the city's value.
    pub city_source: String,
}

/// The source page of one figure.
pub(crate) fn source_link(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    period: &str,
) -> String {
    format!(
        "{}/atlas/quelle?ebene={}&merkmal={}&stichtag={}&gebiet={}",
        setting.base,
        encode(&profile.geography.code),
        encode(&series.measure.code),
        encode(period),
        encode(profile.place.cited_as()),
    )
}

/// The source page of the city's figure beside it.
pub(crate) fn city_source_link(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    period: &str,
) -> String {
    format!(
        "{}/atlas/quelle?ebene={}&merkmal={}&stichtag={}",
        setting.base,
        encode(&profile.geography.code),
        encode(&series.measure.code),
        encode(period),
    )
}

/// The source pages of a row: of figures as they were delivered, or of their means.
fn sources(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    moment: &Moment,
) -> [String; 2] {
    match profile.window_years {
        None => [
            source_link(setting, profile, series, &moment.period),
            city_source_link(setting, profile, series, &moment.period),
        ],
        // Without a whole window there is no mean that could be explained.
        Some(_) if moment.value == Cell::MISSING && moment.city == Cell::MISSING => {
            [String::new(), String::new()]
        }
        Some(years) => {
            let link = mean_link(setting, profile, series, (&moment.period, years));
            [link.clone(), link]
        }
    }
}

/// What a series is called, and over which years it is averaged.
fn title(setting: &Setting<'_>, profile: &Profile, series: &Series) -> String {
    let t = setting.t;
    let name = words::measure(t, &profile.shelf, &series.measure);
    match profile.window_years {
        None => name,
        Some(years) => {
            let args = [("merkmal", Arg::from(name)), ("jahre", Arg::from(i64::from(years)))];
            t.with("mittel-reihe", &args)
        }
    }
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
    let title = title(setting, profile, series);
    let unit = series.measure.unit;
    let shown: Vec<&Moment> =
        series.points.iter().filter_map(|it| it.show(setting.reader)).collect();
    let row = |moment: &&Moment| {
        let [source, city_source] = sources(setting, profile, series, moment);
        SeriesRow {
            period: words::period(t, series.measure.nature, &moment.period),
            value: words::cell(t, unit, moment.value),
            band: moment.band.and_then(|it| words::band(t, unit, it)),
            city: words::cell(t, unit, moment.city),
            source,
            city_source,
        }
    };
    SeriesPart {
        charts: charts(setting, profile, series, &shown, &title, at),
        rows: shown.iter().rev().map(row).collect(),
        caption: format!("{title}, {}", profile.area.name),
        title,
    }
}

fn charts(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    shown: &[&Moment],
    title: &str,
    at: usize,
) -> [String; 2] {
    let t = setting.t;
    let unit = series.measure.unit;
    let point = |moment: &&Moment, cell: fn(&Moment) -> Cell| {
        Some(Point { at: years(&moment.period)?, value: cell(moment).number(), range: None })
    };
    let range = |it: &Moment| it.band.and_then(|(low, high)| low.number().zip(high.number()));
    let own = |it: &&Moment| Some(Point { range: range(it), ..point(it, |it| it.value)? });
    let quarter: Vec<Point> = shown.iter().filter_map(own).collect();
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
    let draw = |id: &str, (width, height): (f64, f64)| {
        SeriesChart {
            id,
            title,
            description: &quarter_label,
            width,
            height,
            lines: &lines,
            breaks: &breaks,
            from_zero: true,
            number: &|value, decimals| words::bare(t, value, decimals),
            unit: words::axis_unit(unit),
            time: &|years| format!("{years:.0}"),
        }
        .draw()
    };
    [draw(&format!("reihe-{at}"), SIZES[0]), draw(&format!("reihe-{at}-schmal"), SIZES[1])]
}

/// A period on the axis of time, in years.
pub(super) fn years(period: &str) -> Option<f64> {
    let day = last_day(period)?;
    let days = f64::from(day.days_in_year());
    Some(f64::from(day.year()) + f64::from(day.day_of_year() - 1) / days)
}

/// The choice between figures as they were delivered and their means.
#[must_use]
pub fn means(t: &Texts, chosen: Option<u32>) -> Select {
    let now = chosen.map_or_else(String::new, |it| it.to_string());
    let mut years: Vec<u32> = crate::means::OFFERED.into_iter().chain(chosen).collect();
    years.sort_unstable();
    years.dedup();
    let mean = |it: u32| {
        let label = t.with("mittel-wahl", &[("jahre", Arg::from(i64::from(it)))]);
        Choice::new(it.to_string(), label, &now)
    };
    let single = Choice::new("", t.get("mittel-wahl-einzeln"), &now);
    let choices = std::iter::once(single).chain(years.into_iter().map(mean)).collect();
    Select::new("mittel", t.get("mittel-reihen"), choices)
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

/// When a series stops being comparable, on the same axis.
pub(super) fn break_times(t: &Texts, profile: &Profile, series: &Series) -> Vec<f64> {
    breaks(t, profile, series).into_iter().map(|it| it.0).collect()
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
        .filter_map(|it| Some((years(&it.at_period)? - 0.25, note(t, it).to_owned())))
        .collect()
}

/// Why a series is interrupted, in the reader's language.
pub(super) fn note<'a>(t: &Texts, it: &'a ankunft_platform::indicators::Break) -> &'a str {
    if t.language() == Language::German { &it.note_de } else { &it.note_en }
}
