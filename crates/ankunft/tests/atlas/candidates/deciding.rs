//! The decision, and what becomes of it.

use std::io::Read;

use ankunft_disclosure::Nutzung;
use ankunft_platform::changes::Author;
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_testkit::Browser;
use serde_json::Value;

use crate::common::desk::{BASE, Story, city, form_of, plain, set};
use crate::common::planting::{PERIOD, Planted, grouped, numbers_in, plant, protected};

const SCAN: &[u8] = b"%PDF-1.7 signed and sealed";

/// Puts a figure of the first quarter into the Mappe of the coordination.
pub async fn remember(story: &mut Story, measure: &str) -> String {
    let code = &story.quarters[0].0;
    let source = format!(
        "/musterstadt/atlas/quelle?ebene=quartier&merkmal={measure}&stichtag={PERIOD}&gebiet={code}"
    );
    let ding = format!("quartier:{measure}:{PERIOD}:{code}");
    let form = [("art", "figure"), ("ding", ding.as_str()), ("zurueck", "")];
    let _ = story.people[0].post(&source, "/musterstadt/merken", &form).await.expect_status(303);
    ding
}

pub async fn it_is_decided(story: &mut Story) {
    let page = format!("{BASE}/entscheidung");
    let first = story.people[0].get(&page).await.expect_status(200);
    assert_eq!(first.texts("main .wahl").len(), 2, "two are agreed");
    let address = format!("{page}?gewaehlt=1");
    let shown = story.people[0].get(&address).await.expect_status(200);
    let code = shown.attribute("input[name=befund]", "value").expect("what lies in the Mappe");
    let mut form = form_of(story, &address).await;
    assert_eq!(form.iter().filter(|it| it.0 == "vergleich-1").count(), 3, "three are suggested");
    set(&mut form, "befund", &code);
    set(&mut form, "minderheit", "Die Jugend hätte anders entschieden.");
    set(&mut form, "aktenzeichen", "61-20/26");
    set(&mut form, "stelle", "Stadtrat");
    set(&mut form, "tag", "2999-01-01");
    let refused = story.people[0].post(&address, &page, &plain(&form)).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "no reason, and a day to come");
    assert!(refused.body_text().contains("Die Jugend hätte anders entschieden."));
    let ticked = refused.attribute("input[name=befund][checked]", "value");
    assert_eq!(ticked.as_ref(), Some(&code), "ticks stay");
    set(&mut form, "tag", "2026-01-14");
    let refused = story.people[0].post(&address, &page, &plain(&form)).await.expect_status(422);
    let early = refused.text("#feld-tag-fehler");
    assert!(early.contains("nicht vor dem 15.01.2026"), "before it was agreed: {early}");
    set(&mut form, "tag", "2026-02-01");
    // The same box sent twice is one reason.
    form.push(("befund".to_owned(), code.clone()));
    set(&mut form, "grund", "Hier kommen die meisten an.\nUnd es gibt ein Stadtteilbüro.");
    let done = story.people[0].post(&address, &page, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{BASE}/entscheidungen/1")));
    let again = story.people[0].post(BASE_FORM, &page, &plain(&form)).await.expect_status(422);
    assert!(again.body_text().contains("Ihr Text ist noch da"), "decided once");
    let states = story.people[0].get(&format!("{BASE}.json")).await;
    let states: Value = serde_json::from_slice(&states.body).expect("JSON");
    let states: Vec<&str> = states["candidates"]
        .as_array()
        .expect("candidates")
        .iter()
        .map(|it| it["state"].as_str().expect("a word"))
        .collect();
    assert_eq!(states, ["chosen", "not-chosen", "not-chosen"]);
}

/// Any page of the coordination with a form.
pub const BASE_FORM: &str = "/musterstadt/mappe";

