//! Plain texts as they are written into cells, and as people read them.

use ankunft_formats::table::book::Value;
use ankunft_formats::workbook::Entry;
use ankunft_platform::languages::Texts;
use ankunft_platform::typed::{cents, written};
use jiff::civil::Date;

use super::super::columns::Kind;
use super::super::spent;
use super::{Terms, clean, text};
use crate::effects::words as effects;
use crate::known::WHOLE_CITY;

impl Terms<'_> {
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

    fn told_post(&self, t: &Texts, plain: &str) -> String {
        let id: Option<i64> = plain.parse().ok();
        match id.and_then(|id| self.index.desk_label(id)) {
            Some(it) => it.clone(),
            None => crate::known::post(t, &self.known.names, id.unwrap_or_default()),
        }
    }
}
