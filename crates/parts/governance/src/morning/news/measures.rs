//! What changed in measures that the Stelle leads, takes part in or is told of, and which decisions
//! concern them.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::changes::Recorded;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::super::store::cited;
use super::on_duty;
use crate::bodies::store::DECISION;
use crate::measures::address;
use crate::measures::model::Measure;
use crate::measures::store::{KIND, measures};
use crate::papers::store::KIND as RESOLUTION;
use crate::permissions::{SEE, SEE_PAPERS, SIT};
use crate::spending;

/// A thing was cited somewhere; the note is the number of the citation.
const PLACED: &str = "citation.place";
/// Far more citations than a morning has; what is older stands with the measure.
const MOST_CITED: usize = 500;

/// What is said of bookings, and of corrected ones.
const BOOKED: [&str; 2] = ["neues-massnahme-gebucht", "neues-massnahme-berichtigt"];

/// Changed measures.
pub(super) struct Measures;

/// What is told of them.
pub(super) struct Seen {
    /// The own measures by number.
    own: BTreeMap<i64, Measure>,
    /// Kind and thing of what was cited, by the number of the citation.
    cited: BTreeMap<String, (String, String)>,
    /// The measures that are new.
    new: BTreeSet<i64>,
}

impl Chronicle for Measures {
    const KINDS: &'static [&'static str] = &[KIND, RESOLUTION, DECISION];
    const ABOUT: &'static str = "neues-massnahmen";
    type Seen = Seen;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, changes: &[Recorded]) -> Result<Seen, StoreError> {
        let tenant = whom.city.tenant();
        let mut read = app.store.read().await?;
        let all = measures(&mut read, tenant).await?;
        let placed = changes.iter().filter(|it| it.action == PLACED);
        let placed: Vec<i64> =
            placed.filter_map(|it| it.note.parse().ok()).take(MOST_CITED).collect();
        let cited = cited(&mut read, tenant, &placed).await?;
        let concerns = |it: &Measure| {
            whom.works_in(|post| it.plan.is_of(post) || it.plan.informed.contains(&post))
        };
        let is_new = |it: &&Recorded| it.action == "measure.plan";
        Ok(Seen {
            own: all.into_iter().filter(concerns).map(|it| (it.number, it)).collect(),
            cited: cited.into_iter().map(|it| (it.0.to_string(), (it.1, it.2))).collect(),
            new: changes.iter().filter(is_new).filter_map(number).collect(),
        })
    }

    fn say(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
        let (measure, text) = if change.action == PLACED {
            let (kind, thing) = seen.cited.get(&change.note)?;
            if change.thing_kind == KIND {
                let text = if decides(kind) { "neues-beschluss" } else { "neues-befund" };
                (number(change)?, text)
            } else {
                (thing.parse().ok().filter(|_| kind == KIND)?, "neues-beschluss")
            }
        } else {
            let measure = number(change).filter(|_| change.thing_kind == KIND)?;
            (measure, of_action(&change.action, seen.new.contains(&measure))?)
        };
        let viewer = whom.viewer;
        let may_know = text != "neues-beschluss" || viewer.may(SEE_PAPERS) && viewer.may(SIT);
        let measure = seen.own.get(&measure).filter(|_| may_know)?;
        if BOOKED.contains(&text) {
            // Money is the business of who leads.
            let leads = whom.works_in(|post| post == measure.plan.lead);
            let href = spending::address(&whom.city, measure.number);
            return leads.then(|| Said::of(text, ("titel", &measure.plan.title), href));
        }
        let href = address(&whom.city, measure.number);
        Some(Said::of(text, ("titel", &measure.plan.title), href))
    }
}

/// Whether things of a kind decide.
fn decides(kind: &str) -> bool {
    [RESOLUTION, DECISION, "decision"].contains(&kind)
}

fn of_action(action: &str, is_new: bool) -> Option<&'static str> {
    Some(match action {
        "measure.plan" => "neues-massnahme",
        "measure.spend" => BOOKED[0],
        "measure.spend-correct" => BOOKED[1],
        _ if is_new => return None,
        "measure.change" => "neues-massnahme-geaendert",
        "measure.money" => "neues-massnahme-geld",
        "measure.partners" => "neues-massnahme-partner",
        "measure.risks" => "neues-massnahme-risiken",
        _ => return None,
    })
}
