//! The Systemverwaltung of a city.

use ankunft_platform::accounts;
use ankunft_platform::config::MailWay;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts;

use crate::town::{Browser, PASSWORD, Town};

const ADA: &str = "ada@musterstadt.example";
const PEOPLE: (&str, &str) = ("/musterstadt/system/personen", "/musterstadt/system/personen");

async fn town() -> (Town, Browser) {
    let town = Town::found().await;
    town.person(ADA, Role::Admin).await;
    let mut browser = Browser::default();
    browser.log_in(&town, ADA, PASSWORD).await;
    (town, browser)
}

#[tokio::test]
async fn every_page_opens_for_the_admin_and_for_nobody_else() {
    let (town, mut admin) = town().await;
    town.person("ida@musterstadt.example", Role::Coordination).await;
    let mut other = Browser::default();
    other.log_in(&town, "ida@musterstadt.example", PASSWORD).await;
    for page in ["", "/personen", "/stellen", "/protokoll", "/einstellungen"] {
        let address = format!("/musterstadt/system{page}");
        for language in ["de", "en"] {
            let asked = format!("{address}?sprache={language}");
            assert_eq!(admin.get(&town, &asked).await.status, 200, "{asked}");
        }
        assert_eq!(other.get(&town, &address).await.status, 403, "{address}");
        let elsewhere = address.replace("musterstadt", "neuburg");
        assert_eq!(admin.get(&town, &elsewhere).await.status, 403, "{elsewhere}");
    }
}

#[tokio::test]
async fn an_invited_person_sets_a_password_and_comes_in() {
    let (town, mut admin) = town().await;
    let form = [
        ("name", "<b>Ida</b>"),
        ("email", "ida@musterstadt.example"),
        ("rolle", "department"),
        ("person", ""),
    ];
    let answer = admin.post(&town, PEOPLE, &form).await;
    assert_eq!(answer.status, 200);
    assert!(!answer.text.contains("<b>Ida</b>"), "names are text");
    let at = answer.text.find("/l/").expect("the link, because no mail is sent");
    let link: String = answer.text[at..].chars().take_while(|it| *it != '<').collect();

    let mut ida = Browser::default();
    assert!(ida.get(&town, &link).await.text.contains("Willkommen"));
    let form = [("passwort", PASSWORD), ("wiederholung", PASSWORD)];
    assert_eq!(ida.post(&town, (&link, &link), &form).await.status, 303);
    let answer = ida.log_in(&town, "ida@musterstadt.example", PASSWORD).await;
    assert_eq!(answer.location(), "/musterstadt");
}

#[tokio::test]
async fn an_invitation_by_mail_is_not_shown() {
    let town = Town::found_with(Vec::new(), |it| it.mail.way = MailWay::Folder).await;
    town.person(ADA, Role::Admin).await;
    let mut admin = Browser::default();
    admin.log_in(&town, ADA, PASSWORD).await;
    let form = [("name", "Ida"), ("email", "i@m.example"), ("rolle", "reader"), ("person", "")];
    assert_eq!(admin.post(&town, PEOPLE, &form).await.status, 303);
    assert_eq!(town.letters().len(), 1);
    let bad = [("name", "Ida"), ("email", "i@m\r\nBcc: x@y"), ("rolle", "reader"), ("person", "")];
    assert_eq!(admin.post(&town, PEOPLE, &bad).await.status, 422);
}

#[tokio::test]
async fn an_account_of_another_city_cannot_be_taken() {
    let (town, mut admin) = town().await;
    let victim = town.person_in(town.other, "eva@neuburg.example", Role::Admin).await;
    let form =
        [("name", "E"), ("email", "eva@neuburg.example"), ("rolle", "reader"), ("person", "")];
    assert_eq!(admin.post(&town, PEOPLE, &form).await.status, 422);
    let account = victim.to_string();
    let target = (PEOPLE.0, "/musterstadt/system/konto");
    for what in ["link", "sperren"] {
        let form = [("konto", account.as_str()), ("was", what)];
        assert_eq!(admin.post(&town, target, &form).await.status, 404, "{what}");
    }
    let form = [("konto", account.as_str()), ("rolle", "admin")];
    let target = (PEOPLE.0, "/musterstadt/system/rolle");
    assert_eq!(admin.post(&town, target, &form).await.status, 404);
}

#[tokio::test]
async fn the_last_admin_stays_and_a_closed_account_is_out_at_once() {
    let (town, mut admin) = town().await;
    let ida = town.person("ida@musterstadt.example", Role::Reader).await.to_string();
    let mut read = town.app.store.read().await.unwrap();
    let ada = accounts::by_email(&mut read, ADA).await.unwrap().unwrap().id.to_string();
    drop(read);
    let form = [("konto", ada.as_str()), ("rolle", "admin")];
    let target = (PEOPLE.0, "/musterstadt/system/rolle");
    assert_eq!(admin.post(&town, target, &form).await.status, 422);

    let mut reader = Browser::default();
    reader.log_in(&town, "ida@musterstadt.example", PASSWORD).await;
    let form = [("konto", ida.as_str()), ("was", "sperren")];
    let target = (PEOPLE.0, "/musterstadt/system/konto");
    assert_eq!(admin.post(&town, target, &form).await.status, 303);
    assert_eq!(reader.get(&town, "/konto").await.status, 303);
    let answer = reader.log_in(&town, "ida@musterstadt.example", PASSWORD).await;
    assert_eq!(answer.status, 422);
}

