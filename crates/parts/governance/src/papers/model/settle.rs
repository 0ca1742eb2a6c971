//! Which Fundstellen of a city a paper prints: what can be read, and what can only be one.

use std::collections::BTreeSet;

use super::doubt::Doubt;
use super::recognise::Place;

/// So much may be wrong with a Fundstelle that the Vorlage does not cite itself.
const MOST_WRONG: u8 = 2;

/// What was read in a paper.
#[derive(Debug)]
pub struct Settled<'a> {
    /// The Fundstellen of this city that it prints, each once, in their order.
    pub codes: Vec<String>,
    /// Places where something stands that looks like a Fundstelle and is none of this city as far as it
    /// could be read.
    pub unread: Vec<&'a Place>,
}

/// Says what stands at each place: `exists` are those of the city's Fundstellen that can stand there,
/// `cites` those that the Vorlage itself cites; `tails` are the codes with which words end.
///
/// What the Vorlage cites and a word of the paper ends with is read wherever it stands.
/// What is read as it stands counts alone. Only where that is none of them, signs count that programs
/// take for one another, and only if one single Fundstelle comes of it: among what the Vorlage cites, if
/// none of the city is nearer; else among all of the city where no more signs are wrong than
/// [`MOST_WRONG`].
#[must_use]
pub fn settle<'a>(
    (places, tails): (&'a [Place], &[String]),
    exists: &BTreeSet<&str>,
    cites: &BTreeSet<&str>,
) -> Settled<'a> {
    let mut settled = Settled { codes: Vec::new(), unread: Vec::new() };
    let whole: BTreeSet<&str> =
        tails.iter().map(String::as_str).filter(|it| cites.contains(it)).collect();
    for place in places {
        let mut found = read(place, exists, cites);
        if found.is_empty() {
            found.extend(whole.iter().find(|it| place.printed.ends_with(**it)));
        }
        if found.is_empty() && (place.is_marked || can_be(place, exists)) {
            settled.unread.push(place);
        }
        for code in found {
            if !settled.codes.iter().any(|it| it == code) {
                settled.codes.push(code.to_owned());
            }
        }
    }
    let lost = whole.into_iter().filter(|it| !settled.codes.iter().any(|code| code == it));
    let lost: Vec<String> = lost.map(str::to_owned).collect();
    settled.codes.extend(lost);
    settled
}

/// What the Vorlage cites and its adopted paper shows nowhere, though it shows others of it: a scan can
/// swallow a whole Fundstelle. A paper that shows none of them is printed without its reasons, and
/// nothing is missing there.
#[must_use]
pub fn missing<'a>(cites: &BTreeSet<&'a str>, found: &BTreeSet<&str>) -> Vec<&'a str> {
    let (there, missing): (Vec<&str>, Vec<&str>) = cites.iter().partition(|it| found.contains(*it));
    if there.is_empty() { Vec::new() } else { missing }
}

fn read<'a>(place: &'a Place, exists: &BTreeSet<&str>, cites: &BTreeSet<&str>) -> Vec<&'a str> {
    if !place.codes.is_empty() {
        let plain = place.codes.iter().map(String::as_str);
        return plain.filter(|it| exists.contains(it)).collect();
    }
    let is_own = |it: &Doubt| cites.contains(it.code.as_str());
    let is_there = |it: &Doubt| exists.contains(it.code.as_str());
    let own = fewest(place, is_own);
    if own.is_some() && own != fewest(place, is_there) {
        // One of the city is nearer to what stands there: neither is said.
        return Vec::new();
    }
    let single = match own {
        Some(_) => single(place, is_own),
        None => single(place, |it| it.wrong <= MOST_WRONG && is_there(it)),
    };
    single.into_iter().collect()
}

/// How many signs are wrong in the nearest reading that fits.
fn fewest(place: &Place, fits: impl Fn(&Doubt) -> bool) -> Option<u8> {
    place.doubtful.iter().filter(|it| fits(it)).map(|it| it.wrong).min()
}

/// The one doubtful reading with the fewest wrong signs among those that fit; none if there are two.
fn single(place: &Place, fits: impl Fn(&Doubt) -> bool) -> Option<&str> {
    let fewest = fewest(place, &fits)?;
    let mut best = place.doubtful.iter().filter(|it| fits(it) && it.wrong == fewest);
    let first = best.next()?;
    best.next().is_none().then_some(first.code.as_str())
}

