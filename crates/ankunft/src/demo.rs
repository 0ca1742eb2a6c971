//! `ankunft demo`: Musterstadt and its eleven invented neighbours, brought in by the code that
//! brings in real cities.

mod bodies;
mod commitments;
mod effects;
mod enquiries;
mod funding;
mod funds;
mod goal_values;
mod goals;
mod institution;
mod loose;
mod measures;
mod papers;
mod programme;
mod selection;
mod spending;

use std::path::PathBuf;

use ankunft_atlas::import::{Known, hash, lines, outlines, tables};
use ankunft_disclosure::{Audience, Base, Declaration, Nutzung};
use ankunft_formats::Profile;
use ankunft_formats::geometry::GeometryOptions;
use ankunft_musterstadt::{City, FileKind, GeneratedFile, Level, Programme};
use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::config::Config;
use ankunft_platform::datasets::Protection;
use ankunft_platform::indicators::{self, Break};
use ankunft_platform::password;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts::{self, Tenure};
use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};
use ankunft_platform::web::App;

use crate::cli::DemoArgs;
use crate::console::{Problem, print};
use crate::installation::Installation;
use crate::serve;

/// The seed of the invented cities.
pub const SEED: u64 = 2026;

/// The password of all invented people.
pub const PASSWORD: &str = "ankommen-2026";

/// The city that governs.
const CITY: &str = "musterstadt";

/// Who writes, in the change log.
const AUTHOR: &str = "ankunft demo";

/// Creates what is not there yet, and serves it.
pub(crate) async fn run(arguments: DemoArgs) -> Result<(), Problem> {
    let folder = match arguments.data {
        Some(folder) => folder,
        None => fresh_folder()?,
    };
    let mut config = Config::local(&folder, arguments.port);
    config.listen.set_ip(arguments.host);
    create(&config).await?;
    assess(&config).await?;
    govern(&config).await?;
    programme::share(&config).await?;
    selection::show(&config).await?;
    print(&format!("Daten · data: {}", folder.display()));
    print(&format!("Adresse · address: {}", config.base_address));
    print(&format!("Kennwort aller Zugänge · password of all log-ins: {PASSWORD}"));
    for (email, role) in log_ins() {
        print(&format!("  {email} ({role})"));
    }
    print(&format!("  {} (/programm)", programme::OFFICE.0));
    if arguments.no_serve {
        return Ok(());
    }
    serve::log();
    serve::serve(config).await
}

/// What the invented city has agreed, decided and done, unless it is there.
async fn govern(config: &Config) -> Result<(), Problem> {
    let app = App::open(config.clone(), crate::parts()).await.map_err(Problem::internal)?;
    let city = tenant::by_slug(&mut *app.store.read().await?, CITY).await?;
    if let Some(city) = city.map(|it| it.tenant) {
        measures::plan(&app, city).await?;
        effects::plan(&app, city).await?;
        funding::plan(&app, city).await?;
        spending::book(&app, city).await?;
        goals::write(&app, city).await?;
        commitments::write(&app, city).await?;
        bodies::meet(&app, city).await?;
        institution::seat(&app, city).await?;
        funds::found(&app, city).await?;
        enquiries::ask(&app, city).await?;
        papers::draft(&app, city).await?;
        loose::close(&app, city).await?;
    }
    app.store.close().await;
    Ok(())
}

/// Lets a numbered thing cite another as it stands now.
async fn link(
    app: &App,
    city: Tenant,
    (citing_kind, citing): (&str, i64),
    (kind, id): (&str, i64),
) -> Result<(), Problem> {
    let citable = app.parts.citable(kind).ok_or_else(|| Problem::internal(kind.to_owned()))?;
    let id = id.to_string();
    let seen = citable.look_up(app, city, &[&id], Audience::Administration).await?;
    let seen = seen.into_iter().next().flatten();
    let seen = seen.ok_or_else(|| Problem::internal(format!("no {kind} {id}")))?;
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let new = NewCitation {
        cited: (kind, &id),
        snapshot: &seen.snapshot(),
        nutzung: seen.nutzung,
        releases: &seen.releases,
    };
    let citation = citations::cite(&mut change, city, new).await?.id;
    citations::place(&mut change, city, citation, (citing_kind, &citing.to_string())).await?;
    change.commit().await?;
    Ok(())
}

