//! Clients that ask for addresses in a closed loop: each for the next one as soon as it has its answer.

use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::client::{Answer, Client};
use crate::server::Server;
use crate::timing::Times;
use crate::{Failure, process};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The addresses, in turn.
    pub paths: &'a [String],
    /// What goes with each request.
    pub headers: &'a [(&'a str, &'a str)],
    /// So many clients.
    pub clients: usize,
    /// So long.
    pub time: Duration,
    /// And no more requests than these.
    pub most: usize,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Measured {
    /// How long each answer took.
    pub times: Times,
    /// How long all of it took.
    pub seconds: f64,
    /// The bytes of all bodies, as they came.
    pub bytes: u64,
    /// The processor time of the program.
    pub cpu: Duration,
}

/// Asks until the time is over, after each client has asked twice without being measured.
///
/// # Errors
///
/// - [`Failure`] if an answer does not come or is not 200.
pub fn ask(server: &Server, asked: Asked<'_>) -> Result<Measured, Failure> {
    let mut first = Client::new(server.address);
    for path in asked.paths.iter().take(2 * asked.clients) {
        check(path, &first.get(path, asked.headers)?)?;
    }
    let (next, bytes, times) = (AtomicUsize::new(0), AtomicU64::new(0), Mutex::new(Vec::new()));
    let (begun, cpu) = (Instant::now(), process::cpu(server.id()));
    let one = || -> Result<(), Failure> {
        let mut client = Client::new(server.address);
        while begun.elapsed() < asked.time {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= asked.most {
                break;
            }
            let path = &asked.paths[at % asked.paths.len()];
            let (time, answer) = timed(&mut client, path, asked.headers)?;
            check(path, &answer)?;
            bytes.fetch_add(answer.body.len() as u64, Ordering::Relaxed);
            times.lock().map_err(|_| "another client failed")?.push(time);
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..asked.clients).map(|_| scope.spawn(one)).collect();
        let ended: Vec<_> = clients.into_iter().map(|it| it.join()).collect();
        ended.into_iter().try_for_each(|it| it.map_err(|_| "a client panicked")?)
    })?;
    Ok(Measured {
        times: Times::of(times.into_inner().unwrap_or_default()),
        seconds: begun.elapsed().as_secs_f64(),
        bytes: bytes.into_inner(),
        cpu: process::cpu(server.id()).saturating_sub(cpu),
    })
}

fn timed(
    client: &mut Client,
    path: &str,
    headers: &[(&str, &str)],
) -> Result<(Duration, Answer), Failure> {
    let asked = Instant::now();
    let answer = client.get(path, headers).map_err(|error| format!("{path}: {error}"))?;
    Ok((asked.elapsed(), answer))
}

fn check(path: &str, answer: &Answer) -> Result<(), Failure> {
    match answer.status {
        200 => Ok(()),
        status => Err(format!("{path}: status {status}").into()),
    }
}

/// Where a status is wanted before anything is measured.
///
/// # Errors
///
/// - [`Failure`] if no answer comes.
pub fn status(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Result<u16, Failure> {
    Ok(Client::new(address).get(path, headers).map_err(|error| format!("{path}: {error}"))?.status)
}
