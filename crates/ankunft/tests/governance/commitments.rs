//! A mayor signs a Letter of Intent: what was promised stands against what was done.

use ankunft_platform::changes;
use ankunft_testkit::Page;

use crate::common::Reader;
use crate::common::desk::Story;

const ALL: &str = "/musterstadt/steuerung/zusagen";
const NEW: &str = "/musterstadt/steuerung/zusagen/neu";
const ONE: &str = "/musterstadt/steuerung/zusagen/1";

#[tokio::test]
async fn what_was_promised_stands_against_what_was_done() {
    promises(Story::new().await).await;
}

#[tokio::test]
async fn what_was_promised_stands_against_what_was_done_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        promises(Story::at(address).await).await;
    }
}

async fn promises(mut story: Story) {
    a_letter_is_written_down(&mut story).await;
    promises_have_who_and_when(&mut story).await;
    a_measure_keeps_a_promise(&mut story).await;
    a_promise_is_kept_for_a_reason_and_once(&mut story).await;
    the_signed_paper_is_attached(&mut story).await;
    two_who_save_at_once_see_the_difference(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn post(story: &mut Story, at: &str, to: &str, form: &[(&str, &str)]) -> Page {
    story.people[0].post(at, to, form).await
}

const LETTER: [(&str, &str); 9] = [
    ("art", "intent"),
    ("titel", "Modellkommune werden"),
    ("beteiligte", "Stadt Musterstadt\nDeutsches Institut für Urbanistik"),
    ("unterschrift", "Oberbürgermeisterin"),
    ("umfang", "Die Stadt wird begleitet und benennt eine federführende Stelle."),
    ("stand", "signed"),
    ("unterschrieben", "14.02.2024"),
    ("ab", "2024-03-01"),
    ("bis", "2026-04-30"),
];

fn letter(name: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    LETTER.into_iter().map(|it| if it.0 == name { (it.0, value) } else { it }).collect()
}

async fn a_letter_is_written_down(story: &mut Story) {
    let wrong = letter("bis", "2023-01-01");
    let refused = post(story, NEW, NEW, &wrong).await.expect_status(422);
    assert!(refused.body_text().contains("Das Ende liegt vor dem Beginn."));
    let wrong = letter("unterschrieben", "");
    let refused = post(story, NEW, NEW, &wrong).await.expect_status(422);
    assert!(refused.body_text().contains("Wann wurde unterschrieben?"));
    assert!(refused.body_text().contains("Deutsches Institut"), "what was typed stays");
    let _ = post(story, NEW, NEW, &LETTER).await.expect_status(303);
    let page = story.people[1].get(ONE).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Beteiligt: Stadt Musterstadt und Deutsches Institut"));
    let _ = story.people[1].get(NEW).await.expect_status(403);
}

async fn promises_have_who_and_when(story: &mut Story) {
    let to = format!("{ONE}/versprechen");
    let foreign = [("text", "Räume öffnen"), ("wer", "Ein Fremder"), ("stelle", ""), ("bis", "")];
    let refused = post(story, ONE, &to, &foreign).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie, wer es versprochen hat."));
    let page = story.people[0].get(ONE).await;
    let desks = page.attributes("select[name=stelle] option", "value");
    let first = [
        ("text", "Ein Stadtteilbüro öffnen"),
        ("wer", "Stadt Musterstadt"),
        ("stelle", desks[1].as_str()),
        ("bis", "2025-12-31"),
    ];
    let _ = post(story, ONE, &to, &first).await.expect_status(303);
    let second = [
        ("text", "Zwei Werkstätten im Jahr"),
        ("wer", "Deutsches Institut für Urbanistik"),
        ("stelle", ""),
        ("bis", ""),
    ];
    let _ = post(story, ONE, &to, &second).await.expect_status(303);
    let list = story.people[1].get(ALL).await.expect_status(200).body_text();
    assert!(list.contains("Von 2 Versprechen ist noch keines eingelöst."), "{list}");
    assert!(list.contains("der Termin ist verstrichen: Ein Stadtteilbüro öffnen"));
    assert!(list.contains("Ohne Termin: Zwei Werkstätten im Jahr"));
}

async fn a_measure_keeps_a_promise(story: &mut Story) {
    let new = "/musterstadt/steuerung/massnahmen/neu";
    let page = story.people[0].get(new).await.expect_status(200);
    let desks = page.attributes("select[name=federfuehrung] option", "value");
    let quarter = format!("quartier:{}", story.quarters[0].0);
    let form = [
        ("titel", "Stadtteilbüro am Markt"),
        ("quartier", quarter.as_str()),
        ("federfuehrung", desks[1].as_str()),
        ("bis", "2027-06-30"),
        ("woran", "Vierzig Beratungen im Monat"),
        ("stand", "running"),
    ];
    let _ = post(story, new, new, &form).await.expect_status(303);
    let page = "/musterstadt/steuerung/zusagen/1/versprechen/1";
    let to = format!("{page}/massnahme");
    let refused = post(story, page, &to, &[("massnahme", "99")]).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie eine Maßnahme."));
    let _ = post(story, page, &to, &[("massnahme", "1")]).await.expect_status(303);
    what_it_rests_on_is_taken_out_where_it_stands(story, page).await;
    let page = story.people[0].get(ONE).await.body_text();
    assert!(page.contains("Getan: Stadtteilbüro am Markt (läuft)"), "{page}");
    // Nobody opened a citation: from the letter to the measure and back.
    for address in ["/musterstadt/faden/commitment/1", "/musterstadt/faden/measure/1"] {
        let thread = story.people[0].get(address).await.expect_status(200).body_text();
        for said in ["Modellkommune werden", "Ein Stadtteilbüro öffnen", "Stadtteilbüro am Markt"]
        {
            assert!(thread.contains(said), "{said} at {address}: {thread}");
        }
    }
}

async fn what_it_rests_on_is_taken_out_where_it_stands(story: &mut Story, promise: &str) {
    let search = "/musterstadt/befunde/promise/1";
    let found = story.people[0].get(&format!("{search}?suche=Stadtteilbüro")).await;
    assert!(found.expect_status(200).body_text().contains("Stadtteilbüro am Markt"));
    let taken = [("art", "measure"), ("ding", "1")];
    let _ = post(story, search, search, &taken).await.expect_status(303);
    let shown = story.people[0].get(promise).await.expect_status(200);
    let out = format!("{search}/weg");
    let form = format!("form[action='{out}']");
    let codes = shown.attributes(&format!("{form} input[name=befund]"), "value");
    let titles = shown.texts(&format!("{form} button"));
    let at = titles.iter().position(|it| it.contains("Stadtteilbüro am Markt")).expect("it");
    let back = shown.attributes(&format!("{form} input[name=zurueck]"), "value");
    let press = [("befund", &*codes[at]), ("zurueck", &*back[at])];
    let done = post(story, promise, &out, &press).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some(promise), "back where it was pressed");
    let left = story.people[0].get(promise).await.texts(&format!("{form} button"));
    assert!(!left.iter().any(|it| it.contains("Stadtteilbüro")), "{left:?}");
    let away = [("befund", &*codes[at]), ("zurueck", "//example.org")];
    let gone = post(story, promise, &out, &away).await;
    assert_eq!(gone.status, 404, "it is taken out once");
}

/// 64 say at once that a promise is kept: once it takes effect.
async fn a_promise_is_kept_for_a_reason_and_once(story: &mut Story) {
    let to = format!("{ONE}/versprechen/1");
    let form = [
        ("version", "1"),
        ("text", "Ein Stadtteilbüro öffnen"),
        ("wer", "Stadt Musterstadt"),
        ("stelle", ""),
        ("bis", "2025-12-31"),
        ("ergebnis", "kept"),
        ("weil", ""),
    ];
    let refused = post(story, &to, &to, &form).await.expect_status(422);
    assert!(refused.body_text().contains("Sagen Sie in einem Satz, warum."));
    let _ = story.people[0].get(&to).await;
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, to) = (story.people[0].clone(), to.clone());
        let because = format!("Eröffnet, Fassung {number}");
        tasks.push(tokio::spawn(async move {
            let mut form = form;
            form[6].1 = &because;
            browser.post(&to, &to, &form).await.status.as_u16()
        }));
    }
    let mut kept = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => kept += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(kept, 1);
    let page = story.people[1].get(ONE).await.expect_status(200).body_text();
    assert!(page.contains("Von 2 Versprechen ist eines eingelöst."), "{page}");
    assert!(page.contains("Weil: Eröffnet, Fassung"));
}

