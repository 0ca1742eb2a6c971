//! What each dimension of arrival can be measured by, the best first.

use ankunft_arrival::{Counted, Dimension};

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
}

const fn way(
    name: &'static str,
    dimension: Dimension,
    counted: Counted,
    codes: &'static [&'static str],
) -> Way {
    Way { name, dimension, counted, codes, factor: 1.0 }
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
}
