//! What a package says about its figures.

use ankunft_disclosure::{Column, Declaration, Policy, Released};
use ankunft_formats::bundle::Member;
use ankunft_platform::indicators::Definition;
use ankunft_platform::web::file::csv;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AREAS, CODEBOOK, CODEBOOK_CSV, CONSENT, CORE, FIGURES, OUTLINES, figures};

/// The table that the figures come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatasetNote {
    /// Its code in its city.
    pub code: String,
    /// What a person calls it.
    pub title: String,
    /// The Datenstand in its city.
    pub number: i64,
    /// Who publishes it.
    pub publisher: String,
    /// On which terms.
    pub licence: String,
    /// Which people are counted: `Hauptwohnung`, `wohnberechtigt`.
    pub population_concept: String,
}

/// The area units that the figures are of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeographyNote {
    /// Its code in its city.
    pub code: String,
    /// What a person calls it.
    pub name: String,
    /// What the version is called.
    pub label: String,
    /// The first day.
    pub valid_from: String,
    /// The last day, if it has passed.
    pub valid_to: Option<String>,
}

/// How figures were protected before they went.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The rule: `5er-Rundung`.
    pub rule: String,
    /// The office that applied it.
    pub office: String,
    /// The day.
    pub date: String,
}

/// To which Kernindikator of the programme an indicator belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoreNote {
    /// Its code.
    pub code: String,
    /// The version of its definition.
    pub version: i64,
    /// How the city's own definition differs; empty if it does not.
    pub deviation: String,
}

/// What a city says of a Kernindikator, whose figures are in the package or follow from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoreSaid {
    /// The code of the Kernindikator.
    pub code: String,
    /// The version of its definition that this was said of.
    pub version: i64,
    /// The code of the city's measure.
    pub measure: String,
    /// The unit of that measure, where it is known.
    pub unit: Option<String>,
    /// Which people it counts.
    pub population_concept: String,
    /// Its Stichtag or Berichtszeitraum; empty if nobody has said.
    pub reference_day: String,
    /// How it differs; empty if it does not.
    pub deviation: String,
}

/// What an indicator means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorNote {
    /// Its definition.
    pub definition: Definition,
    /// What it is called, in German.
    pub name_de: String,
    /// In English.
    pub name_en: String,
    /// The Kernindikator.
    pub core: Option<CoreNote>,
}

/// That a series says something else from a period on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakNote {
    /// The code of the indicator; none if it concerns all.
    pub indicator: Option<String>,
    /// The first period that is to be read differently.
    pub at_period: String,
    /// What changed, in German.
    pub note_de: String,
    /// In English.
    pub note_en: String,
}

/// What the figures mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// The table.
    pub dataset: DatasetNote,
    /// The area units.
    pub geography: GeographyNote,
    /// How the figures are protected.
    pub protection: Vec<Rule>,
    /// The indicators, by code.
    pub indicators: Vec<IndicatorNote>,
    /// Breaks of their series.
    pub breaks: Vec<BreakNote>,
}

/// Somebody's consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consented {
    /// `coordination` or `statistics-office`.
    pub by: String,
    /// The Stelle, or the person if there is none.
    pub who: String,
    /// When, in UTC.
    pub at: String,
}

/// By whose consent, for whom and for what the figures go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// For what.
    pub purpose: String,
    /// For whom.
    pub recipient: String,
    /// The last day.
    pub until: String,
    /// Who consented.
    pub consents: Vec<Consented>,
}

impl Consent {
    /// When the last consent was given, if all say when they were.
    #[must_use]
    pub fn last(&self) -> Option<Timestamp> {
        let all = self.consents.iter().map(|it| it.at.parse().ok());
        all.collect::<Option<Vec<Timestamp>>>()?.into_iter().max()
    }
}

/// An area unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaNote {
    /// The key by which tables name it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The key of the unit above it.
    pub parent: Option<String>,
}

/// A column of figures on its way out.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The code of the indicator.
    pub indicator: String,
    /// Stichtag or Berichtszeitraum.
    pub period: String,
    /// The figures.
    pub column: Released<Column>,
}

/// Everything that goes into a package.
#[derive(Debug)]
pub struct Content {
    /// What the figures mean.
    pub codebook: Codebook,
    /// By whose consent.
    pub consent: Consent,
    /// The area units, in the order of the columns.
    pub areas: Vec<AreaNote>,
    /// The figures.
    pub columns: Vec<Outgoing>,
    /// What the city says of Kernindikatoren.
    pub core: Vec<CoreSaid>,
    /// The outlines of the units as GeoJSON, if they were asked for.
    pub outlines: Option<Vec<u8>>,
}

impl Content {
    /// The files of the package.
    ///
    /// # Errors
    ///
    /// - [`serde_json::Error`] never in practice: all of it has a JSON.
    pub fn files(&self) -> Result<Vec<Member>, serde_json::Error> {
        let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        let mut files = vec![
            text(FIGURES, figures::write(&self.areas, &self.columns)),
            text(CODEBOOK_CSV, self.codebook.csv()),
            text(CODEBOOK, serde_json::to_string_pretty(&self.codebook)?),
            text(CONSENT, serde_json::to_string_pretty(&self.consent)?),
            text(AREAS, areas_csv(&self.areas)),
        ];
        if !self.core.is_empty() {
            files.push(text(CORE, serde_json::to_string_pretty(&self.core)?));
        }
        files.extend(self.outlines.clone().map(|it| (OUTLINES.to_owned(), it)));
        Ok(files)
    }
}

