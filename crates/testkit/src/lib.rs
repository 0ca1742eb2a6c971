//! Page check, two-tenant check, story runner, and an empty database of each kind.

mod check;
mod page;
mod postgres;
mod stores;

pub use page::{Browser, Page, multipart};
pub use postgres::postgres;
pub use stores::{TestStore, sqlite, stores};
