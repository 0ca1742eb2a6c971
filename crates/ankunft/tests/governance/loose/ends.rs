//! Which ends there are, whose they are, and how they are closed.

use ankunft_disclosure::Audience;
use ankunft_governance::commitments::model::{Fate, Kind, Pledge, State as Stage, Terms};
use ankunft_governance::commitments::store as commitments;
use ankunft_governance::enquiries::store as enquiries;
use ankunft_governance::measures::model::{Plan, State};
use ankunft_governance::measures::store as measures;
use ankunft_platform::changes::Author;
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::register::posts;
use ankunft_testkit::Page;
use jiff::civil::date;
use serde_json::Value;

use super::{ENDS, OPEN};
use crate::common::desk::Story;

const FIRST: &str = "ohne-befund:1";

/// A Stelle by its title.
pub async fn post(story: &Story, title: &str) -> i64 {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let all = posts::posts(&mut read, tenant).await.expect("Stellen");
    all.into_iter().find(|it| it.title == title).expect("the Stelle").id
}

fn plan(title: &str, lead: i64) -> Plan {
    Plan {
        title: title.to_owned(),
        place: None,
        lead,
        due: date(2099, 6, 30),
        sign: "Vierzig Beratungen im Monat".to_owned(),
        state: State::Planned,
        description: String::new(),
        target_group: String::new(),
        starts_on: None,
        review_on: None,
        regular_service: String::new(),
        contributing: Vec::new(),
        informed: Vec::new(),
    }
}

pub async fn add(story: &Story, title: &str, lead: i64) -> i64 {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut change = story.demo.app.store.change(Author::program("test")).await.expect("a change");
    let number = measures::add(&mut change, tenant, &plan(title, lead)).await.expect("a measure");
    change.commit().await.expect("a commit");
    number
}

pub async fn go_on(story: &Story, number: i64, state: State) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut change = story.demo.app.store.change(Author::program("test")).await.expect("a change");
    let was = measures::versions(&mut change, tenant, number).await.expect("versions").remove(0);
    let plan = Plan { state, ..was.plan.clone() };
    measures::change_plan(&mut change, tenant, &was, &plan).await.expect("a version");
    change.commit().await.expect("a commit");
}

/// Lets something cite a thing as it stands now.
async fn cite(story: &Story, citing: (&str, &str), (kind, id): (&str, &str)) {
    let app = &story.demo.app;
    let tenant = story.demo.tenant("musterstadt").await;
    let citable = app.parts.citable(kind).expect("a kind");
    let seen = citable.look_up(app, tenant, &[id], Audience::Administration).await;
    let seen = seen.expect("a database").remove(0).expect("the thing");
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let new = NewCitation {
        cited: (kind, id),
        snapshot: &seen.snapshot(),
        nutzung: seen.nutzung,
        releases: &seen.releases,
    };
    let citation = citations::cite(&mut change, tenant, new).await.expect("a citation").id;
    citations::place(&mut change, tenant, citation, citing).await.expect("placed");
    change.commit().await.expect("a commit");
}

fn kinds(page: &Page) -> Vec<String> {
    let all = page.texts(".ende:not(.zu) .ende-art");
    all.into_iter().map(|it| it.split(" 3").next().unwrap_or_default().to_owned()).collect()
}

fn field(page: &Page, end: &str, name: &str) -> String {
    let selector = format!("form:has(input[value='{end}']) input[name={name}]");
    page.attribute(&selector, "value").unwrap_or_else(|| panic!("{end} has no {name}"))
}

/// What the page offers to close an end, with a reason.
fn form(page: &Page, end: &str, because: &str) -> Vec<(String, String)> {
    let own = ["ende", "stand", "schritt"].map(|it| (it.to_owned(), field(page, end, it)));
    own.into_iter().chain([("weil".to_owned(), because.to_owned())]).collect()
}

