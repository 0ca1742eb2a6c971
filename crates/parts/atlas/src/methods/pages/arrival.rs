//! `GET /{kommune}/atlas/methoden/ankunft`: how arrival quarters are found.

use ankunft_platform::languages::Arg;

use super::super::features::{Features, Way};
use super::super::variants::{BINS, EQUAL, Variant};
use super::{Around, Body, Example, Part, choice, pair, variants_table, way_sentences, way_table};
use crate::assess::{Assessment, Ready, words};
use crate::pages::overview::Setting;
use crate::pages::words as figures;

/// What the page says; without an assessment what is done, and nothing of what came out.
pub(in super::super) fn arrival(
    (setting, around): (&Setting<'_>, &Around<'_>),
    ready: Option<&Ready>,
    area: Option<&str>,
) -> Body {
    let t = around.t;
    let steps =
        ["vergleich", "verfahren", "mindestens-zwei", "unschaerfe", "festlegungen", "dauer"];
    let mut body = Body {
        steps: steps.iter().map(|it| t.get(&format!("methode-ankunft-{it}"))).collect(),
        formulas: vec![
            pair(t, "methode-formel-z", "methode-formel-z-text"),
            pair(t, "methode-formel-index", "methode-formel-index-text"),
            pair(t, "methode-formel-punkte", "methode-formel-punkte-text"),
        ],
        ..Body::default()
    };
    let shown = ready.and_then(|it| Some((it, it.assessment.show(setting.reader)?)));
    let Some((ready, assessment)) = shown else { return body };
    let way = area.and_then(|it| Features::of(assessment).way(it, BINS));
    body.example = way.map(|it| example(around, assessment, &it));
    body.variants = ready.variants().show(setting.reader).map(|it| variants(around, it));
    body.record = words::measured(t, assessment);
    body.record.extend(words::record(t, ready, setting.reader));
    body.sources = figures::source_line(t, &ready.sources);
    body
}

fn example(around: &Around<'_>, assessment: &Assessment, way: &Way) -> Example {
    let t = around.t;
    let name =
        |code: &str| assessment.used(code).map_or_else(String::new, |it| words::rate_head(t, it));
    let mut sentences = way_sentences(around, way);
    sentences.extend(judgements(around, assessment, way));
    Example {
        heading: t.with("methode-beispiel", &[("gebiet", Arg::from(around.name(&way.area)))]),
        table: way_table(around, way, name, false),
        sentences,
    }
}

/// What each method says of the area, and why.
fn judgements(around: &Around<'_>, assessment: &Assessment, way: &Way) -> Vec<String> {
    let t = around.t;
    let stands = assessment.area(&way.area).and_then(|it| it.standing.as_ref().ok());
    let Some(stands) = stands else { return Vec::new() };
    let least = way.steps.iter().filter_map(|it| it.z).fold(f64::INFINITY, f64::min);
    let most = u64::from(BINS) * way.steps.len() as u64;
    let judgement = |(method, called): &(String, bool)| {
        let args = [
            ("ergebnis", Arg::from(t.get(if *called { "methode-ja" } else { "methode-nein" }))),
            ("kleinstes", Arg::from(around.number(least))),
            ("schwelle", Arg::from(around.number(assessment.plan.threshold_sd))),
            ("index", Arg::from(way.index.map_or_else(String::new, |it| around.number(it)))),
            ("punkte", Arg::from(i64::from(way.points))),
            ("moeglich", Arg::from(i64::try_from(most).unwrap_or(0))),
        ];
        t.with(&format!("methode-urteil-{method}"), &args)
    };
    let mut sentences: Vec<String> = stands.calls.iter().map(judgement).collect();
    let counts = [
        ("anzahl", Arg::from(stands.called_by())),
        ("alle", Arg::from(stands.calls.len())),
        ("klasse", Arg::from(t.get(&format!("ankunft-klasse-{}", stands.class().code())))),
    ];
    sentences.push(t.with("methode-urteil", &counts));
    sentences
}

fn variants(around: &Around<'_>, variants: &[Variant]) -> Part {
    let t = around.t;
    let named = |parameter: &str, code: &str| match (parameter, code) {
        ("gewichte", EQUAL) => t.get("methode-gleiche-gewichte"),
        ("gewichte", code) => {
            t.with("methode-doppelt", &[("merkmal", Arg::from(words::dimension(t, code)))])
        }
        (_, code) => t.get(&format!("ankunft-verfahren-{code}")),
    };
    let value = |it: &Variant| choice(t, it, |code| named(it.parameter, code));
    Part {
        heading: t.get("methode-varianten"),
        table: variants_table(around, variants, (&["methode-spalte-gezaehlt"], &value)),
        reading: vec![t.get("methode-varianten-lesen"), around.reading_of_changes()],
    }
}
