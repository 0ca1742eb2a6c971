//! The ground: database, tenants, register, permissions, change log, releases, citations, jobs,
//! languages, page layout and components.
//!
//! Parts stand on it and meet through it; it knows none of them.

pub mod accounts;
pub mod assets;
pub mod attachments;
pub mod backup;
pub mod changes;
pub mod citations;
pub mod citing;
pub mod config;
pub mod csrf;
pub mod datasets;
pub mod derived;
pub mod downloads;
pub mod files;
pub mod finding;
pub mod ids;
pub mod indicators;
pub mod jobs;
pub mod kept;
pub mod languages;
pub mod links;
pub mod mail;
pub mod morning;
pub mod names;
mod office;
pub mod openapi;
pub mod page;
pub mod parts;
pub mod password;
pub mod permission;
pub mod private;
pub mod rate;
pub mod register;
pub mod releases;
pub mod secrets;
pub mod sessions;
pub mod settings;
pub mod signing;
pub mod store;
mod system;
pub mod tenant;
mod today;
pub mod typed;
pub mod uploads;
pub mod web;
pub mod withdrawals;
pub mod words;
