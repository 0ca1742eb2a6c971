use std::sync::Arc;

use crate::Policy;

/// Who may use a dataset, from the narrowest circle to the widest.
///
/// In German _Nutzung_. The order is the order of widening: what is for the public is for
/// everybody before it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nutzung {
    /// Only the statistics office of the city.
    StatisticsOffice,
    /// Inside the administration of the city.
    Administration,
    /// The municipalities of the programme and its research team.
    Programme,
    /// Everybody.
    Public,
}

/// Who is reading. A reader inside a circle may read what is for this circle or a wider one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The statistics office of the city.
    StatisticsOffice,
    /// Somebody inside the administration of the city.
    Administration,
    /// Somebody of the programme or its research team.
    Programme,
    /// Anybody.
    Public,
}

impl Nutzung {
    /// All four, from the narrowest to the widest.
    pub const ALL: [Self; 4] =
        [Self::StatisticsOffice, Self::Administration, Self::Programme, Self::Public];

    /// Whether this circle includes the reader.
    #[must_use]
    pub const fn includes(self, reader: Audience) -> bool {
        self as u8 >= reader as u8
    }

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::StatisticsOffice => "statistics-office",
            Self::Administration => "administration",
            Self::Programme => "programme",
            Self::Public => "public",
        }
    }

    /// The circle of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A value that has passed disclosure control, with the circle it may be shown to and the
/// policies that protect it.
///
/// It cannot be made outside this crate, and it shows its value only to a named reader:
///
/// ```compile_fail
/// let leaked = ankunft_disclosure::Released { value: 42, nutzung: ankunft_disclosure::Nutzung::Public };
/// ```
///
/// ```compile_fail
/// let leaked = ankunft_disclosure::Released::new(42, todo!(), ankunft_disclosure::Nutzung::Public);
/// ```
///
/// ```compile_fail
/// fn peek(figure: &ankunft_disclosure::Released<u32>) -> u32 {
///     figure.value
/// }
/// ```
///
/// What is computed from released values alone is released too, for the narrower circle of
/// the two; see [`Released::map`] and [`Released::zip`].
#[derive(Clone, Debug, PartialEq)]
pub struct Released<T> {
    value: T,
    nutzung: Nutzung,
    /// In the order of their codes, each once.
    policies: Arc<[Policy]>,
    derived: bool,
}

impl<T> Released<T> {
    pub(crate) fn new(value: T, policy: Policy, nutzung: Nutzung) -> Self {
        Self { value, nutzung, policies: Arc::new([policy]), derived: false }
    }

    /// The value for this crate's own use.
    pub(crate) const fn bare(&self) -> &T {
        &self.value
    }

    /// The value, if the reader belongs to the circle it was released for.
    #[must_use]
    pub fn show(&self, reader: Audience) -> Option<&T> {
        self.nutzung.includes(reader).then_some(&self.value)
    }

    /// The circle it was released for.
    #[must_use]
    pub const fn nutzung(&self) -> Nutzung {
        self.nutzung
    }

    /// The policies of all the figures it was computed from, to be shown beside it.
    #[must_use]
    pub fn policies(&self) -> &[Policy] {
        &self.policies
    }

    /// The policy that protected this very value; `None` if it was computed from others.
    ///
    /// A share of two rounded counts is not itself rounded to a multiple of five.
    #[must_use]
    pub fn policy(&self) -> Option<&Policy> {
        match &*self.policies {
            [policy] if !self.derived => Some(policy),
            _ => None,
        }
    }

    /// A value computed from this one alone.
    ///
    /// `compute` must draw on nothing else about persons. This the type cannot see.
    #[must_use]
    pub fn map<U>(self, compute: impl FnOnce(T) -> U) -> Released<U> {
        let Self { value, nutzung, policies, .. } = self;
        Released { value: compute(value), nutzung, policies, derived: true }
    }

    /// Both values together, for the narrower of the two circles, under the policies of both.
    #[must_use]
    pub fn zip<U>(self, other: Released<U>) -> Released<(T, U)> {
        let policies = if self.policies == other.policies {
            self.policies
        } else {
            let mut both = [&*self.policies, &*other.policies].concat();
            both.sort_unstable_by_key(Policy::code);
            both.dedup();
            both.into()
        };
        Released {
            value: (self.value, other.value),
            nutzung: self.nutzung.min(other.nutzung),
            policies,
            derived: true,
        }
    }

    /// A view of the value that is released like it.
    #[must_use]
    pub fn as_ref(&self) -> Released<&T> {
        Released {
            value: &self.value,
            nutzung: self.nutzung,
            policies: Arc::clone(&self.policies),
            derived: self.derived,
        }
    }
}
