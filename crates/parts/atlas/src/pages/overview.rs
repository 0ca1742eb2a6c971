//! `GET /{kommune}/atlas`: where do people arrive?

use ankunft_disclosure::{Audience, Cell};
use ankunft_formats::Nature;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Choice, Select};
use ankunft_platform::page::{Link, Shell};
use ankunft_report::{Classification, Look, MapPicture, Method, Shade, classify, swatch};
use askama::Template;

use super::words;
use crate::model::measure::Unit;
use crate::view::overview::{Figures, Overview, Row};

/// How many classes a map has unless the reader asks otherwise.
pub const CLASSES: usize = 5;

/// Everything that the overview prints.
#[derive(Template)]
#[template(path = "overview.html")]
pub struct OverviewPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form asks.
    pub action: String,
    /// What the reader can choose.
    pub selects: Vec<Select>,
    /// Map and table; none if nothing is released for this reader.
    pub picture: Option<Picture>,
    /// The first step of who has nothing yet.
    pub first_step: Option<Link>,
}

/// Map, legend and table of one measure.
pub struct Picture {
    /// The drawn map; none for area units whose outlines nobody has.
    pub map: Option<String>,
    /// The legend: a drawn field and its words.
    pub legend: Vec<(String, String)>,
    /// The caption of the table.
    pub caption: String,
    /// The names of the columns behind the value.
    pub columns: Vec<String>,
    /// The rows in alphabetical order.
    pub rows: Vec<TableRow>,
    /// The whole city.
    pub whole: TableRow,
    /// How to read the measure.
    pub reading: Vec<String>,
    /// Where the figures come from.
    pub sources: Vec<String>,
    /// Where the interactive map finds outlines and values.
    pub geojson: String,
    /// To the comparison.
    pub compare: String,
}

/// One area unit in the table.
pub struct TableRow {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its value in words.
    pub value: String,
    /// Where the value likely lies.
    pub band: Option<String>,
    /// The source page of the value.
    pub source: String,
    /// What it is computed from, in words.
    pub parts: Vec<String>,
}

/// How classes are formed, by the word in the address.
#[must_use]
pub fn method(word: Option<&str>) -> Method {
    match word {
        Some("equal") => Method::EqualInterval,
        Some("natural") => Method::NaturalBreaks,
        Some("deviation") => Method::StandardDeviation,
        _ => Method::Quantile,
    }
}

const METHODS: [&str; 4] = ["quantile", "equal", "natural", "deviation"];

/// What the page needs to know beside the view.
pub struct Setting<'a> {
    /// The reader's texts.
    pub t: &'a Texts,
    /// The kind of reader.
    pub reader: Audience,
    /// The city's address: `/musterstadt`.
    pub base: &'a str,
    /// The city's name.
    pub city: &'a str,
    /// The word of the class method in the address.
    pub classes: Option<&'a str>,
}

/// The form's fields with what is chosen.
#[must_use]
pub fn selects(setting: &Setting<'_>, overview: &Overview) -> Vec<Select> {
    let t = setting.t;
    let figures = overview.figures.as_ref();
    let current = |of: fn(&Figures) -> &str| figures.map_or("", of).to_owned();
    let geography = current(|it| &it.geography.code);
    let measure = current(|it| &it.measure.code);
    let period = current(|it| &it.period);
    let method = setting.classes.unwrap_or(METHODS[0]);
    let nature = figures.map_or(Nature::Stock, |it| it.measure.nature);
    let geographies = overview.geographies.iter();
    let measures = overview.measures.iter();
    let periods = overview.periods.iter();
    let mut selects = vec![
        Select::new(
            "merkmal",
            t.get("atlas-merkmal"),
            measures
                .map(|it| Choice::new(&it.code, words::measure(t, &overview.shelf, it), &measure))
                .collect(),
        ),
        Select::new(
            "stichtag",
            t.get("atlas-zeit"),
            periods.map(|it| Choice::new(it, words::period(t, nature, it), &period)).collect(),
        ),
        Select::new(
            "klassen",
            t.get("atlas-klassen"),
            METHODS
                .iter()
                .map(|it| Choice::new(*it, t.get(&format!("klassen-{it}")), method))
                .collect(),
        ),
    ];
    if overview.geographies.len() > 1 {
        selects.insert(0, words::levels(t, geographies, &geography));
    }
    selects
}

