//! The gate before every handler: who is it, in which city, may they, was the form ours.

use std::net::IpAddr;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use axum::extract::{RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::failure::Told;
use super::layers::Asked;
use super::route::MostBytes;
use super::shelf::Held;
use super::tag::Tag;
use super::ways::Ways;
use super::{App, Failure, Limit, Viewer, Visit, alone, cookies, origin, token};
use crate::accounts;
use crate::csrf;
use crate::languages::{Arg, Language, Wishes};
use crate::page::{ErrorPage, Problem, Theme};
use crate::permission::{Action, Actor, Role, Verdict};
use crate::secrets::hex;
use crate::sessions::{self, Session};
use crate::tenant::TenantInfo;

/// What the gate knows of a route.
pub(crate) struct Pass {
    pub(crate) app: App,
    pub(crate) action: Action,
    pub(crate) in_city: bool,
    pub(crate) limit: Option<Limit>,
    pub(crate) token: bool,
    pub(crate) tagged: bool,
    pub(crate) most: Option<MostBytes>,
    pub(crate) form_bytes: usize,
}

pub(crate) async fn gate(
    State(pass): State<Arc<Pass>>,
    params: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    let slug = params.iter().find(|(name, _)| *name == "kommune").map(|(_, value)| value);
    let asked = request.extensions().get::<Asked>().cloned().unwrap_or_default();
    let from = (request.uri(), request.headers());
    let viewer = match arrive(&pass, slug.filter(|_| pass.in_city), from, asked).await {
        Ok(viewer) => viewer,
        Err(failure) => return failure.into_response(),
    };
    let method = request.method().clone();
    let response = match enter(&pass, &viewer, request).await {
        Ok(Ok(request)) if pass.tagged => tagged(&viewer, request, next).await,
        Ok(Ok(request)) => next.run(request).await,
        Ok(Err(elsewhere)) => elsewhere,
        Err(failure) => failure.into_response(),
    };
    leave(&pass, &viewer, &method, response)
}

/// Runs the handler unless the asker has its answer already.
async fn tagged(viewer: &Viewer, request: Request, next: Next) -> Response {
    // The tag is made before the data are read: it may be older than they are, never newer.
    let tag = match Tag::of(viewer, request.headers()).await {
        Ok(Some(tag)) => tag,
        Ok(None) => return next.run(request).await,
        Err(failure) => return failure.into_response(),
    };
    let is_known = tag.is_known(request.headers());
    let mut response = if is_known { Tag::unchanged() } else { next.run(request).await };
    tag.write(&mut response);
    response
}

/// Finds out who is at the door.
async fn arrive(
    pass: &Pass,
    slug: Option<&str>,
    (uri, headers): (&Uri, &HeaderMap),
    asked: Asked,
) -> Result<Viewer, Failure> {
    let app = &pass.app;
    let city = match slug {
        Some(slug) => Some(app.city(slug).await?.ok_or_else(Failure::not_found)?),
        None => None,
    };
    let session = session(app, headers).await?;
    let (actor, permitting) = actor(app, city.as_deref(), session.as_ref()).await?;
    let role = permitting.iter().copied().find(|role| {
        let alone = Actor { roles: vec![*role], ..Actor::default() };
        app.permissions.decide(&alone, pass.action) == Verdict::Yes
    });
    Ok(visit(app, (city, session), (actor, role), (uri, headers), asked))
}

fn visit(
    app: &App,
    (city, session): (Option<Arc<TenantInfo>>, Option<Session>),
    (actor, role): (Actor, Option<Role>),
    (uri, headers): (&Uri, &HeaderMap),
    asked: Asked,
) -> Viewer {
    let wishes = Wishes::of(uri, headers);
    let default = city.as_ref().and_then(|it| Language::from_code(&it.language));
    let chosen = session.as_ref().and_then(|it| Language::from_code(&it.language));
    let fallback = default.unwrap_or(app.language());
    let language = match chosen {
        Some(chosen) => wishes.query.or(wishes.cookie).unwrap_or(chosen),
        None => wishes.settle(fallback),
    };
    let t = app.languages.texts(language);
    let form = cookies::name(cookies::FORM, app.config.is_https());
    let nonce = cookies::read(headers, &form).map(str::to_owned);
    let held = app.held.find(uri, actor.account, app.now());
    Viewer(Arc::new(Visit {
        held: Mutex::new(held),
        ways: Ways::of(app, city.as_deref(), &actor, uri.path(), &t),
        actor,
        email: session.as_ref().map(|it| it.email.clone()),
        session,
        city,
        t,
        request: asked.id,
        from: asked.address,
        address: uri.path_and_query().map_or("/", |it| it.as_str()).to_owned(),
        role,
        app: app.clone(),
        theme: Theme::of(headers),
        flash: cookies::read(headers, cookies::FLASH)
            .filter(|id| id.starts_with("meldung-"))
            .map(str::to_owned),
        flash_said: AtomicBool::new(false),
        nonce_is_new: nonce.is_none(),
        nonce: nonce.unwrap_or_else(|| hex(&crate::ids::secret::<16>())),
        nonce_used: AtomicBool::new(false),
    }))
}

async fn session(app: &App, headers: &HeaderMap) -> Result<Option<Session>, Failure> {
    let name = cookies::name(cookies::SESSION, app.config.is_https());
    let Some(token) = cookies::read(headers, &name) else { return Ok(None) };
    let now = app.now();
    let limits = &app.config.sessions;
    let found = sessions::find(&mut *app.store.read().await?, token, now, limits).await?;
    if let Some(session) = found.as_ref().filter(|it| sessions::is_stale(it, now)) {
        let mut upkeep = app.store.upkeep().await?;
        sessions::seen(&mut upkeep, session, now).await?;
        upkeep.commit().await?;
    }
    Ok(found)
}

/// Who it is in this city, and the roles among which the permitting one is sought. Outside of
/// cities nobody has a role, but the account's roles anywhere open its own pages.
async fn actor(
    app: &App,
    city: Option<&TenantInfo>,
    session: Option<&Session>,
) -> Result<(Actor, Vec<Role>), Failure> {
    let Some(session) = session else { return Ok((Actor::default(), Vec::new())) };
    let mut read = app.store.read().await?;
    match city {
        Some(city) => {
            let today = app.today();
            let actor = accounts::actor(&mut read, city.tenant, session.account, today).await?;
            let roles = actor.roles.clone();
            Ok((actor, roles))
        }
        None => {
            let actor = Actor { account: Some(session.account), ..Actor::default() };
            Ok((actor, accounts::roles_anywhere(&mut read, session.account).await?))
        }
    }
}

/// Decides whether the request goes on, is led to the log-in, or fails.
async fn enter(
    pass: &Pass,
    viewer: &Viewer,
    mut request: Request,
) -> Result<Result<Request, Response>, Failure> {
    let app = &pass.app;
    match verdict(pass, viewer, request.method()) {
        Ok(None) => {}
        Ok(Some(elsewhere)) => return Ok(Err(elsewhere)),
        Err(failure) => {
            hold(pass, viewer, request).await;
            return Err(failure);
        }
    }
    if !request.method().is_safe() {
        if !origin::is_own(request.headers(), &app.config) {
            return Err(Failure::forbidden("sent from a foreign page"));
        }
        if let Err(failure) = limit(pass, &request) {
            hold(pass, viewer, request).await;
            return Err(failure);
        }
    }
    if pass.token {
        let (whole, token) = token::take(request, pass.form_bytes).await?;
        request = whole;
        let fits = |token: &String| csrf::fits(&app.keys.forms, &viewer.bond(), token);
        if !token.as_ref().is_some_and(fits) {
            hold(pass, viewer, request).await;
            let advice = viewer.t.get("formular-abgelaufen");
            return Err(Failure::forbidden("no fitting form token").advice(advice));
        }
    }
    if let Some(most) = pass.most {
        request.extensions_mut().insert(most);
    }
    request.extensions_mut().insert(viewer.clone());
    Ok(Ok(request))
}

/// Holds what was typed into the forms of a page where nothing may be done with it, so that its writer
/// finds it there again.
async fn hold(pass: &Pass, viewer: &Viewer, request: Request) {
    let headers = request.headers();
    if request.method().is_safe() || !origin::is_own(headers, &pass.app.config) {
        return;
    }
    // Nothing of a stranger is held: nobody else could tell it from what they typed themselves.
    let Some(writer) = writer(pass, viewer, headers).await else { return };
    let (uri, page) = (request.uri().clone(), alone::page_of(request.uri(), headers, &pass.app));
    let held = alone::held(&uri, page, alone::sent(request, pass.form_bytes).await);
    viewer.hold(Held { writer: Some(writer), ..held });
}

/// The account that wrote it, also if its session has ended meanwhile.
async fn writer(pass: &Pass, viewer: &Viewer, headers: &HeaderMap) -> Option<i64> {
    if let Some(session) = &viewer.session {
        return Some(session.account);
    }
    let name = cookies::name(cookies::SESSION, pass.app.config.is_https());
    let token = cookies::read(headers, &name)?;
    let mut read = pass.app.store.read().await.ok()?;
    sessions::ended_of(&mut read, token).await.ok()?
}

/// Whether the request goes on, or where its asker is led to.
fn verdict(pass: &Pass, viewer: &Viewer, method: &Method) -> Result<Option<Response>, Failure> {
    let app = &pass.app;
    let verdict = match viewer.role {
        Some(_) => Verdict::Yes,
        None => app.permissions.decide(&viewer.actor, pass.action),
    };
    match verdict {
        Verdict::Yes => Ok(None),
        Verdict::Hidden => Err(Failure::not_found()),
        Verdict::Refused if viewer.session.is_some() => {
            let failure = Failure::forbidden(pass.action.0);
            Err(match who_may(pass, viewer) {
                Some(advice) => failure.advice(advice),
                None => failure,
            })
        }
        Verdict::Refused if method == Method::GET => {
            Ok(Some(Redirect::to(&viewer.login()).into_response()))
        }
        Verdict::Refused => {
            Err(Failure::new(Problem::LoginNeeded, pass.action.0).login(viewer.login()))
        }
    }
}

/// What was asked for, and which roles may; none if nobody has named it.
fn who_may(pass: &Pass, viewer: &Viewer) -> Option<String> {
    let t = &viewer.t;
    let name = format!("recht-{}", pass.action.0.replace('.', "-"));
    let what = t.has(&name).then(|| t.get(&name))?;
    let mut rules = pass.app.permissions.rules().iter();
    let roles = rules.find(|it| it.action == pass.action).map_or(&[][..], |it| it.roles);
    let roles: Vec<String> = roles.iter().map(|it| t.get(&format!("role-{}", it.code()))).collect();
    let args = [("handlung", Arg::from(what)), ("rollen", Arg::from(roles.join(", ")))];
    Some(t.with("verboten-weil", &args))
}

fn limit(pass: &Pass, request: &Request) -> Result<(), Failure> {
    let address = address_of(request);
    let (rates, now) = (&pass.app.rates, pass.app.now());
    let is_free = match pass.limit {
        None => true,
        Some(Limit::Reset) => rates.resets.take(address, now),
        Some(Limit::Upload) => rates.uploads.take(address, now),
        Some(Limit::Begin) => rates.begun.take(address, now),
    };
    if is_free { Ok(()) } else { Err(Failure::new(Problem::TooMany, "limited by address")) }
}

fn address_of(request: &Request) -> IpAddr {
    let asked = request.extensions().get::<Asked>();
    asked.map_or(IpAddr::from([127, 0, 0, 1]), |it| it.address)
}

/// Sets cookies and caching, and makes a page of a failure.
fn leave(pass: &Pass, viewer: &Viewer, method: &Method, mut response: Response) -> Response {
    if let Some(told) = response.extensions_mut().remove::<Arc<Told>>() {
        response = page_of(pass, viewer, (method, &told));
    }
    let headers = response.headers_mut();
    for cookie in viewer.cookies() {
        headers.append(header::SET_COOKIE, cookie);
    }
    headers.append(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    let is_private = viewer.session.is_some() || headers.contains_key(header::SET_COOKIE);
    if is_private || !method.is_safe() {
        headers.remove(header::ETAG);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    } else {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    }
    response
}

/// How much may be sent here, for who sent more.
fn too_large(pass: &Pass, viewer: &Viewer) -> String {
    let number = |it: usize| Arg::from(i64::try_from(it).unwrap_or(i64::MAX));
    match pass.most {
        Some(most) => viewer.t.with("fehler-413-datei", &[("mb", number(most.file / 1_000_000))]),
        None => viewer.t.with("fehler-413-formular", &[("kb", number(pass.form_bytes / 1000))]),
    }
}

fn page_of(pass: &Pass, viewer: &Viewer, (method, told): (&Method, &Told)) -> Response {
    let mut page = ErrorPage::inside(viewer.page(""), told.problem)
        .request_id(viewer.request.clone())
        .because(&told.cause);
    if let Some(advice) = &told.advice {
        page = page.advice(advice.clone());
    } else if told.problem == Problem::TooLarge {
        page = page.advice(too_large(pass, viewer));
    }
    if let Some(login) = &told.login {
        page = page.login(login.clone());
    }
    if let Some(back) = (!method.is_safe()).then(|| viewer.with_all_held()).flatten() {
        // Whose session has ended finds it behind the log-in.
        let ends = [Problem::LoginNeeded, Problem::NotFound].contains(&told.problem);
        page = match viewer.session.is_none() && ends {
            true => page.kept_behind(super::viewer::login_to(&back)),
            false => page.kept(back),
        };
    }
    page.into_response()
}
