use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{self, MethodRouter};
use futures_util::future::BoxFuture;

use super::gate::{self, Pass};
use super::{App, Data};
use crate::permission::Action;

/// One address of a part: what it answers to and what one must be permitted.
///
/// The gate decides before the handler runs. A path that begins with `/{kommune}` belongs to a
/// city; any other to the installation, where nobody has a role and only their account counts.
#[derive(Clone)]
pub struct Route {
    method: &'static str,
    path: &'static str,
    action: Action,
    limit: Option<Limit>,
    upload: bool,
    most: Option<usize>,
    table: bool,
    token: bool,
    tagged: bool,
    data: Option<Data>,
    handler: MethodRouter<App>,
}

/// So much of a form with files is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MostBytes {
    /// Of each file, and one byte more that says that there are more.
    pub(crate) file: usize,
    /// Whether the door itself says of a file that it has more: it asks for its own limit, which a
    /// lower one of the configuration is not.
    pub(crate) is_told: bool,
    /// Of all that was typed.
    pub(crate) typed: usize,
}

/// What is limited by address beyond requests as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Asking for a new password.
    Reset,
    /// Bringing a file.
    Upload,
    /// Beginning something as somebody without an account.
    Begin,
}

/// A handler without its type. Else the compiler proves anew at each layer of the router, for each of
/// hundreds of handlers, that all which they may ever wait for can change threads: half of its time.
#[derive(Clone)]
struct Erased(Arc<dyn Fn(Request, App) -> BoxFuture<'static, Response> + Send + Sync>);

impl Erased {
    fn of<H: Handler<T, App>, T: 'static>(handler: H) -> Self {
        Self(Arc::new(move |request, app| Box::pin(handler.clone().call(request, app))))
    }
}

impl Handler<(), App> for Erased {
    type Future = BoxFuture<'static, Response>;

    fn call(self, request: Request, app: App) -> Self::Future {
        (self.0)(request, app)
    }
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.line())
    }
}

impl Route {
    /// A page or a file to read.
    pub fn get<H, T>(path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self::new("GET", path, action, routing::get(Erased::of(handler)))
    }

    /// A form to send; it must carry its token.
    pub fn post<H, T>(path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self::new("POST", path, action, routing::post(Erased::of(handler)))
    }

    fn new(
        method: &'static str,
        path: &'static str,
        action: Action,
        handler: MethodRouter<App>,
    ) -> Self {
        Self {
            method,
            path,
            action,
            limit: None,
            upload: false,
            most: None,
            table: false,
            token: true,
            tagged: false,
            data: None,
            handler,
        }
    }

    /// The same route, limited.
    #[must_use]
    pub fn limited(self, limit: Limit) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// The same route for a form with files, up to the size that the configuration allows. What a file has
    /// beyond that is read and thrown away, so that a large one costs no memory and its sender reads a
    /// sentence; who sends more than twice as much is cut off.
    #[must_use]
    pub fn upload(self) -> Self {
        Self { upload: true, limit: Some(Limit::Upload), ..self }
    }

    /// The same route for a form whose files have at most so many bytes.
    #[must_use]
    pub fn upload_of(self, bytes: usize) -> Self {
        Self { most: Some(bytes), ..self.upload() }
    }

    /// The same route for a form into which a whole table is pasted: ten times as long as another.
    #[must_use]
    pub fn table(self) -> Self {
        Self { table: true, ..self }
    }

    /// The same route for a form that changes nothing worth a token.
    #[must_use]
    pub(crate) fn without_token(self) -> Self {
        Self { token: false, ..self }
    }

    /// The same route, whose answer to the public changes only with the city: with nothing that has
    /// no entry in its change log. Such an answer gets an `ETag`, and who has it already is told so.
    #[must_use]
    pub fn tagged(self) -> Self {
        Self { tagged: true, ..self }
    }

    /// The same route, which gives data to programs: this is what `/openapi.json` says of it.
    #[must_use]
    pub fn data(self, data: Data) -> Self {
        Self { data: Some(data), ..self }
    }

    /// What it gives to programs, if it does.
    #[must_use]
    pub const fn described(&self) -> Option<&Data> {
        self.data.as_ref()
    }

    /// Method, path and action, as the golden file holds them.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}\t{}\t{}\n", self.method, self.path, self.action.0)
    }

    /// The method, `GET` or `POST`.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The path with its parameters: `/{kommune}/atlas`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Whether it takes a form with files.
    #[must_use]
    pub const fn takes_files(&self) -> bool {
        self.upload
    }

    /// What one must be permitted.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// Path and handler behind the gate.
    pub(crate) fn guarded(&self, app: &App) -> (&'static str, MethodRouter<App>) {
        let limits = &app.config.limits;
        let (largest, typed) = (limits.upload_mb * 1_000_000, limits.form_kb * 1000);
        let form = if self.table { typed * 10 } else { typed };
        let file = self.most.unwrap_or(largest).min(largest);
        let is_told = self.most.is_none_or(|it| it <= largest);
        let pass = Pass {
            app: app.clone(),
            action: self.action,
            in_city: self.path.starts_with("/{kommune}"),
            limit: self.limit,
            token: self.token && self.method == "POST",
            tagged: self.tagged,
            most: self.upload.then_some(MostBytes { file, is_told, typed }),
            form_bytes: form,
        };
        let body_bytes = if self.upload { 2 * largest + form } else { form };
        let handler = self
            .handler
            .clone()
            .route_layer(from_fn_with_state(Arc::new(pass), gate::gate))
            .route_layer(DefaultBodyLimit::max(body_bytes));
        (self.path, handler)
    }
}
