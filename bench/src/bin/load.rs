//! The overview under load: the real program, 100 requests a second for a minute, while an import
//! runs against the same data.
//!
//! Open loop: every request has the moment at which it should start, whatever became of those
//! before it, and its time counts from that moment. So a stall counts for all that came into it.
//!
//! ```text
//! load PROGRAM [--seconds 60] [--rate 100] [--no-import] [--out FILE]
//! ```

#![allow(clippy::print_stdout, reason = "prints what it measured")]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ankunft_bench::city::{self, Size};
use ankunft_bench::client::{Answer, Client};
use ankunft_bench::server::Server;
use ankunft_bench::timing::{Times, ms};
use ankunft_bench::{Failure, SEED, installation, process};
use ankunft_numerics::Stream;
use serde_json::json;

/// Requests under way at once; more wait, and their waiting counts.
const CONNECTIONS: usize = 32;
/// Requests before the clock runs, so that the program has read what it keeps in memory.
const WARM_UP: usize = 50;
/// One answer of so many is unpacked and looked at.
const LOOK_AT: usize = 50;
/// So long after the last request was due, what is not answered has failed.
const GRACE: Duration = Duration::from_secs(10);
/// The mark of the judged point.
const MARK: Duration = Duration::from_millis(50);

struct Options {
    program: PathBuf,
    seconds: u64,
    rate: u64,
    import: bool,
    out: Option<PathBuf>,
}

fn main() -> Result<(), Failure> {
    let options = options()?;
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let size = Size::JUDGED;
    println!(
        "making {} areas × {} half-years × {} indicators",
        size.areas, size.halves, size.indicators
    );
    tokio::runtime::Runtime::new()?.block_on(installation::make(&data, size))?;
    let server = Server::start(&options.program, folder.path(), &data)?;
    let importer = Importer { program: &options.program, data: &data, folder: folder.path(), size };
    let stop = AtomicBool::new(false);
    let (measured, imported) = std::thread::scope(|scope| {
        let import = options.import.then(|| scope.spawn(|| importer.run(&stop)));
        let measured = ask(&options, server.address, server.id());
        stop.store(true, Ordering::Relaxed);
        (measured, import.and_then(|it| it.join().ok()))
    });
    let measured = measured?;
    let imported = imported.transpose()?;
    report(&options, &measured, imported.as_ref(), server.id())?;
    if measured.errors > 0 {
        return Err(format!("{} requests failed", measured.errors).into());
    }
    Ok(())
}

fn options() -> Result<Options, Failure> {
    let mut options =
        Options { program: PathBuf::new(), seconds: 60, rate: 100, import: true, out: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--seconds" => options.seconds = value()?.parse::<u64>()?.clamp(1, 600),
            "--rate" => options.rate = value()?.parse::<u64>()?.clamp(1, 10_000),
            "--out" => options.out = Some(value()?.into()),
            "--no-import" => options.import = false,
            _ => options.program = argument.into(),
        }
    }
    if options.program.is_file() {
        Ok(options)
    } else {
        Err("say which program: load PROGRAM".into())
    }
}

/// Brings corrected files into the city, one half-year after the other, until it is told to stop.
struct Importer<'a> {
    program: &'a Path,
    data: &'a Path,
    folder: &'a Path,
    size: Size,
}

#[derive(Default)]
struct Imported {
    files: usize,
    figures: usize,
}

impl Importer<'_> {
    fn run(&self, stop: &AtomicBool) -> Result<Imported, Failure> {
        let mut done = Imported::default();
        for edition in 1.. {
            let files = installation::write_corrections(self.folder, self.size, edition)?;
            let mut child = Command::new(self.program)
                .args(["import", "table", "--kommune", installation::AGS])
                .args(["--geography", city::PLANNING, "--nutzung", "public"])
                .args(["--protected-by", "5er-Rundung", "--office", "Statistikstelle (erfunden)"])
                .arg("--data")
                .arg(self.data)
                .args(&files)
                .stdout(Stdio::null())
                .stderr(std::fs::File::create(self.folder.join("import.log"))?)
                .spawn()?;
            let status = loop {
                if let Some(status) = child.try_wait()? {
                    break status;
                }
                if stop.load(Ordering::Relaxed) {
                    child.kill()?;
                    child.wait()?;
                    return Ok(done);
                }
                std::thread::sleep(Duration::from_millis(20));
            };
            if !status.success() {
                let log = std::fs::read_to_string(self.folder.join("import.log"))?;
                return Err(format!("the import ended with {status}: {log}").into());
            }
            done.files += files.len();
            done.figures += files.len() * self.size.areas * self.size.indicators;
        }
        Ok(done)
    }
}

struct Measured {
    times: Times,
    seconds: f64,
    errors: usize,
    bytes: u64,
    cpu: Duration,
    own_cpu: Duration,
}

