//! "Befund suchen": a search over everything that can be cited, a few of each kind, and the cited
//! thing placed with one press. Any page of governance that cites can show it.

use std::collections::BTreeSet;

use ankunft_platform::citations::{self, Citation, NewCitation};
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Button, Field};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::web::{App, Block, City, FormBlock, Item, Viewer};

/// The name of what is searched for in addresses.
pub const ASKED: &str = "suche";
/// The longest question: more words find nothing more.
const LONGEST: usize = 200;

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its kind.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Where it stands on the thread.
    pub stage: Stage,
    /// What its reader sees of it.
    pub thing: CitedThing,
}

/// The words of what was typed.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().take(LONGEST).collect();
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.chars().count() > 2);
    let each: BTreeSet<String> = words.map(str::to_lowercase).collect();
    each.into_iter().collect()
}

/// What this reader may cite of what has these words: in the order of the thread, the best of each
/// kind first. A constant number of statements for each kind, however much there is.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn search(
    app: &App,
    viewer: &Viewer,
    city: &City,
    words: &[String],
) -> Result<Vec<Found>, StoreError> {
    let mut all = Vec::new();
    if words.is_empty() {
        return Ok(all);
    }
    let audience = viewer.actor.audience();
    for kind in app.parts.citables() {
        let ids = kind.search(app, city.tenant(), words, audience).await?;
        if ids.is_empty() {
            continue;
        }
        let named: Vec<&str> = ids.iter().map(String::as_str).collect();
        let things = kind.look_up(app, city.tenant(), &named, audience).await?;
        for (id, thing) in named.iter().zip(things) {
            if let Some(thing) = thing {
                let (id, stage) = ((*id).to_owned(), kind.stage());
                all.push(Found { kind: kind.kind(), id, stage, thing });
            }
        }
    }
    all.sort_by_key(|it| it.stage);
    Ok(all)
}

/// What a reader sees of one thing.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn see(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (kind, id): (&str, &str),
) -> Result<Option<CitedThing>, StoreError> {
    let Some(kind) = app.parts.citable(kind) else { return Ok(None) };
    let found = kind.look_up(app, city.tenant(), &[id], viewer.actor.audience()).await?;
    Ok(found.into_iter().next().flatten())
}

/// Freezes what is seen of a thing and places it in a document.
///
/// # Errors
///
/// - [`StoreError::Withdrawn`] if it was withdrawn meanwhile.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take(
    change: &mut Change,
    city: &City,
    (thing, cited): (&CitedThing, (&str, &str)),
    citing: (&str, &str),
) -> Result<Citation, StoreError> {
    let new = NewCitation {
        cited,
        snapshot: &thing.snapshot(),
        nutzung: thing.nutzung,
        releases: &thing.releases,
    };
    let citation = citations::cite(change, city.tenant(), new).await?;
    citations::place(change, city.tenant(), citation.id, citing).await?;
    Ok(citation)
}

/// The search and what it has found: `page` is where it stands, `take` where a thing is taken.
/// What is cited there already is left out.
#[must_use]
pub fn blocks(
    viewer: &Viewer,
    (page, take): (&str, &str),
    (asked, found): (&str, &[Found]),
    is_cited: impl Fn(&Found) -> bool,
) -> Vec<Block> {
    let t = &viewer.t;
    let field = Field::new(ASKED, t.get("befund-suchen"))
        .hint(t.get("befund-suchen.hinweis"))
        .kind("search")
        .value(asked)
        .optional();
    let button = Button::secondary(t.get("befund-suchen-los"));
    let mut blocks = vec![Block::Search(FormBlock::new(page, button).field(field))];
    let item = |it: &Found| {
        let form = FormBlock::new(take, Button::secondary(t.get("befund-zitieren")))
            .hidden("art", it.kind)
            .hidden("ding", it.id.clone())
            .hidden(ASKED, asked);
        let stage = t.get(&format!("befund-stufe-{}", stage(it.stage)));
        Item {
            title: it.thing.title.clone(),
            href: Some(it.thing.link.clone()),
            notes: vec![it.thing.text.clone(), format!("{stage} · {}", it.thing.source)],
            forms: vec![form],
        }
    };
    let items: Vec<Item> = found.iter().filter(|it| !is_cited(it)).map(item).collect();
    if !asked.is_empty() {
        let args = [("anzahl", Arg::from(items.len()))];
        blocks.push(Block::Text(t.with("befund-gefunden", &args)));
    }
    if !items.is_empty() {
        blocks.push(Block::Items(items));
    }
    blocks
}

const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Evidence => "befund",
        Stage::Goal => "ziel",
        Stage::Decision => "entscheidung",
        Stage::Measure => "massnahme",
        Stage::Effect => "wirkung",
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_told_apart_and_counted_once() {
        assert_eq!(words("Kita, Kita in Nord-West?"), ["kita", "nord", "west"]);
        assert!(words("  ,;  a zu ").is_empty());
    }
}
