//! Numbers by which things are known: unique, and later ones are larger.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Microseconds are shifted by this many bits; what is below tells processes apart.
const CHANCE_BITS: u32 = 11;

static LAST: AtomicI64 = AtomicI64::new(0);

/// A new id: the time in microseconds, then chance, so that processes need not agree.
#[must_use]
pub fn next() -> i64 {
    let mut chance = [0_u8; 2];
    // Without chance the ids of this process are still unique.
    let _ = getrandom::fill(&mut chance);
    let low = i64::from(u16::from_le_bytes(chance)) & ((1 << CHANCE_BITS) - 1);
    let wanted = (Timestamp::now().as_microsecond() << CHANCE_BITS) | low;
    let bump = |last: i64| Some(wanted.max(last + 1));
    match LAST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, bump) {
        Ok(last) | Err(last) => wanted.max(last + 1),
    }
}

/// Bytes that nobody can guess.
///
/// # Panics
///
/// If the system has no source of chance; nothing secret could be made then.
#[must_use]
pub fn secret<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ids_are_larger() {
        let ids: Vec<i64> = (0..10_000).map(|_| next()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
