//! A city as the load check knows it: its addresses, its areas, and somebody who is logged in.

use std::path::{Path, PathBuf};

use ankunft_atlas::candidates::model::State;
use ankunft_atlas::candidates::store::register::{self, NewStep};
use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::permission::Role;
use ankunft_platform::register::areas;
use ankunft_platform::sessions::{self, Begin};
use ankunft_platform::store::Store;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::{ids, settings};
use jiff::Timestamp;

use crate::city::{self, Size};
use crate::{Failure, installation};

/// So many quarters are candidates.
const CANDIDATES: usize = 4;
const COORDINATION: &str = "koordination@messung.example";

/// A city in a data folder of its own.
#[derive(Debug)]
pub struct Town {
    /// The data folder.
    pub data: PathBuf,
    /// Its name in addresses.
    pub slug: &'static str,
    /// The geography that is asked for.
    pub geography: &'static str,
    /// The keys of its area units.
    pub codes: Vec<String>,
    /// The token of a coordination that is logged in.
    pub session: String,
    tenant: Tenant,
}

impl Town {
    /// The size at which pages are judged: 542 areas, 18 half-years, 190 indicators.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the folder cannot be written.
    pub async fn large(folder: &Path) -> Result<Self, Failure> {
        let data = folder.join("large");
        installation::make(&data, Size::JUDGED).await?;
        Self::open(data, installation::SLUG, city::PLANNING).await
    }

    /// Musterstadt, as the demo has it.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the folder cannot be written.
    pub async fn musterstadt(folder: &Path) -> Result<Self, Failure> {
        let data = folder.join("musterstadt");
        std::fs::create_dir_all(&data)?;
        let made = ankunft::demo::create(&Config::local(&data, 8080)).await;
        made.map_err(|problem| format!("{problem:?}"))?;
        Self::open(data, "musterstadt", "quartier").await
    }

    async fn open(
        data: PathBuf,
        slug: &'static str,
        geography: &'static str,
    ) -> Result<Self, Failure> {
        let config = Config::local(&data, 8080);
        let store = Store::open(&config.database_address()).await?;
        let mut change = store.change(Author::program("ankunft-bench")).await?;
        let tenant = tenant::by_slug(&mut change, slug).await?.ok_or("no such city")?.tenant;
        let new = NewAccount {
            email: COORDINATION,
            name: "Koordination",
            password_hash: None,
            language: "de",
        };
        let account = accounts::create(&mut change, new).await?;
        let membership = Membership { tenant, account, role: Role::Coordination, person: None };
        accounts::grant(&mut change, &membership).await?;
        let begin = Begin { account, address: "127.0.0.1", agent: "bench" };
        let session =
            sessions::begin(&mut change, begin, Timestamp::now(), &config.sessions).await?;
        let found = areas::geography(&mut change, tenant, geography).await?;
        let found = found.ok_or("no such geography")?.id;
        let versions = areas::versions(&mut change, tenant).await?;
        let newest = versions.iter().rfind(|it| it.geography == found).ok_or("no version")?;
        let units = areas::areas(&mut change, tenant, newest.id).await?;
        for unit in units.iter().take(CANDIDATES) {
            let step = NewStep {
                state: State::Proposed,
                on_date: jiff::civil::date(2025, 1, 20),
                note: "",
            };
            let place = (geography, unit.code.as_str(), unit.name.as_str());
            register::propose(&mut change, tenant, place, step).await?;
        }
        change.commit().await?;
        store.close().await;
        let codes = units.into_iter().map(|it| it.code).collect();
        Ok(Self { data, slug, geography, codes, session, tenant })
    }

    /// Changes something that no figure depends on, again and again: somebody works.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn change_a_little(&self, store: &Store) -> Result<(), Failure> {
        let mut change = store.change(Author::program("ankunft-bench")).await?;
        settings::set(&mut change, self.tenant, "bench", &ids::next().to_string()).await?;
        Ok(change.commit().await?)
    }
}
