//! `GET /{kommune}/atlas/quelle/ankunft`: how do we know this rate?

use ankunft_arrival::{Counted, Dimension, Panel, RatePart, RateParts, rate_parts, standardise};
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Pair;
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::register::areas::Area;

use super::{Entered, EnteredColumn};
use crate::assess::bridge::Bridges;
use crate::assess::measures::Way;
use crate::assess::{Assessment, Ready, Used, words};
use crate::model::measure::Unit;
use crate::pages::mean::{self, EnteredRow, EnteredTable, Entry, MeanPage};
use crate::pages::overview::{Setting, encode, quarter_link};
use crate::pages::words as figures;
use crate::store::Shelf;
use crate::view::overview::Origin;

/// A rate of an area unit, taken apart.
pub(super) struct Rate<'a> {
    setting: &'a Setting<'a>,
    shelf: &'a Shelf,
    ready: &'a Ready,
    bridges: &'a Bridges,
    assessment: &'a Assessment,
    panel: &'a Panel,
    used: &'a Used,
    way: &'static Way,
    /// The place of the dimension among those that were measured.
    at: usize,
    area: &'a Area,
    /// The place of the unit in the panel.
    place: usize,
    parts: RateParts,
}

impl<'a> Rate<'a> {
    /// The rate of a dimension in a unit that is compared; `None` if there is none.
    pub(super) fn find(
        setting: &'a Setting<'a>,
        (shelf, ready, bridges): (&'a Shelf, &'a Ready, &'a Bridges),
        (dimension, code): (&str, &str),
    ) -> Option<Self> {
        let assessment = ready.assessment.show(setting.reader)?;
        let panel = ready.panel.show(setting.reader)?;
        let at = assessment.dimensions.iter().position(|it| it.dimension == dimension)?;
        let used = &assessment.dimensions[at];
        let way = used.found_by()?;
        assessment.area(code)?.standing.as_ref().ok()?.rate(dimension)?;
        let place = panel.areas.iter().position(|it| it == code)?;
        let area = ready.ground.areas.iter().find(|it| it.code == code)?;
        let dimension = Dimension::ALL.into_iter().find(|it| it.code() == dimension)?;
        let last = panel.periods.len().checked_sub(1)?;
        let window = assessment.plan.window_years;
        let parts = rate_parts(panel, dimension, (last, place), window)?;
        Some(Self {
            setting,
            shelf,
            ready,
            bridges,
            assessment,
            panel,
            used,
            way,
            at,
            area,
            place,
            parts,
        })
    }

    pub(super) fn lead(&self) -> String {
        let t = self.setting.t;
        let args = [
            ("merkmal", Arg::from(words::dimension(t, &self.used.dimension))),
            ("gebiet", Arg::from(self.area.name.as_str())),
            ("jahre", Arg::from(i64::from(self.assessment.plan.window_years))),
            ("zeit", Arg::from(words::period(t, self.assessment))),
            ("wert", Arg::from(words::rate_with_unit(t, self.used, self.parts.rate))),
        ];
        t.with(if self.used.is_yearly() { "mittel-leit" } else { "mittel-leit-stand" }, &args)
    }

    pub(super) fn crumbs(&self) -> Vec<Link> {
        let (t, base) = (self.setting.t, self.setting.base);
        let quarter = quarter_link(base, &self.assessment.geography, &self.area.code);
        vec![
            Link::new(t.get("nav-atlas"), format!("{base}/atlas")),
            Link::new(self.area.name.as_str(), quarter),
        ]
    }

    pub(super) fn page(&self, shell: Shell, may_compare: bool) -> MeanPage {
        let mut computation = self.computation();
        computation.extend(self.comparison(may_compare));
        MeanPage {
            shell,
            computation,
            table: self.table(),
            notes: self.notes(),
            own_words: figures::own_words(self.setting.t),
            origins: mean::origins(self.setting.t, self.shelf, self.origins()),
            record: words::record(self.setting.t, self.ready, self.setting.reader),
        }
    }

    /// The columns of the window, the newest period first.
    fn window(&self) -> impl Iterator<Item = (&RatePart, &'a Entered)> {
        let entered = &self.ready.entered;
        self.parts.parts.iter().rev().filter_map(|it| Some((it, entered.get(it.period)?)))
    }

    fn columns(&self) -> impl Iterator<Item = &'a EnteredColumn> {
        let at = self.at;
        self.window().flat_map(move |(_, it)| it.columns[at].iter().chain(&it.residents))
    }

    fn origins(&self) -> Vec<Origin> {
        self.columns().map(|it| it.origin.clone()).collect()
    }

