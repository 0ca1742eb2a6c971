//! `--download`: official files from their addresses. Nothing here runs without that flag.

use std::time::Duration;

use ankunft_atlas::import::hash;
use ankunft_formats::grid::weighs;
use ankunft_formats::{Finding, Profile, Severity, built_in_profiles};
use ankunft_platform::secrets::hex;
use ureq::http::header::LOCATION;

use crate::cli::ImportArgs;
use crate::console::Problem;

/// A file may have so many bytes; packed tables of the whole country stay far below.
const MOST: u64 = 256 << 20;

/// Everything together may take so long.
const PATIENCE: Duration = Duration::from_secs(600);

/// So often an address may lead to another one.
const HOPS: usize = 5;

/// An address to fetch, and whether it may be without encryption: only a mirror that somebody
/// named may.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// The address.
    pub(super) address: String,
    is_mirror: bool,
}

/// What is to be fetched for a profile.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Its file.
    pub(super) table: Option<Wanted>,
    /// The cells by which its shares are weighed, where it needs another file for them.
    pub(super) weights: Option<Wanted>,
}

/// What is to be fetched for the named profile. Names the member in the arguments.
pub(super) fn plan(arguments: &mut ImportArgs) -> Result<Plan, Problem> {
    let Some(id) = arguments.how.profile.clone() else {
        return Err(Problem::usage(format!("--download needs --profile: {}", with_address())));
    };
    let profile = built_in_profiles().iter().find(|it| it.id == id);
    let Some((profile, address)) = profile.and_then(|it| Some((it, it.source.address.clone()?)))
    else {
        let all = with_address();
        return Err(Problem::usage(format!("--download: {id} has no official address: {all}")));
    };
    let how = &mut arguments.how;
    let width = profile.area.column.rsplit_once('_').map(|(_, width)| width.to_owned());
    how.member = how.member.take().or(width);
    let base = arguments.download_base.as_deref();
    let weights = weights_of(profile).filter(|_| how.weights.is_none());
    Ok(Plan { table: Some(wanted(&address, base)), weights: weights.map(|it| wanted(&it, base)) })
}

fn with_address() -> String {
    let ids = built_in_profiles().iter().filter(|it| it.source.address.is_some());
    ids.map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// The address of the cells by which a profile's shares are weighed: of the files that count
/// them, the one with least beside them.
fn weights_of(profile: &Profile) -> Option<String> {
    // A file that has the counts itself needs no other.
    profile.grid.as_ref()?.weights_file.as_ref()?;
    let counts = |it: &&Profile| weighs(it, profile) && it.area.column == profile.area.column;
    let candidates = built_in_profiles().iter().filter(counts);
    let with = candidates.filter(|it| it.source.address.is_some());
    with.min_by_key(|it| it.columns.len())?.source.address.clone()
}

/// The official address, or the file of the same name on a mirror.
fn wanted(address: &str, base: Option<&str>) -> Wanted {
    match base {
        None => Wanted { address: address.to_owned(), is_mirror: false },
        Some(base) => {
            let name = address.rsplit('/').next().unwrap_or(address);
            let address = format!("{}/{name}", base.trim_end_matches('/'));
            Wanted { address, is_mirror: true }
        }
    }
}

/// Fetches a file, with a finding that says what was fetched.
///
/// # Errors
///
/// A finding that says why there is nothing, and what to do.
pub(super) fn fetch(wanted: &Wanted) -> Result<(Vec<u8>, Finding), Box<Finding>> {
    let first = wanted.address.as_str();
    let error = |code: &str| Finding::new(Severity::Error, first, code).arg("address", first);
    let failed = |reason: String| Box::new(error("download-failed").arg("reason", reason));
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .http_status_as_error(false)
        .user_agent(concat!("Ankunft/", env!("CARGO_PKG_VERSION")))
        .build();
    let agent: ureq::Agent = config.into();
    let mut address = first.to_owned();
    for _ in 0..HOPS {
        if !is_allowed(&address, wanted) {
            return Err(Box::new(error("download-insecure").arg("target", address)));
        }
        let mut answer = agent.get(&address).call().map_err(|it| failed(it.to_string()))?;
        let status = answer.status();
        if status.is_redirection() {
            let target = answer.headers().get(LOCATION).and_then(|it| it.to_str().ok());
            let target = target.ok_or_else(|| failed(format!("HTTP {status}")))?;
            address = absolute(&address, target);
            continue;
        }
        if !status.is_success() {
            return Err(failed(format!("HTTP {status}")));
        }
        let bytes = answer.body_mut().with_config().limit(MOST).read_to_vec();
        let bytes = bytes.map_err(|it| match it {
            ureq::Error::BodyExceedsLimit(_) => {
                Box::new(error("download-too-large").arg("limit", MOST >> 20))
            }
            other => failed(other.to_string()),
        })?;
        let note = Finding::new(Severity::Note, first, "downloaded")
            .arg("address", &address)
            .arg("size", bytes.len().div_ceil(1_000))
            .arg("hash", hex(&hash(&bytes)));
        return Ok((bytes, note));
    }
    Err(failed("too many redirects".to_owned()))
}

/// Official files come encrypted. A mirror is trusted as it was named, and only it: whatever it
/// leads to elsewhere must be encrypted.
fn is_allowed(address: &str, wanted: &Wanted) -> bool {
    address.starts_with("https://") || (wanted.is_mirror && address == wanted.address)
}

/// The address that a redirect means.
fn absolute(from: &str, target: &str) -> String {
    if target.contains("://") {
        return target.to_owned();
    }
    let host = from.find("://").map_or(0, |at| at + 3);
    let end = from[host..].find('/').map_or(from.len(), |at| host + at);
    if target.starts_with('/') {
        return format!("{}{target}", &from[..end]);
    }
    let folder = from.rfind('/').filter(|at| *at >= end).unwrap_or(end);
    format!("{}/{target}", &from[..folder])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_named_mirror_may_be_without_encryption() {
        let official = wanted("https://a.example/x.zip", None);
        assert!(is_allowed("https://b.example/x.zip", &official));
        assert!(!is_allowed("http://a.example/x.zip", &official));
        let mirror = wanted("https://a.example/y/x.zip", Some("http://127.0.0.1:9/z/"));
        assert_eq!(mirror.address, "http://127.0.0.1:9/z/x.zip");
        assert!(is_allowed("http://127.0.0.1:9/z/x.zip", &mirror));
        assert!(!is_allowed("http://127.0.0.1:9/other", &mirror));
    }

    #[test]
    fn redirects_are_read_as_browsers_read_them() {
        assert_eq!(absolute("https://a.example/b/c", "/d"), "https://a.example/d");
        assert_eq!(absolute("https://a.example/b/c", "d"), "https://a.example/b/d");
        assert_eq!(absolute("https://a.example", "d"), "https://a.example/d");
        assert_eq!(absolute("https://a.example/b", "http://c/"), "http://c/");
    }

    #[test]
    fn every_official_address_is_encrypted() {
        for profile in built_in_profiles() {
            let address = profile.source.address.as_deref();
            assert!(address.is_none_or(|it| it.starts_with("https://")), "{}", profile.id);
        }
    }
}
