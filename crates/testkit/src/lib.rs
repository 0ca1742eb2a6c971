//! Page check, two-tenant check, story runner, an empty database of each kind, and a city with much
//! in it.

mod check;
mod page;
pub mod plenty;
mod postgres;
mod stores;

pub use page::{Browser, Page, multipart};
pub use postgres::postgres;
pub use stores::{TestStore, sqlite, stores};