    /// What is above the line: the indicators that are added up.
    fn name_above(&self) -> String {
        let name = |code: &&str| figures::indicator(self.setting.t, self.shelf, code);
        self.way.codes.iter().map(name).collect::<Vec<_>>().join(" + ")
    }

    /// What is below it, where people are.
    fn name_below(&self) -> String {
        let residents = self.window().find_map(|it| it.1.residents.as_ref());
        residents.map_or_else(String::new, |it| {
            figures::indicator(self.setting.t, self.shelf, &it.origin.indicator)
        })
    }

    fn computation(&self) -> Vec<Pair> {
        let t = self.setting.t;
        let sum = |of: fn(&RatePart) -> f64| self.parts.parts.iter().map(of).sum::<f64>();
        let count = |value: f64| Arg::from(figures::number(t, Unit::Count, value));
        let args = [
            ("faktor", Arg::from(t.decimal(self.used.rate(100.0), 0))),
            ("mal", Arg::from(self.parts.scale / 100.0)),
            ("teil", Arg::from(self.name_above())),
            ("ganzes", Arg::from(self.name_below())),
            ("oben", count(sum(|it| it.above))),
            ("unten", count(sum(|it| it.below))),
            ("wert", Arg::from(words::rate_with_unit(t, self.used, self.parts.rate))),
        ];
        let (formula, put_in) = match self.way.counted {
            Counted::Flow => ("mittel-formel-rate", Some("mittel-eingesetzt-rate")),
            Counted::Stock => ("formel-anteil", Some("mittel-eingesetzt-anteil")),
            Counted::FlowPercent if self.parts.weighted => ("mittel-formel-gewichtet", None),
            Counted::FlowPercent => ("mittel-formel-einfach", None),
            Counted::StockPercent => ("formel-wie-geliefert", None),
            Counted::OthersPercent => ("mittel-formel-uebrige", None),
        };
        let mut pairs = vec![Pair::new(t.get("quelle-formel"), t.with(formula, &args))];
        pairs.extend(put_in.map(|id| Pair::new(t.get("quelle-einsetzen"), t.with(id, &args))));
        if self.used.is_yearly() {
            pairs.push(Pair::new(t.get("mittel-fenster"), self.span()));
            let id = if self.parts.weighted {
                "mittel-gewichte-menschen"
            } else {
                "mittel-gewichte-gleich"
            };
            pairs.push(Pair::new(t.get("mittel-gewichte"), t.get(id)));
        }
        let version = self.shelf.versions.iter().find(|it| it.id == self.assessment.area_version);
        if let Some(version) = version {
            let level = figures::level(t, &self.ready.geography);
            pairs.push(Pair::new(t.get("quelle-grenzen"), format!("{level}, {}", version.label)));
        }
        pairs
    }

    /// Over which time the mean goes.
    fn span(&self) -> String {
        let t = self.setting.t;
        let periods = &self.parts.parts;
        let name = |it: Option<&RatePart>| {
            let period = it.map(|it| self.panel.periods[it.period].to_string());
            Arg::from(words::period_words(t, &period.unwrap_or_default()))
        };
        let args = [
            ("jahre", Arg::from(i64::from(self.assessment.plan.window_years))),
            ("anzahl", Arg::from(periods.len())),
            ("von", name(periods.first())),
            ("bis", name(periods.last())),
        ];
        t.with("mittel-fenster-text", &args)
    }

    /// With how many others it is compared. How it stands among them is for who may see ranks.
    fn comparison(&self, may_compare: bool) -> Vec<Pair> {
        let t = self.setting.t;
        let rate = |it: &crate::assess::Stands| it.rate(&self.used.dimension);
        let rates: Vec<Option<f64>> =
            self.assessment.compared().map(|it| rate(it.1).map(|it| self.used.rate(it))).collect();
        let Some(found) = standardise(&rates) else { return Vec::new() };
        let own = self.assessment.compared().position(|it| it.0.code == self.area.code);
        let args = [
            ("n", Arg::from(rates.iter().flatten().count())),
            ("mittel", Arg::from(t.decimal(found.mean, 2))),
            ("streuung", Arg::from(t.decimal(found.sd, 2))),
        ];
        let text = t.with("mittel-vergleich-text", &args);
        let mut pairs = vec![Pair::new(t.get("mittel-vergleich"), text)];
        let z = own.and_then(|at| found.z[at]).filter(|_| may_compare);
        pairs.extend(z.map(|it| Pair::new(t.get("methode-spalte-z"), t.signed(it, 2))));
        pairs
    }

