//! Doors that show what is released.

use ankunft_platform::citing::{self, Thing};
use ankunft_platform::page::components::Remember;
use ankunft_platform::page::{Link, html};
use ankunft_platform::parts::{Panel, Quarter};
use ankunft_platform::releases;
use ankunft_platform::web::{App, City, Failure, PathOf, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{Place as At, audience, offers};
use crate::assess::doors::{self as arrivals, Found, MEASURE};
use crate::assess::{self, Known};
use crate::citable::{self, KIND};
use crate::composed::{self, Place};
use crate::front;
use crate::means;
use crate::pages::data::{self, DataPage};
use crate::pages::overview::{self, OverviewPage, query};
use crate::pages::profile::{self, ProfilePage};
use crate::pages::series;
use crate::pages::source::{self, SourcePage};
use crate::pages::words;
use crate::papers::doors::report_links;
use crate::permissions::BRING;
use crate::state::Atlas;
use crate::view::overview::{Asker, Overview, Question};
use crate::view::profile::Profile;
use crate::view::{overview as figures, profile as quarter};

/// What the address of the overview can say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    pub(super) ebene: Option<String>,
    pub(super) merkmal: Option<String>,
    pub(super) stichtag: Option<String>,
    pub(super) klassen: Option<String>,
    pub(super) gebiet: Option<String>,
    pub(super) bezugssystem: Option<String>,
    pub(super) mittel: Option<String>,
}

impl Asked {
    /// What the address asks for.
    pub(super) fn question(&self) -> Question {
        // A form sends what was not chosen as an empty text.
        let chosen = |it: &Option<String>| it.clone().filter(|text| !text.is_empty());
        Question {
            geography: chosen(&self.ebene),
            measure: chosen(&self.merkmal),
            period: chosen(&self.stichtag),
            nearest: false,
        }
    }

    /// What is known of the arrival quarters of the level that was asked for.
    pub(crate) async fn arrival(
        &self,
        app: &App,
        atlas: &Atlas,
        reader: (&City, &Viewer),
    ) -> Result<Found, Failure> {
        arrivals::find(app, atlas, reader, self.ebene.as_deref()).await
    }

    /// Whether a file of the arrival quarters is asked for.
    pub(super) fn names_arrival(&self) -> bool {
        self.merkmal.as_deref() == Some(MEASURE)
    }

    /// What is known of the arrival quarters, if they are to be shown: they stand for the atlas as
    /// long as no measure is asked for.
    async fn shown_arrival(
        &self,
        app: &App,
        atlas: &Atlas,
        reader: (&City, &Viewer),
    ) -> Result<Option<Found>, Failure> {
        let measure = self.merkmal.as_deref().filter(|it| !it.is_empty());
        if measure.is_some_and(|it| it != MEASURE) {
            return Ok(None);
        }
        let found = self.arrival(app, atlas, reader).await?;
        let is_shown = match found.known {
            Known::Ready(_) => true,
            Known::Waiting => measure.is_some(),
            Known::Nothing => false,
        };
        Ok(is_shown.then_some(found))
    }

    /// The same for a page with a form: another measure may have other periods.
    pub(super) fn nearby(&self) -> Question {
        let mut question = Question { nearest: true, ..self.question() };
        // Where nothing is known of arrival quarters, the first measure stands for them.
        question.measure.take_if(|it| it == MEASURE);
        question
    }
}

/// The key of an area unit in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Code {
    pub(crate) code: String,
}

