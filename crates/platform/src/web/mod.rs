//! The doors: how a request becomes an answer.
//!
//! router → layers (request id, security headers, compression, panic → 500 page) → gate (session,
//! city, permission, form token) → typed extractors → handler → page. A handler stays thin:
//! extract, permit, ask, render. Permission was decided at the gate, from the route's action.

mod account;
mod agent;
mod alone;
mod app;
pub(crate) mod cookies;
mod data;
mod desk;
mod doors;
mod extract;
mod failure;
pub mod file;
mod gate;
mod health;
mod layers;
mod link;
mod login;
mod long;
mod meanwhile;
mod origin;
mod route;
mod router;
pub mod scan;
mod sheet;
mod shelf;
mod start;
mod tag;
mod token;
mod viewer;
mod ways;

pub use app::{App, Clock, StartError};
pub use data::{Data, Parameter, ParameterKind, Shape, answer};
pub use desk::{Desk, Lain, unseen};
pub use extract::{Form, PathOf, Query, Sent, SentFile, encode};
pub use failure::Failure;
pub use file::{File, Format};
pub(crate) use link::send_link;
pub use long::{PIECE, piece_with, pieces, pieces_of, shown_at};
pub use meanwhile::{Difference, meanwhile};
pub use origin::own_path;
pub use route::{Limit, Route};
pub(crate) use router::own_parts;
pub use sheet::{Block, FormBlock, Input, Item, Sheet};
pub(crate) use shelf::Held;
pub(crate) use start::LEGAL;
pub(crate) use tag::is_among;
pub use viewer::{City, Viewer, Visit};
