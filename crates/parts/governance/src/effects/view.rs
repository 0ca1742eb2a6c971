//! What the pages of indicators are made from.

use std::collections::BTreeSet;

use ankunft_atlas::course::{self, Moment, Spot};
use ankunft_disclosure::Audience;
use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::register::organisations;
use ankunft_platform::web::{App, City, Failure, Viewer};

use super::checks::{Counting, Hint, do_meet, lacks, same_people};
use super::held::fits;
use super::model::{Actual, Hundredths, Indicator, Known, State, Value, accepted, together};
use super::period::Period;
use super::{actuals, store};
use crate::around::words::Organisations;
use crate::measures::model::{Measure, Plan, State as Life};
use crate::measures::store as measures;
use crate::within::{Nesting, Within};

/// An indicator with its values.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The indicator.
    pub known: Known,
    /// What was handed in, by period, the oldest version first.
    pub actuals: Vec<Actual>,
    /// The figures of an indicator of the quarter, the earliest first.
    pub course: Vec<Moment>,
}

impl Stand {
    /// The values that count, the earliest period first.
    #[must_use]
    pub fn values(&self) -> Vec<(Period, Value)> {
        if self.known.says.figure.is_some() {
            let figure = |it: &Moment| (Period::of(it.day, 1), Value::Count(hundredths(it.number)));
            return self.course.iter().map(figure).collect();
        }
        self.counting().iter().map(|it| (it.period, it.value)).collect()
    }

    /// What was accepted, of the kind that is counted now, the earliest period first.
    fn counting(&self) -> Vec<&Actual> {
        let mut all = accepted(&self.actuals);
        all.retain(|it| fits(&it.value, self.known.says.kind));
        all
    }

    /// What they are together, and the last day that they speak of.
    #[must_use]
    pub fn now(&self) -> Option<(Hundredths, jiff::civil::Date)> {
        let values = self.values();
        let shown = together(self.known.says.rule, &values).and_then(Value::shown)?;
        values.iter().map(|it| it.0.last()).max().map(|day| (shown, day))
    }

    /// What waits for its Abnahme: of each period the newest version, if nobody has decided on it.
    #[must_use]
    pub fn waiting(&self) -> Vec<&Actual> {
        let newest = |it: &&Actual| {
            let mut others = self.actuals.iter().filter(|other| other.period == it.period);
            it.state == State::Checked && !others.any(|other| other.version > it.version)
        };
        self.actuals.iter().filter(newest).collect()
    }

    /// The newest value that was accepted before a period begins, of a period as long: what a year
    /// brought is no measure of a quarter.
    #[must_use]
    pub fn before(&self, period: Period) -> Option<&Actual> {
        let is_before = |it: &&Actual| {
            it.period.months() == period.months() && it.period.last() < period.first()
        };
        self.counting().into_iter().rfind(is_before)
    }

    /// The newest version that was handed in for a period.
    #[must_use]
    pub fn newest(&self, period: Period) -> Option<&Actual> {
        self.actuals.iter().rfind(|it| it.period == period)
    }
}

/// A number of the atlas in hundredths.
#[expect(clippy::cast_possible_truncation, reason = "figures of a city are far below 2^53")]
pub(crate) fn hundredths(number: f64) -> Hundredths {
    (number * 100.0).round() as Hundredths
}

/// Another measure that may count the same people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The number of the other measure.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// The indicators of this one.
    pub names: Vec<String>,
}

/// The Wirkungstreppe of a measure.
#[derive(Debug)]
pub struct Staircase {
    /// The indicators as they stand, by step.
    pub all: Vec<Stand>,
    /// All their versions, the newest of each first.
    pub versions: Vec<Known>,
    /// Measures that may count the same people.
    pub overlaps: Vec<Overlap>,
    /// Names of organisations.
    pub organisations: Organisations,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl Staircase {
    /// Reads it; a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn read(
        app: &App,
        viewer: &Viewer,
        city: &City,
        measure: &Measure,
    ) -> Result<Self, Failure> {
        Self::read_as(app, (viewer.actor.audience(), &viewer.t), city, measure).await
    }

