//! One press asks for the reports of many measures, and who reports for several gets one letter.

use super::post::{Office, link_in};
use super::{REPORTS, measure};
use crate::common::desk::{Story, plain, set};
use crate::measures::planning::{Form, choice};

pub const ASK: &str = "/musterstadt/steuerung/berichte/anfragen";
const CARITAS: &str = "To: lena.brand@caritas.example";

pub async fn asked(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    what_can_be_asked_is_ticked(&mut office).await;
    what_is_wrong_stands_beside_its_field(&mut office).await;
    one_of_many_presses_asks(&mut office).await;
    each_contact_gets_one_letter(&mut office).await;
    only_what_is_missing_is_asked_for(&mut office).await;
}

/// Four measures of one Stelle: three with an indicator, two of which are under way; one with none.
pub async fn prepare(office: &mut Office) {
    const NEW: &str = "/musterstadt/steuerung/massnahmen/neu";
    for title in ["Lernwerkstatt", "Nachbarschaftscafé", "Werkstatt ohne Maß"] {
        let page = office.story.people[0].get(NEW).await.expect_status(200);
        let form: Form = vec![
            ("titel".into(), title.into()),
            ("quartier".into(), choice(&page, "quartier", "ganze Stadt")),
            ("federfuehrung".into(), choice(&page, "federfuehrung", "Jugend")),
            ("bis".into(), "30.06.2099".into()),
            ("woran".into(), "Es kommen mehr".into()),
            ("stand".into(), "running".into()),
        ];
        let _ = office.story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    }
    let youth = &mut office.story.people[1];
    for (number, email) in
        [(1, "lena.brand@caritas.example"), (2, "Lena.Brand@caritas.example"), (3, "")]
    {
        let partner = format!("{}/partner", measure(number));
        let sent = [
            ("version", "0"),
            ("partner-0-neu", "Caritas-Zentrum"),
            ("partner-0-rolle", "contributes"),
            ("partner-0-kontakt", "Lena Brand"),
            ("partner-0-email", email),
        ];
        let _ = youth.post(&partner, &partner, &sent).await.expect_status(303);
        let new = format!("{}/indikatoren/neu", measure(number));
        let page = youth.get(&new).await.expect_status(200);
        let options = page.attributes("select[name=wer-berichtet] option", "value");
        let caritas = options.iter().find(|it| it.starts_with("organisation:")).expect("a partner");
        for who in [&**caritas, ""].into_iter().skip(usize::from(number == 3)) {
            let name = if who.is_empty() { "Offene Abende" } else { "Besuche" };
            let sent = [("stufe", "2"), ("name", name), ("art", "count"), ("wer-berichtet", who)];
            let _ = youth.post(&new, &new, &sent).await.expect_status(303);
        }
    }
}

async fn what_can_be_asked_is_ticked(office: &mut Office) {
    let overview = office.story.people[1].get(REPORTS).await.expect_status(200);
    assert!(overview.attributes("main a", "href").contains(&ASK.to_owned()), "a way leads there");
    let page = office.story.people[1].get(ASK).await.expect_status(200);
    let mut ticked = page.attributes("input[name=massnahme][checked]", "value");
    ticked.sort();
    assert_eq!(ticked, ["2", "3"], "what is under way");
    let mut all = page.attributes("input[name=massnahme]", "value");
    all.sort();
    assert_eq!(all, ["1", "2", "3"]);
    let lacking = format!("{}/indikatoren/neu", measure(4));
    assert!(page.attributes("main a", "href").contains(&lacking), "the way to what is missing");
    assert!(page.body_text().contains("Es fehlt ein Indikator"), "{}", page.body_text());
    // Who leads nothing can ask for nothing.
    let page = office.story.people[2].get(ASK).await.expect_status(200);
    assert_eq!(page.attributes("input[name=massnahme]", "value"), Vec::<String>::new());
}

pub fn wanted(due: &str) -> Form {
    let measures = ["1", "2", "3"].map(|it| ("massnahme".to_owned(), it.to_owned()));
    let rest = [("zeitraum".to_owned(), "2026q3".to_owned()), ("bis".to_owned(), due.to_owned())];
    rest.into_iter().chain(measures).collect()
}

