//! The list of those who may see ranks and probabilities.

use ankunft_arrival::{Dimension, Panel};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Row, RowCell, Select, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_report::{Interval, Point, Sparkline, interval, sparkline};
use askama::Template;

use super::{
    Shown, around, caption, class_words, head, lead_args, named, rate_cells, rate_columns,
    reading_of_draws,
};
use crate::assess::{Assessment, Class, Judged, Ready, Stands, words};
use crate::pages::overview::{Setting, encode, quarter_link};
use crate::store::last_day;

/// Everything that the list prints.
#[derive(Template)]
#[template(path = "arrivals.html")]
pub struct ListPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form asks.
    pub action: String,
    /// What the reader can choose.
    pub selects: Vec<Select>,
    /// The list; none while it is being computed.
    pub shown: Option<Listed>,
    /// The public page of the same.
    pub public: Link,
    /// To how it is computed.
    pub methods: Link,
    /// What is published beside classes, and by which button that changes.
    pub publishing: Option<Publishing>,
}

/// The list and what stands around it.
pub struct Listed {
    /// Map, and the table of all units.
    pub around: Shown,
    /// The heading of the list.
    pub heading: String,
    /// The arrival quarters, the surest first.
    pub entries: Vec<Entry>,
}

/// One arrival quarter.
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Since when, and the share of foreigners.
    pub below: String,
    /// How that share has changed, drawn.
    pub trend: String,
    /// Its rank with its range, drawn.
    pub span: String,
    /// The same in words.
    pub rank: String,
    /// How often it is called when the data vary.
    pub probability: String,
    /// How often it is called when the choices vary.
    pub variants: String,
}

/// What is published, and the button that changes it.
pub struct Publishing {
    /// What is public now.
    pub state: String,
    /// Where the form is sent.
    pub action: String,
    /// What it sends.
    pub value: &'static str,
    /// What the button says.
    pub label: String,
}

/// The same for the list, with how many are it since a few years only.
#[must_use]
pub fn lead_of_list(setting: &Setting<'_>, ready: &Ready) -> Option<String> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let clear = || assessment.compared().filter(|it| it.1.class() == Class::Clear);
    let mut sentences = vec![t.with("ankunft-leit-liste", &lead_args(setting, assessment))];
    let recent = clear().filter(|it| it.1.is_recent()).count();
    if clear().count() > 0 {
        sentences.push(t.with("ankunft-leit-neu", &[("anzahl", Arg::from(recent))]));
    }
    Some(sentences.join(" "))
}

/// The list of those who may see it: the surest first.
#[must_use]
pub fn listed(setting: &Setting<'_>, ready: &Ready) -> Option<Listed> {
    let (t, assessment) = (setting.t, ready.assessment.show(setting.reader)?);
    let mut rows: Vec<(&str, &Judged)> = named(ready, assessment);
    rows.sort_by(|a, b| order(a.1).partial_cmp(&order(b.1)).unwrap_or(std::cmp::Ordering::Equal));
    let compared = assessment.compared().count();
    let clear = |it: &&(&str, &Judged)| {
        it.1.standing.as_ref().is_ok_and(|it| it.class() == Class::Clear || it.probability >= 0.5)
    };
    let entries = rows
        .iter()
        .filter(clear)
        .filter_map(|(name, judged)| entry(setting, ready, assessment, (name, judged, compared)));
    let entries: Vec<Entry> = entries.collect();
    let table = ranked(setting, ready, assessment, &rows);
    let reading = vec![
        reading_of_draws(t, assessment),
        t.get("ankunft-lesen-varianten"),
        t.get("ankunft-lesen-rang"),
        t.get("ankunft-lesen-urteil"),
    ];
    let around = around(setting, ready, assessment, (table, reading));
    Some(Listed { around, heading: t.get("ankunft-liste"), entries })
}

/// The surest first, then by rank, then by code; what is not compared comes last.
fn order(judged: &Judged) -> (f64, usize, &str) {
    match &judged.standing {
        Ok(it) => (-it.probability, it.rank[0], &judged.code),
        Err(_) => (f64::INFINITY, usize::MAX, &judged.code),
    }
}

