//! What an assessment says of one quarter, in the words of its page, of papers and of candidates.

use std::sync::Arc;

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::doors::is_published;
use super::open::Detail;
use super::{Assessment, Judged, Known, Ready, Stands, Used, rate_link, read, words};
use crate::composed::Place;
use crate::pages::overview::encode;
use crate::view::overview::{Asker, Origin};

/// What is said of one area unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// `deutlich`; or why the unit is not compared.
    pub class: String,
    /// The same as a sentence.
    pub sentence: String,
    /// What is said beside the class, as far as it may be: since when, how sure, how often with
    /// other choices, and inside which rank.
    pub beside: Vec<Pair>,
    /// What was measured; inside also how far it stands from the mean of the city.
    pub rates: Vec<Pair>,
    /// Of which kind the quarter may be, and why; inside alone: a kind is a suggestion that begins a
    /// talk, and no finding to be published.
    pub kind: Vec<Pair>,
}

impl Told {
    /// What is said of a unit, in as much detail.
    #[must_use]
    pub(crate) fn of(t: &Texts, assessment: &Assessment, judged: &Judged, detail: Detail) -> Self {
        let stands = match &judged.standing {
            Ok(stands) => stands,
            Err(reason) => {
                let why = words::excluded(t, &assessment.plan, reason);
                let (beside, rates, kind) = (Vec::new(), Vec::new(), Vec::new());
                return Self { class: why.clone(), sentence: why, beside, rates, kind };
            }
        };
        let args = [
            ("anzahl", Arg::from(stands.called_by())),
            ("alle", Arg::from(stands.calls.len())),
            ("zeit", Arg::from(words::period(t, assessment))),
        ];
        let is_inside = detail == Detail::List;
        let kind = judged.kind.as_ref().filter(|_| is_inside);
        Self {
            class: words::class_short(t, stands.class()),
            sentence: t.with(&format!("ankunft-satz-{}", stands.class().code()), &args),
            beside: beside(t, assessment, stands, detail),
            rates: rates(t, assessment, stands, is_inside),
            kind: kind.and_then(|it| words::kind(t, it)).unwrap_or_default(),
        }
    }
}

impl Told {
    /// The same with the way to where each of it comes from, for the page of the unit.
    pub(super) fn linked(
        mut self,
        base: &str,
        assessment: &Assessment,
        (area, detail): (&str, Detail),
    ) -> Self {
        // Step by step on this very unit, for who may choose one; for everybody else how it is done.
        let ebene = encode(&assessment.geography);
        let is_inside = detail == Detail::List;
        let gebiet = if is_inside { format!("&gebiet={}", encode(area)) } else { String::new() };
        for it in &mut self.beside {
            it.href = Some(format!("{base}/atlas/methoden/ankunft?ebene={ebene}{gebiet}"));
        }
        for (it, used) in self.rates.iter_mut().zip(&assessment.dimensions) {
            it.href = Some(rate_link(base, assessment, &used.dimension, area));
        }
        self
    }
}

fn beside(t: &Texts, assessment: &Assessment, stands: &Stands, detail: Detail) -> Vec<Pair> {
    if detail == Detail::Classes {
        return Vec::new();
    }
    let pair = |id: &str, text: String| Pair::new(t.get(id), text);
    let mut pairs = vec![
        pair("ankunft-spalte-phase", words::phase(t, assessment, stands)),
        pair("ankunft-spalte-sicherheit", words::sure(t, stands.probability)),
        pair("ankunft-spalte-varianten", words::of_hundred(t, stands.variants)),
    ];
    if detail == Detail::List {
        pairs.push(pair("ankunft-spalte-rang", words::rank(t, "ankunft-rang", stands.rank)));
    }
    pairs
}

