//! Counts what the database driver says it was asked, for the whole process. What only builds with checks
//! ask, to compare what stands in memory, does not count.

use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use ankunft_platform::store::{COMPARED, READERS};
use ankunft_platform::web::App;
use ankunft_testkit::Browser;
use tokio::sync::{Mutex, MutexGuard};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// No page asks more often, once warm: a loop over areas or measures would.
pub const MOST: usize = 50;

/// The first page asks every room of the house what waits there.
pub const MOST_IN_THE_MORNING: usize = 75;

struct Counter;

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Counter {
    fn enabled(&self, about: &Metadata<'_>, _: Context<'_, S>) -> bool {
        about.target() == "sqlx::query" || about.name() == COMPARED
    }
    // The driver's threads are in the span of who asks them.
    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        if context.event_span(event).is_none() {
            STATEMENTS.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// Begins to count, for nobody else until what is given back is dropped.
pub async fn count() -> MutexGuard<'static, ()> {
    static FIRST: Once = Once::new();
    static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());
    FIRST.call_once(|| {
        let counter = tracing_subscriber::registry().with(Counter);
        tracing::subscriber::set_global_default(counter).expect("the only subscriber");
    });
    ONE_AT_A_TIME.lock().await
}

/// The status of an address, and the statements of the first time that somebody asks and of later
/// times: the fewest of some, because what is read ahead of the next reader is counted with whoever
/// asks meanwhile.
pub async fn ask(
    app: &App,
    browser: &mut Browser,
    address: &str,
    later: usize,
) -> (u16, usize, usize) {
    let mut counts = Vec::new();
    let mut status = 0;
    settle(app).await;
    for _ in 0..=later {
        let before = STATEMENTS.load(Ordering::SeqCst);
        status = browser.get(address).await.status.as_u16();
        settle(app).await;
        counts.push(STATEMENTS.load(Ordering::SeqCst) - before);
    }
    let then = counts.iter().skip(1).min().copied().unwrap_or_default();
    (status, counts[0], then)
}

/// Each connection has a thread of its own, which says what it was asked after its answer has been
/// taken: only a connection that answers anew has said everything.
async fn settle(app: &App) {
    let mut all = Vec::new();
    for _ in 0..READERS {
        all.push(app.store.read().await.expect("a connection"));
    }
}
