//! `/{kommune}/auswahl/stadt/{von}`: which quarters does this city choose among, and why?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Pair;
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::Timestamp;

use super::{counts, frame, method, quarters};
use crate::selection::view::Line;

/// The page.
pub fn page(viewer: &Viewer, city: &City, line: &Line) -> Sheet {
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
    let mut about = vec![Pair::new(t.get("auswahl-methode"), method(t, &it.method))];
    if !it.method.approach.is_empty() {
        about.push(Pair::new(t.get("auswahl-verfahren"), it.method.approach.clone()));
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
    let caption = t.with("auswahl-stadt-titel", &name());
    let blocks = vec![
        Block::Table(quarters(t, caption, &it.quarters)),
        Block::Pairs(about),
        Block::Reading(t.get("auswahl-stadt-lesen")),
    ];
    Sheet::new(shell, blocks)
}
