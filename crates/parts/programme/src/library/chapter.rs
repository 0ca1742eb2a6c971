//! What the library says in the report of a quarter: the effect cards of its measures.

use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::parts::{BoxFuture, Chapter, Quarter, QuarterChapter, Section};
use ankunft_platform::web::{App, City, Failure, Viewer};

use super::at;
use super::view::Library;
use crate::permissions::COMPARE;

/// The chapter; none where nobody has published a card.
pub(super) struct Cards;

impl QuarterChapter for Cards {
    fn tell<'a>(
        &'a self,
        app: &'a App,
        here: (&'a City, &'a Viewer),
        (_, name): (Quarter<'a>, &'a str),
    ) -> BoxFuture<'a, Result<Option<Chapter>, Failure>> {
        Box::pin(tell(app, here, name))
    }
}

async fn tell(
    app: &App,
    (city, viewer): (&City, &Viewer),
    quarter: &str,
) -> Result<Option<Chapter>, Failure> {
    if !viewer.may(COMPARE) {
        return Ok(None);
    }
    let library = Library::read(&mut *app.store.read().await?, city.tenant()).await?;
    let t = &viewer.t;
    let here = quarter.to_lowercase();
    let is_here =
        |place: &str| place.to_lowercase().split([',', ';', '\n']).any(|it| it.trim() == here);
    // What a city still writes stands in its own library alone.
    let own = library.cards.iter().filter(|it| it.0.tenant == city.tenant() && it.1.text.published);
    let rows: Vec<Row> = own
        .filter(|it| is_here(&it.1.text.place))
        .map(|(of, card)| {
            let evidence = match card.text.evidence.as_str() {
                "" => t.get("wirkungskarte-beleg-keiner"),
                code => t.get(&format!("beleg-{code}")),
            };
            let page = at(city, &format!("/{}/{}", of.slug, card.number));
            let cells = [card.text.effect.clone(), evidence, card.text.failed.clone()];
            let cells = cells.map(RowCell::new).to_vec();
            Row { head: RowCell::link(card.text.title.clone(), page), cells }
        })
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let columns = [
        "wirkungskarte-titel",
        "wirkungskarte-wirkung",
        "wirkungskarte-beleg",
        "wirkungskarte-gescheitert",
    ];
    let table = Table {
        caption: t.get("programmbericht-karten"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows,
    };
    Ok(Some(Chapter {
        title: t.get("quartiersbericht-karten"),
        lead: t.get("quartiersbericht-karten-leit"),
        sections: vec![Section { table, none: String::new() }],
        internal: Vec::new(),
    }))
}
