//! What the flags say about how files are read and accepted.

use std::path::Path;

use ankunft_atlas::import::{Known, outlines, tables};
use ankunft_disclosure::{Base, Declaration, Nutzung};
use ankunft_formats::Period;
use ankunft_formats::geometry::GeometryOptions;
use ankunft_formats::grid::Method;
use ankunft_formats::table::{ReadOptions, TextEncoding};
use ankunft_platform::datasets::Protection;

use crate::cli::ImportHow;
use crate::console::Problem;

/// Name and bytes of a file.
pub(super) type Named = (String, Vec<u8>);

/// The files that are read beside those that are brought: once, before the first of them.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The cells by which shares are weighed.
    pub(super) weights: Option<Named>,
    /// How area units became these.
    pub(super) crosswalk: Option<Named>,
}

impl Beside {
    pub(super) fn of(how: &ImportHow) -> Result<Self, Problem> {
        Ok(Self {
            weights: how.weights.as_deref().map(file).transpose()?,
            crosswalk: how.crosswalk.as_deref().map(file).transpose()?,
        })
    }
}

/// What the flags say of a file of area units.
pub(super) fn of_areas(how: &ImportHow, beside: &Beside) -> Result<outlines::Answers, Problem> {
    Ok(outlines::Answers {
        reading: GeometryOptions { epsg: epsg(how)?, ..GeometryOptions::default() },
        table: reading(how)?,
        parent_prefix: how.parent_prefix,
        crosswalk: beside.crosswalk.clone(),
        geography: how.geography.clone(),
        geography_name: how.geography_name.clone(),
        label: how.label.clone(),
        valid_from: how.valid_from.clone(),
        valid_to: how.valid_to.clone(),
        source: how.source.clone(),
        licence: how.licence.clone(),
    })
}

/// What the flags say of a table.
pub(super) fn of_table(
    how: &ImportHow,
    beside: &Beside,
    known: &Known,
) -> Result<tables::Answers, Problem> {
    let period = how.period.as_deref().map(|text| {
        Period::read(text).ok_or_else(|| {
            Problem::usage(format!("--period {text}: write 2024h2, 2024-12-31 or 2024"))
        })
    });
    let area_version = how.geography.as_deref().map(|code| {
        let newest = known.versions.iter().rfind(|it| it.geography.code == code);
        newest.map(|it| it.version.id).ok_or_else(|| {
            Problem::usage(format!("--geography {code}: the city has no such area units"))
        })
    });
    let method = how.method.as_deref().map(|text| {
        Method::from_code(text)
            .ok_or_else(|| Problem::usage(format!("--method {text}: write centre or area-share")))
    });
    Ok(tables::Answers {
        reading: reading(how)?,
        profile: how.profile.clone().map(tables::Chosen::Known),
        period: period.transpose()?,
        area_version: area_version.transpose()?,
        method: method.transpose()?.unwrap_or_default(),
        noise: how.noise.as_deref().map(noise).transpose()?,
        weights: beside.weights.clone(),
    })
}

/// How tables are read.
pub(super) fn reading(how: &ImportHow) -> Result<ReadOptions, Problem> {
    let encoding = how.encoding.as_deref().map(|text| {
        TextEncoding::named(text).ok_or_else(|| {
            Problem::usage(format!(
                "--encoding {text}: write utf-8, utf-16le, utf-16be or windows-1252"
            ))
        })
    });
    Ok(ReadOptions {
        delimiter: how.delimiter,
        decimal: how.decimal,
        encoding: encoding.transpose()?,
        sheet: how.sheet.clone(),
        member: how.member.clone(),
        ..ReadOptions::default()
    })
}

/// Greatest change and variance of `cell-key:D,V`; nothing of `none`.
fn noise(text: &str) -> Result<(f64, f64), Problem> {
    let wrong = || Problem::usage(format!("--noise {text}: write none or cell-key:5,3"));
    if text == "none" {
        return Ok((0.0, 0.0));
    }
    let (greatest, variance) =
        text.strip_prefix("cell-key:").and_then(|it| it.split_once(',')).ok_or_else(wrong)?;
    let number = |it: &str| it.trim().parse().ok().filter(|it: &f64| it.is_finite() && *it >= 0.0);
    number(greatest).zip(number(variance)).ok_or_else(wrong)
}

/// Name and bytes of a file.
pub(super) fn file(path: &Path) -> Result<Named, Problem> {
    let bytes = std::fs::read(path)
        .map_err(|cause| Problem::input(format!("{}: {cause}", path.display())))?;
    let name = path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    Ok((name, bytes))
}

fn epsg(how: &ImportHow) -> Result<Option<u32>, Problem> {
    let Some(text) = &how.crs else { return Ok(None) };
    let number = text.trim_start_matches("EPSG:").parse().ok();
    let number = number.filter(|it| [4326, 25832, 25833, 3035, 3857].contains(it));
    number.map(Some).ok_or_else(|| {
        Problem::usage(format!("--crs {text}: write EPSG:4326, 25832, 25833, 3035 or 3857"))
    })
}

/// The terms of the profile, with what the flags say otherwise.
pub(super) fn terms(how: &ImportHow, mut terms: tables::Terms) -> Result<tables::Terms, Problem> {
    if let (Some(rule), Some(office)) = (&how.protected_by, &how.office) {
        terms.protection = Protection::Already(Declaration {
            rule: rule.clone(),
            office: office.clone(),
            date: crate::installation::today().to_string(),
        });
    }
    if let Some(code) = &how.nutzung {
        terms.nutzung = Nutzung::from_code(code).ok_or_else(|| {
            let all = Nutzung::ALL.map(Nutzung::code).join(", ");
            Problem::usage(format!("--nutzung {code}: write one of {all}"))
        })?;
    }
    terms.round = match how.round {
        None => None,
        Some(5) => Some(Base::Five),
        Some(10) => Some(Base::Ten),
        Some(other) => return Err(Problem::usage(format!("--round {other}: write 5 or 10"))),
    };
    Ok(terms)
}