/// A folder that is not there yet.
fn fresh_folder() -> Result<PathBuf, Problem> {
    let name = format!("ankunft-demo-{}", ankunft_platform::ids::next());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir(&folder)
        .map_err(|cause| Problem::internal(format!("{}: {cause}", folder.display())))?;
    Ok(folder)
}

/// One log-in for each role in Musterstadt: its address and the role.
#[must_use]
pub fn log_ins() -> Vec<(String, &'static str)> {
    let people = ankunft_musterstadt::musterstadt(SEED).register.people;
    let one = |role: Role| {
        let person = people.iter().find(|it| role_of(it.role) == role)?;
        Some((person.email.clone(), role.code()))
    };
    Role::ALL.into_iter().filter_map(one).collect()
}

/// Creates the twelve cities in a data folder, unless they are there.
///
/// # Errors
///
/// - [`Problem`] if the folder cannot be written.
pub async fn create(config: &Config) -> Result<(), Problem> {
    let installation = Installation::open(config.clone()).await?;
    let known = tenant::all(&mut *installation.store.read().await?).await?;
    if known.is_empty() {
        let programme = ankunft_musterstadt::programme(SEED);
        let hash = password::hash(PASSWORD).map_err(Problem::internal)?;
        let mut change = installation.store.change(Author::program(AUTHOR)).await?;
        found_programme(&mut change, &programme).await?;
        for city in &programme.cities {
            let tenant = found(&mut change, city, &hash).await?;
            bring(&mut change, &installation, tenant, city).await?;
        }
        change.commit().await?;
    }
    installation.store.close().await;
    Ok(())
}

async fn found_programme(change: &mut Change, programme: &Programme) -> Result<(), Problem> {
    let new = NewTenant {
        kind: TenantKind::Programme,
        slug: &programme.slug,
        name: &programme.name,
        ags: None,
        language: "de",
    };
    tenant::found(change, new).await?;
    Ok(())
}

/// Founds a city with its Stellen, people and log-ins.
async fn found(change: &mut Change, city: &City, hash: &str) -> Result<Tenant, Problem> {
    let new = NewTenant {
        kind: TenantKind::Kommune,
        slug: &city.slug,
        name: &city.name,
        ags: Some(&city.ags),
        language: "de",
    };
    let tenant = tenant::found(change, new).await?;
    let mut people = Vec::new();
    for person in &city.register.people {
        let id = posts::add_person(change, tenant, &person.name, Some(&person.email)).await?;
        people.push((person.email.as_str(), id));
        let new = NewAccount {
            email: &person.email,
            name: &person.name,
            password_hash: Some(hash),
            language: "de",
        };
        let account = accounts::create(change, new).await?;
        let role = role_of(person.role);
        let membership = Membership { tenant, account, role, person: Some(id) };
        accounts::grant(change, &membership).await?;
    }
    found_posts(change, tenant, city, &people).await?;
    note_breaks(change, tenant, city).await?;
    Ok(tenant)
}

/// Computes what the worker would compute, so that the first page shows it.
async fn assess(config: &Config) -> Result<(), Problem> {
    let Installation { store, keys } = Installation::open(config.clone()).await?;
    let memory = ankunft_atlas::store::Memory::default();
    let cities = tenant::all(&mut *store.read().await?).await?;
    for city in cities {
        ankunft_atlas::assess::bring_up_to_date(&store, &keys, &memory, city.tenant).await?;
    }
    store.close().await;
    Ok(())
}

