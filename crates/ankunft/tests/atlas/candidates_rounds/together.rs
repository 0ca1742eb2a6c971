//! Many at once, and what was there before rounds were.

use ankunft_platform::changes::{self, Filter};
use ankunft_platform::store::Store;
use ankunft_testkit::Page;
use tokio::task::JoinSet;

use super::rounds::retire_one;
use crate::common::desk::{BASE, Story, account_of, plain};

const AT_ONCE: usize = 64;

/// Presses a button as often at once, each time in a browser of its own.
async fn press(
    story: &Story,
    person: usize,
    to: &str,
    forms: Vec<Vec<(String, String)>>,
) -> Vec<Page> {
    let mut presses = JoinSet::new();
    for form in forms {
        let (mut browser, to) = (story.people[person].clone(), to.to_owned());
        presses.spawn(async move { browser.post("/musterstadt/mappe", &to, &plain(&form)).await });
    }
    presses.join_all().await
}

fn done(pages: &[Page]) -> usize {
    for page in pages.iter().filter(|it| it.status != 303) {
        assert_eq!(page.status, 422, "a sentence, never a fault: {}", page.body_text());
    }
    pages.iter().filter(|it| it.status == 303).count()
}

async fn times(story: &Story, action: &str) -> usize {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let filter = Filter { action_begins: action, ..Filter::default() };
    changes::search(&mut read, tenant, filter, 1000).await.expect("a log").len()
}

pub async fn one_effect(mut story: Story) {
    story.propose().await;
    retire_one(&mut story).await;
    let page = story.people[0].get(&format!("{BASE}/runde")).await.expect_status(200);
    let form = vec![
        ("bis".to_owned(), "2999-12-12".to_owned()),
        ("eingeladen".to_owned(), account_of(&page, "Jugend")),
    ];
    let opened = press(&story, 0, &format!("{BASE}/runde"), vec![form; AT_ONCE]).await;
    assert_eq!((done(&opened), times(&story, "round.open").await), (1, 1));

    let low = story.ballot(1, [[1; 3]; 4], [1; 4]).await;
    let high = story.ballot(1, [[5; 3]; 4], [5; 4]).await;
    story.hand_in(1, [[3; 3]; 4], [3; 4]).await;
    let close = vec![("runde".to_owned(), "1".to_owned())];
    let (hand_in, shut) = (format!("{BASE}/bewertung"), format!("{BASE}/runde/schliessen"));
    let (ballots, closed) = tokio::join!(
        press(&story, 1, &hand_in, [low, high].into_iter().cycle().take(AT_ONCE).collect()),
        press(&story, 0, &shut, vec![close; AT_ONCE]),
    );
    assert_eq!((done(&closed), times(&story, "round.close").await), (1, 1));
    let handed_in = done(&ballots);
    assert_eq!(times(&story, "ballot.hand-in").await, handed_in + 1, "none after the closing");
    let result = story.result(1).await;
    let points = result["candidates"][0]["points"][0]["median"].as_f64().expect("points");
    assert_eq!(result["people"], 1, "one person has one ballot");
    assert!([1.0, 3.0, 5.0].contains(&points), "a whole one: {points}");
    let mut read = story.demo.app.store.read().await.expect("a connection");
    for table in ["ballot", "ballot_score", "ballot_weight"] {
        let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        let (left,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *read).await.expect("a count");
        assert_eq!(left, 0, "nothing slipped into {table} behind the tally");
    }
}

/// Ballots of a city that had no rounds yet: as they stood before the schema knew of rounds.
pub async fn from_before(mut story: Story) {
    story.propose().await;
    retire_one(&mut story).await;
    let _ = story.open_round(&["Jugend", "Wohnen"], "2999-12-12").await.expect_status(303);
    story.hand_in(1, [[5, 1, 3]; 4], [3; 4]).await;
    let _ = story.step(3, "set-aside", "zu weit draußen").await.expect_status(303);
    let app = story.demo.app.clone();
    let mut upkeep = app.store.upkeep().await.expect("a transaction");
    for sql in [
        "drop table scoring_candidate",
        "drop table scoring_invited",
        "drop table scoring_round",
        "delete from schema_history where number = 6",
    ] {
        let _ = sqlx::query(sql).execute(&mut *upkeep).await.expect(sql);
    }
    upkeep.commit().await.expect("a commit");
    Store::open(&app.config.database_address()).await.expect("the schema of today").close().await;

    let page = story.people[0].get(&format!("{BASE}/runde")).await.expect_status(200).text("main");
    assert!(page.contains("Runde 1: 1 von"), "it is open: {page}");
    assert!(page.contains("ohne Frist"), "{page}");
    for name in ["Jugend", "Wohnen", "Stadtentwicklung"] {
        assert!(page.contains(name), "who could score until now still can: {name}");
    }
    assert_eq!(story.result(1).await, serde_json::Value::Null, "and nobody sees anything");
    let form = story.people[1].get(&format!("{BASE}/bewertung")).await.expect_status(200);
    assert!(form.attributes(".bewertung option[selected]", "value").contains(&"5".to_owned()));
    story.hand_in(2, [[4, 2, 0]; 4], [3; 4]).await;
    let _ = story.close_round("Die anderen wollten nicht.").await.expect_status(303);
    let result = story.result(0).await;
    assert_eq!(result["people"], 2);
    assert_eq!(result["candidates"][0]["points"][0]["median"], 4.5);
    assert_eq!(result["candidates"].as_array().map(Vec::len), Some(2), "one is set aside");
}
