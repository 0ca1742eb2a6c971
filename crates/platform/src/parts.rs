//! What a part registers with the platform, so that parts meet without knowing one another.
//!
//! The executable composes them: [`Parts::new`] takes what each part's `part()` gives.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use ankunft_disclosure::{Audience, Nutzung};
use axum::response::Response;
use jiff::civil::Date;
use serde_json::Value;

use crate::changes::Author;
use crate::citations::Snapshot;
use crate::jobs::Job;
use crate::languages::{Phrase, Texts};
use crate::links::Token;
use crate::page;
use crate::permission::{Action, Rule};
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;
use crate::typed::Typed;
use crate::web::{App, City, Failure, Route, Viewer};

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
    /// What of it can be cited.
    pub citables: Vec<Arc<dyn Citable>>,
    /// What it shows on a quarter's page.
    pub panels: Vec<Arc<dyn QuarterPanel>>,
    /// What it shows on the first page of a city.
    pub front: Vec<Arc<dyn FrontPanel>>,
    /// What it asks of people in the morning.
    pub today: Vec<Arc<dyn TodayItem>>,
    /// What it answers at signed links.
    pub links: Vec<Arc<dyn SignedLink>>,
    /// Its long work.
    pub jobs: Vec<Arc<dyn JobKind>>,
    /// What of it hangs on a Stelle and is handed over with it.
    pub duties: Vec<Duty>,
    /// What of it belongs to a Vorgang by its Aktenzeichen.
    pub cases: Vec<Case>,
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
        self.links.extend(room.links);
        self.jobs.extend(room.jobs);
        self.duties.extend(room.duties);
        self.cases.extend(room.cases);
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
    /// The id of a text with `{ $zahl }`.
    pub text: &'static str,
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

/// What a part asks of people.
pub trait TodayItem: Send + Sync {
    /// What it asks of this viewer today.
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>>;
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

/// One thing to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// What, as a request.
    pub text: String,
    /// Where it is done.
    pub href: String,
    /// Until when.
    pub due: Option<Date>,
    /// The thing in the state that is asked about, if a person can say that it is done; whoever is
    /// asked the same is then asked no more. It holds no figures.
    pub done: Option<String>,
}

/// A kind of long work that the worker does.
pub trait JobKind: Send + Sync {
    /// The kind's code: `atlas.import`.
    fn name(&self) -> &'static str;

    /// Does the work; what it gives is kept as the outcome. It may be run again after a crash,
    /// so it takes effect in its last transaction or not at all.
    fn run<'a>(
        &'a self,
        app: &'a App,
        tenant: Option<Tenant>,
        input: Value,
        handle: &'a dyn JobHandle,
    ) -> BoxFuture<'a, Result<Value, JobFailure>>;

    /// What of this kind is to be done in a city without anybody asking, because something has
    /// changed there: each with the key by which it is done once, and its input. Asked after
    /// every change, so it only looks.
    fn wanted<'a>(
        &'a self,
        _app: &'a App,
        _tenant: Tenant,
    ) -> BoxFuture<'a, Result<Vec<(String, Value)>, StoreError>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    /// How pages speak of such a job. Never figures.
    fn about(&self, job: &Job, t: &Texts) -> AboutJob;
}

/// How pages speak of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutJob {
    /// What it is about, as a heading: `bevoelkerung.csv übernehmen`.
    pub title: String,
    /// What it has given, in one sentence, if it is done.
    pub outcome: Option<String>,
    /// Where one goes on from here when it has ended, within its city: `/atlas/daten`.
    pub next: Option<page::Link>,
}

/// Says how far a job is (0–1) and what it does, from wherever it works.
pub type Notes = Box<dyn Fn(f64, &Phrase) + Send + Sync>;

/// How a running job speaks with the outside.
pub trait JobHandle: Send + Sync {
    /// The number of the job.
    fn id(&self) -> i64;

    /// Who asked for it: in whose name it changes something.
    fn author(&self) -> &Author;

    /// Says how far it is (0–1) and what it does.
    fn progress<'a>(
        &'a self,
        share: f64,
        step: &'a Phrase,
    ) -> BoxFuture<'a, Result<(), StoreError>>;

    /// Says the same to this process alone, from within the transaction of its effect or from
    /// another thread.
    fn notes(&self) -> Notes;

    /// Whether somebody asked it to stop.
    fn cancelled(&self) -> bool;

    /// Marks the job done within the transaction of its effect, so that it takes effect once.
    fn done<'a>(
        &'a self,
        change: &'a mut Change,
        outcome: &'a Value,
    ) -> BoxFuture<'a, Result<(), JobFailure>>;
}

