//! Words of the field that mean the same, in both languages of the programme: whoever looks for "Kita"
//! finds what tells of a kindergarten, and of daycare.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{INSIDE, Stems, Token, Wanted, folded, words};

/// A group a line, its members with commas between them. A line that begins with `#` explains. What ends
/// with `*` also means the same as the first part of a longer word, as in "Kitaplatz".
const FILE: &str = include_str!("synonyms.txt");

static GROUPS: LazyLock<Vec<Vec<Member>>> = LazyLock::new(|| {
    let stems = Stems::new();
    let lines = FILE.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    lines.map(|it| it.split(',').map(|it| Member::of(&stems, it)).collect()).collect()
});

/// One word or several that stand together, of a group.
pub(super) struct Member {
    words: Vec<Word>,
    /// Whether the last of them may be the first part of a longer one.
    may_go_on: bool,
}

struct Word {
    folded: String,
    same: BTreeSet<String>,
}

impl Member {
    fn of(stems: &Stems, text: &str) -> Self {
        let word = |it: &str| {
            let folded = folded(it);
            Word { same: stems.of(&folded).into_iter().chain([folded.clone()]).collect(), folded }
        };
        let all = words(text).map(|it| word(it.1)).collect();
        Self { words: all, may_go_on: text.ends_with('*') }
    }

    /// How many words it has.
    pub(super) const fn words(&self) -> usize {
        self.words.len()
    }

    /// Whether it stands at the beginning of these words, in whatever form.
    pub(super) fn stands_at(&self, stems: &Stems, all: &[Token<'_>]) -> bool {
        let Some((last, first)) = self.words.split_last() else { return false };
        let Some(end) = all.get(first.len()) else { return false };
        let begins = self.may_go_on && end.folded.starts_with(&last.folded);
        (begins || last.is(stems, &end.folded))
            && first.iter().zip(all).all(|(it, token)| it.is(stems, &token.folded))
    }
}

impl Word {
    fn is(&self, stems: &Stems, word: &str) -> bool {
        // Stems seldom change the beginning, and are costly.
        let begins = self.folded.chars().next() == word.chars().next();
        begins && stems.of(word).iter().any(|it| self.same.contains(it))
    }
}

/// Adds to words that are looked for what means the same. What several words say together, each of them
/// has.
pub(super) fn add_to(wanted: &mut [Wanted]) {
    for group in GROUPS.iter() {
        for member in group {
            let count = member.words();
            for at in 0..=wanted.len().saturating_sub(count) {
                let Some(typed) = wanted.get_mut(at..at + count) else { continue };
                let is_it = |(it, of): (&Wanted, &Word)| {
                    it.folded.chars().count() >= INSIDE && !it.same.is_disjoint(&of.same)
                };
                if typed.iter().zip(&member.words).all(is_it) {
                    for it in typed {
                        it.also.extend(group);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AS_TYPED, Words};
    use super::*;

    fn groups() -> impl Iterator<Item = Vec<&'static str>> {
        let lines = FILE.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
        lines.map(|it| it.split(',').map(|it| it.trim().trim_end_matches('*')).collect())
    }

    fn rank(typed: &str, text: &str) -> Option<u32> {
        Words::of(typed).rank(&[(1, text)])
    }

    #[test]
    fn each_member_of_a_group_finds_each_other() {
        let mut pairs = 0;
        for group in groups() {
            for (typed, text) in group.iter().flat_map(|a| group.iter().map(move |b| (a, b))) {
                assert!(rank(typed, text).is_some(), "{typed} finds {text}");
                let within = format!("Wir sahen {text} dort.");
                assert!(rank(&typed.to_uppercase(), &within).is_some(), "{typed} finds {within}");
                pairs += 1;
            }
        }
        assert!(
            groups().count() >= 40 && pairs > 400,
            "{} groups, {pairs} pairs",
            groups().count()
        );
    }

    #[test]
    fn what_was_typed_goes_before_what_means_the_same() {
        for group in groups() {
            for (typed, other) in group.iter().zip(&group[1..]) {
                let exact = Words::of(typed).rank(&[(1, *typed)]);
                let alike = Words::of(typed).rank(&[(8, *other)]);
                assert!(exact > alike || alike > Some(AS_TYPED), "{typed} {other}");
            }
        }
        let words = Words::of("Kita");
        let exact = words.rank(&[(8, "Ein Ort"), (2, "Die Kitaplätze fehlen")]);
        assert!(exact > words.rank(&[(8, "Ein Kindergarten"), (2, "Daycare")]));
    }

    #[test]
    fn it_is_found_in_its_other_forms() {
        for (typed, text) in [
            ("Kindergärten", "zwei neue Kitas"),
            ("daycare", "die Kindertagesstätten"),
            ("Kindergarten", "Es fehlen Kitaplätze"),
            ("Flüchtlinge", "mit geflüchteten Frauen"),
            ("refugee", "Unterkunft für Geflüchtete"),
            ("language courses", "vier Deutschkurse am Abend"),
            ("Deutschkurs", "two language courses"),
            ("Wohnungen", "affordable housing"),
            ("Ehrenamt", "ten volunteers came"),
            ("Dolmetscherin", "interpreters were there"),
            ("Kindergarten am Abend", "die Kita am Abend"),
        ] {
            assert!(rank(typed, text).is_some(), "{typed} finds {text}");
        }
        let marked = Words::of("Deutschkurs").marked("A language course for all, and a course.");
        let marked: Vec<&str> = marked.iter().filter(|it| it.0).map(|it| it.1.as_str()).collect();
        assert_eq!(marked, ["language", "course"], "both words, and not one of them alone");
    }

    #[test]
    fn it_never_crosses_short_words_or_parts_of_words() {
        for group in groups() {
            for word in group.iter().flat_map(|it| it.split(' ')) {
                assert!(word.chars().count() >= INSIDE, "{word} is too short to mean one thing");
            }
            for (typed, text) in group.iter().flat_map(|a| group.iter().map(move |b| (a, b))) {
                let inside = format!("xq{}", text.replace(' ', " xq"));
                let found = rank(typed, &inside);
                assert!(found.is_none_or(|it| it >= AS_TYPED), "{typed} inside {inside}");
            }
        }
        for (typed, text) in [
            ("Kit", "ein Kindergarten"),
            ("club", "eine Vereinbarung"),
            ("Lotse", "a guideline"),
            ("alt", "for elderly people"),
            ("language", "ein Deutschkurs"),
            ("course", "ein Deutschkurs"),
            ("Deutschkurs", "the course of the river and its language"),
            ("Deutschkurs", "course language"),
            ("Rat", "eine Beratung"),
            ("Haus", "affordable housing"),
            ("Kindergarten Schwimmbad", "eine Kita"),
        ] {
            assert!(rank(typed, text).is_none(), "{typed} does not find {text}");
        }
    }
}
