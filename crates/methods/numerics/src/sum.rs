/// The sum of the numbers, rounded once, at the very end.
///
/// The order of the numbers cannot change a single bit of the result, and neither can
/// cancellation: `1e100 + 1.0 - 1e100` is `1.0`.
///
/// # Units
///
/// - `numbers`: as many as there are.
/// - returns: the `f64` nearest to the true sum, ties to even; infinite if the true sum is
///   beyond the largest `f64`. An exact zero is `0.0`, also for `-0.0` alone.
///
/// Infinities and not-a-number behave as in an ordinary sum.
///
/// # Complexity
///
/// O(_n_) time and no allocation, for _n_ numbers: the sum is kept in 2,176 bits of fixed
/// point, wide enough for every `f64`.
///
/// # Examples
///
/// ```
/// use ankunft_numerics::exact_sum;
///
/// assert_eq!(exact_sum([0.1; 10]), 1.0);
/// assert_eq!(exact_sum([1e100, 1.0, -1e100]), 1.0);
/// // The ordinary sum rounds at every step.
/// assert_ne!([0.1; 10].iter().sum::<f64>(), 1.0);
/// ```
///
/// # References
///
/// - Kulisch, U., & Snyder, V. (2011). The exact dot product as basic tool for long interval
///   arithmetic. _Computing_, 91(3), 307–313. <https://doi.org/10.1007/s00607-010-0127-7>
#[must_use]
pub fn exact_sum(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut sum = Wide { limbs: [0; LIMBS], additions: 0 };
    let mut infinite = 0.0;
    for number in numbers {
        if number.is_finite() {
            sum.add(number);
        } else {
            infinite += number;
        }
    }
    if infinite == 0.0 { sum.rounded() } else { infinite }
}

/// From 2⁻¹⁰⁷⁴, the weight of the lowest bit, to 2¹⁰²⁴, and 78 bits for carries.
const LIMBS: usize = 68;
const LIMB_BITS: u32 = 32;
const LIMB_MASK: u64 = (1 << LIMB_BITS) - 1;
/// How many additions of less than 2³² a limb of 63 bits takes before it must pass on.
const PATIENCE: u32 = 1 << 30;
/// Bits of a mantissa, the hidden one included.
const MANTISSA: u32 = f64::MANTISSA_DIGITS;

/// A number of fixed point in signed limbs, the lowest first. A limb has 64 bits and the
/// weight of 32, so that carries can wait.
struct Wide {
    limbs: [i64; LIMBS],
    additions: u32,
}

impl Wide {
    fn add(&mut self, number: f64) {
        if self.additions == PATIENCE {
            self.carry();
        }
        self.additions += 1;

        let bits = number.to_bits();
        let exponent = (bits >> (MANTISSA - 1)) & 0x7ff;
        let fraction = bits & ((1 << (MANTISSA - 1)) - 1);
        // Subnormal numbers have no hidden bit and the place of the lowest exponent.
        let (mantissa, place) = match exponent {
            0 => (fraction, 0),
            _ => (fraction | 1 << (MANTISSA - 1), exponent as u32 - 1),
        };
        let first = (place / LIMB_BITS) as usize;
        let mut wide = u128::from(mantissa) << (place % LIMB_BITS);
        for limb in &mut self.limbs[first..first + 3] {
            let part = (wide as u64 & LIMB_MASK).cast_signed();
            *limb += if number.is_sign_negative() { -part } else { part };
            wide >>= LIMB_BITS;
        }
    }

    /// Leaves every limb but the highest in `0..2³²`.
    fn carry(&mut self) {
        let mut carried = 0;
        for limb in &mut self.limbs[..LIMBS - 1] {
            let full = *limb + carried;
            *limb = full & LIMB_MASK.cast_signed();
            carried = full >> LIMB_BITS;
        }
        self.limbs[LIMBS - 1] += carried;
        self.additions = 1;
    }

    fn rounded(mut self) -> f64 {
        self.carry();
        let negative = self.limbs[LIMBS - 1] < 0;
        if negative {
            self.limbs.iter_mut().for_each(|limb| *limb = -*limb);
            self.carry();
        }
        let magnitude = self.magnitude();
        if negative { -magnitude } else { magnitude }
    }

    /// The value of limbs that are carried and not negative, rounded to the nearest, ties to even.
    fn magnitude(&self) -> f64 {
        let Some(highest) = self.limbs.iter().rposition(|limb| *limb != 0) else { return 0.0 };
        let top = u64::BITS - 1 - self.limbs[highest].leading_zeros();
        let bits = highest as u32 * LIMB_BITS + top + 1;
        let dropped = bits.saturating_sub(MANTISSA);
        let mut mantissa = self.window(dropped);
        if dropped > 0 {
            let half = self.window(dropped - 1) & 1 == 1;
            let beyond = half && self.any_below(dropped - 1);
            mantissa += u64::from(half && (beyond || mantissa & 1 == 1));
        }
        // The hidden bit of the mantissa adds one to the exponent, as does a mantissa that
        // rounding made one bit longer.
        let pattern = (u64::from(dropped) << (MANTISSA - 1)) + mantissa;
        f64::from_bits(pattern.min(f64::INFINITY.to_bits()))
    }

    /// The 64 lowest bits from this place upwards.
    fn window(&self, place: u32) -> u64 {
        let first = (place / LIMB_BITS) as usize;
        let limb =
            |index: usize| self.limbs.get(index).map_or(0, |it| u128::from(it.cast_unsigned()));
        let wide = limb(first) | limb(first + 1) << 32 | limb(first + 2) << 64;
        (wide >> (place % LIMB_BITS)) as u64
    }

    /// Whether a bit below this place is set.
    fn any_below(&self, place: u32) -> bool {
        let whole = (place / LIMB_BITS) as usize;
        let rest = self.limbs[whole].cast_unsigned() & ((1 << (place % LIMB_BITS)) - 1);
        rest != 0 || self.limbs[..whole].iter().any(|limb| *limb != 0)
    }
}
