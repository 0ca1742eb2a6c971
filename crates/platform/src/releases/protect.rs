use std::collections::BTreeMap;

use ankunft_disclosure::{
    Base, Cell, Column, NotACount, Nutzung, Place, Position, Relation, Released, TableError,
    Unprotected, protect_table,
};

/// That columns add up to another in every area unit, as the source says. A reader knows it
/// too, and uses it to find out what rounding hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The version of the indicator that is the sum.
    pub whole: i64,
    /// The versions of its parts.
    pub parts: Vec<i64>,
}

/// Indicator version, period, figures.
pub(crate) type Source = (i64, String, Unprotected<Column>);

/// Protects counts by rounding, attacks what comes out, and leaves out what does not withstand.
///
/// Columns of a period that add up are attacked together, all others each with its total.
pub(crate) fn protect(
    columns: &[Source],
    sums: &[Sum],
    base: Base,
    nutzung: Nutzung,
) -> Result<Vec<(i64, String, Released<Column>)>, NotACount> {
    let mut released = Vec::new();
    for table in tables(columns, sums) {
        let figures: Vec<_> = table.iter().map(|it| columns[*it].2.clone()).collect();
        let relations = relations(&figures, &table, columns, sums);
        match protect_table(&figures, &relations, base, nutzung) {
            Ok(protected) => released.extend(table.into_iter().zip(protected).map(|(it, done)| {
                let (indicator_version, period, _) = &columns[it];
                (*indicator_version, period.clone(), done)
            })),
            Err(TableError::NotACount(error)) => return Err(error),
            // Withheld: what cannot be protected does not leave.
            Err(_) => {}
        }
    }
    Ok(released)
}

/// The columns in groups that hang together by sums within a period, as indices.
fn tables(columns: &[Source], sums: &[Sum]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..columns.len()).collect();
    for members in applied(columns, sums).map(|(whole, parts)| [vec![whole], parts].concat()) {
        let joined: Vec<usize> = members.iter().map(|it| group[*it]).collect();
        let first = joined.iter().copied().min().unwrap_or(0);
        for it in &mut group {
            if joined.contains(it) {
                *it = first;
            }
        }
    }
    let mut tables: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, group) in group.into_iter().enumerate() {
        tables.entry(group).or_default().push(index);
    }
    tables.into_values().collect()
}

/// Each sum in each period in which all its columns are there.
fn applied<'a>(
    columns: &'a [Source],
    sums: &'a [Sum],
) -> impl Iterator<Item = (usize, Vec<usize>)> + 'a {
    let mut periods: BTreeMap<&str, BTreeMap<i64, usize>> = BTreeMap::new();
    for (index, (indicator_version, period, _)) in columns.iter().enumerate() {
        periods.entry(period).or_default().insert(*indicator_version, index);
    }
    periods.into_values().flat_map(move |known| {
        let sum = move |sum: &Sum| {
            let parts = sum.parts.iter().map(|part| known.get(part).copied());
            Some((known.get(&sum.whole).copied()?, parts.collect::<Option<Vec<_>>>()?))
        };
        sums.iter().filter_map(sum)
    })
}

/// What a reader knows to add up in a table: areas to totals, columns to sums. Where the
/// source itself does not add up, there is nothing to know.
fn relations(
    figures: &[Unprotected<Column>],
    table: &[usize],
    columns: &[Source],
    sums: &[Sum],
) -> Vec<Relation> {
    let areas = figures.first().map_or(0, |it| it.expose().cells.len());
    let place = |index: usize| table.iter().position(|it| *it == index);
    let totals = (0..figures.len()).map(|column| Relation::areas_make_total(column, areas));
    let across = applied(columns, sums).filter_map(|(whole, parts)| {
        let parts = parts.into_iter().map(place).collect::<Option<Vec<_>>>()?;
        Some(Relation::columns_make_whole(place(whole)?, &parts, areas))
    });
    let mut all: Vec<Relation> = totals.chain(across.flatten()).collect();
    all.retain(|it| holds(figures, it));
    all
}

fn holds(figures: &[Unprotected<Column>], relation: &Relation) -> bool {
    let cell = |place: &Place| -> Option<Cell> {
        let column = figures.get(place.column)?.expose();
        match place.at {
            Position::Area(index) => column.cells.get(index).copied(),
            _ => Some(column.total),
        }
    };
    let number = |place: &Place| cell(place).and_then(Cell::number);
    let parts: Vec<Option<f64>> = relation.parts.iter().map(number).collect();
    let shown: f64 = parts.iter().flatten().sum();
    let is_whole = parts.iter().all(Option::is_some);
    match number(&relation.whole) {
        Some(whole) if is_whole => (whole - shown).abs() < 0.5,
        Some(whole) => shown <= whole,
        None => true,
    }
}
