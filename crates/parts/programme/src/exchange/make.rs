//! From a Weitergabe to its package. Nothing is kept: it is made of the released figures each time,
//! and is the same each time.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_atlas::geojson::{Feature, FeatureCollection, Geometry};
use ankunft_disclosure::Policy;
use ankunft_formats::geometry::outline_from_bytes;
use ankunft_platform::datasets::{self, DatasetVersion};
use ankunft_platform::indicators::{self, IndicatorVersion};
use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::register::areas;
use ankunft_platform::releases::{self, OpenedColumn};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::TenantInfo;
use ankunft_platform::web::App;
use jiff::Timestamp;
use serde_json::json;
use sqlx::AnyConnection;

use super::model::{Grant, Step};
use super::parties::{package_of, party};
use crate::core::store::{self as core, Mapping};
use crate::package::READER;
use crate::package::content::{
    AreaNote, BreakNote, Codebook, Consent, Consented, Content, CoreNote, CoreSaid, DatasetNote,
    GeographyNote, IndicatorNote, Outgoing, Rule, rule_of,
};
use crate::package::manifest::{Kind, Manifest, Party, Signed, seal};

/// So many decimals of a degree are a tenth of a metre.
const DECIMALS: i32 = 6;

fn moment(at: i64) -> String {
    Timestamp::from_microsecond(at).unwrap_or_default().to_string()
}

fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable { what: "a package", text: error.to_string() }
}

/// The columns that a Weitergabe covers, each indicator and period once; the newest release of it.
async fn columns(
    connection: &mut AnyConnection,
    app: &App,
    issuer: &TenantInfo,
    grant: &Grant,
) -> Result<Vec<OpenedColumn>, StoreError> {
    let (key, version) = (&app.keys.release, grant.dataset_version);
    let all = releases::of_version(connection, issuer.tenant, key, version, READER).await?;
    let covered = all.into_iter().filter(|it| grant.releases.contains(&it.head.release));
    let each: BTreeMap<(String, String), OpenedColumn> =
        covered.map(|it| ((it.indicator.clone(), it.head.period.clone()), it)).collect();
    Ok(each.into_values().collect())
}

/// Which figures of a table somebody outside may see, and under which releases; none if nothing is
/// released for the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharable {
    /// The releases, in rising order.
    pub releases: Vec<i64>,
    /// The codes of the indicators.
    pub indicators: Vec<String>,
    /// First and last period.
    pub periods: (String, String),
    /// Whether all of them are public.
    pub is_public: bool,
}

/// What of a dataset version can be given.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or a seal does not fit.
pub async fn sharable(
    connection: &mut AnyConnection,
    app: &App,
    (issuer, dataset_version): (&TenantInfo, i64),
) -> Result<Option<Sharable>, StoreError> {
    let key = &app.keys.release;
    let all = releases::of_version(connection, issuer.tenant, key, dataset_version, READER).await?;
    Ok(told(&all))
}

/// What a Weitergabe covers of it; none if its figures are gone.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or a seal does not fit.
pub async fn granted(
    connection: &mut AnyConnection,
    app: &App,
    (issuer, grant): (&TenantInfo, &Grant),
) -> Result<Option<Sharable>, StoreError> {
    Ok(told(&columns(connection, app, issuer, grant).await?))
}

fn told(all: &[OpenedColumn]) -> Option<Sharable> {
    let each = |of: fn(&OpenedColumn) -> &str| -> Vec<String> {
        let all: BTreeSet<&str> = all.iter().map(of).collect();
        all.into_iter().map(str::to_owned).collect()
    };
    let periods = each(|it| &it.head.period);
    let ends = periods.first().cloned().zip(periods.last().cloned());
    let releases: BTreeSet<i64> = all.iter().map(|it| it.head.release).collect();
    ends.map(|periods| Sharable {
        releases: releases.into_iter().collect(),
        indicators: each(|it| &it.indicator),
        periods,
        is_public: all.iter().all(|it| it.head.nutzung == ankunft_disclosure::Nutzung::Public),
    })
}

/// The package of a Weitergabe; none if its figures are gone.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or a seal does not fit.
pub async fn package(
    connection: &mut AnyConnection,
    app: &App,
    (issuer, recipient): (&TenantInfo, &Party),
    grant: &Grant,
) -> Result<Option<Signed>, StoreError> {
    let Some(content) = content(connection, app, (issuer, recipient), grant).await? else {
        return Ok(None);
    };
    let manifest = manifest(app, Kind::Package, (issuer, recipient), grant);
    let key = app.keys.signing(issuer.tenant);
    let files = content.files().map_err(unreadable)?;
    seal(manifest, files, |it| key.sign(it)).map(Some).map_err(unreadable)
}

