//! What a thing of governance rests on: the findings that it cites, and how it takes others up.

use ankunft_platform::citations::{self, Citation, NewCitation};
use ankunft_platform::citing::{self, Cited, Note};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems};
use ankunft_platform::parts::{CitedThing, Panel};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{App, City, Failure, FormBlock, Viewer};
use askama::Template;

use crate::thread;

/// What a thing rests on, as one reader sees it.
#[derive(Debug)]
pub struct Evidence {
    /// What it cites.
    pub cited: Vec<Cited>,
    /// What each of them says today, in the order of `cited`; none where there is nothing newer.
    pub today: Vec<Option<CitedThing>>,
    /// What lies in the reader's Mappen and is not cited yet, each with the name of its Mappe; empty
    /// for who may not change the thing.
    pub citable: Vec<(String, Cited)>,
}

impl Evidence {
    /// Reads it; a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn read(
        app: &App,
        viewer: &Viewer,
        city: &City,
        thing: (&str, &str),
        may_change: bool,
    ) -> Result<Self, Failure> {
        let cited = citing::cited_in(app, viewer, city, thing).await?;
        let of = |it: &Cited| (it.citation().cited_kind.clone(), it.citation().cited.clone());
        let things: Vec<(String, String)> = cited.iter().map(of).collect();
        let ids: Vec<(&str, &str)> = things.iter().map(|it| (&*it.0, &*it.1)).collect();
        let today = thread::today(app, city.tenant(), viewer.actor.audience(), &ids).await?;
        let mut citable: Vec<(String, Cited)> = Vec::new();
        if may_change {
            for (folder, all) in citing::in_folders(app, viewer, city).await? {
                for it in all {
                    let cites = it.citation();
                    let own = (&*cites.cited_kind, &*cites.cited) == thing;
                    let mut known = cited.iter().chain(citable.iter().map(|it| &it.1));
                    if !own && !known.any(|other| other.citation().id == cites.id) {
                        citable.push((folder.clone(), it));
                    }
                }
            }
        }
        Ok(Self { cited, today, citable })
    }

    /// What is cited, as it was frozen, and nothing else.
    #[must_use]
    pub fn frozen(cited: Vec<Cited>) -> Self {
        Self { today: cited.iter().map(|_| None).collect(), cited, citable: Vec::new() }
    }

    /// The citation of this Fundstelle, if the thing cites it.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Cited> {
        self.cited.iter().find(|it| it.citation().code == code)
    }

    /// What is cited, each with what it says today.
    pub fn with_today(&self) -> impl Iterator<Item = (&Cited, Option<&CitedThing>)> {
        self.cited.iter().zip(self.today.iter().map(Option::as_ref))
    }
}

/// One citation as the template prints it.
struct Line {
    /// What the sentence is where it stands in another language than the page: the wording of a day.
    wording: Option<String>,
    title: String,
    value: Option<String>,
    text: Option<String>,
    source: Option<String>,
    facts: Vec<String>,
    reference: String,
    not_public: Option<String>,
    note: Option<Note>,
    living: Option<Link>,
    mark: Option<String>,
    forms: Vec<FormBlock>,
}

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidenceTemplate<'a> {
    t: &'a Texts,
    lang: &'a str,
    lines: Vec<Line>,
    empty: String,
}

/// A mark of a citation, and what can be done with it.
pub type Marked = (Option<String>, Vec<FormBlock>);

/// How a panel of evidence speaks, and what can be done with each of its citations.
pub struct Says<'a> {
    /// Its heading.
    pub title: String,
    /// What stands there while nothing is cited.
    pub empty: String,
    /// A mark of a citation, and its buttons.
    pub line: &'a dyn Fn(&Cited) -> Marked,
}

/// The list of what a thing rests on.
#[must_use]
pub fn panel(t: &Texts, city: &City, evidence: &Evidence, says: Says<'_>) -> Panel {
    let is_foreign = t.language().code() != city.language;
    let line = |it: &Cited| {
        let (mark, forms) = (says.line)(it);
        let frozen = ankunft_platform::words::instant(t, it.citation().created_at);
        let wording = || t.with("befund-wortlaut", &[("tag", Arg::from(frozen.as_str()))]);
        Line {
            wording: is_foreign.then(wording),
            title: it.title.clone(),
            value: it.value.clone(),
            text: it.text.clone(),
            source: it.source.clone(),
            facts: it.facts.clone(),
            reference: it.reference(),
            not_public: it.not_public.clone(),
            note: it.note.clone(),
            living: it.living.clone(),
            mark,
            forms,
        }
    };
    let lines = evidence.cited.iter().map(line).collect();
    let page = EvidenceTemplate { t, lang: &city.language, lines, empty: says.empty };
    Panel { title: says.title, html: page.render().unwrap_or_default() }
}

