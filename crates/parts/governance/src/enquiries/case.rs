//! A Vorgang: everything that carries one Aktenzeichen, whatever part it belongs to.

use std::collections::BTreeMap;

use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::parts::Case;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Visit};

use crate::papers::store::DRAFT;

/// One thing of a Vorgang.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its kind.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its address behind the city's.
    pub path: String,
    /// Its day, as ISO text.
    pub day: String,
    /// Files that belong to it and are still there.
    pub files: Vec<Attachment>,
}

/// What a viewer may see of a Vorgang, the oldest first: two statements for each kind, however many
/// things it has.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn things(
    app: &App,
    viewer: &Visit,
    tenant: Tenant,
    file_number: &str,
) -> Result<Vec<Thing>, StoreError> {
    let mut read = app.store.read().await?;
    let mut all = Vec::new();
    let seen: Vec<&Case> = app.parts.cases().filter(|it| viewer.may(it.action)).collect();
    for case in seen {
        let rows: Vec<(String, String, String, String)> = sqlx::query_as(case.list)
            .bind(tenant.id())
            .bind(file_number.to_owned())
            .fetch_all(&mut *read)
            .await?;
        let ids: Vec<&str> = rows.iter().map(|it| it.0.as_str()).collect();
        let mut files = match case.kind {
            // Only what is decided about a Vorlage has files.
            DRAFT => BTreeMap::new(),
            kind => attachments::of_several(&mut read, tenant, (kind, &ids)).await?,
        };
        for (id, title, path, day) in rows {
            let files = files
                .remove(&id)
                .unwrap_or_default()
                .into_iter()
                .filter(|it| it.withdrawn_at.is_none())
                .collect();
            all.push(Thing { kind: case.kind, id, title, path, day, files });
        }
    }
    all.sort_by(|a, b| (&a.day, a.kind, &a.id).cmp(&(&b.day, b.kind, &b.id)));
    Ok(all)
}
