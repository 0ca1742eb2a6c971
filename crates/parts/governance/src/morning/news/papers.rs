//! Vorlagen that the Stelle writes or is asked to countersign.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};

use super::{Told, number};
use crate::papers::address;
use crate::papers::store::DRAFT;
use crate::papers::view::Papers;
use crate::permissions::SEE_PAPERS;

const ABOUT: &str = "neues-vorlagen";

/// What happened to Vorlagen.
pub(crate) struct Changed;

impl NewsSource for Changed {
    fn kinds(&self) -> &'static [&'static str] {
        &[DRAFT]
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
    let told = Told::of(viewer).filter(|_| viewer.may(SEE_PAPERS));
    let Some(told) = told else { return Ok(Vec::new()) };
    let all = Papers::read(&mut *app.store.read().await?, told.city.tenant()).await?;
    let one = |change: &Recorded| {
        let wanted = number(change)?;
        let paper = all.papers.iter().find(|it| it.number == wanted)?;
        let leads = paper.draft.lead == told.post;
        let asked = all.asked.contains(&(paper.number, told.post));
        let (text, concerns) = match change.action.as_str() {
            "paper.ask" => ("neues-vorlage-gefragt", asked && all.wants_sign(paper, told.post)),
            "paper.change" => ("neues-vorlage-fassung", leads || asked),
            "paper.sign" => ("neues-vorlage-mitgezeichnet", leads),
            "paper.step" => ("neues-vorlage-folge", leads || asked),
            "paper.resolve" => ("neues-vorlage-beraten", leads || asked),
            _ => return None,
        };
        let subject = [("betreff", Arg::from(paper.draft.subject.as_str()))];
        let place = (address(&told.city, paper.number), change);
        concerns.then(|| told.news(ABOUT, (text, &subject), place))
    };
    Ok(changes.iter().filter_map(one).collect())
}
