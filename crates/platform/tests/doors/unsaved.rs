//! What was typed beside a file comes back in its form where the gate refuses it; the file does not.

use ankunft_platform::page::components::{Button, Field, Upload};
use ankunft_platform::parts::Part;
use ankunft_platform::permission::{Action, Role, Rule};
use ankunft_platform::web::{Block, City, Failure, FormBlock, Route, Sent, Sheet, Viewer};
use axum::body::Body;
use axum::http::{Request, header};
use axum::response::Response;

use crate::town::{Answer, Browser, PASSWORD, Town};

const IDA: &str = "ida@musterstadt.example";
const WRITE: Action = Action("test.write");
/// Both lie on a desk.
const DESK: &str = "/musterstadt/tisch";
/// It stands alone.
const ALONE: &str = "/musterstadt/blatt";
const TEXT: &str = "Zwei Sätze <b>über</b> das Fest.";
const HOURS: i64 = 3600;

fn form(action: String) -> FormBlock {
    FormBlock::new(action, Button::primary("Senden"))
        .hidden("version", "7")
        .field(Field::new("betreff", "Betreff"))
        .file(Upload::new("datei", "Datei"))
        .field(Field::new("text", "Text").rows(3).value("Was hier stand."))
}

async fn alone(viewer: Viewer, city: City) -> Response {
    let form = form(city.at("/blatt"));
    Sheet::new(viewer.page("Blatt"), vec![Block::Form(form)]).answer()
}

async fn desk(viewer: Viewer, city: City) -> Response {
    let form = form(city.at("/tisch"));
    Sheet::new(viewer.page("Tisch"), vec![Block::Form(form)]).on(viewer.desk(DESK)).answer()
}

/// What a door keeps stands in the address of where it leads.
async fn send(viewer: Viewer, sent: Sent) -> Result<Response, Failure> {
    let file = sent.files.first().ok_or_else(|| Failure::refused("no file"))?;
    Ok(viewer.done(&format!("/{}", file.bytes.len()), None))
}

async fn town() -> (Town, Browser) {
    let part = Part {
        name: "test",
        routes: vec![
            Route::get("/{kommune}/blatt", WRITE, alone),
            Route::post("/{kommune}/blatt", WRITE, send).upload(),
            Route::get("/{kommune}/tisch", WRITE, desk),
            Route::post("/{kommune}/tisch", WRITE, send).upload(),
        ],
        rules: vec![Rule { action: WRITE, public: false, roles: &[Role::Reader], known: true }],
        ..Part::default()
    };
    let small = |config: &mut ankunft_platform::config::Config| config.limits.upload_mb = 1;
    let town = Town::found_with(vec![part], small).await;
    town.person(IDA, Role::Reader).await;
    let mut browser = Browser::default();
    assert_eq!(browser.log_in(&town, IDA, PASSWORD).await.status, 303);
    (town, browser)
}

/// A page as it was opened.
struct Shown {
    page: &'static str,
    text: String,
    token: String,
}

async fn open(browser: &mut Browser, town: &Town, page: &'static str) -> Shown {
    let shown = browser.get(town, page).await;
    Shown { page, token: shown.token(), text: shown.text }
}

fn value<'a>(page: &'a str, name: &str) -> &'a str {
    let tag = page.split_once(&format!(" name=\"{name}\"")).map_or("", |it| it.1);
    let tag = tag.split('>').next().unwrap();
    tag.split_once(" value=\"").map_or("", |it| it.1.split('"').next().unwrap())
}

/// The form of a page as a browser sends it, with a file of so many bytes.
async fn press(browser: &mut Browser, town: &Town, shown: &Shown, bytes: usize) -> Answer {
    let address = match shown.text.split_once("formaction=\"/musterstadt/tisch") {
        Some((_, rest)) => {
            let query = rest.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
            format!("{DESK}{query}")
        }
        None => shown.page.to_owned(),
    };
    let mut fields = vec![("csrf", shown.token.clone())];
    for name in ["version", "/musterstadt/tisch~version", "war.betreff", "war.text"] {
        let stands = value(&shown.text, name);
        fields.extend((!stands.is_empty()).then(|| (name, stands.to_owned())));
    }
    fields.push(("betreff", "Sommerfest".to_owned()));
    let part = |(name, text): &(&str, String)| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let mut body: Vec<u8> = fields.iter().map(part).collect::<String>().into_bytes();
    let file = "Content-Disposition: form-data; name=\"datei\"; filename=\"plan.pdf\"";
    body.extend(format!("--x\r\n{file}\r\n\r\n").into_bytes());
    body.resize(body.len() + bytes, b'z');
    body.extend(format!("\r\n{}--x--\r\n", part(&("text", TEXT.to_owned()))).into_bytes());
    let request = Request::post(address)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::REFERER, format!("{}{}", town.app.config.base_address, shown.page));
    browser.send(town, request, Body::from(body)).await
}

