//! `ankunft backup` and `restore`: the whole installation in one file, and back.

use ankunft_platform::backup::{self, BackupError};
use ankunft_platform::config::Config;
use ankunft_platform::store::Store;

use crate::cli::BackupArgs;
use crate::console::{Problem, say};
use crate::installation;

/// Copies the installation into a new file, while it is in use.
pub async fn backup(arguments: &BackupArgs) -> Result<(), Problem> {
    let config = config(arguments)?;
    if !config.database.is_empty() {
        return Err(elsewhere());
    }
    if !config.data.is_dir() {
        let folder = config.data.display();
        return Err(Problem::input(format!("{folder}: there is no such data folder")));
    }
    let store = Store::open(&config.database_address()).await?;
    let done = backup::backup(&store, &config.data, &arguments.file).await.map_err(problem);
    store.close().await;
    done?;
    say(&arguments.file.display().to_string());
    Ok(())
}

/// Puts the installation of a backup into an empty data folder.
pub async fn restore(arguments: &BackupArgs) -> Result<(), Problem> {
    let config = config(arguments)?;
    if !config.database.is_empty() {
        return Err(elsewhere());
    }
    backup::restore(&arguments.file, &config.data).await.map_err(problem)?;
    say(&config.data.display().to_string());
    Ok(())
}

fn config(arguments: &BackupArgs) -> Result<Config, Problem> {
    let place = &arguments.place;
    installation::config(place.config.as_deref(), place.data.as_deref())
}

fn elsewhere() -> Problem {
    Problem::usage(
        "the database is on a PostgreSQL server: back it up with pg_dump, and secret.key with it",
    )
}

fn problem(error: BackupError) -> Problem {
    match error {
        BackupError::Exists(_)
        | BackupError::Unusable { .. }
        | BackupError::Newer { .. }
        | BackupError::File { .. } => Problem::input(error),
        _ => Problem::internal(error),
    }
}
