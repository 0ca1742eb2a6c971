//! Which periods a mean goes over, and the mean.

use std::ops::RangeInclusive;

use ankunft_disclosure::{Audience, Cell, Released};
use jiff::civil::Date;

use crate::composed::join;
use crate::store::last_day;
use crate::view::profile::{Moment, Profile, Series};

impl Profile {
    /// The same quarter with each of its series averaged over so many years.
    pub(crate) fn averaged(mut self, years: u32, reader: Audience) -> Self {
        let means: Vec<_> = self.series.iter().map(|it| means(&self, it, years, reader)).collect();
        for (series, points) in self.series.iter_mut().zip(means) {
            series.points = points;
        }
        self.window_years = Some(years);
        self
    }
}

/// The window that ends at a point of a series; `None` where it is not complete or a break lies in
/// it.
pub(super) fn window(
    profile: &Profile,
    series: &Series,
    (at, years): (usize, u32),
    reader: Audience,
) -> Option<RangeInclusive<usize>> {
    of(&days(series, reader), &breaks(profile, series), at, years)
}

fn days(series: &Series, reader: Audience) -> Vec<Option<Date>> {
    let day = |it: &Released<Moment>| it.show(reader).and_then(|it| last_day(&it.period));
    series.points.iter().map(day).collect()
}

/// The days from which figures are to be read differently.
fn breaks(profile: &Profile, series: &Series) -> Vec<Date> {
    let needs = series.measure.recipe.needs();
    let concerns = |code: &Option<String>| code.as_ref().is_none_or(|it| needs.contains(&&**it));
    let all = profile.breaks.iter().filter(|it| concerns(&it.indicator));
    all.filter_map(|it| last_day(&it.at_period)).collect()
}

fn of(
    days: &[Option<Date>],
    breaks: &[Date],
    at: usize,
    years: u32,
) -> Option<RangeInclusive<usize>> {
    let end = (*days.get(at)?)?;
    let start = end.saturating_sub(jiff::Span::new().years(i64::from(years)));
    let first = (0..=at).find(|it| days[*it].is_some_and(|day| day > start))?;
    let from = days[first]?;
    let is_broken = breaks.iter().any(|it| from < *it && *it <= end);
    let needed = usize::try_from(years).ok()? * periods_a_year(days);
    (!is_broken && at - first + 1 == needed).then_some(first..=at)
}

/// How many periods a series has in a year, by its nearest neighbours.
fn periods_a_year(days: &[Option<Date>]) -> usize {
    let months = |day: Date| 12 * i64::from(day.year()) + i64::from(day.month());
    let distance = |pair: &[Option<Date>]| Some(months(pair[1]?) - months(pair[0]?));
    let nearest = days.windows(2).filter_map(distance).filter(|it| *it > 0).min();
    nearest.map_or(1, |it| usize::try_from(12 / it.min(12)).unwrap_or(1))
}

fn means(
    profile: &Profile,
    series: &Series,
    years: u32,
    reader: Audience,
) -> Vec<Released<Moment>> {
    let (days, breaks) = (days(series, reader), breaks(profile, series));
    let mean = |(at, point): (usize, &Released<Moment>)| {
        let Some(window) = of(&days, &breaks, at, years) else {
            let nothing = |it: Moment| Moment {
                value: Cell::MISSING,
                city: Cell::MISSING,
                base: None,
                band: None,
                ..it
            };
            return Some(point.clone().map(nothing));
        };
        let mut points = series.points[window].iter().cloned();
        let first = points.next()?.map(|it| vec![it]);
        let all = points.fold(first, |all, next| {
            all.zip(next).map(|(mut all, next)| {
                all.push(next);
                all
            })
        });
        Some(all.map(|it| together(&it)))
    };
    series.points.iter().enumerate().filter_map(mean).collect()
}

