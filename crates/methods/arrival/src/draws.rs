//! How the noise in the data carries over to calls and ranks.

use ankunft_numerics::Stream;

use crate::calls::{Calls, Choice, Method, needed};
use crate::frame::Noisy;
use crate::noise::{Halves, Samplers};

/// Draws of a block: what one stream of an area is used for, and what one thread does at a time.
const BLOCK: u32 = 100;

/// What is drawn, and how often.
pub(crate) struct Plan<'a> {
    /// The keys of the areas, for the names of their streams.
    pub(crate) keys: Vec<&'a str>,
    /// The name of the period.
    pub(crate) period: String,
    pub(crate) samplers: &'a Samplers,
    pub(crate) areas: &'a [Noisy],
    pub(crate) dimensions: usize,
    pub(crate) choice: &'a Choice,
    pub(crate) methods: &'a [Method],
    pub(crate) draws: u32,
    pub(crate) seed: u64,
}

/// How often each area was called, and how often it had each rank.
pub(crate) struct Tally {
    pub(crate) called: Vec<u32>,
    /// `ranks[area * areas + rank - 1]`
    ranks: Vec<u32>,
}

impl Tally {
    fn new(areas: usize) -> Self {
        Self { called: vec![0; areas], ranks: vec![0; areas * areas] }
    }

    fn add(&mut self, other: &Self) {
        let pairs = self.called.iter_mut().zip(&other.called);
        pairs.chain(self.ranks.iter_mut().zip(&other.ranks)).for_each(|(sum, it)| *sum += it);
    }

    /// The least rank that at least this share of the draws does not pass.
    pub(crate) fn rank(&self, area: usize, share: f64) -> usize {
        let areas = self.called.len();
        let ranks = &self.ranks[area * areas..(area + 1) * areas];
        let all: u32 = ranks.iter().sum();
        let mut passed = 0;
        for (rank, times) in (1..).zip(ranks) {
            passed += times;
            if f64::from(passed) >= share * f64::from(all) {
                return rank;
            }
        }
        areas
    }
}

impl Plan<'_> {
    /// All draws, on as many threads; their number changes nothing, since every block has its own
    /// chance and counts are added up.
    pub(crate) fn run(&self, threads: usize) -> Tally {
        let blocks = self.draws.div_ceil(BLOCK);
        let threads = threads.clamp(1, blocks.max(1) as usize);
        let work = |first: usize| {
            let mut worker = Worker::new(self);
            let mine = (0..blocks).skip(first).step_by(threads);
            mine.for_each(|block| worker.block(block));
            worker.tally
        };
        std::thread::scope(|scope| {
            let others: Vec<_> =
                (1..threads).map(|first| scope.spawn(move || work(first))).collect();
            let mut all = work(0);
            for other in others {
                match other.join() {
                    Ok(tally) => all.add(&tally),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        })
    }
}

struct Worker<'a> {
    plan: &'a Plan<'a>,
    /// `rates[draw][dimension * areas + area]`
    rates: Vec<Vec<f64>>,
    calls: Calls,
    distances: Vec<f64>,
    order: Vec<(u64, u32)>,
    tally: Tally,
}

impl<'a> Worker<'a> {
    fn new(plan: &'a Plan<'a>) -> Self {
        let areas = plan.areas.len();
        Self {
            plan,
            rates: vec![vec![0.0; areas * plan.dimensions]; BLOCK as usize],
            calls: Calls::default(),
            distances: Vec::new(),
            order: Vec::new(),
            tally: Tally::new(areas),
        }
    }

    fn block(&mut self, block: u32) {
        let draws = BLOCK.min(self.plan.draws - block * BLOCK) as usize;
        for area in 0..self.plan.areas.len() {
            self.draw(area, block, draws);
        }
        for draw in 0..draws {
            self.judge(draw);
        }
    }

    /// Draws the rates of one area, from a stream of its own.
    fn draw(&mut self, area: usize, block: u32, draws: usize) {
        let Plan { keys, period, samplers, areas, seed, .. } = self.plan;
        let name = format!("arrival/noise/{period}/{}/{block}", keys[area]);
        let mut chance = Halves::new(Stream::named(*seed, &name));
        let noisy = &areas[area];
        for rates in &mut self.rates[..draws] {
            self.distances.clear();
            for cell in &noisy.cells {
                self.distances.push(samplers.draw(*cell, &mut chance));
            }
            for (dimension, rate) in noisy.rates.iter().enumerate() {
                rates[dimension * areas.len() + area] = rate.value(&self.distances);
            }
        }
    }

    fn judge(&mut self, draw: usize) {
        let plan = self.plan;
        let areas = plan.areas.len();
        self.calls.fill(self.rates[draw].chunks_exact(areas), plan.choice);
        let needed = needed(plan.methods);
        for (area, called) in self.tally.called.iter_mut().enumerate() {
            *called += u32::from(self.calls.votes(plan.methods, area) >= needed);
        }
        ranks(&self.calls.sum, &mut self.order, |area, rank| {
            self.tally.ranks[area * areas + rank - 1] += 1;
        });
    }
}

/// The rank of each number: one for the greatest, and the best for ties.
pub(crate) fn ranks(sums: &[f64], order: &mut Vec<(u64, u32)>, mut tell: impl FnMut(usize, usize)) {
    // Bits of numbers in the order of the numbers, the greatest first; zero has two patterns.
    let key = |sum: f64| {
        let bits = (sum + 0.0).to_bits();
        !(if bits >> 63 == 1 { !bits } else { bits | 1 << 63 })
    };
    order.clear();
    order.extend(sums.iter().zip(0_u32..).map(|(sum, area)| (key(*sum), area)));
    order.sort_unstable();
    let mut best = (0, 0);
    for (place, (key, area)) in order.iter().enumerate() {
        if place == 0 || *key != best.0 {
            best = (*key, place + 1);
        }
        tell(*area as usize, best.1);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn ties_share_the_best_rank() {
        let mut found = [0; 6];
        super::ranks(&[1.5, -2.0, 1.5, 0.0, -0.0, 3.0], &mut Vec::new(), |area, rank| {
            found[area] = rank;
        });
        assert_eq!(found, [2, 6, 2, 4, 4, 1]);
    }
}