/// Whether it may be a Fundstelle of this city, though nobody can say which.
fn can_be(place: &Place, exists: &BTreeSet<&str>) -> bool {
    place.doubtful.iter().any(|it| exists.contains(it.code.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::model::recognise::places;
    use crate::papers::model::tails::tails;

    /// What is taken out of a text in a city that has these, of which the Vorlage cites some.
    fn taken(text: &str, exists: &[&str], cites: &[&str]) -> (Vec<String>, usize) {
        let exists = exists.iter().chain(cites).copied().collect();
        let (places, tails) = (places(text), tails(text));
        let settled = settle((&places, &tails), &exists, &cites.iter().copied().collect());
        (settled.codes, settled.unread.len())
    }

    #[test]
    fn what_scanners_make_of_one_is_read() {
        for text in [
            "siehe /f/2Z2R, Seite 3",
            "„//222R“;",
            "(///222R)",
            "Fundstelle//222R.",
            "„/i/222R“",
            "%„I/222R“",
            "siehe /#I222R.",
            "{f/222R",
            "(V£/222R)",
            "https //ankunft.example/f/Z22R, und",
            "/f/22 2R",
            "/f/}222R",
            "(/f/222R)und",
            "siehe /f/222Rund mehr",
        ] {
            assert_eq!(taken(text, &[], &["222R"]).0, ["222R"], "{text}");
        }
    }

    #[test]
    fn what_the_vorlage_cites_is_read_though_its_address_is_lost() {
        for text in [
            "https://ankunft.muster- Fundstelle mple/f/N3DHC, und",
            "KIPKNXH und N3DHC.",
            "damit KIN3DHC. und",
            "damit A/N3D-\nHC und",
        ] {
            assert!(
                taken(text, &[], &["N3DHC", "PKNXH"]).0.contains(&"N3DHC".to_owned()),
                "{text}"
            );
            assert_eq!(taken(text, &["N3DHC"], &[]).0, Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_the_vorlage_cites_is_not_taken_where_another_is_nearer() {
        assert_eq!(taken("(/f/93HPR)", &["93HPK"], &["93MFR"]), (Vec::new(), 1));
        assert_eq!(taken("(/f/93HPR)", &[], &["93MFR"]).0, ["93MFR"]);
    }

    #[test]
    fn what_can_be_read_as_it_stands_is_nothing_else() {
        // A whole code of another city is not taken for one of ours that looks like it.
        assert_eq!(taken("/f/222R", &["ZZ2R"], &[]), (Vec::new(), 1));
        assert_eq!(taken("/f/222R", &["222R"], &[]), (vec!["222R".to_owned()], 0));
    }

    #[test]
    fn of_two_that_can_stand_there_none_is_taken_but_what_the_paper_cites() {
        // One 3 that is read as both of what it looks like, or two of them.
        let (text, one, two) = ("(/t/PMHS3H)", "PMH3H", "PMH33H");
        assert_eq!(taken(text, &[one], &[]).0, [one]);
        assert_eq!(taken(text, &[two], &[]).0, [two]);
        assert_eq!(taken(text, &[one, two], &[]), (Vec::new(), 1));
        assert_eq!(taken(text, &[two], &[one]).0, [one]);
        assert_eq!(taken(text, &[], &[one, two]), (Vec::new(), 1));
    }

    #[test]
    fn what_a_scan_swallows_is_missing_only_beside_others() {
        let cites: BTreeSet<&str> = ["222R", "2Z2M", "93HPK"].into();
        let missing = |found: &[&str]| missing(&cites, &found.iter().copied().collect());
        assert_eq!(missing(&["222R", "93HPK"]), ["2Z2M"]);
        assert_eq!(missing(&["222R", "2Z2M", "93HPK", "7K3Q"]), Vec::<&str>::new());
        // Printed without its reasons, or another paper: no alarm.
        assert_eq!(missing(&[]), Vec::<&str>::new());
        assert_eq!(missing(&["7K3Q"]), Vec::<&str>::new());
    }

    #[test]
    fn what_is_no_place_is_not_told() {
        for text in ["/home/f/222O", "Kinder/Jugend", "und/oder", "/f/222O.pdf", "am 3/4/2026"] {
            assert_eq!(taken(text, &[], &[]), (Vec::new(), 0), "{text}");
        }
        assert_eq!(taken("/f/222O", &[], &[]), (Vec::new(), 1));
    }
}
