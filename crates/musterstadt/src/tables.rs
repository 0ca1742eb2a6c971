use std::fmt::Write;

use crate::{
    AGES, AreaSet, AreaUnit, City, Figures, FileKind, GeneratedFile, Level, ORIGINS, Period,
    RESIDENCE,
    geojson::{era, first_day, level_name},
};

/// Counts below this are hidden in the public table of benefits.
const THRESHOLD: u64 = 10;

/// One subject of the register, one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    Population,
    Origins,
    Ages,
    Residence,
    Moves,
    Benefits,
}

pub(crate) const THEMES: [Theme; 6] = [
    Theme::Population,
    Theme::Origins,
    Theme::Ages,
    Theme::Residence,
    Theme::Moves,
    Theme::Benefits,
];

impl Theme {
    pub fn name(self) -> &'static str {
        match self {
            Self::Population => "bevoelkerung",
            Self::Origins => "herkunft",
            Self::Ages => "alter",
            Self::Residence => "wohndauer",
            Self::Moves => "bewegungen",
            Self::Benefits => "sozialleistungen",
        }
    }

    /// Stocks are of a day, flows of a half-year.
    pub fn period_column(self) -> &'static str {
        if self == Self::Moves { "halbjahr" } else { "stichtag" }
    }

    /// Columns with counts of persons, each with the code of its indicator. A table of benefits
    /// ends with a share besides.
    pub fn fields(self) -> Vec<(&'static str, &'static str)> {
        let whole = ("einwohner", "population");
        match self {
            Self::Population => {
                vec![whole, ("deutsche", "germans"), ("auslaender", "foreigners")]
            }
            Self::Origins => {
                let groups = ORIGINS[1..].iter().copied().zip(CITIZENSHIPS);
                std::iter::once(("auslaender", "foreigners")).chain(groups).collect()
            }
            Self::Ages => std::iter::once(whole).chain(AGES.into_iter().zip(AGE_CODES)).collect(),
            Self::Residence => {
                let classes = RESIDENCE.into_iter().zip(RESIDENCE_CODES);
                let under_5 = ("unter_5_jahre", "resident_under_5_years");
                std::iter::once(whole).chain(classes).chain([under_5]).collect()
            }
            Self::Moves => MOVES.to_vec(),
            Self::Benefits => {
                vec![("sgb2_personen", "sgb2_recipients"), ("sgb2_kinder", "sgb2_children")]
            }
        }
    }

    pub fn columns(self) -> Vec<&'static str> {
        self.fields().into_iter().map(|(column, _)| column).collect()
    }

    /// Sums that hold in every row before rounding.
    pub fn sums(self) -> Vec<(&'static str, Vec<&'static str>)> {
        let columns = self.columns();
        match self {
            Self::Population | Self::Origins | Self::Ages => {
                vec![(columns[0], columns[1..].to_vec())]
            }
            Self::Residence => {
                vec![(columns[0], columns[1..5].to_vec()), (columns[5], columns[1..3].to_vec())]
            }
            Self::Moves => vec![
                ("wanderungen", vec!["zuzuege", "fortzuege"]),
                ("zuzuege", vec!["zuzuege_ausland", "zuzuege_inland", "umzuege_zu"]),
                ("fortzuege", vec!["fortzuege_aussen", "umzuege_weg"]),
            ],
            Self::Benefits => Vec::new(),
        }
    }

    pub fn values(self, figures: &Figures) -> Vec<u64> {
        let flows = &figures.flows;
        match self {
            Self::Population => vec![figures.population(), figures.germans(), figures.foreigners()],
            Self::Origins => std::iter::once(figures.foreigners())
                .chain(figures.origins[1..].iter().copied())
                .collect(),
            Self::Ages => std::iter::once(figures.population()).chain(figures.ages).collect(),
            Self::Residence => {
                let stays = figures.residence;
                let under_5 = stays[0] + stays[1];
                std::iter::once(figures.population()).chain(stays).chain([under_5]).collect()
            }
            Self::Moves => {
                let arrivals = flows.from_abroad + flows.from_elsewhere + flows.within_in;
                let departures = flows.departures + flows.within_out;
                vec![
                    arrivals + departures,
                    arrivals,
                    flows.from_abroad,
                    flows.from_elsewhere,
                    flows.within_in,
                    departures,
                    flows.departures,
                    flows.within_out,
                    flows.births,
                    flows.deaths,
                    flows.naturalised,
                    flows.signed_off,
                ]
            }
            Self::Benefits => vec![figures.sgb2, figures.sgb2_children],
        }
    }
}

