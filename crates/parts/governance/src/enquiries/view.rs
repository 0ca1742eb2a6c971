//! What pages and papers of enquiries are made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_platform::citations::{self, Citation};
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::names::Names;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};

use super::model::{Answer, Circle, Enquiry, Sent, likeness};
use super::permissions::{ANSWER, STEER};
use super::store::{self, KIND};
use crate::within::Within;

/// From this likeness on an earlier enquiry has something to say.
const LIKE: usize = 2;
/// So many earlier ones are shown.
const MOST_EARLIER: usize = 5;

/// The enquiries of a city.
#[derive(Debug)]
pub struct Board {
    /// The nearest deadline first.
    pub enquiries: Arc<store::Enquiries>,
    /// What has left the house.
    pub sent: Arc<store::AllSent>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// Which places share ground.
    within: Arc<Within>,
}

impl Board {
    /// Reads them: a few statements, however many.
    pub async fn read(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        Ok(Self {
            enquiries: read.kept(tenant).await?,
            sent: read.kept(tenant).await?,
            names: Names::read(read, tenant).await?,
            within: read.kept(tenant).await?,
        })
    }

    /// Earlier enquiries that are like one: those that were answered first, the most alike and newest
    /// before the others.
    #[must_use]
    pub fn earlier(&self, it: &Enquiry) -> Vec<&Enquiry> {
        let others = self.enquiries.iter().filter(|other| other.number != it.number);
        let mut like: Vec<(usize, &Enquiry)> = others
            .map(|other| (likeness(&it.frame, &other.frame, &self.within), other))
            .filter(|it| it.0 >= LIKE)
            .collect();
        let is_answered = |it: &Enquiry| self.sent.contains_key(&it.number);
        like.sort_by_key(|(likeness, it)| {
            std::cmp::Reverse((is_answered(it), *likeness, it.frame.received_on))
        });
        like.into_iter().take(MOST_EARLIER).map(|it| it.1).collect()
    }
}

/// Whether an answer for a circle may not hold a citation.
#[must_use]
pub fn is_too_narrow(circle: Circle, citation: &Citation) -> bool {
    citation.snapshot.is_none() || !circle.may_read(citation.nutzung)
}

/// One enquiry with all that belongs to it.
#[derive(Debug)]
pub struct OneView {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Enquiry>,
    /// All versions of its answer, the newest first.
    pub answers: Vec<Answer>,
    /// What the answer cites.
    pub cited: Vec<Cited>,
    /// The others, for earlier answers and names.
    pub board: Arc<Board>,
    /// Whether this reader may change it.
    pub may_change: bool,
}

impl OneView {
    /// Everything of an enquiry, or 404.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        number: i64,
    ) -> Result<Self, Failure> {
        let all = Self::read_several(app, city, viewer, &[number]).await?;
        all.into_iter().next().ok_or_else(Failure::not_found)
    }

    /// Everything of several enquiries in their order, as many statements as for one; what is no
    /// enquiry is left out.
    pub async fn read_several(
        app: &App,
        city: &City,
        viewer: &Viewer,
        numbers: &[i64],
    ) -> Result<Vec<Self>, Failure> {
        let mut read = app.store.read().await?;
        let mut versions: BTreeMap<i64, Vec<Enquiry>> = BTreeMap::new();
        for it in store::versions(&mut read, city.tenant(), numbers).await? {
            versions.entry(it.number).or_default().push(it);
        }
        if versions.is_empty() {
            return Ok(Vec::new());
        }
        let mut answers: BTreeMap<i64, Vec<Answer>> = BTreeMap::new();
        for (number, it) in store::answers(&mut read, city.tenant(), numbers).await? {
            answers.entry(number).or_default().push(it);
        }
        let board = Arc::new(Board::read(&mut read, city.tenant()).await?);
        drop(read);
        let ids: Vec<String> = numbers.iter().map(i64::to_string).collect();
        let mut cited = citing::cited_in_several(app, viewer, city, (KIND, &ids)).await?;
        let view = |number: &i64| {
            let versions = versions.remove(number)?;
            let own = viewer.actor.post.is_some_and(|it| versions[0].frame.is_of(it));
            Some(Self {
                may_change: viewer.may(STEER) || (viewer.may(ANSWER) && own),
                answers: answers.remove(number).unwrap_or_default(),
                cited: cited.remove(&number.to_string()).unwrap_or_default(),
                board: board.clone(),
                versions,
            })
        };
        Ok(numbers.iter().filter_map(view).collect())
    }

    /// The enquiry as it stands.
    #[must_use]
    pub fn it(&self) -> &Enquiry {
        &self.versions[0]
    }

    /// How its answer has left the house, if it has.
    #[must_use]
    pub fn sent(&self) -> Option<&Sent> {
        self.board.sent.get(&self.it().number)
    }

    /// The answer that counts: the one that was sent, else the newest.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        let sent = self.sent().map(|it| it.answer);
        match sent {
            Some(version) => self.answers.iter().find(|it| it.version == version),
            None => self.answers.first(),
        }
    }

    /// What it cites and who asks may not read, or nobody may any more.
    pub fn too_narrow(&self) -> impl Iterator<Item = &Cited> {
        let circle = self.it().frame.circle;
        self.cited.iter().filter(move |it| is_too_narrow(circle, it.citation()))
    }

    /// Fundstellen in the text that are not among what the answer cites: nobody has looked whether
    /// who asks may read them.
    #[must_use]
    pub fn unknown_references(&self) -> Vec<String> {
        let text = self.answers.first().map_or("", |it| it.text.as_str());
        let codes = text.split("/f/").skip(1).filter_map(|rest| {
            let end = rest.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(rest.len());
            citations::read_code(&rest[..end])
        });
        let known = |code: &String| self.cited.iter().any(|it| it.citation().code == *code);
        codes.filter(|it| !known(it)).collect()
    }
}
