//! The doors of funds: extract, ask, change, render.

pub mod apply;
pub mod closing;
pub mod one;
pub mod secret;
pub mod terms;

use ankunft_atlas::papers::{Format as PaperFormat, letterhead, print};
use ankunft_disclosure::Nutzung;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::file::{File, Format};
use ankunft_platform::web::{App, City, Failure, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::actions::{Here, Refused};
use super::ledger::Refusal;
use super::pages::{fund, list, year as year_page};
use super::rights::Rights;
use super::view::{Board, FundView, Year};
use super::{files, paper, words};
use crate::within::Within;

/// The number of a fund or an application in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    pub(super) number: i64,
}

/// `GET /{kommune}/fonds`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let mut board = Board::read(&mut read, city.tenant()).await?;
    if !Nutzung::Administration.includes(viewer.actor.audience()) {
        let within = read.kept::<Within>(city.tenant()).await?;
        board.funds.iter_mut().for_each(|it| it.0.terms.tell_to_all(&within));
    }
    drop(read);
    Ok(list::list(&viewer, &city, &board, app.today()).answer())
}

/// A fund with what its reader may do, or 404.
pub(super) async fn open(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<(FundView, Rights), Failure> {
    let mut read = app.store.read().await?;
    let view = FundView::read(&mut read, city.tenant(), number).await?;
    let mut view = view.ok_or_else(Failure::not_found)?;
    let rights = Rights::of(viewer, view.fund());
    if !Nutzung::Administration.includes(viewer.actor.audience()) {
        let within = read.kept::<Within>(city.tenant()).await?;
        view.versions.iter_mut().for_each(|it| it.terms.tell_to_all(&within));
    }
    Ok((view, rights))
}

/// `GET /{kommune}/fonds/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let (view, rights) = open(&app, &city, &viewer, number).await?;
    let form = (&Typed::new(), Problems::default());
    Ok(fund::show(&viewer, &city, &view, (rights, app.today()), form).answer())
}

/// The year that is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    jahr: String,
}

/// A year of a fund for who sees its book, or 404.
async fn year_of(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, asked): (i64, &Asked),
) -> Result<(FundView, Year), Failure> {
    let (view, rights) = open(app, city, viewer, number).await?;
    if !rights.sees {
        return Err(Failure::not_found());
    }
    let this = i64::from(app.today().year());
    let year = if asked.jahr.is_empty() { Some(this) } else { asked.jahr.parse().ok() };
    let year = year.filter(|it| view.years(this).contains(it)).ok_or_else(Failure::not_found)?;
    let year = Year::of(&view, year);
    Ok((view, year))
}

/// `GET /{kommune}/fonds/{number}/jahr`
pub async fn year(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (view, year) = year_of(&app, &city, &viewer, (number, &asked)).await?;
    let years = view.years(i64::from(app.today().year()));
    Ok(year_page::show(&viewer, &city, &view, &year, &years).answer())
}

/// `GET /{kommune}/fonds/{number}/jahr.csv` and `….xlsx`
pub async fn year_file(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    format: Format,
    PathOf(Number { number }): PathOf<Number>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (view, year) = year_of(&app, &city, &viewer, (number, &asked)).await?;
    let name = format!("fonds-{number}-{}", year.year);
    let file = match format {
        Format::Xlsx => {
            let about = (view.fund().terms.name.as_str(), app.now());
            File::new(format, &name, files::workbook_of(&viewer.t, about, &view, &year)?)
        }
        _ => File::new(Format::Csv, &name, files::csv(&year)),
    };
    Ok(file.answer())
}

/// A paper of a fund in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

/// `GET /{kommune}/fonds/{number}/jahr/papier/{format}`
pub async fn year_paper(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let format = PaperFormat::from_code(&format).ok_or_else(Failure::not_found)?;
    let (view, year) = year_of(&app, &city, &viewer, (number, &asked)).await?;
    let paper = paper::year(&letterhead(&app, &city, &viewer), &view, &year);
    let name = format!("fonds-{number}-{}.{}", year.year, format.code());
    let bytes = print(paper, format).await?;
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}

/// In whose words and on which day something happens in a city.
fn here<'a>(city: &'a City, t: &'a ankunft_platform::languages::Texts, app: &App) -> Here<'a> {
    Here { city: &city.0, t, today: app.today() }
}

/// Makes a change take effect, or says beside which field why it has none.
async fn finish(
    viewer: &Viewer,
    (change, done): (Change, Result<(), Refused>),
    field: &str,
) -> Result<Problems, Failure> {
    match done {
        Ok(()) => {
            change.commit().await?;
            Ok(Problems::default())
        }
        Err(refused) => {
            let mut problems = Problems::default();
            problems.add(field, why(viewer, refused)?);
            Ok(problems)
        }
    }
}

/// Why something has no effect, in words.
fn why(viewer: &Viewer, refused: Refused) -> Result<String, Failure> {
    use ankunft_platform::languages::Arg;
    let t = &viewer.t;
    Ok(match refused {
        Refused::Gone => return Err(Failure::not_found()),
        // Between reading and writing somebody else was faster.
        Refused::Store(error) if error.is_duplicate() => t.get("fonds-jemand-schneller"),
        Refused::Store(error) => return Err(error.into()),
        Refused::State(state) => {
            t.with("fonds-schon", &[("stand", Arg::from(words::state(t, state)))])
        }
        Refused::Missing(votes) => {
            let missing = t.with("antrag-fehlen-stimmen", &[("anzahl", Arg::from(votes))]);
            format!("{missing}.")
        }
        Refused::Board => t.get("fonds-gremium-anders"),
        Refused::Amount(asked) => {
            t.with("fonds-mehr-als-beantragt", &[("beantragt", Arg::from(t.euros(asked)))])
        }
        Refused::Money(Refusal::OverBudget { left }) => {
            t.with("fonds-reicht-nicht", &[("frei", Arg::from(t.euros(left)))])
        }
        Refused::Money(Refusal::Twice) => t.get("fonds-jemand-schneller"),
        Refused::Money(Refusal::OutOfOrder) => t.get("fonds-betrag-passt-nicht"),
        Refused::Money(Refusal::Amount) => t.get("antrag-betrag-fehlt"),
        Refused::NoMember => t.get("fonds-kein-mitglied"),
        Refused::Voted => t.get("fonds-schon-gestimmt"),
        Refused::NoVote => t.get("fonds-stimme-fehlt-noch"),
        Refused::SameVote => t.get("fonds-stimme-schon-so"),
        Refused::VoteCorrected => t.get("fonds-stimme-inzwischen"),
        Refused::Forgotten => t.get("antrag-wieder-ohne-kontakt"),
        Refused::FourEyes => t.get("fonds-vier-augen-zahlung"),
        Refused::NoAccount => t.get("antrag-konto-fehlt"),
        Refused::OtherAccount => t.get("antrag-anderes-konto"),
        Refused::Meanwhile => t.get("fonds-inzwischen-gebucht"),
    })
}
