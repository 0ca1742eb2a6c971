//! Page check, two-tenant check, story runner, an empty database of each kind, a city with much in it,
//! and other programs that judge.

mod check;
mod page;
pub mod peers;
pub mod plenty;
mod postgres;
mod press;
mod stores;

pub use page::{Browser, Page, multipart};
pub use postgres::postgres;
pub use press::{Press, Typing, typing};
pub use stores::{TestStore, sqlite, stores};
