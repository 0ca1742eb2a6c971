//! The database: SQLite inside, PostgreSQL by address, one schema history for both.

pub mod lists;
mod postgres;
mod read;
mod schema;
mod sqlite;

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;

use sqlx::{Any, AnyConnection, AnyPool, Transaction};

use crate::changes::{self, Author, Entry};
use crate::jobs::Board;
use crate::kept::Kept;
use crate::tenant::{self, Tenant};

pub use read::{COMPARED, Keep, Read};
pub use schema::NEWEST as NEWEST_SCHEMA;
pub use sqlite::READERS;

/// One database with one or many cities.
///
/// Cloning is cheap and gives the same database.
#[derive(Clone, Debug)]
pub struct Store {
    writer: AnyPool,
    readers: AnyPool,
    backend: Backend,
    memory: read::Memory,
    /// What the jobs of this process tell.
    pub(crate) board: Arc<Board>,
}

/// Which program keeps the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// Inside this program, one file.
    Sqlite,
    /// By address.
    Postgres,
}

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The address is neither of SQLite nor of PostgreSQL.
    #[error("{address} is no database address; write sqlite:FILE or postgres://USER@HOST/NAME")]
    Address {
        /// The address as given.
        address: String,
    },
    /// A newer version of the program has changed the schema.
    #[error(
        "the database has schema {found}, this program knows up to {known}; \
         install the newer version or restore a backup made before"
    )]
    NewerSchema {
        /// Number of the database's schema.
        found: i64,
        /// Number of this program's schema.
        known: i64,
    },
    /// A schema file is not the one with which the database was made.
    #[error("schema file {name} differs from the one that made this database")]
    ChangedSchema {
        /// Name of the file.
        name: String,
    },
    /// A change without an entry in the change log.
    #[error("a change was about to be written without its entry in the change log")]
    NoEntry,
    /// What is to be cited was withdrawn meanwhile.
    #[error("what is to be cited was withdrawn meanwhile")]
    Withdrawn,
    /// A stored text that this program never writes.
    #[error("the database holds {what} that this program does not understand: {text}")]
    Unreadable {
        /// What was being read.
        what: &'static str,
        /// The stored text.
        text: String,
    },
    /// A release whose seal does not fit.
    #[error(transparent)]
    BrokenSeal(#[from] ankunft_disclosure::BrokenSeal),
    /// A column that is not protected by what its release says.
    #[error(transparent)]
    SealRefused(#[from] ankunft_disclosure::SealRefused),
    /// A dataset declared protected without rule, office or day.
    #[error(transparent)]
    Declaration(#[from] ankunft_disclosure::DeclarationError),
    /// The database itself.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// A file beside the database.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        cause: std::io::Error,
    },
}

impl StoreError {
    /// Whether a key that must be unique is there already.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}

impl Store {
    /// Opens the database at an address, and brings its schema up to date.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Address`] if the address is of no known kind.
    /// - [`StoreError::NewerSchema`] or [`StoreError::ChangedSchema`] if the database was made
    ///   by another version of the program; it is left as it was.
    /// - [`StoreError::Database`] if it cannot be reached or read.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let store = if address.starts_with("sqlite:") {
            let (writer, readers) = sqlite::pools(address).await?;
            Self::new(writer, readers, Backend::Sqlite)
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let pool = postgres::pool(address).await?;
            Self::new(pool.clone(), pool, Backend::Postgres)
        } else {
            return Err(StoreError::Address { address: address.to_owned() });
        };
        schema::bring_up_to_date(&store).await?;
        Ok(store)
    }

    fn new(writer: AnyPool, readers: AnyPool, backend: Backend) -> Self {
        Self { writer, readers, backend, memory: Kept::default(), board: Arc::default() }
    }

    /// Opens the SQLite database in a file, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// As for [`Store::open`].
    pub async fn open_file(path: &Path) -> Result<Self, StoreError> {
        Self::open(&format!("sqlite:{}", path.display())).await
    }

    /// Which program keeps it.
    #[must_use]
    pub const fn backend(&self) -> Backend {
        self.backend
    }

    /// Begins a transaction that sees one state of the database and changes nothing.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if no connection could be had.
    pub async fn read(&self) -> Result<Read, StoreError> {
        Ok(Read::new(self.readers.begin().await?, self.memory.clone()))
    }

    /// Begins a change: its statements take effect together with their entry in the change
    /// log, or not at all.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if no connection could be had.
    pub async fn change(&self, author: Author) -> Result<Change, StoreError> {
        let tx = self.begin_write().await?;
        let board = Arc::clone(&self.board);
        let cities = BTreeSet::new();
        Ok(Change { tx, author, entries: 0, cities, asks_for_work: false, tally: None, board })
    }

    /// Begins a transaction for what is no change of anybody's: when a session was last seen,
    /// which worker holds a job.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if no connection could be had.
    pub async fn upkeep(&self) -> Result<Upkeep, StoreError> {
        Ok(Upkeep(self.begin_write().await?))
    }

    /// Writes a consistent copy of a SQLite database into a new file, while it is in use.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Address`] for a PostgreSQL database, which has its own tools for it.
    /// - [`StoreError::Database`] if the file exists or cannot be written.
    pub async fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        match self.backend {
            Backend::Sqlite => sqlite::copy_into(&self.readers, path).await,
            Backend::Postgres => Err(StoreError::Address { address: "postgres://…".to_owned() }),
        }
    }

    /// Makes overwritten and deleted bytes leave the files of the database and what this process keeps
    /// in memory of cities, after a Sperrung.
    ///
    /// On PostgreSQL they stay in its own log and in its backups until these are recycled.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn forget(&self) -> Result<(), StoreError> {
        self.memory.clear();
        match self.backend {
            Backend::Sqlite => sqlite::empty_log(&self.writer).await,
            Backend::Postgres => postgres::vacuum(&self.writer).await,
        }
    }

    /// What a SQLite file says of itself: `ok` or what is broken, and the number of its schema.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if it is no database of this program.
    pub async fn examine(path: &Path) -> Result<(String, i64), StoreError> {
        sqlite::examine(path).await
    }

    /// Waits for what is under way and closes all connections.
    pub async fn close(&self) {
        self.writer.close().await;
        self.readers.close().await;
    }

    async fn begin_write(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(match self.backend {
            // Taking the lock at once: a reader that turns writer later may be refused.
            Backend::Sqlite => self.writer.begin_with("begin immediate").await?,
            Backend::Postgres => self.writer.begin().await?,
        })
    }
}