    /// The same, with the figures of the quarter that an audience sees.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn read_as(
        app: &App,
        reader: (Audience, &Texts),
        city: &City,
        measure: &Measure,
    ) -> Result<Self, Failure> {
        let tenant = city.tenant();
        let mut read = app.store.read().await?;
        let versions = store::versions(&mut read, tenant, measure.number).await?;
        let values = actuals::of_measure(&mut read, tenant, measure.number).await?;
        let others = read.kept::<measures::Measures>(tenant).await?;
        // Only what happens at the same place can count the same people.
        let here = measure.plan.place.as_ref();
        let within = read.kept::<Within>(tenant).await?;
        let is_near = |it: &Measure| do_meet(here, it.plan.place.as_ref(), &within);
        let others: Vec<Measure> = others.iter().filter(|it| is_near(it)).cloned().collect();
        let near: BTreeSet<i64> = others.iter().map(|it| it.number).collect();
        let indicators = read.kept::<store::Indicators>(tenant).await?;
        let indicators = indicators.iter().filter(|it| near.contains(&it.measure));
        let indicators: Vec<Known> = indicators.cloned().collect();
        let organisations = organisations::names(&mut read, tenant).await?;
        let names = Names::read(&mut read, tenant).await?;
        drop(read);
        let overlaps = overlaps((measure, &within), &others, &indicators);
        let own: Vec<Known> =
            indicators.into_iter().filter(|it| it.measure == measure.number).collect();
        let followed: Vec<(usize, (Spot<'_>, &str))> = own
            .iter()
            .enumerate()
            .filter_map(|(at, it)| Some((at, spot(&measure.plan, &it.says)?)))
            .collect();
        let asked: Vec<(Spot<'_>, &str)> = followed.iter().map(|it| it.1).collect();
        let mut courses = course::courses(app, tenant, reader, &asked).await?;
        let mut all: Vec<Stand> = own
            .iter()
            .map(|known| {
                let is_of = |it: &&Actual| it.indicator == known.number;
                let actuals = values.iter().filter(is_of).cloned().collect();
                Stand { known: known.clone(), actuals, course: Vec::new() }
            })
            .collect();
        for ((at, _), course) in followed.iter().zip(&mut courses) {
            all[*at].course = std::mem::take(course);
        }
        Ok(Self { all, versions, overlaps, organisations, names })
    }

    /// The indicators for which somebody is asked.
    pub fn open(&self) -> impl Iterator<Item = &Stand> {
        self.all.iter().filter(|it| !it.known.says.ended)
    }

    /// What it lacks.
    #[must_use]
    pub fn lacks(&self) -> Vec<Hint> {
        lacks(self.open().map(|it| it.known.says.step))
    }

    /// The indicator of a number.
    #[must_use]
    pub fn find(&self, number: i64) -> Option<&Stand> {
        self.all.iter().find(|it| it.known.number == number)
    }
}

/// Where the figure of an indicator is followed, and which measure of the atlas it is.
pub(super) fn spot<'a>(plan: &'a Plan, says: &'a Indicator) -> Option<(Spot<'a>, &'a str)> {
    let (geography, code) = says.figure.as_deref()?.split_once(':')?;
    let place = plan.place.as_ref().filter(|it| it.geography == geography);
    Some(((geography, place.map(|it| it.area.as_str())), code))
}

/// Measures that are not given up and may count the same people as this one.
fn overlaps(
    (measure, within): (&Measure, &Nesting),
    others: &[Measure],
    indicators: &[Known],
) -> Vec<Overlap> {
    let of = |number: i64| -> Vec<&Indicator> {
        let own = indicators.iter().filter(|it| it.measure == number && !it.says.ended);
        own.map(|it| &it.says).collect()
    };
    let own = of(measure.number);
    let overlap = |other: &Measure| {
        let that = of(other.number);
        let (one, two) = (counting(&measure.plan, &own), counting(&other.plan, &that));
        let names = same_people(one, two, within);
        let names: Vec<String> = names.into_iter().map(|it| it.name.clone()).collect();
        (!names.is_empty()).then(|| Overlap {
            number: other.number,
            title: other.plan.title.clone(),
            names,
        })
    };
    let others = others.iter().filter(|it| it.number != measure.number);
    others.filter(|it| it.plan.state != Life::Ended).filter_map(overlap).collect()
}

/// A measure as far as it counts people by these indicators.
pub(crate) fn counting<'a>(plan: &'a Plan, indicators: &'a [&'a Indicator]) -> Counting<'a> {
    Counting {
        place: plan.place.as_ref(),
        from: plan.starts_on,
        to: plan.due,
        target_group: &plan.target_group,
        indicators,
    }
}
