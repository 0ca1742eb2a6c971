//! Every door that takes a file: one that is far too large is refused in a sentence that says how large it
//! may be, what was typed beside it stays, and the server needs no more memory than the door keeps. What
//! runs is refused whatever it is called.

use std::io::{Read, Write};
use std::net::TcpStream;

use ankunft_testkit::Browser;
use ankunft_testkit::plenty::{self, Made, Size};

use crate::common::Demo;
use crate::common::server::{Server, session};

const LARGE: usize = 210_000_000;
const MB: u64 = 1_000_000;

/// A door: its route, the page with its form, what is typed there beside the file, and how many MB it
/// keeps.
struct Door {
    route: &'static str,
    page: String,
    typed: &'static [(&'static str, &'static str)],
    mb: u64,
}

/// A door that opens only with a decision about candidates: their story knocks at it.
const ELSEWHERE: [&str; 1] = ["/{kommune}/atlas/kandidaten/entscheidungen/{number}/scan"];

/// Every other door of the program.
fn doors(made: &Made) -> Vec<Door> {
    let door = |route, page: String, mb| Door { route, page, typed: &[], mb };
    let city = |path: &str| format!("/{}{path}", made.slug);
    let paper = city(&format!("/beschluesse/vorlagen/{}", made.paper));
    let meeting = city(&format!("/gremien/{}/sitzungen/{}", made.body, made.meeting_ahead));
    let receipts = city(&format!("/fonds/antrag/{}/belege", made.secret_paid));
    let documents = Door {
        typed: &[("titel", "Tagesordnung des vierten Treffens"), ("ausgabe", "Entwurf 3")],
        ..door("/{kommune}/programm/unterlagen", format!("/{}/programm/unterlagen", made.slug), 20)
    };
    vec![
        door("/{kommune}/beschluesse/muster", city("/beschluesse/muster"), 20),
        door("/{kommune}/beschluesse/vorlagen/{nummer}/beschlossen", paper, 50),
        door(
            "/{kommune}/steuerung/zusagen/{number}/urkunde",
            city(&format!("/steuerung/zusagen/{}", made.commitment)),
            20,
        ),
        door("/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/unterlagen", meeting, 50),
        door("/{kommune}/fonds/antrag/{geheim}/belege", receipts, 10),
        door("/{kommune}/steuerung/ziele/dokument", city("/steuerung/ziele/tabelle"), 20),
        door(
            "/{kommune}/steuerung/massnahmen/abgleich",
            city("/steuerung/massnahmen/abgleich"),
            200,
        ),
        door("/{kommune}/austausch/pakete/neu", city("/austausch/pakete/neu"), 200),
        door("/{kommune}/atlas/daten/neu", city("/atlas/daten/neu"), 200),
        documents,
    ]
}

impl Door {
    /// Where its form is sent.
    fn action(&self) -> String {
        let last = self.route.rsplit('/').next().expect("a route");
        match self.page.ends_with(last) {
            true => self.page.clone(),
            false if last == "dokument" => self.page.replace("tabelle", last),
            false => format!("{}/{last}", self.page),
        }
    }
}

/// A city with so much in it that each door is open.
async fn filled(demo: &Demo) -> Made {
    let (programme, city) = (demo.info("programm").await, demo.info("musterstadt").await);
    let made = plenty::fill(&demo.app, (&programme, &city), &Size::FEW).await.expect("a city");
    let mut browser = Browser::log_in(&demo.app, plenty::COORDINATION, "de").await;
    let goals = "/musterstadt/steuerung/ziele";
    let _ = browser.post(goals, &format!("{goals}/fassung"), &[]).await;
    made
}