/// A transaction that changes something, in somebody's name.
pub struct Change {
    tx: Transaction<'static, Any>,
    author: Author,
    entries: usize,
    /// The cities whose pages it may change, in the order in which their states are locked.
    cities: BTreeSet<Tenant>,
    // A job was asked for: a worker is woken once it can see it.
    pub(crate) asks_for_work: bool,
    tally: Option<Tally>,
    board: Arc<Board>,
}

/// Told how many of how many rows a long change has written.
type Tally = Box<dyn Fn(usize, usize) + Send + Sync>;

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Change").field("author", &self.author).finish_non_exhaustive()
    }
}

/// A transaction for upkeep, without an entry in the change log.
#[derive(Debug)]
pub struct Upkeep(Transaction<'static, Any>);

impl Change {
    /// In whose name it is made.
    #[must_use]
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Lets somebody know how many of how many columns have been written.
    pub fn tell_progress(&mut self, tally: impl Fn(usize, usize) + Send + Sync + 'static) {
        self.tally = Some(Box::new(tally));
    }

    pub(crate) fn wrote(&self, done: usize, total: usize) {
        if let Some(tally) = &self.tally {
            tally(done, total);
        }
    }

    /// Writes an entry into the change log, within this transaction.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn record(&mut self, entry: Entry<'_>) -> Result<(), StoreError> {
        self.record_all(&[entry]).await
    }

    /// Writes an entry for each of many things that change at once; one statement for all of them.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn record_all(&mut self, entries: &[Entry<'_>]) -> Result<(), StoreError> {
        changes::insert(&mut self.tx, &self.author, entries).await?;
        self.entries += entries.len();
        let changing = entries.iter().filter(|it| it.changes_pages());
        self.cities.extend(changing.filter_map(|it| it.tenant));
        Ok(())
    }

    /// Makes everything take effect.
    ///
    /// # Errors
    ///
    /// - [`StoreError::NoEntry`] if nothing was recorded; then nothing takes effect.
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        if self.entries == 0 {
            return Err(StoreError::NoEntry);
        }
        for city in &self.cities {
            tenant::renew_state(&mut self.tx, *city).await?;
        }
        self.tx.commit().await?;
        if self.asks_for_work {
            self.board.ring();
        }
        Ok(())
    }
}

impl Upkeep {
    /// Makes everything take effect.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.commit().await?)
    }
}

macro_rules! derefs_to_connection {
    ($($name:ident.$field:tt),*) => {$(
        impl Deref for $name {
            type Target = AnyConnection;
            fn deref(&self) -> &AnyConnection {
                &self.$field
            }
        }
        impl DerefMut for $name {
            fn deref_mut(&mut self) -> &mut AnyConnection {
                &mut self.$field
            }
        }
    )*};
}
derefs_to_connection!(Read.tx, Change.tx, Upkeep.0);
