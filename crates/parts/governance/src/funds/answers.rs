//! What a group is asked when it applies, one thing at a time, and how that is read.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use jiff::civil::Date;

use super::model::{Contact, Cost, Request, Terms, sum};

/// More rows of costs are a spreadsheet, and no small fund.
pub const MOST_ROWS: usize = 20;

/// One short page of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// What.
    Idea,
    /// Where, for whom, when.
    Where,
    /// What it costs.
    Costs,
    /// Who.
    Group,
    /// All of it once more.
    Check,
}

impl Page {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Where, Self::Costs, Self::Group, Self::Check];

    /// Its name in addresses and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idee",
            Self::Where => "wo",
            Self::Costs => "kosten",
            Self::Group => "gruppe",
            Self::Check => "pruefen",
        }
    }

    /// The page of a name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).unwrap_or_default() + 1
    }

    /// The page after it; the last one is followed by itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.get(self.number()).copied().unwrap_or(self)
    }

    /// The page before it, if there is one.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Self::ALL.get(self.number().checked_sub(2)?).copied()
    }

    /// Whether a field stands on it.
    #[must_use]
    pub fn owns(self, field: &str) -> bool {
        match self {
            Self::Idea => ["titel", "was"].contains(&field),
            Self::Where => ["ort", "fuer-wen", "ab", "bis"].contains(&field),
            Self::Costs => field == "eigenes" || row_of(field).is_some(),
            Self::Group => {
                ["gruppe", "person", "email", "telefon", "naehe", "naehe-was"].contains(&field)
            }
            Self::Check => false,
        }
    }
}

/// The row that a field of costs belongs to.
fn row_of(field: &str) -> Option<usize> {
    let digits = field.strip_prefix("posten-").or_else(|| field.strip_prefix("betrag-"))?;
    digits.parse().ok().filter(|it| (1..=MOST_ROWS).contains(it))
}

/// How many rows of costs are shown: those that were typed and two more.
#[must_use]
pub fn rows(typed: &Typed) -> usize {
    let filled = typed.iter().filter(|it| !it.1.trim().is_empty());
    let last = filled.filter_map(|it| row_of(&it.0)).max().unwrap_or_default();
    (last + 2).clamp(3, MOST_ROWS)
}

/// The rows that were typed; what is wrong with one stands beside it.
pub fn costs(it: &mut Reading<'_>) -> Vec<Cost> {
    let mut costs = Vec::new();
    let rows: BTreeSet<usize> = it.typed.iter().filter_map(|it| row_of(&it.0)).collect();
    for row in rows {
        let (what, amount) = (format!("posten-{row}"), format!("betrag-{row}"));
        let is_empty = it.sent(&what).is_empty() && it.sent(&amount).is_empty();
        if is_empty {
            continue;
        }
        let text = it.needed(&what, LONGEST_LINE, "antrag-posten-fehlt");
        match it.cents(&amount) {
            Some(0) => it.wrong(&amount, "antrag-betrag-fehlt"),
            None if it.sent(&amount).is_empty() => it.wrong(&amount, "antrag-betrag-fehlt"),
            None => {}
            Some(cents) => costs.push(Cost { what: text, cents }),
        }
    }
    if costs.is_empty() && it.problems.is_empty() {
        it.wrong("posten-1", "antrag-kosten-fehlen");
    }
    // No sum of a page is larger than what a ledger holds.
    if costs.iter().any(|it| it.cents > super::ledger::MOST) {
        it.wrong("betrag-1", "antrag-betrag-zu-hoch");
        costs.clear();
    }
    costs
}

/// What costs and own money leave to ask for.
fn money(it: &mut Reading<'_>, terms: &Terms) -> (Vec<Cost>, i64) {
    let costs = costs(it);
    let own = it.cents("eigenes").unwrap_or_default();
    if !it.problems.is_empty() {
        return (costs, own);
    }
    let cost = sum(&costs);
    let most = terms.shares.most(cost);
    if own >= cost {
        it.wrong("eigenes", "antrag-nichts-noetig");
    } else if cost - own > most {
        let args = [
            ("hoechstens", Arg::from(it.t.euros(most))),
            ("eigenes", Arg::from(it.t.euros(cost - most))),
            ("kosten", Arg::from(it.t.euros(cost))),
        ];
        it.problems.add("eigenes", it.t.with("antrag-zu-viel", &args));
    }
    (costs, own)
}

