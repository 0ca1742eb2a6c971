//! Outlines: what is read from each format, what is found in broken files, and laws.

#![expect(clippy::disallowed_methods, reason = "reads the words")]

mod city;
mod formats;
mod laws;
mod packages;
mod planted;
mod texts;
