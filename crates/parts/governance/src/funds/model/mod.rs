//! What a fund says, what an application is, and how its board decides.

mod terms;

use ankunft_platform::secrets::hex;
use jiff::civil::{Date, date};
use sha2::{Digest, Sha256};

pub use terms::{Fund, Majority, Part, Shares, Spending, Terms};

/// How far an application is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is here, and the board decides.
    Received,
    /// Money is reserved for it.
    Granted,
    /// The board said no.
    Declined,
    /// The group does not want it any more.
    Withdrawn,
    /// The payment was ordered.
    Paid,
    /// The group has shown what the money was used for.
    Proven,
    /// The lead has asked something about that.
    Asked,
    /// All is in order, and nothing is left to do.
    Closed,
}

impl State {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Granted,
        Self::Declined,
        Self::Withdrawn,
        Self::Paid,
        Self::Proven,
        Self::Asked,
        Self::Closed,
    ];

    /// The word under which it is stored; its name is the text `antrag-stand-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Paid => "paid",
            Self::Proven => "proven",
            Self::Asked => "asked",
            Self::Closed => "closed",
        }
    }

    /// The state of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether one follows the other.
    #[must_use]
    pub const fn leads_to(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Received, Self::Granted | Self::Declined | Self::Withdrawn)
                | (Self::Declined, Self::Received)
                | (Self::Granted, Self::Paid | Self::Withdrawn | Self::Closed)
                | (Self::Paid | Self::Asked, Self::Proven | Self::Closed)
                | (Self::Proven, Self::Asked | Self::Closed)
        )
    }

    /// Whether it can be closed without a proof of use: a group that nobody reaches would keep its money
    /// reserved for ever.
    #[must_use]
    pub const fn may_be_given_up(self) -> bool {
        matches!(self, Self::Granted | Self::Paid | Self::Asked)
    }

    /// Whether a vote that was written down wrongly can be corrected: until the payment is ordered.
    #[must_use]
    pub const fn may_correct_votes(self) -> bool {
        matches!(self, Self::Received | Self::Granted)
    }

    /// Whether it is a group that takes this step; all others are taken in the town hall.
    #[must_use]
    pub const fn is_taken_by_group(self) -> bool {
        matches!(self, Self::Received | Self::Withdrawn | Self::Proven)
    }

    /// Whether nothing follows, unless the board takes up again what it had declined.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Declined | Self::Withdrawn | Self::Closed)
    }

    /// Whether the board has said yes and the group has not withdrawn.
    #[must_use]
    pub const fn is_funded(self) -> bool {
        matches!(self, Self::Granted | Self::Paid | Self::Proven | Self::Asked | Self::Closed)
    }
}

/// What a member of the board says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// For it.
    Yes,
    /// Against it.
    No,
    /// Neither.
    Abstain,
    /// Stands back because of a conflict of interest.
    Conflict,
}

impl Vote {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Abstain, Self::Conflict];

    /// The word under which it is stored; its name is the text `antrag-stimme-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::Conflict => "conflict",
        }
    }

    /// That of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How a board has voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// For it.
    pub yes: usize,
    /// Against it.
    pub no: usize,
    /// Neither.
    pub abstained: usize,
    /// Stood back; these are no votes.
    pub conflicts: usize,
}

/// What follows from a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// So many votes are missing.
    Missing(usize),
    /// It may be granted.
    Yes,
    /// It may be declined.
    No,
}

impl Tally {
    /// Counts votes.
    #[must_use]
    pub fn of(votes: impl IntoIterator<Item = Vote>) -> Self {
        let mut tally = Self::default();
        for vote in votes {
            match vote {
                Vote::Yes => tally.yes += 1,
                Vote::No => tally.no += 1,
                Vote::Abstain => tally.abstained += 1,
                Vote::Conflict => tally.conflicts += 1,
            }
        }
        tally
    }

