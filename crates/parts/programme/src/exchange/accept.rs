//! A package that came as a file and was checked: accepted, all of it or nothing.
//!
//! Its figures become a dataset of the receiving tenant, admitted as declared already protected, for
//! the circle of the programme. Nobody brings another state of it, and it is given to nobody else.

use std::collections::BTreeMap;

use ankunft_atlas::import::{Known, outlines};
use ankunft_disclosure::{Cell, Column, Nutzung};
use ankunft_formats::geometry::GeometryOptions;
use ankunft_platform::datasets::{self, AcceptError, NewColumn, NewVersion, Protection};
use ankunft_platform::indicators;
use ankunft_platform::register::areas;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use super::check::{Checked, deleted};
use super::model::{Grant, State};
use super::parties::Parties;
use super::store::{grants, received, transfers};
use super::taken;
use crate::package::content::AreaNote;
use crate::package::open::{Opened, Table};
use crate::template::Filled;

/// By what profile figures of packages were read: none that anybody can choose.
pub const PROFILE: &str = "austauschpaket";

/// What an acceptance led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A received package or workbook of this number.
    Package(i64),
    /// The same, and it took the place of an earlier one: something went.
    Replaced(i64),
    /// A note of something that is known now.
    Noted,
}

/// Accepts a checked file.
///
/// # Errors
///
/// - [`AcceptError`] if somebody else accepted it meanwhile, or the database refuses it.
pub async fn accept(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    (checked, bytes, file_name): (&Checked, &[u8], &str),
) -> Result<Taken, AcceptError> {
    match checked {
        Checked::Package(it) => package(change, app, tenant, (it, bytes, file_name)).await,
        Checked::Revocation(opened) => {
            if received::revoke(change, tenant, opened).await? {
                let line = line(opened, transfers::Kind::Revoked);
                transfers::note(change, tenant, app.today(), &line).await?;
            }
            let package = opened.manifest.package.as_str();
            taken::take(change, app, tenant, (&opened.issuer, package)).await?;
            Ok(Taken::Noted)
        }
        Checked::Deletion(opened) => {
            let parties = Parties::read(change, tenant).await?;
            if let Some(number) = deleted(change, tenant, &parties, opened).await?
                && confirmed(change, app, tenant, number).await?
            {
                let line = line(opened, transfers::Kind::Deleted);
                transfers::note(change, tenant, app.today(), &line).await?;
            }
            Ok(Taken::Noted)
        }
        Checked::Template(it) => workbook(change, app, tenant, (it, bytes, file_name)).await,
    }
}

/// Notes that the copies of a Weitergabe are deleted. One that goes on after a Sperrung of a part of it
/// may have gone out anew meanwhile, and the file does not say which it is about.
async fn confirmed(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    number: i64,
) -> Result<bool, StoreError> {
    let grant = grants::one(change, tenant, number).await?;
    let goes_on = |it: &Grant| it.holds_withdrawn() && it.state(app.today()) == State::Active;
    match grant.filter(goes_on) {
        Some(_) => {
            let since = Timestamp::now().as_microsecond();
            grants::confirm_older(change, tenant, (number, since), "file").await
        }
        None => grants::confirm(change, tenant, number, "file").await,
    }
}

/// Accepts a package; of what was here under its number the figures go.
async fn package(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    ((opened, table), bytes, file_name): (&(Opened, Table), &[u8], &str),
) -> Result<Taken, AcceptError> {
    let manifest = &opened.manifest;
    let before = received::of(change, tenant, (&opened.issuer, &manifest.package)).await?;
    if let Some(before) = &before {
        taken::take_for(change, app, tenant, (before, "paket-ersetzt-grund")).await?;
    }
    let from = Sender { code: slug(&opened.sender), name: opened.sender.clone() };
    let what = ((&from, table), (bytes, file_name));
    let dataset_version = figures(change, app, tenant, what).await?;
    let new = received::NewReceived {
        package: &manifest.package,
        issuer: &opened.sender,
        key: Some(&opened.issuer),
        title: &manifest.title,
        purpose: &manifest.purpose,
        until: &manifest.expires,
        made_at: manifest.made().map(Timestamp::as_microsecond),
        core: &table.core,
        hash: &opened.hash,
        bytes,
        dataset_version,
    };
    let number = received::add(change, tenant, &new).await?;
    let line = line(opened, transfers::Kind::Imported);
    transfers::note(change, tenant, app.today(), &line).await?;
    let Some(before) = before else { return Ok(Taken::Package(number)) };
    received::replace(change, tenant, (&before, number)).await?;
    Ok(Taken::Replaced(number))
}

/// Accepts the workbook of a city without Ankunft.
async fn workbook(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    (filled, bytes, file_name): (&Filled, &[u8], &str),
) -> Result<Taken, AcceptError> {
    let from =
        Sender { code: filled.ags.clone(), name: format!("{}, AGS {}", filled.city, filled.ags) };
    let what = ((&from, &filled.table), (bytes, file_name));
    let dataset_version = figures(change, app, tenant, what).await?;
    let (package, issuer) = (filled.package(), filled.issuer());
    let title = &filled.table.codebook.dataset.title;
    let new = received::NewReceived {
        package: &package,
        issuer: &issuer,
        key: None,
        title,
        purpose: &filled.purpose,
        until: &filled.until.to_string(),
        made_at: None,
        core: &filled.table.core,
        hash: &filled.hash,
        bytes,
        dataset_version,
    };
    let number = received::add(change, tenant, &new).await?;
    let line = transfers::NewTransfer {
        kind: transfers::Kind::Template,
        package: &package,
        title,
        counterpart: &issuer,
        purpose: &filled.purpose,
        hash: Some(&filled.hash),
    };
    transfers::note(change, tenant, app.today(), &line).await?;
    Ok(Taken::Package(number))
}

