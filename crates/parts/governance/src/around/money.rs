//! What a measure costs and who pays: in cents, and the shares of funders exact.

use ankunft_platform::languages::Language;

/// A share of the budget in thirds of a thousandth: a third and 90 percent are both whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quota(u16);

impl Quota {
    /// All of it.
    pub const ALL: Self = Self(3000);

    /// The quota of a stored number.
    #[must_use]
    pub fn new(thirds: i64) -> Option<Self> {
        u16::try_from(thirds).ok().filter(|it| (1..=3000).contains(it)).map(Self)
    }

    /// The number that is stored.
    #[must_use]
    pub const fn thirds(self) -> i64 {
        self.0 as i64
    }

    /// A quota as people write it: `1/3`, `90 %`, `33,3 %`.
    ///
    /// ```
    /// use ankunft_governance::around::money::Quota;
    /// use ankunft_platform::languages::Language;
    ///
    /// let read = |text| Quota::read(Language::German, text).map(Quota::thirds);
    /// assert_eq!(read("1/3"), Some(1000));
    /// assert_eq!(read("90 %"), Some(2700));
    /// assert_eq!(read("33,3"), Some(999));
    /// assert_eq!((read("33,33 %"), read("66,67 %"), read("33,34 %")), (Some(1000), Some(2000), None));
    /// assert_eq!((read("120 %"), read("0"), read("1/7"), read("33.3")), (None, None, None, None));
    /// ```
    #[must_use]
    pub fn read(language: Language, text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('%').trim_end_matches(['\u{a0}', ' ']);
        if let Some((part, whole)) = text.split_once('/') {
            let (part, whole): (i64, i64) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
            let thirds = part.checked_mul(3000)?;
            return (whole > 0 && thirds % whole == 0).then(|| Self::new(thirds / whole)).flatten();
        }
        let hundredths = ankunft_platform::typed::cents(language, text)?;
        // A hundredth of a percent is 0.3 of our parts: only tenths of a percent are whole.
        match hundredths % 10 {
            0 => Self::new(hundredths / 10 * 3),
            _ => Self::new(Self::sixths(hundredths)?),
        }
    }

    /// What funders write for a third or a sixth, rounded to hundredths of a percent: `33,33 %`, `66,67 %`.
    fn sixths(hundredths: i64) -> Option<i64> {
        let rounded = |sixths: i64| (sixths * 10_000 + 3) / 6;
        (1..6).find(|it| rounded(*it) == hundredths).map(|it| it * 500)
    }
}

/// Somebody who pays a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who.
    pub name: String,
    /// By which programme.
    pub programme: String,
    /// Which share of the budget, if it is one.
    pub quota: Option<Quota>,
    /// How much, in cents.
    pub cents: i64,
    /// In which years how much of it comes, in cents, as far as that is known.
    pub years: Vec<(i16, i64)>,
}

/// A kind of cost as the plan for a Zuwendung names it (Ausgabeart); its name is the text
/// `ausgabeart-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CostKind {
    /// Personalausgaben.
    Staff,
    /// Sachausgaben.
    Material,
    /// Honorare und Aufträge an Dritte.
    Contracts,
    /// Investitionen.
    Investment,
    /// Sonstiges.
    Other,
}

impl CostKind {
    /// All kinds, in the order of plans.
    pub const ALL: [Self; 5] =
        [Self::Staff, Self::Material, Self::Contracts, Self::Investment, Self::Other];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Material => "material",
            Self::Contracts => "contracts",
            Self::Investment => "investment",
            Self::Other => "other",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A position of the costs: of a kind, in a year if it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The kind.
    pub kind: CostKind,
    /// The calendar year.
    pub year: Option<i16>,
    /// How much, in cents.
    pub cents: i64,
}

/// What a measure costs, and who pays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// All of it, in cents.
    pub cents: i64,
    /// Who pays what.
    pub sources: Vec<Source>,
    /// The same costs by kind and year; none where nobody has divided them.
    pub costs: Vec<Position>,
}

/// Why sources do not fit a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The quotas are more than all.
    Quotas,
    /// The amounts are more than the budget.
    Amounts,
}

/// What one source says of its part: a quota or an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A share of the budget.
    Quota(Quota),
    /// So many cents.
    Cents(i64),
}