pub(super) async fn ask(
    app: &App,
    atlas: &Atlas,
    city: &City,
    viewer: &Viewer,
    question: &Question,
) -> Result<Overview, Failure> {
    let mut read = app.store.read().await?;
    let asker = Asker {
        tenant: city.tenant(),
        audience: audience(&viewer.actor),
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    Ok(figures::overview(&mut read, asker, question).await?)
}

/// `GET /{kommune}/atlas`
pub async fn show_overview(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if let Some(found) = asked.shown_arrival(&app, &atlas, (&city, &viewer)).await? {
        let ways = front::ways(&app, &city, &viewer, &found).await?;
        return Ok(arrivals::show_classes(&viewer, &city, (&found, ways)));
    }
    let view = ask(&app, &atlas, &city, &viewer, &asked.nearby()).await?;
    let place = At::of(&city);
    let setting = place.setting(&viewer, &city, asked.klassen.as_deref());
    let shown = view.figures.as_ref();
    let picture = shown.and_then(|it| overview::picture(&setting, &view, it));
    let mut shell = viewer.page(viewer.t.get("atlas-titel")).script("map.js");
    if let Some(it) = shown {
        shell.lead = overview::lead(&setting, &view, it);
        let mut data = offers::links_of_overview(&viewer.t, &city, it);
        data.extend(report_links(&viewer, &city, &it.geography.code));
        shell = shell.data(data);
        shell.mark = mark(&viewer, it.values.nutzung());
    }
    let first_step = viewer
        .may(BRING)
        .then(|| Link::new(viewer.t.get("atlas-leer-schritt"), city.at("/atlas/daten/neu")));
    let mut selects = overview::selects(&setting, &view);
    if let Some(measures) = selects.iter_mut().find(|it| it.name == "merkmal")
        && shown.is_some_and(|it| assess::is_possible(&view.shelf, &it.geography))
    {
        measures.choices.insert(0, arrivals::choice(&viewer, false));
    }
    Ok(html(&OverviewPage { shell, action: city.at("/atlas"), selects, picture, first_step }))
}

/// That a page shows what is not public.
pub(crate) fn mark(viewer: &Viewer, nutzung: ankunft_disclosure::Nutzung) -> Option<String> {
    (nutzung != ankunft_disclosure::Nutzung::Public).then(|| viewer.t.get("atlas-nur-intern"))
}

/// `GET /{kommune}/atlas/quelle`
pub async fn show_source(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = view.figures.as_ref().ok_or_else(Failure::not_found)?;
    let place = At::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let area = asked.gebiet.as_deref().filter(|it| !it.is_empty());
    let place = area.and_then(|code| it.place(&view.shelf, code));
    let joined = match &place {
        Some(place) => Some(it.of_place(&view.shelf, place).ok_or_else(Failure::not_found)?),
        None => None,
    };
    let (whole, it) = (it, joined.as_ref().unwrap_or(it));
    let number = source::number(&setting, it, area).ok_or_else(Failure::not_found)?;
    let cited = place.as_ref().map(Place::cited_as).or(area);
    let thing = source::thing(&setting, &view, it, (&number, cited));
    let buttons = buttons(&app, &viewer, &city, vec![thing]).await?;
    let t = &viewer.t;
    let mut shell = viewer
        .page(t.get("quelle-titel"))
        .lead(source::lead(&setting, &view, it, &number))
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at(&format!("/atlas?{}", query(it))))]);
    let circle = it.values.nutzung();
    shell.mark = mark(&viewer, place.as_ref().map_or(circle, |it| it.circle(circle)));
    let mut computation = source::computation(&setting, &view, it, &number);
    if let Some(place) = &place {
        composed::words::explain(t, &view.shelf, (whole, place), &mut computation);
    }
    Ok(html(&SourcePage {
        shell,
        remember: buttons.into_iter().next().flatten(),
        computation,
        origins: source::origins(&setting, &view, it),
    }))
}

/// The buttons that put figures into the reader's Mappe, one for each.
async fn buttons(
    app: &App,
    viewer: &Viewer,
    city: &City,
    things: Vec<Option<Thing>>,
) -> Result<Vec<Option<Remember>>, Failure> {
    let places: Vec<bool> = things.iter().map(Option::is_some).collect();
    let things = things.into_iter().flatten().collect();
    let mut made = citing::buttons(app, viewer, city, KIND, things).await?.into_iter();
    Ok(places.into_iter().map(|is_one| if is_one { made.next().flatten() } else { None }).collect())
}

