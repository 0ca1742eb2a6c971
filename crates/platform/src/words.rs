//! What stands beside figures, in words: rules of protection, circles, indicators, moments.

use ankunft_disclosure::{Base, Nutzung, Policy};
use jiff::Timestamp;

use crate::datasets::Protection;
use crate::languages::{Arg, Texts};

/// The rule of protection.
#[must_use]
pub fn policy(t: &Texts, policy: &Policy) -> String {
    match policy {
        Policy::Rounded(Base::Five) => t.get("schutz-runden-5"),
        Policy::Rounded(Base::Ten) => t.get("schutz-runden-10"),
        Policy::AlreadyProtected(declared) => t.with(
            "schutz-bereits",
            &[
                ("regel", Arg::from(declared.rule.as_str())),
                ("stelle", Arg::from(declared.office.as_str())),
            ],
        ),
    }
}

/// How a dataset is protected.
#[must_use]
pub fn protection(t: &Texts, protection: &Protection) -> String {
    match protection {
        Protection::Unprotected => t.get("schutz-ungeschuetzt"),
        Protection::Already(declared) => policy(t, &Policy::AlreadyProtected(declared.clone())),
    }
}

/// The circle of readers.
#[must_use]
pub fn nutzung(t: &Texts, nutzung: Nutzung) -> String {
    t.get(match nutzung {
        Nutzung::StatisticsOffice => "nutzung-statistics-office",
        Nutzung::Administration => "nutzung-administration",
        Nutzung::Programme => "nutzung-programme",
        Nutzung::Public => "nutzung-public",
    })
}

/// What an indicator is called: by its code, as the city named it, or the code itself.
#[must_use]
pub fn indicator(t: &Texts, code: &str, name: Option<&str>) -> String {
    let id = format!("indicator-{code}");
    if t.has(&id) { t.get(&id) } else { name.unwrap_or(code).to_owned() }
}

/// A moment in microseconds UTC.
#[must_use]
pub fn instant(t: &Texts, at: i64) -> String {
    t.instant(Timestamp::from_microsecond(at).unwrap_or_default())
}

/// What was done, as the log says it; the word of the program if nobody has named it.
#[must_use]
pub fn action(t: &Texts, action: &str) -> String {
    let id = format!("aktion-{}", action.replace('.', "-"));
    if t.has(&id) { t.get(&id) } else { action.to_owned() }
}
