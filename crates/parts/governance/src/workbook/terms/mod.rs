//! What a cell says, in one way for all languages and spellings.
//!
//! A field of the forms has one plain text (`quartier:0103`, `2027-06-30`, `running`). Cells are read to
//! it and written from it ([`told`]), so that two cells say the same if their plain texts are alike.

mod plain;
mod told;

use ankunft_formats::table::book::Value;
use ankunft_platform::languages::{Arg, Language, Texts};
use ankunft_platform::typed::{day, written};
use jiff::civil::Date;
pub use plain::{clean, text};
use plain::{day_of, hundredths, pieces, written_number};

use super::columns::Kind;
use super::index::Index;
use super::{parts, spent};
use crate::around::money::CostKind;
use crate::around::words::Organisations;
use crate::effects::form::reporter;
use crate::effects::model::{Kind as Counted, Reporter, Rule, Step};
use crate::effects::period::Period;
use crate::known::{Known, WHOLE_CITY};
use crate::measures::model::State;

/// The id of a text that says what is wrong with a cell and what to do; `$wert` is what stands there.
pub type Wrong = &'static str;

/// What cells are read with.
pub struct Terms<'a> {
    /// The words of the reader; numbers have their plain text in their language.
    pub t: &'a Texts,
    /// The words of all languages.
    pub all: &'a [Texts],
    /// Places and Stellen.
    pub known: &'a Known,
    /// Organisations outside.
    pub organisations: &'a Organisations,
    /// All of them by name.
    pub index: Index,
    /// The day.
    pub today: Date,
}

impl<'a> Terms<'a> {
    /// Those of a reader.
    #[must_use]
    pub fn new(
        (t, all): (&'a Texts, &'a [Texts]),
        (known, organisations): (&'a Known, &'a Organisations),
        today: Date,
    ) -> Self {
        Self { t, all, known, organisations, index: Index::of(known, organisations), today }
    }

    /// The plain text of a cell of a workbook in this language; nothing for an empty one.
    ///
    /// # Errors
    ///
    /// - [`Wrong`] if it cannot be one.
    pub fn read(&self, kind: Kind, value: &Value, language: Language) -> Result<String, Wrong> {
        let text = match value {
            Value::Failed(_) => return Err("abgleich-fehlerwert"),
            Value::Uncomputed => return Err("abgleich-formel-leer"),
            it => text(it),
        };
        if text.is_empty() {
            return Ok(text);
        }
        match kind {
            Kind::Lines => Ok(pieces(&text).collect::<Vec<_>>().join("\n")),
            Kind::Day => day_of(value).map(|it| it.to_string()).ok_or("tabelle-tag-unklar"),
            Kind::Number => self.number(value, language).ok_or("abgleich-zahl-unklar"),
            Kind::Money => self.money(value, language).ok_or("abgleich-betrag-unklar"),
            Kind::Parts => {
                let read = parts::read(self.told_apart(&text), |it| written_number(it, language));
                let read = read.ok_or("abgleich-teile-unklar")?;
                Ok(parts::plain(self.t.language(), &read))
            }
            Kind::Cost => {
                let all = CostKind::ALL.map(|it| (it.code(), "ausgabeart-"));
                self.one_of(&text, &all).ok_or("abgleich-ausgabeart-fremd")
            }
            Kind::Payer => Ok(self.payer(&text)),
            Kind::Place => self.place(&text).ok_or("tabelle-quartier-fremd"),
            Kind::Post => self.index.desk(&text).map(|it| it.to_string()),
            Kind::Posts => {
                let mut posts =
                    pieces(&text).map(|it| self.index.desk(it)).collect::<Result<Vec<_>, _>>()?;
                posts.sort_unstable();
                posts.dedup();
                Ok(posts.iter().map(i64::to_string).collect::<Vec<_>>().join("\n"))
            }
            Kind::State => {
                let all = State::ALL.map(|it| (it.code(), "massnahme-stand-"));
                self.one_of(&text, &all).ok_or("abgleich-stand-fremd")
            }
            Kind::Step => {
                let first = text.split(['.', ' ']).next().unwrap_or_default();
                let step = first.parse().ok().and_then(Step::new);
                step.map(|it| it.number().to_string()).ok_or("abgleich-stufe-fremd")
            }
            Kind::Counted => {
                let all = Counted::ALL.map(|it| (it.code(), "arbeitsmappe-art-"));
                self.one_of(&text, &all).ok_or("abgleich-art-fremd")
            }
            Kind::Rule => {
                let all = Rule::ALL.map(|it| (it.code(), "arbeitsmappe-regel-"));
                self.one_of(&text, &all).ok_or("abgleich-regel-fremd")
            }
            Kind::Targets => self.targets(&text, language).ok_or("abgleich-zielpfad-unklar"),
            Kind::Reporter => self.reporter(&text),
            Kind::Yes => self.yes(&text).ok_or("abgleich-ja-unklar"),
            Kind::Period => self.period(value, &text).ok_or("abgleich-zeitraum-unklar"),
            Kind::Key | Kind::Measure | Kind::Indicator | Kind::Shown | Kind::Text => Ok(text),
        }
    }

