//! `GET /{kommune}/atlas/quelle/mittel`: how do we know this mean?

use std::collections::BTreeSet;

use ankunft_disclosure::Cell;
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Pair;
use ankunft_platform::page::{Link, Shell};

use super::window::window;
use crate::model::measure::Unit;
use crate::pages::mean::{self, EnteredRow, EnteredTable, Entry, MeanPage};
use crate::pages::overview::{Setting, encode, quarter_link};
use crate::pages::series::{city_source_link, source_link};
use crate::pages::words;
use crate::view::profile::{Moment, Profile, Series};

/// A mean of a quarter and of the city, with what entered.
pub(super) struct Mean<'a> {
    setting: &'a Setting<'a>,
    profile: &'a Profile,
    series: &'a Series,
    years: u32,
    /// The mean itself.
    whole: Moment,
    /// What entered, the oldest first.
    parts: Vec<&'a Moment>,
}

impl<'a> Mean<'a> {
    /// The mean that ends at a period; `None` if its window is not complete.
    pub(super) fn find(
        setting: &'a Setting<'a>,
        profile: &'a Profile,
        (measure, period, years): (&str, &str, u32),
    ) -> Option<Self> {
        let reader = setting.reader;
        let series = profile.series.iter().find(|it| it.measure.code == measure)?;
        let is_meant = |it: &&ankunft_disclosure::Released<Moment>| {
            it.show(reader).is_some_and(|it| it.period == period)
        };
        let at = series.points.iter().position(|it| is_meant(&it))?;
        let parts = series.points.get(window(profile, series, (at, years), reader)?)?;
        let parts: Vec<&Moment> = parts.iter().map(|it| it.show(reader)).collect::<Option<_>>()?;
        let averaged = profile.clone().averaged(years, reader);
        let whole = averaged.series.iter().find(|it| it.measure.code == measure)?;
        let whole = whole.points.get(at)?.show(reader)?.clone();
        Some(Self { setting, profile, series, years, whole, parts })
    }

    pub(super) fn lead(&self) -> String {
        let (t, measure) = (self.setting.t, &self.series.measure);
        let args = [
            ("merkmal", Arg::from(words::measure(t, &self.profile.shelf, measure))),
            ("gebiet", Arg::from(self.profile.area.name.as_str())),
            ("jahre", Arg::from(i64::from(self.years))),
            ("zeit", Arg::from(words::period(t, measure.nature, &self.whole.period))),
            ("wert", Arg::from(words::cell(t, measure.unit, self.whole.value))),
        ];
        t.with("mittel-leit", &args)
    }

    pub(super) fn crumbs(&self) -> Vec<Link> {
        let (t, base) = (self.setting.t, self.setting.base);
        let profile = self.profile;
        let quarter = quarter_link(base, &profile.geography.code, profile.place.cited_as());
        vec![
            Link::new(t.get("nav-atlas"), format!("{base}/atlas")),
            Link::new(profile.area.name.as_str(), format!("{quarter}&mittel={}", self.years)),
        ]
    }

    pub(super) fn page(&self, shell: Shell) -> MeanPage {
        let t = self.setting.t;
        let datasets: BTreeSet<i64> =
            self.parts.iter().flat_map(|it| it.datasets.iter().copied()).collect();
        let sources = self.profile.sources.iter().filter(|it| datasets.contains(&it.dataset.id));
        MeanPage {
            shell,
            computation: self.computation(),
            table: self.table(),
            // A mean over a break is none, and so has no page.
            notes: vec![t.get("mittel-ohne-bruch")],
            own_words: words::own_words(t),
            origins: mean::origins(t, &self.profile.shelf, sources.cloned().collect()),
            record: Vec::new(),
        }
    }

    /// Whether the periods weigh as many people as the share is a share of.
    fn is_weighted(&self) -> bool {
        self.parts.iter().all(|it| it.base.is_some())
    }