#[rustfmt::skip]
const CITIZENSHIPS: [&str; 15] = [
    "citizenship_turkey", "citizenship_poland", "citizenship_romania", "citizenship_bulgaria",
    "citizenship_italy", "citizenship_greece", "citizenship_western_balkans", "citizenship_russia",
    "citizenship_ukraine", "citizenship_syria", "citizenship_afghanistan", "citizenship_other_eu",
    "citizenship_africa", "citizenship_other_asia", "citizenship_other_country",
];

#[rustfmt::skip]
const AGE_CODES: [&str; 8] = [
    "population_age_under_6", "population_age_6_14", "population_age_15_17", "population_age_18_26",
    "population_age_27_44", "population_age_45_54", "population_age_55_64", "population_age_65_plus",
];

const RESIDENCE_CODES: [&str; 4] = [
    "resident_under_1_year",
    "resident_1_to_4_years",
    "resident_5_to_9_years",
    "resident_10_years_plus",
];

const MOVES: [(&str, &str); 12] = [
    ("wanderungen", "moves"),
    ("zuzuege", "arrivals"),
    ("zuzuege_ausland", "arrivals_abroad"),
    ("zuzuege_inland", "arrivals_elsewhere"),
    ("umzuege_zu", "arrivals_within"),
    ("fortzuege", "departures"),
    ("fortzuege_aussen", "departures_outside"),
    ("umzuege_weg", "departures_within"),
    ("geburten", "births"),
    ("sterbefaelle", "deaths"),
    ("einbuergerungen", "naturalisations"),
    ("bereinigung", "register_cleanup"),
];

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Value(u64),
    Suppressed,
    Missing,
}

pub(crate) fn tables(city: &City) -> Vec<GeneratedFile> {
    let mut files = Vec::new();
    for theme in THEMES {
        for set in &city.areas {
            for protected in [true, false] {
                files.push(table(city, theme, set, protected));
            }
        }
    }
    files
}

pub(crate) fn profile_id(city: &City, theme: Theme, protected: bool) -> String {
    format!("{}-{}-{}", city.slug, theme.name(), if protected { "5er" } else { "intern" })
}

fn table(city: &City, theme: Theme, set: &AreaSet, protected: bool) -> GeneratedFile {
    let mut text = format!("gebiet;{};{}", theme.period_column(), theme.columns().join(";"));
    text.push_str(if theme == Theme::Benefits { ";anteil_sgb2\r\n" } else { "\r\n" });
    for &period in &city.periods {
        if period < set.from || set.until.is_some_and(|until| period > until) {
            continue;
        }
        for (key, cells, quota) in rows(city, theme, set, period, protected) {
            let written =
                if theme == Theme::Moves { period.to_string() } else { period.stichtag() };
            // Writing to a string cannot fail.
            let _ = write!(text, "{key};{written}");
            for cell in &cells {
                let _ = write!(text, ";{}", show(*cell, protected));
            }
            if theme == Theme::Benefits {
                let _ = write!(text, ";{}", quota.map_or_else(|| ".".to_owned(), decimal));
            }
            text.push_str("\r\n");
        }
    }
    let side = if protected { "5er" } else { "intern" };
    GeneratedFile {
        name: format!(
            "{}-{}-{}{}-{side}.csv",
            city.slug,
            theme.name(),
            level_name(set.level),
            era(city, set)
        ),
        kind: FileKind::Table {
            profile: profile_id(city, theme, protected),
            protected,
            level: set.level,
            areas_from: first_day(set.from),
        },
        bytes: text.into_bytes(),
    }
}

type Row = (String, Vec<Cell>, Option<f64>);

