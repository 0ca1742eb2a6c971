//! What the pages and files of the selection are made from.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_atlas::assess;
use ankunft_atlas::candidates::store::published::{self, Chosen};
use ankunft_atlas::candidates::store::standing;
use ankunft_disclosure::Audience;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::web::{App, Viewer};
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Giving, Method, Quarter};
use super::store;
use crate::members::Members;
use crate::permissions::{SEE_SELECTION, only_for_research};
use crate::together::store as together;

/// What of candidates somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Nothing.
    Nothing,
    /// What is shown to research.
    ForResearch,
    /// All that is shown to the own tenant.
    All,
}

impl Reads {
    /// What this viewer reads.
    #[must_use]
    pub fn of(viewer: &Viewer) -> Self {
        match viewer.may(SEE_SELECTION) {
            false => Self::Nothing,
            true if only_for_research(&viewer.actor.roles) => Self::ForResearch,
            true => Self::All,
        }
    }
}

/// The cities side by side.
#[derive(Debug)]
pub struct Comparison {
    /// The programme.
    pub programme: TenantInfo,
    /// The cities by name.
    pub lines: Vec<Line>,
    /// Whether its reader may know what cities show of candidates.
    pub with_candidates: bool,
}

/// What is known of one city.
#[derive(Debug)]
pub struct Line {
    /// The city.
    pub city: TenantInfo,
    /// How it is organised, by the code of its profile.
    pub organisation: Option<String>,
    /// What it shows of its candidates, if it shows anything to who reads.
    pub given: Option<Giving>,
    /// What it has published of its decisions.
    pub published: Vec<Chosen>,
}

impl Comparison {
    /// Reads it for a tenant: five statements. None in an installation without a programme.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        (reader, reads): (Tenant, Reads),
        today: Date,
    ) -> Result<Option<Self>, StoreError> {
        let members = Members::read(connection).await?;
        let Some(programme) = members.programme else { return Ok(None) };
        let mut told = together::profiles_for(connection, programme.tenant).await?;
        let mut published = published::for_programme(connection, programme.tenant).await?;
        let only_research = reads == Reads::ForResearch;
        let with_candidates = reads != Reads::Nothing;
        let mut given = match with_candidates {
            true => store::standing_for(connection, (reader, only_research), today).await?,
            false => Vec::new(),
        };
        let line = |city: TenantInfo| {
            let id = city.tenant.id();
            let own = told.iter().position(|it| it.city == id);
            let shown = given.iter().position(|it| it.city == id);
            Line {
                organisation: own.map(|at| told.swap_remove(at).profile.organisation),
                given: shown.map(|at| given.swap_remove(at)),
                published: published.extract_if(.., |it| it.city == id).collect(),
                city,
            }
        };
        let lines = members.cities.into_iter().map(line).collect();
        Ok(Some(Self { programme, lines, with_candidates }))
    }

    /// How many cities show their candidates to who reads.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.lines.iter().filter(|it| it.given.is_some()).count()
    }
}

/// What a city could show now.
#[derive(Debug)]
pub struct Own {
    /// All its candidates.
    pub quarters: Vec<Quarter>,
    /// What it showed last.
    pub newest: Option<Giving>,
    /// The names of the candidates that were noted while that stands.
    pub noted_since: Vec<String>,
    /// The day on which this is asked.
    pub today: Date,
}

impl Own {
    /// Reads it; the assessment once for each geography in which the city has candidates: a handful.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it or a release was altered.
    pub async fn read(
        app: &App,
        connection: &mut AnyConnection,
        city: Tenant,
    ) -> Result<Self, StoreError> {
        let all = standing::all(connection, city).await?;
        let geographies: BTreeSet<String> = all.iter().map(|it| it.geography.clone()).collect();
        let mut methods = BTreeMap::new();
        for it in geographies {
            let of = (it.as_str(), Audience::Administration);
            let found = assess::measured(app, connection, city, of).await?;
            let method = found.map(|it| Method { dimensions: it.dimensions, period: it.period });
            methods.insert(it, method.unwrap_or_default());
        }
        let quarter = |it: standing::Standing| Quarter {
            candidate: it.candidate,
            name: it.name,
            kind: it.kind,
            state: it.state,
            since: it.since,
            reason: it.reason,
            body: it.body,
            method: methods.get(&it.geography).cloned().unwrap_or_default(),
        };
        let quarters = all.into_iter().map(quarter).collect();
        let newest = store::newest(connection, city).await?;
        let mut own = Self { quarters, newest, noted_since: Vec::new(), today: app.today() };
        if let Some(shown_at) = own.standing().map(|it| it.at) {
            own.noted_since = standing::noted_after(connection, city, shown_at).await?;
        }
        Ok(own)
    }

    /// What it shows now.
    #[must_use]
    pub fn standing(&self) -> Option<&Giving> {
        self.newest.as_ref().filter(|it| it.ended_at.is_none() && !it.is_over(self.today))
    }

    /// Whether what it shows is no longer how its candidates stand.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        let bare = |it: &Quarter| (it.candidate, it.state, it.since.clone(), it.method.clone());
        let Some(shown) = self.standing().map(|it| &it.shown) else { return false };
        let now: Vec<_> = self.quarters.iter().map(bare).collect();
        // What the city did not show at all is not missing.
        shown.quarters.iter().any(|it| !now.contains(&bare(it)))
    }
}
