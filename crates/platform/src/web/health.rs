use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::App;

/// `GET /healthz`: whether the program lives and reaches its database; for those who watch it.
pub(crate) async fn health(State(app): State<App>) -> Response {
    let answer = async {
        let mut read = app.store.read().await?;
        sqlx::query("select 1").execute(&mut *read).await?;
        Ok::<(), crate::store::StoreError>(())
    };
    match answer.await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