    fn table(&self) -> EnteredTable {
        let t = self.setting.t;
        let mut heads = vec![self.name_above()];
        if self.window().any(|it| it.1.residents.is_some()) {
            heads.push(self.name_below());
        }
        if self.way.counted.is_count() {
            heads.push(words::rate_head(t, self.used));
        }
        let row = |(part, entered): (&RatePart, &Entered)| {
            let period = self.panel.periods[part.period].to_string();
            let mut numbers = vec![self.above(part, entered)];
            numbers.extend(entered.residents.as_ref().map(|it| self.below(part, entered, it)));
            if self.way.counted.is_count() {
                let alone = self.parts.scale * part.above / part.below;
                numbers.push(Entry::plain(words::rate(t, self.used, alone)));
            }
            let note = self.carried_from(entered);
            EnteredRow { period: words::period_words(t, &period), note, numbers }
        };
        EnteredTable {
            caption: t.with("mittel-tabelle", &[("gebiet", Arg::from(self.area.name.as_str()))]),
            heads,
            rows: self.window().map(row).collect(),
        }
    }

    fn above(&self, part: &RatePart, entered: &Entered) -> Entry {
        let t = self.setting.t;
        let measure = self.panel.measures.iter().find(|it| it.dimension == self.way.dimension);
        let number = measure.and_then(|it| it.series[part.period][self.place]);
        let text = match self.way.counted {
            Counted::Flow | Counted::Stock => figures::number(t, Unit::Count, part.above),
            Counted::OthersPercent => number.map_or_else(String::new, |it| t.percent(it, 1)),
            Counted::FlowPercent | Counted::StockPercent => {
                number.map_or_else(String::new, |it| words::rate_with_unit(t, self.used, it))
            }
        };
        let link = |it: &EnteredColumn| {
            let name = figures::indicator(t, self.shelf, &it.origin.indicator);
            Link::new(name, self.source(entered, it))
        };
        Entry { text, links: entered.columns[self.at].iter().map(link).collect() }
    }

    fn below(&self, part: &RatePart, entered: &Entered, column: &EnteredColumn) -> Entry {
        let t = self.setting.t;
        let residents = self.panel.population.as_ref();
        let number = residents.and_then(|it| it[part.period][self.place]);
        let text = number.map_or_else(String::new, |it| figures::number(t, Unit::Count, it));
        let name = figures::indicator(t, self.shelf, &column.origin.indicator);
        Entry { text, links: vec![Link::new(name, self.source(entered, column))] }
    }

    /// The source page of a figure: of the unit itself, of the earlier one that it was, or of the
    /// map from which it was put together.
    fn source(&self, entered: &Entered, column: &EnteredColumn) -> String {
        let query = format!(
            "ebene={}&merkmal={}&stichtag={}",
            encode(&self.assessment.geography),
            encode(&column.origin.indicator),
            encode(&column.period),
        );
        let base = self.setting.base;
        let code = match self.is_carried(entered) {
            false => Some(self.area.code.clone()),
            true => self.bridges.origin(entered.area_version, &self.area.code),
        };
        match code {
            Some(code) => format!("{base}/atlas/quelle?{query}&gebiet={}", encode(&code)),
            None => format!("{base}/atlas?{query}"),
        }
    }

    fn is_carried(&self, entered: &Entered) -> bool {
        entered.area_version != self.assessment.area_version
    }

    fn carried_from(&self, entered: &Entered) -> Option<String> {
        if !self.is_carried(entered) {
            return None;
        }
        let version = self.shelf.versions.iter().find(|it| it.id == entered.area_version)?;
        let stand = ("stand", Arg::from(version.label.as_str()));
        let same = self.bridges.origin(entered.area_version, &self.area.code).is_some();
        let id = if same { "mittel-unveraendert" } else { "mittel-umgerechnet" };
        Some(self.setting.t.with(id, &[stand]))
    }

    /// What interrupts the window, and that nothing does.
    fn notes(&self) -> Vec<String> {
        let t = self.setting.t;
        let period = |it: Option<&RatePart>| {
            it.map_or_else(String::new, |it| self.panel.periods[it.period].to_string())
        };
        let (first, last) = (period(self.parts.parts.first()), period(self.parts.parts.last()));
        let mut codes: Vec<&str> = self.way.codes.to_vec();
        codes.extend(self.columns().map(|it| it.origin.indicator.as_str()));
        let mut notes = mean::breaks(t, &self.ready.breaks, &codes, (&first, &last));
        if self.window().any(|it| self.is_carried(it.1)) {
            notes.push(t.get("mittel-bruecke"));
        }
        if notes.is_empty() && first != last {
            notes.push(t.get("mittel-ohne-bruch"));
        }
        notes
    }
}
