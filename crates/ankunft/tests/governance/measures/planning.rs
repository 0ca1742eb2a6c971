//! Planning and changing measures.

use ankunft_testkit::Page;
use serde_json::Value;

use super::{BOARD, NEW, TABLE, measure};
use crate::common::desk::{Story, plain, set};

pub type Form = Vec<(String, String)>;

/// The value of a choice by what it says.
pub fn choice(page: &Page, name: &str, says: &str) -> String {
    let selector = format!("select[name={name}] option");
    let (values, texts) = (page.attributes(&selector, "value"), page.texts(&selector));
    let at = texts.iter().position(|it| it.starts_with(says));
    values[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

/// The form as a page offers it: what stands in fields, lists and boxes.
pub fn form_of(page: &Page) -> Form {
    let mut form = Form::new();
    for kind in ["hidden", "text", "date"] {
        let selector = format!("form.formular input[type={kind}]");
        let names = page.attributes(&selector, "name");
        let values = page.attributes(&selector, "value");
        form.extend(names.into_iter().zip(values).filter(|it| it.0 != "csrf"));
    }
    let selector = "form.formular textarea";
    let texts = page.texts(selector).into_iter().map(|it| it.trim().to_owned());
    form.extend(page.attributes(selector, "name").into_iter().zip(texts));
    for name in page.attributes("form.formular select", "name") {
        let chosen = format!("select[name={name}] option[selected]");
        form.push((name, page.attribute(&chosen, "value").unwrap_or_default()));
    }
    let ticked = "form.formular input[type=checkbox][checked]";
    form.extend(page.attributes(ticked, "name").into_iter().zip(page.attributes(ticked, "value")));
    form
}

pub async fn five_fields_make_a_measure(story: &mut Story) {
    let page = story.people[0].get(NEW).await.expect_status(200);
    let mut form: Form = vec![
        ("titel".into(), "Sprechstunde im Quartier".into()),
        ("quartier".into(), String::new()),
        ("federfuehrung".into(), choice(&page, "federfuehrung", "Jugend")),
        ("bis".into(), "30.06.2027".into()),
        ("woran".into(), String::new()),
        ("stand".into(), "planned".into()),
    ];
    let refused = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "no quarter, no sign");
    assert!(refused.body_text().contains("Sprechstunde im Quartier"), "what was typed stays");
    let quarter = story.quarters[0].1.clone();
    set(&mut form, "quartier", &choice(&page, "quartier", &quarter));
    set(&mut form, "woran", "Vierzig Beratungen im Monat");
    let done = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location(), Some(measure(1)));
    let page = story.people[0].get(&measure(1)).await.expect_status(200);
    assert!(page.body_text().contains("Federführung: Jugend"));
    assert!(page.body_text().contains("30.06.2027"));
    let quarter = story.people[2].get(&story.profile(0)).await.expect_status(200);
    assert!(quarter.body_text().contains("Sprechstunde im Quartier"), "on the quarter's page");
    let list = story.people[1].get(&format!("{BOARD}/massnahmen.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    assert_eq!(list["measures"][0]["lead"], "Jugend");
    assert_eq!(list["measures"][0]["due"], "2027-06-30");
}

pub async fn a_stelle_changes_only_its_own(story: &mut Story) {
    let edit = format!("{}/aendern", measure(1));
    let foreign = story.people[2].get(&edit).await.expect_status(403);
    assert!(foreign.body_text().contains("federführende Stelle"), "and says who may");
    let page = story.people[1].get(&edit).await.expect_status(200);
    let mut form = form_of(&page);
    set(&mut form, "mitwirkung", &id_of(&page, "Wohnen"));
    set(&mut form, "stand", "running");
    set(&mut form, "ab", "2027-07-01");
    let refused = story.people[1].post(&edit, &edit, &plain(&form)).await.expect_status(422);
    assert!(refused.body_text().contains("Der Beginn liegt nach dem Ende."));
    set(&mut form, "ab", "");
    let _ = story.people[1].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    // Who takes part may change it now; who is no part of it cannot plan for others.
    let _ = story.people[2].get(&edit).await.expect_status(200);
    let mut other = form.clone();
    other.retain(|it| it.0 != "version" && it.0 != "mitwirkung");
    set(&mut other, "titel", "Für andere");
    let refused = story.people[2].post(NEW, NEW, &plain(&other)).await.expect_status(422);
    assert!(refused.body_text().contains("Ihre Stelle muss federführend sein oder mitwirken."));
}

fn id_of(page: &Page, title: &str) -> String {
    choice(page, "federfuehrung", title)
}

pub async fn two_who_save_at_once_see_the_difference(story: &mut Story) {
    let edit = format!("{}/aendern", measure(1));
    let (first, second) = (story.people[1].get(&edit).await, story.people[2].get(&edit).await);
    let (mut first, mut second) = (form_of(&first), form_of(&second));
    set(&mut first, "bis", "2027-09-30");
    set(&mut second, "woran", "Fünfzig Beratungen im Monat");
    let _ = story.people[1].post(&edit, &edit, &plain(&first)).await.expect_status(303);
    let refused = story.people[2].post(&edit, &edit, &plain(&second)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat Jugend diese Maßnahme geändert."), "{text}");
    assert!(text.contains("30.09.2027") && text.contains("30.06.2027"), "now, and before");
    assert!(text.contains("Fünfzig Beratungen im Monat"), "nothing typed is lost");
    let mut again = form_of(&refused);
    set(&mut again, "bis", "2027-09-30");
    let _ = story.people[2].post(&edit, &edit, &plain(&again)).await.expect_status(303);
    let page = story.people[0].get(&measure(1)).await.body_text();
    assert!(page.contains("30.09.2027") && page.contains("Fünfzig Beratungen im Monat"));
    assert!(page.contains("Bis wann: 30.06.2027 → 30.09.2027"), "the history says what changed");
}

/// 64 who saw the same version save at once: one version follows, and everybody else is told.
pub async fn one_of_many_takes_effect(story: &mut Story) {
    let edit = format!("{}/aendern", measure(1));
    let page = story.people[1].get(&edit).await;
    let before = version(story).await;
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, edit, mut form) = (story.people[1].clone(), edit.clone(), form_of(&page));
        set(&mut form, "fuer-wen", &format!("Gruppe {number}"));
        tasks.push(tokio::spawn(async move {
            browser.post(&edit, &edit, &plain(&form)).await.status.as_u16()
        }));
    }
    let mut saved = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => saved += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(saved, 1);
    assert_eq!(version(story).await, before + 1);
}

async fn version(story: &mut Story) -> i64 {
    let list = story.people[0].get(&format!("{BOARD}/massnahmen.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    list["measures"][0]["version"].as_i64().expect("a version")
}

pub async fn a_table_is_looked_at_before_it_is_taken(story: &mut Story) {
    let [a, b] = [0, 1].map(|it| story.quarters[it].1.clone());
    let wrong = format!(
        "Titel\tQuartier\tFederführung\tBis wann\tWoran merken wir es?\n\
         Lotsen\t{a}\tJugend\t31.12.2027\tWege sind kürzer\n\
         Hoffest\tNirgendwo\tSport\tbald\t\n"
    );
    let send = [("tabelle", wrong.as_str()), ("absicht", "uebernehmen")];
    let refused = story.people[0].post(TABLE, TABLE, &send).await.expect_status(422);
    let text = refused.body_text();
    for said in ["„Nirgendwo“", "„Sport“", "„bald“", "Woran merken wir es?"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(refused.texts("main tbody tr").len(), 4, "each cell once, all in line 3");
    assert!(refused.texts("main tbody th").iter().all(|it| it == "3"));
    let right = format!(
        "Lotsen\t{a}\tJugend\t31.12.2027\tWege sind kürzer\n\
         Hoffest\t{b}\tWohnen\t1.6.2027\tNachbarn kennen sich\n\
         Sprachcafé\tganze Stadt\tJugend\t2027-12-31\t\"Viele kommen,\nund wieder\"\n"
    );
    let look = [("tabelle", right.as_str()), ("absicht", "pruefen")];
    let page = story.people[0].post(TABLE, TABLE, &look).await.expect_status(200);
    assert!(page.body_text().contains("3 Maßnahmen können angelegt werden."));
    let board = story.people[0].get(BOARD).await.body_text();
    assert!(!board.contains("Hoffest"), "nothing was taken yet");
    let take = [("tabelle", right.as_str()), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(TABLE, TABLE, &take).await.expect_status(303);
    let board = story.people[0].get(BOARD).await.expect_status(200);
    assert!(board.body_text().contains("Hoffest") && board.body_text().contains("Sprachcafé"));
    // The same table again would double them: refused, each row.
    let again = story.people[0].post(TABLE, TABLE, &take).await.expect_status(422);
    assert_eq!(again.texts("main tbody tr").len(), 3);
    let foreign = [("tabelle", "X;ganze Stadt;Jugend;1.1.2028;y"), ("absicht", "uebernehmen")];
    let refused = story.people[2].post(TABLE, TABLE, &foreign).await.expect_status(422);
    assert!(refused.body_text().contains("Ihre Stelle muss federführend sein"));
}

pub async fn a_table_may_name_more_fields(story: &mut Story) {
    let quarter = story.quarters[0].1.clone();
    let heading = "Titel\tQuartier\tFederführung\tBis wann\tWoran merken wir es?\tMitwirkung\tFür wen\tBeschreibung";
    let row = format!("Tandem für alle\t{quarter}\tJugend\t31.12.2027\tPaare treffen sich");
    let more = "Wohnen; Stadtentwicklung\tFamilien\tZu zweit\tam Rand";
    let table = format!("{heading}\r\n{row}\t{more}\r\n");
    let look = [("tabelle", table.as_str()), ("absicht", "pruefen")];
    let page = story.people[0].post(TABLE, TABLE, &look).await.expect_status(200);
    let text = page.body_text();
    assert!(
        text.contains("2 Spalten werden nicht übernommen: Beschreibung und Spalte 9"),
        "what is left out is said: {text}"
    );
    assert_eq!(page.texts("main tbody th"), ["Tandem für alle"]);
    let cells = page.texts("main tbody td");
    assert_eq!(cells.len(), 6, "{cells:?}");
    assert!(cells[4].contains("Wohnen") && cells[4].contains("Stadtentwicklung"), "{cells:?}");
    assert_eq!(cells[5], "Familien");
    // Five columns without a heading, and one more: it is left out, and said.
    let table = format!("{row}\tnoch etwas\n");
    let look = [("tabelle", table.as_str()), ("absicht", "pruefen")];
    let page = story.people[0].post(TABLE, TABLE, &look).await.expect_status(200);
    assert!(page.body_text().contains("Eine Spalte wird nicht übernommen: Spalte 6"));
}

pub async fn a_table_that_cannot_be_read_says_where(story: &mut Story) {
    let wrong = |it: usize| format!("Weg {it}\tNirgendwo\tSport\tbald\tWege sind kürzer\n");
    let table: String = (0..170).map(wrong).collect();
    let look = [("tabelle", table.as_str()), ("absicht", "pruefen")];
    let refused = story.people[0].post(TABLE, TABLE, &look).await.expect_status(422);
    assert_eq!(refused.texts("main tbody tr").len(), 510, "three cells of each row");
    assert!(!refused.body_text().contains("mehr als 500"), "170 rows are not 500");
    let open = "\"Tandem für alle\tganze Stadt\tJugend\t31.12.2027\tPaare treffen sich\n";
    let table = format!("{open}Weg\tganze Stadt\tJugend\t31.12.2027\tWege sind kürzer\n");
    let look = [("tabelle", table.as_str()), ("absicht", "pruefen")];
    let refused = story.people[0].post(TABLE, TABLE, &look).await.expect_status(422);
    assert_eq!(refused.texts("main tbody th"), ["1"], "the rest is not swallowed");
    assert!(refused.body_text().contains("Ein Anführungszeichen ist nicht geschlossen."));
}
