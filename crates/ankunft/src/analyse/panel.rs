//! Long panels: one row an area and period, measures by their columns.

use std::collections::BTreeMap;

use ankunft_arrival::{Counted, Dimension, Measure, Noise, Panel, Period, Series};
use ankunft_formats::Severity;
use ankunft_platform::languages::Texts;
use clap::Args;

use super::indicators::pair;
use super::input::{Sheet, wrong};
use crate::console::Problem;

/// Which columns of a panel are what.
#[derive(Debug, Args)]
pub struct Columns {
    /// The column with the key of the area.
    #[arg(long, default_value = "id")]
    pub id: String,
    /// The column with the period: 2015, 2015h1, 2015-06-30.
    #[arg(long, default_value = "period")]
    pub period: String,
    /// The column with the residents.
    #[arg(long)]
    pub population: Option<String>,
    /// The column with foreign residents.
    #[arg(long)]
    foreigners: Option<String>,
    /// The column with arrivals from abroad.
    #[arg(long)]
    arrivals_abroad: Option<String>,
    /// The column with all moves, in and out.
    #[arg(long)]
    moves: Option<String>,
    /// The column with residents of less than five years.
    #[arg(long)]
    resident_under_5y: Option<String>,
    /// A ready share in percent: foreigners=COLUMN, arrivals-abroad=, turnover=, resident-over-5y=.
    #[arg(long)]
    share: Vec<String>,
}

/// A dimension and the column that measures it.
pub struct Wanted {
    pub dimension: Dimension,
    /// How files name the measure.
    pub measure: &'static str,
    pub column: String,
    flag: &'static str,
    counted: Counted,
}

/// A panel, and the line of each of its rows.
pub struct Loaded {
    pub panel: Panel,
    lines: BTreeMap<(String, String), u64>,
}

impl Loaded {
    /// The line of an area in a period; `None` if the file has no such row.
    pub fn line(&self, area: &str, period: &str) -> Option<u64> {
        self.lines.get(&(area.to_owned(), period.to_owned())).copied()
    }
}

/// The measures by their names, with the flag that names the column of each. Of two measures of one
/// dimension the first is the better one.
const MEASURES: [(&str, &str, Dimension, Counted); 8] = [
    ("arrivals-abroad", "--arrivals-abroad", Dimension::ArrivalsAbroad, Counted::Flow),
    ("arrivals-abroad-share", "--share", Dimension::ArrivalsAbroad, Counted::FlowPercent),
    ("foreigners", "--foreigners", Dimension::Foreigners, Counted::Stock),
    ("foreigners-share", "--share", Dimension::Foreigners, Counted::StockPercent),
    ("moves", "--moves", Dimension::Turnover, Counted::Flow),
    ("turnover-share", "--share", Dimension::Turnover, Counted::FlowPercent),
    ("resident-under-5y", "--resident-under-5y", Dimension::Turnover, Counted::Stock),
    ("resident-over-5y-share", "--share", Dimension::Turnover, Counted::OthersPercent),
];

impl Columns {
    /// The best measure that is there for each dimension.
    pub fn measures(&self, t: &Texts) -> Result<Vec<Wanted>, Problem> {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        for text in &self.share {
            let (name, column) = pair(t, "--share", text)?;
            let name = format!("{name}-share");
            if !MEASURES.iter().any(|it| it.0 == name) {
                return Err(wrong(t, "analyse-share-unknown", &[("text", text)]));
            }
            named.insert(name, column.to_owned());
        }
        let counts = [
            ("arrivals-abroad", &self.arrivals_abroad),
            ("foreigners", &self.foreigners),
            ("moves", &self.moves),
            ("resident-under-5y", &self.resident_under_5y),
        ];
        for (name, column) in counts {
            named.extend(column.clone().map(|it| (name.to_owned(), it)));
        }
        let mut wanted: Vec<Wanted> = Vec::new();
        for (measure, flag, dimension, counted) in MEASURES {
            let Some(column) = named.remove(measure) else { continue };
            if wanted.iter().any(|it| it.dimension == dimension) {
                continue;
            }
            if counted.is_count() && self.population.is_none() {
                return Err(wrong(t, "analyse-count-needs-population", &[("flag", flag)]));
            }
            wanted.push(Wanted { dimension, measure, column, flag, counted });
        }
        if wanted.is_empty() {
            return Err(wrong(t, "analyse-no-measure", &[]));
        }
        Ok(wanted)
    }

    /// Reads the panel; what cannot be is a finding.
    pub fn load(
        &self,
        t: &Texts,
        sheet: &mut Sheet,
        wanted: &[Wanted],
        noise: Noise,
    ) -> Result<Loaded, Problem> {
        let id = sheet.column(t, "--id", &self.id)?;
        let period = sheet.column(t, "--period", &self.period)?;
        let residents = self.population.as_deref();
        let residents = residents.map(|it| sheet.column(t, "--population", it)).transpose()?;
        let columns: Vec<usize> = wanted
            .iter()
            .map(|it| sheet.column(t, it.flag, &it.column))
            .collect::<Result<_, _>>()?;
        let place = Places::of(sheet, id, period);
        let population = residents.map(|it| numbers(sheet, it, noise, residents.is_some()));
        let mut measures = Vec::new();
        for (it, column) in wanted.iter().zip(columns) {
            let counts = it.counted.is_count();
            let mut values = numbers(sheet, column, noise, counts);
            check_shares(sheet, it, column, (&mut values, population.as_deref()), noise);
            let series = place.series(&values);
            measures.push(Measure { dimension: it.dimension, counted: it.counted, series });
        }
        if noise.reach() > 0 && residents.is_none() {
            sheet.findings.push(sheet.about(Severity::Warning, "analyse-noise-without-counts"));
        }
        let population = population.map(|it| place.series(&it));
        let panel = Panel { areas: place.areas, periods: place.periods, population, measures };
        Ok(Loaded { panel, lines: place.lines })
    }
}

