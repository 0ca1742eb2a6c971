//! Indicators on their steps, and what was reached.

use ankunft_testkit::Page;

use super::{BOARD, NEW, form, forms_to, indicator, measure};
use crate::common::desk::{Story, plain, set};
use crate::measures::planning::{Form, form_of};

fn new() -> String {
    format!("{}/indikatoren/neu", measure(1))
}

pub async fn a_step_and_a_name_make_an_indicator(story: &mut Story) {
    let empty = story.people[1].get(&measure(1)).await.expect_status(200);
    assert!(empty.body_text().contains("Ein Indikator genügt für den Anfang"));
    let refused = story.people[1].post(&new(), &new(), &[("einheit", "Personen")]).await;
    let refused = refused.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "no step, no name");
    assert_eq!(refused.attribute("input[name=einheit]", "value").as_deref(), Some("Personen"));
    let sent = [("stufe", "2"), ("name", "Beratungen"), ("einheit", "Personen")];
    let done = story.people[1].post(&new(), &new(), &sent).await.expect_status(303);
    assert_eq!(done.location(), Some(indicator(1)));
    let page = story.people[1].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("noch ohne Ausgangswert"), "a note, no refusal");
    // Who is no part of the measure reads it, and changes nothing.
    let _ = story.people[2].get(&indicator(1)).await.expect_status(200);
    let _ = story.people[2].get(&new()).await.expect_status(403);
    let _ = story.people[0].get(&indicator(99)).await.expect_status(404);
}

pub async fn what_it_lacks_is_a_hint(story: &mut Story) {
    let page = story.people[1].get(&measure(1)).await.expect_status(200);
    assert_eq!(page.texts(".treppe > li").len(), 7);
    assert!(page.text(".treppe-2").contains("Beratungen"));
    assert!(page.body_text().contains("nur, was getan wird"));
    let sent = [("stufe", "5"), ("name", "Wege gefunden"), ("art", "share"), ("regel", "sum")];
    let _ = story.people[1].post(&new(), &new(), &sent).await.expect_status(303);
    let page = story.people[1].get(&measure(1)).await.expect_status(200);
    assert!(!page.body_text().contains("Zum Weiterdenken"), "an output and an outcome");
}

pub async fn the_path_is_checked_beside_its_fields(story: &mut Story) {
    let edit = format!("{}/aendern", indicator(1));
    let mut sent = form_with_choices(&story.people[1].get(&edit).await.expect_status(200));
    set(&mut sent, "ausgangswert", "0");
    set(&mut sent, "ziel-0-tag", "31.12.2026");
    set(&mut sent, "ziel-0-wert", "1,234.5");
    set(&mut sent, "ziel-1-tag", "31.6.2027");
    set(&mut sent, "ziel-1-wert", "400");
    let refused = story.people[1].post(&edit, &edit, &plain(&sent)).await.expect_status(422);
    let text = refused.body_text();
    for said in ["von welchem Tag", "Das ist keine Zahl", "1,234.5", "31.6.2027"] {
        assert!(text.contains(said), "{said}");
    }
    set(&mut sent, "ausgangstag", "2026-01-01");
    set(&mut sent, "ziel-0-wert", "300");
    set(&mut sent, "ziel-1-tag", "2025-06-30");
    let refused = story.people[1].post(&edit, &edit, &plain(&sent)).await.expect_status(422);
    assert!(refused.body_text().contains("vor dem ersten Ziel"));
    set(&mut sent, "ziel-1-tag", "2027-12-31");
    let _ = story.people[1].post(&edit, &edit, &plain(&sent)).await.expect_status(303);
    let page = story.people[1].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("300 Personen") && page.body_text().contains("31.12.2027"));
    assert_eq!(page.attributes("figure svg", "class").len(), 2, "the path is drawn, twice");
}

