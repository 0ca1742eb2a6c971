//! Goals that the Stelle is responsible for, and concepts that a body has adopted.

use ankunft_platform::changes::Recorded;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::goals::model::{Edition, Goal};
use crate::goals::store::{self, EDITION, KIND};
use crate::goals::view::in_force;
use crate::goals::{address, at};
use crate::permissions::SEE;

/// What happened to goals.
pub(super) struct Goals;

/// The editions, and the goals of the one in force: a draft is not told of once something is adopted.
pub(super) struct Seen {
    editions: Vec<Edition>,
    goals: Vec<Goal>,
}

impl Chronicle for Goals {
    const KINDS: &'static [&'static str] = &[KIND, EDITION];
    const ABOUT: &'static str = "neues-ziele";
    type Seen = Seen;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Seen, StoreError> {
        let mut read = app.store.read().await?;
        let tenant = whom.city.tenant();
        let editions = store::editions(&mut read, tenant).await?;
        let shown = in_force(&editions).map_or(0, |it| it.number);
        let goals = store::goals(&mut read, tenant, shown).await?;
        Ok(Seen { editions, goals })
    }

    fn say(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
        let thing = number(change)?;
        if change.thing_kind == EDITION {
            // What a concept wants concerns every Stelle, but only once a body has adopted it.
            let edition = seen.editions.iter().find(|it| it.number == thing)?;
            let href = at(&whom.city, &format!("?fassung={thing}"));
            let is_adopted = change.action == "goal.adopt" && edition.adoption.is_some();
            return is_adopted
                .then(|| Said::of("neues-konzept-beschlossen", ("name", &edition.name), href));
        }
        let text = match change.action.as_str() {
            "goal.add" => "neues-ziel",
            "goal.change" => "neues-ziel-geaendert",
            _ => return None,
        };
        let goal = seen.goals.iter().find(|it| it.number == thing)?;
        let concerns = goal.wording.owner.is_some_and(|it| whom.is(it));
        let href = address(&whom.city, goal.number);
        concerns.then(|| Said::of(text, ("titel", &goal.wording.title), href))
    }
}
