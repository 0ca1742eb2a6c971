//! Funds that the Stelle leads, pays for or votes in: applications, their way, new rules.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::funds::model::{Fund, State};
use crate::funds::rights::{Rights, SEE};
use crate::funds::store::applications::{Application, Of, list};
use crate::funds::store::{APPLICATION, KIND, PROOF, funds};
use crate::funds::{address, address_of, words};

/// What happened in funds.
pub(super) struct Funds;

/// The funds of the Stelle, and the applications to all.
pub(super) struct Seen {
    own: Vec<Fund>,
    applications: Vec<Application>,
}

impl Chronicle for Funds {
    const KINDS: &'static [&'static str] = &[KIND, APPLICATION, PROOF];
    const ABOUT: &'static str = "neues-fonds";
    type Seen = Seen;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Seen, StoreError> {
        let mut read = app.store.read().await?;
        let mut own = funds(&mut read, whom.city.tenant()).await?;
        own.retain(|it| {
            whom.works_in(|post| it.terms.is_of(post)) && Rights::of(whom.viewer, it).sees
        });
        let applications = match own.is_empty() {
            true => Vec::new(),
            false => list(&mut read, whom.city.tenant(), Of::City).await?,
        };
        Ok(Seen { own, applications })
    }

    fn say(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
        let thing = number(change)?;
        if change.thing_kind == KIND {
            let text = match change.action.as_str() {
                "fund.found" => "neues-fonds-neu",
                "fund.change" => "neues-fonds-regeln",
                _ => return None,
            };
            let fund = seen.own.iter().find(|it| it.number == thing)?;
            return Some(Said::of(text, ("fonds", &fund.terms.name), address(&whom.city, thing)));
        }
        let application = seen.applications.iter().find(|it| it.number == thing)?;
        let fund = seen.own.iter().find(|it| it.number == application.fund)?;
        let text = match change.action.as_str() {
            "fund.apply" => "neues-antrag",
            "fund.step" => "neues-antrag-stand",
            "fund.prove" => "neues-antrag-nachweis",
            _ => return None,
        };
        let state = State::from_code(&change.note).unwrap_or_else(|| application.state());
        let t = &whom.viewer.t;
        let state = match state {
            // What has just come in is no step.
            State::Received => t.get(words::AGAIN),
            other => words::state(t, other),
        };
        let args = vec![
            ("titel", Arg::from(application.request.title.as_str())),
            ("fonds", Arg::from(fund.terms.name.as_str())),
            ("stand", Arg::from(state)),
        ];
        Some(Said { text, args, href: address_of(&whom.city, thing) })
    }
}
