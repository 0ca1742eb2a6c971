use std::collections::BTreeMap;

/// Independent columns, each reduced by those before it, and what it was made from.
#[derive(Default)]
pub(super) struct Basis(Vec<Reduced>);

struct Reduced {
    pivot: usize,
    numbers: Vec<u64>,
    made_of: BTreeMap<usize, u64>,
}

impl Basis {
    /// The combination of earlier columns that gives this one; a column that no combination
    /// gives is taken into the basis.
    pub(super) fn express(
        &mut self,
        column: usize,
        numbers: &[u64],
    ) -> Option<BTreeMap<usize, u64>> {
        let mut rest: Vec<u64> = numbers.iter().map(|it| it % PRIME).collect();
        let mut combination: BTreeMap<usize, u64> = BTreeMap::new();
        for known in &self.0 {
            let factor = rest[known.pivot];
            if factor == 0 {
                continue;
            }
            for (rest, number) in rest.iter_mut().zip(&known.numbers) {
                *rest = subtract(*rest, multiply(factor, *number));
            }
            for (column, part) in &known.made_of {
                let sum = combination.entry(*column).or_insert(0);
                *sum = add(*sum, multiply(factor, *part));
            }
        }
        let Some(pivot) = rest.iter().position(|it| *it != 0) else { return Some(combination) };
        let scale = inverse(rest[pivot]);
        let mut made_of: BTreeMap<usize, u64> = combination
            .into_iter()
            .map(|(column, part)| (column, multiply(scale, subtract(0, part))))
            .collect();
        made_of.insert(column, scale);
        let numbers = rest.into_iter().map(|it| multiply(it, scale)).collect();
        self.0.push(Reduced { pivot, numbers, made_of });
        None
    }
}

/// Larger than every count, so that no two counts are alike modulo it.
pub(super) const PRIME: u64 = (1 << 61) - 1;

const fn add(one: u64, other: u64) -> u64 {
    (one + other) % PRIME
}

const fn subtract(one: u64, other: u64) -> u64 {
    (one + PRIME - other) % PRIME
}

/// By Mersenne: 2⁶¹ counts as one.
#[expect(clippy::cast_possible_truncation, reason = "both halves of the product have 61 bits")]
const fn multiply(one: u64, other: u64) -> u64 {
    let product = one as u128 * other as u128;
    add(product as u64 & PRIME, (product >> 61) as u64)
}

/// By Fermat: the power that is one less than the prime gives one.
const fn inverse(number: u64) -> u64 {
    let (mut result, mut power, mut exponent) = (1, number, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(result, power);
        }
        power = multiply(power, power);
        exponent >>= 1;
    }
    result
}
