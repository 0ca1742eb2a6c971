//! From what was typed to a wording, or to what is wrong with it.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed};

use super::model::{Goal, Kind, Misplaced, Tree, Wording};
use super::words::Part;
use crate::known::Known;

/// The years that a goal can hold until.
const YEARS: std::ops::RangeInclusive<i64> = 1990..=2150;

/// A wording as the fields of its form.
#[must_use]
pub fn typed(it: &Wording) -> Typed {
    let number = |it: Option<i64>| it.map_or_else(String::new, |it| it.to_string());
    let value = |part: Part| match part {
        Part::Kind => it.kind.code().to_owned(),
        Part::Title => it.title.clone(),
        Part::Parent => number(it.parent),
        Part::Body => it.body.clone(),
        Part::Sign => it.sign.clone(),
        Part::Owner => number(it.owner),
        Part::Horizon => number(it.horizon),
    };
    Part::ALL.map(|part| (part.code().to_owned(), value(part))).to_vec()
}

/// The text of why a goal cannot stand where it is put.
#[must_use]
pub const fn misplaced(it: Misplaced) -> &'static str {
    match it {
        Misplaced::NoParent => "ziel-unter-fehlt",
        Misplaced::Circle => "ziel-unter-sich",
        Misplaced::Upside => "ziel-unter-enger",
    }
}

/// A year as it is typed; `Err` if it is none.
pub fn year(text: &str) -> Result<Option<i64>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let year = text.parse().ok().filter(|it| YEARS.contains(it));
    year.map(Some).ok_or(())
}

/// The wording that was typed, or what is wrong with it. `was` is the goal that it changes: its
/// place in the list stays unless it goes elsewhere, and a Stelle that is no more stays.
pub fn checked(
    t: &Texts,
    typed: &Typed,
    (known, tree): (&Known, &Tree),
    was: Option<&Goal>,
) -> Result<Wording, Problems> {
    let mut form = Reading::new(t, typed);
    let kind = Kind::from_code(form.sent(Part::Kind.code()));
    if kind.is_none() {
        form.wrong(Part::Kind.code(), "ziel-art-fehlt");
    }
    let kind = kind.unwrap_or(Kind::Goal);
    let title = form.needed(Part::Title.code(), LONGEST_LINE, "ziel-titel-fehlt");
    let parent = match form.sent(Part::Parent.code()) {
        "" => None,
        // What is no number is no goal of this edition.
        text => Some(text.parse().unwrap_or(-1)),
    };
    if let Err(it) = tree.may_stand(was.map(|it| it.number), kind, parent) {
        form.wrong(Part::Parent.code(), misplaced(it));
    }
    let owner = form.sent(Part::Owner.code()).parse().ok();
    let stays = was.and_then(|it| it.wording.owner);
    let owner =
        owner.filter(|it| Some(*it) == stays || known.desks.iter().any(|desk| desk.id == *it));
    let horizon = year(form.sent(Part::Horizon.code()));
    if horizon.is_err() {
        form.wrong(Part::Horizon.code(), "ziel-jahr-unklar");
    }
    let stays = was.filter(|it| it.wording.parent == parent).map(|it| it.wording.rank);
    let wording = Wording {
        kind,
        parent,
        rank: stays.unwrap_or_else(|| tree.next_rank(parent)),
        title,
        body: form.text(Part::Body.code(), LONGEST_TEXT),
        sign: form.text(Part::Sign.code(), LONGEST_TEXT),
        owner,
        horizon: horizon.unwrap_or_default(),
    };
    form.result(wording)
}
