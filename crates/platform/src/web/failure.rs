use std::fmt::Display;

use axum::response::{IntoResponse, Response};

use crate::page::Problem;
use crate::store::StoreError;

/// Why a handler has no page to show. The gate makes the page of it, in the frame of the city and
/// the language of the reader; the cause goes to the log alone.
///
/// Small, because it travels in every `Result` of a handler.
#[derive(Clone, Debug)]
pub struct Failure(Box<Told>);

/// What is known about a failure.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) problem: Problem,
    pub(crate) cause: String,
    pub(crate) advice: Option<String>,
    pub(crate) login: Option<String>,
}

impl Failure {
    /// A problem, with its cause for the log.
    #[must_use]
    pub fn new(problem: Problem, cause: impl Display) -> Self {
        let cause = cause.to_string();
        Self(Box::new(Told { problem, cause, advice: None, login: None }))
    }

    /// 404: there is no such thing, or not for this reader.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(Problem::NotFound, "no such thing")
    }

    /// 400: a value that cannot be understood.
    #[must_use]
    pub fn bad_request(cause: impl Display) -> Self {
        Self::new(Problem::BadRequest, cause)
    }

    /// 403: not this reader.
    #[must_use]
    pub fn forbidden(cause: impl Display) -> Self {
        Self::new(Problem::Forbidden, cause)
    }

    /// 422: what was sent cannot be accepted, and there is no page to repeat the form on.
    #[must_use]
    pub fn refused(cause: impl Display) -> Self {
        Self::new(Problem::Refused, cause)
    }

    /// 500: a fault of ours.
    #[must_use]
    pub fn internal(cause: impl Display) -> Self {
        Self::new(Problem::Internal, cause)
    }

    /// What this reader can do about it, in their language, in place of the general advice.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.0.advice = Some(advice.into());
        self
    }

    /// Offers the way to log in.
    pub(crate) fn login(mut self, href: String) -> Self {
        self.0.login = Some(href);
        self
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::internal(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.0.problem.status().into_response();
        response.extensions_mut().insert(std::sync::Arc::new(*self.0));
        response
    }
}