fn days(it: &mut Reading<'_>, today: Date) -> (Date, Date) {
    let from = it.needed_day("ab", "antrag-ab-fehlt");
    let to = it.needed_day("bis", "antrag-bis-fehlt");
    if from.is_some_and(|from| from < today) {
        it.wrong("ab", "antrag-ab-vorbei");
    }
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        it.wrong("bis", "antrag-bis-vor-ab");
    }
    (from.unwrap_or_default(), to.unwrap_or_default())
}

fn contact(it: &mut Reading<'_>) -> Contact {
    let person = it.needed("person", LONGEST_LINE, "antrag-person-fehlt");
    let (email, phone) = (it.text("email", LONGEST_LINE), it.text("telefon", LONGEST_LINE));
    if email.is_empty() && phone.is_empty() {
        it.wrong("email", "antrag-erreichbar-fehlt");
    } else if !email.is_empty() && !is_address(&email) {
        it.wrong("email", "antrag-email-unklar");
    }
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    if !phone.is_empty() && !(5..=20).contains(&digits) {
        it.wrong("telefon", "antrag-telefon-unklar");
    }
    Contact { person, email, phone, ..Contact::default() }
}

/// Whether a text can be an address of mail.
fn is_address(text: &str) -> bool {
    let plain = |it: &str| !it.is_empty() && !it.contains(|it: char| it.is_whitespace());
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| {
        plain(name)
            && plain(host)
            && host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && text.bytes().all(|it| it.is_ascii_graphic() && !b"<>\"(),:;\\[]".contains(&it))
    })
}

fn conflict(it: &mut Reading<'_>) -> String {
    match it.sent("naehe") {
        "nein" => String::new(),
        "ja" => it.needed("naehe-was", LONGEST_LINE, "antrag-naehe-was-fehlt"),
        _ => {
            let text = it.t.get("antrag-naehe-fehlt");
            it.problems.add_choices("naehe", text);
            String::new()
        }
    }
}

/// Everything that was typed as an application, or what is wrong with it.
///
/// # Errors
///
/// What is wrong, on all pages.
pub fn checked(
    t: &Texts,
    typed: &Typed,
    (terms, today): (&Terms, Date),
) -> Result<(Request, Contact), Problems> {
    let mut problems = Problems::default();
    let mut read = |part: &mut dyn FnMut(&mut Reading<'_>)| {
        let mut it = Reading::new(t, typed);
        part(&mut it);
        problems.items.extend(it.problems.items);
    };
    let mut request = Request {
        title: String::new(),
        what: String::new(),
        place: String::new(),
        for_whom: String::new(),
        starts_on: today,
        ends_on: today,
        costs: Vec::new(),
        own: 0,
        applicant: String::new(),
        conflict: String::new(),
    };
    let mut reached = Contact::default();
    read(&mut |it| {
        request.title = it.needed("titel", LONGEST_LINE, "antrag-titel-fehlt");
        request.what = it.needed("was", LONGEST_TEXT, "antrag-was-fehlt");
    });
    read(&mut |it| {
        request.place = it.needed("ort", LONGEST_LINE, "antrag-ort-fehlt");
        request.for_whom = it.needed("fuer-wen", LONGEST_LINE, "antrag-fuer-wen-fehlt");
        (request.starts_on, request.ends_on) = days(it, today);
    });
    read(&mut |it| (request.costs, request.own) = money(it, terms));
    read(&mut |it| {
        request.applicant = it.needed("gruppe", LONGEST_LINE, "antrag-gruppe-fehlt");
        reached = contact(it);
        request.conflict = conflict(it);
    });
    if problems.is_empty() { Ok((request, reached)) } else { Err(problems) }
}

/// What is wrong on one page.
#[must_use]
pub fn problems_of(page: Page, all: &Problems) -> Problems {
    let is_own = |href: &str| {
        let name = href.trim_start_matches("#feld-");
        page.owns(name) || name.strip_suffix("-1").is_some_and(|it| page.owns(it))
    };
    Problems { items: all.items.iter().filter(|it| is_own(&it.href)).cloned().collect() }
}

/// The pages that are not in order, each once.
#[must_use]
pub fn pages_with(all: &Problems) -> Vec<Page> {
    let pages = Page::ALL.into_iter();
    pages.filter(|it| !problems_of(*it, all).is_empty()).collect()
}

