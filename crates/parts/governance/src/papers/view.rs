//! What pages and papers of Vorlagen are made from.

use std::sync::Arc;

use ankunft_platform::attachments::{self, Attachment, TakenBack};
use ankunft_platform::citing;
use ankunft_platform::names::Names;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};

use super::model::{Paper, Resolved, Sign, Step, decision};
use super::store::unread::{self, Unread};
use super::store::{self, DRAFT, KIND};
use crate::bodies::model::Body;
use crate::bodies::store::bodies;
use crate::evidence::Evidence;
use crate::known::Known;
use crate::permissions::{DRAFT_PAPERS, SIGN_PAPERS, STEER_PAPERS};

/// All Vorlagen of a city.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The newest first.
    pub papers: Arc<store::Papers>,
    /// The versions that bodies had before them.
    pub put: Arc<store::Put>,
    /// Their steps, each with the number of its Vorlage.
    pub steps: Arc<store::Steps>,
    /// Who is asked to countersign.
    pub asked: Arc<store::Asked>,
    /// Who has countersigned what.
    pub signs: Arc<store::Signs>,
    /// The bodies.
    pub bodies: Vec<Body>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl Papers {
    /// Reads them: eight statements, however many Vorlagen.
    pub async fn read(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        Ok(Self {
            papers: read.kept(tenant).await?,
            put: read.kept(tenant).await?,
            steps: read.kept(tenant).await?,
            asked: read.kept(tenant).await?,
            signs: read.kept(tenant).await?,
            bodies: bodies::bodies(read, tenant).await?,
            names: Names::read(read, tenant).await?,
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
    /// Those that somebody has taken back.
    pub gone: Vec<TakenBack>,
    /// What could not be read in the newest of them and nobody has looked at yet.
    pub unread: Vec<Unread>,
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
        let known = Known::asking(&mut read, city.tenant(), app.today()).await?;
        let files = attachments::of(&mut read, city.tenant(), (KIND, &paper.code)).await?;
        let gone = attachments::taken_back(&mut read, city.tenant(), (KIND, &paper.code)).await?;
        let newest = files.iter().rfind(|it| it.withdrawn_at.is_none());
        let unread = match newest {
            Some(file) => unread::open(&mut read, city.tenant(), file.id).await?,
            None => Vec::new(),
        };
        drop(read);
        let post = viewer.actor.post;
        let leads = viewer.may(DRAFT_PAPERS) && post == Some(paper.draft.lead);
        let may_write = viewer.may(STEER_PAPERS) || leads;
        let may_sign = viewer.may(SIGN_PAPERS) && post.is_some_and(|it| all.wants_sign(paper, it));
        let code = paper.code.clone();
        let reasons = Evidence::read(app, viewer, city, (DRAFT, &code), may_write).await?;
        let adopted = Evidence::read(app, viewer, city, (KIND, &code), false).await?;
        Ok(Self {
            versions,
            all,
            known,
            reasons,
            adopted,
            files,
            gone,
            unread,
            may_write,
            may_sign,
        })
    }

    /// Several Vorlagen as papers show them, as many statements as for one: without earlier versions and
    /// without what only who writes them sees.
    pub async fn read_several(
        app: &App,
        city: &City,
        viewer: &Viewer,
        numbers: &[i64],
    ) -> Result<Vec<Self>, Failure> {
        let mut read = app.store.read().await?;
        let all = Papers::read(&mut read, city.tenant()).await?;
        let known = Known::read(&mut read, city.tenant()).await?;
        let is_asked = |it: &&Paper| numbers.contains(&it.number);
        let papers: Vec<Paper> = all.papers.iter().filter(is_asked).cloned().collect();
        let codes: Vec<String> = papers.iter().map(|it| it.code.clone()).collect();
        let things: Vec<&str> = codes.iter().map(String::as_str).collect();
        let mut files = attachments::of_several(&mut read, city.tenant(), (KIND, &things)).await?;
        drop(read);
        let mut reasons = citing::cited_in_several(app, viewer, city, (DRAFT, &codes)).await?;
        let mut adopted = citing::cited_in_several(app, viewer, city, (KIND, &codes)).await?;
        let view = |paper: Paper| Self {
            all: all.clone(),
            known: known.clone(),
            reasons: Evidence::frozen(reasons.remove(&paper.code).unwrap_or_default()),
            adopted: Evidence::frozen(adopted.remove(&paper.code).unwrap_or_default()),
            files: files.remove(&paper.code).unwrap_or_default(),
            versions: vec![paper],
            gone: Vec::new(),
            unread: Vec::new(),
            may_write: false,
            may_sign: false,
        };
        Ok(papers.into_iter().map(view).collect())
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

    /// Whether this reader may have the adopted paper: all of what it prints is for them.
    #[must_use]
    pub fn shows_adopted(&self) -> bool {
        self.adopted.cited.iter().all(|it| it.text.is_some())
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
