//! How the area units of one version become those of another.

use std::collections::{BTreeMap, HashMap, HashSet};

use geo::{Area as _, BooleanOps, MultiPolygon};
use rstar::RTreeObject;

use super::plane::{Plane, box_tree, boxed};
use crate::{Area, Finding, Severity};

/// A part of an area unit that is smaller than this share of it and lies in another one is a
/// border drawn twice, not a part, and is left out.
pub const SLIVER_SHARE: f64 = 0.01;

/// How much of one area unit goes to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The key in the old version.
    pub from: String,
    /// The key in the new version.
    pub to: String,
    /// Which share of `from` goes there, above 0 and at most 1; all of one `from` add to 1.
    pub weight: f64,
}

/// One row of a list that says what became of what.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// The line in the list, the first is 1.
    pub line: u64,
    /// The key in the old version.
    pub from: String,
    /// The key in the new version.
    pub to: String,
    /// Which share goes there; not needed where `from` stands in one row only.
    pub weight: Option<f64>,
}

/// Weights of one area unit in a list may miss 1 by this much, since lists are rounded.
const ROUNDING: f64 = 0.005;

/// The links of a list, sorted by `from` and `to`.
///
/// # Errors
///
/// One finding for every pair that stands twice, every weight that is no share, every area
/// unit with several targets and a weight missing, and every sum that is not 1.
pub fn by_list(file_name: &str, rows: &[ListRow]) -> Result<Vec<Link>, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut targets: BTreeMap<&str, Vec<&ListRow>> = BTreeMap::new();
    let mut seen = HashSet::new();
    let finding = |row: &ListRow, code: &str| {
        Finding::new(Severity::Error, file_name, code)
            .line(row.line)
            .arg("from", &row.from)
            .arg("to", &row.to)
    };
    for row in rows {
        let is_share = row.weight.is_none_or(|it| it > 0.0 && it <= 1.0);
        if row.from.is_empty() || row.to.is_empty() {
            findings.push(finding(row, "crosswalk-key-missing"));
        } else if !is_share {
            let weight = row.weight.unwrap_or_default();
            findings.push(finding(row, "crosswalk-weight-no-share").arg("weight", weight));
        } else if seen.insert((&row.from, &row.to)) {
            targets.entry(&row.from).or_default().push(row);
        } else {
            findings.push(finding(row, "crosswalk-pair-twice"));
        }
    }
    let mut links = Vec::new();
    for rows in targets.values_mut() {
        rows.sort_by(|one, other| one.to.cmp(&other.to));
        let alone = rows.len() == 1;
        let weights: Option<Vec<f64>> =
            rows.iter().map(|row| row.weight.or(alone.then_some(1.0))).collect();
        let Some(weights) = weights else {
            findings.push(finding(rows[0], "crosswalk-weight-missing").arg("targets", rows.len()));
            continue;
        };
        let sum: f64 = weights.iter().sum();
        if (sum - 1.0).abs() > ROUNDING {
            findings
                .push(finding(rows[0], "crosswalk-sum-not-one").arg("sum", format!("{sum:.3}")));
        }
        links.extend(rows.iter().zip(weights).map(|(row, weight)| Link {
            from: row.from.clone(),
            to: row.to.clone(),
            weight: weight / sum,
        }));
    }
    if findings.is_empty() { Ok(links) } else { Err(findings) }
}

/// The links that follow from the surfaces, in the order of `from`, then of `to`.
///
/// Each area unit is split by the surface that it shares with each of the others, measured in
/// the equal-area projection EPSG:3035. Parts below [`SLIVER_SHARE`] are left out unless
/// nothing larger is there, and the rest is raised so that the weights of each `from` add
/// to 1. An area unit that shares no surface with any has no link.
///
/// People do not live evenly on the ground: use a list where there is one.
///
/// # Complexity
///
/// O((n + k) log n) for n area units and k pairs whose boxes meet.
#[must_use]
pub fn by_overlay(from: &[Area], to: &[Area]) -> Vec<Link> {
    let plane = Plane::new();
    let outlines: Vec<MultiPolygon> = to.iter().map(|area| plane.outline(&area.outline)).collect();
    let tree = box_tree(&outlines);
    let mut links = Vec::new();
    for area in from {
        let outline = plane.outline(&area.outline);
        let Some(own) = boxed(0, &outline) else { continue };
        let mut shares: Vec<(usize, f64)> = tree
            .locate_in_envelope_intersecting(own.envelope())
            .map(|it| (it.data, outline.intersection(&outlines[it.data]).unsigned_area()))
            .filter(|(_, shared)| *shared > 0.0)
            .collect();
        shares.sort_unstable_by_key(|(index, _)| *index);
        links.extend(weighted(&shares, outline.unsigned_area()).map(|(index, weight)| Link {
            from: area.code.clone(),
            to: to[index].code.clone(),
            weight,
        }));
    }
    links
}

/// Values of the old version in the new one: each is split by the weights of its links.
/// Values without a link are left out, so the caller sees in the sum what is lost.
#[must_use]
pub fn carry(links: &[Link], values: &HashMap<String, f64>) -> BTreeMap<String, f64> {
    let mut carried = BTreeMap::new();
    for link in links {
        if let Some(value) = values.get(&link.from) {
            *carried.entry(link.to.clone()).or_insert(0.0) += value * link.weight;
        }
    }
    carried
}

fn weighted(shares: &[(usize, f64)], whole: f64) -> impl Iterator<Item = (usize, f64)> + '_ {
    let greatest = shares.iter().map(|(_, shared)| *shared).fold(0.0, f64::max);
    let least = (SLIVER_SHARE * whole).min(greatest);
    let kept = move |shared: f64| shared >= least && shared > 0.0;
    let sum: f64 = shares.iter().map(|(_, shared)| *shared).filter(|it| kept(*it)).sum();
    shares
        .iter()
        .filter(move |(_, shared)| kept(*shared))
        .map(move |(index, shared)| (*index, shared / sum))
}
