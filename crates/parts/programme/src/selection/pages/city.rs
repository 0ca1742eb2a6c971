//! `/{kommune}/auswahl/stadt/{von}`: which quarters does this city choose among, and why?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::Pair;
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::Timestamp;

use super::{counts, frame, noted_since, quarters};
use crate::selection::at;
use crate::selection::view::Line;

/// The page; `new` are the candidates noted since, for who could show them.
pub fn page(viewer: &Viewer, city: &City, line: &Line, new: &[String]) -> Sheet {
    let t = &viewer.t;
    let name = || [("stadt", Arg::from(line.city.name.as_str()))];
    let Some(giving) = &line.given else {
        return Sheet::new(
            frame(viewer, city, (line.city.name.clone(), String::new())),
            Vec::new(),
        );
    };
    let it = &giving.shown;
    let args = [
        ("stadt", Arg::from(line.city.name.as_str())),
        ("zahl", Arg::from(it.quarters.len())),
        ("staende", Arg::from(counts(t, it))),
    ];
    let lead = t.with("auswahl-stadt-leit", &args);
    let shell = frame(viewer, city, (t.with("auswahl-stadt-titel", &name()), lead));
    let shell = shell.mark(t.get("auswahl-intern"));
    let moment = Timestamp::from_microsecond(giving.at).unwrap_or_default();
    let mut about = Vec::new();
    if !it.approach.is_empty() {
        about.push(Pair::new(t.get("auswahl-verfahren"), it.approach.clone()));
    }
    let organisation = line.organisation.as_ref();
    let organisation = organisation.map(|it| t.get(&format!("organisation-{it}")));
    about.extend([
        Pair::new(
            t.get("profil-organisation"),
            organisation.unwrap_or_else(|| t.get("profil-nichts")),
        ),
        Pair::new(t.get("austausch-zweck"), it.purpose.clone()),
        Pair::new(t.get("auswahl-gezeigt-am"), t.instant(moment)),
    ]);
    about.extend(it.until.map(|it| Pair::new(t.get("austausch-bis"), t.date(it))));
    let caption = t.with("auswahl-stadt-titel", &name());
    let mut blocks = Vec::new();
    if let Some(notice) = noted_since(t, new) {
        blocks.push(Block::Notice(notice));
        blocks.push(Block::Ways(vec![Link::new(t.get("auswahl-neu-zeigen"), at(city, "/zeigen"))]));
    }
    blocks.extend([
        Block::Table(quarters(t, caption, &it.quarters)),
        Block::Pairs(about),
        Block::Reading(t.get("auswahl-stadt-lesen")),
    ]);
    Sheet::new(shell, blocks)
}
