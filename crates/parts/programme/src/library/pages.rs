//! `/{kommune}/bibliothek`: what helped where, what did not, and how is that known?

use ankunft_platform::citing::{self, Cited};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Empty, Field, Pair, Problems, Select,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::parts::{CitedThing, Panel};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::tenant::{TenantInfo, TenantKind};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{
    Block, City, Difference, FormBlock, PIECE, Sheet, Viewer, meanwhile, piece_with,
};
use askama::Template;

use super::at;
use super::model::{Card, EVIDENCE, MARKS, Text};
use super::quarters::Quarter;
use super::store::KIND;
use super::view::{Library, Wanted};
use super::words::{Run, Words};
use crate::permissions::WRITE;

/// So long is what is shown of a card around the words that were looked for, in letters.
const EXCERPT: usize = 180;

fn mark(t: &Texts, code: &str) -> String {
    t.get(&format!("merkmal-{code}"))
}

fn evidence(t: &Texts, code: &str) -> String {
    match code {
        "" => t.get("wirkungskarte-beleg-keiner"),
        code => t.get(&format!("beleg-{code}")),
    }
}

fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![
        Link::new(t.get("nav-programm"), city.at("/programm")),
        Link::new(t.get("nav-bibliothek"), at(city, "")),
    ];
    viewer.page_with_form(title).lead(lead).crumbs(crumbs)
}

/// The boxes of marks.
fn marks(t: &Texts, label: &str, is_chosen: impl Fn(&str) -> bool) -> Choices {
    let choice = |it: &str| Choice {
        value: it.to_owned(),
        label: mark(t, it),
        hint: None,
        chosen: is_chosen(it),
    };
    Choices::several("merkmal", t.get(label), MARKS.map(choice).to_vec())
}

/// The library.
pub fn list(
    viewer: &Viewer,
    city: &City,
    (library, quarters): (&Library, &[Quarter]),
    wanted: &Wanted,
) -> Sheet {
    let t = &viewer.t;
    let words = Words::of(&wanted.words);
    let found = library.wanted(wanted, &words);
    let args = [("zahl", Arg::from(library.cards.len()))];
    let shell = viewer.page(t.get("bibliothek-titel")).lead(t.with("bibliothek-leit", &args));
    let mut blocks = Vec::new();
    if viewer.may(WRITE) && city.kind == TenantKind::Kommune {
        blocks.push(Block::Ways(vec![Link::new(t.get("wirkungskarte-neu"), at(city, "/neu"))]));
    }
    if library.cards.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("bibliothek-leer"), step: None }));
        return Sheet::new(shell, blocks);
    }
    let asked = Field::new("suche", t.get("bibliothek-suche")).value(wanted.words.clone());
    let mut search = FormBlock::new(at(city, ""), Button::secondary(t.get("bibliothek-suchen")))
        .field(asked.kind("search").optional());
    if !quarters.is_empty() {
        let none = Choice::new("", t.get("bibliothek-kein-quartier"), &wanted.quarter);
        let choice = |it: &Quarter| Choice::new(it.0.clone(), it.1.clone(), &wanted.quarter);
        let all = std::iter::once(none).chain(quarters.iter().map(choice)).collect();
        let mut near = Select::new("quartier", t.get("bibliothek-quartier"), all);
        near.hint = Some(t.get("bibliothek-quartier-hinweis"));
        search = search.select(near);
    }
    let search = search.choices(marks(t, "bibliothek-aehnlich", |it| wanted.ticked.contains(it)));
    blocks.push(Block::Search(search));
    blocks.extend(known(t, quarters, wanted));
    let count = [("zahl", Arg::from(found.len()))];
    let title = t.with("bibliothek-gefunden", &count);
    if found.is_empty() {
        blocks.push(Block::Heading(title));
        let step = Link::new(t.get("bibliothek-alle"), at(city, ""));
        blocks.push(Block::Empty(Empty { text: t.get("bibliothek-nichts"), step: Some(step) }));
    } else {
        let (found, pages) =
            piece_with(viewer, (&at(city, ""), "seite"), (PIECE, found), |_| false);
        let found = found.into_iter().map(|it| item(t, city, it, (wanted, &words))).collect();
        let html = FoundTemplate { found }.render().unwrap_or_default();
        blocks.push(Block::Panel(Panel { title, html }));
        blocks.extend(pages);
    }
    Sheet::new(shell, blocks)
}

/// What the atlas knows of the quarter that was named, in words.
fn known(t: &Texts, quarters: &[Quarter], wanted: &Wanted) -> Option<Block> {
    let (_, name) = quarters.iter().find(|it| it.0 == wanted.quarter)?;
    let marks: Vec<String> = wanted.known.iter().map(|it| mark(t, it)).collect();
    let args = [
        ("quartier", Arg::from(name.as_str())),
        ("merkmale", Arg::from(t.list(&marks))),
        ("anzahl", Arg::from(marks.len())),
    ];
    Some(Block::Text(t.with("bibliothek-quartier-bekannt", &args)))
}

