//! The pages that people open, each asked for by several clients at once: of a city as large as
//! Berlin and of Musterstadt, once while nothing happens and once while somebody works beside.
//!
//! Closed loop: each client asks for the next as soon as it has its answer.
//!
//! ```text
//! pages PROGRAM [--seconds 3] [--clients 8] [--only NAME] [--out FILE]
//! ```

#![allow(clippy::print_stdout, reason = "prints what it measured")]

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ankunft_bench::Failure;
use ankunft_bench::asking::{Asked, Measured, ask};
use ankunft_bench::client::Client;
use ankunft_bench::server::Server;
use ankunft_bench::timing::ms;
use ankunft_bench::town::Town;
use ankunft_platform::config::Config;
use ankunft_platform::store::Store;
use serde_json::{Value, json};

/// What a page must keep, warm.
const MARK: Duration = Duration::from_millis(100);
/// Between two small changes of the one who works beside.
const PAUSE: Duration = Duration::from_millis(500);
/// So long the worker may take for its first assessment.
const PATIENCE: Duration = Duration::from_secs(120);

struct Options {
    program: PathBuf,
    seconds: u64,
    clients: usize,
    only: Option<String>,
    out: Option<PathBuf>,
}

fn main() -> Result<(), Failure> {
    let options = options()?;
    let folder = tempfile::tempdir()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let mut all = Vec::new();
    for (name, town) in [
        (
            "542 areas × 18 half-years × 190 indicators",
            runtime.block_on(Town::large(folder.path()))?,
        ),
        ("Musterstadt", runtime.block_on(Town::musterstadt(folder.path()))?),
    ] {
        println!("{name}");
        let server = Server::start(&options.program, folder.path(), &town.data)?;
        let ready = wait(&town, &server)?;
        println!("  arrival quarters {:.2} s after the start", ready.as_secs_f64());
        println!("  {:<34} {:>10} {:>10} {:>10} {:>8}", "page", "p50", "p99", "longest", "rate/s");
        for working in [false, true] {
            for page in pages(&town) {
                if options.only.as_ref().is_some_and(|it| !page.name.contains(it.as_str())) {
                    continue;
                }
                let measured = measure(&options, (&town, &server), &page, working)?;
                all.push(tell(&measured, name, &page, working));
            }
        }
    }
    if let Some(out) = &options.out {
        std::fs::write(out, format!("{:#}\n", json!(all)))?;
    }
    Ok(())
}

fn options() -> Result<Options, Failure> {
    let mut options =
        Options { program: PathBuf::new(), seconds: 3, clients: 8, only: None, out: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--seconds" => options.seconds = value()?.parse::<u64>()?.clamp(1, 600),
            "--clients" => options.clients = value()?.parse::<usize>()?.clamp(1, 256),
            "--only" => options.only = Some(value()?),
            "--out" => options.out = Some(value()?.into()),
            _ => options.program = argument.into(),
        }
    }
    if options.program.is_file() {
        Ok(options)
    } else {
        Err("say which program: pages PROGRAM".into())
    }
}

/// One kind of page with all its addresses.
struct Page {
    name: &'static str,
    paths: Vec<String>,
    /// Whether one must be logged in to see it.
    inside: bool,
}

fn pages(town: &Town) -> Vec<Page> {
    let Town { slug, geography, codes, .. } = town;
    let page = |name, inside, paths| Page { name, paths, inside };
    let one = |path: &str| vec![format!("/{slug}{path}")];
    let measures = ["population", "foreigners", "share_foreigners"];
    let quarters = codes.iter().map(|it| format!("/{slug}/atlas/quartiere/{it}?ebene={geography}"));
    let items = format!("/ogc/collections/{geography}/items?f=json");
    let some =
        (0..codes.len()).step_by(10).map(|at| format!("/{slug}{items}&limit=10&offset={at}"));
    let measure = |it: &&str| format!("/{slug}/atlas?ebene={geography}&merkmal={it}");
    vec![
        page("front page", false, one("")),
        page("overview, arrival quarters", false, one("/atlas")),
        page("overview, a measure", false, measures.iter().map(measure).collect()),
        page("arrival list", true, one("/atlas/ankunft")),
        page("quarter", false, quarters.collect()),
        page("changes", false, one("/atlas/veraenderungen")),
        page("candidates", true, one("/atlas/kandidaten")),
        page("OGC items, ten", false, some.collect()),
        page(
            "OGC items, ten, one property",
            false,
            one(&format!("{items}&limit=10&properties=population")),
        ),
        page("OGC items, all", false, one(&format!("{items}&limit=1000"))),
    ]
}

/// Waits until the worker has found the arrival quarters; gives how long that took.
fn wait(town: &Town, server: &Server) -> Result<Duration, Failure> {
    let begun = Instant::now();
    let mut client = Client::new(server.address);
    let path = format!("/{}/atlas.csv?merkmal=ankunft&ebene={}", town.slug, town.geography);
    while begun.elapsed() < PATIENCE {
        if client.get(&path, &[])?.status == 200 {
            return Ok(begun.elapsed());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Err("the worker finds no arrival quarters".into())
}

/// Asks for a page from several clients until the time is over, while somebody works or not.
fn measure(
    options: &Options,
    (town, server): (&Town, &Server),
    page: &Page,
    working: bool,
) -> Result<Measured, Failure> {
    let cookie = format!("ankunft={}", town.session);
    let mut headers = vec![("accept-encoding", "gzip"), ("accept-language", "de")];
    headers.extend(page.inside.then_some(("cookie", cookie.as_str())));
    let asked = Asked {
        paths: &page.paths,
        headers: &headers,
        clients: options.clients,
        time: Duration::from_secs(options.seconds),
        most: usize::MAX,
    };
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let beside = working.then(|| scope.spawn(|| work(town, &over)));
        let measured = ask(server, asked);
        over.store(true, Ordering::Relaxed);
        beside.map_or(Ok(Ok(())), |it| it.join()).map_err(|_| "who works panicked")??;
        measured
    })
}

/// Somebody who changes small things in the same city while others read.
fn work(town: &Town, over: &AtomicBool) -> Result<(), Failure> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let store = Store::open(&Config::local(&town.data, 8080).database_address()).await?;
        while !over.load(Ordering::Relaxed) {
            town.change_a_little(&store).await?;
            tokio::time::sleep(PAUSE).await;
        }
        store.close().await;
        Ok(())
    })
}

/// Prints a row, and gives it for a file.
#[expect(clippy::cast_precision_loss, reason = "some thousand requests")]
fn tell(it: &Measured, town: &str, page: &Page, working: bool) -> Value {
    let count = it.times.len();
    let (p50, p99) = (it.times.quantile(0.5), it.times.quantile(0.99));
    let rate = count as f64 / it.seconds;
    let beside = if working { ", while somebody works" } else { "" };
    let mark = if p99 < MARK { "" } else { "  over the mark" };
    println!(
        "  {:<34} {:>10} {:>10} {:>10} {rate:>8.0}{mark}",
        format!("{}{beside}", page.name),
        ms(p50),
        ms(p99),
        ms(it.times.longest()),
    );
    let millis = |time: Duration| 1e3 * time.as_secs_f64();
    json!({
        "town": town, "page": page.name, "somebody_works": working, "requests": count,
        "p50_ms": millis(p50), "p99_ms": millis(p99),
        "longest_ms": millis(it.times.longest()), "rate_per_s": rate,
        "server_cpu_ms_per_request": millis(it.cpu) / count.max(1) as f64,
        "bytes_per_answer": it.bytes / count.max(1) as u64,
    })
}
