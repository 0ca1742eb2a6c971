//! Small funds (Verfügungsfonds): residents' groups apply without an account, a board decides, money
//! is paid and its use is shown; never over budget, in cents.
//!
//! A fund is written in versions. Its money is a ledger ([`ledger`]): bookings are only appended,
//! and whoever books waits for whoever books. What happens to an application stands in [`actions`];
//! what is known of persons is deleted after the end ([`forget`]).

pub mod actions;
mod answers;
mod citable;
pub mod correcting;
mod doors;
mod files;
mod forget;
mod form;
pub mod iban;
pub mod ledger;
pub mod model;
mod pages;
mod panels;
mod paper;
pub mod rights;
pub mod store;
mod today;
pub(crate) mod view;
pub(crate) mod words;

use std::sync::Arc;

use ankunft_platform::parts::{Case, Citable, Duty, Nav, Part};
use ankunft_platform::web::{City, Data, Limit, Route};

pub use forget::forget;
use rights::{APPLY, FOUND, LEAD, PAY, READ, SEE, VOTE};

/// Where funds are, behind the address of their city.
pub(crate) const PATH: &str = "/fonds";

/// The address of a fund.
#[must_use]
pub(crate) fn address(city: &City, number: i64) -> String {
    city.at(&format!("{PATH}/{number}"))
}

/// The address of an application, for who decides on it.
#[must_use]
pub(crate) fn address_of(city: &City, number: i64) -> String {
    city.at(&format!("{PATH}/antraege/{number}"))
}

/// An address behind the secret of an application, for its group.
#[must_use]
pub(crate) fn secret_address(city: &City, secret: &str, path: &str) -> String {
    city.at(&format!("{PATH}/antrag/{secret}{path}"))
}

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such fund or year, or not for this Stelle"),
];

/// Funds by their Aktenzeichen, and the proofs of what was granted from them. Receipts can name persons:
/// the page of the application hands them out.
const CASES: [Case; 2] = [
    Case {
        kind: store::KIND,
        action: SEE,
        list: "select cast(v.fund as text), v.name, '/fonds/' || cast(v.fund as text), \
               coalesce(v.call_from, '') from fund_version v where v.tenant = $1 \
               and v.file_number = $2 and v.version = (select max(n.version) \
               from fund_version n where n.tenant = v.tenant and n.fund = v.fund)",
    },
    Case {
        kind: store::PROOF,
        action: SEE,
        list: "select cast(a.number as text), a.title, \
               '/fonds/antraege/' || cast(a.number as text), b.on_day from fund_version v \
               join fund_application a on a.tenant = v.tenant and a.fund = v.fund \
               join fund_booking b on b.tenant = a.tenant and b.application = a.number \
               and b.kind = 'grant' where v.tenant = $1 and v.file_number = $2 \
               and exists (select 1 from fund_proof p where p.tenant = a.tenant \
               and p.application = a.number) and v.version = (select max(n.version) \
               from fund_version n where n.tenant = v.tenant and n.fund = v.fund)",
    },
];

/// What funds register; the name is that of the whole part.
pub(crate) fn part() -> Part {
    let citables = citable::Kind::ALL.map(|it| Arc::new(it) as Arc<dyn Citable>);
    Part {
        routes: [funds(), applications(), secret()].concat(),
        rules: rights::RULES.to_vec(),
        // Residents look for the fund too.
        nav: vec![Nav {
            text: "nav-fonds",
            path: PATH,
            action: READ,
            of: Some(crate::measures::PATH),
        }],
        citables: citables.to_vec(),
        panels: vec![Arc::new(panels::OfQuarter)],
        front: vec![Arc::new(panels::OnFront)],
        today: vec![Arc::new(today::Asked)],
        duties: vec![Duty {
            text: "haengt-fonds",
            way: Some((PATH, READ)),
            count: "select count(*) from fund_version v where v.tenant = $1 and v.version = \
                    (select max(n.version) from fund_version n where n.tenant = v.tenant \
                    and n.fund = v.fund) and (v.lead_post = $2 or v.pay_post = $2 or exists \
                    (select 1 from fund_member m where m.tenant = v.tenant and m.fund = v.fund \
                    and m.version = v.version and m.post = $2))",
        }],
        cases: CASES.to_vec(),
        ..Part::default()
    }
}

