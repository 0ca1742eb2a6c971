//! What was spent: booked once, corrected with a reason, never overwritten.

use ankunft_testkit::Page;

use super::{form, spent, words};
use crate::common::desk::{Story, inputs, plain, set};

type Form = Vec<(String, String)>;

fn key(page: &Page) -> String {
    page.attribute("input[name=schluessel]", "value").expect("a form to book with")
}

/// A form as the page of a measure offers it, filled in.
async fn filled(story: &mut Story, person: usize, (day, amount): (&str, &str)) -> Form {
    let page = story.people[person].get(&spent(1)).await.expect_status(200);
    let mut it = form(&[("tag", day), ("betrag", amount), ("richtung", ""), ("notiz", "")]);
    it.push(("schluessel".to_owned(), key(&page)));
    it.extend(form(&[("art", ""), ("mittel", "")]));
    it
}

async fn send(story: &mut Story, person: usize, it: &Form, status: u16) -> Page {
    let page = spent(1);
    story.people[person].post(&page, &page, &plain(it)).await.expect_status(status)
}

/// The numbers of the lines that are shown.
async fn lines(story: &mut Story) -> usize {
    let page = story.people[0].get(&spent(1)).await.expect_status(200);
    let number = |it: &String| it.trim_end_matches(" berichtigen").parse::<i64>().ok();
    // Years stand at the head of rows too.
    page.texts("main tbody th").iter().filter_map(number).filter(|it| *it < 1000).count()
}

pub async fn a_booking_is_a_day_and_an_amount(story: &mut Story) {
    let mut it = filled(story, 1, ("", "")).await;
    let refused = words(&send(story, 1, &it, 422).await);
    assert!(refused.contains("Geben Sie den Tag der Buchung an."));
    assert!(refused.contains("Geben Sie den Betrag an."));
    for (amount, says) in
        [("12.50", "#feld-betrag"), ("0", "Der Betrag ist 0."), ("-3", "#feld-betrag")]
    {
        set(&mut it, "betrag", amount);
        set(&mut it, "tag", "2026-02-27");
        let refused = words(&send(story, 1, &it, 422).await);
        assert!(refused.contains(says), "{amount}: {refused}");
        assert!(refused.contains(&format!("value=\"{amount}\"")), "what was typed stays");
    }
    set(&mut it, "betrag", "1.234,50");
    set(&mut it, "tag", "2999-01-01");
    let refused = words(&send(story, 1, &it, 422).await);
    assert!(refused.contains("Dieser Tag kommt erst noch."));
    set(&mut it, "tag", "27.2.2026");
    set(&mut it, "notiz", "<b>Dolmetschen</b>, Februar");
    set(&mut it, "mittel", "von Niemand | ");
    let refused = words(&send(story, 1, &it, 422).await);
    assert!(refused.contains("Dieser Mittelgeber steht nicht mehr im Plan."));
    set(&mut it, "mittel", "");
    let _ = send(story, 1, &it, 303).await;
    let page = story.people[2].get(&spent(1)).await.expect_status(200);
    assert!(page.texts("main td").iter().any(|it| it.contains("<b>Dolmetschen</b>, Februar")));
    assert!(words(&page).contains("1.234,50 €") && words(&page).contains("Jugend"));
}

/// 64 times the same form: one line. The form of another page is another.
pub async fn one_form_books_once(story: &mut Story) {
    let before = lines(story).await;
    let mut it = filled(story, 1, ("2026-03-31", "20.000")).await;
    set(&mut it, "art", "staff");
    set(&mut it, "mittel", "von Land | Sozialer Zusammenhalt");
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, it) = (story.people[1].clone(), it.clone());
        tasks.push(tokio::spawn(async move {
            browser.post(&spent(1), &spent(1), &plain(&it)).await.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303, "all of them find it booked");
    }
    assert_eq!(lines(story).await, before + 1);
    // The same form with something else in it is asked about, and a line of its own if it is meant so.
    set(&mut it, "betrag", "300");
    let refused = send(story, 1, &it, 422).await;
    assert!(words(&refused).contains("Dieses Formular haben Sie schon abgesandt"));
    assert!(words(&refused).contains("value=\"300\""), "nothing typed is lost");
    assert_eq!(lines(story).await, before + 1);
    set(&mut it, "schluessel", &key(&refused));
    let _ = send(story, 1, &it, 303).await;
    assert_eq!(lines(story).await, before + 2);
}

fn correcting(line: i64) -> String {
    format!("{}/{line}/berichtigen", spent(1))
}

async fn form_of(story: &mut Story, person: usize, line: i64) -> Form {
    let page = story.people[person].get(&correcting(line)).await.expect_status(200);
    form_on(&page)
}

