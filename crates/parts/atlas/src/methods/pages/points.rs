//! `GET /{kommune}/atlas/methoden/punkte`: how quantile points are counted.

use ankunft_platform::languages::Arg;

use super::super::features::Features;
use super::super::variants::{self, BINS, Variant};
use super::{Around, Body, Example, Part, Say, choice, pair, variants_table, way_table};

/// What the page says of these figures, by their names.
pub(in super::super) fn points(
    around: &Around<'_>,
    features: Option<&Features>,
    (area, name): (Option<&str>, Say<'_, str>),
) -> Body {
    let t = around.t;
    let steps = ["reihe", "gruppen", "summe", "ausreisser"];
    let mut body = Body {
        steps: steps.iter().map(|it| t.get(&format!("methode-punkte-{it}"))).collect(),
        formulas: vec![
            pair(t, "methode-formel-punkte", "methode-formel-punkte-text"),
            pair(t, "methode-formel-gleichstand", "methode-formel-gleichstand-text"),
        ],
        ..Body::default()
    };
    let Some(features) = features.filter(|it| !it.areas.is_empty()) else { return body };
    let way = area.and_then(|it| features.way(it, BINS));
    body.example = way.map(|way| {
        let (_, most) = features.points(BINS);
        let args = [
            ("punkte", Arg::from(i64::from(way.points))),
            ("moeglich", Arg::from(i64::from(most))),
            ("gebiet", Arg::from(around.name(&way.area))),
        ];
        Example {
            heading: t.with("methode-beispiel", &args),
            table: way_table(around, &way, name, true),
            sentences: vec![t.with("methode-punkte-zusammen", &args)],
        }
    });
    let value = |it: &Variant| choice(t, it, str::to_owned);
    let found = variants::points(features);
    body.variants = Some(Part {
        heading: t.get("methode-varianten"),
        table: variants_table(around, &found, (&["methode-spalte-erreicht"], &value)),
        reading: vec![t.get("methode-varianten-lesen"), around.reading_of_changes()],
    });
    body
}
