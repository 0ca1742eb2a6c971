//! Which collections there are, and the figures of one of them on one day.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use ankunft_disclosure::{Audience, Cell};
use ankunft_formats::Nature;
use ankunft_platform::kept::Kept;
use ankunft_platform::register::areas::{Area, Geography};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use geo::{BoundingRect as _, Intersects as _, MultiPolygon, Rect};
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use super::ask::{Selection, Span, Wanted};
use super::crs::Crs;
use crate::api::State;
use crate::model::measure::Measure;
use crate::state::Atlas;
use crate::store::{Shelf, Stamp, last_day};
use crate::view::overview::{Asker, Figures, Origin, Question, exactly};

/// A geography whose outlines are known.
#[derive(Clone, Debug)]
pub(super) struct Collection {
    pub geography: Geography,
    /// The days for which something is released, each with the version of the area units.
    pub days: BTreeMap<Date, i64>,
    /// The box around all outlines, in degrees.
    pub frame: Option<Rect<f64>>,
}

/// The whole layer that was asked for last, by city, reader and geography. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layers(Kept<(Tenant, Audience, i64), Arc<Layer>, Stamp>);

/// The area units of a collection on a day, with their figures.
#[derive(Debug)]
pub(super) struct Layer {
    day: Date,
    areas: Vec<Area>,
    area_version: String,
    outlines: Arc<Vec<MultiPolygon<f64>>>,
    figures: Vec<Shown>,
}

/// The figures of a measure, shown to their reader.
#[derive(Debug)]
struct Shown {
    /// What its properties are called.
    names: [String; 4],
    /// The period of a flow; a stock speaks of the day itself.
    period: Option<String>,
    cells: Vec<Cell>,
    is_unreliable: bool,
    sources: Vec<Origin>,
}

/// The collections of a city, the coarsest first.
pub(super) async fn collections(
    connection: &mut AnyConnection,
    atlas: &Atlas,
    asker: Asker<'_>,
) -> Result<(Arc<Shelf>, Vec<Collection>), StoreError> {
    let shelf = atlas.memory.shelf(connection, asker.tenant, asker.audience).await?;
    let mut collections = Vec::new();
    for geography in shelf.geographies_with_figures() {
        let days = days(&shelf, geography);
        let versions: BTreeSet<i64> = days.values().copied().collect();
        let mut frame: Option<Rect<f64>> = None;
        for version in versions {
            let outlines = atlas.outlines(connection, asker.tenant, version).await?;
            let frames = outlines.iter().filter_map(MultiPolygon::bounding_rect);
            frame = frames.fold(frame, |all, it| Some(all.map_or(it, |all| around(all, it))));
        }
        if frame.is_some() {
            collections.push(Collection { geography: geography.clone(), days, frame });
        }
    }
    Ok((shelf, collections))
}

fn around(a: Rect<f64>, b: Rect<f64>) -> Rect<f64> {
    let least = |a: f64, b: f64| a.min(b);
    let most = |a: f64, b: f64| a.max(b);
    Rect::new(
        (least(a.min().x, b.min().x), least(a.min().y, b.min().y)),
        (most(a.max().x, b.max().x), most(a.max().y, b.max().y)),
    )
}

/// The days on which periods end, each with the newest version of the area units.
fn days(shelf: &Shelf, geography: &Geography) -> BTreeMap<Date, i64> {
    let age = |version: i64| shelf.versions.iter().position(|it| it.id == version);
    let mut days: BTreeMap<Date, i64> = BTreeMap::new();
    let Some(holdings) = shelf.holdings.get(&geography.id) else { return days };
    let mut seen: HashMap<i64, HashSet<String>> = HashMap::new();
    for measure in &holdings.measures {
        for (period, version) in holdings.periods(measure).iter() {
            let seen = seen.entry(*version).or_default();
            if seen.contains(period) {
                continue;
            }
            seen.insert(period.clone());
            let Some(day) = last_day(period) else { continue };
            let known = days.entry(day).or_insert(*version);
            if age(*version) > age(*known) {
                *known = *version;
            }
        }
    }
    days
}