async fn note_breaks(change: &mut Change, tenant: Tenant, city: &City) -> Result<(), Problem> {
    for it in &city.breaks {
        // A break that names no indicator concerns all.
        let all = it.indicators.is_empty().then_some(None);
        let named = it.indicators.iter().map(|code| Some((*code).to_owned()));
        for indicator in named.chain(all) {
            let noted = Break {
                indicator,
                at_period: format!("{}h{}", it.period.year, it.period.half),
                note_de: it.note_de.to_owned(),
                note_en: it.note_en.to_owned(),
            };
            indicators::note_break(change, tenant, &noted).await?;
        }
    }
    Ok(())
}

async fn found_posts(
    change: &mut Change,
    tenant: Tenant,
    city: &City,
    people: &[(&str, i64)],
) -> Result<(), Problem> {
    let person = |email: &str| people.iter().find(|it| it.0 == email).map(|it| it.1);
    for dezernat in &city.register.dezernate {
        let upper = posts::add_unit(change, tenant, ("Dezernat", &dezernat.name), None).await?;
        for amt in &dezernat.aemter {
            let unit = posts::add_unit(change, tenant, ("Amt", &amt.name), Some(upper)).await?;
            for stelle in &amt.stellen {
                let post = posts::add_post(change, tenant, &stelle.title, Some(unit)).await?;
                let holders = stelle
                    .holdings
                    .iter()
                    .map(|it| (it.person.as_str(), "holder", it.from.clone(), it.until.clone()));
                let since = stelle.holdings.last().map_or("2020-01-01", |it| it.from.as_str());
                let deputy = stelle.deputy.as_deref();
                let deputies = deputy.map(|it| (it, "substitute", since.to_owned(), None));
                for (email, kind, from_date, to_date) in holders.chain(deputies) {
                    let Some(person) = person(email) else { continue };
                    let kind = kind.to_owned();
                    let tenure = Tenure { id: 0, post, person, kind, from_date, to_date };
                    posts::add_tenure(change, tenant, &tenure).await?;
                }
            }
        }
    }
    Ok(())
}

/// Brings in the files of a city in their order.
async fn bring(
    change: &mut Change,
    installation: &Installation,
    tenant: Tenant,
    city: &City,
) -> Result<(), Problem> {
    let mut profiles: Vec<Profile> = Vec::new();
    for file in city.files() {
        let mut known = Known::read(change, tenant).await?;
        known.profiles.clone_from(&profiles);
        match &file.kind {
            FileKind::Profile { .. } => {
                let text = String::from_utf8_lossy(&file.bytes);
                profiles.push(toml::from_str(&text).map_err(|error| broken(city, &file, error))?);
            }
            FileKind::Areas { .. } => bring_areas(change, tenant, city, &file, &known).await?,
            FileKind::Table { .. } => {
                bring_table(change, installation, tenant, (city, &file), &known).await?;
            }
            FileKind::BaseMap => bring_lines(change, tenant, city, &file).await?,
            FileKind::Crosswalk { .. } => {}
        }
    }
    Ok(())
}

/// The invented files are made to be accepted; if one is not, that is a fault of the program.
fn broken(city: &City, file: &GeneratedFile, why: impl std::fmt::Display) -> Problem {
    Problem::internal(format!("{}, {}: {why}", city.name, file.name))
}

async fn bring_areas(
    change: &mut Change,
    tenant: Tenant,
    city: &City,
    file: &GeneratedFile,
    known: &Known,
) -> Result<(), Problem> {
    let FileKind::Areas { level, valid_from, valid_to } = &file.kind else { return Ok(()) };
    let (code, name) = geography(*level);
    let year = |day: &str| day.get(..4).unwrap_or_default().to_owned();
    let answers = outlines::Answers {
        geography: Some(code.to_owned()),
        geography_name: Some(name.to_owned()),
        label: Some(valid_to.as_ref().map_or_else(
            || format!("seit {}", year(valid_from)),
            |last| format!("bis {}", year(last)),
        )),
        valid_from: Some(valid_from.clone()),
        valid_to: valid_to.clone(),
        reading: GeometryOptions {
            parent_field: (*level == Level::Zone).then(|| "parent".to_owned()),
            ..GeometryOptions::default()
        },
        source: format!("{}, Vermessungsamt (erfunden)", city.name),
        licence: "CC0".to_owned(),
        crosswalk: crosswalk(city, *level, valid_to.is_none()),
        ..outlines::Answers::default()
    };
    let checked = outlines::check(&file.bytes, &file.name, &answers, known);
    if !checked.is_acceptable() {
        return Err(broken(city, file, format!("{:?}", checked.findings)));
    }
    outlines::accept(change, tenant, &file.bytes, &checked, &answers).await?;
    Ok(())
}

