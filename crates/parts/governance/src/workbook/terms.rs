//! What a cell says, in one way for all languages and spellings, and how it is written and told.
//!
//! A field of the forms has one plain text (`quartier:0103`, `2027-06-30`, `running`). Cells are read to
//! it and written from it, so that two cells say the same if their plain texts are alike.

use ankunft_formats::table::book::Value;
use ankunft_formats::workbook::Entry;
use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::typed::{cents, day, written};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::columns::Kind;
use super::index::Index;
use super::{parts, spent};
use crate::around::money::CostKind;
use crate::around::words::Organisations;
use crate::effects::form::reporter;
use crate::effects::model::{Kind as Counted, Reporter, Rule, Step};
use crate::effects::period::Period;
use crate::effects::words as effects;
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
                let read = parts::read(&text, |it| written_number(it, language));
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

    /// How a plain text is written into a cell.
    #[must_use]
    pub fn write(&self, kind: Kind, plain: &str) -> Entry {
        if plain.is_empty() {
            return Entry::Empty;
        }
        match kind {
            Kind::Day => plain.parse().map_or_else(|_| Entry::Text(plain.into()), Entry::Day),
            Kind::Number => match cents(self.t.language(), plain) {
                Some(it) => Entry::Number(effects::as_f64(it)),
                None => Entry::Text(plain.to_owned()),
            },
            Kind::Money => match spent::signed(self.t.language(), plain) {
                Some(it) => Entry::Number(effects::as_f64(it)),
                None => Entry::Text(plain.to_owned()),
            },
            Kind::Step => plain.parse().map_or_else(|_| Entry::Text(plain.into()), Entry::Number),
            _ => Entry::Text(self.in_cell(self.t, kind, plain)),
        }
    }

    /// A plain text as a cell says it: as people read it, but for days within a text, which are
    /// written alike in all languages.
    fn in_cell(&self, t: &Texts, kind: Kind, plain: &str) -> String {
        match kind {
            Kind::Targets => self.told_targets(t, plain, &|it| it.to_owned()),
            _ => self.tell(t, kind, plain),
        }
    }

    /// A plain text as people read it.
    #[must_use]
    pub fn tell(&self, t: &Texts, kind: Kind, plain: &str) -> String {
        if plain.is_empty() {
            return String::new();
        }
        let lines =
            |of: &dyn Fn(&str) -> String| plain.lines().map(of).collect::<Vec<_>>().join("; ");
        match kind {
            Kind::Day => plain.parse().map_or_else(|_| plain.to_owned(), |it| t.date(it)),
            Kind::Number => self.told_number(t, plain),
            Kind::Money => spent::signed(self.t.language(), plain)
                .map_or_else(|| plain.to_owned(), |it| t.euros(it)),
            Kind::Parts => {
                let one = |it: &str| {
                    let (category, value) = it.rsplit_once('=').unwrap_or((it, ""));
                    format!("{category}: {}", self.told_number(t, value))
                };
                lines(&one)
            }
            Kind::Cost => t.get(&format!("ausgabeart-{plain}")),
            Kind::Payer => spent::told_payer(t, plain),
            Kind::Place => self.told_place(t, plain),
            Kind::Post => self.told_post(t, plain),
            Kind::Posts => lines(&|it| self.told_post(t, it)),
            Kind::State => t.get(&format!("massnahme-stand-{plain}")),
            Kind::Counted => t.get(&format!("arbeitsmappe-art-{plain}")),
            Kind::Rule => t.get(&format!("arbeitsmappe-regel-{plain}")),
            Kind::Lines => lines(&str::to_owned),
            Kind::Targets => self.told_targets(t, plain, &|it| {
                it.parse().map_or_else(|_| it.to_owned(), |it: Date| t.date(it))
            }),
            Kind::Reporter => match plain.split_once(':') {
                Some(("stelle", id)) => self.told_post(t, id),
                Some((_, id)) => {
                    let name = id.parse().ok().and_then(|it: i64| self.organisations.get(&it));
                    name.cloned().unwrap_or_else(|| t.get("organisation-weg"))
                }
                None => t.get("berichtet-federfuehrung"),
            },
            Kind::Yes => t.get("offen-ja"),
            Kind::Period => plain.to_uppercase().replace('Q', "-Q").replace('H', "-H"),
            _ => plain.to_owned(),
        }
    }

    /// Whether a cell is as this plain text is written, in whatever language: what nobody touched is
    /// no change, though it could be read otherwise today.
    #[must_use]
    pub fn is_as_written(&self, kind: Kind, value: &Value, plain: &str) -> bool {
        let text = text(value);
        self.all.iter().any(|t| clean(&self.in_cell(t, kind, plain)) == text)
    }

    fn told_targets(&self, t: &Texts, plain: &str, day: &dyn Fn(&str) -> String) -> String {
        let target = |it: &str| {
            let (on, value) = it.split_once('=').unwrap_or((it, ""));
            format!("{}: {}", day(on), self.told_number(t, value))
        };
        plain.lines().map(target).collect::<Vec<_>>().join("; ")
    }

    fn told_number(&self, t: &Texts, plain: &str) -> String {
        let number = cents(self.t.language(), plain);
        number.map_or_else(|| plain.to_owned(), |it| written(t.language(), it))
    }

    fn told_place(&self, t: &Texts, plain: &str) -> String {
        if plain == WHOLE_CITY {
            return t.get("ganze-stadt");
        }
        self.index.place_label(plain).cloned().unwrap_or_else(|| plain.to_owned())
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

    fn told_post(&self, t: &Texts, plain: &str) -> String {
        let id: Option<i64> = plain.parse().ok();
        match id.and_then(|id| self.index.desk_label(id)) {
            Some(it) => it.clone(),
            None => crate::known::post(t, &self.known.names, id.unwrap_or_default()),
        }
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

/// A number as it is written in a language. One whose decimal sign is that of another language is
/// taken if it can be nothing else.
fn written_number(text: &str, language: Language) -> Option<i64> {
    let (other, decimal) = match language {
        Language::German => (Language::English, '.'),
        _ => (Language::German, ','),
    };
    let foreign = || text.contains(decimal).then(|| cents(other, text)).flatten();
    cents(language, text).or_else(foreign)
}

/// A number in hundredths, if it is none below zero and has no more decimals.
#[expect(clippy::cast_possible_truncation, reason = "bounded far below 2^53")]
fn hundredths(number: f64) -> Option<i64> {
    let scaled = number * 100.0;
    // What computing left behind, and never as much as a third decimal.
    let leftover = (1e-9 * scaled.abs()).clamp(1e-6, 1e-2);
    let is_whole = (scaled - scaled.round()).abs() < leftover;
    (is_whole && (0.0..1e14).contains(&scaled)).then_some(scaled.round() as i64)
}

/// A day out of a cell: a day, a text, or the number by which programs count days.
#[expect(clippy::cast_possible_truncation, reason = "bounded")]
fn day_of(value: &Value) -> Option<Date> {
    match value {
        Value::Day(it) => Some(*it),
        Value::Text(it) => day(it),
        Value::Number(it) if it.fract() == 0.0 && (20_000.0..80_000.0).contains(it) => {
            Some(date(1899, 12, 30).saturating_add((*it as i64).days()))
        }
        _ => None,
    }
}

/// Texts that stand in one cell: one a line, or with semicolons between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', ';']).map(str::trim).filter(|it| !it.is_empty())
}

/// What stands in a cell as a text, with one kind of line end and no space around it.
#[must_use]
pub fn text(value: &Value) -> String {
    match value {
        Value::Text(it) | Value::Failed(it) => clean(it),
        Value::Number(it) => it.to_string(),
        Value::Day(it) => it.to_string(),
        Value::Truth(it) => it.to_string(),
        Value::Uncomputed => String::new(),
    }
}

/// A text with one kind of line end and no space around it.
#[must_use]
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_that_of_its_language_or_can_be_nothing_else() {
        for (language, text, expected) in [
            (Language::German, "1.140", Some(114_000)),
            (Language::German, "12,5", Some(1_250)),
            (Language::German, "12.5", Some(1_250)),
            (Language::German, "1,140.5", Some(114_050)),
            (Language::English, "1,140", Some(114_000)),
            (Language::English, "12,5", Some(1_250)),
            (Language::English, "1.140", None),
            (Language::German, "12.345", Some(1_234_500)),
            (Language::German, "1.2345", None),
            (Language::German, "-5", None),
            (Language::German, "viele", None),
        ] {
            assert_eq!(written_number(text, language), expected, "{text}");
        }
        assert_eq!(hundredths(62.35), Some(6_235));
        assert_eq!(hundredths(0.1 + 0.2), Some(30));
        assert_eq!(hundredths(9_000_000.25), Some(900_000_025));
        for number in [1.005, 12_345.678, 9_000_000.125, -1.0, f64::NAN] {
            assert_eq!(hundredths(number), None, "{number}");
        }
    }

    #[test]
    fn a_day_is_a_day_a_text_or_the_number_of_one() {
        let expected = Some(date(2027, 6, 30));
        for value in [
            Value::Day(date(2027, 6, 30)),
            Value::Text("30.6.2027".into()),
            Value::Text("2027-06-30".into()),
            Value::Number(46_568.0),
        ] {
            assert_eq!(day_of(&value), expected, "{value:?}");
        }
        for value in [Value::Number(2027.0), Value::Number(46_568.5), Value::Text("bald".into())] {
            assert_eq!(day_of(&value), None, "{value:?}");
        }
    }
}
