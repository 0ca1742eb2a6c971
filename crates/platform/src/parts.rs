//! What a part registers with the platform, so that parts meet without knowing one another.
//!
//! The executable composes them: [`Parts::new`] takes what each part's `part()` gives.

mod all;
mod chronicle;
mod jobs;
mod morning;
mod passing;
mod telling;

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use ankunft_disclosure::{Audience, Nutzung};
use axum::response::Response;

use crate::citations::Snapshot;
use crate::links::Token;
use crate::permission::{Action, Rule};
use crate::store::StoreError;
use crate::tenant::Tenant;
use crate::typed::Typed;
use crate::web::{App, City, Failure, Route, Viewer};

pub use all::Parts;
pub use chronicle::{Chronicle, Said, Whom, number};
pub use jobs::{AboutJob, JobFailure, JobHandle, JobKind, Notes};
pub use morning::{Late, News, NewsSource, Today, TodayItem};
pub use passing::PassedOn;
pub use telling::{
    Calendar, Chapter, Dated, FollowUp, Offer, Offered, QuarterChapter, Section, Story, Tale, Theme,
};

/// Something that will be there later, from a trait that stands behind a pointer.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Everything that one part registers.
///
/// ```
/// use ankunft_platform::parts::{Nav, Part};
/// use ankunft_platform::permission::{Action, Role, Rule};
/// use ankunft_platform::web::{Failure, Route, Viewer};
/// use axum::response::Response;
///
/// const SEE: Action = Action("example.see");
///
/// async fn show(viewer: Viewer) -> Result<Response, Failure> {
///     Err(Failure::not_found())
/// }
///
/// let part = Part {
///     name: "example",
///     routes: vec![Route::get("/{kommune}/beispiel", SEE, show)],
///     rules: vec![Rule { action: SEE, public: false, roles: &[Role::Reader], known: true }],
///     ..Part::default()
/// };
/// ```
///
/// A route without an action does not compile:
///
/// ```compile_fail
/// # use ankunft_platform::web::{Failure, Route};
/// # use axum::response::Response;
/// async fn show() -> Result<Response, Failure> { Err(Failure::not_found()) }
/// Route::get("/{kommune}/beispiel", show);
/// ```
#[derive(Default)]
pub struct Part {
    /// Its name: `atlas`.
    pub name: &'static str,
    /// Its addresses, each with what it permits.
    pub routes: Vec<Route>,
    /// Its rows of the permission table.
    pub rules: Vec<Rule>,
    /// Its entries in the navigation of a city, in their order.
    pub nav: Vec<Nav>,
    /// Whether the programme and research, which are no city, have nothing of it: then its entries do
    /// not stand in their navigation.
    pub only_cities: bool,
    /// What of it can be cited.
    pub citables: Vec<Arc<dyn Citable>>,
    /// What it shows on a quarter's page.
    pub panels: Vec<Arc<dyn QuarterPanel>>,
    /// What it shows on the first page of a city.
    pub front: Vec<Arc<dyn FrontPanel>>,
    /// What it asks of people in the morning.
    pub today: Vec<Arc<dyn TodayItem>>,
    /// What it tells them of what has changed.
    pub news: Vec<Arc<dyn NewsSource>>,
    /// What of it stories can be told of.
    pub tales: Vec<Arc<dyn Tale>>,
    /// What of it the profile of a city can be taken from.
    pub offers: Vec<Arc<dyn Offer>>,
    /// What it says in the report of a quarter.
    pub chapters: Vec<Arc<dyn QuarterChapter>>,
    /// Which days concern all Stellen of a city.
    pub calendars: Vec<Arc<dyn Calendar>>,
    /// What it answers at signed links.
    pub links: Vec<Arc<dyn SignedLink>>,
    /// Its long work.
    pub jobs: Vec<Arc<dyn JobKind>>,
    /// What of it hangs on a Stelle and is handed over with it.
    pub duties: Vec<Duty>,
    /// What of it belongs to a Vorgang by its Aktenzeichen.
    pub cases: Vec<Case>,
    /// What it knows of figures that other tenants took in.
    pub passed_on: Vec<Arc<dyn PassedOn>>,
    /// What people make of things of all parts.
    pub follow_ups: Vec<FollowUp>,
    /// What it keeps in memory while the program runs; its handlers ask [`Parts::state`].
    pub state: Option<Arc<dyn Any + Send + Sync>>,
}

impl Part {
    /// The same part with what another room of it registers.
    #[must_use]
    pub fn with(mut self, room: Self) -> Self {
        self.routes.extend(room.routes);
        self.rules.extend(room.rules);
        self.nav.extend(room.nav);
        self.citables.extend(room.citables);
        self.panels.extend(room.panels);
        self.front.extend(room.front);
        self.today.extend(room.today);
        self.news.extend(room.news);
        self.tales.extend(room.tales);
        self.offers.extend(room.offers);
        self.chapters.extend(room.chapters);
        self.calendars.extend(room.calendars);
        self.links.extend(room.links);
        self.jobs.extend(room.jobs);
        self.duties.extend(room.duties);
        self.cases.extend(room.cases);
        self.passed_on.extend(room.passed_on);
        self.follow_ups.extend(room.follow_ups);
        self.state = self.state.or(room.state);
        self
    }
}

/// An entry of the navigation; shown to those who may open it.
#[derive(Clone, Copy, Debug)]
pub struct Nav {
    /// The id of its text.
    pub text: &'static str,
    /// Its address behind the city's: `/atlas`.
    pub path: &'static str,
    /// What one must be permitted to see it.
    pub action: Action,
    /// The entry that it is a room of, by its path: it stands in the navigation of that subject,
    /// and in the main one only for who may not open the entry itself.
    pub of: Option<&'static str>,
}

