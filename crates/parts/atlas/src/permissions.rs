//! What can be done in the atlas, and who may.

use ankunft_platform::permission::{Action, Role, Rule};

/// Looking at what is released for oneself.
pub const SEE: Action = Action("atlas.see");
/// Bringing and accepting files.
pub const BRING: Action = Action("atlas.bring");
/// Seeing unprotected figures, releasing and withdrawing.
pub const SEE_OFFICE: Action = Action("office.see");
/// Keeping figures in a Mappe.
pub const COLLECT: Action = Action("folder.keep");

/// The rows of the permission table.
pub const RULES: [Rule; 4] = [
    Rule { action: SEE, public: true, roles: &Role::ALL, known: true },
    Rule {
        action: BRING,
        public: false,
        roles: &[Role::StatisticsOffice, Role::Coordination],
        known: true,
    },
    Rule { action: SEE_OFFICE, public: false, roles: &[Role::StatisticsOffice], known: false },
    Rule {
        action: COLLECT,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Reader],
        known: true,
    },
];
