//! The views as tables.

use ankunft_disclosure::{Audience, Cell};

use super::table::{Column, Kind, Says, Table, Value};
use crate::api;
use crate::view::overview::{Ends, Figures};
use crate::view::profile::Profile;

/// The overview: one row an area unit, the city last, without code.
///
/// Values are not rounded beyond what protects them; each stored count that a share is computed
/// from has columns of its own. `None` if the reader may not see them.
#[must_use]
pub fn overview(figures: &Figures, reader: Audience) -> Option<Table> {
    // A stored indicator is its own part; it would stand there twice.
    let parts: Vec<usize> = (0..figures.parts.len())
        .filter(|at| figures.parts[*at].0 != figures.measure.code)
        .collect();
    let mut columns = vec![
        Column::own("code", Kind::Text),
        Column::own("name", Kind::Text),
        Column::own("period", Kind::Period),
        Column::own("measure", Kind::Text),
        Column::own("value", Kind::Number),
        Column::own("state", Kind::State),
        Column::own("unreliable", Kind::Truth),
    ];
    for at in &parts {
        columns.extend(figure(&figures.parts[*at].0));
    }
    if figures.band.is_some() {
        columns.extend([Column::own("low", Kind::Number), Column::own("high", Kind::Number)]);
    }
    let row = |code: &str, name: &str, value: Cell, cells: &[Cell], band: Option<Ends>| {
        let mut row = vec![
            Value::Text(code.to_owned()),
            Value::Text(name.to_owned()),
            Value::Text(figures.period.clone()),
            Value::Text(figures.measure.code.clone()),
            Value::Number(value.number()),
            Value::State(value),
            Value::Truth(value.is_unreliable()),
        ];
        for at in &parts {
            row.extend([Value::Number(cells[*at].number()), Value::State(cells[*at])]);
        }
        row.extend(band.into_iter().flat_map(|(low, high)| [low, high].map(number)));
        row
    };
    let mut rows: Vec<Vec<Value>> = figures
        .rows(reader)?
        .iter()
        .map(|it| row(&it.area.code, &it.area.name, it.value, &it.parts, it.band))
        .collect();
    let (value, cells) = figures.whole(reader)?;
    rows.push(row("", "", value, &cells, figures.whole_band(reader)));
    Some(Table { columns, rows, key: &["code", "period", "measure"] })
}

/// The series of a quarter: one row a measure and period.
#[must_use]
pub fn series(profile: &Profile, reader: Audience) -> Table {
    let mut columns = vec![
        Column::own("code", Kind::Text),
        Column::own("name", Kind::Text),
        Column::own("measure", Kind::Text),
        Column::own("period", Kind::Period),
        Column::own("value", Kind::Number),
        Column::own("state", Kind::State),
        Column::own("unreliable", Kind::Truth),
        Column::own("city", Kind::Number),
        Column::own("city_state", Kind::State),
        Column::own("number", Kind::Whole),
        Column::own("area_version", Kind::Text),
        Column::own("low", Kind::Number),
        Column::own("high", Kind::Number),
    ];
    // A mean is told from a figure as it was delivered in every row.
    columns.extend(profile.window_years.map(|_| Column::own("window_years", Kind::Whole)));
    let version = |id: i64| {
        let found = profile.shelf.versions.iter().find(|it| it.id == id);
        found.map_or_else(String::new, |it| it.label.clone())
    };
    let rows = api::moments(profile, reader).map(|(measure, it)| {
        let (low, high) = it.band.unwrap_or((Cell::MISSING, Cell::MISSING));
        let row = vec![
            Value::Text(profile.area.code.clone()),
            Value::Text(profile.area.name.clone()),
            Value::Text(measure.to_owned()),
            Value::Text(it.period.clone()),
            Value::Number(it.value.number()),
            Value::State(it.value),
            Value::Truth(it.value.is_unreliable()),
            Value::Number(it.city.number()),
            Value::State(it.city),
            Value::Whole(it.number),
            Value::Text(version(it.area_version)),
            number(low),
            number(high),
        ];
        row.into_iter().chain(profile.window_years.map(|it| Value::Whole(it.into()))).collect()
    });
    let rows = rows.collect();
    Table { columns, rows, key: &["code", "measure", "period", "area_version"] }
}

/// The two columns of a figure.
fn figure(code: &str) -> [Column; 2] {
    let says = Says::StateOf(code.to_owned());
    [
        Column { name: code.to_owned(), kind: Kind::Number, says: Says::Figure(code.to_owned()) },
        Column { name: format!("{code}_state"), kind: Kind::State, says },
    ]
}

fn number(cell: Cell) -> Value {
    Value::Number(cell.number())
}
