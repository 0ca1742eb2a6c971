use std::sync::LazyLock;

use crate::observe::fits;
use crate::{Profile, RawTable};

/// The texts of the built-in profiles. `{size}` stands for each size of grid cells.
const TEXTS: &[&str] = &[
    include_str!("../profiles/ba-akg.toml"),
    include_str!("../profiles/berlin-ewr-panel.toml"),
    include_str!("../profiles/berlin-ewr-t1-city.toml"),
    include_str!("../profiles/berlin-ewr-t1.toml"),
    include_str!("../profiles/berlin-ewr-t2.toml"),
    include_str!("../profiles/berlin-ewr-t3.toml"),
    include_str!("../profiles/berlin-ewr-t4.toml"),
    include_str!("../profiles/berlin-gssa-2013.toml"),
    include_str!("../profiles/berlin-gssa-2022.toml"),
    include_str!("../profiles/berlin-mss-2021-context.toml"),
    include_str!("../profiles/berlin-mss-2021-easy.toml"),
    include_str!("../profiles/berlin-mss-2021-indicators.toml"),
    include_str!("../profiles/berlin-mss-2021-indices.toml"),
    include_str!("../profiles/berlin-mss-2021.toml"),
    include_str!("../profiles/kaiserslautern-ages.toml"),
    include_str!("../profiles/kaiserslautern-key-figures.toml"),
    include_str!("../profiles/zensus-2011-100m.toml"),
    include_str!("../profiles/zensus-2011-1km.toml"),
    include_str!("../profiles/zensus-2022-age-groups.toml"),
    include_str!("../profiles/zensus-2022-birth-country.toml"),
    include_str!("../profiles/zensus-2022-building-age.toml"),
    include_str!("../profiles/zensus-2022-floor-space.toml"),
    include_str!("../profiles/zensus-2022-foreigners-adults.toml"),
    include_str!("../profiles/zensus-2022-foreigners.toml"),
    include_str!("../profiles/zensus-2022-household-size.toml"),
    include_str!("../profiles/zensus-2022-mean-age.toml"),
    include_str!("../profiles/zensus-2022-over-65.toml"),
    include_str!("../profiles/zensus-2022-owner-share.toml"),
    include_str!("../profiles/zensus-2022-population.toml"),
    include_str!("../profiles/zensus-2022-rent.toml"),
    include_str!("../profiles/zensus-2022-under-18.toml"),
    include_str!("../profiles/zensus-2022-vacancy.toml"),
];

const GRID_SIZES: [&str; 3] = ["100m", "1km", "10km"];

/// All texts of profiles, grid sizes filled in.
fn texts() -> impl Iterator<Item = String> {
    TEXTS.iter().flat_map(|text| {
        let sizes = if text.contains("{size}") { &GRID_SIZES[..] } else { &[""] };
        sizes.iter().map(move |size| text.replace("{size}", size))
    })
}

/// The profiles that the program brings along.
#[must_use]
pub fn built_in_profiles() -> &'static [Profile] {
    static PROFILES: LazyLock<Vec<Profile>> =
        LazyLock::new(|| texts().filter_map(|text| toml::from_str(&text).ok()).collect());
    &PROFILES
}

/// The profile that fits a table: all its columns are there, and the name of the file fits
/// if it says one. Of several that fit, the one that asks most.
#[must_use]
pub fn recognise<'a>(
    table: &RawTable,
    file_name: &str,
    profiles: &'a [Profile],
) -> Option<&'a Profile> {
    let name = file_name.rsplit(['/', '!']).next().unwrap_or(file_name);
    let is_there = |column: &String| table.column(column).is_some();
    let is_fitting = |profile: &&Profile| {
        let rule = &profile.recognise;
        let named = rule.file_name.as_ref().is_none_or(|pattern| fits(name, pattern));
        let asks = rule.file_name.is_some() || !rule.columns.is_empty();
        asks && named && rule.columns.iter().all(is_there)
    };
    let asks = |profile: &&Profile| {
        (profile.recognise.file_name.is_some(), profile.recognise.columns.len())
    };
    // Of equals the first: a person's own profiles stand before those that come along.
    profiles.iter().filter(is_fitting).rev().max_by_key(asks)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{built_in_profiles, texts};
    use crate::{Period, PeriodRule, Profile, indicator};

    #[test]
    fn every_text_is_a_profile() {
        for text in texts() {
            let profile: Result<Profile, _> = toml::from_str(&text);
            assert!(profile.is_ok(), "{}: {profile:?}", text.lines().next().unwrap_or(""));
        }
    }

    #[test]
    fn profiles_agree_with_themselves_and_the_catalogue() {
        let mut ids = BTreeSet::new();
        for profile in built_in_profiles() {
            assert!(ids.insert(&profile.id), "{} twice", profile.id);
            assert!(!profile.source.publisher.is_empty(), "{}", profile.id);
            let columns: BTreeSet<&String> = profile.columns.iter().map(|it| &it.column).collect();
            for rule in &profile.columns {
                let known = indicator(&rule.indicator).expect(&rule.indicator);
                assert_eq!(known.kind, rule.kind, "{}: {}", profile.id, rule.indicator);
                if let Some(wrong) = &rule.until {
                    assert!(indicator(&wrong.indicator).is_some(), "{}", wrong.indicator);
                    assert!(Period::read(&wrong.period).is_some());
                }
            }
            for sum in &profile.sums {
                assert!(columns.contains(&sum.whole), "{}: {}", profile.id, sum.whole);
                assert!(sum.parts.iter().all(|it| columns.contains(it)), "{}", profile.id);
            }
            if let PeriodRule::Fixed(text) = &profile.period {
                assert!(Period::read(text).is_some(), "{}", profile.id);
            }
        }
    }
}
