//! The gate: cities, permissions, form tokens, origins, limits, errors.

use ankunft_platform::parts::Part;
use ankunft_platform::permission::{Action, Role, Rule};
use ankunft_platform::web::{City, Failure, Form, Query, Route, Viewer};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::town::{Browser, PASSWORD, Town};

const IDA: &str = "ida@musterstadt.example";
const HIDDEN: Action = Action("test.hidden");
const KNOWN: Action = Action("test.known");
const UNNAMED: Action = Action("test.unnamed");

#[derive(Deserialize)]
struct Year {
    jahr: u16,
}

async fn show(viewer: Viewer, city: City, Query(year): Query<Year>) -> String {
    format!("{} {} {:?}", city.name, year.jahr, viewer.actor.post.is_some())
}

async fn set(viewer: Viewer, Form(year): Form<Year>) -> Response {
    viewer.done(&format!("//evil.example/{}", year.jahr), None)
}

async fn upload(_: Viewer, body: axum::body::Bytes) -> String {
    body.len().to_string()
}

async fn crash() -> Response {
    panic!("a handler that panics")
}

async fn fail() -> Result<Response, Failure> {
    Err(Failure::internal("secret cause 4711"))
}

async fn plain() -> Response {
    "ok".into_response()
}

fn part() -> Part {
    let rule = |action, known| Rule { action, public: false, roles: &[Role::Reader], known };
    Part {
        name: "test",
        routes: vec![
            Route::get("/{kommune}/verborgen", HIDDEN, show),
            Route::get("/{kommune}/bekannt", KNOWN, show),
            Route::post("/{kommune}/bekannt", KNOWN, set),
            Route::post("/{kommune}/datei", KNOWN, upload).upload(),
            Route::get("/{kommune}/absturz", KNOWN, crash),
            Route::get("/{kommune}/fehler", KNOWN, fail),
            Route::get("/{kommune}/ungenannt", UNNAMED, plain),
            Route::get("/ohne-stadt", KNOWN, show),
        ],
        rules: vec![rule(HIDDEN, false), rule(KNOWN, true)],
        ..Part::default()
    }
}

async fn town() -> (Town, Browser) {
    let town = Town::found_with(vec![part()], |_| {}).await;
    town.person(IDA, Role::Reader).await;
    let mut browser = Browser::default();
    assert_eq!(browser.log_in(&town, IDA, PASSWORD).await.status, 303);
    (town, browser)
}

#[tokio::test]
async fn a_stranger_is_led_to_the_log_in_or_sees_nothing() {
    let (town, mut reader) = town().await;
    let mut stranger = Browser::default();
    let known = stranger.get(&town, "/musterstadt/bekannt?jahr=2020").await;
    assert_eq!(known.status, 303);
    assert_eq!(known.location(), "/anmelden?weiter=%2Fmusterstadt%2Fbekannt%3Fjahr%3D2020");
    assert_eq!(stranger.get(&town, "/musterstadt/verborgen?jahr=1").await.status, 404);
    assert_eq!(stranger.get(&town, "/musterstadt/gibt-es-nicht").await.status, 404);
    let answer = reader.get(&town, "/musterstadt/verborgen?jahr=2020").await;
    assert_eq!(answer.text, "Musterstadt 2020 true");
    assert_eq!(reader.get(&town, "/musterstadt/ungenannt").await.status, 404, "no rule, no way");
}

#[tokio::test]
async fn a_role_holds_in_its_own_city_alone() {
    let (town, mut reader) = town().await;
    assert_eq!(reader.get(&town, "/musterstadt/bekannt?jahr=1").await.status, 200);
    assert_eq!(reader.get(&town, "/neuburg/bekannt?jahr=1").await.status, 403);
    assert_eq!(reader.get(&town, "/neuburg/verborgen?jahr=1").await.status, 404);
    assert_eq!(reader.get(&town, "/atlantis/bekannt?jahr=1").await.status, 404);
    assert_eq!(reader.get(&town, "/ohne-stadt?jahr=1").await.status, 404, "no city to be had");
}

