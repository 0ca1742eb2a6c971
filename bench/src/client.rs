//! A small HTTP client that keeps its connection and counts what comes over it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// One connection, opened when it is needed.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The lines of the head, in small letters.
    pub head: Vec<String>,
    /// The body, still compressed.
    pub body: Vec<u8>,
}

impl Client {
    /// A client for the program at an address.
    #[must_use]
    pub const fn new(address: SocketAddr) -> Self {
        Self { address, connection: None }
    }

    /// Asks for a path.
    ///
    /// # Errors
    ///
    /// - [`std::io::Error`] if no whole answer came; the next question opens a new connection.
    pub fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> std::io::Result<Answer> {
        let answer = self.ask(path, headers);
        if answer.is_err() {
            self.connection = None;
        }
        answer
    }

    fn ask(&mut self, path: &str, headers: &[(&str, &str)]) -> std::io::Result<Answer> {
        let mut request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n", self.address);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        let connection = match &mut self.connection {
            Some(connection) => connection,
            none => none.insert(connect(self.address)?),
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let head = head(connection)?;
        let status = head.first().and_then(|it| it.split(' ').nth(1)?.parse().ok());
        let status = status.ok_or_else(|| bad("no status"))?;
        let body = body(connection, &head)?;
        Ok(Answer { status, head, body })
    }
}

impl Answer {
    /// A header of the answer.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find_map(|it| it.strip_prefix(name)?.strip_prefix(": "))
    }

    /// The body as text, unpacked.
    ///
    /// # Errors
    ///
    /// - [`std::io::Error`] if it is not what its head says.
    pub fn text(&self) -> std::io::Result<String> {
        let mut text = String::new();
        match self.header("content-encoding") {
            Some("gzip") => {
                _ = flate2::read::GzDecoder::new(&*self.body).read_to_string(&mut text)?
            }
            _ => _ = (&*self.body).read_to_string(&mut text)?,
        }
        Ok(text)
    }
}

fn connect(address: SocketAddr) -> std::io::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::with_capacity(1 << 16, stream))
}

fn bad(what: &str) -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, what)
}

fn line(connection: &mut impl BufRead) -> std::io::Result<String> {
    let mut line = String::new();
    if connection.read_line(&mut line)? == 0 {
        return Err(bad("the connection ended"));
    }
    line.truncate(line.trim_end().len());
    Ok(line)
}

fn head(connection: &mut impl BufRead) -> std::io::Result<Vec<String>> {
    let mut head = Vec::new();
    loop {
        let line = line(connection)?;
        if line.is_empty() {
            return Ok(head);
        }
        head.push(line.to_lowercase());
    }
}

fn body(connection: &mut impl BufRead, head: &[String]) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    let length = head.iter().find_map(|it| it.strip_prefix("content-length: ")?.parse().ok());
    if let Some(length) = length {
        body.resize(length, 0);
        connection.read_exact(&mut body)?;
    } else if head.iter().any(|it| it == "transfer-encoding: chunked") {
        loop {
            let size = usize::from_str_radix(&line(connection)?, 16).map_err(|_| bad("a chunk"))?;
            let begin = body.len();
            body.resize(begin + size, 0);
            connection.read_exact(&mut body[begin..])?;
            line(connection)?;
            if size == 0 {
                break;
            }
        }
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_end_where_their_heads_say() {
        let chunked = b"4\r\nabcd\r\n2\r\nef\r\n0\r\n\r\nnext";
        let head = ["transfer-encoding: chunked".to_owned()];
        assert_eq!(body(&mut &chunked[..], &head).unwrap(), b"abcdef");
        let head = ["content-length: 3".to_owned()];
        assert_eq!(body(&mut &b"abcnext"[..], &head).unwrap(), b"abc");
        assert!(body(&mut &b"ab"[..], &head).is_err());
    }
}
