//! Writing an enquiry down, gathering what is known, writing the answer, sending it.

use ankunft_testkit::{Page, Press, typing};

use super::{LIST, NEW, enquiry};
use crate::common::desk::{Story, plain, set};
use crate::common::planting::{PERIOD, Planted, numbers_in};

pub type Form = Vec<(String, String)>;

fn choice(page: &Page, name: &str, says: &str) -> String {
    let selector = format!("select[name={name}] option");
    let (values, texts) = (page.attributes(&selector, "value"), page.texts(&selector));
    let at = texts.iter().position(|it| it.starts_with(says));
    values[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

fn day(story: &Story, days: i64) -> String {
    story.demo.app.today().saturating_add(jiff::Span::new().days(days)).to_string()
}

pub async fn form(story: &mut Story, subject: &str) -> Form {
    let page = story.people[0].get(NEW).await.expect_status(200);
    let quarter = story.quarters[0].1.clone();
    vec![
        ("wer-fragt".into(), "council".into()),
        ("fragender".into(), "Fraktion Offene Stadt".into()),
        ("betreff".into(), subject.into()),
        ("frage".into(), "Was tut die Stadt für neue Nachbarn?".into()),
        ("aktenzeichen".into(), "13-26".into()),
        ("eingang".into(), day(story, -3)),
        ("frist".into(), day(story, 2)),
        ("quartier".into(), choice(&page, "quartier", &quarter)),
        ("federfuehrung".into(), choice(&page, "federfuehrung", "Jugend")),
        ("kreis".into(), "public".into()),
    ]
}

pub async fn an_enquiry_is_written_down(story: &mut Story) {
    let mut form = form(story, "Nachbarn im Quartier").await;
    let before = day(story, -4);
    set(&mut form, "frist", &before);
    set(&mut form, "fragender", "");
    let refused = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Die Frist liegt vor dem Eingang."), "{text}");
    assert!(text.contains("Schreiben Sie, wer genau fragt."));
    assert!(text.contains("Was tut die Stadt für neue Nachbarn?"), "nothing typed is lost");
    set(&mut form, "fragender", "Fraktion Offene Stadt");
    let due = day(story, 2);
    set(&mut form, "frist", &due);
    let (came, tomorrow) = (day(story, -3), day(story, 1));
    set(&mut form, "eingang", &tomorrow);
    let refused = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(422);
    let told = refused.text(".fehlerliste");
    assert!(told.contains("Dieser Tag ist noch nicht gekommen."), "{told}");
    let typed = refused.attribute("input[name=eingang]", "value");
    assert_eq!(typed, Some(tomorrow), "nothing typed is lost");
    set(&mut form, "eingang", &came);
    let foreign = story.people[2].post(NEW, NEW, &plain(&form)).await.expect_status(422);
    assert!(foreign.body_text().contains("Ihre Stelle muss federführend sein"));
    let done = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location(), Some(enquiry(1)));
    let today = story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(today.body_text().contains("Beantworten Sie die Anfrage „Nachbarn im Quartier“."));
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    assert!(page.body_text().contains("Fraktion Offene Stadt fragt."));
    let list = story.people[2].get(LIST).await.expect_status(200);
    assert!(list.body_text().contains("Eine Anfrage ist offen."));
    let foreign = story.people[2].get(&format!("{}/aendern", enquiry(1))).await.expect_status(403);
    assert!(foreign.body_text().contains("federführende Stelle"));
}

/// Kind and id behind the first button of what was found of a kind.
fn found(page: &Page, kind: &str) -> Option<String> {
    let to = format!("button[formaction^='{}/befunde?art={kind}&']", enquiry(1));
    let first = page.attributes(&to, "formaction").into_iter().next()?;
    let press = Press { label: String::new(), address: first, files: false };
    press.says("ding")
}

async fn take(story: &mut Story, kind: &str, id: &str) -> Page {
    let to = format!("{}/befunde", enquiry(1));
    story.people[1].post(&enquiry(1), &to, &[("art", kind), ("ding", id)]).await
}

pub fn answer(page: &Page) -> String {
    page.texts("textarea[name=antwort]").pop().unwrap_or_default()
}

pub async fn what_fits_is_gathered_and_taken(story: &mut Story) {
    // A measure in the quarter, as the city has it.
    let board = "/musterstadt/steuerung/massnahmen/neu";
    let page = story.people[0].get(board).await.expect_status(200);
    let quarter = story.quarters[0].1.clone();
    let form: Form = vec![
        ("titel".into(), "Nachbarn kochen zusammen".into()),
        ("quartier".into(), choice(&page, "quartier", &quarter)),
        ("federfuehrung".into(), choice(&page, "federfuehrung", "Jugend")),
        ("bis".into(), "31.12.2030".into()),
        ("woran".into(), "Vierzig kommen".into()),
        ("stand".into(), "running".into()),
    ];
    let _ = story.people[0].post(board, board, &plain(&form)).await.expect_status(303);
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    assert_eq!(found(&page, "measure").as_deref(), Some("1"), "gathered without a question");
    let figure = found(&page, "figure").expect("figures of the quarter");
    assert!(figure.ends_with(&story.quarters[0].0), "{figure}");
    assert_eq!(found(&page, "enquiry"), None, "not itself");
    let others = story.people[2].get(&enquiry(1)).await.expect_status(200);
    assert_eq!(found(&others, "measure"), None, "who only reads takes nothing");
    let searched = story.people[1].get(&format!("{}?suche=gibtesnicht", enquiry(1))).await;
    assert!(searched.body_text().contains("Nichts gefunden"));
    let _ = take(story, "measure", "1").await.expect_status(303);
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    let text = answer(&page);
    assert!(text.contains("Vierzig kommen") && text.contains("(/f/"), "prefilled: {text}");
    assert_eq!(found(&page, "measure"), None, "what is taken is not offered again");
    let _ = take(story, "measure", "999").await.expect_status(404);
    let _ = take(story, "folder", "1").await.expect_status(404);
    // The thread knows.
    let thread = story.people[1].get("/musterstadt/faden/enquiry/1").await.expect_status(200);
    assert!(thread.body_text().contains("Nachbarn kochen zusammen"));
}

async fn write(story: &mut Story, person: usize, text: &str, stand: &str) -> Page {
    let to = format!("{}/antwort", enquiry(1));
    let form = [("antwort", text), ("stand", stand)];
    story.people[person].post(&enquiry(1), &to, &form).await
}

pub async fn two_who_write_at_once_see_the_difference(story: &mut Story) {
    let _ = write(story, 1, "", "0").await.expect_status(422);
    let page = story.people[1].get(&enquiry(1)).await;
    let own = answer(&page);
    let mut tasks = Vec::new();
    for number in 0..64 {
        let mut browser = story.people[1].clone();
        let text = format!("{own}\nFassung {number}");
        tasks.push(tokio::spawn(async move {
            let form = [("antwort", text.as_str()), ("stand", "0")];
            let to = format!("{}/antwort", enquiry(1));
            browser.post(&enquiry(1), &to, &form).await.status.as_u16()
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
    assert_eq!(saved, 1, "one version follows, and everybody else is told");
    let refused = write(story, 0, "Von der Koordination", "0").await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat Jugend an der Antwort geschrieben."), "{text}");
    assert!(text.contains("Fassung") && text.contains("Von der Koordination"));
    let _ = write(story, 0, &format!("{own}\nVon der Koordination"), "1").await.expect_status(303);
}

/// What is for the administration alone does not leave in a public answer: not while it is cited, and
/// not by taking it out and leaving its Fundstelle in the text.
pub async fn nothing_narrower_leaves(story: &mut Story, planted: &Planted) {
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    let before = answer(&page);
    let id = format!("quartier:population:{PERIOD}:{}", story.quarters[0].0);
    let _ = take(story, "figure", &id).await.expect_status(303);
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Enger als der Kreis dieser Antwort"), "{text}");
    assert!(text.contains("So kann die Antwort nicht hinaus."));
    assert!(!numbers_in(&page, &planted.numbers).is_empty(), "inside it is read");
    let with = answer(&page);
    assert!(with.len() > before.len(), "its sentence stands at the end");
    let stand = page.attribute("input[name$='~stand']", "value").expect("a version");
    let send = format!("{}/absenden", enquiry(1));
    let form = [("unterschrift", "Dezernentin"), ("stand", stand.as_str())];
    let _ = story.people[1].post(&enquiry(1), &send, &form).await.expect_status(422);
    let to = format!("{}/befunde/weg", enquiry(1));
    // The measure is for the administration too; taking both out leaves their Fundstellen behind.
    let out: Vec<Press> = typing(&page).buttons.into_iter().filter(|it| it.path() == to).collect();
    let codes: Vec<String> = out.iter().filter_map(|it| it.says("befund")).collect();
    assert_eq!(codes.len(), 2);
    for code in &codes {
        let out = [("befund", code.as_str())];
        let _ = story.people[1].post(&enquiry(1), &to, &out).await.expect_status(303);
    }
    let refused = story.people[1].post(&enquiry(1), &send, &form).await.expect_status(422);
    assert!(refused.body_text().contains("steht im Text und ist nicht aufgenommen"));
    let plain = "Nachbarn kochen zusammen.";
    let _ = write(story, 1, plain, &stand).await.expect_status(303);
    let public = format!("quartier:population:2023-12-31:{}", story.quarters[0].0);
    let _ = take(story, "figure", &public).await.expect_status(303);
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    assert!(answer(&page).starts_with(plain) && answer(&page).contains("(/f/"));
    assert!(!page.body_text().contains("So kann die Antwort nicht hinaus."));
}

pub async fn it_is_sent_once(story: &mut Story) {
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    let stand = page.attribute("input[name$='~stand']", "value").expect("a version");
    let send = format!("{}/absenden", enquiry(1));
    let early = [("unterschrift", ""), ("stand", stand.as_str())];
    let refused = story.people[1].post(&enquiry(1), &send, &early).await.expect_status(422);
    assert!(refused.body_text().contains("Schreiben Sie, wer unterschreibt."));
    let foreign = story.people[2].post(&enquiry(1), &send, &early).await;
    assert_eq!(foreign.status, 403);
    for kind in ["docx", "pdf"] {
        let file = story.people[2].get(&format!("{}/papier/{kind}", enquiry(1))).await;
        let begins: &[u8] = if kind == "pdf" { b"%PDF-" } else { b"PK" };
        assert!(file.expect_status(200).body.starts_with(begins));
    }
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, stand, send) = (story.people[1].clone(), stand.clone(), send.clone());
        tasks.push(tokio::spawn(async move {
            let form = [("unterschrift", "Dezernentin"), ("stand", stand.as_str())];
            // The form token comes from a page that stays the same.
            browser.post(NEW, &send, &form).await.status.as_u16()
        }));
    }
    let mut sent = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => sent += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(sent, 1);
    let page = story.people[1].get(&enquiry(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("in der Frist.") && text.contains("unterschrieben von Dezernentin"));
    assert!(page.texts("textarea").is_empty(), "it stays as it is");
    let to = format!("{}/antwort", enquiry(1));
    let form = [("antwort", "anders"), ("stand", "9")];
    let refused = story.people[1].post(NEW, &to, &form).await.expect_status(422);
    assert!(refused.body_text().contains("hat das Haus verlassen"));
    let edit = format!("{}/aendern", enquiry(1));
    let _ = story.people[1].get(&edit).await.expect_status(422);
}