/// That a package may be used no more, for who is in another installation.
///
/// # Errors
///
/// - [`StoreError`] never in practice.
pub fn revocation(
    app: &App,
    (issuer, recipient): (&TenantInfo, &Party),
    grant: &Grant,
) -> Result<Signed, StoreError> {
    let manifest = manifest(app, Kind::Revocation, (issuer, recipient), grant);
    let key = app.keys.signing(issuer.tenant);
    seal(manifest, Vec::new(), |it| key.sign(it)).map_err(unreadable)
}

fn manifest(
    app: &App,
    kind: Kind,
    (issuer, recipient): (&TenantInfo, &Party),
    grant: &Grant,
) -> Manifest {
    let at = match kind {
        // What lost figures to a Sperrung is another package than the one that was consented to.
        Kind::Package => grant.lost_at.max(Some(grant.consented_at())).unwrap_or(grant.at),
        _ => grant.step(Step::Revoke).map_or(grant.at, |it| it.at),
    };
    Manifest {
        schema: String::new(),
        kind,
        package: package_of(issuer, grant),
        issuer: party(app, issuer),
        recipient: recipient.clone(),
        title: grant.dataset.1.clone(),
        purpose: grant.purpose.clone(),
        created: moment(at),
        expires: grant.until.to_string(),
        files: Vec::new(),
    }
}

async fn content(
    connection: &mut AnyConnection,
    app: &App,
    (issuer, recipient): (&TenantInfo, &Party),
    grant: &Grant,
) -> Result<Option<Content>, StoreError> {
    let tenant = issuer.tenant;
    let version = datasets::version(connection, tenant, grant.dataset_version).await?;
    let Some(version) = version.filter(|it| it.withdrawn_at.is_none()) else { return Ok(None) };
    let columns = columns(connection, app, issuer, grant).await?;
    if columns.is_empty() {
        return Ok(None);
    }
    let (geography, units) = geography(connection, issuer, &version).await?;
    let outlines = match grant.with_outlines {
        true => Some(outlines(connection, issuer, (&version, &units)).await?),
        false => None,
    };
    let consent = consent(connection, issuer, recipient, grant).await?;
    let mappings = core::mappings_of(connection, tenant).await?;
    let known = indicators::all(connection, tenant).await?;
    let breaks = indicators::breaks(connection, tenant).await?;
    let codes: BTreeSet<&str> = columns.iter().map(|it| it.indicator.as_str()).collect();
    let concerns =
        |it: &indicators::Break| it.indicator.as_ref().is_none_or(|it| codes.contains(it.as_str()));
    let core = said(&codes, &mappings);
    let codebook = Codebook {
        dataset: dataset(&version),
        geography,
        protection: protection(&columns, issuer),
        indicators: notes(app, &columns, &known, &mappings),
        breaks: breaks.into_iter().filter(concerns).map(break_note).collect(),
    };
    let columns = columns.into_iter().map(|it| Outgoing {
        indicator: it.indicator,
        period: it.head.period,
        column: it.column,
    });
    let columns = columns.collect();
    Ok(Some(Content { codebook, consent, areas: units, columns, core, outlines }))
}

/// What the city says of Kernindikatoren whose measure is among these, or follows from them.
fn said(codes: &BTreeSet<&str>, mappings: &[Mapping]) -> Vec<CoreSaid> {
    let follows = |measure: &str| {
        let formula = ankunft_formats::indicator(measure).and_then(|it| it.formula.as_ref());
        formula.is_some_and(|it| {
            let mut parts = it.of.iter().chain(&it.minus).chain(&it.per);
            !it.change && parts.all(|it| codes.contains(it.as_str()))
        })
    };
    let said = |it: &Mapping| {
        let measure = it.said.measure.clone()?;
        (codes.contains(measure.as_str()) || follows(&measure)).then(|| CoreSaid {
            code: it.code.clone(),
            version: it.said.core_version,
            measure,
            unit: it.said.unit.clone(),
            population_concept: it.said.population_concept.clone(),
            reference_day: it.said.reference_day.clone(),
            deviation: it.said.deviation.clone(),
        })
    };
    mappings.iter().filter_map(said).collect()
}

fn dataset(version: &DatasetVersion) -> DatasetNote {
    DatasetNote {
        code: version.dataset.clone(),
        title: version.title.clone(),
        number: version.number,
        publisher: version.publisher.clone(),
        licence: version.licence.clone(),
        population_concept: version.population_concept.clone(),
    }
}

fn break_note(it: indicators::Break) -> BreakNote {
    let indicators::Break { indicator, at_period, note_de, note_en } = it;
    BreakNote { indicator, at_period, note_de, note_en }
}

