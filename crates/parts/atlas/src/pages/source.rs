//! `GET /{kommune}/atlas/quelle`: how do we know this number?

use ankunft_disclosure::Cell;
use ankunft_platform::citing::Thing;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Pair, Remember};
use ankunft_platform::secrets::hex;
use askama::Template;

use super::overview::Setting;
use super::words;
use crate::citable::FigureId;
use crate::model::measure::Unit;
use crate::store::Shelf;
use crate::view::overview::{Ends, Figures, Origin, Overview};

/// Everything that the source page prints.
#[derive(Template)]
#[template(path = "source.html")]
pub struct SourcePage {
    /// The frame.
    pub shell: Shell,
    /// The button that puts the number into the reader's Mappe.
    pub remember: Option<Remember>,
    /// How the number is computed.
    pub computation: Vec<Pair>,
    /// Each stored column with where it comes from.
    pub origins: Vec<(String, Vec<Pair>)>,
}

/// A number of an area unit, or of the whole city, with its name and what it is computed from.
pub struct Number {
    /// What it is of.
    pub place: String,
    /// The number.
    pub value: Cell,
    /// The cells of [`Figures::parts`].
    pub parts: Vec<Cell>,
    /// Where it likely lies.
    pub band: Option<Ends>,
}

/// The number of the unit with this key, or of the city if none is named.
#[must_use]
pub fn number(setting: &Setting<'_>, figures: &Figures, code: Option<&str>) -> Option<Number> {
    let Some(code) = code else {
        let (value, parts) = figures.whole(setting.reader)?;
        let band = figures.whole_band(setting.reader);
        return Some(Number { place: setting.city.to_owned(), value, parts, band });
    };
    let row = figures.rows(setting.reader)?.into_iter().find(|row| row.area.code == code)?;
    let (value, parts, band) = (row.value, row.parts, row.band);
    Some(Number { place: row.area.name.clone(), value, parts, band })
}

/// The number as a thing that can be cited, if it is one.
#[must_use]
pub fn thing(
    setting: &Setting<'_>,
    overview: &Overview,
    figures: &Figures,
    (it, area): (&Number, Option<&str>),
) -> Option<Thing> {
    it.value.number()?;
    let id = FigureId {
        geography: &figures.geography.code,
        measure: &figures.measure.code,
        period: &figures.period,
        area,
    };
    let name = words::measure(setting.t, &overview.shelf, &figures.measure);
    Some(Thing { id: id.to_string(), name })
}

/// The sentence below the heading.
#[must_use]
pub fn lead(setting: &Setting<'_>, overview: &Overview, figures: &Figures, it: &Number) -> String {
    let t = setting.t;
    t.with(
        "quelle-leit",
        &[
            ("merkmal", Arg::from(words::measure(t, &overview.shelf, &figures.measure))),
            ("gebiet", Arg::from(it.place.as_str())),
            ("wann", Arg::from(words::when(t, figures.measure.nature, &figures.period))),
            ("wert", Arg::from(words::cell(t, figures.measure.unit, it.value))),
        ],
    )
}

/// Formula, the numbers put into it, area version, program version.
#[must_use]
pub fn computation(
    setting: &Setting<'_>,
    overview: &Overview,
    figures: &Figures,
    it: &Number,
) -> Vec<Pair> {
    let t = setting.t;
    let parts = figures.parts.iter().zip(&it.parts).map(|((code, _), cell)| {
        let name = words::indicator(t, &overview.shelf, code);
        format!("{name}: {}", words::cell(t, Unit::Count, *cell))
    });
    let boundaries = format!("{}, {}", words::level(t, &figures.geography), figures.version.label);
    let mut pairs = vec![
        Pair::new(t.get("quelle-formel"), words::recipe(t, &overview.shelf, &figures.measure)),
        Pair::new(t.get("quelle-einsetzen"), parts.collect::<Vec<_>>().join("; ")),
        Pair::new(t.get("quelle-grenzen"), boundaries),
        Pair::new(t.get("quelle-programm"), format!("Ankunft {}", env!("CARGO_PKG_VERSION"))),
    ];
    if let Some(text) = it.band.and_then(|it| words::band(t, figures.measure.unit, it)) {
        pairs.insert(
            0,
            Pair::new(
                t.get("spanne-titel"),
                t.with("spanne-wahrscheinlich", &[("spanne", Arg::from(text))]),
            ),
        );
        pairs.insert(1, Pair::new(t.get("spanne-woher"), band_basis(setting, overview, figures)));
    }
    pairs
}

/// How the band came about, as the definition of its ends says.
fn band_basis(setting: &Setting<'_>, overview: &Overview, figures: &Figures) -> String {
    let ends = figures.measure.ends();
    let low = ends.as_ref().and_then(|it| overview.shelf.indicators.get(&it[0]));
    let formula = low.and_then(|it| it.definition.formula.clone()).unwrap_or_default();
    formula.parse().map_or(formula, |basis| words::basis(setting.t, &basis))
}

/// Each stored column with the dataset it comes from.
#[must_use]
pub fn origins(
    setting: &Setting<'_>,
    overview: &Overview,
    figures: &Figures,
) -> Vec<(String, Vec<Pair>)> {
    let name = |it: &Origin| words::indicator(setting.t, &overview.shelf, &it.indicator);
    let pairs = |it: &Origin| origin(setting.t, &overview.shelf, it);
    figures.sources.iter().map(|it| (name(it), pairs(it))).collect()
}

/// What is known of the dataset that a stored column comes from.
pub(crate) fn origin(t: &Texts, shelf: &Shelf, it: &Origin) -> Vec<Pair> {
    let dataset = &it.dataset;
    let at = jiff::Timestamp::from_microsecond(dataset.accepted_at).unwrap_or_default();
    let own = words::own_words(t);
    let mut pairs = vec![
        Pair::new(t.get("quelle-datensatz"), dataset.title.as_str()).lang(own),
        Pair::new(t.get("quelle-datenstand"), format!("{} · {}", dataset.number, t.instant(at))),
        Pair::new(t.get("quelle-herausgeber"), dataset.publisher.as_str()).lang(own),
        Pair::new(t.get("quelle-lizenz"), dataset.licence.as_str()),
        Pair::new(t.get("quelle-konzept"), dataset.population_concept.as_str()).lang(own),
        Pair::new(t.get("quelle-schutz"), words::policy(t, &it.policy)),
        Pair::new(t.get("quelle-nutzung"), words::nutzung(t, it.nutzung)),
        Pair::new(t.get("quelle-datei"), dataset.file_name.as_str()),
        Pair::new(t.get("quelle-pruefsumme"), hex(&dataset.file_hash)),
        Pair::new(t.get("quelle-profil"), dataset.profile.as_str()),
    ];
    if let Some(version) = shelf.indicators.get(&it.indicator) {
        let unit = &version.definition.unit;
        let id = format!("unit-{unit}");
        let unit = if t.has(&id) { t.get(&id) } else { unit.clone() };
        let text = format!("{} ({unit})", version.number);
        pairs.push(Pair::new(t.get("quelle-definition"), text));
    }
    pairs.retain(|pair| !pair.text.is_empty());
    pairs
}
