//! Rows of what was spent: what each of them would book.
//!
//! Nothing that is booked is changed: a row that says something else is a correction, with its reason.

use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Typed, cents, sent};

use super::columns::{KEY, MEASURE, REASON};
use super::compare::{Beside, Run};
use super::key::Of;
use super::model::{Ref, Spending};
use super::sheets::{Row, Table};
use crate::around::money::{Budget, CostKind};
use crate::spending::form::{self, Known};
use crate::spending::model::{Line, Payer, Says};
use crate::spending::tables;

/// How a plain text says that the city pays.
pub const OWN: &str = "eigen";
/// How it says that another one does, before its name.
pub const FROM: &str = "von ";

/// An amount as its plain text; less than nothing with its sign before it.
#[must_use]
pub fn written(language: Language, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}", ankunft_platform::typed::written(language, cents.abs()))
}

/// The amount of a plain text.
#[must_use]
pub fn signed(language: Language, plain: &str) -> Option<i64> {
    match plain.strip_prefix('-') {
        Some(back) => cents(language, back).map(|it| -it),
        None => cents(language, plain),
    }
}

/// Who pays, by its plain text.
#[must_use]
pub fn told_payer(t: &Texts, plain: &str) -> String {
    match plain.strip_prefix(FROM) {
        Some(name) => name.to_owned(),
        None => tables::payer(t, &Payer::Own),
    }
}

fn plain_payer(t: &Texts, payer: &Payer) -> String {
    match payer {
        Payer::Source { .. } => format!("{FROM}{}", tables::payer(t, payer)),
        Payer::Own => OWN.to_owned(),
        Payer::Open => String::new(),
    }
}

/// A booking as the fields of its row.
#[must_use]
pub fn typed(t: &Texts, says: &Says, reason: &str) -> Typed {
    [
        ("tag", says.day.to_string()),
        ("betrag", written(t.language(), says.cents)),
        ("art", says.kind.map_or("", CostKind::code).to_owned()),
        ("mittel", plain_payer(t, &says.payer)),
        ("notiz", says.note.clone()),
        (REASON, reason.to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec()
}

impl Run<'_> {
    pub(super) fn spent(&mut self, table: &Table, row: &Row) {
        if row.text(KEY).is_empty() {
            return self.new_spent(table, row);
        }
        let Some(key) = self.key(table, row) else { return };
        let Of::Spent(measure, first) = key.of else { return };
        let book = self.of.desk.book(measure);
        let base =
            book.and_then(|it| it.line(key.version).filter(|of| it.first(of.number) == first));
        let (Some(base), Some(now)) = (base, book.and_then(|it| it.newest(first))) else {
            return self.fault(table.at(row, KEY), row.text(KEY), "abgleich-schluessel-unbekannt");
        };
        let t = self.terms.t;
        // Who brings a file once more gives the reason of a correction that is booked.
        let reason = if now.number == base.number { "" } else { now.reason.as_str() };
        let (before, fields) = (typed(t, &base.says, ""), typed(t, &now.says, reason));
        let thing = self.thing(Ref::Known(measure), &now.says);
        let beside = Beside { of: key.of, thing: &thing, place: None, base: &before, now: &fields };
        let Some(mut merged) = self.merge(table, row, &beside) else { return };
        if !self.stays(table, row, (measure, merged.columns[0])) {
            return;
        }
        // A reason speaks of the correction that it came with, never of the next one.
        merged.typed.retain(|it| it.0 != REASON);
        merged.typed.push((REASON.to_owned(), row.text(REASON)));
        match self.booked(&merged.typed, Ref::Known(measure), Some(now)) {
            Ok((says, _)) if says == now.says => {
                let code = merged.columns[0];
                self.fault(table.at(row, code), row.text(code), "ausgabe-nichts-anders");
            }
            Ok((says, reason)) => {
                let corrects = Some((now.number, reason));
                let measure = Ref::Known(measure);
                self.result.writes.spending.push(Spending { measure, corrects, says });
            }
            Err(problems) => self.refuse(table, row, &problems),
        }
    }

    /// What a row books, as its form reads it, with the reason of a correction.
    fn booked(
        &self,
        typed: &Typed,
        measure: Ref,
        corrects: Option<&Line>,
    ) -> Result<(Says, String), Problems> {
        let (t, none) = (self.terms.t, Budget::default());
        let around = match measure {
            Ref::Known(number) => self.of.desk.around(number),
            Ref::New(_) => None,
        };
        let said = corrects.map(|it| &it.says.payer);
        let payers = form::payers(around.map_or(&none, |it| &it.budget), said);
        let named = sent(typed, "mittel").to_lowercase();
        let payer = payers.iter().find(|it| plain_payer(t, it).to_lowercase() == named);
        let amount = sent(typed, "betrag");
        let back = amount.strip_prefix('-');
        let mut fields = typed.clone();
        fields.retain(|it| !["mittel", "betrag"].contains(&it.0.as_str()));
        let payer = payer.map_or_else(|| named.clone(), form::payer_value);
        fields.push(("mittel".to_owned(), payer));
        fields.push(("betrag".to_owned(), back.unwrap_or(amount).to_owned()));
        fields.extend(back.map(|_| ("richtung".to_owned(), form::BACK.to_owned())));
        let corrects = corrects.is_some();
        form::checked(t, &fields, Known { payers: &payers, today: self.of.today, corrects })
    }

    /// What a booking is called.
    fn thing(&self, measure: Ref, says: &Says) -> String {
        format!("{}, {}", self.title(measure), tables::line(self.terms.t, says))
    }

    /// What a measure is called: many count the same.
    pub(super) fn title(&self, measure: Ref) -> &str {
        let title = match measure {
            Ref::Known(number) => self.of.desk.measure(number).map(|it| &it.plan.title),
            Ref::New(at) => self.result.writes.measures.get(at).map(|it| &it.title),
        };
        title.map_or("", String::as_str)
    }

    fn new_spent(&mut self, table: &Table, row: &Row) {
        let Some(typed) = self.typed(table, row) else { return };
        if typed.iter().all(|it| it.1.is_empty()) && row.text(MEASURE).is_empty() {
            return;
        }
        let Some(measure) = self.measure_in(table, row) else { return };
        let says = match self.booked(&typed, measure, None) {
            Ok((says, _)) => says,
            Err(problems) => return self.refuse(table, row, &problems),
        };
        if self.is_booked(measure, &says) {
            self.result.same += 1;
            return;
        }
        let thing = self.thing(measure, &says);
        self.note_new(table, row, thing);
        self.result.writes.spending.push(Spending { measure, corrects: None, says });
    }

    /// Whether a row without a key is booked already, because its file was brought before: then a booking
    /// that has no row of its own in the file says the same, or said it before it was corrected. Each is
    /// taken for one row only, since the same can be paid twice on a day.
    fn is_booked(&mut self, measure: Ref, says: &Says) -> bool {
        let Ref::Known(number) = measure else { return false };
        let found = self.of.desk.ever_booked(number, says).find(|it| !self.keyed.contains(it));
        found.is_some_and(|it| self.keyed.insert(it))
    }
}