fn plain(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

pub async fn each_is_owned_by_one(story: &mut Story) {
    let lead = post(story, "Jugend").await;
    assert_eq!(add(story, "Sprechstunde im Quartier", lead).await, 1);
    let page = story.people[1].get(ENDS).await.expect_status(200);
    assert_eq!(kinds(&page), ["Maßnahme ohne Befund"]);
    let way = page.attribute(".ende-wege a", "href").expect("a way");
    assert_eq!(way, "/musterstadt/steuerung/massnahmen/1/suchen");
    let _ = story.people[1].get(&way).await.expect_status(200);
    let other = story.people[2].get(ENDS).await.expect_status(200);
    assert!(!other.body_text().contains("Sprechstunde"), "it is not theirs");
    let all = story.people[0].get(ENDS).await.expect_status(200);
    assert_eq!(all.texts("main section h2"), ["Jugend"], "the coordination sees whose it is");
    assert!(all.body_text().contains("Sprechstunde im Quartier"));
}

pub async fn ten_are_shown_and_all_can_be(story: &mut Story) {
    let lead = post(story, "Jugend").await;
    for number in 2..=14 {
        add(story, &format!("Maßnahme {number}"), lead).await;
    }
    let page = story.people[1].get(ENDS).await.expect_status(200);
    assert_eq!(page.texts(".ende").len(), 10);
    assert!(page.body_text().contains("4 weitere: alle 14 zeigen"));
    let more = page.attribute("main section > p > a", "href").expect("a way to all of them");
    let all = story.people[1].get(&more).await.expect_status(200);
    assert_eq!(all.texts(".ende").len(), 14);
    let json = story.people[1].get(&format!("{ENDS}.json")).await.expect_status(200);
    let json: Value = serde_json::from_slice(&json.body).expect("JSON");
    assert_eq!(json["open"].as_array().map(Vec::len), Some(14), "files have all of them");
    let csv = story.people[1].get(&format!("{ENDS}.csv")).await.expect_status(200);
    assert_eq!(csv.body_text().lines().count(), 15);
    // A Stelle of which the reader knows nothing shows nothing.
    let other = story.people[2].get(&more).await.expect_status(200);
    assert!(other.texts(".ende").is_empty());
}

pub async fn one_entry_stands_in_the_morning(story: &mut Story) {
    let page = story.people[1].get("/musterstadt").await.expect_status(200).body_text();
    assert!(page.contains("14 lose Enden warten auf Sie"));
    let page = story.people[2].get("/musterstadt").await.expect_status(200).body_text();
    assert!(!page.contains("lose Enden warten"));
}

pub async fn closing_needs_a_reason_and_a_right(story: &mut Story) {
    let page = story.people[1].get(ENDS).await;
    let empty = form(&page, FIRST, "  ");
    let refused = story.people[1].post(ENDS, ENDS, &plain(&empty)).await.expect_status(422);
    assert!(refused.body_text().contains("Schreiben Sie in einem Satz"));
    assert_eq!(refused.texts("details[open]").len(), 1, "the form stands open");
    // Another Stelle learns nothing of it and closes nothing.
    let foreign = form(&page, FIRST, "Uns egal.");
    let sent = story.people[2].post(ENDS, ENDS, &plain(&foreign)).await.expect_status(303);
    assert_eq!(sent.location().as_deref(), Some(ENDS));
    let page = story.people[1].get(ENDS).await;
    assert!(page.texts(".ende.zu").is_empty());
    let mut stale = form(&page, FIRST, "Schon beschlossen.");
    stale[1].1 = "running".to_owned();
    let refused = story.people[1].post(ENDS, ENDS, &plain(&stale)).await.expect_status(422);
    assert!(refused.body_text().contains("Schon beschlossen."), "nothing typed is lost");
    // A step that nobody has seen closes nothing, and stands in nobody's way.
    for step in ["-5", "7", "9223372036854775807"] {
        let mut made_up = form(&page, FIRST, "Schon beschlossen.");
        made_up[2].1 = step.to_owned();
        let refused = story.people[1].post(ENDS, ENDS, &plain(&made_up)).await.expect_status(422);
        assert!(refused.body_text().contains("Schon beschlossen."), "nothing typed is lost");
        assert!(refused.texts(".ende.zu").is_empty(), "{step}");
    }
}

/// 64 who saw the same end close it at once: one does, all others see who, and their own words.
pub async fn one_of_many_closes_and_one_opens(story: &mut Story) {
    let page = story.people[1].get(ENDS).await;
    let mut tasks = Vec::new();
    for number in 0..64 {
        let mut browser = story.people[number % 2].clone();
        let form = form(&page, FIRST, &format!("Grund Nummer {number}."));
        tasks.push(tokio::spawn(async move {
            let page = browser.post(ENDS, ENDS, &plain(&form)).await;
            let text = page.body_text();
            let keeps = text.contains(&format!("Grund Nummer {number}."));
            (page.status.as_u16(), keeps && text.contains("Inzwischen hat"))
        }));
    }
    let mut closed = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            (303, _) => closed += 1,
            (422, is_told) => assert!(is_told, "who was late sees both reasons"),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(closed, 1);
    let page = story.people[1].get(ENDS).await;
    assert_eq!(page.texts(".ende.zu").len(), 1);
    assert!(page.text(".ende.zu").contains("Grund Nummer"));
    let morning = story.people[1].get("/musterstadt").await.body_text();
    assert!(morning.contains("13 lose Enden warten auf Sie"));
    let step = field(&page, FIRST, "schritt");
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, step) = (story.people[1].clone(), step.clone());
        tasks.push(tokio::spawn(async move {
            let form = [("ende", FIRST), ("schritt", step.as_str())];
            browser.post(ENDS, OPEN, &form).await.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let steps = ankunft_governance::loose::store::newest(&mut read, tenant).await.expect("steps");
    assert_eq!(steps[FIRST].number, 2, "one closed it and one opened it again");
}

pub async fn what_changes_is_loose_again(story: &mut Story) {
    let page = story.people[1].get(ENDS).await;
    let close = form(&page, FIRST, "Der Rat hat es so gewollt.");
    let _ = story.people[1].post(ENDS, ENDS, &plain(&close)).await.expect_status(303);
    let page = story.people[1].get(ENDS).await;
    assert!(page.text(".ende.zu").contains("Der Rat hat es so gewollt."));
    assert!(page.text(".ende.zu").contains("Jugend"), "who closed it");
    go_on(story, 1, State::Running).await;
    let page = story.people[1].get(&format!("{ENDS}?stelle=")).await;
    assert!(page.texts(".ende.zu").is_empty(), "it begins, and still nothing says why");
    let json = story.people[1].get(&format!("{ENDS}.json")).await;
    let json: Value = serde_json::from_slice(&json.body).expect("JSON");
    let ids = json["open"].as_array().expect("ends").iter().map(|it| it["id"].clone());
    let ids: Vec<Value> = ids.collect();
    assert!(ids.contains(&FIRST.into()) && ids.contains(&"ohne-massstab:1".into()), "{ids:?}");
}

async fn promise(story: &Story, body: &str) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut change = story.demo.app.store.change(Author::program("test")).await.expect("a change");
    let pledge = Pledge {
        body: body.to_owned(),
        party: "Stadt".to_owned(),
        owner: None,
        due: Some(date(2099, 1, 1)),
        fate: Fate::Open,
        because: String::new(),
    };
    let known = commitments::promises(&mut change, tenant).await.expect("promises");
    if let Some(was) = known.first() {
        commitments::save_promise(&mut change, tenant, (was, &pledge)).await.expect("a version");
    } else {
        let terms = Terms {
            kind: Kind::Intent,
            title: "Absichtserklärung".to_owned(),
            parties: "Stadt".to_owned(),
            signer: String::new(),
            scope: String::new(),
            state: Stage::Signed,
            signed_on: Some(date(2026, 1, 1)),
            starts_on: None,
            ends_on: None,
        };
        let number = commitments::add(&mut change, tenant, &terms).await.expect("a commitment");
        commitments::add_promise(&mut change, tenant, (number, &pledge)).await.expect("a promise");
    }
    change.commit().await.expect("a commit");
}

pub async fn a_citation_that_says_something_else_is_told(story: &mut Story) {
    promise(story, "Räume öffnen").await;
    let all = story.people[0].get(ENDS).await.expect_status(200);
    assert_eq!(
        all.texts("main section h2"),
        ["Jugend", "Sonst niemand zuständig: die Koordination"]
    );
    assert!(all.body_text().contains("Versprechen ohne Maßnahme"));
    cite(story, (enquiries::KIND, "1"), ("promise", "1")).await;
    cite(story, (measures::KIND, "14"), ("promise", "1")).await;
    go_on(story, 14, State::Ended).await;
    let all = story.people[0].get(ENDS).await.body_text();
    assert!(all.contains("Versprechen ohne Maßnahme"), "who quotes it or gave up keeps nothing");
    cite(story, (measures::KIND, "1"), ("promise", "1")).await;
    let all = story.people[0].get(ENDS).await.body_text();
    assert!(!all.contains("Versprechen ohne Maßnahme"), "a measure keeps it");
    let page = story.people[1].get(&format!("{ENDS}.json")).await.body_text();
    let says_why = !page.contains(&format!("\"{FIRST}\""));
    assert!(!page.contains("ueberholt") && says_why, "the promise says why");
    promise(story, "Räume am Abend öffnen").await;
    let page = story.people[1].get(ENDS).await.expect_status(200);
    let first = page.text(".ende");
    assert!(first.contains("Zitat überholt"), "the most urgent first: {first}");
    assert!(
        first.contains("Damals: Räume öffnen.") && first.contains("Heute: Räume am Abend öffnen.")
    );
    let end = page.attribute(".ende input[name=ende]", "value").expect("its name");
    let close = form(&page, &end, "Der Sinn ist derselbe.");
    let _ = story.people[1].post(ENDS, ENDS, &plain(&close)).await.expect_status(303);
    let page = story.people[1].get(ENDS).await;
    assert!(!page.text(".ende").contains("Zitat überholt"));
    promise(story, "Keine Räume").await;
    let page = story.people[1].get(ENDS).await;
    assert!(page.text(".ende").contains("Heute: Keine Räume."), "it is stale anew");
}

pub async fn what_is_done_goes_by_itself(story: &mut Story) {
    for number in 2..=14 {
        go_on(story, number, State::Ended).await;
    }
    let page = story.people[1].get(ENDS).await;
    let ends = page.texts(".ende:not(.zu)");
    assert!(ends.iter().all(|it| !it.contains("Maßnahme 9")), "{ends:?}");
}
