use std::fmt;

/// A half-year: `2013h1` … `2024h2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The calendar year.
    pub year: u16,
    /// The half, 1 or 2.
    pub half: u8,
}

impl Period {
    /// A half-year; every `half` but 1 is taken as the second.
    #[must_use]
    pub const fn new(year: u16, half: u8) -> Self {
        Self { year, half: if half == 1 { 1 } else { 2 } }
    }

    /// The half-year after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.half == 1 {
            Self { year: self.year, half: 2 }
        } else {
            Self { year: self.year + 1, half: 1 }
        }
    }

    /// The half-year before this one.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.half == 2 {
            Self { year: self.year, half: 1 }
        } else {
            Self { year: self.year - 1, half: 2 }
        }
    }

    /// Its last day as German offices write it: `31.12.2015`.
    #[must_use]
    pub fn stichtag(self) -> String {
        let day = if self.half == 1 { "30.06" } else { "31.12" };
        format!("{day}.{}", self.year)
    }

    /// Half-years since the year 0, for distances.
    pub(crate) fn ordinal(self) -> i32 {
        i32::from(self.year) * 2 + i32::from(self.half) - 1
    }

    /// All half-years from this one to `last`, both included.
    pub(crate) fn through(self, last: Self) -> Vec<Self> {
        std::iter::successors(Some(self), |period| Some(period.next()))
            .take_while(|period| *period <= last)
            .collect()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}h{}", self.year, self.half)
    }
}
