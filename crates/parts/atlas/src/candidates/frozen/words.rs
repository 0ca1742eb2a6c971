//! What was frozen, in words.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;

use super::{Frozen, Kept};
use crate::assess::open::Detail;
use crate::assess::{self, Told, told, words};

/// What the assessment said of each area unit of the quarter, by its name.
fn parts(t: &Texts, frozen: &Frozen, detail: Detail) -> Vec<(String, Told)> {
    let told = |judged| Told::of(t, &frozen.assessment, judged, detail);
    frozen.names.iter().cloned().zip(frozen.assessment.areas.iter().map(told)).collect()
}

/// What the assessment said, as terms and what they are: of a joined quarter for each of its parts.
/// Says too that it was withdrawn, and that there was none.
#[must_use]
pub fn pairs(
    t: &Texts,
    kept: Option<&Kept<Frozen>>,
    (reader, detail): (Audience, Detail),
) -> Vec<Pair> {
    let class = || t.get("ankunft-spalte-klasse");
    let frozen = match kept {
        None => return vec![Pair::new(class(), t.get("frozen-keine"))],
        Some(Kept::Withdrawn) => return vec![Pair::new(class(), t.get("frozen-gesperrt"))],
        Some(kept) => kept.show(reader),
    };
    let Some(frozen) = frozen else { return Vec::new() };
    told::pairs(t, parts(t, frozen, detail))
}

/// How it was found: by which measures, choices and seed, from which Datenstände.
#[must_use]
pub fn how(t: &Texts, frozen: &Frozen) -> Vec<Pair> {
    let mut pairs = words::measured(t, &frozen.assessment);
    let made = (frozen.made_at, frozen.key.as_str());
    pairs.extend(words::record_of(t, &frozen.assessment, frozen.counts, made));
    let breaks = frozen.breaks.iter();
    pairs.extend(breaks.map(|it| Pair::new(t.get("ankunft-unterbrechung"), it.as_str())));
    let sources = frozen.sources.iter();
    pairs.extend(sources.map(|it| Pair::new(t.get("frozen-quelle"), it.as_str())));
    pairs
}

/// The same in one short line, for a paper.
#[must_use]
pub fn line(t: &Texts, frozen: &Frozen) -> String {
    let (it, [compared, _]) = (&frozen.assessment, frozen.counts);
    let used: Vec<String> =
        it.dimensions.iter().map(|it| words::dimension(t, &it.dimension)).collect();
    let args = [
        ("merkmale", Arg::from(t.list(&used))),
        ("zeit", Arg::from(assess::period_words(t, &it.period))),
        ("n", Arg::from(compared)),
        ("ziehungen", Arg::from(t.integer(i64::from(it.plan.draws)))),
        ("startzahl", Arg::from(it.plan.seed.to_string())),
        ("version", Arg::from(it.program.as_str())),
    ];
    t.with("frozen-zeile", &args)
}
