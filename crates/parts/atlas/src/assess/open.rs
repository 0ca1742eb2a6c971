//! Arrival quarters as files, with where they come from.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;
use ankunft_platform::web::{Failure, File};
use geo::MultiPolygon;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::doors::Found;
use super::result::{Assessment, Judged, Plan, Stands, Used};
use super::{Ready, words};
use crate::doors::files::Subject;
use crate::geojson::{Feature, FeatureCollection, Geometry};
use crate::model::measure::Unit;
use crate::open::provenance::{self, Provenance};
use crate::open::{Column, Kind, Says, Table, Value};
use crate::pages::overview::Setting;
use crate::store::{Ground, Shelf};
use crate::view::overview::Origin;

/// How much of an assessment is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Detail {
    /// Classes and the rates that they follow from.
    Classes,
    /// What the coordination has published beside them.
    Published,
    /// Everything.
    List,
}

/// An assessment that is handed out in files.
pub(crate) struct Arrival<'a> {
    shelf: &'a Shelf,
    ready: &'a Ready,
    detail: Detail,
}

impl<'a> Arrival<'a> {
    /// What everybody may have of it; `None` if nothing is known.
    pub(crate) fn of_classes(found: &'a Found) -> Option<Self> {
        Some(Self { shelf: &found.shelf, ready: found.ready()?, detail: found.detail() })
    }

    /// The list of the coordination.
    pub(crate) fn of_list(found: &'a Found) -> Option<Self> {
        Some(Self { shelf: &found.shelf, ready: found.ready()?, detail: Detail::List })
    }
}

impl Subject for Arrival<'_> {
    fn name(&self) -> &'static str {
        "ankunftsquartiere"
    }
    fn described_at(&self) -> &'static str {
        if self.detail == Detail::List { "csv-metadata.json" } else { "atlas.csv-metadata.json" }
    }
    fn csv_at(&self) -> &'static str {
        if self.detail == Detail::List { "csv" } else { "atlas.csv" }
    }
    fn shelf(&self) -> &Shelf {
        self.shelf
    }
    fn sources(&self) -> &[Origin] {
        &self.ready.sources
    }
    fn ground(&self, reader: Audience) -> Option<(i64, &Ground)> {
        Some((self.ready.assessment.show(reader)?.area_version, &self.ready.ground))
    }
    fn table(&self, reader: Audience) -> Option<Table> {
        Some(table(self.ready, self.ready.assessment.show(reader)?, self.detail))
    }
    fn about(&self, t: &Texts, city: &str, reader: Audience) -> Option<Provenance> {
        provenance(t, (city, reader), self)
    }
    fn json(&self, reader: Audience) -> Result<File, Failure> {
        let assessment = self.ready.assessment.show(reader).ok_or_else(Failure::not_found)?;
        File::json(&ArrivalDocument {
            geography: &assessment.geography,
            period: &assessment.period,
            periods: &assessment.periods,
            dimensions: assessment.dimensions.iter().map(MeasuredBy::of).collect(),
            plan: &assessment.plan,
            program: &assessment.program,
            bridged_until: assessment.bridged_until.as_deref(),
            key: &self.ready.key,
            areas: table(self.ready, assessment, self.detail).objects(),
        })
    }
    fn geojson(
        &self,
        setting: &Setting<'_>,
        outlines: &[MultiPolygon<f64>],
    ) -> Result<Vec<u8>, Failure> {
        let table = self.table(setting.reader).ok_or_else(Failure::not_found)?;
        let feature = |(id, (outline, object)): (u32, (&MultiPolygon<f64>, Map<String, Json>))| {
            Feature::new(id, object, Geometry::of(outline, 6, false))
        };
        let drawn = table.drawn(&self.ready.ground.areas, outlines);
        let rows = drawn.into_iter().map(|(outline, row)| (outline, table.object(row)));
        let document = ArrivalFeatures::of((0..).zip(rows).map(feature).collect());
        serde_json::to_vec(&document).map_err(Failure::internal)
    }
}

/// Arrival quarters with outlines: of each the columns of the CSV file, by their names.
pub(crate) type ArrivalFeatures = FeatureCollection<Map<String, Json>>;

/// The arrival quarters of a city as JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ArrivalQuarters")]
pub(crate) struct ArrivalDocument<'a> {
    /// The code of the geography.
    geography: &'a str,
    /// The period that is reported.
    period: &'a str,
    /// The periods that were compared with each other, the oldest first.
    periods: &'a [String],
    /// By what each dimension was measured.
    dimensions: Vec<MeasuredBy<'a>>,
    /// The choices.
    plan: &'a Plan,
    /// The version of the program that computed it.
    program: &'a str,
    /// The last period whose figures were carried from earlier area units.
    bridged_until: Option<&'a str>,
    /// The hash under which the assessment is kept.
    key: &'a str,
    /// One for each area unit: the columns of the CSV file, by their names.
    areas: Vec<Map<String, Json>>,
}

/// By what a dimension was measured, and in which unit its rates are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MeasuredBy")]
struct MeasuredBy<'a> {
    #[serde(flatten)]
    used: &'a Used,
    /// The unit of its column `rate_…`: `percent`, or `per-100` or `per-1000` residents and year.
    unit: &'static str,
}

impl<'a> MeasuredBy<'a> {
    fn of(used: &'a Used) -> Self {
        let unit = match used.unit() {
            Unit::Percent => "percent",
            Unit::PerThousand => "per-1000",
            _ => "per-100",
        };
        Self { used, unit }
    }
}

