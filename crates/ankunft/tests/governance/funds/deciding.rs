//! The board votes, the lead writes its decision down, another Stelle pays.

use ankunft_governance::funds::actions::{self, Here};
use ankunft_governance::funds::ledger::Refusal;
use ankunft_governance::funds::model::{Contact, Cost, Request, Vote};
use ankunft_governance::funds::store::applications::{self, Application, Of};
use ankunft_governance::funds::store::{self, book, drafts};
use ankunft_platform::changes::Author;
use ankunft_platform::tenant;
use ankunft_testkit::Browser;

use super::applying::{Group, IBAN};
use super::{FUND, application, founding};
use crate::common::desk::Story;

pub async fn press(
    browser: &Browser,
    (page, to): (String, String),
    form: &[(&'static str, &str)],
) -> (usize, usize) {
    let owned = |it: &(&'static str, &str)| (it.0, it.1.to_owned());
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, page, to, form) =
            (browser.clone(), page.clone(), to.clone(), form.iter().map(owned).collect::<Vec<_>>());
        tasks.push(tokio::spawn(async move {
            let form: Vec<(&str, &str)> = form.iter().map(|it| (it.0, &*it.1)).collect();
            browser.post(&page, &to, &form).await.status.as_u16()
        }));
    }
    let (mut done, mut refused) = (0, 0);
    for task in tasks {
        match task.await.expect("no panic") {
            303 => done += 1,
            422 => refused += 1,
            other => panic!("{other}"),
        }
    }
    (done, refused)
}

pub async fn the_board_votes(story: &mut Story) {
    let (page, vote) = (application(1), format!("{}/stimme", application(1)));
    let today = story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(
        today.body_text().replace('\u{a0}', " ").contains("Stimmen Sie über „Hoffest“ ab."),
        "it stands in the morning"
    );
    let none = story.people[1].post(&page, &vote, &[]).await.expect_status(422);
    assert!(none.body_text().replace('\u{a0}', " ").contains("Wählen Sie eine Stimme."));
    let form = [("stimme", "conflict"), ("stimme-grund", "")];
    let refused = story.people[2].post(&page, &vote, &form).await.expect_status(422);
    assert!(
        refused
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Schreiben Sie, warum dieses Mitglied nicht mitstimmt.")
    );
    let form = [("stimme", "conflict"), ("stimme-grund", "wohnt im Haus")];
    let _ = story.people[2].post(&page, &vote, &form).await.expect_status(303);
    let again = story.people[2].post(&page, &vote, &[("stimme", "yes")]).await.expect_status(422);
    assert!(again.body_text().replace('\u{a0}', " ").contains("Diese Stelle hat schon gestimmt."));
    // 64 presses of one member are one vote.
    let pressed = press(&story.people[1], (page.clone(), vote), &[("stimme", "yes")]).await;
    assert_eq!(pressed, (1, 63));
    let decide = format!("{page}/entscheidung");
    let form = [("was", "bewilligen"), ("betrag", "400")];
    let early = story.people[0].post(&page, &decide, &form).await.expect_status(422);
    assert!(
        early.body_text().replace('\u{a0}', " ").contains("Es fehlt noch eine Stimme"),
        "the quorum is two"
    );
    let shown = story.people[0].get(&page).await.expect_status(200);
    let text = shown.body_text().replace('\u{a0}', " ");
    assert!(text.contains("befangen, stimmt nicht mit") && text.contains("wohnt im Haus"));
    // The lead writes down what was said in the meeting, its own vote too.
    let member = founding::choice(&shown, "mitglied", "Stadtentwicklung");
    let form = [("mitglied", member.as_str()), ("stimme-mitglied", "yes")];
    let _ = story.people[0].post(&page, &format!("{page}/stimmen"), &form).await.expect_status(303);
    let foreign = story.people[1].post(&page, &decide, &[("was", "bewilligen")]).await;
    assert_eq!(foreign.status, 403, "a member does not decide alone");
}

pub async fn it_is_granted_once(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/entscheidung", application(1)));
    for (amount, said) in [
        ("400,01", "Bewilligen Sie einen Betrag zwischen"),
        ("0", "Bewilligen Sie einen Betrag zwischen"),
        ("400.00", "Schreiben Sie den Betrag so"),
    ] {
        let form = [("was", "bewilligen"), ("betrag", amount)];
        let refused = story.people[0].post(&page, &to, &form).await.expect_status(422);
        assert!(refused.body_text().replace('\u{a0}', " ").contains(said), "{amount}");
    }
    let form = [("was", "ablehnen"), ("begruendung", "Nein.")];
    let other = story.people[0].post(&page, &to, &form).await.expect_status(422);
    assert!(other.body_text().replace('\u{a0}', " ").contains("Das Gremium hat anders gestimmt."));
    let form = [("was", "bewilligen"), ("betrag", "350,50"), ("begruendung", "Viel Freude!")];
    assert_eq!(press(&story.people[0], (page.clone(), to), &form).await, (1, 63));
    let fund =
        story.people[1].get(FUND).await.expect_status(200).body_text().replace('\u{a0}', " ");
    assert!(fund.contains("noch 9.649,50 € von 10.000,00 € frei"), "{fund}");
}

pub async fn the_account_is_shown_to_who_pays(story: &mut Story, group: &mut Group) {
    let early = story.people[2]
        .post(&application(1), &format!("{}/auszahlung", application(1)), &[])
        .await
        .expect_status(422);
    assert!(
        early
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Die Gruppe hat noch kein Konto genannt.")
    );
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    assert!(
        status.body_text().replace('\u{a0}', " ").contains("Sie bekommen 350,50 €")
            || status.body_text().replace('\u{a0}', " ").contains("sie bekommen")
    );
    assert!(status.body_text().replace('\u{a0}', " ").contains("Viel Freude!"));
    let (at, to) = (group.at(""), group.at("/konto"));
    let wrong = [("inhaber", "A. B."), ("iban", "DE89 3704 0044 0532 0310 00")];
    let refused = group.browser.post(&at, &to, &wrong).await.expect_status(422);
    assert!(refused.body_text().replace('\u{a0}', " ").contains("Diese IBAN stimmt nicht."));
    let kept = refused.attribute("input[name=iban]", "value");
    assert_eq!(kept.as_deref(), Some("DE89 3704 0044 0532 0310 00"), "what was typed stays");
    let right = [("inhaber", "A. B."), ("iban", "de89 3704 0044 0532 0130 00")];
    let _ = group.browser.post(&at, &to, &right).await.expect_status(303);
    let spaced = "DE89 3704 0044 0532 0130 00";
    for (person, whole) in [(0, false), (1, false), (2, true)] {
        let text = story.people[person]
            .get(&application(1))
            .await
            .expect_status(200)
            .body_text()
            .replace('\u{a0}', " ");
        assert_eq!(text.contains(spaced), whole, "person {person}");
        assert!(!text.contains(IBAN));
        assert!(whole || text.contains("DE… 3000"));
    }
    let own = group.browser.get(&at).await.expect_status(200).body_text().replace('\u{a0}', " ");
    assert!(own.contains("DE… 3000") && !own.contains(spaced), "nor to who has the address");
    for person in [0, 1] {
        let order = format!("{}/auszahlung/pdf", application(1));
        assert_eq!(story.people[person].get(&order).await.status, 403);
    }
}

pub async fn it_is_paid_once(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/auszahlung", application(1)));
    for person in [0, 1] {
        assert_eq!(story.people[person].post(&page, &to, &[]).await.status, 403);
    }
    let today = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(
        today
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Ordnen Sie die Auszahlung für „Hoffest“ an.")
    );
    let other = story.people[2].post(&page, &to, &[("konto", "ein anderes")]).await;
    let other = other.expect_status(422).body_text();
    assert!(other.contains("Die Gruppe hat inzwischen ein anderes Konto genannt."), "{other}");
    let shown = story.people[2].get(&page).await.expect_status(200);
    let account = shown.attribute("main form input[name=konto]", "value").expect("an account");
    let seen = [("konto", &*account)];
    assert_eq!(press(&story.people[2], (page.clone(), to), &seen).await, (1, 63));
    for kind in ["pdf", "docx"] {
        let file = story.people[2].get(&format!("{page}/auszahlung/{kind}")).await;
        let file = file.expect_status(200);
        let begins: &[u8] = if kind == "pdf" { b"%PDF-" } else { b"PK" };
        assert!(file.body.starts_with(begins), "{kind}");
    }
    let shown = story.people[2].get(&page).await.expect_status(200);
    assert!(shown.body_text().replace('\u{a0}', " ").contains("350,50"));
}

/// 64 applications of 500 euros, all of them wished by the board, and 10,000 euros: twenty fit.
pub async fn many_grants(mut story: Story) {
    founding::rules_make_a_fund(&mut story).await;
    founding::a_budget_is_booked_once(&mut story).await;
    let numbers = apply(&story, 64).await;
    let app = story.demo.app.clone();
    let city = app.city("musterstadt").await.expect("a database").expect("the city");
    let mut tasks = Vec::new();
    for number in numbers {
        let mut browser = story.people[0].clone();
        tasks.push(tokio::spawn(async move {
            let page = application(number);
            let form = [("was", "bewilligen"), ("betrag", "500")];
            let answer = browser.post(&page, &format!("{page}/entscheidung"), &form).await;
            (
                answer.status.as_u16(),
                answer.body_text().replace('\u{a0}', " ").contains("Frei sind 0,00"),
            )
        }));
    }
    let (mut granted, mut refused) = (0, 0);
    for task in tasks {
        match task.await.expect("no panic") {
            (303, _) => granted += 1,
            (422, true) => refused += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((granted, refused), (20, 44), "only those that fit");
    let year = i64::from(app.today().year());
    let mut read = app.store.read().await.expect("a connection");
    let lines = book::lines(&mut read, city.tenant, 1).await.expect("a book");
    drop(read);
    let balance = book::ledger(&lines).year(year);
    assert_eq!((balance.left(), balance.reserved), (0, 1_000_000));
    what_is_set_free_is_granted_once(&story).await;
}

/// One group withdraws: its money is free, and one more fits, of all that ask at once.
async fn what_is_set_free_is_granted_once(story: &Story) {
    let app = story.demo.app.clone();
    let city = app.city("musterstadt").await.expect("a database").expect("the city");
    let t = app.texts_of(&city);
    let here = Here { city: &city, t: &t, today: app.today() };
    let all = all(story).await;
    let first = all.iter().find(|it| it.state().is_funded()).expect("one that was granted").number;
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    actions::withdraw(&mut change, here, first).await.expect("withdrawn");
    change.commit().await.expect("a commit");
    let mut tasks = Vec::new();
    for it in all.iter().filter(|it| !it.state().is_funded() && !it.state().is_over()) {
        let (app, city, t, number) = (app.clone(), city.clone(), t.clone(), it.number);
        tasks.push(tokio::spawn(async move {
            let here = Here { city: &city, t: &t, today: app.today() };
            let mut change = app.store.change(Author::program("test")).await.expect("a change");
            let grant = actions::Decision::Grant(50_000, String::new());
            match actions::decide(&mut change, here, number, &grant).await {
                Ok(()) => change.commit().await.map(|()| true).expect("a commit"),
                Err(actions::Refused::Money(Refusal::OverBudget { left: 0 })) => false,
                Err(other) => panic!("{other:?}"),
            }
        }));
    }
    let mut granted = 0;
    for task in tasks {
        granted += usize::from(task.await.expect("no panic"));
    }
    assert_eq!(granted, 1);
}

pub async fn all(story: &Story) -> Vec<Application> {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    applications::list(&mut read, tenant, Of::City).await.expect("applications")
}

/// So many applications with the votes of the whole board.
pub async fn apply(story: &Story, count: usize) -> Vec<i64> {
    let app = &story.demo.app;
    let city = app.city("musterstadt").await.expect("a database").expect("the city");
    let t = app.texts_of(&city);
    let here = Here { city: &city, t: &t, today: app.today() };
    let request = Request {
        title: "Vorhaben".into(),
        what: "Etwas".into(),
        place: "hier".into(),
        for_whom: "alle".into(),
        starts_on: app.today(),
        ends_on: app.today(),
        costs: vec![Cost { what: "alles".into(), cents: 100_000 }],
        own: 50_000,
        applicant: "Gruppe".into(),
        conflict: String::new(),
    };
    let mut numbers = Vec::new();
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    tenant::lock(&mut change, city.tenant).await.expect("a lock");
    let fund = store::fund(&mut change, city.tenant, 1).await.expect("a database");
    let members = fund.expect("a fund").terms.members;
    for number in 0..count {
        let secret = number.to_le_bytes();
        let draft = (secret.as_slice(), "de");
        drafts::begin(&mut change, city.tenant, 1, draft, app.now()).await.expect("a draft");
        let draft = drafts::by_secret(&mut change, city.tenant, &secret).await.expect("a database");
        let draft = draft.expect("a draft");
        let (from, what) = ((&draft, secret.as_slice()), (&request, &Contact::default()));
        let sent = applications::submit(&mut change, city.tenant, from, what, here.today).await;
        let number = sent.expect("a database").expect("a number");
        for post in &members {
            let vote = (Vote::Yes, "");
            actions::vote(&mut change, here, (number, *post), vote).await.expect("a vote");
        }
        numbers.push(number);
    }
    change.commit().await.expect("a commit");
    numbers
}
