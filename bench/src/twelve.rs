//! The twelve cities of the demo, each with as much as a city writes down in five years.

use std::path::{Path, PathBuf};

use ankunft_platform::accounts;
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::sessions::{self, Begin};
use ankunft_platform::tenant::{self, TenantInfo, TenantKind};
use ankunft_platform::web::App;
use ankunft_testkit::plenty::{self, Made, Size};
use jiff::Timestamp;

use crate::Failure;

/// The city whose pages are asked for.
const CITY: &str = "musterstadt";

/// The twelve in a data folder of their own.
#[derive(Debug)]
pub struct Twelve {
    /// The data folder.
    pub data: PathBuf,
    /// What the city that is asked has most of.
    pub made: Made,
    /// The token of its coordination, which is logged in.
    pub session: String,
}

impl Twelve {
    /// Makes them, or takes those that an earlier run has made in this folder.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the folder cannot be written.
    pub async fn make(folder: &Path, size: &Size) -> Result<Self, Failure> {
        let (data, known) = (folder.join("twelve"), folder.join("twelve.json"));
        let config = Config::local(&data, 8080);
        if let Ok(text) = std::fs::read_to_string(&known) {
            let app = App::open(config, ankunft::parts()).await?;
            let session = session(&app).await?;
            app.store.close().await;
            return Ok(Self { data, made: serde_json::from_str(&text)?, session });
        }
        std::fs::create_dir_all(&data)?;
        let made = ankunft::demo::create(&config).await;
        made.map_err(|problem| format!("{problem:?}"))?;
        let app = App::open(config, ankunft::parts()).await?;
        let all = tenant::all(&mut *app.store.read().await?).await?;
        let programme = all.iter().find(|it| it.kind == TenantKind::Programme);
        let programme = programme.ok_or("no programme")?;
        let cities = all.iter().filter(|it| it.kind == TenantKind::Kommune);
        let (own, others): (Vec<&TenantInfo>, Vec<_>) = cities.partition(|it| it.slug == CITY);
        let own = own.first().ok_or("no such city")?;
        let made = plenty::fill(&app, (programme, own), size).await?;
        for city in others {
            plenty::fill(&app, (programme, city), size).await?;
        }
        let session = session(&app).await?;
        app.store.close().await;
        std::fs::write(known, serde_json::to_string(&made)?)?;
        Ok(Self { data, made, session })
    }
}

async fn session(app: &App) -> Result<String, Failure> {
    let mut change = app.store.change(Author::program("ankunft-bench")).await?;
    let account = accounts::by_email(&mut change, plenty::COORDINATION).await?;
    let account = account.ok_or("nobody coordinates")?.id;
    let begin = Begin { account, address: "127.0.0.1", agent: "bench" };
    let token = sessions::begin(&mut change, begin, Timestamp::now(), &app.config.sessions).await?;
    change.commit().await?;
    Ok(token)
}