#[tokio::test]
async fn values_that_do_not_fit_are_a_page() {
    let (town, mut reader) = town().await;
    for bad in ["", "?jahr=", "?jahr=-1", "?jahr=99999", "?jahr=1'%20or%201=1"] {
        let answer = reader.get(&town, &format!("/musterstadt/bekannt{bad}")).await;
        assert_eq!(answer.status, 400, "{bad}");
        assert!(answer.text.contains("<h1>") && answer.text.contains("Musterstadt"));
    }
    let page = ("/konto", "/musterstadt/bekannt");
    assert_eq!(reader.post(&town, page, &[("jahr", "x")]).await.status, 422);
    let done = reader.post(&town, page, &[("jahr", "2020")]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/"), "never to another host");
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    let (town, mut reader) = town().await;
    let address = "/musterstadt/bekannt";
    let token = reader.get(&town, "/konto").await.token();
    let foreign = Browser::default().get(&town, "/anmelden").await.token();
    for csrf in ["", "AAAA", &foreign, &token.to_lowercase()] {
        let answer = reader.post_bare(&town, address, &[("jahr", "1"), ("csrf", csrf)]).await;
        assert_eq!(answer.status, 403, "{csrf}");
        assert!(answer.text.contains("Formular ist abgelaufen"));
    }
    assert_eq!(reader.post_bare(&town, address, &[("jahr", "1")]).await.status, 403);
    for (name, value) in
        [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")]
    {
        reader.extra = vec![(name, value.to_owned())];
        let form = [("jahr", "1"), ("csrf", token.as_str())];
        assert_eq!(reader.post_bare(&town, address, &form).await.status, 403, "{value}");
    }
    reader.extra = vec![("origin", "http://127.0.0.1:8080".to_owned())];
    let form = [("jahr", "1"), ("csrf", token.as_str())];
    assert_eq!(reader.post_bare(&town, address, &form).await.status, 303);
}

#[tokio::test]
async fn what_is_too_large_is_refused() {
    let (town, mut reader) = town().await;
    let long = "x".repeat(1_100_000);
    let page = ("/konto", "/musterstadt/bekannt");
    assert_eq!(reader.post(&town, page, &[("jahr", &long)]).await.status, 413);
    let token = reader.get(&town, "/konto").await.token();
    reader.extra = vec![("x-csrf-token", token)];
    let answer = reader.post_bare(&town, "/musterstadt/datei", &[("a", &long)]).await;
    assert_eq!(answer.text, "1100002", "a file may be larger");
}

#[tokio::test]
async fn faults_of_ours_are_a_page_without_their_cause() {
    let (town, mut reader) = town().await;
    for address in ["/musterstadt/absturz", "/musterstadt/fehler"] {
        let answer = reader.get(&town, address).await;
        assert_eq!(answer.status, 500);
        assert!(!answer.text.contains("4711") && answer.text.contains("Kennung dieser Anfrage"));
    }
    assert_eq!(reader.get(&town, "/healthz").await.text, "ok\n");
    let wrong = reader.post_bare(&town, "/healthz", &[]).await;
    assert_eq!(wrong.status, 405);
    assert!(wrong.text.contains("<h1>"));
}

#[tokio::test]
async fn too_many_requests_are_told_so() {
    let town = Town::found_with(Vec::new(), |it| it.limits.requests_per_minute = 3).await;
    let ask = |address: &str| Browser {
        extra: vec![("x-forwarded-for", address.to_owned())],
        ..Browser::default()
    };
    for _ in 0..3 {
        assert_eq!(ask("192.0.2.1").get(&town, "/kontakt").await.status, 200);
    }
    assert_eq!(ask("192.0.2.1").get(&town, "/kontakt").await.status, 429);
    assert_eq!(ask("192.0.2.2").get(&town, "/kontakt").await.status, 200);
}

#[tokio::test]
async fn names_are_printed_as_text_and_headers_stay_whole() {
    let town = Town::found().await;
    let mut browser = Browser::default();
    let answer = browser.get(&town, "/%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert_eq!(answer.status, 404);
    assert!(!answer.text.contains("<script>alert"));
    let answer = browser.get(&town, "/anmelden?weiter=%22%3E%3Cscript%3Ealert(1)").await;
    assert!(!answer.text.contains("<script>alert"));
    let answer = browser.get(&town, "/kontakt?sprache=de%0d%0aSet-Cookie:%20x=y").await;
    assert!(answer.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test]
async fn public_pages_set_no_cookie_and_speak_two_languages() {
    let town = Town::found().await;
    for page in ["impressum", "datenschutz", "barrierefreiheit", "leichte-sprache", "kontakt"] {
        for address in [format!("/{page}"), format!("/musterstadt/{page}")] {
            let answer = Browser::default().get(&town, &address).await;
            assert_eq!(answer.status, 200, "{address}");
            assert!(answer.headers.get(header::SET_COOKIE).is_none(), "{address}");
            let english = Browser::default().get(&town, &format!("{address}?sprache=en")).await;
            assert!(english.text.contains("lang=\"en\""));
        }
    }
    let start = Browser::default().get(&town, "/").await;
    assert!(start.text.contains("href=\"/musterstadt\"") && start.text.contains("/neuburg"));
    assert!(Browser::default().get(&town, "/musterstadt").await.text.contains("Ankommen in"));
}

#[tokio::test]
async fn the_lists_can_be_printed() {
    let town = Town::found_with(vec![part()], |_| {}).await;
    let routes = town.app.parts.print_routes();
    assert!(routes.contains("GET\t/{kommune}/bekannt\ttest.known\n"));
    assert!(routes.contains("POST\t/anmelden\tsession.begin\n"));
    let table = town.app.permissions.print();
    assert!(table.contains("system.people\t403\tyes\t403\t403\t403\t403\t403\t403\n"), "{table}");
}
