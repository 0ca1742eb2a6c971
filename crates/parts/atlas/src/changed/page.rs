//! `GET /{kommune}/atlas/veraenderungen`: what has changed since the last Datenstand?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Column, Row, RowCell, Select, Table};
use askama::Template;

use super::data::Brought;
use crate::assess::{self, Assessment, Before, Judged, Ready, Used};
use crate::pages::overview::{Setting, quarter_link};
use crate::pages::words;
use crate::store::Shelf;

/// Everything that the page prints.
#[derive(Template)]
#[template(path = "changed.html")]
pub(super) struct ChangedPage {
    pub shell: Shell,
    pub action: String,
    pub selects: Vec<Select>,
    /// What was brought.
    pub brought: Option<Table>,
    /// Which units are in another class than a year before.
    pub classes: Vec<String>,
    /// Whether there is a year before to compare with.
    pub compared: Option<String>,
    /// The rates of each unit with their change.
    pub rates: Option<Table>,
    /// What the marks mean; empty if there is none.
    pub marks: Vec<String>,
}

/// What was brought, as a table.
pub(super) fn brought(t: &Texts, shelf: &Shelf, all: &[Brought]) -> Option<Table> {
    let columns = ["datensatz", "stand", "neu", "berichtigt"];
    let columns = columns.map(|it| Column::words(t.get(&format!("veraendert-spalte-{it}"))));
    let level = |name: &str| {
        let known = shelf.geographies.iter().find(|it| it.name == name);
        known.map_or_else(|| name.to_owned(), |it| words::level(t, it))
    };
    let row = |it: &Brought| {
        let accepted =
            jiff::Timestamp::from_microsecond(it.version.accepted_at).unwrap_or_default();
        let day = t.date(jiff::tz::Offset::UTC.to_datetime(accepted).date());
        let state = [
            ("nummer", Arg::from(it.version.number.to_string())),
            ("tag", Arg::from(day)),
            ("vorher", Arg::from(it.before.map_or_else(String::new, |it| it.to_string()))),
        ];
        let state = t.with(
            if it.before.is_some() { "veraendert-stand-nach" } else { "veraendert-stand" },
            &state,
        );
        let names: Vec<String> =
            it.compared.indicators.iter().map(|code| words::indicator(t, shelf, code)).collect();
        let corrected = match it.compared.corrected {
            0 => RowCell::new(t.get("veraendert-keine")),
            some => RowCell::new(t.with("veraendert-werte", &[("anzahl", Arg::from(some))]))
                .note(t.list(&names)),
        };
        Row {
            head: RowCell::new(it.version.title.clone())
                .note(level(&it.geography))
                .lang(words::own_words(t)),
            cells: vec![
                RowCell::new(state),
                RowCell::new(periods(t, &it.compared.new_periods)),
                corrected,
            ],
        }
    };
    (!all.is_empty()).then(|| Table {
        caption: t.get("veraendert-zahlen"),
        quiet_caption: true,
        columns: columns.to_vec(),
        rows: all.iter().map(row).collect(),
    })
}

fn periods(t: &Texts, periods: &[String]) -> String {
    match periods {
        [] => t.get("veraendert-keine"),
        [one] => t.period(one),
        [first, .., last] => {
            let args = [("von", Arg::from(t.period(first))), ("bis", Arg::from(t.period(last)))];
            t.with("veraendert-zeit", &args)
        }
    }
}

/// Pairs of what is said of each unit now and a year before, by name.
fn pairs<'a>(
    ready: &'a Ready,
    assessment: &'a Assessment,
) -> Vec<(&'a str, &'a Judged, &'a Before)> {
    let Some(earlier) = &assessment.earlier else { return Vec::new() };
    let pair = |it: &'a ankunft_platform::register::areas::Area| {
        let judged = assessment.area(&it.code)?;
        let before = {
            let at = earlier.areas.binary_search_by(|before| before.code.as_str().cmp(&it.code));
            earlier.areas.get(at.ok()?)?
        };
        Some((it.name.as_str(), judged, before))
    };
    let mut pairs: Vec<_> = ready.ground.areas.iter().filter_map(pair).collect();
    pairs.sort_unstable_by_key(|it| (it.0, it.1.code.as_str()));
    pairs
}

/// Each unit that is in another class than a year before: its name, and a sentence.
pub(super) fn classes(setting: &Setting<'_>, ready: &Ready) -> Vec<(String, String)> {
    let t = setting.t;
    let Some(assessment) = ready.assessment.show(setting.reader) else { return Vec::new() };
    let name = |code: &str| t.get(&format!("ankunft-klasse-{code}"));
    let sentence = |(area, judged, before): (&str, &Judged, &Before)| {
        let now = judged.standing.as_ref().ok()?.class().code();
        let then = before.class.as_deref().filter(|it| *it != now)?;
        let args = [
            ("gebiet", Arg::from(area)),
            ("vorher", Arg::from(name(then))),
            ("jetzt", Arg::from(name(now))),
        ];
        Some((area.to_owned(), t.with("veraendert-klasse", &args)))
    };
    pairs(ready, assessment).into_iter().filter_map(sentence).collect()
}

/// The rates of each unit with their change, dimension by dimension.
pub(super) fn rates(setting: &Setting<'_>, ready: &Ready) -> Option<Table> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let pairs = pairs(ready, assessment);
    let mut columns = vec![Column::words(t.get("atlas-gebiet"))];
    let heads = assessment.dimensions.iter().map(|it| Column::numbers(assess::rate_head(t, it)));
    columns.extend(heads);
    let cell = |judged: &Judged, before: &Before, used: &Used| {
        let code = &used.dimension;
        let Some(now) = judged.standing.as_ref().ok().and_then(|it| it.rate(code)) else {
            return RowCell::new(t.get("wert-fehlt"));
        };
        let source = assess::rate_link(setting.base, assessment, code, &judged.code);
        let cell = RowCell::link(assess::rate(t, used, now), source);
        let Some((_, then, marks)) = before.rates.iter().find(|it| it.0 == *code) else {
            return cell;
        };
        let sign = if marks.is_empty() { "" } else { " *" };
        cell.note(format!("{}{sign}", t.signed(used.rate(now - then), 1)))
    };
    let row = |(name, judged, before): &(&str, &Judged, &Before)| Row {
        head: RowCell::link(*name, quarter_link(setting.base, &ready.geography.code, &judged.code)),
        cells: assessment.dimensions.iter().map(|it| cell(judged, before, it)).collect(),
    };
    (!pairs.is_empty()).then(|| Table {
        caption: t.get("veraendert-raten"),
        quiet_caption: true,
        columns,
        rows: pairs.iter().map(row).collect(),
    })
}

/// What the marks on changes mean, each said once.
pub(super) fn marks(setting: &Setting<'_>, ready: &Ready) -> Vec<String> {
    let t = setting.t;
    let Some(assessment) = ready.assessment.show(setting.reader) else { return Vec::new() };
    let mut codes: Vec<&str> = pairs(ready, assessment)
        .iter()
        .flat_map(|it| &it.2.rates)
        .flat_map(|it| &it.2)
        .map(String::as_str)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(|it| t.get(&format!("veraendert-zeichen-{it}"))).collect()
}

/// Between which periods is compared.
pub(super) fn compared(setting: &Setting<'_>, ready: &Ready) -> Option<String> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let earlier = assessment.earlier.as_ref()?;
    let args = [
        ("vorher", Arg::from(assess::period_words(t, &earlier.period))),
        ("jetzt", Arg::from(assess::period_words(t, &assessment.period))),
    ];
    Some(t.with("veraendert-verglichen", &args))
}
