//! The money of a fund as a ledger: bookings are only appended, and every sum is derived from them.
//!
//! Law: what is left of a year is its budget − what is reserved − what is paid + what came back, and
//! it is never below zero.

/// What a booking does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Changes the budget of a year; the one kind that may be negative.
    Budget,
    /// Reserves what was granted.
    Grant,
    /// Sets free what was granted and is not wanted any more.
    Release,
    /// Pays what was reserved.
    Pay,
    /// Takes back what was paid and not used.
    Return,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Budget, Self::Grant, Self::Release, Self::Pay, Self::Return];

    /// The word under which it is stored; its name is the text `fonds-buchung-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Grant => "grant",
            Self::Release => "release",
            Self::Pay => "pay",
            Self::Return => "return",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// The year of the budget that it concerns.
    pub year: i64,
    /// What it does.
    pub kind: Kind,
    /// The application; none for a budget.
    pub application: Option<i64>,
    /// How much, in cents.
    pub cents: i64,
}

/// The sums of a year or of an application, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// What there was to give.
    pub budget: i64,
    /// What is granted and neither paid nor set free.
    pub reserved: i64,
    /// What was paid.
    pub paid: i64,
    /// What came back.
    pub returned: i64,
}

impl Balance {
    /// What is left.
    #[must_use]
    pub const fn left(&self) -> i64 {
        self.budget - self.reserved - self.paid + self.returned
    }

    /// What was given and did not come back.
    #[must_use]
    pub const fn given(&self) -> i64 {
        self.reserved + self.paid - self.returned
    }

    const fn add(&mut self, it: &Booking) {
        match it.kind {
            Kind::Budget => self.budget += it.cents,
            Kind::Grant => self.reserved += it.cents,
            Kind::Release => self.reserved -= it.cents,
            Kind::Pay => {
                self.reserved -= it.cents;
                self.paid += it.cents;
            }
            Kind::Return => self.returned += it.cents,
        }
    }
}

/// Why a booking is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would give more than there is; so much is left.
    OverBudget {
        /// What is left, in cents.
        left: i64,
    },
    /// The application has such a booking already.
    Twice,
    /// It does not follow from what was booked: nothing reserved, nothing paid, more than that.
    OutOfOrder,
    /// No amount, or one that no budget holds.
    Amount,
}

/// More is no budget of a Verfügungsfonds but a slip of the hand: a billion euros.
pub const MOST: i64 = 100_000_000_000;

/// The ledger of a fund.
///
/// ```
/// use ankunft_governance::funds::ledger::{Booking, Kind, Ledger, Refusal};
///
/// let booking = |kind, application, cents| Booking { year: 2026, kind, application, cents };
/// let mut ledger = Ledger::default();
/// ledger.book(booking(Kind::Budget, None, 50_000))?;
/// ledger.book(booking(Kind::Grant, Some(1), 30_000))?;
/// let more = ledger.book(booking(Kind::Grant, Some(2), 20_001));
/// assert_eq!(more, Err(Refusal::OverBudget { left: 20_000 }));
/// ledger.book(booking(Kind::Pay, Some(1), 30_000))?;
/// ledger.book(booking(Kind::Return, Some(1), 5_000))?;
/// assert_eq!(ledger.year(2026).left(), 25_000);
/// # Ok::<(), Refusal>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger(Vec<Booking>);

impl Ledger {
    /// A ledger as it was written.
    #[must_use]
    pub const fn of(bookings: Vec<Booking>) -> Self {
        Self(bookings)
    }

    /// All bookings, in their order.
    #[must_use]
    pub fn bookings(&self) -> &[Booking] {
        &self.0
    }

    /// The sums of a year.
    #[must_use]
    pub fn year(&self, year: i64) -> Balance {
        self.sum(|it| it.year == year)
    }

    /// The sums of an application.
    #[must_use]
    pub fn application(&self, application: i64) -> Balance {
        self.sum(|it| it.application == Some(application))
    }

    /// What an application was granted, with the year whose budget gives it.
    #[must_use]
    pub fn granted(&self, application: i64) -> Option<&Booking> {
        let is_it = |it: &&Booking| it.kind == Kind::Grant && it.application == Some(application);
        self.0.iter().find(is_it)
    }

    /// The booking that sets free what is still reserved for an application, if anything is: all of it, in
    /// the year whose budget gave it.
    #[must_use]
    pub fn rest(&self, application: i64) -> Option<Booking> {
        let year = self.granted(application)?.year;
        let cents = self.application(application).reserved;
        let rest = Booking { year, kind: Kind::Release, application: Some(application), cents };
        (cents > 0).then_some(rest)
    }