impl Collection {
    /// The newest day within a span.
    pub(super) fn newest(&self, span: Option<Span>) -> Option<Date> {
        self.days.keys().rev().find(|day| span.is_none_or(|it| it.holds(**day))).copied()
    }

    /// The names of all properties that features can have.
    pub(super) fn properties(&self, shelf: &Shelf) -> BTreeSet<String> {
        let measures = shelf.holdings.get(&self.geography.id).map_or(&[][..], |it| &it.measures);
        let mut names: BTreeSet<String> = ABOUT.map(str::to_owned).into();
        for measure in measures {
            names.extend([measure.code.clone(), status(&measure.code)]);
        }
        names
    }

    /// The figures of a day, for this reader; only those that are needed are opened. Where all are,
    /// they stay in memory for who asks for the next page of them.
    pub(super) async fn layer(
        &self,
        connection: &mut AnyConnection,
        atlas: &Atlas,
        asker: Asker<'_>,
        (shelf, day): (&Shelf, Date),
        needed: &Selection,
    ) -> Result<Option<Arc<Layer>>, StoreError> {
        let Some(version) = self.days.get(&day).copied() else { return Ok(None) };
        let at = (day, version);
        if *needed != Selection::default() {
            let read = self.read(connection, atlas, asker, (shelf, at), needed).await?;
            return Ok(Some(Arc::new(read)));
        }
        let Layers(all) = &atlas.layers;
        let mut place = all.place((asker.tenant, asker.audience, self.geography.id)).await;
        let hash = Sha256::new().chain_update(shelf.content).chain_update(day.to_string());
        let stamp = hash.finalize().into();
        if let Some(known) = place.get(&stamp) {
            return Ok(Some(known));
        }
        let read = self.read(connection, atlas, asker, (shelf, at), needed).await?;
        Ok(Some(place.put(stamp, Arc::new(read))))
    }

    async fn read(
        &self,
        connection: &mut AnyConnection,
        atlas: &Atlas,
        asker: Asker<'_>,
        (shelf, (day, version)): (&Shelf, (Date, i64)),
        needed: &Selection,
    ) -> Result<Layer, StoreError> {
        let questions = self.questions(shelf, (day, version), needed);
        let (_, found) = exactly(connection, asker, &questions).await?;
        let shown = found.into_iter().flatten().filter_map(|it| Shown::of(&it, asker.audience));
        let ground = atlas.memory.ground(connection, asker.tenant, version).await?;
        let label = shelf.versions.iter().find(|it| it.id == version);
        Ok(Layer {
            day,
            areas: ground.areas.clone(),
            area_version: label.map_or_else(String::new, |it| it.label.clone()),
            outlines: atlas.outlines(connection, asker.tenant, version).await?,
            figures: shown.collect(),
        })
    }

    /// One question a measure: its period that ends on the day; of several the longest.
    fn questions(
        &self,
        shelf: &Shelf,
        (day, version): (Date, i64),
        needed: &Selection,
    ) -> Vec<Question> {
        let Some(holdings) = shelf.holdings.get(&self.geography.id) else { return Vec::new() };
        let question = |measure: &Measure| {
            let all = holdings.periods(measure);
            let mut here = all.iter().filter(|(_, at)| *at == version);
            let period = here.find(|(it, _)| last_day(it) == Some(day))?.0.clone();
            Some(Question {
                geography: Some(self.geography.code.clone()),
                measure: Some(measure.code.clone()),
                period: Some(period),
                nearest: false,
            })
        };
        let is_needed = |it: &&Measure| names(&it.code).iter().any(|name| needed.has(name));
        holdings.measures.iter().filter(is_needed).filter_map(question).collect()
    }
}

