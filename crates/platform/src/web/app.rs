use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use jiff::civil::Date;
use tokio::sync::{Semaphore, watch};
use tokio_util::task::TaskTracker;

use crate::config::Config;
use crate::jobs::{OfParts, Worker};
use crate::languages::{Language, LanguageError, Languages, Texts};
use crate::mail::{Letter, MailError, Mailer};
use crate::parts::{Part, Parts};
use crate::permission::Permissions;
use crate::rate::Buckets;
use crate::secrets::{Keys, Secret, SecretError};
use crate::store::{Store, StoreError};
use crate::tenant::{self, Tenant, TenantInfo};
use crate::web::shelf::Shelf;
use crate::web::{City, Failure};

/// Everything that a handler may need. Clones share it.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// What is behind [`App`].
pub struct Shared {
    /// The database.
    pub store: Store,
    /// The settings.
    pub config: Config,
    /// The texts of all languages.
    pub languages: Languages,
    /// Who may do what.
    pub permissions: Permissions,
    /// What the parts registered.
    pub parts: Parts,
    /// The keys of this installation.
    pub keys: Keys,
    /// How mail leaves the house.
    pub mail: Mailer,
    pub(crate) rates: Rates,
    /// What people typed and have not saved yet.
    pub(crate) held: Shelf,
    /// Passwords are hashed a few at a time, because each takes 19 MB.
    pub(crate) hashing: Semaphore,
    /// Streams of progress stay open; each of them asks the database again and again.
    pub(crate) streams: Arc<Semaphore>,
    stop: watch::Sender<bool>,
    /// What is done after an answer, so that the program does not end in the middle of it.
    after: TaskTracker,
    /// Chance that tells this run of the program from every other, whose pages may look different.
    pub(crate) run: [u8; 16],
    clock: Clock,
    tenants: RwLock<HashMap<String, Arc<TenantInfo>>>,
}

/// So many streams of progress are open at once; who comes later reloads the page.
const STREAMS: usize = 32;

/// The limits by address (and, for log-ins, by account).
pub(crate) struct Rates {
    pub(crate) requests: Buckets<IpAddr>,
    pub(crate) logins: Buckets<IpAddr>,
    pub(crate) accounts: Buckets<String>,
    pub(crate) resets: Buckets<IpAddr>,
    pub(crate) uploads: Buckets<IpAddr>,
    pub(crate) begun: Buckets<IpAddr>,
}

