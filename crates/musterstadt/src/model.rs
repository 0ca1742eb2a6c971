//! How the population moves: a small model of cohorts in which stocks and flows explain each
//! other to the person. It runs on the smallest pieces, so every area is a sum of them.

mod ages;
mod habits;

use crate::{
    Figures, Flows, Period,
    geometry::Ground,
    plan::{Plan, QuarterPlan},
};
use ages::Cohorts;
use ankunft_numerics::Stream;
use habits::{Habits, habits};

/// Nationalities, Germany first.
const GROUPS: usize = 16;
/// Which columns of [`crate::ORIGINS`] the waves of the years touch.
const UKRAINE: usize = 9;
const SYRIA: usize = 10;
const AFGHANISTAN: usize = 11;

/// One piece of the city.
struct Zone {
    habits: Habits,
    people: [u64; GROUPS],
    cohorts: Cohorts,
    /// How many people its housing holds.
    capacity: f64,
    quarter: usize,
}

/// Movements of one half-year in one zone, by nationality.
#[derive(Clone, Default)]
struct Step {
    flows: Flows,
    came: [u64; GROUPS],
    within_out: [u64; GROUPS],
}

/// Unprotected counts: `[period][atom]`.
pub(crate) fn run(
    plan: &Plan,
    ground: &Ground,
    periods: &[Period],
    seed: u64,
) -> Vec<Vec<Figures>> {
    let mut stream = Stream::named(seed, &format!("{}/people", plan.slug));
    let mut zones = settle(plan, ground, &mut stream);
    periods
        .iter()
        .map(|&period| {
            let flows = step(plan, &mut zones, period, &mut stream);
            zones.iter().zip(flows).map(|(zone, flows)| zone.figures(flows, period)).collect()
        })
        .collect()
}

/// The city on the day before the series begins.
fn settle(plan: &Plan, ground: &Ground, stream: &mut Stream) -> Vec<Zone> {
    plan.atoms()
        .into_iter()
        .zip(&ground.size)
        .map(|((quarter, place), size)| {
            let row = &plan.quarters[quarter];
            let mut habits = habits(plan, row, place, stream);
            let full = size * habits.density;
            let capacity = full * habits.filled;
            habits.ground = full - capacity;
            let foreign = capacity * habits.foreign;
            let mut people = [0; GROUPS];
            people[0] = (capacity - foreign).round() as u64;
            let weights: f64 = habits.mix.iter().sum();
            for (count, weight) in people[1..].iter_mut().zip(&habits.mix) {
                *count = draw(foreign * weight / weights, stream);
            }
            let cohorts = Cohorts::settled(&habits, people.iter().sum());
            Zone { habits, people, cohorts, capacity, quarter }
        })
        .collect()
}

/// One half-year for the whole city.
fn step(plan: &Plan, zones: &mut [Zone], period: Period, stream: &mut Stream) -> Vec<Flows> {
    let stirred: Vec<f64> =
        zones.iter().map(|zone| activity(&plan.quarters[zone.quarter], period)).collect();
    let city: u64 = zones.iter().map(Zone::population).sum();
    let mut steps = Vec::with_capacity(zones.len());
    for (zone, &active) in zones.iter_mut().zip(&stirred) {
        zone.grow(period);
        steps.push(zone.leave(plan.cleanup == Some(period), active, period, stream));
    }
    for group in 0..GROUPS {
        let calm = if period.year == 2020 { 0.65 } else { 1.0 };
        let level = if group == 0 { 1.0 } else { plan.foreign_level };
        let abroad =
            draw(city as f64 / 1000.0 * habits::from_abroad(group, period) * level * calm, stream);
        let left: u64 = steps.iter().map(|step| step.flows.departures).sum();
        let elsewhere =
            if group == 0 { left as f64 * 0.62 } else { left as f64 * habits::inland_share(group) };
        let elsewhere = draw(elsewhere, stream);
        let moving = steps.iter().map(|step| step.within_out[group]).sum();
        let weigh = |arrival: bool| -> Vec<f64> {
            zones
                .iter()
                .zip(&stirred)
                .map(|(zone, active)| zone.draws(group, *active, arrival))
                .collect()
        };
        let (by_arrival, by_housing) = (weigh(true), weigh(false));
        share_out(abroad, &by_arrival, stream, &mut steps, group, |flows| &mut flows.from_abroad);
        share_out(elsewhere, &by_housing, stream, &mut steps, group, |flows| {
            &mut flows.from_elsewhere
        });
        share_out(moving, &by_housing, stream, &mut steps, group, |flows| &mut flows.within_in);
    }
    for (zone, step) in zones.iter_mut().zip(&steps) {
        for (count, came) in zone.people.iter_mut().zip(&step.came) {
            *count += came;
        }
        zone.cohorts.advance(&zone.habits, &step.flows);
    }
    steps.into_iter().map(|step| step.flows).collect()
}

/// How strongly a quarter is one of arrival: 0 not at all, 1 fully. It comes and goes over two years.
fn activity(quarter: &QuarterPlan, period: Period) -> f64 {
    let Some(wave) = &quarter.wave else { return 0.0 };
    let begun =
        wave.since.map_or(1.0, |since| f64::from(period.ordinal() - since.ordinal() + 1) / 3.0);
    let ended =
        wave.until.map_or(0.0, |until| f64::from(period.ordinal() - until.ordinal() + 1) / 4.0);
    begun.clamp(0.0, 1.0) - ended.clamp(0.0, 1.0)
}

