//! What a new thing is made of: named in the address of its form, cited once the form is sent.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::Problems;
use ankunft_platform::parts::{CitedThing, FollowUp};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::typed::{Typed, all_sent};
use ankunft_platform::web::{App, Block, City, FormBlock, Viewer};

use crate::permissions::PLAN;
use crate::{evidence, measures};

/// So many things at most: one form is made of one or two.
const MOST: usize = 10;

/// A thing that another is made of.
#[derive(Clone, Debug)]
pub struct Source {
    kind: String,
    id: String,
    seen: CitedThing,
}

impl Source {
    /// Its id, if it is of this kind.
    #[must_use]
    pub fn id_of(&self, kind: &str) -> Option<&str> {
        (self.kind == kind).then_some(self.id.as_str())
    }

    /// What it says in a sentence.
    #[must_use]
    pub fn says(&self) -> &str {
        &self.seen.text
    }
}

/// What a form names and this reader may see, and the problem where it names something else: what is
/// gone meanwhile is not left out without a word.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn named(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (typed, path): (&Typed, &str),
) -> Result<(Vec<Source>, Problems), StoreError> {
    let mut all: Vec<Source> = Vec::new();
    let mut problems = Problems::default();
    for (kind, id) in
        all_sent(typed, FollowUp::FIELD).filter_map(|it| it.split_once(':')).take(MOST)
    {
        if all.iter().any(|it| it.kind == kind && it.id == id) {
            continue;
        }
        let is_offered = app.parts.follow_ups(kind).any(|it| it.path == path);
        let Some(citable) = app.parts.citable(kind).filter(|_| is_offered) else { continue };
        let seen = citable.look_up(app, city.tenant(), &[id], viewer.actor.audience()).await?;
        match seen.into_iter().next().flatten() {
            Some(seen) => all.push(Source { kind: kind.to_owned(), id: id.to_owned(), seen }),
            None => problems.add(FollowUp::FIELD, viewer.t.get("aus-fort")),
        }
    }
    Ok((all, problems))
}

/// The way to a measure that is made of a thing, for who may plan one.
#[must_use]
pub fn measure(viewer: &Viewer, city: &City, (kind, id): (&str, &str)) -> Option<Link> {
    let path = format!("/massnahmen/neu?{}={kind}:{id}", FollowUp::FIELD);
    let way = || Link::new(viewer.t.get("massnahme-daraus"), measures::at(city, &path));
    viewer.may(PLAN).then(way)
}

/// What the form says of them; nothing where it is made of nothing.
#[must_use]
pub fn told(viewer: &Viewer, sources: &[Source]) -> Vec<Block> {
    let t = &viewer.t;
    let say = |it: &Source| {
        let kind = t.get(&format!("ding-{}", it.kind));
        // A title that begins with its kind does not need to be told it twice.
        let title = it.seen.title.strip_prefix(&format!("{kind}: ")).unwrap_or(&it.seen.title);
        let args = [("art", Arg::from(kind)), ("titel", Arg::from(title))];
        Block::Text(t.with("aus-diesem", &args))
    };
    sources.iter().map(say).collect()
}

/// The form with what it is made of.
#[must_use]
pub fn form(form: FormBlock, sources: &[Source]) -> FormBlock {
    let field = |form: FormBlock, it: &Source| {
        form.hidden(FollowUp::FIELD, format!("{}:{}", it.kind, it.id))
    };
    sources.iter().fold(form, field)
}

/// Lets the new thing cite what it is made of, as it is seen now.
///
/// # Errors
///
/// - [`StoreError::Withdrawn`] if a release that one of them comes from was withdrawn meanwhile.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cite(
    change: &mut Change,
    tenant: Tenant,
    (citing, sources): ((&str, &str), &[Source]),
) -> Result<(), StoreError> {
    for it in sources {
        let cited = ((it.kind.as_str(), it.id.as_str()), &it.seen);
        evidence::link(change, tenant, citing, cited).await?;
    }
    Ok(())
}
