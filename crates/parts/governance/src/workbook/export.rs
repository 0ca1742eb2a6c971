//! The workbook as it is handed out.

use ankunft_formats::fillable::{Check, Column as Filled, Sheet, fillable};
use ankunft_formats::workbook::{Entry, WorkbookError, sheet_name};
use ankunft_platform::typed::Typed;
use jiff::ToSpan;

use super::columns::{Column, INDICATOR, KEY, Kind, Leaf, MEASURE, PERIOD};
use super::compare::plain;
use super::desk::Desk;
use super::key::{Key, Of};
use super::terms::Terms;
use super::things::{named, typed};
use super::{GUIDE, LISTS, spent};
use crate::around::money::CostKind;
use crate::effects::form as effects;
use crate::effects::model::{Actual, State};
use crate::measures::form as measures;
use crate::measures::model::{Measure, State as Life};
use crate::spending::model::Line;

/// So far back values are written that are accepted: what is older is locked for long.
const MONTHS_BACK: i32 = 24;
/// So many rows of a sheet have lists to choose from.
const ROOM: u32 = 2_000;

/// The texts of the sheet that explains, in their order.
const GUIDE_LINES: [&str; 11] = [
    "was",
    "zelle",
    "neu",
    "schluessel",
    "weg",
    "tage",
    "werte",
    "teile",
    "ausgaben",
    "spalten",
    "zurueck",
];

/// The workbook of some measures of a city.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn workbook(
    terms: &Terms<'_>,
    (city, title): (&str, &str),
    desk: &Desk,
    is_wanted: &dyn Fn(&Measure) -> bool,
) -> Result<Vec<u8>, WorkbookError> {
    let written = Writing { terms, city, desk };
    let all: Vec<&Measure> = desk.measures().filter(|it| is_wanted(it)).collect();
    let has = |number: i64| all.iter().any(|it| it.number == number);
    let measures = all.iter().map(|it| written.measure(it)).collect();
    let indicators = desk.indicators().filter(|it| has(it.measure));
    let indicators = indicators.map(|it| written.indicator(it)).collect();
    let values = written.values(&has);
    let spending = desk.spending().filter(|it| has(it.0.measure));
    let spending = spending.map(|(it, of)| written.spent(it, of)).collect();
    let sheets = [
        written.leaf(Leaf::Measures, measures),
        written.leaf(Leaf::Indicators, indicators),
        written.leaf(Leaf::Values, values),
        written.leaf(Leaf::Spending, spending),
        written.lists(),
        written.guide(),
    ];
    fillable(title, &sheets)
}

struct Writing<'a> {
    terms: &'a Terms<'a>,
    city: &'a str,
    desk: &'a Desk,
}

