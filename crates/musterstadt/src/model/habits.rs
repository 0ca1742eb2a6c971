use crate::{
    Kind, Period,
    plan::{Plan, QuarterPlan},
};
use ankunft_numerics::Stream;

use super::{AFGHANISTAN, GROUPS, SYRIA, UKRAINE};

/// How people live in one zone.
pub(super) struct Habits {
    /// People per square kilometre that its housing holds.
    pub density: f64,
    /// How much of that is lived in at the beginning.
    pub filled: f64,
    /// Share of foreigners at the beginning.
    pub foreign: f64,
    /// Weights of the foreign nationalities at the beginning.
    pub mix: [f64; GROUPS - 1],
    /// Moves compared with the city.
    pub turnover: f64,
    /// Pull on arrivals from abroad.
    pub abroad: f64,
    /// More for those who are housed by the city.
    pub camp: f64,
    /// Pull on foreigners who move within Germany.
    pub cheap: f64,
    /// Pull on Germans.
    pub german_pull: f64,
    /// Share of Germans with benefits.
    pub poor: f64,
    /// Ages of those who settled first, and of those who move in.
    pub settled: [f64; 8],
    pub movers: [f64; 8],
    /// First and last half-year of new building.
    pub building: Option<(Period, Period)>,
    /// People that the ground still has room for.
    pub ground: f64,
}

/// People per km², foreign share, turnover, pull on arrivals, poor Germans.
type Row = (f64, f64, f64, f64, f64);

fn row(kind: Kind) -> Row {
    match kind {
        Kind::OldTown => (5200.0, 0.13, 1.25, 0.95, 0.07),
        Kind::Station => (7600.0, 0.17, 1.3, 1.2, 0.11),
        Kind::Founders => (6600.0, 0.12, 1.1, 0.75, 0.075),
        Kind::Workers => (5200.0, 0.135, 1.05, 0.85, 0.12),
        Kind::University => (3400.0, 0.11, 1.75, 0.75, 0.03),
        Kind::Harbour => (700.0, 0.16, 1.05, 0.9, 0.10),
        Kind::Villas => (1300.0, 0.05, 0.7, 0.3, 0.02),
        Kind::Estate => (4700.0, 0.135, 0.95, 0.85, 0.15),
        Kind::Garden => (2500.0, 0.07, 0.7, 0.4, 0.055),
        Kind::NewBuilding => (5600.0, 0.08, 2.2, 0.35, 0.02),
        Kind::Suburb => (1600.0, 0.06, 0.72, 0.45, 0.035),
        Kind::Village => (700.0, 0.04, 0.65, 0.45, 0.025),
    }
}

pub(super) fn habits(
    plan: &Plan,
    quarter: &QuarterPlan,
    place: usize,
    stream: &mut Stream,
) -> Habits {
    let (density, foreign, turnover, abroad, poor) = row(quarter.kind);
    let old_wave = quarter.wave.is_some_and(|wave| wave.since.is_none());
    let mut vary = |width: f64| 1.0 + stream.between(-width, width);
    let (dense, home, stir, pull) = (vary(0.16), vary(0.18), vary(0.07), vary(0.12));
    let core = if quarter.kind == Kind::Village && place == 0 { 2.1 } else { 1.0 };
    let mut habits = Habits {
        density: density * dense * core * plan.density,
        filled: 1.0,
        foreign: (foreign * home * plan.foreign_level * if old_wave { 2.1 } else { 1.0 }).min(0.6),
        mix: mix(quarter, stream),
        turnover: turnover * stir,
        abroad: abroad * pull,
        camp: match quarter.kind {
            Kind::Estate | Kind::Workers => 1.5,
            Kind::Harbour => 1.3,
            Kind::Villas | Kind::Village | Kind::NewBuilding => 0.5,
            _ => 0.9,
        },
        cheap: (abroad * pull).powi(2).max(0.3),
        german_pull: if quarter.kind == Kind::NewBuilding { 1.5 } else { 1.0 },
        poor,
        settled: settled(quarter.kind),
        movers: movers(quarter.kind),
        building: None,
        ground: 0.0,
    };
    if quarter.kind == Kind::NewBuilding {
        habits.filled = 0.12;
        habits.building = Some((Period::new(2016, 2), Period::new(2024, 2)));
    }
    if quarter.contrast {
        contrast(&mut habits, plan, place);
    }
    habits
}

/// High-rises in the north, single houses in the middle, simple housing in the south.
fn contrast(habits: &mut Habits, plan: &Plan, place: usize) {
    match place {
        0 => {
            habits.density = 7800.0 * plan.density;
            habits.foreign = 0.17;
            habits.abroad *= 1.5;
            habits.poor = 0.17;
        }
        1 => {
            habits.density = 1900.0 * plan.density;
            habits.foreign = 0.05;
            habits.abroad *= 0.08;
            habits.cheap = 0.08;
            habits.turnover *= 0.6;
            habits.poor = 0.02;
            habits.settled = settled(Kind::Suburb);
            habits.camp = 0.2;
        }
        _ => {
            habits.density = 4600.0 * plan.density;
            habits.foreign = 0.15;
            habits.abroad *= 1.2;
            habits.poor = 0.28;
        }
    }
}