/// The form with the chosen radios, as a browser would send it.
fn form_with_choices(page: &Page) -> Form {
    let mut all = form_of(page);
    let chosen = "form.formular input[type=radio][checked]";
    all.extend(page.attributes(chosen, "name").into_iter().zip(page.attributes(chosen, "value")));
    all
}

pub async fn two_who_change_it_see_the_difference(story: &mut Story) {
    let edit = format!("{}/aendern", indicator(2));
    let (first, second) = (story.people[0].get(&edit).await, story.people[1].get(&edit).await);
    let (mut first, mut second) = (form_with_choices(&first), form_with_choices(&second));
    set(&mut first, "quelle", "Rückmeldung nach drei Monaten");
    set(&mut second, "quelle", "Strichliste");
    set(&mut second, "gliederung", "Frauen\nMänner");
    let _ = story.people[0].post(&edit, &edit, &plain(&first)).await.expect_status(303);
    let refused = story.people[1].post(&edit, &edit, &plain(&second)).await.expect_status(422);
    let text = refused.body_text();
    assert!(
        text.contains("Rückmeldung nach drei Monaten") && text.contains("Strichliste"),
        "{text}"
    );
    assert!(text.contains("Frauen"), "nothing typed is lost");
    let again = form_with_choices(&refused);
    let _ = story.people[1].post(&edit, &edit, &plain(&again)).await.expect_status(303);
    let history = story.people[0].get(&measure(1)).await.body_text();
    assert!(history.contains("Rückmeldung nach drei Monaten → Strichliste"), "{history}");
}

fn value(period: &str, count: &str, seen: usize) -> Form {
    form(&[("zeitraum", period), ("wert", count), ("gesehen", &seen.to_string())])
}

async fn hand_in(story: &mut Story, number: i64, it: &Form) -> Page {
    let page = indicator(number);
    story.people[1].post(&page, &format!("{page}/werte"), &plain(it)).await
}

async fn decide(story: &mut Story, number: i64, it: &[(&str, &str)]) -> Page {
    let page = indicator(number);
    story.people[1].post(&page, &format!("{page}/abnahme"), it).await
}

pub async fn a_value_is_checked_and_accepted(story: &mut Story) {
    let refused = hand_in(story, 1, &value("2026q1", "", 0)).await.expect_status(422);
    assert!(refused.body_text().contains("Geben Sie einen Wert an"));
    let refused = hand_in(story, 1, &value("2099", "5", 0)).await.expect_status(422);
    assert!(refused.body_text().contains("Zeitraum, der begonnen hat"));
    let _ = hand_in(story, 1, &value("2026q1", "120", 0)).await.expect_status(303);
    let page = story.people[1].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("geprüft, wartet auf Abnahme"));
    assert!(page.body_text().contains("Ohne Auffälligkeit"));
    assert!(page.text(".leit").contains("Noch kein abgenommener Wert"), "nothing counts yet");
    // The Federführung accepts; who is no part of the measure does not.
    let of = [("zeitraum", "2026q1"), ("version", "1"), ("absicht", "abnehmen")];
    let to = format!("{}/abnahme", indicator(1));
    let page = measure(1);
    let edit = format!("{}/neu", "/musterstadt/steuerung/massnahmen");
    let _ = story.people[2].post(&edit, &to, &of).await.expect_status(403);
    let _ = page;
    let no_reason = [("zeitraum", "2026q1"), ("version", "1"), ("absicht", "zurueckgeben")];
    let refused = decide(story, 1, &no_reason).await.expect_status(422);
    assert!(refused.body_text().contains("warum Sie den Wert zurückgeben"));
    let _ = decide(story, 1, &of).await.expect_status(303);
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.text(".leit").contains("Bis 31.03.2026: 120 Personen"), "{}", page.text(".leit"));
    assert_eq!(forms_to(&page, &to), 0, "it is locked");
    // A jump is found and said; it is sent back, and comes again.
    let _ = hand_in(story, 1, &value("2026q2", "1.200", 1)).await.expect_status(303);
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("Mehr als das Dreifache"));
    let back = [
        ("zeitraum", "2026q2"),
        ("version", "1"),
        ("absicht", "zurueckgeben"),
        ("grund", "Eine Null zu viel?"),
    ];
    let _ = decide(story, 1, &back).await.expect_status(303);
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("Eine Null zu viel?"));
    assert!(page.text(".leit").contains("120 Personen"), "what was sent back does not count");
    let _ = hand_in(story, 1, &value("2026q2", "190", 2)).await.expect_status(303);
    let of = [("zeitraum", "2026q2"), ("version", "2"), ("absicht", "abnehmen")];
    let _ = decide(story, 1, &of).await.expect_status(303);
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.text(".leit").contains("310 Personen"), "counts add");
    assert!(page.body_text().contains("erreicht: 310 Personen"));
}

