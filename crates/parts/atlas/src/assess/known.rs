//! What is known of arrival quarters, kept in memory for as long as its inputs stay the same.

use std::sync::{Arc, OnceLock};

use ankunft_arrival::Panel;
use ankunft_disclosure::{Audience, Released};
use ankunft_platform::derived;
use ankunft_platform::indicators::Break;
use ankunft_platform::kept::Kept;
use ankunft_platform::register::areas::Geography;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::result::Assessment;
use super::source::Entered;
use super::{Prepared, made_for, prepare, reader_of};
use crate::methods::{self, Variant};
use crate::store::{Ground, Stamp};
use crate::view::overview::{Asker, Origin};

/// What is known of the arrival quarters of a geography.
#[derive(Clone, Debug)]
pub enum Known {
    /// Nothing was released from which it could be told.
    Nothing,
    /// It is being computed.
    Waiting,
    /// It was computed.
    Ready(Arc<Ready>),
}

/// A computed assessment with what pages show beside it.
#[derive(Debug)]
pub struct Ready {
    /// The geography.
    pub geography: Geography,
    /// Its units and their map.
    pub ground: Arc<Ground>,
    /// The assessment.
    pub assessment: Released<Assessment>,
    /// The figures that it was made from.
    pub panel: Released<Panel>,
    /// Where its figures come from.
    pub sources: Vec<Origin>,
    /// Which columns entered in each period of the panel.
    pub(crate) entered: Vec<Entered>,
    /// Where series are interrupted.
    pub(crate) breaks: Vec<Break>,
    /// The releases that it was computed from.
    pub(crate) releases: Vec<i64>,
    /// When it was computed, in microseconds UTC.
    pub made_at: i64,
    /// The hash under which it is kept.
    pub key: String,
    /// What other choices would change, computed when somebody asks for it first.
    variants: OnceLock<Released<Vec<Variant>>>,
}

impl Ready {
    /// Whether it says how the units stood a year before.
    pub(crate) fn has_year_before(&self) -> bool {
        let reader = reader_of(self.assessment.nutzung());
        let shown = reader.and_then(|it| self.assessment.show(it));
        shown.is_some_and(|it| it.earlier.is_some())
    }

    /// What other choices would change. A tenth of a second for a large city, once.
    pub(crate) fn variants(&self) -> &Released<Vec<Variant>> {
        self.variants.get_or_init(|| {
            let both = self.panel.as_ref().zip(self.assessment.as_ref());
            both.map(|(panel, assessment)| methods::arrival(panel, assessment))
        })
    }
}

/// What is known, by city, reader and geography. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assessments(Kept<(Tenant, Audience, String), Seen, Stamp>);

/// What is known, and what it is made from.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// What goes in; none if nothing can be told from it.
    pub prepared: Option<Arc<Prepared>>,
    pub known: Known,
    /// The state of the city in which it was looked for.
    state: i64,
}

/// What is known of the arrival quarters of a geography, for a reader.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or what is kept was altered.
pub(crate) async fn read(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: &str,
) -> Result<Known, StoreError> {
    Ok(look(connection, asker, geography).await?.known)
}

/// The same with what it is made from.
///
/// The inputs are read once for as long as they stay the same, however many ask for them. What is
/// not computed yet is looked for again after each change of the city.
pub(super) async fn look(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: &str,
) -> Result<Seen, StoreError> {
    let asker = Asker { audience: made_for(asker.audience), ..asker };
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    let Assessments(all) = &asker.memory.assessments;
    let mut place = all.place((asker.tenant, asker.audience, geography.to_owned())).await;
    let prepared = match place.get(&shelf.content) {
        Some(seen) if seen.state == shelf.stamp || !matches!(seen.known, Known::Waiting) => {
            return Ok(seen);
        }
        Some(seen) => seen.prepared,
        None => prepare(connection, asker, &shelf, geography).await?.map(Arc::new),
    };
    let known = match &prepared {
        Some(prepared) => kept(connection, asker, prepared).await?,
        None => Known::Nothing,
    };
    Ok(place.put(shelf.content, Seen { prepared, known, state: shelf.stamp }))
}

/// What is kept of what was made from these inputs.
async fn kept(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    prepared: &Prepared,
) -> Result<Known, StoreError> {
    let subject = prepared.subject();
    let name = prepared.name(&subject);
    let Some(kept) = derived::find(connection, asker.tenant, asker.key, name).await? else {
        return Ok(Known::Waiting);
    };
    let unreadable = || StoreError::Unreadable {
        what: "an assessment",
        text: format!("{} {}", name.kind, name.key),
    };
    let content = kept.content.ok_or(StoreError::Withdrawn)?;
    let read: Option<Assessment> = serde_json::from_slice(&content).map_err(|_| unreadable())?;
    let Some(read) = read else { return Ok(Known::Nothing) };
    let inputs = &prepared.inputs;
    Ok(Known::Ready(Arc::new(Ready {
        geography: inputs.geography.clone(),
        ground: Arc::clone(&inputs.ground),
        assessment: inputs.panel.as_ref().map(|_| read),
        panel: inputs.panel.clone(),
        sources: inputs.sources.clone(),
        entered: inputs.entered.clone(),
        breaks: inputs.breaks.clone(),
        releases: inputs.releases.clone(),
        made_at: kept.made_at,
        key: prepared.key.clone(),
        variants: OnceLock::new(),
    })))
}
