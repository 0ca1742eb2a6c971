//! What a measure rests on and is measured against, and the thread that follows from it.

use ankunft_platform::changes::Author;
use ankunft_platform::withdrawals::{self, Thing};

use ankunft_disclosure::Nutzung;

use ankunft_testkit::typing;

use super::measure;
use crate::common::desk::{Story, city};
use crate::common::planting::{PERIOD, Planted, numbers_in, plant, protected};
use crate::common::unsaved::is_never_lost;

/// A moment of the city's own data, before the planted one.
const BEFORE: &str = "2023-12-31";

/// The kind and id of the figure that is cited.
pub fn figure(story: &Story) -> String {
    format!("figure/quartier:population:{BEFORE}:{}", story.quarters[0].0)
}

/// Remembers a figure as who reads its source page does.
async fn remember(story: &mut Story, period: &str) {
    let code = story.quarters[0].0.clone();
    let source = format!(
        "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag={period}&gebiet={code}"
    );
    let ding = format!("quartier:population:{period}:{code}");
    let form = [("art", "figure"), ("ding", ding.as_str()), ("zurueck", "")];
    let _ = story.people[1].post(&source, "/musterstadt/merken", &form).await.expect_status(303);
}

pub async fn it_cites_its_evidence(story: &mut Story) {
    remember(story, BEFORE).await;
    let (page, to) = (measure(1), format!("{}/befunde", measure(1)));
    let refused = story.people[1].post(&page, &to, &[]).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie etwas aus Ihrer Mappe"));
    let unknown = [("fundstelle", "/f/9999")];
    let refused = story.people[1].post(&page, &to, &unknown).await.expect_status(422);
    let stands = refused.attribute("input[name=fundstelle]", "value");
    assert_eq!(stands.as_deref(), Some("/f/9999"), "what is refused stays in its field");
    let shown = story.people[1].get(&page).await.expect_status(200);
    let code = shown.attribute("input[name=befund]", "value").expect("what lies in the Mappe");
    // By the tick, and once more by its address: it is cited once.
    let _ = story.people[1].post(&page, &to, &[("befund", &code)]).await.expect_status(303);
    let address = format!("http://127.0.0.1:8080/f/{code}");
    let _ = story.people[1].post(&page, &to, &[("fundstelle", &address)]).await.expect_status(303);
    let shown = story.people[1].get(&page).await.expect_status(200);
    assert_eq!(shown.texts(".knapp-befunde > li").len(), 1);
    let against = format!("{}/ausgangswert", measure(1));
    let form = [("befund", code.as_str()), ("messen", "ja")];
    let _ = story.people[1].post(&page, &against, &form).await.expect_status(303);
    let shown = story.people[1].get(&page).await.expect_status(200);
    assert!(shown.body_text().contains("Ausgangswert"));
    assert_eq!(shown.texts("main table tbody tr td a").len(), 1, "then, and what it is today");
    let others = story.people[0].get(&page).await.expect_status(200);
    assert!(others.body_text().contains(&format!("/f/{code}")), "everybody inside sees it");
}

/// The Fundstelle of the measure's evidence.
pub async fn fundstelle(story: &mut Story) -> String {
    let shown = story.people[1].get(&measure(1)).await.expect_status(200);
    let address = shown.attribute(".knapp-befunde a[href^='/f/']", "href").expect("a Fundstelle");
    address.trim_start_matches("/f/").to_owned()
}

pub async fn the_thread_shows_the_chain(story: &mut Story) {
    let thread = "/musterstadt/faden/measure/1";
    let page = story.people[2].get(thread).await.expect_status(200);
    assert_eq!(page.texts(".faden > li").len(), 4);
    assert_eq!(page.texts(".faden > li:nth-child(1) .glied .t").len(), 1, "its finding");
    assert!(page.text(".faden > li:nth-child(3)").contains("Sprechstunde im Quartier"));
    let effect = page.text(".faden > li:nth-child(4)");
    assert!(effect.contains("Damals") && effect.contains("Heute"), "{effect}");
    // From the finding the measure follows; the public sees the finding alone.
    let from = format!("/musterstadt/faden/{}", figure(story));
    let page = story.people[2].get(&from).await.expect_status(200);
    assert!(page.text(".faden > li:nth-child(3)").contains("Sprechstunde im Quartier"));
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let page = public.get(&from).await.expect_status(200);
    assert!(!page.body_text().contains("Sprechstunde"));
    let _ = public.get(thread).await.expect_status(404);
    let _ = story.people[0].get("/musterstadt/faden/measure/999").await.expect_status(404);
    let _ = story.people[0].get("/musterstadt/faden/folder/1").await.expect_status(404);
}

