/// Since when a quarter is one of arrival, seen from one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// For ten years or more.
    Traditional,
    /// For five to less than ten years.
    New,
    /// For less than five years.
    Emerging,
    /// It was one for at least three years, and is none any more.
    Former,
    /// It is one, and the series is too short to say since when.
    Unknown,
    /// It is none.
    None,
}

impl Phase {
    /// Its name in files: `traditional`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Traditional => "traditional",
            Self::New => "new",
            Self::Emerging => "emerging",
            Self::Former => "former",
            Self::Unknown => "unknown",
            Self::None => "none",
        }
    }
}

const TRADITIONAL_YEARS: i32 = 10;
const NEW_YEARS: i32 = 5;
const FORMER_YEARS: i32 = 3;

/// The phase at the last of these periods, given the half-year of each and whether the area was
/// called in it, `None` where it was not judged; and since which of the periods it has been
/// called without a break.
///
/// A run ends where the area was not called. Where it was not judged, or a period is missing, the
/// run may have gone on: there the series begins, as far as this run is concerned.
pub(crate) fn phase(called: &[(i32, Option<bool>)], step: i32) -> (Phase, Option<usize>) {
    let runs = runs(called, step);
    let is_called = called.last().is_some_and(|it| it.1 == Some(true));
    let Some(last) = runs.last().filter(|_| is_called) else {
        let long = |run: &Run| run.halves >= 2 * FORMER_YEARS;
        return (if runs.iter().any(long) { Phase::Former } else { Phase::None }, None);
    };
    let phase = match last.halves {
        halves if halves >= 2 * TRADITIONAL_YEARS => Phase::Traditional,
        _ if last.is_open => Phase::Unknown,
        halves if halves >= 2 * NEW_YEARS => Phase::New,
        _ => Phase::Emerging,
    };
    (phase, Some(last.first))
}

/// An unbroken run of called periods.
struct Run {
    /// Its first period, by position.
    first: usize,
    halves: i32,
    /// Whether it may have begun before what is known of it.
    is_open: bool,
}

fn runs(called: &[(i32, Option<bool>)], step: i32) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before = None;
    for (first, (half, is_called)) in called.iter().enumerate() {
        let follows = before.is_some_and(|(last, _)| half - last <= step);
        let was_called = before.filter(|_| follows).and_then(|it| it.1);
        if *is_called == Some(true) {
            match runs.last_mut().filter(|_| was_called == Some(true)) {
                Some(run) => run.halves += step,
                None => runs.push(Run { first, halves: step, is_open: was_called.is_none() }),
            }
        }
        before = Some((*half, *is_called));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Yearly from 2010 on; `x` called, `-` not, `?` not judged, ` ` no such year.
    fn of(years: &str) -> Phase {
        let called: Vec<_> = (2010..)
            .zip(years.chars())
            .filter(|it| it.1 != ' ')
            .map(|(year, it)| (2 * year + 1, (it != '?').then_some(it == 'x')))
            .collect();
        phase(&called, 2).0
    }

    #[test]
    fn a_run_up_to_the_end_has_its_length() {
        assert_eq!(of("xxxxxxxxxx"), Phase::Traditional);
        assert_eq!(of("-xxxxxxxxx"), Phase::New);
        assert_eq!(of("-xxxxx"), Phase::New);
        assert_eq!(of("--xxxx"), Phase::Emerging);
        assert_eq!(of("xxx-xx"), Phase::Emerging);
    }

    #[test]
    fn what_may_have_begun_before_is_unknown() {
        assert_eq!(of("xxxxxxxxx"), Phase::Unknown);
        assert_eq!(of("x"), Phase::Unknown);
        assert_eq!(of("--?xxx"), Phase::Unknown);
        assert_eq!(of("-xx xxx"), Phase::Unknown);
    }

    #[test]
    fn what_is_over_is_former_or_none() {
        assert_eq!(of("-xxx-"), Phase::Former);
        assert_eq!(of("xx-xx-"), Phase::None);
        assert_eq!(of("-----"), Phase::None);
        assert_eq!(of(""), Phase::None);
    }

    #[test]
    fn half_years_count_half() {
        let called: Vec<_> = (0..20).map(|half| (half, Some(half > 8))).collect();
        assert_eq!(phase(&called, 1), (Phase::New, Some(9)));
        assert_eq!(phase(&called[..18], 1), (Phase::Emerging, Some(9)));
        assert_eq!(phase(&called[..9], 1), (Phase::None, None));
    }
}
