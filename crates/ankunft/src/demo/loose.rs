//! A loose end that somebody has closed with a reason; all others are read from what there is.

use ankunft_governance::commitments::store as commitments;
use ankunft_governance::loose::model::{Kind, of_promise};
use ankunft_governance::loose::store::{self, Says};
use ankunft_platform::changes::Author;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use super::AUTHOR;
use crate::console::Problem;

/// Closes the promise that has no day, unless somebody has closed something.
pub(super) async fn close(app: &App, tenant: Tenant) -> Result<(), Problem> {
    let mut read = app.store.read().await?;
    if !store::newest(&mut read, tenant).await?.is_empty() {
        return Ok(());
    }
    let promises = commitments::promises(&mut read, tenant).await?;
    drop(read);
    let ends = promises.iter().filter_map(|it| of_promise(it, false));
    if let Some(end) = ends.into_iter().find(|it| it.kind == Kind::NoDay) {
        let because = "Das Institut lädt ein; die Termine stehen jedes Jahr neu im Kalender.";
        let mut change = app.store.change(Author::program(AUTHOR)).await?;
        store::write(&mut change, tenant, (&end, 1), Says::Closed(because)).await?;
        change.commit().await?;
    }
    Ok(())
}
