//! Enquiries that the Stelle answers or helps to answer.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};

use super::{Told, number};
use crate::enquiries::address;
use crate::enquiries::permissions::SEE;
use crate::enquiries::store::KIND;
use crate::enquiries::view::Board;

/// What happened to enquiries.
pub(crate) struct Changed;

impl NewsSource for Changed {
    fn kinds(&self) -> &'static [&'static str] {
        &[KIND]
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
    let all = Board::read(&mut *app.store.read().await?, told.city.tenant()).await?;
    let one = |change: &Recorded| {
        let wanted = number(change)?;
        let enquiry = all.enquiries.iter().find(|it| it.number == wanted)?;
        let text = match change.action.as_str() {
            "enquiry.receive" => "neues-anfrage",
            "enquiry.change" => "neues-anfrage-geaendert",
            "enquiry.answer" => "neues-antwort-geschrieben",
            "enquiry.send" => "neues-antwort",
            _ => return None,
        };
        let subject = [("betreff", Arg::from(enquiry.frame.subject.as_str()))];
        let place = (address(&told.city, enquiry.number), change);
        let concerns = enquiry.frame.is_of(told.post);
        concerns.then(|| told.news("neues-anfragen", (text, &subject), place))
    };
    Ok(changes.iter().filter_map(one).collect())
}
