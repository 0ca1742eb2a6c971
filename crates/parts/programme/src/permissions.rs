//! Who may see what is exchanged, give it, consent to it, and say what the twelve define alike.

use ankunft_platform::permission::{Action, Role, Rule};

/// Seeing what a city gives and gets.
pub const SEE: Action = Action("exchange.see");
/// Giving figures to others, taking that back, and knowing partners.
pub const SHARE: Action = Action("exchange.share");
/// Consenting for the statistics office.
pub const CONSENT: Action = Action("exchange.consent");
/// Taking in packages and using those that others have granted.
pub const RECEIVE: Action = Action("exchange.receive");
/// Freezing a state of packages.
pub const FREEZE: Action = Action("exchange.freeze");
/// Seeing what the twelve define alike.
pub const COMPARE: Action = Action("programme.see");
/// Saying how one's own measures fit, or, for the programme, what is defined alike.
pub const DEFINE: Action = Action("programme.define");

/// Telling the others: the own profile, questions and answers, for the programme also meetings.
pub const TELL: Action = Action("programme.tell");
/// Reading what cities show of their candidates.
pub const SEE_SELECTION: Action = Action("selection.see");
/// Showing the own candidates, and taking that back.
pub const GIVE_SELECTION: Action = Action("selection.give");
/// Writing effect cards of one's own city.
pub const WRITE: Action = Action("library.write");

const INSIDE: &[Role] =
    &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Research, Role::Reader];
/// Who reads candidates. As at home: who may not see those of the own city reads none of others.
const CHOOSING: &[Role] =
    &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Research];
const EXCHANGING: &[Role] = &[Role::Coordination, Role::StatisticsOffice, Role::Research];

/// Whether somebody reads candidates for research alone, in whatever city: then only what is shown to
/// research.
#[must_use]
pub fn only_for_research(roles: &[Role]) -> bool {
    !roles.iter().any(|it| *it != Role::Research && CHOOSING.contains(it))
}

/// The rows of the permission table.
pub const RULES: [Rule; 11] = [
    Rule { action: TELL, public: false, roles: &[Role::Coordination], known: true },
    Rule { action: GIVE_SELECTION, public: false, roles: &[Role::Coordination], known: true },
    Rule { action: SEE_SELECTION, public: false, roles: CHOOSING, known: true },
    Rule {
        action: WRITE,
        public: false,
        roles: &[Role::Coordination, Role::Department],
        known: true,
    },
    Rule { action: SEE, public: false, roles: EXCHANGING, known: true },
    Rule { action: SHARE, public: false, roles: &[Role::Coordination], known: true },
    Rule { action: CONSENT, public: false, roles: &[Role::StatisticsOffice], known: true },
    Rule { action: RECEIVE, public: false, roles: EXCHANGING, known: true },
    Rule {
        action: FREEZE,
        public: false,
        roles: &[Role::Coordination, Role::Research],
        known: true,
    },
    Rule { action: COMPARE, public: false, roles: INSIDE, known: true },
    Rule {
        action: DEFINE,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice],
        known: true,
    },
];