/// No door is missing above.
#[tokio::test]
async fn every_door_that_takes_a_file_is_knocked_at() {
    let demo = Demo::new().await;
    let known: Vec<&str> = doors(&Made::default()).iter().map(|it| it.route).collect();
    let all = demo.app.parts.routes().filter(|it| it.takes_files()).map(|it| it.path());
    let missing: Vec<&str> =
        all.filter(|it| !known.contains(it) && !ELSEWHERE.contains(it)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// Sends a form whose file has so many bytes; the answer.
fn send(server: &Server, door: &Door, length: usize) -> String {
    let token = server.token(&door.page);
    let field = |(name, text): &(&str, &str)| {
        format!("--ankunft\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let typed: String = [("csrf", token.as_str())].iter().chain(door.typed).map(field).collect();
    let begin = format!(
        "{typed}--ankunft\r\ncontent-disposition: form-data; name=\"datei\"; \
         filename=\"scan.pdf\"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n",
    );
    let end = "\r\n--ankunft--\r\n";
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\n\
         cookie: ankunft={session}\r\ncontent-type: multipart/form-data; boundary=ankunft\r\n\
         content-length: {length}\r\nconnection: close\r\n\r\n{begin}",
        path = door.action(),
        address = server.address,
        session = server.session,
        length = begin.len() + length + end.len(),
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let some = vec![b' '; 1 << 20];
    let mut left = length;
    while left > 0 {
        let now = left.min(some.len());
        stream.write_all(&some[..now]).expect("the server reads to the end");
        left -= now;
    }
    stream.write_all(end.as_bytes()).expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

/// A line of what Linux knows of a process, in bytes.
fn memory(server: &Server, line: &str) -> u64 {
    let path = format!("/proc/{}/status", server.process.id());
    let status = std::fs::read_to_string(path).expect("a process");
    let found = status.lines().find_map(|it| it.strip_prefix(line)).expect("a line");
    let kb = found.trim_matches(|it: char| !it.is_ascii_digit());
    kb.parse::<u64>().expect("a number") * 1024
}

#[cfg(target_os = "linux")]
#[tokio::test]
#[allow(clippy::print_stdout, reason = "what was measured is said")]
async fn two_hundred_megabytes_cost_a_sentence_and_no_more_memory_than_is_kept() {
    let demo = Demo::new().await;
    let made = filled(&demo).await;
    let session = session(&demo, plenty::COORDINATION).await;
    let server = Server::start(demo.folder.path(), &session);
    for door in doors(&made) {
        let _ = server.token(&door.page);
        let before = memory(&server, "VmRSS:");
        // What the process needed most is counted from here.
        let peak = format!("/proc/{}/clear_refs", server.process.id());
        std::fs::write(peak, "5").expect("the peak is forgotten");
        let answer = send(&server, &door, LARGE);
        let needed = memory(&server, "VmHWM:").saturating_sub(before) / MB;
        println!("{}: {needed} MB for a door that keeps {}", door.route, door.mb);
        let (head, page) = answer.split_once("\r\n\r\n").expect("an answer");
        assert!(head.starts_with("HTTP/1.1 422"), "{}: {head}", door.route);
        assert!(page.contains("fehlerliste") || page.contains("feld-fehler"), "{}", door.route);
        let said = format!("{} MB", door.mb);
        let says = page.contains(&said) || page.contains(&said.replace(' ', "\u{a0}"));
        assert!(says, "{}: {page}", door.route);
        for (name, text) in door.typed {
            assert!(page.contains(text), "{}: {name} is lost", door.route);
        }
        // A buffer that grows is at most twice as large as what is in it.
        assert!(needed <= 2 * door.mb + 40, "{}: {needed} MB", door.route);
    }
    server.kill();
}

#[tokio::test]
async fn what_runs_is_refused_whatever_it_is_called() {
    let demo = Demo::new().await;
    let made = filled(&demo).await;
    let mut browser = Browser::log_in(&demo.app, plenty::COORDINATION, "de").await;
    for door in doors(&made) {
        for program in [b"MZ\x90\x00\x03 a program".as_slice(), b"\x7fELF\x02\x01\x01 a program"] {
            let (action, file) = (door.action(), ("scan.pdf", program));
            let page = browser.upload_with(&door.page, &action, door.typed, file).await;
            if page.status == 422 {
                continue;
            }
            // What is looked at before it is taken over has no button to take it over.
            let check = page.expect_status(303).location().expect("its check page");
            let check = browser.get(&check).await.expect_status(200);
            let buttons = check.attributes("main form[method=post]", "action");
            let takes = |it: &&String| it.ends_with("/annehmen") || it.ends_with("/uebernehmen");
            let takes: Vec<&String> = buttons.iter().filter(takes).collect();
            assert!(takes.is_empty(), "{}: {takes:?}", door.route);
        }
    }
}
