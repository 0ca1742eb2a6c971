//! From what was typed to a line, or to what is wrong with it.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, written};
use jiff::civil::Date;

use super::model::{Payer, Says};
use crate::around::money::{Budget, CostKind};

/// How a form says that money came back.
pub const BACK: &str = "zurueck";
/// How a form says that the city pays.
const OWN: &str = "eigen";

/// The value of a payer in the list of a form; nothing where it is not said yet.
#[must_use]
pub fn payer_value(it: &Payer) -> String {
    match it {
        Payer::Source { name, programme } => format!("von {name} | {programme}"),
        Payer::Own => OWN.to_owned(),
        Payer::Open => String::new(),
    }
}

/// Who can be said to have paid: the sources of the plan, who stands in the line already, the city.
#[must_use]
pub fn payers(budget: &Budget, said: Option<&Payer>) -> Vec<Payer> {
    let source = |it: &crate::around::money::Source| Payer::Source {
        name: it.name.clone(),
        programme: it.programme.clone(),
    };
    // As the line says it comes first: a plan that was spelled anew since does not take it away.
    let said = said.filter(|it| matches!(it, Payer::Source { .. })).cloned();
    let all = said.into_iter().chain(budget.sources.iter().map(source));
    let mut each: Vec<Payer> = Vec::new();
    for it in all {
        if !each.iter().any(|of| of.alike() == it.alike()) {
            each.push(it);
        }
    }
    each.push(Payer::Own);
    each
}

/// A line as the fields of its form.
#[must_use]
pub fn typed(t: &Texts, says: &Says) -> Typed {
    let kind = says.kind.map_or("", CostKind::code);
    let side = if says.cents < 0 { BACK } else { "" };
    [
        ("tag", says.day.to_string()),
        ("betrag", written(t.language(), says.cents.abs())),
        ("richtung", side.to_owned()),
        ("art", kind.to_owned()),
        ("mittel", payer_value(&says.payer)),
        ("notiz", says.note.clone()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec()
}

/// What a line is read with.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Who can have paid.
    pub payers: &'a [Payer],
    /// The day: nothing is spent later than that.
    pub today: Date,
    /// Whether another line is corrected: then nothing strikes it out, and there is a reason.
    pub corrects: bool,
}

/// The line that was typed with the reason of a correction, or what is wrong with it.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn checked(t: &Texts, typed: &Typed, known: Known<'_>) -> Result<(Says, String), Problems> {
    let mut form = Reading::new(t, typed);
    let day = form.needed_day("tag", "ausgabe-tag-fehlt");
    if day.is_some_and(|it| it > known.today) {
        form.wrong("tag", "ausgabe-tag-kommt");
    }
    if day.is_some_and(|it| it.year() < 1990) {
        form.wrong("tag", "eingabe-tag-unklar");
    }
    if form.sent("betrag").is_empty() {
        form.wrong("betrag", "ausgabe-betrag-fehlt");
    }
    let cents = form.cents("betrag");
    if cents == Some(0) && !known.corrects {
        form.wrong("betrag", "ausgabe-betrag-nichts");
    }
    let kind = match form.sent("art") {
        "" => None,
        code => {
            let kind = CostKind::from_code(code);
            if kind.is_none() {
                form.wrong("art", "ausgabe-art-unklar");
            }
            kind
        }
    };
    let payer = match form.sent("mittel") {
        "" => Payer::Open,
        value => {
            let payer = known.payers.iter().find(|it| payer_value(it) == value).cloned();
            if payer.is_none() {
                form.wrong("mittel", "ausgabe-mittel-unklar");
            }
            payer.unwrap_or_default()
        }
    };
    let note = form.text("notiz", LONGEST_LINE);
    let reason = match known.corrects {
        true => form.needed("grund", LONGEST_LINE, "ausgabe-grund-fehlt"),
        false => String::new(),
    };
    let sign = if form.sent("richtung") == BACK { -1 } else { 1 };
    let cents = sign * cents.unwrap_or_default();
    let says = Says { day: day.unwrap_or(known.today), cents, kind, payer, note };
    form.result((says, reason))
}