/// The cents of each source, in their order.
///
/// What quotas leave over when cents are rounded goes to the largest remainders, the earlier of two
/// alike first; the city's own part takes part in it, so that all parts are together the whole.
///
/// # Errors
///
/// - [`Unfit`] if they are more than the budget.
pub fn parts(budget: i64, sources: &[Part]) -> Result<Vec<i64>, Unfit> {
    let quota = |it: &Part| match it {
        Part::Quota(it) => it.thirds(),
        Part::Cents(_) => 0,
    };
    let rest = Quota::ALL.thirds() - sources.iter().map(quota).sum::<i64>();
    if rest < 0 {
        return Err(Unfit::Quotas);
    }
    let quotas: Vec<i64> = sources.iter().map(quota).chain([rest]).collect();
    let shares = share_out(budget, &quotas);
    let cents = |(it, share): (&Part, &i64)| match it {
        Part::Quota(_) => *share,
        Part::Cents(cents) => *cents,
    };
    let cents: Vec<i64> = sources.iter().zip(&shares).map(cents).collect();
    let all = cents.iter().try_fold(0_i64, |sum, it| sum.checked_add(*it));
    if all.is_none_or(|it| it > budget) {
        return Err(Unfit::Amounts);
    }
    Ok(cents)
}

/// An amount in parts of these quotas, by the largest remainder.
fn share_out(cents: i64, quotas: &[i64]) -> Vec<i64> {
    let whole = i128::from(Quota::ALL.thirds());
    let product = |quota: &i64| i128::from(cents) * i128::from(*quota);
    let floor = |it: &i64| i64::try_from(product(it) / whole).unwrap_or_default();
    let mut parts: Vec<i64> = quotas.iter().map(floor).collect();
    let mut order: Vec<usize> = (0..quotas.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(product(&quotas[*at]) % whole));
    let missing = usize::try_from(cents - parts.iter().sum::<i64>()).unwrap_or_default();
    for at in order.into_iter().take(missing) {
        parts[at] += 1;
    }
    parts
}

impl Budget {
    /// What the city pays itself.
    #[must_use]
    pub fn own_cents(&self) -> i64 {
        self.cents - self.sources.iter().map(|it| it.cents).sum::<i64>()
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cents == 0 && self.sources.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn third() -> Part {
        Part::Quota(Quota::new(1000).expect("a third"))
    }

    #[test]
    fn thirds_are_together_the_whole() {
        assert_eq!(parts(10_000, &[third(), third(), third()]), Ok(vec![3_334, 3_333, 3_333]));
        // With two thirds from outside the own third is 33.33.
        assert_eq!(parts(10_000, &[third(), third()]), Ok(vec![3_334, 3_333]));
    }

    #[test]
    fn more_than_all_is_refused() {
        let ninety = Part::Quota(Quota::new(2700).expect("90 percent"));
        assert_eq!(parts(10_000, &[ninety, third()]), Err(Unfit::Quotas));
        assert_eq!(parts(10_000, &[ninety, Part::Cents(1_001)]), Err(Unfit::Amounts));
        assert_eq!(parts(10_000, &[ninety, Part::Cents(1_000)]), Ok(vec![9_000, 1_000]));
        assert_eq!(parts(1, &[Part::Cents(i64::MAX), Part::Cents(1)]), Err(Unfit::Amounts));
    }

    proptest! {
        /// All quotas and what is left over are together the budget, and each is off by less than a cent.
        #[test]
        fn parts_sum_to_the_whole(cents in 0_i64..1_000_000_000_000, quotas in prop::collection::vec(1_i64..1500, 0..5)) {
            prop_assume!(quotas.iter().sum::<i64>() <= 3000);
            let rest = 3000 - quotas.iter().sum::<i64>();
            let all: Vec<i64> = quotas.iter().copied().chain([rest]).collect();
            let shares = share_out(cents, &all);
            prop_assert_eq!(shares.iter().sum::<i64>(), cents);
            for (share, quota) in shares.iter().zip(&all) {
                let off = i128::from(*share) * 3000 - i128::from(cents) * i128::from(*quota);
                prop_assert!(off.abs() < 3000, "{} of {}", share, quota);
            }
        }

        /// Whatever is typed, nothing is ever shared out beyond the budget.
        #[test]
        fn never_over_budget(cents in 0_i64..100_000_000, quota in 1_i64..=3000, amount in 0_i64..100_000_000) {
            let sources = [Part::Quota(Quota::new(quota).expect("a quota")), Part::Cents(amount)];
            if let Ok(parts) = parts(cents, &sources) {
                prop_assert!(parts.iter().sum::<i64>() <= cents);
            }
        }
    }
}
