//! `ankunft serve`: the platform, with its worker.

use std::net::SocketAddr;
use std::time::Duration;

use ankunft_platform::config::Config;
use ankunft_platform::files;
use ankunft_platform::morning::digest;
use ankunft_platform::parts::Part;
use ankunft_platform::web::App;
use tokio::net::TcpListener;
use tokio::signal;
use tokio::time::timeout;
use tracing_subscriber::EnvFilter;

use crate::cli::ServeArgs;
use crate::console::{Problem, say};
use crate::installation;

/// All parts, in the order of the navigation.
#[must_use]
pub fn parts() -> Vec<Part> {
    vec![ankunft_atlas::part(), ankunft_governance::part(), ankunft_programme::part()]
}

/// Serves the configured installation until it is told to stop.
pub async fn run(arguments: ServeArgs) -> Result<(), Problem> {
    let mut config = installation::config(arguments.config.as_deref(), arguments.data.as_deref())?;
    if let Some(port) = arguments.port {
        config.listen.set_port(port);
        config.base_address = format!("http://{}", config.listen);
    }
    log();
    serve(config).await
}

/// Sends the program's own log to standard error; `RUST_LOG` chooses how much.
pub fn log() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn,ankunft=info,ankunft_platform=info"));
    let _ =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// So long may letters that nobody waits for take when the program stops.
const LAST_LETTERS: Duration = Duration::from_secs(10);

/// Answers requests and does the jobs until it is told to stop. What is under way then goes back
/// into the queue, and letters are sent, before the database closes.
pub async fn serve(config: Config) -> Result<(), Problem> {
    let address = config.listen;
    let app = App::open(config, parts()).await.map_err(Problem::internal)?;
    let listener = TcpListener::bind(address).await.map_err(|cause| {
        Problem::input(format!("{address}: {cause}; is another program listening there?"))
    })?;
    say(&format!("http://{}", listener.local_addr().map_err(Problem::internal)?));
    let worker = tokio::spawn(app.worker().work(app.stopping()));
    let tidy = tokio::spawn(tidy(app.clone()));
    let due = tokio::spawn(due(app.clone()));
    let router = app.router().into_make_service_with_connect_info::<SocketAddr>();
    let told = app.clone();
    let served = axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            stopped().await;
            told.stop();
        })
        .await;
    app.stop();
    tidy.abort();
    due.abort();
    let worked = worker.await;
    if timeout(LAST_LETTERS, app.settled()).await.is_err() {
        tracing::error!("letters were not sent before the program stopped");
    }
    app.store.close().await;
    served.map_err(Problem::internal)?;
    worked.map_err(Problem::internal)
}

/// Throws away what was brought and forgotten, once a day.
async fn tidy(app: App) {
    loop {
        if let Err(error) = files::expire_forgotten(&app.store, app.now()).await {
            tracing::warn!(%error, "forgotten drafts are not thrown away");
        }
        if let Err(error) = ankunft_governance::funds::forget(&app).await {
            tracing::warn!(%error, "what should be forgotten of applications is not");
        }
        tokio::time::sleep(Duration::from_secs(24 * 3600)).await;
    }
}

/// Does what is due: asks for the letters of the morning, reminds who has not reported, and takes the
/// figures whose last day is over.
async fn due(app: App) {
    loop {
        if let Err(error) = digest::ask_for_due(&app).await {
            tracing::warn!(%error, "the letters of the morning are not asked for");
        }
        if let Err(error) = ankunft_governance::reporting::remind_due(&app).await {
            tracing::warn!(%error, "who has not reported is not reminded");
        }
        if let Err(error) = ankunft_programme::exchange::taken::take_due(&app).await {
            tracing::warn!(%error, "figures whose last day is over are still here");
        }
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}

/// Waits until the program is told to stop.
async fn stopped() {
    let interrupted = async {
        let _ = signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminated = async {
        if let Ok(mut signals) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
            signals.recv().await;
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