/// Who had come before: guest workers in old quarters of arrival, resettlers on the estates.
fn mix(quarter: &QuarterPlan, stream: &mut Stream) -> [f64; GROUPS - 1] {
    let mut mix = [3.2, 1.2, 0.7, 0.4, 1.1, 0.7, 1.5, 0.9, 0.4, 0.12, 0.2, 1.5, 0.7, 1.2, 0.9];
    let heavier: &[(usize, f64)] = match quarter.kind {
        Kind::Station | Kind::Workers => &[(0, 1.7), (4, 1.5), (6, 1.3)],
        Kind::Estate => &[(7, 2.6), (1, 1.3)],
        Kind::University => &[(13, 3.0), (12, 1.6), (0, 0.4)],
        Kind::Villas | Kind::Suburb => &[(11, 2.0), (14, 1.6), (0, 0.6)],
        _ => &[],
    };
    for &(group, factor) in heavier {
        mix[group] *= factor;
    }
    mix.map(|weight| weight * stream.between(0.7, 1.3))
}

fn settled(kind: Kind) -> [f64; 8] {
    match kind {
        Kind::University => [3.0, 4.0, 1.5, 35.6, 31.4, 7.0, 7.0, 10.5],
        Kind::Villas => [4.5, 7.5, 3.0, 7.6, 18.4, 15.5, 15.5, 28.0],
        Kind::Garden => [4.8, 7.5, 2.7, 8.5, 20.0, 14.5, 14.5, 27.5],
        Kind::Estate => [5.6, 7.8, 2.8, 11.2, 22.8, 13.0, 13.0, 23.8],
        Kind::Suburb | Kind::Village => [5.0, 8.2, 3.1, 8.9, 20.1, 16.0, 16.0, 22.7],
        Kind::NewBuilding => [9.0, 8.0, 2.0, 10.4, 39.6, 10.0, 10.0, 11.0],
        Kind::Founders | Kind::OldTown => [5.0, 5.8, 2.0, 15.6, 33.4, 11.0, 11.0, 16.2],
        Kind::Station | Kind::Workers | Kind::Harbour => {
            [6.0, 7.5, 2.6, 14.8, 29.7, 12.0, 12.0, 15.4]
        }
    }
}

fn movers(kind: Kind) -> [f64; 8] {
    match kind {
        Kind::University => [1.5, 1.0, 0.8, 63.8, 28.2, 1.8, 1.8, 1.2],
        Kind::NewBuilding => [10.0, 7.0, 1.5, 13.8, 51.2, 6.0, 6.0, 4.5],
        Kind::Villas | Kind::Suburb | Kind::Village | Kind::Garden => {
            [8.5, 8.0, 2.0, 16.0, 41.0, 8.0, 8.0, 8.5]
        }
        _ => [6.5, 6.5, 2.2, 28.2, 39.8, 6.2, 6.2, 4.3],
    }
}

/// Arrivals from abroad in a half-year for every 1000 residents of the city.
pub(super) fn from_abroad(group: usize, period: Period) -> f64 {
    let year = period.year;
    match group {
        0 => 0.6,
        1 if year >= 2022 => 0.45,
        1 => 0.16,
        2 => (0.85 - 0.05 * f64::from(year.saturating_sub(2013))).max(0.35),
        3 if year >= 2014 => 1.15,
        3 => 0.7,
        4 if year >= 2014 => 0.75,
        4 => 0.45,
        5 => 0.28,
        6 => 0.25,
        7 if (2015..=2022).contains(&year) => 0.65,
        7 => 0.5,
        8 => 0.12,
        UKRAINE => match (year, period.half) {
            (2022, 1) => 6.2,
            (2022, _) => 3.4,
            (2023, _) => 1.4,
            (2024, _) => 1.1,
            _ => 0.06,
        },
        SYRIA => match (year, period.half) {
            (2013, _) => 0.08,
            (2014, _) => 0.3,
            (2015, 1) => 0.8,
            (2015, _) => 3.9,
            (2016, 1) => 2.6,
            (2016, _) => 1.1,
            (2017, _) => 0.7,
            (2022 | 2023, _) => 0.8,
            _ => 0.35,
        },
        AFGHANISTAN => match (year, period.half) {
            (2015, 2) | (2016, 1) => 1.2,
            (2022..=2024, _) => 0.5,
            _ => 0.12,
        },
        12 => 0.5,
        13 if (2015..=2017).contains(&year) => 0.75,
        13 => 0.45,
        14 => 0.5 + 0.03 * f64::from(year.saturating_sub(2013)),
        _ => 0.3,
    }
}

/// Share of a group that leaves the city in half a year.
pub(super) fn departure(group: usize, period: Period) -> f64 {
    let calm = if period.year == 2020 { 0.8 } else { 1.0 };
    calm * match group {
        0 => 0.0185,
        1 | 5 | 6 | 8 => 0.012,
        2..=4 => 0.042,
        UKRAINE if period.year >= 2022 => 0.045,
        SYRIA | AFGHANISTAN => 0.022,
        14 | 15 => 0.04,
        _ => 0.032,
    }
}

/// Of all departures, how many people of a group come from elsewhere in Germany.
pub(super) fn inland_share(group: usize) -> f64 {
    match group {
        1..=3 => 0.02,
        4 | SYRIA => 0.014,
        UKRAINE => 0.008,
        12 => 0.03,
        _ => 0.012,
    }
}

/// Share of a group that becomes German in half a year.
pub(super) fn naturalised(group: usize, period: Period) -> f64 {
    match group {
        SYRIA if period.year >= 2021 => 0.035,
        SYRIA | AFGHANISTAN => 0.004,
        UKRAINE => 0.004,
        _ if period.year >= 2024 => 0.011,
        _ => 0.006,
    }
}
