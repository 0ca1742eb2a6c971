use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Deserializer, de};

/// An address or a range of addresses: `10.0.0.1`, `10.0.0.0/8`, `::1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

impl Network {
    /// One IPv4 address.
    #[must_use]
    pub fn host(octets: [u8; 4]) -> Self {
        Self { base: IpAddr::V4(Ipv4Addr::from(octets)), bits: 32 }
    }

    /// The IPv6 address of this machine itself.
    #[must_use]
    pub const fn host6_localhost() -> Self {
        Self { base: IpAddr::V6(Ipv6Addr::LOCALHOST), bits: 128 }
    }

    /// Reads an address or a range.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (base, bits) = match text.split_once('/') {
            Some((base, bits)) => (base, Some(bits.parse::<u8>().ok()?)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().ok()?;
        let longest = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(longest);
        (bits <= longest).then_some(Self { base, bits })
    }

    /// Whether an address lies in it. An IPv4 address written as IPv6 is the IPv4 address.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let wide = |address: IpAddr| match address {
            IpAddr::V4(it) => (u128::from(u32::from(it)), 32_u8),
            IpAddr::V6(it) => (u128::from(it), 128),
        };
        let (base, length) = wide(self.base);
        let (other, other_length) = wide(address.to_canonical());
        let shift = length - self.bits;
        length == other_length
            && base.checked_shr(shift.into()).unwrap_or(0)
                == other.checked_shr(shift.into()).unwrap_or(0)
    }
}

impl<'de> Deserialize<'de> for Network {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format!("{text} is no address or range such as 10.0.0.0/8"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_what_they_should() {
        let holds = |range: &str, address: &str| {
            Network::parse(range).unwrap().contains(address.parse().unwrap())
        };
        assert!(holds("10.0.0.0/8", "10.200.1.1"));
        assert!(!holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("10.1.2.3", "10.1.2.3"));
        assert!(holds("10.1.2.3", "::ffff:10.1.2.3"));
        assert!(holds("0.0.0.0/0", "1.2.3.4"));
        assert!(!holds("0.0.0.0/0", "::1"));
        assert!(holds("::/0", "fe80::1"));
        assert!(holds("fd00::/8", "fd12::1"));
        assert!(Network::parse("10.0.0.0/33").is_none());
        assert!(Network::parse("stadt").is_none());
    }
}
