//! The real program, serving a data folder to whoever has a session.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use ankunft_platform::accounts;
use ankunft_platform::changes::Author;
use ankunft_platform::sessions::{self, Begin};

use super::Demo;

/// The real program, serving a data folder.
pub struct Server {
    pub process: Child,
    pub address: String,
    pub session: String,
}

impl Server {
    pub fn start(folder: &Path, session: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ankunft"))
            .args(["serve", "--port", "0", "--data"])
            .arg(folder)
            .env("RUST_LOG", "error")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(process.stderr.take().expect("its output is piped"));
        let mut line = String::new();
        said.read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("http://").map(str::to_owned);
        let address = address.unwrap_or_else(|| panic!("the program said {line}"));
        // Read on, so that what the program logs finds somebody who listens.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::stderr()));
        Self { process, address, session: session.to_owned() }
    }

    pub fn kill(mut self) {
        self.process.kill().expect("it is killed");
        self.process.wait().expect("it is dead");
    }

    /// Sends a request and gives the connection, from which nobody has read yet.
    pub fn send(&self, method: &str, path: &str, (kind, body): (&str, &[u8])) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\n\
             cookie: ankunft={session}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n",
            address = self.address,
            session = self.session,
            length = body.len(),
        );
        stream.write_all(head.as_bytes()).expect("sent");
        stream.write_all(body).expect("sent");
        stream
    }

    pub fn ask(&self, method: &str, path: &str, form: (&str, &[u8])) -> String {
        let mut answer = Vec::new();
        self.send(method, path, form).read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn token(&self, path: &str) -> String {
        let page = self.ask("GET", path, ("text/plain", b""));
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form token");
        rest.split('"').next().expect("its end").to_owned()
    }
}

/// A session of somebody.
pub async fn session(demo: &Demo, email: &str) -> String {
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let account = accounts::by_email(&mut change, email).await;
    let account = account.expect("a database").expect("an account").id;
    let begin = Begin { account, address: "127.0.0.1", agent: "test" };
    let limits = &demo.app.config.sessions;
    let token = sessions::begin(&mut change, begin, demo.app.now(), limits).await;
    change.commit().await.expect("a commit");
    token.expect("a session")
}
