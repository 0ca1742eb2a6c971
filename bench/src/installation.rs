//! An installation with the invented city, brought in by the code of page and console.

use std::path::{Path, PathBuf};

use ankunft_atlas::import::{Known, hash, outlines, tables};
use ankunft_disclosure::{Declaration, Nutzung};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::datasets::Protection;
use ankunft_platform::secrets::{Keys, Secret};
use ankunft_platform::store::{Change, Store};
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};

use crate::city::{self, Size};
use crate::{Failure, SEED};

/// The city's name in addresses.
pub const SLUG: &str = "pruefstadt";
/// The city's Amtlicher Gemeindeschlüssel; no real one begins like this.
pub const AGS: &str = "99000542";
/// How many units the coarser geography has.
const COARSE: usize = 58;

/// Makes the city in an empty folder.
///
/// # Errors
///
/// - [`Failure`] if the folder cannot be written or the program refuses its files.
pub async fn make(folder: &Path, size: Size) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    let config = Config::local(folder, 8080);
    let keys = Keys::new(&Secret::of_folder(folder)?);
    let store = Store::open(&config.database_address()).await?;
    let mut change = store.change(Author::program("ankunft-bench")).await?;
    let kind = TenantKind::Kommune;
    let new = NewTenant { kind, slug: SLUG, name: "Prüfstadt", ags: Some(AGS), language: "de" };
    let tenant = tenant::found(&mut change, new).await?;
    for (code, name, count) in
        [(city::FORECAST, "Prognoseräume", COARSE), (city::PLANNING, "Planungsräume", size.areas)]
    {
        bring_areas(&mut change, tenant, (code, name), &city::outlines(count, SEED)).await?;
    }
    change.commit().await?;
    for half in 0..size.halves {
        for (geography, areas) in [(city::PLANNING, size.areas), (city::FORECAST, COARSE)] {
            let mut change = store.change(Author::program("ankunft-bench")).await?;
            let file = city::table(size, areas, half, 0, SEED);
            let name = file_name(geography, &size.periods()[half]);
            bring_table(&mut change, &keys, tenant, (geography, &name), &file).await?;
            change.commit().await?;
        }
    }
    store.close().await;
    Ok(())
}

fn file_name(geography: &str, period: &str) -> String {
    format!("{geography}-{period}.csv")
}

async fn bring_areas(
    change: &mut Change,
    tenant: Tenant,
    (code, name): (&str, &str),
    file: &[u8],
) -> Result<(), Failure> {
    let known = Known::read(change, tenant).await?;
    let answers = outlines::Answers {
        geography: Some(code.to_owned()),
        geography_name: Some(name.to_owned()),
        label: Some("seit 2015".to_owned()),
        valid_from: Some("2015-01-01".to_owned()),
        source: "erfunden".to_owned(),
        licence: "CC0".to_owned(),
        ..outlines::Answers::default()
    };
    let checked = outlines::check(file, "areas.geojson", &answers, &known);
    if !checked.is_acceptable() {
        return Err(format!("{code}: {:?}", checked.findings).into());
    }
    outlines::accept(change, tenant, file, &checked, &answers).await?;
    Ok(())
}

async fn bring_table(
    change: &mut Change,
    keys: &Keys,
    tenant: Tenant,
    (geography, name): (&str, &str),
    file: &[u8],
) -> Result<(), Failure> {
    let known = Known::read(change, tenant).await?;
    let version = known.versions.iter().find(|it| it.geography.code == geography);
    let answers = tables::Answers {
        area_version: version.map(|it| it.version.id),
        ..tables::Answers::default()
    };
    let checked = tables::check(file, name, &answers, &known);
    let profile = checked.profile.as_ref().filter(|_| checked.is_acceptable());
    let profile = profile.ok_or_else(|| format!("{name}: {:?}", checked.findings))?;
    let mut terms = tables::Terms::of(profile, jiff::civil::date(2025, 1, 20));
    terms.nutzung = Nutzung::Public;
    terms.protection = Protection::Already(Declaration {
        rule: "5er-Rundung".to_owned(),
        office: "Statistikstelle (erfunden)".to_owned(),
        date: "2025-01-20".to_owned(),
    });
    let hash = hash(file);
    tables::accept(change, tenant, &keys.release, (name, &hash), &checked, &terms).await?;
    Ok(())
}

/// Writes one file for each half-year of the finer geography, as an office delivers corrections.
///
/// # Errors
///
/// - [`Failure`] if the folder cannot be written.
pub fn write_corrections(folder: &Path, size: Size, edition: u64) -> Result<Vec<PathBuf>, Failure> {
    let folder = folder.join(format!("correction-{edition}"));
    std::fs::create_dir_all(&folder)?;
    (0..size.halves)
        .map(|half| {
            let path = folder.join(file_name(city::PLANNING, &size.periods()[half]));
            std::fs::write(&path, city::table(size, size.areas, half, edition, SEED))?;
            Ok(path)
        })
        .collect()
}
