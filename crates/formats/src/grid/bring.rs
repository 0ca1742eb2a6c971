use std::collections::{BTreeMap, HashMap};

use ankunft_disclosure::Cell;

use super::quarters::counted;
use super::weights::{mean, share};
use super::{
    AreaFigure, Basis, Bound, GridCell, Gridded, Method, Quarters, Uncertainty, Weights, band_code,
    sheet,
};
use crate::table::{Collector, Limits, RawTable};
use crate::{
    AreaIndex, Finding, Kind, Observations, Period, Profile, RowCount, Series, Target, grid_cells,
    indicator, observe,
};

/// To which area units cells are brought, and how.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// The area units with their outlines.
    pub quarters: &'a Quarters,
    /// Their keys and names, in the same order.
    pub areas: &'a AreaIndex,
    /// How cells are given to area units.
    pub method: Method,
    /// What is assumed about the noise, in place of what the profile says.
    pub noise: Option<Uncertainty>,
    /// The cells by which shares and means are weighed, if they are in another file.
    pub weights: Option<&'a Weights>,
    /// The period, if the person said it.
    pub period: Option<Period>,
}

impl Grid<'_> {
    /// How far cells are taken to be from the truth.
    #[must_use]
    pub fn uncertainty(&self, profile: &Profile) -> Uncertainty {
        let rule = profile.grid.as_ref();
        self.noise.or_else(|| rule.map(|it| it.noise)).unwrap_or(Uncertainty::NONE)
    }
}

/// From fewer cells than this in an area unit on, the border decides what it is given.
const FEW: usize = 4;

/// How many area units a finding names.
const NAMED: usize = 30;

/// Brings a table of grid cells to area units, as its profile says.
///
/// Counts are added up; shares and means are weighed by the cells that the profile names. Beside
/// each count and share stand the ends of its likely band ([`band_code`]), rounded outwards: to
/// whole persons, to a tenth of a percent. An area unit without any cell is missing, never zero;
/// one whose cells are all unpublished is suppressed, and has a band.
#[must_use]
pub fn bring(table: &RawTable, profile: &Profile, how: &Grid<'_>) -> (Observations, Vec<Finding>) {
    let mut findings = Collector::new(table.file(), Limits::default().findings_of_a_kind);
    sheet::check_cells(table, profile, &mut findings);
    let index = grid_cells(table, profile);
    let target = Target { period: how.period.clone(), ..Target::of(&index) };
    let (observed, more) = observe(table, profile, &target);
    more.into_iter().map(of_cells).for_each(|it| findings.push(it));
    let cells: Vec<GridCell> = observed.areas.iter().filter_map(|it| it.parse().ok()).collect();
    let placed: Vec<_> = cells.iter().map(|it| how.quarters.shares(*it, how.method)).collect();
    let inside = placed.iter().filter(|it| !it.is_empty()).count();
    let read = table.len() as u64 + table.refused() + table.passed();
    let refused = observed.rows.refused;
    let joined = (inside as u64).min(read - refused);
    let mut observations = Observations {
        areas: how.areas.codes().to_vec(),
        series: Vec::new(),
        rows: RowCount { read, joined, refused, set_aside: read - refused - joined },
    };
    if inside == 0 {
        if table.passed() > 0 || !cells.is_empty() {
            let finding = findings.error("grid-outside-city").arg("count", read - refused);
            findings.push(finding.arg("version", how.areas.label()));
        }
        return (observations, findings.finish());
    }
    let work = Work { profile, how, cells: &cells, placed: &placed };
    work.series(&observed, &mut observations.series, &mut findings);
    work.report(inside, read - refused - joined, &mut findings);
    (observations, findings.finish())
}

/// A finding about rows of area units, said of cells.
fn of_cells(finding: Finding) -> Finding {
    let code = match finding.code.as_str() {
        "duplicate-key" => "grid-cell-twice",
        _ => return finding,
    };
    Finding { code: code.to_owned(), ..finding }
}

struct Work<'a> {
    profile: &'a Profile,
    how: &'a Grid<'a>,
    cells: &'a [GridCell],
    placed: &'a [Vec<(usize, f64)>],
}

