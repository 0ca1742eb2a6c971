use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::languages::Texts;
use ankunft_report::paper::{Block, Day, PageWords, Paper, Text};
use jiff::civil::Date;

use crate::pages::overview::Setting;
use crate::view::overview::Origin;

/// For whom a paper is made, in whose name and on which day.
#[derive(Clone, Debug)]
pub struct Letterhead<'a> {
    /// The texts of its language.
    pub t: &'a Texts,
    /// The kind of reader.
    pub reader: Audience,
    /// The city's name.
    pub city: &'a str,
    /// The whole address at which the city is found, to which figures link; none without server.
    pub address: Option<String>,
    /// Its day.
    pub day: Date,
}

impl Letterhead<'_> {
    /// What the words of pages need to know.
    pub(crate) fn setting(&self) -> Setting<'_> {
        Setting {
            t: self.t,
            reader: self.reader,
            base: self.address.as_deref().unwrap_or_default(),
            city: self.city,
            classes: None,
        }
    }

    /// Words that lead to a page, where there is one to lead to.
    pub(super) fn linked(&self, words: String, href: &str) -> Text {
        match &self.address {
            Some(address) if href.starts_with(address.as_str()) => {
                Text::default().link(words, href)
            }
            _ => Text::from(words),
        }
    }

    /// A paper of this head. It says on every page if any of its sources is not public.
    #[must_use]
    pub fn paper(
        &self,
        (title, subtitle): (String, String),
        sources: &[Origin],
        blocks: Vec<Block>,
    ) -> Paper {
        let narrowest = sources.iter().map(|it| it.nutzung).min();
        let is_internal = narrowest.is_some_and(|it| it != Nutzung::Public);
        let language = self.t.language().code();
        Paper {
            keywords: vec![self.city.to_owned(), title.clone(), self.t.get("papier-stichwort")],
            title,
            subtitle,
            mark: is_internal.then(|| self.t.get("atlas-nur-intern")),
            language: language.split('-').next().unwrap_or(language).to_owned(),
            author: self.city.to_owned(),
            date: day(self.day),
            date_words: self.t.date_long(self.day),
            foot: String::new(),
            landscape: false,
            page_words: PageWords {
                page: self.t.get("papier-seite"),
                of: self.t.get("papier-seite-von"),
            },
            blocks,
        }
    }
}

fn day(date: Date) -> Day {
    let part = |it: i8| u8::try_from(it).unwrap_or(1);
    Day {
        year: u16::try_from(date.year()).unwrap_or(1),
        month: part(date.month()),
        day: part(date.day()),
    }
}