async fn the_signed_paper_is_attached(story: &mut Story) {
    let to = format!("{ONE}/urkunde");
    let program = story.people[0].upload(ONE, &to, "loi.pdf", b"MZ\x90\0").await.expect_status(422);
    assert!(program.body_text().contains("Das ist kein PDF, JPG oder PNG."));
    let _ =
        story.people[0].upload(ONE, &to, "loi.pdf", b"%PDF-1.7 signed").await.expect_status(303);
    let page = story.people[1].get(ONE).await.expect_status(200);
    let links = page.attributes("main a", "href");
    let link = links.into_iter().find(|it| it.contains("/urkunde/")).expect("a link");
    let file = story.people[1].get(&link).await.expect_status(200);
    assert_eq!(file.body, b"%PDF-1.7 signed");
    let called = file.headers.get("content-disposition").and_then(|it| it.to_str().ok());
    assert_eq!(called, Some("attachment; filename=\"zusage.pdf\""));
}

async fn two_who_save_at_once_see_the_difference(story: &mut Story) {
    let to = format!("{ONE}/aendern");
    let mut first = letter("bis", "2027-04-30");
    first.push(("version", "1"));
    let _ = post(story, &to, &to, &first).await.expect_status(303);
    let mut second = letter("unterschrift", "Der Beigeordnete");
    second.push(("version", "1"));
    let refused = post(story, &to, &to, &second).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat Stadtentwicklung diese Zusage geändert."), "{text}");
    assert!(text.contains("30.04.2027") && text.contains("30.04.2026"), "now, and before");
    assert_eq!(
        refused.attribute("[name=unterschrift]", "value").as_deref(),
        Some("Der Beigeordnete")
    );
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["commitment.add", "commitment.change", "promise.add", "promise.change"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    assert!(log.iter().all(|it| !it.note.contains("Stadtteilbüro")), "the log says no contents");
}

#[tokio::test]
async fn what_is_past_its_term_is_not_said_to_be_valid() {
    past_its_term(Story::new().await).await;
}

#[tokio::test]
async fn what_is_past_its_term_is_not_said_to_be_valid_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        past_its_term(Story::at(address).await).await;
    }
}

