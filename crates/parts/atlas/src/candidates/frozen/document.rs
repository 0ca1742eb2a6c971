//! What was frozen, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::Frozen;
use crate::assess::open::Detail;
use crate::assess::{Judged, Plan, Stands, Used};

/// What the assessment said of the area units of a quarter when it was decided.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FrozenAssessment")]
pub struct FrozenDocument<'a> {
    /// The code of the geography.
    geography: &'a str,
    /// The period that was reported.
    period: &'a str,
    /// By what each dimension was measured.
    dimensions: &'a [Used],
    /// The choices.
    plan: &'a Plan,
    /// How many variants of the choices were computed.
    variants: usize,
    /// The version of the program that computed it.
    program: &'a str,
    /// The hash under which it was kept.
    key: &'a str,
    /// The units; of a joined quarter all its parts.
    units: Vec<UnitDocument<'a>>,
}

/// What it said of one unit.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FrozenUnit")]
struct UnitDocument<'a> {
    /// Its code.
    code: &'a str,
    /// Its name.
    name: &'a str,
    /// Its class; none where it was not compared.
    class: Option<&'static str>,
    /// Why it was not compared.
    excluded: Option<&'a str>,
    #[serde(flatten)]
    published: Option<PublishedDocument<'a>>,
    #[serde(flatten)]
    listed: Option<ListedDocument<'a>>,
}

/// What is there where the coordination has published it, or for those inside.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FrozenUnitPublished")]
struct PublishedDocument<'a> {
    /// The share of draws in which enough methods called it.
    probability: f64,
    /// The share of variants in which enough methods called it.
    variants: f64,
    /// The phase.
    phase: &'a str,
    /// Since which period.
    since: Option<&'a str>,
}

/// What is there for those inside only.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FrozenUnitListed")]
struct ListedDocument<'a> {
    /// Its rank.
    rank: usize,
    /// The 5 % of its ranks over the draws.
    rank_low: usize,
    /// The 95 % of its ranks over the draws.
    rank_high: usize,
    /// Of which kind it may be.
    kind: Option<&'a str>,
}

impl<'a> FrozenDocument<'a> {
    /// The document, in as much detail.
    #[must_use]
    pub(in crate::candidates) fn of(frozen: &'a Frozen, detail: Detail) -> Self {
        let it = &frozen.assessment;
        let units = frozen.names.iter().zip(&it.areas);
        Self {
            geography: &it.geography,
            period: &it.period,
            dimensions: &it.dimensions,
            plan: &it.plan,
            variants: it.variants,
            program: &it.program,
            key: &frozen.key,
            units: units.map(|(name, judged)| unit(name, judged, detail)).collect(),
        }
    }
}

fn unit<'a>(name: &'a str, judged: &'a Judged, detail: Detail) -> UnitDocument<'a> {
    let stands = judged.standing.as_ref().ok();
    let published = |it: &'a Stands| PublishedDocument {
        probability: it.probability,
        variants: it.variants,
        phase: &it.phase,
        since: it.since.as_deref(),
    };
    let listed = |it: &Stands| {
        let [rank, rank_low, rank_high] = it.rank;
        let kind = judged.kind.as_ref().and_then(|it| it.kind.as_deref());
        ListedDocument { rank, rank_low, rank_high, kind }
    };
    UnitDocument {
        code: &judged.code,
        name,
        class: stands.map(|it| it.class().code()),
        excluded: judged.standing.as_ref().err().map(String::as_str),
        published: stands.filter(|_| detail >= Detail::Published).map(published),
        listed: stands.filter(|_| detail == Detail::List).map(listed),
    }
}
