//! The doors, asked through the router: who comes in, with what, and what they are told.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod access;
mod citing;
mod gate;
mod office;
mod system;
mod town;
mod unsaved;
