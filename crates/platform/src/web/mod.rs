//! The doors: how a request becomes an answer.
//!
//! router → layers (request id, security headers, compression, panic → 500 page) → gate (session,
//! city, permission, form token) → typed extractors → handler → page. A handler stays thin:
//! extract, permit, ask, render. Permission was decided at the gate, from the route's action.

mod app;
mod cookies;
mod extract;
mod failure;
mod gate;
mod health;
mod layers;
mod origin;
mod route;
mod router;
mod token;
mod viewer;

pub use app::{App, Clock, StartError};
pub use extract::{Form, PathOf, Query};
pub use failure::Failure;
pub use origin::own_path;
pub use route::{Limit, Route};
pub use viewer::{City, Viewer, Visit};