async fn what_is_wrong_stands_beside_its_field(office: &mut Office) {
    let youth = &mut office.story.people[1];
    let wrong = [("zeitraum", "2026q3"), ("bis", "2020-01-01")];
    let refused = youth.post(ASK, ASK, &wrong).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Dieser Tag ist vorbei."), "{text}");
    assert!(text.contains("Wählen Sie mindestens eine Maßnahme."), "{text}");
    let refused = youth.post(ASK, ASK, &plain(&wanted("2020-01-01"))).await.expect_status(422);
    let ticked = refused.attributes("input[name=massnahme][checked]", "value");
    assert_eq!(ticked.len(), 3, "what was ticked stays");
    assert_eq!(refused.attribute("input[name=bis]", "value").as_deref(), Some("2020-01-01"));
    // Measures of another Stelle are nobody else's to ask for.
    let housing = &mut office.story.people[2];
    let _ = housing
        .post(super::post::FORM, ASK, &plain(&wanted("2099-12-31")))
        .await
        .expect_status(422);
}

/// 64 press at once: one opens all three rounds, and everybody else is told.
async fn one_of_many_presses_asks(office: &mut Office) {
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let mut browser = office.story.people[1].clone();
        tasks.push(tokio::spawn(async move {
            browser.post(ASK, ASK, &plain(&wanted("2099-12-31"))).await.status.as_u16()
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
    assert_eq!(done, 1);
    let page = office.story.people[0].get(REPORTS).await.expect_status(200);
    assert!(page.text(".leit").contains("0 von 5"), "{}", page.text(".leit"));
    for round in 1..=3 {
        let page = format!("{REPORTS}/{round}");
        let _ = office.story.people[1].get(&page).await.expect_status(200);
    }
    let _ = office.story.people[1].get(&format!("{REPORTS}/4")).await.expect_status(404);
}

async fn each_contact_gets_one_letter(office: &mut Office) {
    let letters = office.letters(2).await;
    assert_eq!(letters.len(), 2, "{letters:?}");
    let letter = letters.iter().find(|it| it.to_lowercase().contains(&CARITAS.to_lowercase()));
    let letter = letter.expect("a letter to the partner");
    for says in ["2 Berichte", "Sprechstunde im Quartier:", "Lernwerkstatt:", "3. Quartal 2026"] {
        assert!(letter.contains(says), "{says}: {letter}");
    }
    assert!(!letter.contains("Nachbarschaftscafé"), "nobody there reports for it: {letter}");
    let (_, first) = letter.split_once("/l/").expect("a link");
    let second = link_in(first);
    let first = link_in(letter);
    assert_ne!(first, second);
    for (link, title) in [(first, "Lernwerkstatt"), (second, "Sprechstunde im Quartier")] {
        let page = office.partner().get(&link).await.expect_status(200);
        let other = if title == "Lernwerkstatt" { "Sprechstunde" } else { "Lernwerkstatt" };
        let text = page.body_text();
        let is_one = text.contains(title) != text.contains(other);
        assert!(is_one, "a link opens one report only: {text}");
    }
    let own = letters.iter().find(|it| it.contains("To: jugend@wahl.example"));
    assert!(own.expect("a letter to the Stelle").contains("3 Berichte"));
}

async fn only_what_is_missing_is_asked_for(office: &mut Office) {
    let youth = &mut office.story.people[1];
    let mut first = wanted("2099-12-31");
    set(&mut first, "zeitraum", "2026q2");
    let mut one = first.clone();
    one.retain(|it| it.1 != "2" && it.1 != "3");
    let _ = youth.post(ASK, ASK, &plain(&one)).await.expect_status(303);
    let _ = youth.post(ASK, ASK, &plain(&first)).await.expect_status(303);
    let _ = youth.get(&format!("{REPORTS}/6")).await.expect_status(200);
    let _ = youth.get(&format!("{REPORTS}/7")).await.expect_status(404);
    let refused = youth.post(ASK, ASK, &plain(&first)).await.expect_status(422);
    assert!(refused.body_text().contains("bei allen gewählten Maßnahmen schon gefragt"));
}
