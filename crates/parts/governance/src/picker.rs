//! "Befund suchen": a search over everything that can be cited, a few of each kind, and the cited
//! thing placed with one press. Any page of governance that cites can show it.

use std::collections::BTreeSet;

use ankunft_atlas::candidates::store::decisions;
use ankunft_platform::citations::{self, Citation, NewCitation};
use ankunft_platform::finding;
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Button, Field};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::web::{App, Block, City, FormBlock, Item, Viewer};

use crate::papers::view::Papers;
use crate::{bodies, commitments, effects, enquiries, funds, goals, measures, papers};

/// The kind of an effect card, which another part brings.
const CARD: &str = "effect-card";

/// The name of what is searched for in addresses.
pub const ASKED: &str = "suche";
/// What is searched for, as the query of an address.
#[must_use]
pub fn query(asked: &str) -> String {
    let plain = |it: char| it.is_ascii_alphanumeric();
    let sign = |it: char| match it {
        ' ' => "+".to_owned(),
        it if plain(it) => it.to_string(),
        it => it.to_string().bytes().map(|it| format!("%{it:02X}")).collect(),
    };
    format!("{ASKED}={}", asked.chars().map(sign).collect::<String>())
}

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

/// What this reader may cite of what was typed: the thing of a Fundstelle or of a pasted address, or
/// all that has these words.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find(
    app: &App,
    viewer: &Viewer,
    city: &City,
    asked: &str,
) -> Result<Vec<Found>, StoreError> {
    match one(app, viewer, city, asked).await? {
        Some(it) => Ok(vec![it]),
        None if is_address(asked) => Ok(Vec::new()),
        None => search(app, viewer, city, &words(asked)).await,
    }
}

/// The same for who looks with a whole title, and without what shares only a common word with it.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find_fitting(
    app: &App,
    viewer: &Viewer,
    city: &City,
    asked: &str,
) -> Result<Vec<Found>, StoreError> {
    if let Some(it) = one(app, viewer, city, asked).await? {
        return Ok(vec![it]);
    }
    if is_address(asked) {
        return Ok(Vec::new());
    }
    let words = words(asked);
    Ok(weighed(&words, search(app, viewer, city, &words).await?))
}

/// The thing that a Fundstelle or an address points at, if this reader sees it.
async fn one(
    app: &App,
    viewer: &Viewer,
    city: &City,
    asked: &str,
) -> Result<Option<Found>, StoreError> {
    let Some((kind, id)) = pointed(app, viewer, city, asked).await? else { return Ok(None) };
    let thing = see(app, viewer, city, (&kind, &id)).await?;
    let of = thing.zip(app.parts.citable(&kind));
    Ok(of.map(|(thing, kind)| Found { kind: kind.kind(), id, stage: kind.stage(), thing }))
}

/// What fits the words beside all that was found, the best of each stage first: a kind of which nothing
/// else has these words gives its best too, and that may be little.
fn weighed(words: &[String], found: Vec<Found>) -> Vec<Found> {
    let text = |it: &Found| format!("{} {}", it.thing.title, it.thing.text);
    let texts: Vec<String> = found.iter().map(text).collect();
    // What has the words where only its kind looks, its kind has judged.
    let is_hidden = |text: &str| finding::fits(words, text) == 0;
    let scored = finding::scores(words, &texts).into_iter().zip(&texts).zip(found);
    let mut fitting: Vec<(f64, Found)> = scored
        .filter(|((score, text), _)| *score > 0.0 || is_hidden(text))
        .map(|((score, _), it)| (score, it))
        .collect();
    fitting.sort_by(|a, b| a.1.stage.cmp(&b.1.stage).then(b.0.total_cmp(&a.0)));
    fitting.into_iter().map(|it| it.1).collect()
}

/// The thing that a Fundstelle or an address points at.
async fn pointed(
    app: &App,
    viewer: &Viewer,
    city: &City,
    asked: &str,
) -> Result<Option<(String, String)>, StoreError> {
    let last = asked.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    if let Some(code) = citations::read_code(last) {
        let audience = viewer.actor.audience();
        let mut read = app.store.read().await?;
        let found = citations::by_code(&mut read, city.tenant(), &code, audience).await?;
        if let Some(it) = found.filter(|it| it.snapshot.is_some()) {
            return Ok(Some((it.cited_kind, it.cited)));
        }
    }
    let Some((kind, id)) = thing_at(&city.slug, asked) else { return Ok(None) };
    if kind == papers::store::DRAFT {
        let mut read = app.store.read().await?;
        let all = Papers::read(&mut read, city.tenant()).await?;
        let paper = all.papers.iter().find(|it| it.number.to_string() == id);
        return Ok(paper.map(|it| (papers::store::KIND.to_owned(), it.code.clone())));
    }
    // The page of an indicator stands for its newest value.
    let Some(series) = app.parts.citable(&kind).filter(|_| id.contains(EARLIEST)) else {
        return Ok(Some((kind, id)));
    };
    let newest = series.newest(app, city.tenant(), &[&id], viewer.actor.audience()).await?;
    Ok(newest.into_iter().next().flatten().map(|it| (kind, it)))
}

/// Whether it is the address of a page: its pieces are no words that anybody looks for.
fn is_address(asked: &str) -> bool {
    let asked = asked.trim();
    let is_path = asked.starts_with('/') || asked.contains("://");
    is_path && !asked.contains(char::is_whitespace)
}

/// In the place of a day or period: before all that have a value.
const EARLIEST: &str = ":1900-01";

