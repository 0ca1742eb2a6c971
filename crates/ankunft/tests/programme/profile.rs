//! The profile of a city is taken from its Letter of Intent and its decisions, and follows them.

use ankunft_atlas::candidates::model::{State, Tally};
use ankunft_atlas::candidates::store::decisions::{self, NewDecision};
use ankunft_atlas::candidates::store::register::{self, NewStep};
use ankunft_governance::commitments::model::{Kind, State as Stands, Terms};
use ankunft_governance::commitments::store as commitments;
use ankunft_platform::changes::Author;
use ankunft_testkit::Page;
use jiff::civil::date;

use super::people::{TAKER, World};

const PROFILE: &str = "/musterstadt/programm/profil";
const THREAD: &str = "/musterstadt/faden/commitment/1";

pub async fn story(mut world: World) {
    let page = world.giver.get(PROFILE).await.expect_status(200);
    assert!(page.texts("input[name=aus]").is_empty(), "nothing is written down: it is typed");
    letter(&world, Stands::Draft).await;
    decision(&world).await;
    what_is_not_published_is_not_offered(&mut world).await;
    publish(&world).await;
    it_is_offered_and_taken(&mut world).await;
    what_is_typed_stays_possible(&mut world).await;
    a_change_of_the_source_is_said(&mut world).await;
}

async fn letter(world: &World, state: Stands) {
    let tenant = world.demo.tenant("musterstadt").await;
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let terms = Terms {
        kind: Kind::Intent,
        title: "Modellkommune".into(),
        parties: "Stadt\nInstitut".into(),
        signer: "Oberbürgermeisterin".into(),
        scope: String::new(),
        state,
        signed_on: (state == Stands::Signed).then(|| date(2026, 2, 28)),
        starts_on: None,
        ends_on: Some(date(2099, 4, 30)),
    };
    let all = commitments::commitments(&mut change, tenant).await.expect("commitments");
    match all.first() {
        Some(was) => {
            commitments::save(&mut change, tenant, (was, &terms)).await.expect("a version")
        }
        None => assert_eq!(commitments::add(&mut change, tenant, &terms).await.expect("it"), 1),
    }
    change.commit().await.expect("a commit");
}

async fn decision(world: &World) {
    let tenant = world.demo.tenant("musterstadt").await;
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    for (area, name) in [("1", "Fuchsrain"), ("2", "Lerchenfeld"), ("3", "Auwinkel")] {
        let step = NewStep { state: State::Chosen, on_date: date(2026, 3, 2), note: "" };
        register::propose(&mut change, tenant, ("quartier", area, name), step).await.expect("it");
    }
    let new = NewDecision {
        on_date: "2026-03-02".into(),
        body: "Steuerungsrunde".into(),
        reason: "Weil dort viele ankommen".into(),
        tally: serde_json::to_string(&Tally::default()).expect("JSON"),
        candidates: vec![(1, true, 0), (2, true, 0), (3, false, 0)],
        ..NewDecision::default()
    };
    decisions::decide(&mut change, tenant, &new).await.expect("a decision");
    change.commit().await.expect("a commit");
}

async fn publish(world: &World) {
    let tenant = world.demo.tenant("musterstadt").await;
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    decisions::publish(&mut change, tenant, 1, true).await.expect("published");
    change.commit().await.expect("a commit");
}

/// What a city has decided for itself goes to nobody by a box that is ticked already.
async fn what_is_not_published_is_not_offered(world: &mut World) {
    let page = world.giver.get(PROFILE).await.expect_status(200);
    let body = String::from_utf8_lossy(&page.body);
    assert!(!body.contains("Aus Ihren Entscheidungen") && !body.contains("Fuchsrain"));
    assert_eq!(page.attributes("input[name=aus]", "value"), ["loi"]);
}

/// The form as the page offers it.
fn offered(page: &Page) -> Vec<(String, String)> {
    let form = format!("main form[action='{PROFILE}']");
    let mut all = Vec::new();
    for input in ["input[type=hidden]", "input[type=text]", "input[checked]"] {
        let selector = format!("{form} {input}");
        let names = page.attributes(&selector, "name");
        all.extend(names.into_iter().zip(page.attributes(&selector, "value")));
    }
    for select in page.attributes(&format!("{form} select"), "name") {
        let value = page.attribute(&format!("select[name={select}] option[selected]"), "value");
        all.push((select, value.unwrap_or_default()));
    }
    all.retain(|it| it.0 != "csrf");
    all
}

fn set(form: &mut Vec<(String, String)>, name: &str, value: &str) {
    form.retain(|it| it.0 != name);
    form.push((name.to_owned(), value.to_owned()));
}

