use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use super::{App, Failure, doors, layers};
use crate::languages::remember_language;
use crate::parts::Part;
use crate::{assets, citing, jobs, morning, office, system};

/// One percent more bytes than level 6 for a sixth less time (1.6 ms for an overview of 542 areas):
/// compressing is the largest single part of what a page costs. Below 5 pages grow faster.
const GZIP_LEVEL: i32 = 5;

impl App {
    /// The whole application, without a port, so that tests can ask it.
    ///
    /// Serve it with `into_make_service_with_connect_info::<SocketAddr>()`, so that limits know
    /// who asks.
    pub fn router(&self) -> Router {
        let mut router = Router::new().merge(assets::routes());
        for route in self.parts.routes() {
            let (path, handler) = route.guarded(self);
            router = router.route(path, handler);
        }
        router
            .fallback(async || Failure::not_found().into_response())
            .layer(CatchPanicLayer::custom(layers::panicked))
            .layer(from_fn_with_state(self.clone(), layers::surround))
            .layer(from_fn(remember_language))
            .layer(
                CompressionLayer::new()
                    .quality(CompressionLevel::Precise(GZIP_LEVEL))
                    .compress_when(
                        // Workbooks, papers and packages are deflated already.
                        DefaultPredicate::new()
                            .and(NotForContentType::const_new("application/vnd.openxmlformats"))
                            .and(NotForContentType::const_new("application/pdf"))
                            .and(NotForContentType::const_new("application/zip")),
                    ),
            )
            .with_state(self.clone())
    }
}

/// What the platform itself registers.
pub(crate) fn own_parts() -> Vec<Part> {
    vec![
        doors::part(),
        morning::part(),
        citing::part(),
        office::part(),
        jobs::part(),
        system::part(),
    ]
}
