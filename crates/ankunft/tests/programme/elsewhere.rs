//! Between two installations: files, and keys that were compared by phone.

use super::people::{NEW, TAKER, World, findings, numbers};
use crate::common::planting::{PERIOD, numbers_in};

/// Name of what is pinned where.
pub const NAME: &str = "Musterstadt (eigene Installation)";
pub const THEIRS: &str = "Gradlingen drüben";

pub fn bring() -> String {
    format!("/{TAKER}/austausch/pakete/neu")
}

pub async fn key(browser: &mut ankunft_testkit::Browser, slug: &str) -> (String, String) {
    let page = browser.get(&format!("/{slug}/austausch/partner")).await.expect_status(200);
    let pairs = page.texts("main dl dd");
    (pairs[0].clone(), pairs[1].clone())
}

pub async fn partners_compare_their_keys(here: &mut World, there: &mut World) {
    let (own, own_key) = key(&mut here.giver, "musterstadt").await;
    let (theirs, their_key) = key(&mut there.taker, TAKER).await;
    assert_ne!(own, theirs);
    let page = "/musterstadt/austausch/partner";
    let wrong = [("name", THEIRS), ("schluessel", "abc")];
    let refused = here.giver.post(page, page, &wrong).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "no key, and not compared");
    let form = [("name", THEIRS), ("schluessel", their_key.as_str()), ("verglichen", "ja")];
    let _ = here.giver.post(page, page, &form).await.expect_status(303);
    let again = here.giver.post(page, page, &form).await.expect_status(422);
    assert!(again.body_text().contains("schon aufgenommen"));
    let shown = here.giver.get(page).await.body_text();
    assert!(shown.contains(&theirs), "the fingerprint that the others read out");
    assert_eq!(own_key.len(), 64);
}

/// The package as it was downloaded, and accepted once its sender was pinned.
pub async fn a_package_goes_and_comes(here: &mut World, there: &mut World) -> Vec<u8> {
    let page = here.giver.get(NEW).await.expect_status(200);
    let to = page.attributes("select[name=an] option", "value");
    assert!(to.contains(&"partner:1".to_owned()), "{to:?}");
    let grant = here.propose("partner:1", "2027-12-31").await;
    let zip = format!("{grant}/paket.zip");
    assert_eq!(here.giver.get(&zip).await.status, 404, "the office has not consented");
    let _ = here.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let package = here.giver.get(&zip).await.expect_status(200).body;
    assert_eq!(package, here.giver.get(&zip).await.body, "the same each time");
    assert_eq!(numbers(&package, &here.shared), here.shared.numbers);
    assert!(numbers(&package, &here.hidden).is_empty());

    // Nobody has pinned the sender yet.
    let kept = there.taker.upload(&bring(), &bring(), "paket.zip", &package).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let page = there.taker.get(&draft).await.expect_status(200);
    let (fingerprint, key) = key(&mut here.giver, "musterstadt").await;
    assert!(findings(&page).contains("ist hier nicht bekannt"), "{}", page.body_text());
    assert!(findings(&page).contains(&fingerprint), "with the fingerprint to compare");
    let partner = format!("/{TAKER}/austausch/partner");
    let form = [("name", NAME), ("schluessel", key.as_str()), ("verglichen", "ja")];
    let _ = there.taker.post(&partner, &partner, &form).await.expect_status(303);
    let page = there.taker.get(&draft).await.expect_status(200);
    assert!(page.body_text().contains("echt und unversehrt"), "{}", page.body_text());
    assert!(findings(&page).is_empty());
    accept(there, &draft).await;
    package
}

/// Where the figures of the package stand in the atlas of who took it in.
fn atlas() -> String {
    let slug = ankunft_slug();
    format!("/{TAKER}/atlas.csv?ebene={slug}-quartier&merkmal=population&stichtag={PERIOD}")
}

async fn accept(there: &mut World, draft: &str) {
    let atlas = atlas();
    assert_eq!(there.taker.get(&atlas).await.status, 404, "looking takes nothing");
    let mut tasks = Vec::new();
    for _ in 0..8 {
        let (mut browser, draft) = (there.taker.clone(), draft.to_owned());
        tasks.push(tokio::spawn(async move {
            // Whoever comes late finds no draft any more.
            let page = browser.get(&draft).await;
            if page.status != 200 {
                return 404;
            }
            let Some(token) = page.attribute("input[name=csrf]", "value") else { return 404 };
            assert!(!token.is_empty());
            browser.post(&draft, &format!("{draft}/annehmen"), &[]).await.status.as_u16()
        }));
    }
    let mut taken = 0;
    for task in tasks {
        if let Ok(303) = task.await {
            taken += 1;
        }
    }
    assert_eq!(taken, 1, "accepted once");
    let page = there.taker.get(&format!("/{TAKER}/austausch/pakete/1")).await.expect_status(200);
    assert!(page.body_text().contains(NAME));
    // The figures stand in the atlas, for those inside; the public sees none of them.
    let file = there.taker.get(&atlas).await.expect_status(200);
    assert!(!numbers_in(&file, &there.shared.numbers).is_empty());
    let mut public = ankunft_testkit::Browser::new(&there.demo.app, "de");
    assert_eq!(public.get(&atlas).await.status, 404);
    // And nobody gives them on.
    let new = format!("/{TAKER}/austausch/weitergaben/neu");
    let page = there.taker.get(&new).await.expect_status(200);
    assert!(!page.body_text().contains(NAME) || !page.body_text().contains("Kanarien"));
}

