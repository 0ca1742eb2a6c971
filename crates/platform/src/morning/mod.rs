//! The board of the morning: what needs me today, what is late and why, what has changed since my
//! last visit; and the same as a letter for who wants one.
//!
//! Parts tell all of it ([`crate::parts::TodayItem`], [`crate::parts::NewsSource`]); what has changed
//! is found in the change log, so nothing is kept twice. A visit begins with a log-in's first look at
//! the board on a day ([`visits`]): who loads it again, or logs in again soon, finds the same list. After an Übergabe the new
//! holder of a Stelle is told what happened to it before they came ([`model::Since`]).

mod board;
pub mod digest;
pub mod model;
mod news;
mod stellen;
mod visits;

use crate::parts::{Late, News, Part, Today};
use crate::store::StoreError;
use crate::today;
use crate::web::{App, City, Viewer};

pub(crate) use board::{Whole, asked, show};
pub(crate) use stellen::choose;

/// What the board registers: the way out of its letter, and the work of sending it.
pub(crate) fn part() -> Part {
    digest::part()
}

/// What waits for a viewer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Waiting {
    /// What is asked of them, the nearest day first; without what is late.
    today: Vec<Today>,
    /// What is late, the longest first, each with what is asked at the same address.
    late: Vec<(Late, Option<Today>)>,
}

impl Waiting {
    /// Reads it: as many statements as parts need, however much waits.
    async fn read(app: &App, viewer: &Viewer, city: &City) -> Result<Self, StoreError> {
        let mut today = asked(app, viewer).await?;
        let done = today::done(&mut *app.store.read().await?, city.tenant()).await?;
        today.retain(|it| it.done.as_ref().is_none_or(|it| !done.contains(it)));
        let mut late = Vec::new();
        for part in app.parts.today() {
            late.extend(part.late(app, viewer).await?);
        }
        Ok(Self::of(today, late))
    }

    /// What is asked at the address of something late stands there alone.
    fn of(mut today: Vec<Today>, mut late: Vec<Late>) -> Self {
        late.sort_by(|a, b| (a.since, &a.text).cmp(&(b.since, &b.text)));
        let late = late.into_iter().map(|it| {
            let asked = today.iter().position(|asked| asked.href == it.href);
            (it, asked.map(|at| today.remove(at)))
        });
        let late = late.collect();
        Self { today, late }
    }

    /// All that is asked.
    fn asked(&self) -> impl Iterator<Item = &Today> {
        self.today.iter().chain(self.late.iter().filter_map(|it| it.1.as_ref()))
    }

    /// So much of what is late, and all of it that is asked of this viewer; and how much is left out.
    fn late(&self, most: usize) -> (Vec<&(Late, Option<Today>)>, usize) {
        let all = self.late.iter().enumerate();
        let shown = all.filter(|(at, it)| *at < most || it.1.is_some()).map(|it| it.1);
        let shown: Vec<_> = shown.collect();
        let more = self.late.len() - shown.len();
        (shown, more)
    }
}

/// What has changed, in subjects, the newest subject first.
type Subjects = Vec<(&'static str, Vec<News>)>;

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_asked_of_something_late_stands_with_its_reason() {
        let asked = |href: &str| Today {
            text: format!("do {href}"),
            href: href.to_owned(),
            due: None,
            done: None,
        };
        let late = |href: &str, day: i8| Late {
            text: format!("late {href}"),
            href: href.to_owned(),
            since: date(2026, 3, day),
            why: Vec::new(),
        };
        let all = vec![asked("/a"), asked("/b"), asked("/c")];
        let waiting = Waiting::of(all, vec![late("/b", 5), late("/x", 2)]);
        assert_eq!(waiting.today, [asked("/a"), asked("/c")]);
        assert_eq!(waiting.late, [(late("/x", 2), None), (late("/b", 5), Some(asked("/b")))]);
        // However short the list is cut, what is asked stands in it.
        let all = vec![late("/b", 5), late("/x", 2), late("/y", 3)];
        let waiting = Waiting::of(vec![asked("/b")], all);
        let (shown, more) = waiting.late(1);
        assert_eq!(shown, [&(late("/x", 2), None), &(late("/b", 5), Some(asked("/b")))]);
        assert_eq!(more, 1);
    }
}
