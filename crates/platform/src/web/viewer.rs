use std::net::IpAddr;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::FromRequestParts;
use axum::http::{HeaderValue, header, request::Parts};
use axum::response::{IntoResponse, Redirect, Response};

use super::extract::encode;
use super::shelf::Held;
use super::ways::Ways;
use super::{App, Failure, cookies, desk};
use crate::changes::Author;
use crate::citing;
use crate::csrf;
use crate::languages::{Arg, Texts};
use crate::page::{self, Flash, Kind, Link, Shell, Theme};
use crate::parts::FollowUp;
use crate::permission::{Action, Actor, Role, Verdict};
use crate::sessions::Session;
use crate::tenant::{Tenant, TenantInfo};

/// The city of the address. A route without `/{kommune}` has none: asking for one is a 404.
#[derive(Clone, Debug)]
pub struct City(pub Arc<TenantInfo>);

impl City {
    /// The tenant, for store functions.
    #[must_use]
    pub fn tenant(&self) -> Tenant {
        self.0.tenant
    }

    /// An address within the city: `/atlas` becomes `/musterstadt/atlas`.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("/{}{path}", self.0.slug)
    }
}

impl Deref for City {
    type Target = TenantInfo;
    fn deref(&self) -> &TenantInfo {
        &self.0
    }
}

/// Who reads, in which city, language and frame. Clones share it.
#[derive(Clone)]
pub struct Viewer(pub(crate) Arc<Visit>);

/// What is behind [`Viewer`].
pub struct Visit {
    /// Who it is in this city; outside of cities an account without roles, or the public.
    pub actor: Actor,
    /// The account's session; none for the public.
    pub session: Option<Session>,
    /// The city of the address.
    pub city: Option<Arc<TenantInfo>>,
    /// The texts in the reader's language.
    pub t: Texts,
    /// The address of the account, also of one that is not there.
    pub email: Option<String>,
    /// The id of the request.
    pub request: String,
    /// Path and query of the request.
    pub address: String,
    /// The role that permits what is asked here, and stands in the change log.
    pub role: Option<Role>,
    pub(crate) from: IpAddr,
    pub(crate) app: App,
    pub(crate) theme: Theme,
    pub(crate) ways: Ways,
    pub(crate) flash: Option<String>,
    pub(crate) flash_said: AtomicBool,
    pub(crate) nonce: String,
    pub(crate) nonce_is_new: bool,
    pub(crate) nonce_used: AtomicBool,
    pub(crate) held: Mutex<Option<Held>>,
}

impl std::fmt::Debug for Viewer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Viewer").field("actor", &self.0.actor).finish_non_exhaustive()
    }
}

impl Deref for Viewer {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

/// The log-in page that leads on to an address.
pub(super) fn login_to(address: &str) -> String {
    format!("/anmelden?weiter={}", encode(address))
}

impl Visit {
    /// In whose name this viewer changes something.
    #[must_use]
    pub fn author(&self) -> Author {
        Author {
            account: self.actor.account,
            post: self.actor.post,
            role: self.role,
            request: self.request.clone(),
        }
    }

    /// Takes one of the few permits that an address has for what sends mail to somebody or tries a
    /// secret; false if none is left for now.
    #[must_use]
    pub fn take_permit(&self) -> bool {
        self.app.rates.resets.take(self.from, self.app.now())
    }

    /// Whether this viewer may do something in this city, for links and buttons.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        self.app.permissions.decide(&self.actor, action) == Verdict::Yes
    }

    /// The ways to what this viewer can make of a thing.
    #[must_use]
    pub fn follow_ups(&self, kind: &str, id: &str) -> Vec<Link> {
        let Some(city) = &self.city else { return Vec::new() };
        let thing = encode(&format!("{kind}:{id}"));
        let all = self.app.parts.follow_ups(kind).filter(|it| self.may(it.action));
        let link = |it: &FollowUp| {
            let address = format!("/{}{}?{}={thing}", city.slug, it.path, FollowUp::FIELD);
            Link::new(self.t.get(it.text), address)
        };
        all.map(link).collect()
    }

    /// The whole address of this installation, for addresses that people keep.
    #[must_use]
    pub fn base_address(&self) -> &str {
        &self.app.config.base_address
    }

    /// The role in words; with the Stelle for who stands in for another, or holds several.
    fn part(&self, role: Role) -> String {
        let role = self.t.get(&format!("role-{}", role.code()));
        let held = self.actor.posts.iter().filter(|it| !it.standing_in).count();
        let text = match self.actor.posts.first() {
            Some(own) if own.standing_in => ("rolle-in-vertretung", own),
            Some(own) if held > 1 => ("rolle-als-stelle", own),
            _ => return role,
        };
        let args = [("rolle", Arg::from(role)), ("stelle", Arg::from(&text.1.title))];
        self.t.with(text.0, &args)
    }

