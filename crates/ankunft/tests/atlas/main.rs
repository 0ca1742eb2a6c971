//! The atlas: from a file to a figure, from figures to quarters and candidates, and what protects them.

mod arrival;
mod berlin;
mod canary;
mod candidates;
mod candidates_rounds;
#[path = "../common/mod.rs"]
mod common;
mod composed;
mod drafts;
mod grid_pages;
mod import;
mod mappe;
mod methods;
mod numbers;
mod office;
mod papers;
mod tags;
mod workbooks;