impl Writing<'_> {
    fn key(&self, of: Of, version: i64) -> Entry {
        Entry::Text(Key { of, version }.written(self.city))
    }

    fn row(&self, leaf: Leaf, typed: &Typed, other: &dyn Fn(&Column) -> Entry) -> Vec<Entry> {
        let cell = |column: &Column| match column.kind.is_said() || column.kind == Kind::Period {
            true => self.terms.write(column.kind, &plain(column, typed)),
            false => other(column),
        };
        leaf.columns().iter().map(cell).collect()
    }

    fn measure(&self, it: &Measure) -> Vec<Entry> {
        let typed = measures::typed(&it.plan);
        let other = |_: &Column| self.key(Of::Measure(it.number), it.version);
        let mut row = self.row(Leaf::Measures, &typed, &other);
        // A place is called as it was called when somebody chose it.
        let at = Leaf::Measures.columns().iter().position(|it| it.kind == Kind::Place);
        let known = |value: &str| self.desk.known.spots.iter().any(|it| it.place.value() == value);
        if let (Some(at), Some(place)) = (at, &it.plan.place)
            && !known(&place.value())
        {
            row[at] = Entry::Text(place.value());
        }
        row
    }

    fn name_of(&self, measure: i64) -> Entry {
        let title = self.desk.measure(measure).map_or("", |it| it.plan.title.as_str());
        Entry::Text(named('M', measure, title))
    }

    fn indicator(&self, it: &crate::effects::model::Known) -> Vec<Entry> {
        let typed = effects::typed(self.terms.t, &it.says);
        let other = |column: &Column| match column.code {
            KEY => self.key(Of::Indicator(it.measure, it.number), it.version),
            MEASURE => self.name_of(it.measure),
            _ => it.says.figure.clone().map_or(Entry::Empty, Entry::Text),
        };
        self.row(Leaf::Indicators, &typed, &other)
    }

    /// Of each indicator and period the newest version: what waits, and what was accepted lately.
    fn values(&self, has: &dyn Fn(i64) -> bool) -> Vec<Vec<Entry>> {
        let since = self.terms.today.saturating_sub(MONTHS_BACK.months());
        let mut rows = Vec::new();
        for known in self.desk.indicators().filter(|it| has(it.measure)) {
            let all = self.desk.actuals((known.measure, known.number));
            let newest = |it: &&Actual| {
                !all.iter().any(|that| that.period == it.period && that.version > it.version)
            };
            let is_open = |it: &&Actual| it.state != State::Accepted || it.period.last() >= since;
            for it in all.iter().filter(newest).filter(is_open) {
                rows.push(self.value(known, it));
            }
        }
        rows
    }

    fn value(&self, known: &crate::effects::model::Known, it: &Actual) -> Vec<Entry> {
        let t = self.terms.t;
        let typed = typed(t.language(), it);
        let other = |column: &Column| match column.code {
            KEY => self.key(Of::Actual(it.measure, it.indicator, it.period), it.version),
            MEASURE => self.name_of(it.measure),
            INDICATOR => Entry::Text(named('I', known.number, &known.says.name)),
            PERIOD => Entry::Text(it.period.to_string()),
            _ => Entry::Text(t.get(&format!("wert-stand-{}", it.state.code()))),
        };
        self.row(Leaf::Values, &typed, &other)
    }

    fn spent(&self, it: &Line, of: Of) -> Vec<Entry> {
        let typed = spent::typed(self.terms.t, &it.says, "");
        let other = |column: &Column| match column.code {
            KEY => self.key(of, it.number),
            _ => self.name_of(it.measure),
        };
        self.row(Leaf::Spending, &typed, &other)
    }

    fn leaf(&self, leaf: Leaf, rows: Vec<Vec<Entry>>) -> Sheet {
        let t = self.terms.t;
        let column = |it: &Column| {
            let hint =
                [format!("arbeitsmappe-{}.hinweis", it.code), format!("{}.hinweis", it.text)];
            let note = hint.iter().find(|id| t.has(id)).map_or_else(String::new, |id| t.get(id));
            Filled { title: t.get(it.text), note, width: it.width, check: self.check(it.kind) }
        };
        let columns = leaf.columns().iter().map(column).collect();
        let room = ROOM.max(u32::try_from(rows.len()).unwrap_or(ROOM));
        let frozen_columns = if leaf == Leaf::Values { 4 } else { 2 };
        Sheet { name: sheet_name(&t.get(leaf.text())), columns, rows, room, frozen_columns }
    }

    fn check(&self, kind: Kind) -> Check {
        let t = self.terms.t;
        let lists = sheet_name(&t.get(LISTS));
        match kind {
            Kind::Post => Check::Listed(lists, 0),
            Kind::Place => Check::Listed(lists, 1),
            Kind::State => {
                Check::OneOf(Life::ALL.map(|it| self.terms.tell(t, kind, it.code())).to_vec())
            }
            Kind::Counted => {
                let all = crate::effects::model::Kind::ALL;
                Check::OneOf(all.map(|it| self.terms.tell(t, kind, it.code())).to_vec())
            }
            Kind::Rule => {
                let all = crate::effects::model::Rule::ALL;
                Check::OneOf(all.map(|it| self.terms.tell(t, kind, it.code())).to_vec())
            }
            Kind::Cost => {
                let all = CostKind::ALL;
                Check::OneOf(all.map(|it| self.terms.tell(t, kind, it.code())).to_vec())
            }
            Kind::Yes => Check::OneOf(vec![t.get("offen-ja")]),
            _ => Check::Any,
        }
    }

    /// What can be chosen: Stellen, places, organisations.
    fn lists(&self) -> Sheet {
        let t = self.terms.t;
        let whole = t.get("ganze-stadt");
        let desks = &self.terms.index.desks;
        let spots = self.terms.index.spots.iter().cloned();
        let spots: Vec<String> = std::iter::once(whole).chain(spots).collect();
        let organisations: Vec<&String> = self.desk.organisations.values().collect();
        let most = desks.len().max(spots.len()).max(organisations.len());
        let cell = |it: Option<&String>| it.cloned().map_or(Entry::Empty, Entry::Text);
        let row = |at: usize| {
            let organisation = organisations.get(at).copied();
            vec![cell(desks.get(at)), cell(spots.get(at)), cell(organisation)]
        };
        let column = |id: &str| Filled {
            title: t.get(id),
            note: String::new(),
            width: 44,
            check: Check::Any,
        };
        Sheet {
            name: sheet_name(&t.get(LISTS)),
            columns: ["arbeitsmappe-stellen", "arbeitsmappe-orte", "arbeitsmappe-organisationen"]
                .map(column)
                .to_vec(),
            rows: (0..most).map(row).collect(),
            room: 1,
            frozen_columns: 0,
        }
    }

    fn guide(&self) -> Sheet {
        let t = self.terms.t;
        let line = |it: &str| vec![Entry::Text(t.get(&format!("arbeitsmappe-anleitung-{it}")))];
        let title = t.get("arbeitsmappe-anleitung");
        let columns = vec![Filled { title, note: String::new(), width: 100, check: Check::Any }];
        Sheet {
            name: sheet_name(&t.get(GUIDE)),
            columns,
            rows: GUIDE_LINES.map(line).to_vec(),
            room: 1,
            frozen_columns: 0,
        }
    }
}