fn funds() -> Vec<Route> {
    use doors::terms;
    vec![
        Route::get("/{kommune}/fonds", READ, doors::list),
        Route::get("/{kommune}/fonds/neu", FOUND, terms::show_new),
        Route::post("/{kommune}/fonds/neu", FOUND, terms::found),
        Route::get("/{kommune}/fonds/{number}", READ, doors::show),
        Route::get("/{kommune}/fonds/{number}/aendern", LEAD, terms::show_edit),
        Route::post("/{kommune}/fonds/{number}/aendern", LEAD, terms::save),
        Route::post("/{kommune}/fonds/{number}/haushalt", LEAD, terms::book),
        Route::get("/{kommune}/fonds/{number}/jahr", SEE, doors::year),
        Route::get("/{kommune}/fonds/{number}/jahr.csv", SEE, doors::year_file)
            .data(Data::file("text/csv", "What a fund granted in a year").refusing(REFUSALS)),
        Route::get("/{kommune}/fonds/{number}/jahr.xlsx", SEE, doors::year_file).data(
            Data::file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "What a fund granted in a year, its sums and its book",
            )
            .refusing(REFUSALS),
        ),
        Route::get("/{kommune}/fonds/{number}/jahr/papier/{format}", SEE, doors::year_paper),
    ]
}

fn applications() -> Vec<Route> {
    use doors::{closing, one};
    vec![
        Route::get("/{kommune}/fonds/antraege/{number}", SEE, one::show),
        Route::post("/{kommune}/fonds/antraege/{number}/stimme", VOTE, one::cast),
        Route::post("/{kommune}/fonds/antraege/{number}/stimmen", LEAD, one::cast_for),
        Route::post("/{kommune}/fonds/antraege/{number}/entscheidung", LEAD, one::decide),
        Route::post("/{kommune}/fonds/antraege/{number}/auszahlung", PAY, one::pay),
        Route::get("/{kommune}/fonds/antraege/{number}/auszahlung/{format}", PAY, one::order),
        Route::post("/{kommune}/fonds/antraege/{number}/nachweis", LEAD, one::check),
        Route::post("/{kommune}/fonds/antraege/{number}/abschluss", LEAD, closing::close),
        Route::post("/{kommune}/fonds/antraege/{number}/veroeffentlichung", LEAD, one::publish),
        Route::get("/{kommune}/fonds/antraege/{number}/belege/{id}", SEE, one::receipt),
    ]
}

fn secret() -> Vec<Route> {
    use doors::{apply, secret};
    vec![
        Route::get("/{kommune}/fonds/{number}/antrag", APPLY, apply::start),
        Route::post("/{kommune}/fonds/{number}/antrag", APPLY, apply::begin).limited(Limit::Begin),
        Route::get("/{kommune}/fonds/antrag/{geheim}", APPLY, secret::show),
        Route::post("/{kommune}/fonds/antrag/{geheim}/absenden", APPLY, apply::send),
        Route::post("/{kommune}/fonds/antrag/{geheim}/konto", APPLY, secret::account),
        Route::post("/{kommune}/fonds/antrag/{geheim}/zurueckziehen", APPLY, secret::withdraw),
        Route::get("/{kommune}/fonds/antrag/{geheim}/belege", APPLY, secret::show_receipts),
        Route::post("/{kommune}/fonds/antrag/{geheim}/belege", APPLY, secret::add_receipt)
            .upload_of(secret::LARGEST),
        Route::get("/{kommune}/fonds/antrag/{geheim}/nachweis", APPLY, secret::show_proof),
        Route::post("/{kommune}/fonds/antrag/{geheim}/nachweis", APPLY, secret::hand_in),
        Route::get("/{kommune}/fonds/antrag/{geheim}/{seite}", APPLY, apply::show),
        Route::post("/{kommune}/fonds/antrag/{geheim}/{seite}", APPLY, apply::keep),
    ]
}
