//! A hundred thousand texts that look like Fundstellen, held against a city that has five thousand: what is
//! none is hardly ever taken for one.

use std::collections::BTreeSet;

use ankunft_governance::papers::model::recognise::places;
use ankunft_governance::papers::model::settle::settle;
use ankunft_governance::papers::model::tails::tails;
use ankunft_platform::citations::read_code;

use super::codes_of;
use super::scans::{MANY, TODAY};

const TEXTS: usize = 25_000;
/// So many of the city's Fundstellen the Vorlage cites itself.
const OWN: usize = 40;

/// Chance, the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn word(&mut self, signs: &[u8], shortest: usize, more: usize) -> String {
        let length = shortest + self.below(more);
        (0..length).map(|_| char::from(self.one_of(signs))).collect()
    }
}

/// How many of so many texts are taken for a Fundstelle.
#[allow(clippy::print_stdout, reason = "what was measured is said")]
fn taken(what: &str, city: &[String], mut text: impl FnMut(usize) -> String) -> usize {
    let exists: BTreeSet<&str> = city.iter().map(String::as_str).collect();
    let own = city[..OWN].iter().map(String::as_str).collect();
    let mut examples = Vec::new();
    for at in 0..TEXTS {
        let text = text(at);
        let read = settle((&places(&text), &tails(&text)), &exists, &own).codes;
        examples.extend(read.first().map(|code| format!("{text} as {code}")));
    }
    println!("{what}: {} of {TEXTS}, {:?}", examples.len(), &examples[..examples.len().min(5)]);
    examples.len()
}

fn city() -> Vec<String> {
    let (signs, lengths) = TODAY;
    codes_of(signs, lengths, MANY)
}

/// Files, folders and foreign addresses, with whole codes of this city in them: none, however many. What the
/// Vorlage cites itself is left out: that stands in its paper wherever it is read.
#[test]
fn no_path_is_taken() {
    let (city, mut dice) = (city(), Dice(1));
    let count = taken("paths", &city, |at| {
        let code = &city[OWN + dice.below(MANY - OWN)];
        let folder = dice.word(b"abcdefghijklmnopqrstuvwxyz", 2, 7);
        match at % 6 {
            0 => format!("liegt unter /{folder}/f/{code} bereit"),
            1 => format!("siehe /f/{code}.pdf im Anhang"),
            2 => format!("C:/f/{code}"),
            3 => format!("https://{folder}.example/{folder}/f/{code}"),
            4 => format!("siehe /f/{code}_{folder}"),
            _ => format!("{folder}/f/{code}"),
        }
    });
    assert_eq!(count, 0);
}

/// Words and numbers with strokes between and before them.
#[test]
fn hardly_any_word_is_taken() {
    let (city, mut dice) = (city(), Dice(2));
    let count = taken("words", &city, |at| {
        let big = dice.word(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4, 5);
        let small = dice.word(b"abcdefghijklmnopqrstuvwxyz", 3, 6);
        let number = dice.below(10_000);
        match at % 6 {
            0 => format!("Kinder/{big}"),
            1 => format!("und /{small} oder"),
            2 => format!("Aktenzeichen 50/{number}/26"),
            3 => format!("am 3/{number} und //{small}"),
            4 => format!("die {big}/{number}"),
            _ => format!("Vorlage {number}/2026 (/{big})"),
        }
    });
    // A word of capitals in brackets behind a stroke is what a lost letter leaves: one in a thousand.
    assert!(count <= TEXTS / 1000, "{count}");
}

/// Signs by chance behind `/f/`: somebody else's numbers, whole or cut.
#[test]
fn few_signs_by_chance_are_taken() {
    let (city, mut dice) = (city(), Dice(3));
    let count = taken("chance", &city, |_| {
        loop {
            let signs = dice.word(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4, 3);
            if read_code(&signs).is_none() {
                break format!("siehe /f/{signs}, Seite 2");
            }
        }
    });
    assert!(count <= TEXTS / 100, "{count}");
}

/// Fundstellen of another city with one sign wrong. They are what is most like our own; of any two of
/// five thousand drawn from forty-five thousand some come out alike.
#[test]
fn few_misprints_of_another_city_are_taken() {
    let (city, mut dice) = (city(), Dice(4));
    let (signs, lengths) = TODAY;
    let known: BTreeSet<&String> = city.iter().collect();
    let others = codes_of(signs, lengths, 3 * MANY);
    let others: Vec<&String> = others.iter().filter(|it| !known.contains(it)).collect();
    let count = taken("misprints", &city, |_| {
        loop {
            let mut wrong = others[dice.below(others.len())].clone().into_bytes();
            let at = dice.below(wrong.len());
            wrong[at] = dice.one_of(super::ALPHABET);
            let wrong = String::from_utf8(wrong).expect("ASCII");
            if read_code(&wrong).is_none() {
                break format!("siehe /f/{wrong}, Seite 2");
            }
        }
    });
    assert!(count <= TEXTS / 20, "{count}");
}