fn areas_csv(areas: &[AreaNote]) -> String {
    let row =
        |it: &AreaNote| [it.code.clone(), it.name.clone(), it.parent.clone().unwrap_or_default()];
    let header = ["code", "name", "parent"].map(str::to_owned);
    csv(std::iter::once(header).chain(areas.iter().map(row)))
}

impl Codebook {
    fn csv(&self) -> String {
        let header = [
            "indicator",
            "name_de",
            "name_en",
            "kind",
            "unit",
            "reference",
            "population_concept",
            "denominator",
            "denominator_source",
            "formula",
            "core_indicator",
            "core_version",
            "deviation",
            "protection",
            "breaks",
        ];
        let rows = self.indicators.iter().map(|it| self.row(it));
        csv(std::iter::once(header.map(str::to_owned).to_vec()).chain(rows))
    }

    fn row(&self, it: &IndicatorNote) -> Vec<String> {
        let definition = &it.definition;
        let word = |it: serde_json::Value| it.as_str().unwrap_or_default().to_owned();
        let denominator = definition.denominator.as_ref();
        let core = it.core.as_ref();
        let rules: Vec<String> = self
            .protection
            .iter()
            .map(|it| format!("{} ({}, {})", it.rule, it.office, it.date))
            .collect();
        let concerns =
            |of: &&BreakNote| of.indicator.as_ref().is_none_or(|it| *it == definition.code);
        let breaks: Vec<String> = self
            .breaks
            .iter()
            .filter(concerns)
            .map(|it| format!("{}: {}", it.at_period, it.note_de))
            .collect();
        vec![
            definition.code.clone(),
            it.name_de.clone(),
            it.name_en.clone(),
            word(serde_json::json!(definition.kind)),
            definition.unit.clone(),
            word(serde_json::json!(definition.reference)),
            self.dataset.population_concept.clone(),
            denominator.map_or_else(String::new, |it| it.indicator.clone()),
            denominator.map_or_else(String::new, |it| it.source.clone()),
            definition.formula.clone().unwrap_or_default(),
            core.map_or_else(String::new, |it| it.code.clone()),
            core.map_or_else(String::new, |it| it.version.to_string()),
            core.map_or_else(String::new, |it| it.deviation.clone()),
            rules.join("; "),
            breaks.join("; "),
        ]
    }

    /// What it says of Kernindikatoren: less than [`CoreSaid`], which packages of before do not have.
    #[must_use]
    pub fn core(&self) -> Vec<CoreSaid> {
        let said = |it: &IndicatorNote| {
            let core = it.core.as_ref()?;
            Some(CoreSaid {
                code: core.code.clone(),
                version: core.version,
                measure: it.definition.code.clone(),
                unit: Some(it.definition.unit.clone()),
                population_concept: self.dataset.population_concept.clone(),
                reference_day: String::new(),
                deviation: core.deviation.clone(),
            })
        };
        self.indicators.iter().filter_map(said).collect()
    }

    /// How the figures are protected, as who admits them declares it: all rules, by their offices,
    /// of the latest day.
    ///
    /// ```
    /// use ankunft_programme::package::content::{Rule, declaration};
    ///
    /// let rule = Rule { rule: "5er-Rundung".into(), office: "Amt".into(), date: "2026-01-31".into() };
    /// assert_eq!(declaration(&[rule.clone(), rule]).unwrap().rule, "5er-Rundung");
    /// assert!(declaration(&[]).is_none());
    /// ```
    #[must_use]
    pub fn declaration(&self) -> Option<Declaration> {
        declaration(&self.protection)
    }
}

/// One declaration of several rules; none if a rule, an office or a day is missing.
#[must_use]
pub fn declaration(rules: &[Rule]) -> Option<Declaration> {
    let all = |of: fn(&Rule) -> &String| {
        let mut all: Vec<&str> = rules.iter().map(|it| of(it).as_str()).collect();
        all.sort_unstable();
        all.dedup();
        all.join("; ")
    };
    let date = rules.iter().map(|it| it.date.as_str()).max()?.to_owned();
    let it = Declaration { rule: all(|it| &it.rule), office: all(|it| &it.office), date };
    it.check().is_ok().then_some(it)
}

/// A policy in the words of a package.
#[must_use]
pub fn rule_of(policy: &Policy, (office, released): (&str, &str)) -> Rule {
    match policy {
        Policy::AlreadyProtected(it) => {
            Rule { rule: it.rule.clone(), office: it.office.clone(), date: it.date.clone() }
        }
        Policy::Rounded(base) => Rule {
            rule: format!("{}er-Rundung", base.get()),
            office: office.to_owned(),
            date: released.to_owned(),
        },
    }
}