/// The rates by which the unit is compared; how it stands among the others for who may see ranks.
fn rates(t: &Texts, assessment: &Assessment, stands: &Stands, is_inside: bool) -> Vec<Pair> {
    let pair = |used: &Used| {
        let (_, rate, z) = stands.dimensions.iter().find(|it| it.0 == used.dimension)?;
        let rate = words::rate_with_unit(t, used, *rate);
        let text = match is_inside {
            true => {
                let args = [("rate", Arg::from(rate)), ("z", Arg::from(t.signed(*z, 2)))];
                t.with("ankunft-rate-z", &args)
            }
            false => rate,
        };
        Some(Pair::new(words::dimension(t, &used.dimension), text))
    };
    assessment.dimensions.iter().filter_map(pair).collect()
}

/// What is said of a place as terms and what they are: of an area unit alone, or in one line for each
/// part of a joined quarter.
#[must_use]
pub fn pairs(t: &Texts, parts: Vec<(String, Told)>) -> Vec<Pair> {
    let is_one = parts.len() == 1;
    let of_part = |(name, told): (String, Told)| {
        if is_one {
            let class = Pair::new(t.get("ankunft-spalte-klasse"), told.class);
            return [vec![class], told.beside, told.kind].concat();
        }
        let beside = told.beside.iter().map(|it| format!("{}: {}", it.term, it.text));
        let said: Vec<String> = std::iter::once(told.class).chain(beside).collect();
        vec![Pair::new(name, said.join("; "))]
    };
    parts.into_iter().flat_map(of_part).collect()
}

/// What is known of the arrival quarters around a place, and how much of it this reader is told.
#[derive(Clone, Debug)]
pub struct About {
    known: Known,
    published: bool,
    may: bool,
}

/// Looks up what is known of a geography, for who may see ranks and probabilities or may not.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or what is kept was altered.
pub async fn about(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    (geography, may): (&str, bool),
) -> Result<About, StoreError> {
    let known = read(connection, asker, geography).await?;
    let published = is_published(connection, asker.tenant).await?;
    Ok(About { known, published, may })
}

/// How much somebody is told who may see ranks and probabilities or may not.
const fn told_to(may: bool, published: bool) -> Detail {
    match (may, published) {
        (true, _) => Detail::List,
        (false, true) => Detail::Published,
        (false, false) => Detail::Classes,
    }
}

/// The same by what the coordination has published.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it.
pub(crate) async fn detail(
    connection: &mut AnyConnection,
    tenant: Tenant,
    may: bool,
) -> Result<Detail, StoreError> {
    Ok(told_to(may, is_published(connection, tenant).await?))
}

impl About {
    /// The assessment, if it was computed.
    #[must_use]
    pub fn ready(&self) -> Option<&Arc<Ready>> {
        match &self.known {
            Known::Ready(ready) => Some(ready),
            Known::Nothing | Known::Waiting => None,
        }
    }

    /// Where the figures come from.
    #[must_use]
    pub fn sources(&self) -> &[Origin] {
        self.ready().map_or(&[], |it| it.sources.as_slice())
    }

    /// Whether more than classes is published.
    #[must_use]
    pub const fn is_published(&self) -> bool {
        self.published
    }

    /// How much is told.
    #[must_use]
    pub(crate) const fn detail(&self) -> Detail {
        told_to(self.may, self.published)
    }

    /// Whether what is told is not for everybody.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        let ready = self.ready();
        let is_narrow = |it: &Arc<Ready>| it.assessment.nutzung() != Nutzung::Public;
        ready.is_some() && self.may || ready.is_some_and(is_narrow)
    }

    /// What is said of a place: of an area unit alone, or of each part of a joined quarter, by name.
    #[must_use]
    pub fn told(&self, t: &Texts, reader: Audience, place: &Place) -> Vec<(String, Told)> {
        let Some(ready) = self.ready() else { return Vec::new() };
        let Some(assessment) = ready.assessment.show(reader) else { return Vec::new() };
        let at = place.positions(&ready.ground, assessment.area_version).unwrap_or_default();
        let units = at.iter().filter_map(|at| ready.ground.areas.get(*at));
        let told = |judged| Told::of(t, assessment, judged, self.detail());
        units.filter_map(|it| Some((it.name.clone(), told(assessment.area(&it.code)?)))).collect()
    }
}