    /// What follows by the rule of a fund. An abstention counts for the quorum and for neither
    /// side; who stands back counts for nothing. A tie is a no.
    ///
    /// ```
    /// use ankunft_governance::funds::model::{Majority, Tally, Verdict, Vote};
    ///
    /// let tally = Tally::of([Vote::Yes, Vote::Yes, Vote::No, Vote::Conflict]);
    /// assert_eq!(tally.verdict(3, Majority::Simple), Verdict::Yes);
    /// assert_eq!(tally.verdict(3, Majority::TwoThirds), Verdict::Yes);
    /// assert_eq!(tally.verdict(4, Majority::Simple), Verdict::Missing(1));
    /// ```
    #[must_use]
    pub const fn verdict(&self, quorum: usize, majority: Majority) -> Verdict {
        let votes = self.yes + self.no + self.abstained;
        if votes < quorum {
            return Verdict::Missing(quorum - votes);
        }
        let is_yes = match majority {
            Majority::Simple => self.yes > self.no,
            Majority::TwoThirds => self.yes > 0 && self.yes >= 2 * self.no,
        };
        if is_yes { Verdict::Yes } else { Verdict::No }
    }
}

/// One row of what something costs or has cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// What.
    pub what: String,
    /// How much, in cents.
    pub cents: i64,
}

/// The sum of costs.
#[must_use]
pub fn sum(costs: &[Cost]) -> i64 {
    costs.iter().map(|it| it.cents).sum()
}

/// What a group applies for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is called.
    pub title: String,
    /// What is done.
    pub what: String,
    /// Where, in the group's words.
    pub place: String,
    /// For whom.
    pub for_whom: String,
    /// When it begins.
    pub starts_on: Date,
    /// When it ends.
    pub ends_on: Date,
    /// What it costs.
    pub costs: Vec<Cost>,
    /// Money that the group has itself or gets from others, in cents.
    pub own: i64,
    /// The group.
    pub applicant: String,
    /// What the group says about being close to who decides; empty if it is not.
    pub conflict: String,
}

impl Request {
    /// What it costs in all.
    #[must_use]
    pub fn cost(&self) -> i64 {
        sum(&self.costs)
    }

    /// What is asked of the fund.
    #[must_use]
    pub fn asked(&self) -> i64 {
        self.cost() - self.own
    }
}

/// How a group is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Whom to ask for.
    pub person: String,
    /// An address of mail; empty if there is a telephone.
    pub email: String,
    /// A telephone; empty if there is an address.
    pub phone: String,
    /// Whose account it is.
    pub holder: String,
    /// The account; empty until money is granted, and again when all is over.
    pub iban: String,
    /// When all of this is deleted; none while the application runs.
    pub forget_on: Option<Date>,
}

impl Contact {
    /// What an account is told apart by in a form, without naming it there.
    #[must_use]
    pub fn account(&self) -> String {
        let hash = Sha256::new().chain_update(&self.holder).chain_update("\n");
        hex(&hash.chain_update(&self.iban).finalize())
    }
}

/// So many days after the end the contact is deleted: long enough to object to a decision that did
/// not say how (§ 58 VwGO gives a year only then; a month is usual) and to answer a question.
pub const KEPT_DAYS: i32 = 90;

/// When a contact is deleted at the latest while money is reclaimed from it: with the year in which the
/// claim lapses, the third after that in which it arose (§§ 195 and 199 BGB; for public claims by analogy).
#[must_use]
pub fn claim_lapses(today: Date) -> Date {
    date(today.year().saturating_add(3), 12, 31)
}

/// So many days a draft is kept that nobody touches.
pub const DRAFT_DAYS: i32 = 60;

/// A step of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is since then.
    pub state: State,
    /// Why, in words for the group; empty where nothing needs a reason.
    pub reason: String,
    /// The account that took it; none for the group itself.
    pub account: Option<i64>,
    /// On which day.
    pub on_day: Date,
}

/// The proof of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What was really spent.
    pub spent: Vec<Cost>,
    /// The group's own money in it.
    pub own: i64,
    /// What the group tells.
    pub report: String,
}

impl Proof {
    /// What must come back of what was paid, in cents: what was not needed, and what is over the
    /// share of what it really cost.
    ///
    /// ```
    /// use ankunft_governance::funds::model::{Cost, Proof, Shares};
    ///
    /// let half = Shares { permille: 500, full_up_to: 0, largest: 100_000 };
    /// let spent = vec![Cost { what: "Zelt".into(), cents: 30_000 }];
    /// let proof = Proof { spent, own: 12_000, report: String::new() };
    /// assert_eq!(proof.due_back(half, 20_000), 5_000, "half of 300 euros is 150");
    /// ```
    #[must_use]
    pub fn due_back(&self, shares: Shares, paid: i64) -> i64 {
        let cost = sum(&self.spent);
        let needed = (cost - self.own).max(0).min(shares.most(cost));
        (paid - needed).max(0)
    }
}

#[cfg(test)]
mod tests;
