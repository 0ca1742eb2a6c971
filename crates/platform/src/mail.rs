//! Letters: through an SMTP server, into a folder, or not at all.

use std::path::PathBuf;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::config::{Encryption, Mail, MailWay};
use crate::ids;

/// How mail leaves the house. Nothing is sent but to whom the operator's own server takes it.
#[derive(Clone, Debug)]
pub struct Mailer {
    from: Option<Mailbox>,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Off,
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// A letter of plain text, perhaps with the same as a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The address it goes to.
    pub to: String,
    /// Its subject, one line.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as HTML, for who reads letters so.
    pub html: Option<String>,
    /// For a letter that comes again and again: the address that ends it when a mail program sends to
    /// it (RFC 8058).
    pub leave: Option<String>,
}

/// What a mail program sends to the address that ends a letter.
pub const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

/// Why a letter was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address that cannot be one.
    #[error("{address} is no mail address: {cause}")]
    Address {
        /// The address.
        address: String,
        /// What is wrong.
        cause: lettre::address::AddressError,
    },
    /// The letter cannot be written.
    #[error(transparent)]
    Letter(#[from] lettre::error::Error),
    /// The server.
    #[error(transparent)]
    Server(#[from] lettre::transport::smtp::Error),
    /// The folder or the password file.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        cause: std::io::Error,
    },
}

impl MailError {
    /// Whether it is certain that nobody has the letter. A connection that broke does not say what
    /// the server took before.
    #[must_use]
    pub fn is_surely_unsent(&self) -> bool {
        match self {
            Self::Server(error) => error.status().is_some() || error.is_client(),
            Self::Address { .. } | Self::Letter(_) | Self::File { .. } => true,
        }
    }
}

impl Mailer {
    /// The way that the configuration says.
    ///
    /// # Errors
    ///
    /// - [`MailError`] if sender, server or password file cannot be used.
    pub fn new(config: &Mail) -> Result<Self, MailError> {
        let way = match config.way {
            MailWay::Off => return Ok(Self { from: None, way: Way::Off }),
            MailWay::Folder => Way::Folder(config.folder.clone()),
            MailWay::Smtp => Way::Smtp(smtp(config)?),
        };
        Ok(Self { from: Some(mailbox(&config.from)?), way })
    }

    /// Whether letters are sent at all.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        !matches!(self.way, Way::Off)
    }

    /// Asks the server whether it would talk: what fails here, no letter has left for.
    ///
    /// # Errors
    ///
    /// - [`MailError`] if the server is not there or knows the user not.
    pub async fn reach(&self) -> Result<(), MailError> {
        if let Way::Smtp(server) = &self.way {
            server.test_connection().await?;
        }
        Ok(())
    }

    /// Sends a letter; nothing happens if mail is off.
    ///
    /// # Errors
    ///
    /// - [`MailError`] if the address is none or the server does not take it.
    pub async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let Some(from) = self.from.clone() else { return Ok(()) };
        let message = message(from, letter)?;
        match &self.way {
            Way::Off => {}
            Way::Smtp(server) => {
                server.send(message).await?;
            }
            Way::Folder(folder) => {
                let path = folder.join(format!("{}.eml", ids::next()));
                // Whoever takes letters out of the folder finds whole ones.
                let draft = path.with_extension("part");
                let written = async {
                    tokio::fs::create_dir_all(folder).await?;
                    tokio::fs::write(&draft, message.formatted()).await?;
                    tokio::fs::rename(&draft, &path).await
                };
                written.await.map_err(|cause| file(&path, cause))?;
            }
        }
        Ok(())
    }
}

fn message(from: Mailbox, letter: &Letter) -> Result<Message, MailError> {
    let builder =
        Message::builder().from(from).to(mailbox(&letter.to)?).subject(letter.subject.clone());
    let text = letter.text.clone();
    let mut message = match &letter.html {
        Some(html) => builder.multipart(MultiPart::alternative_plain_html(text, html.clone()))?,
        None => builder.header(ContentType::TEXT_PLAIN).body(text)?,
    };
    if let Some(leave) = &letter.leave {
        let mut add = |name, value: String| {
            let name = HeaderName::new_from_ascii_str(name);
            message.headers_mut().insert_raw(HeaderValue::new(name, value));
        };
        add("List-Unsubscribe", format!("<{leave}>"));
        add("List-Unsubscribe-Post", ONE_CLICK.to_owned());
    }
    Ok(message)
}

fn smtp(config: &Mail) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailError> {
    type Smtp = AsyncSmtpTransport<Tokio1Executor>;
    let builder = match config.encryption {
        Encryption::Tls => Smtp::relay(&config.server)?,
        Encryption::Starttls => Smtp::starttls_relay(&config.server)?,
        Encryption::None => Smtp::builder_dangerous(&config.server),
    };
    let builder = builder.port(config.port);
    if config.user.is_empty() {
        return Ok(builder.build());
    }
    let password = std::fs::read_to_string(&config.password_file)
        .map_err(|cause| file(&config.password_file, cause))?;
    let credentials = Credentials::new(config.user.clone(), password.trim_end().to_owned());
    Ok(builder.credentials(credentials).build())
}

/// Whether a text can be a mail address.
///
/// ```
/// use ankunft_platform::mail::is_address;
///
/// assert!(is_address("lotsen@caritas.example"));
/// assert!(!is_address("lotsen") && !is_address("a@b.example, c@d.example"));
/// ```
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.parse::<lettre::Address>().is_ok()
}

fn mailbox(address: &str) -> Result<Mailbox, MailError> {
    let parsed = address.parse();
    parsed.map_err(|cause| MailError::Address { address: address.to_owned(), cause })
}

fn file(path: &std::path::Path, cause: std::io::Error) -> MailError {
    MailError::File { path: path.display().to_string(), cause }
}
