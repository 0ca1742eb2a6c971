//! Backup and restore of an installation on SQLite: one archive with database and secret.
//!
//! The secret travels with the database, because without it no release verifies and no figure
//! can be shown. The archive is therefore as confidential as the installation; it is readable
//! for its owner alone.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::store::{NEWEST_SCHEMA, Store, StoreError};

/// The database in the data folder and in the archive.
pub const DATABASE: &str = "ankunft.db";
/// The secret in the data folder and in the archive.
pub const SECRET: &str = "secret.key";

/// Why there is no backup, or it is not restored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// There is something already where the backup or the database should come.
    #[error("{} is there already; move it away first", .0.display())]
    Exists(PathBuf),
    /// The archive is none of ours, or damaged.
    #[error("{}: {why}", path.display())]
    Unusable {
        /// The archive.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The database was made by a newer version of the program.
    #[error("the backup has schema {found}, this program knows up to {NEWEST_SCHEMA}")]
    Newer {
        /// Number of its schema.
        found: i64,
    },
    /// A file.
    #[error("{}: {cause}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn at(path: &Path) -> impl Fn(io::Error) -> BackupError + '_ {
    |cause| BackupError::File { path: path.to_owned(), cause }
}

fn unusable(path: &Path, why: impl std::fmt::Display) -> BackupError {
    BackupError::Unusable { path: path.to_owned(), why: why.to_string() }
}

/// `name` in the folder of `path`, hidden while it is being written.
fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

/// Writes the installation of a data folder into a new archive, while it is in use.
///
/// # Errors
///
/// - [`BackupError::Exists`] if the file is there.
/// - [`BackupError::File`] or [`BackupError::Store`] if something cannot be read or written.
pub async fn backup(store: &Store, data: &Path, file: &Path) -> Result<(), BackupError> {
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let (copy, archive) = (beside(file, "database"), beside(file, "archive"));
    let packed = match store.copy_into(&copy).await {
        Ok(()) => pack(&copy, &data.join(SECRET), &archive),
        Err(error) => Err(error.into()),
    };
    let moved = packed.and_then(|()| fs::rename(&archive, file).map_err(at(file)));
    // What is half written goes; that it may not be there is no fault.
    let _ = fs::remove_file(&copy);
    let _ = fs::remove_file(&archive);
    moved
}

fn pack(database: &Path, secret: &Path, archive: &Path) -> Result<(), BackupError> {
    let file = private(archive).map_err(at(archive))?;
    let mut zip = ZipWriter::new(file);
    for (name, path) in [(DATABASE, database), (SECRET, secret)] {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .large_file(true);
        zip.start_file(name, options).map_err(|error| unusable(archive, error))?;
        let mut source = File::open(path).map_err(at(path))?;
        io::copy(&mut source, &mut zip).map_err(at(archive))?;
    }
    let file = zip.finish().map_err(|error| unusable(archive, error))?;
    file.sync_all().map_err(at(archive))
}

/// A new file that only its owner reads.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Restores an archive into a data folder without a database. All or nothing.
///
/// # Errors
///
/// - [`BackupError::Exists`] if the folder has a database or another secret.
/// - [`BackupError::Unusable`] or [`BackupError::Newer`] if the archive cannot be used.
/// - [`BackupError::File`] if something cannot be written.
pub async fn restore(file: &Path, data: &Path) -> Result<(), BackupError> {
    fs::create_dir_all(data).map_err(at(data))?;
    let (database, secret) = (data.join(DATABASE), data.join(SECRET));
    for leftover in ["ankunft.db", "ankunft.db-wal", "ankunft.db-shm"] {
        if data.join(leftover).exists() {
            return Err(BackupError::Exists(data.join(leftover)));
        }
    }
    let (new_database, new_secret) = (beside(&database, DATABASE), beside(&secret, SECRET));
    let restored = async {
        unpack(file, [(DATABASE, &new_database), (SECRET, &new_secret)])?;
        let examined = Store::examine(&new_database).await;
        let (verdict, found) = examined.map_err(|error| unusable(file, error))?;
        if verdict != "ok" {
            return Err(unusable(file, verdict));
        }
        if found > NEWEST_SCHEMA {
            return Err(BackupError::Newer { found });
        }
        let same = |path: &Path| fs::read(path).map_err(at(path));
        if secret.exists() && same(&secret)? != same(&new_secret)? {
            return Err(BackupError::Exists(secret.clone()));
        }
        // The database last: whoever sees it has its secret.
        fs::rename(&new_secret, &secret).map_err(at(&secret))?;
        fs::rename(&new_database, &database).map_err(at(&database))
    }
    .await;
    let _ = fs::remove_file(&new_database);
    let _ = fs::remove_file(&new_secret);
    restored
}

fn unpack(file: &Path, wanted: [(&str, &PathBuf); 2]) -> Result<(), BackupError> {
    let opened = File::open(file).map_err(at(file))?;
    let mut zip = ZipArchive::new(opened).map_err(|error| unusable(file, error))?;
    for (name, path) in wanted {
        let mut entry = zip.by_name(name).map_err(|error| unusable(file, error))?;
        let mut target = private(path).map_err(at(path))?;
        io::copy(&mut entry, &mut target).map_err(|error| unusable(file, error))?;
        target.sync_all().map_err(at(path))?;
    }
    Ok(())
}