/// The rows of one half-year, the whole city last.
fn rows(city: &City, theme: Theme, set: &AreaSet, period: Period, protected: bool) -> Vec<Row> {
    let known: Vec<(&AreaUnit, Figures)> =
        set.units.iter().filter_map(|unit| Some((unit, city.figures(unit, period)?))).collect();
    let mut table: Vec<Vec<Cell>> = known
        .iter()
        .map(|(unit, figures)| {
            theme.values(figures).into_iter().map(|v| cell(city, theme, unit, period, v)).collect()
        })
        .collect();
    if protected && theme == Theme::Benefits {
        let parents: Vec<Option<&str>> =
            known.iter().map(|(unit, _)| unit.parent.as_deref()).collect();
        for column in 0..theme.columns().len() {
            suppress(&mut table, &parents, column);
        }
    }
    let mut rows: Vec<Row> = known
        .iter()
        .zip(table)
        .map(|((unit, figures), cells)| {
            let quota = match cells[0] {
                Cell::Value(_) => quota(figures, protected),
                Cell::Suppressed | Cell::Missing => None,
            };
            (unit.id.clone(), cells, quota)
        })
        .collect();
    if let Some(total) = city.total(period) {
        let absent = theme == Theme::Residence && not_yet(city, period);
        let total_cell =
            |(at, value)| if absent && at > 0 { Cell::Missing } else { Cell::Value(value) };
        let cells = theme.values(&total).into_iter().enumerate().map(total_cell).collect();
        rows.push(("Gesamt".to_owned(), cells, quota(&total, protected)));
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.1) {
        if let (Cell::Value(value), true) = (&mut *cell, protected) {
            *value = round5(*value);
        }
    }
    rows
}

/// Years at the address were first counted a year after the register begins; the origins of one
/// quarter were lost once.
fn cell(city: &City, theme: Theme, unit: &AreaUnit, period: Period, value: u64) -> Cell {
    let lost = theme == Theme::Origins
        && period == LOST
        && (unit.id == "07" || unit.parent.as_deref() == Some("07"));
    let absent = theme == Theme::Residence && not_yet(city, period);
    if lost || absent { Cell::Missing } else { Cell::Value(value) }
}

/// The half-year of which the origins of the quarter `07` were lost.
const LOST: Period = Period::new(2017, 1);

fn not_yet(city: &City, period: Period) -> bool {
    city.periods.iter().take(2).any(|early| *early == period)
}

/// Hides small counts, and a second one wherever a single one could be found by subtraction.
fn suppress(table: &mut [Vec<Cell>], parents: &[Option<&str>], column: usize) {
    let mut hidden: Vec<bool> = table
        .iter()
        .map(|row| matches!(row[column], Cell::Value(value) if value > 0 && value < THRESHOLD))
        .collect();
    for at in 0..table.len() {
        let siblings: Vec<usize> =
            (0..table.len()).filter(|&other| parents[other] == parents[at]).collect();
        if siblings.iter().filter(|&&sibling| hidden[sibling]).count() != 1 {
            continue;
        }
        let open = siblings.iter().copied().filter(|&sibling| !hidden[sibling]);
        let value = |sibling: usize| match table[sibling][column] {
            Cell::Value(value) if value > 0 => value,
            _ => u64::MAX,
        };
        if let Some(smallest) = open.min_by_key(|&sibling| value(sibling)) {
            hidden[smallest] = true;
        }
    }
    for (row, hidden) in table.iter_mut().zip(hidden) {
        if hidden {
            row[column] = Cell::Suppressed;
        }
    }
}

/// Percent of all residents with benefits, from what the same table may show.
fn quota(figures: &Figures, protected: bool) -> Option<f64> {
    let (part, whole) = (figures.sgb2, figures.population());
    let (part, whole) = if protected { (round5(part), round5(whole)) } else { (part, whole) };
    (whole > 0).then(|| 100.0 * part as f64 / whole as f64)
}

pub(crate) fn round5(value: u64) -> u64 {
    (value + 2) / 5 * 5
}

/// In the public table a dash says that nothing is left after rounding.
fn show(cell: Cell, protected: bool) -> String {
    match cell {
        Cell::Value(0) if protected => "–".to_owned(),
        Cell::Value(value) => value.to_string(),
        Cell::Suppressed => ".".to_owned(),
        Cell::Missing => "…".to_owned(),
    }
}

fn decimal(value: f64) -> String {
    format!("{value:.1}").replace('.', ",")
}

pub(crate) fn crosswalk(city: &City) -> Vec<GeneratedFile> {
    [Level::Quarter, Level::Zone]
        .into_iter()
        .filter(|level| city.crosswalk.iter().any(|row| row.level == *level))
        .map(|level| {
            let mut text = "gebiet_alt;gebiet_neu;anteil\r\n".to_owned();
            for row in city.crosswalk.iter().filter(|row| row.level == level) {
                let share = format!("{:.6}", row.share).replace('.', ",");
                // Writing to a string cannot fail.
                let _ = write!(text, "{};{};{share}\r\n", row.old, row.new);
            }
            GeneratedFile {
                name: format!("{}-umschluesselung-{}.csv", city.slug, level_name(level)),
                kind: FileKind::Crosswalk { level },
                bytes: text.into_bytes(),
            }
        })
        .collect()
}
