//! Who may do what with funds: the table, and what follows from a Stelle.

use ankunft_disclosure::Nutzung;
use ankunft_platform::permission::{Action, Role, Rule};
use ankunft_platform::web::Visit;

use super::model::Fund;

/// Reading what a fund is for.
pub const READ: Action = Action("funds.read");
/// Applying, and everything behind the secret address of an application.
pub const APPLY: Action = Action("funds.apply");
/// Seeing applications; for who is outside the administration only those that they vote on.
pub const SEE: Action = Action("funds.see");
/// Voting, as a Stelle of the board.
pub const VOTE: Action = Action("funds.vote");
/// Ordering payments, as the Stelle that pays.
pub const PAY: Action = Action("funds.pay");
/// Leading a fund: its terms, decisions, proofs.
pub const LEAD: Action = Action("funds.lead");
/// Founding funds, and leading all of them.
pub const FOUND: Action = Action("funds.found");

const BOARD: &[Role] = &[Role::Coordination, Role::Department, Role::Institution, Role::Reader];
/// Whoever follows the thread inside reads there of applications, and so their page too.
const READERS: &[Role] = &[
    Role::Coordination,
    Role::StatisticsOffice,
    Role::Department,
    Role::Institution,
    Role::Reader,
];
const OFFICE: &[Role] = &[Role::Coordination, Role::Department];

/// The rows of the permission table.
pub const RULES: [Rule; 7] = [
    Rule { action: READ, public: true, roles: &Role::ALL, known: true },
    Rule { action: APPLY, public: true, roles: &Role::ALL, known: true },
    Rule { action: SEE, public: false, roles: READERS, known: true },
    Rule { action: VOTE, public: false, roles: BOARD, known: true },
    Rule { action: PAY, public: false, roles: OFFICE, known: true },
    Rule { action: LEAD, public: false, roles: OFFICE, known: true },
    Rule { action: FOUND, public: false, roles: &[Role::Coordination], known: true },
];

/// What somebody may do with one fund.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Sees applications and the book.
    pub sees: bool,
    /// Changes terms, writes decisions down, checks proofs.
    pub leads: bool,
    /// Votes, as this Stelle.
    pub votes: Option<i64>,
    /// Orders payments.
    pub pays: bool,
}

impl Rights {
    /// Those of a viewer.
    #[must_use]
    pub fn of(viewer: &Visit, fund: &Fund) -> Self {
        let (post, terms) = (viewer.actor.post, &fund.terms);
        let is_inside = Nutzung::Administration.includes(viewer.actor.audience());
        let is_own = post.is_some_and(|it| terms.is_of(it));
        let leads = viewer.may(FOUND) || (viewer.may(LEAD) && post == Some(terms.lead));
        Self {
            sees: viewer.may(SEE) && (is_inside || is_own),
            leads,
            votes: post.filter(|it| viewer.may(VOTE) && terms.members.contains(it)),
            pays: viewer.may(PAY) && post == Some(terms.payer),
        }
    }
}
