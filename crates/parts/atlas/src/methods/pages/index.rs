//! `GET /{kommune}/atlas/methoden/index`: how several indicators become one number.

use std::collections::BTreeSet;

use ankunft_arrival::{Mark, Recipe, RecipeIndicator, STRONG_CHANGE};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Pair, Row, RowCell, Table};

use super::super::features::Features;
use super::super::recipe::{Found, Group, Lacking, Table as Figures};
use super::super::variants::{self, BINS, EQUAL, Variant};
use super::{
    Around, Body, Example, Part, Say, choice, pair, variants_table, way_sentences, way_table,
};

/// What is shown of an index: a published one, or the features of arrival quarters.
pub(in super::super) enum Shown<'a> {
    Recipe(&'static Recipe, &'a Figures),
    Features(&'a Features),
    Nothing,
}

/// What the page says.
pub(in super::super) fn index(
    around: &Around<'_>,
    shown: &Shown<'_>,
    (area, name): (Option<&str>, Say<'_, str>),
) -> Body {
    let t = around.t;
    let steps = ["abstand", "summe", "teilen", "klassen", "keine-aussage"];
    let mut body = Body {
        steps: steps.iter().map(|it| t.get(&format!("methode-index-{it}"))).collect(),
        formulas: vec![
            pair(t, "methode-formel-z", "methode-formel-z-text"),
            pair(t, "methode-formel-index", "methode-formel-index-text"),
        ],
        ..Body::default()
    };
    match shown {
        Shown::Recipe(recipe, figures) => {
            let groups = figures.groups(recipe);
            let example = |it: &Group| example(around, &it.features, (area, name));
            body.example = groups.first().and_then(example);
            body.results.extend(crossed(around, &groups));
            let dynamics = groups.iter().find(|it| it.name == "dynamics");
            body.changes = dynamics.map(|it| changes(around, it, name));
            let columns = recipe.groups.iter();
            let columns = columns.map(|it| format!("methode-spalte-anders-{}", it.name));
            let columns: Vec<String> = columns.collect();
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            body.variants = Some(choices(around, &figures.variants(recipe), (&columns, name)));
        }
        Shown::Features(features) => {
            body.example = example(around, features, (area, name));
            let found = variants::weights(features);
            let dimension = |code: &str| t.get(&format!("ankunft-dimension-{code}"));
            body.variants = Some(choices(around, &found, (&["methode-spalte-hoch"], &dimension)));
        }
        Shown::Nothing => {}
    }
    body
}

fn example(
    around: &Around<'_>,
    features: &Features,
    (area, name): (Option<&str>, Say<'_, str>),
) -> Option<Example> {
    let way = features.way(area?, BINS)?;
    let heading =
        around.t.with("methode-beispiel", &[("gebiet", Arg::from(around.name(&way.area)))]);
    let table = way_table(around, &way, name, false);
    Some(Example { heading, table, sentences: way_sentences(around, &way) })
}

/// What a class of a group is called.
fn class(t: &Texts, group: &Group, class: usize) -> String {
    match (group.name.as_str(), group.class_count()) {
        ("status", 4) | ("dynamics", 3) => t.get(&format!("methode-{}-{class}", group.name)),
        _ => t.with("methode-klasse", &[("nummer", Arg::from(class + 1))]),
    }
}

/// Status and dynamics laid over each other: how many areas in each pair of classes.
fn crossed(around: &Around<'_>, groups: &[Group]) -> Option<Part> {
    let t = around.t;
    let [status, dynamics] = groups else { return None };
    let (rows, columns) = (status.classes(), dynamics.classes());
    let count = |row: usize, column: usize| {
        let both = rows
            .iter()
            .filter(|(code, class)| **class == row && columns.get(*code) == Some(&column));
        both.count()
    };
    let heads = (0..dynamics.class_count()).map(|it| Column::numbers(class(t, dynamics, it)));
    let row = |row: usize| Row {
        head: RowCell::new(class(t, status, row)),
        cells: (0..dynamics.class_count())
            .map(|column| RowCell::new(t.count(count(row, column))))
            .collect(),
    };
    let both = rows.keys().filter(|code| columns.contains_key(*code)).count();
    Some(Part {
        heading: t.get("methode-kreuz"),
        table: Table {
            caption: t.with("methode-kreuz-tabelle", &[("anzahl", Arg::from(both))]),
            quiet_caption: false,
            columns: std::iter::once(Column::words(t.get("methode-status"))).chain(heads).collect(),
            rows: (0..status.class_count()).map(row).collect(),
        },
        reading: vec![t.get("methode-kreuz-lesen")],
    })
}

/// Every change that is strong, indicator by indicator, and why it is in doubt.
fn changes(around: &Around<'_>, group: &Group, name: Say<'_, str>) -> Part {
    let t = around.t;
    let is_strong = |at: usize| {
        group.index.indicators.iter().any(|it| it.z[at].is_some_and(|z| z.abs() >= STRONG_CHANGE))
    };
    let mut places: Vec<usize> =
        (0..group.features.areas.len()).filter(|at| is_strong(*at)).collect();
    places.sort_unstable_by_key(|at| around.name(&group.features.areas[*at]));
    let cell = |at: usize, feature: usize| {
        let value = group.features.features[feature].values[at].unwrap_or_default();
        let z = group.index.indicators[feature].z[at].unwrap_or_default();
        let points = Arg::from(t.signed(value, 1));
        let cell = RowCell::new(t.with("wert-prozentpunkte", &[("wert", points)]));
        if z.abs() >= STRONG_CHANGE { cell.note(t.get("methode-stark")) } else { cell }
    };
    let row = |at: &usize| {
        let marks: BTreeSet<Mark> = group.marks[*at].iter().flatten().copied().collect();
        let doubts: Vec<String> = marks.into_iter().map(|it| mark(t, it)).collect();
        let mut head = RowCell::new(around.name(&group.features.areas[*at]));
        head.note = (!doubts.is_empty()).then(|| doubts.join(" · "));
        let cells = (0..group.features.features.len()).map(|feature| cell(*at, feature));
        Row { head, cells: cells.collect() }
    };
    let columns = group.features.features.iter().map(|it| Column::numbers(name(&it.code)));
    Part {
        heading: t.get("methode-dynamik"),
        table: Table {
            caption: t.with("methode-dynamik-tabelle", &[("anzahl", Arg::from(places.len()))]),
            quiet_caption: false,
            columns: std::iter::once(Column::words(t.get("atlas-gebiet"))).chain(columns).collect(),
            rows: places.iter().map(row).collect(),
        },
        reading: vec![t.get("methode-dynamik-lesen"), t.get("methode-dynamik-marken")],
    }
}

fn mark(t: &Texts, mark: Mark) -> String {
    t.get(&format!("methode-marke-{}", mark.code()))
}

/// What other weights and a least population change, under these columns of counts.
fn choices(
    around: &Around<'_>,
    found: &[Variant],
    (columns, name): (&[&str], Say<'_, str>),
) -> Part {
    let t = around.t;
    let named = |code: &str| match code {
        EQUAL => t.get("methode-gleiche-gewichte"),
        code => t.with("methode-doppelt", &[("merkmal", Arg::from(name(code)))]),
    };
    let value = |it: &Variant| choice(t, it, named);
    Part {
        heading: t.get("methode-varianten"),
        table: variants_table(around, found, (columns, &value)),
        reading: vec![t.get("methode-varianten-lesen"), around.reading_of_changes()],
    }
}

/// Published indices: that the city has everything, or what it lacks.
pub(in super::super) fn recipes(
    t: &Texts,
    all: &[(&'static Recipe, Lacking)],
    (name, link): (Say<'_, RecipeIndicator>, Say<'_, Recipe>),
) -> Vec<Pair> {
    let words = |(recipe, lacking): &(&'static Recipe, Lacking)| {
        if lacking.is_empty() {
            let text = t.get("methode-vorschrift-da");
            let href = Some(link(recipe));
            return Pair { href, ..Pair::new(recipe.title.clone(), text) };
        }
        let names: Vec<String> = lacking.iter().map(|it| name(it)).collect();
        let all: usize = recipe.groups.iter().map(|it| it.indicators.len()).sum();
        let args = [
            ("anzahl", Arg::from(lacking.len())),
            ("alle", Arg::from(all)),
            ("merkmale", Arg::from(t.list(&names))),
        ];
        Pair::new(recipe.title.clone(), t.with("methode-vorschrift-fehlt", &args))
    };
    all.iter().map(words).collect()
}

/// What one must know to compute a published index again.
pub(in super::super) fn record(t: &Texts, found: &Found) -> Vec<Pair> {
    let recipe = found.recipe;
    let least = recipe.min_population.unwrap_or(0.0);
    let mut pairs = vec![
        Pair::new(t.get("methode-vorschrift"), format!("{} {}", recipe.id, recipe.version)),
        Pair::new(t.get("methode-stand"), t.period(&found.period)),
        Pair::new(t.get("methode-kleinste"), t.decimal(least, 0)),
    ];
    for group in recipe.groups.iter().filter(|it| !it.thresholds.is_empty()) {
        let bounds: Vec<String> = group.thresholds.iter().map(|it| t.decimal(*it, 1)).collect();
        pairs.push(Pair::new(t.get(&format!("methode-grenzen-{}", group.name)), t.list(&bounds)));
    }
    pairs
}
