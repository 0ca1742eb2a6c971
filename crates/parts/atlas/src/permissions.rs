//! What can be done in the atlas, and who may.

use ankunft_platform::permission::{Action, Role, Rule};

/// Looking at what is released for oneself.
pub const SEE: Action = Action("atlas.see");
/// Bringing and accepting files.
pub const BRING: Action = Action("atlas.bring");
/// The rows of the permission table.
pub const RULES: [Rule; 2] = [
    Rule { action: SEE, public: true, roles: &Role::ALL, known: true },
    Rule {
        action: BRING,
        public: false,
        roles: &[Role::StatisticsOffice, Role::Coordination],
        known: true,
    },
];
