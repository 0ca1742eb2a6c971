//! A Vorlage is decided where the minutes are written: its result, its vote and its citation come of
//! closing them.

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use super::meeting::{choice, item};
use super::resolving::no_form_lies_in_a_form;
use super::{BODY, MEETING};
use crate::common::desk::{Story, plain};

const NEW: &str = "/musterstadt/beschluesse/neu";
pub const PUBLIC: &str = "/musterstadt/beschluesse/oeffentlich";
const ENDS: &str = "/musterstadt/steuerung/lose-enden";

pub fn paper(number: i64) -> String {
    format!("/musterstadt/beschluesse/vorlagen/{number}")
}

/// A Vorlage that is to be decided by the body on a day, in public.
pub async fn draft(story: &mut Story, subject: &str, (day, kind): (&str, &str)) -> i64 {
    let page = story.people[0].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Stadtentwicklung");
    let form = [
        ("betreff", subject),
        ("federfuehrung", lead.as_str()),
        ("beschlussvorschlag", "Es wird so gemacht."),
    ];
    let done = story.people[0].post(NEW, NEW, &form).await.expect_status(303);
    let number = done.location().and_then(|it| it.rsplit('/').next()?.parse().ok());
    let number: i64 = number.expect("a number");
    let to = format!("{}/schritte", paper(number));
    let step = [("gremium", "1"), ("tag", day), ("schritt", kind), ("oeffentlich", "ja")];
    let _ = story.people[0].post(&paper(number), &to, &step).await.expect_status(303);
    number
}

/// A meeting of the body, a part of it in public.
pub async fn called(story: &mut Story, day: &str) -> String {
    let new = format!("{BODY}/sitzungen/neu");
    let form = [("tag", day), ("von", "17:00"), ("bis", "19:00"), ("oeffentlich", "ja")];
    let done = story.people[1].post(&new, &new, &form).await.expect_status(303);
    done.location().expect("a meeting")
}

pub async fn a_paper_is_decided_in_the_minutes(story: &mut Story) {
    let _ = called(story, "24.11.2026").await;
    for (subject, kind) in [
        ("Offene Räume", "deciding"),
        ("Geheimer Ankauf", "deciding"),
        ("Lange Bank", "deciding"),
        ("Bericht der Lotsen", "notice"),
    ] {
        let _ = draft(story, subject, ("25.11.2026", kind)).await;
    }
    let page = story.people[1].get(MEETING).await.expect_status(200);
    assert_eq!(page.texts("#offenes ~ ul li b").len(), 4, "what leads to this body");
    let points = format!("{MEETING}/punkte");
    for id in ["1", "2", "3", "4"] {
        let press = [("art", "paper"), ("ding", id)];
        let _ = story.people[1].post(MEETING, &points, &press).await.expect_status(303);
    }
    let page = story.people[2].get(MEETING).await.expect_status(200);
    let about = page.attributes(".tagesordnung .worum a", "href");
    assert_eq!(about[0], paper(1), "the item leads to its Vorlage");
    assert!(page.text(".tagesordnung > li:first-child").contains("Es wird so gemacht."));
    let write = |number: i64, title: &str, fields: &[(&str, &str)]| {
        let all: Vec<_> = [("titel", title)].into_iter().chain(fields.iter().copied()).collect();
        (format!("{points}/{number}"), item(number, 1, &all))
    };
    let against = [("abstimmung", "counted"), ("ja", "2"), ("nein", "9")];
    let against = [&[("ergebnis", "as-proposed")], against.as_slice()].concat();
    let (to, wrong) = write(1, "Offene Räume", &against);
    let refused = story.people[1].post(MEETING, &to, &plain(&wrong)).await.expect_status(422);
    assert!(refused.body_text().contains("nicht angenommen"), "the vote says otherwise");
    let vote =
        [("abstimmung", "counted"), ("ja", "7"), ("nein", "1"), ("enthaltung", "2")].as_slice();
    let proposed = [&[("ergebnis", "as-proposed"), ("oeffentlich", "ja")], vote].concat();
    // It was to be heard in public, and was not.
    let secret = [("ergebnis", "as-proposed"), ("oeffentlich", "nein"), ("abstimmung", "none")];
    let later = [("ergebnis", "postponed"), ("beschluss", "Vertagt."), ("abstimmung", "none")];
    let noted = [("protokoll", "Die Lotsen berichten."), ("abstimmung", "none")];
    for (to, form) in [
        write(1, "Offene Räume", &proposed),
        write(2, "Geheimer Ankauf", &secret),
        write(3, "Lange Bank", &later),
        write(4, "Bericht der Lotsen", &noted),
    ] {
        let _ = story.people[1].post(MEETING, &to, &plain(&form)).await.expect_status(303);
    }
    let page = story.people[2].get(MEETING).await.expect_status(200);
    let said = page.text(".tagesordnung > li:first-child .beschluss");
    assert!(said.contains("Es wird so gemacht."), "nobody types the wording again: {said}");
    closed_once(story).await;
    what_stands_at_the_papers(story).await;
    one_loose_end_for_one_decision(story).await;
    it_is_printed(story).await;
    it_is_not_proposed_again(story).await;
}

