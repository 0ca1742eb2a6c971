//! The schema history: numbered files, each applied once, none ever changed.

use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use super::{Backend, Store, StoreError, postgres};

/// All schema files in order: number, name, text.
const FILES: &[(i64, &str, &str)] = &[
    (1, "0001_ground.sql", include_str!("../../../../schema/0001_ground.sql")),
    (2, "0002_base_map.sql", include_str!("../../../../schema/0002_base_map.sql")),
    (3, "0003_derived.sql", include_str!("../../../../schema/0003_derived.sql")),
    (4, "0004_candidates.sql", include_str!("../../../../schema/0004_candidates.sql")),
    (5, "0005_composed.sql", include_str!("../../../../schema/0005_composed.sql")),
    (6, "0006_rounds.sql", include_str!("../../../../schema/0006_rounds.sql")),
    (7, "0007_papers.sql", include_str!("../../../../schema/0007_papers.sql")),
    (9, "0009_city_state.sql", include_str!("../../../../schema/0009_city_state.sql")),
    (10, "0010_today.sql", include_str!("../../../../schema/0010_today.sql")),
    (11, "0011_measures.sql", include_str!("../../../../schema/0011_measures.sql")),
    (12, "0012_effects.sql", include_str!("../../../../schema/0012_effects.sql")),
    (13, "0013_reporting.sql", include_str!("../../../../schema/0013_reporting.sql")),
    (14, "0014_bodies.sql", include_str!("../../../../schema/0014_bodies.sql")),
    (15, "0015_papers.sql", include_str!("../../../../schema/0015_papers.sql")),
    (16, "0016_funds.sql", include_str!("../../../../schema/0016_funds.sql")),
    (17, "0017_enquiries.sql", include_str!("../../../../schema/0017_enquiries.sql")),
    (18, "0018_exchange.sql", include_str!("../../../../schema/0018_exchange.sql")),
    (19, "0019_library.sql", include_str!("../../../../schema/0019_library.sql")),
    (20, "0020_goals.sql", include_str!("../../../../schema/0020_goals.sql")),
    (21, "0021_commitments.sql", include_str!("../../../../schema/0021_commitments.sql")),
    (22, "0022_loose_ends.sql", include_str!("../../../../schema/0022_loose_ends.sql")),
    (24, "0024_morning.sql", include_str!("../../../../schema/0024_morning.sql")),
    (
        25,
        "0025_programme_documents.sql",
        include_str!("../../../../schema/0025_programme_documents.sql"),
    ),
    (26, "0026_indexes.sql", include_str!("../../../../schema/0026_indexes.sql")),
    (27, "0027_paper_asked_at.sql", include_str!("../../../../schema/0027_paper_asked_at.sql")),
    (28, "0028_unread.sql", include_str!("../../../../schema/0028_unread.sql")),
    (29, "0029_cost_plan.sql", include_str!("../../../../schema/0029_cost_plan.sql")),
    (30, "0030_spending.sql", include_str!("../../../../schema/0030_spending.sql")),
    (
        31,
        "0031_letters_that_leave.sql",
        include_str!("../../../../schema/0031_letters_that_leave.sql"),
    ),
    (
        32,
        "0032_documents_withdrawn.sql",
        include_str!("../../../../schema/0032_documents_withdrawn.sql"),
    ),
    (33, "0033_beratungsfolge.sql", include_str!("../../../../schema/0033_beratungsfolge.sql")),
    (34, "0034_weitergegeben.sql", include_str!("../../../../schema/0034_weitergegeben.sql")),
    (35, "0035_report_reminder.sql", include_str!("../../../../schema/0035_report_reminder.sql")),
    (36, "0036_indicator_part.sql", include_str!("../../../../schema/0036_indicator_part.sql")),
    (37, "0037_goal_indicators.sql", include_str!("../../../../schema/0037_goal_indicators.sql")),
    (38, "0038_body_places.sql", include_str!("../../../../schema/0038_body_places.sql")),
    (39, "0039_selection.sql", include_str!("../../../../schema/0039_selection.sql")),
    (40, "0040_profile_sources.sql", include_str!("../../../../schema/0040_profile_sources.sql")),
    (41, "0041_goal_discards.sql", include_str!("../../../../schema/0041_goal_discards.sql")),
    (42, "0042_selection_term.sql", include_str!("../../../../schema/0042_selection_term.sql")),
    (
        43,
        "0043_fund_vote_corrections.sql",
        include_str!("../../../../schema/0043_fund_vote_corrections.sql"),
    ),
    (44, "0044_received_core.sql", include_str!("../../../../schema/0044_received_core.sql")),
    (45, "0045_acting_post.sql", include_str!("../../../../schema/0045_acting_post.sql")),
    (46, "0046_filed.sql", include_str!("../../../../schema/0046_filed.sql")),
];

/// The number of the newest schema that this program knows.
pub const NEWEST: i64 = FILES[FILES.len() - 1].0;

/// Applies what is missing, all of it or nothing.
pub(super) async fn bring_up_to_date(store: &Store) -> Result<(), StoreError> {
    let mut tx = store.begin_write().await?;
    if store.backend == Backend::Postgres {
        postgres::lock_schema(&mut tx).await?;
    }
    sqlx::query(
        "create table if not exists schema_history \
         (number bigint primary key, name text not null, checksum bytea not null)",
    )
    .execute(&mut *tx)
    .await?;
    let applied = applied(&mut tx).await?;
    if let Some(&(found, _)) = applied.last().filter(|(number, _)| *number > NEWEST) {
        return Err(StoreError::NewerSchema { found, known: NEWEST });
    }
    for (number, name, text) in FILES {
        let checksum = Sha256::digest(text).to_vec();
        match applied.iter().find(|(it, _)| it == number) {
            Some((_, known)) if *known == checksum => {}
            Some(_) => return Err(StoreError::ChangedSchema { name: (*name).to_owned() }),
            None => {
                sqlx::raw_sql(*text).execute(&mut *tx).await?;
                sqlx::query(
                    "insert into schema_history (number, name, checksum) values ($1, $2, $3)",
                )
                .bind(number)
                .bind(*name)
                .bind(checksum)
                .execute(&mut *tx)
                .await?;
            }
        }
    }
    Ok(tx.commit().await?)
}

async fn applied(connection: &mut AnyConnection) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let sql = "select number, checksum from schema_history order by number";
    Ok(sqlx::query_as(sql).fetch_all(connection).await?)
}