/// The first sentence: the city's value, and where the middle half of its units lies.
#[must_use]
pub fn lead(setting: &Setting<'_>, overview: &Overview, figures: &Figures) -> Option<String> {
    let t = setting.t;
    let rows = figures.rows(setting.reader)?;
    let (whole, _) = figures.whole(setting.reader)?;
    let unit = figures.measure.unit;
    let mut values: Vec<f64> = rows.iter().filter_map(|row| row.value.number()).collect();
    values.sort_by(f64::total_cmp);
    let mut args = vec![
        ("merkmal", Arg::from(words::measure(t, &overview.shelf, &figures.measure))),
        ("wann", Arg::from(words::when(t, figures.measure.nature, &figures.period))),
        ("stadt", Arg::from(setting.city)),
        ("wert", Arg::from(words::cell(t, unit, whole))),
    ];
    let (Some(low), Some(high)) = (quartile(&values, 1), quartile(&values, 3)) else {
        let id = if whole.number().is_some() { "atlas-leit-kurz" } else { "atlas-leit-verborgen" };
        return Some(t.with(id, &args));
    };
    args.push(("anzahl", Arg::from(values.len())));
    args.push(("von", Arg::from(words::number(t, unit, low))));
    args.push(("bis", Arg::from(words::number(t, unit, high))));
    let id = if whole.number().is_some() { "atlas-leit" } else { "atlas-leit-ohne-stadt" };
    Some(t.with(id, &args))
}

/// The first or third quartile of at least four sorted values: the value at that place.
fn quartile(sorted: &[f64], which: usize) -> Option<f64> {
    (sorted.len() >= 4).then(|| sorted[(sorted.len() - 1) * which / 4])
}

