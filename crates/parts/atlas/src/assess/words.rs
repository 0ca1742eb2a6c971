//! Assessments in words.

use ankunft_disclosure::Audience;
use ankunft_formats::Nature;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;

use super::{Assessment, Class, Plan, Ready, Sign, Stands, Suggested, Used};
use crate::model::measure::Unit;
use crate::pages::mean::breaks;
use crate::store::last_day;

/// What a class is called.
pub(super) fn class(t: &Texts, class: Class) -> String {
    t.get(&format!("ankunft-klasse-{}", class.code()))
}

/// The same in a table whose column says of what.
pub(super) fn class_short(t: &Texts, class: Class) -> String {
    t.get(&format!("ankunft-klasse-{}-kurz", class.code()))
}

/// Why a unit is not compared.
pub(super) fn excluded(t: &Texts, plan: &Plan, reason: &str) -> String {
    match reason.split_once(':') {
        Some((_, dimension)) => {
            let name = self::dimension(t, dimension);
            t.with("ankunft-ohne-zahl", &[("dimension", Arg::from(name))])
        }
        None => {
            let least = ("mindestens", Arg::from(t.decimal(plan.min_population, 0)));
            t.with(&format!("ankunft-nicht-{reason}"), &[least])
        }
    }
}

/// What a dimension is called, as a subject.
pub(crate) fn dimension(t: &Texts, code: &str) -> String {
    t.get(&format!("ankunft-dimension-{code}"))
}

/// What the rate of a dimension is called where its unit is said once: in the head of a column.
pub(crate) fn rate_head(t: &Texts, used: &Used) -> String {
    let id = match (used.unit(), used.is_yearly()) {
        (Unit::PerThousand, _) => "rate-je-tausend",
        (Unit::Percent, _) => "rate-prozent",
        (_, true) => "rate-je-hundert-jahr",
        _ => "rate-je-hundert",
    };
    t.with(id, &[("merkmal", Arg::from(dimension(t, &used.dimension)))])
}

/// A rate of an assessment as a number under that head.
pub(crate) fn rate(t: &Texts, used: &Used, per_hundred: f64) -> String {
    t.decimal(used.rate(per_hundred), 1)
}

/// The same with its unit, in a sentence.
pub(crate) fn rate_with_unit(t: &Texts, used: &Used, per_hundred: f64) -> String {
    let number = rate(t, used, per_hundred);
    let id = match (used.unit(), used.is_yearly()) {
        (Unit::Percent, _) => return t.percent(used.rate(per_hundred), 1),
        (Unit::PerThousand, _) => "wert-je-tausend-jahr",
        (_, true) => "wert-je-hundert-jahr",
        _ => "wert-je-hundert",
    };
    t.with(id, &[("wert", Arg::from(number))])
}

/// The dimensions as one phrase.
pub(super) fn dimensions(t: &Texts, assessment: &Assessment) -> String {
    let names: Vec<String> =
        assessment.dimensions.iter().map(|it| dimension(t, &it.dimension)).collect();
    t.list(&names)
}

/// Since when: `neu, seit 2016`.
pub(super) fn phase(t: &Texts, assessment: &Assessment, stands: &Stands) -> String {
    let name = t.get(&format!("ankunft-phase-{}", stands.phase));
    let Some(since) = &stands.since else { return name };
    let began_before = assessment.periods.first() == Some(since);
    let id = if began_before { "ankunft-seit-mindestens" } else { "ankunft-seit" };
    let args = [("phase", Arg::from(name)), ("jahr", Arg::from(year(since)))];
    t.with(id, &args)
}

fn year(period: &str) -> String {
    period.get(..4).unwrap_or(period).to_owned()
}

/// A share of variants: `97 von 100`.
pub(super) fn of_hundred(t: &Texts, share: f64) -> String {
    t.with("ankunft-von-hundert", &[("anzahl", Arg::from(t.decimal(hundredths(share), 0)))])
}

