//! Who may see, plan and steer measures, who may follow the thread, and who sits in bodies.

use ankunft_platform::permission::{Action, Role, Rule};

/// Seeing measures.
pub const SEE: Action = Action("measures.see");
/// Planning measures, and changing those of one's own Stelle.
pub const PLAN: Action = Action("measures.plan");
/// Changing measures of every Stelle.
pub const STEER: Action = Action("measures.steer");
/// Writing the goals of a city, and noting that a body adopted them.
pub const EDIT_GOALS: Action = Action("goals.edit");
/// Writing down commitments and what became of their promises.
pub const COMMIT: Action = Action("commitments.write");
/// Following the thread; what it shows follows from what a reader may see of each thing.
pub const FOLLOW: Action = Action("thread.follow");

/// Opening the reports that are asked of oneself.
pub const REPORT: Action = Action("reports.own");

/// The rows of the permission table.
pub const RULES: [Rule; 7] = [
    Rule {
        action: SEE,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Reader],
        known: true,
    },
    Rule {
        action: PLAN,
        public: false,
        roles: &[Role::Coordination, Role::Department],
        known: true,
    },
    Rule { action: STEER, public: false, roles: &[Role::Coordination], known: true },
    Rule {
        action: REPORT,
        public: false,
        roles: &[
            Role::Coordination,
            Role::StatisticsOffice,
            Role::Department,
            Role::Institution,
            Role::Reader,
        ],
        known: true,
    },
    Rule { action: EDIT_GOALS, public: false, roles: &[Role::Coordination], known: true },
    Rule { action: COMMIT, public: false, roles: &[Role::Coordination], known: true },
    Rule { action: FOLLOW, public: true, roles: &Role::ALL, known: true },
];

/// Seeing bodies, their meetings, tasks and observations.
pub const SIT: Action = Action("bodies.see");
/// Seeing when and where the bodies meet that one's own Stelle sits in; for who sees no more of them.
pub const ATTEND: Action = Action("bodies.attend");
/// Keeping the bodies that one's own Stelle sits in: calling meetings, writing minutes.
pub const HOLD: Action = Action("bodies.hold");
/// Doing the tasks that one's own Stelle was given.
pub const DO_TASKS: Action = Action("bodies.do");
/// Keeping every body.
pub const CONVENE: Action = Action("bodies.convene");
/// Subscribing to a calendar; what it shows follows from its address.
pub const SUBSCRIBE: Action = Action("bodies.subscribe");

/// Of whose Stelle something can be asked: who reads what it is about and may answer.
pub const ASKED: [Role; 3] = [Role::Coordination, Role::StatisticsOffice, Role::Department];

/// The rows of bodies. Who may not see them does not learn that there are any.
pub const BODIES: [Rule; 6] = [
    Rule {
        action: ATTEND,
        public: false,
        roles: &[
            Role::Coordination,
            Role::StatisticsOffice,
            Role::Department,
            Role::Institution,
            Role::Reader,
        ],
        known: false,
    },
    Rule {
        action: SIT,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Reader],
        known: false,
    },
    Rule {
        action: HOLD,
        public: false,
        roles: &[Role::Coordination, Role::Department],
        known: false,
    },
    Rule { action: DO_TASKS, public: false, roles: &ASKED, known: false },
    Rule { action: CONVENE, public: false, roles: &[Role::Coordination], known: false },
    Rule { action: SUBSCRIBE, public: true, roles: &Role::ALL, known: true },
];

/// Seeing Vorlagen and what was decided about them.
pub const SEE_PAPERS: Action = Action("papers.see");
/// Drafting Vorlagen of one's own Stelle.
pub const DRAFT_PAPERS: Action = Action("papers.write");
/// Countersigning Vorlagen that one's own Stelle is asked to.
pub const SIGN_PAPERS: Action = Action("papers.sign");
/// Keeping every Vorlage, and the city's template.
pub const STEER_PAPERS: Action = Action("papers.steer");
/// Reading what was decided in public.
pub const READ_RESOLUTIONS: Action = Action("resolutions.read");

/// The rows of Vorlagen. Who may not see them does not learn that there are any.
pub const PAPERS: [Rule; 5] = [
    Rule {
        action: SEE_PAPERS,
        public: false,
        roles: &[Role::Coordination, Role::StatisticsOffice, Role::Department, Role::Reader],
        known: false,
    },
    Rule {
        action: DRAFT_PAPERS,
        public: false,
        roles: &[Role::Coordination, Role::Department],
        known: false,
    },
    Rule { action: SIGN_PAPERS, public: false, roles: &ASKED, known: false },
    Rule { action: STEER_PAPERS, public: false, roles: &[Role::Coordination], known: false },
    Rule { action: READ_RESOLUTIONS, public: true, roles: &Role::ALL, known: true },
];
