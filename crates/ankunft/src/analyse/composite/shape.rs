//! The result as JSON and CSV show it, made from the same values.

use ankunft_arrival::{Circumstances, Mark, marks};
use serde::Serialize;

use super::super::output::{Ordered, Rows, field};
use super::{Computed, class};

/// What was computed, area by area.
pub struct Shape<'a> {
    computed: &'a [Computed<'a>],
    around: &'a [Circumstances],
    /// Key and row of each area, by key.
    areas: Vec<(&'a str, usize)>,
}

#[derive(Serialize)]
pub struct Whole<'a> {
    groups: Ordered<&'a str, Group<'a>>,
    areas: Vec<Area<'a>>,
}

#[derive(Serialize)]
pub struct Aside<'a> {
    groups: Ordered<&'a str, Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    n: usize,
    sd_of_sum: f64,
    indicators: Ordered<&'a str, Moments>,
}

#[derive(Serialize)]
struct Moments {
    mean: f64,
    sd: f64,
    reversed: bool,
    weight: f64,
}

#[derive(Serialize)]
struct Area<'a> {
    id: &'a str,
    groups: Ordered<&'a str, Standing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    combined: Option<Combined>,
}

#[derive(Serialize)]
struct Standing<'a> {
    z: Ordered<&'a str, Option<f64>>,
    sum: Option<f64>,
    index: Option<f64>,
    class: Option<u32>,
    class_label: Option<&'static str>,
    excluded: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks_by_indicator: Option<Ordered<&'a str, Vec<&'static str>>>,
}

/// Status and dynamics laid over each other: 23 is the second class of status, the third of dynamics.
#[derive(Serialize)]
struct Combined {
    class: u32,
    class_label: String,
}

impl<'a> Shape<'a> {
    pub fn of(
        keys: &'a [String],
        computed: &'a [Computed<'a>],
        around: &'a [Circumstances],
    ) -> Self {
        let mut areas: Vec<_> = keys.iter().map(String::as_str).zip(0..).collect();
        areas.sort_unstable();
        Self { computed, around, areas }
    }

    pub fn whole(&self) -> Whole<'a> {
        let area = |&(id, row): &(&'a str, usize)| {
            let standings = self.computed.iter().map(|it| {
                let mut standing = standing(it, row);
                self.mark(it, row, &mut standing);
                (it.group.name.as_str(), standing)
            });
            Area { id, groups: Ordered(standings.collect()), combined: self.combined(row) }
        };
        Whole { groups: self.groups().groups, areas: self.areas.iter().map(area).collect() }
    }

    pub fn groups(&self) -> Aside<'a> {
        let group = |it: &'a Computed<'a>| {
            let moments = it.indicators.iter().zip(&it.index.indicators);
            let moments = moments.map(|(loaded, standard)| {
                let name = loaded.declared.name.as_str();
                let (mean, sd, reversed) = (standard.mean, standard.sd, it.group.is_reversed(name));
                (name, Moments { mean, sd, reversed, weight: it.group.weight(name) })
            });
            let indicators = Ordered(moments.collect());
            let (n, sd_of_sum) = (it.index.n, it.index.sd_of_sum);
            (it.group.name.as_str(), Group { n, sd_of_sum, indicators })
        };
        Aside { groups: Ordered(self.computed.iter().map(group).collect()) }
    }

    /// Why the changes of an area should not be taken at their word, and each change by itself;
    /// only changes have marks.
    fn mark(&self, it: &'a Computed<'a>, row: usize, standing: &mut Standing<'a>) {
        if it.group.name != "dynamics" {
            return;
        }
        let of = |z: &[Option<f64>]| marks(z, &self.around[row]).into_iter().map(Mark::code);
        let z: Vec<_> = standing.z.0.iter().map(|it| it.1).collect();
        let each = standing.z.0.iter().map(|(name, z)| (*name, of(&[*z]).collect()));
        standing.marks = Some(of(&z).collect());
        standing.marks_by_indicator = Some(Ordered(each.collect()));
    }

    fn combined(&self, row: usize) -> Option<Combined> {
        let of = |name: &str| {
            let it = self.computed.iter().find(|it| it.group.name == name)?;
            let (number, label) = class(it.group, it.index.class[row]?);
            Some((number, label?))
        };
        let ((status, high), (dynamics, moving)) = (of("status")?, of("dynamics")?);
        let class_label = format!("Status {high}, Dynamik {moving}");
        Some(Combined { class: 10 * status + dynamics, class_label })
    }

    pub fn rows(&self) -> Rows {
        let header = ["id", "group", "sum", "index", "class", "class_label", "excluded"];
        let row = |id: &str, row: usize, it: &'a Computed<'a>| {
            let standing = standing(it, row);
            vec![
                id.to_owned(),
                it.group.name.clone(),
                field(standing.sum),
                field(standing.index),
                field(standing.class),
                field(standing.class_label),
                field(standing.excluded),
            ]
        };
        let areas = self.areas.iter();
        let rows = areas.flat_map(|(id, at)| self.computed.iter().map(|it| row(id, *at, it)));
        Rows { header: header.map(str::to_owned).to_vec(), rows: rows.collect() }
    }
}

fn standing<'a>(it: &'a Computed<'a>, row: usize) -> Standing<'a> {
    let names = it.indicators.iter().map(|it| it.declared.name.as_str());
    let z = names.zip(&it.index.indicators).map(|(name, standard)| (name, standard.z[row]));
    let class = it.index.class[row].map(|class| super::class(it.group, class));
    Standing {
        z: Ordered(z.collect()),
        sum: it.index.sum[row],
        index: it.index.index[row],
        class: class.map(|it| it.0),
        class_label: class.and_then(|it| it.1),
        excluded: it.excluded[row].as_deref(),
        marks: None,
        marks_by_indicator: None,
    }
}
