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

/// A value that has passed disclosure control, with the circle it may be shown to.
///
/// It cannot be made outside this crate, and it shows its value only to a named reader:
///
/// ```compile_fail
/// let leaked = ankunft_disclosure::Released { value: 42, nutzung: ankunft_disclosure::Nutzung::Public };
/// ```
///
/// What is computed from released values alone is released too, for the narrower circle of
/// the two; see [`Released::map`] and [`Released::zip`].
#[derive(Clone, Debug, PartialEq)]
pub struct Released<T> {
    value: T,
    nutzung: Nutzung,
}

impl<T> Released<T> {
    pub(crate) const fn new(value: T, nutzung: Nutzung) -> Self {
        Self { value, nutzung }
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

    /// A value computed from this one alone.
    #[must_use]
    pub fn map<U>(self, compute: impl FnOnce(T) -> U) -> Released<U> {
        Released::new(compute(self.value), self.nutzung)
    }

    /// Both values together, for the narrower of the two circles.
    #[must_use]
    pub fn zip<U>(self, other: Released<U>) -> Released<(T, U)> {
        Released::new((self.value, other.value), self.nutzung.min(other.nutzung))
    }

    /// A view of the value that is released like it.
    #[must_use]
    pub const fn as_ref(&self) -> Released<&T> {
        Released::new(&self.value, self.nutzung)
    }
}