/// With what a viewer asks for figures.
pub(crate) fn asker<'a>(app: &'a App, atlas: &'a Atlas, city: &City, viewer: &Viewer) -> Asker<'a> {
    Asker {
        tenant: city.tenant(),
        audience: audience(&viewer.actor),
        key: &app.keys.release,
        memory: &atlas.memory,
    }
}

pub(crate) async fn find_quarter(
    app: &App,
    atlas: &Atlas,
    city: &City,
    viewer: &Viewer,
    (geography, code): (Option<&str>, &str),
) -> Result<Profile, Failure> {
    let mut read = app.store.read().await?;
    let asker = asker(app, atlas, city, viewer);
    let found = quarter::profile(&mut read, asker, geography, code).await?;
    found.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/atlas/quartiere/{code}`
pub async fn show_quarter(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let geography = asked.ebene.as_deref().filter(|it| !it.is_empty());
    let years = means::asked(asked.mittel.as_deref())?;
    let view = find_quarter(&app, &atlas, &city, &viewer, (geography, &code)).await?;
    let place = At::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let t = &viewer.t;
    let query = format!("ebene={}", overview::encode(&view.geography.code));
    let mut shell = viewer
        .page(view.area.name.clone())
        .lead(profile::lead(&setting, &view))
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at(&format!("/atlas?{query}")))])
        .data(offers::links_of_quarter(t, &city, (&view, years)));
    let narrowest = view.sources.iter().map(|it| it.nutzung).min();
    shell.mark = narrowest.and_then(|it| mark(&viewer, view.place.circle(it)));
    let mut panels = Vec::new();
    let quarter = Quarter { geography: &view.geography.code, area: &code };
    for panel in app.parts.panels() {
        if let Some(Panel { title, html }) = panel.show(&app, &viewer, quarter).await? {
            panels.push((title, html));
        }
    }
    let things = citable::things(&setting, &view);
    let mut figures = profile::figures(&setting, &view);
    let buttons = buttons(&app, &viewer, &city, things).await?;
    for (figure, button) in figures.iter_mut().zip(buttons) {
        figure.remember = button;
    }
    let means = (!view.series.is_empty()).then(|| series::means(t, years));
    let series = match years {
        None => series::series(&setting, &view),
        Some(years) => series::series(&setting, &view.clone().averaged(years, setting.reader)),
    };
    Ok(html(&ProfilePage {
        shell,
        figures,
        action: city.at(&format!("/atlas/quartiere/{}", overview::encode(&code))),
        geography: view.geography.code.clone(),
        means,
        averaged: years.is_some(),
        series,
        breaks: series::interruptions(&setting, &view),
        zones: profile::zones(&setting, &view),
        composed: composed::part::part(&app, &atlas, (&city, &viewer), &view).await?,
        panels,
        map: profile::map(&setting, &view),
        sources: words::source_line(t, &view.sources),
    }))
}

/// `GET /{kommune}/atlas/daten`
pub async fn show_data(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    let reader = audience(&viewer.actor);
    let mut read = app.store.read().await?;
    let shelf = atlas.memory.shelf(&mut read, city.tenant(), reader).await?;
    let t = &viewer.t;
    let coverage = releases::coverage(&mut read, city.tenant(), reader).await?;
    let about = data::About { shelf: &shelf, coverage: &coverage, today: app.today() };
    let visible = data::visible(&shelf, reader);
    let datasets = data::rows(t, &about, &visible);
    let count = ("anzahl", ankunft_platform::languages::Arg::from(datasets.len()));
    let lead = match data::newest_period(t, &shelf) {
        Some(day) => t.with(
            "daten-leit-bis",
            &[count, ("stichtag", ankunft_platform::languages::Arg::from(day))],
        ),
        None => t.with("daten-leit", &[count]),
    };
    let shell = viewer
        .page(t.get("daten-titel"))
        .lead(lead)
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))]);
    Ok(html(&DataPage {
        shell,
        bring: viewer
            .may(BRING)
            .then(|| Link::new(t.get("daten-bringen"), city.at("/atlas/daten/neu"))),
        datasets,
        own_words: words::own_words(t),
        areas: data::area_versions(t, &shelf),
        open: offers::interfaces(t, &city),
    }))
}
