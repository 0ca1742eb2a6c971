//! Which goals a measure serves: shown and chosen on the measure's page.

use std::sync::Arc;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Problems, Select};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, Block, City, Failure, Form, FormBlock, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::store::{self, KIND};
use super::view::{Concept, Current};
use super::words;
use crate::evidence;
use crate::measures;

/// The goals of a city as the page of a measure needs them.
#[derive(Debug)]
pub struct Served {
    concept: Arc<Current>,
    /// The goals that the measure serves.
    serves: Vec<i64>,
}

/// What a measure serves; four statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn served_by(
    read: &mut Read,
    tenant: Tenant,
    measure: i64,
) -> Result<Served, StoreError> {
    let concept = read.kept(tenant).await?;
    let serving = read.kept::<store::Serving>(tenant).await?;
    let serves = serving.iter().filter(|it| it.1.contains(&measure)).map(|it| *it.0).collect();
    Ok(Served { concept, serves })
}

impl Served {
    /// Whether it serves no goal of the edition in force, and there are goals.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        let Some(concept) = &**self.concept else { return false };
        !concept.tree.is_empty() && !self.serves.iter().any(|it| concept.tree.get(*it).is_some())
    }

    /// What the goals that it serves are called, each with its kind.
    #[must_use]
    pub fn titles(&self, t: &Texts) -> Vec<String> {
        let title = |it: &i64| {
            let goal = self.concept.as_ref().as_ref()?.tree.get(*it)?;
            Some(format!("{}: {}", words::kind(t, goal.wording.kind), goal.wording.title))
        };
        self.serves.iter().filter_map(title).collect()
    }

    /// The part of the measure's page; nothing where a city has no goals.
    #[must_use]
    pub fn blocks(
        &self,
        t: &Texts,
        city: &City,
        (measure, sent): (i64, (&Typed, &Problems)),
        may_change: bool,
    ) -> Vec<Block> {
        let Some(concept) = self.concept.as_ref().as_ref().filter(|it| !it.tree.is_empty()) else {
            return Vec::new();
        };
        let mut blocks = vec![Block::Heading(t.get("massnahme-ziele"))];
        let link = |it: &i64| {
            let goal = concept.tree.get(*it)?;
            let label = format!("{}: {}", words::kind(t, goal.wording.kind), goal.wording.title);
            Some(Link::new(label, super::address(city, goal.number)))
        };
        let links: Vec<Link> = self.serves.iter().filter_map(link).collect();
        blocks.push(match links.is_empty() {
            true => Block::Text(t.get("massnahme-ohne-ziel")),
            false => Block::Links(links),
        });
        if may_change {
            blocks.push(Block::Form(self.form(t, city, (measure, concept), sent)));
        }
        blocks
    }

    fn form(
        &self,
        t: &Texts,
        city: &City,
        (measure, concept): (i64, &Concept),
        (typed, problems): (&Typed, &Problems),
    ) -> FormBlock {
        let current = sent(typed, "ziel");
        let open = concept
            .tree
            .in_order()
            .into_iter()
            .filter(|(_, it)| it.wording.kind.is_served() && !self.serves.contains(&it.number));
        let choice = |(depth, it): (usize, &super::model::Goal)| {
            let indent = "\u{2003}".repeat(depth);
            Choice::new(it.number.to_string(), format!("{indent}{}", it.wording.title), current)
        };
        let first = Choice::new("", t.get("bitte-waehlen"), current);
        let choices = std::iter::once(first).chain(open.map(choice)).collect();
        let mut select = Select::new("ziel", t.get("massnahme-ziel"), choices);
        select.error = problems.of("ziel");
        let action = format!("{}/ziele", measures::address(city, measure));
        FormBlock::new(action, Button::secondary(t.get("massnahme-ziel-nehmen"))).select(select)
    }
}

/// The number of a measure in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/ziele`: the measure cites the goal.
pub async fn serve(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    measures::changeable(&app, &city, &viewer, number).await?;
    let goal = sent(&typed, "ziel");
    let citable = app.parts.citable(KIND).ok_or_else(|| Failure::internal("no goals"))?;
    let ids = [goal];
    let found = citable.look_up(&app, city.tenant(), &ids, viewer.actor.audience()).await?;
    let Some(seen) = found.into_iter().next().flatten() else {
        let mut problems = Problems::default();
        problems.add("ziel", viewer.t.get("massnahme-ziel-fehlt"));
        return measures::refused(&app, &city, &viewer, (number, (&typed, problems))).await;
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let citing = (measures::store::KIND, &*number.to_string());
    evidence::link(&mut change, city.tenant(), citing, ((KIND, goal), &seen)).await?;
    change.commit().await?;
    Ok(viewer.done(&measures::address(&city, number), Some("meldung-ziel-genommen")))
}
