//! A figure of an area unit, or of the whole city, as papers cite it.

use std::fmt;

use ankunft_disclosure::{Audience, Policy};
use ankunft_formats::Nature;
use ankunft_platform::citing::Thing;
use ankunft_platform::finding::{best, fits, names};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::register::areas;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use crate::composed;
use crate::model::measure::{Unit, periods_a_year};
use crate::pages::overview::{Setting, encode, query};
use crate::pages::{source, words};
use crate::state::Atlas;
use crate::store::{Shelf, last_day};
use crate::view::overview::{Asker, Figures, Origin, Question, exactly};
use crate::view::profile::{Moment, Profile, Series};

/// The kind under which figures are cited.
pub(crate) const KIND: &str = "figure";

/// Which figure: `quartier:share_foreigners:2024h2:0103`, without area unit that of the city.
///
/// ```
/// use ankunft_atlas::FigureId;
///
/// let id = FigureId::parse("quartier:share_foreigners:2024h2:0103").expect("an id");
/// assert_eq!((id.period, id.area), ("2024h2", Some("0103")));
/// assert_eq!(id.to_string(), "quartier:share_foreigners:2024h2:0103");
/// assert_eq!(FigureId::parse("quartier:population:2024").expect("a total").area, None);
/// assert_eq!(FigureId::parse("population:2024"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureId<'a> {
    /// The code of the geography.
    pub geography: &'a str,
    /// The code of the measure.
    pub measure: &'a str,
    /// The period.
    pub period: &'a str,
    /// The key of the area unit; none for the whole city.
    pub area: Option<&'a str>,
}

impl<'a> FigureId<'a> {
    /// Reads an id.
    #[must_use]
    pub fn parse(id: &'a str) -> Option<Self> {
        let mut pieces = id.splitn(4, ':');
        let mut next = || pieces.next().filter(|it| !it.is_empty());
        let (geography, measure, period) = (next()?, next()?, next()?);
        Some(Self { geography, measure, period, area: next() })
    }

    pub(crate) fn question(&self) -> Question {
        Question {
            geography: Some(self.geography.to_owned()),
            measure: Some(self.measure.to_owned()),
            period: Some(self.period.to_owned()),
            nearest: false,
        }
    }
}

impl fmt::Display for FigureId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.geography, self.measure, self.period)?;
        self.area.map_or(Ok(()), |area| write!(f, ":{area}"))
    }
}

/// Figures, to be cited by all parts.
pub(crate) struct CitableFigure;

impl Citable for CitableFigure {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Evidence
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

    /// A stock has a whole day as its period.
    fn period<'a>(&self, id: &'a str) -> Option<&'a str> {
        FigureId::parse(id).map(|it| it.period).filter(|it| it.len() <= "2024-12".len())
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

async fn look_up(
    app: &App,
    tenant: Tenant,
    ids: &[&str],
    audience: Audience,
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let nothing = || ids.iter().map(|_| None).collect();
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(nothing()) };
    let Some(city) = app.city_of(tenant).await? else { return Ok(nothing()) };
    let mut read = app.store.read().await?;
    let parsed: Vec<Option<FigureId<'_>>> = ids.iter().map(|id| FigureId::parse(id)).collect();
    let questions: Vec<Question> = parsed
        .iter()
        .map(|it| it.as_ref().map_or_else(Question::default, FigureId::question))
        .collect();
    let asker = Asker { tenant, audience, key: &app.keys.release, memory: &atlas.memory };
    let (shelf, figures) = exactly(&mut read, asker, &questions).await?;
    let (t, base) = (app.texts_of(&city), format!("/{}", city.slug));
    let setting = Setting { t: &t, reader: audience, base: &base, city: &city.name, classes: None };
    let thing = |(id, figures): (Option<FigureId<'_>>, Option<Figures>)| {
        cited(&setting, &shelf, id?, &figures?)
    };
    Ok(parsed.into_iter().zip(figures).map(thing).collect())
}

