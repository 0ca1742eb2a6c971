//! `/{kommune}/austausch/partner`: whose packages do we believe?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Button, Choice, Choices, Empty, Field, Pair, Problems};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, Block, City, FormBlock, Item, Sheet, Viewer};

use super::{frame, moment};
use crate::exchange::at;
use crate::exchange::parties::Parties;
use crate::exchange::store::partners::Partner;
use crate::permissions::SHARE;

/// The page.
pub fn page(
    app: &App,
    viewer: &Viewer,
    city: &City,
    parties: &Parties,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("partner-titel"), t.get("partner-leit")));
    let key = app.keys.signing(city.tenant()).public();
    let mut blocks = vec![
        Block::Problems(problems.clone()),
        Block::Heading(t.get("partner-eigener")),
        Block::Pairs(vec![
            Pair::new(t.get("partner-abdruck"), key.fingerprint()),
            Pair::new(t.get("partner-schluessel"), key.hex()),
        ]),
        Block::Text(t.get("partner-eigener-sinn")),
        Block::Heading(t.get("partner-bekannte")),
    ];
    if parties.partners.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("partner-leer"), step: None }));
    } else {
        let all = parties.partners.iter().map(|it| item(viewer, city, it));
        blocks.push(Block::Items(all.collect()));
    }
    if viewer.may(SHARE) {
        blocks.push(Block::Heading(t.get("partner-aufnahme")));
        blocks.push(Block::Form(form(viewer, city, (typed, &problems))));
    }
    Sheet::new(shell, blocks)
}

fn item(viewer: &Viewer, city: &City, it: &Partner) -> Item {
    let t = &viewer.t;
    let mut notes = vec![it.key.fingerprint()];
    let since = [("tag", Arg::from(moment(t, it.at)))];
    notes.push(match it.ended_at {
        Some(at) => t.with("partner-beendet", &[("tag", Arg::from(moment(t, at)))]),
        None => t.with("partner-seit", &since),
    });
    let button = Button { weight: "tertiary", ..Button::secondary(t.get("partner-beenden")) };
    let form = FormBlock::new(at(city, &format!("/partner/{}/ende", it.number)), button);
    let forms = if viewer.may(SHARE) && it.ended_at.is_none() { vec![form] } else { Vec::new() };
    Item { notes, forms, ..Item::new(it.name.clone()) }
}

fn form(viewer: &Viewer, city: &City, (typed, problems): (&Typed, &Problems)) -> FormBlock {
    let t = &viewer.t;
    let field = |name: &str, label: &str| {
        let field = Field::new(name, t.get(label)).value(sent(typed, name));
        field.hint(t.get(&format!("{label}-hinweis"))).error(problems.of(name))
    };
    let compared = Choice {
        value: "ja".to_owned(),
        label: t.get("partner-verglichen-ja"),
        hint: None,
        chosen: sent(typed, "verglichen") == "ja",
    };
    let mut compared = Choices::several("verglichen", t.get("partner-verglichen"), vec![compared]);
    compared.error = problems.of("verglichen");
    FormBlock::new(at(city, "/partner"), Button::primary(t.get("partner-aufnehmen")))
        .field(field("name", "partner-name"))
        .field(field("schluessel", "partner-schluessel").rows(2))
        .choices(compared)
}
