//! What is laid down of a goal's indicators, and that a body adopts it.

use super::{GOALS, goal, indicator, new};
use crate::common::desk::{Story, plain, set};
use crate::measures::planning::{Form, form_of};

/// A draft with one goal, for which the second person's Stelle answers.
pub async fn a_concept(story: &mut Story) {
    let name = [("name", "Integrationskonzept 2027")];
    let _ = story.people[0].post(GOALS, &format!("{GOALS}/fassung"), &name).await;
    let table = format!("{GOALS}/tabelle");
    let rows = "Art;Titel;Verantwortlich\nHandlungsfeld;Beratung;\nZiel;Beratung zu Fuß;Jugend";
    let take = [("tabelle", rows), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(&table, &table, &take).await.expect_status(303);
}

pub async fn a_name_and_a_target_make_one(story: &mut Story) {
    let page = story.people[0].get(&goal()).await.expect_status(200);
    assert!(page.body_text().contains("Noch kein Indikator. Einer genügt"), "a hint");
    let typed = [("einheit", "Personen"), ("ausgangswert", "1,5,0"), ("ziel-1-jahr", "bald")];
    let refused = story.people[0].post(&new(), &new(), &typed).await.expect_status(422);
    let text = refused.body_text();
    for said in
        ["Schreiben Sie, was gezählt wird", "Das ist keine Zahl", "vier Ziffern", "wie viel"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(refused.attribute("input[name=einheit]", "value").as_deref(), Some("Personen"));
    assert_eq!(refused.attribute("input[name=ziel-1-jahr]", "value").as_deref(), Some("bald"));
    let name = ("name", "Menschen mit Beratung in Gehweite");
    let no_path = story.people[0].post(&new(), &new(), &[name]).await.expect_status(422);
    assert!(no_path.body_text().contains("mindestens einen Zielwert"));
    let share = [name, ("art", "share"), ("ziel-0-jahr", "2030"), ("ziel-0-wert", "175")];
    let beyond = story.people[0].post(&new(), &new(), &share).await.expect_status(422);
    let wrong = beyond.attributes(".fehlerliste a", "href");
    assert!(beyond.body_text().contains("höchstens 100 Prozent"));
    assert_eq!(wrong, ["#feld-ziel-0-wert"], "it is told where it stands");
    let minus = [name, ("ausgangswert", "-4"), ("ausgangstag", "2025-12-31"), share[2], share[3]];
    let minus = story.people[0].post(&new(), &new(), &minus).await.expect_status(422);
    assert!(minus.body_text().contains("Gezählt wird ab null."), "{}", minus.body_text());
    let share = [name, ("art", "share"), ("ziel-0-jahr", "2030"), ("ziel-0-wert", "75")];
    let done = story.people[0].post(&new(), &new(), &share).await.expect_status(303);
    assert_eq!(done.location(), Some(indicator(1)));
    let page = story.people[1].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("noch ohne Ausgangswert"), "a note, no refusal");
    assert!(page.text(".leit").contains("Hier fehlt noch ein erster Wert."));
    let _ = story.people[1].get(&new()).await.expect_status(403);
    let _ = story.people[0].get(&indicator(9)).await.expect_status(404);
}

/// The form with the chosen radios, as a browser would send it.
pub fn form_with_choices(page: &ankunft_testkit::Page) -> Form {
    let mut all = form_of(page);
    let chosen = "form.formular input[type=radio][checked]";
    all.extend(page.attributes(chosen, "name").into_iter().zip(page.attributes(chosen, "value")));
    all
}

pub async fn two_who_change_it_see_the_difference(story: &mut Story) {
    let edit = format!("{}/aendern", indicator(1));
    let page = story.people[0].get(&edit).await.expect_status(200);
    let (mut first, mut second) = (form_with_choices(&page), form_with_choices(&page));
    set(&mut first, "ausgangswert", "40");
    set(&mut first, "ausgangstag", "2025-12-31");
    set(&mut second, "quelle", "Wegenetz der Stadt");
    set(&mut second, "gliederung", "Nord\nSüd");
    let _ = story.people[0].post(&edit, &edit, &plain(&first)).await.expect_status(303);
    let refused = story.people[0].post(&edit, &edit, &plain(&second)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("40\u{a0}% am 31.12.2025"), "what the other has changed: {text}");
    assert!(text.contains("Nord"), "nothing typed is lost");
    let mut again = form_with_choices(&refused);
    // What is read of a page has no lines.
    set(&mut again, "gliederung", "Nord\nSüd");
    set(&mut again, "ausgangswert", "40");
    set(&mut again, "ausgangstag", "2025-12-31");
    let _ = story.people[0].post(&edit, &edit, &plain(&again)).await.expect_status(303);
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.text(".leit").contains("Ausgangswert 40 %"), "{}", page.text(".leit"));
}

