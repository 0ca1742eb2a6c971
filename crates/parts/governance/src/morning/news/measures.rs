//! What changed in measures that the Stelle leads, takes part in or is told of, and which decisions
//! concern them.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};

use super::super::store::cited;
use super::{Told, number};
use crate::bodies::store::DECISION;
use crate::measures::address;
use crate::measures::model::Measure;
use crate::measures::store::{KIND, measures};
use crate::papers::store::KIND as RESOLUTION;
use crate::permissions::{SEE, SEE_PAPERS, SIT};

const ABOUT: &str = "neues-massnahmen";
/// A thing was cited somewhere; the note is the number of the citation.
const PLACED: &str = "citation.place";

/// Changed measures.
pub(crate) struct Changed;

impl NewsSource for Changed {
    fn kinds(&self) -> &'static [&'static str] {
        &[KIND, RESOLUTION, DECISION]
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        changes: &'a [Recorded],
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(news(app, viewer, changes))
    }
}

async fn news(app: &App, viewer: &Viewer, changes: &[Recorded]) -> Result<Vec<News>, StoreError> {
    let Some(told) = Told::of(viewer).filter(|_| viewer.may(SEE)) else { return Ok(Vec::new()) };
    let tenant = told.city.tenant();
    let mut read = app.store.read().await?;
    let all = measures(&mut read, tenant).await?;
    let placed = changes.iter().filter(|it| it.action == PLACED);
    let placed: Vec<i64> = placed.filter_map(|it| it.note.parse().ok()).collect();
    // Far more than a morning has; what is older stands with the measure.
    let placed = &placed[..placed.len().min(500)];
    let cited = cited(&mut read, tenant, placed).await?;
    drop(read);
    let cited: BTreeMap<String, (String, String)> =
        cited.into_iter().map(|it| (it.0.to_string(), (it.1, it.2))).collect();
    let concerns =
        |it: &&Measure| it.plan.is_of(told.post) || it.plan.informed.contains(&told.post);
    let own: BTreeMap<i64, &Measure> =
        all.iter().filter(concerns).map(|it| (it.number, it)).collect();
    let is_new = |it: &&Recorded| it.action == "measure.plan";
    let new: BTreeSet<i64> = changes.iter().filter(is_new).filter_map(number).collect();
    let one = |change: &Recorded| {
        let (measure, text) = if change.action == PLACED {
            let (kind, thing) = cited.get(&change.note)?;
            if change.thing_kind == KIND {
                let text = if decides(kind) { "neues-beschluss" } else { "neues-befund" };
                (number(change)?, text)
            } else {
                (thing.parse().ok().filter(|_| kind == KIND)?, "neues-beschluss")
            }
        } else {
            let measure = number(change).filter(|_| change.thing_kind == KIND)?;
            (measure, of_action(&change.action, new.contains(&measure))?)
        };
        let may_know = text != "neues-beschluss" || viewer.may(SEE_PAPERS) && viewer.may(SIT);
        let measure = own.get(&measure).filter(|_| may_know)?;
        let title = [("titel", Arg::from(measure.plan.title.as_str()))];
        Some(told.news(ABOUT, (text, &title), (address(&told.city, measure.number), change)))
    };
    Ok(changes.iter().filter_map(one).collect())
}

/// Whether things of a kind decide.
fn decides(kind: &str) -> bool {
    [RESOLUTION, DECISION, "decision"].contains(&kind)
}

fn of_action(action: &str, is_new: bool) -> Option<&'static str> {
    Some(match action {
        "measure.plan" => "neues-massnahme",
        _ if is_new => return None,
        "measure.change" => "neues-massnahme-geaendert",
        "measure.money" => "neues-massnahme-geld",
        "measure.partners" => "neues-massnahme-partner",
        "measure.risks" => "neues-massnahme-risiken",
        _ => return None,
    })
}
