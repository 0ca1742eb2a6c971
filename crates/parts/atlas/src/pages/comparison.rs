//! `GET /{kommune}/atlas/vergleich`: how do quarters differ?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Choice, Choices, Select};
use ankunft_report::{Dot, DotPlot};
use askama::Template;

use super::overview::Setting;
use super::words;
use crate::composed::Place;
use crate::view::overview::{Figures, Overview, Row};

/// How many quarters are compared if the reader chooses none: more cannot be read.
const MOST: usize = 60;

/// Everything that the comparison prints.
#[derive(Template)]
#[template(path = "comparison.html")]
pub struct ComparisonPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form asks.
    pub action: String,
    /// What the reader can choose.
    pub selects: Vec<Select>,
    /// The quarters to choose from.
    pub quarters: Choices,
    /// The drawn comparison, for a column and for a phone.
    pub charts: Option<[String; 2]>,
    /// The rows of its table: name, value, source page of the value.
    pub rows: Vec<(String, String, String)>,
    /// What the table is called.
    pub caption: String,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// The chosen quarters, or the first sixty, in alphabetical order. Joined ones are shown only to
/// who asks for them, since their parts are there already.
#[must_use]
pub fn rows<'a>(
    setting: &Setting<'_>,
    figures: &'a Figures,
    joined: &[&'a Figures],
    chosen: &[String],
) -> Vec<Row<'a>> {
    let mut rows = figures.rows(setting.reader).unwrap_or_default();
    rows.extend(joined.iter().filter_map(|it| it.rows(setting.reader)).flatten());
    rows.sort_by(|a, b| a.area.name.cmp(&b.area.name).then_with(|| a.area.code.cmp(&b.area.code)));
    if chosen.is_empty() {
        rows.truncate(MOST);
    } else {
        rows.retain(|row| chosen.contains(&row.area.code));
    }
    rows
}

/// The sentence below the heading.
#[must_use]
pub fn lead(
    setting: &Setting<'_>,
    overview: &Overview,
    figures: &Figures,
    rows: &[Row<'_>],
) -> String {
    let t = setting.t;
    let numbers: Vec<f64> = rows.iter().filter_map(|it| it.value.number()).collect();
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let number = |it: f64| Arg::from(words::number(t, figures.measure.unit, it));
    let whole = figures.whole(setting.reader).map_or(ankunft_disclosure::Cell::MISSING, |it| it.0);
    t.with(
        if numbers.len() > 1 { "vergleich-leit" } else { "vergleich-leit-ohne" },
        &[
            ("anzahl", Arg::from(numbers.len())),
            ("von", number(least)),
            ("bis", number(most)),
            ("merkmal", Arg::from(words::measure(t, &overview.shelf, &figures.measure))),
            ("wann", Arg::from(words::when(t, figures.measure.nature, &figures.period))),
            ("stadt", Arg::from(setting.city)),
            ("wert", Arg::from(words::cell(t, figures.measure.unit, whole))),
        ],
    )
}

/// The quarters as boxes to tick.
#[must_use]
pub fn quarters(
    setting: &Setting<'_>,
    figures: Option<&Figures>,
    joined: &[(Place, Figures)],
    chosen: &[String],
) -> Choices {
    let t = setting.t;
    let mut areas: Vec<_> = figures.map_or_else(Vec::new, |it| it.ground.areas.iter().collect());
    areas.extend(joined.iter().map(|it| &it.0.area));
    areas.sort_by(|a, b| a.name.cmp(&b.name));
    let choice = |area: &&ankunft_platform::register::areas::Area| {
        let current = if chosen.contains(&area.code) { area.code.as_str() } else { "" };
        Choice::new(&area.code, &area.name, current)
    };
    let mut choices =
        Choices::several("gebiet", t.get("vergleich-waehlen"), areas.iter().map(choice).collect());
    choices.hint = Some(t.with("vergleich-alle", &[("anzahl", Arg::from(MOST))]));
    choices
}

/// The drawn comparison: one row a quarter, the city's value as a line.
#[must_use]
pub fn charts(
    setting: &Setting<'_>,
    overview: &Overview,
    figures: &Figures,
    rows: &[Row<'_>],
) -> [String; 2] {
    let t = setting.t;
    let unit = figures.measure.unit;
    let texts: Vec<String> = rows.iter().map(|row| words::cell(t, unit, row.value)).collect();
    let dots: Vec<Dot<'_>> = rows
        .iter()
        .zip(&texts)
        .map(|(row, text)| Dot {
            label: &row.area.name,
            text,
            value: row.value.number(),
            range: None,
            selected: false,
        })
        .collect();
    let whole = figures.whole(setting.reader).and_then(|(cell, _)| cell.number());
    let shares = unit != crate::model::measure::Unit::Count;
    let words_of_whole =
        whole.map(|value| format!("{} {}", setting.city, words::number(t, unit, value)));
    let title = words::measure(t, &overview.shelf, &figures.measure);
    let draw = |id: &str, width: f64| {
        DotPlot {
            id,
            title: &title,
            description: &words::period(t, figures.measure.nature, &figures.period),
            width,
            dots: &dots,
            reference: whole.filter(|_| shares).zip(words_of_whole.as_deref()),
            from_zero: true,
            number: &|value, decimals| words::bare(t, value, decimals),
            unit: words::axis_unit(unit),
        }
        .draw()
    };
    [draw("vergleich", 720.0), draw("vergleich-schmal", 360.0)]
}
