//! An accepted value of an indicator of steps 4 to 7, as papers cite it. For those inside the
//! administration.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use super::actuals::{Actuals, KIND};
use super::model::{Known, accepted};
use super::period::Period;
use super::view::Stand;
use super::{store, words};
use crate::measures::PATH;
use crate::measures::store as measures;

/// Accepted values, to be cited by all parts.
pub struct CitableEffect;

/// Measure, indicator and period of an id: `3:1:2026q3`.
fn parse(id: &str) -> Option<(i64, i64, Period)> {
    let mut pieces = id.splitn(3, ':');
    let (measure, indicator) = (pieces.next()?.parse().ok()?, pieces.next()?.parse().ok()?);
    Some((measure, indicator, Period::parse(pieces.next()?)?))
}

pub(super) fn id((measure, indicator, period): (i64, i64, Period)) -> String {
    format!("{measure}:{indicator}:{period}")
}

/// The id of the newest accepted value, if its indicator can be cited.
pub(super) fn newest_id(stand: &Stand) -> Option<String> {
    let newest = accepted(&stand.actuals).into_iter().next_back()?;
    let can = !stand.known.says.step.is_output();
    can.then(|| id((newest.measure, newest.indicator, newest.period)))
}

impl Citable for CitableEffect {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Effect
    }

    fn period<'a>(&self, id: &'a str) -> Option<&'a str> {
        id.splitn(3, ':').nth(2)
    }

    fn newest<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<String>>, StoreError>> {
        Box::pin(newest(app, tenant, ids, audience))
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(search(app, tenant, words, audience))
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(look_up(app, tenant, ids, audience))
    }
}

/// The newest accepted values of the indicators whose name, source or measure has these words.
async fn search(
    app: &App,
    tenant: Tenant,
    words: &[String],
    audience: Audience,
) -> Result<Vec<String>, StoreError> {
    if !Nutzung::Administration.includes(audience) {
        return Ok(Vec::new());
    }
    let mut read = app.store.read().await?;
    let measures = read.kept::<measures::Measures>(tenant).await?;
    let text = |it: &Known| {
        let title = &measures.iter().find(|measure| measure.number == it.measure)?.plan.title;
        let says = &it.says;
        let text = format!("{} {} {title}", says.name, says.source);
        (!says.step.is_output()).then(|| (format!("{}:{}", it.measure, it.number), text))
    };
    let all = read.kept::<store::Indicators>(tenant).await?;
    let found = best(words, all.iter().filter_map(text));
    let pair = |it: &String| {
        let (measure, indicator) = it.split_once(':')?;
        Some((measure.parse().ok()?, indicator.parse().ok()?))
    };
    let found: Vec<(i64, i64)> = found.iter().filter_map(pair).collect();
    let values = read.kept::<Actuals>(tenant).await?;
    let newest = |(measure, indicator): (i64, i64)| {
        let newest = accepted(values.of(measure, indicator)).into_iter().next_back()?;
        Some(id((measure, indicator, newest.period)))
    };
    Ok(found.into_iter().filter_map(newest).collect())
}

async fn newest(
    app: &App,
    tenant: Tenant,
    ids: &[&str],
    audience: Audience,
) -> Result<Vec<Option<String>>, StoreError> {
    if !Nutzung::Administration.includes(audience) {
        return Ok(ids.iter().map(|_| None).collect());
    }
    let all = app.store.read().await?.kept::<Actuals>(tenant).await?;
    let newest = |it: &&str| {
        let (measure, indicator, period) = parse(it)?;
        let later = accepted(all.of(measure, indicator)).into_iter().rfind(|it| {
            it.period.months() == period.months() && it.period.last() > period.last()
        })?;
        Some(id((measure, indicator, later.period)))
    };
    Ok(ids.iter().map(newest).collect())
}

async fn look_up(
    app: &App,
    tenant: Tenant,
    ids: &[&str],
    audience: Audience,
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let nothing = || ids.iter().map(|_| None).collect();
    if !Nutzung::Administration.includes(audience) {
        return Ok(nothing());
    }
    let Some(city) = app.city_of(tenant).await? else { return Ok(nothing()) };
    let mut read = app.store.read().await?;
    let indicators = read.kept::<store::Indicators>(tenant).await?;
    let values = read.kept::<Actuals>(tenant).await?;
    let measures = read.kept::<measures::Measures>(tenant).await?;
    drop(read);
    let t = app.texts_of(&city);
    let thing = |it: &&str| {
        let (measure, number, period) = parse(it)?;
        let is_it = |it: &&Known| it.measure == measure && it.number == number;
        let says = &indicators.iter().find(is_it)?.says;
        if says.step.is_output() {
            return None;
        }
        let own = values.of(measure, number).iter().filter(|it| it.period == period);
        let value = accepted(own).into_iter().next_back()?.value;
        let title = &measures.iter().find(|it| it.number == measure)?.plan.title;
        let shown = words::value(&t, says, value);
        let args = [
            ("name", Arg::from(says.name.as_str())),
            ("zeitraum", Arg::from(period.words(&t))),
            ("wert", Arg::from(shown.as_str())),
            ("massnahme", Arg::from(title.as_str())),
        ];
        Some(CitedThing {
            title: t.with("effekt-titel", &args),
            text: t.with("effekt-satz", &args),
            value: Some(shown),
            source: if says.source.is_empty() { title.clone() } else { says.source.clone() },
            date: period.last().to_string(),
            link: format!("/{}{PATH}/massnahmen/{measure}/indikatoren/{number}", city.slug),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        })
    };
    Ok(ids.iter().map(thing).collect())
}
