//! Promises that the Stelle sees to.

use ankunft_platform::changes::Recorded;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::commitments::address;
use crate::commitments::store::PROMISE;
use crate::commitments::view::All;
use crate::permissions::SEE;

/// What happened to promises.
pub(super) struct Promises;

impl Chronicle for Promises {
    const KINDS: &'static [&'static str] = &[PROMISE];
    const ABOUT: &'static str = "neues-zusagen";
    type Seen = All;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<All, StoreError> {
        All::read(&mut app.store.read().await?, whom.city.tenant()).await
    }

    fn say(whom: &Whom<'_>, seen: &All, change: &Recorded) -> Option<Said> {
        let wanted = number(change)?;
        let promise = seen.promises.iter().find(|it| it.number == wanted)?;
        let text = match change.action.as_str() {
            "promise.add" => "neues-versprechen",
            "promise.change" => "neues-versprechen-geaendert",
            _ => return None,
        };
        let href = address(&whom.city, promise.commitment);
        let concerns = promise.pledge.owner.is_some_and(|it| whom.is(it));
        concerns.then(|| Said::of(text, ("text", &promise.pledge.body), href))
    }
}
