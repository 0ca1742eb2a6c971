//! What pages and files of indicators of goals are made from.

use std::collections::BTreeMap;

use ankunft_atlas::course::{self, Moment, Spot};
use ankunft_disclosure::Audience;
use ankunft_platform::languages::Texts;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::Date;

use super::actuals::Actuals;
use super::model::{Actual, Cannot, Known, Origin, State, cannot_add, counted, state, summed};
use super::store;
use crate::effects::actuals::Actuals as OfMeasures;
use crate::effects::checks::same_people;
use crate::effects::held::is_alike;
use crate::effects::model::{Hundredths, Indicator, Kind, Rule, Value, accepted};
use crate::effects::period::Period;
use crate::effects::store::Indicators as Measured;
use crate::effects::view::{counting, hundredths};
use crate::goals::view::Goals;
use crate::measures::model::Measure;
use crate::within::{Nesting, Within};

/// An indicator of a measure that is to be added, or could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The measure and the number of its indicator.
    pub of: (i64, i64),
    /// What the measure is called.
    pub measure: String,
    /// What it counts.
    pub name: String,
    /// In which unit.
    pub unit: String,
    /// What its values are.
    pub kind: Kind,
    /// Why it is not added.
    pub cannot: Option<Cannot>,
    /// Its accepted values by period.
    pub values: Vec<(Period, Value)>,
    /// How its values become one.
    pub rule: Rule,
}

/// An indicator with its values.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// What it says.
    pub known: Known,
    /// What was written down, by day, the oldest version first.
    pub actuals: Vec<Actual>,
    /// The figures that it follows, the earliest first.
    pub course: Vec<Moment>,
    /// What it adds up.
    pub terms: Vec<Term>,
    /// Whether some of that may count the same people.
    pub counts_twice: bool,
}

impl Gauge {
    /// The values that count, the earliest first.
    #[must_use]
    pub fn values(&self) -> Vec<(Date, Value)> {
        match self.known.says.origin {
            Origin::Kept => counted(&self.actuals).iter().map(|it| (it.on, it.value)).collect(),
            Origin::Figure(..) => {
                let figure = |it: &Moment| (it.day, Value::Count(hundredths(it.number)));
                self.course.iter().map(figure).collect()
            }
            Origin::Sum(_) => {
                let added = self.terms.iter().filter(|it| it.cannot.is_none());
                summed(&added.map(|it| (it.rule, it.values.clone())).collect::<Vec<_>>())
            }
        }
    }

    /// The same as they are shown.
    #[must_use]
    pub fn shown(&self) -> Vec<(Date, Hundredths)> {
        self.values().into_iter().filter_map(|(on, it)| Some((on, it.shown()?))).collect()
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self, today: Date) -> State {
        state(&self.known.says, &self.shown(), today)
    }
}

/// The values of a kind: they belong to the number of an indicator, whatever an edition makes of it.
fn alike(all: Option<&Vec<Actual>>, kind: Kind) -> Vec<Actual> {
    all.into_iter().flatten().filter(|it| is_alike(&it.value, kind)).cloned().collect()
}

/// The indicators of all goals of an edition.
#[derive(Debug, Default)]
pub struct Gauges(BTreeMap<i64, Vec<Gauge>>);

impl Gauges {
    /// Reads them; a constant number of statements. Figures are those that the audience sees.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        app: &App,
        tenant: Tenant,
        reader: (Audience, &Texts),
        goals: &Goals,
    ) -> Result<Self, StoreError> {
        let mut gauges = Self::own(&mut app.store.read().await?, tenant, goals).await?;
        follow(app, tenant, reader, gauges.0.values_mut().flatten()).await?;
        Ok(gauges)
    }

    /// The same without what they follow in the atlas.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn own(read: &mut Read, tenant: Tenant, goals: &Goals) -> Result<Self, StoreError> {
        let edition = goals.concept.edition.number;
        let known = store::indicators(read, tenant, edition).await?;
        if known.is_empty() {
            return Ok(Self::default());
        }
        let written = read.kept::<Actuals>(tenant).await?;
        let measured = read.kept::<Measured>(tenant).await?;
        let values = read.kept::<OfMeasures>(tenant).await?;
        let within = read.kept::<Within>(tenant).await?;
        let gauge = |known: Known| {
            let terms = terms(goals, (&measured, &values), &known);
            Gauge {
                actuals: alike(written.get(&(known.goal, known.number)), known.says.kind),
                course: Vec::new(),
                counts_twice: do_count_twice(goals, (&measured, &within), &terms),
                terms,
                known,
            }
        };
        let mut gauges = Self::default();
        for it in known.into_iter().map(gauge) {
            gauges.0.entry(it.known.goal).or_default().push(it);
        }
        Ok(gauges)
    }

    /// Those of a goal, by number.
    #[must_use]
    pub fn of(&self, goal: i64) -> &[Gauge] {
        self.0.get(&goal).map_or(&[], Vec::as_slice)
    }

    /// The indicator of a number.
    #[must_use]
    pub fn find(&self, goal: i64, number: i64) -> Option<&Gauge> {
        self.of(goal).iter().find(|it| it.known.number == number)
    }

    /// All of them, by goal and number.
    pub fn all(&self) -> impl Iterator<Item = &Gauge> {
        self.0.values().flatten()
    }
}

