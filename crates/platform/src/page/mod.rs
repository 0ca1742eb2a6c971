//! What all pages share: the frame around them, their components, the error page, the gallery.
//!
//! A page is one struct with everything it prints and a [`Shell`] in the field `shell`; its
//! template extends `base.html` and imports `components.html`. Both lie in
//! `crates/platform/templates`; a crate finds them through its own `askama.toml`:
//!
//! ```toml
//! [general]
//! dirs = ["templates", "../../platform/templates"]
//! ```
//!
//! ```jinja
//! {% extends "base.html" %}
//! {% import "components.html" as c %}
//! {% block content %}
//! {% call c::notice(shell.t, notice) %}{% endcall %}
//! {% endblock %}
//! ```
//!
//! The frame prints the `h1` from the title, the lead sentence, the breadcrumbs and the footer;
//! the block `heading` may be replaced, the block `content` is the page.
//!
//! Templates hold no `style` attribute and no script: the content security policy forbids both.
//! Widths of bars and the like are drawn as SVG with presentation attributes.

pub mod components;
mod error;
pub mod gallery;

mod shell;
mod theme;

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
pub use components::{Kind, Link};
pub use error::{ErrorPage, Problem};
pub use shell::{Account, Flash, LanguageLink, NavEntry, Person, Shell};
pub use theme::Theme;
pub(crate) use theme::choose;

/// The answer with a page and status 200.
pub fn html(page: &impl Template) -> Response {
    html_with(StatusCode::OK, page)
}

/// The answer with a page and another status: 422 for a refused form, 404 and so on.
pub fn html_with(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => {
            (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