/// A share of draws: `97 %`.
pub(super) fn sure(t: &Texts, share: f64) -> String {
    t.percent(hundredths(share), 0)
}

/// What is not certain is not said to be.
pub(crate) fn hundredths(share: f64) -> f64 {
    match (100.0 * share).round() {
        all if all >= 100.0 && share < 1.0 => 99.0,
        none if none <= 0.0 && share > 0.0 => 1.0,
        some => some,
    }
}

/// The period that is reported.
pub(super) fn period(t: &Texts, assessment: &Assessment) -> String {
    period_words(t, &assessment.period)
}

/// A period of an assessment: a flow's by its time, a stock's by its day.
pub(crate) fn period_words(t: &Texts, period: &str) -> String {
    let nature = if period.len() > 7 { Nature::Stock } else { Nature::Flow };
    crate::pages::words::period(t, nature, period)
}

/// Of which kind a quarter may be, and why; `None` if nothing is known that could tell.
pub(super) fn kind(t: &Texts, suggested: &Suggested) -> Option<Vec<Pair>> {
    if suggested.signs.is_empty() {
        return None;
    }
    let name = match &suggested.kind {
        Some(kind) => t.get(&format!("ankunft-art-{kind}")),
        None => t.get("ankunft-art-unklar"),
    };
    let about = |speaks_for: bool| {
        let signs = suggested.signs.iter().filter(|it| it.speaks_for == speaks_for);
        let signs = signs.filter(|it| suggested.kind.as_ref().is_none_or(|kind| *kind == it.kind));
        let sign = |it: &Sign| {
            let value = ("wert", Arg::from(t.decimal(it.value, 1)));
            t.with(&format!("ankunft-zeichen-{}", it.about), &[value])
        };
        let mut signs: Vec<String> = signs.map(sign).collect();
        signs.dedup();
        signs
    };
    let mut pairs = vec![Pair::new(t.get("ankunft-art"), name)];
    for (id, speaks_for) in [("ankunft-art-dafuer", true), ("ankunft-art-dagegen", false)] {
        let signs = about(speaks_for);
        if !signs.is_empty() && (speaks_for || suggested.kind.is_some()) {
            pairs.push(Pair::new(t.get(id), t.list(&signs)));
        }
    }
    Some(pairs)
}

/// By what each dimension was measured, and which could not be.
pub(crate) fn measured(t: &Texts, assessment: &Assessment) -> Vec<Pair> {
    let years = ("jahre", Arg::from(i64::from(assessment.plan.window_years)));
    let used = assessment.dimensions.iter().map(|it| {
        let text = t.with(&format!("ankunft-weg-{}", it.way), std::slice::from_ref(&years));
        Pair::new(dimension(t, &it.dimension), text)
    });
    let missing = ankunft_arrival::Dimension::ALL.into_iter().map(ankunft_arrival::Dimension::code);
    let is_used = |code: &str| assessment.dimensions.iter().any(|it| it.dimension == code);
    let missing = missing
        .filter(|it| !is_used(it))
        .map(|it| Pair::new(dimension(t, it), t.get("ankunft-weg-fehlt")));
    used.chain(missing).collect()
}

/// What one must know to compute it again.
pub(crate) fn record(t: &Texts, ready: &Ready, reader: Audience) -> Vec<Pair> {
    let Some(assessment) = ready.assessment.show(reader) else { return Vec::new() };
    let counts = [assessment.compared().count(), assessment.areas.len()];
    let mut pairs = record_of(t, assessment, counts, (ready.made_at, &ready.key));
    pairs.extend(broken(t, ready, assessment));
    pairs
}

