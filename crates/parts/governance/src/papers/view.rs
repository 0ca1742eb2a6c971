//! What pages and papers of Vorlagen are made from.

use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::names::Names;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};
use sqlx::AnyConnection;

use super::model::{Paper, Resolved, Sign, Step, decision};
use super::store::{self, DRAFT, KIND};
use crate::bodies::model::Body;
use crate::bodies::store::bodies;
use crate::evidence::Evidence;
use crate::known::Known;
use crate::permissions::{DRAFT_PAPERS, STEER_PAPERS};

/// All Vorlagen of a city.
#[derive(Debug)]
pub struct Papers {
    /// The newest first.
    pub papers: Vec<Paper>,
    /// The versions that bodies had before them.
    pub put: Vec<Paper>,
    /// Their steps, each with the number of its Vorlage.
    pub steps: Vec<(i64, Step)>,
    /// Who is asked to countersign.
    pub asked: Vec<(i64, i64)>,
    /// Who has countersigned what.
    pub signs: Vec<(i64, Sign)>,
    /// The bodies.
    pub bodies: Vec<Body>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl Papers {
    /// Reads them: eight statements, however many Vorlagen.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        Ok(Self {
            papers: store::papers(connection, tenant).await?,
            put: store::put_before_bodies(connection, tenant).await?,
            steps: store::steps(connection, tenant).await?,
            asked: store::asked(connection, tenant).await?,
            signs: store::signs(connection, tenant).await?,
            bodies: bodies::bodies(connection, tenant).await?,
            names: Names::read(connection, tenant).await?,
        })
    }

    /// The steps of a Vorlage in their order.
    #[must_use]
    pub fn steps_of(&self, number: i64) -> Vec<Step> {
        self.steps.iter().filter(|it| it.0 == number).map(|it| it.1.clone()).collect()
    }

    /// The name of a body.
    #[must_use]
    pub fn body(&self, number: i64) -> &str {
        self.bodies.iter().find(|it| it.number == number).map_or("", |it| &it.charter.name)
    }

    /// What was decided in public, the newest first.
    #[must_use]
    pub fn public<'a>(&'a self) -> Vec<(&'a Paper, Step, Resolved)> {
        let public = |it: &'a Paper| {
            let steps = self.steps_of(it.number);
            let (step, result) = decision(&steps)?;
            let was = self.as_put(it, result);
            step.is_public.then(|| (was, step.clone(), result.clone()))
        };
        let mut all: Vec<(&Paper, Step, Resolved)> =
            self.papers.iter().filter_map(public).collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.1.on));
        all
    }

    /// A Vorlage as the body had it before itself that brought this result.
    #[must_use]
    pub fn as_put<'a>(&'a self, paper: &'a Paper, result: &Resolved) -> &'a Paper {
        let is = |it: &&Paper| (it.number, it.version) == (paper.number, result.version);
        self.put.iter().find(is).unwrap_or(paper)
    }

    /// Whether a Stelle is asked to countersign a Vorlage as it stands.
    #[must_use]
    pub fn wants_sign(&self, it: &Paper, post: i64) -> bool {
        let signed = self.signs.iter().any(|(number, sign)| {
            *number == it.number && sign.version == it.version && sign.post == post
        });
        self.asked.contains(&(it.number, post)) && !signed && !self.is_decided(it.number)
    }

    /// Whether the city has decided.
    #[must_use]
    pub fn is_decided(&self, number: i64) -> bool {
        decision(&self.steps_of(number)).is_some()
    }
}

/// One Vorlage with everything that its page shows.
#[derive(Debug)]
pub struct PaperView {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Paper>,
    /// All Vorlagen, for steps, signs and names.
    pub all: Papers,
    /// Names, Stellen and places.
    pub known: Known,
    /// What its reasons cite.
    pub reasons: Evidence,
    /// What the adopted paper cites.
    pub adopted: Evidence,
    /// The adopted papers.
    pub files: Vec<Attachment>,
    /// Whether this reader may change it.
    pub may_write: bool,
    /// Whether this reader is asked to countersign it.
    pub may_sign: bool,
}

impl PaperView {
    /// Reads it; 404 if there is no such Vorlage.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        number: i64,
    ) -> Result<Self, Failure> {
        let mut read = app.store.read().await?;
        let versions = store::versions(&mut read, city.tenant(), number).await?;
        let paper = versions.first().ok_or_else(Failure::not_found)?;
        let all = Papers::read(&mut read, city.tenant()).await?;
        let known = Known::read(&mut read, city.tenant()).await?;
        let files = attachments::of(&mut read, city.tenant(), (KIND, &paper.code)).await?;
        drop(read);
        let post = viewer.actor.post;
        let leads = viewer.may(DRAFT_PAPERS) && post == Some(paper.draft.lead);
        let may_write = viewer.may(STEER_PAPERS) || leads;
        let may_sign = viewer.may(DRAFT_PAPERS) && post.is_some_and(|it| all.wants_sign(paper, it));
        let code = paper.code.clone();
        let reasons = Evidence::read(app, viewer, city, (DRAFT, &code), may_write).await?;
        let adopted = Evidence::read(app, viewer, city, (KIND, &code), false).await?;
        Ok(Self { versions, all, known, reasons, adopted, files, may_write, may_sign })
    }

    /// The Vorlage as it stands; once the city has decided, as it was decided on.
    #[must_use]
    pub fn paper(&self) -> &Paper {
        let newest = &self.versions[0];
        match decision(&self.all.steps_of(newest.number)) {
            Some((_, result)) => self.all.as_put(newest, result),
            None => newest,
        }
    }

    /// Its steps in their order.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        self.all.steps_of(self.paper().number)
    }

    /// The Stellen that are asked to countersign.
    pub fn asked(&self) -> impl Iterator<Item = i64> {
        let number = self.paper().number;
        self.all.asked.iter().filter(move |it| it.0 == number).map(|it| it.1)
    }

    /// Who has countersigned which version.
    pub fn signs(&self) -> impl Iterator<Item = &Sign> {
        let number = self.paper().number;
        self.all.signs.iter().filter(move |it| it.0 == number).map(|it| &it.1)
    }
}