/// What the register says of a signed file.
fn line(opened: &Opened, kind: transfers::Kind) -> transfers::NewTransfer<'_> {
    transfers::NewTransfer {
        kind,
        package: &opened.manifest.package,
        title: &opened.manifest.title,
        counterpart: &opened.sender,
        purpose: &opened.manifest.purpose,
        hash: Some(&opened.hash),
    }
}

/// Whose figures they are.
struct Sender {
    /// What stands for them in codes.
    code: String,
    /// What stands for them behind titles.
    name: String,
}

/// The figures as a dataset version; gives its number.
async fn figures(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    ((sender, table), (bytes, file_name)): ((&Sender, &Table), (&[u8], &str)),
) -> Result<i64, AcceptError> {
    let area_version = area_version(change, tenant, sender, table).await?;
    let units = areas::areas(change, tenant, area_version).await?;
    let order: BTreeMap<&str, usize> =
        table.areas.iter().enumerate().map(|(at, it)| (it.code.as_str(), at)).collect();
    let order: Vec<Option<usize>> =
        units.iter().map(|it| order.get(it.code.as_str()).copied()).collect();
    let mut versions = BTreeMap::new();
    for it in &table.codebook.indicators {
        let name = Some(it.name_de.as_str());
        let version = indicators::ensure(change, tenant, &it.definition, name).await?;
        versions.insert(it.definition.code.as_str(), version);
    }
    let columns = table.series.iter().filter_map(|it| {
        let cells = order.iter().map(|at| at.map_or(Cell::MISSING, |at| it.column.cells[at]));
        Some(NewColumn {
            indicator_version: *versions.get(it.indicator.as_str())?,
            period: it.period.clone(),
            column: Column { cells: cells.collect(), total: it.column.total },
        })
    });
    let dataset = &table.codebook.dataset;
    let declaration = table.codebook.declaration();
    let declaration = declaration.ok_or(AcceptError::Shape { cells: 0, areas: 0 })?;
    let new = NewVersion {
        dataset: (
            &format!("{}-{}", sender.code, dataset.code),
            &format!("{} ({})", dataset.title, sender.name),
        ),
        area_version,
        file_name,
        file_hash: &Sha256::digest(bytes),
        profile: PROFILE,
        publisher: &dataset.publisher,
        licence: &dataset.licence,
        population_concept: &dataset.population_concept,
        protection: &Protection::Already(declaration),
        nutzung: Nutzung::Programme,
        round: None,
    };
    let accepted =
        datasets::accept(change, tenant, &app.keys.release, new, columns.collect()).await?;
    Ok(accepted.version)
}

/// A name as it stands in codes.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            it if it.is_ascii_alphanumeric() => slug.push(it),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The area units of a sender: those that are known from an earlier package, or new ones. They never
/// hang below units of this city.
async fn area_version(
    change: &mut Change,
    tenant: Tenant,
    sender: &Sender,
    table: &Table,
) -> Result<i64, StoreError> {
    let note = &table.codebook.geography;
    let code = format!("{}-{}", sender.code, note.code);
    if let Some(known) = known(change, tenant, (&code, &note.label), &table.areas).await? {
        return Ok(known);
    }
    let answers = outlines::Answers {
        geography: Some(code),
        geography_name: Some(format!("{} ({})", note.name, sender.name)),
        label: Some(note.label.clone()),
        valid_from: Some(note.valid_from.clone()),
        valid_to: note.valid_to.clone(),
        reading: GeometryOptions {
            code_field: Some("code".to_owned()),
            name_field: Some("name".to_owned()),
            ..GeometryOptions::default()
        },
        source: table.codebook.dataset.publisher.clone(),
        licence: table.codebook.dataset.licence.clone(),
        ..outlines::Answers::default()
    };
    let list = list(&table.areas);
    let (bytes, name) = match &table.outlines {
        Some(it) => (it.as_slice(), "areas.geojson"),
        None => (list.as_bytes(), "areas.csv"),
    };
    let checked = outlines::check(bytes, name, &answers, &Known::default());
    if !checked.is_acceptable() {
        let text = format!("{:?}", checked.findings);
        return Err(StoreError::Unreadable { what: "area units", text });
    }
    outlines::accept(change, tenant, bytes, &checked, &answers).await
}

fn list(units: &[AreaNote]) -> String {
    let rows = units.iter().map(|it| [it.code.clone(), it.name.clone()]);
    let header = ["code", "name"].map(str::to_owned);
    ankunft_platform::web::file::csv(std::iter::once(header).chain(rows))
}

async fn known(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (code, label): (&str, &str),
    units: &[AreaNote],
) -> Result<Option<i64>, StoreError> {
    let Some(geography) = areas::geography(connection, tenant, code).await? else {
        return Ok(None);
    };
    let versions = areas::versions(connection, tenant).await?;
    let same = |it: &&areas::AreaVersion| it.geography == geography.id && it.label == label;
    for version in versions.iter().filter(same) {
        let its = areas::areas(connection, tenant, version.id).await?;
        let fits = its.len() == units.len()
            && units.iter().all(|unit| its.iter().any(|it| it.code == unit.code));
        if fits {
            return Ok(Some(version.id));
        }
    }
    Ok(None)
}
