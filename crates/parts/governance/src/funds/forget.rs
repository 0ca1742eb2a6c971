//! What is known of persons is deleted when its day has come, and so are drafts that nobody touches.

use ankunft_platform::changes::Author;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant;
use ankunft_platform::web::App;

use super::store::{contacts, drafts};

/// Who deletes, in the change log.
const AUTHOR: &str = "ankunft forget";

/// Deletes what is due in all cities; how many contacts and drafts.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn forget(app: &App) -> Result<usize, StoreError> {
    let cities = tenant::all(&mut *app.store.read().await?).await?;
    let mut deleted = 0;
    for city in cities {
        let mut change = app.store.change(Author::program(AUTHOR)).await?;
        tenant::lock(&mut change, city.tenant).await?;
        let contacts = contacts::forget(&mut change, city.tenant, app.today()).await?;
        let old = drafts::forgotten(&mut change, city.tenant, app.now()).await?;
        for id in &old {
            drafts::delete(&mut change, city.tenant, *id).await?;
        }
        if !contacts.is_empty() || !old.is_empty() {
            change.commit().await?;
        }
        deleted += contacts.len() + old.len();
    }
    Ok(deleted)
}
