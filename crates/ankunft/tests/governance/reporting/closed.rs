//! What a link does not open, and what links say that lead nowhere any more.

use std::sync::atomic::Ordering;

use ankunft_testkit::{Browser, Page};

use super::REPORTS;
use super::post::{FORM, Office, link_in};

/// Every route of the program, tried with the link: in the browser that opened it, and with its token in
/// every place of the address. Nothing opens that is not open to everybody.
pub async fn a_link_opens_nothing_else(office: &mut Office) {
    let token = office.link.trim_start_matches("/l/").to_owned();
    let mut holder = office.partner();
    let _ = holder.get(&office.link).await.expect_status(200);
    let routes: Vec<(String, String)> = office
        .story
        .demo
        .app
        .parts
        .routes()
        .map(|it| (it.method().to_owned(), it.path().to_owned()))
        .collect();
    assert!(routes.len() > 100);
    for (method, path) in routes.iter().filter(|it| it.1 != "/l/{token}") {
        for filler in ["1", &token] {
            let address = fill(path, filler);
            let (with, without) = match method.as_str() {
                "GET" => {
                    let with = format!("{address}?token={token}&link={token}");
                    let mut stranger = office.partner();
                    (holder.get(&with).await, stranger.get(&address).await)
                }
                _ => {
                    let sent = [("token", &*token), ("absicht", "abnehmen"), ("anfrage", "1")];
                    let with = holder.post(FORM, &address, &sent).await;
                    let mut nobody = Browser::new(&office.story.demo.app, "de");
                    (with, nobody.post(FORM, &address, &[]).await)
                }
            };
            let opens = with.status.is_success() || with.status.is_redirection();
            assert!(
                !opens || with.status == without.status,
                "{method} {address}: {} with, {} without",
                with.status,
                without.status
            );
            assert!(!with.body_text().contains("Sprechstunde im Quartier"), "{method} {address}");
        }
    }
}

fn fill(path: &str, with: &str) -> String {
    let pieces = path.split('/').map(|piece| match piece {
        "{kommune}" => "musterstadt".to_owned(),
        piece if piece.contains('{') => {
            let (before, rest) = piece.split_once('{').unwrap_or((piece, ""));
            let after = rest.split_once('}').map_or("", |it| it.1);
            format!("{before}{with}{after}")
        }
        piece => piece.to_owned(),
    });
    pieces.collect::<Vec<_>>().join("/")
}

/// What a page says but for its token and the secret of the link.
fn said(page: &Page) -> (u16, String, String) {
    (page.status.as_u16(), page.text("h1"), page.text(".leit"))
}

pub async fn closed_links_give_one_page(office: &mut Office) {
    let good = office.link.clone();
    let mut altered: Vec<u8> = good.clone().into_bytes();
    let at = altered.len() - 5;
    altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
    let altered = String::from_utf8(altered).expect("a link");
    let mut partner = office.partner();
    let page = partner.get(&altered).await.expect_status(404);
    let expected = said(&page);
    assert_eq!(expected.1, "Dieser Link gilt nicht");
    let before = office.letters(1).await.len();
    let told = ask_again(office, &altered).await;
    // A foreign one: of a request that is none here.
    let foreign = foreign(&good);
    assert_eq!(said(&office.partner().get(&foreign).await), expected);
    assert_eq!(ask_again(office, &foreign).await, told);
    // An expired one: the newest letters lead on, the old link does not.
    office.later.fetch_add(200 * 365 * 24 * 3600, Ordering::Relaxed);
    assert_eq!(said(&office.partner().get(&good).await), expected);
    let sent = [("nummer", "3"), ("absicht", "abschicken"), ("wert-1", "1")];
    let page = office.partner().post(&good, &good, &sent).await;
    assert_eq!(said(&page), expected, "nothing is taken through a closed link");
    assert_eq!(office.letters(1).await.len(), before, "nobody gets a letter by an altered link");
    assert_eq!(ask_again(office, &good).await, told, "the same words, whoever asks");
    let letter = office.letter("neuer Link").await;
    assert!(letter.contains("To: lena.brand@caritas.example"), "to the registered address");
    let fresh = link_in(&letter);
    let _ = office.partner().get(&fresh).await.expect_status(200);
    office.later.store(0, Ordering::Relaxed);
    // A withdrawn one: its link ends, and no press brings it back.
    let page = office.story.people[1].get(&format!("{REPORTS}/1")).await.expect_status(200);
    let intents = page.attributes("main form.formular button", "value");
    let at = intents.iter().position(|it| it == "zurueckziehen").expect("a request to withdraw");
    let id = page.attributes("main form.formular input[name=anfrage]", "value")[at].clone();
    let link = link_in(&office.letter("To: ali@wahl.example").await);
    let _ = office.partner().get(&link).await.expect_status(200);
    let round = format!("{REPORTS}/1");
    let sent = [("anfrage", &*id), ("absicht", "zurueckziehen")];
    let _ = office.story.people[1].post(&round, &round, &sent).await.expect_status(303);
    assert_eq!(said(&office.partner().get(&link).await), expected);
    let before = office.letters(1).await.len();
    assert_eq!(ask_again(office, &link).await, told);
    assert_eq!(office.letters(1).await.len(), before);
    // Whoever presses again and again is told to wait.
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let mut browser = office.partner();
        statuses
            .push(browser.post(&link, &link, &[("absicht", "neuer-link")]).await.status.as_u16());
    }
    assert!(statuses.contains(&429), "{statuses:?}");
}

/// What is said to whoever asks for a new link.
async fn ask_again(office: &Office, link: &str) -> (u16, String) {
    let mut browser = office.partner();
    let page = browser.post(link, link, &[("absicht", "neuer-link")]).await;
    (page.status.as_u16(), page.text("main"))
}

/// A link with another number, as somebody would make it who knows how they are built.
fn foreign(link: &str) -> String {
    let text = link.trim_start_matches("/l/");
    // The first twelve letters hold the purpose and the number.
    let (head, tail) = text.split_at(12);
    let changed: String = head
        .chars()
        .enumerate()
        .map(|(at, it)| if at == 9 { if it == 'Q' { 'R' } else { 'Q' } } else { it })
        .collect();
    format!("/l/{changed}{tail}")
}
