//! Founding a fund, changing its rules, booking its budget.

use ankunft_testkit::Page;

use super::{FUND, LIST, NEW};
use crate::common::desk::{Story, plain, set};

pub type Form = Vec<(String, String)>;

/// The value of a choice by what it says.
pub fn choice(page: &Page, name: &str, says: &str) -> String {
    let selector = format!("select[name={name}] option");
    let (values, texts) = (page.attributes(&selector, "value"), page.texts(&selector));
    let at = texts.iter().position(|it| it.starts_with(says));
    values[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

/// The one form of a page as it stands there, with other values in some fields.
pub fn form_of(page: &Page) -> Form {
    let mut form = Form::new();
    for kind in ["hidden", "text", "date", "email", "tel"] {
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
    let ticked = "form.formular input[checked]";
    form.extend(page.attributes(ticked, "name").into_iter().zip(page.attributes(ticked, "value")));
    form
}

fn day(days: i64) -> String {
    let now = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    now.saturating_add(jiff::Span::new().days(days)).to_string()
}

/// A fund that Stadtentwicklung leads, Wohnen pays and three decide on.
pub async fn rules_make_a_fund(story: &mut Story) {
    let page = story.people[0].get(NEW).await.expect_status(200);
    let mut form = form_of(&page);
    set(&mut form, "name", "Verfügungsfonds Lerchenfeld");
    set(&mut form, "anteil", "150");
    set(&mut form, "leitung", &choice(&page, "leitung", "Stadtentwicklung"));
    set(&mut form, "auszahlung", &choice(&page, "leitung", "Stadtentwicklung"));
    let refused = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(422);
    let text = refused.body_text().replace('\u{a0}', " ");
    for said in ["Wählen Sie ein Quartier", "zwischen 0,1 und 100", "Wer entscheidet, zahlt nicht"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let name = refused.attribute("input[name=name]", "value");
    assert_eq!(name.as_deref(), Some("Verfügungsfonds Lerchenfeld"), "what was typed stays");
    let quarter = story.quarters[0].1.clone();
    set(&mut form, "quartier", &choice(&page, "quartier", &quarter));
    set(&mut form, "anteil", "50");
    set(&mut form, "voll-bis", "200");
    set(&mut form, "hoechstens", "1.000");
    set(&mut form, "kriterien", "Es bringt Nachbarn zusammen.");
    set(&mut form, "aufruf-von", &day(-10));
    set(&mut form, "aufruf-bis", &day(10));
    set(&mut form, "auszahlung", &choice(&page, "leitung", "Wohnen"));
    set(&mut form, "mindestens", "4");
    form.retain(|it| it.0 != "gremium");
    for member in ["Stadtentwicklung", "Jugend", "Wohnen"] {
        form.push(("gremium".into(), choice(&page, "leitung", member)));
    }
    let refused = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(422);
    assert!(
        refused.body_text().replace('\u{a0}', " ").contains("So viele Stellen stimmen nicht ab.")
    );
    set(&mut form, "mindestens", "2");
    let done = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some(FUND));
    everybody_reads_of_it(story).await;
}

async fn everybody_reads_of_it(story: &Story) {
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let _ = public.get("/musterstadt/fonds/0").await.expect_status(404);
    let page = public.get(FUND).await.expect_status(200);
    assert!(page.body_text().replace('\u{a0}', " ").contains("Es bringt Nachbarn zusammen."));
    assert!(
        page.body_text()
            .replace('\u{a0}', " ")
            .contains("Was bis 200,00 € kostet, zahlt der Fonds ganz.")
    );
    let mut english = ankunft_testkit::Browser::new(&story.demo.app, "en");
    let page = english.get(LIST).await.expect_status(200);
    assert!(
        page.body_text()
            .replace('\u{a0}', " ")
            .contains("Groups can apply to one fund at present.")
    );
    let quarter = public.get(&story.profile(0)).await.expect_status(200);
    assert!(
        quarter.body_text().replace('\u{a0}', " ").contains("Verfügungsfonds Lerchenfeld"),
        "on the quarter's page"
    );
    let front = public.get("/musterstadt").await.expect_status(200);
    assert!(
        front.body_text().replace('\u{a0}', " ").contains("Verfügungsfonds Lerchenfeld"),
        "while its call is open"
    );
}

pub async fn two_who_save_at_once_see_the_difference(story: &mut Story) {
    let edit = format!("{FUND}/aendern");
    let foreign = story.people[1].get(&edit).await.expect_status(403);
    assert!(
        foreign.body_text().replace('\u{a0}', " ").contains("nur die Stelle"),
        "and says who may"
    );
    let page = story.people[0].get(&edit).await.expect_status(200);
    let (mut first, mut second) = (form_of(&page), form_of(&page));
    set(&mut first, "hoechstens", "800,50");
    set(&mut second, "kriterien", "Es bringt alte und neue Nachbarn zusammen.");
    let mut other = story.people[0].clone();
    let _ = other.post(&edit, &edit, &plain(&first)).await.expect_status(303);
    let refused = story.people[0].post(&edit, &edit, &plain(&second)).await.expect_status(422);
    let text = refused.body_text().replace('\u{a0}', " ");
    assert!(text.contains("Inzwischen hat Stadtentwicklung diese Regeln geändert."), "{text}");
    assert!(text.contains("800,50") && text.contains("1.000,00"), "now, and before");
    assert!(text.contains("alte und neue Nachbarn"), "nothing typed is lost");
    let mut again = form_of(&refused);
    set(&mut again, "hoechstens", "800,50");
    let _ = story.people[0].post(&edit, &edit, &plain(&again)).await.expect_status(303);
    let page = story.people[0].get(FUND).await.body_text().replace('\u{a0}', " ");
    assert!(page.contains("800,50") && page.contains("alte und neue Nachbarn"));
}

/// A second press of the same form books nothing.
pub async fn a_budget_is_booked_once(story: &mut Story) {
    let to = format!("{FUND}/haushalt");
    let page = story.people[0].get(FUND).await.expect_status(200);
    let stand = page.attribute("input[name=stand]", "value").expect("how far the book is");
    let year = page.attribute("input[name=jahr]", "value").expect("this year");
    let form = |amount, way, stand| {
        [
            ("jahr", &*year),
            ("betrag", amount),
            ("richtung", way),
            ("vermerk", "Rat"),
            ("stand", stand),
        ]
        .map(|(name, value): (&str, &str)| (name.to_owned(), value.to_owned()))
        .to_vec()
    };
    let wrong = form("10000.00", "plus", &stand);
    let refused = story.people[0].post(FUND, &to, &plain(&wrong)).await.expect_status(422);
    assert!(refused.body_text().replace('\u{a0}', " ").contains("Schreiben Sie den Betrag so"));
    let right = form("10.000,00", "plus", &stand);
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, to, form) = (story.people[0].clone(), to.clone(), right.clone());
        tasks.push(tokio::spawn(async move {
            browser.post(FUND, &to, &plain(&form)).await.status.as_u16()
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
    let too_much = form("10.000,01", "minus", "1");
    let refused = story.people[0].post(FUND, &to, &plain(&too_much)).await.expect_status(422);
    assert!(refused.body_text().replace('\u{a0}', " ").contains("Frei sind 10.000,00"));
    let foreign = story.people[1].post(FUND, &to, &plain(&too_much)).await;
    assert_eq!(foreign.status, 403, "who does not lead the fund books nothing");
    let page = story.people[1].get(FUND).await.expect_status(200);
    assert!(
        page.body_text().replace('\u{a0}', " ").contains("noch 10.000,00 € von 10.000,00 € frei")
    );
}
