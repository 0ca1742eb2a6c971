use std::collections::BTreeSet;

/// A kind of arrival quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An old, dense quarter near the centre.
    InnerCity,
    /// A housing estate at the edge of the city.
    PeripheralEstate,
    /// An area that has just been built.
    NewBuilding,
    /// A quarter with a large accommodation for refugees or others who have just arrived.
    Accommodation,
}

impl Kind {
    /// All four, in the order in which they are shown.
    pub const ALL: [Self; 4] =
        [Self::InnerCity, Self::PeripheralEstate, Self::NewBuilding, Self::Accommodation];

    /// Its name in files: `inner-city`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InnerCity => "inner-city",
            Self::PeripheralEstate => "peripheral-estate",
            Self::NewBuilding => "new-building",
            Self::Accommodation => "accommodation",
        }
    }
}

/// A number of an area beside that of its city.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// The area's.
    pub area: f64,
    /// The city's.
    pub city: f64,
}

impl Beside {
    fn ratio(self) -> Option<f64> {
        (self.city > 0.0).then(|| self.area / self.city)
    }
}

/// What is known of an area; every city lacks some of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Whether the city counts it to its centre.
    pub is_central: Option<bool>,
    /// Kilometres to the centre: of the area, and of the mean resident of the city.
    pub distance_km: Option<Beside>,
    /// Residents per hectare.
    pub density: Option<Beside>,
    /// Buildings from before 1949, in percent.
    pub built_before_1949: Option<f64>,
    /// Buildings from 1949 to 1990, in percent.
    pub built_1949_to_1990: Option<f64>,
    /// Buildings of the last ten years, in percent.
    pub built_lately: Option<f64>,
    /// Dwellings in buildings with 13 or more of them, in percent.
    pub in_large_buildings: Option<f64>,
    /// Arrivals minus departures per 100 residents and year, over several years.
    pub net_migration: Option<f64>,
    /// By how many percent the population grew in the one year in which it grew most.
    pub greatest_growth: Option<f64>,
    /// How much of the growth of that year were foreigners, in percent.
    pub foreign_part_of_growth: Option<f64>,
    /// Residence of less than five years, in percent of the residents.
    pub resident_under_5y: Option<Beside>,
    /// Who lives in accommodation, in percent of the residents.
    pub in_accommodation: Option<f64>,
}

/// What a sign is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// [`Features::is_central`], as 1 or 0.
    IsCentral,
    /// Distance to the centre, as a multiple of the city's.
    Distance,
    /// Density, as a multiple of the city's.
    Density,
    /// Buildings from before 1949, in percent.
    OldBuildings,
    /// Buildings from 1949 to 1990, in percent.
    PostwarBuildings,
    /// Buildings of the last ten years, in percent.
    NewBuildings,
    /// Dwellings in large buildings, in percent.
    LargeBuildings,
    /// Net migration per 100 residents and year.
    NetMigration,
    /// The greatest growth within a year, in percent.
    Growth,
    /// The part of foreigners in that growth, in percent.
    ForeignGrowth,
    /// Residence of less than five years: percentage points above the city.
    ShortResidence,
    /// Who lives in accommodation, in percent.
    Accommodation,
}

