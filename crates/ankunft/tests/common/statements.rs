//! Counts what the database driver says it was asked, for the whole process.

use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use ankunft_platform::store::READERS;
use ankunft_platform::web::App;
use ankunft_testkit::Browser;
use tokio::sync::{Mutex, MutexGuard};
use tracing::{Event, Metadata, Subscriber, span};

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// No page asks more often, once warm: a loop over areas or measures would.
pub const MOST: usize = 80;

/// The first page asks every room of the house what waits there; in builds with checks what stands in
/// memory is read again to be compared.
pub const MOST_IN_THE_MORNING: usize = 120;

struct Counter;

impl Subscriber for Counter {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.target() == "sqlx::query"
    }
    fn event(&self, _: &Event<'_>) {
        STATEMENTS.fetch_add(1, Ordering::SeqCst);
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Begins to count, for nobody else until what is given back is dropped.
pub async fn count() -> MutexGuard<'static, ()> {
    static FIRST: Once = Once::new();
    static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());
    FIRST.call_once(|| {
        tracing::subscriber::set_global_default(Counter).expect("the only subscriber");
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
