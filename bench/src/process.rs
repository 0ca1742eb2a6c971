//! What the system knows of a running process.

use std::time::Duration;

/// Processor time that a process has used so far, all its threads together.
#[must_use]
pub fn cpu(pid: u32) -> Duration {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else {
        return Duration::ZERO;
    };
    // The name in parentheses may hold anything; numbers follow it.
    let numbers = stat.rsplit(')').next().unwrap_or_default();
    let ticks = numbers.split_whitespace().skip(11).take(2).filter_map(|it| it.parse::<u64>().ok());
    // A tick is a hundredth of a second on every Linux that matters.
    Duration::from_millis(10 * ticks.sum::<u64>())
}

/// The most memory that a process has held so far, in bytes.
#[must_use]
pub fn peak_memory(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    1024 * kilobytes.unwrap_or(0)
}