pub async fn a_scan_is_attached(story: &mut Story) {
    let page = format!("{BASE}/entscheidungen/1");
    let to = format!("{page}/scan");
    let refused = story.people[0].upload(&page, &to, "akte.pdf", b"<html>").await;
    assert!(refused.expect_status(422).body_text().contains("kein PDF, JPG oder PNG"));
    let refused = story.people[0].upload(&page, &to, "akte.pdf", b"MZ\x90\0 a program").await;
    assert!(refused.expect_status(422).body_text().contains("kein PDF, JPG oder PNG"));
    let large = [b"%PDF-1.7\n".as_slice(), &vec![b' '; 20_000_001]].concat();
    let refused = story.people[0].upload(&page, &to, "akte.pdf", &large).await;
    assert!(refused.expect_status(422).body_text().contains("größer als 20 MB"));
    let _ = story.people[0].upload(&page, &to, "Beschluss.pdf", SCAN).await.expect_status(303);
    let shown = story.people[0].get(&page).await.expect_status(200);
    let link = shown.attribute("a[href*='/scan/']", "href").expect("a link");
    let file = story.people[0].get(&link).await.expect_status(200);
    assert_eq!((file.body.as_slice(), file.media_type()), (SCAN, "application/pdf"));
}

/// The paper says what the page says, opens as what it is, and is generated anew each time.
pub async fn the_paper_says_what_the_page_says(story: &mut Story) {
    let page = format!("{BASE}/entscheidungen/1");
    let pdf = story.people[0].get(&format!("{page}/papier/pdf")).await.expect_status(200);
    assert_eq!(pdf.media_type(), "application/pdf");
    assert!(pdf.body.starts_with(b"%PDF-"));
    let docx = paper_of(story, 1).await;
    let reference = story.decision(1).await["citations"][0]["reference"].clone();
    for words in [
        "Stadtrat",
        "61-20/26",
        "Und es gibt ein Stadtteilbüro.",
        "Die Jugend hätte anders entschieden.",
        "drei Punkte auseinander",
        story.quarters[0].1.as_str(),
        reference.as_str().expect("a Fundstelle"),
    ] {
        assert!(docx.contains(words), "{words} in the paper");
    }
    let none = story.people[0].get(&format!("{page}/papier/odt")).await;
    assert_eq!(none.status, 404);
}

/// The words of a decision's paper in its DOCX.
pub async fn paper_of(story: &mut Story, number: usize) -> String {
    let address = format!("{BASE}/entscheidungen/{number}/papier/docx");
    let file = story.people[0].get(&address).await.expect_status(200);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file.body)).expect("an archive");
    let mut text = String::new();
    let mut document = archive.by_name("word/document.xml").expect("a document");
    document.read_to_string(&mut text).expect("text");
    text
}

pub async fn what_was_cited_stays_as_it_was(story: &mut Story, planted: &Planted) {
    let before = story.decision(1).await;
    assert_eq!(before["result"]["people"], 3, "the points are kept with it");
    let baseline = before["quarters"][0]["baseline"].as_array().expect("a Nullmessung").clone();
    assert!(baseline.len() >= 5, "{} figures", baseline.len());
    assert!(baseline.iter().all(|it| it["state"] == "same"));
    let pages = story.everything(1).await;
    let shown: Vec<u64> = pages.iter().flat_map(|it| numbers_in(it, &planted.numbers)).collect();
    assert!(!shown.is_empty(), "planted and seen");

    plant(&story.demo, &city("musterstadt"), 15_829_399, (protected(), Nutzung::Public)).await;
    let after = story.decision(1).await;
    let now = after["quarters"][0]["baseline"].as_array().expect("a Nullmessung");
    for (then, now) in baseline.iter().zip(now) {
        assert_eq!(then["snapshot"], now["snapshot"], "what was frozen stays");
        assert_eq!(then["sha256_salted"], now["sha256_salted"]);
    }
    assert!(now.iter().any(|it| it["state"] == "changed"));
    assert_eq!(before["citations"][0]["snapshot"], after["citations"][0]["snapshot"]);
    assert_eq!(after["citations"][0]["state"], "changed");
    let page = story.people[0].get(&format!("{BASE}/entscheidungen/1")).await;
    assert!(page.body_text().contains("Die Daten haben sich seitdem geändert"));
}

