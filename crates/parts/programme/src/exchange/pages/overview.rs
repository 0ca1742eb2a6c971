//! `/{kommune}/austausch`: what do we give, to whom, and what do we get?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::tenant::{TenantInfo, TenantKind};
use ankunft_platform::web::{App, Block, City, Sheet, Viewer};
use jiff::civil::Date;

use super::grant_address;
use crate::exchange::at;
use crate::exchange::model::{Grant, State};
use crate::exchange::parties::package_of;
use crate::exchange::store::received::Received;
use crate::exchange::view::Overview;
use crate::permissions::{RECEIVE, SHARE};

/// The name of a state.
#[must_use]
pub fn state(t: &Texts, state: State) -> String {
    t.get(&format!("weitergabe-stand-{}", state.code()))
}

/// The page.
pub fn page(app: &App, viewer: &Viewer, city: &City, view: &Overview) -> Sheet {
    let (t, today) = (&viewer.t, app.today());
    let shell = viewer.page(t.get("austausch-titel")).lead(lead(t, view, today));
    let shell = shell.mark(t.get("austausch-intern"));
    let mut blocks = Vec::new();
    let mut ways = Vec::new();
    if viewer.may(SHARE) {
        ways.push(Link::new(t.get("weitergabe-neu"), at(city, "/weitergaben/neu")));
    }
    if viewer.may(RECEIVE) {
        ways.push(Link::new(t.get("paket-einlesen"), at(city, "/pakete/neu")));
    }
    // Cities have none: the programme and research freeze.
    if city.kind != TenantKind::Kommune {
        ways.push(Link::new(t.get("nav-datenstaende"), at(city, "/datenstaende")));
    }
    blocks.push(Block::Ways(ways));
    blocks.push(Block::Heading(t.get("austausch-geben")));
    if view.given.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("austausch-geben-leer"), step: None }));
    } else {
        blocks.push(Block::Table(given(t, city, view, today)));
    }
    blocks.push(Block::Heading(t.get("austausch-erhalten")));
    if visible(view, today).next().is_none() && view.received.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("austausch-erhalten-leer"), step: None }));
    } else {
        blocks.push(Block::Table(gotten(t, city, view, today)));
    }
    let key = app.keys.signing(city.tenant()).public();
    let args = [("abdruck", Arg::from(key.fingerprint()))];
    blocks.push(Block::Reading(t.with("austausch-lesen", &args)));
    Sheet::new(shell, blocks)
}

/// What others grant that was consented to; until then it is nobody's business.
fn visible(view: &Overview, today: Date) -> impl Iterator<Item = &(TenantInfo, Grant)> {
    let is_ours = move |it: &&(TenantInfo, Grant)| {
        !matches!(it.1.state(today), State::Waiting | State::Refused)
    };
    view.granted.iter().filter(is_ours)
}

fn lead(t: &Texts, view: &Overview, today: Date) -> String {
    let active = |it: &&Grant| it.state(today) == State::Active;
    let gives = view.given.iter().filter(active).count();
    let gets = view.granted.iter().filter(|it| it.1.state(today) == State::Active).count();
    let has = view.received.iter().filter(|it| it.is_here()).count();
    t.with("austausch-leit", &[("gibt", Arg::from(gives)), ("hat", Arg::from(gets + has))])
}

fn given(t: &Texts, city: &City, view: &Overview, today: Date) -> Table {
    let row = |it: &Grant| {
        let mut stands = RowCell::new(state(t, it.state(today)));
        if it.waits_for_deletion(today) {
            stands = stands.note(t.get("weitergabe-loeschung-offen"));
        }
        Row {
            head: RowCell::link(it.dataset.1.clone(), grant_address(city, it.number)),
            cells: vec![
                RowCell::new(view.parties.name(it.recipient)),
                RowCell::new(it.purpose.clone()),
                RowCell::new(t.date(it.until)),
                stands,
            ],
        }
    };
    Table {
        caption: t.get("austausch-geben"),
        quiet_caption: true,
        columns: columns(t, "austausch-an"),
        rows: view.given.iter().map(row).collect(),
    }
}

fn columns(t: &Texts, whom: &str) -> Vec<Column> {
    let all = ["austausch-tabelle", whom, "austausch-zweck", "austausch-bis", "austausch-stand"];
    all.map(|it| Column::words(t.get(it))).to_vec()
}

fn gotten(t: &Texts, city: &City, view: &Overview, today: Date) -> Table {
    let granted = |(giver, it): &(TenantInfo, Grant)| {
        let address = at(city, &format!("/erhalten/{}/{}", giver.slug, it.number));
        let mut stands = RowCell::new(state(t, it.state(today)));
        if it.waits_for_deletion(today) {
            stands = stands.note(t.get("paket-zu-loeschen"));
        }
        Row {
            head: RowCell::link(it.dataset.1.clone(), address).note(package_of(giver, it)),
            cells: vec![
                RowCell::new(giver.name.clone()),
                RowCell::new(it.purpose.clone()),
                RowCell::new(t.date(it.until)),
                stands,
            ],
        }
    };
    let received = |it: &Received| Row {
        head: RowCell::link(it.title.clone(), at(city, &format!("/pakete/{}", it.number)))
            .note(it.package.clone()),
        cells: vec![
            RowCell::new(it.issuer.clone()),
            RowCell::new(it.purpose.clone()),
            RowCell::new(t.date(it.until)),
            came_stands(t, it, today),
        ],
    };
    let rows = visible(view, today).map(granted).chain(view.received.iter().map(received));
    Table {
        caption: t.get("austausch-erhalten"),
        quiet_caption: true,
        columns: columns(t, "austausch-von"),
        rows: rows.collect(),
    }
}

fn came_stands(t: &Texts, it: &Received, today: Date) -> RowCell {
    let stands = RowCell::new(t.get(stands(it, today)));
    if it.replaced_by.is_some() { stands.note(t.get("paket-ersetzt-kurz")) } else { stands }
}

/// The text that says how a received package stands.
#[must_use]
pub fn stands(it: &Received, today: Date) -> &'static str {
    match (it.deleted_at, it.revoked_at) {
        (Some(_), _) => "paket-geloescht",
        (None, Some(_)) => "paket-widerrufen",
        (None, None) if it.until < today => "paket-abgelaufen",
        (None, None) if it.taken_at.is_some() => "paket-gesperrt",
        (None, None) => "paket-gilt",
    }
}
