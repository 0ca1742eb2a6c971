//! Who is outside the administration and sits in a body.

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts::{self, Tenure};
use ankunft_testkit::Browser;

use super::meeting::choice;
use super::{BODIES, BODY, MEETING};
use crate::common::desk::Story;

const EMAIL: &str = "traeger@wahl.example";

async fn institution(story: &Story) -> Browser {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut change = story.demo.app.store.change(Author::program("test")).await.expect("a change");
    let new = NewAccount { email: EMAIL, name: EMAIL, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let person = posts::add_person(&mut change, tenant, EMAIL, None).await.expect("a person");
    let role = Role::Institution;
    let membership = Membership { tenant, account, role, person: Some(person) };
    accounts::grant(&mut change, &membership).await.expect("a role");
    let post = posts::add_post(&mut change, tenant, "Stadtteilbüro", None).await.expect("a Stelle");
    let (kind, from_date) = ("holder".to_owned(), "2020-01-01".to_owned());
    let tenure = Tenure { id: 0, post, person, kind, from_date, to_date: None };
    posts::add_tenure(&mut change, tenant, &tenure).await.expect("a tenure");
    change.commit().await.expect("a commit");
    Browser::log_in(&story.demo.app, EMAIL, "de").await
}

/// Its own reports, the meetings that it is invited to and funds, each a page that opens; who steers has
/// no second entry for the same.
async fn its_menu_leads_to_what_it_may_do(story: &mut Story, outside: &mut Browser) {
    let home = outside.get("/musterstadt").await.expect_status(200);
    let ways = home.attributes("header nav a", "href");
    for way in ["/gremien", "/steuerung/berichte/eigene", "/fonds"] {
        let way = format!("/musterstadt{way}");
        assert!(ways.contains(&way), "{way} among {ways:?}");
        let _ = outside.get(&way).await.expect_status(200);
    }
    assert!(!ways.iter().any(|it| it.ends_with("/steuerung")), "{ways:?}");
    let own = "/musterstadt/steuerung/berichte/eigene";
    let page = story.people[0].get(own).await.expect_status(200);
    let ways = page.attributes("nav a", "href");
    assert!(!ways.contains(&own.to_owned()), "{ways:?}");
    assert!(
        ways.contains(&"/musterstadt/steuerung/berichte".to_owned()),
        "its rooms stay: {ways:?}"
    );
}

/// As long as it sits in no body the page says so; then there is one page with day and place, also behind
/// the address of a meeting that its calendar has, and nothing of what is said there.
pub async fn who_is_only_invited_has_one_page(story: &mut Story) {
    let mut outside = institution(story).await;
    its_menu_leads_to_what_it_may_do(story, &mut outside).await;
    for address in [BODY, MEETING] {
        assert_eq!(outside.get(address).await.status, 404, "{address}");
    }
    let none = outside.get(BODIES).await.expect_status(200).body_text();
    assert!(none.contains("in keinem Gremium") && !none.contains("<table"), "{none}");
    let page = story.people[0].get(BODY).await.expect_status(200);
    let post = choice(&page, "stelle", "Stadtteilbüro");
    let seat = [("stelle", post.as_str()), ("rolle", "member"), ("ab", "1.1.2026")];
    let seats = format!("{BODY}/mitglieder");
    let _ = story.people[0].post(BODY, &seats, &seat).await.expect_status(303);
    let new = format!("{BODY}/sitzungen/neu");
    let soon = story.demo.app.today().saturating_add(jiff::Span::new().days(7));
    let day = soon.strftime("%d.%m.%Y").to_string();
    let called = [
        ("titel", "Nachfolge der Leitung"),
        ("tag", &*day),
        ("von", "17:00"),
        ("bis", "19:00"),
        ("ort", "Altes Rathaus"),
    ];
    let done = story.people[1].post(&new, &new, &called).await.expect_status(303);
    let meeting = done.location().expect("a meeting");
    for paper in [format!("{meeting}/papier/pdf"), format!("{MEETING}/papier/pdf")] {
        let paper = outside.get(&paper).await.expect_status(200);
        let Some(text) = crate::common::papers::text(&paper.body) else { continue };
        for hidden in ["Nachfolge", "Treppenhaus", "Sprechstunde", "Aufgabe"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
    }
    let page = outside.get(BODIES).await.expect_status(200);
    let text = page.text("main");
    assert!(text.contains(&day) && text.contains("Altes Rathaus"), "{text}");
    let board = outside.get("/musterstadt").await.expect_status(200).body_text();
    assert!(board.contains("Sie sind eingeladen"), "the morning says it too");
    let led = outside.get(MEETING).await;
    assert_eq!(led.location().as_deref(), Some(BODIES), "one page for all meetings");
    let feed = calendar(&mut outside).await;
    assert!(feed.contains("Altes Rathaus"), "{feed}");
    for title in ["Nachfolge", "Geheime Runde"] {
        let silent = [&text, &board, &feed].iter().all(|it| !it.contains(title));
        assert!(silent, "{title} is the title of a meeting that is not public: {text} {feed}");
    }
    assert_eq!(outside.get(BODY).await.status, 404);
    assert_eq!(outside.get("/musterstadt/gremien/1/sitzungen/99").await.status, 303);
    assert_eq!(outside.get("/musterstadt/gremien/99/sitzungen/1").await.status, 404);
    for inside in ["Treppenhaus", "Protokoll führen", "Aufgabe"] {
        assert!(!text.contains(inside), "{inside}: {text}");
    }
    nothing_is_said_after_its_last_day(story, &mut outside).await;
}

/// What its calendar subscribes to, unfolded.
async fn calendar(outside: &mut Browser) -> String {
    let own = "/musterstadt/gremien/kalender";
    let page = outside.post(own, own, &[("absicht", "neu")]).await.expect_status(200);
    let address = page.text(".mitnehmen code");
    let path = &address[address.find("/musterstadt").expect("a path")..];
    let feed = outside.get(path).await.expect_status(200);
    String::from_utf8(feed.body.to_vec()).expect("UTF-8").replace("\r\n ", "")
}

async fn nothing_is_said_after_its_last_day(story: &mut Story, outside: &mut Browser) {
    let page = story.people[0].get(BODY).await.expect_status(200);
    let seats = page.attributes("input[name=mitglied]", "value");
    let last = seats.iter().filter_map(|it| it.parse::<i64>().ok()).max();
    let seat = last.expect("a seat").to_string();
    let end = format!("{BODY}/mitglieder/ende");
    let sent = [("mitglied", seat.as_str())];
    let _ = story.people[0].post(BODY, &end, &sent).await.expect_status(303);
    let text = outside.get(BODIES).await.expect_status(200).text("main");
    assert!(!text.contains("Altes Rathaus"), "today is its last day: {text}");
    let feed = calendar(outside).await;
    assert!(!feed.contains("Altes Rathaus"), "{feed}");
}