impl Shown {
    fn of(figures: &Figures, reader: Audience) -> Option<Self> {
        let cells = figures.values.show(reader)?.cells.clone();
        Some(Self {
            names: names(&figures.measure.code),
            period: (figures.measure.nature == Nature::Flow).then(|| figures.period.clone()),
            is_unreliable: cells.iter().any(|it| it.is_unreliable()),
            cells,
            sources: figures.sources.clone(),
        })
    }
}

/// What is said of every feature.
pub(super) const ABOUT: [&str; 5] = ["code", "name", "parent", "date", "area_version"];

/// The properties that a measure can give.
fn names(code: &str) -> [String; 4] {
    [code.to_owned(), status(code), period(code), unreliable(code)]
}

fn period(code: &str) -> String {
    format!("{code}_period")
}

fn unreliable(code: &str) -> String {
    format!("{code}_unreliable")
}

/// The name of the property that says why a number is there or not.
pub(super) fn status(code: &str) -> String {
    format!("{code}_status")
}

impl Layer {
    /// Where the figures come from.
    pub(super) fn sources(&self) -> Vec<Origin> {
        self.figures.iter().flat_map(|it| it.sources.iter().cloned()).collect()
    }

    /// The numbers of all features that match, in their order.
    pub(super) fn matching(&self, wanted: &Wanted) -> Vec<usize> {
        let meets = |at: usize| match &wanted.place {
            Some((crs, boxes)) => self.meets(at, *crs, boxes),
            None => true,
        };
        let filtered = wanted.filtered();
        let fits = |at: usize| {
            wanted.filters.is_empty() || {
                let properties = self.properties(at, &filtered);
                wanted.filters.iter().all(|(name, text)| is_same(properties.get(name), text))
            }
        };
        (0..self.areas.len()).filter(|at| fits(*at) && meets(*at)).collect()
    }

    /// The number of the feature with this key.
    pub(super) fn find(&self, code: &str) -> Option<usize> {
        self.areas.iter().position(|it| it.code == code)
    }

    pub(super) fn area(&self, at: usize) -> &Area {
        &self.areas[at]
    }

    pub(super) fn outline(&self, at: usize) -> Option<&MultiPolygon<f64>> {
        self.outlines.get(at)
    }

    /// What nobody can place lies in every box.
    fn meets(&self, at: usize, crs: Crs, boxes: &[Rect<f64>]) -> bool {
        let Some(outline) = self.outlines.get(at).filter(|it| !it.0.is_empty()) else {
            return true;
        };
        let Some(there) = crs.place(outline) else { return false };
        boxes.iter().any(|it| there.intersects(it))
    }

    /// What is said of a feature. A figure that is asked for comes with what is said about it.
    pub(super) fn properties(&self, at: usize, wanted: &Selection) -> Map<String, Value> {
        let area = &self.areas[at];
        let mut properties = Map::new();
        let about = [
            json!(area.code),
            json!(area.name),
            json!(area.parent),
            json!(self.day.to_string()),
            json!(self.area_version),
        ];
        for (name, value) in ABOUT.into_iter().zip(about).filter(|it| wanted.has(it.0)) {
            properties.insert(name.to_owned(), value);
        }
        for it in self.figures.iter().filter(|it| it.names.iter().any(|name| wanted.has(name))) {
            let cell = it.cells.get(at).copied().unwrap_or(Cell::MISSING);
            let [code, status, period, unreliable] = &it.names;
            properties.insert(code.clone(), json!(cell.number()));
            properties.insert(status.clone(), json!(State::from(cell)));
            if let Some(text) = &it.period {
                properties.insert(period.clone(), json!(text));
            }
            if it.is_unreliable {
                properties.insert(unreliable.clone(), json!(cell.is_unreliable()));
            }
        }
        properties
    }
}

/// Whether a property is what a filter says: a number by its value, anything else by its text.
fn is_same(property: Option<&Value>, text: &str) -> bool {
    match property {
        Some(Value::String(it)) => it == text,
        Some(Value::Number(it)) => it.as_f64() == text.parse().ok(),
        Some(Value::Bool(it)) => it.to_string() == text,
        _ => false,
    }
}
