//! How do we know a number that is a mean of others? One page for all such numbers: what entered,
//! period by period, each with the way to its own source.

use ankunft_platform::indicators::Break;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Link, Pair};
use askama::Template;

use super::source;
use crate::store::Shelf;
use crate::view::overview::Origin;
use crate::view::profile::once_each;

/// Everything that the page prints.
#[derive(Template)]
#[template(path = "mean.html")]
pub struct MeanPage {
    /// The frame.
    pub shell: Shell,
    /// Formula, numbers put in, window, weights.
    pub computation: Vec<Pair>,
    /// What entered.
    pub table: EnteredTable,
    /// Where the line of years is interrupted, and what was carried over changes of areas.
    pub notes: Vec<String>,
    /// The language of the names of datasets, if another than the page's.
    pub own_words: Option<&'static str>,
    /// Each dataset version with what is known of it.
    pub origins: Vec<(String, Vec<Pair>)>,
    /// What one must know to compute what builds on it again; empty if nothing does.
    pub record: Vec<Pair>,
}

/// What entered, the newest first.
pub struct EnteredTable {
    /// What the table is called.
    pub caption: String,
    /// The heads of the columns after the first.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<EnteredRow>,
}

/// One period.
pub struct EnteredRow {
    /// When.
    pub period: String,
    /// What is special about it.
    pub note: Option<String>,
    /// Its numbers.
    pub numbers: Vec<Entry>,
}

/// A number with the ways to where it comes from.
#[derive(Default)]
pub struct Entry {
    /// The number.
    pub text: String,
    /// One for each stored figure that it is the sum of.
    pub links: Vec<Link>,
}

impl Entry {
    /// A number that follows from others of its row.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), links: Vec::new() }
    }

    /// The only way, which the number itself can carry.
    #[must_use]
    pub fn only_way(&self) -> Option<&str> {
        match self.links.as_slice() {
            [one] => Some(&one.href),
            _ => None,
        }
    }
}

/// Each dataset version among these origins, once.
#[must_use]
pub fn origins(t: &Texts, shelf: &Shelf, origins: Vec<Origin>) -> Vec<(String, Vec<Pair>)> {
    let named = |it: &Origin| (it.dataset.title.clone(), source::origin(t, shelf, it));
    once_each(origins).iter().map(named).collect()
}

/// The breaks of stored indicators between two days, in words.
#[must_use]
pub fn breaks(t: &Texts, all: &[Break], codes: &[&str], span: (&str, &str)) -> Vec<String> {
    let day = crate::store::last_day;
    let (Some(from), Some(to)) = (day(span.0), day(span.1)) else { return Vec::new() };
    let concerns = |code: &Option<String>| code.as_ref().is_none_or(|it| codes.contains(&&**it));
    let within = |period: &str| day(period).is_some_and(|it| from < it && it <= to);
    let here = all.iter().filter(|it| concerns(&it.indicator) && within(&it.at_period));
    let sentence = |it: &Break| {
        let year = it.at_period.get(..4).unwrap_or(&it.at_period).to_owned();
        let note = super::series::note(t, it).to_owned();
        t.with("mittel-bruch", &[("jahr", Arg::from(year)), ("grund", Arg::from(note))])
    };
    here.map(sentence).collect()
}
