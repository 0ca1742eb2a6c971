//! Vorlagen, their steps and signs in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;

use crate::bodies::model::calendar::local;
use crate::bodies::pages::words as bodies;
use crate::known;
use crate::papers::model::{Outcome, Paper, Resolved, Sign, Step};
use crate::papers::view::Papers;

/// What was decided: the wording, and how it was voted.
#[must_use]
pub fn decided(t: &Texts, paper: &Paper, it: &Resolved) -> String {
    let text = match (it.outcome, it.decided.as_str()) {
        (Outcome::Rejected, _) => {
            let args = [("vorschlag", Arg::from(paper.draft.proposal.as_str()))];
            t.with("beschluss-abgelehnt", &args)
        }
        (_, "") => paper.draft.proposal.clone(),
        (_, decided) => decided.to_owned(),
    };
    let vote = bodies::vote(t, it.vote, Some(it.outcome));
    [text.trim(), vote.as_str()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A step of the Beratungsfolge in one line.
#[must_use]
pub fn step(t: &Texts, all: &Papers, it: &Step) -> String {
    let public = if it.is_public { "schritt-oeffentlich" } else { "schritt-nicht-oeffentlich" };
    let args = [
        ("gremium", Arg::from(all.body(it.body))),
        ("tag", Arg::from(t.date(it.on))),
        ("art", Arg::from(t.get(&format!("schritt-{}", it.kind.code())))),
        ("oeffentlich", Arg::from(t.get(public))),
    ];
    t.with("schritt-zeile", &args)
}

/// What a step has brought, in one line.
#[must_use]
pub fn result(t: &Texts, it: &Resolved) -> String {
    let outcome = bodies::outcome(t, it.outcome);
    let vote = bodies::vote(t, it.vote, Some(it.outcome));
    let corrected = it.corrected.as_ref().map_or_else(String::new, |it| {
        let args = [("tag", day(t, it.at)), ("grund", Arg::from(it.reason.as_str()))];
        t.with("ergebnis-berichtigt", &args)
    });
    let all = [outcome.as_str(), it.decided.as_str(), vote.as_str(), corrected.as_str()];
    all.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn day(t: &Texts, at: i64) -> Arg {
    let at = jiff::Timestamp::from_microsecond(at).unwrap_or_default();
    Arg::from(t.date(local(at).date()))
}

/// That a result was corrected, for everybody: not why.
#[must_use]
pub fn corrected(t: &Texts, it: &Resolved) -> Option<String> {
    let it = it.corrected.as_ref()?;
    Some(t.with("ergebnis-berichtigt-am", &[("tag", day(t, it.at))]))
}

/// How a Stelle has countersigned, in one line.
#[must_use]
pub fn sign(t: &Texts, names: &Names, (post, sign): (i64, Option<&Sign>)) -> String {
    let post = known::post(t, names, post);
    let Some(sign) = sign else {
        return t.with("mitzeichnung-offen", &[("stelle", Arg::from(post))]);
    };
    let verdict = t.get(&format!("mitzeichnung-{}", sign.verdict.code()));
    match sign.reservation.as_str() {
        "" => format!("{post}: {verdict}"),
        text => format!("{post}: {verdict}. {text}"),
    }
}
