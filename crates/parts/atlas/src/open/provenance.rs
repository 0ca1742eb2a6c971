//! Where the figures of a file come from, as pairs of words: a sheet, a table, a description.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;
use jiff::Timestamp;

use crate::pages::{source, words};
use crate::store::Shelf;
use crate::view::overview::{Figures, Origin};
use crate::view::profile::Profile;

/// What a file is about and where its figures come from.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// What it is called.
    pub title: String,
    /// How it is computed, what the states mean, by which program: for the whole file.
    pub whole: Vec<Pair>,
    /// Each dataset version that figures come from, by the name of what comes from it.
    pub sources: Vec<(String, Vec<Pair>)>,
}

/// Of the overview.
#[must_use]
pub fn of_figures(t: &Texts, city: &str, shelf: &Shelf, figures: &Figures) -> Provenance {
    let name = words::measure(t, shelf, &figures.measure);
    let when = words::period(t, figures.measure.nature, &figures.period);
    let boundaries = format!("{}, {}", words::level(t, &figures.geography), figures.version.label);
    let mut whole = vec![
        Pair::new(t.get("atlas-merkmal"), name.as_str()),
        Pair::new(t.get("atlas-zeit"), when.as_str()),
        Pair::new(t.get("quelle-formel"), words::recipe(t, shelf, &figures.measure)),
        Pair::new(t.get("quelle-grenzen"), boundaries),
    ];
    whole.extend(common(t));
    let title = [
        ("merkmal", Arg::from(name)),
        ("stadt", Arg::from(city)),
        ("zeit", Arg::from(when)),
        ("ebene", Arg::from(words::level(t, &figures.geography))),
    ];
    Provenance {
        title: t.with("offen-titel", &title),
        whole,
        sources: sources(t, shelf, &figures.sources, |it| {
            words::indicator(t, shelf, &it.indicator)
        }),
    }
}

/// Of the series of a quarter.
#[must_use]
pub fn of_profile(t: &Texts, city: &str, profile: &Profile) -> Provenance {
    let shelf = &profile.shelf;
    let mut whole: Vec<Pair> = profile
        .series
        .iter()
        .map(|it| {
            let name = words::measure(t, shelf, &it.measure);
            Pair::new(name, words::recipe(t, shelf, &it.measure))
        })
        .collect();
    let boundaries = format!("{}, {}", words::level(t, &profile.geography), profile.version.label);
    whole.push(Pair::new(t.get("quelle-grenzen"), boundaries));
    whole.extend(common(t));
    let title = [("gebiet", Arg::from(profile.area.name.as_str())), ("stadt", Arg::from(city))];
    Provenance {
        title: t.with("offen-titel-quartier", &title),
        whole,
        sources: sources(t, shelf, &profile.sources, |it| it.dataset.title.clone()),
    }
}

/// What holds for every file.
pub(crate) fn common(t: &Texts) -> [Pair; 3] {
    [
        Pair::new(t.get("offen-zustaende"), t.get("spalte-state.sinn")),
        Pair::new(t.get("offen-hinweis"), t.get("offen-hinweis.sinn")),
        Pair::new(t.get("quelle-programm"), format!("Ankunft {}", env!("CARGO_PKG_VERSION"))),
    ]
}

/// Each dataset version, by a name.
pub(crate) fn sources(
    t: &Texts,
    shelf: &Shelf,
    origins: &[Origin],
    name: impl Fn(&Origin) -> String,
) -> Vec<(String, Vec<Pair>)> {
    origins.iter().map(|it| (name(it), source::origin(t, shelf, it))).collect()
}

/// When the newest of some dataset versions was accepted: the day of a file, which so is the same
/// as often as it is asked for.
#[must_use]
pub fn made(origins: &[Origin]) -> Timestamp {
    let newest = origins.iter().map(|it| it.dataset.accepted_at).max().unwrap_or_default();
    Timestamp::from_microsecond(newest).unwrap_or_default()
}