pub async fn a_correction_and_a_sperrung_are_seen(story: &mut Story, planted: &Planted) {
    remember(story, PERIOD).await;
    let page = story.people[1].get(&measure(1)).await;
    let code = page.attribute("input[name=befund][type=checkbox]", "value").expect("it lies there");
    let to = format!("{}/befunde", measure(1));
    let _ = story.people[1].post(&measure(1), &to, &[("befund", &code)]).await.expect_status(303);
    let before = story.people[0].get(&measure(1)).await;
    assert!(!numbers_in(&before, &planted.numbers).is_empty(), "planted and seen");
    plant(&story.demo, &city("musterstadt"), 15_829_399, (protected(), Nutzung::Public)).await;
    let page = story.people[0].get(&measure(1)).await;
    assert!(page.body_text().contains("geändert"), "it says that the data changed");
    assert!(!numbers_in(&page, &planted.numbers).is_empty(), "and keeps what was cited");
    let app = story.demo.app.clone();
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let thing = Thing::DatasetVersion(planted.accepted.version);
    let told = withdrawals::withdraw(&mut change, planted.tenant, thing, "eine Person").await;
    let told = told.expect("withdrawn");
    assert!(told.iter().any(|it| it.citing_kind.as_deref() == Some("measure")));
    change.commit().await.expect("a commit");
    for address in [measure(1), "/musterstadt/faden/measure/1".to_owned()] {
        let page = story.people[0].get(&address).await.expect_status(200);
        assert!(numbers_in(&page, &planted.numbers).is_empty(), "{address}");
    }
}

/// Every kind of button of the page keeps what was typed beside it, also one whose door fails.
pub async fn nothing_typed_is_lost(story: &mut Story) {
    let page = measure(1);
    let mut stale = typing(&story.people[1].get(&page).await.expect_status(200));
    let pressed = is_never_lost(&mut story.people[1], &page, &[]).await;
    for end in ["/ausgangswert", "/befunde", "/befunde/weg", "/merken", "/behalten"] {
        assert!(pressed.iter().any(|it| it.ends_with(end)), "{end} of {pressed:?}");
    }
    // What this page takes out is gone by now: the page in its place leads back to what was typed.
    let weg = weg_of(&stale);
    stale.write("fundstelle", "noch nicht gesendet");
    let gone = story.people[1].press(&stale, &weg, ("", b"")).await;
    let gone = gone.expect_status(404);
    assert!(gone.body_text().contains("Was Sie geschrieben haben, ist nicht verloren"));
    let back = gone.attribute("main a[href*='behalten=']", "href").expect("a way back");
    let again = story.people[1].get(&back).await.expect_status(200);
    let stands = again.attribute("input[name=fundstelle]", "value");
    assert_eq!(stands.as_deref(), Some("noch nicht gesendet"));
    assert!(again.body_text().contains("Noch nicht gespeichert"), "and the page says so");
    let other = story.people[0].get(&back).await.expect_status(200);
    assert!(!other.body_text().contains("noch nicht gesendet"), "nobody else reads it");
    // One on whose page nothing was typed says nothing.
    let quiet = typing(&story.people[1].get(&page).await.expect_status(200));
    let silent = story.people[1].press(&quiet, &weg, ("", b"")).await.expect_status(404);
    assert!(silent.attributes("main a[href*='behalten=']", "href").is_empty());
}

fn weg_of(desk: &ankunft_testkit::Typing) -> ankunft_testkit::Press {
    let found = desk.buttons.iter().find(|it| it.path().ends_with("/befunde/weg"));
    found.expect("a button").clone()
}
