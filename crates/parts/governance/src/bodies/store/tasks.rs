//! Tasks.

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use sqlx::AnyConnection;

use super::{TASK, day, now, record};
use crate::bodies::model::{Duty, Task};

#[derive(sqlx::FromRow)]
struct Row {
    task: i64,
    version: i64,
    body: i64,
    meeting: i64,
    item: i64,
    what: String,
    task_post: i64,
    due: String,
    review_on: Option<String>,
    done: i16,
    because: String,
    account: Option<i64>,
    at: i64,
}

impl Row {
    fn task(self) -> Result<Task, StoreError> {
        let duty = Duty {
            what: self.what,
            post: self.task_post,
            due: day(self.due)?,
            review_on: self.review_on.map(day).transpose()?,
            done: (self.done == 1).then_some(self.because),
        };
        Ok(Task {
            number: self.task,
            version: self.version,
            made_in: (self.body, self.meeting, self.item),
            duty,
            account: self.account,
            at: self.at,
        })
    }
}

const COLUMNS: &str = "v.task, v.version, t.body, t.meeting, t.item, v.what, v.task_post, v.due, \
     v.review_on, v.done, v.because, v.account, v.at \
     from task_version v join task t on t.tenant = v.tenant and t.number = v.task";

keep! {
    /// [`tasks`] for pages.
    Tasks(Vec<Task>) = |connection, tenant| tasks(connection, tenant);
}

/// All tasks of a city as they stand, the nearest day first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn tasks(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Task>, StoreError> {
    let sql = format!(
        "select {COLUMNS} where v.tenant = $1 and v.version = (select max(n.version) \
         from task_version n where n.tenant = v.tenant and n.task = v.task) order by v.due, v.task",
    );
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    rows.into_iter().map(Row::task).collect()
}

/// All versions of a task, the newest first; none if there is no such task.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Task>, StoreError> {
    let sql =
        format!("select {COLUMNS} where v.tenant = $1 and v.task = $2 order by v.version desc",);
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(number)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::task).collect()
}

/// Notes a task that was made at an item; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if item or Stelle do not exist.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting, item): (i64, i64, i64),
    duty: &Duty,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from task where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query(
        "insert into task (tenant, number, body, meeting, item) values ($1, $2, $3, $4, $5)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(body)
    .bind(meeting)
    .bind(item)
    .execute(&mut **change)
    .await?;
    insert(change, tenant, (number, 1), duty).await?;
    let note = format!("{body}-{meeting}-{item}");
    record(change, tenant, ("task.give", TASK, &number.to_string()), &note, duty).await?;
    Ok(number)
}

/// Writes the next version of a task.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written it.
pub async fn change_duty(
    change: &mut Change,
    tenant: Tenant,
    was: &Task,
    duty: &Duty,
) -> Result<(), StoreError> {
    insert(change, tenant, (was.number, was.version + 1), duty).await?;
    let action = match (&was.duty.done, &duty.done) {
        (None, Some(_)) => "task.done",
        (Some(_), None) => "task.reopen",
        _ => "task.change",
    };
    record(change, tenant, (action, TASK, &was.number.to_string()), "", duty).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    it: &Duty,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into task_version (tenant, task, version, what, task_post, due, review_on, done, \
         because, account, post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(it.what.clone())
    .bind(it.post)
    .bind(it.due.to_string())
    .bind(it.review_on.map(|it| it.to_string()))
    .bind(i16::from(it.done.is_some()))
    .bind(it.done.clone().unwrap_or_default())
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    Ok(())
}
