//! The key measures of a quarter, one row each: its value, that of the city, and the way there.

use ankunft_platform::languages::Arg;
use ankunft_report::{Point, Sparkline, sparkline};

use super::overview::Setting;
use super::series::{break_times, source_link, years};
use super::{profile, words};
use crate::model::measure::Unit;
use crate::view::profile::{Moment, Profile, Series};

/// One key measure.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// The measure.
    pub name: String,
    /// Its newest period.
    pub period: String,
    /// The quarter's value, or why there is none.
    pub value: String,
    /// Where the value likely lies, how many it is a share of, that it is a mean.
    pub notes: Vec<String>,
    /// The city's value; none for counts, which grow with what they count.
    pub city: Option<String>,
    /// How it has changed over some years.
    pub change: Option<String>,
    /// The drawn way there, and what is to be seen in it; none for a single value.
    pub trend: Option<(String, String)>,
    /// The source page of the value.
    pub source: String,
}

/// The key measures as this reader sees them.
#[must_use]
pub fn rows(setting: &Setting<'_>, profile: &Profile) -> Vec<KeyRow> {
    let row = |series: &Series| {
        let newest = series.newest(setting.reader)?;
        Some(row(setting, profile, series, newest))
    };
    profile.series.iter().filter_map(row).collect()
}

fn row(setting: &Setting<'_>, profile: &Profile, series: &Series, newest: &Moment) -> KeyRow {
    let (t, unit) = (setting.t, series.measure.unit);
    let mut notes: Vec<String> =
        newest.band.and_then(|it| words::band(t, unit, it)).into_iter().collect();
    if let Some(base) = newest.base {
        let base = [("anzahl", Arg::from(words::cell(t, Unit::Count, base)))];
        notes.push(t.with("profil-n", &base));
    }
    if profile::is_mean(profile, series) {
        notes.push(t.get("zusammen-mittel"));
    }
    KeyRow {
        name: words::measure(t, &profile.shelf, &series.measure),
        period: words::period(t, series.measure.nature, &newest.period),
        value: words::cell(t, unit, newest.value),
        notes,
        city: (unit != Unit::Count).then(|| words::cell(t, unit, newest.city)),
        change: profile::since(setting, profile, series, newest),
        trend: trend(setting, profile, series),
        source: source_link(setting, profile, series, &newest.period),
    }
}

fn trend(setting: &Setting<'_>, profile: &Profile, series: &Series) -> Option<(String, String)> {
    let t = setting.t;
    let shown: Vec<&Moment> =
        series.points.iter().filter_map(|it| it.show(setting.reader)).collect();
    let known = || shown.iter().filter(|it| it.value.number().is_some());
    let (first, last) = (known().next()?, known().next_back()?);
    if known().count() < 2 {
        return None;
    }
    let point = |it: &&Moment| {
        Some(Point { at: years(&it.period)?, value: it.value.number(), range: None })
    };
    let points: Vec<Point> = shown.iter().filter_map(point).collect();
    let breaks = break_times(t, profile, series);
    let drawn = Sparkline { points: &points, breaks: &breaks, scale: None, label: "" };
    let said = |it: &Moment| {
        let period = words::period(t, series.measure.nature, &it.period);
        Arg::from(format!("{} ({period})", words::cell(t, series.measure.unit, it.value)))
    };
    let args = [("anfang", said(first)), ("ende", said(last))];
    Some((sparkline(&drawn), t.with("papier-verlauf-text", &args)))
}
