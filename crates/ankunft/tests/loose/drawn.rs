//! The thread as a picture, and as PROV-JSON for programs.

use std::collections::BTreeSet;

use ankunft_testkit::Browser;
use serde_json::Value;

use super::desk::Story;

const THREAD: &str = "/musterstadt/faden/measure/1";

pub async fn the_thread_is_drawn(story: &mut Story) {
    let page = story.people[1].get(THREAD).await.expect_status(200);
    let boxes = page.attributes("svg.fadenbild a", "href");
    assert_eq!(boxes.len(), 2, "the measure and the promise: {boxes:?}");
    assert!(boxes.contains(&"/musterstadt/faden/promise/1".to_owned()), "a box leads on");
    assert_eq!(page.attributes("svg.fadenbild a", "aria-current"), ["true"], "where one stands");
    assert_eq!(page.texts("svg.fadenbild .stufe-wort").len(), 4, "goals only where there are some");
    assert_eq!(
        page.attributes("svg.fadenbild path.strang", "d").len(),
        1,
        "one rests on the other"
    );
    let says = page.attribute("svg.fadenbild", "aria-describedby").expect("it says what it shows");
    assert!(page.text(&format!("#{says}")).contains("Diese Maßnahme stützt sich"));
    for href in boxes {
        let _ = story.people[1].get(&href).await.expect_status(200);
    }
}

/// Every end of a relation is a record of the same document.
pub async fn programs_follow_it_too(story: &mut Story) {
    let page = story.people[1].get(&format!("{THREAD}/prov.json")).await.expect_status(200);
    let prov: Value = serde_json::from_slice(&page.body).expect("JSON");
    let names = |of: &str| -> BTreeSet<String> {
        prov[of].as_object().expect("records").keys().cloned().collect()
    };
    let entities = names("entity");
    assert_eq!(entities, ["faden:measure/1", "faden:promise/1"].map(str::to_owned).into());
    for (relation, ends) in [
        ("used", [("prov:activity", "activity"), ("prov:entity", "entity")]),
        ("wasGeneratedBy", [("prov:activity", "activity"), ("prov:entity", "entity")]),
        ("wasDerivedFrom", [("prov:generatedEntity", "entity"), ("prov:usedEntity", "entity")]),
        ("wasAttributedTo", [("prov:entity", "entity"), ("prov:agent", "agent")]),
        ("wasAssociatedWith", [("prov:activity", "activity"), ("prov:agent", "agent")]),
    ] {
        let records = prov[relation].as_object().expect("records");
        assert!(!records.is_empty(), "{relation}");
        for it in records.values() {
            for (role, of) in ends {
                let name = it[role].as_str().expect("a name");
                assert!(names(of).contains(name), "{relation}: {name} is no {of}");
            }
        }
    }
    assert!(names("agent").contains("faden:stelle/Jugend"), "the Federführung did it");
    let derived = prov["wasDerivedFrom"].as_object().expect("records").values().next();
    let reference = derived.and_then(|it| it["ankunft:fundstelle"].as_str()).expect("a Fundstelle");
    let _ = story.people[1].get(reference).await.expect_status(200);
    let mut public = Browser::new(&story.demo.app, "de");
    let _ = public.get(&format!("{THREAD}/prov.json")).await.expect_status(404);
}
