//! All parts together, as the executable composes them.

use std::sync::Arc;

use super::{
    Calendar, Case, Citable, Duty, FollowUp, FrontPanel, JobKind, Nav, NewsSource, Offer, Part,
    PassedOn, QuarterChapter, QuarterPanel, SignedLink, Tale, TodayItem,
};
use crate::permission::{Action, Rule};
use crate::tenant::TenantKind;
use crate::web::Route;

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

    /// Whether some route shows a page at this address.
    #[must_use]
    pub fn has_page(&self, path: &str) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        let fits = |route: &str| {
            let pattern: Vec<&str> = route.split('/').collect();
            let is = |(one, other): (&&str, &&str)| one == other || one.starts_with('{');
            pattern.len() == parts.len() && pattern.iter().zip(&parts).all(is)
        };
        self.routes().any(|it| it.method() == "GET" && fits(it.path()))
    }

    /// All rows of the permission table.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        self.0.iter().flat_map(|part| part.rules.iter().copied())
    }

    /// All entries of the navigation of such a tenant.
    pub fn nav(&self, of: TenantKind) -> impl Iterator<Item = &Nav> {
        let is_there = move |it: &&Part| of == TenantKind::Kommune || !it.only_cities;
        self.0.iter().filter(is_there).flat_map(|part| &part.nav)
    }

    /// The main navigation of who may do this: no rooms of what they may open.
    pub fn main_nav(
        &self,
        of: TenantKind,
        may: impl Fn(Action) -> bool,
    ) -> impl Iterator<Item = &Nav> {
        let open: Vec<&Nav> = self.nav(of).filter(|it| may(it.action)).collect();
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

    /// What parts tell of what has changed.
    pub fn news(&self) -> impl Iterator<Item = &Arc<dyn NewsSource>> {
        self.0.iter().flat_map(|part| &part.news)
    }

    /// Who tells the story of things of a kind.
    #[must_use]
    pub fn tale(&self, kind: &str) -> Option<&Arc<dyn Tale>> {
        self.0.iter().flat_map(|part| &part.tales).find(|it| it.kind() == kind)
    }

    /// What parts offer for the profile of a city.
    pub fn offers(&self) -> impl Iterator<Item = &Arc<dyn Offer>> {
        self.0.iter().flat_map(|part| &part.offers)
    }

    /// What parts say in the report of a quarter, in the order of its chapters.
    pub fn chapters(&self) -> impl Iterator<Item = &Arc<dyn QuarterChapter>> {
        self.0.iter().flat_map(|part| &part.chapters)
    }

    /// Which days concern all Stellen of a city.
    pub fn calendars(&self) -> impl Iterator<Item = &Arc<dyn Calendar>> {
        self.0.iter().flat_map(|part| &part.calendars)
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

    /// What parts know of figures that other tenants took in.
    pub fn passed_on(&self) -> impl Iterator<Item = &Arc<dyn PassedOn>> {
        self.0.iter().flat_map(|part| &part.passed_on)
    }

    /// What can be made of things of a kind.
    pub fn follow_ups(&self, kind: &str) -> impl Iterator<Item = &FollowUp> {
        let all = self.0.iter().flat_map(|part| &part.follow_ups);
        all.filter(move |it| it.of.contains(&kind))
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
