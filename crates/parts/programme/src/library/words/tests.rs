//! The laws of finding by words.

use proptest::prelude::*;

use super::*;

fn finds(typed: &str, text: &str) -> bool {
    Words::of(typed).rank(&[(1, text)]).is_some()
}

#[test]
fn a_word_is_found_in_its_other_forms_and_spellings() {
    for (typed, text) in [
        ("Sprachkurse", "ein Sprachkurs am Abend"),
        ("sprachkurs", "zwei Sprachkurse"),
        ("strasse", "in der Hauptstraße"),
        ("STRASSE", "die Straße"),
        ("Häuser", "ein Haus"),
        ("haus", "alte Häuser"),
        ("Lotsinnen", "eine Lotsin kam"),
        ("Lotsin", "vier Lotsinnen"),
        ("Fluechtlinge", "für Flüchtlinge"),
        ("Frauen", "eine Frau"),
        ("courses", "a language course"),
        ("libraries", "the library opened"),
        ("meeting", "they met at two meetings"),
        ("Plätze", "ein Kitaplatz"),
        ("kita", "der Kitaplatz"),
        ("Cafe", "ein Café"),
        ("Kinder Schule", "Schulen öffnen für Kinder"),
    ] {
        assert!(finds(typed, text), "{typed} in {text}");
    }
    for (typed, text) in [
        ("Rat", "die Beratung"),
        ("Schwimmbad", "der Kitaplatz"),
        ("Kinder Schwimmbad", "Schulen öffnen für Kinder"),
        ("neu", "am Donnerstag"),
    ] {
        assert!(!finds(typed, text), "{typed} not in {text}");
    }
}

#[test]
fn who_types_only_small_words_is_answered_too() {
    assert!(finds("für", "ein Ort für alle"));
    assert!(finds("für den Sprachkurs", "Sprachkurs"));
    assert!(Words::of(" ,.- ").is_empty());
}

#[test]
fn the_same_word_says_more_than_one_that_has_it_inside() {
    let words = Words::of("Kurs");
    let rank = |text: &str| words.rank(&[(1, text)]);
    assert!(rank("der Kurs") > rank("die Kursleitung"));
    assert!(rank("die Kursleitung") > rank("der Sprachkurs"));
}

#[test]
fn what_was_found_is_marked_and_nothing_else() {
    let words = Words::of("strasse schule");
    let runs = words.marked("Die Straße <b> zur Grundschule.");
    let marked: Vec<&str> = runs.iter().filter(|it| it.0).map(|it| it.1.as_str()).collect();
    assert_eq!(marked, ["Straße", "Grundschule"]);
    let text = format!("{}Schule{}", "ein Wort ".repeat(60), " danach".repeat(60));
    let excerpt = words.excerpt(&text, 160).expect("it is there");
    let whole: String = excerpt.iter().map(|it| it.1.as_str()).collect();
    assert!(whole.starts_with("… ") && whole.ends_with(" …") && whole.contains("Schule"));
    assert!(whole.chars().count() < 180, "{whole}");
    assert_eq!(words.excerpt("nichts davon", 160), None);
}

proptest! {
    /// Every word of a text finds it, however it is written, and marking loses nothing.
    #[test]
    fn each_of_its_words_finds_a_text(text in "[a-zA-ZäöüÄÖÜßéç]{1,12}( [a-zA-ZäöüÄÖÜßéç]{1,12}){0,6}", at in 0_usize..7) {
        let all: Vec<&str> = text.split(' ').collect();
        let one = all[at % all.len()];
        for typed in [one.to_owned(), one.to_uppercase(), one.to_lowercase()] {
            prop_assert!(finds(&typed, &text), "{typed} in {text}");
        }
        prop_assert!(finds(&text, &text));
    }

    /// Whatever is typed and whatever is written: nothing of the text is lost or doubled.
    #[test]
    fn marking_loses_nothing(typed in "\\PC{0,20}", text in "\\PC{0,60}") {
        let words = Words::of(&typed);
        let whole: String = words.marked(&text).into_iter().map(|it| it.1).collect();
        prop_assert_eq!(whole, text.clone());
        let _ = words.excerpt(&text, 20);
    }
}