/// Spreads a whole number over the zones so that nobody is lost.
fn share_out(
    pool: u64,
    weights: &[f64],
    stream: &mut Stream,
    steps: &mut [Step],
    group: usize,
    field: impl Fn(&mut Flows) -> &mut u64,
) {
    let noisy: Vec<f64> = weights
        .iter()
        .map(|weight| weight * (1.0 + 0.12 * stream.normal(0.0, 1.0)).max(0.2))
        .collect();
    for (step, count) in steps.iter_mut().zip(apportion(pool, &noisy)) {
        *field(&mut step.flows) += count;
        step.came[group] += count;
    }
}

/// Whole numbers in proportion to weights that add up to the whole (largest remainders).
fn apportion(whole: u64, weights: &[f64]) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        let mut counts = vec![0; weights.len()];
        if let Some(first) = counts.first_mut() {
            *first = whole;
        }
        return counts;
    }
    let exact: Vec<f64> = weights.iter().map(|weight| whole as f64 * weight / sum).collect();
    let mut counts: Vec<u64> = exact.iter().map(|value| value.floor() as u64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let rest = whole.saturating_sub(counts.iter().sum()) as usize;
    for &at in order.iter().cycle().take(rest) {
        counts[at] += 1;
    }
    counts
}

/// A whole number around what is expected, a little more even than a Poisson draw.
fn draw(expected: f64, stream: &mut Stream) -> u64 {
    (expected + 0.8 * expected.sqrt() * stream.normal(0.0, 1.0)).round().max(0.0) as u64
}

impl Zone {
    fn population(&self) -> u64 {
        self.people.iter().sum()
    }

    /// Housing that is added over the years.
    fn grow(&mut self, period: Period) {
        self.capacity *= 1.0015;
        if let Some((first, last)) = self.habits.building
            && (first..=last).contains(&period)
        {
            let steps = f64::from(last.ordinal() - first.ordinal() + 1);
            self.capacity += self.habits.ground / steps;
        }
    }

    /// Births, deaths, naturalisations, departures and moves within the city.
    fn leave(&mut self, cleanup: bool, active: f64, period: Period, stream: &mut Stream) -> Step {
        let mut step = Step::default();
        let stir = self.habits.turnover * (1.0 + 0.6 * active);
        let (old, young) = (self.cohorts.share_old(), self.cohorts.share_fertile());
        for group in 0..GROUPS {
            let people = self.people[group] as f64;
            let foreign = group > 0;
            let mut rest = self.people[group];
            let mut take = |rate: f64, stream: &mut Stream| {
                let count = draw(people * rate, stream).min(rest);
                rest -= count;
                count
            };
            let died = take(if foreign { 0.006 * old } else { 0.029 * old }, stream);
            let left = take(habits::departure(group, period) * stir, stream);
            let moved = take((if foreign { 0.030 } else { 0.022 }) * stir, stream);
            let naturalised =
                if foreign { take(habits::naturalised(group, period), stream) } else { 0 };
            let signed_off = if cleanup && foreign { take(0.03, stream) } else { 0 };
            let born = draw(people * 0.0155 * young, stream);
            let born_german = if foreign { born * 2 / 3 } else { 0 };
            step.came[group] += born - born_german;
            step.came[0] += born_german + naturalised;
            step.within_out[group] = moved;
            step.flows.births += born;
            step.flows.deaths += died;
            step.flows.departures += left;
            step.flows.within_out += moved;
            step.flows.naturalised += naturalised;
            step.flows.signed_off += signed_off;
            self.people[group] = rest;
        }
        step
    }

    /// How strongly the zone draws people of a group: arrivals from abroad go where others have
    /// arrived, all others where there is room.
    fn draws(&self, group: usize, active: f64, arrival: bool) -> f64 {
        let people = self.population().max(1) as f64;
        let room = (self.capacity / people).clamp(0.3, 2.0).powi(5);
        let base = self.capacity * room;
        if arrival && group > 0 {
            let asylum = matches!(group, UKRAINE | SYRIA | AFGHANISTAN);
            let camp = if asylum { self.habits.camp } else { 1.0 };
            base * self.habits.abroad * camp * (1.0 + 3.9 * active)
        } else if group > 0 {
            base * self.habits.cheap * self.habits.turnover * (1.0 + 0.8 * active)
        } else {
            base * self.habits.turnover * self.habits.german_pull * (1.0 + 0.10 * active)
        }
    }

    fn figures(&self, flows: Flows, period: Period) -> Figures {
        let whole = self.population();
        let ages = self.cohorts.ages(whole);
        let children = ages[0] + ages[1];
        let sgb2 = self.benefits(period).round() as u64;
        let rate = if whole == 0 { 0.0 } else { sgb2 as f64 / whole as f64 };
        let sgb2_children = ((children as f64 * (rate * 1.55).min(0.7)).round() as u64).min(sgb2);
        Figures {
            origins: self.people,
            ages,
            residence: self.cohorts.residence(whole),
            flows,
            sgb2,
            sgb2_children,
        }
    }

    /// People in households with benefits; refugees of Ukraine since the middle of 2022.
    fn benefits(&self, period: Period) -> f64 {
        let poor = self.habits.poor;
        (0..GROUPS)
            .map(|group| {
                let rate = match group {
                    0 => poor,
                    UKRAINE if period >= Period::new(2022, 1) => 0.55,
                    SYRIA | AFGHANISTAN => (0.35 + poor).min(0.62),
                    _ => (poor * 1.9).min(0.45),
                };
                self.people[group] as f64 * rate * 0.85
            })
            .sum()
    }
}
