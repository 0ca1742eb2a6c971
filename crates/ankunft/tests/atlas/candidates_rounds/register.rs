//! The register: days that follow one another, buttons that are pressed twice, a way out, a trace.

use ankunft_platform::changes::{self, Filter};
use ankunft_testkit::Page;

use crate::common::desk::{BASE, Story, form_of, plain, set};

pub async fn what_happened(mut story: Story) {
    a_quarter_is_proposed_on_a_day_that_was(&mut story).await;
    story.propose().await;
    days_follow_one_another(&mut story).await;
    a_step_is_taken_once(&mut story).await;
    files_leave_a_trace(&mut story).await;
    there_is_a_way_out_when_all_are_set_aside(&mut story).await;
    what_becomes_public_says_so_before(&mut story).await;
}

async fn a_quarter_is_proposed_on_a_day_that_was(story: &mut Story) {
    let profile = story.profile(0);
    let shown = story.people[0].get(&profile).await.expect_status(200);
    let today = shown.attribute(&format!("form[action='{BASE}'] input[name=tag]"), "value");
    assert_eq!(today, Some(story.demo.app.today().to_string()));
    let code = story.quarters[0].0.clone();
    for day in ["2999-01-01", "gestern"] {
        let form = [("ebene", "quartier"), ("gebiet", code.as_str()), ("tag", day)];
        let refused = story.people[0].post(&profile, BASE, &form).await.expect_status(422);
        assert!(refused.text("#feld-tag-fehler").contains("nicht in der Zukunft"));
        assert_eq!(refused.attribute("#feld-tag", "value").as_deref(), Some(day), "it stays");
    }
}

async fn step(story: &mut Story, state: &str, day: &str) -> Page {
    let page = format!("{BASE}/1");
    let form = [("stand", state), ("tag", day), ("notiz", "beim Treffen")];
    story.people[0].post(&page, &format!("{page}/schritt"), &form).await
}

async fn days_follow_one_another(story: &mut Story) {
    for (day, why) in
        [("2026-01-09", "vor dem letzten Schritt"), ("2999-01-01", "nicht in der Zukunft")]
    {
        let refused = step(story, "presented", day).await.expect_status(422);
        assert!(refused.text("#feld-tag-fehler").contains(why), "{why}");
        assert_eq!(refused.text("#feld-notiz").trim(), "beim Treffen", "what was typed stays");
    }
    let _ = step(story, "presented", "2026-01-20").await.expect_status(303);
    let refused = step(story, "agreed", "2026-01-19").await.expect_status(422);
    let why = refused.text("#feld-tag-fehler");
    assert!(why.contains("vorgestellt am 20.01.2026"), "{why}");
    let _ = step(story, "agreed", "2026-01-20").await.expect_status(303);
}

async fn a_step_is_taken_once(story: &mut Story) {
    let _ = step(story, "agreed", "2026-01-20").await.expect_status(303);
    let page = story.people[1].get(&format!("{BASE}/1")).await.expect_status(200);
    assert_eq!(page.texts("tbody tr").len(), 3, "proposed, presented, agreed, each once");
    // A quarter that is noted twice is one candidate.
    let (profile, code) = (story.profile(0), story.quarters[0].0.clone());
    let form = [("ebene", "quartier"), ("gebiet", code.as_str())];
    let again = story.people[0].post(&profile, BASE, &form).await.expect_status(303);
    assert_eq!(again.location(), Some(format!("{BASE}/1")));
}

async fn files_leave_a_trace(story: &mut Story) {
    for file in [".csv", ".json"] {
        let _ = story.people[1].get(&format!("{BASE}{file}")).await.expect_status(200);
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let filter = Filter { action_begins: "file.", thing_kind: Some("candidates"), thing: None };
    let log = changes::search(&mut read, tenant, filter, 10).await.expect("a log");
    let formats: Vec<&str> = log.iter().map(|it| it.note.as_str()).collect();
    assert_eq!(formats, ["json", "csv"], "the newest first");
    assert!(log.iter().all(|it| it.account.is_some()), "and by whom");
}

async fn there_is_a_way_out_when_all_are_set_aside(story: &mut Story) {
    let _ = story.open_round(&["Jugend"], "2999-12-12").await.expect_status(303);
    for number in 1..=3 {
        let page = format!("{BASE}/{number}");
        let form = [("stand", "set-aside"), ("tag", "2026-02-02"), ("notiz", "kein Geld")];
        let done = story.people[0].post(&page, &format!("{page}/schritt"), &form).await;
        let _ = done.expect_status(303);
    }
    let round = format!("{BASE}/runde");
    for (person, address, says) in [
        (0, "/runde", "Alle Quartiere dieser Runde sind zurückgestellt."),
        (1, "/bewertung", "Alle Quartiere dieser Runde sind zurückgestellt."),
        (0, "/kriterien", "Eine Bewertungsrunde läuft."),
    ] {
        let page = story.people[person].get(&format!("{BASE}{address}")).await.expect_status(200);
        assert!(page.text("main").contains(says), "{address}");
        assert!(!page.attributes(&format!("main a[href='{round}']"), "href").is_empty());
    }
    assert!(!story.people[1].get("/musterstadt").await.body_text().contains("Ihre Sicht fehlt"));
    let done = story.close_round("Es gibt nichts mehr zu bewerten.").await.expect_status(303);
    assert_eq!(done.location(), Some(round.clone()));
    let page = story.people[0].get(&format!("{BASE}/kriterien")).await.expect_status(200);
    assert!(!page.texts("input[name^=name-]").is_empty(), "criteria can be changed again");
    let page = story.people[0].get(&round).await.expect_status(200);
    assert!(page.text("main").contains("niemand von 1 hat bewertet"), "the round stays readable");
    assert!(page.text("main").contains("sobald zwei Quartiere"), "and what a new one needs");
}

async fn what_becomes_public_says_so_before(story: &mut Story) {
    for (state, day) in
        [("proposed", "2026-02-03"), ("presented", "2026-02-03"), ("agreed", "2026-02-03")]
    {
        let _ = step(story, state, day).await.expect_status(303);
    }
    let address = format!("{BASE}/entscheidung?gewaehlt=1");
    let shown = story.people[0].get(&address).await.expect_status(200);
    for field in ["tag", "stelle", "grund"] {
        let hint = shown.text(&format!("#feld-{field}-hinweis"));
        assert!(hint.contains("Wird öffentlich"), "{field}: {hint}");
    }
    assert!(shown.text("#feld-minderheit-hinweis").contains("Bleibt intern"));
    let to = format!("{BASE}/entscheidung");
    let mut form = form_of(story, &address).await;
    for (name, value) in [
        ("stelle", "Stadtrat"),
        ("grund", "Darum."),
        ("tag", "2026-02-02"),
        ("oeffentlich", "nein"),
    ] {
        set(&mut form, name, value);
    }
    let refused = story.people[0].post(&address, &to, &plain(&form)).await.expect_status(422);
    assert!(refused.text("#feld-tag-fehler").contains("nicht vor dem 03.02.2026"));
    set(&mut form, "tag", "2026-02-03");
    let _ = story.people[0].post(&address, &to, &plain(&form)).await.expect_status(303);
    let twice = story.people[0].post("/musterstadt/mappe", &to, &plain(&form)).await;
    assert_eq!(twice.expect_status(422).texts("h1").len(), 1, "a page with a sentence");
}
