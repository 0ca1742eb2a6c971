//! A group applies: without an account, without script, one thing at a time.

use ankunft_testkit::Browser;

use super::founding::{Form, form_of};
use super::{FUND, application};
use crate::common::desk::{Story, plain, set};

pub const PERSON: &str = "Amal Beispielfrau";
pub const IBAN: &str = "DE89370400440532013000";

/// People without an account, and the address that they keep.
pub struct Group {
    pub browser: Browser,
    pub secret: String,
}

impl Group {
    pub async fn begin(story: &Story) -> Self {
        let mut browser = Browser::new(&story.demo.app, "de");
        let start = format!("{FUND}/antrag");
        let page = browser.get(FUND).await.expect_status(200);
        assert!(page.attributes("main a", "href").contains(&start), "the way to apply");
        let done = browser.post(&start, &start, &[]).await.expect_status(303);
        let first = done.location().expect("the first page");
        let secret = first.trim_end_matches("/idee").rsplit('/').next().expect("a secret");
        assert_eq!(secret.len(), 32);
        Self { browser, secret: secret.to_owned() }
    }

    pub fn at(&self, path: &str) -> String {
        format!("/musterstadt/fonds/antrag/{}{path}", self.secret)
    }

    pub async fn send(&mut self, path: &str, form: &Form) -> ankunft_testkit::Page {
        let at = self.at(path);
        self.browser.post(&at, &at, &plain(form)).await
    }
}

fn soon() -> String {
    let now = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    now.saturating_add(jiff::Span::new().days(30)).to_string()
}

pub async fn nothing_typed_is_lost(group: &mut Group) {
    let page = group.browser.get(&group.at("/idee")).await.expect_status(200);
    assert!(
        page.body_text().replace('\u{a0}', " ").contains(&group.at("")),
        "the address to be kept"
    );
    assert!(page.texts("header a[href^='/anmelden']").is_empty(), "no log-in learns the secret");
    let mut form = form_of(&page);
    set(&mut form, "titel", "Hoffest <script>alert(1)</script>");
    let refused = group.send("/idee", &form).await.expect_status(422);
    assert!(refused.body_text().replace('\u{a0}', " ").contains("Schreiben Sie, was Sie machen."));
    // Who goes away comes back to what was typed, right or wrong.
    let page = group.browser.get(&group.at("/idee")).await.expect_status(200);
    let title = page.attribute("input[name=titel]", "value");
    assert_eq!(title.as_deref(), Some("Hoffest <script>alert(1)</script>"));
    let mut form = form_of(&page);
    set(&mut form, "titel", "Hoffest");
    set(&mut form, "was", "Wir essen zusammen.\nAlte und neue Nachbarn.");
    let done = group.send("/idee", &form).await.expect_status(303);
    assert_eq!(done.location(), Some(group.at("/wo")));
    // The address alone leads on to where it was left.
    let page = group.browser.get(&group.at("")).await.expect_status(303);
    assert_eq!(page.location(), Some(group.at("/wo")));
    let place = |ab: &str| -> Form {
        let pairs = [("ort", "Hof 3"), ("fuer-wen", "alle"), ("ab", ab), ("bis", ab)];
        pairs.map(|it| (it.0.to_owned(), it.1.to_owned())).to_vec()
    };
    let refused = group.send("/wo", &place("2020-01-01")).await.expect_status(422);
    assert!(refused.body_text().replace('\u{a0}', " ").contains("Dieser Tag ist vorbei."));
    let _ = group.send("/wo", &place(&soon())).await.expect_status(303);
    costs(group).await;
    let who = |pairs: &[(&str, &str)]| -> Form {
        pairs.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
    };
    let all =
        [("gruppe", "Hausgemeinschaft"), ("person", PERSON), ("telefon", ""), ("naehe", "nein")];
    let refused = group.send("/gruppe", &who(&all)).await.expect_status(422);
    assert!(
        refused
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Schreiben Sie eine E-Mail oder ein Telefon.")
    );
    let mut form = who(&all);
    set(&mut form, "email", "amal@nachbarn.example");
    let done = group.send("/gruppe", &form).await.expect_status(303);
    assert_eq!(done.location(), Some(group.at("/pruefen")));
}

async fn costs(group: &mut Group) {
    let rows = |pairs: &[(&str, &str)]| -> Form {
        pairs.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
    };
    let refused =
        group.send("/kosten", &rows(&[("posten-1", "Zelt"), ("betrag-1", "12.50")])).await;
    assert!(
        refused
            .expect_status(422)
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Schreiben Sie den Betrag so")
    );
    let all = rows(&[
        ("posten-1", "Zelt"),
        ("betrag-1", "450,50"),
        ("posten-2", ""),
        ("betrag-2", ""),
        ("posten-4", "Essen"),
        ("betrag-4", "349,50"),
        ("eigenes", "399,99"),
    ]);
    let refused = group.send("/kosten", &all).await.expect_status(422);
    let text = refused.body_text().replace('\u{a0}', " ");
    assert!(text.contains("Bei Kosten von 800,00 € gibt der Fonds höchstens 400,00 €."), "{text}");
    assert_eq!(refused.attribute("input[name=posten-4]", "value").as_deref(), Some("Essen"));
    let mut all = all;
    set(&mut all, "eigenes", "400");
    let _ = group.send("/kosten", &all).await.expect_status(303);
}

/// 64 presses make one application.
pub async fn it_is_sent_once(story: &Story, group: &mut Group) {
    let page = group.browser.get(&group.at("/pruefen")).await.expect_status(200);
    let text = page.body_text().replace('\u{a0}', " ");
    for said in ["Hoffest", "Zelt", "450,50", PERSON, "Vom Fonds"] {
        assert!(text.contains(said), "{said}");
    }
    let (check, send) = (group.at("/pruefen"), group.at("/absenden"));
    // Each with its token beforehand: the page of a draft is gone with the first that is sent.
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, send, start) =
            (group.browser.clone(), send.clone(), format!("{FUND}/antrag"));
        tasks.push(tokio::spawn(async move { browser.post(&start, &send, &[]).await }));
    }
    for task in tasks {
        let page = task.await.expect("no panic").expect_status(303);
        assert_eq!(page.location(), Some(group.at("")));
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    use ankunft_governance::funds::store::applications::{self, Of};
    let all = applications::list(&mut read, tenant, Of::City).await.expect("applications");
    assert_eq!(all.len(), 1, "one application");
    drop(read);
    let page = group.browser.get(&check).await.expect_status(303);
    assert_eq!(page.location(), Some(group.at("")), "a draft that was sent leads on");
    let page = group.browser.get(&group.at("")).await.expect_status(200);
    assert!(
        page.body_text().replace('\u{a0}', " ").contains("Das Vergabegremium stimmt darüber ab.")
    );
    let mut english = Browser::new(&story.demo.app, "en");
    let page = english.get(&group.at("")).await.expect_status(200);
    assert!(
        page.body_text().replace('\u{a0}', " ").contains("The board votes on it."),
        "in another language"
    );
    let _ = english.get(&application(1)).await.expect_status(303);
}