/// What time it is.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The clock of the machine.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Timestamp::now))
    }

    /// A clock that somebody else turns.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }
}

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be made.
    #[error("{folder}: {cause}")]
    Folder {
        /// The folder.
        folder: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The secret of the installation.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The texts.
    #[error(transparent)]
    Languages(#[from] LanguageError),
    /// The mail settings.
    #[error(transparent)]
    Mail(#[from] MailError),
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("parts", &self.parts).finish_non_exhaustive()
    }
}

impl Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl App {
    /// Opens data folder, secret and database, and puts the parts together with the platform's own.
    ///
    /// # Errors
    ///
    /// - [`StartError`] says which of them cannot be used.
    pub async fn open(config: Config, parts: Vec<Part>) -> Result<Self, StartError> {
        Self::open_at(config, parts, Clock::system()).await
    }

    /// As [`App::open`], by another clock; for tests of what expires.
    ///
    /// # Errors
    ///
    /// As for [`App::open`].
    pub async fn open_at(
        config: Config,
        parts: Vec<Part>,
        clock: Clock,
    ) -> Result<Self, StartError> {
        std::fs::create_dir_all(&config.data).map_err(|cause| StartError::Folder {
            folder: config.data.display().to_string(),
            cause,
        })?;
        let secret = Secret::of_folder(&config.data)?;
        let store = Store::open(&config.database_address()).await?;
        let parts = Parts::new(parts.into_iter().chain(super::router::own_parts()).collect());
        let limits = &config.limits;
        let rates = Rates {
            requests: Buckets::new(limits.requests_per_minute, 60),
            logins: Buckets::new(limits.failed_logins, 600),
            accounts: Buckets::new(limits.failed_logins.div_ceil(2), 600),
            resets: Buckets::new(10, 3600),
            uploads: Buckets::new(limits.uploads_per_hour, 3600),
            // A whole Stadtteilbüro behind one address still gets through.
            begun: Buckets::new(30, 3600),
        };
        Ok(Self(Arc::new(Shared {
            permissions: Permissions::new(parts.rules()),
            languages: Languages::load()?,
            keys: Keys::new(&secret),
            mail: Mailer::new(&config.mail)?,
            hashing: Semaphore::new(2),
            streams: Arc::new(Semaphore::new(STREAMS)),
            stop: watch::Sender::new(false),
            after: TaskTracker::new(),
            tenants: RwLock::default(),
            run: crate::ids::secret(),
            held: Shelf::default(),
            rates,
            clock,
            parts,
            store,
            config,
        })))
    }

    /// A worker for the jobs that the parts registered.
    #[must_use]
    pub fn worker(&self) -> Worker {
        Worker::new(self.store.clone(), Arc::new(OfParts(self.clone())))
    }

    /// Does something after the answer, so that how long it takes says nothing; what fails stands in
    /// the log of the server, with this sentence.
    pub fn later(
        &self,
        failed: &'static str,
        work: impl Future<Output = Result<(), Failure>> + Send + 'static,
    ) {
        self.after.spawn(async move {
            if let Err(error) = work.await {
                tracing::error!(?error, "{failed}");
            }
        });
    }

    /// Waits until all that was put off until after an answer is done.
    pub async fn settled(&self) {
        self.after.close();
        self.after.wait().await;
    }

    /// Says that the program stops: workers give back what they have, streams end.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Becomes true when the program stops.
    #[must_use]
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    /// Sends a letter for which nobody waits; that it could not be sent stands in the log of the
    /// program. Nothing happens without an address.
    pub fn post(&self, letter: Letter) {
        if letter.to.is_empty() {
            return;
        }
        let app = self.clone();
        self.later("a letter was not sent", async move {
            app.mail.send(&letter).await.map_err(Failure::internal)
        });
    }

    /// The language of the installation's own pages.
    #[must_use]
    pub fn language(&self) -> Language {
        let first = self.config.languages.first();
        first.and_then(|it| Language::from_code(it)).unwrap_or(Language::German)
    }

    /// The texts in the language of a city: what is frozen for its papers is said in it.
    #[must_use]
    pub fn texts_of(&self, city: &TenantInfo) -> Texts {
        self.languages.texts(Language::from_code(&city.language).unwrap_or(self.language()))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.clock.0)()
    }

    /// Today, in the time zone of the installation.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().to_zoned_datetime(self.config.zone()).date()
    }

    /// The city of an address; those found once are remembered, because they stay.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn city(&self, slug: &str) -> Result<Option<Arc<TenantInfo>>, StoreError> {
        let known = self.tenants.read().unwrap_or_else(PoisonError::into_inner).get(slug).cloned();
        if known.is_some() {
            return Ok(known);
        }
        let found = tenant::by_slug(&mut *self.store.read().await?, slug).await?;
        Ok(found.map(|it| self.remember(it)))
    }

    /// The city that a tenant is, as [`App::city`] remembers it.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn city_of(&self, tenant: Tenant) -> Result<Option<City>, StoreError> {
        let known = {
            let tenants = self.tenants.read().unwrap_or_else(PoisonError::into_inner);
            tenants.values().find(|it| it.tenant == tenant).cloned()
        };
        if known.is_some() {
            return Ok(known.map(City));
        }
        let found = tenant::info_of(&mut *self.store.read().await?, tenant).await?;
        Ok(found.map(|it| City(self.remember(it))))
    }

    fn remember(&self, city: TenantInfo) -> Arc<TenantInfo> {
        let city = Arc::new(city);
        let mut tenants = self.tenants.write().unwrap_or_else(PoisonError::into_inner);
        tenants.insert(city.slug.clone(), Arc::clone(&city));
        city
    }
}