    fn computation(&self) -> Vec<Pair> {
        let (t, measure) = (self.setting.t, &self.series.measure);
        let period = |it: Option<&&Moment>| {
            let period = it.map_or("", |it| &it.period);
            Arg::from(words::period(t, measure.nature, period))
        };
        let span = [
            ("jahre", Arg::from(i64::from(self.years))),
            ("anzahl", Arg::from(self.parts.len())),
            ("von", period(self.parts.first())),
            ("bis", period(self.parts.last())),
        ];
        let (mean, weights) = match self.is_weighted() {
            true => ("mittel-formel-menschen", "mittel-gewichte-menschen"),
            false => ("mittel-formel-einfach", "mittel-gewichte-gleich"),
        };
        let city = [
            ("stadt", Arg::from(self.setting.city)),
            ("wert", Arg::from(words::cell(t, measure.unit, self.whole.city))),
        ];
        let versions = &self.profile.shelf.versions;
        let version = versions.iter().find(|it| it.id == self.whole.area_version);
        let version = version.map_or("", |it| it.label.as_str());
        let level = words::level(t, &self.profile.geography);
        vec![
            Pair::new(t.get("quelle-formel"), t.get(mean)),
            Pair::new(
                t.get("mittel-einzeln"),
                words::recipe(t, &self.profile.shelf, &measure.over(&self.whole.period)),
            ),
            Pair::new(t.get("mittel-fenster"), t.with("mittel-fenster-text", &span)),
            Pair::new(t.get("mittel-gewichte"), t.get(weights)),
            Pair::new(t.get("mittel-stadt"), t.with("profil-stadt", &city)),
            Pair::new(t.get("quelle-grenzen"), format!("{level}, {version}")),
            Pair::new(t.get("quelle-programm"), format!("Ankunft {}", env!("CARGO_PKG_VERSION"))),
        ]
    }

    fn table(&self) -> EnteredTable {
        let (t, measure) = (self.setting.t, &self.series.measure);
        let base = measure.recipe.base().filter(|_| self.is_weighted());
        let base = base.map(|it| words::indicator(t, &self.profile.shelf, it));
        let mut heads = Vec::new();
        for place in [self.profile.area.name.as_str(), self.setting.city] {
            heads.push(place.to_owned());
            heads.extend(base.iter().map(|it| format!("{it}, {place}")));
        }
        let row = |it: &&Moment| {
            let number = |cell: Cell, source: String| Entry {
                text: words::cell(t, measure.unit, cell),
                links: vec![Link::new("", source)],
            };
            let people = |cell: Option<Cell>| {
                let cell = cell.filter(|_| base.is_some());
                cell.map(|it| Entry::plain(words::cell(t, Unit::Count, it)))
            };
            let own = source_link(self.setting, self.profile, self.series, &it.period);
            let city = city_source_link(self.setting, self.profile, self.series, &it.period);
            let mut numbers = vec![number(it.value, own)];
            numbers.extend(people(it.base));
            numbers.push(number(it.city, city));
            numbers.extend(people(it.city_base));
            let period = words::period(t, measure.nature, &it.period);
            EnteredRow { period, note: None, numbers }
        };
        EnteredTable {
            caption: t.with("mittel-tabelle", &[("gebiet", Arg::from(&self.profile.area.name))]),
            heads,
            rows: self.parts.iter().rev().map(row).collect(),
        }
    }
}

/// The page of a mean that ends at a period.
pub(crate) fn mean_link(
    setting: &Setting<'_>,
    profile: &Profile,
    series: &Series,
    (period, years): (&str, u32),
) -> String {
    format!(
        "{}/atlas/quelle/mittel?ebene={}&merkmal={}&stichtag={}&gebiet={}&jahre={years}",
        setting.base,
        encode(&profile.geography.code),
        encode(&series.measure.code),
        encode(period),
        encode(profile.place.cited_as()),
    )
}