/// Map, legend and table.
#[must_use]
pub fn picture(setting: &Setting<'_>, overview: &Overview, figures: &Figures) -> Option<Picture> {
    let t = setting.t;
    let rows = figures.rows(setting.reader)?;
    let (whole, parts) = figures.whole(setting.reader)?;
    let values: Vec<Option<f64>> = rows.iter().map(|row| row.value.number()).collect();
    let classes = classify(&values, method(setting.classes), CLASSES).ok();
    let told: Vec<Told> = rows.iter().map(|row| Told::of(setting, figures, row)).collect();
    let map = draw(setting, overview, figures, (&rows, &told), classes.as_ref());
    let legend = legend(t, figures.measure.unit, classes.as_ref(), values.contains(&None));
    let mut told: Vec<(&Row<'_>, Told)> = rows.iter().zip(told).collect();
    told.sort_by_key(|(row, _)| (&row.area.name, &row.area.code));
    let query = query(figures);
    let columns: Vec<String> = match figures.parts.as_slice() {
        [_] => Vec::new(),
        parts => parts.iter().map(|(code, _)| words::indicator(t, &overview.shelf, code)).collect(),
    };
    let name = words::measure(t, &overview.shelf, &figures.measure);
    let caption = [
        ("merkmal", Arg::from(name)),
        ("ebene", Arg::from(words::level(t, &figures.geography))),
        ("zeit", Arg::from(words::period(t, figures.measure.nature, &figures.period))),
    ];
    let count_parts = |parts: &[Cell]| -> Vec<String> {
        let shown = if columns.is_empty() { &[] } else { parts };
        shown.iter().map(|it| words::cell(t, Unit::Count, *it)).collect()
    };
    let row = |(row, told): (&Row<'_>, Told)| TableRow {
        name: row.area.name.clone(),
        href: told.href,
        value: told.value,
        band: row.band.and_then(|it| words::band(t, figures.measure.unit, it)),
        source: format!("{}/atlas/quelle?{query}&gebiet={}", setting.base, encode(&row.area.code)),
        parts: count_parts(&row.parts),
    };
    Some(Picture {
        map,
        legend,
        caption: t.with("atlas-tabelle", &caption),
        rows: told.into_iter().map(row).collect(),
        whole: TableRow {
            name: format!("{} {}", setting.city, t.get("atlas-insgesamt")),
            href: String::new(),
            value: words::cell(t, figures.measure.unit, whole),
            band: figures
                .whole_band(setting.reader)
                .and_then(|it| words::band(t, figures.measure.unit, it)),
            source: format!("{}/atlas/quelle?{query}", setting.base),
            parts: count_parts(&parts),
        },
        columns,
        reading: reading(t, figures),
        sources: words::source_line(t, &figures.sources),
        geojson: geojson_link(setting, &query),
        compare: format!("{}/atlas/vergleich?{query}", setting.base),
    })
}

/// The outlines with the classes that the drawn map shows.
fn geojson_link(setting: &Setting<'_>, query: &str) -> String {
    let classes = setting.classes.map_or_else(String::new, |it| format!("&klassen={}", encode(it)));
    format!("{}/atlas.geojson?{query}{classes}", setting.base)
}

/// What map and table say alike of an area unit, written once.
struct Told {
    value: String,
    href: String,
}

impl Told {
    fn of(setting: &Setting<'_>, figures: &Figures, row: &Row<'_>) -> Self {
        Self {
            value: words::cell(setting.t, figures.measure.unit, row.value),
            href: quarter_link(setting.base, &figures.geography.code, &row.area.code),
        }
    }
}

fn reading(t: &Texts, figures: &Figures) -> Vec<String> {
    let first = match figures.measure.unit {
        Unit::Count => "atlas-lesen-anzahl",
        unit if unit.is_mean() => "atlas-lesen-mittel",
        Unit::PercentagePoints | Unit::Class | Unit::Number => "atlas-lesen-index",
        _ => "atlas-lesen-anteil",
    };
    let of_map = ["atlas-lesen-klassen", "atlas-lesen-schraffur"];
    let of_map = of_map.into_iter().filter(|_| figures.ground.map.is_some());
    let of_band = figures.band.is_some().then_some("atlas-lesen-spanne");
    std::iter::once(first).chain(of_map).chain(of_band).map(|id| t.get(id)).collect()
}

fn draw(
    setting: &Setting<'_>,
    overview: &Overview,
    figures: &Figures,
    (rows, told): (&[Row<'_>], &[Told]),
    classes: Option<&Classification>,
) -> Option<String> {
    let t = setting.t;
    let name = words::measure(t, &overview.shelf, &figures.measure);
    let count = classes.map_or(1, Classification::count);
    let title = t.with(
        "atlas-karte",
        &[
            ("merkmal", Arg::from(name)),
            ("zeit", Arg::from(words::period(t, figures.measure.nature, &figures.period))),
        ],
    );
    let description = t.with(
        "atlas-karte-text",
        &[("anzahl", Arg::from(rows.len())), ("klassen", Arg::from(count))],
    );
    let picture = MapPicture {
        id: "karte",
        title: &title,
        description: &description,
        classes: count,
        selected: None,
        layers: &figures.ground.layers,
    };
    let drawn = figures.ground.map.as_ref()?.draw(&picture, |at, _| {
        let Some((row, told)) = rows.get(at).zip(told.get(at)) else {
            let text = words::cell(t, figures.measure.unit, Cell::MISSING);
            return Look { shade: Shade::NotShown, text, href: None };
        };
        let shade = match (classes, row.value.number()) {
            (Some(classes), Some(number)) => Shade::Class(classes.class_of(number)),
            _ => Shade::NotShown,
        };
        Look { shade, text: told.value.clone(), href: Some(told.href.clone()) }
    });
    Some(drawn)
}

/// The legend's fields: one for each class, and one for what is not shown if there is such.
fn legend(
    t: &Texts,
    unit: Unit,
    classes: Option<&Classification>,
    some_missing: bool,
) -> Vec<(String, String)> {
    let write = |value: f64| words::number(t, unit, value);
    let mut legend = Vec::new();
    if let Some(classes) = classes {
        let count = classes.count();
        for (at, bounds) in classes.bounds().into_iter().enumerate() {
            let words = match bounds {
                (None, Some(to)) => t.with("klasse-unter", &[("bis", Arg::from(write(to)))]),
                (Some(from), Some(to)) => t.with(
                    "klasse-von-bis",
                    &[("von", Arg::from(write(from))), ("bis", Arg::from(write(to)))],
                ),
                (Some(from), None) => t.with("klasse-ab", &[("von", Arg::from(write(from)))]),
                (None, None) => {
                    let (low, high) = classes.range();
                    let args = [("von", Arg::from(write(low))), ("bis", Arg::from(write(high)))];
                    t.with("klasse-alle", &args)
                }
            };
            let class = u8::try_from(at).unwrap_or(u8::MAX);
            legend.push((swatch("karte", count, Shade::Class(class)), words));
        }
    }
    if some_missing {
        let count = classes.map_or(1, Classification::count);
        legend.push((swatch("karte", count, Shade::NotShown), t.get("atlas-nicht-gezeigt")));
    }
    legend
}

/// What of the address names these figures.
#[must_use]
pub fn query(figures: &Figures) -> String {
    format!(
        "ebene={}&merkmal={}&stichtag={}",
        encode(&figures.geography.code),
        encode(&figures.measure.code),
        encode(&figures.period),
    )
}

/// The page of an area unit.
#[must_use]
pub fn quarter_link(base: &str, geography: &str, code: &str) -> String {
    format!("{base}/atlas/quartiere/{}?ebene={}", encode(code), encode(geography))
}

/// Escapes what may not stand in a part of an address.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
