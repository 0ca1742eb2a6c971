/// How figures are protected. Stored with each release, sealed with it, shown beside it.
///
/// A threshold rule protects nothing without complementary suppression, and the cell key is
/// nothing without its table; until they are built, no text is read as such a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Policy {
    /// _Bereits geheimgehalten_: an office protected the figures before they came here.
    AlreadyProtected(Declaration),
    /// Every cell by itself to the nearest multiple, totals included.
    Rounded(Base),
}

/// Who protected a dataset, how and when, in the words of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The rule, for example `5er-Rundung` or `Cell-Key-Methode`.
    pub rule: String,
    /// The office that applied it.
    pub office: String,
    /// The day of the declaration, as `2026-11-24`.
    pub date: String,
}

/// Why a declaration does not say how figures are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeclarationError {
    /// No rule is named.
    #[error("the declaration names no rule")]
    NoRule,
    /// No office is named.
    #[error("the declaration names no office")]
    NoOffice,
    /// The date is no day of the calendar in the form `2026-11-24`.
    #[error("the date of the declaration is no day of the calendar")]
    NoDay,
}

impl Declaration {
    /// Checks that it names rule, office and day.
    ///
    /// # Errors
    ///
    /// - [`DeclarationError`]: the first of the three that is not there.
    pub fn check(&self) -> Result<(), DeclarationError> {
        if self.rule.trim().is_empty() {
            return Err(DeclarationError::NoRule);
        }
        if self.office.trim().is_empty() {
            return Err(DeclarationError::NoOffice);
        }
        is_day(&self.date).then_some(()).ok_or(DeclarationError::NoDay)
    }
}

/// Whether a text is a day of the Gregorian calendar, as `2026-11-24`.
fn is_day(text: &str) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return false };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let parts = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]));
    let (Some(year), Some(month), Some(day)) = parts else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// The multiple that counts are rounded to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// _5er-Rundung_.
    Five,
    /// To multiples of ten.
    Ten,
}

impl Base {
    /// The multiple as a number.
    #[must_use]
    pub const fn get(self) -> u64 {
        match self {
            Self::Five => 5,
            Self::Ten => 10,
        }
    }
}

impl Policy {
    /// The text under which it is stored: one word, then its parts behind their lengths.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Rounded(base) => format!("round:{}", base.get()),
            Self::AlreadyProtected(Declaration { rule, office, date }) => {
                format!("declared:{}:{rule}{}:{office}{date}", rule.len(), office.len())
            }
        }
    }

    /// The policy of a stored text; `None` if [`Policy::code`] never writes it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once(':')? {
            ("round", "5") => Some(Self::Rounded(Base::Five)),
            ("round", "10") => Some(Self::Rounded(Base::Ten)),
            ("declared", rest) => {
                let (rule, rest) = counted(rest)?;
                let (office, date) = counted(rest)?;
                let [rule, office, date] = [rule, office, date].map(str::to_owned);
                let declaration = Declaration { rule, office, date };
                declaration.check().ok()?;
                let policy = Self::AlreadyProtected(declaration);
                // A length may be written in many ways, and a code in one.
                (policy.code() == code).then_some(policy)
            }
            _ => None,
        }
    }
}

/// Splits `3:abcdef` into `abc` and `def`.
fn counted(text: &str) -> Option<(&str, &str)> {
    let (length, rest) = text.split_once(':')?;
    rest.split_at_checked(length.parse().ok()?)
}
