//! What page, paper and workbook of a quarter are made from.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::citations::{self, Direction, Edge};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::web::{App, City, Failure, Viewer};

use crate::commitments::store::PROMISE;
use crate::measures::store::KIND;
use crate::measures::view::{Board, Depth, Wanted};
use crate::thread::living;
use crate::thread::view::{self as thread, Thing};

/// Something that measures of the quarter rest on.
#[derive(Clone, Debug)]
pub struct Cited {
    /// Its kind.
    pub kind: String,
    /// Where it stands on the red thread.
    pub stage: Stage,
    /// What it says today, to this reader.
    pub thing: CitedThing,
    /// The measures that rest on it.
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
    /// What they rest on, the oldest first.
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
        let edges = read.kept::<citations::Edges>(tenant).await?;
        drop(read);
        let place = (place.0.to_owned(), place.1.to_owned());
        let wanted = Wanted { place: Some(place.clone()), ..Wanted::default() };
        let here: BTreeMap<String, i64> = board
            .wanted(&wanted)
            .map(|it| (it.measure.number.to_string(), it.measure.number))
            .collect();
        let shows = |it: &&Edge| {
            app.parts.citable(&it.citing_kind).is_some_and(|it| it.shows_reasons(viewer))
        };
        // What a measure rests on is what its thread shows, not only what it names itself.
        let ways = thread::ways(edges.iter().filter(shows), Direction::Back);
        let starts = || here.iter().map(|(id, number)| ((KIND, id.as_str()), *number));
        let all: BTreeSet<Thing<'_>> =
            starts().flat_map(|it| thread::follow(it.0, &ways, |_| true)).collect();
        let mut seen = living(app, tenant, viewer.actor.audience(), all).await?;
        let mut measures: BTreeMap<Thing<'_>, BTreeSet<i64>> = BTreeMap::new();
        for (start, number) in starts() {
            let is_seen = |it: Thing<'_>| seen.contains_key(&(it.0.to_owned(), it.1.to_owned()));
            for it in thread::follow(start, &ways, is_seen) {
                measures.entry(it).or_default().insert(number);
            }
        }
        let cited = measures.into_iter().filter_map(|((kind, id), measures)| {
            let thing = seen.remove(&(kind.to_owned(), id.to_owned()))?;
            let stage = app.parts.citable(kind)?.stage();
            Some(Cited { kind: kind.to_owned(), stage, thing, measures })
        });
        let mut cited: Vec<Cited> = cited.collect();
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
        self.cited.iter().filter(|it| thread::is_decision(it.stage, &it.kind))
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
