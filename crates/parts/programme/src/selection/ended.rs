//! That the last day of what was shown is over, as the register says it: nobody does that, so it is read
//! from what was shown.

use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City};
use jiff::Span;
use sqlx::AnyConnection;

use super::{pages, store};
use crate::exchange::model::KEPT_YEARS;
use crate::exchange::store::transfers::{Kind, Transfer};
use crate::members::Members;

/// The lines of the register of a tenant.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub(crate) async fn lines(
    app: &App,
    connection: &mut AnyConnection,
    city: &City,
) -> Result<Vec<Transfer>, StoreError> {
    let members = Members::read(connection).await?;
    let Some(programme) = &members.programme else { return Ok(Vec::new()) };
    let from = app.today().saturating_sub(Span::new().years(KEPT_YEARS));
    let all = store::over(connection, city.tenant(), (from, app.today())).await?;
    let t = app.texts_of(city);
    let zone = app.config.zone();
    let line = |it: store::Over| {
        let at = it.over_at(&zone)?;
        let giver = members.tenant(it.city).filter(|of| of.tenant != city.tenant());
        let to = || pages::circle(&t, &programme.name, it.circle());
        Some(Transfer {
            id: 0,
            kind: Kind::Ended.code().to_owned(),
            package: pages::number(&t, it.number),
            title: t.get("auswahl-register-titel"),
            counterpart: giver.map_or_else(to, |it| it.name.clone()),
            purpose: it.purpose.clone(),
            hash: Some(it.hash.clone()),
            account: None,
            post: None,
            at,
        })
    };
    Ok(all.into_iter().filter_map(line).collect())
}
