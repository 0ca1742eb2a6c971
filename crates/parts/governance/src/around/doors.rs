//! Doors through which sheets are written.

use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::register::organisations::{self, Organisation};
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::civil::Date;

use super::form::{self, Read};
use super::model::{Content, Kind, Sheet};
use super::{pages, store};
use crate::measures::doors::{Number, refuse_others};
use crate::measures::model::Measure;
use crate::measures::{address, store as measures};

/// What a sheet is written with.
struct Desk {
    measure: Measure,
    /// All versions of the sheet, the oldest first.
    versions: Vec<Sheet>,
    organisations: Vec<Organisation>,
    names: Names,
    today: Date,
}

async fn desk(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, kind): (i64, Kind),
) -> Result<Desk, Failure> {
    let mut read = app.store.read().await?;
    let versions = measures::versions(&mut read, city.tenant(), number).await?;
    let measure = versions.into_iter().next().ok_or_else(Failure::not_found)?;
    refuse_others(viewer, &measure.plan)?;
    let sheets = store::sheets(&mut read, city.tenant(), Some(number)).await?;
    let versions = sheets.into_iter().filter(|it| it.content.kind() == kind).collect();
    let organisations = organisations::all(&mut read, city.tenant()).await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    Ok(Desk { measure, versions, organisations, names, today: app.today() })
}

impl Desk {
    fn page(
        &self,
        viewer: &Viewer,
        city: &City,
        kind: Kind,
        (typed, problems, seen): (&Typed, Problems, i64),
    ) -> ankunft_platform::web::Sheet {
        let now = self.versions.last();
        let meanwhile = now.filter(|it| it.version != seen).map(|it| {
            let before = self.versions.iter().find(|it| it.version == seen);
            (self.names.account(&viewer.t, it.account), before)
        });
        let asked = pages::Asked {
            measure: &self.measure,
            today: self.today,
            was: now,
            organisations: &self.organisations,
            typed,
            problems,
            meanwhile,
        };
        pages::form(viewer, city, kind, asked)
    }
}

async fn show(app: App, city: City, viewer: Viewer, of: (i64, Kind)) -> Result<Response, Failure> {
    let desk = desk(&app, &city, &viewer, of).await?;
    let now = desk.versions.last();
    let content = now.map_or_else(|| Content::empty(of.1), |it| it.content.clone());
    let stands = || form::typed(&viewer.t, &content);
    let typed = viewer.came_back(&pages::action(&city, of)).unwrap_or_else(stands);
    let newest = now.map_or(0, |it| it.version);
    let seen = sent(&typed, "version").parse().unwrap_or(newest);
    Ok(desk.page(&viewer, &city, of.1, (&typed, Problems::default(), seen)).answer())
}

/// The next version, unless somebody else has written one since the form was opened; then the second
/// sees the difference and nothing is lost.
async fn save(
    app: App,
    city: City,
    viewer: Viewer,
    (number, kind): (i64, Kind),
    typed: Typed,
) -> Result<Response, Failure> {
    let at_desk = desk(&app, &city, &viewer, (number, kind)).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let now = at_desk.versions.last();
    let read = form::checked(&viewer.t, &typed, kind, &at_desk.organisations);
    let (read, problems) = match read {
        Ok(read) => (Some(read), Problems::default()),
        Err(problems) => (None, problems),
    };
    let is_newest = now.map_or(0, |it| it.version) == seen;
    let Some(read) = read.filter(|_| is_newest) else {
        return Ok(at_desk.page(&viewer, &city, kind, (&typed, problems, seen)).refused());
    };
    let before = now.map(|it| &it.content);
    if before == Some(&read.content) && read.new.is_empty() {
        return Ok(viewer.done(&address(&city, number), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let content = with_new(&mut change, &city, read).await?;
    let version = (number, seen + 1);
    match store::write(&mut change, city.tenant(), version, (before, &content)).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let at_desk = desk(&app, &city, &viewer, (number, kind)).await?;
            let form = (&typed, Problems::default(), seen);
            return Ok(at_desk.page(&viewer, &city, kind, form).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}

/// The content once its new organisations stand in the register.
async fn with_new(
    change: &mut ankunft_platform::store::Change,
    city: &City,
    read: Read,
) -> Result<Content, Failure> {
    let mut content = read.content;
    if let Content::Partners(partners) = &mut content {
        for (at, name) in read.new {
            partners[at].organisation = organisations::named(change, city.tenant(), &name).await?;
        }
    }
    Ok(content)
}

macro_rules! doors_of {
    ($($kind:ident: $show:ident, $save:ident, $path:literal;)*) => {$(
        #[doc = concat!("`GET /{kommune}/steuerung/massnahmen/{number}/", $path, "`")]
        pub async fn $show(
            Of(app): Of<App>,
            city: City,
            viewer: Viewer,
            PathOf(Number { number }): PathOf<Number>,
        ) -> Result<Response, Failure> {
            show(app, city, viewer, (number, Kind::$kind)).await
        }

        #[doc = concat!("`POST /{kommune}/steuerung/massnahmen/{number}/", $path, "`")]
        pub async fn $save(
            Of(app): Of<App>,
            city: City,
            viewer: Viewer,
            PathOf(Number { number }): PathOf<Number>,
            Form(typed): Form<Typed>,
        ) -> Result<Response, Failure> {
            save(app, city, viewer, (number, Kind::$kind), typed).await
        }
    )*};
}
doors_of! {
    Money: show_money, save_money, "geld";
    Partners: show_partners, save_partners, "partner";
    Risks: show_risks, save_risks, "risiken";
}
