//! Page check, two-tenant check, story runner, an empty database of each kind, a city with much in it,
//! and other programs that judge.

mod check;
mod numbers;
mod page;
pub mod peers;
pub mod plenty;
mod postgres;
mod press;
mod stores;

pub use numbers::numbers_in;
pub use page::{Browser, Page, multipart};
pub use postgres::{dump, postgres, restore};
pub use press::{Press, Typing, typing, typing_into};
pub use stores::{TestStore, sqlite, stores};
