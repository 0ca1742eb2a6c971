//! What is a figure and what is a year, in sentences as people write them.

use proptest::prelude::*;

use super::*;

#[test]
fn what_could_be_a_figure_is_found() {
    for text in ["12", "viele (37)", "um 3,5 Punkte", "1 204 Menschen", "38 %", "ein Plus von 4%"] {
        assert!(!figures(text).is_empty(), "{text}");
    }
    // An Arabic-Indic digit, one in a circle, a fraction.
    for text in ["٣٨ Menschen", "② von zehn", "½ der Kinder", "20244"] {
        assert!(!figures(text).is_empty(), "{text}");
    }
    for text in ["", "seit 2016", "am 15.01.2026,", "nach §13", "die Schule im Hof"] {
        assert!(figures(text).is_empty(), "{text}");
    }
}

#[test]
fn a_year_is_one_where_it_is_said_to_be_one() {
    for text in [
        "Dort leben 2016 Menschen",
        "1987/2014",
        "2019–2024",
        "viele (2016 Menschen)",
        "Es nahm kein Ende. 2016 Menschen",
        "pro Jahr 2016 Menschen",
        "und 2016",
    ] {
        assert!(!figures(text).is_empty(), "{text}");
    }
    for text in [
        "Seit 2016,",
        "(ab 2016)",
        "im Jahr 2024",
        "Ende 2024 und 2025",
        "zwischen 2019 und 2024",
        "von 2019–2024",
        "von 2019 – 2024",
        "der Beirat (2019), die Schule (2019–2024).",
        "im März 2024",
        "since 2016, by the end of 2024",
        "in the year 2024",
    ] {
        assert!(figures(text).is_empty(), "{text}");
    }
}

#[test]
fn what_is_counted_is_no_year() {
    for text in [
        "Der Zuzug schlug sich in 2016 Haushalten nieder",
        "Wir haben in 2016 Menschen gefragt",
        "Das ist die Zahl von 2016 Kindern",
        "von 2016 Bewohnerinnen und Bewohnern",
        "Eine Gruppe von 2016 Geflüchteten lebt dort",
        "Die Warteliste wuchs bis 2016 Familien",
        "Angebote ab 2016 Euro im Jahr",
        "Die Einnahmen fielen von 2016 Euro",
        "zwischen 1950 und 2016 Personen",
        "Es waren zwischen 2016 Leuten und mehr",
        "in 2016 Wohnungen fehlt die Heizung",
        "in 2016 Fällen half das Amt",
        "Die Schulen zählen von 2016 Schülern mehr Mädchen",
        "von 2016 Kitas im Land",
        "von 2016 Prozent",
        "The quarter grew by 2016 people",
        "It is home to one in 2016 households",
        "The count fell by 2016 residents",
        "The waiting list went from 2016 children to fewer",
        "Support reached between 2016 families and more",
        "Rents rose in 2016 flats",
        "Numbers fell until 2016 women were left",
    ] {
        assert!(figures(text).iter().any(|it| it == "2016"), "{text}: {:?}", figures(text));
    }
    for text in [
        "Die Schule wurde in 2016 eröffnet",
        "Das Konzept von 2016 gilt noch",
        "Der Beschluss von 2016, Menschen aufzunehmen, gilt noch",
        "Das war in 2016. Menschen kamen von überall",
        "Der Verein entstand in 2016 (Familien und Nachbarn)",
        "Von 2016 bis 2019 lief das Programm",
        "von 2016 bis 2019 wurden Familien beraten",
        "Seit 2016 Familien einziehen, fehlen Plätze",
        "Ende 2016 Familien aufgenommen, danach Alleinstehende",
        "Im Jahr 2016 Wohnungen gebaut",
        "im Mai 2016 Kinder und Eltern befragt",
        "Wir haben in 2016 bereits begonnen",
        "Das begann in 2016 als Versuch",
        "Menschen, die in 2016 Syrien verließen",
        "Wer in 2016 Deutschland erreichte, lebt oft hier",
        "Sie war in 2016 Bürgermeisterin",
        "Die Straße hieß bis 2016 Hauptstraße",
        "Der Hafen ist ab 2016 Teil des Quartiers",
        "ab 2016 unterwegs",
        "The school opened in 2016 as a pilot",
        "By 2016 this had changed",
        "The office was closed in 2016 and opened again",
        "It was built between 2016 and 2019 by volunteers",
        "Since 2016 people have moved here from everywhere",
        "The club started in 2016, people came from everywhere",
        "In 2016 various clubs joined",
    ] {
        assert_eq!(figures(text), [""; 0], "{text}");
    }
}

proptest! {
    /// Whatever stands around it: a number below a thousand, or with a decimal sign, is found.
    #[test]
    fn no_figure_hides_between_words(before in "[a-zäöü ]{0,20}", number in 0_u32..1000, part in prop::option::of(0_u8..10), after in "[a-zäöü ]{0,20}") {
        let number = part.map_or_else(|| number.to_string(), |it| format!("{number},{it}"));
        let (apart, inside) =
            (format!("{before} {number} {after}"), format!("{before}({number}){after}"));
        prop_assert!(!figures(&apart).is_empty());
        prop_assert!(!figures(&inside).is_empty());
    }

    /// Nor does one that could be a year.
    #[test]
    fn no_figure_is_a_year_by_chance(number in 1900_u32..2100, second in 1900_u32..2100) {
        for text in [format!("Dort leben {number} Menschen"), format!("leben {number}/{second}")] {
            prop_assert!(!figures(&text).is_empty());
        }
        let since = format!("Dort seit {number}");
        prop_assert!(figures(&since).is_empty());
    }

    /// A text without digits says no figure.
    #[test]
    fn words_are_no_figures(text in "[a-zA-Zäöüß ,.–()]{0,60}") {
        prop_assert!(figures(&text).is_empty());
    }
}
