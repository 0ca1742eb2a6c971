//! Independence: three people, two rounds, and everything that somebody might try.

use ankunft_platform::changes;
use ankunft_platform::permission::Role;
use ankunft_testkit::{Browser, Page};
use serde_json::Value;

use crate::common::desk::{BASE, Story, criteria_of, person, plain};

const TEAM: [&str; 3] = ["Stadtentwicklung", "Jugend", "Wohnen"];
const FIVES: [[u8; 3]; 4] = [[5, 1, 3]; 4];
const ONES: [[u8; 3]; 4] = [[1, 5, 3]; 4];
const EVEN: [u8; 4] = [3; 4];

/// Four criteria are left of the usual five, as many as the ballots of this story answer.
pub async fn retire_one(story: &mut Story) {
    let page = format!("{BASE}/kriterien");
    let shown = story.people[0].get(&page).await.expect_status(200);
    let id = shown.attributes("input[name=streichen]", "value")[4].clone();
    let mut form = crate::common::desk::inputs(&shown, "input[name^=name-]");
    form.push(("streichen".to_owned(), id));
    let _ = story.people[0].post(&page, &page, &plain(&form)).await.expect_status(303);
}

/// Each page that could say what somebody scored.
async fn pages(browser: &mut Browser) -> Vec<Page> {
    let mut all = Vec::new();
    for address in
        ["", "/runde", "/ergebnis", "/ergebnis/json", "/kriterien", "/1", "/entscheidung"]
    {
        all.push(browser.get(&format!("{BASE}{address}")).await);
    }
    all.push(browser.get("/musterstadt").await);
    all
}

async fn nobody_sees_anything(story: &mut Story) {
    let mut readers = story.people.to_vec();
    for role in ["coordination", "statistics-office", "department", "research"] {
        let email = format!("{role}@leser.example");
        readers.push(Browser::log_in(&story.demo.app, &email, "de").await);
    }
    for mut reader in readers {
        for page in pages(&mut reader).await {
            let text = page.body_text();
            for word in
                ["Median", "von 100 denkbaren", "auseinander:", "\"median\"", "svg class=\"punkte"]
            {
                assert!(!text.contains(word), "{word} at {}", page.address);
            }
            if page.address.ends_with("/json") {
                assert_eq!(text, "null", "{}", page.address);
            }
        }
        assert_eq!(reader.get(&format!("{BASE}/ergebnis/1")).await.status, 404);
        assert_eq!(reader.get(&format!("{BASE}/ergebnis/1/json")).await.status, 404);
    }
}

pub async fn independent(mut story: Story) {
    story.propose().await;
    retire_one(&mut story).await;
    a_round_is_opened_with_people_and_a_day(&mut story).await;
    nothing_is_chosen_beforehand(&mut story).await;
    only_who_is_invited_scores(&mut story).await;
    story.hand_in(0, FIVES, EVEN).await;
    nobody_sees_anything(&mut story).await;
    // One's own may be changed, and that shows nothing either.
    story.hand_in(0, ONES, EVEN).await;
    story.hand_in(1, FIVES, EVEN).await;
    nobody_sees_anything(&mut story).await;
    closing_early_says_why(&mut story).await;
    story.hand_in(2, FIVES, EVEN).await;
    nobody_sees_anything(&mut story).await;
    let _ = story.close_round("").await.expect_status(303);
    what_is_closed_is_closed(&mut story).await;
    a_later_round_leaves_the_earlier_one(&mut story).await;
}