/// 64 hand in the same value at once, 64 decide on it: one of each takes effect.
pub async fn one_of_many_takes_effect(story: &mut Story) {
    let page = indicator(1);
    let tries = |to: &'static str, forms: Vec<Form>| {
        let (browser, page) = (story.people[1].clone(), page.clone());
        async move {
            let mut tasks = Vec::new();
            for form in forms {
                let (mut browser, page) = (browser.clone(), page.clone());
                tasks.push(tokio::spawn(async move {
                    browser
                        .post(&page, &format!("{page}/{to}"), &plain(&form))
                        .await
                        .status
                        .as_u16()
                }));
            }
            let mut done = 0;
            for task in tasks {
                match task.await.expect("no panic") {
                    303 => done += 1,
                    422 => {}
                    other => panic!("{other}"),
                }
            }
            done
        }
    };
    let forms = (0..64).map(|it| value("2026q3", &format!("{}", 90 + it), 3)).collect();
    assert_eq!(tries("werte", forms).await, 1, "one is handed in");
    // Half of them accept, half send it back: one of all.
    let decision = |it: usize| {
        let intent = if it.is_multiple_of(2) { "abnehmen" } else { "zurueckgeben" };
        form(&[("zeitraum", "2026q3"), ("version", "1"), ("absicht", intent), ("grund", "nein")])
    };
    assert_eq!(tries("abnahme", (0..64).map(decision).collect()).await, 1, "one is decided");
}

pub async fn a_correction_counts_once_it_is_accepted(story: &mut Story) {
    let share = |period: &str, part: &str, whole: &str, seen: &str| {
        form(&[("zeitraum", period), ("wert", part), ("von", whole), ("gesehen", seen)])
    };
    let refused = hand_in(story, 2, &share("2026q2", "30", "20", "0")).await.expect_status(422);
    assert!(refused.body_text().contains("Das sind mehr als alle"));
    let _ = hand_in(story, 2, &share("2026q1", "10", "40", "0")).await.expect_status(303);
    let _ = hand_in(story, 2, &share("2026q2", "45", "60", "1")).await.expect_status(303);
    for period in ["2026q1", "2026q2"] {
        let of = [("zeitraum", period), ("version", "1"), ("absicht", "abnehmen")];
        let _ = decide(story, 2, &of).await.expect_status(303);
    }
    let page = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(
        page.text(".leit").contains("55 %"),
        "55 of 100, never the mean of 25 and 75 %: {}",
        page.text(".leit")
    );
    let _ = hand_in(story, 2, &share("2026q2", "55", "60", "2")).await.expect_status(303);
    let page = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(page.text(".leit").contains("55 %") && page.body_text().contains("2. Fassung"));
    let of = [("zeitraum", "2026q2"), ("version", "2"), ("absicht", "abnehmen")];
    let _ = decide(story, 2, &of).await.expect_status(303);
    let page = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(page.text(".leit").contains("65 %"), "{}", page.text(".leit"));
    let nothing = form(&[("zeitraum", "2026-10"), ("fehlanzeige", "ja"), ("gesehen", "3")]);
    let _ = hand_in(story, 2, &nothing).await.expect_status(303);
    let page = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(page.body_text().contains("Fehlanzeige"));
}

