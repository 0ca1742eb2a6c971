//! The form with which an organisation reports an indicator.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Select};
use ankunft_platform::register::organisations::Organisation;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{City, FormBlock};

use super::asking;
use super::pages::Beside;
use crate::effects::model::{Known, Reporter};

/// An organisation reports an indicator from now on.
pub(super) fn form(
    t: &Texts,
    city: &City,
    (measure, beside): (i64, Beside<'_>),
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let select = |name: &str, text: &str, choices: Vec<Choice>| {
        let mut select = Select::new(name, t.get(text), choices);
        select.error = problems.of(name);
        select
    };
    let current = sent(typed, "indikator");
    // Nothing is chosen before: whoever reports so far is not asked any more.
    let none = Choice::new("", t.get("partner-berichtet-waehlen"), current);
    let indicators = beside
        .open
        .iter()
        .map(|it| Choice::new(it.number.to_string(), so_far(t, it, beside), current));
    let indicators: Vec<Choice> = std::iter::once(none).chain(indicators).collect();
    let current = sent(typed, "organisation");
    let known = beside.register.iter();
    let known = known.map(|it| Choice::new(it.id.to_string(), it.name.clone(), current));
    let none = Choice::new("", t.get("partner-keine"), current);
    let known = std::iter::once(none).chain(known).collect();
    let field = |name: &str, text: &str| {
        Field::new(name, t.get(text)).value(sent(typed, name)).error(problems.of(name))
    };
    let button = Button::secondary(t.get("partner-berichtet-merken"));
    FormBlock::new(format!("{}/partner", asking(city, measure)), button)
        .select(select("indikator", "partner-berichtet-was", indicators))
        .select(select("organisation", "partner-organisation", known))
        .field(field("neu", "partner-neu").optional())
        .field(field("kontakt", "partner-kontakt").optional())
        .field(field("email", "partner-email").kind("email"))
}

/// What an indicator is called, and which organisation reports it so far.
fn so_far(t: &Texts, it: &Known, beside: Beside<'_>) -> String {
    let is_it = |of: &&Organisation| it.says.reporter == Some(Reporter::Organisation(of.id));
    match beside.register.iter().find(is_it) {
        Some(of) => {
            let args = [("was", Arg::from(&*it.says.name)), ("wer", Arg::from(&*of.name))];
            t.with("partner-berichtet-bisher", &args)
        }
        None => it.says.name.clone(),
    }
}
