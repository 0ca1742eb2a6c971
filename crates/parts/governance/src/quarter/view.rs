//! What page, paper and workbook of a quarter are made from.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::web::{App, City, Failure, Viewer};

use crate::commitments::store::PROMISE;
use crate::measures::store;
use crate::measures::view::{Board, Depth, Wanted};

/// Something that measures of the quarter cite.
#[derive(Clone, Debug)]
pub struct Cited {
    /// Its kind.
    pub kind: String,
    /// Where it stands on the red thread.
    pub stage: Stage,
    /// What it says today, to this reader.
    pub thing: CitedThing,
    /// The measures that cite it.
    pub measures: BTreeSet<i64>,
}

/// The quarter.
#[derive(Debug)]
pub struct View {
    /// The code of the geography, and the key of the area unit.
    pub place: (String, String),
    /// The measures of the city, of which those of the quarter are wanted.
    pub board: Board,
    /// What stands behind them.
    pub depth: Depth,
    /// What they cite, the oldest first.
    pub cited: Vec<Cited>,
}

impl View {
    /// Reads it: a constant number of statements, and those of each kind of thing.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn read(
        app: &App,
        (city, viewer): (&City, &Viewer),
        place: (&str, &str),
    ) -> Result<Self, Failure> {
        let tenant = city.tenant();
        let mut read = app.store.read().await?;
        let board = Board::read(&mut read, tenant, app.today()).await?;
        let depth = Depth::read(&mut read, tenant).await?;
        let all = store::cited(&mut read, tenant).await?;
        drop(read);
        let place = (place.0.to_owned(), place.1.to_owned());
        let wanted = Wanted { place: Some(place.clone()), ..Wanted::default() };
        let here: BTreeSet<i64> = board.wanted(&wanted).map(|it| it.measure.number).collect();
        let mut kinds: BTreeMap<String, BTreeMap<String, BTreeSet<i64>>> = BTreeMap::new();
        for (kind, id, measure) in all.into_iter().filter(|it| here.contains(&it.2)) {
            kinds.entry(kind).or_default().entry(id).or_default().insert(measure);
        }
        let mut cited = Vec::new();
        for (kind, ids) in kinds {
            let Some(citable) = app.parts.citable(&kind) else { continue };
            let asked: Vec<&str> = ids.keys().map(String::as_str).collect();
            let found = citable.look_up(app, tenant, &asked, viewer.actor.audience()).await?;
            for (thing, (_, measures)) in found.into_iter().zip(&ids) {
                let Some(thing) = thing else { continue };
                let (kind, measures) = (kind.clone(), measures.clone());
                cited.push(Cited { kind, stage: citable.stage(), thing, measures });
            }
        }
        cited.sort_by(|a, b| (&a.thing.date, &a.thing.title).cmp(&(&b.thing.date, &b.thing.title)));
        Ok(Self { place, board, depth, cited })
    }

    /// The measures of the quarter.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        Wanted { place: Some(self.place.clone()), ..Wanted::default() }
    }

    /// What was decided.
    pub fn decisions(&self) -> impl Iterator<Item = &Cited> {
        // Promises stand at the same place of the thread, and are told apart here.
        self.cited.iter().filter(|it| it.stage == Stage::Decision && it.kind != PROMISE)
    }

    /// What was promised.
    pub fn promises(&self) -> impl Iterator<Item = &Cited> {
        self.cited.iter().filter(|it| it.kind == PROMISE)
    }

    /// The title of a measure.
    #[must_use]
    pub fn title(&self, number: i64) -> &str {
        let lines = &self.board.lines;
        let found = lines.iter().find(|it| it.measure.number == number);
        found.map_or("", |it| it.measure.plan.title.as_str())
    }
}