pub async fn it_stands_at_the_end_of_the_thread(story: &mut Story) {
    let thread = "/musterstadt/faden/measure/1";
    let page = story.people[2].get(thread).await.expect_status(200);
    let effect = page.text(".faden > li:nth-child(4)");
    assert!(effect.contains("Wege gefunden, 2. Quartal 2026"), "{effect}");
    assert!(effect.contains("(55 von 60)"), "the correction, {effect}");
    assert!(!effect.contains("Beratungen"), "what is done is no effect");
    let cited = page.texts(".faden > li:nth-child(4) .glied");
    assert_eq!(cited.len(), 2, "one for each period, however often it was accepted");
    // From the effect the thread leads back to its measure, and the public sees nothing.
    let from = "/musterstadt/faden/effect/1:2:2026q2";
    let page = story.people[2].get(from).await.expect_status(200);
    assert!(page.text(".faden > li:nth-child(3)").contains("Sprechstunde im Quartier"));
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let _ = public.get(from).await.expect_status(404);
    // It goes into a Mappe like everything that can be cited.
    let page = story.people[1].get(&indicator(2)).await.expect_status(200);
    let id = page.attribute("form.fuer-mappe input[name=ding]", "value").expect("a button");
    assert_eq!(id, "1:2:2026q2");
    let sent = [("art", "effect"), ("ding", &*id), ("zurueck", "")];
    let _ =
        story.people[1].post(&indicator(2), "/musterstadt/merken", &sent).await.expect_status(303);
    let folder = story.people[1].follow("/musterstadt/mappe").await.expect_status(200);
    assert!(folder.body_text().contains("Wege gefunden, 2. Quartal 2026"));
}

pub async fn a_figure_of_the_quarter_is_read(story: &mut Story) {
    let page = story.people[1].get(&new()).await.expect_status(200);
    let offered = page.attributes("select[name=merkmal] option", "value");
    let population = offered.iter().find(|it| *it == "quartier:population");
    let population = population.unwrap_or_else(|| panic!("{offered:?}"));
    let sent = [("stufe", "7"), ("name", "Menschen im Quartier"), ("merkmal", population)];
    let done = story.people[1].post(&new(), &new(), &sent).await.expect_status(303);
    let own = done.location().expect("its page");
    let page = story.people[1].get(&own).await.expect_status(200);
    let sources = page.attributes("main tbody td a", "href");
    assert!(sources.len() > 3, "each value leads to its source");
    assert!(sources.iter().all(|it| it.contains("/atlas/quelle?")), "{sources:?}");
    assert!(!page.body_text().contains("Wert eintragen"), "nobody types it");
    let typed = value("2026q1", "5", 0);
    let refused = story.people[1].post(&new(), &format!("{own}/werte"), &plain(&typed)).await;
    let _ = refused.expect_status(422);
    let mut foreign = form(&[("stufe", "7"), ("name", "x"), ("merkmal", "quartier:nichts")]);
    let refused = story.people[1].post(&new(), &new(), &plain(&foreign)).await.expect_status(422);
    assert!(refused.body_text().contains("Dieses Merkmal gibt es für diesen Ort nicht"));
    set(&mut foreign, "merkmal", "");
}

