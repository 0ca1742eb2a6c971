//! An installation: its data folder or configuration, its database and keys.

use std::path::Path;

use ankunft_platform::config::Config;
use ankunft_platform::secrets::{Keys, Secret};
use ankunft_platform::store::Store;

use crate::cli::Place;
use crate::console::Problem;

/// An open installation.
pub struct Installation {
    /// Its database.
    pub store: Store,
    /// Its keys.
    pub keys: Keys,
}

impl Installation {
    /// The installation in a data folder, which is made if it is not there.
    pub async fn of_folder(folder: &Path) -> Result<Self, Problem> {
        Self::open(Config::local(folder, 8080)).await
    }

    /// The installation of a configuration file or a data folder.
    pub async fn of_place(place: &Place) -> Result<Self, Problem> {
        Self::open(config(place.config.as_deref(), place.data.as_deref())?).await
    }

    /// The installation of a configuration.
    pub async fn open(config: Config) -> Result<Self, Problem> {
        std::fs::create_dir_all(&config.data)
            .map_err(|cause| Problem::input(format!("{}: {cause}", config.data.display())))?;
        let secret = Secret::of_folder(&config.data).map_err(Problem::internal)?;
        let store = Store::open(&config.database_address()).await?;
        Ok(Self { store, keys: Keys::new(&secret) })
    }
}

/// The configuration of a file, with the data folder that the command line names.
pub fn config(file: Option<&Path>, data: Option<&Path>) -> Result<Config, Problem> {
    let mut config = match file {
        Some(file) => Config::read(file).map_err(Problem::input)?,
        None => Config::default(),
    };
    if let Some(data) = data {
        config.data = data.to_owned();
    }
    Ok(config)
}

/// Whether a text can be an Amtlicher Gemeindeschlüssel.
pub fn check_ags(ags: &str) -> Result<(), Problem> {
    if ags.len() == 8 && ags.bytes().all(|it| it.is_ascii_digit()) {
        return Ok(());
    }
    Err(Problem::usage(format!("--kommune {ags}: an AGS has eight digits, like 07312000")))
}

/// The day on which a command runs, in UTC.
pub fn today() -> jiff::civil::Date {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date()
}