fn ankunft_slug() -> String {
    ankunft_programme::exchange::accept::slug(NAME)
}

pub async fn a_widerruf_and_a_confirmation_travel(
    here: &mut World,
    there: &mut World,
    package: &[u8],
) {
    let grant = "/musterstadt/austausch/weitergaben/1";
    // Who is a partner no more gets and gives no figures; a Widerruf and a confirmation travel on.
    let ours = "/musterstadt/austausch/partner";
    let _ = here.giver.post(ours, &format!("{ours}/1/ende"), &[]).await.expect_status(303);
    let refused = here.giver.get(&format!("{grant}/paket.zip")).await.expect_status(422);
    assert!(refused.body_text().contains("Die Partnerschaft ist beendet"));
    let page = here.giver.get(grant).await.expect_status(200);
    assert!(page.body_text().contains("Die Partnerschaft ist beendet"));
    let partner = format!("/{TAKER}/austausch/partner");
    let _ = there.taker.post(&partner, &format!("{partner}/1/ende"), &[]).await.expect_status(303);
    assert_eq!(here.giver.get(&format!("{grant}/widerruf.zip")).await.status, 404);
    let form = [("grund", "Zweck erledigt")];
    let _ = here.giver.post(grant, &format!("{grant}/widerruf"), &form).await.expect_status(303);
    assert_eq!(here.giver.get(&format!("{grant}/paket.zip")).await.status, 404);
    let notice = here.giver.get(&format!("{grant}/widerruf.zip")).await.expect_status(200).body;
    let kept = there.taker.upload(&bring(), &bring(), "widerruf.zip", &notice).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let page = there.taker.get(&draft).await.expect_status(200);
    assert!(page.body_text().contains("Das ist ein Widerruf"), "{}", page.body_text());
    assert!(!numbers_in(&there.taker.get(&atlas()).await, &there.shared.numbers).is_empty());
    let _ = there.taker.post(&draft, &format!("{draft}/annehmen"), &[]).await.expect_status(303);
    // Its figures go at once; whether other copies are deleted somebody has to say.
    assert!(numbers_in(&there.taker.get(&atlas()).await, &there.shared.numbers).is_empty());
    let asked = "löschen und das bestätigen";
    assert!(there.taker.get(&format!("/{TAKER}")).await.body_text().contains(asked));
    let received = format!("/{TAKER}/austausch/pakete/1");
    let page = there.taker.get(&received).await.expect_status(200).body_text();
    assert!(page.contains("Seine Zahlen stehen hier nicht mehr"), "{page}");
    let certificate = format!("{received}/loeschbestaetigung.zip");
    assert_eq!(there.taker.get(&certificate).await.status, 404, "nobody has confirmed yet");
    let done = there.taker.post(&received, &format!("{received}/loeschen"), &[]).await;
    let _ = done.expect_status(303);
    assert!(!there.taker.get(&format!("/{TAKER}")).await.body_text().contains(asked));
    // The revoked package does not come back, even if its sender does.
    let kept = there.taker.upload(&bring(), &bring(), "paket.zip", package).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    assert!(findings(&there.taker.get(&draft).await).contains("ist hier nicht bekannt"));
    let (_, key) = key(&mut here.giver, "musterstadt").await;
    let form = [("name", NAME), ("schluessel", key.as_str()), ("verglichen", "ja")];
    let _ = there.taker.post(&partner, &partner, &form).await.expect_status(303);
    let kept = there.taker.upload(&bring(), &bring(), "paket.zip", package).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let page = there.taker.get(&draft).await.expect_status(200);
    assert!(findings(&page).contains("widerrufen oder beendet"), "{}", page.body_text());
    the_confirmation_goes_home(here, there, &received).await;
    let page = here.giver.get(grant).await.expect_status(200);
    assert!(page.body_text().contains("durch eine unterschriebene Datei"));
}

/// What was deleted there is confirmed by a signed file, and asked for no more.
pub async fn the_confirmation_goes_home(here: &mut World, there: &mut World, received: &str) {
    let asks = "bei Gradlingen drüben nachfragen";
    assert!(here.giver.get("/musterstadt").await.body_text().contains(asks));
    let file = there.taker.get(&format!("{received}/loeschbestaetigung.zip")).await;
    let file = file.expect_status(200).body;
    let to = "/musterstadt/austausch/pakete/neu";
    let kept = here.giver.upload(to, to, "loeschbestaetigung.zip", &file).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let _ = here.giver.post(&draft, &format!("{draft}/annehmen"), &[]).await.expect_status(303);
    assert!(!here.giver.get("/musterstadt").await.body_text().contains(asks));
}