fn form_on(page: &Page) -> Form {
    let fields = "form input[type=hidden], form input[type=text], form input[type=date]";
    let mut it: Form = inputs(page, fields);
    it.retain(|it| ["tag", "betrag", "notiz", "grund", "schluessel"].contains(&it.0.as_str()));
    for name in ["richtung", "art", "mittel"] {
        let chosen = format!("select[name={name}] option[selected]");
        it.push((name.to_owned(), page.attribute(&chosen, "value").unwrap_or_default()));
    }
    it
}

async fn correct(story: &mut Story, (person, line): (usize, i64), it: &Form, status: u16) -> Page {
    let page = correcting(line);
    story.people[person].post(&page, &page, &plain(it)).await.expect_status(status)
}

pub async fn a_correction_is_a_line_with_its_reason(story: &mut Story) {
    let mut it = form_of(story, 1, 3).await;
    let refused = words(&correct(story, (1, 3), &it, 422).await);
    assert!(refused.contains("Schreiben Sie, warum die Buchung berichtigt wird."));
    set(&mut it, "grund", "Zahlendreher");
    let refused = words(&correct(story, (1, 3), &it, 422).await);
    assert!(refused.contains("Das steht so schon da."));
    set(&mut it, "betrag", "30,00");
    let _ = correct(story, (1, 3), &it, 303).await;
    let page = words(&story.people[2].get(&spent(1)).await.expect_status(200));
    assert!(page.contains("300,00 €") && page.contains("berichtigt durch Nummer 4"), "it stays");
    assert!(page.contains("berichtigt Nummer 3: Zahlendreher"));
    assert!(page.contains("Ausgegeben sind 21.264,50 €"), "the old one no longer counts: {page}");
    // With 0 it is struck out.
    let mut it = form_of(story, 1, 4).await;
    set(&mut it, "betrag", "0");
    set(&mut it, "grund", "Doppelt");
    let _ = correct(story, (1, 4), &it, 303).await;
    let page = words(&story.people[2].get(&spent(1)).await.expect_status(200));
    assert!(page.contains("Ausgegeben sind 21.234,50 €"), "{page}");
}

pub async fn two_who_correct_see_the_difference(story: &mut Story) {
    let (mut first, mut second) = (form_of(story, 0, 1).await, form_of(story, 1, 1).await);
    set(&mut first, "art", "contracts");
    set(&mut first, "grund", "Ausgabeart bekannt");
    set(&mut second, "mittel", "eigen");
    set(&mut second, "grund", "nicht förderfähig");
    let _ = correct(story, (0, 1), &first, 303).await;
    let refused = correct(story, (1, 1), &second, 422).await;
    let text = words(&refused);
    assert!(text.contains("Inzwischen hat Stadtentwicklung diese Buchung berichtigt."), "{text}");
    assert!(text.contains("Honorare und Aufträge an Dritte"), "what stands there now");
    assert!(text.contains("nicht förderfähig"), "nothing typed is lost");
    let mut again = form_on(&refused);
    set(&mut again, "art", "contracts");
    let _ = correct(story, (1, 6), &again, 303).await;
    let page = words(&story.people[2].get(&spent(1)).await.expect_status(200));
    assert!(page.contains("berichtigt Nummer 6: nicht förderfähig"), "{page}");
}

/// 64 who saw the same line correct it at once: one line follows, and everybody else is told.
pub async fn one_of_many_corrections_takes_effect(story: &mut Story) {
    let before = lines(story).await;
    let it = form_of(story, 1, 2).await;
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, mut it) = (story.people[1].clone(), it.clone());
        set(&mut it, "notiz", &format!("Personal, {number}"));
        set(&mut it, "grund", "Wofür es war");
        set(&mut it, "schluessel", &(1_000 + number).to_string());
        tasks.push(tokio::spawn(async move {
            let page = correcting(2);
            browser.post(&page, &page, &plain(&it)).await.status.as_u16()
        }));
    }
    let mut booked = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => booked += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(booked, 1);
    assert_eq!(lines(story).await, before + 1);
}

pub async fn what_is_over_the_plan_is_said(story: &mut Story) {
    let mut it = filled(story, 1, ("2026-06-30", "25.000")).await;
    set(&mut it, "art", "staff");
    set(&mut it, "mittel", "von Land | Sozialer Zusammenhalt");
    let _ = send(story, 1, &it, 303).await;
    // Money that came back counts against what was spent.
    let mut back = filled(story, 1, ("2026-07-01", "5.000")).await;
    set(&mut back, "art", "staff");
    set(&mut back, "mittel", "eigen");
    set(&mut back, "richtung", "zurueck");
    let _ = send(story, 1, &back, 303).await;
    let page = words(&story.people[2].get(&spent(1)).await.expect_status(200));
    for said in [
        "Über dem Plan",
        "Land (Sozialer Zusammenhalt): 14.999,99 € mehr als geplant.",
        "−5.000,00 €",
    ] {
        assert!(page.contains(said), "no {said} in {page}");
    }
    assert!(page.contains("Ausgegeben sind 41.234,50 € von 90.000,02 €"), "{page}");
}