/// A card that was found.
struct Found {
    href: String,
    title: Vec<Run>,
    notes: Vec<String>,
    excerpt: Vec<Run>,
}

#[derive(Template)]
#[template(path = "library_found.html")]
struct FoundTemplate {
    found: Vec<Found>,
}

/// Where the words stand that were looked for, beside the title: the text that says most.
fn excerpt(text: &Text, words: &Words) -> Vec<Run> {
    let texts = text.weighed();
    // The title stands above, and is the first.
    let ranked = texts.iter().skip(1).map(|it| (words.rank_any(it.1), it.1));
    let ranked = ranked.filter(|it| it.0 > 0);
    let best = ranked.max_by_key(|it| it.0);
    best.and_then(|it| words.excerpt(it.1, EXCERPT)).unwrap_or_default()
}

fn item(
    t: &Texts,
    city: &City,
    (of, card): &(TenantInfo, Card),
    (wanted, words): (&Wanted, &Words),
) -> Found {
    let text = &card.text;
    let mut first = vec![of.name.clone()];
    if !text.place.is_empty() {
        first.push(text.place.clone());
    }
    if !text.published {
        first.push(t.get("wirkungskarte-entwurf"));
    }
    let mut notes = vec![first.join(" · "), evidence(t, &text.evidence)];
    let all = wanted.marks();
    let shared: Vec<String> = text.marks.intersection(&all).map(|it| mark(t, it)).collect();
    if !shared.is_empty() {
        notes.push(t.with("wirkungskarte-gemeinsam", &[("merkmale", Arg::from(t.list(&shared)))]));
        let apart = text.marks.symmetric_difference(&all);
        let apart: Vec<String> = apart.map(|it| mark(t, it)).collect();
        if !apart.is_empty() {
            let args = [("merkmale", Arg::from(t.list(&apart)))];
            notes.push(t.with("wirkungskarte-verschieden", &args));
        }
    }
    Found {
        href: at(city, &format!("/{}/{}", of.slug, card.number)),
        title: words.marked(&text.title),
        excerpt: excerpt(text, words),
        notes,
    }
}

/// A card.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (of, card): (&TenantInfo, &Card),
    (measure, cited): (Option<&CitedThing>, &[Cited]),
    ours: &Ours,
) -> Sheet {
    let t = &viewer.t;
    let text = &card.text;
    let args = [("stadt", Arg::from(of.name.as_str())), ("ort", Arg::from(text.place.as_str()))];
    let lead = if text.place.is_empty() { "wirkungskarte-leit" } else { "wirkungskarte-leit-ort" };
    let mut shell = frame(viewer, city, (text.title.clone(), t.with(lead, &args)));
    if !text.published {
        shell = shell.mark(t.get("wirkungskarte-entwurf"));
    }
    let texts = text.texts();
    let of_text = |name: &str| {
        let text = texts.iter().find(|it| it.0 == name).map_or("", |it| it.1);
        let text = if text.is_empty() { t.get("wirkungskarte-nichts") } else { text.to_owned() };
        Pair::new(t.get(&format!("wirkungskarte-{name}")), text)
    };
    let all: Vec<String> = text.marks.iter().map(|it| mark(t, it)).collect();
    let mut pairs = vec![of_text("anlass"), of_text("getan")];
    pairs.push(Pair::new(t.get("wirkungskarte-merkmale"), t.list(&all)));
    pairs.push(of_text("kosten"));
    pairs.push(Pair::new(t.get("wirkungskarte-beleg"), evidence(t, &text.evidence)));
    pairs.extend(["wirkung", "gescheitert", "rat"].map(of_text));
    if let Some(it) = measure {
        let pair = Pair::new(t.get("wirkungskarte-massnahme"), it.title.clone());
        pairs.push(Pair { href: Some(it.link.clone()), ..pair });
    }
    let mut blocks = vec![Block::Pairs(pairs)];
    let is_own = of.tenant == city.tenant() && viewer.may(WRITE);
    if is_own {
        let texts = texts.iter().map(|it| it.1);
        blocks.extend(warning(t, (Place::Read, ours), texts).map(Block::Notice));
    }
    let found = |it: &Cited| {
        let value = it.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
        let news = it.note.as_ref().filter(|_| it.is_news());
        let news =
            news.map_or_else(String::new, |it| format!(" ({})", it.title.trim_end_matches('.')));
        Link::new(format!("{}{value}{news}", it.title), it.reference())
    };
    let found: Vec<Link> = cited.iter().map(found).collect();
    if !found.is_empty() {
        blocks.push(Block::Heading(t.get("wirkungskarte-gestuetzt")));
        blocks.push(Block::Links(found));
    }
    if is_own {
        let number = card.number.to_string();
        let change = at(city, &format!("/{number}/aendern"));
        let search = citing::search_for(city, (KIND, &number));
        blocks.push(Block::Ways(vec![
            Link::new(t.get("wirkungskarte-aendern"), change),
            Link::new(t.get("befund-suchen"), search),
        ]));
    }
    blocks.push(Block::Reading(t.get("wirkungskarte-lesen")));
    Sheet::new(shell, blocks)
}

