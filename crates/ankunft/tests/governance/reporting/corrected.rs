//! What was accepted stands, whatever becomes of its correction; and a value that is sent back takes the
//! report along in which it came.

use std::sync::atomic::Ordering;

use ankunft_governance::reporting::remind_due;
use ankunft_testkit::Page;
use jiff::ToSpan;

use super::post::{FORM, Office, link_in};
use super::{REPORTS, measure};
use crate::common::desk::Story;

/// Two indicators of the Federführung, and a round that asks for them.
pub async fn prepare(office: &mut Office) {
    let youth = &mut office.story.people[1];
    let new = format!("{}/indikatoren/neu", measure(1));
    for name in ["Haushalte", "Gespräche"] {
        let sent = [("stufe", "2"), ("name", name), ("art", "count")];
        let _ = youth.post(&new, &new, &sent).await.expect_status(303);
    }
    ask(office, "2026q2").await;
    office.link = link_in(&office.letters(1).await[0]);
}

async fn ask(office: &mut Office, period: &str) {
    let due = office.story.demo.app.today().saturating_add(20.days()).to_string();
    let ask = format!("{}/bericht", measure(1));
    let sent = [("zeitraum", period), ("bis", &*due)];
    let _ = office.story.people[1].post(&ask, &ask, &sent).await.expect_status(303);
}

/// Hands a report in; what was handed in before is so many.
pub async fn report(office: &Office, number: &str, value: &str) {
    let sent = [("nummer", number), ("wert-1", value), ("wert-2", "12"), ("absicht", "abschicken")];
    let _ = office.partner().post(FORM, &office.link, &sent).await.expect_status(303);
}

pub async fn round(office: &mut Office, round: i64) -> Page {
    office.story.people[1].get(&format!("{REPORTS}/{round}")).await.expect_status(200)
}

/// The number of the only report of a round.
pub async fn request(office: &mut Office, of: i64) -> String {
    let page = round(office, of).await;
    let path = format!("form[action='{REPORTS}/{of}'] input[name=anfrage]");
    page.attribute(&path, "value").expect("a report")
}

pub async fn decide(
    office: &mut Office,
    (of, id): (i64, &str),
    (intent, number, reason): (&str, &str, &str),
) -> Page {
    let page = format!("{REPORTS}/{of}");
    let field = format!("grund-{id}");
    let sent = [("anfrage", id), ("absicht", intent), ("nummer", number), (&*field, reason)];
    office.story.people[1].post(&page, &page, &sent).await
}

/// The Sachbericht says this value and not that, inside and behind the link.
pub async fn the_paper_says(office: &mut Office, (of, id): (i64, &str), (says, not): (&str, &str)) {
    let behind = office.partner().get(&format!("{}?datei=sachbericht", office.link)).await;
    let inside = office.story.people[1].get(&format!("{REPORTS}/{of}/{id}/docx")).await;
    for file in [behind, inside] {
        let file = file.expect_status(200);
        assert!(file.media_type().contains("wordprocessingml"), "{}", file.media_type());
        if let Some(words) = crate::common::papers::text(&file.body) {
            assert!(words.contains(says) && !words.contains(not), "{says}, not {not}: {words}");
        }
    }
}

pub async fn corrected(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    let id = request(&mut office, 1).await;
    report(&office, "0", "901").await;
    let _ = decide(&mut office, (1, &id), ("abnehmen", "1", "")).await.expect_status(303);
    what_is_accepted_stands_while_its_correction_waits(&mut office, &id).await;
    what_is_accepted_stands_when_its_correction_comes_back(&mut office, &id).await;
    nobody_is_reminded_of_what_is_there(&office).await;
    a_correction_is_taken_back(&mut office, &id).await;
    one_of_many_takes_it_back_or_accepts(&mut office, &id).await;
}

async fn what_is_accepted_stands_while_its_correction_waits(office: &mut Office, id: &str) {
    report(office, "1", "952").await;
    let page = office.partner().get(&office.link).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Die Korrektur wartet auf Abnahme") && text.contains("952"), "{text}");
    the_paper_says(office, (1, id), ("901", "952")).await;
    let text = round(office, 1).await.body_text();
    assert!(text.contains("Bis dahin gilt der abgenommene Bericht"), "{text}");
}