pub async fn a_sperrung_empties_it_everywhere(story: &mut Story, planted: &Planted) {
    let app = story.demo.app.clone();
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let thing = Thing::DatasetVersion(planted.accepted.version);
    let told =
        withdrawals::withdraw(&mut change, planted.tenant, thing, "eine Person war zu erkennen");
    let told = told.await.expect("withdrawn");
    assert!(told.iter().any(|it| it.citing_kind.as_deref() == Some("decision")));
    change.commit().await.expect("a commit");
    for number in [1, 2] {
        for page in story.everything(number).await {
            assert!(numbers_in(&page, &planted.numbers).is_empty(), "{}", page.address);
        }
    }
    let paper = paper_of(story, 2).await;
    let shown = planted.numbers.iter().any(|it| paper.contains(&grouped(*it, ".")));
    assert!(!shown && paper.contains("Gesperrt."), "the paper too");
    let page = story.people[0].get(&format!("{BASE}/entscheidungen/1")).await;
    assert!(page.body_text().contains("weil eine Zahl der Entscheidung gesperrt wurde"));
    assert!(page.attribute("a[href*='/scan/']", "href").is_none(), "stored files too");
    let mut read = app.store.read().await.expect("a connection");
    let parts: Vec<(i64,)> = sqlx::query_as("select number from attachment_part")
        .fetch_all(&mut *read)
        .await
        .expect("a database");
    assert!(parts.is_empty(), "the bytes are gone");
    drop(read);
    let today = story.people[0].get("/musterstadt").await.body_text();
    assert!(
        today.contains("In Entscheidung 2 wurde eine Zahl gesperrt"),
        "whose decision it is hears of it"
    );
}

