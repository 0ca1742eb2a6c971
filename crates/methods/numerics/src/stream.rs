use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use crate::{exp, ln};

/// A stream of chance with a name.
///
/// Every use of chance has its own stream, so that a new use, or one draw more in an old
/// one, changes nothing elsewhere. The same seed and name give the same bits on every
/// machine: seed (eight bytes, little-endian) and name (UTF-8) go through SHA-256 into the
/// key of ChaCha20.
///
/// It is made for simulation. For secrets, take the operating system's chance.
///
/// # Examples
///
/// ```
/// use ankunft_numerics::Stream;
///
/// let mut moves = Stream::named(2026, "moves/quarter-7");
/// let mut again = Stream::named(2026, "moves/quarter-7");
/// assert_eq!(moves.uniform(), again.uniform());
/// assert_ne!(moves.uniform(), Stream::named(2026, "births/quarter-7").uniform());
/// ```
///
/// # References
///
/// - Bernstein, D. J. (2008). ChaCha, a variant of Salsa20. <https://cr.yp.to/chacha/chacha-20080128.pdf>
#[derive(Clone, Debug)]
pub struct Stream(ChaCha20Rng);

impl Stream {
    /// The stream of this seed and name, at its beginning.
    #[must_use]
    pub fn named(seed: u64, name: &str) -> Self {
        let key = Sha256::new().chain_update(seed.to_le_bytes()).chain_update(name).finalize();
        Self(ChaCha20Rng::from_seed(key.into()))
    }

    /// 64 bits of chance.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from `[0, 1)`: one of the 2⁵³ multiples of 2⁻⁵³, each as likely as the others.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit into f64")]
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// A number from `[low, high)`; `low` if the range is empty.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        let drawn = low + (high - low) * self.uniform();
        // The last multiplication may round up to the border, which is not of the range.
        if drawn < high { drawn } else { low }
    }

    /// A whole number below `end`, each as likely as the others; zero if `end` is zero.
    pub fn below(&mut self, end: u64) -> u64 {
        // The product spreads 2⁶⁴ draws over `end` boxes. What would make some boxes fuller
        // than others is drawn again (Lemire 2019).
        let surplus = if end == 0 { 0 } else { end.wrapping_neg() % end };
        loop {
            let wide = u128::from(self.bits()) * u128::from(end);
            if wide as u64 >= surplus {
                return (wide >> 64) as u64;
            }
        }
    }

    /// A position in something of this length, each as likely as the others.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// Whether something of this probability happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// A draw from the normal distribution.
    ///
    /// Two uniform draws each time, by Box and Muller: what follows in the stream does not
    /// depend on the numbers drawn.
    pub fn normal(&mut self, mean: f64, standard_deviation: f64) -> f64 {
        let (radius, angle) = (1.0 - self.uniform(), self.uniform());
        let standard = (-2.0 * ln(radius)).sqrt() * libm::cos(2.0 * std::f64::consts::PI * angle);
        mean + standard_deviation * standard
    }

    /// A draw from the Poisson distribution; zero if `mean` is not a positive number.
    ///
    /// # Complexity
    ///
    /// O(`mean`) draws. A large mean is drawn in parts, since sums of independent Poisson
    /// draws are Poisson again.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        const PART: f64 = 500.0;
        if !(mean > 0.0 && mean.is_finite()) {
            return 0;
        }
        let (mut rest, mut events) = (mean, 0);
        while rest > 0.0 {
            let part = rest.min(PART);
            rest -= part;
            // Knuth's product of uniform draws; e⁻⁵⁰⁰ is still a normal number.
            let (floor, mut product) = (exp(-part), 1.0);
            loop {
                product *= 1.0 - self.uniform();
                if product <= floor {
                    break;
                }
                events += 1;
            }
        }
        events
    }

    /// Puts the items into a random order, each order as likely as the others.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.index(last + 1));
        }
    }

    /// One of the items, each as likely as the others; `None` if there is none.
    pub fn choose<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.index(items.len()))
    }
}
