//! Log-in, sessions, passwords and links.

use ankunft_platform::changes;
use ankunft_platform::config::MailWay;
use ankunft_platform::permission::Role;
use axum::http::header;

use crate::town::{Browser, PASSWORD, Town};

const IDA: &str = "ida@musterstadt.example";

#[tokio::test]
async fn somebody_logs_in_and_out() {
    let town = Town::found().await;
    town.person(IDA, Role::Reader).await;
    let mut browser = Browser::default();
    let answer = browser.log_in(&town, " Ida@Musterstadt.example ", PASSWORD).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/musterstadt"));
    let page = browser.get(&town, "/musterstadt").await;
    assert!(page.text.contains("Ida Muster") && page.text.contains("Leserecht"));
    assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");

    let before = browser.cookies.clone();
    let answer = browser.post(&town, ("/konto", "/abmelden"), &[]).await;
    assert_eq!(answer.status, 303);
    assert!(browser.get(&town, "/").await.text.contains("Sie sind abgemeldet."));
    let mut thief = Browser { cookies: before, ..Browser::default() };
    assert_eq!(thief.get(&town, "/konto").await.status, 303, "the old cookie is worth nothing");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let town = Town::found().await;
    town.person(IDA, Role::Reader).await;
    let mut browser = Browser::default();
    let wrong = browser.log_in(&town, IDA, "falsch").await;
    let unknown = browser.log_in(&town, "nemo@musterstadt.example", PASSWORD).await;
    assert_eq!((wrong.status.as_u16(), unknown.status.as_u16()), (422, 422));
    assert!(wrong.text.contains(&format!("value=\"{IDA}\"")), "what was typed stays");
    assert!(!wrong.text.contains("falsch\""), "but not the password");
    let message = "E-Mail-Adresse oder Passwort stimmen nicht";
    assert!(wrong.text.contains(message) && unknown.text.contains(message));
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let town = Town::found_with(Vec::new(), |it| it.limits.failed_logins = 4).await;
    town.person(IDA, Role::Reader).await;
    let mut browser = Browser::default();
    for _ in 0..2 {
        assert_eq!(browser.log_in(&town, IDA, "falsch").await.status, 422);
    }
    assert_eq!(browser.log_in(&town, IDA, PASSWORD).await.status, 429, "even the right one");
    town.wait(600);
    assert_eq!(browser.log_in(&town, IDA, PASSWORD).await.status, 303);
}

#[tokio::test]
async fn nobody_is_led_elsewhere_after_the_log_in() {
    let town = Town::found().await;
    town.person(IDA, Role::Reader).await;
    for (onward, target) in [
        ("/musterstadt/kontakt?a=b", "/musterstadt/kontakt?a=b"),
        ("//evil.example", "/musterstadt"),
        ("https://evil.example", "/musterstadt"),
        ("/\\evil.example", "/musterstadt"),
        ("/a\r\nSet-Cookie: x=y", "/musterstadt"),
    ] {
        let mut browser = Browser::default();
        let form = [("email", IDA), ("passwort", PASSWORD), ("weiter", onward)];
        let answer = browser.post(&town, ("/anmelden", "/anmelden"), &form).await;
        assert_eq!(answer.location(), target, "{onward:?}");
    }
}