pub async fn a_correction_is_a_version_of_its_own(story: &mut Story) {
    let address = format!("{BASE}/entscheidung?berichtigt=1&gewaehlt=1");
    let before = story.decision(1).await;
    let mut form = form_of(story, &address).await;
    assert!(form.iter().any(|it| it.0 == "befund"), "the old reasons are ticked");
    for (name, value) in [
        ("stelle", "Stadtrat"),
        ("tag", "2026-02-02"),
        ("grund", "Hier kommen die meisten an."),
        ("oeffentlich", "nein"),
    ] {
        set(&mut form, name, value);
    }
    let page = format!("{BASE}/entscheidung");
    let _ = story.people[0].post(&address, &page, &plain(&form)).await.expect_status(422);
    set(&mut form, "berichtigung", "Der Tag war falsch.");
    let _ = story.people[0].post(&address, &page, &plain(&form)).await.expect_status(303);
    let (old, new) = (story.decision(1).await, story.decision(2).await);
    assert_eq!((&old["successor"], &new["predecessor"]), (&2.into(), &1.into()));
    for field in ["date", "reason", "minority_opinion", "quarters", "result"] {
        assert_eq!(old[field], before[field], "{field} of the old version stays");
    }
    assert_eq!(new["result"], old["result"], "the same points");
    let hashes = |it: &Value| {
        let all = it["quarters"][0]["baseline"].as_array().expect("a Nullmessung").clone();
        all.iter().map(|it| it["sha256_salted"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(hashes(&new), hashes(&old), "the Nullmessung is that of the decision");
    let again = story.people[0].post(BASE_FORM, &page, &plain(&form)).await.expect_status(422);
    assert!(again.body_text().contains("Ihr Text ist noch da"), "corrected once");
    let again = story.people[0].get(&address).await;
    assert_eq!(again.status, 422, "what was corrected is corrected in its correction");
}

/// Everybody may follow the thread from a published decision, and only who sees candidates learns
/// what it rests on: not forth from a figure either.
async fn the_thread_ends_where_a_reader_may_not_see_reasons(
    story: &mut Story,
    public: &mut Browser,
) {
    let thread = "/musterstadt/faden/decision/2";
    let figure =
        format!("/musterstadt/faden/figure/quartier:population:{PERIOD}:{}", story.quarters[0].0);
    let inside = story.people[0].get(thread).await.expect_status(200);
    assert!(!inside.texts(".faden > li:first-child .glied .t").is_empty(), "it rests on figures");
    assert!(story.people[0].get(&figure).await.body_text().contains("faden/decision/2"));
    let mut reader = Browser::log_in(&story.demo.app, "reader@leser.example", "de").await;
    for browser in [public, &mut reader] {
        let page = browser.get(thread).await.expect_status(200);
        assert!(page.texts(".faden > li:first-child .glied .t").is_empty(), "no reasons");
        assert!(!page.body_text().contains("/f/"), "and no Fundstelle of one");
        let page = browser.get(&figure).await.expect_status(200);
        assert!(!page.body_text().contains("faden/decision/2"));
    }
}

pub async fn everybody_reads_what_was_published(story: &mut Story) {
    let mut public = Browser::new(&story.demo.app, "de");
    let list = public.get("/musterstadt/atlas/entscheidungen").await.expect_status(200);
    assert!(list.body_text().contains("Noch ist keine Entscheidung veröffentlicht"));
    assert_eq!(public.get("/musterstadt/atlas/entscheidungen/2").await.status, 404);
    let page = format!("{BASE}/entscheidungen/2");
    let to = format!("{page}/veroeffentlichung");
    let _ = story.people[0].post(&page, &to, &[("oeffentlich", "ja")]).await.expect_status(303);
    let hidden = [
        "Jugend",
        "Wohnen",
        "Minderheit",
        story.quarters[1].1.as_str(),
        "anders entschieden",
        "61-20/26",
    ];
    for address in ["", "/2", "/2/json"] {
        let asked = format!("/musterstadt/atlas/entscheidungen{address}");
        let text = public.get(&asked).await.expect_status(200).body_text();
        assert!(text.contains(&story.quarters[0].1), "{asked}");
        for word in hidden {
            assert!(!text.contains(word), "{word} at {asked}");
        }
    }
    let quarter = public.get(&story.profile(0)).await.expect_status(200);
    assert!(quarter.body_text().contains("Entscheidung lesen"));
    let ends = story.people[0].get("/musterstadt/steuerung/lose-enden.json").await;
    let named = format!("Entscheidung für {}", story.quarters[0].1);
    assert!(ends.expect_status(200).body_text().contains(&named), "who decided is not what");
    let first = public.get("/musterstadt").await.expect_status(200);
    assert!(first.body_text().contains("href=\"/musterstadt/atlas/entscheidungen\""));
    assert_eq!(
        public.get("/musterstadt/atlas/entscheidungen/1").await.status,
        404,
        "an old version"
    );
    the_thread_ends_where_a_reader_may_not_see_reasons(story, &mut public).await;
    super::freezing::the_public_is_told_what_is_published(story, 2).await;
    // Now it can be cited, by everybody who keeps a Mappe.
    let mut reader = Browser::log_in(&story.demo.app, "reader@leser.example", "de").await;
    let at = "/musterstadt/atlas/entscheidungen/2";
    let form = [("art", "decision"), ("ding", "2"), ("zurueck", at)];
    let _ = reader.post(at, "/musterstadt/merken", &form).await.expect_status(303);
    let form = [("art", "decision"), ("ding", "1"), ("zurueck", at)];
    let _ = reader.post(at, "/musterstadt/merken", &form).await.expect_status(404);
    let _ = story.people[0].post(&page, &to, &[("oeffentlich", "nein")]).await.expect_status(303);
    assert_eq!(public.get(at).await.status, 404);
}
