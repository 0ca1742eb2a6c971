//! What happened to candidates, and what was decided, for who may know of them.

use std::collections::BTreeMap;

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::model::State;
use super::pages::at;
use super::permissions::SEE;
use super::store::decisions::{Decided, KIND as DECISION, all_decided};
use super::store::register::candidates;

/// The kind of a candidate in the change log.
const CANDIDATE: &str = "candidate";

/// Candidates and decisions.
pub(crate) struct Decisions;

/// Candidates by number, and who was decided on.
pub(crate) struct Seen {
    names: BTreeMap<i64, String>,
    decided: BTreeMap<i64, Vec<Decided>>,
}

impl Chronicle for Decisions {
    const KINDS: &'static [&'static str] = &[CANDIDATE, DECISION];
    const ABOUT: &'static str = "neues-kandidaten";
    type Seen = Seen;

    fn tells(whom: &Whom<'_>) -> bool {
        whom.viewer.may(SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Seen, StoreError> {
        let mut read = app.store.read().await?;
        let all = candidates(&mut read, whom.city.tenant()).await?;
        let decided = all_decided(&mut read, whom.city.tenant()).await?;
        Ok(Seen { names: all.into_iter().map(|it| (it.number, it.name)).collect(), decided })
    }

    fn say(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
        let (t, thing) = (&whom.viewer.t, number(change)?);
        if change.thing_kind == CANDIDATE {
            let name = Arg::from(seen.names.get(&thing)?.as_str());
            let href = at(&whom.city, &format!("/{thing}"));
            let state = State::from_code(&change.note);
            return match (change.action.as_str(), state) {
                ("candidate.propose", _) => {
                    Some(Said { text: "neues-kandidat", args: vec![("quartier", name)], href })
                }
                ("candidate.step", Some(state)) => {
                    let state = t.get(&format!("kandidat-stand-{}", state.code()));
                    let args = vec![("quartier", name), ("stand", Arg::from(state))];
                    Some(Said { text: "neues-kandidat-stand", args, href })
                }
                _ => None,
            };
        }
        let text = match change.action.as_str() {
            "decision.make" if change.note.is_empty() => "neues-entscheidung",
            "decision.make" => "neues-entscheidung-berichtigt",
            "decision.publish" => "neues-entscheidung-oeffentlich",
            _ => return None,
        };
        let chosen = seen.decided.get(&thing)?.iter().filter(|it| it.chosen == 1);
        let names: Vec<String> = chosen.map(|it| it.name.clone()).collect();
        let href = at(&whom.city, &format!("/entscheidungen/{thing}"));
        Some(Said::of(text, ("quartiere", &t.list(&names)), href))
    }
}