    /// The frame of a page: city, role, navigation, languages, account, what was done just now.
    pub fn page(&self, title: impl Into<String>) -> Shell {
        let mut shell = Shell::new(self.t.clone(), title);
        if let Some(city) = &self.city {
            shell = shell.city(city.name.clone(), &format!("/{}", city.slug));
        }
        if let Some(role) = self.role.or(self.actor.roles.first().copied()) {
            shell = shell.role(self.part(role));
        }
        let account = match &self.session {
            Some(session) => page::Account::Person(page::Person {
                name: session.name.clone(),
                href: "/konto".to_owned(),
                logout: "/abmelden".to_owned(),
            }),
            None => page::Account::Guest { login: self.login() },
        };
        let mut shell = shell
            .nav(self.ways.nav.clone())
            .rooms(self.ways.rooms.clone())
            .account(account)
            .theme(self.theme)
            .flash(self.say_flash())
            .at(&self.address);
        if self.session.is_some() {
            shell = shell.csrf(self.csrf());
        }
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_here = |it: &Held| desk::path_of(&it.page) == desk::path_of(&self.address);
        shell.held = held.filter(|it| !it.is_desk() && is_here(it));
        shell
    }

    /// The frame of a page whose address names no city, but whose thing belongs to one.
    pub(crate) fn page_in(
        &self,
        city: &TenantInfo,
        actor: &Actor,
        title: impl Into<String>,
    ) -> Shell {
        let ways = Ways::of(&self.app, Some(city), actor, &self.address, &self.t);
        let shell = self.page(title).city(city.name.clone(), &format!("/{}", city.slug));
        match actor.roles.first() {
            Some(role) => shell.role(self.t.get(&format!("role-{}", role.code()))),
            None => shell,
        }
        .nav(ways.nav)
        .rooms(ways.rooms)
    }

    /// As [`Visit::page`], for a page with a form that the public may send.
    pub fn page_with_form(&self, title: impl Into<String>) -> Shell {
        self.page(title).csrf(self.csrf())
    }

    /// A form token for this viewer.
    #[must_use]
    pub fn csrf(&self) -> String {
        if self.session.is_none() {
            self.nonce_used.store(true, Ordering::Relaxed);
        }
        csrf::token(&self.app.keys.forms, &self.bond())
    }

    /// What a form token is bound to: the session, or chance in a cookie.
    pub(crate) fn bond(&self) -> Vec<u8> {
        match &self.session {
            Some(session) => [b"session:", session.token_hash.as_slice()].concat(),
            None => format!("nonce:{}", self.nonce).into_bytes(),
        }
    }

    /// The log-in page that leads back here.
    pub(crate) fn login(&self) -> String {
        if self.address == "/" {
            return "/anmelden".to_owned();
        }
        login_to(&self.address)
    }

    fn say_flash(&self) -> Option<Flash> {
        let id = self.flash.as_ref().filter(|id| self.t.has(id))?;
        self.flash_said.store(true, Ordering::Relaxed);
        // A message with the attribute `weg` leads to where its thing lies in this city.
        let way = format!("{id}.weg");
        let city = self.city.as_ref().filter(|_| self.t.has(&way));
        let step =
            city.map(|it| Link::new(self.t.get(&way), format!("/{}{}", it.slug, citing::PATH)));
        Some(Flash { kind: Kind::Success, text: self.t.get(id), step })
    }

    /// The cookies that the answer needs beside those of the handler.
    pub(crate) fn cookies(&self) -> Vec<HeaderValue> {
        let secure = self.app.config.is_https();
        let mut set = Vec::new();
        if self.nonce_is_new && self.nonce_used.load(Ordering::Relaxed) {
            let name = cookies::name(cookies::FORM, secure);
            set.push(cookies::write(&name, &self.nonce, secure, None));
        }
        if self.flash_said.load(Ordering::Relaxed) {
            set.push(cookies::write(cookies::FLASH, "x", secure, Some(0)));
        }
        set
    }
}

impl Viewer {
    /// An account that is not there: what it would see in a city, for what is written to it.
    pub(crate) fn absent(
        app: &App,
        city: Arc<TenantInfo>,
        (actor, email): (Actor, &str),
        t: Texts,
    ) -> Self {
        Self(Arc::new(Visit {
            actor,
            email: Some(email.to_owned()),
            session: None,
            city: Some(city),
            t,
            request: String::new(),
            address: String::new(),
            role: None,
            from: IpAddr::from([127, 0, 0, 1]),
            app: app.clone(),
            theme: Theme::default(),
            ways: Ways::default(),
            flash: None,
            flash_said: AtomicBool::new(false),
            nonce: String::new(),
            nonce_is_new: false,
            nonce_used: AtomicBool::new(false),
            held: Mutex::default(),
        }))
    }

    /// The answer after a change: 303 to a path of ours, where the text of this id
    /// (`meldung-…`, without arguments) is said once. What was typed beside it stands there again.
    #[must_use]
    pub fn done(&self, path: &str, flash: Option<&str>) -> Response {
        let target = self.with_held(super::own_path(path).unwrap_or("/"));
        let mut response = Redirect::to(&target).into_response();
        if let Some(id) = flash {
            let secure = self.app.config.is_https();
            let cookie = cookies::write(cookies::FLASH, id, secure, Some(60));
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

impl FromRequestParts<App> for Viewer {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        let viewer = parts.extensions.get::<Self>().cloned();
        viewer.ok_or_else(|| Failure::internal("a handler without its gate"))
    }
}

impl FromRequestParts<App> for City {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let viewer = Viewer::from_request_parts(parts, app).await?;
        viewer.city.clone().map(Self).ok_or_else(Failure::not_found)
    }
}
