//! What a composed quarter is, and of which area units it consists at which time.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::register::areas::Link;

/// With what the code of every composed quarter begins, so that it looks like no area unit's.
const PREFIX: &str = "q-";
/// The most characters of a code behind it.
const LONGEST: usize = 40;
/// What stands between the code of a quarter and the number of one of its versions.
const AT: char = '@';
/// At least this much of a unit lies in what it became, for the two to be the same.
const WHOLE: f64 = 1.0 - 1e-9;

/// A quarter that somebody joined from area units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Its number.
    pub id: i64,
    /// The kind of area units that it is joined from.
    pub geography: i64,
    /// By which addresses and citations name it: `q-nordstadt`.
    pub code: String,
    /// When it was given up, in microseconds UTC.
    pub retired_at: Option<i64>,
    /// What was joined, the oldest version first; never empty.
    pub versions: Vec<Joint>,
}

/// One version of a composed quarter, which never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// Its number in the database.
    pub id: i64,
    /// The first is 1.
    pub number: i64,
    /// The version of the area units in which its parts are named.
    pub area_version: i64,
    /// What people call it.
    pub name: String,
    /// Why it was joined so.
    pub reason: String,
    /// Whether the coordination shows it to everybody.
    pub is_public: bool,
    /// When it was made, in microseconds UTC.
    pub made_at: i64,
    /// The codes of its parts.
    pub parts: BTreeSet<String>,
    /// The same ground in each version of the area units in which it is made of whole units.
    pub everywhere: BTreeMap<i64, BTreeSet<String>>,
}

/// Which quarter an address names, and which version of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// The code.
    pub code: &'a str,
    /// The version; the newest if none is named.
    pub number: Option<i64>,
}

impl<'a> Named<'a> {
    /// Reads `q-nord` or `q-nord@2`.
    ///
    /// ```
    /// use ankunft_atlas::composed::model::Named;
    ///
    /// assert_eq!(Named::read("q-nord@2"), Named { code: "q-nord", number: Some(2) });
    /// assert_eq!(Named::read("q-nord"), Named { code: "q-nord", number: None });
    /// assert_eq!(Named::read("q-nord@x").code, "q-nord@x");
    /// ```
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let split = text.rsplit_once(AT);
        match split.and_then(|(code, number)| Some((code, number.parse().ok()?))) {
            Some((code, number)) => Self { code, number: Some(number) },
            None => Self { code: text, number: None },
        }
    }
}

impl Composed {
    /// The version of a number, or the newest.
    #[must_use]
    pub fn version(&self, number: Option<i64>) -> Option<&Joint> {
        match number {
            Some(number) => self.versions.iter().find(|it| it.number == number),
            None => self.versions.last(),
        }
    }

    /// The code of one version, which means the same for ever: `q-nord@2`.
    #[must_use]
    pub fn pinned(&self, joint: &Joint) -> String {
        format!("{}{AT}{}", self.code, joint.number)
    }

    /// What everybody may know of it, if they may know of it: who takes back the newest version
    /// takes back all, and what never was for everybody does not become so later.
    #[must_use]
    pub fn for_everybody(mut self) -> Option<Self> {
        if !self.versions.last()?.is_public {
            return None;
        }
        self.versions.retain(|it| it.is_public);
        Some(self)
    }
}

/// A code made from a name that is not among those taken.
///
/// ```
/// use ankunft_atlas::composed::model::code_for;
///
/// assert_eq!(code_for("Nördliche Altstadt / Hafen", |_| false), "q-noerdliche-altstadt-hafen");
/// assert_eq!(code_for("Nord", |it| it == "q-nord"), "q-nord-2");
/// assert_eq!(code_for("東", |_| false), "q-quartier");
/// ```
#[must_use]
pub fn code_for(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            it if it.is_ascii_alphanumeric() => slug.push(it),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = match slug.trim_end_matches('-') {
        "" => "quartier",
        it => it,
    };
    let numbered = |number: u32| match number {
        1 => format!("{PREFIX}{slug}"),
        _ => format!("{PREFIX}{slug}-{number}"),
    };
    (1..).map(numbered).find(|it| !is_taken(it)).unwrap_or_default()
}

/// The units from which these were made, if they and no others were made from those as a whole.
#[must_use]
pub fn before(parts: &BTreeSet<String>, links: &[Link]) -> Option<BTreeSet<String>> {
    let into = links.iter().filter(|it| parts.contains(&it.to_code));
    let mut stayed: BTreeMap<&str, f64> = BTreeMap::new();
    let mut reached = BTreeSet::new();
    for link in into {
        *stayed.entry(&link.from_code).or_default() += link.weight;
        reached.insert(link.to_code.as_str());
    }
    let is_same = reached.len() == parts.len() && stayed.values().all(|it| *it >= WHOLE);
    is_same.then(|| stayed.into_keys().map(str::to_owned).collect())
}

/// The units that these became, if they became them as a whole and nothing else did.
#[must_use]
pub fn after(parts: &BTreeSet<String>, links: &[Link]) -> Option<BTreeSet<String>> {
    let from = links.iter().filter(|it| parts.contains(&it.from_code));
    let became: BTreeSet<String> = from.map(|it| it.to_code.clone()).collect();
    let is_same = !became.is_empty() && before(&became, links).as_ref() == Some(parts);
    is_same.then_some(became)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: &str, to: &str, weight: f64) -> Link {
        Link { from_code: from.into(), to_code: to.into(), weight }
    }

    fn set(codes: &[&str]) -> BTreeSet<String> {
        codes.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn ground_is_the_same_if_all_of_it_came_from_whole_units() {
        let links = [
            link("a", "1", 1.0),
            link("b", "2", 0.4),
            link("b", "3", 0.6),
            link("c", "4", 1.0),
            link("d", "4", 1.0),
        ];
        assert_eq!(before(&set(&["1"]), &links), Some(set(&["a"])));
        assert_eq!(before(&set(&["2", "3"]), &links), Some(set(&["b"])));
        assert_eq!(before(&set(&["1", "4"]), &links), Some(set(&["a", "c", "d"])));
        // A piece of what was cut, and a unit that nobody knows.
        assert_eq!(before(&set(&["1", "2"]), &links), None);
        assert_eq!(before(&set(&["1", "9"]), &links), None);
        assert_eq!(after(&set(&["b"]), &links), Some(set(&["2", "3"])));
        assert_eq!(after(&set(&["c", "d"]), &links), Some(set(&["4"])));
        assert_eq!(after(&set(&["c"]), &links), None);
        assert_eq!(after(&set(&["a"]), &[]), None);
    }

    #[test]
    fn what_never_was_public_does_not_become_so() {
        let joint = |number, is_public| Joint {
            id: number,
            number,
            area_version: 1,
            name: String::new(),
            reason: String::new(),
            is_public,
            made_at: 0,
            parts: set(&["a", "b"]),
            everywhere: BTreeMap::new(),
        };
        let of = |versions| Composed {
            id: 1,
            geography: 1,
            code: "q-a".into(),
            retired_at: None,
            versions,
        };
        let shown = of(vec![joint(1, false), joint(2, true)]).for_everybody().expect("shown");
        assert_eq!(shown.versions.iter().map(|it| it.number).collect::<Vec<_>>(), [2]);
        assert_eq!(of(vec![joint(1, true), joint(2, false)]).for_everybody(), None);
    }
}