/// Where a page leads to what was typed.
fn way_back(page: &Answer) -> String {
    let links = page.text.split("href=\"").skip(1).map(|it| it.split('"').next().unwrap());
    let found = links.filter(|it| it.contains("behalten")).last();
    found.unwrap_or_else(|| panic!("no way back: {}", page.text)).replace("&amp;", "&")
}

fn stands(page: &Answer) {
    let text = &page.text;
    assert_eq!(page.status, 200);
    assert_eq!(value(text, "betreff"), "Sommerfest", "{text}");
    assert!(text.contains("Zwei Sätze &#60;b&#62;über"), "{text}");
    assert!(!text.contains("Was hier stand."), "{text}");
    assert!(text.contains("Noch nicht gespeichert:"), "{text}");
    assert!(text.contains("plan.pdf") && text.contains("noch einmal aus"), "{text}");
    assert!(!text.contains("zzz"), "the file is nowhere");
}

#[tokio::test]
async fn a_form_of_yesterday_comes_back_without_its_file() {
    let (town, mut browser) = town().await;
    for page in [DESK, ALONE] {
        let shown = Shown { token: "gestern".to_owned(), ..open(&mut browser, &town, page).await };
        let refused = press(&mut browser, &town, &shown, 50).await;
        assert_eq!(refused.status, 403);
        let back = browser.get(&town, &way_back(&refused)).await;
        stands(&back);
        // It is nobody else's.
        let mut other = Browser::default();
        let email = format!("other{}@musterstadt.example", page.replace('/', "-"));
        town.person(&email, Role::Reader).await;
        assert_eq!(other.log_in(&town, &email, PASSWORD).await.status, 303);
        let theirs = other.get(&town, &way_back(&refused)).await;
        assert!(!theirs.text.contains("Sommerfest"), "{}", theirs.text);
        let fresh = browser.get(&town, page).await;
        assert!(!fresh.text.contains("Sommerfest"), "nor on the page without it");
    }
}

#[tokio::test]
async fn who_was_logged_out_finds_it_behind_the_log_in() {
    let (town, mut browser) = town().await;
    for page in [DESK, ALONE] {
        let shown = open(&mut browser, &town, page).await;
        town.wait(100 * HOURS);
        let refused = press(&mut browser, &town, &shown, 50).await;
        assert_eq!(refused.status, 401, "{}", refused.text);
        let login = way_back(&refused);
        let onward = login.strip_prefix("/anmelden?weiter=").expect("the log-in");
        let onward = onward.replace("%2F", "/").replace("%3F", "?").replace("%3D", "=");
        assert_eq!(browser.get(&town, &onward).await.status, 303, "nothing without a log-in");
        let form = [("email", IDA), ("passwort", PASSWORD), ("weiter", &*onward)];
        let done = browser.post(&town, (&login, "/anmelden"), &form).await;
        assert_eq!((done.status.as_u16(), done.location()), (303, &*onward));
        stands(&browser.get(&town, &onward).await);
    }
}

/// A stranger's file is not read, and what a foreign page sends is nowhere shown.
#[tokio::test]
async fn strangers_and_foreign_pages_leave_nothing() {
    let (town, mut browser) = town().await;
    let shown = open(&mut browser, &town, ALONE).await;
    let refused = press(&mut Browser::default(), &town, &shown, 50).await;
    assert_eq!(refused.status, 401);
    assert!(!refused.text.contains("behalten"), "{}", refused.text);
    browser.extra.push(("origin", "https://evil.example".to_owned()));
    let refused = press(&mut browser, &town, &shown, 50).await;
    assert_eq!(refused.status, 403);
    assert!(!refused.text.contains("behalten"), "{}", refused.text);
}
