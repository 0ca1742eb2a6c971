//! The doors of the pages that explain methods.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_arrival::{Recipe, RecipeIndicator, RecipeMethod};
use ankunft_disclosure::Nutzung;
use ankunft_platform::page::components::{Choice, Select, Tab};
use ankunft_platform::page::{Link, html};
use ankunft_platform::web::{App, City, Failure, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::features::Features;
use super::pages::{self, Around, Body, METHODS, MethodPage, MethodsPage, Shown};
use super::recipe::{self, Found as Figures, Lacking};
use crate::assess::doors::{Found, find};
use crate::assess::{Assessment, Class, Known, Ready, Used, rate_base};
use crate::doors::Place;
use crate::pages::overview::encode;
use crate::pages::words;
use crate::permissions::ASSESS;
use crate::state::Atlas;
use crate::store::Shelf;
use crate::view::overview::Asker;

/// What the address can say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    ebene: Option<String>,
    gebiet: Option<String>,
    vorschrift: Option<String>,
}

/// `GET /{kommune}/atlas/methoden`
pub async fn show_methods(city: City, viewer: Viewer) -> Result<Response, Failure> {
    let t = &viewer.t;
    let link = |method: &str| {
        let path = city.at(&format!("/atlas/methoden/{method}"));
        Link::new(t.get(&format!("methode-{method}")), path)
    };
    let methods =
        METHODS.map(|it| (link(it), t.get(&format!("methode-{it}-satz")))).into_iter().collect();
    let shell = viewer
        .page(t.get("methoden-titel"))
        .lead(t.get("methoden-leit"))
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))]);
    Ok(html(&MethodsPage { shell, methods }))
}

/// `GET /{kommune}/atlas/methoden/ankunft`
pub async fn show_arrival(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, &atlas, (&city, &viewer), asked.ebene.as_deref()).await?;
    if let Known::Ready(ready) = &found.known {
        let ready = Arc::clone(ready);
        // Some dozen runs over a large city: nothing that a thread of the server should wait for.
        let computed = tokio::task::spawn_blocking(move || ready.variants().nutzung());
        computed.await.map_err(Failure::internal)?;
    }
    let page = Page { city: &city, viewer: &viewer, found: &found, asked: &asked };
    let place = Place::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let ready = found.ready();
    let mut around = page.around(ready.map(|it| &*it.ground));
    around.sources = page.sources(None);
    let areas = page.areas(&around);
    let body = pages::arrival((&setting, &around), ready, areas.chosen.as_deref());
    Ok(page.answer("ankunft", body, page.select_area(&around, &areas).into_iter().collect()))
}

/// `GET /{kommune}/atlas/methoden/punkte`
pub async fn show_points(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, &atlas, (&city, &viewer), asked.ebene.as_deref()).await?;
    let page = Page { city: &city, viewer: &viewer, found: &found, asked: &asked };
    let all = page.recipes(RecipeMethod::Points);
    let figures = read(&app, &atlas, &page, &all).await?;
    let reader = viewer.actor.audience();
    let published = figures.as_ref().and_then(|it| {
        let group = it.recipe.groups.first()?;
        Some(it.table.show(reader)?.features(group, it.recipe.min_population.unwrap_or(0.0)))
    });
    let own = found.ready().and_then(|it| Some(Features::of(it.assessment.show(reader)?)));
    let is_published = published.is_some();
    let ground = match (&figures, found.ready()) {
        (Some(it), _) => Some(&*it.ground),
        (None, ready) => ready.map(|it| &*it.ground),
    };
    let mut around = page.around(ground);
    around.sources = page.sources(figures.as_ref());
    let areas =
        if is_published { page.plain(&around, published.as_ref()) } else { page.areas(&around) };
    let features = published.or(own);
    let name = |code: &str| page.feature(&all, code);
    let mut body = pages::points(&around, features.as_ref(), (areas.chosen.as_deref(), &name));
    page.finish(&mut body, &all, figures.as_ref());
    Ok(page.answer("punkte", body, page.select_area(&around, &areas).into_iter().collect()))
}

/// `GET /{kommune}/atlas/methoden/index`
pub async fn show_index(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, &atlas, (&city, &viewer), asked.ebene.as_deref()).await?;
    let page = Page { city: &city, viewer: &viewer, found: &found, asked: &asked };
    let all = page.recipes(RecipeMethod::Composite);
    let figures = read(&app, &atlas, &page, &all).await?;
    let reader = viewer.actor.audience();
    let shown = figures.as_ref().and_then(|it| Some((it.recipe, it.table.show(reader)?)));
    let own = found.ready().and_then(|it| Some(Features::of(it.assessment.show(reader)?)));
    let ground = match (&figures, found.ready()) {
        (Some(it), _) => Some(&*it.ground),
        (None, ready) => ready.map(|it| &*it.ground),
    };
    let mut around = page.around(ground);
    around.sources = page.sources(figures.as_ref());
    let (shown, areas) = match (shown, &own) {
        (Some((recipe, table)), _) => {
            let groups = table.groups(recipe);
            let areas = page.plain(&around, groups.first().map(|it| &it.features));
            (Shown::Recipe(recipe, table), areas)
        }
        (None, Some(features)) => (Shown::Features(features), page.areas(&around)),
        (None, None) => (Shown::Nothing, Areas::default()),
    };
    let name = |code: &str| page.feature(&all, code);
    let mut body = pages::index(&around, &shown, (areas.chosen.as_deref(), &name));
    page.finish(&mut body, &all, figures.as_ref());
    let mut selects: Vec<Select> = page.select_recipe(&all).into_iter().collect();
    selects.extend(page.select_area(&around, &areas));
    Ok(page.answer("index", body, selects))
}

