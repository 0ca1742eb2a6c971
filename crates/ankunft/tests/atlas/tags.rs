//! Conditional answers: who has a public answer of the newest state is told so, and nobody gets
//! by a tag what they may not see, or may no longer see.

use ankunft_platform::changes::Author;
use ankunft_platform::datasets;
use ankunft_platform::tenant;
use ankunft_platform::withdrawals::{self, Thing};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use tower::ServiceExt;

use crate::common::{Demo, Reader, address};

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

async fn ask(demo: &Demo, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    let mut request = Request::get(path).header(header::HOST, "127.0.0.1:8080");
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = demo.app.router().oneshot(request).await.expect("infallible");
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
    Answer { status: head.status, headers: head.headers, body }
}

impl Answer {
    fn tag(&self) -> Option<&str> {
        self.headers.get(header::ETAG).map(|it| it.to_str().expect("plain"))
    }

    fn caching(&self) -> &HeaderValue {
        &self.headers[header::CACHE_CONTROL]
    }
}

/// Pages and files of the atlas that the public may see, in two geographies.
async fn addresses(demo: &Demo, slug: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (geography, code) in demo.codes(slug).await {
        let atlas = demo.paths().into_iter().filter(|it| it.starts_with("/{kommune}/atlas"));
        for path in atlas.filter(|it| !it.contains("/neu")) {
            all.push(format!("{}?ebene={geography}", address(path, slug, &code)));
        }
    }
    all
}

#[tokio::test]
async fn who_has_the_newest_answer_is_told_so_and_nobody_else() {
    let demo = Demo::new().await;
    let mut tagged = 0;
    for path in addresses(&demo, "musterstadt").await {
        let first = ask(&demo, &path, &[]).await;
        let Some(tag) = first.tag() else { continue };
        tagged += 1;
        assert_eq!(first.caching(), "public, no-cache", "{path}");
        assert!(!first.headers.contains_key(header::SET_COOKIE), "{path}");
        let again = ask(&demo, &path, &[]).await;
        assert_eq!((again.tag(), &again.body), (Some(tag), &first.body), "{path}");
        let known = ask(&demo, &path, &[(header::IF_NONE_MATCH, tag)]).await;
        assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        assert_eq!(known.tag(), Some(tag), "{path}");
        let vary = known.headers.get_all(header::VARY).iter();
        let vary: Vec<&str> = vary.filter_map(|it| it.to_str().ok()).collect();
        for name in ["cookie", "accept-language", "accept-encoding"] {
            assert!(vary.iter().any(|it| it.contains(name)), "{path}: {vary:?}");
        }
        for other in [
            (header::ACCEPT_LANGUAGE, "en"),
            (header::ACCEPT_ENCODING, "gzip"),
            (header::COOKIE, "darstellung=dark"),
            (header::COOKIE, "sprache=en"),
        ] {
            let answer = ask(&demo, &path, &[other.clone(), (header::IF_NONE_MATCH, tag)]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path} with {other:?}");
            assert!(answer.tag().is_some_and(|it| it != tag), "{path} with {other:?}");
        }
        for other in [
            (header::COOKIE, "ankunft_meldung=meldung-passwort-gesetzt".to_owned(), path.clone()),
            (header::ACCEPT_LANGUAGE, "de".to_owned(), format!("{path}&sprache=en")),
        ] {
            let asked = [(other.0, other.1.as_str()), (header::IF_NONE_MATCH, tag)];
            let answer = ask(&demo, &other.2, &asked).await;
            assert_eq!((answer.status, answer.tag()), (StatusCode::OK, None), "{}", other.2);
        }
    }
    assert!(tagged >= 10, "{tagged} tagged answers");
    persons_get_their_own(&demo).await;
    what_was_withdrawn_is_asked_for_anew(&demo).await;
}

/// Pages with a name and a form token are never shared, and no tag of the public opens them.
async fn persons_get_their_own(demo: &Demo) {
    let path = "/musterstadt/atlas";
    let public = ask(demo, path, &[]).await;
    for reader in Reader::all(&demo.app).iter().filter(|it| it.email.is_some()) {
        let mut browser = reader.browser(&demo.app, "de").await;
        let page = browser.get(path).await.expect_status(200);
        assert_eq!(page.headers.get(header::ETAG), None, "{}", reader.name);
        assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store", "{}", reader.name);
        assert_ne!(page.body, public.body, "{}", reader.name);
    }
}

/// A Sperrung makes the tags of its city old, at once, and those of no other city.
async fn what_was_withdrawn_is_asked_for_anew(demo: &Demo) {
    let own = "/musterstadt/atlas.csv?merkmal=population";
    let mut read = demo.app.store.read().await.expect("a connection");
    let cities = tenant::all(&mut read).await.expect("a database");
    let find = |slug: &str| cities.iter().find(|it| it.slug == slug).expect("the city").tenant;
    let tenant = find("musterstadt");
    let other = cities.iter().find(|it| it.slug != "musterstadt" && it.ags.is_some());
    let other = format!("/{}/atlas.csv?merkmal=population", other.expect("a neighbour").slug);
    let versions = datasets::versions(&mut read, tenant).await.expect("datasets");
    drop(read);
    let (before, theirs) = (ask(demo, own, &[]).await, ask(demo, &other, &[]).await);
    let (tag, their_tag) = (before.tag().expect("a tag"), theirs.tag().expect("a tag"));
    for version in versions {
        let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
        let thing = Thing::DatasetVersion(version.id);
        withdrawals::withdraw(&mut change, tenant, thing, "test").await.expect("a Sperrung");
        change.commit().await.expect("a commit");
        let after = ask(demo, own, &[(header::IF_NONE_MATCH, tag)]).await;
        assert_ne!(after.status, StatusCode::NOT_MODIFIED);
    }
    let gone = ask(demo, own, &[(header::IF_NONE_MATCH, tag)]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let theirs = ask(demo, &other, &[(header::IF_NONE_MATCH, their_tag)]).await;
    assert_eq!(theirs.status, StatusCode::NOT_MODIFIED);
}
