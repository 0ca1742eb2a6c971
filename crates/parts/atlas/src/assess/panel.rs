//! What a quarter's page says of arrival: its class for everybody, the rest for those who may.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::Pair;
use ankunft_platform::parts::{BoxFuture, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};
use askama::Template;

use super::doors::find_in;
use super::{Known, Ready, Stands, words};
use crate::permissions::ASSESS;
use crate::state::Atlas;

/// The panel.
pub(crate) struct OfQuarter;

#[derive(Template)]
#[template(path = "arrival-panel.html")]
struct PanelTemplate {
    sentence: String,
    pairs: Vec<Pair>,
    links: Vec<Link>,
}

impl QuarterPanel for OfQuarter {
    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        quarter: Quarter<'a>,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>> {
        Box::pin(show(app, viewer, quarter))
    }
}

async fn show(
    app: &App,
    viewer: &Viewer,
    Quarter { geography, area }: Quarter<'_>,
) -> Result<Option<Panel>, StoreError> {
    let (Some(atlas), Some(city)) = (app.parts.state::<Atlas>(), &viewer.city) else {
        return Ok(None);
    };
    let found = find_in(app, atlas, (city.tenant, viewer), Some(geography)).await?;
    let Known::Ready(ready) = &found.known else { return Ok(None) };
    let Some(assessment) = ready.assessment.show(viewer.actor.audience()) else { return Ok(None) };
    let Some(judged) = assessment.area(area) else { return Ok(None) };
    let t = &viewer.t;
    let base = format!("/{}", city.slug);
    let mut links =
        vec![Link::new(t.get("ankunft-methode"), format!("{base}/atlas/methoden/ankunft"))];
    let (sentence, pairs) = match &judged.standing {
        Err(reason) => (words::excluded(t, &assessment.plan, reason), Vec::new()),
        Ok(stands) => {
            let args = [
                ("anzahl", Arg::from(stands.called_by())),
                ("alle", Arg::from(stands.calls.len())),
                ("zeit", Arg::from(words::period(t, assessment))),
            ];
            let id = format!("ankunft-satz-{}", stands.class().code());
            let may = viewer.may(ASSESS);
            let mut pairs = match may || found.published {
                true => more(viewer, ready, stands, may),
                false => Vec::new(),
            };
            // A kind is a suggestion that begins a talk; it is no finding to be published.
            let kind = judged.kind.as_ref().filter(|_| may);
            pairs.extend(kind.and_then(|it| words::kind(t, it)).unwrap_or_default());
            (t.with(&id, &args), pairs)
        }
    };
    if viewer.may(ASSESS) {
        links.push(Link::new(t.get("ankunft-zur-liste"), format!("{base}/atlas/ankunft")));
    }
    let template = PanelTemplate { sentence, pairs, links };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = template.render().map_err(unreadable)?;
    Ok(Some(Panel { title: t.get("ankunft-merkmal-quartier"), html }))
}

/// What is said beside the class: to all what was published, ranks to those who may see them.
fn more(viewer: &Viewer, ready: &Ready, stands: &Stands, may: bool) -> Vec<Pair> {
    let t = &viewer.t;
    let Some(assessment) = ready.assessment.show(viewer.actor.audience()) else {
        return Vec::new();
    };
    let pair = |id: &str, text: String| Pair::new(t.get(id), text);
    let mut pairs = vec![
        pair("ankunft-spalte-phase", words::phase(t, assessment, stands)),
        pair("ankunft-spalte-sicherheit", words::sure(t, stands.probability)),
        pair("ankunft-spalte-varianten", words::of_hundred(t, stands.variants)),
    ];
    if !may {
        return pairs;
    }
    pairs.push(pair("ankunft-spalte-rang", words::rank(t, "ankunft-rang", stands.rank)));
    for (code, rate, z) in &stands.dimensions {
        let args = [("rate", Arg::from(t.decimal(*rate, 1))), ("z", Arg::from(t.signed(*z, 2)))];
        pairs.push(Pair::new(words::dimension(t, code), t.with("ankunft-rate-z", &args)));
    }
    pairs
}
