//! The configuration: one TOML file. Every setting has a default, no unknown one is let through.

mod network;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use serde::Deserialize;

pub use network::Network;

/// The settings of an installation. [`Config::example`] says why each is there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The folder for the database, the secret and files.
    pub data: PathBuf,
    /// The address of the database; empty is SQLite in the data folder.
    pub database: String,
    /// Where the program listens.
    pub listen: SocketAddr,
    /// The address that people type, without a slash at its end.
    pub base_address: String,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// In which time zone days begin.
    pub time_zone: String,
    /// The languages that readers may choose.
    pub languages: Vec<String>,
    /// Limits against too much at once.
    pub limits: Limits,
    /// How long a log-in holds.
    pub sessions: Sessions,
    /// How mail leaves the house.
    pub mail: Mail,
}

/// Limits against too much at once.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// The largest file that may be brought, in MB (10⁶ bytes).
    pub upload_mb: usize,
    /// The largest form, in KB (10³ bytes).
    pub form_kb: usize,
    /// Requests per minute from one address.
    pub requests_per_minute: u32,
    /// Failed log-ins per ten minutes from one address.
    pub failed_logins: u32,
    /// Files brought per hour from one address.
    pub uploads_per_hour: u32,
}

/// How long a log-in holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sessions {
    /// Hours without a request after which it ends.
    pub idle_hours: u32,
    /// Days after which it ends in any case.
    pub longest_days: u32,
}

/// How mail leaves the house.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// Not at all, through a server, or into a folder.
    pub way: MailWay,
    /// The sender: `Ankunft <ankunft@stadt.example>`.
    pub from: String,
    /// The name of the SMTP server.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept from listeners.
    pub encryption: Encryption,
    /// The user at the server; empty is none.
    pub user: String,
    /// The file with the password.
    pub password_file: PathBuf,
    /// The folder of the way `folder`.
    pub folder: PathBuf,
}

/// Whether and how mail is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailWay {
    /// No mail; links are handed out by the Systemverwaltung.
    #[default]
    Off,
    /// Through an SMTP server.
    Smtp,
    /// Each letter a file in a folder, for trying out.
    Folder,
}

/// How the connection to the mail server is kept from listeners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// TLS from the first byte (port 465).
    Tls,
    /// Turned to TLS after the greeting, or refused (port 587).
    #[default]
    Starttls,
    /// None: only for a server on the same machine.
    None,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database: String::new(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            base_address: "http://127.0.0.1:8080".to_owned(),
            trusted_proxies: vec![Network::host([127, 0, 0, 1]), Network::host6_localhost()],
            time_zone: "Europe/Berlin".to_owned(),
            languages: vec!["de".to_owned(), "en".to_owned()],
            limits: Limits::default(),
            sessions: Sessions::default(),
            mail: Mail::default(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            upload_mb: 200,
            form_kb: 1000,
            requests_per_minute: 12_000,
            failed_logins: 20,
            uploads_per_hour: 120,
        }
    }
}

impl Default for Sessions {
    fn default() -> Self {
        Self { idle_hours: 12, longest_days: 14 }
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            way: MailWay::Off,
            from: "Ankunft <ankunft@localhost>".to_owned(),
            server: "localhost".to_owned(),
            port: 587,
            encryption: Encryption::Starttls,
            user: String::new(),
            password_file: PathBuf::new(),
            folder: PathBuf::from("mail"),
        }
    }
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{}: {cause}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The text is not what a configuration looks like; the cause names line and setting.
    #[error("{place}: {cause}")]
    Syntax {
        /// The file.
        place: String,
        /// The parser's words with line and column.
        cause: Box<toml::de::Error>,
    },
    /// A setting has a value that cannot be meant.
    #[error("{setting}: {advice}")]
    Value {
        /// The setting.
        setting: &'static str,
        /// What it must be.
        advice: String,
    },
}

impl Config {
    /// Reads a configuration file.
    ///
    /// # Errors
    ///
    /// - [`ConfigError`] if it cannot be read, holds an unknown setting or an impossible value.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|cause| ConfigError::File { path: path.to_owned(), cause })?;
        Self::parse(&text, &path.display().to_string())
    }

    /// Reads a configuration's text; `place` is named if it cannot be used.
    ///
    /// # Errors
    ///
    /// - [`ConfigError`] if it holds an unknown setting or an impossible value.
    pub fn parse(text: &str, place: &str) -> Result<Self, ConfigError> {
        let config: Self = toml::from_str(text).map_err(|cause| ConfigError::Syntax {
            place: place.to_owned(),
            cause: Box::new(cause),
        })?;
        config.checked()
    }

    /// A configuration for trying out: everything in one folder, on this port of this machine.
    #[must_use]
    pub fn local(data: &Path, port: u16) -> Self {
        Self {
            data: data.to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], port)),
            base_address: format!("http://127.0.0.1:{port}"),
            ..Self::default()
        }
    }

    fn checked(mut self) -> Result<Self, ConfigError> {
        let wrong =
            |setting, advice: &str| Err(ConfigError::Value { setting, advice: advice.to_owned() });
        self.base_address.truncate(self.base_address.trim_end_matches('/').len());
        let host = self.base_address.split_once("://").filter(|(scheme, host)| {
            matches!(*scheme, "http" | "https") && !host.is_empty() && !host.contains('/')
        });
        if host.is_none() {
            return wrong("base_address", "write https://HOST without a path");
        }
        if TimeZone::get(&self.time_zone).is_err() {
            return wrong("time_zone", "no such time zone; write it like Europe/Berlin");
        }
        if !self.languages.iter().all(|it| matches!(it.as_str(), "de" | "en")) {
            return wrong("languages", "this version speaks de and en");
        }
        if self.languages.is_empty() {
            return wrong("languages", "name at least one");
        }
        if self.sessions.idle_hours == 0 || self.sessions.longest_days == 0 {
            return wrong("sessions", "must be at least 1");
        }
        Ok(self)
    }

    /// The address of the database: the one that is set, or SQLite in the data folder.
    #[must_use]
    pub fn database_address(&self) -> String {
        if self.database.is_empty() {
            format!("sqlite:{}", self.data.join("ankunft.db").display())
        } else {
            self.database.clone()
        }
    }

    /// Whether people reach it through TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_address.starts_with("https://")
    }

    /// The time zone in which days begin.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The configuration file with every setting at its default and the reason for it.
    #[must_use]
    pub const fn example() -> &'static str {
        include_str!("config/example.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_says_the_defaults() {
        assert_eq!(Config::parse(Config::example(), "example").unwrap(), Config::default());
    }

    #[test]
    fn an_unknown_setting_is_named_with_its_line() {
        let error = Config::parse("data = \"x\"\nlisen = \"127.0.0.1:1\"\n", "a.toml").unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("a.toml") && text.contains("line 2") && text.contains("lisen"),
            "{text}"
        );
        let error = Config::parse("[limits]\nupload = 3\n", "a.toml").unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("upload"), "{error}");
    }

    #[test]
    fn impossible_values_are_refused() {
        for text in [
            "base_address = \"stadt.example\"",
            "base_address = \"https://stadt.example/pfad\"",
            "time_zone = \"Europa/Berlin\"",
            "languages = []",
            "languages = [\"tlh\"]",
            "trusted_proxies = [\"10.0.0.0/40\"]",
            "listen = \"hier\"",
            "[sessions]\nidle_hours = 0",
            "[mail]\nway = \"pigeon\"",
        ] {
            assert!(Config::parse(text, "a.toml").is_err(), "{text}");
        }
    }
}
