//! How many statements a page needs. They are counted for the whole process: one test at a time.

#[path = "../common/mod.rs"]
mod common;
mod pages;
mod work;
