//! A group that nobody reaches any more: what is reserved is free again, what was paid is reclaimed.

use ankunft_governance::funds::actions::{self, Decision, Here, Refused};
use ankunft_governance::funds::ledger::{Kind, MOST};
use ankunft_governance::funds::model::State;
use ankunft_governance::funds::store::book;
use ankunft_platform::changes::Author;

use super::deciding::{all, apply, press};
use super::{FUND, application, deciding, founding, granted};
use crate::common::desk::Story;

const WHY: &str = "Gruppe nicht mehr erreichbar";

fn form(state: &str) -> [(&'static str, &str); 3] {
    [("was", "schliessen"), ("stand", state), ("grund-abschluss", WHY)]
}

async fn text(story: &mut Story, person: usize, address: &str) -> String {
    let page = story.people[person].get(address).await.expect_status(200);
    page.body_text().replace('\u{a0}', " ")
}

pub async fn reserved(mut story: Story) {
    let mut group = granted(&mut story).await;
    let (page, to) = (application(1), format!("{}/abschluss", application(1)));
    let shown = story.people[0].get(&page).await.expect_status(200);
    assert!(shown.attributes("main form", "action").contains(&to));
    for person in [1, 2] {
        let shown = story.people[person].get(&page).await.expect_status(200);
        assert!(!shown.attributes("main form", "action").contains(&to), "person {person}");
        assert_eq!(story.people[person].post(&page, &to, &form("granted")).await.status, 403);
    }
    let silent = [("was", "schliessen"), ("stand", "granted"), ("grund-abschluss", "")];
    let refused = story.people[0].post(&page, &to, &silent).await.expect_status(422);
    assert!(refused.body_text().contains("Schreiben Sie, warum der Antrag geschlossen wird."));
    // Who has seen it otherwise does not decide on it.
    let refused = story.people[0].post(&page, &to, &form("paid")).await.expect_status(422);
    assert!(refused.body_text().contains("Das geht nicht mehr. Der Stand ist jetzt: bewilligt."));
    assert_eq!(press(&story.people[0], (page.clone(), to), &form("granted")).await, (1, 63));
    let fund = text(&mut story, 1, FUND).await;
    assert!(fund.contains("noch 10.000,00 € von 10.000,00 € frei"), "{fund}");
    assert!(fund.contains("ohne Nachweis geschlossen"), "{fund}");
    assert!(!fund.contains("zurückzufordern"), "nothing was paid: {fund}");
    let shown = text(&mut story, 1, &page).await;
    assert!(shown.contains("ohne Auszahlung geschlossen, das Geld ist wieder frei"), "{shown}");
    assert!(shown.contains(WHY), "{shown}");
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    let status = status.body_text();
    assert!(status.contains("Wir haben Ihren Antrag geschlossen.") && status.contains(WHY));
    // It is over: nobody pays, decides or shows anything any more.
    let account = [("inhaber", "A. B."), ("iban", "DE89 3704 0044 0532 0130 00")];
    let (start, konto) = (format!("{FUND}/antrag"), group.at("/konto"));
    assert_eq!(group.browser.post(&start, &konto, &account).await.status, 422);
    let pay = format!("{page}/auszahlung");
    assert_eq!(story.people[2].post(&start, &pay, &[("konto", "")]).await.status, 422);
    let publish = [("oeffentlich", "ja"), ("titel", "Hoffest im Sommer")];
    let to = format!("{page}/veroeffentlichung");
    let published = story.people[0].post(&page, &to, &publish).await;
    assert_ne!(published.status, 303, "nothing was given");
    let _ = story.people[1].get("/musterstadt/faden/fund-proof/1").await.expect_status(404);
}

pub async fn paid(mut story: Story) {
    let mut group = granted(&mut story).await;
    deciding::the_account_is_shown_to_who_pays(&mut story, &mut group).await;
    deciding::it_is_paid_once(&mut story).await;
    let (page, to) = (application(1), format!("{}/abschluss", application(1)));
    let back = [("was", "zurueck"), ("rueckzahlung", "350,50")];
    let early = story.people[0].post(&page, &to, &back).await;
    assert_eq!(early.status, 422, "while it runs nothing is reclaimed");
    let accepted = [("was", "annehmen"), ("zurueck", "0")];
    let unseen = story.people[0].post(&page, &format!("{page}/nachweis"), &accepted).await;
    assert_eq!(unseen.status, 422, "without a proof nothing is accepted");
    assert_eq!(press(&story.people[0], (page.clone(), to.clone()), &form("paid")).await, (1, 63));
    let fund = text(&mut story, 1, FUND).await;
    assert!(fund.contains("noch 9.649,50 € von 10.000,00 € frei"), "paid is paid: {fund}");
    for address in [FUND.to_owned(), format!("{FUND}/jahr")] {
        let shown = text(&mut story, 1, &address).await;
        assert!(shown.contains("zurückzufordern: 350,50 €"), "{address}: {shown}");
    }
    let csv = story.people[1].get(&format!("{FUND}/jahr.csv")).await.expect_status(200);
    let csv = String::from_utf8(csv.body).expect("text");
    assert!(csv.contains(",given-up,400.00,350.50,350.50,0.00"), "{csv}");
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    let status = status.body_text().replace('\u{a0}', " ");
    assert!(status.contains("Bitte zahlen Sie 350,50 € zurück."), "{status}");
    let lapses = story.demo.app.today().year() + 3;
    assert!(
        status.contains(&format!("nachdem das Geld da ist, spätestens am 31.12.{lapses}.")),
        "{status}"
    );
    let more = [("was", "zurueck"), ("rueckzahlung", "350,51")];
    let refused = story.people[0].post(&page, &to, &more).await.expect_status(422);
    assert!(refused.body_text().contains("passt nicht zu dem, was gebucht ist"));
    assert_eq!(press(&story.people[0], (page.clone(), to), &back).await, (1, 63));
    let fund = text(&mut story, 1, FUND).await;
    assert!(fund.contains("noch 10.000,00 € von 10.000,00 € frei"), "{fund}");
    assert!(!fund.contains("zurückzufordern"), "{fund}");
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    let status = status.body_text();
    assert!(status.contains("Das Geld ist zurückgekommen."));
    assert!(!status.contains(&format!("31.12.{lapses}")), "ninety days from now: {status}");
    assert!(status.contains("Namen, E-Mail und Telefon löschen wir am "), "{status}");
}

/// The city closes what a group withdraws, several times over: each application once, and every cent is free
/// once.
pub async fn at_once(mut story: Story) {
    founding::rules_make_a_fund(&mut story).await;
    founding::a_budget_is_booked_once(&mut story).await;
    let numbers = apply(&story, 8).await;
    let app = story.demo.app.clone();
    let city = app.city("musterstadt").await.expect("a database").expect("the city");
    let t = app.texts_of(&city);
    let here = Here { city: &city, t: &t, today: app.today() };
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    for number in &numbers {
        let grant = Decision::Grant(50_000, String::new());
        actions::decide(&mut change, here, *number, &grant).await.expect("a grant");
    }
    change.commit().await.expect("a commit");
    let mut tasks = Vec::new();
    for at in 0..32 {
        let (app, city, t) = (app.clone(), city.clone(), t.clone());
        let number = numbers[at % numbers.len()];
        tasks.push(tokio::spawn(async move {
            let here = Here { city: &city, t: &t, today: app.today() };
            let mut change = app.store.change(Author::program("test")).await.expect("a change");
            let done = match at / 8 {
                0 => actions::withdraw(&mut change, here, number).await,
                _ => actions::give_up(&mut change, here, (number, State::Granted), WHY).await,
            };
            match done {
                Ok(()) => change.commit().await.map(|()| true).expect("a commit"),
                Err(Refused::State(State::Closed | State::Withdrawn)) => false,
                Err(other) => panic!("{other:?}"),
            }
        }));
    }
    let mut done = 0;
    for task in tasks {
        done += usize::from(task.await.expect("no panic"));
    }
    assert_eq!(done, 8, "each once");
    assert!(all(&story).await.iter().all(|it| it.state().is_over() && !it.is_funded()));
    let mut read = app.store.read().await.expect("a connection");
    let lines = book::lines(&mut read, city.tenant, 1).await.expect("a book");
    let released = lines.iter().filter(|it| it.booking.kind == Kind::Release).count();
    let balance = book::ledger(&lines).year(i64::from(app.today().year()));
    assert_eq!((released, balance.left(), balance.reserved), (8, balance.budget, 0));
    assert!(balance.budget < MOST);
}
