//! Who stands in for a colleague holds a Stelle too, and works as one of both at a time.

use ankunft_platform::changes::Author;
use ankunft_platform::register::posts::{self, Tenure};
use jiff::Span;
use jiff::civil::Date;

use super::visits::{YOUTH, log_in};
use super::{MORNING, measure};
use crate::reporting::post::Office;

const HOUSING: &str = "wohnen@wahl.example";
const CHOOSE: &str = "/musterstadt/heute/stelle";

/// The number of a Stelle, and of the person who is called so.
async fn named(office: &Office, post: &str, person: &str) -> [i64; 2] {
    let tenant = office.story.demo.tenant("musterstadt").await;
    let mut read = office.story.demo.app.store.read().await.expect("a connection");
    let posts = posts::posts(&mut read, tenant).await.expect("Stellen");
    let people = posts::people(&mut read, tenant).await.expect("people");
    let post = posts.iter().find(|it| it.title == post).expect("a Stelle").id;
    [post, people.iter().find(|it| it.name == person).expect("a person").id]
}

async fn write(office: &Office, sql: &'static str, [day, post]: [String; 2]) {
    let mut upkeep = office.story.demo.app.store.upkeep().await.expect("a connection");
    let post: i64 = post.parse().expect("a number");
    sqlx::query(sql).bind(day).bind(post).execute(&mut *upkeep).await.expect("rows");
    upkeep.commit().await.expect("a commit");
}

/// Somebody stands in at a Stelle for two weeks.
async fn stand_in(office: &Office, [post, person]: [i64; 2], today: Date) {
    let tenant = office.story.demo.tenant("musterstadt").await;
    let app = &office.story.demo.app;
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let until = today.saturating_add(Span::new().days(14));
    let (from_date, to_date) = (today.to_string(), Some(until.to_string()));
    let kind = "substitute".to_owned();
    let tenure = Tenure { id: 0, post, person, kind, from_date, to_date };
    posts::add_tenure(&mut change, tenant, &tenure).await.expect("a tenure");
    change.commit().await.expect("a commit");
}

pub async fn who_stands_in_works_as_both(office: &mut Office) {
    let app = office.story.demo.app.clone();
    let [youth, person] = named(office, "Jugend", "Wohnen").await;
    let today = app.today();
    let mut other = log_in(office, HOUSING).await;
    let alone = other.get(MORNING).await.expect_status(200).body_text();
    assert!(!alone.contains("Ihre Stellen"), "one Stelle needs no choice: {alone}");
    // Nobody works as a Stelle that is not theirs.
    let number = youth.to_string();
    let foreign = other.post(MORNING, CHOOSE, &[("stelle", &*number)]).await;
    assert_eq!(foreign.status, 404);

    stand_in(office, [youth, person], today).await;

    // The own board stays what it was, and says what waits elsewhere.
    let page = other.get(MORNING).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Ihre Stellen") && text.contains("Jugend (in Vertretung)"), "{text}");
    assert!(!text.contains("Bericht abnehmen: Sprechstunde"), "{text}");
    assert!(text.contains("Dort wartet eine Sache.") || text.contains("Dort warten"), "{text}");
    let done = other.post(MORNING, CHOOSE, &[("stelle", &*number)]).await.expect_status(303);
    assert_eq!(done.location(), Some(MORNING.to_owned()));

    // Now it is the board of the colleague, on every page it stands as whom, and what is done is done
    // by that Stelle.
    let text = other.get(MORNING).await.expect_status(200).body_text();
    assert!(text.contains("Bericht abnehmen: Sprechstunde im Quartier"), "{text}");
    assert!(text.contains("Als diese Stelle arbeiten Sie gerade."), "{text}");
    let page = other.get(&measure(1)).await.expect_status(200);
    assert!(page.text("header").contains("in Vertretung: Jugend"), "{}", page.text("header"));
    let changes = format!("{}/aendern", measure(1));
    assert!(page.attributes("main a", "href").contains(&changes), "it can be changed");
    let chosen: (i64,) =
        sqlx::query_as("select count(*) from change_entry where action = 'post.act'")
            .fetch_one(&mut *app.store.read().await.expect("a connection"))
            .await
            .expect("a count");
    assert_eq!(chosen.0, 1);
    // It holds at the next log-in too, and the colleague's own board is theirs as before.
    let mut again = log_in(office, HOUSING).await;
    let text = again.get(MORNING).await.expect_status(200).body_text();
    assert!(text.contains("Bericht abnehmen: Sprechstunde im Quartier"), "{text}");
    let text = log_in(office, YOUTH).await.get(MORNING).await.expect_status(200).body_text();
    assert!(!text.contains("Ihre Stellen") && text.contains("Bericht abnehmen"), "{text}");

    // When the time is over, so is the choice.
    let ended = today.saturating_sub(Span::new().days(1)).to_string();
    let sql = "update tenure set from_date = $1, to_date = $1 \
               where kind = 'substitute' and post = $2";
    write(office, sql, [ended, number]).await;
    let text = again.get(MORNING).await.expect_status(200).body_text();
    assert!(!text.contains("Bericht abnehmen") && !text.contains("Vertretung"), "{text}");
}
