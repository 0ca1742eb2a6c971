//! The thread as a picture, and as PROV-JSON for programs.

use std::collections::BTreeSet;

use ankunft_governance::effects::model::{Indicator, Kind, Rule, Step};
use ankunft_governance::effects::store as effects;
use ankunft_governance::measures::model::State;
use ankunft_platform::changes::Author;
use ankunft_testkit::Browser;
use jiff::civil::date;
use serde_json::Value;

use super::ENDS;
use crate::common::desk::Story;

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
    // A promise has the place of a decision and is none.
    assert!(page.body_text().contains("keine genannte Entscheidung und eine Zusage"));
    let says = page.attribute("svg.fadenbild", "aria-describedby").expect("it says what it shows");
    assert!(page.text(&format!("#{says}")).contains("Diese Maßnahme stützt sich"));
    for href in boxes {
        let _ = story.people[1].get(&href).await.expect_status(200);
    }
}

/// What a measure is to bring about stands on its thread before anything was accepted, and the list of
/// loose ends asks for its value once it is done.
pub async fn it_says_what_it_aims_at(story: &mut Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut change = story.demo.app.store.change(Author::program("test")).await.expect("a change");
    let says = Indicator {
        step: Step::new(5).expect("a step"),
        name: "Wege sind bekannt".to_owned(),
        unit: "Menschen".to_owned(),
        kind: Kind::Count,
        rule: Rule::Sum,
        source: String::new(),
        categories: Vec::new(),
        baseline: None,
        targets: vec![(date(2099, 6, 30), 4_000)],
        figure: None,
        reporter: None,
        ended: false,
    };
    effects::add(&mut change, tenant, 1, &says).await.expect("an indicator");
    change.commit().await.expect("a commit");
    let page = story.people[1].get(THREAD).await.expect_status(200);
    let effect = page.text(".faden > li:last-child");
    assert!(
        effect.contains("Wege sind bekannt") && effect.contains("Ziel: 40 Menschen"),
        "{effect}"
    );
    assert_eq!(page.attributes("svg.fadenbild a", "href").len(), 3, "drawn too");
    let ends = story.people[1].get(&format!("{ENDS}.json")).await.body_text();
    assert!(!ends.contains("ohne-massstab:1\"") && !ends.contains("ohne-wert:1\""));
    super::ends::go_on(story, 1, State::Done).await;
    let ends = story.people[1].get(&format!("{ENDS}.json")).await.body_text();
    assert!(ends.contains("ohne-wert:1\""), "it is done, and nobody has said what came of it");
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