async fn it_is_not_proposed_again(story: &mut Story) {
    let soon = story.demo.app.today().saturating_add(jiff::Span::new().days(20));
    let next = called(story, &soon.strftime("%d.%m.%Y").to_string()).await;
    let invitation = story.people[1].get(&format!("{next}/papier/pdf")).await;
    if let Some(text) = text(&invitation.expect_status(200).body) {
        assert!(text.contains("Einladung und Tagesordnung"), "{text}");
    }
    let page = story.people[1].get(&next).await.expect_status(200);
    let open = page.texts("#offenes ~ ul li b");
    assert!(!open.iter().any(|it| it == "Offene Räume"), "it is decided: {open:?}");
}

async fn closed_once(story: &mut Story) {
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, to) = (story.people[1].clone(), format!("{MEETING}/abschliessen"));
        tasks.push(tokio::spawn(async move { browser.post(MEETING, &to, &[]).await.status }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic").as_u16(), 303);
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let count = |action: &str| log.iter().filter(|it| it.action == action).count();
    assert_eq!(count("meeting.close"), 1, "one of 64 took effect");
    assert_eq!(count("paper.resolve"), 4, "one for each Vorlage");
}

/// The minutes on paper, and what of them was heard in public on a paper that tells of nothing else.
async fn it_is_printed(story: &mut Story) {
    let docx = story.people[2].get(&format!("{MEETING}/papier/docx")).await.expect_status(200);
    assert!(docx.body.starts_with(b"PK"));
    let whole = story.people[2].get(&format!("{MEETING}/papier/pdf")).await.expect_status(200);
    let has = |text: &[u8]| whole.body.windows(text.len()).any(|it| it == text);
    assert!(has(b"<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
    let part = format!("{MEETING}/papier/pdf?teil=oeffentlich");
    let part = story.people[2].get(&part).await.expect_status(200);
    let Some((whole, part)) = text(&whole.body).zip(text(&part.body)) else { return };
    for said in
        ["Protokoll", "Offene Räume", "Geheimer Ankauf", "Vertagt.", "Die Lotsen berichten."]
    {
        assert!(whole.contains(said), "{said}: {whole}");
    }
    for said in ["Offene Räume", "Es wird so gemacht.", "Angenommen mit 7 Ja, 1 Nein"] {
        assert!(part.contains(said), "{said}: {part}");
    }
    for hidden in ["Geheim", "Lange Bank", "Lotsen", "TOP 2", "nicht öffentlich", "Jobcenter"] {
        assert!(!part.contains(hidden), "{hidden}: {part}");
    }
    let mut public = Browser::new(&story.demo.app, "de");
    let _ = public.get(&format!("{MEETING}/papier/pdf")).await.expect_status(404);
    let _ = story.people[2].get(&format!("{MEETING}/papier/odt")).await.expect_status(404);
}

/// The words of a PDF, however its lines break.
fn text(file: &[u8]) -> Option<String> {
    let text = crate::common::papers::text(file)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

async fn what_stands_at_the_papers(story: &mut Story) {
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Angenommen mit 7 Ja, 1 Nein, 2 Enthaltungen."), "{text}");
    assert!(text.contains("24.11.2026") && !text.contains("25.11.2026"), "on the day it was heard");
    let page = story.people[2].get(&paper(3)).await.expect_status(200);
    assert!(page.text("main").contains("vertagt"), "{}", page.text("main"));
    let page = story.people[2].get(&paper(4)).await.expect_status(200);
    assert!(page.text("main").contains("zur Kenntnis genommen"), "{}", page.text("main"));
    let mut public = Browser::new(&story.demo.app, "de");
    let page = public.get(PUBLIC).await.expect_status(200);
    let rows = page.texts("main tbody tr");
    assert_eq!(rows.len(), 1, "neither what was not heard in public nor what waits: {rows:?}");
    assert!(rows[0].contains("Offene Räume") && rows[0].contains("24.11.2026"));
    let link = page.attribute("main tbody a", "href").expect("a decision");
    let code = link.rsplit('/').next().expect("a code").to_owned();
    let thread = format!("/musterstadt/faden/resolution/{code}");
    let thread = story.people[2].get(&thread).await.expect_status(200);
    assert!(thread.attributes("main a[href*='/sitzungen/1#punkt-1']", "href").len() == 1);
}

async fn one_loose_end_for_one_decision(story: &mut Story) {
    let all = story.people[0].get(&format!("{ENDS}.json")).await.expect_status(200);
    let all: serde_json::Value = serde_json::from_slice(&all.body).expect("JSON");
    let open = all["open"].as_array().expect("a list").iter();
    let about = |word: &str| {
        let mine = open.clone().filter(|it| it["title"].as_str().is_some_and(|it| it == word));
        mine.map(|it| it["kind"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let both = ["ohne-massnahme", "ohne-papier"];
    assert_eq!(about("Offene Räume"), both, "of the Vorlage, and none of the meeting");
    assert_eq!(about("Lange Bank"), [""; 0], "what waits is no decision");
}

/// What a meeting saw and decided becomes a Vorlage; what it cannot decide goes to who can.
pub async fn it_goes_on_to_who_decides(story: &mut Story) {
    const OBSERVATION: &str = "/musterstadt/gremien/beobachtungen/1";
    let council = [("name", "Stadtrat"), ("art", "council")];
    let new = "/musterstadt/gremien/neu";
    let _ = story.people[0].post(new, new, &council).await.expect_status(303);
    let seen = [
        ("titel", "Dunkles Treppenhaus"),
        ("was", "Das Licht fehlt."),
        ("quartier", "stadt"),
        ("wie-oft", "jede Woche"),
        ("gremium", "1"),
    ];
    let note = super::NOTE;
    let _ = story.people[2].post(note, note, &seen).await.expect_status(303);
    let page = story.people[1].get(OBSERVATION).await.expect_status(200);
    let ways = page.attributes("main a", "href");
    let way = ways.iter().find(|it| it.starts_with(NEW)).expect("a way to a Vorlage").clone();
    let form = story.people[1].get(&way).await.expect_status(200);
    let from = form.attribute("form.formular input[name=aus]", "value");
    assert_eq!(from.as_deref(), Some("observation:1"));
    let empty = [("stand", "0"), ("gremium", "1"), ("grund", "")];
    let refused = story.people[1].post(OBSERVATION, OBSERVATION, &empty).await;
    assert_eq!(refused.expect_status(422).texts(".fehlerliste li").len(), 2, "it lies there");
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let mut browser = story.people[1].clone();
        tasks.push(tokio::spawn(async move {
            let form = [("stand", "0"), ("gremium", "2"), ("grund", "Nur der Rat entscheidet.")];
            browser.post(OBSERVATION, OBSERVATION, &form).await.status.as_u16()
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
    let page = story.people[2].get(OBSERVATION).await.expect_status(200);
    assert!(page.body_text().contains("an Stadtrat. Nur der Rat entscheidet."));
    let soon = story.demo.app.today().saturating_add(jiff::Span::new().days(40));
    let late = called(story, &soon.strftime("%d.%m.%Y").to_string()).await;
    let open = story.people[1].get(&late).await.expect_status(200).texts("#offenes ~ ul li b");
    assert!(!open.iter().any(|it| it == "Dunkles Treppenhaus"), "it lies elsewhere: {open:?}");
}

/// A paper that was the wrong one is taken back once; who did it and why stays.
pub async fn a_file_is_taken_back(story: &mut Story) {
    let past = story.demo.app.today().saturating_sub(jiff::Span::new().days(40));
    let meeting = called(story, &past.strftime("%d.%m.%Y").to_string()).await;
    let item = [("punkt", "Verschiedenes")];
    let _ = story.people[1].post(&meeting, &format!("{meeting}/punkte"), &item).await;
    let to = format!("{meeting}/unterlagen");
    let done = story.people[1].upload(&meeting, &to, "Falsch.pdf", b"%PDF-1.7 falsch").await;
    let _ = done.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    no_form_lies_in_a_form(&page);
    let file = page.attribute("#unterlagen ~ ul a", "href").expect("a paper");
    let id = file.rsplit('/').next().expect("a number").to_owned();
    let back = format!("{to}/zurueck");
    let foreign = [("zurueck-datei", "7"), ("zurueck-grund", "")];
    let refused = story.people[1].post(&meeting, &back, &foreign).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2);
    let why = "Falsche Anlage zu Offene Räume";
    let form = [("zurueck-datei", id.as_str()), ("zurueck-grund", why)];
    let _ = story.people[2].post(&meeting, &back, &form).await.expect_status(403);
    let _ = story.people[1].post(&meeting, &back, &form).await.expect_status(303);
    let _ = story.people[1].get(&file).await.expect_status(404);
    let page = story.people[2].get(&meeting).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Zurückgenommen: Falsch.pdf") && text.contains(why), "{text}");
    let again = story.people[1].post(&meeting, &back, &form).await.expect_status(303);
    assert!(again.location().is_some_and(|it| it.ends_with("#unterlagen")));
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let count = log.iter().filter(|it| it.action == "attachment.take-back").count();
    assert_eq!(count, 1, "once");
}

/// Minutes that were closed and said nothing of a Vorlage leave it open; corrected, they answer it.
pub async fn closed_minutes_answer_late(story: &mut Story) {
    let meeting = called(story, "23.11.2026").await;
    let number = draft(story, "Späte Antwort", ("23.11.2026", "deciding")).await;
    let id = number.to_string();
    let put = [("art", "paper"), ("ding", id.as_str())];
    let points = format!("{meeting}/punkte");
    let _ = story.people[1].post(&meeting, &points, &put).await.expect_status(303);
    let close = format!("{meeting}/abschliessen");
    let _ = story.people[1].post(&meeting, &close, &[]).await.expect_status(303);
    let words = story.people[2].get(&paper(number)).await.expect_status(200).text("main");
    assert!(!words.contains("Angenommen"), "nothing was said: {words}");
    let says = [
        ("titel", "Späte Antwort"),
        ("ergebnis", "as-proposed"),
        ("abstimmung", "unanimous"),
        ("oeffentlich", "ja"),
        ("grund", "Der Beschluss fehlte in der Niederschrift."),
    ];
    let form = item(1, 1, &says);
    let to = format!("{points}/1");
    let _ = story.people[1].post(&meeting, &to, &plain(&form)).await.expect_status(303);
    let page = story.people[2].get(&paper(number)).await.expect_status(200);
    let words = page.text("main");
    assert!(words.to_lowercase().contains("einstimmig"), "{words}");
    let way = page.attributes("main a", "href");
    let way = way.iter().find(|it| it.contains("/faden/resolution/")).expect("its thread").clone();
    let thread = story.people[2].get(&way).await.expect_status(200);
    let point = format!("main a[href*='{}#punkt-1']", meeting.trim_start_matches("/musterstadt"));
    assert_eq!(thread.attributes(&point, "href").len(), 1, "and its meeting on the thread");
    // Corrected again it is a correction, and no second result.
    let again = [&says[..4], &[("grund", "Tippfehler"), ("protokoll", "Beraten.")]].concat();
    let form = item(1, 2, &again);
    let _ = story.people[1].post(&meeting, &to, &plain(&form)).await.expect_status(303);
}

/// Closed minutes that said nothing of a Vorlage, and what a later correction of them says in passing.
async fn silent(story: &mut Story, (subject, day): (&str, &str)) -> (i64, String) {
    let meeting = called(story, day).await;
    let number = draft(story, subject, (day, "deciding")).await;
    let id = number.to_string();
    let put = [("art", "paper"), ("ding", id.as_str())];
    let points = format!("{meeting}/punkte");
    let _ = story.people[1].post(&meeting, &points, &put).await.expect_status(303);
    let close = format!("{meeting}/abschliessen");
    let _ = story.people[1].post(&meeting, &close, &[]).await.expect_status(303);
    (number, meeting)
}

async fn in_passing(story: &mut Story, subject: &str, meeting: &str) {
    let says = [
        ("titel", subject),
        ("protokoll", "Beraten."),
        ("ergebnis", ""),
        ("abstimmung", "none"),
        ("oeffentlich", "ja"),
        ("grund", "Fehlte"),
    ];
    let form = item(1, 1, &says);
    let to = format!("{meeting}/punkte/1");
    let _ = story.people[1].post(meeting, &to, &plain(&form)).await.expect_status(303);
}

/// What was done at a Vorlage after the minutes had said nothing of it stands when they are corrected.
pub async fn what_was_done_at_the_paper_stands(story: &mut Story) {
    let (number, meeting) = silent(story, ("Auf Dezember", "20.11.2026")).await;
    let step = format!("{}/schritte/1", paper(number));
    let moved = [
        ("absicht", "verlegen"),
        ("stand", "0"),
        ("gremium", "1"),
        ("tag", "8.12.2026"),
        ("oeffentlich", "ja"),
        ("grund", "Vertagt."),
    ];
    let to = format!("{step}/aendern");
    let _ = story.people[0].post(&step, &to, &moved).await.expect_status(303);
    in_passing(story, "Auf Dezember", &meeting).await;
    let page = story.people[0].get(&step).await.expect_status(200);
    let day = page.attribute("input[name=tag]", "value");
    assert_eq!(day.as_deref(), Some("2026-12-08"), "the step of December waits for December");

    let (number, meeting) = silent(story, ("Am Blatt entschieden", "19.11.2026")).await;
    let result = [("version", "1"), ("ergebnis-1", "as-proposed"), ("abstimmung-1", "unanimous")];
    let to = format!("{}/schritte/1", paper(number));
    let _ = story.people[0].post(&paper(number), &to, &result).await.expect_status(303);
    in_passing(story, "Am Blatt entschieden", &meeting).await;
    let words = story.people[2].get(&paper(number)).await.expect_status(200).text("main");
    assert!(words.to_lowercase().contains("einstimmig"), "{words}");
}
