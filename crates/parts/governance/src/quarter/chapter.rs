//! The chapter of governance: what is done in a quarter, what it costs, what was decided and promised.

use ankunft_platform::parts::{BoxFuture, Chapter, Quarter, QuarterChapter};
use ankunft_platform::web::{App, City, Failure, Viewer};

use super::sections::{lead, sections};
use super::view::View;
use crate::permissions::SEE;

/// The chapter, for who may see measures.
pub(super) struct Agreed;

impl QuarterChapter for Agreed {
    fn tell<'a>(
        &'a self,
        app: &'a App,
        here: (&'a City, &'a Viewer),
        (quarter, _): (Quarter<'a>, &'a str),
    ) -> BoxFuture<'a, Result<Option<Chapter>, Failure>> {
        Box::pin(tell(app, here, quarter))
    }
}

async fn tell(
    app: &App,
    (city, viewer): (&City, &Viewer),
    Quarter { geography, area }: Quarter<'_>,
) -> Result<Option<Chapter>, Failure> {
    if !viewer.may(SEE) {
        return Ok(None);
    }
    let view = View::read(app, (city, viewer), (geography, area)).await?;
    let t = &viewer.t;
    Ok(Some(Chapter {
        title: t.get("quartiersbericht-steuerung"),
        lead: lead(t, &view),
        sections: sections(t, city, &view, app.today()),
        internal: Vec::new(),
    }))
}