/// Whether nothing was typed on a page yet.
#[must_use]
pub fn is_untouched(page: Page, typed: &Typed) -> bool {
    !typed.iter().any(|it| page.owns(&it.0) && !sent(typed, &it.0).is_empty())
}

#[cfg(test)]
mod tests {
    use ankunft_platform::languages::{Language, Languages};
    use jiff::civil::date;

    use super::*;
    use crate::funds::model::{Majority, Shares, Spending};

    fn terms() -> Terms {
        Terms {
            name: "Fonds".into(),
            place: None,
            programme: String::new(),
            file_number: String::new(),
            shares: Shares { permille: 500, full_up_to: 20_000, largest: 100_000 },
            spending: Spending::Any,
            criteria: String::new(),
            call: None,
            lead: 1,
            payer: 2,
            members: vec![3],
            quorum: 1,
            majority: Majority::Simple,
        }
    }

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let good = [
            ("titel", "Hoffest"),
            ("was", "Wir feiern."),
            ("ort", "Hof 3"),
            ("fuer-wen", "alle"),
            ("ab", "1.6.2026"),
            ("bis", "1.6.2026"),
            ("posten-1", "Zelt"),
            ("betrag-1", "150"),
            ("gruppe", "Hausgemeinschaft"),
            ("person", "A. B."),
            ("telefon", "0631 12345"),
            ("naehe", "nein"),
        ];
        let is_other = |name: &str| pairs.iter().all(|it| it.0 != name);
        let all = good.iter().filter(|it| is_other(it.0)).chain(pairs);
        all.map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
    }

    fn read(pairs: &[(&str, &str)]) -> Result<(Request, Contact), Problems> {
        let t = Languages::load().unwrap().texts(Language::German);
        checked(&t, &typed(pairs), (&terms(), date(2026, 5, 1)))
    }

    #[test]
    fn a_whole_application_is_read() {
        let (request, contact) = read(&[]).unwrap();
        assert_eq!((request.cost(), request.asked()), (15_000, 15_000));
        assert_eq!(contact.phone, "0631 12345");
    }

    #[test]
    fn each_slip_is_said_beside_its_field() {
        for (pairs, field) in [
            (&[("titel", "")][..], "titel"),
            (&[("ab", "30.4.2026")], "ab"),
            (&[("bis", "31.5.2026")], "bis"),
            (&[("ab", "bald")], "ab"),
            (&[("betrag-1", "150.00")], "betrag-1"),
            (&[("betrag-1", "-5")], "betrag-1"),
            (&[("betrag-1", "0")], "betrag-1"),
            (&[("betrag-1", "9999999999999,00")], "betrag-1"),
            (&[("betrag-1", "")], "betrag-1"),
            (&[("posten-1", "")], "posten-1"),
            (&[("posten-1", ""), ("betrag-1", "")], "posten-1"),
            (&[("eigenes", "150")], "eigenes"),
            (&[("betrag-1", "500"), ("eigenes", "249,99")], "eigenes"),
            (&[("telefon", "")], "email"),
            (&[("email", "a@b")], "email"),
            (&[("email", "a@b.de\r\nBcc: c@d.de")], "email"),
            (&[("telefon", "ja")], "telefon"),
            (&[("naehe", "")], "naehe"),
            (&[("naehe", "ja")], "naehe-was"),
        ] {
            let problems = read(pairs).unwrap_err();
            assert!(problems.of(field).is_some(), "{pairs:?}: {problems:?}");
            let pages = pages_with(&problems);
            assert!(pages.len() == 1, "{pairs:?}: {pages:?}");
            assert_eq!(problems_of(pages[0], &problems).items.len(), problems.items.len());
        }
        assert!(read(&[("betrag-1", "500"), ("eigenes", "250")]).is_ok());
    }

    #[test]
    fn fields_that_nobody_asked_for_are_not_kept() {
        for field in ["posten-0", "posten-21", "posten-x", "csrf", "betrag-", "summe"] {
            assert!(!Page::Costs.owns(field), "{field}");
        }
        assert_eq!(rows(&typed(&[("posten-7", "x")])), 9);
        assert_eq!(rows(&typed(&[("posten-20", "x")])), MOST_ROWS);
    }
}
