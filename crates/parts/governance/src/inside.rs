//! What only those inside the administration cite. Most kinds of this part are so: a kind says how all
//! its things are read, in which words one of them is found, and what it says when it is cited.

use std::marker::PhantomData;

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::Texts;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Viewer};
use jiff::civil::Date;

/// A kind of thing that is cited inside the administration.
pub trait Inside: 'static {
    /// The kind's code.
    const KIND: &'static str;
    /// Where its things stand on the red thread.
    const STAGE: Stage;
    /// Whether its things are values of a series, of which one is the newest.
    const IS_SERIES: bool = false;
    /// All its things of a city, with what is needed to speak of them.
    type All: Send;

    /// Whether this viewer may know what things of this kind cite.
    fn shows_reasons(_viewer: &Viewer) -> bool {
        true
    }

    /// Reads them: a few statements, however many there are.
    fn read(
        read: &mut Read,
        tenant: Tenant,
    ) -> impl Future<Output = Result<Self::All, StoreError>> + Send;

    /// The id of each, with the text in which it is found.
    fn texts(all: &Self::All, here: Here<'_>) -> Vec<(String, String)>;

    /// The id of a newer thing of the same series than this one: the newest.
    fn newest(_all: &Self::All, _id: &str) -> Option<String> {
        None
    }

    /// What the thing of an id says.
    fn thing(all: &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing>;
}

/// The city that speaks, in its language, today.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// Its words.
    pub t: &'a Texts,
    /// The city.
    pub city: &'a City,
    /// Today.
    pub today: Date,
}

/// A kind of [`Inside`] as all parts cite it.
pub struct Cited<K>(PhantomData<fn() -> K>);

impl<K> Cited<K> {
    /// The kind.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<K: Inside> Citable for Cited<K> {
    fn kind(&self) -> &'static str {
        K::KIND
    }

    fn stage(&self) -> Stage {
        K::STAGE
    }

    fn shows_reasons(&self, viewer: &Viewer) -> bool {
        K::shows_reasons(viewer)
    }

    fn newest<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<String>>, StoreError>> {
        Box::pin(async move {
            let all = match K::IS_SERIES && !ids.is_empty() {
                true => read::<K>(app, tenant, audience).await?,
                false => None,
            };
            let newest = |id: &&str| K::newest(&all.as_ref()?.0, id);
            Ok(ids.iter().map(newest).collect())
        })
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            let Some((all, city)) = read::<K>(app, tenant, audience).await? else {
                return Ok(Vec::new());
            };
            let t = app.texts_of(&city);
            Ok(best(words, K::texts(&all, Here { t: &t, city: &city, today: app.today() })))
        })
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(async move {
            let Some((all, city)) = read::<K>(app, tenant, audience).await? else {
                return Ok(ids.iter().map(|_| None).collect());
            };
            let t = app.texts_of(&city);
            let here = Here { t: &t, city: &city, today: app.today() };
            Ok(ids.iter().map(|id| K::thing(&all, id, here)).collect())
        })
    }
}

/// All things of the city; none for who is outside.
async fn read<K: Inside>(
    app: &App,
    tenant: Tenant,
    audience: Audience,
) -> Result<Option<(K::All, City)>, StoreError> {
    if !Nutzung::Administration.includes(audience) {
        return Ok(None);
    }
    let Some(city) = app.city_of(tenant).await? else { return Ok(None) };
    let mut read = app.store.read().await?;
    Ok(Some((K::read(&mut read, tenant).await?, city)))
}
