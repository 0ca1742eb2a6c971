//! A release before it is made, in words and tables.

use std::collections::BTreeMap;

use ankunft_disclosure::{Audience, Base, Column as Cells, Nutzung, Position, Released};

use super::super::overview::range;
use super::Case;
use crate::languages::Arg;
use crate::page::components::{Column, Pair, Row, RowCell, Table};
use crate::releases::{Found, Rounding, Why};
use crate::web::Block;
use crate::words;

/// So many found cells a page lists.
const LISTED: usize = 12;

/// By how much totals and the sums of their parts differ once both are rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Gaps {
    largest: f64,
    mean: f64,
    compared: usize,
}

impl Gaps {
    fn of(columns: &[(i64, String, Released<Cells>)]) -> Self {
        let gap = |it: &Released<Cells>| {
            let column = it.show(Audience::StatisticsOffice)?;
            let parts: Option<Vec<f64>> = column.cells.iter().map(|it| it.number()).collect();
            Some((column.total.number()? - parts?.iter().sum::<f64>()).abs())
        };
        let gaps: Vec<f64> = columns.iter().filter_map(|(_, _, it)| gap(it)).collect();
        if gaps.is_empty() {
            return Self::default();
        }
        let largest = gaps.iter().copied().fold(0.0, f64::max);
        let count = u32::try_from(gaps.len()).unwrap_or(u32::MAX);
        Self { largest, mean: gaps.iter().sum::<f64>() / f64::from(count), compared: gaps.len() }
    }
}

impl Case {
    /// How many cells the columns have, totals included.
    fn cells(&self, rounding: &Rounding) -> usize {
        rounding.columns.len() * (self.areas.len() + 1)
    }

    pub(super) fn lead(&self, rounding: &Rounding, (base, nutzung): (Base, Nutzung)) -> String {
        let t = &self.viewer.t;
        if rounding.columns.is_empty() {
            return t.get("freigabe-leit-nichts");
        }
        let cells = self.cells(rounding);
        let found = rounding.found.expose().len();
        let leaves = t.with(
            "freigabe-leit-vorschau",
            &[
                ("spalten", Arg::from(rounding.columns.len())),
                ("zellen", Arg::from(t.count(cells))),
                ("regel", Arg::from(words::policy(t, &ankunft_disclosure::Policy::Rounded(base)))),
                ("nutzung", Arg::from(words::nutzung(t, nutzung))),
            ],
        );
        let counts = [("gefunden", Arg::from(found)), ("verborgen", Arg::from(rounding.hidden))];
        format!("{leaves} {}", t.with("freigabe-leit-angriff", &counts))
    }

    pub(super) fn preview(&self, rounding: &Rounding) -> Vec<Block> {
        let t = &self.viewer.t;
        let counts = [
            ("spalten", rounding.columns.len()),
            ("zellen", self.cells(rounding)),
            ("verborgen", rounding.hidden),
            ("zurueck", rounding.withheld.len()),
        ];
        let count = |(name, count): (&str, usize)| {
            let label = t.with(&format!("freigabe-zahl-{name}"), &[("anzahl", Arg::from(count))]);
            Pair::new(label, t.count(count))
        };
        let mut blocks = vec![Block::Balance(counts.into_iter().map(count).collect())];
        blocks.extend(self.attack(rounding));
        blocks.extend(self.withheld(rounding));
        blocks.extend(self.differences(rounding));
        blocks
    }

