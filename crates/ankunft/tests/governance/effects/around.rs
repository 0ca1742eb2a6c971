//! Money, partners and risks of a measure.

use ankunft_testkit::{Page, typing_into};
use serde_json::Value;

use super::{BOARD, form, indicator, measure};
use crate::common::desk::{Story, plain, set};
use crate::measures::planning::{Form, form_of};

fn sheet(path: &str) -> String {
    format!("{}/{path}", measure(1))
}

async fn save(story: &mut Story, path: &str, it: &Form, status: u16) -> String {
    let page = sheet(path);
    let answer = story.people[1].post(&page, &page, &plain(it)).await;
    answer.expect_status(status).body_text()
}

pub async fn money_is_never_over_the_budget(story: &mut Story) {
    let _ = story.people[2].get(&sheet("geld")).await.expect_status(403);
    let mut money = form(&[
        ("version", "0"),
        ("budget", "100.000"),
        ("quelle-0-name", "Land"),
        ("quelle-0-programm", "Sozialer Zusammenhalt"),
        ("quelle-0-quote", "1/3"),
        ("quelle-1-name", "Bund"),
        ("quelle-1-quote", "90 %"),
    ]);
    let refused = save(story, "geld", &money, 422).await;
    assert!(refused.contains("Die Anteile sind zusammen mehr als das Ganze."));
    assert!(refused.contains("Sozialer Zusammenhalt"), "nothing typed is lost");
    set(&mut money, "quelle-1-quote", "1/3");
    set(&mut money, "quelle-2-name", "Stiftung");
    set(&mut money, "quelle-2-betrag", "33.333,34");
    let refused = save(story, "geld", &money, 422).await;
    assert!(refused.contains("mehr, als die Maßnahme kostet"));
    for (wrong, said) in [("12.34", "quelle-2-betrag"), ("-5", "quelle-2-betrag")] {
        set(&mut money, "quelle-2-betrag", wrong);
        let refused = save(story, "geld", &money, 422).await;
        assert!(refused.contains(&format!("#feld-{said}")), "{wrong}: {refused}");
        assert!(refused.contains(&format!("value=\"{wrong}\"")), "{wrong}");
    }
    set(&mut money, "quelle-2-betrag", "30.000");
    let _ = save(story, "geld", &money, 303).await;
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    let cells = page.texts("main table tbody td");
    for said in ["33.333,34 €", "33.333,33 €", "30.000,00 €", "3.333,33 €"] {
        assert!(cells.iter().any(|it| it == said), "{said}: {cells:?}");
    }
    assert!(page.body_text().contains("Eigenanteil der Stadt"));
}

pub async fn partners_stand_in_the_register(story: &mut Story) {
    let mut partners = form(&[
        ("version", "0"),
        ("partner-0-neu", "Caritas-Zentrum"),
        ("partner-0-rolle", "contributes"),
        ("partner-0-kontakt", "Lena Brand"),
        ("partner-0-email", "lena.brand"),
        ("partner-1-neu", "Sportverein Nord"),
        ("partner-1-rolle", "informed"),
    ]);
    let refused = save(story, "partner", &partners, 422).await;
    assert!(refused.contains("Das ist keine E-Mail-Adresse") && refused.contains("lena.brand"));
    set(&mut partners, "partner-0-email", "lena.brand@caritas.example");
    let _ = save(story, "partner", &partners, 303).await;
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    assert!(
        page.body_text().contains("Caritas-Zentrum")
            && page.body_text().contains("Sportverein Nord")
    );
    // It stands in the register once, by whatever hand it is written.
    let shown = story.people[1].get(&sheet("partner")).await.expect_status(200);
    let names = shown.texts("select[name=partner-0-organisation] option");
    assert_eq!(names, ["keine aus der Liste", "Caritas-Zentrum", "Sportverein Nord"]);
    let mut again = form_of(&shown);
    set(&mut again, "partner-2-neu", " caritas-zentrum ");
    let refused = save(story, "partner", &again, 422).await;
    assert!(refused.contains("Diese Organisation steht schon da."));
    // A partner can be named as who reports an indicator.
    let edit = format!("{}/indikatoren/1/aendern", measure(1));
    let page = story.people[1].get(&edit).await.expect_status(200);
    assert!(
        page.texts("select[name=wer-berichtet] option").contains(&"Caritas-Zentrum".to_owned())
    );
}

pub async fn two_who_plan_the_money_see_the_difference(story: &mut Story) {
    let page = sheet("geld");
    let (first, second) = (story.people[0].get(&page).await, story.people[1].get(&page).await);
    let (mut first, mut second) = (form_of(&first), form_of(&second));
    set(&mut first, "budget", "120000");
    set(&mut second, "quelle-2-name", "Bürgerstiftung");
    let _ = story.people[0].post(&page, &page, &plain(&first)).await.expect_status(303);
    let refused = save(story, "geld", &second, 422).await;
    assert!(refused.contains("Inzwischen hat Stadtentwicklung diese Maßnahme geändert."));
    assert!(refused.contains("Bürgerstiftung") && refused.contains("120.000,00"), "both are shown");
    // 64 who saw the same version: one follows.
    let shown = story.people[1].get(&page).await.expect_status(200);
    let mut tasks = Vec::new();
    for at in 0..64 {
        let (mut browser, page, mut money) =
            (story.people[1].clone(), page.clone(), form_of(&shown));
        set(&mut money, "quelle-2-name", &format!("Stiftung {at}"));
        tasks.push(tokio::spawn(async move {
            browser.post(&page, &page, &plain(&money)).await.status.as_u16()
        }));
    }
    let mut saved = 0;
    for task in tasks {
        saved += usize::from(task.await.expect("no panic") == 303);
    }
    assert_eq!(saved, 1);
}