/// Takes findings out of the reader's Mappen, or one by its Fundstelle; with what was typed.
#[must_use]
pub fn form(
    t: &Texts,
    action: String,
    evidence: &Evidence,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let mut form = FormBlock::new(action, Button::secondary(t.get("befund-nehmen")));
    let choice = |(folder, it): &(String, Cited)| {
        let value = it.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
        let hint = [Some(folder.clone()), it.source.clone()].into_iter().flatten();
        Choice {
            value: it.citation().code.clone(),
            label: format!("{}{value}", it.title),
            hint: Some(hint.collect::<Vec<_>>().join(" · ")),
            chosen: all_sent(typed, "befund").any(|code| code == it.citation().code),
        }
    };
    let choices: Vec<Choice> = evidence.citable.iter().map(choice).collect();
    if !choices.is_empty() {
        form = form.choices(Choices::several("befund", t.get("befund-aus-mappe"), choices));
    }
    let field = Field::new("fundstelle", t.get("befund-fundstelle"))
        .hint(t.get("befund-fundstelle.hinweis"))
        .value(sent(typed, "fundstelle"))
        .error(problems.of("fundstelle"));
    form.field(field.optional())
}

/// The citations that such a form asks for, or what is wrong with it.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn asked(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (evidence, typed): (&Evidence, &Typed),
) -> Result<Result<Vec<i64>, Problems>, Failure> {
    let mut problems = Problems::default();
    let find = |code: &str| evidence.citable.iter().find(|it| it.1.citation().code == code);
    let mut taken: Vec<i64> = Vec::new();
    for code in all_sent(typed, "befund") {
        match find(code) {
            Some((_, it)) => taken.push(it.citation().id),
            None => problems.add("fundstelle", viewer.t.get("befund-fort")),
        }
    }
    let text = sent(typed, "fundstelle");
    if !text.is_empty() {
        match by_reference(app, city, viewer, text).await? {
            Some(it) => taken.push(it.id),
            None => problems.add("fundstelle", viewer.t.get("befund-fundstelle-fremd")),
        }
    } else if taken.is_empty() && problems.is_empty() {
        problems.add("fundstelle", viewer.t.get("befund-fehlt"));
    }
    Ok(if problems.is_empty() { Ok(taken) } else { Err(problems) })
}

/// Places citations in a thing: one transaction.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn place(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (thing, ids): ((&str, &str), &[i64]),
) -> Result<(), Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    for id in ids {
        citations::place(&mut change, city.tenant(), *id, thing).await?;
    }
    Ok(change.commit().await?)
}

/// Lets a thing cite another as it is seen now, without anybody opening a Mappe: a by-product of
/// what people do anyway.
///
/// # Errors
///
/// - [`StoreError::Withdrawn`] if a release that it comes from was withdrawn meanwhile.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn link(
    change: &mut Change,
    tenant: Tenant,
    citing: (&str, &str),
    (cited, seen): ((&str, &str), &CitedThing),
) -> Result<(), StoreError> {
    let citation = frozen(change, tenant, (cited, seen)).await?;
    citations::place(change, tenant, citation, citing).await
}

/// A citation of a thing as it is seen now, that stands nowhere yet.
///
/// # Errors
///
/// As for [`link`].
pub async fn frozen(
    change: &mut Change,
    tenant: Tenant,
    (cited, seen): ((&str, &str), &CitedThing),
) -> Result<i64, StoreError> {
    let new = NewCitation {
        cited,
        snapshot: &seen.snapshot(),
        nutzung: seen.nutzung,
        releases: &seen.releases,
    };
    Ok(citations::cite(change, tenant, new).await?.id)
}

/// The citation of a Fundstelle that stands alone or at the end of an address, if it is for this
/// reader.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn by_reference(
    app: &App,
    city: &City,
    viewer: &Viewer,
    text: &str,
) -> Result<Option<Citation>, Failure> {
    let last = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let Some(code) = citations::read_code(last) else { return Ok(None) };
    let audience = viewer.actor.audience();
    let mut read = app.store.read().await?;
    let found = citations::by_code(&mut read, city.tenant(), &code, audience).await?;
    Ok(found.filter(|it| it.snapshot.is_some()))
}
