//! What follows from a meeting: tasks, closed minutes, the thread, and corrections.

use ankunft_platform::changes;
use ankunft_testkit::Page;

use super::meeting::{choice, item};
use super::{BODIES, BODY, MEETING};
use crate::common::desk::{Story, plain};

const TASK: &str = "/musterstadt/gremien/aufgaben/1";
const PICKER: &str = "/musterstadt/befunde/meeting-decision/1-1-2";

pub async fn tasks_are_given_and_done(story: &mut Story) {
    let page = story.people[1].get(MEETING).await.expect_status(200);
    let post = choice(&page, "stelle-2", "Wohnen");
    let to = format!("{MEETING}/punkte/2/aufgaben");
    let wrong = [("aufgabe-2", "Schließdienst klären"), ("bis-2", "bald")];
    let refused = story.people[1].post(MEETING, &to, &wrong).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "no Stelle, no day");
    assert!(
        refused
            .attribute("input[name=aufgabe-2]", "value")
            .is_some_and(|it| it.contains("Schließ"))
    );
    let right =
        [("aufgabe-2", "Schließdienst klären"), ("stelle-2", &post), ("bis-2", "1.12.2025")];
    let _ = story.people[1].post(MEETING, &to, &right).await.expect_status(303);
    let other = [("aufgabe-2", "Licht prüfen"), ("stelle-2", &post), ("bis-2", "1.12.2099")];
    let _ = story.people[1].post(MEETING, &to, &other).await.expect_status(303);
    // It stands in the morning of its Stelle, and of nobody else.
    let morning = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(morning.body_text().contains("Überfällige Aufgabe: Schließdienst klären"));
    let morning = story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(!morning.body_text().contains("Schließdienst"));
    let list = story.people[2].get(BODIES).await.expect_status(200);
    assert!(list.body_text().contains("Eine Aufgabe ist überfällig."));
    let empty = [("version", "1"), ("absicht", "erledigt"), ("weil", "")];
    let _ = story.people[2].post(TASK, TASK, &empty).await.expect_status(422);
    one_of_many_does_it(story).await;
    let page = story.people[0].get(TASK).await.expect_status(200);
    assert!(page.body_text().contains("Erledigt, weil: vereinbart"));
    let morning = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(!morning.body_text().contains("Überfällige Aufgabe: Schließdienst"));
}

