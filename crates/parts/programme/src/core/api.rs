//! Kernindikatoren as files, of the values of the pages.

use ankunft_platform::web::file::csv as csv_of;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::view::{Beside, Comparison, Line};
use crate::exchange::store::received::Received;

/// All Kernindikatoren with what every city says of them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoreDocument {
    /// The programme.
    pub programme: String,
    /// By code.
    pub core_indicators: Vec<CoreEntry>,
}

/// A Kernindikator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoreEntry {
    /// Its code.
    pub code: String,
    /// The version of its definition.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// What is counted.
    pub definition: String,
    /// Which people are counted.
    pub population_concept: String,
    /// Stichtag or Berichtszeitraum.
    pub reference_day: String,
    /// The unit.
    pub unit: String,
    /// What a city may do differently.
    pub deviations: String,
    /// Whether it is asked for no more.
    pub retired: bool,
    /// What every city says of its own measure.
    pub cities: Vec<CityEntry>,
}

/// What a city says of its measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CityEntry {
    /// The city.
    pub city: String,
    /// How it fits: `gleich`, `abweichend`, `veraltet`, `fehlt`, `offen`.
    pub fit: &'static str,
    /// The code of its measure.
    pub measure: Option<String>,
    /// The unit of that measure, where it is known.
    pub unit: Option<String>,
    /// Which people it counts.
    pub population_concept: Option<String>,
    /// Its Stichtag.
    pub reference_day: Option<String>,
    /// How it differs.
    pub deviation: Option<String>,
    /// The version of the definition that this was said of.
    pub of_version: Option<i64>,
    /// The number of the package or workbook that says this; none if the city says it here.
    pub package: Option<String>,
    /// When that was read in, in UTC.
    pub received_at: Option<String>,
}

impl CoreDocument {
    /// The document of a comparison.
    #[must_use]
    pub fn of(it: &Comparison) -> Self {
        let programme = it.programme.name.clone();
        Self { programme, core_indicators: it.lines.iter().map(entry).collect() }
    }
}

fn entry(line: &Line) -> CoreEntry {
    let it = line.newest();
    let city = |it: &Beside| {
        let (said, fit, came) = it.told();
        let moment = |it: &Received| Timestamp::from_microsecond(it.at).unwrap_or_default();
        CityEntry {
            city: it.name.clone(),
            fit: fit.code(),
            measure: said.and_then(|it| it.measure.clone()),
            unit: said.and_then(|it| it.unit.clone()),
            population_concept: said.map(|it| it.population_concept.clone()),
            reference_day: said.map(|it| it.reference_day.clone()),
            deviation: said.map(|it| it.deviation.clone()),
            of_version: said.map(|it| it.core_version),
            package: came.map(|it| it.package.clone()),
            received_at: came.map(|it| moment(it).to_string()),
        }
    };
    let cities = line.cities.iter().map(city);
    CoreEntry {
        code: it.code.clone(),
        version: it.version,
        name: it.text.name.clone(),
        definition: it.text.definition.clone(),
        population_concept: it.text.population_concept.clone(),
        reference_day: it.text.reference_day.clone(),
        unit: it.text.unit.clone(),
        deviations: it.text.deviations.clone(),
        retired: it.text.retired,
        cities: cities.collect(),
    }
}

/// One line a Kernindikator and city.
#[must_use]
pub fn csv(it: &Comparison) -> String {
    let header = [
        "code",
        "version",
        "name",
        "city",
        "fit",
        "measure",
        "population_concept",
        "reference_day",
        "deviation",
        "of_version",
        "unit",
        "package",
        "received_at",
    ];
    let mut rows = vec![header.map(str::to_owned)];
    for core in CoreDocument::of(it).core_indicators {
        for city in core.cities {
            rows.push([
                core.code.clone(),
                core.version.to_string(),
                core.name.clone(),
                city.city,
                city.fit.to_owned(),
                city.measure.unwrap_or_default(),
                city.population_concept.unwrap_or_default(),
                city.reference_day.unwrap_or_default(),
                city.deviation.unwrap_or_default(),
                city.of_version.map_or_else(String::new, |it| it.to_string()),
                city.unit.unwrap_or_default(),
                city.package.unwrap_or_default(),
                city.received_at.unwrap_or_default(),
            ]);
        }
    }
    csv_of(rows)
}
