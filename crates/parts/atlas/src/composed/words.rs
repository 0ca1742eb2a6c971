//! What is said about a composed quarter: of what it is made, how its figures follow, and where
//! they say less than they seem to.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;

use super::join::Joining;
use super::place::Place;
use crate::model::measure::Measure;
use crate::pages::overview::Setting;
use crate::pages::words;
use crate::store::Shelf;
use crate::view::overview::Figures;
use crate::view::profile::Profile;

/// So many area units are named; of more only the number is said.
const NAMED: usize = 6;

/// Moves that are counted by where they end or begin, also from one part to another.
const MOVES: [&str; 5] =
    ["moves", "arrivals", "departures", "arrivals_within", "departures_within"];

/// A quarter as a citation names it, so that the paper still says what it was when it is changed.
pub(crate) fn told(t: &Texts, place: &Place, figures: &Figures) -> String {
    let parts = place.names(&figures.ground, figures.version.id);
    let args = [
        ("name", Arg::from(place.area.name.as_str())),
        ("anzahl", Arg::from(parts.len())),
        ("gebiete", Arg::from(t.list(&parts))),
    ];
    let id = if parts.len() > NAMED { "zusammen-gebiet-viele" } else { "zusammen-gebiet" };
    t.with(id, &args)
}

/// Says on a source page how the number was joined, given the figures of all area units.
pub(crate) fn explain(
    t: &Texts,
    shelf: &Shelf,
    (figures, place): (&Figures, &Place),
    pairs: &mut Vec<Pair>,
) {
    let way = match shelf.joining(&figures.measure) {
        Some(Joining::Mean) => "zusammen-weg-mittel",
        _ => "zusammen-weg-summe",
    };
    let formula = t.get("quelle-formel");
    if let Some(pair) = pairs.iter_mut().find(|it| it.term == formula) {
        pair.text = match shelf.joining(&figures.measure) {
            Some(Joining::Mean) => t.get(way),
            _ => format!("{}; {}", pair.text, t.get(way)),
        };
    }
    let parts = place.names(&figures.ground, figures.version.id);
    pairs.insert(0, Pair::new(t.get("zusammen-aus"), t.list(&parts)));
    if figures.band.is_some() && pairs.iter().any(|it| it.term == t.get("spanne-titel")) {
        pairs.push(Pair::new(t.get("zusammen-spanne"), t.get("zusammen-spanne-text")));
    }
}

/// What a reader should know before resting anything on these figures; `pieces` says into how
/// many the ground falls, if that is known.
pub(crate) fn notes(
    setting: &Setting<'_>,
    profile: &Profile,
    pieces: Option<usize>,
) -> Vec<String> {
    let t = setting.t;
    let mut notes = Vec::new();
    if let Some(pieces) = pieces.filter(|it| *it > 1) {
        notes.push(t.with("zusammen-stuecke", &[("anzahl", Arg::from(pieces))]));
    }
    notes.extend(hidden(setting, profile));
    notes.extend(unjoined(t, profile));
    let moves = |measure: &Measure| measure.recipe.needs().iter().any(|it| MOVES.contains(it));
    if profile.series.iter().any(|it| moves(&it.measure)) {
        notes.push(t.get("zusammen-umzuege"));
    }
    notes.extend(beginning(t, profile));
    notes
}

/// Which figures are not there, and because of which area units.
fn hidden(setting: &Setting<'_>, profile: &Profile) -> Vec<String> {
    let (t, reader) = (setting.t, setting.reader);
    let without = profile.series.iter().filter(|it| {
        it.points
            .iter()
            .rev()
            .find_map(|it| it.show(reader))
            .is_some_and(|it| it.value.number().is_none())
    });
    without
        .map(|it| {
            let measure = Arg::from(words::measure(t, &profile.shelf, &it.measure));
            let names = holes(profile, &it.measure, reader);
            if names.is_empty() {
                return t.with("zusammen-verborgen-grundlage", &[("merkmal", measure)]);
            }
            let args = [("merkmal", measure), ("gebiete", Arg::from(t.list(&names)))];
            t.with("zusammen-verborgen", &args)
        })
        .collect()
}

/// The parts of which a measure has no number.
fn holes<'a>(profile: &'a Profile, measure: &Measure, reader: Audience) -> Vec<&'a str> {
    let Some(zones) = &profile.zones else { return Vec::new() };
    let Some(at) = zones.measures.iter().position(|it| it == measure) else { return Vec::new() };
    let rows = zones.rows.show(reader).map_or(&[][..], Vec::as_slice);
    let holes =
        rows.iter().filter(|(_, cells)| cells.get(at).is_none_or(|it| it.number().is_none()));
    holes.map(|(area, _)| area.name.as_str()).collect()
}

/// What the parts have and the whole cannot have.
fn unjoined(t: &Texts, profile: &Profile) -> Option<String> {
    let zones = profile.zones.as_ref()?;
    let lost = zones.measures.iter().filter(|it| profile.shelf.joining(it).is_none());
    let names: Vec<String> = lost.map(|it| words::measure(t, &profile.shelf, it)).collect();
    (!names.is_empty())
        .then(|| t.with("zusammen-ohne-weg", &[("merkmale", Arg::from(t.list(&names)))]))
}

/// That the series begin with a version of the area units, where earlier ones have figures too.
fn beginning(t: &Texts, profile: &Profile) -> Option<String> {
    let ours = profile.place.versions();
    let of_kind = profile.shelf.versions.iter().filter(|it| it.geography == profile.geography.id);
    let mut before = of_kind.clone().take_while(|it| !ours.contains(&it.id));
    let stored = &profile.shelf.holdings.get(&profile.geography.id)?.stored;
    let has_figures = |id: i64| stored.values().any(|it| it.values().any(|at| *at == id));
    if !before.any(|it| has_figures(it.id)) {
        return None;
    }
    let first = of_kind.clone().find(|it| ours.contains(&it.id))?;
    Some(t.with("zusammen-beginnt", &[("stand", Arg::from(first.label.as_str()))]))
}