/// The mean of some moments, at the last of them: of shares and rates by the people that they are
/// of, which is the sum of all parts over the sum of all wholes; of everything else as it is.
fn together(moments: &[Moment]) -> Moment {
    let values = |it: &Moment| (it.value, it.base);
    let cities = |it: &Moment| (it.city, it.city_base);
    let ends = |of: fn(&(Cell, Cell)) -> Cell| {
        let ends: Option<Vec<_>> =
            moments.iter().map(|it| Some((of(it.band.as_ref()?), None))).collect();
        ends.map(|it| mean(&it))
    };
    let last = moments.last().cloned().unwrap_or_default();
    Moment {
        value: mean(&moments.iter().map(values).collect::<Vec<_>>()),
        city: mean(&moments.iter().map(cities).collect::<Vec<_>>()),
        number: moments.iter().map(|it| it.number).max().unwrap_or_default(),
        datasets: moments.iter().flat_map(|it| it.datasets.iter().copied()).collect(),
        base: None,
        city_base: None,
        band: ends(|it| it.0).zip(ends(|it| it.1)),
        ..last
    }
}

/// The mean of cells, each weighted by the cell beside it, or all alike where one has none.
fn mean(cells: &[(Cell, Option<Cell>)]) -> Cell {
    let weighted: Option<Vec<(Cell, Cell)>> =
        cells.iter().map(|(cell, weight)| Some((*cell, (*weight)?))).collect();
    let one = Cell::of(1.0).unwrap_or(Cell::MISSING);
    join::mean(&weighted.unwrap_or_else(|| cells.iter().map(|it| (it.0, one)).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(periods: &[&str]) -> Vec<Option<Date>> {
        periods.iter().map(|it| last_day(it)).collect()
    }

    #[test]
    fn a_window_is_whole_or_none() {
        let halves = days(&["2021h1", "2021h2", "2022h1", "2022h2", "2023h1", "2023h2"]);
        assert_eq!(of(&halves, &[], 5, 3), Some(0..=5));
        assert_eq!(of(&halves, &[], 5, 2), Some(2..=5));
        assert_eq!(of(&halves, &[], 4, 3), None, "the series begins within it");
        let gap = days(&["2020h2", "2021h1", "2022h1", "2022h2", "2023h1", "2023h2"]);
        assert_eq!(of(&gap, &[], 5, 3), None, "half a year is missing");
        assert_eq!(of(&gap, &[], 5, 2), Some(2..=5));
        let years = days(&["2021", "2022", "2023"]);
        assert_eq!(of(&years, &[], 2, 3), Some(0..=2));
    }

    #[test]
    fn a_break_is_never_bridged() {
        let halves = days(&["2021h1", "2021h2", "2022h1", "2022h2", "2023h1", "2023h2"]);
        let at = |period: &str| vec![last_day(period).expect("a day")];
        assert_eq!(of(&halves, &at("2022-01-01"), 5, 3), None);
        assert_eq!(of(&halves, &at("2023h2"), 5, 2), None);
        // The window begins with the first figures that are to be read in the new way.
        assert_eq!(of(&halves, &at("2022-01-01"), 5, 2), Some(2..=5));
        assert_eq!(of(&halves, &at("2022h1"), 5, 2), Some(2..=5));
    }

    #[test]
    fn a_mean_counts_people_and_hides_what_is_hidden() {
        let of = |value: f64| Cell::of(value).expect("a number");
        let moment = |value: Cell, base: Option<Cell>| Moment {
            value,
            base,
            city: of(1.0),
            ..Moment::default()
        };
        let shares = [moment(of(10.0), Some(of(100.0))), moment(of(40.0), Some(of(200.0)))];
        assert_eq!(together(&shares).value, of(30.0));
        let counts = [moment(of(10.0), None), moment(of(40.0), None)];
        assert_eq!(together(&counts).value, of(25.0));
        let hidden = [moment(of(10.0), None), moment(Cell::SUPPRESSED, None)];
        assert_eq!(together(&hidden).value, Cell::SUPPRESSED);
        let missing = [moment(Cell::MISSING, None), moment(of(40.0), None)];
        assert_eq!(together(&missing).value, Cell::MISSING);
    }
}
