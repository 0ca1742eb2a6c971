/// How figures are protected. Stored with each release, sealed with it, shown beside it.
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
                Some(Self::AlreadyProtected(Declaration { rule, office, date }))
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
