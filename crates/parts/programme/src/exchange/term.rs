//! How long what is given may be used.

use ankunft_platform::typed::Reading;
use jiff::Span;
use jiff::civil::Date;

use super::model::LONGEST_YEARS;

/// The latest last day of what is given today.
pub(crate) fn longest(today: Date) -> Date {
    today.saturating_add(Span::new().years(LONGEST_YEARS))
}

/// The last day of what is given, from the field `bis`.
pub(crate) fn last_day(form: &mut Reading<'_>, today: Date) -> Option<Date> {
    let until = form.needed_day("bis", "weitergabe-bis-fehlt");
    match until {
        Some(day) if day < today => form.wrong("bis", "weitergabe-bis-vorbei"),
        Some(day) if day > longest(today) => form.wrong("bis", "weitergabe-bis-zu-lang"),
        _ => {}
    }
    until
}