/// The kind and id of the thing whose page has this address, with or without the host.
fn thing_at(slug: &str, address: &str) -> Option<(String, String)> {
    let (_, path) = address.trim().split_once(&format!("/{slug}/"))?;
    let (path, anchor) = path.split_once('#').unwrap_or((path, ""));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let pieces: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
    let asked = |name: &str| {
        let mut all = query.split('&').filter_map(|it| it.split_once('='));
        all.find(|it| it.0 == name).map(|it| it.1)
    };
    let (kind, id) = match pieces[..] {
        ["faden", kind, id, ..] => (kind, id.replace("%3A", ":")),
        ["steuerung", "massnahmen", number, "indikatoren", indicator, ..] => {
            (effects::actuals::KIND, format!("{number}:{indicator}{EARLIEST}"))
        }
        ["steuerung", "ziele", number, "indikatoren", indicator, ..] => {
            (goals::indicators::actuals::KIND, format!("{number}:{indicator}{EARLIEST}-01"))
        }
        ["steuerung", "massnahmen", number, ..] => (measures::store::KIND, number.to_owned()),
        ["steuerung", "ziele", number, ..] => (goals::store::KIND, number.to_owned()),
        ["steuerung", "zusagen", _, "versprechen", number] => {
            (commitments::store::PROMISE, number.to_owned())
        }
        ["steuerung", "zusagen", number, ..] => (commitments::store::KIND, number.to_owned()),
        ["gremien", "aufgaben", number] => (bodies::store::TASK, number.to_owned()),
        ["gremien", "beobachtungen", number] => (bodies::store::OBSERVATION, number.to_owned()),
        ["gremien", body, "sitzungen", meeting] => {
            let item = anchor.strip_prefix("punkt-")?;
            (bodies::store::DECISION, format!("{body}-{meeting}-{item}"))
        }
        ["anfragen", number, ..] => (enquiries::store::KIND, number.to_owned()),
        ["beschluesse", "oeffentlich", code] => (papers::store::KIND, code.to_owned()),
        ["beschluesse", "vorlagen", number, ..] => (papers::store::DRAFT, number.to_owned()),
        ["bibliothek", of, number, ..] if of == slug => (CARD, number.to_owned()),
        ["fonds", "antraege", number, ..] => (funds::store::APPLICATION, number.to_owned()),
        ["atlas", "kandidaten", "entscheidungen", number, ..]
        | ["atlas", "entscheidungen", number, ..] => (decisions::KIND, number.to_owned()),
        ["atlas", "quelle"] => {
            let names = ["ebene", "merkmal", "stichtag"].map(asked);
            let mut id = names.into_iter().collect::<Option<Vec<&str>>>()?;
            id.extend(asked("gebiet"));
            ("figure", id.join(":"))
        }
        _ => return None,
    };
    Some((kind.to_owned(), id))
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
    // Things say what they say in the language of the city.
    let lang = viewer.city.as_ref().map(|it| it.language.clone());
    let lang = lang.filter(|it| it != t.language().code());
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
            lang: lang.clone(),
            forms: vec![form],
        }
    };
    let items: Vec<Item> = found.iter().filter(|it| !is_cited(it)).map(item).collect();
    if found.is_empty() && is_address(asked) {
        blocks.push(Block::Text(t.get("befund-adresse-fremd")));
    } else if !asked.is_empty() {
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
    use super::{is_address, thing_at, words};

    #[test]
    fn an_address_names_its_thing_with_or_without_the_host() {
        let at = |address| thing_at("musterstadt", address).map(|it| format!("{} {}", it.0, it.1));
        for (address, thing) in [
            ("https://stadt.example/musterstadt/steuerung/massnahmen/7/aendern", "measure 7"),
            ("/musterstadt/gremien/1/sitzungen/2#punkt-3", "meeting-decision 1-2-3"),
            (
                "/musterstadt/faden/figure/quartier%3Apopulation%3A2024",
                "figure quartier:population:2024",
            ),
            (
                "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag=2024-12-31&gebiet=12",
                "figure quartier:population:2024-12-31:12",
            ),
            ("/musterstadt/steuerung/zusagen/1/versprechen/4", "promise 4"),
            ("/musterstadt/steuerung/zusagen/1", "commitment 1"),
            ("/musterstadt/beschluesse/vorlagen/4", "paper 4"),
            ("/musterstadt/atlas/entscheidungen/2", "decision 2"),
            ("/musterstadt/bibliothek/musterstadt/3", "effect-card 3"),
            ("/musterstadt/steuerung/massnahmen/2/indikatoren/1", "effect 2:1:1900-01"),
            ("/musterstadt/steuerung/ziele/2/indikatoren/1", "goal-value 2:1:1900-01-01"),
        ] {
            assert_eq!(at(address).as_deref(), Some(thing), "{address}");
        }
        for address in [
            "Kita in Nord",
            "/gradlingen/steuerung/massnahmen/7",
            "/musterstadt/gremien/1/sitzungen/2",
            "/musterstadt/bibliothek/gradlingen/3",
            "/musterstadt",
        ] {
            assert_eq!(at(address), None, "{address}");
        }
    }

    #[test]
    fn an_address_is_no_words() {
        for address in ["https://stadt.example/musterstadt/hilfe", " /musterstadt/atlas "] {
            assert!(is_address(address), "{address}");
        }
        for words in ["Kita in Nord", "Nord/Süd", "Kita", "und / oder", "/ Kita"] {
            assert!(!is_address(words), "{words}");
        }
    }

    #[test]
    fn words_are_told_apart_and_counted_once() {
        assert_eq!(words("Kita, Kita in Nord-West?"), ["kita", "nord", "west"]);
        assert!(words("  ,;  a zu ").is_empty());
    }
}
