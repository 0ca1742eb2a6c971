//! The form of a card as it is sent and read.

use std::collections::BTreeSet;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent};

use super::model::{EVIDENCE, MARKS, Text};

/// What stands in the form before anybody typed.
#[must_use]
pub fn typed(it: &Text) -> Typed {
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let mut typed: Typed = it.texts().iter().map(|(name, text)| pair(name, text)).collect();
    typed.push(pair("beleg", &it.evidence));
    typed.push(pair("veroeffentlichen", if it.published { "ja" } else { "" }));
    typed.extend(it.marks.iter().map(|it| pair("merkmal", it)));
    typed
}

/// The known marks among what was sent.
#[must_use]
pub fn marks(typed: &Typed) -> BTreeSet<String> {
    let known = all_sent(typed, "merkmal").filter(|it| MARKS.contains(it));
    known.map(str::to_owned).collect()
}

/// What was typed. A draft needs a title; what the programme reads needs the whole story.
///
/// # Errors
///
/// All that is wrong.
pub fn checked(t: &Texts, typed: &Typed) -> Result<Text, Problems> {
    let mut form = Reading::new(t, typed);
    let published = form.sent("veroeffentlichen") == "ja";
    let title = form.needed("titel", LONGEST_LINE, "wirkungskarte-titel-fehlt");
    let mut text = |name: &str| match published {
        true => form.needed(name, LONGEST_TEXT, &format!("wirkungskarte-{name}-fehlt")),
        false => form.text(name, LONGEST_TEXT),
    };
    let (problem, done, effect) = (text("anlass"), text("getan"), text("wirkung"));
    // A story without what failed helps nobody.
    let failed = text("gescheitert");
    let place = form.text("ort", LONGEST_LINE);
    let cost = form.text("kosten", LONGEST_TEXT);
    let advice = form.text("rat", LONGEST_TEXT);
    let evidence = form.sent("beleg").to_owned();
    let is_known = EVIDENCE.contains(&evidence.as_str());
    if !is_known && (published || !evidence.is_empty()) {
        form.problems.add_choices("beleg", t.get("wirkungskarte-beleg-fehlt"));
    }
    let marks = marks(typed);
    if published && marks.is_empty() {
        form.problems.add_choices("merkmal", t.get("wirkungskarte-merkmal-fehlt"));
    }
    form.result(Text {
        title,
        problem,
        done,
        marks,
        place,
        cost,
        evidence,
        effect,
        failed,
        advice,
        published,
    })
}