/// Fetches the figures of those that follow one.
async fn follow(
    app: &App,
    tenant: Tenant,
    reader: (Audience, &Texts),
    all: impl Iterator<Item = &mut Gauge>,
) -> Result<(), StoreError> {
    let (mut following, mut spots) = (Vec::new(), Vec::new());
    for it in all {
        if let Origin::Figure(figure, area) = &it.known.says.origin {
            let (geography, code) = figure.split_once(':').unwrap_or_default();
            spots.push((geography.to_owned(), code.to_owned(), area.clone()));
            following.push(it);
        }
    }
    let asked: Vec<(Spot<'_>, &str)> = spots
        .iter()
        .map(|(geography, code, area)| ((geography.as_str(), area.as_deref()), code.as_str()))
        .collect();
    let courses = course::courses(app, tenant, reader, &asked).await?;
    for (it, course) in following.into_iter().zip(courses) {
        it.course = course;
    }
    Ok(())
}

/// What an indicator adds up, each with why it is not added; none where it is no sum.
fn terms(goals: &Goals, known: (&Measured, &OfMeasures), it: &Known) -> Vec<Term> {
    let Origin::Sum(chosen) = &it.says.origin else { return Vec::new() };
    let serving = goals.measures_of(it.goal);
    let mut rule = None;
    let term = |of: &(i64, i64)| {
        let says = &known.0.iter().find(|it| (it.measure, it.number) == *of)?.says;
        let measure = goals.measures.iter().find(|it| it.number == of.0)?;
        let cannot = match serving.iter().any(|it| it.number == of.0) {
            true => cannot_add(&it.says, rule, says),
            false => Some(Cannot::Elsewhere),
        };
        if cannot.is_none() {
            rule = Some(says.rule);
        }
        Some(Term { cannot, ..self::term(of, &measure.plan.title, says, known.1) })
    };
    chosen.iter().filter_map(term).collect()
}

fn term(of: &(i64, i64), measure: &str, says: &Indicator, values: &OfMeasures) -> Term {
    let values = accepted(values.of(of.0, of.1)).into_iter().map(|it| (it.period, it.value));
    Term {
        of: *of,
        measure: measure.to_owned(),
        name: says.name.clone(),
        unit: says.unit.clone(),
        kind: says.kind,
        cannot: None,
        values: values.filter(|it| is_alike(&it.1, says.kind)).collect(),
        rule: says.rule,
    }
}

/// Whether two measures of which something is added may count the same people.
fn do_count_twice(
    goals: &Goals,
    (measured, within): (&Measured, &Nesting),
    terms: &[Term],
) -> bool {
    let added: Vec<(&Measure, &Indicator)> = terms
        .iter()
        .filter(|it| it.cannot.is_none())
        .filter_map(|it| {
            let measure = goals.measures.iter().find(|measure| measure.number == it.of.0)?;
            let says = measured.iter().find(|says| (says.measure, says.number) == it.of)?;
            Some((measure, &says.says))
        })
        .collect();
    let same = |one: &(&Measure, &Indicator), other: &(&Measure, &Indicator)| {
        let (a, b) = ([one.1], [other.1]);
        let (a, b) = (counting(&one.0.plan, &a), counting(&other.0.plan, &b));
        one.0.number != other.0.number && !same_people(a, b, within).is_empty()
    };
    added.iter().enumerate().any(|(at, one)| added[..at].iter().any(|other| same(one, other)))
}

/// The indicators of the measures that serve a goal or what stands below it: what could be added.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn offered(
    app: &App,
    tenant: Tenant,
    (goals, goal): (&Goals, i64),
) -> Result<Vec<Term>, StoreError> {
    let mut read = app.store.read().await?;
    let measured = read.kept::<Measured>(tenant).await?;
    let values = read.kept::<OfMeasures>(tenant).await?;
    drop(read);
    let serving = goals.measures_of(goal);
    let of = |it: &crate::effects::model::Known| {
        let measure = serving.iter().find(|measure| measure.number == it.measure)?;
        // What is read in the atlas is the quarter's, not the measure's.
        let can = it.says.figure.is_none();
        can.then(|| term(&(it.measure, it.number), &measure.plan.title, &it.says, &values))
    };
    Ok(measured.iter().filter_map(of).collect())
}