impl Work<'_> {
    fn series(&self, observed: &Observations, out: &mut Vec<Series>, findings: &mut Collector) {
        let mut lacking: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut told = false;
        for series in &observed.series {
            let kind = self.kind(&series.indicator);
            let column = self.column(&series.indicator);
            let (areas, whole) = match kind {
                Kind::Count => {
                    let found = self.counts(&series.cells);
                    if !told {
                        self.tell_band(column, &found, findings);
                        told = true;
                    }
                    let three = |it: &AreaFigure| three(it, 1.0);
                    (found.areas.iter().map(three).collect(), three(&found.whole))
                }
                Kind::Percent | Kind::Measure => {
                    let Some(weights) = self.weights(observed, series) else {
                        let by = self.weight_of(&series.indicator).unwrap_or("");
                        lacking.entry(by).or_default().push(column);
                        continue;
                    };
                    let given = self.given(&series.cells, &weights);
                    if kind == Kind::Percent {
                        share(given, self.how.areas.len(), self.how.uncertainty(self.profile))
                    } else {
                        mean(given, self.how.areas.len())
                    }
                }
                Kind::Class => {
                    lacking.entry("").or_default().push(column);
                    continue;
                }
            };
            push(out, series, &areas, whole, kind);
        }
        self.tell_lacking(&lacking, out.is_empty(), findings);
    }

    fn counts(&self, cells: &[Cell]) -> Gridded {
        let given = self.placed.iter().cloned().zip(cells.iter().copied());
        counted(given, self.how.areas.len(), self.how.uncertainty(self.profile))
    }

    fn given<'b>(
        &'b self,
        cells: &'b [Cell],
        weights: &'b [Cell],
    ) -> impl Iterator<Item = (&'b [(usize, f64)], Cell, Cell)> {
        let placed = self.placed.iter().map(Vec::as_slice);
        placed.zip(cells.iter().copied()).zip(weights.iter().copied()).map(|((a, b), c)| (a, b, c))
    }

    fn kind(&self, code: &str) -> Kind {
        let rule = self.profile.columns.iter().find(|it| it.indicator == code);
        rule.map(|it| it.kind).or_else(|| indicator(code).map(|it| it.kind)).unwrap_or_default()
    }

    fn column<'b>(&'b self, code: &'b str) -> &'b str {
        let rule = self.profile.columns.iter().find(|it| it.indicator == code);
        rule.map_or(code, |it| &it.column)
    }

    fn weight_of(&self, code: &str) -> Option<&str> {
        self.profile.grid.as_ref()?.weighed_by.get(code).map(String::as_str)
    }

    /// The cells by which a share or mean is weighed, in the order of the cells.
    fn weights(&self, observed: &Observations, series: &Series) -> Option<Vec<Cell>> {
        let code = self.weight_of(&series.indicator)?;
        let own = observed
            .series
            .iter()
            .find(|it| it.indicator == code && it.period == series.period)
            .map(|it| it.cells.clone());
        own.or_else(|| {
            let weights = self.how.weights.filter(|it| it.indicator() == code)?;
            Some(self.cells.iter().map(|it| weights.of_cell(*it)).collect())
        })
    }

    /// Says how sure the sum of a count is, with the numbers of the whole city.
    fn tell_band(&self, column: &str, found: &Gridded, findings: &mut Collector) {
        let noise = self.how.uncertainty(self.profile);
        let whole = &found.whole;
        let finding = findings
            .note("grid-band")
            .arg("name", column)
            .arg("estimate", whole.value.round())
            .arg("low", whole.likely.low.floor())
            .arg("high", whole.likely.high.ceil())
            .arg("least", whole.surely.low.floor())
            .arg("most", whole.surely.high.ceil())
            .arg("unpublished", whole.unpublished)
            .arg("noise", noise.greatest_noise)
            .arg("hidden", noise.unpublished_most);
        findings.push(finding);
        let named = |fits: &dyn Fn(&AreaFigure) -> bool| {
            let at = found.areas.iter().enumerate().filter(|(_, it)| fits(it));
            at.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let none = named(&|it| it.published + it.unpublished == 0);
        let few = named(&|it| (1..FEW).contains(&(it.published + it.unpublished)));
        for (code, areas) in [("grid-unit-without-cell", none), ("grid-few-cells", few)] {
            if !areas.is_empty() {
                let finding = findings.warning(code).arg("count", areas.len());
                findings.push(finding.arg("areas", self.names(&areas)));
            }
        }
    }

    fn names(&self, areas: &[usize]) -> String {
        let areas_of = self.how.areas;
        let name = |at: &usize| format!("{} {}", areas_of.codes()[*at], areas_of.names()[*at]);
        let named: Vec<String> = areas.iter().take(NAMED).map(name).collect();
        let more = if areas.len() > NAMED { ", …" } else { "" };
        format!("{}{more}", named.join(", "))
    }

    fn tell_lacking(
        &self,
        lacking: &BTreeMap<&str, Vec<&str>>,
        is_empty: bool,
        findings: &mut Collector,
    ) {
        let file = self.profile.grid.as_ref().and_then(|it| it.weights_file.as_deref());
        for (by, columns) in lacking {
            let code = if by.is_empty() { "grid-not-brought" } else { "grid-weights-missing" };
            let finding = if is_empty { findings.error(code) } else { findings.note(code) };
            let finding = finding.line(1).arg("names", columns.join(", "));
            let finding = finding.arg("count", columns.len()).arg("by", by);
            findings.push(finding.arg("file", file.unwrap_or("none")));
        }
    }

    fn report(&self, inside: usize, outside: u64, findings: &mut Collector) {
        let widths: HashMap<u32, ()> = self.cells.iter().map(|it| (it.width_m(), ())).collect();
        let width = self.cells.first().map_or(0, |it| it.width_m());
        if widths.len() == 1 {
            let finding = findings.note("grid-brought").arg("count", inside);
            let finding = finding.arg("outside", outside).arg("width", width);
            findings.push(finding.arg("method", self.how.method.code()));
        }
    }
}

