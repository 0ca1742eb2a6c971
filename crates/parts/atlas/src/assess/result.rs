//! What an assessment says, as it is kept.

use ankunft_arrival::{
    Features, Identification, Method, Panel, Phase, Question, Settings, Standing, suggest_kind,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{self, Earlier};
use super::inputs::Inputs;

/// The arrival quarters of a city in one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The code of the geography.
    pub geography: String,
    /// The version of its area units.
    pub area_version: i64,
    /// The period that is reported.
    pub period: String,
    /// The periods that were compared with each other, the oldest first.
    pub periods: Vec<String>,
    /// By what each dimension was measured, in the order of [`Judged::dimensions`].
    pub dimensions: Vec<Used>,
    /// The choices.
    pub plan: Plan,
    /// The version of the program that computed it.
    pub program: String,
    /// How many variants of the choices were computed.
    pub variants: usize,
    /// Codes of dimensions that are equal in all units, and so say nothing.
    pub equal: Vec<String>,
    /// Neighbouring periods between which others are missing.
    pub gaps: Vec<[String; 2]>,
    /// The last period whose figures were carried from earlier area units.
    pub bridged_until: Option<String>,
    /// The units, in the order of their codes.
    pub areas: Vec<Judged>,
    /// The same a year before, if anything is known of then.
    pub earlier: Option<Earlier>,
}

/// By what a dimension was measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Used {
    /// The dimension: `turnover`.
    pub dimension: String,
    /// The way: `moves`.
    pub way: String,
    /// The indicators.
    pub codes: Vec<String>,
}

/// The choices of an assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// The methods that were asked.
    pub methods: Vec<String>,
    /// Units with fewer residents are left out.
    pub min_population: f64,
    /// Over how many years flows are averaged.
    pub window_years: u32,
    /// The least _z_ of each dimension.
    pub threshold_sd: f64,
    /// The error of the source: `round:5`.
    pub noise: String,
    /// How often the data were drawn anew.
    pub draws: u32,
    /// The seed of the draws.
    pub seed: u64,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// Its code.
    pub code: String,
    /// How it stands, or the code of the reason why it is not compared.
    pub standing: Result<Stands, String>,
    /// Whether earlier figures of it were put together from other units.
    pub bridged: bool,
    /// Of which kind it may be, for units with clear marks.
    pub kind: Option<Suggested>,
}

/// Of which kind a quarter may be, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suggested {
    /// The kind that most speaks for: `inner-city`; none where it is unclear.
    pub kind: Option<String>,
    /// What speaks for and against each kind.
    pub signs: Vec<Sign>,
}

/// Something that speaks for or against a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sign {
    /// The kind.
    pub kind: String,
    /// What it is read from: `density`.
    pub about: String,
    /// Whether it speaks for the kind.
    pub speaks_for: bool,
    /// The value.
    pub value: f64,
}

impl Suggested {
    fn of(features: &Features) -> Self {
        let found = suggest_kind(features, &Question::DEFAULT);
        let sign = |it: &ankunft_arrival::Sign| Sign {
            kind: it.kind.code().to_owned(),
            about: it.about.code().to_owned(),
            speaks_for: it.speaks_for,
            value: it.value,
        };
        Self {
            kind: found.kind.map(|it| it.code().to_owned()),
            signs: found.signs.iter().map(sign).collect(),
        }
    }
}

/// How a unit stands among the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stands {
    /// Rate per 100 residents and _z_ of each dimension.
    pub dimensions: Vec<(String, f64, f64)>,
    /// Which method calls it.
    pub calls: Vec<(String, bool)>,
    /// The standardised sum of _z_.
    pub index: Option<f64>,
    /// The sum of the quantile points.
    pub points: u32,
    /// The share of draws in which enough methods call it.
    pub probability: f64,
    /// The share of variants in which enough methods call it.
    pub variants: f64,
    /// Its rank and the 5 and 95 % of its ranks over the draws.
    pub rank: [usize; 3],
    /// Since when: `traditional`, `new`, `emerging`, `former`, `unknown`, `none`.
    pub phase: String,
    /// The first period of the run up to now.
    pub since: Option<String>,
}

/// How clearly a unit shows what arrival quarters have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// In no method.
    None,
    /// In one method, and more than one was asked.
    Some,
    /// In two methods at least, or in the only one.
    Clear,
}

impl Class {
    /// From the one that says least.
    pub const ALL: [Self; 3] = [Self::None, Self::Some, Self::Clear];

