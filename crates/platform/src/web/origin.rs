//! Where a request comes from and where an answer may lead.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, header};

use crate::config::{Config, Network};

/// Whether a request that changes something was sent from one of our own pages, as far as the
/// browser says.
pub(crate) fn is_own(headers: &HeaderMap, config: &Config) -> bool {
    let text = |name| headers.get(name).and_then(|it| it.to_str().ok());
    if let Some(origin) = headers.get(header::ORIGIN) {
        let Ok(origin) = origin.to_str() else { return false };
        let host = origin.split_once("://").map(|(_, host)| host);
        return origin == config.base_address || (host.is_some() && host == text(header::HOST));
    }
    let site = headers.get("sec-fetch-site").and_then(|it| it.to_str().ok());
    site.is_none_or(|site| matches!(site, "same-origin" | "none"))
}

/// A path on this site to go to; anything else is none. `//host` and `/\host` would leave it.
#[must_use]
pub fn own_path(path: &str) -> Option<&str> {
    let mut letters = path.bytes();
    let stays = letters.next() == Some(b'/') && !matches!(letters.next(), Some(b'/' | b'\\'));
    (stays && path.len() <= 2000 && path.bytes().all(|it| it.is_ascii_graphic())).then_some(path)
}

/// The address that a request comes from: the peer, or, if the peer is a trusted proxy, the last
/// one in `X-Forwarded-For` that is not.
pub(crate) fn address(extensions: &Extensions, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([127, 0, 0, 1]), |ConnectInfo(peer)| peer.ip().to_canonical());
    let is_trusted = |address: IpAddr| trusted.iter().any(|it| it.contains(address));
    if !is_trusted(peer) {
        return peer;
    }
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    let mut last = peer;
    for text in forwarded.iter().rev() {
        let Ok(address) = text.trim().parse::<IpAddr>() else { break };
        last = address.to_canonical();
        if !is_trusted(last) {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for bad in [
            "",
            "a",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "/ä",
            "javascript:alert(1)",
            "\\/evil.example",
            "/\tevil",
        ] {
            assert_eq!(own_path(bad), None, "{bad:?}");
        }
        assert_eq!(own_path("/stadt/atlas?jahr=2020"), Some("/stadt/atlas?jahr=2020"));
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let ask = |peer: &str, forwarded: &str| {
            let mut extensions = Extensions::new();
            let peer: IpAddr = peer.parse().unwrap();
            extensions.insert(ConnectInfo(SocketAddr::from((peer, 1))));
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", forwarded.parse().unwrap());
            let trusted = [Network::parse("10.0.0.0/8").unwrap()];
            address(&extensions, &headers, &trusted).to_string()
        };
        assert_eq!(ask("192.0.2.1", "198.51.100.7"), "192.0.2.1");
        assert_eq!(ask("10.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(ask("10.0.0.1", "1.2.3.4, 198.51.100.7, 10.0.0.2"), "198.51.100.7");
        assert_eq!(ask("10.0.0.1", "<script>"), "10.0.0.1");
        assert_eq!(ask("10.0.0.1", ""), "10.0.0.1");
    }

    #[test]
    fn a_foreign_page_sends_nothing() {
        let config = Config::default();
        let asks = |pairs: &[(&'static str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            is_own(&headers, &config)
        };
        assert!(asks(&[]));
        assert!(asks(&[("origin", "http://127.0.0.1:8080")]));
        assert!(asks(&[("origin", "http://stadt.example"), ("host", "stadt.example")]));
        assert!(!asks(&[("origin", "http://evil.example"), ("host", "stadt.example")]));
        assert!(!asks(&[("origin", "null"), ("host", "stadt.example")]));
        assert!(!asks(&[("sec-fetch-site", "cross-site")]));
        assert!(!asks(&[("sec-fetch-site", "same-site")]));
    }
}
