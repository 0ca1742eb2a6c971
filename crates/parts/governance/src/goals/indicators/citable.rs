//! A value of an indicator of a goal, as papers cite it. For those inside the administration. A
//! released figure is cited where it stands, in the atlas.

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;

use super::actuals::KIND;
use super::model::Origin;
use super::view::{Gauge, Gauges};
use super::{address, words};
use crate::goals::view::Goals;
use crate::inside::{Here, Inside};

/// Values of goals, to be cited by all parts.
pub struct CitableValue;

/// Goal, indicator and day of an id: `3:1:2026-12-31`.
fn parse(id: &str) -> Option<(i64, i64, Date)> {
    let mut pieces = id.splitn(3, ':');
    let (goal, indicator) = (pieces.next()?.parse().ok()?, pieces.next()?.parse().ok()?);
    Some((goal, indicator, pieces.next()?.parse().ok()?))
}

fn id(it: &Gauge, on: Date) -> String {
    format!("{}:{}:{on}", it.known.goal, it.known.number)
}

/// The id of the newest value, if it is cited here.
pub(super) fn newest_id(it: &Gauge) -> Option<String> {
    let is_own = !matches!(it.known.says.origin, Origin::Figure(..));
    it.values().last().filter(|_| is_own).map(|last| id(it, last.0))
}

impl Inside for CitableValue {
    const KIND: &'static str = KIND;
    const STAGE: Stage = Stage::Effect;
    const IS_SERIES: bool = true;
    type All = Option<Shown>;

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        let Some(goals) = Goals::read(read, tenant, None).await? else { return Ok(None) };
        // Figures of the atlas are not cited here, and not read.
        let gauges = Gauges::own(read, tenant, &goals).await?;
        Ok(Some(Shown { goals, gauges }))
    }

    fn texts(all: &Self::All, _: Here<'_>) -> Vec<(String, String)> {
        let Some(shown) = all else { return Vec::new() };
        let text = |it: &Gauge| {
            let says = &it.known.says;
            let goal = shown.title(it).unwrap_or_default();
            Some((newest_id(it)?, format!("{} {} {goal}", says.name, says.source)))
        };
        shown.gauges.all().filter_map(text).collect()
    }

    fn newest(all: &Self::All, id: &str) -> Option<String> {
        let (goal, indicator, on) = parse(id)?;
        let gauge = all.as_ref()?.gauges.find(goal, indicator)?;
        gauge.values().last().filter(|it| it.0 > on).map(|it| self::id(gauge, it.0))
    }

    fn thing(all: &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        all.as_ref()?.cited(id, here)
    }
}

/// The goals in force with their indicators.
pub struct Shown {
    goals: Goals,
    gauges: Gauges,
}

impl Shown {
    fn title(&self, it: &Gauge) -> Option<&str> {
        self.goals.concept.tree.get(it.known.goal).map(|it| it.wording.title.as_str())
    }

    fn cited(&self, id: &str, Here { t, city, .. }: Here<'_>) -> Option<CitedThing> {
        let (goal, indicator, on) = parse(id)?;
        let gauge = self.gauges.find(goal, indicator)?;
        let says = &gauge.known.says;
        if matches!(says.origin, Origin::Figure(..)) {
            return None;
        }
        let (_, value) = gauge.values().into_iter().find(|it| it.0 == on)?;
        let title = self.title(gauge)?;
        let shown = words::value(t, says, value);
        let args = [
            ("name", Arg::from(says.name.as_str())),
            ("tag", Arg::from(t.date(on))),
            ("wert", Arg::from(shown.as_str())),
            ("ziel", Arg::from(title)),
        ];
        let of = gauge.actuals.iter().rfind(|it| it.on == on).map(|it| it.source.clone());
        let source = of.filter(|it| !it.is_empty()).unwrap_or_else(|| says.source.clone());
        Some(CitedThing {
            title: t.with("ziel-wert-titel", &args),
            text: t.with("ziel-wert-satz", &args),
            value: Some(shown),
            source: if source.is_empty() { title.to_owned() } else { source },
            date: on.to_string(),
            link: address(city, goal, indicator),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        })
    }
}