#[tokio::test]
async fn cookies_are_bound_to_the_host_over_tls() {
    let town = Town::found_with(Vec::new(), |it| {
        it.base_address = "https://ankunft.example".to_owned();
    })
    .await;
    town.person(IDA, Role::Reader).await;
    let mut browser = Browser::default();
    let answer = browser.log_in(&town, IDA, PASSWORD).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("__Host-ankunft=") && cookie.contains("; Secure"), "{cookie}");
    assert!(answer.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn a_session_ends_by_itself_and_by_its_owner() {
    let town = Town::found().await;
    let account = town.person(IDA, Role::Reader).await;
    let (mut desk, mut phone) = (Browser::default(), Browser::default());
    desk.log_in(&town, IDA, PASSWORD).await;
    phone.log_in(&town, IDA, PASSWORD).await;
    let form = [("sitzung", "andere")];
    assert_eq!(desk.post(&town, ("/konto", "/konto/sitzung"), &form).await.status, 303);
    assert_eq!(phone.get(&town, "/konto").await.status, 303);
    assert_eq!(desk.get(&town, "/konto").await.status, 200);
    town.wait(11 * 3600);
    assert_eq!(desk.get(&town, "/konto").await.status, 200);
    town.wait(11 * 3600);
    assert_eq!(desk.get(&town, "/konto").await.status, 200, "it was seen in between");
    town.wait(13 * 3600);
    assert_eq!(desk.get(&town, "/konto").await.status, 303, "idle for too long");

    let mut read = town.app.store.read().await.unwrap();
    let (stored,): (i64,) = sqlx::query_as("select count(*) from session where account = $1")
        .bind(account)
        .fetch_one(&mut *read)
        .await
        .unwrap();
    assert_eq!(stored, 1);
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions() {
    let town = Town::found().await;
    town.person(IDA, Role::Reader).await;
    let (mut desk, mut thief) = (Browser::default(), Browser::default());
    desk.log_in(&town, IDA, PASSWORD).await;
    thief.log_in(&town, IDA, PASSWORD).await;
    let new = "fünf Äpfel auf dem Tisch";
    let form = |old, new| [("alt", old), ("passwort", new), ("wiederholung", new)];
    let page = ("/konto", "/konto/passwort");
    assert_eq!(desk.post(&town, page, &form("falsch", new)).await.status, 422);
    assert_eq!(desk.post(&town, page, &form(PASSWORD, "kurz")).await.status, 422);
    assert_eq!(desk.post(&town, page, &form(PASSWORD, new)).await.status, 303);
    assert_eq!(desk.get(&town, "/konto").await.status, 200);
    assert_eq!(thief.get(&town, "/konto").await.status, 303);
    assert_eq!(Browser::default().log_in(&town, IDA, PASSWORD).await.status, 422);
    assert_eq!(Browser::default().log_in(&town, IDA, new).await.status, 303);
}

/// Asks for a link and takes it out of the letter.
async fn reset_link(town: &Town, email: &str) -> Option<String> {
    let mut browser = Browser::default();
    let page = ("/passwort-vergessen", "/passwort-vergessen");
    let answer = browser.post(town, page, &[("email", email)]).await;
    assert!(answer.text.contains("Wenn es zu dieser Adresse ein Konto gibt"));
    town.app.settled().await;
    let whole = town.letters().pop()?.replace("=\r\n", "");
    let at = whole.find("/l/").expect("a link in the letter");
    Some(whole[at..].chars().take_while(|it| !it.is_whitespace()).collect())
}

#[tokio::test]
async fn a_link_sets_a_password_once() {
    let town = Town::found_with(Vec::new(), |it| it.mail.way = MailWay::Folder).await;
    town.person(IDA, Role::Reader).await;
    assert_eq!(reset_link(&town, "nemo@musterstadt.example").await, None);
    let link = reset_link(&town, IDA).await.expect("a letter");
    let mut browser = Browser::default();
    assert_eq!(browser.get(&town, &link).await.status, 200);

    let mut altered = link.clone();
    let last = if altered.pop() == Some('A') { 'B' } else { 'A' };
    altered.push(last);
    let shifted = format!("/l/B{}", &link[4..]);
    for bad in [altered, shifted, "/l/x".to_owned(), format!("{link}A")] {
        assert_eq!(browser.get(&town, &bad).await.status, 404, "{bad}");
    }
    let new = "fünf Äpfel auf dem Tisch";
    let form = [("passwort", new), ("wiederholung", new)];
    assert_eq!(browser.post(&town, (&link, &link), &form).await.status, 303);
    assert_eq!(browser.get(&town, &link).await.status, 404, "used");
    assert_eq!(Browser::default().log_in(&town, IDA, new).await.status, 303);

    let mut read = town.app.store.read().await.unwrap();
    let (entries,): (i64,) =
        sqlx::query_as("select count(*) from change_entry where action = 'account.set-password'")
            .fetch_one(&mut *read)
            .await
            .unwrap();
    assert_eq!(entries, 1);
    assert!(changes::newest(&mut read, town.other, None, 10).await.unwrap().len() == 1);
}

#[tokio::test]
async fn a_link_expires() {
    let town = Town::found_with(Vec::new(), |it| it.mail.way = MailWay::Folder).await;
    town.person(IDA, Role::Reader).await;
    let link = reset_link(&town, IDA).await.expect("a letter");
    town.wait(3599);
    assert_eq!(Browser::default().get(&town, &link).await.status, 200);
    town.wait(2);
    assert_eq!(Browser::default().get(&town, &link).await.status, 404);
}
