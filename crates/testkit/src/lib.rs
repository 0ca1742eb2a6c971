//! Page check, two-tenant check, story runner, and an empty database of each kind.

mod postgres;
mod stores;

pub use postgres::postgres;
pub use stores::{TestStore, sqlite, stores};