async fn send(world: &mut World, form: &[(String, String)]) -> Page {
    let form: Vec<_> = form.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    world.giver.post(PROFILE, PROFILE, &form).await
}

async fn it_is_offered_and_taken(world: &mut World) {
    let page = world.giver.get(PROFILE).await.expect_status(200);
    let text = page.body_text();
    assert!(
        text.contains("Aus Ihren Zusagen: Letter of Intent entworfen (bis 30.04.2099)"),
        "{text}"
    );
    assert!(text.contains("Aus Ihren Entscheidungen: Fuchsrain, Lerchenfeld (Steuerungsrunde"));
    assert!(!text.contains("Auwinkel"), "another was decided for");
    let mut form = offered(&page);
    assert_eq!(form.iter().filter(|it| it.0 == "aus").count(), 2, "a new one is taken: {form:?}");
    set(&mut form, "organisation", "querschnitt");
    set(&mut form, "federfuehrung", "Referat Stadtentwicklung");
    let _ = send(world, &form).await.expect_status(303);
    let theirs = world.taker.get(&format!("/{TAKER}/programm")).await.expect_status(200);
    let text = theirs.body_text();
    assert!(text.contains("Fuchsrain, Lerchenfeld") && text.contains("entworfen"), "{text}");
    assert!(!text.contains("30.04.2099"), "its terms are for the city itself: {text}");
    let own = world.giver.get("/musterstadt/programm").await.expect_status(200).body_text();
    assert!(own.contains("bis 30.04.2099"), "{own}");
    for thread in [THREAD, "/musterstadt/faden/decision/1"] {
        let thread = world.giver.get(thread).await.expect_status(200).body_text();
        assert!(thread.contains("Profil der Stadt im Programm"), "nobody cited it: {thread}");
    }
}

async fn what_is_typed_stays_possible(world: &mut World) {
    let mut form = offered(&world.giver.get(PROFILE).await.expect_status(200));
    set(&mut form, "quartiere", "Fuchsrain und ein zweites");
    let refused = send(world, &form).await.expect_status(422);
    assert!(refused.body_text().contains("Nehmen Sie den Haken weg"));
    let kept = refused.attribute("input[name=quartiere]", "value");
    assert_eq!(kept.as_deref(), Some("Fuchsrain und ein zweites"), "nothing typed is lost");
    form.retain(|it| (it.0.as_str(), it.1.as_str()) != ("aus", "quartiere"));
    let _ = send(world, &form).await.expect_status(303);
    let theirs = world.taker.get(&format!("/{TAKER}/programm")).await.expect_status(200);
    assert!(theirs.body_text().contains("Fuchsrain und ein zweites"));
    let thread = world.giver.get("/musterstadt/faden/decision/1").await.expect_status(200);
    assert!(!thread.body_text().contains("Profil der Stadt"), "it rests on it no more");
}

async fn a_change_of_the_source_is_said(world: &mut World) {
    let before = offered(&world.giver.get(PROFILE).await.expect_status(200));
    let heute = "Letter of Intent im Profil für das Programm";
    let morning = world.giver.get("/musterstadt").await.expect_status(200).body_text();
    assert!(!morning.contains(heute));
    letter(world, Stands::Signed).await;
    let morning = world.giver.get("/musterstadt").await.expect_status(200).body_text();
    assert!(morning.contains(heute), "{morning}");
    let theirs = world.taker.get(&format!("/{TAKER}/programm")).await.expect_status(200);
    assert!(theirs.body_text().contains("entworfen"), "the profile says what the city told");
    let refused = send(world, &before).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen steht in Ihren Unterlagen: unterzeichnet"));
    let page = world.giver.get(PROFILE).await.expect_status(200);
    let text = page.body_text();
    assert!(
        text.contains("Im Profil steht „entworfen“, in Ihren Unterlagen jetzt „unterzeichnet“")
    );
    let _ = send(world, &offered(&page)).await.expect_status(303);
    let theirs = world.taker.get(&format!("/{TAKER}/programm")).await.expect_status(200);
    let text = theirs.body_text();
    assert!(text.contains("unterzeichnet"), "{text}");
    assert!(!text.contains("Oberbürgermeisterin") && !text.contains("28.02.2026"), "{text}");
    let own = world.giver.get("/musterstadt/programm").await.expect_status(200).body_text();
    assert!(own.contains("gezeichnet von Oberbürgermeisterin") && own.contains("vom 28.02.2026"));
    let morning = world.giver.get("/musterstadt").await.expect_status(200).body_text();
    assert!(!morning.contains(heute), "and nothing is asked any more");
}