pub async fn risks_and_files_say_it_too(story: &mut Story) {
    let mut risks = form(&[("version", "0"), ("risiko-0-umgang", "Honorarkräfte anfragen")]);
    let refused = save(story, "risiken", &risks, 422).await;
    assert!(refused.contains("Schreiben Sie, was schiefgehen kann."));
    set(&mut risks, "risiko-0-text", "<b>Niemand</b> spricht Tigrinya");
    set(&mut risks, "risiko-0-wahrscheinlich", "high");
    let _ = save(story, "risiken", &risks, 303).await;
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    assert!(page.texts("main th").iter().any(|it| it.contains("<b>Niemand</b> spricht Tigrinya")));
    let list = story.people[1].get(&format!("{BOARD}/massnahmen.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let own = list["measures"].as_array().expect("measures").iter().find(|it| it["number"] == 1);
    let own = own.expect("the measure");
    assert_eq!(own["partners"][0], "Caritas-Zentrum");
    assert_eq!(own["informed_partners"][0], "Sportverein Nord");
    assert_eq!(own["budget_cents"], 12_000_000);
    assert_eq!(own["funding"][0]["cents"], 4_000_000);
    assert_eq!(own["own_cents"], 12_000_000 - 2 * 4_000_000 - 3_000_000);
    assert_eq!(own["indicators"][0]["name"], "Beratungen");
    assert_eq!(own["risks"][0]["likelihood"], "high");
    let csv = story.people[1].get(&format!("{BOARD}/massnahmen.csv")).await.expect_status(200);
    let csv = csv.body_text();
    assert!(
        csv.contains("budget_cents") && csv.contains("12000000") && csv.contains("Caritas-Zentrum")
    );
}

/// A form that was opened so long ago that it is refused stands again with all that was typed into its
/// groups, and is saved from there; what somebody else wrote meanwhile is told.
pub async fn what_was_typed_into_groups_comes_back(story: &mut Story) {
    let new = format!("{}/indikatoren/neu", measure(1));
    let change = format!("{}/aendern", indicator(1));
    for (page, field, group) in [
        (sheet("geld"), "budget", "quelle-3-name"),
        (sheet("partner"), "", "partner-1-neu"),
        (sheet("risiken"), "", "risiko-1-text"),
        (new, "name", "ziel-1-wert"),
        (change, "name", "ziel-2-wert"),
    ] {
        let mut typed = typing_into(&story.people[1].get(&page).await, "form.gruppen");
        if !field.is_empty() {
            typed.write(field, "Nach der Pause");
        }
        typed.write(group, "Zeile & Wert");
        typed.write("csrf", "von gestern");
        let again = back(story, &page, &typed).await;
        let stands = typing_into(&again, "form.gruppen");
        assert_eq!(stands.value(group), Some("Zeile & Wert"), "{page}");
        assert!(field.is_empty() || stands.value(field) == Some("Nach der Pause"), "{page}");
        assert_eq!(stands.value("version"), typed.value("version"), "{page}");
        let text = again.body_text();
        assert!(text.contains("steht wieder im Formular"), "{page}: {text}");
        assert!(again.texts("main blockquote").is_empty(), "{page}: said once, in its field");
        // What came back is a form like any other: what is wrong with it is said.
        let pressed = story.people[1].press(&stands, stands.button(&page), ("", b"")).await;
        assert!([303, 422].contains(&pressed.status.as_u16()), "{page}: {}", pressed.status);
    }
    let page = sheet("risiken");
    let mut typed = typing_into(&story.people[1].get(&page).await, "form.gruppen");
    typed.write("risiko-0-text", "Erst fragen");
    let mut other = typing_into(&story.people[0].get(&page).await, "form.gruppen");
    other.write("risiko-0-text", "Erst zahlen");
    let _ = story.people[0].press(&other, other.button(&page), ("", b"")).await.expect_status(303);
    typed.write("csrf", "von gestern");
    let again = back(story, &page, &typed).await;
    let text = again.body_text();
    assert!(text.contains("Erst fragen") && text.contains("Erst zahlen"), "{text}");
}

/// The page to which a refused form leads back.
async fn back(story: &mut Story, page: &str, typed: &ankunft_testkit::Typing) -> Page {
    let refused = story.people[1].press(typed, typed.button(page), ("", b"")).await;
    let refused = refused.expect_status(403);
    let back = refused.attribute("main a[href*='behalten=']", "href").expect("a way back");
    story.people[1].get(&back).await.expect_status(200)
}