impl About {
    /// Its name in files: `short-residence`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::IsCentral => "is-central",
            Self::Distance => "distance",
            Self::Density => "density",
            Self::OldBuildings => "old-buildings",
            Self::PostwarBuildings => "postwar-buildings",
            Self::NewBuildings => "new-buildings",
            Self::LargeBuildings => "large-buildings",
            Self::NetMigration => "net-migration",
            Self::Growth => "growth",
            Self::ForeignGrowth => "foreign-growth",
            Self::ShortResidence => "short-residence",
            Self::Accommodation => "accommodation",
        }
    }

    /// What stands for several that follow from one another: net migration makes growth, and the
    /// parts of all building ages add up to a whole.
    const fn source(self) -> Self {
        match self {
            Self::IsCentral => Self::Distance,
            Self::PostwarBuildings | Self::NewBuildings => Self::OldBuildings,
            Self::Growth => Self::NetMigration,
            other => other,
        }
    }

    fn value(self, of: &Features) -> Option<f64> {
        match self {
            Self::IsCentral => of.is_central.map(|it| f64::from(u8::from(it))),
            Self::Distance => of.distance_km.and_then(Beside::ratio),
            Self::Density => of.density.and_then(Beside::ratio),
            Self::OldBuildings => of.built_before_1949,
            Self::PostwarBuildings => of.built_1949_to_1990,
            Self::NewBuildings => of.built_lately,
            Self::LargeBuildings => of.in_large_buildings,
            Self::NetMigration => of.net_migration,
            Self::Growth => of.greatest_growth,
            Self::ForeignGrowth => of.foreign_part_of_growth,
            Self::ShortResidence => of.resident_under_5y.map(|it| it.area - it.city),
            Self::Accommodation => of.in_accommodation,
        }
    }
}

/// From which value on something speaks for a kind, and from which against it. Between the two it
/// says nothing. Which of the two is greater tells in which direction it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The kind.
    pub kind: Kind,
    /// What is looked at.
    pub about: About,
    /// From here on it speaks for the kind.
    pub supports: f64,
    /// From here on it speaks against it.
    pub opposes: f64,
}

impl Question {
    const fn new(kind: Kind, about: About, supports: f64, opposes: f64) -> Self {
        Self { kind, about, supports, opposes }
    }

    /// The questions with our bounds; no source states any.
    pub const DEFAULT: [Self; 13] = [
        Self::new(Kind::InnerCity, About::IsCentral, 1.0, 0.0),
        Self::new(Kind::InnerCity, About::Distance, 0.5, 1.25),
        Self::new(Kind::InnerCity, About::Density, 1.5, 0.75),
        Self::new(Kind::InnerCity, About::OldBuildings, 40.0, 10.0),
        Self::new(Kind::PeripheralEstate, About::Distance, 1.25, 0.5),
        Self::new(Kind::PeripheralEstate, About::LargeBuildings, 50.0, 15.0),
        Self::new(Kind::PeripheralEstate, About::PostwarBuildings, 60.0, 25.0),
        Self::new(Kind::NewBuilding, About::NewBuildings, 20.0, 5.0),
        Self::new(Kind::NewBuilding, About::NetMigration, 5.0, 1.0),
        Self::new(Kind::NewBuilding, About::ShortResidence, 15.0, 0.0),
        Self::new(Kind::Accommodation, About::Accommodation, 10.0, 1.0),
        Self::new(Kind::Accommodation, About::Growth, 10.0, 3.0),
        Self::new(Kind::Accommodation, About::ForeignGrowth, 80.0, 50.0),
    ];

    fn sign(&self, features: &Features) -> Option<Sign> {
        let value = self.about.value(features).filter(|it| it.is_finite())?;
        let rises = self.supports > self.opposes;
        let passes = |bound: f64, up: bool| if up { value >= bound } else { value <= bound };
        let (speaks_for, bound) = if passes(self.supports, rises) {
            (true, self.supports)
        } else if passes(self.opposes, !rises) {
            (false, self.opposes)
        } else {
            return None;
        };
        Some(Sign { kind: self.kind, about: self.about, speaks_for, value, bound })
    }
}

/// Something that speaks for or against a kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// The kind.
    pub kind: Kind,
    /// What it is read from.
    pub about: About,
    /// Whether it speaks for the kind.
    pub speaks_for: bool,
    /// The value, in the unit of [`Sign::about`].
    pub value: f64,
    /// The bound that it reached.
    pub bound: f64,
}

/// Of which kind a quarter may be, and what speaks for and against each kind.
#[derive(Clone, Debug, PartialEq)]
pub struct KindSuggestion {
    /// The one kind that most speaks for; `None` where it is unclear.
    pub kind: Option<Kind>,
    /// Every kind with enough signs and more for it than against. Several without a `kind` have
    /// equally much on their side.
    pub candidates: Vec<Kind>,
    /// All signs, in the order of the questions.
    pub signs: Vec<Sign>,
}