/// The same measure of the same place in its newest period.
async fn newest(
    app: &App,
    tenant: Tenant,
    ids: &[&str],
    audience: Audience,
) -> Result<Vec<Option<String>>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else {
        return Ok(ids.iter().map(|_| None).collect());
    };
    let mut read = app.store.read().await?;
    let shelf = atlas.memory.shelf(&mut read, tenant, audience).await?;
    let newest = |id: &&str| {
        let it = FigureId::parse(id)?;
        let geography = shelf.geographies.iter().find(|known| known.code == it.geography)?;
        let measures = &shelf.holdings.get(&geography.id)?.measures;
        let measure = measures.iter().find(|known| known.code == it.measure)?;
        // A year beside a half-year would be twice as much of what flows.
        let is_alike = |period: &str| periods_a_year(period) == periods_a_year(it.period);
        let is_later = |period: &str| last_day(period) > last_day(it.period);
        let all = shelf.periods(geography, measure);
        let newer = all.iter().find(|(period, _)| is_alike(period) && is_later(period));
        newer.map(|(period, _)| FigureId { period, ..it }.to_string())
    };
    Ok(ids.iter().map(newest).collect())
}

/// Figures by the name of their measure and of their place, each in its newest period: where a place
/// is named those of that place, else those of the whole city.
async fn search(
    app: &App,
    tenant: Tenant,
    words: &[String],
    audience: Audience,
) -> Result<Vec<String>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(Vec::new()) };
    let Some(city) = app.city_of(tenant).await? else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let shelf = atlas.memory.shelf(&mut read, tenant, audience).await?;
    let t = app.texts_of(&city);
    let mut places = Vec::new();
    for geography in &shelf.geographies {
        let newest = shelf.versions.iter().rfind(|it| it.geography == geography.id);
        let Some(newest) = newest.filter(|_| shelf.holdings.contains_key(&geography.id)) else {
            continue;
        };
        let units = areas::areas(&mut read, tenant, newest.id).await?;
        let named = units.into_iter().filter(|it| fits(words, &it.name) > 0);
        places.extend(named.map(|it| (geography, it)));
    }
    // Who names a place means it and not its parts.
    if places.iter().any(|(_, it)| names(words, &it.name)) {
        places.retain(|(_, it)| names(words, &it.name));
    }
    let mut all = Vec::new();
    for geography in &shelf.geographies {
        let Some(holdings) = shelf.holdings.get(&geography.id) else { continue };
        let here: Vec<_> = places.iter().filter(|it| it.0.id == geography.id).collect();
        for measure in &holdings.measures {
            let name = crate::pages::words::measure(&t, &shelf, measure);
            let Some((period, _)) = shelf.periods(geography, measure).into_iter().next() else {
                continue;
            };
            let (measure_code, is_flow) = (&measure.code, measure.nature == Nature::Flow);
            let id = |area| {
                let it = FigureId {
                    geography: &geography.code,
                    measure: measure_code,
                    period: &period,
                    area,
                };
                it.to_string()
            };
            for (_, unit) in &here {
                all.push((is_flow, id(Some(unit.code.as_str())), format!("{name} {}", unit.name)));
            }
            if places.is_empty() {
                all.push((is_flow, id(None), name.clone()));
            }
        }
    }
    // How many live somewhere is asked for more often than how many moved.
    all.sort_by_key(|it| it.0);
    let all = all.into_iter().map(|(_, id, text)| (id, text));
    Ok(best(words, all))
}

/// A figure as it is cited. One without a number says nothing that a paper could rest on.
fn cited(
    setting: &Setting<'_>,
    shelf: &Shelf,
    id: FigureId<'_>,
    figures: &Figures,
) -> Option<CitedThing> {
    seen(setting, shelf, id, figures).map(|it| it.0)
}