/// Asks on time, from as many threads as there are connections.
fn ask(options: &Options, address: SocketAddr, server: u32) -> Result<Measured, Failure> {
    let paths = Paths::new();
    let mut client = Client::new(address);
    for at in 0..WARM_UP {
        let (path, language) = paths.one(&mut Stream::named(SEED, &format!("warm-up/{at}")));
        check(&client.get(&path, &headers(language))?, true)?;
    }
    let total = usize::try_from(options.seconds * options.rate)?;
    let gap = Duration::from_secs(1) / u32::try_from(options.rate)?;
    let (next, bytes) = (AtomicUsize::new(0), AtomicU64::new(0));
    let times = Mutex::new(Vec::with_capacity(total));
    let failures = Mutex::new(Vec::new());
    let (cpu, own_cpu) = (process::cpu(server), process::cpu(std::process::id()));
    let begun = Instant::now();
    let end = begun + Duration::from_secs(options.seconds) + GRACE;
    let one = || {
        let mut client = Client::new(address);
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= total {
                return;
            }
            let (path, language) = paths.one(&mut Stream::named(SEED, &format!("request/{at}")));
            let due = begun + gap * u32::try_from(at).unwrap_or(u32::MAX);
            if Instant::now() > end {
                push(&failures, format!("{path}: not even asked for in time"));
                continue;
            }
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let answer = client.get(&path, &headers(language)).map_err(Failure::from);
            let time = due.elapsed();
            match answer.and_then(|it| check(&it, at % LOOK_AT == 0).map(|()| it.body.len())) {
                Ok(length) => {
                    bytes.fetch_add(length as u64, Ordering::Relaxed);
                    push(&times, time);
                }
                Err(failure) => push(&failures, format!("{path}: {failure}")),
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(one);
        }
    });
    let seconds = begun.elapsed().as_secs_f64();
    let failures = failures.into_inner().unwrap_or_default();
    for failure in failures.iter().take(5) {
        eprintln!("{failure}");
    }
    Ok(Measured {
        times: Times::of(times.into_inner().unwrap_or_default()),
        seconds,
        errors: failures.len(),
        bytes: bytes.into_inner(),
        cpu: process::cpu(server).saturating_sub(cpu),
        own_cpu: process::cpu(std::process::id()).saturating_sub(own_cpu),
    })
}

fn push<T>(list: &Mutex<Vec<T>>, item: T) {
    if let Ok(mut list) = list.lock() {
        list.push(item);
    }
}

const fn headers(language: &'static str) -> [(&'static str, &'static str); 2] {
    [("accept-encoding", "gzip"), ("accept-language", language)]
}

/// Whether an answer is the page: its status, and for some its content.
fn check(answer: &Answer, look: bool) -> Result<(), Failure> {
    if answer.status != 200 || answer.header("content-encoding") != Some("gzip") {
        return Err(format!("status {}, head {:?}", answer.status, answer.head).into());
    }
    if look {
        let text = answer.text()?;
        let rows = text.matches("<tr><th scope=\"row\">").count();
        if rows < 58 || !text.trim_end().ends_with("</html>") {
            return Err(format!("{rows} rows and the end {:?}", text.get(text.len() - 40..)).into());
        }
    }
    Ok(())
}

/// Everything that can be asked for: no two requests need be alike.
struct Paths {
    codes: Vec<String>,
    periods: Vec<String>,
}

impl Paths {
    fn new() -> Self {
        Self { codes: Size::JUDGED.codes(), periods: Size::JUDGED.periods() }
    }

    /// Nine of ten requests are about the 542 areas; every second is in English.
    fn one(&self, chance: &mut Stream) -> (String, &'static str) {
        let geography = if chance.chance(0.9) { city::PLANNING } else { city::FORECAST };
        let share = "share_foreigners".to_owned();
        let measure = match chance.chance(0.1) {
            true => &share,
            false => chance.choose(&self.codes).unwrap_or(&share),
        };
        let period = chance.choose(&self.periods).map_or("", String::as_str);
        let method = chance.choose(&["quantile", "equal", "natural", "deviation"]);
        let language = if chance.chance(0.5) { "en" } else { "de" };
        let method = method.copied().unwrap_or_default();
        let slug = installation::SLUG;
        let path = format!(
            "/{slug}/atlas?ebene={geography}&merkmal={measure}&stichtag={period}&klassen={method}"
        );
        (path, language)
    }
}

fn report(
    options: &Options,
    measured: &Measured,
    imported: Option<&Imported>,
    server: u32,
) -> Result<(), Failure> {
    let times = &measured.times;
    let requests = options.seconds * options.rate;
    let quantiles = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999)];
    println!(
        "requests     {requests} at {}/s over {:.1} s, {} errors",
        options.rate, measured.seconds, measured.errors
    );
    for (name, share) in quantiles {
        println!("{name:<12} {}", ms(times.quantile(share)));
    }
    println!("longest      {}", ms(times.longest()));
    println!("over {}  {}", ms(MARK), times.over(MARK));
    let each = |time: Duration| 1e3 * time.as_secs_f64() / requests.max(1) as f64;
    println!(
        "server       {:.2} ms of processor time a request, {} MB at most",
        each(measured.cpu),
        process::peak_memory(server) / 1_000_000
    );
    println!("this client  {:.2} ms of processor time a request", each(measured.own_cpu));
    println!("answers      {} KB on average, compressed", measured.bytes / requests.max(1) / 1000);
    match imported {
        Some(it) => {
            println!("import       {} files with {} figures meanwhile", it.files, it.figures)
        }
        None => println!("import       none"),
    }
    let within = times.quantile(0.99) < MARK;
    println!("p99 under {}: {}", ms(MARK), if within { "yes" } else { "NO" });
    if let Some(out) = &options.out {
        let millis = |share: f64| 1e3 * times.quantile(share).as_secs_f64();
        let document = json!({
            "requests": requests, "rate_per_s": options.rate, "errors": measured.errors,
            "p50_ms": millis(0.5), "p90_ms": millis(0.9), "p99_ms": millis(0.99),
            "longest_ms": 1e3 * times.longest().as_secs_f64(), "over_50_ms": times.over(MARK),
            "server_cpu_ms_per_request": each(measured.cpu),
            "server_peak_memory_bytes": process::peak_memory(server),
            "bytes_per_answer": measured.bytes / requests.max(1),
            "imported_files": imported.map(|it| it.files),
        });
        std::fs::write(out, format!("{document:#}\n"))?;
    }
    Ok(())
}
