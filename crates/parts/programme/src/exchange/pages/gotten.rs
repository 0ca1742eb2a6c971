//! Pages of what a tenant gets: a package that somebody of this installation grants, and one that came
//! as a file.

use ankunft_platform::datasets::DatasetVersion;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Kind, Notice, Pair};
use ankunft_platform::tenant::TenantInfo;
use ankunft_platform::web::{App, Block, City, FormBlock, Sheet, Viewer};

use super::{content, frame, moment, overview, short};
use crate::exchange::at;
use crate::exchange::make::Sharable;
use crate::exchange::model::{Grant, State};
use crate::exchange::parties::package_of;
use crate::exchange::store::received::Received;

/// `/{kommune}/austausch/erhalten/{von}/{number}`
pub fn granted(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (giver, grant, what): (&TenantInfo, &Grant, Option<&Sharable>),
) -> Sheet {
    let (t, today) = (&viewer.t, app.today());
    let state = grant.state(today);
    let args = [("von", Arg::from(giver.name.as_str())), ("tag", Arg::from(t.date(grant.until)))];
    let lead = t.with(&format!("erhalten-leit-{}", state.code()), &args);
    let shell = frame(viewer, city, (grant.dataset.1.clone(), lead));
    let address = at(city, &format!("/erhalten/{}/{}", giver.slug, grant.number));
    let mut facts = vec![
        Pair::new(t.get("paket-nummer"), package_of(giver, grant)),
        Pair::new(t.get("austausch-von"), giver.name.clone()),
        Pair::new(t.get("austausch-zweck"), grant.purpose.clone()),
        Pair::new(t.get("austausch-bis"), t.date(grant.until)),
    ];
    facts.extend(what.into_iter().flat_map(|it| content(t, it)));
    let mut blocks = vec![Block::Pairs(facts)];
    if state == State::Active {
        let link = Link::new(t.get("paket-herunterladen"), format!("{address}/paket.zip"));
        blocks.push(Block::Ways(vec![link]));
        blocks.push(Block::Reading(t.get("paket-lesen")));
    }
    if grant.waits_for_deletion(today) {
        let is_part = state == State::Active;
        let text = if is_part { "paket-teil-zu-loeschen-sinn" } else { "paket-zu-loeschen-sinn" };
        let text = t.get(text);
        let title = t.get("paket-zu-loeschen");
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
        let button = Button::primary(t.get("paket-geloescht-bestaetigen"));
        blocks.push(Block::Form(FormBlock::new(format!("{address}/geloescht"), button)));
    }
    Sheet::new(shell, blocks)
}

/// In whose place a package stands, and what stands in its place: its issuer made it anew.
fn places(t: &Texts, city: &City, (it, before): (&Received, Option<&Received>)) -> Vec<Block> {
    let link = |text: &str, number: i64| {
        Block::Links(vec![Link::new(t.get(text), at(city, &format!("/pakete/{number}")))])
    };
    let mut blocks = Vec::new();
    if let Some(number) = it.replaced_by {
        blocks.push(Block::Text(t.get("paket-ersetzt-sinn")));
        blocks.push(link("paket-ersetzt", number));
    }
    if let Some(before) = before {
        blocks.push(Block::Text(t.get("paket-ersetzt-frueheres")));
        blocks.push(link("paket-frueheres", before.number));
    }
    blocks
}

/// `/{kommune}/austausch/pakete/{number}`
pub fn received(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (it, before, version): (&Received, Option<&Received>, Option<&DatasetVersion>),
) -> Sheet {
    let (t, today) = (&viewer.t, app.today());
    let args = [("von", Arg::from(it.issuer.as_str())), ("tag", Arg::from(t.date(it.until)))];
    let lead = t.with(&format!("{}-leit", overview::stands(it, today)), &args);
    let shell = frame(viewer, city, (it.title.clone(), lead));
    let address = at(city, &format!("/pakete/{}", it.number));
    let mut facts = vec![
        Pair::new(t.get("paket-nummer"), it.package.clone()),
        Pair::new(t.get("austausch-von"), it.issuer.clone()),
    ];
    facts.extend(it.key.map(|it| Pair::new(t.get("partner-abdruck"), it.fingerprint())));
    facts.extend([
        Pair::new(t.get("austausch-zweck"), it.purpose.clone()),
        Pair::new(t.get("austausch-bis"), t.date(it.until)),
        Pair::new(t.get("paket-angenommen"), moment(t, it.at)),
        Pair::new(t.get("paket-hash"), short(&it.hash)),
    ]);
    facts.extend(version.map(|it| Pair::new(t.get("austausch-datenstand"), it.number.to_string())));
    let mut blocks = vec![Block::Pairs(facts)];
    blocks.extend(places(t, city, (it, before)));
    if it.deleted_at.is_some() {
        blocks.push(Block::Text(t.get("paket-bestaetigung-sinn")));
        let link =
            Link::new(t.get("paket-bestaetigung"), format!("{address}/loeschbestaetigung.zip"));
        blocks.push(Block::Ways(vec![link]));
        return Sheet::new(shell, blocks);
    }
    if it.is_here() {
        let atlas = Link::new(t.get("paket-im-atlas"), city.at("/atlas/daten"));
        blocks.push(Block::Links(vec![atlas]));
    }
    if it.waits_for_deletion(today) {
        let (title, text) = (t.get("paket-zu-loeschen"), t.get("paket-zu-loeschen-sinn"));
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
    }
    // What went by itself is confirmed; what is here is deleted.
    let (text, button) = match it.is_here() {
        true => ("paket-loeschen-sinn", "paket-loeschen"),
        false => ("paket-bestaetigen-sinn", "paket-geloescht-bestaetigen"),
    };
    blocks.push(Block::Heading(t.get("paket-loeschen-titel")));
    if it.key.is_none() {
        blocks.push(Block::Text(t.get("vorlage-widerruf-sinn")));
    }
    blocks.push(Block::Text(t.get(text)));
    let button = Button::secondary(t.get(button));
    blocks.push(Block::Form(FormBlock::new(format!("{address}/loeschen"), button)));
    Sheet::new(shell, blocks)
}
