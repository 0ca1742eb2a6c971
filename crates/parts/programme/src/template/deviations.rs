//! What a city says of Kernindikatoren in the workbook: how its own definitions differ, which it writes
//! beside them, and what follows from what it fills in.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_atlas::store::last_day;
use ankunft_formats::RawTable;
use ankunft_platform::indicators::{Definition, Kind, Reference};
use ankunft_platform::typed::LONGEST_TEXT;
use jiff::civil::Date;

use super::Sheet;
use super::read::Reader;
use crate::core::model::Core;
use crate::package::content::{CoreNote, CoreSaid, IndicatorNote};
use crate::package::figures::Series;

/// By the code of the Kernindikator; only of those that have values.
pub(super) type Deviations = BTreeMap<String, String>;

/// Reads them. A workbook of before has no such column, and nobody needs the list of Kernindikatoren to
/// fill in values; what is written there is read strictly.
pub(super) fn deviations(
    reader: &mut Reader<'_>,
    core: &[&Core],
    valued: &BTreeSet<String>,
) -> Deviations {
    let mut all = Deviations::new();
    let Some(table) = reader.sheet_if_any(Sheet::Core) else { return all };
    let Some(at) = column(reader, &table) else { return all };
    for row in table.rows() {
        let (code, text) = (row.field(0).trim(), row.field(at).trim());
        if text.is_empty() {
            continue;
        }
        let wrong = if !core.iter().any(|it| it.code == code) {
            Some((0, "template-unknown-core"))
        } else if text.chars().count() > LONGEST_TEXT {
            Some((at, "template-long"))
        } else if !valued.contains(code) {
            Some((at, "template-deviation-alone"))
        } else if all.insert(code.to_owned(), text.to_owned()).is_some() {
            Some((0, "template-twice"))
        } else {
            None
        };
        if let Some((at, what)) = wrong {
            let place = (row.line(), at as u64 + 1);
            reader.error(Sheet::Core, place, what, row.field(at).trim());
        }
    }
    all
}

/// The column of deviations; none in a workbook of before.
fn column(reader: &mut Reader<'_>, table: &RawTable) -> Option<usize> {
    let title = reader.t.get("vorlage-spalte-abweichung");
    let mut found = (0..).zip(table.header()).filter(|it| it.1.trim() == title);
    let first = found.next().map(|it| it.0);
    if let Some((at, _)) = found.next() {
        reader.error(Sheet::Core, (1, at as u64 + 1), "template-twice", &title);
    }
    first
}

/// The code under which figures of a Kernindikator are stored.
pub(super) fn indicator_of(code: &str) -> String {
    format!("kern-{code}")
}

/// What the city says of a Kernindikator that it has filled in.
pub(super) fn said(
    core: &Core,
    series: &[Series],
    (population, deviation): (&str, String),
) -> CoreSaid {
    let measure = indicator_of(&core.code);
    let its = series.iter().filter(|it| it.indicator == measure);
    let newest = its.filter_map(|it| last_day(&it.period)).max();
    CoreSaid {
        code: core.code.clone(),
        version: core.version,
        unit: Some(core.text.unit.clone()),
        population_concept: population.to_owned(),
        reference_day: newest.map(|it| day_like(&core.text.reference_day, it)).unwrap_or_default(),
        deviation,
        measure,
    }
}

/// The day of the year of the newest figures, written as the programme writes its Stichtag; nothing if
/// that is written otherwise, as a stretch of time is.
fn day_like(wanted: &str, newest: Date) -> String {
    let is_day =
        |it: &str| !it.is_empty() && it.len() < 3 && it.bytes().all(|it| it.is_ascii_digit());
    let mut parts = wanted.trim().split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(month), Some(""), None) if is_day(day) && is_day(month) => {
            let same = (day.parse(), month.parse()) == (Ok(newest.day()), Ok(newest.month()));
            if same { wanted.to_owned() } else { newest.strftime("%d.%m.").to_string() }
        }
        _ => String::new(),
    }
}

/// How figures of a Kernindikator are stored.
pub(super) fn indicator(core: &Core, deviation: String) -> IndicatorNote {
    let kind = match core.text.unit.as_str() {
        "persons" | "things" => Kind::Count,
        "percent" => Kind::Percent,
        _ => Kind::Measure,
    };
    IndicatorNote {
        definition: Definition {
            code: indicator_of(&core.code),
            kind,
            unit: core.text.unit.clone(),
            denominator: None,
            formula: None,
            reference: Reference::Stock,
        },
        name_de: core.text.name.clone(),
        name_en: core.text.name.clone(),
        core: Some(CoreNote { code: core.code.clone(), version: core.version, deviation }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_held_against_the_day_of_the_programme() {
        assert_eq!(day_like("31.12.", date(2025, 12, 31)), "31.12.");
        assert_eq!(day_like("1.7.", date(2025, 7, 1)), "1.7.");
        assert_eq!(day_like("31.12.", date(2025, 6, 30)), "30.06.");
        for other in ["Jahresende", "", "31.12.2025", "1.1. bis 31.12."] {
            assert_eq!(day_like(other, date(2025, 6, 30)), "", "{other}");
        }
    }
}
