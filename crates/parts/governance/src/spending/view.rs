//! What the pages of spending are made from.

use ankunft_platform::names::Names;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::model::Book;
use super::store;
use crate::around::model::Around;
use crate::around::money::Budget;
use crate::around::store as around;
use crate::measures::model::Measure;
use crate::measures::store as measures;

/// What was planned for a measure, and what was spent.
#[derive(Debug)]
pub struct View {
    /// The measure as it stands.
    pub measure: Measure,
    /// The newest plan of its money.
    pub budget: Budget,
    /// What was spent.
    pub book: Book,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl View {
    /// Reads it; none if there is no such measure.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        number: i64,
    ) -> Result<Option<Self>, StoreError> {
        let versions = measures::versions(connection, tenant, number).await?;
        let Some(measure) = versions.into_iter().next() else { return Ok(None) };
        let sheets = around::sheets(connection, tenant, Some(number)).await?;
        Ok(Some(Self {
            measure,
            budget: Around::of(&sheets).budget,
            book: store::book(connection, tenant, number).await?,
            names: Names::read(connection, tenant).await?,
        }))
    }
}