#[tokio::test]
async fn a_post_is_handed_over_in_one_step() {
    let (town, mut admin) = town().await;
    let pages = ("/musterstadt/system/stellen", "/musterstadt/system/einheiten");
    let form = [("art", "Amt"), ("name", "Jugendamt"), ("ueber", "")];
    assert_eq!(admin.post(&town, pages, &form).await.status, 303);
    let mut change =
        town.app.store.change(ankunft_platform::changes::Author::program("test")).await.unwrap();
    let successor =
        posts::add_person(&mut change, town.tenant, "Uwe Neu", None).await.unwrap().to_string();
    let foreign = posts::add_post(&mut change, town.other, "Fremd", None).await.unwrap();
    change.commit().await.unwrap();
    let mut read = town.app.store.read().await.unwrap();
    let post = posts::posts(&mut read, town.tenant).await.unwrap()[0].id;
    drop(read);

    let page = format!("/musterstadt/system/stellen/{post}");
    let today = town.app.today().to_string();
    let form = |ab| [("person", successor.as_str()), ("als", "holder"), ("ab", ab), ("bis", "")];
    assert_eq!(admin.post(&town, (&page, &page), &form("gestern")).await.status, 422);
    assert_eq!(admin.post(&town, (&page, &page), &form(&today)).await.status, 303);
    let note = admin.get(&town, &page).await.text;
    assert!(note.contains("Uwe Neu") && note.contains("Zurzeit hängt an der Stelle nichts."));
    // Nobody can have left before they came.
    for day in ["2010-01-01", &today] {
        let answer = admin.post(&town, (&page, &page), &form(day)).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains("Uwe Neu hat die Stelle ab dem"), "{}", answer.text);
        assert!(answer.text.contains(&format!("value=\"{day}\"")), "it stands there still");
    }
    let mut read = town.app.store.read().await.unwrap();
    let tenures = posts::tenures(&mut read, town.tenant).await.unwrap();
    drop(read);
    let is_held = |it: &&posts::Tenure| it.post == post && it.kind == "holder";
    let ends = |it: &posts::Tenure| it.to_date.clone();
    let ends: Vec<_> =
        tenures.iter().filter(is_held).filter(|it| it.from_date == today).map(ends).collect();
    assert_eq!(ends, [None::<String>], "a refused day changes nothing");
    let overview = admin.get(&town, "/musterstadt/system/stellen").await.text;
    assert!(overview.contains("Uwe Neu") && !overview.contains("Ida Muster</td>"));

    let foreign = format!("/musterstadt/system/stellen/{foreign}");
    assert_eq!(admin.get(&town, &foreign).await.status, 404);
    assert_eq!(admin.post(&town, (&page, &foreign), &form(&today)).await.status, 404);
}

#[tokio::test]
async fn settings_and_log_speak_to_one_another() {
    let (town, mut admin) = town().await;
    let page = ("/musterstadt/system/einstellungen", "/musterstadt/system/einstellungen");
    let form = [("kontakt", "Rathaus\n<i>Platz</i> 1"), ("erfunden", "x")];
    assert_eq!(admin.post(&town, page, &form).await.status, 303);
    let contact = Browser::default().get(&town, "/musterstadt/kontakt").await.text;
    assert!(contact.contains("<p>Rathaus</p>") && !contact.contains("<i>Platz"));
    assert!(!Browser::default().get(&town, "/neuburg/kontakt").await.text.contains("Rathaus"));
    let log = admin.get(&town, "/musterstadt/system/protokoll?art=setting").await.text;
    assert!(log.contains("Einstellung geändert") && !log.contains("Rolle erteilt</td>"));
    assert!(!log.contains("Platz"), "the log holds no contents");
    let who = admin.get(&town, "/musterstadt/system/protokoll?was=weitergaben").await.text;
    assert!(who.contains("Wer hat das bekommen?"));
}

#[tokio::test]
async fn the_doors_open_on_postgresql_too() {
    let Some(address) = ankunft_testkit::postgres() else { return };
    let town = Town::found_with(Vec::new(), |it| it.database = address).await;
    town.person(ADA, Role::Admin).await;
    let mut admin = Browser::default();
    assert_eq!(admin.log_in(&town, ADA, PASSWORD).await.location(), "/musterstadt");
    let form = [("name", "Ida"), ("email", "i@m.example"), ("rolle", "reader"), ("person", "")];
    assert!(admin.post(&town, PEOPLE, &form).await.text.contains("/l/"));
    for page in ["", "/personen", "/stellen", "/protokoll?was=rollen", "/einstellungen"] {
        assert_eq!(admin.get(&town, &format!("/musterstadt/system{page}")).await.status, 200);
    }
    let posts = posts::posts(&mut town.app.store.read().await.unwrap(), town.tenant).await.unwrap();
    let note = format!("/musterstadt/system/stellen/{}", posts[0].id);
    assert!(admin.get(&town, &note).await.text.contains("Zurzeit hängt an der Stelle nichts."));
    town.wait(400);
    let form = [("sitzung", "andere")];
    assert_eq!(admin.post(&town, ("/konto", "/konto/sitzung"), &form).await.status, 303);
}