/// The same of an assessment of which a part is at hand: so many units were compared, of so many.
pub(crate) fn record_of(
    t: &Texts,
    assessment: &Assessment,
    [compared, all]: [usize; 2],
    (made_at, key): (i64, &str),
) -> Vec<Pair> {
    let plan = &assessment.plan;
    let pair = |id: &str, text: String| Pair::new(t.get(id), text);
    let methods: Vec<String> =
        plan.methods.iter().map(|it| t.get(&format!("ankunft-verfahren-{it}"))).collect();
    let counts = [("n", Arg::from(compared)), ("alle", Arg::from(all))];
    let made = jiff::Timestamp::from_microsecond(made_at).unwrap_or_default();
    let threshold = ("schwelle", Arg::from(t.decimal(plan.threshold_sd, 2)));
    let range = [
        ("von", Arg::from(assessment.periods.first().map_or_else(String::new, |it| year(it)))),
        ("bis", Arg::from(period(t, assessment))),
        ("anzahl", Arg::from(assessment.periods.len())),
    ];
    let draws = [
        ("anzahl", Arg::from(t.integer(i64::from(plan.draws)))),
        ("startzahl", Arg::from(plan.seed.to_string())),
    ];
    let mut pairs = vec![
        pair("ankunft-formel", t.with("ankunft-formel-text", &[threshold])),
        pair("ankunft-verfahren", t.list(&methods)),
        pair("ankunft-verglichen", t.with("ankunft-verglichen-text", &counts)),
        pair("ankunft-zeitraum", t.with("ankunft-zeitraum-text", &range)),
        pair("ankunft-rauschen", noise(t, &plan.noise)),
        pair("ankunft-ziehungen", t.with("ankunft-ziehungen-text", &draws)),
        pair("ankunft-varianten", t.count(assessment.variants)),
    ];
    if let Some(until) = &assessment.bridged_until {
        let text = t.with("ankunft-bruecke-text", &[("bis", Arg::from(year(until)))]);
        pairs.push(pair("ankunft-bruecke", text));
    }
    for [before, after] in &assessment.gaps {
        let args = [("von", Arg::from(before.as_str())), ("bis", Arg::from(after.as_str()))];
        pairs.push(pair("ankunft-luecke", t.with("ankunft-luecke-text", &args)));
    }
    pairs.push(pair("ankunft-gerechnet", t.instant(made)));
    pairs.push(pair("ankunft-programm", format!("Ankunft {}", assessment.program)));
    pairs.push(pair("ankunft-pruefsumme", key.get(..16).unwrap_or(key).to_owned()));
    pairs
}

/// What interrupts the window of the means: they go over it, and so it is said.
pub(crate) fn broken(t: &Texts, ready: &Ready, assessment: &Assessment) -> Vec<Pair> {
    let years = i64::from(assessment.plan.window_years);
    let start =
        last_day(&assessment.period).map(|it| it.saturating_sub(jiff::Span::new().years(years)));
    let is_within = |it: &&String| last_day(it) > start;
    let Some(first) = assessment.periods.iter().find(is_within) else { return Vec::new() };
    let codes: Vec<&str> =
        assessment.dimensions.iter().flat_map(|it| it.codes.iter().map(String::as_str)).collect();
    let notes = breaks(t, &ready.breaks, &codes, (first, &assessment.period));
    notes.into_iter().map(|it| Pair::new(t.get("ankunft-unterbrechung"), it)).collect()
}

/// The error of the source in words.
fn noise(t: &Texts, rule: &str) -> String {
    let (kind, rest) = rule.split_once(':').unwrap_or((rule, ""));
    t.with(&format!("ankunft-rauschen-{kind}"), &[("wert", Arg::from(rest.to_owned()))])
}

/// Whether draws could say anything: without a known error all are alike.
pub(super) fn has_noise(plan: &Plan) -> bool {
    plan.noise != "none"
}

/// A rank with its range, by the text of this id.
pub(super) fn rank(t: &Texts, id: &str, [rank, low, high]: [usize; 3]) -> String {
    let args = [("rang", Arg::from(rank)), ("von", Arg::from(low)), ("bis", Arg::from(high))];
    if low == high { t.with(&format!("{id}-sicher"), &args) } else { t.with(id, &args) }
}
