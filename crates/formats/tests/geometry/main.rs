//! Outlines: what is read from each format, what is found in broken files, and laws.

mod city;
mod formats;
mod laws;
mod planted;
mod texts;