/// The table of all units for those who may see ranks.
fn ranked(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    rows: &[(&str, &Judged)],
) -> Table {
    let t = setting.t;
    let mut columns = vec![
        Column::words(t.get("atlas-gebiet")),
        Column::words(t.get("ankunft-spalte-verfahren")),
        Column::words(t.get("ankunft-spalte-phase")),
    ];
    columns.extend(rate_columns(t, assessment));
    for id in ["sicherheit", "varianten", "rang", "index", "punkte"] {
        columns.push(Column::numbers(t.get(&format!("ankunft-spalte-{id}"))));
    }
    let row = |(name, judged): &(&str, &Judged)| {
        let mut cells = Vec::new();
        let stands = judged.standing.as_ref().ok();
        let text = |of: &dyn Fn(&Stands) -> String| stands.map_or_else(String::new, of);
        cells.push(match stands {
            Some(it) => RowCell::new(methods(t, it)),
            None => RowCell::new(class_words(t, assessment, judged)),
        });
        let phase = RowCell::new(text(&|it| words::phase(t, assessment, it)));
        cells.push(if judged.bridged { phase.note(t.get("ankunft-getragen")) } else { phase });
        cells.extend(rate_cells(setting, assessment, judged));
        let index = |it: &Stands| it.index.map_or_else(String::new, |it| t.decimal(it, 2));
        let texts = [
            text(&|it| words::sure(t, it.probability)),
            text(&|it| words::of_hundred(t, it.variants)),
            text(&|it| words::rank(t, "ankunft-rang", it.rank)),
            text(&index),
            text(&|it| t.integer(i64::from(it.points))),
        ];
        let how = how_link(setting.base, &ready.geography.code, &judged.code);
        cells.extend(texts.map(|it| match it.is_empty() {
            true => RowCell::default(),
            false => RowCell::link(it, how.clone()),
        }));
        Row { head: head(setting, ready, (name, &judged.code)), cells }
    };
    Table {
        caption: caption(setting, ready, assessment, "ankunft-tabelle-rang"),
        quiet_caption: false,
        columns,
        rows: rows.iter().map(row).collect(),
    }
}

/// Which methods call it: `2 von 3: zugleich hoch, Punkte`.
fn methods(t: &Texts, stands: &Stands) -> String {
    let called: Vec<String> = stands
        .calls
        .iter()
        .filter(|it| it.1)
        .map(|it| t.get(&format!("ankunft-verfahren-{}-kurz", it.0)))
        .collect();
    let args = [
        ("anzahl", Arg::from(called.len())),
        ("alle", Arg::from(stands.calls.len())),
        ("verfahren", Arg::from(t.list(&called))),
    ];
    let says_which = (1..stands.calls.len()).contains(&called.len());
    t.with(if says_which { "ankunft-verfahren-stand" } else { "ankunft-verfahren-alle" }, &args)
}

fn entry(
    setting: &Setting<'_>,
    ready: &Ready,
    assessment: &Assessment,
    (name, judged, compared): (&str, &Judged, usize),
) -> Option<Entry> {
    let t = setting.t;
    let stands = judged.standing.as_ref().ok()?;
    let [rank, low, high] = stands.rank.map(|it| it as f64);
    let scale = (1.0, compared.max(2) as f64);
    let foreigners = assessment.used(Dimension::Foreigners.code());
    let share = foreigners.and_then(|it| {
        let rate = words::rate_with_unit(t, it, stands.rate(&it.dimension)?);
        let name = Arg::from(words::dimension(t, &it.dimension));
        Some(t.with("ankunft-liste-anteil", &[("merkmal", name), ("wert", Arg::from(rate))]))
    });
    let below: Vec<String> =
        std::iter::once(words::phase(t, assessment, stands)).chain(share).collect();
    let points = ready.panel.show(setting.reader).map(|it| trend(it, &judged.code));
    let points = points.unwrap_or_default();
    Some(Entry {
        name: name.to_owned(),
        href: quarter_link(setting.base, &ready.geography.code, &judged.code),
        below: below.join(" · "),
        trend: sparkline(&Sparkline { points: &points, breaks: &[], scale: None, label: "" }),
        span: interval(&Interval { value: rank, low, high, scale, label: "" }),
        rank: words::rank(t, "ankunft-rang-worte", stands.rank),
        probability: words::sure(t, stands.probability),
        variants: words::of_hundred(t, stands.variants),
    })
}

/// The share of foreigners in each period.
fn trend(panel: &Panel, code: &str) -> Vec<Point> {
    let Some(area) = panel.areas.iter().position(|it| it == code) else { return Vec::new() };
    let Some(measure) = panel.measures.iter().find(|it| it.dimension == Dimension::Foreigners)
    else {
        return Vec::new();
    };
    let value = |at: usize| {
        let number = measure.series[at][area]?;
        if !measure.counted.is_count() {
            return Some(number);
        }
        let residents = panel.population.as_ref()?[at][area]?;
        (residents > 0.0).then(|| 100.0 * number / residents)
    };
    let time = |at: usize| {
        let day = last_day(&panel.periods[at].to_string())?;
        Some(f64::from(day.year()) + f64::from(day.day_of_year()) / 366.0)
    };
    let point = |at| Some(Point { at: time(at)?, value: value(at), range: None });
    (0..panel.periods.len()).filter_map(point).collect()
}

/// Where the judgement of a unit is followed step by step.
fn how_link(base: &str, geography: &str, area: &str) -> String {
    format!("{base}/atlas/methoden/ankunft?ebene={}&gebiet={}", encode(geography), encode(area))
}