impl KindSuggestion {
    /// How many independent signs speak for a kind, and how many against.
    #[must_use]
    pub fn score(&self, kind: Kind) -> (usize, usize) {
        let count = |speaks_for: bool| {
            let signs = self.signs.iter().filter(|it| it.kind == kind);
            let sources = signs.filter(|it| it.speaks_for == speaks_for);
            sources.map(|it| it.about.source()).collect::<BTreeSet<_>>().len()
        };
        (count(true), count(false))
    }
}

/// One sign alone is never enough.
const LEAST_SIGNS: usize = 2;

/// Suggests of which kind an arrival quarter is, with everything that speaks for and against it.
///
/// An old quarter near the centre, a housing estate at the edge, an area that has just been built,
/// and one with a large accommodation need different things. A kind is suggested if at least two
/// independent signs speak for it, more than against it, and more than for any other kind. What
/// follows from the same numbers counts once: net migration and growth, the ages of buildings,
/// distance and being called central. Choose it to begin a talk about a quarter that
/// [`identify`](crate::identify) called; it is a suggestion that somebody confirms.
///
/// # Units
///
/// - `features`: as [`Features`] says; what a city does not have is `None`.
/// - `questions`: bounds in the units of [`About`]; [`Question::DEFAULT`] unless a city knows better.
/// - returns: signs with the values and bounds that made them.
///
/// # Errors
///
/// None. Too little or contradictory evidence gives no kind.
///
/// # Accuracy
///
/// The bounds are ours; published typologies (ILS for Dortmund, Gerten et al.) could not be read. A
/// bound that is just missed says nothing, and one that is just reached says as much as one that
/// is far passed: read the values.
///
/// # Complexity
///
/// O(_q_) for _q_ questions.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Beside, Features, Kind, Question, suggest_kind};
///
/// let estate = Features {
///     distance_km: Some(Beside { area: 6.2, city: 3.1 }),
///     in_large_buildings: Some(71.0),
///     built_1949_to_1990: Some(88.0),
///     net_migration: Some(0.4),
///     ..Features::default()
/// };
/// let found = suggest_kind(&estate, &Question::DEFAULT);
/// assert_eq!(found.kind, Some(Kind::PeripheralEstate));
/// assert_eq!(found.score(Kind::PeripheralEstate), (3, 0));
/// assert_eq!(found.score(Kind::NewBuilding), (0, 1));
///
/// // Net migration and the growth that it makes are one sign, and one sign is not enough.
/// let growing = Features {
///     net_migration: Some(12.0),
///     greatest_growth: Some(14.0),
///     ..Features::default()
/// };
/// assert_eq!(suggest_kind(&growing, &Question::DEFAULT).kind, None);
/// ```
///
/// # References
///
/// - El-Kayed, N., Bernt, M., Hamann, U., & Pilz, M. (2020). Peripheral estates as arrival spaces?
///   _Urban Planning_, 5(3), 103–114: not every arrival quarter is an inner-city one.
///   <https://doi.org/10.17645/up.v5i3.2932>
#[must_use]
#[doc(alias = "Quartierstyp")]
pub fn suggest_kind(features: &Features, questions: &[Question]) -> KindSuggestion {
    let signs = questions.iter().filter_map(|it| it.sign(features)).collect();
    let mut found = KindSuggestion { kind: None, candidates: Vec::new(), signs };
    let scores: Vec<(Kind, usize)> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let (speak_for, against) = found.score(kind);
            let is_enough = speak_for >= LEAST_SIGNS && speak_for > against;
            is_enough.then(|| (kind, speak_for - against))
        })
        .collect();
    found.candidates = scores.iter().map(|it| it.0).collect();
    let most = scores.iter().map(|it| it.1).max().unwrap_or(0);
    let mut leading = scores.into_iter().filter(|it| it.1 == most);
    found.kind = leading.next().map(|it| it.0).filter(|_| leading.next().is_none());
    found
}
