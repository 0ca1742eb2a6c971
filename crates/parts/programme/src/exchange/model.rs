//! What a Weitergabe is, and in which state it stands.

use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;

/// The longest that a package is granted for, in years: who needs it longer asks again.
pub const LONGEST_YEARS: i16 = 5;
/// So long the register keeps what went and came, in years.
pub const KEPT_YEARS: i16 = 5;

/// A step of a Weitergabe; each is taken once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The coordination consents.
    Coordination,
    /// The statistics office consents.
    Office,
    /// The statistics office does not.
    Refuse,
    /// The city takes its consent back.
    Revoke,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 4] = [Self::Coordination, Self::Office, Self::Refuse, Self::Revoke];

    /// The word under which it is stored; its name is the text `weitergabe-schritt-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coordination => "coordination",
            Self::Office => "office",
            Self::Refuse => "refuse",
            Self::Revoke => "revoke",
        }
    }

    /// The step of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub step: Step,
    /// Why, where somebody says so.
    pub note: String,
    /// The account.
    pub account: Option<i64>,
    /// The Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// Who gets figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// A tenant of this installation, by its number.
    Here(i64),
    /// A partner of another installation, by its number in the city.
    Elsewhere(i64),
}

/// That a city gives figures of a table to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its number in the city.
    pub number: i64,
    /// The dataset version.
    pub dataset_version: i64,
    /// Code and title of the dataset.
    pub dataset: (String, String),
    /// The Datenstand.
    pub datenstand: i64,
    /// Whether the dataset was withdrawn (Sperrung).
    pub is_withdrawn: bool,
    /// When the last of its releases that were withdrawn was, in microseconds UTC.
    pub lost_at: Option<i64>,
    /// Who gets it.
    pub recipient: Recipient,
    /// For what.
    pub purpose: String,
    /// The last day.
    pub until: Date,
    /// Whether the outlines of the units go with it.
    pub with_outlines: bool,
    /// Whether the statistics office consents too.
    pub needs_office: bool,
    /// The account that proposed it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
    /// What was done about it, the oldest first.
    pub steps: Vec<Taken>,
    /// The releases that it covers, in rising order.
    pub releases: Vec<i64>,
    /// What is known of copies; none if none went out.
    pub copy: Option<Copy>,
}

/// That copies are out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// When the first went that is not known to be deleted, in microseconds UTC.
    pub delivered_at: i64,
    /// When the recipient said that all are deleted.
    pub confirmed_at: Option<i64>,
    /// How that is known: `here`, `file`, or who said so.
    pub confirmed_by: Option<String>,
}

/// In which state a Weitergabe stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A consent is missing.
    Waiting,
    /// The recipient has it.
    Active,
    /// The statistics office has refused it.
    Refused,
    /// Its last day is over.
    Expired,
    /// The city has taken it back.
    Revoked,
    /// Its figures were withdrawn (Sperrung).
    Withdrawn,
}

impl State {
    /// Its name in texts: `weitergabe-stand-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "wartet",
            Self::Active => "gilt",
            Self::Refused => "abgelehnt",
            Self::Expired => "abgelaufen",
            Self::Revoked => "widerrufen",
            Self::Withdrawn => "gesperrt",
        }
    }

    /// Whether the recipient may use it no more although it once might.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Expired | Self::Revoked | Self::Withdrawn)
    }
}

impl Grant {
    /// The step of this kind, if it was taken.
    #[must_use]
    pub fn step(&self, step: Step) -> Option<&Taken> {
        self.steps.iter().find(|it| it.step == step)
    }

    /// Who gets it, if that is a tenant of this installation.
    #[must_use]
    pub const fn here(&self) -> Option<Tenant> {
        match self.recipient {
            Recipient::Here(id) => Some(Tenant::from_id(id)),
            Recipient::Elsewhere(_) => None,
        }
    }

    /// In which state it stands on a day.
    #[must_use]
    pub fn state(&self, today: Date) -> State {
        let has = |step| self.step(step).is_some();
        if has(Step::Revoke) {
            State::Revoked
        } else if has(Step::Refuse) {
            State::Refused
        } else if self.is_withdrawn {
            State::Withdrawn
        } else if self.until < today {
            State::Expired
        } else if has(Step::Coordination) && (!self.needs_office || has(Step::Office)) {
            State::Active
        } else {
            State::Waiting
        }
    }

    /// When the last consent was given, in microseconds UTC: the moment the package is of.
    #[must_use]
    pub fn consented_at(&self) -> i64 {
        let consents = self.steps.iter().filter(|it| it.step <= Step::Office);
        consents.map(|it| it.at).max().unwrap_or(self.at)
    }