/// The area units in alphabetical order, with as much of them as is handed out.
fn table(ready: &Ready, assessment: &Assessment, detail: Detail) -> Table {
    let mut units: Vec<(&str, &Judged)> = ready
        .ground
        .areas
        .iter()
        .filter_map(|it| Some((it.name.as_str(), assessment.area(&it.code)?)))
        .collect();
    units.sort_unstable_by_key(|(name, it)| (*name, it.code.as_str()));
    let row = |(name, judged): (&str, &Judged)| row(assessment, (name, judged), detail);
    Table {
        columns: columns(assessment, detail),
        rows: units.into_iter().map(row).collect(),
        key: &["code", "period"],
    }
}

fn columns(assessment: &Assessment, detail: Detail) -> Vec<Column> {
    let rate = |it: &Used| Column {
        name: format!("rate_{}", it.dimension.replace('-', "_")),
        kind: Kind::Number,
        says: Says::Rate(it.clone()),
    };
    let mut columns = vec![
        Column::own("code", Kind::Text),
        Column::own("name", Kind::Text),
        Column::own("period", Kind::Period),
        Column::own("class", Kind::Text),
        Column::own("excluded", Kind::Text),
    ];
    columns.extend(assessment.dimensions.iter().map(rate));
    if detail >= Detail::Published {
        columns.extend(["probability", "variants"].map(|it| Column::own(it, Kind::Number)));
        columns.extend(["phase", "since"].map(|it| Column::own(it, Kind::Text)));
    }
    if detail == Detail::List {
        let numbers = ["rank", "rank_low", "rank_high", "index", "points"];
        columns.extend(numbers.map(|it| Column::own(it, Kind::Number)));
        columns.extend(assessment.plan.methods.iter().map(|it| Column {
            name: format!("called_{it}"),
            kind: Kind::Truth,
            says: Says::Word(format!("called_{it}").into()),
        }));
    }
    columns
}

fn row(assessment: &Assessment, (name, judged): (&str, &Judged), detail: Detail) -> Vec<Value> {
    let stands = judged.standing.as_ref().ok();
    let text =
        |of: fn(&Stands) -> &str| Value::Text(stands.map_or_else(String::new, |it| of(it).into()));
    let number = |of: &dyn Fn(&Stands) -> Option<f64>| Value::Number(stands.and_then(of));
    let mut row = vec![
        Value::Text(judged.code.clone()),
        Value::Text(name.to_owned()),
        Value::Text(assessment.period.clone()),
        text(|it| it.class().code()),
        Value::Text(judged.standing.as_ref().err().cloned().unwrap_or_default()),
    ];
    row.extend(
        assessment
            .dimensions
            .iter()
            .map(|used| number(&|it| it.rate(&used.dimension).map(|it| used.rate(it)))),
    );
    if detail >= Detail::Published {
        row.extend([number(&|it| Some(it.probability)), number(&|it| Some(it.variants))]);
        row.extend([text(|it| &it.phase), text(|it| it.since.as_deref().unwrap_or_default())]);
    }
    if detail == Detail::List {
        // Ranks are small: nothing is lost.
        row.extend([0, 1, 2].map(|at| number(&|it| Some(it.rank[at] as f64))));
        row.extend([number(&|it| it.index), number(&|it| Some(f64::from(it.points)))]);
        let called =
            |method: &String, it: &Stands| it.calls.iter().any(|(of, is)| of == method && *is);
        row.extend(
            assessment
                .plan
                .methods
                .iter()
                .map(|method| stands.map_or(Value::Nothing, |it| Value::Truth(called(method, it)))),
        );
    }
    row
}

/// What the file is about, how the classes come about and where their figures come from.
fn provenance(
    t: &Texts,
    (city, reader): (&str, Audience),
    Arrival { shelf, ready, detail }: &Arrival<'_>,
) -> Option<Provenance> {
    let assessment = ready.assessment.show(reader)?;
    let (name, when) = (t.get("ankunft-merkmal"), words::period(t, assessment));
    let mut whole = vec![
        Pair::new(t.get("atlas-merkmal"), name.as_str()),
        Pair::new(t.get("atlas-zeit"), when.as_str()),
        Pair::new(t.get("quelle-formel"), t.get("ankunft-lesen-klassen")),
    ];
    whole.extend(words::measured(t, assessment));
    if *detail >= Detail::Published {
        let plan = &assessment.plan;
        let draws = [
            ("anzahl", Arg::from(i64::from(plan.draws))),
            // A seed is a name and not a number: no sign stands between its digits.
            ("startwert", Arg::from(plan.seed.to_string())),
            ("unschaerfe", Arg::from(plan.noise.as_str())),
        ];
        whole.push(Pair::new(t.get("offen-ziehungen"), t.with("offen-ziehungen-text", &draws)));
    }
    whole.extend(provenance::common(t));
    let title = [
        ("merkmal", Arg::from(name)),
        ("stadt", Arg::from(city)),
        ("zeit", Arg::from(when)),
        ("ebene", Arg::from(crate::pages::words::level(t, &ready.geography))),
    ];
    Some(Provenance {
        title: t.with("offen-titel", &title),
        whole,
        sources: provenance::sources(t, shelf, &ready.sources, |it| it.dataset.title.clone()),
    })
}