pub async fn measures_that_count_the_same_people_are_told(story: &mut Story) {
    let page = story.people[0].get(&measure(1)).await;
    assert!(!page.body_text().contains("vielleicht dieselben Personen"));
    let edit = story.people[0].get(&format!("{}/aendern", measure(1))).await.expect_status(200);
    let mut twin = form_of(&edit);
    twin.retain(|it| it.0 != "version");
    set(&mut twin, "titel", "Beratung am Nachmittag");
    let done = story.people[0].post(NEW, NEW, &plain(&twin)).await.expect_status(303);
    let other = done.location().expect("another measure");
    let to = format!("{other}/indikatoren/neu");
    let sent = [("stufe", "3"), ("name", " beratungen ")];
    let _ = story.people[0].post(&to, &to, &sent).await.expect_status(303);
    for (page, named) in
        [(measure(1), "Beratung am Nachmittag"), (other, "Sprechstunde im Quartier")]
    {
        let page = story.people[0].get(&page).await.expect_status(200);
        let text = page.body_text();
        assert!(text.contains("vielleicht dieselben Personen") && text.contains(named), "{named}");
    }
    // What happens in the whole city happens in each quarter.
    set(&mut twin, "titel", "Beratung überall");
    set(&mut twin, "quartier", "stadt");
    let done = story.people[0].post(NEW, NEW, &plain(&twin)).await.expect_status(303);
    let everywhere = done.location().expect("a third measure");
    let to = format!("{everywhere}/indikatoren/neu");
    let _ = story.people[0].post(&to, &to, &sent).await.expect_status(303);
    for (page, named) in
        [(measure(1), "Beratung überall"), (everywhere, "Sprechstunde im Quartier")]
    {
        let text = story.people[0].get(&page).await.expect_status(200).body_text();
        assert!(text.contains("vielleicht dieselben Personen") && text.contains(named), "{named}");
    }
    let _ = story.people[0].get(BOARD).await.expect_status(200);
}

/// Once there are values an indicator counts what they count; what else it says can be changed.
pub async fn what_values_count_stays(story: &mut Story) {
    let edit = format!("{}/aendern", indicator(1));
    let before = story.people[1].get(&indicator(1)).await.expect_status(200).text(".leit");
    let mut form = form_with_choices(&story.people[1].get(&edit).await.expect_status(200));
    set(&mut form, "quelle", "Strichliste");
    for (field, other, said) in [
        ("art", "share", "ob er eine Anzahl oder ein Anteil ist"),
        ("einheit", "Abende", "Darum bleibt seine Einheit"),
    ] {
        let mut form = form.clone();
        set(&mut form, "ziel-0-wert", "30");
        set(&mut form, "ziel-1-wert", "40");
        set(&mut form, field, other);
        let refused = story.people[1].post(&edit, &edit, &plain(&form)).await.expect_status(422);
        assert!(refused.body_text().contains(said), "{said}: {}", refused.text("main"));
        let typed = refused.attribute("input[name=quelle]", "value");
        assert_eq!(typed.as_deref(), Some("Strichliste"), "nothing typed is lost");
    }
    let _ = story.people[1].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    let page = story.people[1].get(&indicator(1)).await.expect_status(200);
    assert_eq!(page.text(".leit"), before);
}

/// Who writes a value and did not see that it is counted otherwise by now sees it first.
pub async fn who_counts_otherwise_meanwhile_is_told(story: &mut Story) {
    let sent = [("stufe", "3"), ("name", "Kurse"), ("einheit", "Personen")];
    let done = story.people[1].post(&new(), &new(), &sent).await.expect_status(303);
    let own = done.location().expect("its page");
    let page = story.people[1].get(&own).await.expect_status(200);
    assert_eq!(page.attribute("input[name=angabe]", "value").as_deref(), Some("1"));
    let edit = format!("{own}/aendern");
    let mut form = form_with_choices(&story.people[0].get(&edit).await.expect_status(200));
    set(&mut form, "einheit", "Abende");
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    let mut it = value("2026q1", "12", 0);
    set(&mut it, "angabe", "1");
    let to = format!("{own}/werte");
    let refused = story.people[1].post(&own, &to, &plain(&it)).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen zählt dieser Indikator anders"));
    assert_eq!(refused.attribute("input[name=wert]", "value").as_deref(), Some("12"));
    set(&mut it, "angabe", &refused.attribute("input[name=angabe]", "value").expect("a version"));
    let _ = story.people[1].post(&own, &to, &plain(&it)).await.expect_status(303);
}
