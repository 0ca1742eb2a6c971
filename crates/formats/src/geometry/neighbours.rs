use std::collections::{BTreeMap, HashMap};

use geo::{Area as _, BooleanOps, BoundingRect, Intersects, MultiPolygon};
use rstar::RTreeObject;

use super::plane::{Plane, box_tree};
use crate::Area;

/// Area units overlap if more than this share of the smaller one lies in the other.
/// Digitised borders of neighbours rarely agree to the metre.
const OVERLAP_SHARE: f64 = 0.01;

/// So many neighbours an area unit may have on average. A file in which all area units lie on
/// one heap has more, and is told so by the overlaps among these.
const NEAR_EACH: usize = 64;

/// All area units of a file in the plane, and who is next to whom.
pub(super) struct Neighbourhood {
    outlines: Vec<MultiPolygon>,
    sizes: Vec<f64>,
    /// Pairs whose boxes meet, the lesser number first.
    near: Vec<(usize, usize)>,
}

/// Two area units that cover the same ground.
pub(super) struct Overlap {
    pub(super) one: usize,
    pub(super) other: usize,
    /// The share of the smaller one, above 0 and at most 1.
    pub(super) share: f64,
}

impl Neighbourhood {
    pub(super) fn new(areas: &[Area], plane: &Plane) -> Self {
        let outlines: Vec<MultiPolygon> =
            areas.iter().map(|area| plane.outline(&area.outline)).collect();
        let sizes = outlines.iter().map(geo::Area::unsigned_area).collect();
        let tree = box_tree(&outlines);
        let mut near: Vec<(usize, usize)> = tree
            .iter()
            .flat_map(|one| {
                let others = tree.locate_in_envelope_intersecting(one.envelope());
                others.filter(|it| it.data > one.data).map(|it| (one.data, it.data))
            })
            .take(NEAR_EACH * areas.len())
            .collect();
        near.sort_unstable();
        Self { outlines, sizes, near }
    }

    pub(super) fn area_m2(&self, index: usize) -> f64 {
        self.sizes[index]
    }

    /// Pairs that overlap by more than borders do that were drawn twice.
    pub(super) fn overlaps(&self) -> Vec<Overlap> {
        let mut overlaps = Vec::new();
        for (one, other) in self.near.iter().copied() {
            let smaller = self.sizes[one].min(self.sizes[other]);
            let (left, right) = (&self.outlines[one], &self.outlines[other]);
            if smaller <= 0.0 || boxes_share(left, right) <= OVERLAP_SHARE * smaller {
                continue;
            }
            let share = left.intersection(right).unsigned_area() / smaller;
            if share > OVERLAP_SHARE {
                overlaps.push(Overlap { one, other, share: share.min(1.0) });
            }
        }
        overlaps
    }

    /// Area units that touch this one.
    fn around(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        self.near.iter().filter_map(move |(one, other)| {
            let next = match index {
                it if it == *one => *other,
                it if it == *other => *one,
                _ => return None,
            };
            self.outlines[index].intersects(&self.outlines[next]).then_some(next)
        })
    }
}

/// The surface that the boxes of two outlines have in common.
fn boxes_share(one: &MultiPolygon, other: &MultiPolygon) -> f64 {
    let (Some(one), Some(other)) = (one.bounding_rect(), other.bounding_rect()) else { return 0.0 };
    let width = one.max().x.min(other.max().x) - one.min().x.max(other.min().x);
    let height = one.max().y.min(other.max().y) - one.min().y.max(other.min().y);
    width.max(0.0) * height.max(0.0)
}

/// Of two area units with one key, which is wrongly named, and which key its place suggests.
///
/// Hierarchical keys share their beginning with those around: the one whose neighbours begin
/// otherwise is wrong. Numbers at the end run through a district, so the first gap in the
/// neighbours' district is the key that fell out.
pub(super) fn plausible_code(
    areas: &[Area],
    neighbourhood: &Neighbourhood,
    pair: [usize; 2],
) -> Option<(usize, String)> {
    let code = areas[pair[0]].code.as_str();
    let length = code.len();
    if length < 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let head = length / 2;
    let fits = |index: usize| {
        let all: Vec<&str> =
            neighbourhood.around(index).map(|it| areas[it].code.as_str()).collect();
        let same = all.iter().filter(|it| it.starts_with(&code[..head])).count();
        (2 * same < all.len()).then_some(all)
    };
    let (wrong, around) = match (fits(pair[0]), fits(pair[1])) {
        (Some(around), None) => (pair[0], around),
        (None, Some(around)) => (pair[1], around),
        _ => return None,
    };
    let mut heads: BTreeMap<&str, usize> = BTreeMap::new();
    for neighbour in around.iter().filter(|it| it.len() == length && it.is_ascii()) {
        *heads.entry(&neighbour[..head]).or_default() += 1;
    }
    let (district, _) = heads.into_iter().max_by_key(|(_, count)| *count)?;
    gap(areas, district, length, &around).map(|plausible| (wrong, plausible))
}

fn gap(areas: &[Area], district: &str, length: usize, around: &[&str]) -> Option<String> {
    let tail = length - 2;
    let used: BTreeMap<u32, &str> = areas
        .iter()
        .map(|area| area.code.as_str())
        .filter(|code| code.is_ascii() && code.len() == length && code.starts_with(district))
        .filter_map(|code| Some((code[tail..].parse().ok()?, &code[..tail])))
        .collect();
    let missing = used.keys().map(|number| number + 1).find(|it| !used.contains_key(it))?;
    let before = used.get(&(missing - 1)).copied();
    let after = used.get(&(missing + 1)).copied();
    let mut votes: HashMap<&str, usize> = HashMap::new();
    for neighbour in around.iter().filter(|it| it.len() == length && it.is_ascii()) {
        *votes.entry(&neighbour[..tail]).or_default() += 1;
    }
    let votes_of = |head: &&str| votes.get(*head).copied().unwrap_or(0);
    // `max_by_key` takes the last of equals, and the one before the gap is the safer guess.
    let head = [after, before].into_iter().flatten().max_by_key(votes_of)?;
    Some(format!("{head}{missing:02}"))
}
