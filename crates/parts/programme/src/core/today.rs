//! What Kernindikatoren ask of a city in the morning: to say which of its measures is meant.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::TenantKind;
use ankunft_platform::web::{App, City, Viewer};

use super::at;
use super::model::Fit;
use super::view::Comparison;
use crate::permissions::DEFINE;

/// Kernindikatoren of which a city has said nothing yet, or of an older definition.
pub struct Asked;

impl TodayItem for Asked {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(items(app, viewer))
    }
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    if city.kind != TenantKind::Kommune || !viewer.may(DEFINE) {
        return Ok(Vec::new());
    }
    let Some(all) = Comparison::read(&mut *app.store.read().await?).await? else {
        return Ok(Vec::new());
    };
    let is_asked = |it: &&super::view::Line| {
        let fit = it.of(city.tenant()).map(|it| it.fit);
        !it.newest().text.retired && matches!(fit, Some(Fit::Unsaid | Fit::Outdated))
    };
    let asked: Vec<_> = all.lines.iter().filter(is_asked).collect();
    // One line, however many there are; with a single one it leads to its form.
    let path = match &asked[..] {
        [] => return Ok(Vec::new()),
        [one] => format!("/{}/zuordnung", one.newest().code),
        _ => String::new(),
    };
    let name = asked.first().map_or("", |it| it.newest().text.name.as_str());
    let args = [("zahl", Arg::from(asked.len())), ("name", Arg::from(name))];
    let text = viewer.t.with("heute-kernindikatoren", &args);
    Ok(vec![Today { text, href: at(&city, &path), due: None, done: None }])
}