async fn a_round_is_opened_with_people_and_a_day(story: &mut Story) {
    let page = format!("{BASE}/runde");
    let shown = story.people[0].get(&page).await.expect_status(200);
    assert!(shown.text("main").contains("Zurzeit läuft keine Bewertungsrunde."));
    assert!(shown.attributes("input[name=eingeladen][checked]", "value").is_empty());
    let boxes = shown.texts("input[name=eingeladen] + label");
    assert!(TEAM.iter().all(|it| boxes.iter().any(|name| name == it)), "{boxes:?}");
    assert!(!boxes.iter().any(|it| it.contains("Statistik")), "who may not score: {boxes:?}");
    let refused = story.open_round(&[], "2020-01-01").await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "a day that is over, and nobody");
    assert!(refused.attribute("#feld-bis", "value").is_some_and(|it| it == "2020-01-01"));
    let _ = story.open_round(&TEAM[..2], "2999-12-11").await.expect_status(303);
    // The button was pressed twice.
    let form = [("bis", "2999-12-11"), ("eingeladen", "1")];
    let twice = story.people[0].post(&page, &page, &form).await.expect_status(422);
    assert!(twice.text("main").contains("Es läuft schon eine Runde."));
    // One more, and a day more.
    let shown = story.people[0].get(&page).await.expect_status(200);
    let account = crate::common::desk::account_of(&shown, "Wohnen");
    let more = [("runde", "1"), ("bis", "2999-12-12"), ("eingeladen", account.as_str())];
    let to = format!("{page}/aendern");
    let _ = story.people[0].post(&page, &to, &more).await.expect_status(303);
    let shown = story.people[1].get(&page).await.expect_status(200).text("main");
    assert!(shown.contains("Von 3 Personen hat noch niemand bewertet, bis 12.12.2999."));
    assert!(shown.contains("Jugend, Stadtentwicklung und Wohnen"), "{shown}");
    assert!(!shown.contains("schließen"), "that is for the coordination");
}

async fn nothing_is_chosen_beforehand(story: &mut Story) {
    let page = format!("{BASE}/bewertung");
    let shown = story.people[0].get(&page).await.expect_status(200);
    let chosen = shown.attributes(".bewertung option[selected]", "value");
    assert_eq!(chosen, vec![String::new(); 16], "neither points nor weights");
    let criterion = criteria_of(&shown)[1].clone();
    let round = shown.attribute("input[name=runde]", "value").expect("a round");
    let (first, weight) = (format!("punkte-1-{criterion}"), format!("gewicht-{criterion}"));
    let form = [("runde", round.as_str()), (&first, "4"), (&weight, "2")];
    let refused = story.people[0].post(&page, &page, &form).await.expect_status(422);
    let asked = refused.texts(".fehlerliste li");
    assert_eq!(asked.len(), 7, "points of four criteria, weights of three: {asked:?}");
    assert_eq!(refused.texts(".bewertung .feld-fehler").len(), 14, "each open question says so");
    let kept = refused.attribute(&format!("select[name={first}] option[selected]"), "value");
    assert_eq!(kept.as_deref(), Some("4"), "what was chosen stays");
    let two = format!("Ihre Antwort zu {} und {}", story.quarters[1].1, story.quarters[2].1);
    assert!(asked.iter().any(|it| it.contains(&two)), "{two} in {asked:?}");
}

async fn only_who_is_invited_scores(story: &mut Story) {
    let form = story.ballot(0, FIVES, EVEN).await;
    let page = format!("{BASE}/bewertung");
    let app = story.demo.app.clone();
    let mut other = person(&story.demo, "bau@wahl.example", "Bauamt", Role::Department).await;
    let shown = other.get(&page).await.expect_status(200);
    assert!(shown.text("main").contains("Zu dieser Runde sind Sie nicht eingeladen"));
    let refused = other.post(&page, &page, &plain(&form)).await.expect_status(422);
    assert!(refused.text("main").contains("nicht eingeladen"));
    let today = other.get("/musterstadt").await.body_text();
    assert!(!today.contains("Ihre Sicht fehlt noch"));
    let mut office = Browser::log_in(&app, "statistics-office@leser.example", "de").await;
    assert_eq!(office.post("/konto", &page, &plain(&form)).await.status, 404);
}

async fn closing_early_says_why(story: &mut Story) {
    let refused = story.close_round(" ").await.expect_status(422);
    assert!(refused.text("#feld-grund-fehler").contains("bevor alle bewertet haben"));
    assert!(refused.text("main").contains("2 von 3 haben bewertet"), "it is still open");
    let decide = format!("{BASE}/entscheidung");
    let refused = story.people[0].post(&decide, &decide, &[("gewaehlt", "1")]).await;
    assert!(refused.expect_status(422).text("main").contains("Eine Bewertungsrunde läuft noch"));
}

