//! From what was typed to the terms of a fund, or to what is wrong with them.

use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent, cents};

use super::model::{Majority, Part, Shares, Spending, Terms};
use crate::known::{Known, Place, WHOLE_CITY};

/// An amount as a person types it.
#[must_use]
pub fn amount(language: Language, cents: i64) -> String {
    let decimal = if language == Language::German { ',' } else { '.' };
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{}{decimal}{rest:02}", cents / 100),
    }
}

/// Terms as the fields of their form.
#[must_use]
pub fn typed(t: &Texts, terms: &Terms) -> Typed {
    let one = |part: Part, value: String| (part.code().to_owned(), value);
    let place = terms.place.as_ref().map_or_else(|| WHOLE_CITY.to_owned(), Place::value);
    let shares = terms.shares;
    let full = (shares.full_up_to > 0).then(|| amount(t.language(), shares.full_up_to));
    let mut all = vec![
        one(Part::Name, terms.name.clone()),
        one(Part::Place, place),
        one(Part::Programme, terms.programme.clone()),
        one(Part::FileNumber, terms.file_number.clone()),
        one(Part::Share, amount(t.language(), shares.permille * 10)),
        one(Part::FullUpTo, full.unwrap_or_default()),
        one(Part::Largest, amount(t.language(), shares.largest)),
        one(Part::Spending, terms.spending.code().to_owned()),
        one(Part::Criteria, terms.criteria.clone()),
        one(Part::CallFrom, terms.call.map_or_else(String::new, |it| it.0.to_string())),
        one(Part::CallTo, terms.call.map_or_else(String::new, |it| it.1.to_string())),
        one(Part::Lead, terms.lead.to_string()),
        one(Part::Payer, terms.payer.to_string()),
        one(Part::Quorum, terms.quorum.to_string()),
        one(Part::Majority, terms.majority.code().to_owned()),
    ];
    all.extend(terms.members.iter().map(|it| one(Part::Members, it.to_string())));
    all
}

struct Asked<'a> {
    form: Reading<'a>,
    known: &'a Known,
    was: Option<&'a Terms>,
}

impl Asked<'_> {
    fn wrong(&mut self, part: Part, text: &str) {
        self.form.wrong(part.code(), text);
    }

    /// A Stelle of today, or one that the fund has already.
    fn is_post(&self, id: i64) -> bool {
        self.was.is_some_and(|it| it.is_of(id)) || self.known.desks.iter().any(|it| it.id == id)
    }

    fn post(&mut self, part: Part, missing: &str) -> i64 {
        let id = self.form.sent(part.code()).parse().ok().filter(|it| self.is_post(*it));
        if id.is_none() {
            self.wrong(part, missing);
        }
        id.unwrap_or_default()
    }

    fn place(&mut self) -> Option<Place> {
        let value = self.form.sent(Part::Place.code());
        if value == WHOLE_CITY {
            return None;
        }
        let had = self.was.and_then(|it| it.place.as_ref()).filter(|it| it.value() == value);
        let spots = self.known.spots.iter().map(|it| &it.place);
        let found = spots.chain(had).find(|it| it.value() == value);
        if found.is_none() {
            self.wrong(Part::Place, "fonds-quartier-fehlt");
        }
        found.cloned()
    }

    fn members(&mut self, quorum: usize) -> Vec<i64> {
        let sent = all_sent(self.form.typed, Part::Members.code());
        let mut posts: Vec<i64> = sent.filter_map(|it| it.parse().ok()).collect();
        posts.retain(|it| self.is_post(*it));
        posts.sort_unstable();
        posts.dedup();
        if posts.is_empty() {
            let text = self.form.t.get("fonds-gremium-fehlt");
            self.form.problems.add_choices(Part::Members.code(), text);
        } else if quorum > posts.len() {
            self.wrong(Part::Quorum, "fonds-mindestens-zu-viele");
        }
        posts
    }

    /// Percent with at most one digit behind the sign, as permille.
    fn share(&mut self) -> i64 {
        let text = self.form.sent(Part::Share.code()).trim_end_matches(['%', ' ', '\u{a0}']);
        let found = cents(self.form.t.language(), text);
        let found = found.filter(|it| it % 10 == 0 && (1..=1000).contains(&(it / 10)));
        if found.is_none() {
            self.wrong(Part::Share, "fonds-anteil-unklar");
        }
        found.unwrap_or(10) / 10
    }

    fn shares(&mut self) -> Shares {
        let permille = self.share();
        let full_up_to = self.form.cents(Part::FullUpTo.code()).unwrap_or_default();
        let largest = self.form.cents(Part::Largest.code());
        if self.form.sent(Part::Largest.code()).is_empty() || largest == Some(0) {
            self.wrong(Part::Largest, "fonds-hoechstens-fehlt");
        }
        Shares { permille, full_up_to, largest: largest.unwrap_or(1).max(1) }
    }
}

/// The terms that were typed, or what is wrong with them. `was` are those that they change.
///
/// # Errors
///
/// What is wrong, all of it.
pub fn checked(
    t: &Texts,
    typed: &Typed,
    known: &Known,
    was: Option<&Terms>,
) -> Result<Terms, Problems> {
    let mut it = Asked { form: Reading::new(t, typed), known, was };
    let name = it.form.needed(Part::Name.code(), LONGEST_LINE, "fonds-name-fehlt");
    let place = it.place();
    let shares = it.shares();
    let spending = Spending::from_code(it.form.sent(Part::Spending.code()));
    let criteria = it.form.needed(Part::Criteria.code(), LONGEST_TEXT, "fonds-kriterien-fehlen");
    let (from, to) = (it.form.day(Part::CallFrom.code()), it.form.day(Part::CallTo.code()));
    if from.is_some() != to.is_some() && it.form.problems.is_empty() {
        it.wrong(Part::CallTo, "fonds-aufruf-halb");
    }
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        it.wrong(Part::CallTo, "fonds-aufruf-verkehrt");
    }
    let lead = it.post(Part::Lead, "fonds-leitung-fehlt");
    let payer = it.post(Part::Payer, "fonds-auszahlung-fehlt");
    if lead == payer && lead != 0 {
        it.wrong(Part::Payer, "fonds-vier-augen");
    }
    let quorum = it.form.sent(Part::Quorum.code()).parse().ok().filter(|it| *it > 0);
    if quorum.is_none() {
        it.wrong(Part::Quorum, "fonds-mindestens-fehlt");
    }
    let members = it.members(quorum.unwrap_or_default());
    let terms = Terms {
        name,
        place,
        programme: it.form.text(Part::Programme.code(), LONGEST_LINE),
        file_number: it.form.text(Part::FileNumber.code(), LONGEST_LINE),
        shares,
        spending: spending.unwrap_or(Spending::Any),
        criteria,
        call: from.zip(to),
        lead,
        payer,
        members,
        quorum: quorum.unwrap_or_default(),
        majority: Majority::from_code(it.form.sent(Part::Majority.code()))
            .unwrap_or(Majority::Simple),
    };
    it.form.result(terms)
}