/// Each rule once.
fn protection(columns: &[OpenedColumn], issuer: &TenantInfo) -> Vec<Rule> {
    let office = format!("{}, Statistikstelle", issuer.name);
    let rule = |it: &OpenedColumn| {
        let released = moment(it.released_at);
        let day = released.get(..10).unwrap_or_default().to_owned();
        let of = |policy: &Policy| rule_of(policy, (&office, &day));
        it.column.policies().iter().map(of).collect::<Vec<_>>()
    };
    let all: BTreeSet<Rule> = columns.iter().flat_map(rule).collect();
    all.into_iter().collect()
}

fn notes(
    app: &App,
    columns: &[OpenedColumn],
    known: &[IndicatorVersion],
    mappings: &[Mapping],
) -> Vec<IndicatorNote> {
    let [de, en] = [Language::German, Language::English].map(|it| app.languages.texts(it));
    let used: BTreeMap<&str, i64> =
        columns.iter().map(|it| (it.indicator.as_str(), it.head.indicator_version)).collect();
    let note = |(code, version): (&str, i64)| {
        let it = known.iter().find(|it| it.id == version)?;
        let core = mappings.iter().find(|it| it.said.measure.as_deref() == Some(code));
        Some(IndicatorNote {
            definition: it.definition.clone(),
            name_de: indicator_name(&de, code, it.name.as_deref()),
            name_en: indicator_name(&en, code, it.name.as_deref()),
            core: core.map(|it| CoreNote {
                code: it.code.clone(),
                version: it.said.core_version,
                deviation: it.said.deviation.clone(),
            }),
        })
    };
    used.into_iter().filter_map(note).collect()
}

/// What an indicator is called: by the program, by the city, or by its code.
#[must_use]
pub fn indicator_name(t: &Texts, code: &str, own: Option<&str>) -> String {
    let id = format!("indicator-{code}");
    if t.has(&id) { t.get(&id) } else { own.unwrap_or(code).to_owned() }
}

async fn geography(
    connection: &mut AnyConnection,
    issuer: &TenantInfo,
    version: &DatasetVersion,
) -> Result<(GeographyNote, Vec<AreaNote>), StoreError> {
    let tenant = issuer.tenant;
    let versions = areas::versions(connection, tenant).await?;
    let geographies = areas::geographies(connection, tenant).await?;
    let found = versions.into_iter().find(|it| it.id == version.area_version);
    let found = found.and_then(|it| {
        let geography = geographies.into_iter().find(|known| known.id == it.geography)?;
        Some((geography, it))
    });
    let (geography, its) = found.ok_or_else(|| unreadable("no area units"))?;
    let units = areas::areas(connection, tenant, its.id).await?;
    let note = GeographyNote {
        code: geography.code,
        name: geography.name,
        label: its.label,
        valid_from: its.valid_from,
        valid_to: its.valid_to,
    };
    let unit = |it: areas::Area| AreaNote { code: it.code, name: it.name, parent: it.parent };
    Ok((note, units.into_iter().map(unit).collect()))
}

/// The outlines in degrees, as GeoJSON (RFC 7946).
async fn outlines(
    connection: &mut AnyConnection,
    issuer: &TenantInfo,
    (version, units): (&DatasetVersion, &[AreaNote]),
) -> Result<Vec<u8>, StoreError> {
    let stored = areas::outlines(connection, issuer.tenant, version.area_version).await?;
    let feature = |(at, (unit, bytes)): (u32, (&AreaNote, &Vec<u8>))| {
        let outline = outline_from_bytes(bytes);
        let geometry = outline.and_then(|it| Geometry::of(&it, DECIMALS, false));
        Feature::new(at, json!({ "code": unit.code, "name": unit.name }), geometry)
    };
    let features = (1..).zip(units.iter().zip(&stored)).map(feature).collect();
    serde_json::to_vec(&FeatureCollection::of(features)).map_err(unreadable)
}

async fn consent(
    connection: &mut AnyConnection,
    issuer: &TenantInfo,
    recipient: &Party,
    grant: &Grant,
) -> Result<Consent, StoreError> {
    let names = Names::read(connection, issuer.tenant).await?;
    let consents = grant.steps.iter().filter_map(|it| {
        let by = match it.step {
            Step::Coordination => "coordination",
            Step::Office => "statistics-office",
            Step::Refuse | Step::Revoke => return None,
        };
        let who = names.post(it.post).or_else(|| names.account_name(it.account));
        let who = who.unwrap_or_default();
        Some(Consented { by: by.to_owned(), who, at: moment(it.at) })
    });
    Ok(Consent {
        purpose: grant.purpose.clone(),
        recipient: recipient.name.clone(),
        until: grant.until.to_string(),
        consents: consents.collect(),
    })
}
