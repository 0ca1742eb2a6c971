//! Files with figures that are not public are handed out like packages: noted with who gave and who
//! got, and with a copy that is asked back after a Widerruf.

use ankunft_atlas::import::hash;
use ankunft_platform::downloads;
use ankunft_platform::store::Change;
use ankunft_platform::tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};

use super::view::Report;
use crate::exchange::model::State;
use crate::exchange::parties::package_of;
use crate::exchange::store::received::{self, Received};
use crate::exchange::store::{grants, transfers};
use crate::members::Members;

/// Notes that a file of the report was handed out; false if a Weitergabe has ended meanwhile by which
/// a figure of it came.
pub async fn note(
    app: &App,
    (city, viewer): (&City, &Viewer),
    it: &Report,
    (format, bytes): (&str, &[u8]),
) -> Result<bool, Failure> {
    let used = it.values.as_ref().map_or_else(Vec::new, |it| it.not_public());
    let files = it.values.as_ref().map(|of| of.not_public_files(&it.core)).unwrap_or_default();
    if used.is_empty() && files.is_empty() {
        return Ok(true);
    }
    let mut change = app.store.change(viewer.author()).await?;
    // Nobody takes anything back between the question and the answer.
    tenant::lock_all(&mut change, used.iter().map(|it| it.0).chain([city.tenant()])).await?;
    let members = Members::read(&mut change).await?;
    let mut standing = grants::granted_to(&mut change, city.tenant()).await?;
    let own = grants::given(&mut change, city.tenant()).await?;
    standing.extend(own.into_iter().map(|it| (city.tenant(), it)));
    if !note_files(&mut change, (app, city), &files, format).await? {
        return Ok(false);
    }
    let hash = hash(bytes);
    for (giver, grant) in used {
        let stands = |of: &&(tenant::Tenant, _)| of.0 == *giver && is(&of.1, grant);
        let is_active = standing.iter().find(stands);
        if is_active.is_none_or(|it| it.1.state(app.today()) != State::Active) {
            return Ok(false);
        }
        if *giver == city.tenant() {
            let of = [grant.dataset_version];
            downloads::record(&mut change, city.tenant(), &of, format).await?;
            continue;
        }
        let from = members.tenant(giver.id()).ok_or_else(Failure::not_found)?;
        let to = (format, city.name.as_str());
        grants::deliver(&mut change, *giver, grant.number, (&hash, to)).await?;
        let package = package_of(from, grant);
        for (tenant, counterpart) in [(*giver, &city.name), (city.tenant(), &from.name)] {
            let line = transfers::NewTransfer {
                kind: transfers::Kind::Fetched,
                package: &package,
                title: &grant.dataset.1,
                counterpart,
                purpose: &grant.purpose,
                hash: Some(&hash),
            };
            transfers::note(&mut change, tenant, app.today(), &line).await?;
        }
    }
    change.commit().await?;
    Ok(true)
}

/// Notes that figures went on that came as files here; false if one may be used no more.
async fn note_files(
    change: &mut Change,
    (app, city): (&App, &City),
    files: &[&Received],
    format: &str,
) -> Result<bool, Failure> {
    let known = received::all(change, city.tenant()).await?;
    for file in files {
        let now = known.iter().find(|it| it.number == file.number);
        if now.is_none_or(|it| !it.is_usable(app.today())) {
            return Ok(false);
        }
        downloads::record(change, city.tenant(), &[file.dataset_version], format).await?;
    }
    Ok(true)
}

fn is(of: &crate::exchange::model::Grant, grant: &crate::exchange::model::Grant) -> bool {
    of.number == grant.number
}
