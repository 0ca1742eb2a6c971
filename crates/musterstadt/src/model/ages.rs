use super::{apportion, habits::Habits};
use crate::Flows;

/// Width of each age class in years; the last is open.
const WIDTHS: [f64; 8] = [6.0, 9.0, 3.0, 9.0, 18.0, 10.0, 10.0, f64::INFINITY];
/// How readily each age class leaves.
const LEAVES: [f64; 8] = [1.0, 0.7, 0.7, 2.2, 1.4, 0.6, 0.4, 0.25];
/// Who dies.
const DIES: [f64; 8] = [0.02, 0.0, 0.0, 0.01, 0.02, 0.12, 0.4, 3.0];
/// Width of each class of residence in years; the last is open.
const STAYS: [f64; 4] = [1.0, 4.0, 5.0, f64::INFINITY];
/// Who has just come goes on soon.
const MOVES_ON: [f64; 4] = [1.9, 1.5, 0.9, 0.5];

/// How the people of a zone are spread over ages and years at the address, as parts of people:
/// whole people are made from them when they are counted.
#[derive(Clone)]
pub(super) struct Cohorts {
    ages: [f64; 8],
    stays: [f64; 4],
}

impl Cohorts {
    /// As after thirty years of the zone's habits.
    pub fn settled(habits: &Habits, people: u64) -> Self {
        let people = people as f64;
        let sum: f64 = habits.settled.iter().sum();
        let ages = habits.settled.map(|part| part / sum * people);
        let mut stays = [people / 4.0; 4];
        let moving = people * 0.055 * habits.turnover;
        for _ in 0..60 {
            older(&mut stays, &STAYS);
            take(&mut stays, moving, &MOVES_ON);
            stays[0] += moving;
        }
        Self { ages, stays }
    }

    /// Half a year on, with what came and went.
    pub fn advance(&mut self, habits: &Habits, flows: &Flows) {
        let came = (flows.from_abroad + flows.from_elsewhere + flows.within_in) as f64;
        let went = (flows.departures + flows.within_out + flows.signed_off) as f64;
        let (born, died) = (flows.births as f64, flows.deaths as f64);
        older(&mut self.ages, &WIDTHS);
        take(&mut self.ages, died, &DIES);
        take(&mut self.ages, went, &LEAVES);
        self.ages[0] += born;
        let sum: f64 = habits.movers.iter().sum();
        for (age, part) in self.ages.iter_mut().zip(habits.movers) {
            *age += came * part / sum;
        }
        older(&mut self.stays, &STAYS);
        take(&mut self.stays, went, &MOVES_ON);
        take(&mut self.stays, died, &[0.2, 0.5, 1.0, 1.6]);
        self.stays[0] += came + born;
    }

    pub fn ages(&self, people: u64) -> [u64; 8] {
        whole(people, &self.ages)
    }

    pub fn residence(&self, people: u64) -> [u64; 4] {
        whole(people, &self.stays)
    }

    /// Share of people of 65 years and more.
    pub fn share_old(&self) -> f64 {
        self.ages[7] / self.ages.iter().sum::<f64>().max(1.0)
    }

    /// Share of people in the years in which children are born.
    pub fn share_fertile(&self) -> f64 {
        (self.ages[3] * 0.6 + self.ages[4] * 0.85) / self.ages.iter().sum::<f64>().max(1.0)
    }
}

fn whole<const N: usize>(people: u64, parts: &[f64; N]) -> [u64; N] {
    let counts = apportion(people, parts);
    std::array::from_fn(|at| counts[at])
}

/// Half a year passes: from each class a part goes on to the next.
fn older<const N: usize>(classes: &mut [f64; N], widths: &[f64; N]) {
    for at in (0..N - 1).rev() {
        let on = classes[at] * 0.5 / widths[at];
        classes[at] -= on;
        classes[at + 1] += on;
    }
}

/// Takes people out of the classes in proportion to how readily each goes, never more than are there.
fn take<const N: usize>(classes: &mut [f64; N], people: f64, readiness: &[f64; N]) {
    let sum: f64 = classes.iter().zip(readiness).map(|(class, ready)| class * ready).sum();
    if sum <= 0.0 {
        return;
    }
    for (class, ready) in classes.iter_mut().zip(readiness) {
        *class = (*class - people * *class * ready / sum).max(0.0);
    }
}