type Recipes = Vec<(&'static Recipe, Lacking)>;

/// The figures of the recipe that was asked for, else of the newest for which the city has all.
async fn read(
    app: &App,
    atlas: &Atlas,
    page: &Page<'_>,
    all: &Recipes,
) -> Result<Option<Figures>, Failure> {
    let Some(geography) = &page.found.geography else { return Ok(None) };
    let complete = || all.iter().filter(|it| it.1.is_empty()).map(|it| it.0);
    let asked = page.asked.vorschrift.as_deref();
    let Some(recipe) = complete().find(|it| asked == Some(&*it.id)).or(complete().next_back())
    else {
        return Ok(None);
    };
    let asker = Asker {
        tenant: page.city.tenant(),
        audience: page.viewer.actor.audience(),
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    let mut connection = app.store.read().await?;
    let place: (&Shelf, _) = (&page.found.shelf, geography);
    Ok(recipe::read(&mut connection, asker, place, recipe).await?)
}

/// The areas that can be an example, and the one that is.
#[derive(Default)]
struct Areas {
    all: Vec<String>,
    chosen: Option<String>,
}

/// One page of a method: who asks for what.
struct Page<'a> {
    city: &'a City,
    viewer: &'a Viewer,
    found: &'a Found,
    asked: &'a Asked,
}

impl<'a> Page<'a> {
    fn around(&self, ground: Option<&'a crate::store::Ground>) -> Around<'a> {
        Around::new(&self.viewer.t, ground, self.viewer.may(ASSESS))
    }

    fn ready(&self) -> Option<&'a Ready> {
        self.found.ready()
    }

    fn assessment(&self) -> Option<&'a Assessment> {
        self.ready()?.assessment.show(self.viewer.actor.audience())
    }

    /// Where the figures come from that areas are compared by: the rates of the assessment, and
    /// what a published index takes.
    fn sources(&self, figures: Option<&Figures>) -> BTreeMap<String, String> {
        let base = self.city.at("");
        let rates = self.assessment().into_iter().flat_map(|assessment| {
            let base = base.as_str();
            let link = move |it: &Used| rate_base(base, assessment, &it.dimension);
            assessment.dimensions.iter().map(move |it| (it.dimension.clone(), link(it)))
        });
        let mut sources: BTreeMap<String, String> = rates.collect();
        sources.extend(
            figures.into_iter().flat_map(|it| &it.places).map(|(name, query)| {
                (name.clone(), format!("{base}/atlas/quelle?{query}&gebiet="))
            }),
        );
        sources
    }

    /// The compared areas of the assessment. The public is shown one that no method calls, and
    /// has no choice, so that what is more than a class stays inside.
    fn areas(&self, around: &Around<'_>) -> Areas {
        let Some(assessment) = self.assessment() else { return Areas::default() };
        let of = |class: Class| {
            let compared = assessment.compared().filter(move |it| it.1.class() == class);
            compared.map(|it| &it.0.code)
        };
        let all: Vec<String> = assessment.compared().map(|it| it.0.code.clone()).collect();
        let plain = around.first(of(Class::None));
        if !around.may_name {
            return Areas { chosen: plain.map(str::to_owned), all };
        }
        let first = around.first(of(Class::Clear)).or(plain).map(str::to_owned);
        self.among(all, first)
    }

    /// The areas of a published index, whose classes its publisher shows itself.
    fn plain(&self, around: &Around<'_>, features: Option<&Features>) -> Areas {
        let all = features.map_or_else(Vec::new, |it| it.areas.clone());
        let first = around.first(all.iter()).map(str::to_owned);
        if around.may_name { self.among(all, first) } else { Areas { all, chosen: first } }
    }

    fn among(&self, all: Vec<String>, first: Option<String>) -> Areas {
        let asked = self.asked.gebiet.clone().filter(|it| all.contains(it));
        Areas { chosen: asked.or(first), all }
    }

    fn select_area(&self, around: &Around<'_>, areas: &Areas) -> Option<Select> {
        if !around.may_name || areas.all.len() < 2 {
            return None;
        }
        let now = areas.chosen.as_deref().unwrap_or_default();
        let name = |code: &String| {
            around.names.get(code.as_str()).map_or(code.clone(), |it| (*it).to_owned())
        };
        let mut choices: Vec<Choice> =
            areas.all.iter().map(|it| Choice::new(it, name(it), now)).collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        Some(Select::new("gebiet", self.viewer.t.get("methode-gebiet"), choices))
    }

    fn select_recipe(&self, all: &Recipes) -> Option<Select> {
        let complete: Vec<_> = all.iter().filter(|it| it.1.is_empty()).map(|it| it.0).collect();
        let last = complete.last()?;
        let asked = self.asked.vorschrift.as_deref();
        let now = complete.iter().find(|it| asked == Some(&*it.id)).unwrap_or(last);
        let choices: Vec<Choice> =
            complete.iter().map(|it| Choice::new(&it.id, &it.title, &now.id)).collect();
        let label = self.viewer.t.get("methode-vorschrift");
        (choices.len() > 1).then(|| Select::new("vorschrift", label, choices))
    }

    /// That the page shows more than the public sees: names beside counts, or figures that are not
    /// public.
    fn mark(&self) -> Option<&'static str> {
        let is_public = |it: &Ready| it.assessment.nutzung() == Nutzung::Public;
        if self.viewer.may(ASSESS) {
            return Some("ankunft-nur-koordination");
        }
        (!self.ready().is_none_or(is_public)).then_some("atlas-nur-intern")
    }

    /// The recipes of a method, each with what the city lacks for it.
    fn recipes(&self, method: RecipeMethod) -> Recipes {
        let recipes = Recipe::all().iter().filter(|it| it.method == method);
        let lacking = |recipe: &'static Recipe| match &self.found.geography {
            Some(it) => recipe::lacking(&self.found.shelf, it, recipe),
            None => recipe.groups.iter().flat_map(|it| &it.indicators).collect(),
        };
        recipes.map(|it| (it, lacking(it))).collect()
    }

    /// What an indicator of a recipe is called.
    fn indicator(&self, it: &RecipeIndicator) -> String {
        let t = &self.viewer.t;
        let has = |code: &&String| {
            let all =
                self.found.geography.as_ref().and_then(|it| self.found.shelf.holdings.get(&it.id));
            all.is_some_and(|all| all.measures.iter().any(|it| it.code == **code))
        };
        match it.codes.iter().find(has).or(it.codes.first()) {
            Some(code) => words::indicator(t, &self.found.shelf, code),
            None => t.get(&format!("methode-merkmal-{}", it.name)),
        }
    }

    /// What a feature is called: a dimension of arrival, or an indicator of a recipe.
    fn feature(&self, all: &Recipes, code: &str) -> String {
        let indicators = all.iter().flat_map(|it| &it.0.groups).flat_map(|it| &it.indicators);
        let t = &self.viewer.t;
        match (indicators.into_iter().find(|it| it.name == code), self.assessment()) {
            (Some(it), _) => self.indicator(it),
            (None, Some(assessment)) => match assessment.used(code) {
                Some(used) => crate::assess::rate_head(t, used),
                None => code.to_owned(),
            },
            (None, None) => code.to_owned(),
        }
    }

    /// Adds what belongs to published indices: which there are, and where their figures come from.
    fn finish(&self, body: &mut Body, all: &Recipes, figures: Option<&Figures>) {
        let t = &self.viewer.t;
        let link = |recipe: &Recipe| {
            let ebene = self.found.geography.as_ref().map_or("", |it| &it.code);
            let method = if recipe.method == RecipeMethod::Points { "punkte" } else { "index" };
            let query = format!("ebene={}&vorschrift={}", encode(ebene), encode(&recipe.id));
            self.city.at(&format!("/atlas/methoden/{method}?{query}"))
        };
        body.recipes = pages::recipes(t, all, (&|it| self.indicator(it), &link));
        match (figures, self.ready()) {
            (Some(it), _) => {
                body.record = pages::recipe_record(t, it);
                body.sources = words::source_line(t, &it.sources);
            }
            (None, Some(ready)) => {
                let reader = self.viewer.actor.audience();
                if let Some(it) = ready.assessment.show(reader) {
                    body.record = crate::assess::words::measured(t, it);
                }
                body.sources = words::source_line(t, &ready.sources);
            }
            (None, None) => {}
        }
    }

    fn answer(&self, method: &str, body: Body, mut selects: Vec<Select>) -> Response {
        let t = &self.viewer.t;
        let mark = self.mark();
        let base = self.city.at("/atlas/methoden");
        let ebene = self.found.geography.as_ref().map_or("", |it| &it.code);
        let tab = |it: &&str| Tab {
            label: t.get(&format!("methode-{it}")),
            href: format!("{base}/{it}?ebene={}", encode(ebene)),
            current: *it == method,
        };
        let crumbs = vec![
            Link::new(t.get("nav-atlas"), self.city.at("/atlas")),
            Link::new(t.get("methoden-titel"), base.clone()),
        ];
        let mut shell = self
            .viewer
            .page(t.get(&format!("methode-{method}")))
            .lead(t.get(&format!("methode-{method}-satz")))
            .crumbs(crumbs);
        shell.mark = mark.map(|it| t.get(it));
        selects.splice(0..0, self.found.geographies(self.viewer));
        html(&MethodPage {
            tabs: METHODS.iter().map(tab).collect(),
            action: format!("{base}/{method}"),
            selects,
            body,
            shell,
        })
    }
}
