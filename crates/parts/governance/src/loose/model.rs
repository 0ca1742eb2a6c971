//! What a loose end is, whose it is, and which there are. Pure.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_atlas::candidates::permissions::SEE as SEE_CANDIDATES;
use ankunft_platform::parts::FollowUp;
use ankunft_platform::permission::Action;
use jiff::civil::Date;

use crate::bodies::{self, store::OBSERVATION};
use crate::permissions::{SEE, SEE_PAPERS, SIT};
use crate::reporting::obstacles;

/// So many are shown to a Stelle at once; who mends some sees the next.
pub const MOST_SHOWN: usize = 10;

macro_rules! kinds {
    ($($(#[$says:meta])* $variant:ident = $code:literal,)*) => {
        /// What is loose, the most urgent first; its words are the text `ende-<code>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[$says])* $variant,)*
        }

        impl Kind {
            /// All of them, the most urgent first.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word under which it is stored.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }
        }
    };
}

kinds! {
    /// What it cites was withdrawn.
    Withdrawn = "gesperrt",
    /// What it cites says something else today, or is no more.
    Changed = "ueberholt",
    /// What it cites has a newer value, and it has not begun or not left the house.
    Newer = "neuerer-wert",
    /// What hinders a measure stands on no agenda.
    Obstacle = "hindernis",
    /// A measure is done and no value says what came of it.
    NoValue = "ohne-wert",
    /// A decision from which no measure and no task follows.
    NoMeasure = "ohne-massnahme",
    /// A Vorlage was decided and its adopted paper has not come back.
    NoPaper = "ohne-papier",
    /// Something was seen on the ground and nobody has spoken about it.
    Observation = "beobachtung",
    /// A promise without a day.
    NoDay = "ohne-tag",
    /// A promise that no measure keeps.
    Unkept = "versprechen",
    /// A measure that cites nothing that says why.
    NoEvidence = "ohne-befund",
    /// A measure under way by which nobody will notice its effect.
    NoYardstick = "ohne-massstab",
    /// A goal that no measure serves.
    Unserved = "ziel",
    /// A candidate about which nobody has decided.
    Candidate = "kandidat",
}

/// A thing that a citation says something else about today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is cited; nothing if it was withdrawn and is no more.
    pub title: String,
    /// What it said.
    pub then: Option<String>,
    /// What it says today; nothing if it is no more.
    pub now: Option<String>,
    /// The citation, if what it says is not public.
    pub inside: Option<i64>,
    /// The releases of what it says today, if that is not public.
    pub releases: Vec<i64>,
}

/// A loose end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// What is loose.
    pub kind: Kind,
    /// Of which thing, within its kind.
    pub thing: String,
    /// The Stelle that sees to it; none is the coordination.
    pub owner: Option<i64>,
    /// What the thing is called.
    pub title: String,
    /// Where the thing is, behind the address of the city.
    pub at: String,
    /// Where it is mended, behind the address of the city.
    pub mend: String,
    /// Since when.
    pub since: Option<Date>,
    /// The state of the thing in which it is loose. It holds no figures.
    pub state: String,
    /// What a citation says today.
    pub said: Option<Said>,
    /// What one must be permitted to know of it.
    pub needs: Action,
}

impl End {
    /// Its name in forms: `ohne-befund:7`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}", self.kind.code(), self.thing)
    }

    /// Whether this Stelle sees to it.
    #[must_use]
    pub fn is_of(&self, post: Option<i64>) -> bool {
        self.owner.is_some() && self.owner == post
    }
}

/// That somebody closed an end, or opened it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of the step; the first is 1.
    pub number: i64,
    /// Whether it closes the end.
    pub closes: bool,
    /// In which state its thing was.
    pub state: String,
    /// Why.
    pub because: String,
    /// The account that did it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// Whether an end is closed by the newest step about it: not where its thing is in another state.
///
/// ```
/// use ankunft_governance::loose::model::{Step, is_closed};
///
/// let step = |closes, state: &str| Step {
///     number: 1, closes, state: state.into(), because: String::new(), account: None, post: None, at: 0,
/// };
/// assert!(is_closed("running", Some(&step(true, "running"))));
/// assert!(!is_closed("done", Some(&step(true, "running"))), "it is loose anew");
/// assert!(!is_closed("running", Some(&step(false, "running"))), "it was opened again");
/// assert!(!is_closed("running", None));
/// ```
#[must_use]
pub fn is_closed(state: &str, newest: Option<&Step>) -> bool {
    newest.is_some_and(|it| it.closes && it.state == state)
}

