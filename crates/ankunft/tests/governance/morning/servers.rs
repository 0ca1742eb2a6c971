//! Mail servers that are not there, refuse, or fall silent: a letter comes once or not at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ankunft_platform::config::{Encryption, MailWay};
use ankunft_platform::web::{App, Clock};
use jiff::{SignedDuration, Timestamp};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::letters::{ask, choose, letters, to_a_morning, work};
use super::visits::NEXT;
use crate::reporting::post::Office;

/// Talks to one client; it takes a letter and says nothing of it.
async fn talk(stream: TcpStream, to_recipients: &str, taken: &AtomicUsize) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut is_letter = false;
    let mut says = "220 mail.example";
    loop {
        stream.write_all(format!("{says}\r\n").as_bytes()).await?;
        says = loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            match line.trim_end() {
                "." if is_letter => {
                    taken.fetch_add(1, Ordering::Relaxed);
                    return Ok(());
                }
                _ if is_letter => {}
                "DATA" => {
                    is_letter = true;
                    break "354 go on";
                }
                "QUIT" => break "221 bye",
                it if it.starts_with("RCPT") => break to_recipients,
                _ => break "250 yes",
            }
        };
    }
}

/// The port of a server, and how many letters it took.
async fn server(to_recipients: &'static str) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = talk(stream, to_recipients, &count).await;
        }
    });
    (port, taken)
}

/// A port where nobody listens.
async fn nobody() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    listener.local_addr().expect("an address").port()
}

/// The house with another mail server.
async fn with_server(office: &Office, port: u16) -> App {
    let mut config = office.story.demo.app.config.clone();
    config.mail.way = MailWay::Smtp;
    config.mail.encryption = Encryption::None;
    config.mail.server = "127.0.0.1".to_owned();
    config.mail.port = port;
    let later = Arc::clone(&office.later);
    let clock = Clock::new(move || {
        Timestamp::now() + SignedDuration::from_secs(later.load(Ordering::Relaxed))
    });
    App::open_at(config, ankunft::parts(), clock).await.expect("an application")
}

/// A quarter of an hour passes for what has failed; how many letters are asked for then.
async fn ask_again(office: &Office) -> usize {
    let mut upkeep = office.story.demo.app.store.upkeep().await.expect("a connection");
    sqlx::query("update job set finished_at = 0 where kind = 'morning.digest'")
        .execute(&mut *upkeep)
        .await
        .expect("jobs");
    upkeep.commit().await.expect("a commit");
    ask(office).await
}

pub async fn what_a_server_may_have_taken_is_not_sent_again(office: &mut Office) {
    choose(office, NEXT, "weekdays").await;
    let folder = office.story.demo.app.clone();
    to_a_morning(office);
    assert_eq!(ask(office).await, 2);
    let (refusing, none) = server("451 later").await;
    let (silent, taken) = server("250 yes").await;
    for (port, again) in [(nobody().await, 1), (refusing, 1), (silent, 0)] {
        office.story.demo.app = with_server(office, port).await;
        work(office).await;
        assert_eq!(ask_again(office).await, again, "{port}");
    }
    assert_eq!(none.load(Ordering::Relaxed), 0);
    work(office).await;
    assert_eq!(taken.load(Ordering::Relaxed), 1, "it may have come");
    office.story.demo.app = folder;
}

/// The process died with the letter in hand: what stands in the database then, and so many minutes ago.
async fn died(office: &Office, account: &str, minutes: i64, leaving: bool) {
    let app = &office.story.demo.app;
    let day = app.config.zone().to_datetime(app.now()).date().to_string();
    let at = (Timestamp::now() - SignedDuration::from_mins(minutes)).as_microsecond();
    let mut upkeep = app.store.upkeep().await.expect("a connection");
    sqlx::query(
        "insert into digest_letter (account, day, taken_at, leaving_at) \
         select a.id, $1, $2, $3 from account a where a.email = $4",
    )
    .bind(day)
    .bind(at)
    .bind(leaving.then_some(at))
    .bind(account.to_owned())
    .execute(&mut *upkeep)
    .await
    .expect("a letter in hand");
    upkeep.commit().await.expect("a commit");
}

/// Killed before the letter began to leave: whoever has the job next sends it, once, and where the job
/// is gone too it is asked for a quarter of an hour later. Killed while it left: it never comes again.
pub async fn what_died_before_it_left_comes_and_what_died_leaving_does_not(office: &mut Office) {
    for (minutes, leaving, comes) in [(0, false, 1), (20, false, 1), (20, true, 0)] {
        to_a_morning(office);
        let before = letters(office, NEXT).len();
        let is_asked_first = minutes == 0;
        if is_asked_first {
            ask(office).await;
        }
        died(office, NEXT, minutes, leaving).await;
        if !is_asked_first {
            ask(office).await;
        }
        let app = office.story.demo.app.clone();
        let workers: Vec<_> = (0..8)
            .map(|_| {
                let worker = app.worker();
                tokio::spawn(async move { while worker.work_once().await.expect("a queue") {} })
            })
            .collect();
        for worker in workers {
            worker.await.expect("no panic");
        }
        let came = letters(office, NEXT).len() - before;
        assert_eq!(came, comes, "{minutes} minutes ago, leaving: {leaving}");
    }
}