async fn what_is_closed_is_closed(story: &mut Story) {
    let before = story.result(0).await;
    assert_eq!((&before["people"], &before["draws"]), (&3.into(), &10_000.into()));
    assert_eq!(before["candidates"][0]["points"][0]["low"], 1.0, "the changed one counts");
    let criteria: Vec<String> = {
        let page = story.people[0].get(&format!("{BASE}/kriterien")).await.expect_status(200);
        let names = page.attributes("input[name^=name-]", "name");
        names.iter().map(|it| it.trim_start_matches("name-").to_owned()).take(4).collect()
    };
    let mut form = vec![("runde".to_owned(), "1".to_owned())];
    for it in &criteria {
        form.extend((1..=3).map(|candidate| (format!("punkte-{candidate}-{it}"), "5".to_owned())));
        form.push((format!("gewicht-{it}"), "5".to_owned()));
    }
    let page = format!("{BASE}/bewertung");
    for person in 0..3 {
        let late = story.people[person].post(&page, &page, &plain(&form)).await.expect_status(422);
        assert!(late.text("main").contains("kam zu spät"), "a sentence, not a form");
        assert_eq!(story.result(person).await, before, "the same bits for everybody");
    }
    let again = story.people[0]
        .post(
            &page,
            &format!("{BASE}/runde/schliessen"),
            &[("runde", "1"), ("grund", "noch einmal")],
        )
        .await
        .expect_status(422);
    assert!(again.text("main").contains("Diese Runde ist schon geschlossen."));
    let mut research = Browser::log_in(&story.demo.app, "research@leser.example", "de").await;
    let seen = research.get(&format!("{BASE}/ergebnis")).await.expect_status(200).text("main");
    assert!(seen.contains("3 von 3 haben bewertet."), "{seen}");
}

async fn a_later_round_leaves_the_earlier_one(story: &mut Story) {
    let first = story.result(0).await;
    for number in [1, 2] {
        let _ = story.step(number, "presented", "").await.expect_status(303);
        let _ = story.step(number, "agreed", "").await.expect_status(303);
    }
    let _ = story.open_round(&TEAM, "2999-12-12").await.expect_status(303);
    assert_eq!(story.result(0).await, Value::Null, "the second one shows nothing");
    let page = story.people[0].get(&format!("{BASE}/ergebnis")).await.expect_status(200);
    assert_eq!(page.attributes("main a[href$='/ergebnis/1']", "href").len(), 1);
    story.hand_in(1, FIVES, EVEN).await;
    let kept = story.people[2].get(&format!("{BASE}/ergebnis/1/json")).await.expect_status(200);
    let kept: Value = serde_json::from_slice(&kept.body).expect("JSON");
    assert_eq!(kept, first, "the first one stays as it was");
    let why = "Zwei sind bis Januar nicht da.";
    let done = story.close_round(why).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{BASE}/ergebnis/2")));
    for address in ["/runde", "/ergebnis"] {
        let seen = story.people[1].get(&format!("{BASE}{address}")).await.expect_status(200);
        assert!(seen.text("main").contains(&format!("Vorzeitig geschlossen: {why}")), "{address}");
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let log = {
        let mut read = story.demo.app.store.read().await.expect("a connection");
        changes::newest(&mut read, tenant, Some(("scoring-round", "2")), 10).await.expect("a log")
    };
    assert!(log.iter().any(|it| it.action == "round.close" && it.note == why), "{log:?}");
    decided_by_the_newest_round(story).await;
}

async fn decided_by_the_newest_round(story: &mut Story) {
    let newest = story.result(0).await;
    assert_eq!(newest["people"], 1);
    let address = format!("{BASE}/entscheidung?gewaehlt=1");
    let mut form = crate::common::desk::form_of(story, &address).await;
    for (name, value) in [
        ("stelle", "Stadtrat"),
        ("grund", "Darum."),
        ("tag", "2026-02-01"),
        ("oeffentlich", "nein"),
    ] {
        crate::common::desk::set(&mut form, name, value);
    }
    let to = format!("{BASE}/entscheidung");
    let _ = story.people[0].post(&address, &to, &plain(&form)).await.expect_status(303);
    assert_eq!(story.decision(1).await["result"], newest);
    for number in [1, 2] {
        let page = story.people[1].get(&format!("{BASE}/ergebnis/{number}")).await;
        assert!(page.expect_status(200).text("main").contains("Danach fiel Entscheidung 1."));
    }
    assert_eq!(story.result(2).await, newest, "the result is that of the decision");
}
