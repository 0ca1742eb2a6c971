//! A vote that was written down wrongly is corrected until money goes out, and what stood there stays.

use ankunft_governance::funds::model::Contact;
use ankunft_platform::changes;

use super::deciding::press;
use super::{application, deciding, founding, granted};
use crate::common::desk::Story;

const WRONG: &str = "Die berichtigten Stimmen tragen die Bewilligung nicht mehr.";

fn own(stand: &str, vote: &'static str) -> [(&'static str, String); 4] {
    let form = [("was", "berichtigen"), ("stand", stand), ("stimme-neu", vote), ("grund-neu", "")];
    form.map(|it| (it.0, it.1.to_owned()))
}

async fn text(story: &mut Story, person: usize) -> String {
    let page = story.people[person].get(&application(1)).await.expect_status(200);
    page.body_text().replace('\u{a0}', " ")
}

async fn today(story: &mut Story, person: usize) -> String {
    story.people[person].get("/musterstadt").await.expect_status(200).body_text()
}

pub async fn votes(mut story: Story) {
    let mut group = granted(&mut story).await;
    deciding::the_account_is_shown_to_who_pays(&mut story, &mut group).await;
    a_member_corrects_its_own_once(&mut story).await;
    what_the_board_does_not_carry_is_not_paid(&mut story).await;
    the_lead_corrects_what_it_sees(&mut story).await;
    deciding::it_is_paid_once(&mut story).await;
    nothing_is_corrected_after_the_money(&mut story).await;
    it_stands_in_the_log(&story).await;
}

async fn a_member_corrects_its_own_once(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/stimme", application(1)));
    let form = own("0", "no");
    let form: Vec<(&'static str, &str)> = form.iter().map(|it| (it.0, &*it.1)).collect();
    assert_eq!(press(&story.people[1], (page.clone(), to.clone()), &form).await, (1, 63));
    let late = story.people[1].post(&page, &to, &form).await.expect_status(422);
    assert!(late.body_text().contains("Inzwischen ist eine Stimme berichtigt worden."));
    let shown = text(story, 1).await;
    assert!(shown.contains("Vorher: Ja, festgehalten von"), "{shown}");
}

async fn what_the_board_does_not_carry_is_not_paid(story: &mut Story) {
    let page = application(1);
    assert!(text(story, 0).await.contains(WRONG));
    assert!(today(story, 0).await.contains("tragen die Bewilligung von"), "the lead is asked");
    assert!(!today(story, 2).await.contains("Ordnen Sie die Auszahlung"), "nobody is asked to pay");
    let shown = story.people[2].get(&page).await.expect_status(200);
    assert_eq!(shown.attribute("main form input[name=konto]", "value"), None, "no way to pay");
    let order = format!("{page}/auszahlung/pdf");
    assert_eq!(story.people[2].get(&order).await.status, 404, "and no order");
    let pay = format!("{page}/auszahlung");
    let iban = super::applying::IBAN.to_owned();
    let account = Contact { holder: "A. B.".to_owned(), iban, ..Contact::default() }.account();
    let refused = story.people[2].post(&page, &pay, &[("konto", &*account)]).await;
    let refused = refused.expect_status(422).body_text();
    assert!(refused.contains("Das Gremium hat anders gestimmt."), "{refused}");
}

async fn the_lead_corrects_what_it_sees(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/stimmen", application(1)));
    let shown = story.people[0].get(&page).await.expect_status(200);
    let member = founding::choice(&shown, "mitglied-neu", "Jugend");
    let seen = shown.attribute("main form input[name=stand][value='1']", "value");
    assert_eq!(seen.as_deref(), Some("1"), "one correction was seen");
    let send = |stand: &'static str, member: &str, vote: &'static str| {
        let member = ("mitglied-neu", member.to_owned());
        own(stand, vote).into_iter().chain([member]).collect::<Vec<_>>()
    };
    for (form, says) in [
        (send("0", &member, "yes"), "Inzwischen ist eine Stimme berichtigt worden."),
        (send("1", &member, "no"), "So steht die Stimme schon da."),
        (send("1", "", "yes"), "Wählen Sie das Mitglied."),
        (send("1", &member, "conflict"), "Schreiben Sie, warum dieses Mitglied nicht mitstimmt."),
    ] {
        let form: Vec<(&str, &str)> = form.iter().map(|it| (it.0, &*it.1)).collect();
        let refused = story.people[0].post(&page, &to, &form).await.expect_status(422);
        let text = refused.body_text().replace('\u{a0}', " ");
        assert!(text.contains(says), "{says}: {text}");
    }
    let form = send("1", &member, "yes");
    let form: Vec<(&str, &str)> = form.iter().map(|it| (it.0, &*it.1)).collect();
    assert_eq!(story.people[1].post(&page, &to, &form).await.status, 403, "others are the lead's");
    let _ = story.people[0].post(&page, &to, &form).await.expect_status(303);
    let shown = text(story, 0).await;
    assert!(!shown.contains(WRONG), "{shown}");
    assert!(shown.contains("Vorher: Nein, festgehalten von"), "{shown}");
    assert!(shown.contains("Vorher: Ja, festgehalten von"), "both versions stay: {shown}");
    assert!(!today(story, 0).await.contains("tragen die Bewilligung von"), "it is carried again");
    assert!(today(story, 2).await.contains("Ordnen Sie die Auszahlung"), "and to be paid");
}

async fn nothing_is_corrected_after_the_money(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/stimme", application(1)));
    let shown = story.people[1].get(&page).await.expect_status(200);
    assert!(shown.attributes("main form input[name=stimme-neu]", "name").is_empty());
    assert!(shown.body_text().contains("Vorher:"), "what was corrected stays to be read");
    let form = own("2", "no");
    let form: Vec<(&str, &str)> = form.iter().map(|it| (it.0, &*it.1)).collect();
    let refused = story.people[1].post(&page, &to, &form).await.expect_status(422);
    assert!(refused.body_text().contains("Das geht nicht mehr. Der Stand ist jetzt: ausgezahlt."));
}

async fn it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let corrected = log.iter().filter(|it| it.action == "fund.correct-vote").count();
    assert_eq!(corrected, 2);
}