    fn place(&self, text: &str) -> Option<String> {
        let lower = text.to_lowercase();
        let is_whole = self.all.iter().any(|t| t.get("ganze-stadt").to_lowercase() == lower);
        if is_whole || lower == WHOLE_CITY {
            return Some(WHOLE_CITY.to_owned());
        }
        let spot = self.index.place(text).and_then(|at| self.known.spots.get(at));
        spot.map(|it| it.place.value())
    }

    fn reporter(&self, text: &str) -> Result<String, Wrong> {
        let lower = text.to_lowercase();
        if self.all.iter().any(|t| t.get("berichtet-federfuehrung").to_lowercase() == lower) {
            return Ok(String::new());
        }
        match (self.index.desk(text), self.index.organisation(text)) {
            (Ok(_), Some(_)) => Err("abgleich-stelle-doppelt"),
            (Ok(id), None) => Ok(reporter(Some(Reporter::Post(id)))),
            (Err(_), Some(id)) => Ok(reporter(Some(Reporter::Organisation(id)))),
            (Err(_), None) => Err("abgleich-berichtet-fremd"),
        }
    }

    /// The code whose word this is, in any language, or that this is.
    fn one_of(&self, text: &str, all: &[(&str, &str)]) -> Option<String> {
        let lower = text.to_lowercase();
        let says = |code: &str, words: &str| {
            let word = |t: &Texts| t.get(&format!("{words}{code}")).to_lowercase();
            code == lower || self.all.iter().any(|t| word(t) == lower)
        };
        all.iter().find(|it| says(it.0, it.1)).map(|it| it.0.to_owned())
    }

    fn yes(&self, text: &str) -> Option<String> {
        let lower = text.to_lowercase();
        let is = |id: &str| self.all.iter().any(|t| t.get(id).to_lowercase() == lower);
        if is("offen-ja") || lower == "x" || lower == "true" {
            return Some("ja".to_owned());
        }
        (is("offen-nein") || lower == "false").then(String::new)
    }

    fn period(&self, value: &Value, text: &str) -> Option<String> {
        if let Value::Day(it) = value {
            // A program makes a day of what begins like one: 2026-09.
            return (it.day() == 1).then(|| Period::of(*it, 1).to_string());
        }
        let words = || {
            let usual = Period::usual(self.today);
            let said = |it: &Period| self.all.iter().any(|t| it.words(t) == text);
            usual.into_iter().find(said)
        };
        Period::parse(text).or_else(words).map(|it| it.to_string())
    }

    /// Whether two plain texts say the same; the order in which a value is told apart says nothing.
    #[must_use]
    pub fn is_same(&self, kind: Kind, one: &str, other: &str) -> bool {
        if kind != Kind::Parts {
            return one == other;
        }
        let sorted = |text: &str| {
            let mut all: Vec<String> = text.lines().map(str::to_owned).collect();
            all.sort_unstable();
            all
        };
        sorted(one) == sorted(other)
    }

    /// What a value was told apart by, without the word that stands before it on pages: people wrote
    /// it into cells as they had read it there.
    fn told_apart<'b>(&self, text: &'b str) -> &'b str {
        let before = |t: &Texts| {
            let word = t.with("wert-davon", &[("teile", Arg::from(""))]).trim().to_lowercase();
            let (said, rest) = (text.get(..word.len())?, text.get(word.len()..)?);
            let ends = rest.starts_with([':', ' ', '\n']);
            (said.to_lowercase() == word && ends).then(|| rest.trim_start_matches([':', ' ', '\n']))
        };
        self.all.iter().find_map(before).unwrap_or(text)
    }

    fn payer(&self, text: &str) -> String {
        let lower = text.to_lowercase();
        let is = |id: &str| self.all.iter().any(|t| t.get(id).to_lowercase() == lower);
        match (is("geld-eigenanteil"), is("ausgabe-nicht-zugeordnet")) {
            (true, _) => spent::OWN.to_owned(),
            (_, true) => String::new(),
            _ => format!("{}{text}", spent::FROM),
        }
    }

    fn money(&self, value: &Value, language: Language) -> Option<String> {
        let cents = match value {
            Value::Number(it) if *it < 0.0 => hundredths(-it).map(|it| -it),
            Value::Number(it) => hundredths(*it),
            it => {
                let text = text(it);
                let back = text.strip_prefix(['-', '−']);
                let read = written_number(back.unwrap_or(&text), language);
                read.map(|it| if back.is_some() { -it } else { it })
            }
        };
        cents.map(|it| spent::written(self.t.language(), it))
    }

    fn number(&self, value: &Value, language: Language) -> Option<String> {
        let hundredths = match value {
            Value::Number(it) => hundredths(*it),
            it => written_number(text(it).trim_end_matches('%').trim_end(), language),
        };
        hundredths.map(|it| written(self.t.language(), it))
    }

    fn targets(&self, text: &str, language: Language) -> Option<String> {
        let target = |piece: &str| {
            let (at, value) = piece.rsplit_once(':')?;
            let value = value.trim().trim_end_matches('%').trim_end();
            let value = written_number(value, language)?;
            Some((day(at)?, value))
        };
        let mut all = pieces(text).map(target).collect::<Option<Vec<_>>>()?;
        all.sort_unstable();
        let line =
            |(day, value): &(Date, i64)| format!("{day}={}", written(self.t.language(), *value));
        Some(all.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}
