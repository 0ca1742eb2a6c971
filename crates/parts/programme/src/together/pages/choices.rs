//! `/{kommune}/programm/auswahl`: which quarters did the cities choose, and why?

use ankunft_atlas::candidates::store::published::Chosen;
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::tenant::TenantInfo;
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::frame;
use crate::together::model::Told;
use crate::together::view::Together;

/// The cities side by side: what each has published of its decisions. What is not published is
/// nobody's but theirs.
pub fn show(viewer: &Viewer, city: &City, it: &Together, chosen: &[Chosen]) -> Sheet {
    let t = &viewer.t;
    let cities =
        it.cities.iter().filter(|(of, _)| chosen.iter().any(|it| it.city == of.tenant.id()));
    let args = [("entschieden", Arg::from(cities.count())), ("zahl", Arg::from(it.cities.len()))];
    let head = (t.get("auswahl-titel"), t.with("auswahl-leit", &args));
    let shell = frame(viewer, city, head);
    let columns = [
        "kern-kommune",
        "auswahl-quartier",
        "auswahl-wann",
        "profil-organisation",
        "auswahl-warum",
    ];
    let table = Table {
        caption: t.get("auswahl-titel"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: it.cities.iter().flat_map(|of| rows(viewer, of, chosen)).collect(),
    };
    Sheet::new(shell, vec![Block::Table(table), Block::Reading(t.get("auswahl-lesen"))])
}

/// A row for each decision of a city, or one that says that there is none.
fn rows(viewer: &Viewer, (of, told): &(TenantInfo, Option<Told>), all: &[Chosen]) -> Vec<Row> {
    let t = &viewer.t;
    let works = told.as_ref().map_or_else(
        || t.get("profil-nichts"),
        |it| t.get(&format!("organisation-{}", it.profile.organisation)),
    );
    let own = all.iter().filter(|it| it.city == of.tenant.id());
    let row = |it: &Chosen| {
        let page = format!("/{}/atlas/entscheidungen/{}", of.slug, it.number);
        let day = it.on_date.parse().map_or_else(|_| it.on_date.clone(), |day| t.date(day));
        let when = RowCell::new(day).note(it.body.clone());
        Row {
            head: RowCell::new(of.name.clone()),
            cells: vec![
                RowCell::link(t.list(&it.quarters), page),
                when,
                RowCell::new(works.clone()),
                RowCell::new(it.reason.clone()),
            ],
        }
    };
    let rows: Vec<Row> = own.map(row).collect();
    if !rows.is_empty() {
        return rows;
    }
    let nothing = RowCell::new(t.get("auswahl-noch-nicht"));
    let cells = vec![nothing, RowCell::new(""), RowCell::new(works), RowCell::new("")];
    vec![Row { head: RowCell::new(of.name.clone()), cells }]
}