/// A figure as it is cited, and its number. One without a number says nothing that a paper could
/// rest on.
pub(crate) fn seen(
    setting: &Setting<'_>,
    shelf: &Shelf,
    id: FigureId<'_>,
    figures: &Figures,
) -> Option<(CitedThing, f64)> {
    let t = setting.t;
    let place = id.area.and_then(|code| figures.place(shelf, code));
    let told = place.as_ref().map(|it| composed::words::told(t, it, figures));
    let joined = match &place {
        Some(place) => Some(figures.of_place(shelf, place)?),
        None => None,
    };
    let figures = joined.as_ref().unwrap_or(figures);
    let mut number = source::number(setting, figures, id.area)?;
    let bare = number.value.number()?;
    number.place = told.unwrap_or(number.place);
    let measure = words::measure(t, shelf, &figures.measure);
    let value = words::cell(t, figures.measure.unit, number.value);
    let base = figures.measure.recipe.base();
    let base = figures.parts.iter().zip(&number.parts).find(|((code, _), _)| Some(&**code) == base);
    let mut args = vec![
        ("merkmal", Arg::from(measure.as_str())),
        ("gebiet", Arg::from(number.place.as_str())),
        ("wann", Arg::from(words::when(t, figures.measure.nature, &figures.period))),
        ("wert", Arg::from(value.as_str())),
    ];
    let sentence = match base {
        Some((_, cell)) => {
            args.push(("anzahl", Arg::from(words::cell(t, Unit::Count, *cell))));
            "zahl-satz-anteil"
        }
        None => "zahl-satz",
    };
    let area = id.area.map_or_else(String::new, |it| format!("&gebiet={}", encode(it)));
    let circle = figures.values.nutzung();
    let mut releases: Vec<i64> = figures.sources.iter().map(|it| it.release).collect();
    releases.sort_unstable();
    releases.dedup();
    let thing = CitedThing {
        title: t.with("zahl-titel", &args[..2]),
        text: t.with(sentence, &args),
        value: Some(value),
        source: sources(t, &figures.sources),
        date: last_day(&figures.period).map_or_else(|| id.period.to_owned(), |it| it.to_string()),
        link: format!("{}/atlas/quelle?{}{area}", setting.base, query(figures)),
        nutzung: place.map_or(circle, |it| it.circle(circle)),
        releases,
    };
    Some((thing, bare))
}

/// The key figures as things that can be cited; none where a number is missing.
pub(crate) fn things(setting: &Setting<'_>, profile: &Profile) -> Vec<Option<Thing>> {
    let thing = |(series, moment): (&Series, &Moment)| {
        moment.value.number()?;
        let id = FigureId {
            geography: &profile.geography.code,
            measure: &series.measure.code,
            period: &moment.period,
            area: Some(profile.place.cited_as()),
        };
        let name = words::measure(setting.t, &profile.shelf, &series.measure);
        Some(Thing { id: id.to_string(), name })
    };
    let newest = |it| Some((it, Series::newest(it, setting.reader)?));
    profile.series.iter().filter_map(newest).map(thing).collect()
}

/// Publisher, Datenstände and rule; said once for dataset versions that share publisher and rule.
fn sources(t: &Texts, sources: &[Origin]) -> String {
    let mut groups: Vec<(&str, String, Vec<String>)> = Vec::new();
    for it in sources {
        let (publisher, rule) = (it.dataset.publisher.as_str(), rule(t, it));
        let state = state(t, it);
        match groups.iter_mut().find(|group| (group.0, &group.1) == (publisher, &rule)) {
            Some((_, _, states)) if states.contains(&state) => {}
            Some((_, _, states)) => states.push(state),
            None => groups.push((publisher, rule, vec![state])),
        }
    }
    let line = |(publisher, rule, states): &(&str, String, Vec<String>)| {
        let args = [
            ("herausgeber", Arg::from(*publisher)),
            ("staende", Arg::from(t.list(states))),
            ("schutz", Arg::from(rule)),
        ];
        t.with("zahl-quelle", &args)
    };
    groups.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// The rule alone where the publisher itself protected the figures.
fn rule(t: &Texts, it: &Origin) -> String {
    match &it.policy {
        Policy::AlreadyProtected(declared) if declared.office == it.dataset.publisher => {
            declared.rule.clone()
        }
        policy => words::policy(t, policy),
    }
}

fn state(t: &Texts, it: &Origin) -> String {
    let accepted = jiff::Timestamp::from_microsecond(it.dataset.accepted_at).unwrap_or_default();
    let day = jiff::tz::Offset::UTC.to_datetime(accepted).date();
    let number = ("datenstand", Arg::from(it.dataset.number.to_string()));
    t.with("zahl-datenstand", &[number, ("tag", Arg::from(t.date(day)))])
}