/// A body adopts the indicators with the goals; values are written on, and the next edition has both.
pub async fn what_is_adopted_stays(story: &mut Story) {
    let adopt = [("fassung", "1"), ("tag", "2026-02-14"), ("gremium", "Stadtrat"), ("adresse", "")];
    let to = format!("{GOALS}/beschluss");
    let _ = story.people[0].post(GOALS, &to, &adopt).await.expect_status(303);
    let edit = format!("{}/aendern", indicator(1));
    let closed = story.people[0].get(&edit).await.expect_status(422);
    assert!(closed.body_text().contains("Was beschlossen ist, wird nicht mehr geändert."));
    let late = [("name", "Noch eins"), ("ziel-0-jahr", "2030"), ("ziel-0-wert", "1")];
    let _ = story.people[0].post(&new(), &new(), &late).await.expect_status(422);
    let name = [("name", "Fortschreibung 2031")];
    let _ = story.people[0].post(GOALS, &format!("{GOALS}/fassung"), &name).await;
    let page = story.people[0].get(&edit).await.expect_status(200);
    let mut form = form_with_choices(&page);
    assert_eq!(page.attribute("input[name=ziel-0-wert]", "value").as_deref(), Some("75"));
    set(&mut form, "ziel-0-wert", "90");
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    // What is in force is what was adopted, for all; who writes goals goes on in the draft.
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.text(".leit").contains("Ziel 75 %"), "{}", page.text(".leit"));
    assert_eq!(page.attribute("input[name=version]", "value").as_deref(), Some("2"));
    what_values_count_stays(story, &edit).await;
    let page = story.people[1].get(&indicator(1)).await.expect_status(200);
    assert!(page.text(".leit").contains("Ziel 75 %"), "{}", page.text(".leit"));
    assert!(page.text(".leit").contains("Ist 45 %"), "values belong to all editions");
    let sum = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(sum.body_text().contains("Beratungen"), "what is added up is carried on");
    let drop = format!("{}/streichen", indicator(3));
    let _ = story.people[0].post(&goal(), &drop, &[("version", "1")]).await.expect_status(303);
    let _ = story.people[0].get(&indicator(3)).await.expect_status(200);
    let _ = story.people[1].get(&indicator(3)).await.expect_status(200);
}

/// Values belong to all editions: a draft changes neither kind nor unit, and shuts no value out.
async fn what_values_count_stays(story: &mut Story, edit: &str) {
    let page = story.people[0].get(edit).await.expect_status(200);
    assert_eq!(page.attribute("input[name=ziel-0-wert]", "value").as_deref(), Some("90"));
    let form = form_with_choices(&page);
    for (field, other, said) in [
        ("art", "count", "ob er eine Zahl oder ein Anteil ist"),
        ("einheit", "Personen", "Darum bleibt seine Einheit"),
    ] {
        let mut form = form.clone();
        set(&mut form, field, other);
        let refused = story.people[0].post(edit, edit, &plain(&form)).await.expect_status(422);
        let text = refused.body_text();
        assert!(text.contains(said) && text.contains("legen Sie einen neuen an"), "{text}");
    }
    let mut sum = form;
    set(&mut sum, "woher", "sum");
    sum.push(("summe".into(), "1:1".into()));
    let _ = story.people[0].post(edit, edit, &plain(&sum)).await.expect_status(303);
    // What is in force still takes values; this one comes second.
    let late = [("gesehen", "0"), ("tag", "2026-01-31"), ("wert", "80"), ("von", "200")];
    let to = format!("{}/werte", indicator(1));
    let refused = story.people[0].post(&indicator(1), &to, &late).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen hat jemand einen Wert eingetragen"));
}