/// Why a job has no outcome.
#[derive(Debug, thiserror::Error)]
pub enum JobFailure {
    /// Somebody asked it to stop, and it did.
    #[error("cancelled")]
    Cancelled,
    /// It can never succeed; the words are for people.
    #[error("{0}")]
    Refused(Phrase),
    /// Another worker has it now: what this one did takes no effect.
    #[error("another worker has taken over")]
    Lost,
    /// The database; it may be tried again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// All parts together.
#[derive(Default)]
pub struct Parts(Vec<Part>);

impl std::fmt::Debug for Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|part| part.name)).finish()
    }
}

impl Parts {
    /// These parts, in the order of their navigation.
    #[must_use]
    pub fn new(parts: Vec<Part>) -> Self {
        Self(parts)
    }

    /// All routes.
    pub fn routes(&self) -> impl Iterator<Item = &Route> {
        self.0.iter().flat_map(|part| &part.routes)
    }

    /// All rows of the permission table.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        self.0.iter().flat_map(|part| part.rules.iter().copied())
    }

    /// All entries of the navigation.
    pub fn nav(&self) -> impl Iterator<Item = &Nav> {
        self.0.iter().flat_map(|part| &part.nav)
    }

    /// The main navigation of who may do this: no rooms of what they may open.
    pub fn main_nav(&self, may: impl Fn(Action) -> bool) -> impl Iterator<Item = &Nav> {
        let open: Vec<&Nav> = self.nav().filter(|it| may(it.action)).collect();
        let paths: Vec<&str> = open.iter().map(|it| it.path).collect();
        open.into_iter().filter(move |it| it.of.is_none_or(|of| !paths.contains(&of)))
    }

    /// The citable kind of this code.
    #[must_use]
    pub fn citable(&self, kind: &str) -> Option<&Arc<dyn Citable>> {
        self.0.iter().flat_map(|part| &part.citables).find(|it| it.kind() == kind)
    }

    /// All citable kinds.
    pub fn citables(&self) -> impl Iterator<Item = &Arc<dyn Citable>> {
        self.0.iter().flat_map(|part| &part.citables)
    }

    /// What parts show on a quarter's page.
    pub fn panels(&self) -> impl Iterator<Item = &Arc<dyn QuarterPanel>> {
        self.0.iter().flat_map(|part| &part.panels)
    }

    /// What parts show on the first page of a city.
    pub fn front(&self) -> impl Iterator<Item = &Arc<dyn FrontPanel>> {
        self.0.iter().flat_map(|part| &part.front)
    }

    /// What parts ask in the morning.
    pub fn today(&self) -> impl Iterator<Item = &Arc<dyn TodayItem>> {
        self.0.iter().flat_map(|part| &part.today)
    }

    /// The kind of job of this code.
    #[must_use]
    pub fn job(&self, name: &str) -> Option<&Arc<dyn JobKind>> {
        self.0.iter().flat_map(|part| &part.jobs).find(|it| it.name() == name)
    }

    /// What is answered at links of a purpose.
    #[must_use]
    pub fn link(&self, purpose: u8) -> Option<&Arc<dyn SignedLink>> {
        self.0.iter().flat_map(|part| &part.links).find(|it| it.purpose() == purpose)
    }

    /// All kinds of jobs.
    pub fn jobs(&self) -> impl Iterator<Item = &Arc<dyn JobKind>> {
        self.0.iter().flat_map(|part| &part.jobs)
    }

    /// What hangs on Stellen.
    pub fn duties(&self) -> impl Iterator<Item = &Duty> {
        self.0.iter().flat_map(|part| &part.duties)
    }

    /// What carries an Aktenzeichen.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.0.iter().flat_map(|part| &part.cases)
    }

    /// What a part keeps in memory, by its type.
    #[must_use]
    pub fn state<T: 'static>(&self) -> Option<&T> {
        self.0.iter().filter_map(|part| part.state.as_deref()).find_map(|it| it.downcast_ref())
    }

    /// All routes as text, one a line: method, path, action. A golden file.
    #[must_use]
    pub fn print_routes(&self) -> String {
        let mut lines: Vec<String> = self.routes().map(Route::line).collect();
        lines.sort();
        lines.concat()
    }
}