/// What became of the people of the areas before, if there were any: the city has a list.
fn crosswalk(city: &City, level: Level, is_newest: bool) -> Option<(String, Vec<u8>)> {
    let fits =
        |it: &GeneratedFile| matches!(it.kind, FileKind::Crosswalk { level: of } if of == level);
    let file = is_newest.then(|| city.files().into_iter().find(fits))??;
    Some((file.name, file.bytes))
}

async fn bring_lines(
    change: &mut Change,
    tenant: Tenant,
    city: &City,
    file: &GeneratedFile,
) -> Result<(), Problem> {
    let checked = lines::check(&file.bytes, &file.name);
    if !checked.is_acceptable() {
        return Err(broken(city, file, format!("{:?}", checked.findings)));
    }
    Ok(lines::accept(change, tenant, &file.bytes, &checked).await?)
}

const fn geography(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Quarter => ("quartier", "Quartiere"),
        Level::Zone => ("teilgebiet", "Teilgebiete"),
    }
}

async fn bring_table(
    change: &mut Change,
    installation: &Installation,
    tenant: Tenant,
    (city, file): (&City, &GeneratedFile),
    known: &Known,
) -> Result<(), Problem> {
    let FileKind::Table { profile, protected, level, areas_from } = &file.kind else {
        return Ok(());
    };
    let version = known.versions.iter().find(|it| {
        it.geography.code == geography(*level).0 && it.version.valid_from == *areas_from
    });
    let answers = tables::Answers {
        profile: Some(tables::Chosen::Known(profile.clone())),
        area_version: version.map(|it| it.version.id),
        ..tables::Answers::default()
    };
    let checked = tables::check(&file.bytes, &file.name, &answers, known);
    let read_by = checked.profile.as_ref().filter(|_| checked.is_acceptable());
    let Some(read_by) = read_by else {
        return Err(broken(city, file, format!("{:?}", checked.findings)));
    };
    let terms = terms(read_by, *protected, &city.name);
    let key = &installation.keys.release;
    let hash = hash(&file.bytes);
    tables::accept(change, tenant, key, (&file.name, &hash), &checked, &terms)
        .await
        .map_err(|error| broken(city, file, error))?;
    Ok(())
}

/// Rounded tables are for everybody, the truth is for the statistics office.
fn terms(profile: &Profile, protected: bool, city: &str) -> tables::Terms {
    let mut terms = tables::Terms::of(profile, jiff::civil::date(2025, 1, 20));
    if protected {
        terms.nutzung = Nutzung::Public;
        if terms.protection == Protection::Unprotected {
            terms.protection = Protection::Already(Declaration {
                rule: format!("{}er-Rundung", Base::Five.get()),
                office: format!("{city}, Statistikstelle (erfunden)"),
                date: "2025-01-20".to_owned(),
            });
        }
    } else {
        terms.protection = Protection::Unprotected;
        terms.nutzung = Nutzung::StatisticsOffice;
    }
    terms
}

const fn role_of(role: ankunft_musterstadt::Role) -> Role {
    match role {
        ankunft_musterstadt::Role::Admin => Role::Admin,
        ankunft_musterstadt::Role::Coordination => Role::Coordination,
        ankunft_musterstadt::Role::StatisticsOffice => Role::StatisticsOffice,
        ankunft_musterstadt::Role::Department => Role::Department,
        ankunft_musterstadt::Role::Institution => Role::Institution,
        ankunft_musterstadt::Role::Research => Role::Research,
        ankunft_musterstadt::Role::Reader => Role::Reader,
    }
}
