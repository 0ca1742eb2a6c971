use super::*;

fn texts(language: Language) -> Texts {
    Languages::load().unwrap().texts(language)
}

#[test]
fn what_a_language_has_written_it_reads_again() {
    for t in [texts(Language::German), texts(Language::English)] {
        for number in [0, 7, 999, 8640, -1_234_567] {
            let read = t.read_number(&t.integer(number)).map(|it| it.to_string());
            assert_eq!(read, Some(number.to_string()));
        }
        for (text, number) in [
            (t.euros(2_400_000), 24_000.0),
            (t.euros(-18_405), -184.05),
            (t.percent(32.9, 1), 32.9),
            (t.signed(8.5, 1), 8.5),
        ] {
            assert_eq!(
                t.read_number(&text).map(|it| it.to_bits()),
                Some(f64::to_bits(number)),
                "{text}"
            );
        }
        for text in ["", "–", "1/3", "2. Quartal 2026", "12.34.5", "0631 365", "€", "-5"] {
            assert_eq!(t.read_number(text), None, "{text}");
        }
        let day = jiff::civil::date(2027, 6, 3);
        assert_eq!(t.read_date(&t.date(day)), Some(day));
        for text in ["", "3.6.2027", "Juni 2027", "bis 03.06.2027"] {
            assert_eq!(t.read_date(text), None, "{text}");
        }
    }
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let (de, en) = (texts(Language::German), texts(Language::English));
    assert_eq!(de.integer(8640), "8.640");
    assert_eq!(de.integer(1234), "1.234");
    assert_eq!(en.integer(-1_234_567), "−1,234,567");
    assert_eq!(de.decimal(44.62, 1), "44,6");
    assert_eq!(de.decimal(0.125, 2), "0,13");
    assert_eq!(de.decimal(-0.04, 1), "0,0");
    assert_eq!(de.decimal(f64::NAN, 1), "–");
    assert_eq!(de.percent(44.6, 1), "44,6\u{a0}%");
    assert_eq!(en.percent(44.6, 1), "44.6%");
    assert_eq!(de.signed(8.5, 1), "+8,5");
    assert_eq!(de.signed(-0.3, 1), "−0,3");
    assert_eq!(de.signed(0.0, 1), "0,0");
    assert_eq!(de.bytes(340_042), "340\u{a0}KB");
}

#[test]
fn days_periods_and_lists_too() {
    let (de, en) = (texts(Language::German), texts(Language::English));
    let day = jiff::civil::date(2020, 12, 31);
    assert_eq!(de.date(day), "31.12.2020");
    assert_eq!(de.date(jiff::civil::date(2015, 6, 3)), "03.06.2015");
    assert_eq!(en.date(day), "31 December 2020");
    assert_eq!(de.date_long(day), "31. Dezember 2020");
    assert_eq!(de.period("2015h1"), "30.06.2015");
    assert_eq!(de.period("2024-02"), "29.02.2024");
    assert_eq!(de.period("irgendwann"), "irgendwann");
    assert_eq!(de.period_of_time("2015h1"), "1. Halbjahr 2015");
    assert_eq!(de.period_of_time("2021"), "2021");
    assert_eq!(en.list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(de.list(&["a", "b"]), "a und b");
    let instant: jiff::Timestamp = "2024-11-24T13:05:00Z".parse().unwrap();
    assert_eq!(de.instant(instant), "24.11.2024, 14:05\u{a0}Uhr");
}

#[test]
fn the_pseudo_language_is_bracketed_and_keeps_arguments() {
    let t = texts(Language::Pseudo);
    let text = t.with("anzahl-zeilen", &[("zahl", Arg::from(2))]);
    assert_eq!(text, "⟦2 ŕöwš⟧");
}
