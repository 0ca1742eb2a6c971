//! What each dimension of arrival can be measured by, the best first.

use ankunft_arrival::{Counted, Dimension};

use super::result::Used;
use crate::model::catalogue::unit_of;
use crate::model::measure::Unit;

/// The residents, the best source first.
pub(super) const RESIDENTS: [&str; 2] = ["population", "population_mss"];

/// A way to measure a dimension from stored indicators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Way {
    /// Its name, for texts and for the record: `moves`.
    pub name: &'static str,
    pub dimension: Dimension,
    pub counted: Counted,
    /// The indicators that are added up.
    pub codes: &'static [&'static str],
    /// By what the sum becomes what [`Counted`] says.
    pub factor: f64,
    /// The indicator of the catalogue in whose unit its rate is shown everywhere.
    pub rate: &'static str,
}

const fn way(
    name: &'static str,
    dimension: Dimension,
    counted: Counted,
    codes: &'static [&'static str],
) -> Way {
    let rate = match dimension {
        Dimension::ArrivalsAbroad => "arrivals_abroad_rate",
        Dimension::Foreigners => "share_foreigners",
        Dimension::Turnover if counted.is_flow() => "turnover",
        Dimension::Turnover => "share_resident_under_5_years",
    };
    Way { name, dimension, counted, codes, factor: 1.0, rate }
}

impl Way {
    /// The way of this name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        WAYS.iter().find(|it| it.name == name)
    }

    fn unit(&self) -> Unit {
        ankunft_formats::indicator(self.rate).map_or(Unit::PerHundred, unit_of)
    }
}

impl Used {
    pub(super) fn found_by(&self) -> Option<&'static Way> {
        Way::named(&self.way)
    }

    /// What its rates say, as the catalogue defines it: one unit on every page and in every file.
    pub(crate) fn unit(&self) -> Unit {
        self.found_by().map_or(Unit::PerHundred, Way::unit)
    }

    /// A rate of an assessment, which is one of 100, in that unit.
    pub(crate) fn rate(&self, per_hundred: f64) -> f64 {
        if self.unit() == Unit::PerThousand { 10.0 * per_hundred } else { per_hundred }
    }

    /// Whether it counts events, so that its rates are means over the window and those of a year.
    pub(crate) fn is_yearly(&self) -> bool {
        self.found_by().is_some_and(|it| it.counted.is_flow())
    }
}

/// Counts stand before shares, because noise can be reckoned with in them; what counts moves
/// before what counts who stayed; what a source means by foreigners before those with a history
/// of migration, who are more and others.
pub(super) const WAYS: [Way; 15] = {
    use Counted::{Flow, FlowPercent, OthersPercent, Stock, StockPercent};
    use Dimension::{ArrivalsAbroad, Foreigners, Turnover};
    [
        way("arrivals_abroad", ArrivalsAbroad, Flow, &["arrivals_abroad"]),
        Way {
            name: "arrivals_abroad_rate",
            dimension: ArrivalsAbroad,
            counted: FlowPercent,
            codes: &["arrivals_abroad_rate"],
            factor: 0.1,
            rate: "arrivals_abroad_rate",
        },
        way("foreigners", Foreigners, Stock, &["foreigners"]),
        way("share_foreigners", Foreigners, StockPercent, &["share_foreigners"]),
        way("share_foreigners_mss", Foreigners, StockPercent, &["share_foreigners_mss"]),
        way("share_foreigners_census", Foreigners, StockPercent, &["share_foreigners_census"]),
        way("migration_background", Foreigners, Stock, &["migration_background"]),
        way(
            "share_migration_background",
            Foreigners,
            StockPercent,
            &["share_migration_background"],
        ),
        way("moves", Turnover, Flow, &["moves"]),
        way("arrivals_and_departures", Turnover, Flow, &["arrivals", "departures"]),
        way("turnover", Turnover, FlowPercent, &["turnover"]),
        way("migration_volume", Turnover, FlowPercent, &["migration_volume"]),
        way("resident_under_5_years", Turnover, Stock, &["resident_under_5_years"]),
        way(
            "resident_under_1_to_4_years",
            Turnover,
            Stock,
            &["resident_under_1_year", "resident_1_to_4_years"],
        ),
        way("resident_over_5_years", Turnover, OthersPercent, &["resident_over_5_years"]),
    ]
};

/// All indicators that any way needs, and the residents.
pub(super) fn codes() -> Vec<&'static str> {
    let mut codes: Vec<&str> = WAYS.iter().flat_map(|it| it.codes).copied().collect();
    codes.extend(RESIDENTS);
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_needs_indicators_that_there_are() {
        for code in codes() {
            assert!(ankunft_formats::indicator(code).is_some(), "{code}");
        }
    }

    #[test]
    fn the_ways_of_a_dimension_stand_together() {
        let dimensions: Vec<Dimension> = WAYS.iter().map(|it| it.dimension).collect();
        assert!(dimensions.is_sorted());
    }

    #[test]
    fn every_rate_has_the_unit_of_the_catalogue() {
        let unit = |name| Way::named(name).map(Way::unit);
        assert_eq!(unit("arrivals_abroad"), Some(Unit::PerThousand));
        assert_eq!(unit("arrivals_abroad_rate"), Some(Unit::PerThousand));
        assert_eq!(unit("share_migration_background"), Some(Unit::Percent));
        assert_eq!(unit("moves"), Some(Unit::PerHundred));
        assert_eq!(unit("resident_over_5_years"), Some(Unit::Percent));
        for way in &WAYS {
            let dimension = way.dimension.code().to_owned();
            let used = Used { dimension, way: way.name.to_owned(), codes: Vec::new() };
            let stored = way.codes.iter().filter_map(|it| ankunft_formats::indicator(it));
            // What is stored as a rate of 1,000 comes out as it went in.
            for rate in stored.filter(|it| it.unit == "per-1000") {
                assert!((used.rate(way.factor * 7.5) - 7.5).abs() < 1e-12, "{}", rate.code);
            }
        }
    }
}