/// 64 say at once that it is done: one takes effect.
async fn one_of_many_does_it(story: &mut Story) {
    let mut tasks = Vec::new();
    for number in 0..64 {
        let mut browser = story.people[2].clone();
        tasks.push(tokio::spawn(async move {
            let because = format!("vereinbart {number}");
            let form = [("version", "1"), ("absicht", "erledigt"), ("weil", because.as_str())];
            browser.post(TASK, TASK, &form).await.status.as_u16()
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
}

pub async fn minutes_are_closed_once(story: &mut Story) {
    let close = format!("{MEETING}/abschliessen");
    let _ = story.people[2].post(MEETING, &close, &[]).await.expect_status(403);
    let (mut tasks, mut takes) = (Vec::new(), Vec::new());
    for number in 0..64 {
        if number % 4 == 0 {
            let mut browser = story.people[1].clone();
            takes.push(tokio::spawn(async move {
                let form = [("art", "observation"), ("ding", "1")];
                browser.post(MEETING, PICKER, &form).await.status.as_u16()
            }));
        }
        let (mut browser, to) = (story.people[1].clone(), close.clone());
        tasks.push(tokio::spawn(
            async move { browser.post(MEETING, &to, &[]).await.status.as_u16() },
        ));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    for take in takes {
        assert!([303, 422].contains(&take.await.expect("no panic")));
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await;
    let log = log.expect("a log");
    let closed: Vec<_> = log.iter().filter(|it| it.action == "meeting.close").collect();
    assert_eq!(closed.len(), 1, "one of 64 took effect");
    let mut since = log.iter().take_while(|it| it.action != "meeting.close");
    let is_late =
        |it: &changes::Recorded| it.action == "citation.place" && it.request != closed[0].request;
    assert!(!since.any(is_late), "what is closed rests on what it rested on");
    drop(read);
    let page = story.people[1].get(MEETING).await.expect_status(200);
    assert!(page.body_text().contains("Abgeschlossen von Jugend"));
    let points = format!("{MEETING}/punkte");
    let _ =
        story.people[1].post(MEETING, &points, &[("punkt", "Nachtrag")]).await.expect_status(422);
    let edit = format!("{MEETING}/aendern");
    let _ = story.people[1].get(&edit).await.expect_status(422);
}

pub async fn the_thread_runs_by_itself(story: &mut Story) {
    // The observation is the reason of the decision, and the task follows from it.
    let page = story.people[2].get("/musterstadt/faden/observation/1").await.expect_status(200);
    let stage = |at: usize| page.text(&format!(".faden > li:nth-child({at})"));
    assert!(stage(1).contains("Dunkles Treppenhaus"));
    assert!(
        stage(2).contains("Die Wohnungsaufsicht geht ins Haus. Einstimmig angenommen."),
        "{}",
        stage(2)
    );
    assert!(stage(3).contains("Licht prüfen") && stage(3).contains("Schließdienst klären"));
    // The decision about a measure is among its reasons.
    let page = story.people[2].get("/musterstadt/faden/measure/1").await.expect_status(200);
    assert!(page.text(".faden > li:nth-child(2)").contains("Beschluss: Sprechstunde im Quartier"));
    assert!(page.body_text().contains("eine Entscheidung und keine Zusage"));
    let page = story.people[2].get("/musterstadt/steuerung/massnahmen/1").await.expect_status(200);
    assert!(page.text(".knapp-befunde").contains("Die Sprechstunde wird bis Sommer eingerichtet."));
    let page = story.people[2].get(&format!("{BODIES}/beobachtungen/1")).await.expect_status(200);
    assert!(page.body_text().contains("Dazu ist etwas beschlossen."));
    assert!(page.body_text().contains("Die Wohnungsaufsicht geht ins Haus."));
    // What is answered is proposed no more.
    let new = format!("{BODY}/sitzungen/neu");
    let next = [("tag", "1.12.2026"), ("von", "17:00"), ("bis", "19:00")];
    let done = story.people[1].post(&new, &new, &next).await.expect_status(303);
    let page = story.people[1].get(&done.location().expect("a meeting")).await.expect_status(200);
    let open = page.texts("#offenes ~ ul li b");
    assert!(!open.contains(&"Dunkles Treppenhaus".to_owned()), "{open:?}");
    assert!(open.contains(&"Licht prüfen".to_owned()), "an open task is proposed: {open:?}");
    assert!(!open.contains(&"Schließdienst klären".to_owned()));
}

pub async fn a_correction_is_a_version(story: &mut Story) {
    let first = format!("{MEETING}/punkte/1");
    let fields = |reason| {
        item(
            1,
            2,
            &[
                ("titel", "Sprechstunde im Quartier"),
                ("protokoll", "Beraten."),
                ("beschluss", "Die Sprechstunde wird bis Herbst eingerichtet."),
                ("abstimmung", "counted"),
                ("ja", "7"),
                ("nein", "1"),
                ("enthaltung", "2"),
                ("grund", reason),
            ],
        )
    };
    let _ = story.people[1].post(MEETING, &first, &plain(&fields(""))).await.expect_status(422);
    let done = fields("falsch mitgeschrieben");
    let _ = story.people[1].post(MEETING, &first, &plain(&done)).await.expect_status(303);
    let page = story.people[2].get(MEETING).await.expect_status(200);
    assert!(page.body_text().contains("falsch mitgeschrieben"));
    assert!(page.body_text().contains("bis Herbst"));
    // What was cited stays as it was seen, and says that it has changed.
    let page = story.people[2].get("/musterstadt/steuerung/massnahmen/1").await.expect_status(200);
    let reasons = page.text(".knapp-befunde");
    assert!(reasons.contains("bis Sommer"), "{reasons}");
    assert!(reasons.contains("geändert") || reasons.contains("Herbst"), "{reasons}");
}

/// However many minutes of a body are open, the morning says one line.
pub async fn open_minutes_are_one_line(story: &mut Story) {
    let new = format!("{BODY}/sitzungen/neu");
    for day in ["2.2.2025", "3.2.2025", "4.2.2025"] {
        let called = [("tag", day), ("von", "17:00"), ("bis", "19:00")];
        let _ = story.people[1].post(&new, &new, &called).await.expect_status(303);
    }
    let morning = story.people[1].get("/musterstadt").await.expect_status(200);
    let text = morning.body_text();
    let told = text.matches("noch offen: Lenkungsgruppe").count();
    assert_eq!(told, 1, "{text}");
    assert!(text.contains("das älteste vom 02.02.2025"), "{text}");
    assert!(!text.contains("Das Protokoll von Lenkungsgruppe"), "{text}");
}

/// Minutes of what has not begun, and such in which nothing stands, are closed by nobody; the page says
/// when they can be.
async fn nothing_is_closed_before_its_time(story: &mut Story, body: &str, ahead: &Page) {
    let new = format!("{body}/sitzungen/neu");
    let past = [("tag", "2.11.2026"), ("von", "17:00"), ("bis", "19:00")];
    let done = story.people[0].post(&new, &new, &past).await.expect_status(303);
    let empty = story.people[0].get(&done.location().expect("a meeting")).await;
    for (page, why) in [(ahead, "ab dem Tag der Sitzung"), (&empty, "sobald etwas auf")] {
        assert!(page.text("main").contains(why), "{}", page.text("main"));
        let close = format!("{}/abschliessen", page.address);
        assert!(
            page.attributes(&format!("button[formaction^='{close}']"), "formaction").is_empty()
        );
        let refused = story.people[0].post(&page.address, &close, &[]).await.expect_status(422);
        assert!(refused.body_text().contains(why), "{}", refused.body_text());
        let page = story.people[0].get(&page.address).await;
        assert!(!page.body_text().contains("Abgeschlossen von"));
    }
}

/// A body with a quarter is proposed what is open there; the rest of the city is one press away.
pub async fn a_body_has_a_place(story: &mut Story) {
    let new = format!("{BODIES}/neu");
    let page = story.people[0].get(&new).await.expect_status(200);
    let quarter = story.quarters[0].1.clone();
    let here = choice(&page, "quartier-0", &quarter);
    let fields = |place: &'static str| {
        vec![("name", "Quartierskonferenz"), ("art", "quarter"), ("quartier-0", place)]
    };
    let refused = story.people[0].post(&new, &new, &fields("nirgends:1")).await.expect_status(422);
    assert!(refused.body_text().contains("Dieses Quartier gibt es nicht."));
    let twice = [&fields("")[..2], &[("quartier-0", &*here), ("quartier-2", &*here)]].concat();
    let refused = story.people[0].post(&new, &new, &twice).await.expect_status(422);
    assert!(refused.text(".fehlerliste").contains("Dieses Quartier steht weiter oben schon."));
    let chosen = "select[name=quartier-2] option[selected]";
    assert_eq!(
        refused.attribute(chosen, "value").as_ref(),
        Some(&here),
        "it stays as it was chosen"
    );
    let form = [("name", "Quartierskonferenz"), ("art", "quarter"), ("quartier-0", &*here)];
    let done = story.people[0].post(&new, &new, &form).await.expect_status(303);
    let body = done.location().expect("its page");
    let page = story.people[0].get(&body).await.expect_status(200);
    assert!(page.text(".paare").contains(&quarter), "the page says for whom it is there");
    let list = story.people[0].get(BODIES).await.expect_status(200);
    assert!(list.body_text().contains(&quarter));
    for (title, place) in [("Kein Licht am Spielplatz", &*here), ("Wege anderswo", "stadt")] {
        let seen = [
            ("titel", title),
            ("was", "Gesehen."),
            ("quartier", place),
            ("wie-oft", "jede Woche"),
            ("gremium", ""),
        ];
        let note = format!("{BODIES}/beobachtungen/neu");
        let _ = story.people[0].post(&note, &note, &seen).await.expect_status(303);
    }
    let call = format!("{body}/sitzungen/neu");
    let called = [("tag", "2.12.2027"), ("von", "17:00"), ("bis", "19:00")];
    let done = story.people[0].post(&call, &call, &called).await.expect_status(303);
    let page = story.people[0].get(&done.location().expect("a meeting")).await.expect_status(200);
    nothing_is_closed_before_its_time(story, &body, &page).await;
    let (near, all) = (page.texts("#offenes ~ ul li b"), page.texts("#aus-der-stadt li b"));
    assert_eq!(near, ["Kein Licht am Spielplatz"], "{all:?}");
    assert!(all.contains(&"Wege anderswo".to_owned()), "{all:?}");
    // Every body without a place sees all of it.
    let page = story.people[1].get(MEETING).await.expect_status(200);
    assert!(page.texts("#aus-der-stadt li b").is_empty());
    let quarter = story.people[0].get(&story.profile(0)).await.expect_status(200);
    assert!(quarter.body_text().contains("Quartierskonferenz"), "the quarter's page tells of it");
    assert!(quarter.body_text().contains("Nächste Sitzung: 02.12.2027"));
    let edit = format!("{body}/aendern");
    let form = [("version", "1"), ("name", "Quartierskonferenz"), ("art", "quarter")];
    let _ = story.people[0].post(&edit, &edit, &form).await.expect_status(303);
    let page = story.people[0].get(&body).await.expect_status(200);
    assert!(!page.text(".paare").contains("Quartier:"), "{}", page.text(".paare"));
}

/// A task of an item without a decision waits for one while the minutes are open, and not any more.
pub async fn a_task_without_a_decision_says_so(story: &mut Story) {
    let new = format!("{BODY}/sitzungen/neu");
    let called = [("tag", "3.11.2026"), ("von", "17:00"), ("bis", "19:00")];
    let done = story.people[1].post(&new, &new, &called).await.expect_status(303);
    let meeting = done.location().expect("a meeting");
    let item = [("punkt", "Verschiedenes")];
    let points = format!("{meeting}/punkte");
    let _ = story.people[1].post(&meeting, &points, &item).await.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    let post = choice(&page, "stelle-1", "Wohnen");
    let task = [("aufgabe-1", "Plakate hängen"), ("stelle-1", &post), ("bis-1", "1.12.2099")];
    let to = format!("{points}/1/aufgaben");
    let _ = story.people[1].post(&meeting, &to, &task).await.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    let task = page.attribute("#punkt-1 .auftraege a", "href").expect("a task");
    let promise = "sobald das Protokoll abgeschlossen ist";
    let text = story.people[2].get(&task).await.expect_status(200).body_text();
    assert!(text.contains(promise), "{text}");
    let close = format!("{meeting}/abschliessen");
    let _ = story.people[1].post(&meeting, &close, &[]).await.expect_status(303);
    let text = story.people[2].get(&task).await.expect_status(200).body_text();
    assert!(!text.contains(promise), "{text}");
    assert!(text.contains("stand zu diesem Punkt kein Beschluss"), "{text}");
}
