//! What the indicators of a table mean.

use ankunft_formats::grid::{self, Basis};
use ankunft_formats::{Indicator, Kind, Nature, Profile};
use ankunft_platform::indicators::{self, Definition, Denominator, Reference};

/// What an indicator means: as the catalogue says, or what the profile says of its column.
pub(super) fn definition(profile: &Profile, code: &str, basis: Option<Basis>) -> Definition {
    if let (Some(basis), Some((base, _))) = (basis, grid::band_of(code)) {
        // No count of persons: what rounds counts leaves the ends of bands out.
        let of = definition(profile, base, None);
        let formula = Some(basis.to_string());
        return Definition {
            code: code.to_owned(),
            kind: indicators::Kind::Measure,
            denominator: None,
            formula,
            ..of
        };
    }
    if let Some(known) = ankunft_formats::indicator(code) {
        return catalogued(known);
    }
    let kind =
        profile.columns.iter().find(|it| it.indicator == code).map_or(Kind::Count, |it| it.kind);
    Definition {
        code: code.to_owned(),
        kind: stored_kind(kind),
        unit: if kind == Kind::Percent { "percent" } else { "number" }.to_owned(),
        denominator: None,
        formula: None,
        reference: Reference::Stock,
    }
}

fn catalogued(known: &Indicator) -> Definition {
    Definition {
        code: known.code.clone(),
        kind: stored_kind(known.kind),
        unit: known.unit.clone(),
        denominator: known
            .denominator
            .as_ref()
            .map(|it| Denominator { indicator: it.of.clone(), source: it.source.clone() }),
        formula: None,
        reference: match known.nature {
            Nature::Stock => Reference::Stock,
            Nature::Flow => Reference::Flow,
        },
    }
}

const fn stored_kind(kind: Kind) -> indicators::Kind {
    match kind {
        Kind::Count => indicators::Kind::Count,
        Kind::Percent => indicators::Kind::Percent,
        Kind::Measure => indicators::Kind::Measure,
        Kind::Class => indicators::Kind::Class,
    }
}

/// What the city calls an indicator that the program has no name for: its column's name.
pub(super) fn own_name<'a>(profile: &'a Profile, code: &str) -> Option<&'a str> {
    if ankunft_formats::indicator(code).is_some() {
        return None;
    }
    profile.columns.iter().find(|it| it.indicator == code).map(|it| it.column.as_str())
}
