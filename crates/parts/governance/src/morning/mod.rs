//! What governance tells in the morning beside what its rooms ask: what is late and for whom or what it
//! waits ([`late`]), and what others have changed in what concerns a Stelle ([`news`]).

mod late;
mod news;
mod store;

use std::sync::Arc;

use ankunft_platform::parts::Part;

/// What the morning registers; the name is that of the whole part.
pub(crate) fn part() -> Part {
    Part { today: vec![Arc::new(late::Waits)], news: news::sources(), ..Part::default() }
}
