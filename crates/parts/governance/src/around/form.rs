//! From what was typed to a sheet, or to what is wrong with it.

use ankunft_platform::languages::Texts;
use ankunft_platform::mail;
use ankunft_platform::page::components::Problems;
use ankunft_platform::register::organisations::Organisation;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed};

use super::model::{Content, Degree, Kind, Partner, Risk, Role};
use super::money_form;
use crate::rows::{filled, name};

/// The fields by which a group of each kind counts as filled in.
pub const PARTNER: [&str; 4] = ["organisation", "neu", "kontakt", "email"];
/// See [`PARTNER`].
pub const RISK: [&str; 2] = ["text", "umgang"];

/// A sheet that was read, and organisations that are not in the register yet: the position of each
/// partner, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What it says.
    pub content: Content,
    /// New organisations.
    pub new: Vec<(usize, String)>,
}

/// A sheet as the fields of its form.
#[must_use]
pub fn typed(t: &Texts, content: &Content) -> Typed {
    let mut all = Typed::new();
    let mut say = |group: &str, at: usize, field: &str, value: String| {
        all.push((name(group, at, field), value));
    };
    match content {
        Content::Money(budget) => return money_form::typed(t, budget),
        Content::Partners(partners) => {
            for (at, it) in partners.iter().enumerate() {
                say("partner", at, "organisation", it.organisation.to_string());
                say("partner", at, "rolle", it.role.code().to_owned());
                say("partner", at, "kontakt", it.contact.clone());
                say("partner", at, "email", it.email.clone());
            }
        }
        Content::Risks(risks) => {
            for (at, it) in risks.iter().enumerate() {
                say("risiko", at, "text", it.text.clone());
                say("risiko", at, "wahrscheinlich", it.likelihood.code().to_owned());
                say("risiko", at, "folge", it.consequence.code().to_owned());
                say("risiko", at, "umgang", it.response.clone());
            }
        }
    }
    all
}

/// The sheet that was typed, or what is wrong with it.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn checked(
    t: &Texts,
    typed: &Typed,
    kind: Kind,
    known: &[Organisation],
) -> Result<Read, Problems> {
    let mut form = Reading::new(t, typed);
    let mut new = Vec::new();
    let content = match kind {
        Kind::Money => Content::Money(money_form::budget(&mut form)),
        Kind::Partners => Content::Partners(partners(&mut form, known, &mut new)),
        Kind::Risks => Content::Risks(risks(&mut form)),
    };
    form.result(Read { content, new })
}

fn partners(
    form: &mut Reading<'_>,
    known: &[Organisation],
    new: &mut Vec<(usize, String)>,
) -> Vec<Partner> {
    let mut partners: Vec<Partner> = Vec::new();
    for at in filled(form.typed, "partner", &PARTNER) {
        let field = |it: &str| name("partner", at, it);
        let named = form.text(&field("neu"), LONGEST_LINE);
        let chosen = form.sent(&field("organisation")).parse().ok();
        let by_name = known.iter().find(|it| it.name.to_lowercase() == named.to_lowercase());
        let found = chosen.or_else(|| by_name.map(|it| it.id));
        let found = found.filter(|id| known.iter().any(|it| it.id == *id));
        if found.is_none() && named.is_empty() {
            form.wrong(&field("organisation"), "partner-fehlt");
        }
        if found.is_some_and(|id| partners.iter().any(|it| it.organisation == id)) {
            form.wrong(&field("organisation"), "partner-doppelt");
        }
        if found.is_none() && !named.is_empty() {
            new.push((partners.len(), named));
        }
        let email = form.text(&field("email"), LONGEST_LINE);
        if !email.is_empty() && !mail::is_address(&email) {
            form.wrong(&field("email"), "partner-email-unklar");
        }
        partners.push(Partner {
            organisation: found.unwrap_or_default(),
            role: Role::from_code(form.sent(&field("rolle"))).unwrap_or(Role::Contributes),
            contact: form.text(&field("kontakt"), LONGEST_LINE),
            email,
        });
    }
    partners
}

fn risks(form: &mut Reading<'_>) -> Vec<Risk> {
    let mut risks = Vec::new();
    for at in filled(form.typed, "risiko", &RISK) {
        let field = |it: &str| name("risiko", at, it);
        let degree = |form: &Reading<'_>, it: &str| {
            Degree::from_code(form.sent(&field(it))).unwrap_or(Degree::Middle)
        };
        risks.push(Risk {
            text: form.needed(&field("text"), LONGEST_TEXT, "risiko-fehlt"),
            likelihood: degree(form, "wahrscheinlich"),
            consequence: degree(form, "folge"),
            response: form.text(&field("umgang"), LONGEST_TEXT),
        });
    }
    risks
}
