//! Who may do what: one table, actor × action → yes, "there is no such page", or "not you".

use ankunft_disclosure::Audience;
use serde::{Deserialize, Serialize};

use crate::register::acting::OwnPost;

/// What somebody is in a city. One account can have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// People, Stellen, roles, settings. No figures.
    Admin,
    /// Stadtentwicklung, integration commissioner.
    Coordination,
    /// Statistikstelle: the only one who sees unprotected figures.
    StatisticsOffice,
    /// A Ressort.
    Department,
    /// A local institution: Träger, association, Stadtteilbüro.
    Institution,
    /// The research team.
    Research,
    /// Somebody inside the administration who reads.
    Reader,
}

impl Role {
    /// All roles, in the order of the golden table.
    pub const ALL: [Self; 7] = [
        Self::Admin,
        Self::Coordination,
        Self::StatisticsOffice,
        Self::Department,
        Self::Institution,
        Self::Research,
        Self::Reader,
    ];

    /// The word under which it is stored; its name is the text `role-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Coordination => "coordination",
            Self::StatisticsOffice => "statistics-office",
            Self::Department => "department",
            Self::Institution => "institution",
            Self::Research => "research",
            Self::Reader => "reader",
        }
    }

    /// The role of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Which released figures it reads.
    ///
    /// An admin keeps the house and an institution is outside it: both read what everybody reads.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::StatisticsOffice => Audience::StatisticsOffice,
            Self::Coordination | Self::Department | Self::Reader => Audience::Administration,
            Self::Research => Audience::Programme,
            Self::Admin | Self::Institution => Audience::Public,
        }
    }
}

/// Who is at the door of a city: an account with its roles there, or the public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The account; none for the public.
    pub account: Option<i64>,
    /// The roles in this city.
    pub roles: Vec<Role>,
    /// The Stelle as which the account works in this city.
    pub post: Option<i64>,
    /// All Stellen that the account's person holds there or stands in for, that one first.
    pub posts: Vec<OwnPost>,
}

impl Actor {
    /// The widest of what its roles read.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.roles.iter().map(|role| role.audience()).min().unwrap_or(Audience::Public)
    }

    /// The proof that unprotected figures may be shown to this actor.
    #[must_use]
    pub fn statistics_office(&self) -> Option<StatisticsOffice> {
        self.roles.contains(&Role::StatisticsOffice).then_some(StatisticsOffice(()))
    }
}

/// Proof of acting for the statistics office. Functions that touch unprotected figures take it.
///
/// ```compile_fail
/// let nobody = ankunft_platform::permission::StatisticsOffice(());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct StatisticsOffice(());

impl StatisticsOffice {
    /// The proof for the program itself, at work for the statistics office: an import at the
    /// console, a job that a statistics office began.
    #[must_use]
    pub const fn at_the_console() -> Self {
        Self(())
    }
}

/// A row of the permission table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What is done: `data.see`, `dataset.accept`.
    pub action: Action,
    /// Whether the public may.
    pub public: bool,
    /// Which roles may.
    pub roles: &'static [Role],
    /// Whether others learn that there is such a page (403) or not (404).
    pub known: bool,
}

/// What can be done. Parts name theirs as constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Action(pub &'static str);

/// What the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Permitted.
    Yes,
    /// As if there were no such page: 404.
    Hidden,
    /// Not you: 403, or the way to log in for the public.
    Refused,
}

/// The permission table of all parts together.
#[derive(Clone, Debug, Default)]
pub struct Permissions(Vec<Rule>);

impl Permissions {
    /// The table of these rules.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = Rule>) -> Self {
        let mut rules: Vec<Rule> = rules.into_iter().collect();
        rules.sort_by_key(|rule| rule.action);
        Self(rules)
    }

    /// Whether an actor may do something. What no rule names, nobody may.
    #[must_use]
    pub fn decide(&self, actor: &Actor, action: Action) -> Verdict {
        let Some(rule) = self.0.iter().find(|rule| rule.action == action) else {
            return Verdict::Hidden;
        };
        if rule.public || actor.roles.iter().any(|role| rule.roles.contains(role)) {
            Verdict::Yes
        } else if rule.known {
            Verdict::Refused
        } else {
            Verdict::Hidden
        }
    }

    /// Its rows, by the names of the actions.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.0
    }

    /// The table as text: one line an action, one column a role. A golden file.
    #[must_use]
    pub fn print(&self) -> String {
        let verdict = |actor: &Actor, action| match self.decide(actor, action) {
            Verdict::Yes => "yes",
            Verdict::Hidden => "404",
            Verdict::Refused => "403",
        };
        let names: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        let mut text = format!("action\tpublic\t{}\n", names.join("\t"));
        for rule in &self.0 {
            let row: Vec<&str> = std::iter::once(Actor::default())
                .chain(Role::ALL.map(|role| Actor { roles: vec![role], ..Actor::default() }))
                .map(|actor| verdict(&actor, rule.action))
                .collect();
            text.push_str(&format!("{}\t{}\n", rule.action.0, row.join("\t")));
        }
        text
    }
}
