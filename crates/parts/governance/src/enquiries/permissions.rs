//! Who may see, answer and steer enquiries. The public never sees them.

use ankunft_platform::permission::{Action, Role, Rule};

/// Seeing enquiries and answers.
pub const SEE: Action = Action("enquiries.see");
/// Answering those of one's own Stelle, and writing new ones down.
pub const ANSWER: Action = Action("enquiries.answer");
/// Answering those of every Stelle.
pub const STEER: Action = Action("enquiries.steer");

/// The rows of the permission table.
pub const RULES: [Rule; 3] = [
    Rule {
        action: SEE,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Reader],
        known: true,
    },
    Rule {
        action: ANSWER,
        public: false,
        roles: &[Role::Coordination, Role::Department],
        known: true,
    },
    Rule { action: STEER, public: false, roles: &[Role::Coordination], known: true },
];
