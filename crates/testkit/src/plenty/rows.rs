//! Many rows in few statements.

use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::Tenant;

/// Values in one statement: SQLite looks for the name of each among all the others.
const VALUES: usize = 400;

/// A value of a row.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Vec<u8>),
}

macro_rules! cells {
    ($($kind:ty => |$it:ident| $cell:expr;)*) => {$(
        impl From<$kind> for Cell {
            fn from($it: $kind) -> Self {
                $cell
            }
        }
    )*};
}
cells! {
    i64 => |it| Self::Number(Some(it));
    bool => |it| Self::Number(Some(i64::from(it)));
    Option<i64> => |it| Self::Number(it);
    &str => |it| Self::Text(Some(it.to_owned()));
    &String => |it| Self::Text(Some(it.clone()));
    String => |it| Self::Text(Some(it));
    Option<String> => |it| Self::Text(it);
    Vec<u8> => |it| Self::Bytes(it);
    jiff::civil::Date => |it| Self::Text(Some(it.to_string()));
    Option<jiff::civil::Date> => |it| Self::Text(it.map(|it| it.to_string()));
}

/// A row of values of several kinds.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$($crate::plenty::rows::Cell::from($cell)),*] };
}
pub(super) use row;

/// Inserts rows; the columns stand as in the statement: `tenant, number`.
pub(super) async fn insert(
    change: &mut Change,
    (table, columns): (&str, &str),
    rows: Vec<Vec<Cell>>,
) -> Result<(), StoreError> {
    let width = columns.split(',').count();
    for some in rows.chunks(VALUES / width) {
        let values = lists::rows(some.len(), width);
        let sql = format!("insert into {table} ({columns}) values {values}");
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for cell in some.iter().flatten().cloned() {
            query = match cell {
                Cell::Number(it) => query.bind(it),
                Cell::Text(it) => query.bind(it),
                Cell::Bytes(it) => query.bind(it),
            };
        }
        query.execute(&mut **change).await?;
    }
    Ok(())
}

/// The largest number of a table of a city; 0 if it is empty.
pub(super) async fn last(
    change: &mut Change,
    tenant: Tenant,
    (table, column): (&str, &str),
) -> Result<i64, StoreError> {
    let sql = format!("select coalesce(max({column}), 0) from {table} where tenant = $1");
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    let (last,): (i64,) = query.fetch_one(&mut **change).await?;
    Ok(last)
}