    /// Its name in files and texts: `clear`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Some => "some",
            Self::Clear => "clear",
        }
    }
}

impl Stands {
    pub(super) fn of(standing: &Standing) -> Self {
        let Standing { dimensions, calls, index, points, probability, variants, .. } = standing;
        Self {
            dimensions: dimensions.iter().map(|it| (it.0.code().to_owned(), it.1, it.2)).collect(),
            calls: calls.iter().map(|it| (it.0.code().to_owned(), it.1)).collect(),
            index: *index,
            points: *points,
            probability: *probability,
            variants: *variants,
            rank: [standing.rank, standing.rank_low, standing.rank_high],
            phase: standing.phase.code().to_owned(),
            since: standing.since.clone(),
        }
    }

    /// Its rate in a dimension, per 100 residents.
    #[must_use]
    pub fn rate(&self, dimension: &str) -> Option<f64> {
        self.dimensions.iter().find(|it| it.0 == dimension).map(|it| it.1)
    }

    /// How many methods call it.
    #[must_use]
    pub fn called_by(&self) -> usize {
        self.calls.iter().filter(|it| it.1).count()
    }

    /// Its class.
    #[must_use]
    pub fn class(&self) -> Class {
        match self.called_by() {
            0 => Class::None,
            some if some >= self.calls.len().min(2) => Class::Clear,
            _ => Class::Some,
        }
    }

    /// Whether it is called since a few years only.
    #[must_use]
    pub fn is_recent(&self) -> bool {
        [Phase::New, Phase::Emerging].iter().any(|it| it.code() == self.phase)
    }
}

impl Assessment {
    pub(super) fn of(
        inputs: &Inputs,
        settings: &Settings,
        (panel, features): (&Panel, &[Features]),
        found: &Identification,
    ) -> Self {
        let used = |it: &super::measures::Way| Used {
            dimension: it.dimension.code().to_owned(),
            way: it.name.to_owned(),
            codes: it.codes.iter().map(|it| (*it).to_owned()).collect(),
        };
        let kind = |code: &str| {
            let at = panel.areas.iter().position(|it| it == code)?;
            features.get(at).map(Suggested::of)
        };
        let area = |it: &ankunft_arrival::AreaResult| {
            let standing = it.standing.as_ref().map(Stands::of).map_err(|it| it.code());
            let is_clear = standing.as_ref().is_ok_and(|it| it.class() == Class::Clear);
            let kind = if is_clear { kind(&it.id) } else { None };
            let bridged = inputs.bridged.contains(&it.id);
            Judged { code: it.id.clone(), standing, bridged, kind }
        };
        let areas: Vec<Judged> = found.areas.iter().map(area).collect();
        Self {
            geography: inputs.geography.code.clone(),
            area_version: inputs.version.id,
            period: inputs.period.clone(),
            periods: inputs.periods.clone(),
            dimensions: inputs.ways.iter().map(used).collect(),
            plan: Plan::of(settings, inputs.error.rule),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            variants: found.grids.first().map_or(0, |it| it.1.count()),
            equal: found.equal.iter().map(|it| it.1.code().to_owned()).collect(),
            gaps: found.gaps.clone(),
            bridged_until: inputs.bridged_until.clone(),
            earlier: change::earlier((panel, features), settings, &areas),
            areas,
        }
    }

    /// The unit of a code.
    #[must_use]
    pub fn area(&self, code: &str) -> Option<&Judged> {
        let at = self.areas.binary_search_by(|it| it.code.as_str().cmp(code)).ok()?;
        self.areas.get(at)
    }

    /// By what a dimension was measured.
    #[must_use]
    pub fn used(&self, dimension: &str) -> Option<&Used> {
        self.dimensions.iter().find(|it| it.dimension == dimension)
    }

    /// The units that are compared, with their standing.
    pub fn compared(&self) -> impl Iterator<Item = (&Judged, &Stands)> {
        self.areas.iter().filter_map(|it| Some((it, it.standing.as_ref().ok()?)))
    }
}

impl Plan {
    pub(super) fn of(settings: &Settings, noise: &str) -> Self {
        Self {
            methods: settings.methods.iter().map(|it| Method::code(*it).to_owned()).collect(),
            min_population: settings.min_population,
            window_years: settings.window_years,
            threshold_sd: settings.threshold_sd,
            noise: noise.to_owned(),
            draws: settings.draws,
            seed: settings.seed,
        }
    }
}
