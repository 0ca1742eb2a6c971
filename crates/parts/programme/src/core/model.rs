//! What a Kernindikator is, and how a city's own definition differs from it.

/// The units that Kernindikatoren can have.
pub const UNITS: [&str; 6] = ["persons", "percent", "per-1000", "index", "euro-per-m2", "things"];

/// What a version of a Kernindikator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is called.
    pub name: String,
    /// What is counted, and by what it is divided.
    pub definition: String,
    /// Which people are counted.
    pub population_concept: String,
    /// The Stichtag or Berichtszeitraum: `31.12.`
    pub reference_day: String,
    /// The unit, one of [`UNITS`].
    pub unit: String,
    /// What a city may do differently.
    pub deviations: String,
    /// Whether it is asked for no more.
    pub retired: bool,
}

/// A field of it; its name is the text `kern-feld-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Text::name`]
    Name,
    /// [`Text::definition`]
    Definition,
    /// [`Text::population_concept`]
    Population,
    /// [`Text::reference_day`]
    Day,
    /// [`Text::unit`]
    Unit,
    /// [`Text::deviations`]
    Deviations,
    /// [`Text::retired`]
    Retired,
}

impl Part {
    /// All fields, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Definition,
        Self::Population,
        Self::Day,
        Self::Unit,
        Self::Deviations,
        Self::Retired,
    ];

    /// Its name in forms and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Definition => "definition",
            Self::Population => "bevoelkerung",
            Self::Day => "stichtag",
            Self::Unit => "einheit",
            Self::Deviations => "abweichungen",
            Self::Retired => "ruht",
        }
    }

    /// What a version says in it, for texts.
    #[must_use]
    pub fn of(self, it: &Text) -> &str {
        match self {
            Self::Name => &it.name,
            Self::Definition => &it.definition,
            Self::Population => &it.population_concept,
            Self::Day => &it.reference_day,
            Self::Unit => &it.unit,
            Self::Deviations => &it.deviations,
            Self::Retired => {
                if it.retired {
                    "ja"
                } else {
                    ""
                }
            }
        }
    }
}

impl Text {
    /// What another version says differently, in the order of the form.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|it| it.of(self) != it.of(other)).collect()
    }
}

/// A version of a Kernindikator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Core {
    /// Its code: small letters, digits and hyphens.
    pub code: String,
    /// The first is 1.
    pub version: i64,
    /// What it says.
    pub text: Text,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// Whether a text can be the code of a Kernindikator.
///
/// ```
/// use ankunft_programme::core::model::is_code;
///
/// assert!(is_code("auslaenderanteil") && is_code("zuzug-5-jahre"));
/// assert!(!is_code("Zuzüge") && !is_code("-a") && !is_code("neu") && !is_code(""));
/// ```
#[must_use]
pub fn is_code(text: &str) -> bool {
    let fits = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    (2..=40).contains(&text.len())
        && text.bytes().all(fits)
        && !text.starts_with('-')
        && !text.ends_with('-')
        // The address of the form for a new one.
        && text != "neu"
}

/// What a table of a city says of a column of its own that is no share.
const UNSAID: &str = "number";

/// The unit of a city's measure: as the program knows it, or as its own definition says.
#[must_use]
pub fn unit_of<'a>(measure: &str, own: Option<&'a str>) -> Option<&'a str> {
    ankunft_formats::indicator(measure).map(|it| it.unit.as_str()).or(own)
}

/// Whether a measure of this unit can stand for a Kernindikator of that one.
///
/// ```
/// use ankunft_programme::core::model::is_in;
///
/// assert!(is_in("percent", "percent") && !is_in("percent", "persons"));
/// assert!(is_in("things", "number") && !is_in("percent", "number"));
/// ```
#[must_use]
pub fn is_in(wanted: &str, unit: &str) -> bool {
    unit == wanted || (unit == UNSAID && wanted != "percent")
}

/// A measure that a city can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMeasure {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// Whether it is in the unit of the Kernindikator.
    pub fits: bool,
}

/// How a city's measure fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// As the programme defines it.
    Same,
    /// With a deviation that the city names.
    Deviates,
    /// It was said of an older definition.
    Outdated,
    /// The city has no such measure.
    Lacks,
    /// Nobody has said anything yet.
    Unsaid,
}

impl Fit {
    /// All of them, in the order in which pages count them.
    pub const ALL: [Self; 5] =
        [Self::Same, Self::Deviates, Self::Outdated, Self::Lacks, Self::Unsaid];

    /// Its name in texts and files: `kern-passt-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "gleich",
            Self::Deviates => "abweichend",
            Self::Outdated => "veraltet",
            Self::Lacks => "fehlt",
            Self::Unsaid => "offen",
        }
    }
}

/// What a city says of its measure.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Own {
    /// The code of its measure; none if it has none.
    pub measure: Option<String>,
    /// Which people it counts.
    pub population_concept: String,
    /// Its Stichtag or Berichtszeitraum.
    pub reference_day: String,
    /// How it differs; empty if it does not.
    pub deviation: String,
}

/// How what a city says of a definition fits its newest version; with the unit of its measure, where
/// that is known.
///
/// ```
/// use ankunft_programme::core::model::{Fit, Own, Text, fit};
///
/// let text = Text {
///     name: "Ausländeranteil".into(),
///     definition: "Ausländer je 100 Einwohner".into(),
///     population_concept: "Hauptwohnung".into(),
///     reference_day: "31.12.".into(),
///     unit: "percent".into(),
///     deviations: String::new(),
///     retired: false,
/// };
/// let own = Own {
///     measure: Some("share_foreigners".into()),
///     population_concept: "Hauptwohnung".into(),
///     reference_day: "31.12.".into(),
///     deviation: String::new(),
/// };
/// assert_eq!(fit((&text, 2), Some((&own, 2)), Some("percent")), Fit::Same);
/// assert_eq!(fit((&text, 2), Some((&own, 2)), Some("persons")), Fit::Deviates);
/// assert_eq!(fit((&text, 2), Some((&own, 1)), Some("percent")), Fit::Outdated);
/// let other = Own { population_concept: "wohnberechtigt".into(), ..own };
/// assert_eq!(fit((&text, 2), Some((&other, 2)), Some("percent")), Fit::Deviates);
/// assert_eq!(fit((&text, 2), None, None), Fit::Unsaid);
/// ```
#[must_use]
pub fn fit((text, version): (&Text, i64), said: Option<(&Own, i64)>, unit: Option<&str>) -> Fit {
    let Some((own, of)) = said else { return Fit::Unsaid };
    if own.measure.is_none() {
        return Fit::Lacks;
    }
    if of < version {
        return Fit::Outdated;
    }
    // What a file does not say is no difference.
    let fits = |own: &str, of_all: &str| own.is_empty() || own == of_all;
    let is_same = own.deviation.is_empty()
        && unit.is_none_or(|it| is_in(&text.unit, it))
        && fits(&own.population_concept, &text.population_concept)
        && fits(&own.reference_day, &text.reference_day);
    if is_same { Fit::Same } else { Fit::Deviates }
}