async fn what_is_accepted_stands_when_its_correction_comes_back(office: &mut Office, id: &str) {
    let reason = "Sind das nicht Personen?";
    let _ = decide(office, (1, id), ("zurueckgeben", "2", reason)).await.expect_status(303);
    let _ = office.letter(reason).await;
    the_paper_says(office, (1, id), ("901", "952")).await;
    let page = round(office, 1).await;
    assert!(
        page.text(".leit").contains("Der eine Bericht, der gefragt ist, ist da."),
        "{}",
        page.text(".leit")
    );
    assert!(page.body_text().contains(reason), "{}", page.body_text());
    let intents = page.attributes("main form.formular button", "value");
    assert!(!intents.contains(&"zurueckziehen".to_owned()), "{intents:?}");
    let actions = page.attributes("main form", "action");
    assert!(
        actions.contains(&format!("{REPORTS}/1/schreiben")),
        "its Stelle is asked: {actions:?}"
    );
    let withdrawn = decide(office, (1, id), ("zurueckziehen", "2", "")).await;
    assert_ne!(withdrawn.status, 303, "what was accepted is not withdrawn");
    let overview = office.story.people[1].get(REPORTS).await.expect_status(200);
    assert!(
        overview.text(".leit").contains("Der eine Bericht, der gefragt ist, ist da."),
        "{}",
        overview.text(".leit")
    );
    assert!(overview.body_text().contains("nichts, alle sind da"));
    let board = office.story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(!board.body_text().contains("Bericht schreiben:"), "{}", board.body_text());
    // Who corrects finds the reason, and what they had typed.
    let mut partner = office.partner();
    let page = partner.get(&office.link).await.expect_status(200);
    assert!(page.body_text().contains(reason) && page.body_text().contains("901"));
    let form = partner.get(&format!("{}?korrektur=ja", office.link)).await.expect_status(200);
    assert!(form.body_text().contains(reason));
    assert_eq!(form.attribute("input[name=wert-1]", "value").as_deref(), Some("952"));
}

const TAKE_BACK: &str = "korrektur-zuruecknehmen";

async fn a_correction_is_taken_back(office: &mut Office, id: &str) {
    let early = [("nummer", "2"), ("absicht", TAKE_BACK)];
    let none = office.partner().post(FORM, &office.link, &early).await;
    assert_eq!(none.status, 422, "what is accepted is not taken back");
    report(office, "2", "963").await;
    let waits = office.partner().get(&office.link).await.expect_status(200);
    assert_eq!(waits.attributes("main form button", "value"), [TAKE_BACK]);
    let press = [("nummer", "3"), ("absicht", TAKE_BACK)];
    let _ = office.partner().post(&office.link, &office.link, &press).await.expect_status(303);
    let text = office.partner().get(&office.link).await.expect_status(200).body_text();
    assert!(text.contains("901") && !text.contains("963"), "{text}");
    assert!(!text.contains("zurückgegeben"), "nobody sent it back: {text}");
    let late = decide(office, (1, id), ("abnehmen", "3", "")).await;
    assert_eq!(late.status, 422, "what was taken back is not accepted");
    the_paper_says(office, (1, id), ("901", "963")).await;
    let own = office.story.people[1].get(&format!("{}/indikatoren/1", measure(1))).await;
    let intents = own.expect_status(200).attributes("main form button", "value");
    assert!(!intents.contains(&"abnehmen".to_owned()), "its value waits for nobody: {intents:?}");
}

async fn one_of_many_takes_it_back_or_accepts(office: &mut Office, id: &str) {
    report(office, "3", "974").await;
    let mut tasks = Vec::new();
    for at in 0..32 {
        let (mut partner, mut youth) = (office.partner(), office.story.people[1].clone());
        let (link, id, page) = (office.link.clone(), id.to_owned(), format!("{REPORTS}/1"));
        tasks.push(tokio::spawn(async move {
            let press = [("nummer", "4"), ("absicht", TAKE_BACK)];
            let accept = [("anfrage", &*id), ("absicht", "abnehmen"), ("nummer", "4")];
            let answer = match at % 2 {
                0 => partner.post(FORM, &link, &press).await,
                _ => youth.post(&page, &page, &accept).await,
            };
            (at % 2 == 0, answer.status.as_u16())
        }));
    }
    let mut done = Vec::new();
    for task in tasks {
        match task.await.expect("no panic") {
            (takes_back, 303) => done.push(takes_back),
            (_, status) => assert_eq!(status, 422),
        }
    }
    let stands = match done[..] {
        [true] => ("901", "974"),
        [false] => ("974", "901"),
        _ => panic!("one takes effect: {done:?}"),
    };
    the_paper_says(office, (1, id), stands).await;
}

async fn nobody_is_reminded_of_what_is_there(office: &Office) {
    let app = &office.story.demo.app;
    let day = app.today().saturating_add(13.days());
    let there = app.config.zone().to_timestamp(day.at(8, 0, 0, 0)).expect("a moment");
    let seconds = there.as_second() - app.now().as_second();
    office.later.fetch_add(seconds, Ordering::Relaxed);
    assert_eq!(remind_due(app).await.expect("a database"), 0);
    office.later.fetch_sub(seconds, Ordering::Relaxed);
}

