//! Every page and file of governance and programme that is registered, where twelve cities have
//! much: asked for by one client alone, then by several at once.
//!
//! ```text
//! work PROGRAM [--data FOLDER] [--seconds 3] [--clients 8] [--only ROUTE] [--out FILE]
//! ```
//!
//! With `--data` the cities are made in that folder and stay there; the next run takes them.

#![allow(clippy::print_stdout, reason = "prints what it measured")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ankunft_bench::Failure;
use ankunft_bench::asking::{Asked, Measured, ask, status};
use ankunft_bench::server::Server;
use ankunft_bench::timing::ms;
use ankunft_bench::twelve::Twelve;
use ankunft_testkit::plenty::Size;
use serde_json::{Value, json};

/// What a page must keep, warm.
const MARK: Duration = Duration::from_millis(100);
/// What the thread of the best linked thing must keep.
const THREAD: (&str, Duration) = ("/{kommune}/faden/{art}/{id}", Duration::from_millis(150));
/// So often one client asks alone.
const ALONE: usize = 40;
/// Files that are set anew for each reader and take their time: no pages.
const PAPERS: [&str; 3] = ["papier/{format}", "auszahlung/{format}", "vorgang.pdf"];

struct Options {
    program: PathBuf,
    data: Option<PathBuf>,
    seconds: u64,
    clients: usize,
    only: Option<String>,
    out: Option<PathBuf>,
}

fn main() -> Result<(), Failure> {
    let options = options()?;
    let folder = tempfile::tempdir()?;
    let place = options.data.clone().unwrap_or_else(|| folder.path().to_owned());
    let begun = Instant::now();
    let twelve = tokio::runtime::Runtime::new()?.block_on(Twelve::make(&place, &Size::JUDGED))?;
    println!("12 cities × 400 measures, made in {:.0} s", begun.elapsed().as_secs_f64());
    let server = Server::start(&options.program, folder.path(), &twelve.data)?;
    println!("  {:<64} {:>9} {:>9} {:>9} {:>9} {:>8}", "route", "p50", "p99", "p50", "p99", "kB");
    let mut all = Vec::new();
    for route in routes() {
        if options.only.as_ref().is_some_and(|it| !route.contains(it.as_str())) {
            continue;
        }
        let Some(address) = twelve.made.address(route) else {
            println!("  {route:<64} no address");
            continue;
        };
        match measure(&options, (&twelve, &server), (route, address)) {
            Ok(row) => all.extend(row),
            Err(problem) => println!("  {route:<64} {problem}"),
        }
    }
    if let Some(out) = &options.out {
        std::fs::write(out, format!("{:#}\n", json!(all)))?;
    }
    Ok(())
}

fn options() -> Result<Options, Failure> {
    let mut options = Options {
        program: PathBuf::new(),
        data: None,
        seconds: 3,
        clients: 8,
        only: None,
        out: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--data" => options.data = Some(value()?.into()),
            "--seconds" => options.seconds = value()?.parse::<u64>()?.clamp(1, 600),
            "--clients" => options.clients = value()?.parse::<usize>()?.clamp(1, 256),
            "--only" => options.only = Some(value()?),
            "--out" => options.out = Some(value()?.into()),
            _ => options.program = argument.into(),
        }
    }
    if Path::new(&options.program).is_file() {
        Ok(options)
    } else {
        Err("say which program: work PROGRAM".into())
    }
}

/// What both parts have registered, so that none is forgotten.
fn routes() -> Vec<&'static str> {
    let parts = [ankunft_governance::part(), ankunft_programme::part()];
    let routes = parts.into_iter().flat_map(|it| it.routes);
    routes.filter(|it| it.method() == "GET").map(|it| it.path()).collect()
}

/// Asks alone and together; nothing for what this reader does not get.
fn measure(
    options: &Options,
    (twelve, server): (&Twelve, &Server),
    (route, address): (&'static str, String),
) -> Result<Option<Value>, Failure> {
    let cookie = format!("ankunft={}", twelve.session);
    let headers =
        [("accept-encoding", "gzip"), ("accept-language", "de"), ("cookie", cookie.as_str())];
    let status = status(server.address, &address, &headers)?;
    if status != 200 {
        println!("  {route:<64} status {status}");
        return Ok(None);
    }
    let time = Duration::from_secs(options.seconds);
    let paths = [address];
    let asked = Asked { paths: &paths, headers: &headers, clients: 1, time, most: ALONE };
    let alone = ask(server, asked)?;
    let together = ask(server, Asked { clients: options.clients, most: usize::MAX, ..asked })?;
    Ok(Some(tell(route, &alone, &together)))
}

/// Prints a row, and gives it for a file.
#[expect(clippy::cast_precision_loss, reason = "some thousand requests")]
fn tell(route: &str, alone: &Measured, together: &Measured) -> Value {
    let quantiles = |it: &Measured| (it.times.quantile(0.5), it.times.quantile(0.99));
    let (one, many) = (quantiles(alone), quantiles(together));
    let mark = if route == THREAD.0 { THREAD.1 } else { MARK };
    let is_paper = PAPERS.iter().any(|it| route.ends_with(it));
    let over = if is_paper || many.1 < mark { "" } else { "  over the mark" };
    let bytes = together.bytes / together.times.len().max(1) as u64;
    println!(
        "  {route:<64} {:>9} {:>9} {:>9} {:>9} {:>8.1}{over}",
        ms(one.0),
        ms(one.1),
        ms(many.0),
        ms(many.1),
        bytes as f64 / 1e3,
    );
    let millis = |time: Duration| 1e3 * time.as_secs_f64();
    json!({
        "route": route, "alone_p50_ms": millis(one.0), "alone_p99_ms": millis(one.1),
        "alone_cpu_ms": millis(alone.cpu) / alone.times.len().max(1) as f64,
        "requests": together.times.len(), "p50_ms": millis(many.0), "p99_ms": millis(many.1),
        "server_cpu_ms_per_request": millis(together.cpu) / together.times.len().max(1) as f64,
        "bytes_per_answer": bytes,
    })
}