/// Things that hang on a Stelle: counted on the note of an Übergabe.
#[derive(Clone, Copy, Debug)]
pub struct Duty {
    /// The id of its text, which says how many there are: `$zahl`.
    pub text: &'static str,
    /// Where they are, behind the city's address, and what one must be permitted to go there;
    /// `{stelle}` stands for the number of the Stelle. None if they have no page in common.
    pub way: Option<(&'static str, Action)>,
    /// SQL that counts them: `$1` is the tenant, `$2` the Stelle.
    pub count: &'static str,
}

/// Things that carry an Aktenzeichen: they stand together on the page of their Vorgang.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// Their kind, as files are attached to them; its name is the text `ding-<kind>`.
    pub kind: &'static str,
    /// What one must be permitted to see them.
    pub action: Action,
    /// SQL that finds them: `$1` is the tenant, `$2` the Aktenzeichen. Its columns are their id,
    /// title, address behind the city's, and day as ISO text, all of them text.
    pub list: &'static str,
}

/// A thing as a citation freezes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedThing {
    /// What it is called.
    pub title: String,
    /// What it says, in one sentence.
    pub text: String,
    /// The value as shown, if there is one.
    pub value: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// The day that it speaks about or was made, as ISO text.
    pub date: String,
    /// The address of the living thing.
    pub link: String,
    /// Who may see it: the narrowest circle of what it is made from.
    pub nutzung: Nutzung,
    /// The releases that its figures come from, so that a Sperrung finds what cites it.
    pub releases: Vec<i64>,
}

impl CitedThing {
    /// What a citation of it freezes.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            title: self.title.clone(),
            text: self.text.clone(),
            value: self.value.clone(),
            source: self.source.clone(),
            date: self.date.clone(),
            link: self.link.clone(),
        }
    }
}

/// Where a thing stands on the red thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Befund: what was found.
    Evidence,
    /// Ziel: what is to be reached.
    Goal,
    /// Entscheidung: what was decided.
    Decision,
    /// Maßnahme: what is done.
    Measure,
    /// Wirkung: what came of it.
    Effect,
}

/// A kind of thing that other parts can cite.
pub trait Citable: Send + Sync {
    /// The kind's code: `figure`.
    fn kind(&self) -> &'static str;

    /// Where things of this kind stand on the red thread.
    fn stage(&self) -> Stage;

    /// Whether this viewer may know what things of this kind cite. Where what a thing says is for
    /// more people than its reasons are, the thread ends for who may not.
    fn shows_reasons(&self, _viewer: &Viewer) -> bool {
        true
    }

    /// What one must be permitted to say what things of this kind rest on, where they are searched for
    /// it on the page of [`crate::citing::search_for`]. None where a kind has ways of its own, or rests
    /// on nothing.
    fn rests(&self) -> Option<Action> {
        None
    }

    /// For things of a series, the id of the newest one that this audience sees: what is said
    /// today of what each of these says of its day. None for what has no series, and for what is
    /// the newest itself.
    fn newest<'a>(
        &'a self,
        _app: &'a App,
        _tenant: Tenant,
        ids: &'a [&'a str],
        _audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<String>>, StoreError>> {
        let none = ids.iter().map(|_| None).collect();
        Box::pin(async { Ok(none) })
    }

    /// The Berichtszeitraum in an id, if its thing is a flow; anything else speaks of a day.
    fn period<'a>(&self, _id: &'a str) -> Option<&'a str> {
        None
    }

    /// The things of this kind that this audience sees and whose title or text has one of these
    /// words (as [`crate::finding::fits`] counts them), the best first, a few. None where a kind is not searched.
    fn search<'a>(
        &'a self,
        _app: &'a App,
        _tenant: Tenant,
        _words: &'a [String],
        _audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    /// The living things of these ids as this audience sees them, one for each id; `None` if
    /// there is none, or none for them. The words are in the language of the city.
    ///
    /// All at once, so that a Mappe of forty things needs no more statements than one of four.
    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>>;
}

/// Which area unit a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarter<'a> {
    /// The code of the geography.
    pub geography: &'a str,
    /// The code of the unit.
    pub area: &'a str,
}

/// A place of a part on the page of a quarter.
pub trait QuarterPanel: Send + Sync {
    /// What it shows of an area unit; `None` if there is nothing for this viewer.
    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        quarter: Quarter<'a>,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>>;
}

/// A place of a part on the first page of a city.
pub trait FrontPanel: Send + Sync {
    /// What it shows; `None` if there is nothing for this viewer.
    fn show<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>>;
}

/// What a part shows on a page of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its heading.
    pub title: String,
    /// Its body, rendered by a template of the part.
    pub html: String,
}

/// What a part answers at a signed link (`/l/…`): one address for all of them, told apart by their
/// purpose. Whoever comes has no role; the link is what they have.
pub trait SignedLink: Send + Sync {
    /// The purpose that stands in its links, from 3 on; no two kinds of link share one.
    fn purpose(&self) -> u8;

    /// The page of a link. Whether it fits and is still good is for the part to find out.
    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        link: &'a Link<'a>,
    ) -> BoxFuture<'a, Result<Response, Failure>>;

    /// What is sent from that page.
    fn send<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        link: &'a Link<'a>,
        typed: &'a Typed,
    ) -> BoxFuture<'a, Result<Response, Failure>>;
}

/// A link as it came.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// What stands behind `/l/` in the address.
    pub text: &'a str,
    /// The same, read and not yet believed.
    pub token: &'a Token,
}