const OVER: &str = "Laufzeit beendet am 30.06.2024";

async fn text(story: &mut Story, person: usize, address: &str) -> String {
    let page = story.people[person].get(address).await.expect_status(200);
    page.body_text().replace('\u{a0}', " ")
}

async fn past_its_term(mut story: Story) {
    let over = letter("bis", "2024-06-30");
    let _ = post(&mut story, NEW, NEW, &over).await.expect_status(303);
    promises_have_who_and_when(&mut story).await;
    let list = text(&mut story, 1, ALL).await;
    assert!(list.contains(OVER) && !list.contains("unterschrieben"), "{list}");
    for (person, todo) in [(0, true), (1, false)] {
        let one = text(&mut story, person, ONE).await;
        assert!(one.contains(OVER), "{one}");
        assert_eq!(one.contains("Verlängern Sie die Zusage"), todo, "who can is told what to do");
    }
    // Where it is cited and chosen.
    for address in ["/musterstadt/faden/commitment/1", "/musterstadt/faden/promise/1"] {
        let thread = text(&mut story, 1, address).await;
        assert!(thread.contains(OVER), "{address}: {thread}");
    }
    let found = text(&mut story, 0, "/musterstadt/befunde/promise/1?suche=Modellkommune").await;
    assert!(found.contains(OVER), "{found}");
    // The Stelle that wrote it down is asked, once, until it is renewed or closed.
    let asks = "Verlängern Sie „Modellkommune werden“";
    let board = text(&mut story, 0, "/musterstadt").await;
    assert_eq!(board.matches(asks).count(), 1, "{board}");
    assert!(!text(&mut story, 1, "/musterstadt").await.contains(asks));
    let to = format!("{ONE}/aendern");
    let mut renewed = letter("bis", "2999-12-31");
    renewed.push(("version", "1"));
    let _ = post(&mut story, &to, &to, &renewed).await.expect_status(303);
    assert!(!text(&mut story, 0, "/musterstadt").await.contains(asks));
    let list = text(&mut story, 1, ALL).await;
    assert!(list.contains("unterschrieben") && !list.contains("Laufzeit beendet"), "{list}");
    let mut closed = letter("bis", "2024-06-30");
    closed.retain(|it| it.0 != "stand");
    closed.extend([("stand", "ended"), ("version", "2")]);
    let _ = post(&mut story, &to, &to, &closed).await.expect_status(303);
    let list = text(&mut story, 1, ALL).await;
    assert!(list.contains("beendet") && !list.contains("Laufzeit beendet"), "{list}");
    assert!(!text(&mut story, 0, "/musterstadt").await.contains(asks));
}

#[tokio::test]
async fn no_commitment_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    a_letter_is_written_down(&mut story).await;
    promises_have_who_and_when(&mut story).await;
    let _ = story.people[0]
        .upload(ONE, &format!("{ONE}/urkunde"), "loi.pdf", b"%PDF-1.7 Modellkommune werden")
        .await
        .expect_status(303);
    let page = story.people[0].get(ONE).await;
    let links = page.attributes("main a", "href");
    let paper = links.into_iter().find(|it| it.contains("/urkunde/")).expect("a link");
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [ALL, ONE, &paper, "/musterstadt/faden/commitment/1"] {
            let page = browser.get(address).await;
            let says = String::from_utf8_lossy(&page.body).contains("Modellkommune werden");
            assert_eq!(says, is_inside, "{} at {address}: {}", reader.name, page.status);
        }
    }
}
