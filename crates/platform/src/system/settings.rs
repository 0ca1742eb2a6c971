use axum::extract::State;
use axum::response::Response;

use super::crumbs;
use crate::page::components::{Button, Field};
use crate::settings;
use crate::web::{App, Block, City, Failure, Form, FormBlock, LEGAL, Sheet, Viewer};

/// `GET /{kommune}/system/einstellungen`
pub(super) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let mut read = app.store.read().await?;
    let action = city.at("/system/einstellungen");
    let mut form = FormBlock::new(action, Button::primary(t.get("system-speichern")));
    for name in LEGAL {
        let value = settings::get(&mut read, city.tenant(), name).await?.unwrap_or_default();
        let label = t.get(&format!("fuss-{name}"));
        form = form.field(Field::new(name, label).rows(8).optional().value(value));
    }
    let shell = viewer
        .page(t.get("system-einstellungen"))
        .crumbs(crumbs(&viewer, &city))
        .lead(t.get("einstellungen-leit"));
    Ok(Sheet::new(shell, vec![Block::Form(form)]).answer())
}

/// `POST /{kommune}/system/einstellungen`
pub(super) async fn save(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    for (name, value) in sent.iter().filter(|(name, _)| LEGAL.contains(&name.as_str())) {
        settings::set(&mut change, city.tenant(), name, value.trim()).await?;
    }
    change.commit().await?;
    Ok(viewer.done(&city.at("/system/einstellungen"), Some("meldung-gespeichert")))
}
