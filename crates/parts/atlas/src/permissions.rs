//! What can be done in the atlas, and who may.

use ankunft_platform::permission::{Action, Role, Rule};

/// Looking at what is released for oneself.
pub const SEE: Action = Action("atlas.see");
/// Bringing and accepting files.
pub const BRING: Action = Action("atlas.bring");
/// Seeing ranks and probabilities of arrival quarters.
pub const ASSESS: Action = Action("atlas.assess");
/// Publishing more of them than classes.
pub const PUBLISH: Action = Action("atlas.publish");
/// Joining area units to a quarter.
pub const COMPOSE: Action = Action("atlas.compose");
/// The rows of the permission table.
pub const RULES: [Rule; 5] = [
    Rule { action: SEE, public: true, roles: &Role::ALL, known: true },
    Rule {
        action: BRING,
        public: false,
        roles: &[Role::StatisticsOffice, Role::Coordination],
        known: true,
    },
    Rule {
        action: ASSESS,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Research],
        known: true,
    },
    Rule {
        action: COMPOSE,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice],
        known: true,
    },
    Rule { action: PUBLISH, public: false, roles: &[Role::Coordination], known: true },
];
