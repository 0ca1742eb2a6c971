//! How fast it is.
//!
//! - `benches/`: Criterion, one group per method and for the house.
//! - `src/bin/load.rs`: the real program under requests while an import runs.
//! - `src/bin/pages.rs`: the pages that people open, one after the other, to several clients at once.
//! - `src/bin/work.rs`: every page of governance and programme, where twelve cities have much.
//! - `src/bin/table.rs`: what Criterion measured, as one table.
//! - `src/bin/peers.rs` and `peers/`: the same work by other programs, side by side.
//!
//! All data are made here from [`SEED`], or are the reference files in `ANKUNFT_REFERENCE`.

pub mod asking;
pub mod city;
pub mod client;
pub mod installation;
pub mod process;
pub mod reference;
pub mod server;
pub mod timing;
pub mod town;
pub mod twelve;

/// The seed of everything that is made up for measuring.
pub const SEED: u64 = 542;

/// What went wrong while measuring.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
