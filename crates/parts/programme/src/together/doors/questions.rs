//! Doors of questions and answers between cities.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, together};
use crate::together::at;
use crate::together::pages::questions as page;
use crate::together::store;

/// `GET /{kommune}/programm/fragen`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = together(&mut app.store.read().await?).await?;
    let form = (&Typed::new(), Problems::default());
    Ok(page::list(&viewer, &city, &it, form).answer())
}

/// `POST /{kommune}/programm/fragen`
pub async fn ask(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let it = together(&mut app.store.read().await?).await?;
    let mut form = Reading::new(&viewer.t, &typed);
    let title = form.needed("titel", LONGEST_LINE, "frage-titel-fehlt");
    let words = form.text("worte", LONGEST_TEXT);
    let (title, words) = match form.result((title, words)) {
        Ok(read) => read,
        Err(problems) => {
            return Ok(page::list(&viewer, &city, &it, (&typed, problems)).refused());
        }
    };
    let both = (it.programme.tenant, city.tenant());
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::say(&mut change, both, None, (&title, &words)).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, &format!("/fragen/{number}")), Some("meldung-frage")))
}

/// `GET /{kommune}/programm/fragen/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let it = together(&mut app.store.read().await?).await?;
    let form = (&Typed::new(), Problems::default());
    let page = page::show(&viewer, &city, (&it, number), form).ok_or_else(Failure::not_found)?;
    Ok(page.answer())
}

/// `POST /{kommune}/programm/fragen/{number}`
pub async fn answer(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let it = together(&mut app.store.read().await?).await?;
    if !it.words.iter().any(|it| it.question == number) {
        return Err(Failure::not_found());
    }
    let mut form = Reading::new(&viewer.t, &typed);
    let words = form.needed("worte", LONGEST_TEXT, "antwort-fehlt");
    let words = match form.result(words) {
        Ok(words) => words,
        Err(problems) => {
            let page = page::show(&viewer, &city, (&it, number), (&typed, problems));
            return Ok(page.ok_or_else(Failure::not_found)?.refused());
        }
    };
    let both = (it.programme.tenant, city.tenant());
    let mut change = app.store.change(viewer.author()).await?;
    store::say(&mut change, both, Some(number), ("", &words)).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, &format!("/fragen/{number}")), Some("meldung-antwort")))
}