    /// The years that have a booking, each once, the newest first.
    #[must_use]
    pub fn years(&self) -> Vec<i64> {
        let mut years: Vec<i64> = self.0.iter().map(|it| it.year).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years
    }

    fn sum(&self, is_it: impl Fn(&Booking) -> bool) -> Balance {
        let mut balance = Balance::default();
        self.0.iter().filter(|it| is_it(it)).for_each(|it| balance.add(it));
        balance
    }

    /// Appends a booking. It concerns the year of the grant, whatever year it names.
    ///
    /// # Errors
    ///
    /// - [`Refusal`] says why it is none; then nothing has changed.
    pub fn book(&mut self, mut booking: Booking) -> Result<&Booking, Refusal> {
        if booking.cents.abs() > MOST || booking.cents == 0 {
            return Err(Refusal::Amount);
        }
        match (booking.kind, booking.application) {
            (Kind::Budget, None) => self.change_budget(&booking)?,
            (Kind::Budget, Some(_)) | (_, None) => return Err(Refusal::OutOfOrder),
            (_, Some(_)) if booking.cents < 0 => return Err(Refusal::Amount),
            (kind, Some(application)) => {
                let same = |it: &Booking| it.kind == kind && it.application == Some(application);
                if self.0.iter().any(same) {
                    return Err(Refusal::Twice);
                }
                if let Some(grant) = self.granted(application) {
                    booking.year = grant.year;
                }
                self.follows(&booking, self.application(application))?;
            }
        }
        let at = self.0.len();
        self.0.push(booking);
        Ok(&self.0[at])
    }

    fn change_budget(&self, it: &Booking) -> Result<(), Refusal> {
        let year = self.year(it.year);
        if year.left() + it.cents < 0 {
            return Err(Refusal::OverBudget { left: year.left() });
        }
        if year.budget + it.cents > MOST { Err(Refusal::Amount) } else { Ok(()) }
    }

