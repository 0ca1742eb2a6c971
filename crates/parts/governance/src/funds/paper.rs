//! Papers of funds: the Auszahlungsanordnung, and the report of a year.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Column, Level, Note, Paper, Row, Table, Text};

use super::model::{Contact, State};
use super::pages::year as year_page;
use super::view::{FundView, OneView, Year};
use super::{iban, words};
use crate::known;
use crate::printed;

/// The order to pay what was granted: for the Kasse, with the whole account number.
#[must_use]
pub fn order(head: &Letterhead<'_>, view: &OneView, contact: &Contact) -> Paper {
    let t = head.t;
    let number = [("nummer", Arg::from(view.it.number.to_string()))];
    let title = t.with("anordnung-titel", &number);
    let blocks = vec![
        Block::paragraph(sentence(t, view)),
        Block::Table(facts(t, view, contact)),
        Block::heading(Level::One, t.get("anordnung-grund")),
        Block::paragraph(decided(t, view)),
        Block::Note(Note {
            title: t.get("anordnung-vier-augen"),
            text: vec![Text::from(t.get("anordnung-vier-augen.text"))],
        }),
        Block::heading(Level::One, t.get("papier-unterschrift")),
        Block::paragraph(t.get("papier-unterschrift-zeile")),
    ];
    let mark = Some(t.get("anordnung-vertraulich"));
    Paper { mark, ..head.paper((title, t.get("anordnung-art")), &[], blocks) }
}

fn sentence(t: &Texts, view: &OneView) -> String {
    let args = [
        ("betrag", Arg::from(t.euros(view.granted.unwrap_or_default()))),
        ("fonds", Arg::from(view.fund.terms.name.as_str())),
    ];
    t.with("anordnung-satz", &args)
}

fn facts(t: &Texts, view: &OneView, contact: &Contact) -> Table {
    let terms = &view.fund.terms;
    let mut rows = vec![
        ("antrag-betrag", t.euros(view.granted.unwrap_or_default())),
        ("antrag-inhaber", contact.holder.clone()),
        ("antrag-feld-iban", iban::grouped(&contact.iban)),
        ("anordnung-zweck", view.it.request.title.clone()),
        ("antrag-gruppe", view.it.request.applicant.clone()),
        ("fonds-feld-leitung", known::post(t, &view.names, terms.lead)),
        ("fonds-feld-auszahlung", known::post(t, &view.names, terms.payer)),
    ];
    if !terms.programme.is_empty() {
        rows.push(("fonds-feld-programm", terms.programme.clone()));
    }
    if !terms.file_number.is_empty() {
        rows.push(("fonds-feld-aktenzeichen", terms.file_number.clone()));
    }
    if let Some(step) = view.it.step(State::Paid) {
        rows.push(("anordnung-tag", t.date(step.on_day)));
        rows.push(("anordnung-von", view.names.account(t, step.account)));
    }
    let row = |(id, text): (&str, String)| Row {
        cells: vec![t.get(id).into(), text.into()],
        total: false,
    };
    Table {
        caption: t.get("anordnung-angaben"),
        columns: vec![Column::words(t.get("papier-was")), Column::words(t.get("papier-inhalt"))],
        row_headings: true,
        rows: rows.into_iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn decided(t: &Texts, view: &OneView) -> String {
    let tally = view.tally();
    let day = view.it.step(State::Granted).map_or_else(String::new, |it| t.date(it.on_day));
    let args = [
        ("tag", Arg::from(day)),
        ("ja", Arg::from(tally.yes)),
        ("nein", Arg::from(tally.no)),
        ("enthaltung", Arg::from(tally.abstained)),
        ("befangen", Arg::from(tally.conflicts)),
    ];
    t.with("anordnung-beschluss", &args)
}

/// What a fund did in a year, as its page says it.
#[must_use]
pub fn year(head: &Letterhead<'_>, view: &FundView, year: &Year) -> Paper {
    let t = head.t;
    let name = [("jahr", Arg::from(year.year.to_string()))];
    let balance = year.balance;
    let sum = |id: &str, cents: i64, total: bool| Row {
        cells: vec![t.get(id).into(), t.euros(cents).into()],
        total,
    };
    let mut blocks = vec![
        Block::paragraph(year_page::lead(t, year)),
        Block::paragraph(words::rule(t, view.fund().terms.shares)),
        Block::Table(Table {
            caption: t.with("fonds-haushalt-von", &name),
            columns: vec![
                Column::words(t.get("fonds-haushalt-was")),
                Column::numbers(t.get("antrag-betrag")),
            ],
            row_headings: true,
            rows: vec![
                sum("fonds-haushalt", balance.budget, false),
                sum("fonds-reserviert", balance.reserved, false),
                sum("fonds-ausgezahlt", balance.paid, false),
                sum("fonds-zurueck", balance.returned, false),
                sum("fonds-frei", balance.left(), true),
            ],
            notes: Vec::new(),
        }),
    ];
    if !year.rows.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("fonds-gefoerdert")));
        blocks.push(Block::Table(printed::table(year_page::table(t, None, year))));
    }
    if !year.lines.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("fonds-buch")));
        blocks.push(Block::Table(printed::table(year_page::book(t, view, year))));
    }
    let title = (view.fund().terms.name.clone(), t.with("fonds-jahr-titel", &name));
    Paper { mark: Some(t.get("fonds-nur-intern")), ..head.paper(title, &[], blocks) }
}