    /// What an attack on rounding alone would find.
    fn attack(&self, rounding: &Rounding) -> Vec<Block> {
        let t = &self.viewer.t;
        let found = rounding.found.expose();
        let mut blocks = vec![Block::Heading(t.get("freigabe-angriff"))];
        let counts = [
            ("gefunden", Arg::from(found.len())),
            ("verborgen", Arg::from(rounding.hidden)),
            ("summen", Arg::from(rounding.sums.len())),
        ];
        blocks.push(Block::Text(t.with("freigabe-angriff-text", &counts)));
        if !found.is_empty() {
            let columns = [
                Column::words(t.get("atlas-gebiet")),
                Column::words(t.get("atlas-merkmal")),
                Column::words(t.get("office-stichtag")),
                Column::numbers(t.get("freigabe-gezeigt")),
                Column::numbers(t.get("freigabe-moeglich")),
            ];
            let rows = found.iter().take(LISTED).map(|it| self.found(it)).collect();
            let listed =
                [("gezeigt", Arg::from(found.len().min(LISTED))), ("alle", Arg::from(found.len()))];
            blocks.push(Block::Table(Table {
                caption: t.with("freigabe-gefunden", &listed),
                quiet_caption: false,
                columns: columns.to_vec(),
                rows,
            }));
        }
        if !rounding.sums.is_empty() {
            let lines = rounding.sums.iter().map(|it| {
                let name = |it: &i64| self.dossier.indicator(t, *it);
                let parts: Vec<String> = it.parts.iter().map(name).collect();
                format!("{} = {}", name(&it.whole), parts.join(" + "))
            });
            blocks.push(Block::Details(t.get("freigabe-summen"), lines.collect()));
        }
        if !rounding.unseen.is_empty() {
            let names = rounding.unseen.iter().map(|it| self.dossier.indicator(t, *it));
            let names = names.collect::<Vec<_>>().join(", ");
            blocks.push(Block::Text(t.with("freigabe-ungesehen", &[("merkmale", names.into())])));
        }
        blocks
    }

    fn found(&self, it: &Found) -> Row {
        let t = &self.viewer.t;
        let area = match it.at {
            Position::Area(index) => self.areas.get(index).map(|it| it.name.clone()),
            Position::Total => None,
        };
        let number = |it: u128| t.integer(i64::try_from(it).unwrap_or(i64::MAX));
        let possible = if it.low == it.high {
            number(it.low)
        } else {
            let args = [("von", Arg::from(number(it.low))), ("bis", Arg::from(number(it.high)))];
            t.with("daten-gueltig-von-bis", &args)
        };
        let shown = it.shown.map_or_else(|| t.get("wert-geheim"), |it| t.decimal(it, 0));
        let cells = [
            self.dossier.indicator(t, it.indicator_version),
            self.dossier.period(t, it.indicator_version, &it.period),
            shown,
            possible,
        ];
        let head = RowCell::new(area.unwrap_or_else(|| t.get("atlas-insgesamt")));
        Row { head, cells: cells.map(RowCell::new).to_vec() }
    }

    /// The columns that stay, and why.
    fn withheld(&self, rounding: &Rounding) -> Vec<Block> {
        let t = &self.viewer.t;
        if rounding.withheld.is_empty() {
            return Vec::new();
        }
        let mut kinds: BTreeMap<(i64, Why), Vec<&str>> = BTreeMap::new();
        for it in &rounding.withheld {
            kinds.entry((it.indicator_version, it.why)).or_default().push(&it.period);
        }
        let row = |((indicator, why), mut periods): ((i64, Why), Vec<&str>)| {
            periods.sort_unstable();
            let span = range(t, periods[0], periods[periods.len() - 1]);
            let count = t.with("stand-zeiten", &[("anzahl", Arg::from(periods.len()))]);
            let why = t.get(&format!("freigabe-weil-{}", code(why)));
            Row {
                head: RowCell::new(self.dossier.indicator(t, indicator)),
                cells: vec![RowCell::new(span).note(count), RowCell::new(why)],
            }
        };
        let columns = ["atlas-merkmal", "office-spalte-stichtage", "freigabe-weil"]
            .map(|it| Column::words(t.get(it)));
        let table = Table {
            caption: t.get("freigabe-bleibt"),
            quiet_caption: true,
            columns: columns.to_vec(),
            rows: kinds.into_iter().map(row).collect(),
        };
        vec![Block::Heading(t.get("freigabe-bleibt")), Block::Table(table)]
    }

    fn differences(&self, rounding: &Rounding) -> Vec<Block> {
        let t = &self.viewer.t;
        let gaps = Gaps::of(&rounding.columns);
        if gaps.compared == 0 {
            return Vec::new();
        }
        let args = [
            ("groesste", Arg::from(t.decimal(gaps.largest, 0))),
            ("mittel", Arg::from(t.decimal(gaps.mean, 1))),
            ("spalten", Arg::from(gaps.compared)),
        ];
        vec![
            Block::Heading(t.get("freigabe-abstand")),
            Block::Text(t.with("freigabe-abstand-text", &args)),
        ]
    }
}

const fn code(why: Why) -> &'static str {
    match why {
        Why::NoCounts => "keine-anzahl",
        Why::NotACount => "bruch",
        Why::Found => "gefunden",
        Why::FoundWithEarlier => "frueher",
        Why::Contradiction => "widerspruch",
    }
}