    fn follows(&self, it: &Booking, own: Balance) -> Result<(), Refusal> {
        let left = self.year(it.year).left();
        match it.kind {
            Kind::Grant if it.cents > left => Err(Refusal::OverBudget { left }),
            // All of it or nothing: a part that is not wanted comes back by the proof of use.
            Kind::Release | Kind::Pay if it.cents != own.reserved => Err(Refusal::OutOfOrder),
            Kind::Return if it.cents > own.paid => Err(Refusal::OutOfOrder),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn booking(kind: Kind, application: i64, cents: i64) -> Booking {
        Booking { year: 2026, kind, application: Some(application), cents }
    }

    #[test]
    fn money_that_was_granted_in_one_year_comes_back_to_it() {
        let mut ledger = Ledger::default();
        let budget = Booking { application: None, ..booking(Kind::Budget, 0, 1000) };
        ledger.book(budget).unwrap();
        ledger.book(booking(Kind::Grant, 1, 1000)).unwrap();
        ledger.book(Booking { year: 2027, ..booking(Kind::Pay, 1, 1000) }).unwrap();
        ledger.book(Booking { year: 2028, ..booking(Kind::Return, 1, 1) }).unwrap();
        assert_eq!(ledger.year(2026).left(), 1);
        assert_eq!(ledger.years(), [2026]);
    }

    #[test]
    fn a_budget_is_not_lowered_below_what_was_given() {
        let mut ledger = Ledger::default();
        let budget = |cents| Booking { application: None, ..booking(Kind::Budget, 0, cents) };
        ledger.book(budget(1000)).unwrap();
        ledger.book(booking(Kind::Grant, 1, 400)).unwrap();
        assert_eq!(ledger.book(budget(-601)), Err(Refusal::OverBudget { left: 600 }));
        ledger.book(budget(-600)).unwrap();
        assert_eq!(ledger.year(2026).left(), 0);
        assert_eq!(ledger.book(budget(i64::MAX)), Err(Refusal::Amount));
        assert_eq!(ledger.book(budget(i64::MIN + 1)), Err(Refusal::Amount));
    }

    #[test]
    fn nothing_is_paid_or_set_free_twice_and_nothing_out_of_order() {
        let mut ledger = Ledger::default();
        ledger.book(Booking { application: None, ..booking(Kind::Budget, 0, 1000) }).unwrap();
        assert_eq!(ledger.book(booking(Kind::Pay, 1, 10)), Err(Refusal::OutOfOrder));
        ledger.book(booking(Kind::Grant, 1, 100)).unwrap();
        assert_eq!(ledger.book(booking(Kind::Grant, 1, 100)), Err(Refusal::Twice));
        assert_eq!(ledger.book(booking(Kind::Pay, 1, 99)), Err(Refusal::OutOfOrder));
        assert_eq!(ledger.book(booking(Kind::Return, 1, 1)), Err(Refusal::OutOfOrder));
        ledger.book(booking(Kind::Pay, 1, 100)).unwrap();
        assert_eq!(ledger.book(booking(Kind::Release, 1, 100)), Err(Refusal::OutOfOrder));
        assert_eq!(ledger.book(booking(Kind::Pay, 1, 100)), Err(Refusal::Twice));
        assert_eq!(ledger.book(booking(Kind::Return, 1, 101)), Err(Refusal::OutOfOrder));
        assert_eq!(ledger.book(booking(Kind::Return, 1, 0)), Err(Refusal::Amount));
    }

    #[test]
    fn what_is_given_up_is_free_again_once() {
        let mut ledger = Ledger::default();
        let budget = Booking { application: None, ..booking(Kind::Budget, 0, 1000) };
        ledger.book(budget).unwrap();
        assert_eq!(ledger.rest(1), None, "nothing is granted");
        ledger.book(booking(Kind::Grant, 1, 300)).unwrap();
        let rest = ledger.rest(1).expect("it is reserved");
        assert_eq!(rest, booking(Kind::Release, 1, 300));
        ledger.book(rest).unwrap();
        assert_eq!((ledger.rest(1), ledger.year(2026).left()), (None, 1000));
        ledger.book(booking(Kind::Grant, 2, 300)).unwrap();
        ledger.book(booking(Kind::Pay, 2, 300)).unwrap();
        assert_eq!(ledger.rest(2), None, "what was paid is not free");
    }

    /// What is asked of a fund: a booking, or that an application is given up.
    #[derive(Clone, Debug)]
    enum Asked {
        Book(Booking),
        GiveUp(i64),
    }

    fn any_asked() -> impl Strategy<Value = Asked> {
        prop_oneof![
            5 => any_booking().prop_map(Asked::Book),
            1 => (1_i64..7).prop_map(Asked::GiveUp),
        ]
    }

    fn any_booking() -> impl Strategy<Value = Booking> {
        let kind = prop::sample::select(Kind::ALL.to_vec());
        let cents = prop_oneof![0_i64..30_000, -20_000_i64..20_000, Just(10_000)];
        (2026_i64..2028, kind, 1_i64..7, cents).prop_map(|(year, kind, application, cents)| {
            let application = (kind != Kind::Budget).then_some(application);
            Booking { year, kind, application, cents }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        /// Whatever is asked in whatever order: no year and no application is ever overdrawn, sums
        /// follow from the bookings that took effect, and what is refused changes nothing.
        #[test]
        fn a_fund_is_never_over_budget(asked in prop::collection::vec(any_asked(), 0..60)) {
            let mut ledger = Ledger::default();
            let mut taken: Vec<Booking> = Vec::new();
            for it in asked {
                let before = ledger.clone();
                // A second hand: what is reserved of each grant is known without the ledger.
                let booking = match it {
                    Asked::Book(it) => Some(it),
                    Asked::GiveUp(application) => ledger.rest(application),
                };
                let Some(booking) = booking else { continue };
                let is_rest = ledger.rest(booking.application.unwrap_or(0)).as_ref() == Some(&booking);
                match ledger.book(booking).cloned() {
                    Ok(it) => taken.push(it),
                    Err(_) => {
                        prop_assert!(!is_rest, "what is reserved can be set free");
                        prop_assert_eq!(&before, &ledger);
                    }
                }
                for year in 2026..2028 {
                    let balance = ledger.year(year);
                    prop_assert!(balance.left() >= 0);
                    prop_assert!(balance.reserved >= 0 && balance.returned <= balance.paid);
                    let sum = |kind| -> i64 {
                        let own = taken.iter().filter(|it| it.year == year && it.kind == kind);
                        own.map(|it| it.cents).sum()
                    };
                    let open = sum(Kind::Grant) - sum(Kind::Release) - sum(Kind::Return);
                    prop_assert_eq!(balance.left(), sum(Kind::Budget) - open);
                    prop_assert_eq!(balance.given(), open);
                }
                for application in 1..7 {
                    let own = ledger.application(application);
                    prop_assert!(own.reserved >= 0 && own.paid >= own.returned);
                    let kinds = [Kind::Grant, Kind::Release, Kind::Pay, Kind::Return];
                    for kind in kinds {
                        let same = taken.iter().filter(|it| it.application == Some(application));
                        prop_assert!(same.filter(|it| it.kind == kind).count() <= 1);
                    }
                }
            }
            prop_assert_eq!(ledger.bookings(), taken.as_slice());
        }
    }
}
