//! A transaction that reads, and what it finds in memory.

use std::any::{Any, TypeId};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::future::Future;
use std::sync::Arc;

use sqlx::{AnyConnection, Transaction};
use tracing::Instrument;

use super::StoreError;
use crate::kept::Kept;
use crate::tenant::{self, Tenant};

/// The span in which builds with checks ask the database again; whoever counts statements leaves out
/// what is asked in it.
pub const COMPARED: &str = "compared";

/// Something that many pages read of a city as a whole. [`Read::kept`] reads it once and keeps it
/// until the city changes.
///
/// It may come from nothing but rows that a [`super::Change`] writes with an entry of that city: not
/// from other cities, accounts, drafts and jobs, not from the reader. Figures of persons are opened
/// for each reader and not kept. In builds with checks each reader reads it again and compares.
///
/// [`keep!`](crate::keep) writes it for what a function reads.
pub trait Keep: Debug + Sized + Send + Sync + 'static {
    /// A day, for what is read from a day on: the one of the last asker is kept. `()` for all of it.
    type Since: Copy + Debug + PartialEq + Send + Sync + 'static;

    /// Reads it.
    fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        since: Self::Since,
    ) -> impl Future<Output = Result<Self, StoreError>> + Send;
}

/// Types for what functions read of a city as a whole, to be asked for by [`Read::kept`].
///
/// # Examples
///
/// ```no_run
/// use ankunft_platform::keep;
/// use ankunft_platform::store::{Store, StoreError};
/// use ankunft_platform::tenant::Tenant;
/// use sqlx::AnyConnection;
///
/// async fn titles(connection: &mut AnyConnection, city: Tenant) -> Result<Vec<(String,)>, StoreError> {
///     let sql = "select title from measure_version where tenant = $1";
///     Ok(sqlx::query_as(sql).bind(city.id()).fetch_all(connection).await?)
/// }
///
/// keep! {
///     /// [`titles`] for pages.
///     Titles(Vec<(String,)>) = |connection, city| titles(connection, city);
/// }
///
/// async fn page(store: &Store, city: Tenant) -> Result<usize, StoreError> {
///     Ok(store.read().await?.kept::<Titles>(city).await?.len())
/// }
/// ```
#[macro_export]
macro_rules! keep {
    ($($(#[$doc:meta])* $name:ident($what:ty) = |$connection:ident, $tenant:ident| $read:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name($what);

        impl $crate::store::Keep for $name {
            type Since = ();

            async fn read(
                $connection: &mut ::sqlx::AnyConnection,
                $tenant: $crate::tenant::Tenant,
                (): (),
            ) -> Result<Self, $crate::store::StoreError> {
                Ok(Self($read.await?))
            }
        }

        impl ::std::ops::Deref for $name {
            type Target = $what;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    )+};
}

/// What was read of cities, each with the state of its city. Clones share it.
pub(super) type Memory = Kept<(TypeId, Tenant), Arc<dyn Any + Send + Sync>, i64>;

/// A transaction that reads.
#[derive(Debug)]
pub struct Read {
    pub(super) tx: Transaction<'static, sqlx::Any>,
    memory: Memory,
    /// The states of cities that it has asked for; the first one stands before all that it reads.
    states: BTreeMap<Tenant, i64>,
    /// What was compared with what stands in memory.
    compared: BTreeSet<(TypeId, Tenant)>,
}

impl Read {
    pub(super) const fn new(tx: Transaction<'static, sqlx::Any>, memory: Memory) -> Self {
        Self { tx, memory, states: BTreeMap::new(), compared: BTreeSet::new() }
    }

    /// What stands in memory, if the city is as it was when it was read; else it is read, once for
    /// all who ask for it meanwhile. One statement more than the reading, and one alone without it.
    ///
    /// A change does not read from here: what it has written itself stands in its transaction alone.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    /// - what the reading refuses.
    pub async fn kept<T: Keep<Since = ()>>(
        &mut self,
        tenant: Tenant,
    ) -> Result<Arc<T>, StoreError> {
        self.kept_since(tenant, ()).await
    }

    /// The same of what is read from a day on.
    ///
    /// # Errors
    ///
    /// - as [`Self::kept`].
    pub async fn kept_since<T: Keep>(
        &mut self,
        tenant: Tenant,
        since: T::Since,
    ) -> Result<Arc<T>, StoreError> {
        let state = match self.states.get(&tenant) {
            Some(state) => *state,
            None => {
                let state = tenant::state(&mut self.tx, tenant).await?;
                *self.states.entry(tenant).or_insert(state)
            }
        };
        let mut place = self.memory.place((TypeId::of::<T>(), tenant)).await;
        let known = place.get(&state).and_then(|it| it.downcast::<(T::Since, Arc<T>)>().ok());
        if let Some(known) = known.filter(|it| it.0 == since) {
            if cfg!(debug_assertions) && self.compared.insert((TypeId::of::<T>(), tenant)) {
                let compared = self.compare(tenant, (state, since), &*known.1);
                compared.instrument(tracing::debug_span!(COMPARED)).await?;
            }
            return Ok(Arc::clone(&known.1));
        }
        let read = Arc::new(T::read(&mut self.tx, tenant, since).await?);
        place.put(state, Arc::new((since, Arc::clone(&read))) as _);
        Ok(read)
    }

    /// What stands in memory is what would be read, or a row was written past the state of its city.
    async fn compare<T: Keep>(
        &mut self,
        tenant: Tenant,
        (state, since): (i64, T::Since),
        known: &T,
    ) -> Result<(), StoreError> {
        let read = T::read(&mut self.tx, tenant, since).await?;
        if format!("{read:?}") != format!("{known:?}") {
            // Where transactions see what others commit meanwhile, the state has gone on as well.
            let now = tenant::state(&mut self.tx, tenant).await?;
            let what = std::any::type_name::<T>();
            assert_ne!(now, state, "{what} was written without an entry of its city");
        }
        Ok(())
    }
}
