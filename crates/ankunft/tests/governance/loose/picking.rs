//! The search for findings stands where something can cite, finds every kind, and takes addresses.

use crate::common::desk::Story;

const PROMISE: &str = "/musterstadt/befunde/promise/1";

pub async fn a_promise_takes_up_what_it_rests_on(story: &mut Story) {
    let page = story.people[0].get(&format!("{PROMISE}?suche=sprechstunde")).await;
    let page = page.expect_status(200);
    assert!(page.body_text().contains("Noch ist hier nichts zitiert."));
    assert!(page.texts("main ul").concat().contains("Sprechstunde im Quartier"), "words find it");
    let form = [("art", "measure"), ("ding", "1")];
    let _ = story.people[0].post(PROMISE, PROMISE, &form).await.expect_status(303);
    let page = story.people[0].get(PROMISE).await.expect_status(200);
    assert!(page.text(".knapp-befunde").contains("Sprechstunde im Quartier"));
    let code = page.attribute(".knapp-befunde input[name=befund]", "value").expect("a button");
    let away = format!("{PROMISE}/weg");
    let _ = story.people[0].post(PROMISE, &away, &[("befund", &code)]).await.expect_status(303);
    let page = story.people[0].get(PROMISE).await.expect_status(200);
    assert!(page.texts(".knapp-befunde").is_empty());
    let own = [("art", "promise"), ("ding", "1")];
    let refused = story.people[0].post(PROMISE, PROMISE, &own).await;
    assert_ne!(refused.status, 303, "nothing is evidence for itself");
}

pub async fn an_address_or_a_fundstelle_finds_its_thing(story: &mut Story) {
    let asked = "https://stadt.example/musterstadt/steuerung/massnahmen/2/aendern";
    let asked = asked.replace(':', "%3A").replace('/', "%2F");
    let page = story.people[0].get(&format!("{PROMISE}?suche={asked}")).await.expect_status(200);
    assert!(page.texts("main ul").concat().contains("Maßnahme 2"));
    let search = "/musterstadt/steuerung/massnahmen/1/suchen";
    let page = story.people[1].get(&format!("{search}?suche=Absichtserkl%C3%A4rung")).await;
    assert!(page.texts("main ul").concat().contains("Absichtserklärung"), "commitments are found");
    let prov = story.people[1].get("/musterstadt/faden/measure/1/prov.json").await.body_text();
    let code = prov.split("/f/").nth(1).and_then(|it| it.split('"').next()).expect("a Fundstelle");
    let other = "/musterstadt/steuerung/massnahmen/2/suchen";
    let page =
        story.people[1].get(&format!("{other}?suche=%2Ff%2F{code}")).await.expect_status(200);
    assert!(page.texts("main ul").concat().contains("Versprechen"), "what the Fundstelle names");
}

pub async fn nobody_else_cites_for_them(story: &mut Story) {
    let _ = story.people[2].get(PROMISE).await.expect_status(403);
    let form = [("art", "measure"), ("ding", "1")];
    let sent = story.people[2].post("/konto", PROMISE, &form).await;
    assert_eq!(sent.status, 403);
    for path in
        ["promise/99", "goal/1", "paper/1", "meeting-decision/1-1-1", "figure/x", "measure/1"]
    {
        let page = story.people[0].get(&format!("/musterstadt/befunde/{path}")).await;
        assert_eq!(page.status, 404, "{path}");
    }
    let history = story.people[1].get("/musterstadt/steuerung/massnahmen/1").await.body_text();
    assert!(history.contains("Stützt sich auf: Versprechen"), "the history says what it took up");
}
