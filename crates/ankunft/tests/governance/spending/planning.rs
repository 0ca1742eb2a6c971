//! What a measure is to cost: one figure, or kinds and years.

use super::{form, measure, words};
use crate::common::desk::{Story, plain, set};

pub fn money(number: i64) -> String {
    format!("{}/geld", measure(number))
}

async fn save(story: &mut Story, number: i64, fields: &[(&str, &str)], status: u16) -> String {
    let page = money(number);
    let answer = story.people[1].post(&page, &page, fields).await;
    words(&answer.expect_status(status))
}

pub async fn one_figure_is_still_enough(story: &mut Story) {
    let _ = save(story, 3, &[("version", "0"), ("budget", "9.600")], 303).await;
    let page = story.people[2].get(&measure(3)).await.expect_status(200);
    assert!(words(&page).contains("9.600,00 €"));
    assert!(!words(&page).contains("nicht aufgeteilt"), "what nobody asked is not said");
    // Its form offers kinds folded away, and years for who is named.
    let form = story.people[1].get(&money(3)).await.expect_status(200);
    assert_eq!(form.texts("details.gefaltet > summary"), ["Ausgaben nach Art und Jahr"]);
    assert!(form.attributes("details.gefaltet[open]", "class").is_empty());
}

/// The plan that the other steps go on with.
pub const PLAN: [(&str, &str); 11] = [
    ("version", "0"),
    ("budget", ""),
    ("quelle-0-name", "Land"),
    ("quelle-0-programm", "Sozialer Zusammenhalt"),
    ("quelle-0-quote", "1/3"),
    ("quelle-0-jahr-2026", "10.000"),
    ("quelle-0-jahr-2027", "20.000,01"),
    ("ausgabe-staff-2026", "40.000,01"),
    ("ausgabe-staff-2027", "30.000"),
    ("ausgabe-material-2027", "20.000,01"),
    ("ausgabe-contracts-ohne", ""),
];

pub async fn kinds_and_years_add_up(story: &mut Story) {
    // Who has said what it costs by kind has said what it costs.
    let _ = save(story, 1, &PLAN, 303).await;
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    let text = words(&page);
    for said in ["90.000,02 €", "Personalausgaben", "70.000,01 €", "30.000,01 €", "60.000,01 €"]
    {
        assert!(text.contains(said), "no {said} in {text}");
    }
    let form = story.people[1].get(&money(1)).await.expect_status(200);
    let value = |name: &str| form.attribute(&format!("input[name={name}]"), "value");
    assert_eq!(value("ausgabe-staff-2026").as_deref(), Some("40000,01"));
    assert_eq!(value("quelle-0-jahr-2027").as_deref(), Some("20000,01"));
    assert_eq!(form.attributes("details.gefaltet[open]", "class").len(), 2);
}

pub async fn a_difference_is_a_note(story: &mut Story) {
    let mut more = form(&PLAN);
    set(&mut more, "version", "1");
    set(&mut more, "budget", "91.000,02");
    let _ = save(story, 1, &plain(&more), 303).await;
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    let says = "1.000,00 € der Kosten sind noch keiner Art zugeordnet.";
    assert!(words(&page).contains(says), "{}", words(&page));
    let shown = story.people[1].get(&money(1)).await.expect_status(200);
    let hint = shown.text("#feld-budget-hinweis, [id^=feld-budget]");
    assert!(words(&shown).contains(says), "beside the field: {hint}");
    // The two versions differ in what they say, and both are kept.
    assert!(words(&page).contains("Personalausgaben 2026 40.000,01 €"), "the history says it");
    set(&mut more, "version", "2");
    set(&mut more, "budget", "90.000,02");
    let _ = save(story, 1, &plain(&more), 303).await;
}

pub async fn a_wrong_sign_is_said_beside_its_field(story: &mut Story) {
    let mut wrong = form(&PLAN);
    set(&mut wrong, "version", "3");
    set(&mut wrong, "budget", "90.000,02");
    for (field, value) in [
        ("ausgabe-staff-2026", "400.50"),
        ("quelle-0-jahr-2026", "1.0000"),
        ("ausgabe-other-2026", "-5"),
    ] {
        let mut wrong = wrong.clone();
        set(&mut wrong, field, value);
        let refused = save(story, 1, &plain(&wrong), 422).await;
        assert!(refused.contains(&format!("#feld-{field}")), "{field}: {refused}");
        assert!(refused.contains(&format!("value=\"{value}\"")), "what was typed stays: {field}");
    }
}