pub async fn sent_back(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    let id = request(&mut office, 1).await;
    report(&office, "0", "901").await;
    a_value_takes_its_report_along(&mut office, &id).await;
    one_of_many_decides_on_a_value(&mut office, &id).await;
    what_was_sent_back_before_is_not_accepted(&mut office).await;
}

const REASON: &str = "Zählt das doppelt?";

async fn a_value_takes_its_report_along(office: &mut Office, id: &str) {
    let first = format!("{}/indikatoren/1", measure(1));
    let sent =
        [("zeitraum", "2026q2"), ("version", "1"), ("absicht", "zurueckgeben"), ("grund", REASON)];
    let to = format!("{first}/abnahme");
    let _ = office.story.people[1].post(&first, &to, &sent).await.expect_status(303);
    let letter = office.letter(REASON).await;
    assert!(letter.contains("jugend@wahl.example"), "who reported is asked: {letter}");
    let refused = decide(office, (1, id), ("abnehmen", "1", "")).await;
    assert_eq!(refused.status, 422, "nobody accepts what went back");
    let text = round(office, 1).await.body_text();
    assert!(
        text.contains("Ein Bericht ist gefragt und noch nicht da.") && text.contains(REASON),
        "{text}"
    );
    let second = format!("{}/indikatoren/2", measure(1));
    let second = office.story.people[1].get(&second).await.expect_status(200);
    assert!(second.body_text().contains(REASON), "with all its values");
    let form = office.partner().get(&office.link).await.expect_status(200);
    assert!(form.body_text().contains(REASON), "{}", form.body_text());
    assert_eq!(form.attribute("input[name=wert-1]", "value").as_deref(), Some("901"));
}

/// On the page of the report and on that of the indicator at once: one of both, and the paper says what
/// was accepted.
async fn one_of_many_decides_on_a_value(office: &mut Office, id: &str) {
    report(office, "1", "812").await;
    let first = format!("{}/indikatoren/1", measure(1));
    let mut tasks = Vec::new();
    for at in 0..32 {
        let mut youth = office.story.people[1].clone();
        let (id, first, page) = (id.to_owned(), first.clone(), format!("{REPORTS}/1"));
        tasks.push(tokio::spawn(async move {
            let accept = [("anfrage", &*id), ("absicht", "abnehmen"), ("nummer", "2")];
            let back = [
                ("zeitraum", "2026q2"),
                ("version", "2"),
                ("absicht", "zurueckgeben"),
                ("grund", REASON),
            ];
            let answer = match at % 2 {
                0 => youth.post(&first, &format!("{first}/abnahme"), &back).await,
                _ => youth.post(&page, &page, &accept).await,
            };
            (at % 2 == 0, answer.status.as_u16())
        }));
    }
    let mut done = Vec::new();
    for task in tasks {
        match task.await.expect("no panic") {
            (is_return, 303) => done.push(is_return),
            (_, status) => assert_eq!(status, 422),
        }
    }
    assert_eq!(done.len(), 1, "{done:?}");
    if done == [true] {
        report(office, "2", "812").await;
        let _ = decide(office, (1, id), ("abnehmen", "3", "")).await.expect_status(303);
    }
    the_paper_says(office, (1, id), ("812", "901")).await;
}

/// A value that was sent back when its report did not yet go with it.
async fn what_was_sent_back_before_is_not_accepted(office: &mut Office) {
    ask(office, "2026q1").await;
    office.link = link_in(&office.letter("1. Quartal 2026").await);
    report(office, "0", "743").await;
    let mut upkeep = office.story.demo.app.store.upkeep().await.expect("a connection");
    let sql = "insert into measure_actual_verdict (tenant, measure, indicator, period, version, \
               verdict, reason, at) select tenant, measure, indicator, period, version, \
               'returned', 'Zu hoch', 0 from measure_actual where numerator = 74300";
    let _ = sqlx::query(sql).execute(&mut *upkeep).await.expect("a value that went back");
    upkeep.commit().await.expect("a commit");
    let id = request(office, 2).await;
    let text = round(office, 2).await.body_text();
    assert!(text.contains("Dieser Wert ist zurückgegeben: „Zu hoch“"), "{text}");
    let refused = decide(office, (2, &id), ("abnehmen", "1", "")).await.expect_status(422);
    assert!(refused.body_text().contains("Geben Sie auch den Bericht zurück"));
    let _ = decide(office, (2, &id), ("zurueckgeben", "1", REASON)).await.expect_status(303);
    report(office, "1", "700").await;
    let _ = decide(office, (2, &id), ("abnehmen", "2", "")).await.expect_status(303);
    the_paper_says(office, (2, &id), ("700", "743")).await;
}