/// The most urgent first; of equals the oldest.
pub fn sort(ends: &mut [End]) {
    ends.sort_by(|a, b| {
        let undated = |it: &End| it.since.is_none();
        (a.kind, undated(a), a.since, &a.thing).cmp(&(b.kind, undated(b), b.since, &b.thing))
    });
}

/// A measure as far as it matters here.
#[derive(Clone, Debug)]
pub struct Doing {
    /// Its number.
    pub number: i64,
    /// What it is called.
    pub title: String,
    /// The Stelle with the Federführung.
    pub lead: i64,
    /// How far it is.
    pub state: crate::measures::model::State,
    /// Its last day.
    pub due: Date,
    /// Whether it cites something that says why.
    pub has_evidence: bool,
    /// Whether its effect is measured against a cited value.
    pub has_baseline: bool,
    /// Whether an indicator says what it changes for people.
    pub has_outcome: bool,
    /// Whether a value of such an indicator was accepted.
    pub has_value: bool,
}

/// The loose ends of a measure. One that was given up has none, and a planned one needs no yardstick
/// yet.
#[must_use]
pub fn of_measure(it: &Doing) -> Vec<End> {
    use crate::measures::model::State;
    let at = format!("/steuerung/massnahmen/{}", it.number);
    let end = |kind, mend: &str| End {
        kind,
        thing: it.number.to_string(),
        owner: Some(it.lead),
        title: it.title.clone(),
        at: at.clone(),
        mend: format!("{at}{mend}"),
        since: Some(it.due),
        state: it.state.code().to_owned(),
        said: None,
        needs: SEE,
    };
    let measured = it.has_baseline || it.has_outcome;
    let mut ends = Vec::new();
    if it.state.is_open() && !it.has_evidence {
        ends.push(end(Kind::NoEvidence, "/suchen"));
    }
    if matches!(it.state, State::Running | State::Done) && !measured {
        ends.push(end(Kind::NoYardstick, "/indikatoren/neu"));
    }
    if it.state == State::Done && measured && !it.has_baseline && !it.has_value {
        ends.push(end(Kind::NoValue, ""));
    }
    ends
}

/// A decision as far as it matters here.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Its kind and id, as citations name it.
    pub thing: (&'static str, String),
    /// What was decided.
    pub title: String,
    /// Where it stands.
    pub at: String,
    /// The Stelle that sees to it.
    pub owner: Option<i64>,
    /// The day.
    pub on: Option<Date>,
    /// Its version.
    pub version: i64,
}

/// Where a measure is planned that cites this from the start.
fn made_from(kind: &str, id: &str) -> String {
    format!("/steuerung/massnahmen/neu?{}={kind}:{id}", FollowUp::FIELD)
}

/// A decision from which nothing follows.
#[must_use]
pub fn of_decision(it: Decided, is_followed: bool, needs: Action) -> Option<End> {
    (!is_followed).then(|| End {
        kind: Kind::NoMeasure,
        mend: made_from(it.thing.0, &it.thing.1),
        thing: format!("{}/{}", it.thing.0, it.thing.1),
        owner: it.owner,
        title: it.title,
        at: it.at,
        since: it.on,
        state: it.version.to_string(),
        said: None,
        needs,
    })
}

/// A decision about a Vorlage whose adopted paper has not come back the day after.
#[must_use]
pub fn of_adopted(it: &Decided, has_paper: bool, today: Date) -> Option<End> {
    let is_over = it.on.is_some_and(|it| it < today);
    (is_over && !has_paper).then(|| End {
        kind: Kind::NoPaper,
        mend: it.at.clone(),
        thing: it.thing.1.clone(),
        owner: it.owner,
        title: it.title.clone(),
        at: it.at.clone(),
        since: it.on,
        state: it.version.to_string(),
        said: None,
        needs: SEE_PAPERS,
    })
}

