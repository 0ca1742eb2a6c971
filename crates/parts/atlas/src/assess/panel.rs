//! What a quarter's page says of arrival: its class for everybody, the rest for those who may.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::Pair;
use ankunft_platform::parts::{BoxFuture, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};
use askama::Template;

use super::doors::find_in;
use super::{Assessment, Known, Ready, Stands, Used, rate_link, words};
use crate::pages::overview::encode;
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
                true => more(viewer, ready, (stands, area), may),
                false => Vec::new(),
            };
            pairs.extend(rates(t, (base.as_str(), assessment), (stands, area), may));
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
fn more(viewer: &Viewer, ready: &Ready, (stands, area): (&Stands, &str), may: bool) -> Vec<Pair> {
    let t = &viewer.t;
    let Some(assessment) = ready.assessment.show(viewer.actor.audience()) else {
        return Vec::new();
    };
    // Step by step on this very unit, for who may choose one; for everybody else how it is done.
    let ebene = encode(&assessment.geography);
    let gebiet = if may { format!("&gebiet={}", encode(area)) } else { String::new() };
    let city = viewer.city.as_ref().map_or("", |it| &it.slug);
    let how = format!("/{city}/atlas/methoden/ankunft?ebene={ebene}{gebiet}");
    let pair =
        |id: &str, text: String| Pair { href: Some(how.clone()), ..Pair::new(t.get(id), text) };
    let mut pairs = vec![
        pair("ankunft-spalte-phase", words::phase(t, assessment, stands)),
        pair("ankunft-spalte-sicherheit", words::sure(t, stands.probability)),
        pair("ankunft-spalte-varianten", words::of_hundred(t, stands.variants)),
    ];
    if !may {
        return pairs;
    }
    pairs.push(pair("ankunft-spalte-rang", words::rank(t, "ankunft-rang", stands.rank)));
    pairs
}

/// The rates by which the unit is compared, each with the way to its source; how it stands among
/// the others for those who may see ranks.
fn rates(
    t: &Texts,
    (base, assessment): (&str, &Assessment),
    (stands, area): (&Stands, &str),
    may: bool,
) -> Vec<Pair> {
    let pair = |used: &Used| {
        let (_, rate, z) = stands.dimensions.iter().find(|it| it.0 == used.dimension)?;
        let rate = words::rate_with_unit(t, used, *rate);
        let text = match may {
            true => {
                let args = [("rate", Arg::from(rate)), ("z", Arg::from(t.signed(*z, 2)))];
                t.with("ankunft-rate-z", &args)
            }
            false => rate,
        };
        let pair = Pair::new(words::dimension(t, &used.dimension), text);
        Some(Pair { href: Some(rate_link(base, assessment, &used.dimension, area)), ..pair })
    };
    assessment.dimensions.iter().filter_map(pair).collect()
}
