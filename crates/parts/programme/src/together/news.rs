//! What other cities asked and answered, and what they laid on the table, for who speaks for a city.
//!
//! It stands in the programme's change log or in that of another city, so it is read from the things
//! themselves.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use jiff::Timestamp;

use super::model::{Document, Word};
use super::view::Together;
use super::{at, documents};
use crate::permissions::TELL;

const ABOUT: &str = "neues-programm";

/// News of the other cities.
pub(super) struct FromOthers;

impl NewsSource for FromOthers {
    fn kinds(&self) -> &'static [&'static str] {
        &[]
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        (_, from): (&'a [Recorded], Timestamp),
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(news(app, viewer, from.as_microsecond()))
    }
}

async fn news(app: &App, viewer: &Viewer, from: i64) -> Result<Vec<News>, StoreError> {
    let city = viewer.city.clone().map(City).filter(|_| viewer.may(TELL));
    let Some(city) = city else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let Some(all) = Together::read(&mut read).await? else { return Ok(Vec::new()) };
    let documents = documents::all(&mut read, all.programme.tenant).await?;
    let own = city.tenant().id();
    let words = all.words.iter().filter(|it| it.at > from && it.city != own);
    let words = words.filter_map(|it| of_word(viewer, &city, &all, it));
    let laid =
        documents.iter().filter(|it| it.at > from && it.city != own && it.withdrawn.is_none());
    let laid = laid.map(|it| of_document(viewer, &city, &all, it));
    // Who loses a document to the programme reads that first, and why.
    let taken = documents.iter().filter(|it| it.city == own);
    let taken = taken.filter_map(|it| of_taken(viewer, &city, &all, it)).filter(|it| it.at > from);
    Ok(taken.chain(words).chain(laid).collect())
}

/// A question is told to everybody; an answer to the city that asked and to those that answered too.
fn of_word(viewer: &Viewer, city: &City, all: &Together, it: &Word) -> Option<News> {
    let own = city.tenant().id();
    let question =
        all.words.iter().find(|other| other.question == it.question && other.number == 0)?;
    let text = match (it.number, question.city == own) {
        (0, _) => "neues-frage",
        (_, true) => "neues-frage-beantwortet",
        _ => {
            let talked = |other: &Word| other.question == it.question && other.city == own;
            all.words.iter().any(talked).then_some("neues-frage-auch")?
        }
    };
    let args = [("wer", Arg::from(all.name(it.city))), ("titel", Arg::from(&question.title))];
    let href = at(city, &format!("/fragen/{}", it.question));
    Some(News { about: ABOUT, text: viewer.t.with(text, &args), href, at: it.at })
}

fn of_document(viewer: &Viewer, city: &City, all: &Together, it: &Document) -> News {
    let args = [("wer", Arg::from(all.name(it.city))), ("titel", Arg::from(&it.title))];
    let text = viewer.t.with("neues-unterlage", &args);
    News { about: ABOUT, text, href: at(city, "/unterlagen"), at: it.at }
}

/// That the programme took a document of the city from the table.
fn of_taken(viewer: &Viewer, city: &City, all: &Together, it: &Document) -> Option<News> {
    let withdrawn = it.withdrawn.as_ref().filter(|of| of.by != it.city)?;
    let args = [
        ("wer", Arg::from(all.name(withdrawn.by))),
        ("titel", Arg::from(&it.title)),
        ("grund", Arg::from(&withdrawn.reason)),
    ];
    let text = viewer.t.with("neues-unterlage-genommen", &args);
    Some(News { about: ABOUT, text, href: at(city, "/unterlagen"), at: withdrawn.at })
}
