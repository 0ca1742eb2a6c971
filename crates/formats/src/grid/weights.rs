use std::collections::HashMap;

use ankunft_disclosure::Cell;

use super::bring::three;
use super::quarters::NINE_OF_TEN;
use super::{AreaFigure, Band, GridCell, Uncertainty};
use crate::table::RawTable;
use crate::{Finding, Profile, Target, grid_cells, observe};

/// Counts of cells by which shares and means of another file are weighed.
#[derive(Clone, Debug)]
pub struct Weights {
    indicator: String,
    cells: HashMap<GridCell, Cell>,
}

/// Whether a profile's tables count what another profile's shares are weighed by.
#[must_use]
pub fn weighs(profile: &Profile, other: &Profile) -> bool {
    let counts = |code: &String| profile.columns.iter().any(|it| it.indicator == *code);
    other.grid.as_ref().is_some_and(|it| it.weighed_by.values().any(counts))
}

impl Weights {
    /// The counts of a table that weigh the shares of another profile, with what was found;
    /// `None` if the table has none.
    #[must_use]
    pub fn read(
        table: &RawTable,
        profile: &Profile,
        other: &Profile,
    ) -> Option<(Self, Vec<Finding>)> {
        let index = grid_cells(table, profile);
        let (observed, findings) = observe(table, profile, &Target::of(&index));
        let wanted = &other.grid.as_ref()?.weighed_by;
        let series =
            observed.series.iter().find(|it| wanted.values().any(|code| *code == it.indicator))?;
        let cells = observed.areas.iter().zip(&series.cells);
        let cells = cells.filter_map(|(code, cell)| Some((code.parse().ok()?, *cell)));
        Some((Self { indicator: series.indicator.clone(), cells: cells.collect() }, findings))
    }

    /// What is counted.
    #[must_use]
    pub fn indicator(&self) -> &str {
        &self.indicator
    }

    /// The count of a cell; nobody where the file has no row.
    #[must_use]
    pub fn of_cell(&self, cell: GridCell) -> Cell {
        self.cells.get(&cell).copied().unwrap_or(Cell::ZERO)
    }
}

/// People of an area unit, and the part of them that a share is about.
#[derive(Clone, Copy, Default)]
struct Parts {
    /// People in cells whose share is published, and the part.
    people: f64,
    part: f64,
    marked: f64,
    /// People in cells whose share is not published.
    hidden: f64,
    shares: f64,
    squared_shares: f64,
    published: usize,
    unpublished: usize,
}

impl Parts {
    fn add(&mut self, weight: f64, content: Cell, people: Cell) {
        let Some(people) = people.number().filter(|it| *it > 0.0) else { return };
        let people = weight * people;
        match content.number() {
            Some(share) => {
                self.people += people;
                self.part += people * share;
                if content.is_unreliable() {
                    self.marked += people;
                }
                self.shares += weight;
                self.squared_shares += weight * weight;
                self.published += 1;
            }
            None => {
                self.hidden += people;
                self.unpublished += 1;
            }
        }
    }

    fn figure(&self, band: Band) -> AreaFigure {
        AreaFigure {
            value: if self.people > 0.0 { self.part / self.people } else { 0.0 },
            surely: band,
            likely: band,
            published: self.published,
            unpublished: self.unpublished,
            is_unreliable: self.marked > 0.0 && 2.0 * self.marked >= self.people,
        }
    }

    /// The likely band of a share in percent: the part with its noise over all people, those
    /// whose share is hidden counted as none of the part, and as all of it.
    fn band(&self, noise: Uncertainty) -> Band {
        let all = self.people + self.hidden;
        if all <= 0.0 {
            return Band { low: 0.0, high: 100.0 };
        }
        let part = self.part / 100.0;
        let spread = NINE_OF_TEN * (noise.noise_variance * self.squared_shares).sqrt();
        let spread = spread.min(noise.greatest_noise * self.shares);
        Band {
            low: 100.0 * ((part - spread) / all).clamp(0.0, 1.0),
            high: 100.0 * ((part + spread + self.hidden) / all).clamp(0.0, 1.0),
        }
    }
}

/// Figures of all area units with the ends of their bands, and of the whole.
pub(super) type Threes = (Vec<[Cell; 3]>, [Cell; 3]);

/// Shares in percent of area units, from shares of cells and the people in them.
pub(super) fn share<'a>(
    cells: impl Iterator<Item = (&'a [(usize, f64)], Cell, Cell)>,
    areas: usize,
    noise: Uncertainty,
) -> Threes {
    let (parts, whole) = added(cells, areas);
    let figure = |it: &Parts| three(&it.figure(it.band(noise)), 10.0);
    (parts.iter().map(figure).collect(), figure(&whole))
}

/// Means of area units, from means of cells and the people in them. They have no band: how
/// the noise of the count went into a published mean is not known.
pub(super) fn mean<'a>(
    cells: impl Iterator<Item = (&'a [(usize, f64)], Cell, Cell)>,
    areas: usize,
) -> Threes {
    let (parts, whole) = added(cells, areas);
    let figure = |it: &Parts| three(&it.figure(Band { low: 0.0, high: 0.0 }), 1.0);
    (parts.iter().map(figure).collect(), figure(&whole))
}

fn added<'a>(
    cells: impl Iterator<Item = (&'a [(usize, f64)], Cell, Cell)>,
    areas: usize,
) -> (Vec<Parts>, Parts) {
    let mut parts = vec![Parts::default(); areas];
    let mut whole = Parts::default();
    for (shares, content, people) in cells {
        for (area, share) in shares {
            parts[*area].add(*share, content, people);
        }
        if !shares.is_empty() {
            whole.add(shares.iter().map(|(_, share)| share).sum(), content, people);
        }
    }
    (parts, whole)
}
