//! Arrival quarters as a table for files, with where it comes from.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::pages::{self, Detail};
use super::result::{Plan, Used};
use super::{Ready, words};
use crate::open::provenance::{self, Provenance};
use crate::open::{Column, Kind, Says, Table, Value};
use crate::store::Shelf;

/// The arrival quarters of a city as JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ArrivalQuarters")]
pub(crate) struct ArrivalDocument<'a> {
    /// The code of the geography.
    pub geography: &'a str,
    /// The period that is reported.
    pub period: &'a str,
    /// The periods that were compared with each other, the oldest first.
    pub periods: &'a [String],
    /// By what each dimension was measured.
    pub dimensions: &'a [Used],
    /// The choices.
    pub plan: &'a Plan,
    /// The version of the program that computed it.
    pub program: &'a str,
    /// The last period whose figures were carried from earlier area units.
    pub bridged_until: Option<&'a str>,
    /// The hash under which the assessment is kept.
    pub key: &'a str,
    /// One for each area unit: the columns of the CSV file, by their names.
    pub areas: Vec<Map<String, Json>>,
}

/// The classes, with what is published beside them, as a table; `None` if they are not for the
/// reader.
pub(crate) fn table(ready: &Ready, reader: Audience, detail: Detail) -> Option<Table> {
    let text = pages::csv(ready, reader, detail)?;
    let mut lines = csv::Reader::from_reader(text.as_bytes());
    let columns: Vec<Column> = lines.headers().ok()?.iter().map(column).collect();
    let value = |(column, cell): (&Column, &str)| match column.kind {
        Kind::Number => Value::Number(cell.parse().ok()),
        _ => Value::Text(cell.to_owned()),
    };
    let rows = lines.records().map(|line| {
        let line = line.ok()?;
        Some(columns.iter().zip(&line).map(value).collect())
    });
    let rows = rows.collect::<Option<_>>()?;
    Some(Table { columns, rows, key: &["code", "period"] })
}

fn column(name: &str) -> Column {
    let kind = match name {
        "code" | "name" | "class" | "excluded" | "phase" | "since" => Kind::Text,
        "period" => Kind::Period,
        _ => Kind::Number,
    };
    let says = match name.strip_prefix("rate_") {
        Some(dimension) => Says::Rate(dimension.replace('_', "-")),
        None => Says::Word(name.to_owned().into()),
    };
    Column { name: name.to_owned(), kind, says }
}

/// What the file is about, how the classes come about and where their figures come from.
pub(crate) fn provenance(
    t: &Texts,
    (city, reader): (&str, Audience),
    shelf: &Shelf,
    ready: &Ready,
) -> Option<Provenance> {
    let assessment = ready.assessment.show(reader)?;
    let (name, when) = (t.get("ankunft-merkmal"), words::period(t, assessment));
    let mut whole = vec![
        Pair::new(t.get("atlas-merkmal"), name.as_str()),
        Pair::new(t.get("atlas-zeit"), when.as_str()),
        Pair::new(t.get("quelle-formel"), t.get("ankunft-lesen-klassen")),
    ];
    whole.extend(words::measured(t, assessment));
    whole.extend(provenance::common(t));
    let title = [
        ("merkmal", Arg::from(name)),
        ("stadt", Arg::from(city)),
        ("zeit", Arg::from(when)),
        ("ebene", Arg::from(ready.geography.name.as_str())),
    ];
    Some(Provenance {
        title: t.with("offen-titel", &title),
        whole,
        sources: provenance::sources(t, shelf, &ready.sources, |it| it.dataset.title.clone()),
    })
}
