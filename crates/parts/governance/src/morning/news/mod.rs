//! What others have changed in what concerns one's own Stelle, in words, a room a file.

mod bodies;
mod commitments;
mod enquiries;
mod funds;
mod goals;
mod measures;
mod papers;
mod reports;

use std::sync::Arc;

use ankunft_platform::parts::{NewsSource, Whom};
use ankunft_platform::permission::Action;

/// What tells of what has changed.
pub(super) fn sources() -> Vec<Arc<dyn NewsSource>> {
    vec![
        Arc::new(measures::Measures),
        Arc::new(goals::Goals),
        Arc::new(reports::Reported),
        Arc::new(bodies::Sittings),
        Arc::new(papers::Drafts),
        Arc::new(enquiries::Enquiries),
        Arc::new(commitments::Promises),
        Arc::new(funds::Funds),
    ]
}

/// Who has a Stelle and may do this: duties belong to a Stelle, so nobody else is told of them.
fn on_duty(whom: &Whom<'_>, action: Action) -> bool {
    whom.works_in(|_| whom.viewer.may(action))
}
