//! Who may see, propose, score and decide. To everybody else there is nothing of the kind.

use ankunft_platform::permission::{Action, Role, Rule};

/// Seeing candidates and what was decided.
pub const SEE: Action = Action("candidates.see");
/// Proposing candidates, their steps, and by what is judged.
pub const PROPOSE: Action = Action("candidates.propose");
/// Scoring them.
pub const SCORE: Action = Action("candidates.score");
/// Writing a decision down.
pub const DECIDE: Action = Action("candidates.decide");
/// Letting everybody read a decision.
pub const PUBLISH: Action = Action("candidates.publish");
/// Reading published decisions.
pub const READ: Action = Action("decisions.see");

const COORDINATION: &[Role] = &[Role::Coordination];

/// The rows of the permission table.
pub const RULES: [Rule; 6] = [
    Rule {
        action: SEE,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Research],
        known: false,
    },
    Rule { action: PROPOSE, public: false, roles: COORDINATION, known: false },
    Rule {
        action: SCORE,
        public: false,
        roles: &[Role::Coordination, Role::Department],
        known: false,
    },
    Rule { action: DECIDE, public: false, roles: COORDINATION, known: false },
    Rule { action: PUBLISH, public: false, roles: COORDINATION, known: false },
    Rule { action: READ, public: true, roles: &Role::ALL, known: true },
];
