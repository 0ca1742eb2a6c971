use std::fmt::Display;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::{Link, Shell, html_with};
use crate::languages::{Arg, Texts};

/// Why a page cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// 400: the address or a value in it cannot be understood.
    BadRequest,
    /// 401: the page needs a log-in.
    LoginNeeded,
    /// 403: this reader may not see or do it.
    Forbidden,
    /// 404: there is no such page, or it is hidden from this reader.
    NotFound,
    /// 405: the address exists, but not for this kind of request.
    WrongMethod,
    /// 413: what was sent is too large.
    TooLarge,
    /// 422: what was sent cannot be accepted.
    Refused,
    /// 429: too many requests.
    TooMany,
    /// 500: a fault of ours.
    Internal,
}

impl Problem {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::BadRequest,
        Self::LoginNeeded,
        Self::Forbidden,
        Self::NotFound,
        Self::WrongMethod,
        Self::TooLarge,
        Self::Refused,
        Self::TooMany,
        Self::Internal,
    ];

    /// The status code.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::LoginNeeded => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The problem of a status; any other client error is a bad request, the rest ours.
    #[must_use]
    pub fn of(status: StatusCode) -> Self {
        let same = Self::ALL.into_iter().find(|it| it.status() == status);
        let other = if status.is_client_error() { Self::BadRequest } else { Self::Internal };
        same.unwrap_or(other)
    }

    fn text_id(self) -> String {
        format!("fehler-{}", self.status().as_u16())
    }
}

/// The page in place of one that cannot be shown: advice for the reader, while the cause goes to
/// the log under the same request id.
#[derive(Clone, Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    shell: Shell,
    problem: Problem,
    advice: String,
    way: Link,
    kept: Option<Link>,
    request_id: Option<String>,
}

impl ErrorPage {
    /// The page of a problem without navigation, for when nothing is known about the reader.
    #[must_use]
    pub fn new(t: Texts, problem: Problem) -> Self {
        Self::inside(Shell::new(t, ""), problem)
    }

    /// The page of a problem inside the frame of the page that was asked for: city, role and
    /// navigation stay.
    #[must_use]
    pub fn inside(shell: Shell, problem: Problem) -> Self {
        let t = shell.t.clone();
        let id = problem.text_id();
        let way = Link::new(t.get("fehler-zur-startseite"), shell.home.clone());
        let shell = Shell {
            title: t.get(&id),
            lead: None,
            mark: None,
            crumbs: Vec::new(),
            data: Vec::new(),
            held: None,
            ..shell
        };
        Self {
            shell,
            problem,
            advice: t.get(&format!("{id}.rat")),
            way,
            kept: None,
            request_id: None,
        }
    }

    /// Replaces the general advice by what this reader can do about it.
    #[must_use]
    pub fn advice(self, advice: impl Into<String>) -> Self {
        Self { advice: advice.into(), ..self }
    }

    /// Offers the log-in page in place of the start page.
    #[must_use]
    pub fn login(self, href: impl Into<String>) -> Self {
        let label = self.shell.t.get("fehler-zur-anmeldung");
        Self { way: Link::new(label, href), ..self }
    }

    /// Says that what was typed is held, and leads to the page where it stands again.
    #[must_use]
    pub fn kept(self, href: impl Into<String>) -> Self {
        let kept = Link::new(self.shell.t.get("tisch-liegt-noch.weg"), href);
        Self { kept: Some(kept), ..self }
    }

    /// The same for who must log in first.
    #[must_use]
    pub fn kept_behind(self, login: impl Into<String>) -> Self {
        let kept = Link::new(self.shell.t.get("tisch-liegt-noch.anmelden"), login);
        Self { kept: Some(kept), ..self }
    }

    /// Shows the request's id, so that a reader can name it.
    #[must_use]
    pub fn request_id(self, id: impl Into<String>) -> Self {
        Self { request_id: Some(id.into()), ..self }
    }

    /// Writes the cause to the log, not to the page. Faults of ours are errors, the rest is told
    /// for debugging.
    #[must_use]
    pub fn because(self, cause: impl Display) -> Self {
        let (status, request) = (self.problem.status().as_u16(), self.request_id.as_deref());
        if self.problem == Problem::Internal {
            tracing::error!(status, request, %cause, "a page could not be shown");
        } else {
            tracing::debug!(status, request, %cause, "a page was refused");
        }
        self
    }

    fn request_line(&self) -> Option<String> {
        let id = self.request_id.as_ref()?;
        Some(self.shell.t.with("fehler-kennung", &[("kennung", Arg::from(id))]))
    }
}

impl IntoResponse for ErrorPage {
    fn into_response(self) -> Response {
        html_with(self.problem.status(), &self)
    }
}