    /// Whether copies are out that should be deleted, and nobody has said that they are.
    #[must_use]
    pub fn waits_for_deletion(&self, today: Date) -> bool {
        let is_out = self.copy.as_ref().is_some_and(|it| it.confirmed_at.is_none());
        is_out && (self.state(today).is_over() || self.holds_withdrawn())
    }

    /// Whether copies went out before something of what they hold was withdrawn (Sperrung).
    #[must_use]
    pub fn holds_withdrawn(&self) -> bool {
        self.copy.as_ref().is_some_and(|it| Some(it.delivered_at) <= self.lost_at)
    }
}

/// The number of a package: the city's key or address, and the number of the Weitergabe there.
///
/// ```
/// assert_eq!(ankunft_programme::exchange::model::package_number("07312000", 3), "07312000-3");
/// ```
#[must_use]
pub fn package_number(city: &str, number: i64) -> String {
    format!("{city}-{number}")
}

/// The city's key in the number of a package.
///
/// ```
/// use ankunft_programme::exchange::model::ags_of;
///
/// assert_eq!(ags_of("07312000-3"), Some("07312000"));
/// assert_eq!(ags_of("musterstadt-3"), None);
/// ```
#[must_use]
pub fn ags_of(package: &str) -> Option<&str> {
    let (city, _) = package.rsplit_once('-')?;
    (city.len() == 8 && city.bytes().all(|it| it.is_ascii_digit())).then_some(city)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn grant(steps: &[Step], needs_office: bool) -> Grant {
        let taken = |(at, step): (i64, &Step)| Taken {
            step: *step,
            note: String::new(),
            account: None,
            post: None,
            at,
        };
        Grant {
            number: 1,
            dataset_version: 1,
            dataset: ("a".into(), "A".into()),
            datenstand: 1,
            is_withdrawn: false,
            lost_at: None,
            recipient: Recipient::Here(1),
            purpose: "Vergleich".into(),
            until: date(2027, 12, 31),
            with_outlines: false,
            needs_office,
            account: None,
            post: None,
            at: 0,
            steps: (1..).zip(steps).map(taken).collect(),
            releases: vec![1],
            copy: None,
        }
    }

    #[test]
    fn both_consent_where_figures_are_not_public() {
        let today = date(2026, 1, 1);
        assert_eq!(grant(&[Step::Coordination], false).state(today), State::Active);
        assert_eq!(grant(&[Step::Coordination], true).state(today), State::Waiting);
        assert_eq!(grant(&[Step::Coordination, Step::Office], true).state(today), State::Active);
        assert_eq!(grant(&[Step::Office], true).state(today), State::Waiting);
    }

    #[test]
    fn the_last_day_is_a_day_on_which_it_holds() {
        let it = grant(&[Step::Coordination], false);
        assert_eq!(it.state(date(2027, 12, 31)), State::Active);
        assert_eq!(it.state(date(2028, 1, 1)), State::Expired);
    }

    #[test]
    fn a_copy_with_something_withdrawn_since_is_asked_for() {
        let today = date(2026, 1, 1);
        let copy = Copy { delivered_at: 5, confirmed_at: None, confirmed_by: None };
        let out = Grant { copy: Some(copy.clone()), ..grant(&[Step::Coordination], false) };
        assert!(!out.waits_for_deletion(today), "it holds");
        let lost = |lost_at| Grant { lost_at: Some(lost_at), ..out.clone() };
        assert!(!lost(4).waits_for_deletion(today), "what was withdrawn before is not in it");
        assert!(lost(6).waits_for_deletion(today));
        assert_eq!(lost(6).state(today), State::Active, "the rest of it goes on");
        let confirmed = Some(Copy { confirmed_at: Some(7), ..copy });
        assert!(!Grant { copy: confirmed, ..lost(6) }.waits_for_deletion(today));
    }

    proptest! {
        /// Whatever was done before: after a Widerruf nothing holds any more.
        #[test]
        fn a_widerruf_ends_it(mask in 0_u8..8, office: bool, withdrawn: bool, days in 0_i32..900) {
            let steps: Vec<Step> =
                (0..3).filter(|it| mask & (1 << it) != 0).map(|it| Step::ALL[it]).collect();
            let today = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            let before = grant(&steps, office);
            let after = Grant { is_withdrawn: withdrawn, ..grant(&[&steps[..], &[Step::Revoke]].concat(), office) };
            prop_assert_eq!(after.state(today), State::Revoked);
            // And nothing holds that the office was to be asked about and was not.
            if office && !steps.contains(&Step::Office) {
                prop_assert_ne!(before.state(today), State::Active);
            }
        }
    }
}