/// The loose end of a promise: without a day first, because without one nobody can say that it is
/// late.
#[must_use]
pub fn of_promise(it: &crate::commitments::model::Promise, is_kept: bool) -> Option<End> {
    use crate::commitments::model::Fate;
    let kind = match (it.pledge.fate, it.pledge.due) {
        (Fate::Open, None) => Kind::NoDay,
        (Fate::Open, Some(_)) if !is_kept => Kind::Unkept,
        _ => return None,
    };
    let at = format!("/steuerung/zusagen/{}", it.commitment);
    Some(End {
        kind,
        thing: it.number.to_string(),
        owner: it.pledge.owner,
        title: it.pledge.body.clone(),
        mend: at.clone(),
        at,
        since: it.pledge.due,
        state: it.version.to_string(),
        said: None,
        needs: SEE,
    })
}

/// A goal that no measure serves, in its edition.
#[must_use]
pub fn of_goal(it: &crate::goals::model::Goal, edition: i64) -> End {
    let at = format!("/steuerung/ziele/{}", it.number);
    End {
        kind: Kind::Unserved,
        thing: it.number.to_string(),
        owner: it.wording.owner,
        title: it.wording.title.clone(),
        at,
        mend: made_from(crate::goals::store::KIND, &it.number.to_string()),
        since: None,
        state: edition.to_string(),
        said: None,
        needs: SEE,
    }
}

/// Something that was seen, about which nobody has spoken.
#[must_use]
pub fn of_observation(
    it: &crate::bodies::model::Observation,
    chair: Option<i64>,
    day: Option<Date>,
) -> End {
    End {
        kind: Kind::Observation,
        thing: it.number.to_string(),
        owner: chair,
        title: it.title.clone(),
        at: format!("/gremien/beobachtungen/{}", it.number),
        mend: bodies::placing((OBSERVATION, &it.number.to_string())),
        since: day,
        state: String::new(),
        said: None,
        needs: SIT,
    }
}

/// What hinders a measure and stands on no agenda.
#[must_use]
pub fn of_obstacle(
    it: &crate::reporting::model::Obstacle,
    measure: Option<&Doing>,
    day: Option<Date>,
) -> End {
    End {
        kind: Kind::Obstacle,
        thing: it.number.to_string(),
        owner: measure.map(|it| it.lead),
        title: it.text.lines().next().unwrap_or_default().to_owned(),
        at: format!("/steuerung/massnahmen/{}", it.measure),
        mend: bodies::placing((obstacles::KIND, &it.number.to_string())),
        since: day,
        state: String::new(),
        said: None,
        needs: SIT,
    }
}

/// A candidate about which nobody has decided.
#[must_use]
pub fn of_candidate(it: &ankunft_atlas::candidates::store::register::Candidate) -> Option<End> {
    use ankunft_atlas::candidates::model::State;
    let is_open = matches!(it.state, State::Proposed | State::Presented | State::Agreed);
    is_open.then(|| {
        let at = format!("/atlas/kandidaten/{}", it.number);
        End {
            kind: Kind::Candidate,
            thing: it.number.to_string(),
            owner: None,
            title: it.name.clone(),
            mend: at.clone(),
            at,
            since: it.since.parse().ok(),
            state: it.state.code().to_owned(),
            said: None,
            needs: SEE_CANDIDATES,
        }
    })
}

/// What is permitted to know of something that cites.
#[must_use]
pub fn needs_of(citing_kind: &str) -> Action {
    match citing_kind {
        crate::papers::store::DRAFT => SEE_PAPERS,
        crate::enquiries::store::KIND => crate::enquiries::permissions::SEE,
        _ => SEE,
    }
}

/// Ends by their owner, each Stelle once: that of the reader first, then by name, and the
/// coordination last.
#[must_use]
pub fn by_owner(ends: Vec<End>, own: Option<i64>) -> Vec<(Option<i64>, Vec<End>)> {
    let mut all: BTreeMap<Option<i64>, Vec<End>> = BTreeMap::new();
    for it in ends {
        all.entry(it.owner).or_default().push(it);
    }
    let owners: BTreeSet<Option<i64>> = all.keys().copied().collect();
    let mut owners: Vec<Option<i64>> = owners.into_iter().collect();
    owners.sort_by_key(|it| (own.is_none() || *it != own, it.is_none()));
    owners
        .into_iter()
        .map(|owner| {
            let mut ends = all.remove(&owner).unwrap_or_default();
            sort(&mut ends);
            (owner, ends)
        })
        .collect()
}

#[cfg(test)]
mod tests;
