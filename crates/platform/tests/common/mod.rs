//! A small town for the tests of the platform: three areas, two indicators.
#![allow(dead_code, clippy::unwrap_used)] // each test binary uses some of it

use ankunft_disclosure::{Cell, Column, Declaration, Nutzung, ReleaseKey, total};
use ankunft_platform::changes::Author;
use ankunft_platform::datasets::{self, AcceptError, Accepted, NewColumn, NewVersion, Protection};
use ankunft_platform::indicators::{self, Definition, Kind, Reference};
use ankunft_platform::register::areas::{self, Area, NewAreaVersion};
use ankunft_platform::store::{Change, Store};
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};

pub struct Town {
    pub tenant: Tenant,
    pub areas: i64,
    pub population: i64,
    pub share: i64,
    pub key: ReleaseKey,
}

pub fn already() -> Protection {
    Protection::Already(Declaration {
        rule: "5er-Rundung".to_owned(),
        office: "Statistikstelle".to_owned(),
        date: "2026-01-31".to_owned(),
    })
}

pub fn definition(code: &str, kind: Kind) -> Definition {
    Definition {
        code: code.to_owned(),
        kind,
        unit: "persons".to_owned(),
        denominator: None,
        formula: None,
        reference: Reference::Stock,
    }
}

pub fn author() -> Author {
    Author::program("test")
}

/// Founds a town with as many areas as asked.
pub async fn found_with(store: &Store, slug: &str, count: i64) -> Town {
    let mut change = store.change(author()).await.unwrap();
    let new = NewTenant { kind: TenantKind::Kommune, slug, name: slug, ags: None, language: "de" };
    let tenant = tenant::found(&mut change, new).await.unwrap();
    let units: Vec<(Area, Vec<u8>)> = (0..count)
        .map(|position| {
            let code = format!("{position:04}");
            let area = Area { position, name: code.clone(), code, parent: None, area_m2: 1000.5 };
            (area, vec![0, 255])
        })
        .collect();
    let version = NewAreaVersion {
        geography: ("quartier", "Quartiere", 1),
        label: "seit 2013",
        valid_from: "2013-01-01",
        valid_to: None,
        source: "Stadt",
        licence: "dl-de/zero-2-0",
        file_hash: &[1, 2, 3],
        map: "{}",
        areas: &units,
    };
    let areas = areas::accept(&mut change, tenant, version).await.unwrap();
    let population = definition("population", Kind::Count);
    let share = definition("share", Kind::Percent);
    let population = indicators::ensure(&mut change, tenant, &population, None).await.unwrap();
    let share = indicators::ensure(&mut change, tenant, &share, None).await.unwrap();
    change.commit().await.unwrap();
    Town { tenant, areas, population, share, key: ReleaseKey::new([7; 32]) }
}

pub async fn found(store: &Store) -> Town {
    found_with(store, "musterstadt", 3).await
}

pub fn column(numbers: &[f64]) -> Column {
    let cells: Vec<Cell> = numbers.iter().map(|it| Cell::of(*it).unwrap()).collect();
    let total = total(&cells);
    Column { cells, total }
}

impl Town {
    pub fn version<'a>(&self, file: &'a [u8], protection: &'a Protection) -> NewVersion<'a> {
        NewVersion {
            dataset: ("register", "Melderegister"),
            area_version: self.areas,
            file_name: "register.csv",
            file_hash: file,
            profile: "register",
            publisher: "Stadt Musterstadt",
            licence: "dl-de/by-2-0",
            population_concept: "Hauptwohnung",
            protection,
            nutzung: Nutzung::Public,
            round: None,
        }
    }

    pub fn population(&self, period: &str, numbers: &[f64]) -> NewColumn {
        NewColumn {
            indicator_version: self.population,
            period: period.to_owned(),
            column: column(numbers),
        }
    }

    pub async fn accept(
        &self,
        store: &Store,
        new: NewVersion<'_>,
        columns: Vec<NewColumn>,
    ) -> Result<Accepted, AcceptError> {
        let mut change = store.change(author()).await.unwrap();
        let accepted = self.accept_in(&mut change, new, columns).await?;
        change.commit().await.unwrap();
        Ok(accepted)
    }

    pub async fn accept_in(
        &self,
        change: &mut Change,
        new: NewVersion<'_>,
        columns: Vec<NewColumn>,
    ) -> Result<Accepted, AcceptError> {
        datasets::accept(change, self.tenant, &self.key, new, columns).await
    }
}