/// Where each row of a file stands in the panel.
struct Places {
    areas: Vec<String>,
    periods: Vec<Period>,
    /// Row by row; `None` for a row with an error.
    rows: Vec<Option<(usize, usize)>>,
    lines: BTreeMap<(String, String), u64>,
}

impl Places {
    fn of(sheet: &mut Sheet, id: usize, period: usize) -> Self {
        let keys = sheet.keys(id);
        let texts: Vec<String> = sheet.table.rows().map(|it| it.field(period).to_owned()).collect();
        let read: Vec<Option<Period>> = texts.iter().map(|it| Period::read(it)).collect();
        let mut periods: Vec<Period> = read.iter().flatten().cloned().collect();
        periods.sort();
        periods.dedup();
        let mut areas = keys.clone();
        areas.sort();
        areas.dedup();
        let mut place = Self { areas, periods, rows: Vec::new(), lines: BTreeMap::new() };
        for (row, (key, read)) in keys.into_iter().zip(read).enumerate() {
            let at = place.row(sheet, (row, period), key, (&texts[row], read));
            place.rows.push(at);
        }
        place.tell_missing(sheet);
        place
    }

    /// Says how many rows are missing for every area to have every period.
    fn tell_missing(&self, sheet: &mut Sheet) {
        let pairs = self.areas.iter().flat_map(|key| self.periods.iter().map(move |it| (key, it)));
        let mut missing = pairs
            .map(|(key, period)| (key.clone(), period.to_string()))
            .filter(|it| !self.lines.contains_key(it));
        let Some((key, period)) = missing.next() else { return };
        let finding = sheet.about(Severity::Warning, "analyse-rows-missing");
        let finding = finding.arg("count", 1 + missing.count()).arg("key", key);
        sheet.findings.push(finding.arg("period", period));
    }

    fn row(
        &mut self,
        sheet: &mut Sheet,
        (row, column): (usize, usize),
        key: String,
        (text, read): (&str, Option<Period>),
    ) -> Option<(usize, usize)> {
        let line = sheet.line(row);
        let Some(read) = read else {
            let finding = sheet.at(Severity::Error, "analyse-period-unknown", line, column);
            sheet.findings.push(finding.arg("text", text));
            return None;
        };
        let at = self.periods.binary_search(&read).ok()?;
        let name = self.periods[at].to_string();
        if name != text {
            let finding = sheet.at(Severity::Error, "analyse-period-two-names", line, column);
            sheet.findings.push(finding.arg("text", text).arg("other", &name));
            return None;
        }
        let area = self.areas.binary_search(&key).ok()?;
        if let Some(first) = self.lines.insert((key.clone(), name.clone()), line) {
            let finding = sheet.at(Severity::Error, "analyse-row-twice", line, column);
            let finding = finding.arg("key", key).arg("period", name).arg("first", first);
            sheet.findings.push(finding);
        }
        Some((at, area))
    }

    fn series(&self, values: &[Option<f64>]) -> Series {
        let mut series = vec![vec![None; self.areas.len()]; self.periods.len()];
        for (value, place) in values.iter().zip(&self.rows) {
            if let Some((period, area)) = place {
                series[*period][*area] = *value;
            }
        }
        series
    }
}

/// The numbers of a column; a negative one is an error, and of counts one that the rule of
/// protection cannot have made is a note.
fn numbers(sheet: &mut Sheet, column: usize, noise: Noise, counts: bool) -> Vec<Option<f64>> {
    let numbers = sheet.numbers(column);
    let name = sheet.table.header()[column].clone();
    let mut beside = 0;
    for (row, number) in numbers.iter().enumerate().filter_map(|(row, it)| Some((row, (*it)?))) {
        if number < 0.0 {
            let code = if counts { "negative-count" } else { "analyse-share-negative-refused" };
            let finding = sheet.at(Severity::Error, code, sheet.line(row), column);
            sheet.findings.push(finding.arg("text", number).arg("name", &name));
        } else if counts && !noise.is_on_grid(number) {
            beside += 1;
        }
    }
    if beside > 0 {
        let finding = sheet.about(Severity::Note, "analyse-off-grid").column(column as u64 + 1);
        sheet.findings.push(finding.arg("count", beside).arg("name", name));
    }
    numbers
}

/// A part of the residents cannot be more than all: such a number is left out, with a warning.
fn check_shares(
    sheet: &mut Sheet,
    wanted: &Wanted,
    column: usize,
    (values, population): (&mut [Option<f64>], Option<&[Option<f64>]>),
    noise: Noise,
) {
    if wanted.counted.is_flow() {
        return;
    }
    for (row, value) in values.iter_mut().enumerate() {
        let whole = match wanted.counted {
            Counted::Stock => population.and_then(|it| it[row]),
            _ => Some(100.0),
        };
        let (Some(number), Some(whole)) = (*value, whole) else { continue };
        // Two protected counts can each be off, in opposite directions.
        let room =
            if wanted.counted == Counted::Stock { 2.0 * f64::from(noise.reach()) } else { 0.0 };
        if number > whole + room {
            let finding =
                sheet.at(Severity::Warning, "analyse-part-above-whole", sheet.line(row), column);
            let finding = finding.arg("value", number).arg("whole", whole);
            sheet.findings.push(finding.arg("name", &wanted.column));
            *value = None;
        }
    }
}