/// Asks from which measure a card is written.
pub fn ask(viewer: &Viewer, city: &City, typed: &str, problem: Option<String>) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("wirkungskarte-neu"), t.get("wirkungskarte-neu-leit")));
    let mut problems = Problems::default();
    if let Some(text) = &problem {
        problems.add("massnahme", text.clone());
    }
    let field =
        Field::new("massnahme", t.get("wirkungskarte-massnahme")).value(typed).error(problem);
    let field = field.hint(t.get("wirkungskarte-massnahme-hinweis"));
    let form = FormBlock::new(at(city, "/neu"), Button::primary(t.get("wirkungskarte-weiter")))
        .field(field);
    Sheet::new(shell, vec![Block::Problems(problems), Block::Search(form)])
}

/// The form; with what somebody else has changed meanwhile.
pub fn form(
    viewer: &Viewer,
    city: &City,
    (now, id, measure): (Option<&Card>, &str, &CitedThing),
    (typed, problems): (&Typed, Problems),
    overtaken: Option<(&Card, &Names)>,
) -> Sheet {
    let t = &viewer.t;
    let args = [("massnahme", Arg::from(measure.title.as_str()))];
    let title = t.get(if now.is_some() { "wirkungskarte-aendern" } else { "wirkungskarte-neu" });
    let shell = frame(viewer, city, (title, t.with("wirkungskarte-form-leit", &args)));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some(((before, names), now)) = overtaken.zip(now) {
        let who = [("wer", Arg::from(names.account(t, now.account)))];
        let heading = t.with("kern-zuordnung-inzwischen", &who);
        blocks.extend(meanwhile(t, heading, differences(t, typed, (&before.text, &now.text))));
    }
    let path = now.map_or_else(|| "/neu".to_owned(), |it| format!("/{}/aendern", it.number));
    let form = FormBlock::new(at(city, &path), Button::primary(t.get("kern-speichern")))
        .hidden("version", now.map_or(0, |it| it.version).to_string())
        .hidden("massnahme", id);
    blocks.push(Block::Form(fields(t, form, (typed, &problems))));
    Sheet::new(shell, blocks)
}

fn fields(t: &Texts, form: FormBlock, (typed, problems): (&Typed, &Problems)) -> FormBlock {
    let field = |name: &str| {
        let id = format!("wirkungskarte-{name}");
        let hint = format!("{id}.hinweis");
        let field = Field::new(name, t.get(&id)).value(sent(typed, name));
        let field = field.error(problems.of(name));
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let mut of_quarter =
        marks(t, "wirkungskarte-merkmale", |it| all_sent(typed, "merkmal").any(|sent| sent == it));
    of_quarter.error = problems.of("merkmal");
    let current = sent(typed, "beleg");
    let level = |it: &str| Choice::new(it, t.get(&format!("beleg-{it}")), current);
    let mut levels =
        Choices::one("beleg", t.get("wirkungskarte-beleg"), EVIDENCE.map(level).to_vec());
    levels.error = problems.of("beleg");
    levels.hint = Some(t.get("wirkungskarte-beleg-hinweis"));
    let publish = Choice {
        value: "ja".to_owned(),
        label: t.get("wirkungskarte-veroeffentlichen-ja"),
        hint: Some(t.get("wirkungskarte-veroeffentlichen-hinweis")),
        chosen: sent(typed, "veroeffentlichen") == "ja",
    };
    form.field(field("titel"))
        .field(field("anlass").rows(3))
        .field(field("getan").rows(3))
        .field(field("ort").optional())
        .choices(of_quarter)
        .field(field("kosten").rows(2).optional())
        .choices(levels)
        .field(field("wirkung").rows(3))
        .field(field("gescheitert").rows(3))
        .field(field("rat").rows(2).optional())
        .choices(Choices::several(
            "veroeffentlichen",
            t.get("wirkungskarte-veroeffentlichen"),
            vec![publish],
        ))
}

fn differences(t: &Texts, typed: &Typed, (before, now): (&Text, &Text)) -> Vec<Difference> {
    let both = before.texts().into_iter().zip(now.texts());
    let mut all: Vec<Difference> = both
        .map(|((name, before), (_, now))| Difference {
            field: t.get(&format!("wirkungskarte-{name}")),
            before: before.to_owned(),
            now: now.to_owned(),
            typed: sent(typed, name).to_owned(),
        })
        .collect();
    all.push(Difference {
        field: t.get("wirkungskarte-beleg"),
        before: evidence(t, &before.evidence),
        now: evidence(t, &now.evidence),
        typed: evidence(t, sent(typed, "beleg")),
    });
    all.retain(|it| it.before != it.now);
    all
}