impl Grid<'_> {
    /// How the bands of a table of cells come about.
    #[must_use]
    pub fn basis(&self, table: &RawTable, profile: &Profile) -> Option<Basis> {
        let at = table.column(&profile.area.column)?;
        let cell: GridCell = table.rows().find_map(|row| row.field(at).parse().ok())?;
        let noise = self.uncertainty(profile);
        Some(Basis { width_m: cell.width_m(), method: self.method, noise })
    }
}

/// Value, low and high of a figure; the ends of the band rounded outwards, `parts` to the whole.
pub(super) fn three(figure: &AreaFigure, parts: f64) -> [Cell; 3] {
    if figure.published + figure.unpublished == 0 {
        return [Cell::MISSING; 3];
    }
    let number = |it: f64| Cell::of(it).unwrap_or(Cell::MISSING);
    let value = match figure.published {
        0 => Cell::SUPPRESSED,
        _ if figure.is_unreliable => number(figure.value).unreliable(),
        _ => number(figure.value),
    };
    // A hair of arithmetic does not push an end one step further out.
    let low = (figure.likely.low * parts + 1e-9).floor() / parts;
    let high = (figure.likely.high * parts - 1e-9).ceil() / parts;
    [value, number(low), number(high)]
}

/// The series of the value and, for what has one, of the ends of its band.
fn push(out: &mut Vec<Series>, from: &Series, areas: &[[Cell; 3]], whole: [Cell; 3], kind: Kind) {
    let codes = [
        from.indicator.clone(),
        band_code(&from.indicator, Bound::Low),
        band_code(&from.indicator, Bound::High),
    ];
    let wanted = if kind == Kind::Measure { 1 } else { 3 };
    for (at, code) in codes.into_iter().enumerate().take(wanted) {
        out.push(Series {
            indicator: code,
            period: from.period.clone(),
            cells: areas.iter().map(|it| it[at]).collect(),
            total: Some(whole[at]),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Band;

    #[test]
    fn tenths_are_stored_as_they_are_written() {
        for tenths in 0..=1_000_u32 {
            let (exact, over) = (f64::from(tenths) / 10.0, f64::from(tenths) / 10.0 + 0.04);
            let band = Band { low: over, high: over };
            let figure = AreaFigure {
                value: over,
                surely: band,
                likely: band,
                published: 1,
                unpublished: 0,
                is_unreliable: false,
            };
            let [_, low, high] = three(&figure, 10.0);
            assert_eq!(low.number(), Some(exact), "{tenths}");
            assert_eq!(high.number(), Some(f64::from(tenths + 1) / 10.0), "{tenths}");
        }
    }
}
