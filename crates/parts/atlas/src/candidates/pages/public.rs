//! `/{kommune}/atlas/entscheidungen`: what was decided, for everybody: the chosen quarter, the
//! reason, the day. No scores, no names, no other candidates.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Empty, Pair, Remember};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use schemars::JsonSchema;
use serde::Serialize;

use super::{PUBLIC_PATH, day, list};
use crate::assess::open::Detail;
use crate::candidates::frozen::{self, Frozen, FrozenDocument, Kept};
use crate::candidates::store::decisions::{Decided, Decision};
use crate::pages::overview::quarter_link;

/// A decision as everybody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicDecision {
    /// Its number.
    pub number: i64,
    /// The day, as ISO text.
    pub on_date: String,
    /// Who decided.
    pub body: String,
    /// Why.
    pub reason: String,
    /// The chosen quarters: geography, area unit, name.
    pub quarters: Vec<(String, String, String)>,
}

impl PublicDecision {
    /// What of a decision is public; `None` if it is not published.
    #[must_use]
    pub fn of(decision: &Decision, decided: &[Decided]) -> Option<Self> {
        let chosen = decided.iter().filter(|it| it.chosen == 1);
        let quarter = |it: &Decided| (it.geography.clone(), it.area.clone(), it.name.clone());
        decision.is_published().then(|| Self {
            number: decision.number,
            on_date: decision.on_date.clone(),
            body: decision.body.clone(),
            reason: decision.reason.clone(),
            quarters: chosen.map(quarter).collect(),
        })
    }

    /// The chosen quarters by name.
    #[must_use]
    pub fn names(&self, t: &Texts) -> String {
        list(t, self.quarters.iter().map(|it| it.2.as_str()))
    }

    /// What it says, in one sentence.
    #[must_use]
    pub fn sentence(&self, t: &Texts) -> String {
        let args = [
            ("namen", Arg::from(self.names(t))),
            ("anzahl", Arg::from(self.quarters.len())),
            ("tag", Arg::from(day(t, &self.on_date))),
            ("wer", Arg::from(self.body.as_str())),
        ];
        t.with("entscheidung-leit", &args)
    }

    /// Its page, behind the address of its city.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{PUBLIC_PATH}/{}", self.number)
    }

    /// The same for JSON, with as much of what the assessment said as is published.
    #[must_use]
    pub fn document<'a>(&'a self, (arrival, detail): (&'a Arrival, Detail)) -> PublicDocument<'a> {
        let said = |(_, kept): &'a (String, Option<Kept<Frozen>>)| {
            let shown = kept.as_ref().and_then(|it| it.show(Audience::Public));
            shown.map(|it| FrozenDocument::of(it, detail))
        };
        let quarter = |(geography, code, name): &'a (String, String, String)| ChosenDocument {
            geography,
            code,
            name,
        };
        PublicDocument {
            number: self.number,
            date: &self.on_date,
            decided_by: &self.body,
            reason: &self.reason,
            quarters: self.quarters.iter().map(quarter).collect(),
            arrival: arrival.iter().map(said).collect(),
        }
    }
}

/// A decision as it was published.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PublishedDecision")]
pub struct PublicDocument<'a> {
    /// Its number in the city.
    number: i64,
    /// The day.
    date: &'a str,
    /// Who decided.
    decided_by: &'a str,
    /// Why.
    reason: &'a str,
    /// The chosen quarters.
    quarters: Vec<ChosenDocument<'a>>,
    /// What the assessment said of each of them; none where nothing is kept.
    arrival: Vec<Option<FrozenDocument<'a>>>,
}

/// A chosen quarter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ChosenQuarter")]
struct ChosenDocument<'a> {
    /// The code of the geography.
    geography: &'a str,
    /// The key of the area unit.
    code: &'a str,
    /// Its name.
    name: &'a str,
}

/// All that is published.
pub fn all(viewer: &Viewer, city: &City, decisions: &[PublicDecision]) -> Sheet {
    let t = &viewer.t;
    let lead = t.with("entscheidungen-leit", &[("anzahl", Arg::from(decisions.len()))]);
    let shell = viewer
        .page(t.get("entscheidungen-titel"))
        .lead(lead)
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))]);
    if decisions.is_empty() {
        let step = Some(Link::new(t.get("atlas-zum-atlas"), city.at("/atlas")));
        let empty = Empty { text: t.get("entscheidungen-leer"), step };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let door = |it: &PublicDecision| (Link::new(it.names(t), city.at(&it.path())), it.sentence(t));
    Sheet::new(shell, vec![Block::Doors(decisions.iter().map(door).collect())])
}

/// What the public assessment said of the chosen quarters at the decision: each with its name.
pub type Arrival = Vec<(String, Option<Kept<Frozen>>)>;

/// One of them, with as much of what the assessment said as is published.
pub fn one(
    viewer: &Viewer,
    city: &City,
    it: &PublicDecision,
    (arrival, detail): (&Arrival, Detail),
    remember: Option<Remember>,
) -> Page {
    let t = &viewer.t;
    let title = t.with("entscheidung-oeffentlich-titel", &[("namen", Arg::from(it.names(t)))]);
    let shell = viewer
        .page(title)
        .lead(it.sentence(t))
        .crumbs(vec![
            Link::new(t.get("nav-atlas"), city.at("/atlas")),
            Link::new(t.get("entscheidungen-titel"), city.at(PUBLIC_PATH)),
        ])
        .data(vec![Link::new("JSON", format!("{}/json", city.at(&it.path())))]);
    let quarter = |(geography, area, name): &(String, String, String)| Pair {
        href: Some(quarter_link(&city.at(""), geography, area)),
        ..Pair::new(t.get("kandidat-quartier"), name.as_str())
    };
    let mut pairs: Vec<Pair> = it.quarters.iter().map(quarter).collect();
    pairs.push(Pair::new(t.get("entscheidung-tag"), day(t, &it.on_date)));
    pairs.push(Pair::new(t.get("entscheidung-wer"), it.body.as_str()));
    let of = |(name, kept): &(String, Option<Kept<Frozen>>)| Said {
        title: t.with("frozen-titel-von", &[("name", Arg::from(name.as_str()))]),
        pairs: frozen::pairs(t, kept.as_ref(), (Audience::Public, detail)),
    };
    let known = arrival.iter().filter(|it| it.1.is_some());
    Page { shell, pairs, reason: it.reason.clone(), arrival: known.map(of).collect(), remember }
}

/// What the assessment said of one quarter.
struct Said {
    title: String,
    pairs: Vec<Pair>,
}

/// Everything that the public page of a decision prints.
#[derive(askama::Template)]
#[template(path = "candidate_public.html")]
pub struct Page {
    shell: ankunft_platform::page::Shell,
    pairs: Vec<Pair>,
    reason: String,
    arrival: Vec<Said>,
    remember: Option<Remember>,
}
